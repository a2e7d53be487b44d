//! One entry of a volume as it is bound: the pages of a paper, a picture on its sheet, or a sheet that says why it is none.

use super::Binder;
use crate::web::thumbnail;
use app::dossier::{MaskedPaper, Planned, Source};
use domain::Lang;
use domain::dossier::{BOUND_BYTES_MAX, FILE_PAGES_MAX, LeftOut, What};
use domain::file::Content;
use domain::id::BureauId;
use futures_util::TryStreamExt;
use paper::{PagesFault, Sheet, VolumeFile, VolumePart, pages_of};
use serde_json::json;
use std::sync::Arc;
use store::Error;

/// An entry as it is bound, and what the catalogue remarks on it. No part: it was left out.
pub struct Prepared {
    pub part: Option<VolumePart>,
    pub remark: String,
}

impl Prepared {
    fn left_out(why: LeftOut) -> Self {
        Prepared { part: None, remark: why.reason(Lang::Zh).to_owned() }
    }
}

/// Why a sheet stands for a file.
const ENCRYPTED: &str = "文件有密码保护，无法装入；原文件另存。";
const BROKEN: &str = "文件无法读取，无法装入；原文件另存。";
const LARGE: &str = "文件过大，没有装入；原文件另存。";
const LONG: &str = "页数过多，没有装入；原文件另存。";
const NO_PAGES: &str = "本件为电子文件，不能打印成页；原文件存于办案系统，以校验值核对。";
const ON_PAPER: &str = "本件在案件录入系统以前形成，纸质原件随卷装订。";
const UNSIGNED: &str = "签章扫描件无法读取，装入未签章件";
const SHORT: &str = "以页代替";

impl Binder {
    /// Prepares an entry; `left` bytes may still be bound in.
    pub(super) async fn prepared(
        &self,
        bureau: BureauId,
        planned: Planned,
        left: &mut u64,
    ) -> Result<Prepared, Error> {
        let title = match planned.entry.what {
            What::File(kind, _) => format!("{} {}", planned.entry.number, kind.name(Lang::Zh)),
            _ => format!("{} {}", planned.entry.name, planned.entry.number),
        };
        let lines: Vec<[String; 2]> =
            planned.lines.iter().map(|(name, value)| [(*name).to_owned(), value.clone()]).collect();
        let sheet = |note: &str| json!({ "title": title.trim(), "note": note, "lines": lines });
        let stands = |note: &str| Prepared {
            part: Some(VolumePart { facts: sheet(note), file: None }),
            remark: SHORT.to_owned(),
        };
        let mut remark = String::new();
        let (bytes, file) = match planned.source {
            Source::LeftOut(why) => return Ok(Prepared::left_out(why)),
            Source::OnPaper => {
                return Ok(Prepared { remark: "纸质原件".to_owned(), ..stands(ON_PAPER) });
            }
            Source::Masked(masked) => match self.masked(masked).await? {
                Some(bytes) => (bytes, None),
                None => return Ok(Prepared::left_out(LeftOut::NotMasked)),
            },
            Source::Paper(bytes) => (bytes, None),
            Source::Scan(scan, issued) => match self.read(bureau, (&scan.sha256, scan.size)).await? {
                Some(bytes) => (bytes, None),
                None => {
                    UNSIGNED.clone_into(&mut remark);
                    (issued, None)
                }
            },
            Source::File(file) if !is_page(file.content) => return Ok(stands(NO_PAGES)),
            Source::File(file) if file.size > BOUND_BYTES_MAX => return Ok(stands(LARGE)),
            Source::File(file) => match self.read(file.lies_with, (&file.sha256, file.size)).await? {
                Some(bytes) => (bytes, Some(file)),
                None => return Ok(stands(BROKEN)),
            },
        };
        let bound = match file.as_ref().map(|file| file.content) {
            Some(content) if content != Content::Pdf => {
                let picture = thumbnail::for_a_page(content, bytes).await;
                picture.map(|jpeg| VolumeFile::Picture(Arc::new(jpeg))).ok_or(BROKEN)
            }
            _ => pages(bytes).await,
        };
        let bound = bound.and_then(|file| if size(&file) > *left { Err(LARGE) } else { Ok(file) });
        Ok(match bound {
            Ok(file) => {
                *left -= size(&file);
                let part = Some(VolumePart { facts: sheet(""), file: Some(file) });
                Prepared { part, remark }
            }
            Err(note) => stands(note),
        })
    }

    /// The pages of a masked paper; none when its form cannot print what an older one said.
    async fn masked(&self, masked: MaskedPaper) -> Result<Option<Vec<u8>>, Error> {
        let papers = self.papers.clone();
        let MaskedPaper { form, day, facts } = masked;
        let sheet = Sheet { form: form.to_owned(), name: String::new(), day, facts, check: None };
        let printed = tokio::task::spawn_blocking(move || papers.print(&sheet)).await;
        Ok(printed.map_err(Error::down)?.ok().map(|printed| printed.pdf))
    }

    /// The bytes of a file; none where they are not there or were changed.
    async fn read(&self, bureau: BureauId, (sha256, size): (&str, u64)) -> Result<Option<Vec<u8>>, Error> {
        let read = async {
            let read = self.files.read(bureau, sha256, size, 0..size).await?;
            read.try_concat().await
        };
        match read.await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) => {
                tracing::warn!(%error, sha256, "a file could not be read for a volume");
                Ok(None)
            }
        }
    }
}

/// Whether something can be seen on a page.
fn is_page(content: Content) -> bool {
    content == Content::Pdf || content.has_thumbnail()
}

fn size(file: &VolumeFile) -> u64 {
    match file {
        VolumeFile::Pdf(bytes, _) | VolumeFile::Picture(bytes) => bytes.len() as u64,
    }
}

/// A PDF with its pages, read aside: others go on meanwhile.
async fn pages(bytes: Vec<u8>) -> Result<VolumeFile, &'static str> {
    let bytes = Arc::new(bytes);
    let read = bytes.clone();
    let pages = tokio::task::spawn_blocking(move || pages_of(&read)).await;
    match pages.unwrap_or(Err(PagesFault::Broken)) {
        Ok(pages) if pages.len() > FILE_PAGES_MAX => Err(LONG),
        Ok(pages) => Ok(VolumeFile::Pdf(bytes, pages)),
        Err(PagesFault::Encrypted) => Err(ENCRYPTED),
        Err(PagesFault::Broken) => Err(BROKEN),
    }
}

/// The sheet that takes the place of a file which turned out not to be bindable.
pub fn instead(part: VolumePart) -> VolumePart {
    let mut facts = part.facts;
    facts["note"] = BROKEN.into();
    VolumePart { facts, file: None }
}
