//! Internal papers and approvals: D02, D16, D17, D25, D38; 行政处罚法 art. 54, 57, 58.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{
    Act, ActKind, Close, Conclude, Decision, Deliberate, Event, File, Name, Outcome, Progress, RefuseFiling,
    Review, Track, Withdraw,
};
use crate::id::PersonId;
use crate::paper::words::{day_words, money_words};
use crate::paper::{Clause, Named, OpinionLine, ProposalLine};
use crate::value::Money;

impl Binder<'_> {
    /// 立案: who told of it is never named, and the words of the clue stay in the 副卷: facts are the acts and what
    /// officers found themselves.
    pub(super) fn filing(&mut self, facts: &File) {
        for party in &facts.parties {
            let line = self.party_line(party, Asked::AsKnown);
            self.sheet.parties.push(line);
        }
        self.officers(facts.officers);
        let found: Vec<u32> = self.case.records.iter().map(|record| record.seq).collect();
        self.evidence(&found);
        self.opinions("涉嫌违反有关规定，属于本局管辖，建议立案调查。", "同意立案。");
    }

    pub(super) fn refused_filing(&mut self, facts: &RefuseFiling) {
        let parties: Vec<_> = self.case.parties().into_iter().cloned().collect();
        for party in &parties {
            let line = self.party_line(party, Asked::AsKnown);
            self.sheet.parties.push(line);
        }
        self.without_articles();
        self.sheet.ground = Some(facts.ground.name(Lang::Zh).to_owned());
        self.sheet.reasons = facts.reason.to_string();
        let found: Vec<u32> = self.case.records.iter().map(|record| record.seq).collect();
        self.evidence(&found);
        self.opinions("建议不予立案。", "同意不予立案。");
    }

    pub(super) fn report(&mut self, facts: &Conclude) {
        self.case_officers();
        self.sheet.facts = facts.facts.to_string();
        self.evidence(&facts.evidence);
        for proposal in &facts.proposals {
            let Some(party) = self.party(proposal.party, Asked::AsKnown) else { continue };
            let outcome = match &proposal.outcome {
                Outcome::Penalise(penalties) => {
                    let line = self.penalty_line(&party, penalties);
                    let items = |one: &crate::paper::PenaltyActLine| {
                        let spared = one.spared.iter().map(|why| format!("{}{why}", one.title));
                        let imposed = || format!("依据{}，{}", one.basis, one.items.join("，"));
                        spared.into_iter().next().unwrap_or_else(imposed)
                    };
                    let acts: Vec<String> = line.acts.iter().map(items).collect();
                    let order = line.order_by.map(|by| format!("；责令于{by}前改正")).unwrap_or_default();
                    format!("{}{order}", acts.join("；"))
                }
                other => self.outcome(other),
            };
            let discretion = proposal.discretion.to_string();
            self.sheet.proposals.push(ProposalLine { party: party.name.to_string(), outcome, discretion });
        }
        let done = self.course();
        self.sheet.clauses.push(Clause { heading: "调查经过".to_owned(), text: done });
    }

    /// What was done so far, one line an act.
    fn course(&self) -> String {
        let told = |event: &&Event| {
            !matches!(event.act.kind(), ActKind::RegisterClue | ActKind::Correct | ActKind::TakeBack)
        };
        let line = |event: &Event| {
            let name = match &event.act {
                Act::Record(facts) => facts.kind.name(Lang::Zh),
                other => other.kind().name(Lang::Zh),
            };
            format!("{}{name}", day_words(event.on))
        };
        self.events().into_iter().filter(told).map(line).collect::<Vec<_>>().join("；")
    }

    pub(super) fn review(&mut self, facts: &Review) {
        for party in &facts.parties {
            self.party(*party, Asked::AsKnown);
        }
        self.sheet.reasons = facts.reasons.to_string();
        self.sheet.ground = Some(facts.opinion.name(Lang::Zh).to_owned());
        let reviewer = self.doer();
        self.sheet.opinions = vec![OpinionLine {
            role: "审核人".to_owned(),
            text: facts.opinion.name(Lang::Zh).to_owned(),
            name: reviewer,
            day: day_words(self.event.on),
        }];
    }

    pub(super) fn minutes(&mut self, facts: &Deliberate) {
        self.party(facts.party, Asked::AsKnown);
        self.case_officers();
        let voice =
            |one: &crate::case::Voice| Named { name: one.name.to_string(), text: one.opinion.to_string() };
        self.sheet.voices = facts.voices.iter().map(voice).collect();
        self.sheet.ground = Some(self.outcome(&facts.outcome));
        self.sheet.reasons = facts.conclusion.to_string();
    }

    /// 撤销立案: which parties, and why.
    pub(super) fn withdrawal(&mut self, facts: &Withdraw) {
        for party in &facts.parties {
            self.party(*party, Asked::AsKnown);
        }
        self.case_officers();
        self.sheet.ground = Some(facts.ground.name(Lang::Zh).to_owned());
        self.sheet.reasons = facts.reason.to_string();
        self.without_articles();
        self.opinions("建议撤销立案，终止调查。", "同意撤销立案。");
    }

    /// 结案: how it went, what was performed, why it ends.
    pub(super) fn closing(&mut self, facts: &Close) {
        self.case_officers();
        self.sheet.reasons = facts.summary.to_string();
        if let Some(party) = facts.party {
            self.party(party, Asked::AsKnown);
            self.decided(party);
            let track = self.track(party);
            let was = track.as_ref().map(|track| match &track.progress {
                Progress::Closed { was, .. } => (**was).clone(),
                other => other.clone(),
            });
            if let Some(End { execution, reason }) = was.zip(track).map(|(was, track)| End::of(&track, &was))
            {
                self.sheet.clauses.push(Clause { heading: "执行情况".to_owned(), text: execution });
                self.sheet.ground = Some(reason);
            }
        } else {
            self.sheet.ground = Some("案件未立案或者已经移送".to_owned());
        }
        let course = self.course();
        self.sheet.clauses.push(Clause { heading: "办理经过".to_owned(), text: course });
        self.without_articles();
        self.opinions("建议结案。", "同意结案。");
    }

    /// Whoever did the act: the member who recorded it, or whom the dossier names.
    pub(super) fn doer(&self) -> String {
        match &self.event.entry.on_paper {
            Some(paper) => paper.by.as_ref().map(Name::to_string).unwrap_or_default(),
            None => self.from.context.name(self.event.by),
        }
    }

    /// Proposal, agreements and approval, as the entry tells them.
    pub(super) fn opinions(&mut self, proposal: &str, approval: &str) {
        let entry = &self.event.entry;
        let day = day_words(self.event.on);
        let name = |person: PersonId| self.from.context.name(person);
        let line = |role: &str, text: &str, name: String| OpinionLine {
            role: role.to_owned(),
            text: text.to_owned(),
            name,
            day: day.clone(),
        };
        let officers =
            || self.sheet.officers.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join("、");
        let proposer = entry.proposed_by.map_or_else(officers, name);
        let mut lines = vec![line("承办人意见", proposal, proposer)];
        lines.extend(entry.agreed_by.iter().map(|person| line("会签意见", "同意。", name(*person))));
        let head = match entry.in_place_of {
            Some(head) => format!("{}（代{}）", self.doer(), name(head)),
            None => self.doer(),
        };
        lines.push(line("负责人审批意见", approval, head));
        self.sheet.opinions = lines;
    }
}

