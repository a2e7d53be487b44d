//! Words of administration; the server sends them with the pages.

use domain::Lang;

crate::phrases! {
    members: "单位成员", "Members";
    settings: "单位设置", "Settings";
    bureaus: "各单位", "Bureaus";
    home: "首页", "Home";
    member_new: "新增成员", "Add a member";
    bureau_new: "设立单位", "Lay a bureau";
    present: "在任成员", "Present members";
    ended: "已结束或尚未开始的成员", "Ended memberships and those to come";
    name: "姓名", "Name";
    work_number: "工号", "Work number";
    phone: "电话", "Phone";
    roles: "角色", "Roles";
    position: "职务", "Position";
    certificate: "执法证", "Certificate";
    from_to: "起止", "From–to";
    from: "起始日", "First day";
    to: "最后一日", "Last day";
    to_hint: "在任则留空；填写后，此日之后不能再进入本单位", "Empty while in office; after it the bureau is closed to the person";
    open_ended: "至今", "now";
    not_begun: "尚未开始", "to come";
    expired: "已过期", "expired";
    soon: "30 日内到期", "ends within 30 days";
    not_valid_yet: "未到有效期", "not valid yet";
    must_change: "未改初始密码", "first password unchanged";
    disabled: "账号已停用", "account disabled";
    certificate_no: "执法证号", "Certificate number";
    certificate_from: "执法证有效期起", "Certificate valid from";
    certificate_to: "执法证有效期止", "Certificate valid until";
    certificate_hint: "没有执法证则三项都留空", "Leave all three empty for none";
    qualification: "法律职业资格证号", "Legal qualification number";
    qualification_hint: "法制审核人员须有", "Needed for legal review";
    day_hint: "如 2026-3-5、2026年3月5日", "Such as 2026-3-5";
    number_hint: "此人登录用的工号；已有账号的人只填工号，姓名和电话留空", "What the person signs in with; for somebody who has an account leave name and phone empty";
    name_hint: "新账号必填", "Needed for a new account";
    phone_hint: "新账号可填，可用来登录；加密保存", "For a new account; also a sign-in name; kept sealed";
    no_such_number: "没有这个工号的账号；如要建新账号，请填写姓名", "No account has this number; enter a name to make a new one";
    number_taken: "这个工号已有账号；如要添加此人，请把姓名和电话留空", "An account has this number; leave name and phone empty to admit its person";
    phone_taken: "这个电话已属于另一个账号，请核对或留空", "Another account has this phone number; check it or leave it empty";
    slug_taken: "这个网址代号已被使用，请换一个", "Another bureau has this address word; choose another";
    code_taken: "这个行政区划代码已有单位使用，请核对", "Another bureau has this code; check it";
    role_needed: "请至少选择一个角色", "Choose at least one role";
    role_kept: "“市局系统管理”只由本人也是市局系统管理的管理员授予或收回，这里保持不变", "The city administrator's role is changed only by an administrator who holds it; here it stays as it is";
    admit_button: "添加此成员", "Add this member";
    admit_note: "新账号会生成一次性密码，只在下一页显示一次，请当面交给本人；首次登录须改密码。", "A new account gets a one-time password, shown once on the next page; it must be changed at the first sign-in.";
    change_button: "保存修改", "Save the changes";
    change_note: "修改立即生效并记入审计。", "The change counts at once and is kept in the audit.";
    password_title: "一次性密码", "One-time password";
    password_button: "生成新的一次性密码", "Make a new one-time password";
    password_note: "原密码立即失效，此人的登录全部结束；新密码只在下一页显示一次，首次登录须修改。", "The present password and all sessions end at once; the new one is shown once on the next page and must be changed at the first sign-in.";
    settings_note: "这些内容写入文书；修改立即生效并记入审计。", "These go into papers; a change counts at once and is kept in the audit.";
    full_name: "单位全称", "Full name";
    short_name: "单位简称", "Short name";
    number_prefix: "文号字头", "Number prefix";
    number_prefix_hint: "文书编号以此开头，如“道商”", "Begins the numbers of papers, such as 道商";
    government: "行政复议机关", "Government for reconsideration";
    court: "行政诉讼法院", "Court for lawsuits";
    review_everything: "所有处罚案件都要法制审核", "Every penalty is legally reviewed";
    review_hint: "不勾选的，只审核法律规定应当审核的", "Otherwise only those where the law asks for it";
    hearing_person: "公民、个体工商户的听证起点（元）", "A hearing for a citizen or sole trader from (yuan)";
    hearing_organisation: "法人、其他组织的听证起点（元）", "A hearing for an organisation from (yuan)";
    hearing_hint: "罚款、没收违法所得、没收财物分别达到即告知听证权利；依本省规定填写",
        "Fine, gains and goods each by itself; by the rule of the province";
    hearing_amount: "请填写一元以上的金额，如 20000", "Enter an amount of one yuan or more, such as 20000";
    grave_days: "超期多少日以上为严重超期", "Gravely overdue after more days than";
    grave_hint: "逾期即失效的期限，超期当日即为严重", "A term whose lapse voids the act is grave at once";
    grave_range: "请填写 0 至 30 的整数", "Enter a whole number from 0 to 30";
    bank: "罚款代收银行", "Bank that takes fines";
    bank_account: "罚款账号", "Account for fines";
    address: "办公地址", "Address";
    office_phone: "联系电话", "Telephone";
    now_says: "现在已是：", "Now it says: ";
    changed_meanwhile: "您填写期间内容已被他人修改：请核对标有“现在已是”的各项，再保存", "Somebody else changed this meanwhile: compare what is marked “Now it says”, then save again";
    membership: "成员信息", "Membership";
    slug: "网址代号", "Address word";
    slug_hint: "小写字母、数字和连字符，字母开头，2 至 32 个字符；设立后不能修改", "Lower-case letters, digits and hyphens, 2 to 32; it stays for good";
    code: "行政区划代码", "Administrative code";
    code_hint: "六位数字；管理区等没有代码的留空", "Six digits; empty for a zone without one";
    parent: "上级单位", "Bureau above";
    member_count: "成员数", "Members";
    lay_button: "设立此单位", "Lay this bureau";
    lay_note: "单位立即可用，职权为“商务现行职权”；第一位管理员由此登录并添加其他成员。新账号的一次性密码只在下一页显示一次。", "The bureau can be used at once, with the powers that commerce has today; its first administrator adds the other members. A new account's password is shown once on the next page.";
    first_administrator: "第一位管理员", "First administrator";
    first_note: "已有账号的人只填工号；新账号还要填姓名", "For somebody who has an account the work number suffices; a new one needs a name";
    administrator_position: "信息员", "Administrator";
    slip_title: "一次性密码条", "One-time password slip";
    slip_once: "本页只显示这一次：请现在打印或抄写，当面交给本人。离开后无法再次查看，遗失须重新生成。", "Shown only this once: print or copy it now and hand it over in person. It cannot be seen again; if lost, make a new one.";
    slip_change: "登录后系统会要求先修改密码，改好后才能使用。", "After signing in the password must be changed before anything else.";
    slip_bureau: "单位", "Bureau";
    slip_back: "已交给本人，返回", "Handed over, back";
}

