//! What the section of comments shows.

use crate::worded::{Link, Post, Sheet};
use serde::{Deserialize, Serialize};

/// One comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentLine {
    pub id: String,
    pub who: String,
    /// When, and who was mentioned.
    pub said: String,
    pub words: String,
    /// Its words are gone; `words` says so.
    pub is_withdrawn: bool,
    pub withdraw: Option<Post>,
}

/// The comments of a case, newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comments {
    pub title: String,
    /// 不入卷
    pub mark: String,
    /// What that means.
    pub hint: String,
    /// What was just done, and whether it could be.
    pub done: Option<(String, bool)>,
    /// Where earlier ones stand; empty: these are the first.
    pub earlier: Link,
    /// Where the newest stand; empty: these are.
    pub newest: Link,
    pub lines: Vec<CommentLine>,
    pub form: Option<Sheet>,
}
