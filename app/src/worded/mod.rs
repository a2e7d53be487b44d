//! Pages that the server puts into words, fields included: the browser draws all of them with one piece of code, so
//! that a further page costs it nothing.

mod draw;
#[cfg(feature = "ssr")]
mod kept;
mod page;

pub use draw::{draw_block, draw_blocks, draw_buttons, draw_page, draw_post, draw_sheet, draw_views};
#[cfg(feature = "ssr")]
pub use kept::{CONFLICT, Kept, Reading, VERSION, line, state};
pub use page::{Block, Button, Cell, Entry, Link, Post, Sheet, Views, Worded};