/// What was just done, by the word in the address.
#[must_use]
pub fn done(word: &str, lang: Lang) -> &'static str {
    match word {
        "admitted" => lang.pick("成员已添加。", "The member was added."),
        "changed" => lang.pick("修改已保存。", "The changes are saved."),
        "laid" => lang.pick("单位已设立，其管理员现在可以登录。", "The bureau is laid; its administrator can sign in now."),
        "power_give" => lang.pick("职权已赋予。", "The power is given."),
        "power_end" => lang.pick("职权已终止，旧案卷仍可查阅。", "The power is ended; old files stay readable."),
        "power_change" => lang.pick("职权已整体变更。", "The powers are changed."),
        "account" => lang.pick("姓名和电话已保存。", "Name and phone are saved."),
        "disabled" => lang.pick("账号已停用，登录已全部结束。", "The account is disabled and its sessions are ended."),
        "enabled" => lang.pick("账号已启用。", "The account is enabled."),
        "loaded" => lang.pick("已载入，各单位的期限已重算。", "It is loaded, and the terms are counted again."),
        "recounted" => lang.pick("已继续重算。", "The terms are counted on."),
        "handed" => lang.pick("已交接，各案件的经过中各有一条变更承办人。", "Handed over; each case tells it in its timeline."),
        "numbers_allotted" => lang.pick("已领用，文号在领用人名下。", "Allotted: the officer has the numbers in hand."),
        "number_void" => lang.pick("已作废，这个号不再使用。", "It is void and never used again."),
        "number_set" => lang.pick("已设定，系统从下一个号接着编。", "It is set; the product goes on with the next number."),
        "practice_opened" => lang.pick("演练区已开设。", "The practice area is open."),
        "practice_closed" => lang.pick("演练区已关闭。", "The practice area is closed."),
        "sent" => lang.pick(
            "这份表单已经提交过；一次性密码只显示一次，如已遗失请重新生成。",
            "This form was sent before; a one-time password is shown only once: make a new one if it was lost.",
        ),
        _ => "",
    }
}
