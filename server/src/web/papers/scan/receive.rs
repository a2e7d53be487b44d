//! The files of a scan are received, judged as evidence is, and nothing else is taken.

use app::paper::scan::words::of_file;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use domain::Lang;
use domain::file::{Content, FileName, Judge};
use domain::paper::{SCAN_BYTES_MAX, SCAN_PAGES_MAX, ScanFault};
use std::sync::Arc;

/// Fields of one form; each file has at least a page.
const FIELDS_MAX: usize = SCAN_PAGES_MAX + 10;

/// So many bytes are received of a form that cannot come in: the browser reads the answer only when it could send all.
const THROWN_BYTES_MAX: u64 = 4 * SCAN_BYTES_MAX;

/// A file that came in.
#[derive(Debug)]
pub struct Received {
    pub name: String,
    pub content: Content,
    pub bytes: Arc<Vec<u8>>,
}

/// Receives the files of a form; else what is to be mended, in words.
pub async fn receive(mut form: Multipart, lang: Lang) -> Result<Vec<Received>, Vec<String>> {
    let broken_off = || vec![ScanFault::BrokenOff.message(lang)];
    let (mut files, mut problems, mut all, mut fields) = (Vec::new(), Vec::new(), 0_u64, 0);
    while let Some(field) = form.next_field().await.map_err(|_| broken_off())? {
        fields += 1;
        let name = field.file_name().unwrap_or_default().to_owned();
        let is_file = field.name() == Some("file");
        let bytes = whole(field, &mut all).await.ok_or_else(broken_off)?;
        // A form without a file sends one without a name and without a byte.
        if !is_file || name.is_empty() && bytes.is_empty() || all > SCAN_BYTES_MAX || fields > FIELDS_MAX {
            continue;
        }
        match judged(&name, &bytes, lang) {
            Ok(content) => files.push(Received { name, content, bytes: Arc::new(bytes) }),
            Err(problem) => problems.push(of_file(&name, &problem, lang)),
        }
    }
    match () {
        () if all > SCAN_BYTES_MAX => Err(vec![ScanFault::TooLarge.message(lang)]),
        () if fields > FIELDS_MAX => Err(vec![ScanFault::TooManyPages.message(lang)]),
        () if !problems.is_empty() => Err(problems),
        () if files.is_empty() => Err(vec![ScanFault::NoFile.message(lang)]),
        () => Ok(files),
    }
}

/// A field as a whole; of what is too much nothing is kept. None: it broke off.
async fn whole(mut field: Field<'_>, all: &mut u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.ok()? {
        *all += piece.len() as u64;
        match *all {
            all if all > THROWN_BYTES_MAX => return None,
            all if all > SCAN_BYTES_MAX => bytes = Vec::new(),
            _ => bytes.extend_from_slice(&piece),
        }
    }
    Some(bytes)
}

fn judged(name: &str, bytes: &[u8], lang: Lang) -> Result<Content, String> {
    let judged = || {
        let mut judge = Judge::of(FileName::parse(name)?);
        judge.push(bytes)?;
        judge.finish()
    };
    match judged().map_err(|fault| fault.message(lang))? {
        content @ (Content::Pdf | Content::Jpeg | Content::Png) => Ok(content),
        _ => Err(ScanFault::OtherContent.message(lang)),
    }
}
