//! Evidence and papers go along with a case that another bureau takes over (domain §1.6): rows of its own, under its own
//! numbers, over the same bytes. What the sender has stays with it, and what the hash says stays true.

use super::blob::hex;
use super::evidence::{CAME, EvidenceFile, NAME, SHEET, TABLE};
use super::place::Files;
use crate::entity::evidence_file;
use crate::error::Error;
use crate::papers::{IssuedPaper, PaperScan, standing_scan};
use crate::scope::BureauStore;
use domain::file::{Content, EvidenceKind, EvidenceSheet, FileName, Going};
use domain::id::{BureauId, CaseId, EvidenceId, PersonId};
use domain::paper::PaperCopy;
use domain::{Instant, Lang};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// In the receiver's chain, for each file.
const CAME_ALONG: &str = "evidence_came";
/// In the sender's chain, for all of them.
const SENT_ALONG: &str = "evidence_sent";

/// Where evidence came from, and who took it there, by name: the receiver knows no person of the sender's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameFrom {
    /// The sender's name.
    pub bureau: String,
    /// The number of its case.
    pub case_number: String,
    /// The number of the evidence in that case; none of a paper.
    pub number: Option<u32>,
    pub collectors: Vec<String>,
    /// Who entered it there or made the paper, and when.
    pub by: String,
    pub at: Instant,
}

/// The case that was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    /// The sender's name.
    pub bureau: String,
    /// The number of its case.
    pub number: String,
}

/// A file that goes along, as the sender has it.
#[derive(Clone, Debug)]
pub(crate) struct AlongFile {
    number: Option<u32>,
    name: FileName,
    sheet: EvidenceSheet,
    content: Content,
    size: u64,
    sha256: String,
    thumbnail: Option<String>,
    collectors: Vec<String>,
    by: String,
    at: Instant,
    bytes: Bytes,
}

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
enum Bytes {
    /// They lie in a bureau's folder, and stay there.
    Lie(BureauId),
    /// A paper lies in the database.
    Paper(Vec<u8>),
}

