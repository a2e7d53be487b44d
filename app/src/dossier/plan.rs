//! What a volume is made of: its cover, its catalogue, its end sheet, and where each entry comes from. Read in the name of
//! whoever asked for it, outside any request.

use super::cover::{cover, end};
use super::mask::{hide_records, mask};
use super::stand::{Standing, standing};
use chrono::Datelike;
use domain::Lang;
use domain::calendar::day_long;
use domain::dossier::{Bound, Entry, LeftOut, What, left_out, may_read, untold};
use domain::id::{CaseId, IssuedPaperId, PartyId, PersonId};
use domain::paper::{PaperCopy, PaperKind};
use std::collections::BTreeMap;
use store::{BureauStore, Error, EvidenceFile, IssuedPaper, PaperScan, Rulebook, standing_scan};

/// Where an entry comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// The bytes of a paper as it was issued.
    Paper(Vec<u8>),
    /// The signed and sealed paper as it was scanned, whose bytes are read while the volume is made; and the paper as it
    /// was issued, which lies there where the scan cannot be read.
    Scan(PaperScan, Vec<u8>),
    /// A paper as its form prints it with others' personal data masked.
    Masked(MaskedPaper),
    /// Evidence, whose bytes are read while the volume is made.
    File(Box<EvidenceFile>),
    /// It lies there on paper.
    OnPaper,
    LeftOut(LeftOut),
}

/// What a masked paper says.
#[derive(Clone, Debug)]
pub struct MaskedPaper {
    /// The form's id.
    pub form: &'static str,
    /// Year, month and day.
    pub day: (i32, u8, u8),
    pub facts: serde_json::Value,
}

/// An entry of a volume.
#[derive(Clone, Debug)]
pub struct Planned {
    pub entry: Entry,
    pub source: Source,
    /// What its sheet says, where it has one: names and values.
    pub lines: Vec<(&'static str, String)>,
}

/// A volume to be made.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What identifies it. It is not shown.
    pub name: String,
    pub bound: Bound,
    pub bureau: String,
    pub is_practice: bool,
    /// Year, month and day on which it is made.
    pub day: (i32, u8, u8),
    pub base: String,
    pub entries: Vec<Planned>,
    /// Names and values on the cover.
    pub cover: Vec<(&'static str, String)>,
    /// Below them.
    pub note: &'static str,
    /// What the end sheet says of what is missing, and who signs it.
    pub end: Vec<String>,
    pub signed: Vec<(&'static str, String)>,
}

/// Plans a volume of a case: everything but the bytes of evidence.
///
/// # Errors
/// [`Error::NotFound`] for a case that is not there and for a party that is none of it, [`Error::Forbidden`] for whoever
/// may not read it.
pub async fn plan(
    store: &BureauStore,
    case: CaseId,
    (bound, party): (Bound, Option<PartyId>),
) -> Result<Plan, Error> {
    let desk = store.case_desk(Rulebook::in_use()).await?;
    let standing = standing(store, &desk, case).await?;
    let context = desk.context();
    let parties = standing.open.case.parties().len();
    let reader = match (bound, party) {
        (Bound::Reading, Some(id)) => {
            let found = standing.open.case.parties().into_iter().find(|party| party.id == id);
            Some((id, found.ok_or(Error::NotFound)?.name.to_string()))
        }
        _ => None,
    };
    let members = store.members_ever().await?;
    let names: BTreeMap<PersonId, String> =
        members.into_iter().map(|member| (member.person, member.name)).collect();
    let seen = reader.as_ref().map(|(id, _)| seen(&standing, *id, parties)).unwrap_or_default();
    let planner = Planner { store, standing: &standing, reader, parties, seen, names };
    let mut entries = Vec::new();
    for entry in standing.dossier.entries(bound) {
        entries.push(planner.planned(entry).await?);
    }
    let bureau = store.bureau();
    Ok(Plan {
        name: format!("{case}/{}/{}", bound.word(), standing.base),
        bound,
        bureau: bureau.full_name.clone(),
        is_practice: bureau.is_practice(),
        day: day_of(store.today()),
        base: standing.base.clone(),
        cover: cover(&standing, &context, planner.reader.as_ref().map(|(_, name)| name.as_str())),
        note: if bound == Bound::Reading { super::words::note_reading(Lang::Zh) } else { "" },
        end: end(&standing, bound),
        signed: super::cover::signed(store.today()),
        entries,
    })
}

/// Year, month and day.
pub(crate) fn day_of(day: domain::Day) -> (i32, u8, u8) {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    (day.year(), small(day.month()), small(day.day()))
}

/// What those records say that a party may see.
fn seen(standing: &Standing, party: PartyId, parties: usize) -> Vec<String> {
    let records = standing.open.case.records.iter().map(|record| &record.facts);
    let records = records.filter(|record| may_read(record, party, parties));
    records.map(|record| record.course.to_string()).collect()
}

/// Finds where each entry comes from.
struct Planner<'a> {
    store: &'a BureauStore,
    standing: &'a Standing,
    /// Who reads it, where it is a party's copy.
    reader: Option<(PartyId, String)>,
    /// So many parties the case has.
    parties: usize,
    /// What the records say that the reader may see.
    seen: Vec<String>,
    names: BTreeMap<PersonId, String>,
}

impl Planner<'_> {
    async fn planned(&self, entry: &Entry) -> Result<Planned, Error> {
        let reading = self.reader.as_ref().and_then(|(id, _)| left_out(entry, *id, self.parties));
        let (source, lines) = match (reading, entry.what) {
            (Some(why), _) => (Source::LeftOut(why), Vec::new()),
            (None, What::OnPaper(_)) => (Source::OnPaper, vec![("形成日期", day_long(entry.on, Lang::Zh))]),
            (None, What::Paper(kind, id)) => (self.paper(kind, id).await?, Vec::new()),
            (None, What::File(_, id)) => {
                let file = self.standing.files.iter().find(|file| file.id == id).ok_or(Error::NotFound)?;
                (
                    Source::File(Box::new(file.clone())),
                    crate::evidence::sheet_lines(file, &self.names, self.reader.is_some()),
                )
            }
        };
        let entry = if reading.is_some() { untold(entry) } else { entry.clone() };
        Ok(Planned { entry, source, lines })
    }

