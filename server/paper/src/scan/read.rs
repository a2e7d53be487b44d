//! The pages of a scan are drawn, and the codes on them are read.

use super::picture::{PAGE_SIDE, small, upright};
use super::{ScanFault, ScannedFile};
use crate::code::PageCode;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::object::Object;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::imageops::{FilterType, grayscale, resize};
use image::{GrayImage, RgbImage};
use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader;
use rxing::qrcode::cpp_port::QrReader;
use rxing::{BinaryBitmap, DecodeHints, Luma8Source};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

/// Dots an inch at which a page is drawn.
const DOTS: f32 = 200.0;
/// Points of a PDF in an inch.
const POINTS: f32 = 72.0;
/// Longest side of a drawn page in dots: a sheet of A3.
const SIDE_MAX: f32 = 3_400.0;
/// Dots of one picture in a PDF: a sheet of A3 at 600 dots an inch, and some more.
const PICTURE_DOTS_MAX: u64 = 90_000_000;
/// From farther away a page is so many parts of so many as large.
const FARTHER: (u32, u32) = (2, 3);
/// Codes that are looked at on one page.
const CODES_MAX: usize = 8;

/// A page of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadPage {
    /// From 1, in its file.
    pub number: usize,
    /// Wider than high.
    pub is_wide: bool,
    /// What the codes on it say that lead to papers.
    pub codes: Vec<PageCode>,
    /// A small picture of it, a JPEG.
    pub small: Vec<u8>,
}

/// Reads the pages of a file, `left` at most, until a moment. Whatever the bytes are, there is an answer.
///
/// # Errors
/// Why not; then nothing of the file was read.
pub fn read_scan(file: &ScannedFile, left: usize, until: Instant) -> Result<Vec<ReadPage>, ScanFault> {
    // The reader of a file that somebody sent may give up in its own way.
    if Instant::now() > until {
        return Err(ScanFault::TooSlow);
    }
    let read = catch_unwind(AssertUnwindSafe(|| match file {
        ScannedFile::Pdf(bytes) => pages_of(bytes, left, until),
        ScannedFile::Picture(_) if left == 0 => Err(ScanFault::TooManyPages),
        ScannedFile::Picture(bytes) => {
            let page = upright(bytes, PAGE_SIDE).ok_or(ScanFault::Broken)?;
            Ok(vec![read_page(1, page)?])
        }
    }));
    read.unwrap_or(Err(ScanFault::Broken))
}

/// A PDF as it is read.
pub(super) fn opened(bytes: &Arc<Vec<u8>>) -> Result<Pdf, ScanFault> {
    Pdf::new(bytes.clone()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ScanFault::Encrypted,
        LoadPdfError::Invalid => ScanFault::Broken,
    })
}

fn pages_of(bytes: &Arc<Vec<u8>>, left: usize, until: Instant) -> Result<Vec<ReadPage>, ScanFault> {
    let pdf = opened(bytes)?;
    let pages = pdf.pages();
    match pages.len() {
        0 => return Err(ScanFault::Broken),
        count if count > left => return Err(ScanFault::TooManyPages),
        _ => {}
    }
    if pdf.objects().into_iter().any(|object| is_too_fine(&object)) {
        return Err(ScanFault::TooFine);
    }
    let mut read = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        if Instant::now() > until {
            return Err(ScanFault::TooSlow);
        }
        let drawn = drawn(page).ok_or(ScanFault::Broken)?;
        read.push(read_page(at + 1, drawn)?);
    }
    Ok(read)
}

/// Whether an object is a picture, by whichever names it tells its sides, that unpacks to more than a sheet can need.
fn is_too_fine(object: &Object<'_>) -> bool {
    let Object::Stream(stream) = object else { return false };
    let dict = stream.dict();
    let told = |key: &str| dict.get::<f32>(key).unwrap_or_default().max(0.0) as u64;
    let (width, height) = (told("Width").max(told("W")), told("Height").max(told("H")));
    width.saturating_mul(height) > PICTURE_DOTS_MAX
}

/// A page as it is looked at; none of one without a size.
pub(super) fn drawn(page: &Page<'_>) -> Option<RgbImage> {
    let (width, height) = page.render_dimensions();
    let longest = width.max(height);
    if !longest.is_finite() || width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = (DOTS / POINTS).min(SIDE_MAX / longest);
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
    // One cache a page: pictures of hundreds of pages are not kept.
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let dots = drawn.data().iter().flat_map(|dot| [dot.r, dot.g, dot.b]).collect();
    RgbImage::from_raw(width, height, dots).filter(|page| page.width() > 0 && page.height() > 0)
}

fn read_page(number: usize, page: RgbImage) -> Result<ReadPage, ScanFault> {
    let is_wide = page.width() > page.height();
    let codes = codes_on(&grayscale(&page));
    let small = small(page).ok_or(ScanFault::Broken)?;
    Ok(ReadPage { number, is_wide, codes, small })
}

/// The codes on a page that lead to papers, whichever way it lies. Where there is none it is looked at from farther away,
/// where dust and the grain of paper are gone.
fn codes_on(page: &GrayImage) -> Vec<PageCode> {
    let found = codes(page);
    if !found.is_empty() {
        return found;
    }
    let (times, parts) = FARTHER;
    let side = |length: u32| (length / parts * times).max(1);
    codes(&resize(page, side(page.width()), side(page.height()), FilterType::Triangle))
}

fn codes(page: &GrayImage) -> Vec<PageCode> {
    let Ok(source) = Luma8Source::new_with_slice(page.as_raw(), page.width(), page.height()) else {
        return Vec::new();
    };
    let hints = DecodeHints { TryHarder: Some(true), ..DecodeHints::default() };
    let mut seen = BinaryBitmap::new(HybridBinarizer::new(source));
    let read = QrReader.decode_multiple_with_hints(&mut seen, &hints).unwrap_or_default();
    read.iter().take(CODES_MAX).filter_map(|code| PageCode::read(code.getText())).collect()
}
