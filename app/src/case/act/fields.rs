//! Which fields each act's form has, with their words: made on the server.

use super::words;
use crate::case::compose::Scene;
use crate::case::page::{Choices, Field, FieldKind};
use domain::calendar::day_short;
use domain::case::{
    ActKind, Case, ClueSource, NoPenaltyGround, NonFilingGround, Opinion, RecordEntry, SuspensionGround,
    Track, WithdrawalGround, clocks,
};
use domain::catalogue::{PartyKind, PartyRole, PenaltyKind};
use domain::id::PartyId;
use domain::{Day, Lang};

/// An unlawful act whose penalty is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PenaltyAsked {
    pub title: String,
    /// The range of the fine and the article, in words.
    pub range: String,
    /// The base of the formula, when it has one.
    pub base: Option<String>,
    /// Where the law has changed since the act: the row of its day and the one in force now, side by side.
    pub rules: Choices,
    /// The kinds that the row names besides money.
    pub kinds: Vec<PenaltyKind>,
    /// Whether the row keeps something for serious circumstances.
    pub serious: bool,
}

/// What the fields are made of.
#[derive(Debug)]
pub struct Asked {
    pub(super) kind: ActKind,
    pub(super) lang: Lang,
    pub(super) proposes: bool,
    pub(super) asks_late_reason: bool,
    pub(super) has_case: bool,
    pub(super) is_on_the_spot: bool,
    pub(super) party_kind: Option<PartyKind>,
    /// After the investigation only what a decision ordered is looked after.
    pub(super) only_re_inspects: bool,
    /// A remedy can be about the ruling on an earlier decision or about what was decided anew.
    pub(super) ruling_asked: bool,
    /// A decision of this party fell and is made anew.
    pub(super) anew: bool,
    pub(super) today: Day,
    pub(super) people: Choices,
    pub(super) violations: Choices,
    pub(super) records: Choices,
    /// The parties of the case and their acts, where a further act is added to one.
    pub(super) parties: Choices,
    pub(super) acts: Choices,
    /// Earlier orders to put right that were served on the party.
    pub(super) orders: Choices,
    /// Records that may prove an unlawful act.
    pub(super) evidence: Choices,
    /// Records that were made after the party's defence or hearing.
    pub(super) newer: Choices,
    pub(super) days: Choices,
    /// Who may host a hearing: members without a part in the case.
    pub(super) hosts: Choices,
    /// Who may be asked to stand aside.
    pub(super) named: Choices,
    /// Other parties that stand where the one of the form does.
    pub(super) companions: Choices,
    pub(super) penalties: Vec<PenaltyAsked>,
    pub(super) transfer: Vec<Field>,
    /// The city's orders by which this bureau handles what lies elsewhere.
    pub(super) designations: Choices,
    /// Who may revoke the licence, in words.
    pub(super) revokers: String,
    /// On what grounds the party's enforcement may end.
    pub(super) ends: Vec<SuspensionGround>,
    /// What can be contested, or the contests that the act can be about.
    pub(super) contests: Choices,
    /// What is sealed, seized or registered.
    pub(super) held: super::measure_fields::Held,
}

type Word = fn(Lang) -> &'static str;

