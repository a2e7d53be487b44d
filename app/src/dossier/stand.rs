//! A case with all that its dossier is made of.

use domain::dossier::{Dossier, KeptFile, MadePaper, dossier};
use domain::id::CaseId;
use store::{BureauStore, CaseDesk, Error, EvidenceFile, IssuedPaper, OpenCase, PaperScan, dossier_base};

/// A case, its papers and its evidence, and the dossier that they make.
pub(super) struct Standing {
    pub open: OpenCase,
    pub papers: Vec<IssuedPaper>,
    /// Scans of the papers, the newest first.
    pub scans: Vec<PaperScan>,
    pub files: Vec<EvidenceFile>,
    pub dossier: Dossier,
    /// What it is made of, in one word.
    pub base: String,
}

/// The dossier of a case as it stands.
pub(super) async fn standing(
    store: &BureauStore,
    desk: &CaseDesk<'_>,
    case: CaseId,
) -> Result<Standing, Error> {
    let open = desk.case(case).await?;
    let papers = store.issued_papers(case).await?;
    let scans = store.paper_scans(case).await?;
    let files = store.evidence(case).await?;
    let made: Vec<MadePaper> = papers.iter().map(made).collect();
    let kept: Vec<KeptFile> = files.iter().map(kept).collect();
    let dossier = dossier(&open.case, &made, &kept);
    let base = dossier_base(open.events.len(), &papers, &scans, &files);
    Ok(Standing { open, papers, scans, files, dossier, base })
}

fn made(paper: &IssuedPaper) -> MadePaper {
    MadePaper {
        id: paper.id,
        kind: paper.kind,
        seq: paper.seq,
        party: paper.party,
        title: said(paper, "title").unwrap_or_else(|| paper.kind.name(domain::Lang::Zh).to_owned()),
        number: paper.number.clone(),
        on: paper.on,
        state: paper.state,
    }
}

/// A word of what a paper says.
pub(super) fn said(paper: &IssuedPaper, field: &str) -> Option<String> {
    let facts: serde_json::Value = serde_json::from_str(&paper.facts).ok()?;
    Some(facts.pointer(&format!("/{field}"))?.as_str()?.to_owned())
}

fn kept(file: &EvidenceFile) -> KeptFile {
    KeptFile {
        id: file.id,
        number: file.number,
        name: file.name.to_string(),
        kind: file.sheet.kind,
        names_reporter: file.sheet.names_reporter,
        party: file.sheet.party,
        on: file.sheet.at.date(),
        is_withdrawn: file.withdrawn.is_some(),
    }
}
