//! Tests and expert opinions (检验、检测、鉴定) of what is held and of samples: rows 6 and 6b; 行政处罚法 art. 56,
//! 行政强制法 art. 25.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Act, ActKind, Case, Event, EvidenceOutcome, Measure, MeasureEnd, Note, RecordEntry, RecordKind};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};

/// What is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TestSubject {
    /// Things that are sealed, seized or registered: the measure's number in the case.
    Measure(u32),
    /// Samples (抽样取证): the number of the record's event.
    Sample(u32),
}

/// 委托检验、检测、鉴定: its time is fixed and told to the party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionTest {
    #[serde(flatten)]
    pub subject: TestSubject,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// What is tested, and by whom.
    pub question: Note,
    /// The last day of the time that the party is told.
    pub until: Day,
    pub told: Note,
}

/// 登记检验结果
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordTestResult {
    #[serde(flatten)]
    pub subject: TestSubject,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub result: Note,
    /// How the party was told of it and of the right to a second test (D12), once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Note>,
}

/// Testing of a measure's things, whose time is counted out (行政强制法 art. 25), or of a sample.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Testing {
    pub on: Day,
    /// The last day of the time that the party was told.
    pub until: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_on: Option<Day>,
}

impl Testing {
    fn begun(on: Day, until: Day) -> Self {
        Testing { on, until, result_on: None }
    }
}

/// Notes a commission or the result of the one that is open.
fn note(tests: &mut Vec<Testing>, act: &Act, on: Day) {
    match act {
        Act::CommissionTest(facts) => tests.push(Testing::begun(on, facts.until)),
        Act::RecordTestResult(_) => {
            let open = tests.iter_mut().find(|test| test.result_on.is_none());
            open.into_iter().for_each(|test| test.result_on = Some(on));
        }
        _ => {}
    }
}

impl Act {
    /// The sample that the act is about.
    #[must_use]
    pub fn sample(&self) -> Option<u32> {
        match self {
            Act::CommissionTest(CommissionTest { subject: TestSubject::Sample(seq), .. })
            | Act::RecordTestResult(RecordTestResult { subject: TestSubject::Sample(seq), .. }) => Some(*seq),
            _ => None,
        }
    }

    fn tested_party(&self) -> Option<PartyId> {
        match self {
            Act::CommissionTest(facts) => facts.party,
            Act::RecordTestResult(facts) => facts.party,
            _ => None,
        }
    }
}

impl TestSubject {
    /// The measure, where its things are tested.
    pub(super) fn measure(self) -> Option<u32> {
        match self {
            TestSubject::Measure(number) => Some(number),
            TestSubject::Sample(_) => None,
        }
    }
}

impl RecordEntry {
    /// Testing of the sample without a result.
    #[must_use]
    pub fn open_test(&self) -> Option<&Testing> {
        self.tests.iter().find(|test| test.result_on.is_none())
    }

    /// Whether a test can be commissioned, or has its result noted, of what the record took as samples.
    #[must_use]
    pub fn fits(&self, kind: ActKind) -> bool {
        let is_sample = self.facts.kind == RecordKind::Sampling;
        match kind {
            ActKind::CommissionTest => is_sample && self.open_test().is_none(),
            ActKind::RecordTestResult => is_sample && self.open_test().is_some(),
            _ => false,
        }
    }

    fn tested_since(&self) -> Day {
        let tests = self.tests.iter().map(|test| test.result_on.unwrap_or(test.on));
        tests.fold(self.on, Day::max)
    }
}

impl Measure {
    /// Testing without a result.
    #[must_use]
    pub fn open_test(&self) -> Option<&Testing> {
        self.tests.iter().find(|test| test.result_on.is_none())
    }

    /// Things in force as sealed, seized or registered are tested; registered ones also once they were sent to be
    /// (art. 56), which ends the registration.
    pub(super) fn can_be_tested(&self) -> bool {
        let sent = MeasureEnd::Handled { outcome: EvidenceOutcome::Tested };
        let is_there = match self.ended {
            None => self.is_approved(),
            Some((_, end)) => end == sent && self.holds_goods(),
        };
        is_there && self.open_test().is_none()
    }

    pub(super) fn tested(&mut self, act: &Act, on: Day) {
        note(&mut self.tests, act, on);
    }
}

impl Case {
    /// Samples of which a test can be commissioned or has its result noted.
    pub fn samples_for(&self, kind: ActKind) -> impl Iterator<Item = &RecordEntry> {
        self.records.iter().filter(move |record| record.fits(kind))
    }

    /// The day of the last that happened to a sample.
    pub(super) fn sample_since(&self, seq: u32) -> Option<Day> {
        self.records.iter().find(|record| record.seq == seq).map(RecordEntry::tested_since)
    }

    pub(super) fn sample_tested(mut self, seq: u32, event: &Event) -> Result<Case, Refusal> {
        let gap = self.gap(event);
        let record = self.records.iter_mut().find(|record| record.seq == seq);
        note(&mut record.ok_or(gap)?.tests, &event.act, event.on);
        Ok(self)
    }
}

impl Judge<'_> {
    /// The facts of an act about a sample.
    pub(super) fn test_of_sample(&self, act: &Act) -> Result<(), RefusalCode> {
        let Some(seq) = act.sample() else { return Ok(()) };
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let fits = |case: &Case| {
            case.samples_for(act.kind())
                .any(|record| record.seq == seq && record.facts.party == act.tested_party())
        };
        match act {
            _ if !self.case.is_some_and(fits) => missing(Fact::Sample),
            Act::CommissionTest(facts) if facts.until <= self.on => missing(Fact::TestingTerm),
            _ => Ok(()),
        }
    }
}
