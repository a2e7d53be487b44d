//! What was issued, as the list shows it, and who may go on with it.

use super::agree::agrees;
use super::list::Make;
use super::scan::words::scan_line;
use super::words;
use crate::path;
use domain::calendar::day_long;
use domain::case::{ActKind, Case};
use domain::id::IssuedPaperId;
use domain::paper::{Missing, Paper, PaperCopy, PaperState, Slot, may_issue};
use domain::{Day, Lang};
use store::{BureauStore, IssuedPaper, PaperScan, standing_scan};

/// An issued paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub id: String,
    pub name: String,
    pub number: String,
    pub state: PaperState,
    /// The day on which it was made, and by whom.
    pub made: String,
    /// The first day on which its signed sheet can be back.
    pub made_on: Day,
    pub copies: Vec<(PaperCopy, String)>,
    /// The scans of the signed and sealed sheet, the newest first: of which day and whom, and the way to each.
    pub scans: Vec<(String, String)>,
    /// What became of it, in words: when its signed sheet came back, which paper took its place, why it is void.
    pub became: String,
    /// It says what the case says now.
    pub agrees: bool,
    /// The person may mark it printed and back, and may declare it void.
    pub may_mark: bool,
    pub may_void: bool,
    /// A scan of its signed and sealed sheet stands, which the person may withdraw.
    pub may_unscan: bool,
}

/// Who looks at the papers of a case, and what that person may do with them.
pub(super) struct Maker<'a> {
    store: &'a BureauStore,
    case: &'a Case,
    /// The address of the list.
    here: String,
    lang: Lang,
    /// Of all papers of the case.
    scans: Vec<PaperScan>,
}

impl<'a> Maker<'a> {
    pub fn of(store: &'a BureauStore, case: &'a Case, here: String, lang: Lang) -> Self {
        Maker { store, case, here, lang, scans: Vec::new() }
    }

    /// The same with the scans of the case's papers, the newest first.
    pub fn with_scans(self, scans: Vec<PaperScan>) -> Self {
        Maker { scans, ..self }
    }

    fn scans(&self, paper: IssuedPaperId) -> Vec<(String, String)> {
        let own = self.scans.iter().filter(|scan| scan.paper == paper);
        let line = |scan: &PaperScan| {
            let day = day_long(scan.at.day(), self.lang);
            let said = scan_line(&day, scan.pages, &scan.by, self.lang);
            let said = match &scan.withdrawn {
                None => said,
                Some(gone) => {
                    let day = day_long(gone.at.day(), self.lang);
                    format!("{said}；{}", words::scan_withdrawn(&day, &gone.by, &gone.reason, self.lang))
                }
            };
            (said, path::paper_scan(&self.here, &scan.id.to_string()))
        };
        own.map(line).collect()
    }

    /// The act of the event that a paper is about.
    fn step(&self, seq: u32) -> Option<ActKind> {
        self.case.log.iter().find(|event| event.seq == seq).map(|event| event.act.kind())
    }

    /// Whether the person makes and marks the papers of an event.
    pub fn may_mark(&self, seq: u32) -> bool {
        let (Some(step), Some(person)) = (self.step(seq), self.store.actor().person) else { return false };
        may_issue(self.case, step.power(), person, &self.store.actor().roles)
    }

    /// Whether the person may declare the paper of an event void: whoever may do the step.
    pub fn may_void(&self, seq: u32) -> bool {
        self.step(seq).is_some_and(|step| self.store.require(step.power()).is_ok()) && self.may_mark(seq)
    }

    /// What can be made of a slot now.
    pub fn make(&self, slot: Slot, bound: &Result<Paper, Vec<Missing>>, issued: &[Issued]) -> Make {
        let (Ok(paper), Some(seq)) = (bound, slot.seq) else { return Make::Nothing };
        if !self.may_mark(seq) {
            return Make::Nothing;
        }
        match issued.iter().find(|one| one.state.is_valid()) {
            Some(one) if one.agrees => Make::Nothing,
            Some(_) => Make::Anew,
            None if paper.number.is_some() && issued.iter().any(|one| one.state == PaperState::Void) => {
                Make::NumberVoid
            }
            None => Make::First,
        }
    }

    /// An issued paper; `bound` is what the case makes of it now, none where its step was taken back.
    pub fn issued(
        &self,
        paper: &IssuedPaper,
        all: &[IssuedPaper],
        bound: Option<&Result<Paper, Vec<Missing>>>,
    ) -> Issued {
        let (id, lang) = (paper.id.to_string(), self.lang);
        let copies = paper.kind.copies().iter();
        let copies = copies.map(|copy| (*copy, path::issued_paper(&self.here, &id, *copy))).collect();
        let made_on = paper.at.day();
        let is_valid = paper.state.is_valid();
        Issued {
            name: paper.kind.name(lang).to_owned(),
            number: paper.number.clone().unwrap_or_default(),
            state: paper.state,
            made: format!("{} {}", day_long(made_on, lang), paper.by),
            made_on,
            copies,
            scans: self.scans(paper.id),
            became: self.became(paper, all),
            agrees: bound.is_some_and(|bound| bound.as_ref().is_ok_and(|now| agrees(&paper.facts, now))),
            may_mark: is_valid && self.may_mark(paper.seq),
            may_void: is_valid && self.may_void(paper.seq),
            may_unscan: is_valid
                && self.may_mark(paper.seq)
                && standing_scan(&self.scans, paper.id).is_some(),
            id,
        }
    }

    fn became(&self, paper: &IssuedPaper, all: &[IssuedPaper]) -> String {
        let after = all.iter().find(|one| one.replaces == Some(paper.id));
        match paper.state {
            PaperState::Back => paper
                .back_on
                .map(|on| words::back_on(&day_long(on, self.lang), self.lang))
                .unwrap_or_default(),
            PaperState::Replaced => after.map_or_else(String::new, |new| {
                let number = new.number.as_deref().unwrap_or_default();
                words::replaced_by(&day_long(new.at.day(), self.lang), number, self.lang)
            }),
            PaperState::Void => words::void_for(paper.void_reason.as_deref().unwrap_or_default(), self.lang),
            PaperState::ToPrint | PaperState::ToSign => String::new(),
        }
    }
}
