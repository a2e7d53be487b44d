//! An act in one line of words, for the timeline and the record of events.

use super::{Act, Body, Case, Gains, Method, Outcome, Service, Signature};
use crate::Lang;
use crate::calendar::day_long as long_day;

impl Act {
    /// What was done, without its name: numbers, amounts, grounds and words of the officers.
    #[must_use]
    pub fn summary(&self, lang: Lang) -> String {
        match self {
            Act::RegisterClue(facts) => join(lang, [facts.source.name(lang), facts.suspicion.as_str()]),
            Act::File(facts) => names(lang, facts.parties.iter().map(|party| party.name.as_str())),
            Act::RefuseFiling(facts) => join(lang, [facts.ground.name(lang), facts.reason.as_str()]),
            Act::AddParty(facts) => facts.party.name.to_string(),
            Act::AddUnlawfulAct(facts) => facts.act.place.to_string(),
            Act::ChangeOfficers(facts) => facts.reason.to_string(),
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
            Act::Decide(facts) => {
                let words = facts.penalties.words(lang);
                join(lang, [facts.number.as_deref().unwrap_or_default(), &words])
            }
            Act::DecideNoPenalty(facts) => {
                join(lang, [facts.number.as_deref().unwrap_or_default(), facts.ground.name(lang)])
            }
            Act::Serve(facts) => facts.service.words(lang),
            Act::Pay(facts) => lang.pick(
                format!("{} 元，凭证 {}", facts.amount, facts.voucher),
                format!("¥{}, voucher {}", facts.amount, facts.voucher),
            ),
            Act::Withdraw(facts) => join(lang, [facts.ground.name(lang), facts.reason.as_str()]),
            Act::ProposeTransfer(facts) => {
                join(lang, [facts.receiver.name().as_str(), facts.letter.as_str(), facts.reason.as_str()])
            }
            Act::WithdrawTransfer(facts) => facts.reason.to_string(),
            Act::TransferOut(facts) => facts.receipt.to_string(),
            Act::TransferAccepted(facts) => join(lang, [facts.answered_by.as_str(), facts.number.as_str()]),
            Act::TransferReturned(facts) => join(lang, [facts.answered_by.as_str(), facts.reason.as_str()]),
            Act::Close(facts) => facts.summary.to_string(),
            Act::TakeBack(facts) => facts.act.name(lang).to_owned(),
            Act::Correct(facts) => {
                let name = facts.new.kind().name(lang);
                lang.pick(format!("“{name}”：{}", facts.reason), format!("“{name}”: {}", facts.reason))
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
            Outcome::Withdraw { ground } => lang.pick(
                format!("撤销立案：{}", ground.name(lang)),
                format!("withdrawal: {}", ground.name(lang)),
            ),
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

impl Case {
    /// The penalty in words as far as it is known: decided, told, or proposed for the first party.
    #[must_use]
    pub fn penalty_words(&self, lang: Lang) -> Option<String> {
        let Body::Filed(filed) = &self.body else { return None };
        let progress = &filed.tracks.first()?.progress;
        if let Some(decided) = progress.decided() {
            return Some(match &decided.decision {
                super::Decision::Penalty(penalties) => penalties.words(lang),
                super::Decision::NoPenalty { ground } => Outcome::NoPenalty { ground: *ground }.words(lang),
            });
        }
        match progress {
            super::Progress::Notified(notified) => Some(notified.told.words(lang)),
            super::Progress::Concluded(concluded) => Some(concluded.proposal.outcome.words(lang)),
            _ => None,
        }
    }
}

fn join<'a>(lang: Lang, parts: impl IntoIterator<Item = &'a str>) -> String {
    let kept: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    kept.join(lang.pick("，", ", "))
}

fn names<'a>(lang: Lang, names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(lang.pick("、", ", "))
}
