//! Words of accounts.

use domain::Lang;

crate::phrases! {
    accounts: "账号管理", "Accounts";
    title: "姓名和电话", "Name and phone";
    change_button: "保存姓名和电话", "Save name and phone";
    change_note: "立即生效，在此人的各单位一并更改；已出具的文书和旧记录不变。更改记入审计。", "It counts at once in all of the person's bureaus; papers and old records stay as they are. It is kept in the audit.";
    phone_gone: "删除电话", "Remove the phone";
    disable: "停用账号", "Disable the account";
    disable_note: "此人立即退出登录，此后不能登录任何单位；成员信息和经办记录保留，可以重新启用。", "All sessions end at once and the person can sign in nowhere; memberships and records stay, and it can be enabled again.";
    enable: "启用账号", "Enable the account";
    enable_note: "此人可用原密码重新登录。", "The person can sign in again with the former password.";
    number_hint: "登录用的工号", "What the person signs in with";
    nobody: "没有这个工号的账号，请核对工号", "No account has this work number; check it";
    find: "查找账号", "Find the account";
    find_note: "按工号查找全市任一账号，修改姓名和电话，停用或启用。", "Any account of the city by its work number: change name and phone, disable or enable it.";
    bureaus: "所在单位", "Bureaus";
    bureau: "单位", "Bureau";
    no_bureaus: "现在不是任何单位的成员", "No member of any bureau now";
}

/// “现为 139****0000；留空则不变”.
#[must_use]
pub fn phone_hint(masked: Option<&str>, lang: Lang) -> String {
    match (masked, lang) {
        (Some(masked), Lang::Zh) => format!("现为 {masked}；留空则不变"),
        (Some(masked), Lang::En) => format!("Now {masked}; empty leaves it as it is"),
        (None, Lang::Zh) => "可用来登录；加密保存".to_owned(),
        (None, Lang::En) => "Also a sign-in name; kept sealed".to_owned(),
    }
}