impl Asked {
    /// What the form of an act asks for, in one case, with the certificates of the entered day `on`.
    pub fn of(
        scene: Scene<'_>,
        kind: ActKind,
        case: Option<&Case>,
        party: Option<PartyId>,
        proposes: bool,
        on: Day,
    ) -> Self {
        let files = matches!(
            kind,
            ActKind::File | ActKind::PenaliseOnTheSpot | ActKind::AddParty | ActKind::AddUnlawfulAct
        );
        let overdue = |case: &Case| {
            clocks(case, &scene.context).iter().any(|clock| clock.is_missed(scene.context.today))
        };
        let track = case.zip(party).and_then(|(case, party)| case.track(party));
        let waiting = case.into_iter().flat_map(|case| &case.records).filter(|record| record.before_filing);
        Asked {
            kind,
            lang: scene.lang,
            proposes,
            asks_late_reason: case.is_some_and(overdue),
            has_case: case.is_some(),
            is_on_the_spot: track.is_some_and(|track| track.procedure().is_simplified()),
            only_re_inspects: case.is_some_and(|case| !case.is_investigated()),
            ruling_asked: track.is_some_and(|track| ruling_asked(kind, track)),
            party_kind: track.map(|track| track.party.kind),
            anew: track.is_some_and(|track| track.decided_anew().is_some()),
            today: scene.context.today,
            people: scene.people(on),
            violations: if files { scene.violations() } else { Choices::new() },
            records: waiting.map(|one| (one.seq.to_string(), one.facts.course.to_string())).collect(),
            parties: if kind == ActKind::AddUnlawfulAct { scene.parties(case) } else { Choices::new() },
            acts: if kind == ActKind::AddUnlawfulAct { scene.acts(case) } else { Choices::new() },
            orders: orders(scene, case, party),
            evidence: if kind == ActKind::Conclude { evidence(scene, case) } else { Choices::new() },
            newer: if kind == ActKind::Conclude { newer(scene, case, party) } else { Choices::new() },
            days: scene.days(),
            hosts: if kind == ActKind::AppointHearing { scene.hosts(case) } else { Choices::new() },
            named: if kind == ActKind::AskRecusal { scene.challengeable(case) } else { Choices::new() },
            companions: case.zip(party).map(|(case, party)| companions(case, party)).unwrap_or_default(),
            penalties: case.zip(party).map(|(case, party)| scene.penalties(case, party)).unwrap_or_default(),
            transfer: Vec::new(),
            designations: if files { scene.designations() } else { Choices::new() },
            revokers: case.zip(party).map(|(case, party)| scene.revokers(case, party)).unwrap_or_default(),
            ends: track.into_iter().flat_map(|track| SuspensionGround::ends_of(track.party.kind)).collect(),
            contests: case.map(|case| super::contest::offered(kind, case, scene.lang)).unwrap_or_default(),
            held: super::measure_fields::Held::of(scene, kind, case, party),
        }
    }

    /// The same, with what a transfer, to the police too, and a recusal ask for; `receivers`: the other bureaus, by id and name.
    #[must_use]
    pub fn with_transfer(mut self, receivers: &Choices, case: Option<&Case>) -> Self {
        self.transfer = match self.kind {
            ActKind::ProposeTransfer => self.transfer(receivers, case),
            ActKind::AskRecusal | ActKind::DecideRecusal => self.recusal(self.kind, case).unwrap_or_default(),
            kind if kind.is_of_a_crime() => self.criminal(kind, case).unwrap_or_default(),
            kind => self.open_transfers(kind, case).into_iter().collect(),
        };
        self
    }

    /// The fields: the act's day first unless another approves it, the reason for a late entry last.
    pub fn fields(&self) -> Vec<Field> {
        let mut list = Vec::new();
        if !self.proposes && self.kind != ActKind::Correct {
            list.push(self.day());
        }
        list.extend(self.of_kind());
        if self.asks_late_reason {
            list.push(self.area("late_reason", words::late_reason, false));
        }
        list
    }

    pub(super) fn field(&self, kind: FieldKind, name: &str, label: &str, required: bool) -> Field {
        let (name, label) = (name.to_owned(), label.to_owned());
        Field { kind, name, label, hint: String::new(), required, options: Choices::new() }
    }

    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    pub(super) fn has_case(&self) -> bool {
        self.has_case
    }

    /// Whether the case was decided on the spot.
    pub(super) fn is_on_the_spot(&self) -> bool {
        self.is_on_the_spot
    }

    pub(super) fn ruling_asked(&self) -> bool {
        self.ruling_asked
    }

    /// The kind of the party that the form is about.
    pub(super) fn party_kind(&self) -> Option<PartyKind> {
        self.party_kind
    }

    pub(super) fn today(&self) -> Day {
        self.today
    }

    pub(super) fn line(&self, name: &str, label: Word, required: bool) -> Field {
        self.field(FieldKind::Line, name, label(self.lang), required)
    }

    pub(super) fn area(&self, name: &str, label: Word, required: bool) -> Field {
        self.field(FieldKind::Area, name, label(self.lang), required)
    }

    pub(super) fn check(&self, name: &str, label: Word) -> Field {
        self.field(FieldKind::Check, name, label(self.lang), false)
    }

