//! The notice on personal data that is shown before an application is registered (个人信息告知书).
//!
//! Whoever changes a sentence gives it a new version: with each consent stands the version that was shown.

use crate::ui::{Field, FieldKind};
use crate::worded::line;
use domain::Lang;

/// The version of the notice below.
pub const NOTICE_VERSION: &str = "2026-1";

/// The notice as a field; who asks stands in [`of_bureau`].
#[must_use]
pub fn field(lang: Lang) -> Field {
    let title = lang.pick(
        format!("个人信息告知书（版本 {NOTICE_VERSION}）"),
        format!("Notice on personal data (version {NOTICE_VERSION})"),
    );
    let sentences = match lang {
        Lang::Zh => ZH,
        Lang::En => EN,
    };
    let options = sentences.iter().map(|sentence| (String::new(), (*sentence).to_owned())).collect();
    Field { kind: FieldKind::Note, options, ..line("notice", &title, "", false) }
}

/// 由道县商务局收集和保管，电话 0746-5221000
#[must_use]
pub fn of_bureau(name: &str, phone: &str, lang: Lang) -> String {
    let phone = match phone {
        "" => lang.pick("电话见单位公示", "telephone as posted at the office").to_owned(),
        phone => lang.pick(format!("电话 {phone}"), format!("telephone {phone}")),
    };
    lang.pick(
        format!("您的报名信息由{name}收集和保管，{phone}。请先把下面的告知书读给报名人听或请其自行阅读。"),
        format!("The data of this application are collected and kept by {name}, {phone}. Read the notice below to the applicant first."),
    )
}

const ZH: &[&str] = &[
    "为什么收集：办理报名、组织培训和考核、发放证书、核定培训补贴、上报统计，以及就业或派出后的回访。",
    "收集什么：姓名、证件号、电话、民族、文化程度、乡镇、就业去向和用人单位，以及签到和考核成绩。",
    "其中证件号和电话属于需要严格保护的信息：证件号用来核对本人、年龄和避免重复享受补贴，电话用来通知开班和回访。两项都加密保存，平时只显示一部分，查看全部要写明理由并留下记录。",
    "不提供会怎样：没有姓名和证件号不能报名和发证；不留电话，开班时只能由村（社区）转告；其他各项可以不填，不影响参加培训。以后申领补贴时如不提供银行账号，补贴不能直接打到本人账户。",
    "给谁看：本局办理培训的人员、承办培训的机构、考核发证机构，以及核发补贴的财政部门和银行，只限办事需要的部分。要提供给派遣公司或用人单位的，另行征得您的同意；不提供给境外。",
    "保存多久：没有录取或退出报名的保存 1 年；签到和考核记录保存 10 年；证书登记（编号、姓名、工种、日期）按档案规定长期保存；补贴凭证按会计档案规定保存。",
    "您的权利：可以查看、复制、更正、要求删除自己的信息，可以随时撤回同意，可以要求解释，也可以向本局或上级主管部门投诉。撤回同意不影响此前已经办理的事项。",
];

const EN: &[&str] = &[
    "Why: to register the application, hold the training and the exam, issue the certificate, reckon the training subsidy, report statistics, and follow up after placement or dispatch.",
    "What: name, identity number, telephone, ethnic group, education, town, destination and employer, sign-ins and marks.",
    "The identity number and the telephone are specially protected: the number tells who and how old somebody is and that no subsidy is paid twice, the telephone serves to announce classes and to follow up. Both are kept encrypted and shown in part; seeing them whole needs a reason and leaves a record.",
    "Without them: no application and no certificate without name and identity number; without a telephone the village passes on the news; everything else may be left out. Without a bank account, asked for later, no subsidy can be paid directly.",
    "To whom: the bureau's staff for training, the training body, the body that examines, and the finance office and bank that pay the subsidy, each only what it needs. Dispatch companies and employers get them on separate consent only; nobody abroad gets them.",
    "How long: 1 year when not accepted or withdrawn; sign-ins and marks 10 years; the register of certificates (number, name, trade, date) permanently as archives demand; vouchers of the subsidy as accounts demand.",
    "Your rights: to see, copy, correct and have deleted your data, to withdraw consent at any time, to have the rules explained, and to complain to the bureau or the authority above it. What was done before a withdrawal stays lawful.",
];
