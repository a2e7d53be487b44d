//! Issued papers are read: those of a case, one copy, and those of the bureau that are not back.

use super::issue::{COPIES, FACTS, TABLE};
use crate::cases::OpenCase;
use crate::entity::{case, issued_paper, paper_copy};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::dossier::unmade;
use domain::id::{CaseId, IssuedPaperId, PartyId};
use domain::paper::{ISSUED_MAX, PaperCopy, PaperKind, PaperState};
use domain::role::Power;
use domain::{Day, Instant, Lang};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Papers on one page of those that are not back.
const PAGE_ROWS: usize = 50;

/// Papers that are not back among which a page of a scan is given its own.
const CHOICES_MAX: u64 = 200;

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedPaper {
    pub id: IssuedPaperId,
    pub case: CaseId,
    pub kind: PaperKind,
    pub seq: u32,
    pub party: Option<PartyId>,
    pub number: Option<String>,
    /// The legal day of its step.
    pub on: Day,
    /// When it was made, and by whom.
    pub at: Instant,
    pub by: String,
    /// What it says, as JSON.
    pub facts: String,
    pub replaces: Option<IssuedPaperId>,
    pub state: PaperState,
    pub back_on: Option<Day>,
    pub void_reason: Option<String>,
}

/// One copy of an issued paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub kind: PaperKind,
    pub pdf: Vec<u8>,
    pub sha256: String,
}

/// A paper that is not back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutPaper {
    pub id: IssuedPaperId,
    pub case: CaseId,
    pub case_number: String,
    pub party: String,
    pub kind: PaperKind,
    pub number: Option<String>,
    pub at: Instant,
    pub state: PaperState,
}

/// A page of papers that are not back, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutPage {
    pub rows: Vec<OutPaper>,
    /// The last of them, where there are more.
    pub next: Option<IssuedPaperId>,
}

impl BureauStore {
    /// The issued papers of a case, the oldest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records; [`Error::NotFound`] in a visit.
    pub async fn issued_papers(&self, of: CaseId) -> Result<Vec<IssuedPaper>, Error> {
        self.may_read_papers()?;
        use issued_paper::Column as C;
        let own = self.find::<issued_paper::Entity>().filter(C::CaseId.eq(of.0));
        let own = own.order_by_asc(C::Id).limit(ISSUED_MAX).all(self.tx()).await?;
        self.papers(own).await
    }

    /// One issued paper of a case.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, another case's and another bureau's.
    pub async fn issued_paper(&self, of: CaseId, id: IssuedPaperId) -> Result<IssuedPaper, Error> {
        self.may_read_papers()?;
        let own = self.find::<issued_paper::Entity>().filter(issued_paper::Column::Id.eq(id.0));
        let own = own.filter(issued_paper::Column::CaseId.eq(of.0)).all(self.tx()).await?;
        self.papers(own).await?.pop().ok_or(Error::NotFound)
    }

    /// The bytes of a copy as they were made.
    ///
    /// # Errors
    /// As [`BureauStore::issued_paper`].
    pub async fn copied_paper(
        &self,
        of: CaseId,
        id: IssuedPaperId,
        copy: PaperCopy,
    ) -> Result<Copied, Error> {
        let kind = self.issued_paper(of, id).await?.kind;
        let own = self.find::<paper_copy::Entity>().filter(paper_copy::Column::PaperId.eq(id.0));
        let own = own.filter(paper_copy::Column::Copy.eq(copy.word())).one(self.tx()).await?;
        let row = own.ok_or(Error::NotFound)?;
        let place = self.place(COPIES, copy.word(), id.0.as_bytes());
        let pdf = self.keys().unseal(&place, &row.pdf_sealed)?.to_vec();
        Ok(Copied { kind, pdf, sha256: row.sha256 })
    }

    /// The bureau's papers that are not back, the oldest first, those after one.
    ///
    /// # Errors
    /// As [`BureauStore::issued_papers`].
    pub async fn papers_out(&self, after: Option<IssuedPaperId>) -> Result<OutPage, Error> {
        self.may_read_papers()?;
        use issued_paper::Column as C;
        let mut own = self.find::<issued_paper::Entity>().filter(C::IsOut.eq(true));
        if let Some(after) = after {
            own = own.filter(C::Id.gt(after.0));
        }
        let own = own.order_by_asc(C::Id).limit(PAGE_ROWS as u64 + 1);
        let mut own = own.all(self.tx()).await?;
        let is_more = own.len() > PAGE_ROWS;
        own.truncate(PAGE_ROWS);
        let next = own.last().filter(|_| is_more).map(|row| IssuedPaperId(row.id));
        Ok(OutPage { rows: self.out_papers(own).await?, next })
    }

    /// The bureau's newest papers that are not back, and those that are named, in whatever state: the oldest first.
    ///
    /// # Errors
    /// As [`BureauStore::issued_papers`].
    pub async fn papers_to_scan(&self, named: &[IssuedPaperId]) -> Result<Vec<OutPaper>, Error> {
        self.may_read_papers()?;
        use issued_paper::Column as C;
        let out = self.find::<issued_paper::Entity>().filter(C::IsOut.eq(true));
        let mut rows = out.order_by_desc(C::Id).limit(CHOICES_MAX).all(self.tx()).await?;
        let more: Vec<Uuid> =
            named.iter().map(|id| id.0).filter(|id| rows.iter().all(|row| row.id != *id)).collect();
        if !more.is_empty() {
            rows.extend(self.find::<issued_paper::Entity>().filter(C::Id.is_in(more)).all(self.tx()).await?);
        }
        rows.sort_by_key(|row| row.id);
        self.out_papers(rows).await
    }

