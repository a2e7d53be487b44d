//! The small picture of an image, made once, and the one on a page of a dossier: of bytes that nobody trusts.

use domain::file::Content;
use tokio::sync::Semaphore;

/// A larger file has none.
pub const SOURCE_BYTES_MAX: u64 = 48 << 20;
/// Longest side of the small picture.
const SIDE: u32 = 320;
/// Longest side on a page of a dossier: about 230 dots an inch.
const PAGE_SIDE: u32 = 1_400;
const QUALITY: u8 = 80;

/// Pictures that are unpacked at a time.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The small picture as a JPEG; none of what cannot be unpacked within bounds.
pub async fn of(content: Content, bytes: Vec<u8>) -> Option<Vec<u8>> {
    shrunk(content, bytes, SIDE).await
}

/// The picture as a JPEG that fits a page; none of what cannot be unpacked within bounds.
pub async fn for_a_page(content: Content, bytes: Vec<u8>) -> Option<Vec<u8>> {
    shrunk(content, bytes, PAGE_SIDE).await
}

async fn shrunk(content: Content, bytes: Vec<u8>, side: u32) -> Option<Vec<u8>> {
    if !matches!(content, Content::Jpeg | Content::Png | Content::Webp) {
        return None;
    }
    let _turn = AT_ONCE.acquire().await.ok()?;
    tokio::task::spawn_blocking(move || ::paper::shrunk(&bytes, side, QUALITY)).await.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, ImageFormat};
    use std::io::Cursor;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
        bytes.into_inner()
    }

    #[tokio::test]
    async fn a_picture_becomes_small_and_what_is_none_becomes_nothing() {
        let small = of(Content::Png, png(1_000, 500)).await.expect("a small picture");
        let read = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).expect("a JPEG");
        assert_eq!((read.width(), read.height()), (320, 160));
        assert_eq!(of(Content::Png, b"\x89PNG\r\n\x1a\n broken".to_vec()).await, None);
        assert_eq!(of(Content::Pdf, png(10, 10)).await, None);
    }

    #[tokio::test]
    async fn a_picture_that_unpacks_to_gigabytes_has_none() {
        // 60,000 × 60,000 by its head, of which nothing follows.
        let mut bomb = png(8, 8);
        bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        assert_eq!(of(Content::Png, bomb).await, None);
        assert_eq!(of(Content::Png, png(16_385, 1)).await, None);
    }
}
