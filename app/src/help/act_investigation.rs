//! What the acts from the first clue to the end of the investigation are for.

use super::act::Purpose;
use super::law::Law::{Compulsion as Force, CriminalTransfer as Crime, Penalty};
use domain::case::ActKind;

/// What an act of this part is for.
pub fn purpose(kind: ActKind) -> Option<Purpose> {
    Some(match kind {
        ActKind::RegisterClue => Purpose {
            zh: "把刚收到的线索记下来，案件从这里开始。核查期限从收到线索的第二天起算。还不知道当事人也可以先登记。",
            en: "Notes a clue as it comes in; a case begins with it. The time to verify it runs from the day after. It can be registered before anybody knows who did it.",
            articles: &[(Penalty, 54)],
        },
        ActKind::PenaliseOnTheSpot => Purpose {
            zh: "违法事实确凿、依据明确，只给予警告或者小额罚款时，两名执法人员当场作出并交付决定书。超过限额的改用普通程序，已填内容可以全部带过去。",
            en: "Facts are certain, the law is clear, and only a warning or a small fine is due: two officers decide and hand the decision over at once. Above the limits the ordinary procedure takes over all that was typed.",
            articles: &[(Penalty, 51), (Penalty, 52)],
        },
        ActKind::File => Purpose {
            zh: "核查后认为应当查处的，提请负责人立案，定下当事人、案由和两名承办人。九十日的办案期限从立案次日起算，不能延长。",
            en: "After verification the head opens the case: party, violation and two officers. The ninety days to decide run from the day after; they cannot be extended.",
            articles: &[(Penalty, 22), (Penalty, 36), (Penalty, 54)],
        },
        ActKind::RefuseFiling => Purpose {
            zh: "核查后认为不需要立案的，写明理由，由负责人决定。查封、扣押的物品要先解除；实名举报的要答复举报人。",
            en: "After verification no case is needed: the reason is written and the head decides. What is sealed or seized is released first; a named reporter is answered.",
            articles: &[],
        },
        ActKind::ExtendVerification => Purpose {
            zh: "线索在核查期限内查不清的，期限届满前由负责人批准延长一次。",
            en: "A clue that cannot be verified in its time: the head lengthens it once, before it is over.",
            articles: &[(Penalty, 54)],
        },
        ActKind::AddParty => Purpose {
            zh: "调查中发现还有别的当事人（例如负责人本人也应当受罚）时，在调查终结前追加。",
            en: "The investigation shows a further party, such as the person in charge: it is added before the conclusion.",
            articles: &[],
        },
        ActKind::AddUnlawfulAct => Purpose {
            zh: "同一当事人还有别的违法行为时，在调查终结前追加。每项违法行为单独判断职权、辖区和追责时效，单独定处罚。",
            en: "The same party did something else as well: it is added before the conclusion. Power, area and limitation are judged for each act, and each has its own penalty.",
            articles: &[],
        },
        ActKind::CompleteParty => Purpose {
            zh: "立案后才知道，或者登记时写错的统一社会信用代码、负责人、地址，在这里补充、改正，改前改后都留在办案过程里。文书缺这些内容时从“本案文书”直接到这里。名称和主体类型不在这里改。",
            en: "Credit code, representative and address that became known after the filing, or were entered wrong, are added or put right; the timeline keeps what stood before. A paper that lacks them leads here. Name and kind are not changed here.",
            articles: &[],
        },
        ActKind::PassClue => Purpose {
            zh: "登记线索的人调离、休假时，由负责人交给另一名办案人员核查。核查期限照常计算。",
            en: "Whoever registered the clue has left or is away: the head gives it to another officer. The term to verify it goes on.",
            articles: &[],
        },
        ActKind::ChangeOfficers => Purpose {
            zh: "承办人调离、回避或者证件到期时，由负责人另行指定两名承办人。",
            en: "An officer leaves, stands aside or his certificate ends: the head names two officers anew.",
            articles: &[(Penalty, 42)],
        },
        ActKind::Record => Purpose {
            zh: "检查、询问、抽样、提取证据、责令改正、复查，做一次记一次。须有两名执法人员在场，出示证件，告知权利。",
            en: "Each inspection, interview, sampling, taking of documents, order to put right and re-inspection is recorded. Two officers are there, show their certificates and tell the rights.",
            articles: &[(Penalty, 42), (Penalty, 55)],
        },
        ActKind::AdoptRecords => Purpose {
            zh: "立案前核查时做的笔录，立案后写明采用，才能作为本案证据。",
            en: "Records made while the clue was verified become evidence of the case when they are adopted by name.",
            articles: &[(Penalty, 54), (Penalty, 55)],
        },
        ActKind::RegisterEvidence => Purpose {
            zh: "证据可能灭失或者以后难以取得时，经负责人批准先行登记保存。七个工作日内必须作出处理，过期自动失效。",
            en: "Evidence may vanish or be hard to get later: with the head's approval it is registered. Within seven working days something must be done with it; then it lapses.",
            articles: &[(Penalty, 56)],
        },
        ActKind::HandleEvidence => Purpose {
            zh: "在七个工作日内写明登记保存的证据怎样处理：复制后退还、送检、查封扣押，或者解除。",
            en: "Within the seven working days: copied and returned, sent to be tested, seized, or released.",
            articles: &[(Penalty, 56)],
        },
        ActKind::TakeMeasure => Purpose {
            zh: "法律、法规授权的，经负责人批准后由两名执法人员查封场所、扣押财物，当场交付决定书和清单。期限三十日，从采取当日的次日起算。",
            en: "Where a law or regulation gives the power: with the head's approval two officers seal or seize, and hand over decision and list at once. Thirty days, from the day after.",
            articles: &[(Force, 16), (Force, 17), (Force, 18), (Force, 22), (Force, 23), (Force, 24)],
        },
        ActKind::TakeUrgentMeasure => Purpose {
            zh: "情况紧急来不及批准的，先当场查封、扣押，二十四小时内向负责人报告并补办批准手续。休息日也计算在内。",
            en: "There is no time to ask: it is taken at once and reported to the head within 24 hours, rest days included; the approval follows.",
            articles: &[(Force, 19)],
        },
        ActKind::ReportMeasure => Purpose {
            zh: "当场采取的强制措施，在二十四小时内报告负责人。",
            en: "An urgent measure is reported to the head within 24 hours.",
            articles: &[(Force, 19)],
        },
        ActKind::ConfirmMeasure => Purpose {
            zh: "负责人审查当场采取的强制措施。认为不应当采取的，立即解除。",
            en: "The head examines the urgent measure. If it should not have been taken, it is lifted at once.",
            articles: &[(Force, 19)],
        },
        ActKind::ExtendMeasure => Purpose {
            zh: "情况复杂、三十日内办不完的，经负责人批准延长一次，最多三十日，并书面告知当事人理由。",
            en: "The matter is complex: the head extends the measure once, by thirty days at most, and the party is told in writing why.",
            articles: &[(Force, 25)],
        },
        ActKind::CommissionTest => Purpose {
            zh: "对抽取的样品、先行登记保存或者查封、扣押的物品需要检验、检测、鉴定的，记下委托，并把期间书面告知当事人。检验期间不计入查封、扣押期限；先行登记保存的七日照算。",
            en: "Samples, registered evidence or what is sealed or seized are tested; the party is told in writing how long. That time is counted out of a sealing's or seizure's term, not of the seven days of registered evidence.",
            articles: &[(Force, 25)],
        },
        ActKind::RecordTestResult => Purpose {
            zh: "记下检验、鉴定的结论，告知当事人结果和复检的权利。查封、扣押的期限从次日继续计算。",
            en: "Notes the result and how the party was told of it and of a second test; from the next day a measure's term runs on.",
            articles: &[(Force, 25)],
        },
        ActKind::LiftMeasure => Purpose {
            zh: "没有违法行为、物品与案件无关、期限届满或者已经作出处理的，及时解除，立即退还。",
            en: "No violation, unrelated things, the term over or the matter decided: it is lifted and things go back at once.",
            articles: &[(Force, 28)],
        },
        ActKind::DisposeGoods => Purpose {
            zh: "登记查封、扣押的物品怎样了结：退还当事人，或者依法销毁。每件物品都有去向，案件才能结案。",
            en: "Notes what became of each thing: returned, or destroyed as the law orders. A case closes only when every thing has an end.",
            articles: &[(Force, 27), (Force, 28)],
        },
        ActKind::HandlePerishable => Purpose {
            zh: "易腐烂、变质或者危险的物品，先取样、评估、拍照，经物主书面同意后变卖，价款保存；法律要求销毁的依法销毁。",
            en: "What rots or is dangerous is sampled, valued and photographed, then sold with the owner's written consent, the proceeds being kept; or destroyed where the law orders it.",
            articles: &[(Force, 28)],
        },
        ActKind::Inquire => Purpose {
            zh: "通知当事人或者知情人到场接受询问，责令限期提供材料，或者请其他机关协助调查。发出后登记笔录、材料或者复函；到期未答复的，再次发出。",
            en: "Calls somebody to an interview, orders papers to be supplied, or asks another authority for help. The record, the papers or the answer follow.",
            articles: &[(Penalty, 26), (Penalty, 54), (Penalty, 55)],
        },
        ActKind::AskRecusal => Purpose {
            zh: "承办人、审核人员或者听证主持人与案件有利害关系的，当事人可以申请其回避，本人也应当提出。决定之前不停止调查。",
            en: "Somebody who works on the case has an interest in it: the party asks that he stand aside, or he says so himself. The investigation goes on meanwhile.",
            articles: &[(Penalty, 43)],
        },
        ActKind::DecideRecusal => Purpose {
            zh: "由负责人审查回避申请，作出决定并写明理由。",
            en: "The head decides on the request, with reasons.",
            articles: &[(Penalty, 43)],
        },
        ActKind::Conclude => Purpose {
            zh: "调查结束，写明查清的事实和证据，对每一名当事人提出处理建议。须写明违法所得，以及怎样责令改正。",
            en: "The investigation ends: facts, evidence, and a proposal for each party. Illegal gains and the order to put right are stated.",
            articles: &[(Penalty, 28), (Penalty, 40), (Penalty, 57)],
        },
        ActKind::Supplement => Purpose {
            zh: "事实不清、证据不足或者申辩提出新情况时，由负责人退回补充调查。之后重新终结、审核和告知。",
            en: "Facts are unclear or the defence brings something new: the head orders more investigation. Conclusion, review and notice follow anew.",
            articles: &[(Penalty, 40), (Penalty, 45)],
        },
        ActKind::ProposeTransfer => Purpose {
            zh: "不属于本局管辖的，移送有管辖权的机关或者外县区。对方答复之前案件仍由本局办理，告知、决定等步骤暂停。",
            en: "Another authority or county has the case: it is sent there. Until that one answers, the case stays here; notice and decision wait.",
            articles: &[(Penalty, 22), (Penalty, 25)],
        },
        ActKind::WithdrawTransfer => Purpose {
            zh: "对方还没有答复时，由负责人把移送撤回，案件照原来的步骤继续办。",
            en: "Before it is answered the head calls the transfer back; the case goes on as before.",
            articles: &[(Penalty, 22), (Penalty, 25)],
        },
        ActKind::TransferOut => Purpose {
            zh: "书面移送其他机关的，收到回执后登记，本局的办理到此结束。",
            en: "An authority that answers on paper has signed for the case: the receipt ends it here.",
            articles: &[(Penalty, 22), (Penalty, 25)],
        },
        ActKind::TransferAccepted => Purpose {
            zh: "外县区接收移送后由系统记入，不需要填写。",
            en: "Written when another county accepts a transfer; nobody fills it in.",
            articles: &[(Penalty, 22), (Penalty, 25)],
        },
        ActKind::TransferReturned => Purpose {
            zh: "外县区退回移送后由系统记入，案件照原来的步骤继续办。",
            en: "Written when another county returns a transfer; the case goes on as before.",
            articles: &[(Penalty, 22), (Penalty, 25)],
        },
        ActKind::ReportCrime => Purpose {
            zh: "违法行为可能构成犯罪的，由两名以上执法人员写出书面报告，提请正职负责人审批。",
            en: "The act may be a crime: two officers report it in writing to the chief.",
            articles: &[(Penalty, 27), (Crime, 5)],
        },
        ActKind::DecideCrime => Purpose {
            zh: "正职负责人在接到报告之日起三日内决定是否移送公安机关。只有正职或者主持工作的负责人可以决定。",
            en: "Within three days the chief decides whether it goes to the police. Nobody else may.",
            articles: &[(Crime, 5)],
        },
        ActKind::HandToPolice => Purpose {
            zh: "批准后二十四小时内把案件移交公安机关，附移送书、调查报告和物品清单，并告知当事人。",
            en: "Within 24 hours of the approval the case goes to the police, with letter, report and list; the party is told.",
            articles: &[(Crime, 6)],
        },
        ActKind::RecordPoliceReply => Purpose {
            zh: "公安机关立案或者不立案的通知收到后登记。不立案的，案件回到原来的步骤。",
            en: "Notes whether the police filed. If not, the case comes back to where it stood.",
            articles: &[(Crime, 8)],
        },
        ActKind::ContestRefusal => Purpose {
            zh: "不服公安机关不立案决定的，三日内提请公安机关复议，或者建议检察机关立案监督。",
            en: "Within three days the police are asked to reconsider, or the procuratorate to supervise.",
            articles: &[(Crime, 9)],
        },
        ActKind::HandGoods => Purpose {
            zh: "收到公安机关立案通知后三日内移交涉案物品，办结交接手续。没有物品的写明没有。",
            en: "Within three days of the notice that they filed, the goods go to the police; where there are none, that is said.",
            articles: &[(Crime, 12)],
        },
        ActKind::ResumeCase => Purpose {
            zh: "公安机关不立案、撤案或者把案件退回的，恢复办理，案件回到移送前的步骤。",
            en: "The police did not file or gave it back: the case is taken up where it stood.",
            articles: &[(Penalty, 27), (Crime, 10)],
        },
        _ => return None,
    })
}
