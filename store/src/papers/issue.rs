//! A paper is issued.

use crate::entity::{issued_paper, paper_copy};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::seal::random;
use domain::Day;
use domain::case::{NumberWord, number};
use domain::id::{CaseId, IssuedPaperId, PartyId};
use domain::paper::{PaperCopy, PaperKind, PaperState};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QuerySelect};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Where what a paper says, and its copies by their word, are sealed: they name persons by their numbers.
pub(super) const TABLE: &str = "issued_paper";
pub(super) const FACTS: &str = "facts";
pub(super) const COPIES: &str = "paper_copy";

/// Random bytes in the address of a paper's check.
const KEY_BYTES: usize = 16;

/// The secret in the address that a paper's code leads to: whoever has the paper has it, nobody can guess it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperKey(String);

impl PaperKey {
    /// What a paper says of its check, after the number of its bureau: only its hash is kept beside the paper.
    #[must_use]
    pub(super) fn hash(key: &str) -> Vec<u8> {
        Sha256::digest(format!("paper check\u{0}{key}")).to_vec()
    }
}

/// One copy of a paper as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCopy {
    pub copy: PaperCopy,
    pub pdf: Vec<u8>,
    /// Of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The version of the templates.
    pub template: String,
}

/// A paper to be kept as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    pub case: CaseId,
    pub kind: PaperKind,
    /// The event that it is about.
    pub seq: u32,
    pub party: Option<PartyId>,
    pub number: Option<String>,
    /// The legal day of its step.
    pub on: Day,
    /// What it says, as JSON.
    pub facts: String,
    pub key: PaperKey,
    pub copies: Vec<NewCopy>,
}

impl BureauStore {
    /// A secret for a new paper.
    ///
    /// # Errors
    /// [`Error::Down`] when the machine has no randomness.
    pub fn paper_key(&self) -> Result<PaperKey, Error> {
        let bytes = random::<KEY_BYTES>()?;
        Ok(PaperKey(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// The word at the end of the address of a paper's check: the bureau's number and the secret.
    #[must_use]
    pub fn check_word(&self, key: &PaperKey) -> String {
        format!("{}-{}", self.bureau().id.0, key.0)
    }

    /// The next number of a word for a paper that is issued today; given back when the transaction is not committed.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction, [`Error::Down`] when the database fails.
    pub async fn paper_number(&self, word: NumberWord) -> Result<String, Error> {
        use chrono::Datelike;
        let (prefix, year) = (&self.bureau().number_prefix, self.today().year());
        let last = self.next_number(&word.counter(prefix), year).await?;
        Ok(number(prefix, word, year, last))
    }

    /// Keeps a paper as it was made. The one of the same step and form that counts so far is replaced by it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a case that is not there, [`Error::Invalid`] without a copy.
    pub async fn issue_paper(&self, new: NewPaper) -> Result<IssuedPaperId, Error> {
        self.must_write()?;
        if new.copies.is_empty() {
            return Err(Error::Invalid { field: "copies", code: "missing" });
        }
        let id = IssuedPaperId(Uuid::now_v7());
        let replaces = self.replace(&new).await?;
        let by = self.person()?;
        let row = issued_paper::ActiveModel {
            id: Set(id.0),
            case_id: Set(new.case.0),
            kind: Set(new.kind.id().to_owned()),
            seq: Set(i32::try_from(new.seq).map_err(Error::down)?),
            party: Set(new.party.map(|party| party.0)),
            number: Set(new.number.clone()),
            on_day: Set(new.on),
            at: Set(self.now().0),
            by_id: Set(by.0),
            facts_sealed: Set(self
                .keys()
                .seal(&self.place(TABLE, FACTS, id.0.as_bytes()), new.facts.as_bytes())?),
            check_hash: Set(PaperKey::hash(&new.key.0)),
            replaces: Set(replaces.map(|old| old.0)),
            state: Set(PaperState::ToPrint.word().to_owned()),
            is_out: Set(true),
            ..Default::default()
        };
        self.insert::<issued_paper::Entity>(row).await?;
        let mut hashes = serde_json::Map::new();
        for copy in new.copies {
            hashes.insert(copy.copy.word().to_owned(), copy.sha256.clone().into());
            hashes.insert("template".to_owned(), copy.template.clone().into());
            let row = paper_copy::ActiveModel {
                paper_id: Set(id.0),
                copy: Set(copy.copy.word().to_owned()),
                pdf_sealed: Set(self
                    .keys()
                    .seal(&self.place(COPIES, copy.copy.word(), id.0.as_bytes()), &copy.pdf)?),
                sha256: Set(copy.sha256),
                template: Set(copy.template),
                ..Default::default()
            };
            self.insert::<paper_copy::Entity>(row).await?;
        }
        let payload = serde_json::json!({
            "case": new.case, "kind": new.kind, "seq": new.seq, "number": new.number, "on": new.on,
            "sha256": hashes, "replaces": replaces,
        });
        self.audit("paper_issued", &id.to_string(), &payload).await?;
        Ok(id)
    }

    /// Ends the paper whose place a new one takes.
    async fn replace(&self, new: &NewPaper) -> Result<Option<IssuedPaperId>, Error> {
        use issued_paper::Column as C;
        let seq = i32::try_from(new.seq).map_err(Error::down)?;
        let valid = PaperState::ALL.into_iter().filter(|state| state.is_valid()).map(PaperState::word);
        let same = Condition::all().add(C::CaseId.eq(new.case.0)).add(C::Kind.eq(new.kind.id()));
        let old = self.find::<issued_paper::Entity>().filter(same).filter(C::Seq.eq(seq));
        let old = old.filter(C::State.is_in(valid)).select_only().column(C::Id);
        let Some(old) = old.into_tuple::<Uuid>().one(self.tx()).await? else { return Ok(None) };
        let row = issued_paper::ActiveModel {
            id: Set(old),
            state: Set(PaperState::Replaced.word().to_owned()),
            is_out: Set(false),
            ended_at: Set(Some(self.now().0)),
            ended_by: Set(Some(self.person()?.0)),
            ..Default::default()
        };
        self.update::<issued_paper::Entity>(row).await?;
        Ok(Some(IssuedPaperId(old)))
    }
}