/// How a party's way ended: what was performed, and why nothing more is to be done.
struct End {
    execution: String,
    reason: String,
}

impl End {
    fn of(track: &Track, was: &Progress) -> Self {
        let paid = money_words(was.paid());
        let paid = format!("已缴款人民币{}元（大写：{}）", paid.figures, paid.words);
        let (execution, reason) = match was {
            Progress::Withdrawn { ground, .. } => {
                (nothing_decided(), format!("撤销立案：{}", ground.name(Lang::Zh)))
            }
            Progress::Transferred { to, .. } => (nothing_decided(), format!("案件已移送{to}")),
            Progress::Criminal { .. } => (nothing_decided(), "案件已移送公安机关".to_owned()),
            _ => match (track.enforcement.ended.as_ref(), was.decided().map(|decided| &decided.decision)) {
                (Some(ended), _) => (paid, format!("终结执行：{}", ended.ground.name(Lang::Zh))),
                (None, Some(Decision::NoPenalty { .. })) => {
                    let execution = "不予行政处罚，没有需要执行的内容".to_owned();
                    (execution, "不予行政处罚决定已经送达，无须执行".to_owned())
                }
                _ if track.is_with_the_government() && was.rest() > Money::ZERO => {
                    let by_government = "决定已经行政复议变更，依照《中华人民共和国行政复议法》第七十八条的规定\
                                         由行政复议机关依法强制执行或者申请人民法院强制执行";
                    (paid, by_government.to_owned())
                }
                (None, Some(Decision::Penalty(penalties))) if penalties.money() == Money::ZERO => {
                    let execution = "没有需要缴纳的罚没款".to_owned();
                    (execution, "处罚决定已经送达，执行完毕".to_owned())
                }
                _ => (paid, "处罚决定已经执行完毕".to_owned()),
            },
        };
        End { execution, reason }
    }
}

/// What never came to a decision has nothing to perform.
fn nothing_decided() -> String {
    "没有作出处罚决定，无须执行".to_owned()
}