impl BureauStore {
    /// What of this bureau's case goes along, evidence by its numbers and then papers in the order in which they were made.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub(crate) async fn goes_along(&self, case: CaseId, going: Going<'_>) -> Result<Vec<AlongFile>, Error> {
        let goes = |file: &EvidenceFile| going.takes_evidence(file.sheet.party, file.withdrawn.is_some());
        let evidence: Vec<EvidenceFile> = self.evidence(case).await?.into_iter().filter(goes).collect();
        let people = evidence.iter().flat_map(|file| file.sheet.collectors.map(|person| person.0));
        let names = self.names(people.collect()).await?;
        let along = |file: EvidenceFile| {
            let of = |person: PersonId| names.get(&person.0).cloned().unwrap_or_default();
            AlongFile {
                number: Some(file.number),
                collectors: match file.came {
                    Some(came) => came.collectors,
                    None => file.sheet.collectors.map(of).into(),
                },
                name: file.name,
                sheet: file.sheet,
                content: file.content,
                size: file.size,
                sha256: file.sha256,
                thumbnail: file.thumbnail,
                by: file.by,
                at: file.at,
                bytes: Bytes::Lie(file.lies_with),
            }
        };
        let mut files: Vec<AlongFile> = evidence.into_iter().map(along).collect();
        let papers = self.issued_papers(case).await?;
        let scans = self.paper_scans(case).await?;
        for paper in papers.iter().filter(|paper| going.takes_paper(paper.kind, paper.state, paper.party)) {
            // The newest signed and sealed copy stands before the paper as it was made.
            let scan = standing_scan(&scans, paper.id);
            files.push(self.paper_along(paper, scan).await?);
        }
        Ok(files)
    }

    /// A paper as the evidence that it is to the receiver.
    async fn paper_along(&self, paper: &IssuedPaper, scan: Option<&PaperScan>) -> Result<AlongFile, Error> {
        let (sha256, size, bytes) = match scan {
            Some(scan) => (scan.sha256.clone(), scan.size, Bytes::Lie(self.bureau().id)),
            None => {
                let pdf = self.copied_paper(paper.case, paper.id, PaperCopy::File).await?.pdf;
                (hex(&Sha256::digest(&pdf)), pdf.len() as u64, Bytes::Paper(pdf))
            }
        };
        let name = paper.kind.name(Lang::Zh);
        // The form's name has an oblique stroke in some, which no file has.
        let name = [name, paper.number.as_deref().unwrap_or_default()].join(" ").replace(['/', '\\'], "、");
        let from = &self.bureau().full_name;
        Ok(AlongFile {
            number: None,
            name: FileName::parse(&format!("{}.pdf", name.trim()))
                .map_err(|_| Error::down("a form's name"))?,
            sheet: EvidenceSheet {
                kind: EvidenceKind::of_paper(paper.kind, paper.party),
                source: from.parse().map_err(Error::down)?,
                place: from.parse().map_err(Error::down)?,
                at: paper.on.and_time(paper.at.in_shanghai().time()),
                collectors: [PersonId(Uuid::nil()); 2],
                pages: None,
                party: paper.party,
                // Only what lies open to the party and the court goes along as evidence.
                names_reporter: false,
            },
            content: Content::Pdf,
            size,
            sha256,
            thumbnail: None,
            collectors: vec![paper.by.clone()],
            by: paper.by.clone(),
            at: paper.at,
            bytes,
        })
    }

    /// What went along, in this bureau's own chain.
    pub(crate) async fn sent_along(
        &self,
        (case, receiver): (CaseId, &str),
        files: &[AlongFile],
    ) -> Result<(), Error> {
        if files.is_empty() {
            return Ok(());
        }
        let sent: Vec<_> = files.iter().map(|file| (file.number, &file.sha256)).collect();
        let payload = serde_json::json!({ "case": case, "to": receiver, "files": sent });
        self.audit(SENT_ALONG, &case.to_string(), &payload).await.map(drop)
    }

    /// What came along becomes evidence of this bureau's own case, under its own numbers.
    ///
    /// # Errors
    /// [`Error::Down`] when the place of the files fails.
    pub(crate) async fn came_along(
        &self,
        place: &Files,
        (case, sender): (CaseId, &Sender),
        files: Vec<AlongFile>,
    ) -> Result<(), Error> {
        self.must_write()?;
        let first = self.next_evidence_number(case).await?;
        let mut rows = Vec::with_capacity(files.len());
        for (number, file) in (first..).zip(files) {
            let id = EvidenceId(Uuid::now_v7());
            let lies_with = match &file.bytes {
                Bytes::Lie(bureau) if *bureau == self.bureau().id => None,
                Bytes::Lie(bureau) => Some(bureau.0),
                Bytes::Paper(pdf) => {
                    place.put_small(self.bureau().id, &file.sha256, pdf).await?;
                    None
                }
            };
            let payload = serde_json::json!({
                "case": case, "number": number, "kind": file.sheet.kind, "content": file.content,
                "size": file.size, "sha256": file.sha256, "from": sender.bureau, "from_number": file.number,
            });
            rows.push(self.came_row(case, sender, (id, number), file, lies_with)?);
            self.audit(CAME_ALONG, &id.to_string(), &payload).await?;
        }
        self.insert_all::<evidence_file::Entity>(rows).await
    }

    fn came_row(
        &self,
        case: CaseId,
        sender: &Sender,
        (id, number): (EvidenceId, i32),
        file: AlongFile,
        lies_with: Option<i32>,
    ) -> Result<evidence_file::ActiveModel, Error> {
        let came = CameFrom {
            bureau: sender.bureau.clone(),
            case_number: sender.number.clone(),
            number: file.number,
            collectors: file.collectors,
            by: file.by,
            at: file.at,
        };
        let seal =
            |column: &str, text: &[u8]| self.keys().seal(&self.place(TABLE, column, id.0.as_bytes()), text);
        Ok(evidence_file::ActiveModel {
            id: Set(id.0),
            case_id: Set(case.0),
            number: Set(number),
            name_sealed: Set(seal(NAME, file.name.as_str().as_bytes())?),
            sheet_sealed: Set(seal(SHEET, &serde_json::to_vec(&file.sheet).map_err(Error::down)?)?),
            came_sealed: Set(Some(seal(CAME, &serde_json::to_vec(&came).map_err(Error::down)?)?)),
            content: Set(file.content.word().to_owned()),
            size: Set(i64::try_from(file.size).map_err(Error::down)?),
            sha256: Set(file.sha256),
            thumbnail_sha256: Set(file.thumbnail),
            lies_with: Set(lies_with),
            at: Set(self.now().0),
            by_id: Set(self.person()?.0),
            ..Default::default()
        })
    }
}
