//! An act in one line of words, for the timeline and the record of events.

use super::goods_back::goods_back_words;
use super::{
    Act, AppointHearing, ApprovePlan, Gains, HandedOver, HearingOutcome, Method, Name, Outcome, Paid, Pay,
    PenaliseOnTheSpot, Service, Signature, SpotDefence,
};
use crate::Lang;
use crate::calendar::day_long as long_day;

impl Act {
    /// What was done, without its name: numbers, amounts, grounds and words of the officers.
    #[must_use]
    pub fn summary(&self, lang: Lang) -> String {
        match self {
            Act::RegisterClue(facts) => {
                let words = [facts.source.name(lang), facts.suspicion.as_str(), facts.confirmed(lang)];
                join(lang, words)
            }
            Act::File(facts) => names(lang, facts.parties.iter().map(|party| party.name.as_str())),
            Act::RefuseFiling(facts) => join(lang, [facts.ground.name(lang), facts.reason.as_str()]),
            Act::PenaliseOnTheSpot(facts) => facts.words(lang),
            Act::PassClue(facts) => facts.reason.to_string(),
            Act::AddParty(facts) => facts.party.name.to_string(),
            Act::AddUnlawfulAct(facts) => facts.act.place.to_string(),
            Act::CompleteParty(facts) => facts.words(lang).join(lang.pick("；", "; ")),
            Act::ChangeOfficers(facts) => facts.reason.to_string(),
            Act::Inquire(facts) => {
                let due = long_day(facts.due, lang);
                let what = [number(&facts.number), facts.what.name(lang), facts.to.as_str(), &due];
                join(lang, what.into_iter().chain([facts.matter.as_str()]))
            }
            Act::AskRecusal(facts) => {
                join(lang, [facts.name.as_str(), facts.source.name(lang), facts.reason.as_str()])
            }
            Act::DecideRecusal(facts) => {
                let word = if facts.granted {
                    lang.pick("决定回避", "granted")
                } else {
                    lang.pick("驳回回避申请", "refused")
                };
                join(lang, [word, facts.reason.as_str()])
            }
            Act::Record(facts) => {
                let refused = match &facts.signature {
                    Signature::Signed => String::new(),
                    Signature::Refused { witness } => lang.pick(
                        format!("（拒绝签字，见证人：{witness}）"),
                        format!(" (signature refused, witness: {witness})"),
                    ),
                };
                let what = join(lang, [facts.kind.name(lang), facts.course.as_str()]);
                format!("{what}{refused}")
            }
            Act::AdoptRecords(facts) => {
                let count = facts.records.len();
                lang.pick(format!("笔录 {count} 份"), format!("{count} records"))
            }
            Act::Conclude(facts) => {
                let proposals: Vec<String> =
                    facts.proposals.iter().map(|proposal| proposal.outcome.words(lang)).collect();
                lang.pick("建议", "Proposal: ").to_owned() + &proposals.join(lang.pick("；", "; "))
            }
            Act::Review(facts) => join(lang, [facts.opinion.name(lang), facts.reasons.as_str()]),
            Act::Supplement(facts) => facts.reason.to_string(),
            Act::ApproveNotice(facts) => facts.number.clone().unwrap_or_default(),
            Act::ServeNotice(facts) => facts.service.words(lang),
            Act::ReceiveDefence(facts) => facts.arguments.to_string(),
            Act::WaiveDefence(facts) => facts.paper.to_string(),
            Act::TakeBackWaiver(_) => String::new(),
            Act::AnswerDefence(facts) => {
                let word = if facts.accepted {
                    lang.pick("采纳", "accepted")
                } else {
                    lang.pick("不予采纳", "not accepted")
                };
                join(lang, [word, facts.reasons.as_str()])
            }
            Act::ChangeProposal(facts) => join(lang, [&facts.outcome.words(lang), facts.reason.as_str()]),
            Act::WaiveHearing(facts) => facts.paper.to_string(),
            Act::RequestHearing(facts) => facts.request.to_string(),
            Act::GrantHearing(facts) => facts.reason.to_string(),
            Act::AppointHearing(facts) => facts.words(lang),
            Act::ServeHearingNotice(facts) => facts.service.words(lang),
            Act::HoldHearing(facts) => facts.outcome.words(lang),
            Act::Deliberate(facts) => {
                let voices: Vec<String> =
                    facts.voices.iter().map(|voice| format!("{}：{}", voice.name, voice.opinion)).collect();
                let words = facts.outcome.words(lang);
                join(lang, [&words, facts.conclusion.as_str(), &voices.join(lang.pick("；", "; "))])
            }
            Act::Decide(facts) => {
                let (words, held) = (facts.penalties.words(lang), facts.held_words(lang));
                join(lang, [number(&facts.number), &words, &held])
            }
            Act::DecideNoPenalty(facts) => {
                join(lang, [facts.number.as_deref().unwrap_or_default(), facts.ground.name(lang)])
            }
            Act::Serve(facts) => facts.service.words(lang),
            Act::Perform(facts) => join(lang, [facts.performed.name(lang), facts.course.as_str()]),
            Act::Pay(facts) => facts.words(lang),
            Act::ApprovePlan(facts) => facts.words(lang),
            Act::Demand(facts) => join(lang, [number(&facts.number), &facts.service.words(lang)]),
            Act::ApplyToCourt(facts) => join(lang, [number(&facts.number), facts.request.as_str()]),
            Act::RecordCourtAnswer(facts) => join(lang, [facts.answer.name(lang), facts.paper.as_str()]),
            Act::ObjectToCourt(facts) => join(lang, [facts.court.as_str(), facts.grounds.as_str()]),
            Act::RecordObjectionAnswer(facts) => join(lang, [facts.answer.name(lang), facts.paper.as_str()]),
            Act::ProposeRevocation(facts) => {
                let letter = letter(&facts.letter);
                join(lang, [facts.to.as_str(), facts.licence.as_str(), letter, facts.reason.as_str()])
            }
            Act::RecordRevocationAnswer(facts) => join(lang, [facts.answer.name(lang), facts.paper.as_str()]),
            Act::SuspendEnforcement(facts) => {
                join(lang, [number(&facts.number), facts.ground.name(lang), facts.reason.as_str()])
            }
            Act::ResumeEnforcement(facts) => facts.reason.to_string(),
            Act::EndEnforcement(facts) => {
                join(lang, [number(&facts.number), facts.ground.name(lang), facts.reason.as_str()])
            }
            Act::RegisterRemedy(facts) => {
                let applied = day_of("申请日 ", "applied ", facts.applied_on, lang);
                join(lang, [facts.remedy.name(lang), facts.organ.as_str(), &applied])
            }
            Act::AnswerRemedy(facts) => join(lang, [number(&facts.number), facts.paper.as_str()]),
            Act::EndRemedy(facts) => join(lang, [facts.outcome.name(lang), facts.paper.as_str()]),
            Act::OrderAnew(facts) => {
                let words = [facts.reviser.name(lang), facts.ground.name(lang), facts.paper.as_str()];
                join(lang, words.into_iter().chain(facts.refund.as_ref().map(|one| one.as_str())))
            }
            Act::ChangeDecision(facts) => {
                let (penalties, service) = (facts.penalties.words(lang), facts.service.words(lang));
                let words =
                    [number(&facts.number), facts.reviser.name(lang), &penalties, facts.paper.as_str()];
                let refund = facts.refund.as_ref().map(|one| one.as_str());
                join(lang, words.into_iter().chain(refund).chain([service.as_str()]))
            }
            Act::RevokeDecision(facts) => {
                let words = [facts.reviser.name(lang), facts.ground.name(lang), facts.paper.as_str()];
                join(lang, words.into_iter().chain(facts.refund.as_ref().map(|one| one.as_str())))
            }
            Act::ReceiveApplication(facts) => facts.request.to_string(),
            Act::ForwardApplication(facts) => facts.paper.to_string(),
            Act::RegisterContest(facts) => join(lang, [facts.remedy.name(lang), facts.organ.as_str()]),
            Act::AnswerContest(facts) => join(lang, [number(&facts.number), facts.paper.as_str()]),
            Act::EndContest(facts) => join(lang, [facts.outcome.name(lang), facts.paper.as_str()]),
            Act::ExtendVerification(facts) => facts.reason.to_string(),
            Act::HandOnCash(facts) => join(lang, [facts.to.name(lang), facts.paper.as_str()]),
            Act::Publish(facts) => {
                let here =
                    facts.open.as_ref().map_or("", |_| lang.pick("已上公开页面", "on the public page"));
                join(lang, [facts.publicity.name(lang), facts.course.as_str(), here])
            }
            Act::Unpublish(facts) => facts.course.to_string(),
            Act::ReportOnTheSpot(facts) => facts.received_by.to_string(),
            Act::Withdraw(facts) => join(lang, [facts.ground.name(lang), facts.reason.as_str()]),
            Act::ProposeTransfer(facts) => {
                join(lang, [facts.receiver.name().as_str(), letter(&facts.letter), facts.reason.as_str()])
            }
            Act::WithdrawTransfer(facts) => facts.reason.to_string(),
            Act::TransferOut(facts) => facts.receipt.to_string(),
            Act::TransferAccepted(facts) => join(lang, [facts.answered_by.as_str(), facts.number.as_str()]),
            Act::TransferReturned(facts) => join(lang, [facts.answered_by.as_str(), facts.reason.as_str()]),
            Act::ReportCrime(facts) => join(lang, [facts.crime.as_str(), facts.report.as_str()]),
            Act::DecideCrime(facts) => {
                let word = if facts.approved {
                    lang.pick("批准移送", "approved")
                } else {
                    lang.pick("不批准移送", "refused")
                };
                join(lang, [word, facts.reason.as_str()])
            }
            Act::HandToPolice(facts) => {
                let time = facts.time.format("%H:%M").to_string();
                join(lang, [facts.organ.as_str(), &time, letter(&facts.letter), facts.list.as_str()])
            }
            Act::RecordPoliceReply(facts) => {
                let back = goods_back_words(&facts.goods_back, lang);
                join(lang, [facts.reply.name(lang), facts.paper.as_str(), &back])
            }
            Act::ContestRefusal(facts) => join(lang, [facts.before.name(lang), facts.paper.as_str()]),
            Act::HandGoods(facts) => facts.list.to_string(),
            Act::ResumeCase(facts) => {
                join(lang, [facts.reason.as_str(), &goods_back_words(&facts.goods_back, lang)])
            }
            Act::Close(facts) => facts.summary.to_string(),
            Act::Archive(facts) => {
                let remark = facts.remark.as_ref().map(super::Note::as_str).unwrap_or_default();
                join(lang, [facts.archive_number.as_str(), facts.keeping.name(lang), remark])
            }
            Act::TakeBack(facts) => facts.act.name(lang).to_owned(),
            Act::Correct(facts) => {
                let name = facts.new.kind().name(lang);
                lang.pick(format!("“{name}”：{}", facts.reason), format!("“{name}”: {}", facts.reason))
            }
            other => other.measure_words(lang),
        }
    }
}

