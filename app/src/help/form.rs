//! The entries of the forms of the register and of the back entry; their fields are the columns that the domain knows.

use super::page::{Entry, FieldHelp, Part};
use crate::ui::{Choices, Field, FieldKind};
use domain::{Day, Lang, back_entry, establishment};

/// The words of the forms in addresses.
pub const FORMS: [&str; 2] = ["establishment", "back-entry"];

/// The entry of a form.
#[must_use]
pub fn entry(word: &str, today: Day, lang: Lang) -> Option<Entry> {
    match word {
        "establishment" => Some(of_the_register(lang)),
        "back-entry" => Some(of_the_back_entry(today, lang)),
        _ => None,
    }
}

fn kind(lang: Lang) -> String {
    lang.pick("登记表单", "Forms").to_owned()
}

fn of_the_register(lang: Lang) -> Entry {
    let purpose = lang.pick(
        "登记一家经营单位及其许可（备案）证件，或者修改它。名称、代码照营业执照写；改名以后旧名称仍能搜到，已经办的案件里的名称不变。",
        "Registers a business with its licence, or changes it. Names and codes as on the licence; after a change of name the old one is still found, and cases keep the name of their day.",
    );
    let who = lang.pick("登记人员", "registrar").to_owned();
    let facts = vec![
        (
            lang.pick("依据", "Article").to_owned(),
            lang.pick(
                "各行业的登记、备案规定，见“行业与法规”",
                "The rules of each industry: see Industries and law",
            )
            .to_owned(),
        ),
        (lang.pick("由谁办", "Done by").to_owned(), who),
    ];
    let columns = establishment::Column::ALL.into_iter().filter(|one| *one != establishment::Column::Serial);
    let fields = columns.map(|column| {
        let (wants, sample) = column_of_the_register(column, lang);
        let required = matches!(column, establishment::Column::Name | establishment::Column::Industry);
        FieldHelp {
            label: column.title(lang).to_owned(),
            required,
            wants: wants.to_owned(),
            sample: sample.to_owned(),
        }
    });
    Entry {
        title: lang.pick("经营主体", "Establishment").to_owned(),
        kind: kind(lang),
        parts: vec![Part::Says(vec![purpose.to_owned()]), Part::Facts(facts), Part::Fields(fields.collect())],
    }
}

/// What a column wants, and a sample.
fn column_of_the_register(column: establishment::Column, lang: Lang) -> (&'static str, &'static str) {
    use establishment::Column as C;
    match column {
        C::Serial => ("", ""),
        C::Name => (
            lang.pick("营业执照上的全称。", "The full name on the licence."),
            lang.pick("道县潇水加油站有限公司", "Xiaoshui Filling Station Ltd., Daoxian"),
        ),
        C::CreditCode => (
            lang.pick(
                "18 位；没有换证的老执照填下面的工商注册号。",
                "18 characters; of an old licence the registration number instead.",
            ),
            lang.pick("照营业执照抄写，带空格粘贴也可以", "As on the licence; spaces do not matter"),
        ),
        C::RegistrationNumber => (
            lang.pick("15 位，老执照才有。", "15 digits, on old licences only."),
            lang.pick("照旧执照抄写", "As on the old licence"),
        ),
        C::Industry => {
            (lang.pick("选主要经营的行业。", "The main industry."), lang.pick("成品油", "Refined oil"))
        }
        C::LicenceKind => (
            lang.pick("证件上的名称。", "As the licence is called."),
            lang.pick("成品油零售经营批准证书", "Approval for the retail of refined oil"),
        ),
        C::LicenceNumber => (lang.pick("证件上的编号。", "Its number."), "油零售证书第4311240021号"),
        C::IssuedOn => (lang.pick("发证日期。", "The day of issue."), "2024-3-5"),
        C::ExpiresOn => (lang.pick("长期有效的写“长期”。", "“长期” for one without an end."), "2029-3-4"),
        C::LegalRepresentative => (
            lang.pick("法定代表人、负责人或者经营者。", "Legal representative or operator."),
            lang.pick("何志远", "He Zhiyuan"),
        ),
        C::Phone => {
            (lang.pick("手机或者带区号的座机。", "A mobile, or a line with its area code."), "0746-5220000")
        }
        C::Address => (
            lang.pick("写到门牌。", "To the house number."),
            lang.pick("道县道江镇西洲路18号", "18 Xizhou Road, Daojiang"),
        ),
        C::Town => (lang.pick("乡镇或者街道。", "Town or township."), lang.pick("道江镇", "Daojiang")),
        C::Remark => (
            lang.pick("其他需要说明的。", "Whatever else matters."),
            lang.pick("2025年扩建，罐容增加", "Extended in 2025"),
        ),
    }
}