    pub(super) fn select(&self, name: &str, label: Word, required: bool, options: Choices) -> Field {
        Field { options, ..self.field(FieldKind::Select, name, label(self.lang), required) }
    }

    /// The legal day: empty, with today and yesterday beside it.
    fn day(&self) -> Field {
        let hint = words::legal_day_hint(self.lang).to_owned();
        Field { hint, options: self.days.clone(), ..self.line("on", words::legal_day, true) }
    }

    pub(super) fn of_kind(&self) -> Vec<Field> {
        let elsewhere = super::hearing_fields::of_kind(self, self.kind)
            .or_else(|| super::enforcement_fields::of_kind(self, self.kind))
            .or_else(|| super::measure_fields::of_kind(self, self.kind))
            .or_else(|| super::beside::of_kind(self, self.kind))
            .or_else(|| super::archive::of_kind(self, self.kind))
            .or_else(|| super::particulars::of_kind(self, self.kind))
            .or_else(|| super::contest::of_kind(self, self.kind))
            .or_else(|| super::revision::of_kind(self, self.kind));
        if let Some(list) = elsewhere {
            return list;
        }
        let lang = self.lang;
        let reasons = || self.area("reasons", words::reasons, true);
        let ground = |options| self.select("ground", words::ground, true, options);
        match self.kind {
            ActKind::RegisterClue => self.clue(),
            ActKind::File => [self.party(), self.unlawful_act(), self.officers()].concat(),
            ActKind::PenaliseOnTheSpot => self.on_the_spot(),
            ActKind::AddParty => [self.party(), self.unlawful_act()].concat(),
            ActKind::AddUnlawfulAct => self.further_act(),
            ActKind::RefuseFiling => {
                vec![
                    ground(choices(&NonFilingGround::ALL, NonFilingGround::word, |one| one.name(lang))),
                    reasons(),
                ]
            }
            ActKind::PassClue => {
                vec![self.select("taker", words::taker, true, self.people.clone()), reasons()]
            }
            ActKind::ChangeOfficers => [self.officers(), vec![reasons()]].concat(),
            ActKind::Inquire => self.inquiry(),
            ActKind::Record => self.record(),
            ActKind::AdoptRecords => {
                let note = self.field(FieldKind::Note, "records", words::adopt(lang), false);
                vec![Field { options: self.records.clone(), ..note }]
            }
            ActKind::Conclude => self.conclusion(),
            ActKind::Review => {
                let options = choices(&Opinion::ALL, Opinion::word, |one| one.name(lang));
                vec![self.select("opinion", words::opinion, true, options), reasons()]
            }
            ActKind::Supplement => vec![reasons()],
            ActKind::ServeNotice | ActKind::ServeHearingNotice | ActKind::Serve => self.service(),
            ActKind::ReceiveDefence => vec![self.area("arguments", words::arguments, true)],
            ActKind::WaiveDefence => vec![self.area("waiver_paper", words::waiver_paper, true)],
            ActKind::AnswerDefence => vec![self.check("accepted", words::accepted), reasons()],
            ActKind::Decide => {
                let held = self.confiscated().into_iter().collect();
                [self.penalties(), held, self.putting_right(), vec![reasons()], self.changed_since()].concat()
            }
            ActKind::DecideNoPenalty => [
                vec![
                    ground(choices(&NoPenaltyGround::ALL, NoPenaltyGround::word, |one| one.name(lang))),
                    self.check("searched", words::searched),
                    self.line("order_by", words::order_by, false),
                    reasons(),
                ],
                self.changed_since(),
            ]
            .concat(),
            ActKind::Pay => self.payment(),
            ActKind::ReportOnTheSpot => vec![self.line("received_by", words::received_by, true)],
            ActKind::Withdraw => {
                vec![
                    ground(choices(&WithdrawalGround::ALL, WithdrawalGround::word, |one| one.name(lang))),
                    reasons(),
                ]
            }
            ActKind::ProposeTransfer => self.transfer.clone(),
            ActKind::AskRecusal | ActKind::DecideRecusal => self.transfer.clone(),
            kind if kind.is_of_a_crime() => self.transfer.clone(),
            ActKind::WithdrawTransfer => [self.transfer.clone(), vec![reasons()]].concat(),
            ActKind::TransferOut => {
                [self.transfer.clone(), vec![self.area("receipt", words::out_receipt, true)]].concat()
            }
            ActKind::Close => vec![self.area("summary", words::summary, true)],
            // A button beside the entry, or the answer of another bureau: no form.
            ActKind::TakeBack | ActKind::TransferAccepted | ActKind::TransferReturned => Vec::new(),
            // The facts of the entry stand between the two, see `correcting`.
            ActKind::Correct => {
                vec![
                    self.line("new_day", words::new_day, true),
                    self.area("reason", words::change_reason, true),
                ]
            }
            // No more than the day, or a button beside the entry.
            _ => Vec::new(),
        }
    }