impl PenaliseOnTheSpot {
    /// 道商当罚〔2026〕5号，道县××超市，警告，责令改正，当场交付，何某签收；现场未见标志；当事人没有异议
    fn words(&self, lang: Lang) -> String {
        let penalty = self.penalties.words(lang);
        let handed = match &self.handed_over {
            HandedOver::Signed { signed_by, .. } => {
                lang.pick(format!("当场交付，{signed_by}签收"), format!("handed over, signed by {signed_by}"))
            }
            HandedOver::Refused { witness } => lang.pick(
                format!("当场交付，拒绝签收，见证人：{witness}"),
                format!("handed over, signature refused, witness: {witness}"),
            ),
        };
        let number = self.number.as_deref().unwrap_or_default();
        let decided = join(lang, [number, self.party.name.as_str(), &penalty, &handed]);
        [decided, self.facts.to_string(), self.heard.words(lang)].join(lang.pick("；", "; "))
    }
}

impl SpotDefence {
    fn words(&self, lang: Lang) -> String {
        match self {
            SpotDefence::Nothing => lang.pick("当事人没有异议", "the party objected nothing").to_owned(),
            SpotDefence::Said { arguments, accepted: true, reasons } => lang.pick(
                format!("当事人陈述：{arguments}（采纳：{reasons}）"),
                format!("the party said: {arguments} (accepted: {reasons})"),
            ),
            SpotDefence::Said { arguments, accepted: false, reasons } => lang.pick(
                format!("当事人陈述：{arguments}（不予采纳：{reasons}）"),
                format!("the party said: {arguments} (not accepted: {reasons})"),
            ),
        }
    }
}

