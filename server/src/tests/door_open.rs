//! The doors of the public side: they are the same for everybody, and another bureau's is as open as one's own.

use super::door::{Door, For, page};

/// All doors of the public side.
pub const OPEN: &[Door] = &[
    page("/robots.txt", "/robots.txt", For::Everybody),
    page("/open", "/open", For::Everybody),
    page("/open/{bureau}", "/open/{publisher}?unit=%E9%81%93&violation=%E7%99%BB", For::Everybody),
    page("/open/{bureau}/{id}", "/open/{publisher}/{public}", For::Everybody),
];
