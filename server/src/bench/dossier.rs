//! What a volume of a dossier costs.

use super::{Failed, Figure};
use crate::config::Settings;
use crate::web::thumbnail;
use domain::file::Content;
use paper::{Sheet, Typesetter, Volume, VolumeFile, VolumePart, pages_of};
use serde_json::{Value, json};
use std::io::Cursor;
use std::sync::Arc;
use std::time::Instant;

/// Pages of a volume.
const PAGES: usize = 500;
/// Photographs among them, as a telephone takes them.
const PHOTOS: usize = 40;
/// Seconds that the volume may take.
const SECONDS_MOST: f64 = 20.0;

/// Seconds of a volume of 500 pages: decisions as they were issued, and photographs.
pub async fn cost(settings: &Settings) -> Result<Figure, Failed> {
    let typesetter = Typesetter::new(&settings.fonts);
    let (papers, photo) = (decisions(&typesetter)?, photo()?);
    let begun = Instant::now();
    let mut parts = Vec::new();
    for bytes in papers {
        let pages = pages_of(&bytes).map_err(|fault| format!("{fault:?}"))?;
        parts.push(part(VolumeFile::Pdf(bytes, pages)));
    }
    for _ in 0..PHOTOS {
        let small = thumbnail::for_a_page(Content::Jpeg, photo.clone()).await.ok_or("no picture")?;
        parts.push(part(VolumeFile::Picture(Arc::new(small))));
    }
    let volume = Volume { name: "bench".to_owned(), day: (2026, 3, 26), facts: facts(), parts };
    let bound = tokio::task::spawn_blocking(move || typesetter.bind(&volume)).await??;
    if bound.pages < PAGES {
        return Err(format!("a volume of {} pages only", bound.pages).into());
    }
    let seconds = begun.elapsed().as_secs_f64();
    Ok(Figure::amount(&format!("a volume of {} pages", bound.pages), seconds, "s", SECONDS_MOST))
}

/// Decisions of other parties, until they fill the volume with the photographs.
fn decisions(typesetter: &Typesetter) -> Result<Vec<Arc<Vec<u8>>>, Failed> {
    let sample: Value = serde_json::from_str(include_str!("../../paper/samples/D26.json"))?;
    let (mut papers, mut pages) = (Vec::new(), 0);
    while pages < PAGES - PHOTOS {
        let mut facts = sample.clone();
        (facts["draft"], facts["file_copy"]) = (false.into(), true.into());
        facts["parties"][0]["name"] = format!("道县濂溪加油站第{pages}分站").into();
        let name = pages.to_string();
        let sheet = Sheet { form: "D26".to_owned(), name, day: (2026, 3, 26), facts, check: None };
        let printed = typesetter.print(&sheet)?;
        pages += printed.pages;
        papers.push(Arc::new(printed.pdf));
    }
    Ok(papers)
}

/// A photograph of twelve million points.
fn photo() -> Result<Vec<u8>, Failed> {
    let point = |x: u32, y: u32| image::Rgb([(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8]);
    let picture = image::RgbImage::from_fn(4_000, 3_000, point);
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg)?;
    Ok(bytes.into_inner())
}

fn part(file: VolumeFile) -> VolumePart {
    let facts = json!({ "title": "证据", "note": "", "lines": [["名称", "现场照片.jpg"]] });
    VolumePart { facts, file: Some(file) }
}

fn facts() -> Value {
    let entry = json!({ "number": "", "name": "行政处罚决定书", "day": "", "pages": "1-3", "remark": "" });
    json!({
        "title": "案卷", "draft": false, "bureau": { "name": "道县商务局" }, "heading": "行政处罚案卷", "volume": "正卷",
        "cover": [["案号", "道商案〔2026〕44号"]], "note": "", "catalogue_title": "卷内文件目录",
        "entries": vec![entry; 200], "end": { "title": "卷内备考表", "lines": [], "signed": [] },
    })
}