impl Pay {
    fn words(&self, lang: Lang) -> String {
        let amount = self.amount;
        match &self.paid {
            Paid::AtBank { voucher } => {
                lang.pick(format!("{amount} 元，凭证 {voucher}"), format!("¥{amount}, voucher {voucher}"))
            }
            Paid::OnTheSpot { ground, receipt } => {
                let receipt = receipt.as_ref().map(|one| one.as_str()).unwrap_or_default();
                let ground = ground.name(lang);
                lang.pick(
                    format!("{amount} 元，当场收缴：{ground}，票据 {receipt}"),
                    format!("¥{amount}, collected on the spot: {ground}, receipt {receipt}"),
                )
            }
        }
    }
}

impl Outcome {
    /// The proposal in words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Outcome::Penalise(penalties) => penalties.words(lang),
            Outcome::NoPenalty { ground } => lang.pick(
                format!("不予处罚：{}", ground.name(lang)),
                format!("no penalty: {}", ground.name(lang)),
            ),
            Outcome::Transfer { to } => lang.pick(format!("移送{to}"), format!("transfer to {to}")),
            Outcome::Withdraw { ground } => lang.pick(
                format!("撤销立案：{}", ground.name(lang)),
                format!("withdrawal: {}", ground.name(lang)),
            ),
        }
    }
}

