//! Pictures that anybody made: unpacked within bounds, upright, no larger than they are needed.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// Longest side of a picture as it is read and bound: about 200 dots an inch on a sheet.
pub(super) const PAGE_SIDE: u32 = 2_400;
const PAGE_QUALITY: u8 = 85;
/// Longest side of the small picture by which a person knows a page.
const SMALL_SIDE: u32 = 480;
const SMALL_QUALITY: u8 = 75;

/// A picture that unpacks to more is none.
const SIDE_MAX: u32 = 16_384;
const UNPACKED_BYTES_MAX: u64 = 256 << 20;

/// A picture as a JPEG no longer than a side in dots, turned as its camera was held; `quality` is 1 to 100. None of what
/// cannot be unpacked within bounds.
#[must_use]
pub fn shrunk(bytes: &[u8], side: u32, quality: u8) -> Option<Vec<u8>> {
    jpeg(&upright(bytes, side)?, quality)
}

/// A picture no longer than a side, turned as its camera was held; none of what cannot be unpacked within bounds.
pub(super) fn upright(bytes: &[u8], side: u32) -> Option<RgbImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(UNPACKED_BYTES_MAX);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > UNPACKED_BYTES_MAX {
        return None;
    }
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if picture.width().max(picture.height()) > side {
        picture = picture.thumbnail(side, side);
    }
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    Some(picture.to_rgb8())
}

/// A page as a JPEG to be bound.
pub(super) fn whole(page: &RgbImage) -> Option<Vec<u8>> {
    jpeg(page, PAGE_QUALITY)
}

/// A page as a small JPEG.
pub(super) fn small(page: RgbImage) -> Option<Vec<u8>> {
    let page = DynamicImage::ImageRgb8(page).thumbnail(SMALL_SIDE, SMALL_SIDE);
    jpeg(&page.to_rgb8(), SMALL_QUALITY)
}

fn jpeg(page: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    page.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).ok()?;
    Some(bytes)
}
