//! Parties, their acts, officers and the case, as papers name them.

use super::Binder;
use crate::Lang;
use crate::case::{
    ActPenalty, Gains, Officers, Particulars, Party, Penalties, PuttingRight, RecordEntry, UnlawfulAct,
};
use crate::catalogue::{ArticleRef, PartyKind, ViolationRow};
use crate::id::{PartyId, PersonId};
use crate::paper::words::{day_words, money_words};
use crate::paper::{
    ActLine, CaseLine, Entered, EvidenceLine, Missing, OfficerLine, PartyLine, PenaltyActLine, PenaltyLine,
};
use crate::value::Money;

/// What is asked of a party's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// What is known stands there.
    AsKnown,
    /// A paper that goes out names its addressee whole.
    Whole,
}

impl Binder<'_> {
    /// The case, and who it is against.
    pub(super) fn case_line(&mut self) {
        let clue = &self.case.clue;
        let parties = self.case.parties();
        let first = self.slot.party.and_then(|id| parties.iter().find(|one| one.id == id).copied());
        let first = first.or_else(|| parties.first().copied());
        let name = first.map(|party| {
            let act = party.acts.first().and_then(|act| self.row(act)).map(|row| row.title.zh.clone());
            let more = if parties.len() > 1 && self.slot.party.is_none() { "等" } else { "" };
            format!("{}{more}涉嫌{}案", party.name, act.unwrap_or_else(|| "违法".to_owned()))
        });
        self.sheet.case = CaseLine {
            number: clue.number.clone().unwrap_or_default(),
            name: name.unwrap_or_default(),
            source: clue.source.name(Lang::Zh).to_owned(),
            received: day_words(self.case.received),
            filed: self.case.filing().map(|filed| day_words(filed.on)),
            place: clue.place.to_string(),
        };
    }

    pub(super) fn row(&self, act: &UnlawfulAct) -> Option<&ViolationRow> {
        self.from.context.catalogue.violation(&act.violation).map(|(_, row)| row)
    }

    /// A party of the case by its id.
    pub(super) fn party(&mut self, id: PartyId, asked: Asked) -> Option<Party> {
        // An order in a clue that named nobody is about whom the case was filed against.
        let parties = self.case.parties().into_iter().chain(self.from.case.parties());
        let party = parties.into_iter().find(|party| party.id == id).cloned()?;
        let line = self.party_line(&party, asked);
        self.sheet.parties.push(line);
        Some(party)
    }

    pub(super) fn party_line(&mut self, party: &Party, asked: Asked) -> PartyLine {
        let text = |value: Option<String>| value.unwrap_or_default();
        let known = self.known(party);
        let (code_label, code) = match party.kind {
            PartyKind::Citizen => ("公民身份号码", text(self.from.id_numbers.get(&party.id).cloned())),
            _ => ("统一社会信用代码", text(known.credit_code.as_ref().map(ToString::to_string))),
        };
        let representative_label = match party.kind {
            PartyKind::Citizen => "",
            PartyKind::SoleTrader => "经营者",
            PartyKind::Organisation => "法定代表人（负责人）",
        };
        let line = PartyLine {
            name: party.name.to_string(),
            kind: party.kind.name(Lang::Zh).to_owned(),
            code_label: code_label.to_owned(),
            code,
            representative_label: representative_label.to_owned(),
            representative: text(known.representative.as_ref().map(ToString::to_string)),
            address: text(known.address.as_ref().map(ToString::to_string)),
            acts: party.acts.iter().map(|act| self.act_line(act)).collect(),
        };
        if asked == Asked::Whole {
            self.whole(party, &line);
        }
        line
    }

    /// What is known of a party today: it may have been learned, or put right, after the act of the paper.
    fn known(&self, party: &Party) -> Particulars {
        let parties = self.from.case.parties();
        Particulars::of(parties.into_iter().find(|one| one.id == party.id).unwrap_or(party))
    }

    fn whole(&mut self, party: &Party, line: &PartyLine) {
        let (entered, name) = (self.entered(party.id), party.name.clone());
        if line.code.is_empty() {
            self.lacks(match party.kind {
                PartyKind::Citizen => Missing::IdNumber { party: party.id, name: name.clone() },
                _ => Missing::CreditCode { entered, name: name.clone() },
            });
        }
        if line.representative.is_empty() && party.kind != PartyKind::Citizen {
            self.lacks(Missing::Representative { entered, name: name.clone() });
        }
        if line.address.is_empty() {
            self.lacks(Missing::Address { entered, name });
        }
    }

    /// How what is not known of a party is entered today.
    fn entered(&self, party: PartyId) -> Entered {
        if self.from.case.track(party).is_some() { Entered::Completed(party) } else { Entered::Filed }
    }

    /// An act with its articles. What is not known is missing: no paper cites a law without an article.
    pub(super) fn act_line(&mut self, act: &UnlawfulAct) -> ActLine {
        let row = self.row(act).cloned();
        let title = row.as_ref().map_or_else(|| act.violation.clone(), |row| row.title.zh.clone());
        let known = |of: &ArticleRef| !of.article.is_empty();
        let violates: Vec<ArticleRef> =
            row.iter().flat_map(|row| row.violates.iter()).filter(|of| known(of)).cloned().collect();
        let basis = row.as_ref().and_then(|row| row.penalty.clone()).filter(known);
        if violates.is_empty() || basis.is_none() {
            self.lacks(Missing::Article { violation: title.clone() });
        }
        let cite = |of: &ArticleRef| self.from.context.catalogue.cite(of, Lang::Zh);
        let rules = row.as_ref().and_then(|row| row.role(act.role));
        let bands =
            rules.map(|rule| rule.penalties.iter().map(|one| one.sentence(Lang::Zh)).collect::<Vec<_>>());
        ActLine {
            title,
            day: day_words(act.on),
            place: act.place.to_string(),
            violates: violates.iter().map(cite).collect::<Vec<_>>().join("、"),
            basis: basis.as_ref().map(cite).unwrap_or_default(),
            band: bands.unwrap_or_default().join("；"),
        }
    }

    /// Two officers with the certificates that were valid on the day of the paper.
    pub(super) fn officers(&mut self, officers: Officers) {
        for person in [officers.lead, officers.second] {
            let line = self.officer(person);
            self.sheet.officers.push(line);
        }
    }

    fn officer(&mut self, person: PersonId) -> OfficerLine {
        let name = self.from.context.name(person);
        let member = self.from.context.member(person);
        let certificate = member.and_then(|member| member.certificate_on(self.event.on));
        match certificate {
            Some(certificate) => OfficerLine { name, certificate: certificate.number.to_string() },
            None => {
                self.lacks(Missing::Certificate { officer: name.clone() });
                OfficerLine { name, certificate: String::new() }
            }
        }
    }

    /// The case's two officers.
    pub(super) fn case_officers(&mut self) {
        if let Some(officers) = self.case.filing().map(|filed| filed.officers) {
            self.officers(officers);
        }
    }

    /// Records by their numbers in the list of events.
    pub(super) fn evidence(&mut self, seqs: &[u32]) {
        let line = |one: &RecordEntry| EvidenceLine {
            name: format!("{}笔录", one.facts.kind.name(Lang::Zh)),
            day: day_words(one.on),
            place: one.facts.place.to_string(),
            course: one.facts.course.to_string(),
            proves: self.proved_by(one.seq).join("、"),
        };
        let used = self.case.records.iter().filter(|one| seqs.contains(&one.seq));
        self.sheet.evidence = used.map(line).collect();
    }

    /// The unlawful acts that a record proves, of the paper's party, else of each, as the last reports say.
    fn proved_by(&self, record: u32) -> Vec<String> {
        let parties = self.case.parties();
        let asked = parties.iter().filter(|party| self.slot.party.is_none_or(|only| only == party.id));
        let proved = |party: &&&Party| {
            let report = self.conclusion(party.id).map(|(_, proposal)| proposal);
            let proves =
                |act: &&UnlawfulAct| report.iter().any(|one| one.proof_of(act.id).any(|seq| seq == record));
            let title = |act: &UnlawfulAct| self.row(act).map(|row| row.title.zh.clone());
            let titles: Vec<String> = party.acts.iter().filter(proves).filter_map(title).collect();
            let named = parties.len() > 1 && self.slot.party.is_none() && !titles.is_empty();
            if named { vec![format!("{}{}", party.name, titles.join("、"))] } else { titles }
        };
        asked.flat_map(|party| proved(&party)).collect()
    }

    /// What a party is to bear, act by act.
    pub(super) fn penalty_line(&mut self, party: &Party, penalties: &Penalties) -> PenaltyLine {
        let sum = |money: Money| (money > Money::ZERO).then(|| money_words(money));
        let (order_by, put_right) = match penalties.putting_right {
            PuttingRight::Order { by } => (Some(day_words(by)), None),
            PuttingRight::Earlier { .. } => (None, Some("此前已另行责令改正".to_owned())),
            PuttingRight::Done { on } => (None, Some(format!("当事人已于{}改正", day_words(on)))),
        };
        let mut acts = Vec::new();
        for penalty in &penalties.acts {
            let Some(act) = party.acts.iter().find(|act| act.id == penalty.act) else { continue };
            let mut line = self.penalty_of(act, penalty);
            if line.items.is_empty() {
                line.spared = Some(self.spared(party, act, penalties));
            }
            acts.push(line);
        }
        PenaltyLine { acts, money: sum(penalties.money()), fine: sum(penalties.fines()), order_by, put_right }
    }

    /// Why an act bears nothing: another act of the same conduct bears the fine (行政处罚法 art. 29), or it was
    /// mitigated to nothing.
    fn spared(&self, party: &Party, act: &UnlawfulAct, penalties: &Penalties) -> String {
        let fined = |other: &&UnlawfulAct| {
            other.id != act.id
                && other.conduct() == act.conduct()
                && penalties.acts.iter().any(|one| one.act == other.id && one.fine.is_some())
        };
        let beside = party.acts.iter().find(fined);
        let title = beside.map(|other| {
            let row = self.row(other);
            row.map_or_else(|| other.violation.clone(), |row| row.title.zh.clone())
        });
        match title {
            Some(title) => format!(
                "与{title}的行为系同一违法行为，已按照罚款数额高的规定处罚，根据《中华人民共和国行政处罚法》\
                 第二十九条的规定不再另行罚款"
            ),
            None => "减轻处罚，不另行给予处罚".to_owned(),
        }
    }

    fn penalty_of(&mut self, act: &UnlawfulAct, penalty: &ActPenalty) -> PenaltyActLine {
        // Where the law has changed since the act, the paper cites the rule that is applied (行政处罚法 art. 37).
        let applied = penalty.rule.as_deref().unwrap_or(&act.violation);
        let from = self.from;
        let row = from.context.catalogue.violation(applied).map(|(_, row)| row);
        let title = row.map_or_else(|| act.violation.clone(), |row| row.title.zh.clone());
        let known = |of: &ArticleRef| !of.article.is_empty();
        let basis = row.and_then(|row| row.penalty.as_ref()).filter(|of| known(of));
        if basis.is_none() || !row.is_some_and(|row| row.violates.iter().any(known)) {
            self.lacks(Missing::Article { violation: title.clone() });
        }
        let cite = |of: &ArticleRef| from.context.catalogue.cite(of, Lang::Zh);
        let amount = |what: &str, money: Money| {
            let sum = money_words(money);
            format!("{what}人民币{}元（大写：{}）", sum.figures, sum.words)
        };
        let mut items: Vec<String> =
            penalty.kinds.iter().map(|kind| kind.name(Lang::Zh).to_owned()).collect();
        if penalty.gains.confiscated() > Money::ZERO {
            items.push(amount("没收违法所得", penalty.gains.confiscated()));
        }
        if let Some(goods) = &penalty.goods {
            items.push(format!("没收非法财物：{}", goods.list));
        }
        if penalty.fine_amount() > Money::ZERO {
            items.push(amount("罚款", penalty.fine_amount()));
        }
        let gains = match &penalty.gains {
            Gains::NotStated => String::new(),
            Gains::None => "没有违法所得".to_owned(),
            Gains::Stated { amount: all, refunded } => {
                let refund = if *refunded > Money::ZERO {
                    format!("，其中依法退赔{refunded}元")
                } else {
                    String::new()
                };
                format!("违法所得{all}元{refund}")
            }
            Gains::NotAscertainable { reason } => format!("违法所得无法确定：{reason}"),
        };
        PenaltyActLine {
            title,
            violates: row
                .map(|row| {
                    row.violates.iter().filter(|of| known(of)).map(cite).collect::<Vec<_>>().join("、")
                })
                .unwrap_or_default(),
            basis: basis.map(cite).unwrap_or_default(),
            items,
            spared: None,
            serious: penalty.serious.as_ref().map(ToString::to_string),
            mitigation: penalty.mitigation.map(|ground| ground.name(Lang::Zh).to_owned()),
            gains,
        }
    }
}
