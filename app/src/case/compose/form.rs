//! The form of an act.

use super::Scene;
use crate::case::act::criminal::may_be_reported;
use crate::case::act::held_things::ticked;
use crate::case::act::known_penalty::outcome_typed;
use crate::case::act::particulars::typed_of;
use crate::case::act::read::kind_word;
use crate::case::act::transfer::{box_of, concluded_receiver, may_go};
use crate::case::page::FormView;
use crate::form::{FormState, Typed};
use domain::Day;
use domain::calendar::day_short;
use domain::case::{
    ActKind, Case, ClueSource, Decision, EarlierWarning, Member, Outcome, Particulars, Party, Progress,
    RemedyKind, Reviser, hearing_by_law, seizable,
};
use domain::id::{PartyId, PersonId};
use domain::open::suggested_text;
use domain::role::{Role, may};

impl Scene<'_> {
    /// Officers that may be named, the person who asks first, each with the certificate of the entered day, or the word
    /// that there is none.
    pub fn people(&self, on: Day) -> Vec<(String, String)> {
        let officer = |member: &Member| {
            let certified = self.certified(member.person, on);
            let lacks = member.certificate_on(on).is_none();
            let lacks = lacks.then(|| {
                let day = day_short(on, self.lang);
                self.lang
                    .pick(format!("（{day}没有有效的执法证）"), format!(" (no valid certificate on {day})"))
            });
            (member.person, format!("{certified}{}", lacks.unwrap_or_default()))
        };
        let officers = self.context.members.iter().filter(|member| member.roles.contains(&Role::Officer));
        let mut people: Vec<_> = officers.map(officer).collect();
        people.sort_by_key(|(person, _)| *person != self.context.actor);
        people.into_iter().map(|(person, name)| (person.to_string(), name)).collect()
    }

    /// The city's orders that designate this bureau.
    pub fn designations(&self) -> Vec<(String, String)> {
        let orders = self.context.designations.iter();
        orders.map(|one| (one.number.to_string(), format!("{} {}", one.number, one.party))).collect()
    }

    /// Members that may host a hearing: without a part in the case.
    pub fn hosts(&self, case: Option<&Case>) -> Vec<(String, String)> {
        let has_part = |person: &PersonId| {
            case.is_some_and(|case| {
                let people = &case.people;
                [&people.officers, &people.reviewers, &people.deciders]
                    .iter()
                    .any(|list| list.contains(person))
            })
        };
        let members = self.context.members.iter().filter(|member| !has_part(&member.person));
        members.map(|member| (member.person.to_string(), member.name.to_string())).collect()
    }

    /// Members that may be asked to stand aside: officers, reviewers and the hosts of this case's hearings.
    pub fn challengeable(&self, case: Option<&Case>) -> Vec<(String, String)> {
        let works = |role: &Role| matches!(role, Role::Officer | Role::Reviewer);
        let hosts = case.map(|case| case.people.hosts.as_slice()).unwrap_or_default();
        let named = self
            .context
            .members
            .iter()
            .filter(|member| member.roles.iter().any(works) || hosts.contains(&member.person));
        named.map(|member| (member.person.to_string(), member.name.to_string())).collect()
    }

    /// Today and yesterday for the day's field.
    pub fn days(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let today = self.context.today;
        let yesterday = today.pred_opt().unwrap_or(today);
        [(today, lang.pick("今天", "today")), (yesterday, lang.pick("昨天", "yesterday"))]
            .into_iter()
            .map(|(day, word)| (day.to_string(), format!("{word} {}", day_short(day, lang))))
            .collect()
    }

    /// The usual second officer, while the certificate is valid.
    fn partner(&self, partner: Option<PersonId>) -> Option<(String, String)> {
        let member = self.context.member(partner?)?;
        let serves = member.roles.contains(&Role::Officer);
        (serves && member.certificate_on(self.context.today).is_some())
            .then(|| ("second".to_owned(), member.person.to_string()))
    }

    /// What stands in a fresh form that begins a case: against nobody known, an establishment of the register, or a
    /// party with the warning that it did not obey.
    pub fn beginning(
        &self,
        kind: ActKind,
        about: Option<(&Party, Option<&EarlierWarning>)>,
        partner: Option<PersonId>,
    ) -> Typed {
        let (party, warning) = (about.map(|(party, _)| party), about.and_then(|(_, warning)| warning));
        let mut typed = party.map(snapshot).unwrap_or_default();
        if kind == ActKind::PenaliseOnTheSpot {
            typed.insert("lead".to_owned(), self.context.actor.to_string());
            typed.extend(self.partner(partner));
        }
        if let Some(place) = party.and_then(|party| party.address.as_ref()) {
            let name = if kind == ActKind::PenaliseOnTheSpot { "act_place" } else { "place" };
            typed.insert(name.to_owned(), place.to_string());
        }
        if let Some(warning) = warning {
            typed.insert("source".to_owned(), ClueSource::ReInspection.word().to_owned());
            typed.insert("warned_number".to_owned(), warning.number.to_string());
            typed.insert("warned_on".to_owned(), warning.served_on.to_string());
        }
        typed
    }

    /// What stands in a fresh form, as far as the case knows it.
    pub fn prefilled(
        &self,
        case: &Case,
        kind: ActKind,
        party: Option<PartyId>,
        partner: Option<PersonId>,
    ) -> Typed {
        let mut typed = Typed::new();
        let mut put = |name: &str, value: String| typed.insert(name.to_owned(), value);
        let me = self.context.member(self.context.actor);
        if let Some(filed) = case.filing() {
            put("lead", filed.officers.lead.to_string());
            put("second", filed.officers.second.to_string());
        } else if me.is_some_and(|member| may(&member.roles, domain::role::Power::WorkCases)) {
            put("lead", self.context.actor.to_string());
            typed.extend(self.partner(partner));
        }
        let mut put = |name: &str, value: String| typed.insert(name.to_owned(), value);
        put("place", case.clue.place.to_string());
        if matches!(kind, ActKind::File | ActKind::PenaliseOnTheSpot) {
            put("act_place", case.clue.place.to_string());
            for (name, value) in case.suspects().next().map(snapshot).into_iter().flatten() {
                put(&name, value);
            }
        }
        if kind == ActKind::AddParty {
            for (name, value) in case.clue_parties_left().next().map(snapshot).into_iter().flatten() {
                put(&name, value);
            }
        }
        if let (true, [row]) = (kind.takes_a_measure(), seizable(case, &self.context).as_slice()) {
            put("seizing_row", row.id.clone());
        }
        if kind == ActKind::ProposeTransfer {
            for (party, _) in may_go(case) {
                put(&box_of(party), "yes".to_owned());
            }
            put("authority", concluded_receiver(case).unwrap_or_default());
        }
        if kind == ActKind::ReportCrime {
            for (party, _) in may_be_reported(case) {
                put(&box_of(party), "yes".to_owned());
            }
        }
        if let Some((case, track)) = party.and_then(|party| Some((case, case.track(party)?))) {
            if kind == ActKind::ApproveNotice {
                let right =
                    if hearing_by_law(case, track.party.id, &self.context) { "by_law" } else { "none" };
                put("hearing", right.to_owned());
            }
            let ruled = track.fell().map(|(remedy, _)| match remedy {
                RemedyKind::Reconsideration => Reviser::Government,
                RemedyKind::Lawsuit => Reviser::Court,
            });
            if let Some(to) = track.progress.cash_goes_to() {
                put("cash_to", to.word().to_owned());
            }
            put("reviser", ruled.unwrap_or(Reviser::Bureau).word().to_owned());
            if kind == ActKind::Publish {
                put("open_here", "yes".to_owned());
                put("open_text", suggested_text(case, track.party.id, self.context.members));
            }
            if kind == ActKind::CompleteParty {
                typed.extend(typed_of(&Particulars::of(&track.party)));
            }
            let known = known_outcome(&track.progress);
            typed.extend(known.as_ref().map(outcome_typed).unwrap_or_default());
            let confiscates =
                matches!(&known, Some(Outcome::Penalise(penalties)) if penalties.confiscates_goods());
            if kind == ActKind::Decide && confiscates {
                ticked(case, track.party.id, &mut typed);
            }
        }
        typed
    }

    /// The words before the button: what the act will change.
    pub fn consequence(&self, kind: ActKind, proposes: bool) -> String {
        let lang = self.lang;
        let numbered = matches!(
            kind,
            ActKind::RegisterClue
                | ActKind::PenaliseOnTheSpot
                | ActKind::RegisterEvidence
                | ActKind::HandleEvidence
                | ActKind::TakeMeasure
                | ActKind::TakeUrgentMeasure
                | ActKind::ExtendMeasure
                | ActKind::LiftMeasure
                | ActKind::ApproveNotice
                | ActKind::AppointHearing
                | ActKind::ApprovePlan
                | ActKind::Demand
                | ActKind::ApplyToCourt
                | ActKind::SuspendEnforcement
                | ActKind::EndEnforcement
                | ActKind::AnswerRemedy
                | ActKind::AnswerContest
                | ActKind::Decide
                | ActKind::DecideNoPenalty
        );
        if kind == ActKind::ProposeTransfer {
            let words = lang.pick(
                "移送本系统单位的，对方随即可以看到全部案卷；答复之前本案只能变更承办人、管理已查封扣押登记保存的物品或者撤回移送，期限照常计算；随案移交的物品的变动对方随即可见。",
                "A bureau that works here sees the whole file at once; until it answers, only what is held can be managed and the case called back, and its terms go on; what changes about things that go along is shown there at once.",
            );
            return words.to_owned();
        }
        let ends = match kind {
            ActKind::ReportCrime => lang.pick(
                "报告后，尚未作出决定的当事人转入移送公安程序，其他步骤停办；主要负责人应当在三日内审批。已经作出的决定继续有效。",
                "Whoever has no decision yet stands with the police from now on; the chief decides within three days. \
                 Decisions that were made stay in force.",
            ),
            ActKind::CompleteParty => lang.pick(
                "以后出具的文书按这里的信息写。名称和主体类型不在这里更改。",
                "Papers made from now on name the party by this. Name and kind are not changed here.",
            ),
            ActKind::Publish => lang.pick(
                "勾选公开页面的，提交后任何人随即可以查看；公开页面上有什么，见上面“提交之后”。",
                "With the public page ticked anybody can read it at once; what it shows stands above.",
            ),
            ActKind::Unpublish => lang.pick(
                "本系统公开页面上的决定随即撤下，只显示撤回日期和理由（决定如何、由谁被变更或者撤销）；公开在别处的请同时撤下。",
                "Its public page here goes at once and shows only the day and the reason; elsewhere it is yours to withdraw.",
            ),
            ActKind::OrderAnew => lang.pick(
                "原决定失效，案件回到调查阶段，作出决定的期限重新计算。",
                "The decision falls, the party stands at the investigation, and the time to decide runs anew.",
            ),
            ActKind::RevokeDecision => {
                lang.pick("原决定失效，对该当事人结案。", "The decision falls and the party is closed.")
            }
            _ => "",
        };
        if !ends.is_empty() {
            return ends.to_owned();
        }
        match (proposes, numbered) {
            (false, true) => lang.pick("将占用一个新的文号。", "It takes a new number.").to_owned(),
            _ => String::new(),
        }
    }

    /// A form of no case yet, or the frame that each act's form fills.
    pub fn blank(&self, bureau: &str, kind: ActKind) -> FormView {
        FormView {
            bureau: bureau.to_owned(),
            case: String::new(),
            number: String::new(),
            title: String::new(),
            act: kind.word().to_owned(),
            act_name: kind.name(self.lang).to_owned(),
            party: String::new(),
            seq: 0,
            proposes: false,
            refusal: None,
            moved: Vec::new(),
            starts: self.starts(kind, self.context.today),
            sent_back: None,
            onward: false,
            carried: Typed::new(),
            state: FormState::default(),
            fields: Vec::new(),
            consequence: self.consequence(kind, false),
        }
    }
}

/// What is known of a party's outcome: what its next form begins with.
fn known_outcome(progress: &Progress) -> Option<Outcome> {
    match progress {
        Progress::Concluded(concluded) => Some(concluded.proposal.outcome.clone()),
        Progress::Deliberated(deliberated) => Some(deliberated.outcome.clone()),
        other if other.decided().is_some() => match &other.decided()?.decision {
            Decision::Penalty(penalties) => Some(Outcome::Penalise(penalties.clone())),
            Decision::NoPenalty { .. } => None,
        },
        other => other.notified().map(|notified| Outcome::Penalise(notified.told.clone())),
    }
}

/// A party that is known, as the fields of a form.
fn snapshot(party: &Party) -> Typed {
    let of = |text: Option<String>| text.unwrap_or_default();
    [
        ("party_name", party.name.to_string()),
        ("party_kind", kind_word(party.kind).to_owned()),
        ("credit_code", of(party.credit_code.as_ref().map(ToString::to_string))),
        ("representative", of(party.representative.as_ref().map(ToString::to_string))),
        ("address", of(party.address.as_ref().map(ToString::to_string))),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}