    /// Asked where a decision is made anew: what has changed since the one that fell.
    fn changed_since(&self) -> Vec<Field> {
        let hint = words::changed_since_hint(self.lang).to_owned();
        let field = Field { hint, ..self.area("changed", words::changed_since, false) };
        if self.anew { vec![field] } else { Vec::new() }
    }

    fn kinds_of_party(&self) -> Choices {
        [
            ("organisation", PartyKind::Organisation),
            ("sole_trader", PartyKind::SoleTrader),
            ("citizen", PartyKind::Citizen),
        ]
        .map(|(word, kind)| (word.to_owned(), kind.name(self.lang).to_owned()))
        .to_vec()
    }

    fn clue(&self) -> Vec<Field> {
        let sources = choices(&ClueSource::ALL, ClueSource::word, |one| one.name(self.lang));
        let mut list = vec![
            self.select("source", words::source, true, sources),
            self.area("suspicion", words::suspicion, true),
            self.line("place", words::place, true),
            self.line("party_name", words::suspect, false),
            self.select("party_kind", words::party_kind, false, self.kinds_of_party()),
        ];
        list.extend(self.earlier_warning());
        list
    }

    pub(super) fn party(&self) -> Vec<Field> {
        vec![
            self.line("party_name", words::party_name, true),
            self.select("party_kind", words::party_kind, true, self.kinds_of_party()),
            self.line("credit_code", words::credit_code, false),
            self.line("representative", words::representative, false),
            self.line("address", words::address, false),
        ]
    }

    pub(super) fn unlawful_act(&self) -> Vec<Field> {
        let lang = self.lang;
        let roles = [
            ("offender", PartyRole::Offender),
            ("person_in_charge", PartyRole::PersonInCharge),
            ("other_responsible", PartyRole::OtherResponsible),
        ]
        .map(|(word, role)| (word.to_owned(), role.name(lang).to_owned()))
        .to_vec();
        let area = pairs(&[("yes", lang.pick("是", "yes")), ("no", lang.pick("否", "no"))]);
        let violation = self.select("violation", words::violation, true, self.violations.clone());
        let mut list = vec![
            Field { hint: words::violation_hint(lang).to_owned(), ..violation },
            self.line("act_on", words::act_on, true),
            self.line("act_place", words::act_place, true),
            self.select("in_area", words::in_area, true, area),
            self.select("role", words::role, false, roles),
            self.check("harm", words::harm),
        ];
        if !self.designations.is_empty() {
            list.push(self.select("designated_by", words::designated_by, false, self.designations.clone()));
        }
        list
    }

    /// One more act of a party, which may be the same conduct as another of its acts.
    fn further_act(&self) -> Vec<Field> {
        let mut list = Vec::new();
        if self.parties.len() > 1 {
            list.push(self.select("act_party", words::act_party, true, self.parties.clone()));
        }
        list.extend(self.unlawful_act());
        if !self.acts.is_empty() {
            let same = self.select("coincides", words::coincides, false, self.acts.clone());
            list.push(Field { hint: words::coincides_hint(self.lang).to_owned(), ..same });
        }
        list
    }

    pub(super) fn officers(&self) -> Vec<Field> {
        vec![
            self.select("lead", words::lead, true, self.people.clone()),
            self.select("second", words::second, true, self.people.clone()),
        ]
    }