    async fn paper(&self, kind: PaperKind, id: IssuedPaperId) -> Result<Source, Error> {
        let paper = self.standing.papers.iter().find(|paper| paper.id == id).ok_or(Error::NotFound)?;
        if let Some(masked) = self.masked(paper) {
            return Ok(masked);
        }
        // In the bureau's own volumes lies the signed and sealed sheet, once it was scanned.
        let newest = standing_scan(&self.standing.scans, id).filter(|_| self.reader.is_none());
        let has_own = self.reader.is_some() && kind.copies().contains(&PaperCopy::Party);
        let copy = if has_own { PaperCopy::Party } else { PaperCopy::File };
        let issued = self.store.copied_paper(paper.case, id, copy).await?.pdf;
        Ok(match newest {
            Some(scan) => Source::Scan(scan.clone(), issued),
            None => Source::Paper(issued),
        })
    }

    /// The paper as the reader may see it, where others' personal data stand in it; none: as it was issued.
    fn masked(&self, paper: &IssuedPaper) -> Option<Source> {
        let (_, name) = self.reader.as_ref()?;
        let Ok(mut facts) = serde_json::from_str::<serde_json::Value>(&paper.facts) else {
            return Some(Source::LeftOut(LeftOut::NotMasked));
        };
        // What was handed to the party tells its evidence already.
        let is_handed_over = paper.kind.copies().contains(&PaperCopy::Party);
        let is_hidden = !is_handed_over && hide_records(&mut facts, &self.seen);
        if !(mask(&mut facts, Some(name.as_str()).filter(|_| self.parties > 1)) | is_hidden) {
            return None;
        }
        let bureau = self.store.bureau();
        let Ok(issuer) = serde_json::to_value(crate::paper::issuer(bureau)) else {
            return Some(Source::LeftOut(LeftOut::NotMasked));
        };
        facts["bureau"] = issuer;
        facts["number"] = paper.number.clone().into();
        for (mark, is_set) in
            [("draft", false), ("file_copy", false), ("masked", true), ("practice", bureau.is_practice())]
        {
            facts[mark] = is_set.into();
        }
        Some(Source::Masked(MaskedPaper { form: paper.kind.id(), day: day_of(paper.on), facts }))
    }
}