impl AppointHearing {
    /// The number, day, hour and place of the hearing.
    fn words(&self, lang: Lang) -> String {
        let when = format!("{} {}", long_day(self.day, lang), self.time.format("%H:%M"));
        let closed = if self.closed_reason.is_some() { lang.pick("不公开", "not in public") } else { "" };
        let postponed = self.postponed.as_ref().map_or("", |reason| reason.as_str());
        let number = self.number.as_deref().unwrap_or_default();
        join(lang, [number, &when, self.place.as_str(), closed, postponed])
    }
}

impl HearingOutcome {
    /// How it ended, with the record and the report.
    fn words(&self, lang: Lang) -> String {
        match self {
            HearingOutcome::Held { record, report } => {
                join(lang, [self.name(lang), record.as_str(), report.as_str()])
            }
            HearingOutcome::Abandoned { how } => join(lang, [self.name(lang), how.as_str()]),
            HearingOutcome::Withdrawn { paper } => join(lang, [self.name(lang), paper.as_str()]),
        }
    }
}

impl Service {
    /// How the paper reached the party.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let detail = match &self.method {
            Method::Direct { receiver, signed_by } => lang.pick(
                format!("{}签收（{signed_by}）", receiver.name(lang)),
                format!("signed by {signed_by}"),
            ),
            Method::Left { witness } => {
                lang.pick(format!("见证人：{witness}"), format!("witness: {witness}"))
            }
            Method::Electronic { address, .. } => address.to_string(),
            Method::Post { posted_on, receipt } => lang.pick(
                format!("{}交寄，{receipt}", long_day(*posted_on, lang)),
                format!("posted {}, {receipt}", long_day(*posted_on, lang)),
            ),
            Method::Returned { posted_on, receipt, reason, .. } => {
                let posted = long_day(*posted_on, lang);
                let reason = reason.name(lang);
                lang.pick(
                    format!("{posted}交寄，{receipt}；{reason}"),
                    format!("posted {posted}, {receipt}; {reason}"),
                )
            }
            Method::Entrusted { authority: through, signed_by }
            | Method::Forwarded { unit: through, signed_by } => lang.pick(
                format!("经{through}，签收人：{signed_by}"),
                format!("through {through}, signed by {signed_by}"),
            ),
            Method::PublicNotice { tries } => tries.to_string(),
        };
        join(lang, [self.method.name(lang), &detail])
    }
}

impl Gains {
    /// The word in a form.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Gains::NotStated => "",
            Gains::None => "none",
            Gains::Stated { .. } => "stated",
            Gains::NotAscertainable { .. } => "not_ascertainable",
        }
    }
}

pub(super) fn number(given: &Option<String>) -> &str {
    given.as_deref().unwrap_or_default()
}

fn letter(number: &Option<Name>) -> &str {
    number.as_ref().map_or("", Name::as_str)
}

fn day_of(zh: &str, en: &str, day: crate::Day, lang: Lang) -> String {
    format!("{}{}", lang.pick(zh, en), long_day(day, lang))
}

impl ApprovePlan {
    /// Each instalment with its day.
    fn words(&self, lang: Lang) -> String {
        let one = |instalment: &super::Instalment| {
            let day = long_day(instalment.by, lang);
            lang.pick(
                format!("{day}前缴 {} 元", instalment.amount),
                format!("¥{} by {day}", instalment.amount),
            )
        };
        let list: Vec<String> = self.instalments.iter().map(one).collect();
        let remitted = self.remission.as_ref().map(|one| {
            lang.pick(
                format!("减免加处罚款 {} 元（{}）", one.amount, one.steps),
                format!("¥{} of the surcharge remitted ({})", one.amount, one.steps),
            )
        });
        let list = list.join(lang.pick("；", "; "));
        let remitted = remitted.unwrap_or_default();
        join(lang, [number(&self.number), &list, self.hardship.as_str(), &remitted])
    }
}

pub(super) fn join<'a>(lang: Lang, parts: impl IntoIterator<Item = &'a str>) -> String {
    let kept: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    kept.join(lang.pick("，", ", "))
}

fn names<'a>(lang: Lang, names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(lang.pick("、", ", "))
}
