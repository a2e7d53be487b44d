//! Comments (评论): what colleagues say to each other about a case. They are no part of the dossier (不入卷): no
//! event, no gate, no paper and no figure knows of them.

use serde::{Deserialize, Serialize};

use super::Case;
use super::take_back::MINUTES;
use crate::id::PersonId;
use crate::role::{Power, Role, may};
use crate::value::FreeText;
use crate::{Instant, Lang};

/// The words of a comment, up to 2,000 characters.
pub type CommentText = FreeText<2000>;

/// ⚙ Colleagues whom one comment mentions at most.
pub const MENTIONS_MAX: usize = 20;

/// Why a comment is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommentFault {
    /// Whoever stands aside does nothing in the case any more (行政处罚法 art. 43).
    Recused,
    /// A colleague is mentioned who may not see the case, stands aside, or writes the comment.
    NotOffered,
    /// More than [`MENTIONS_MAX`] colleagues are mentioned.
    TooMany,
}

/// What may come right behind a name of two characters: words, with which no given name goes on.
const WORDS_BEHIND: &str = "请您你们和与及跟看帮把问说也都在是的吗吧呢这那我";

/// Whom the words of a comment name by “@姓名”, of those who may be mentioned; everybody of a name that several have. Of
/// the names that fit it is the longest: @王伟明 is not 王伟. Nor is he where 王伟明 is nobody who may be mentioned: behind
/// a name of two characters comes a sign, a space or a word like 请, else it may be the beginning of a longer one.
pub fn named_in<'a>(
    text: &str,
    offered: &'a [(PersonId, String)],
) -> impl Iterator<Item = PersonId> + use<'a> {
    let rests: Vec<&str> = text.split(['@', '＠']).skip(1).collect();
    let longest = |rest: &str| {
        let begin = offered.iter().map(|(_, name)| name.as_str()).filter(|name| rest.starts_with(name));
        begin.max_by_key(|name| name.len()).filter(|name| ends_there(name, &rest[name.len()..]))
    };
    let names: Vec<&str> = rests.into_iter().filter_map(longest).collect();
    offered.iter().filter(move |(_, name)| names.contains(&name.as_str())).map(|(person, _)| *person)
}

/// Whether a name that a text begins with is the whole name there.
fn ends_there(name: &str, rest: &str) -> bool {
    let goes_on = |c: char| if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphabetic() };
    let is_latin = name.is_ascii();
    match rest.chars().next().filter(|c| goes_on(*c)) {
        None => true,
        Some(next) if next.is_ascii() => !is_latin,
        Some(next) => is_latin || name.chars().count() > 2 || WORDS_BEHIND.contains(next),
    }
}

impl CommentFault {
    /// Every fault.
    pub const ALL: [CommentFault; 3] =
        [CommentFault::Recused, CommentFault::NotOffered, CommentFault::TooMany];

    /// The word in addresses and drafts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            CommentFault::Recused => "recused",
            CommentFault::NotOffered => "not_offered",
            CommentFault::TooMany => "too_many",
        }
    }

    /// The fault of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        CommentFault::ALL.into_iter().find(|fault| fault.code() == code)
    }

    /// The field that it is about: the words, or whom they mention.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            CommentFault::Recused => "",
            CommentFault::NotOffered | CommentFault::TooMany => "mention",
        }
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        match self {
            CommentFault::Recused => lang.pick(
                "您已回避本案，不再参与本案的讨论。".to_owned(),
                "You stand aside in this case and take no part in what is said about it.".to_owned(),
            ),
            CommentFault::NotOffered => lang.pick(
                "有一位同事现在不能看这件案件，请重新选择提醒谁。".to_owned(),
                "One of the colleagues cannot see this case now; choose again whom to mention.".to_owned(),
            ),
            CommentFault::TooMany => lang.pick(
                format!("一条评论最多提醒 {MENTIONS_MAX} 人，请少选几位。"),
                format!("One comment mentions {MENTIONS_MAX} people at most; choose fewer."),
            ),
        }
    }
}

impl Case {
    /// Whether a member with these roles today can be mentioned by `author`: whoever may read the case and does not stand
    /// aside in it.
    #[must_use]
    pub fn may_be_mentioned(&self, person: PersonId, roles: &[Role], author: PersonId) -> bool {
        person != author && may(roles, Power::ReadRecords) && !self.stands_aside(person)
    }

    /// Whether `author` may comment on the case, ended or not, and mention these people out of those who can be.
    ///
    /// # Errors
    /// The fault.
    pub fn judge_comment(
        &self,
        author: PersonId,
        mentioned: &[PersonId],
        offered: &[PersonId],
    ) -> Result<(), CommentFault> {
        if self.stands_aside(author) {
            return Err(CommentFault::Recused);
        }
        if mentioned.len() > MENTIONS_MAX {
            return Err(CommentFault::TooMany);
        }
        if mentioned.iter().all(|person| offered.contains(person)) {
            Ok(())
        } else {
            Err(CommentFault::NotOffered)
        }
    }
}

/// Whether a comment of an instant may be withdrawn now; as an entry of the case, within ten minutes. It is its author
/// who asks.
#[must_use]
pub fn may_withdraw_comment(written_at: Instant, now: Instant) -> bool {
    now <= written_at.plus_millis(MINUTES * 60_000)
}