    fn record(&self) -> Vec<Field> {
        let lang = self.lang;
        let re_inspection = [("re_inspection", lang.pick("复查", "re-inspection"))];
        let kinds = match self.only_re_inspects {
            true => pairs(&re_inspection),
            false => pairs(&[
                ("inspection", lang.pick("现场检查（勘验）", "site inspection")),
                ("interview", lang.pick("询问", "interview")),
                ("sampling", lang.pick("抽样取证", "sampling")),
                ("documents", lang.pick("提取书证、电子数据", "documents taken")),
                ("rectification_order", lang.pick("责令限期改正", "order to put right")),
                re_inspection[0],
            ]),
        };
        let signatures = pairs(&[("signed", words::signed(lang)), ("refused", words::refused(lang))]);
        let time = |name, label: Word| Field {
            hint: words::time_hint(lang).to_owned(),
            ..self.line(name, label, true)
        };
        let order_hint = lang.pick("责令改正时填写", "for an order to put right").to_owned();
        let re_inspection_hint = lang.pick("复查时选择", "for a re-inspection").to_owned();
        let found = pairs(&[("yes", words::found_right(lang)), ("no", words::found_wrong(lang))]);
        let mut list = vec![self.select("record_kind", words::record_kind, true, kinds)];
        if !self.held.owners.is_empty() {
            let parties = self.select("record_party", words::record_party, false, self.held.owners.clone());
            list.push(Field { hint: words::record_party_hint(lang).to_owned(), ..parties });
        }
        list.extend(self.officers());
        list.extend([
            self.line("place", words::place, true),
            time("from", words::from_time),
            time("to", words::to_time),
            self.check("shown", words::shown),
            self.check("told", words::told),
            self.select("signature", words::signature, false, signatures),
            self.line("witness", words::witness, false),
            Field { hint: order_hint, ..self.line("order_by", words::order_by, false) },
            Field { hint: re_inspection_hint, ..self.select("put_right", words::put_right, false, found) },
            self.area("course", words::course, true),
        ]);
        list
    }
}

/// Whether a remedy can be about the ruling on the party's earlier decision as well.
fn ruling_asked(kind: ActKind, track: &Track) -> bool {
    match kind {
        ActKind::RegisterRemedy => track.was_ordered_anew() && track.progress.decided().is_some(),
        ActKind::EndRemedy => track.ruling_suit.is_some() && track.open_remedy().is_some(),
        _ => false,
    }
}

/// The other parties at the stage of one.
fn companions(case: &Case, party: PartyId) -> Choices {
    let Some(stage) = case.track(party).map(|track| track.progress.stage()) else { return Choices::new() };
    let beside = |one: &&Track| one.party.id != party && one.progress.stage() == stage;
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    tracks.iter().filter(beside).map(|one| (one.party.id.to_string(), one.party.name.to_string())).collect()
}

/// What may prove something, each with its day.
fn evidence(scene: Scene<'_>, case: Option<&Case>) -> Choices {
    let told = |one: &RecordEntry| format!("{} {}", day_short(one.on, scene.lang), one.facts.course);
    let all = case.into_iter().flat_map(Case::evidence);
    all.map(|one| (one.seq.to_string(), told(one))).collect()
}

/// What was recorded after a party's defence, each with its day.
fn newer(scene: Scene<'_>, case: Option<&Case>, party: Option<PartyId>) -> Choices {
    let Some((case, party)) = case.zip(party) else { return Choices::new() };
    let told = |one: &RecordEntry| format!("{} {}", day_short(one.on, scene.lang), one.facts.course);
    case.records_after_defence(party).map(|one| (one.seq.to_string(), told(one))).collect()
}

/// The orders to put right that a penalty may cite, each with its day and term.
fn orders(scene: Scene<'_>, case: Option<&Case>, party: Option<PartyId>) -> Choices {
    let party = party.or_else(|| Some(case?.suspects().next()?.id));
    let told = |one: &RecordEntry| format!("{} {}", day_short(one.on, scene.lang), one.facts.course);
    let all = case.into_iter().flat_map(|case| case.orders_to(party));
    all.map(|one| (one.seq.to_string(), told(one))).collect()
}

pub(super) fn choices<T: Copy>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
    name: impl Fn(T) -> &'static str,
) -> Choices {
    all.iter().map(|one| (word(*one).to_owned(), name(*one).to_owned())).collect()
}

pub(super) fn pairs(pairs: &[(&str, &str)]) -> Choices {
    pairs.iter().map(|(word, name)| ((*word).to_owned(), (*name).to_owned())).collect()
}
