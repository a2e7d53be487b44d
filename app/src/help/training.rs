//! The entries of the acts of training: what each is for, who does it, and how its form is filled in.

use super::page::{Entry, FieldHelp, Part};
use super::training_fields::fields;
use crate::training::words::act as act_title;
use domain::Lang;
use domain::role::{Power, holders};
use domain::training::TrainingAct as T;

/// Deeds that are no act of the chain.
const DEEDS: [&str; 2] = ["edit_enrolment", "edit_trainee"];

/// The words of all acts with an entry.
pub fn words() -> impl Iterator<Item = &'static str> {
    T::ALL.iter().map(|act| act.word()).chain(DEEDS)
}

/// The entry of an act of training.
#[must_use]
pub fn entry(word: &str, lang: Lang) -> Option<Entry> {
    let word = words().find(|known| *known == word)?;
    let act = T::from_word(word);
    let (zh, en) = purpose(act, word);
    let power = act.map_or(Power::RunTraining, T::power);
    let who: Vec<&str> = holders(power).map(|role| role.title(lang)).collect();
    let mut facts = vec![(lang.pick("由谁办", "Done by").to_owned(), who.join(lang.pick("、", ", ")))];
    if act.is_some_and(T::asks_reason) {
        facts.push((
            lang.pick("须写理由", "Reason").to_owned(),
            lang.pick("是，与记录一起留存", "Yes; it is kept with the record").to_owned(),
        ));
    }
    let fields: Vec<FieldHelp> = fields(act, word, lang);
    let mut parts = vec![Part::Says(vec![lang.pick(zh, en).to_owned()]), Part::Facts(facts)];
    if !fields.is_empty() {
        parts.push(Part::Fields(fields));
    }
    let title = act_title(word, lang).to_owned();
    Some(Entry { title, kind: lang.pick("劳务培训", "Training").to_owned(), parts })
}

fn purpose(act: Option<T>, word: &str) -> (&'static str, &'static str) {
    match act {
        None if word == "edit_trainee" => (
            "修改学员的姓名、证件号、电话等。带 * 的原样保留就不改。已发的证书不随之改变。",
            "Changes a trainee's name, number or phones. What is left with its asterisks stays. Issued certificates do not change.",
        ),
        None => (
            "修改报名的附加信息：就业去向、用人单位、合同期限、个人信息同意。",
            "Changes what is kept beside an application: destination, employer, contract, consent.",
        ),
        Some(act) => purpose_of(act),
    }
}

fn purpose_of(act: T) -> (&'static str, &'static str) {
    match act {
        T::PlanProgramme => (
            "年初或者有任务时起草：办什么工种、培训多少人、每人多少学时、钱从哪里来。",
            "Drafted when there is a task: which trade, how many people, hours and money.",
        ),
        T::SubmitProgramme => (
            "起草好后提交负责人。提交人自己不能批准。",
            "Sent to the head. Whoever submits does not approve.",
        ),
        T::ApproveProgramme => (
            "负责人核对人数、学时和预算，批准后才能启动。",
            "The head checks numbers, hours and budget; it can start then.",
        ),
        T::ReturnProgramme => ("负责人写明哪里要改，退回起草人。", "The head says what to change."),
        T::RunProgramme => (
            "批准后启动，才能在项目里筹备培训班。",
            "Started after the approval; classes can then be planned.",
        ),
        T::AmendProgramme => (
            "批准后的人数只能由负责人调整，原来的数留存。",
            "An approved number is changed by the head alone; the old one is kept.",
        ),
        T::CloseProgramme => ("各班都结业或者取消后，结束项目。", "When all its classes have ended."),
        T::CancelProgramme => ("不办了，写明理由取消。", "It will not take place; the reason is kept."),
        T::PlanClass => (
            "在启动的项目里筹备一个班：名称、地点、名额、起止日期。",
            "A class in a programme that runs: name, place, places, days.",
        ),
        T::EditClass => (
            "修改班的名称、地点、名额或者日期。名额不能少于已录取人数。",
            "Changes the class. Places are never fewer than the accepted.",
        ),
        T::PlanSession => (
            "排一节课：日期、起止时间、学时、内容、教师、教室。同一教师、教室不能冲突。",
            "One session: day, hours, subject, teacher, room. Teacher and room are free.",
        ),
        T::DeleteSession => ("排错了、还没有签到的课次可以删除。", "A session without sign-ins is deleted."),
        T::StrikeSession => (
            "不上了的课次写明理由取消，不计学时。",
            "A session that falls out is struck; it counts no hours.",
        ),
        T::OpenEnrolment => ("开放报名后才能逐人登记。", "People can be registered from now on."),
        T::OpenClass => (
            "到了开班日期、录取人数够了，开班。之后才能签到。",
            "On its day and with enough people the class opens; sign-in follows.",
        ),
        T::SuspendClass => ("临时停课，写明理由。", "The class pauses, with the reason."),
        T::ResumeClass => ("停课的情形消失后恢复。", "The class goes on."),
        T::FinishClass => {
            ("课都上完、报名都有结果后结业。", "All sessions are over and every application has an end.")
        }
        T::ArchiveClass => (
            "成绩、证书都办完后归档，之后只能查看。",
            "Marks and certificates are done; from now on it is only read.",
        ),
        T::CancelClass => ("不办了的班写明理由取消。", "The class will not take place."),
        T::Apply => (
            "登记一个人报名。证件号已有档案的，沿用原档案。未成年、时间冲突、名额已满都会提示。",
            "Registers an application. A known number keeps its record. Age, overlap and places are checked.",
        ),
        T::Accept => (
            "在名额之内录取。越过候补在前的人须写理由。",
            "Accepted within the places. Passing over somebody asks for a reason.",
        ),
        T::PutOnWaitingList => {
            ("名额满了，按报名先后候补。", "The class is full; in the order of the applications.")
        }
        T::Refuse => ("不符合条件的，写明理由不予录取。", "The conditions are not met; the reason is kept."),
        T::Withdraw => (
            "本人不来了。空出的名额按顺序给候补人员。",
            "The person does not come; whoever waited first gets the place.",
        ),
        T::DropOut => ("开班后中途退学，写明理由。", "Leaves during the class; the reason is kept."),
        T::SignIn => (
            "在课次的点名页登记到课、迟到、请假、缺课。",
            "Present, late, excused or absent, on the session's roll call.",
        ),
        T::CorrectSignIn => (
            "登记错了的签到，由另一人核对后更正，原登记留存。",
            "A wrong sign-in is corrected with a second person; the first entry stays.",
        ),
        T::RecordMarks => (
            "考核后按人登记成绩，须由两名不同的考评员签名。空着的行不登记。",
            "Marks of the exam, with two examiners. Blank rows are left out.",
        ),
        T::CorrectMarks => (
            "成绩登记错了，由另一人核对后更正，原成绩留存。",
            "Wrong marks are corrected with a second person; the old ones stay.",
        ),
        T::IssueCertificate => (
            "考核合格、学时够了的发证，每人占用一个编号。",
            "Passed and with enough hours: a certificate with its number.",
        ),
        T::ReplaceCertificate => (
            "遗失、损毁或者更名的换发新证，原证失效。",
            "Lost, damaged or a new name: a new one, and the old one ends.",
        ),
        T::RevokeCertificate => {
            ("由负责人凭撤销决定撤销证书，不能恢复。", "By a decision of the head, for good.")
        }
        T::ImportRoll => {
            ("从花名册工作簿整批导入时由系统记入。", "Written when a roll is put in from a workbook.")
        }
    }
}
