//! What the pages of cases show: words in the person's language, made on the server.

use super::comment::Comments;
use crate::calculator::Month;
use crate::form::{FormState, Typed};
use crate::ui::Explained;
pub use crate::ui::{Choices, Field, FieldKind};
use crate::worded::Views;
use serde::{Deserialize, Serialize};

/// A term as a badge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// `over`, `soon` or `ok`.
    pub tone: String,
    pub words: String,
    /// Whose term it is, and from when one can go on.
    pub whose: String,
}

/// One case in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    pub id: String,
    pub number: String,
    pub title: String,
    pub stage: String,
    /// 当场处罚, or nothing.
    pub mark: String,
    pub next: String,
    pub officers: String,
    pub badge: Option<Badge>,
}

/// Cases due in one span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub name: String,
    pub lines: Vec<CaseLine>,
}

/// A list of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListView {
    pub bureau: String,
    pub today: String,
    /// The filters that the person keeps; none in a visit.
    pub views: Option<Views>,
    /// The word of the part shown.
    pub part: String,
    /// Mine, waiting, handled, all.
    pub counts: Vec<String>,
    pub groups: Vec<Group>,
    /// What is waited for, below what is mine.
    pub waiting: Vec<CaseLine>,
    pub total: String,
    /// The key of the next page.
    pub next: Option<String>,
    pub filter: Typed,
    /// The words that are searched for, which need not stand in the address.
    pub words: String,
    pub stages: Vec<(String, String)>,
    pub industries: Vec<(String, String)>,
    pub may_register: bool,
    pub may_approve: bool,
    pub may_enter: bool,
}

/// One step of the bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLine {
    pub name: String,
    /// `done`, `now`, `na` or nothing.
    pub class: String,
}

/// A clock with its trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockLine {
    pub name: String,
    pub party: String,
    pub badge: Badge,
    pub article: String,
    pub sentence: String,
    /// The small calendar.
    pub months: Vec<Month>,
    /// Day and what it is, in the order of counting.
    pub steps: Vec<(String, String)>,
}

/// One event of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLine {
    pub seq: u32,
    pub on: String,
    pub title: String,
    pub summary: String,
    pub who: String,
    /// 补录、更正
    pub marks: Vec<String>,
    pub may_correct: bool,
    /// The reader made this newest entry within the last minutes.
    pub may_take_back: bool,
}

/// An act that may be done, or not and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextLine {
    pub act: String,
    pub party: String,
    pub name: String,
    /// It carries the case on.
    pub main: bool,
    /// The three parts of the refusal.
    pub refusal: Option<Explained>,
}

/// Something that is sealed, seized or registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureLine {
    pub name: String,
    /// The day, of an urgent one with its hour.
    pub taken: String,
    /// Whose it is, where the case has several parties.
    pub owner: String,
    pub state: String,
    /// Its term while it has not ended.
    pub badge: Option<Badge>,
    pub kept: String,
    pub goods: Vec<GoodsMark>,
}

/// One line of goods, and how it ended; empty: it is still held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsMark {
    pub line: String,
    pub end: String,
}

/// One party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyLine {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub stage: String,
    /// In the register; empty when it is not there.
    pub establishment: String,
    pub id_number: String,
    pub phone: String,
    /// A warning that stands was served on it, and the reader may register a clue that rests on it.
    pub may_be_disobeyed: bool,
}

/// One proposal of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalLine {
    pub id: String,
    pub case: String,
    pub number: String,
    pub party: String,
    pub act: String,
    pub summary: String,
    pub by: String,
    pub at: String,
    pub state: String,
    pub reason: String,
    /// It waits.
    pub open: bool,
    /// The person who asks proposed it.
    pub mine: bool,
    /// What came since the proposer saw the case.
    pub since: Vec<String>,
    /// Why it cannot be approved now.
    pub refusal: Option<Explained>,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    pub bureau: String,
    pub id: String,
    pub number: String,
    pub title: String,
    pub kind: String,
    /// 简易程序; the ordinary one is not told.
    pub procedure: String,
    pub violation: String,
    pub penalty: String,
    /// What each party may do against its decision; nothing before it is served.
    pub remedy: Vec<String>,
    /// Other bureaus that have filed against a party for the same day, and how to reach them.
    pub filed_elsewhere: Vec<String>,
    /// What is owed, and when the court can be asked.
    pub enforcement: Vec<String>,
    /// What became of a suspected crime, and of a decision that fell.
    pub turns: Vec<String>,
    pub officers: String,
    pub steps: Vec<StepLine>,
    /// Which step, of how many; empty where several parties stand below each other.
    pub step_short: String,
    /// Where each of several parties stands.
    pub standing: Vec<String>,
    /// The terms that end first: of a party alone two, of several one each.
    pub terms: Vec<(String, Badge)>,
    pub waits: Vec<String>,
    pub clocks: Vec<ClockLine>,
    pub measures: Vec<MeasureLine>,
    pub timeline: Vec<TimeLine>,
    pub next: Vec<NextLine>,
    /// Nothing carries the case on any more.
    pub is_done: bool,
    pub parties: Vec<PartyLine>,
    /// Earlier cases and the licences of the parties: address, words, what became of it. None in a visit.
    pub related: Vec<(String, String, String)>,
    pub proposals: Vec<ProposalLine>,
    /// What the steps that were done on paper lacked.
    pub findings: Vec<String>,
    /// From whom it was taken over, and under which transfer; empty: it was not.
    pub came_from: String,
    pub transfer: String,
    /// What was just done, as the address says it.
    pub done: Option<String>,
    /// None in a visit: they are no part of the dossier.
    pub comments: Option<Comments>,
}

#[cfg(feature = "ssr")]
impl CaseView {
    /// As a visitor sees it: without anything that could be done.
    #[must_use]
    pub fn only_to_look(mut self) -> Self {
        self.next.clear();
        // What came with a transfer is no matter of a visit.
        self.transfer.clear();
        self.done = None;
        for line in &mut self.timeline {
            (line.may_correct, line.may_take_back) = (false, false);
        }
        for line in &mut self.parties {
            line.may_be_disobeyed = false;
        }
        for line in &mut self.proposals {
            line.mine = false;
        }
        self
    }
}

/// The form of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormView {
    pub bureau: String,
    pub case: String,
    pub number: String,
    pub title: String,
    pub act: String,
    pub act_name: String,
    pub party: String,
    pub seq: u32,
    /// Somebody else will approve it: the legal day is the approval's.
    pub proposes: bool,
    /// The gate that is shut now.
    pub refusal: Option<Explained>,
    /// What came since the form was first opened.
    pub moved: Vec<String>,
    /// What starts or ends with it, counted from today.
    pub starts: Vec<String>,
    /// Why a proposal of it was sent back.
    pub sent_back: Option<String>,
    /// It asks for the ordinary procedure: everything can be taken there.
    pub onward: bool,
    /// What was taken along for the forms after this one, which this one does not ask for.
    pub carried: Typed,
    pub state: FormState,
    pub fields: Vec<Field>,
    /// What the act will change, in words, before it is sent.
    pub consequence: String,
}
