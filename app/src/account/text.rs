//! Words of signing in and of one's account.

crate::phrases! {
    sign_in: "登录", "Sign in";
    sign_in_name: "工号、手机号或姓名拼音", "Work number, phone or name in pinyin";
    password: "密码", "Password";
    forgot: "忘记密码？请联系本单位管理员，由管理员打印一次性密码条交给您。", "Forgot it? Your bureau's administrator prints a one-time slip for you.";
    wrong: "工号或密码不对，请核对后再试。", "The name or the password is not right; check both and try again.";
    too_soon: "失败次数较多，请稍等片刻再试。", "Several tries have failed; wait a little and try again.";
    missing: "请填写工号和密码。", "Fill in your name and password.";
    demo_title: "演示账号", "Demo accounts";
    demo_hint: "这是演示数据，点一下即可登录。", "This is demo data; a click signs you in.";
    choose_bureau: "选择单位", "Choose a bureau";
    no_bureau: "您的账号目前不属于任何单位，请联系单位管理员。", "Your account belongs to no bureau now; ask an administrator.";
    sessions_title: "登录记录", "My sessions";
    sessions_hint: "您在这些设备上处于登录状态。不是您本人的，请立即退出并修改密码。", "You are signed in on these devices. If one is not yours, end it and change your password.";
    since: "登录时间", "Since";
    last_seen: "最近使用", "Last seen";
    place: "地址", "Address";
    device: "设备", "Device";
    this_device: "本机", "This device";
    end_session: "退出该设备", "End this session";
    password_title: "修改密码", "Change password";
    password_now: "当前密码", "Present password";
    password_new: "新密码", "New password";
    password_again: "再次输入新密码", "New password again";
    password_hint: "至少 10 个字符，不要使用工号、姓名或常见密码。", "At least 10 characters; not your number, name or a common password.";
    password_save: "修改密码", "Change password";
    password_changed: "密码已修改，其他设备已退出登录。", "Password changed; your other sessions have ended.";
    password_wrong: "当前密码不对，请重新输入。", "The present password is not right; type it again.";
    password_differs: "两次输入的新密码不一致，请重新输入。", "The two new passwords differ; type them again.";
    password_must_change: "您正在使用初始密码，请先修改密码再继续。", "You use a first password; change it before you go on.";
}
