//! What the acts from the review to the decision are for.

use super::act::Purpose;
use super::law::Law::Penalty;
use domain::case::ActKind;

/// What an act of this part is for.
pub fn purpose(kind: ActKind) -> Option<Purpose> {
    Some(match kind {
        ActKind::Review => Purpose {
            zh: "法制审核人员看全案：主体、职权、事实、证据、依据、程序、裁量。审核的是现在拟作的处罚，以后加重了要重新审核；举行听证的，听证之后再审。",
            en: "The reviewer looks at the whole case: power, facts, evidence, law, procedure, discretion. It is bound to what is intended now: heavier means a new review, and after a hearing it is reviewed again.",
            articles: &[(Penalty, 58)],
        },
        ActKind::ApproveNotice => Purpose {
            zh: "负责人批准事先告知书：事实、理由、依据、拟作的处罚，以及陈述申辩和听证的权利。达到听证标准的必须告知听证权利。",
            en: "The head approves the advance notice: facts, reasons, law, intended penalty, the right to be heard, and a hearing wherever the law gives one.",
            articles: &[(Penalty, 44), (Penalty, 63)],
        },
        ActKind::ServeNotice => Purpose {
            zh: "把告知书送达当事人。陈述申辩和要求听证的期限，从送达次日起算五个工作日。",
            en: "Serves the notice. The five working days for the defence and for a hearing run from the day after.",
            articles: &[(Penalty, 44)],
        },
        ActKind::ReceiveDefence => Purpose {
            zh: "当事人提出陈述、申辩的，当天如实记下。口头提出的由执法人员记录、当事人签名。已经集体讨论的，讨论作废，复核之后重新讨论。",
            en: "What the party says is noted on the day, also when it is said by word of mouth. A discussion held before it is void and is held again after the re-examination.",
            articles: &[(Penalty, 45)],
        },
        ActKind::WaiveDefence => Purpose {
            zh: "当事人书面明确放弃陈述申辩的，记下放弃书。放弃申辩不等于放弃听证。",
            en: "The party waives the defence expressly in writing. That is no waiver of the hearing.",
            articles: &[(Penalty, 45), (Penalty, 62)],
        },
        ActKind::TakeBackWaiver => Purpose {
            zh: "期限未满、还没有决定时，当事人可以收回放弃，期限照原来的计算。",
            en: "While the term runs and nothing is decided, the party may take the waiver back; the term stays as it was.",
            articles: &[(Penalty, 45), (Penalty, 62)],
        },
        ActKind::AnswerDefence => Purpose {
            zh: "对申辩提出的事实、理由和证据逐条复核，成立的应当采纳。没有复核的不能作出决定，也不得因申辩加重处罚。",
            en: "Each fact, reason and proof of the defence is re-examined; what is sound is accepted. Without it there is no decision, and nothing becomes heavier because of a defence.",
            articles: &[(Penalty, 45), (Penalty, 62)],
        },
        ActKind::ChangeProposal => Purpose {
            zh: "拟处罚要改变时，由负责人写明新的内容和理由。加重的、增加种类的、换条款的，要重新告知当事人。",
            en: "The intended penalty changes. Heavier, a further kind, another article: the party is told anew.",
            articles: &[(Penalty, 44), (Penalty, 62)],
        },
        ActKind::WaiveHearing => Purpose {
            zh: "当事人书面放弃听证的，记下放弃书。",
            en: "The party waives the hearing in writing.",
            articles: &[(Penalty, 64)],
        },
        ActKind::RequestHearing => Purpose {
            zh: "当事人在五个工作日内要求听证的，当天登记，二十个工作日内举行。",
            en: "The party asks for a hearing within five working days: it is noted that day and held within twenty working days.",
            articles: &[(Penalty, 64)],
        },
        ActKind::GrantHearing => Purpose {
            zh: "期限已过，或者法律不要求听证但确有必要的，负责人可以决定举行听证。",
            en: "After the term, or without a right to it, the head may grant a hearing.",
            articles: &[(Penalty, 64)],
        },
        ActKind::AppointHearing => Purpose {
            zh: "负责人指定主持人，定下时间地点。主持人不能是本案调查人员。通知书送达与听证日之间要有七个整工作日。",
            en: "The head names the host, who has no part in the case, with day and place. Between the notice and the hearing lie seven full working days.",
            articles: &[(Penalty, 64)],
        },
        ActKind::ServeHearingNotice => Purpose {
            zh: "把听证通知书送达当事人，写明时间、地点、主持人和申请回避的权利。",
            en: "Serves the notice of the hearing: when, where, who hosts it, and the right to challenge the host.",
            articles: &[(Penalty, 64)],
        },
        ActKind::HoldHearing => Purpose {
            zh: "记下听证笔录和主持人的报告。当事人无正当理由不到场、中途退出的，视为放弃。决定要根据听证笔录作出。",
            en: "Notes the record and the host's report. Whoever stays away without reason or leaves early has given it up. The decision rests on the record.",
            articles: &[(Penalty, 64), (Penalty, 65)],
        },
        ActKind::Deliberate => Purpose {
            zh: "情节复杂或者处罚较重的，由负责人集体讨论，记下每个人的意见和结论。承办人只汇报，不表决。",
            en: "Complex facts or a heavy penalty: the heads discuss it together; each opinion and the conclusion are noted. Officers report and have no voice.",
            articles: &[(Penalty, 57)],
        },
        ActKind::Decide => Purpose {
            zh: "告知、申辩、听证、审核和集体讨论都办完后，由负责人作出处罚决定，编文号。不能重于已经告知的处罚。",
            en: "When notice, defence, hearing, review and discussion are done, the head decides and the decision gets its number. It is never heavier than what the party was told.",
            articles: &[(Penalty, 57), (Penalty, 59), (Penalty, 60)],
        },
        ActKind::DecideNoPenalty => Purpose {
            zh: "违法行为轻微并已改正没有后果、没有主观过错、证据不足等情形，决定不予处罚。初次违法可以不罚的，先检索以往处罚记录。",
            en: "Slight and mended without harm, no fault, facts not established: no penalty. For a first offence the earlier decisions are searched.",
            articles: &[(Penalty, 30), (Penalty, 31), (Penalty, 33), (Penalty, 36), (Penalty, 57)],
        },
        ActKind::Withdraw => Purpose {
            zh: "立案有误，或者当事人死亡、终止又没有承受人的，由负责人撤销立案。查封、扣押的物品先解除退还。",
            en: "Filed in error, or the party is gone without a successor: the head withdraws the case. What is held is released first.",
            articles: &[],
        },
        _ => return None,
    })
}
