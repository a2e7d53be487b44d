//! What the acts after the decision are for.

use super::act::Purpose;
use super::law::Law::{Compulsion as Force, Litigation, Penalty, Reconsideration};
use domain::case::ActKind;

/// What an act of this part is for.
pub fn purpose(kind: ActKind) -> Option<Purpose> {
    Some(match kind {
        ActKind::Serve => Purpose {
            zh: "把决定书送达当事人。当事人不在场的，七个工作日内送达。缴款、复议和起诉的期限都从送达次日起算。",
            en: "Serves the decision; within seven working days where the party was not there. The terms to pay, to ask for reconsideration and to sue run from the day after.",
            articles: &[(Penalty, 61)],
        },
        ActKind::Pay => Purpose {
            zh: "记下当事人缴来的款，可以分几次。罚款一律缴到银行；当场收缴只限法律允许的情形，并须出具专用票据。",
            en: "Notes what was paid, also in parts. Fines go to the bank; money is taken on the spot only where the law allows it, with the official receipt.",
            articles: &[(Penalty, 67), (Penalty, 68), (Penalty, 69), (Penalty, 70)],
        },
        ActKind::Perform => Purpose {
            zh: "决定除罚款外还要求没收、改正、停业、交回证件的，逐项记下履行情况。",
            en: "Besides money the decision asks for something: goods, an order obeyed, a licence handed in. Each is noted.",
            articles: &[(Penalty, 66)],
        },
        ActKind::ApprovePlan => Purpose {
            zh: "当事人确有经济困难并提出申请的，负责人可以批准延期或者分期缴纳。一期不缴，计划即告结束。",
            en: "The party is in hardship and asks: the head approves a deferral or instalments. A missed one ends the plan.",
            articles: &[(Penalty, 66)],
        },
        ActKind::Demand => Purpose {
            zh: "期满不缴的，申请法院强制执行前先书面催告，送达十个工作日后仍不履行才能申请。先直接送达。",
            en: "Before the court is asked, the party is reminded in writing; ten working days after the service the way is open. Direct service comes first.",
            articles: &[(Force, 35), (Force, 54)],
        },
        ActKind::ApplyToCourt => Purpose {
            zh: "当事人既不复议、起诉，又不履行的，在法定期限内申请人民法院强制执行。最早和最晚的日期见案件页的期限栏。",
            en: "No remedy was used and nothing was paid: the court is asked within its time. The case's terms show the first and the last day.",
            articles: &[(Force, 53), (Force, 54), (Force, 55)],
        },
        ActKind::RecordCourtAnswer => Purpose {
            zh: "记下法院受理、不予受理或者裁定的结果。对不予受理、不予执行不服的，十五日内向上一级法院申请复议。",
            en: "Notes what the court answered. Against a refusal the higher court is asked within fifteen days.",
            articles: &[(Force, 56), (Force, 58)],
        },
        ActKind::ObjectToCourt => Purpose {
            zh: "法院裁定不予受理或者不予执行，本局不服的，十五日内向上一级人民法院申请复议。",
            en: "The court declined and the bureau does not agree: within fifteen days it asks the court above.",
            articles: &[(Force, 56), (Force, 58)],
        },
        ActKind::RecordObjectionAnswer => Purpose {
            zh: "收到上一级人民法院的裁定后登记。受理、执行的照常等法院执行，维持的由负责人研究下一步。",
            en: "Notes what the court above said: it goes on there, or the refusal stands.",
            articles: &[(Force, 56), (Force, 58)],
        },
        ActKind::ProposeRevocation => Purpose {
            zh: "应当吊销许可证件而本局无权吊销的，作出处罚决定后，向有权的政府或者发证机关提请。",
            en: "A licence should be revoked and the bureau may not: after the decision it is proposed to the government or issuer that may.",
            articles: &[],
        },
        ActKind::RecordRevocationAnswer => Purpose {
            zh: "收到政府或者发证机关的答复后登记，写明是否吊销。",
            en: "Notes the answer of the government or issuer.",
            articles: &[],
        },
        ActKind::SuspendEnforcement => Purpose {
            zh: "当事人暂无履行能力、第三人对标的主张权利等情形，由负责人中止执行。",
            en: "The party cannot pay for now, somebody else claims the thing: the head suspends the enforcement.",
            articles: &[(Force, 39)],
        },
        ActKind::ResumeEnforcement => Purpose {
            zh: "中止的情形消失后，恢复执行。",
            en: "The ground is gone: the enforcement goes on.",
            articles: &[(Force, 39)],
        },
        ActKind::EndEnforcement => Purpose {
            zh: "公民死亡无遗产、单位终止无财产、依据被撤销等情形，终结执行。",
            en: "Nothing is left to be enforced on, or the basis has fallen: the enforcement ends.",
            articles: &[(Force, 40)],
        },
        ActKind::RegisterRemedy => Purpose {
            zh: "收到复议申请书或者起诉状副本的当天登记。答复、答辩期限从收到次日起算；执行不因此停止，决定停止的除外。起诉的是复议决定的，也登记在这里；被告是复议机关，本局不用答辩。",
            en: "Noted on the day on which the copy comes. The time to answer runs from the day after; the enforcement goes on unless it was stopped. A suit against the ruling of a reconsideration is noted here too; the government answers it, the bureau does not.",
            articles: &[(Penalty, 73), (Reconsideration, 42), (Litigation, 56)],
        },
        ActKind::AnswerRemedy => Purpose {
            zh: "在期限内向复议机关提交答复、证据，或者向法院提交答辩。逾期视为没有证据。",
            en: "Answer and evidence go to the government or the court in time; late means as without evidence.",
            articles: &[(Reconsideration, 48), (Litigation, 67)],
        },
        ActKind::EndRemedy => Purpose {
            zh: "记下复议决定或者判决的结果。决定被撤销、变更的，还要办理“撤销”“变更”或者“重新作出”。法院撤销复议决定、恢复原决定效力的，原决定从收到判决那天起重新计算缴款等期限；已经退还的，要重新缴纳。",
            en: "Notes how it ended. Where the decision fell or was changed, the act for that follows. Where a court revoked the ruling of the reconsideration and the decision stands again, its terms run from the day on which the judgment came; what went back is owed anew.",
            articles: &[(Penalty, 73)],
        },
        ActKind::OrderAnew => Purpose {
            zh: "决定被撤销并责令重新作出的，案件回到调查阶段，重新计算办案期限。同样的事实和理由不得作出同样的决定。",
            en: "The decision fell and is to be made anew: the case goes back to the investigation and its time runs again. Same facts and grounds cannot lead to the same result.",
            articles: &[(Penalty, 75), (Reconsideration, 64), (Litigation, 71)],
        },
        ActKind::ChangeDecision => Purpose {
            zh: "复议机关、法院或者本局变更处罚内容的，写明新的处罚并送达，多收的退还。",
            en: "The penalty is changed: the new one is written and served, and what was paid too much goes back.",
            articles: &[(Penalty, 75)],
        },
        ActKind::RevokeDecision => Purpose {
            zh: "决定被撤销、不再重作的，退还款项和财物，案件到此了结。",
            en: "The decision is revoked for good: money and goods go back and the case ends.",
            articles: &[(Penalty, 75)],
        },
        ActKind::ReceiveApplication => Purpose {
            zh: "当场处罚的当事人可以通过本局提出复议申请。收到的当天登记，五个工作日内转送复议机关。",
            en: "After a penalty on the spot the party may hand its application in here; it is recorded on the day it came and sent on within five working days.",
            articles: &[(Reconsideration, 23), (Reconsideration, 32)],
        },
        ActKind::ForwardApplication => Purpose {
            zh: "把收到的复议申请转送本级人民政府，写明转送函和回执。",
            en: "The application goes to the government of the same level; letter and receipt are noted.",
            articles: &[(Reconsideration, 32)],
        },
        ActKind::RegisterContest => Purpose {
            zh: "当事人对查封、扣押或者责令改正申请复议、提起诉讼的，收到副本的当天登记，立案前也可以登记。",
            en: "The party contests a sealing, a seizure or an order: recorded on the day the copy came, also before a filing.",
            articles: &[(Reconsideration, 48), (Litigation, 67)],
        },
        ActKind::AnswerContest => Purpose {
            zh: "在期限内提交答复、答辩和证据。逾期视为没有证据。",
            en: "Answer and evidence are handed in in time; late means as without evidence.",
            articles: &[(Reconsideration, 48), (Reconsideration, 70), (Litigation, 67)],
        },
        ActKind::EndContest => Purpose {
            zh: "记下结果。强制措施被撤销的，立即解除；责令改正被撤销的，不能再作为处罚的前提。",
            en: "Notes how it ended. A measure that was taken away is lifted at once; such an order opens no penalty any more.",
            articles: &[(Reconsideration, 64), (Litigation, 70)],
        },
        ActKind::HandOnCash => Purpose {
            zh: "当场收缴的罚款，执法人员两个工作日内交至本局，本局两个工作日内缴付银行，两步各登记一次。",
            en: "A fine collected on the spot goes from the officers to the bureau within two working days, and from there to the bank within two more; each step is recorded.",
            articles: &[(Penalty, 71)],
        },
        ActKind::Publish => Purpose {
            zh: "有一定社会影响的处罚决定七个工作日内公开；涉及国家秘密、商业秘密、个人隐私等依法不公开的，记明理由。",
            en: "A decision of some effect on society is published within seven working days; why one is not, is noted.",
            articles: &[(Penalty, 48), (Penalty, 50)],
        },
        ActKind::Unpublish => Purpose {
            zh: "公开过的决定被变更、撤销、确认违法或者无效的，三个工作日内撤回公开信息，并说明理由。",
            en: "A published decision was changed, revoked or found void: within three working days the publication is withdrawn, with the reason.",
            articles: &[(Penalty, 48)],
        },
        ActKind::ReportOnTheSpot => Purpose {
            zh: "当场作出的处罚，两个工作日内报本局备案。",
            en: "A penalty on the spot is reported to the bureau within two working days.",
            articles: &[(Penalty, 52)],
        },
        ActKind::Close => Purpose {
            zh: "执行完毕或者依法终结后结案。没有送达、没有缴清、物品没有去向的，都不能结案。",
            en: "Everything is carried out or ended by law. Not served, not paid, things without an end: not closed.",
            articles: &[],
        },
        ActKind::Archive => Purpose {
            zh: "结案后三十日内立卷归档，由档案员登记；结案后还有救济、公开或者公安答复没有办结的，三十日从办结起算。制发文书的签章件没有收回、救济未决、决定还没有公开（或者记明依法不公开）、失效的决定还没有撤回公开的，不能归档；此后重新作出决定的，案卷从档案中取出，办结后再归档。",
            en: "Within thirty days of the close, and of the last remedy, publication or answer of the police after it, the archivist takes the bound dossier over. Not while signed sheets are out, a remedy is under way, or a publication or withdrawal is to be seen to; a case that is decided anew leaves the archive until it is closed again.",
            articles: &[(Penalty, 47)],
        },
        ActKind::Correct => Purpose {
            zh: "登记的日期写错了，在这里更正，原来的记录仍然保留。后面的办理以它为依据的，不能更正。",
            en: "A wrong day is corrected; the old entry stays to be read. It is refused where a later act rests on it.",
            articles: &[],
        },
        ActKind::TakeBack => Purpose {
            zh: "本人刚登记错的，十分钟内、还没有人接着办时，可以在时间线上撤回。",
            en: "An entry of one's own can be taken back on the timeline for ten minutes, while nobody has acted on it.",
            articles: &[],
        },
        _ => return None,
    })
}