    /// Papers of the bureau by their ids, whichever cases they are of; one that is not there is left out.
    ///
    /// # Errors
    /// As [`BureauStore::issued_papers`].
    pub async fn papers_by_id(&self, ids: &[IssuedPaperId]) -> Result<Vec<IssuedPaper>, Error> {
        self.may_read_papers()?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.find::<issued_paper::Entity>();
        let own = own.filter(issued_paper::Column::Id.is_in(ids.iter().map(|id| id.0)));
        let own = own.order_by_asc(issued_paper::Column::Id).all(self.tx()).await?;
        self.papers(own).await
    }

    async fn out_papers(&self, own: Vec<issued_paper::Model>) -> Result<Vec<OutPaper>, Error> {
        let cases = self.cases_of(own.iter().map(|row| row.case_id).collect()).await?;
        let line = |row: issued_paper::Model| {
            let (case_number, party) = cases.get(&row.case_id).cloned().unwrap_or_default();
            Some(OutPaper {
                id: IssuedPaperId(row.id),
                case: CaseId(row.case_id),
                case_number,
                party,
                kind: PaperKind::from_id(&row.kind)?,
                number: row.number,
                at: Instant(row.at),
                state: PaperState::from_word(&row.state)?,
            })
        };
        Ok(own.into_iter().filter_map(line).collect())
    }

    /// What issued papers of a case that are not back are called: by their numbers, else by their names.
    pub(crate) async fn papers_out_of(&self, of: CaseId) -> Result<Vec<String>, Error> {
        use issued_paper::Column as C;
        let own = self.find::<issued_paper::Entity>().filter(C::CaseId.eq(of.0)).filter(C::IsOut.eq(true));
        let own = own.order_by_asc(C::Id).limit(ISSUED_MAX).all(self.tx()).await?;
        let name = |row: issued_paper::Model| {
            row.number.or_else(|| Some(PaperKind::from_id(&row.kind)?.name(Lang::Zh).to_owned()))
        };
        Ok(own.into_iter().filter_map(name).collect())
    }

    /// Whether a case calls for papers that were never made here, nor on paper before it was entered.
    pub(crate) async fn papers_lack(&self, open: &OpenCase) -> Result<bool, Error> {
        use issued_paper::Column as C;
        let own = self.find::<issued_paper::Entity>().filter(C::CaseId.eq(open.id.0));
        let own = own.filter(C::State.is_not_in([PaperState::Void.word(), PaperState::Replaced.word()]));
        let own = own.order_by_asc(C::Id).limit(ISSUED_MAX).select_only().columns([C::Kind, C::Seq]);
        let made: Vec<(String, i32)> = own.into_tuple().all(self.tx()).await?;
        let is_made = |kind: PaperKind, seq: u32| {
            made.iter().any(|(id, of)| id == kind.id() && u32::try_from(*of) == Ok(seq))
        };
        Ok(unmade(&open.case, is_made))
    }

    /// Number and first party of cases.
    async fn cases_of(&self, ids: Vec<Uuid>) -> Result<HashMap<Uuid, (String, String)>, Error> {
        use case::Column as C;
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let own = self.find::<case::Entity>().filter(C::Id.is_in(ids));
        let own = own.select_only().columns([C::Id, C::Number, C::PartyName]);
        let own: Vec<(Uuid, Option<String>, String)> = own.into_tuple().all(self.tx()).await?;
        Ok(own.into_iter().map(|(id, number, party)| (id, (number.unwrap_or_default(), party))).collect())
    }

    pub(super) fn may_read_papers(&self) -> Result<(), Error> {
        // A visit of the city has no papers.
        if self.visit().is_some() {
            return Err(Error::NotFound);
        }
        self.require(Power::ReadRecords)
    }

    /// Rows as they are told; one of a form that this version does not know is none.
    async fn papers(&self, rows: Vec<issued_paper::Model>) -> Result<Vec<IssuedPaper>, Error> {
        let people: Vec<Uuid> = rows.iter().map(|row| row.by_id).collect();
        let names = self.names(people).await?;
        let told = |row: issued_paper::Model, facts: String| {
            Some(IssuedPaper {
                id: IssuedPaperId(row.id),
                case: CaseId(row.case_id),
                kind: PaperKind::from_id(&row.kind)?,
                seq: u32::try_from(row.seq).ok()?,
                party: row.party.map(PartyId),
                number: row.number,
                on: row.on_day,
                at: Instant(row.at),
                by: names.get(&row.by_id).cloned().unwrap_or_default(),
                facts,
                replaces: row.replaces.map(IssuedPaperId),
                state: PaperState::from_word(&row.state)?,
                back_on: row.back_on,
                void_reason: row.void_reason,
            })
        };
        let mut papers = Vec::with_capacity(rows.len());
        for row in rows {
            let place = self.place(TABLE, FACTS, row.id.as_bytes());
            let facts = self.keys().unseal(&place, &row.facts_sealed)?.to_vec();
            papers.extend(told(row, String::from_utf8(facts).map_err(Error::down)?));
        }
        Ok(papers)
    }
}
