//! What a volume is made of, in one word: whoever changes the case, a paper or the evidence changes the word.

use crate::files::EvidenceFile;
use crate::papers::{IssuedPaper, PaperScan};
use sha2::{Digest, Sha256};

/// SHA-256 of what a case's volumes are made of, in hexadecimal digits: how many events were written, which papers were
/// issued and stand how, which of them were scanned, which evidence is kept.
#[must_use]
pub fn dossier_base(
    events: usize,
    papers: &[IssuedPaper],
    scans: &[PaperScan],
    files: &[EvidenceFile],
) -> String {
    let mut digest = Sha256::new();
    let mut add = |part: String| {
        digest.update(part.as_bytes());
        digest.update([0]);
    };
    add(events.to_string());
    papers.iter().for_each(|paper| add(format!("{} {}", paper.id, paper.state.word())));
    scans.iter().for_each(|scan| add(format!("{} {}", scan.id, scan.withdrawn.is_some())));
    files.iter().for_each(|file| add(format!("{} {}", file.id, file.withdrawn.is_some())));
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