fn of_the_back_entry(today: Day, lang: Lang) -> Entry {
    let purpose = lang.pick(
        "把在纸上已经办到一半的案件补录进来：办到哪一步填到哪一步，没办的留空。每一步按它真实的日期登记，期限当天就能算对；纸上缺的会列在案件页上，不会被隐藏。",
        "Brings in a case that is half done on paper: fill in as far as it has come and leave the rest empty. Each step counts from its real day; what the paper lacks is listed on the case.",
    );
    let facts = vec![
        (
            lang.pick("依据", "Article").to_owned(),
            lang.pick(
                "每一步与它在系统中办理时的条款相同",
                "Each step by the same article as when it is done here",
            )
            .to_owned(),
        ),
        (
            lang.pick("由谁办", "Done by").to_owned(),
            lang.pick(
                "执法人员填写，负责人核对后导入",
                "Officers fill it in, the head compares and puts it in",
            )
            .to_owned(),
        ),
    ];
    let columns = back_entry::Column::ALL.into_iter().filter(|one| *one != back_entry::Column::Serial);
    let asked: Vec<Field> = columns.map(|column| back_entry_field(column, lang)).collect();
    let mut fields = super::field::told(None, &asked, today, lang);
    for (field, asked) in fields.iter_mut().zip(&asked) {
        let sample = back_entry_sample(&asked.name, lang);
        if !sample.is_empty() {
            sample.clone_into(&mut field.sample);
        }
        if field.sample.is_empty() {
            field.sample = (today - chrono::Duration::days(20)).to_string();
        }
        if field.wants.is_empty() {
            lang.pick("照纸质文书填写。", "As on the paper.").clone_into(&mut field.wants);
        }
    }
    Entry {
        title: lang.pick("补录在办案件", "Enter an open case").to_owned(),
        kind: kind(lang),
        parts: vec![Part::Says(vec![purpose.to_owned()]), Part::Facts(facts), Part::Fields(fields)],
    }
}

fn back_entry_field(column: back_entry::Column, lang: Lang) -> Field {
    let choices = back_entry::choices(column, store::catalogue::in_use(), lang);
    let kind = if choices.is_some() { FieldKind::Select } else { FieldKind::Line };
    let options: Choices = choices.into_iter().flatten().map(|one| (one.clone(), one)).collect();
    Field {
        kind,
        name: format!("paper_{}", column.word()),
        label: column.title(lang).to_owned(),
        hint: column.hint(lang).unwrap_or_default().to_owned(),
        required: column.is_required(),
        options,
    }
}

/// A sample where it is neither a day nor a choice.
fn back_entry_sample(name: &str, lang: Lang) -> &'static str {
    match name.trim_start_matches("paper_") {
        "party" => lang.pick("道县潇水加油站有限公司", "Xiaoshui Filling Station Ltd."),
        "credit_code" => lang.pick("照营业执照抄写", "As on the licence"),
        "id_number" => lang.pick("照身份证抄写", "As on the identity card"),
        "place" => lang.pick("道县道江镇西洲路18号", "18 Xizhou Road, Daojiang"),
        "suspicion" | "facts" => {
            lang.pick("无证零售成品油，有现场笔录", "Retail of fuel without a licence; there is a record")
        }
        "number" => "道商案〔2026〕7号",
        "lead" => lang.pick("王强", "Wang Qiang"),
        "second" => lang.pick("李志强", "Li Zhiqiang"),
        "approver" => lang.pick("周建国", "Zhou Jianguo"),
        "reviewer" | "host" => lang.pick("唐丽华", "Tang Lihua"),
        "voices" => lang.pick("周建国、唐丽华", "Zhou Jianguo、Tang Lihua"),
        "record_times" => "9:30-10:20",
        "proposed" | "fine" | "paid" => "5000",
        "kinds" => "警告",
        "gains" => "3600",
        "base" => "21600",
        "notice_number" => "道商罚告〔2026〕9号",
        "decision_number" => "道商罚决〔2026〕18号",
        _ => "",
    }
}
