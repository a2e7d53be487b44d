//! Why a view is not kept.

use serde::{Deserialize, Serialize};

use super::VIEWS_MAX;
use crate::Lang;

/// Why a view is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewFault {
    /// The list is not narrowed at all.
    NoFilter,
    /// It looks for somebody's number, which stands in no address.
    PrivateNumber,
    /// Its name may be somebody's number.
    PrivateName,
    /// Another view of the list is called so.
    NameTaken,
    /// [`VIEWS_MAX`] of this list are kept.
    TooMany,
}

impl ViewFault {
    /// Every fault.
    pub const ALL: [ViewFault; 5] = [
        ViewFault::NoFilter,
        ViewFault::PrivateNumber,
        ViewFault::PrivateName,
        ViewFault::NameTaken,
        ViewFault::TooMany,
    ];

    /// The word in addresses and drafts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            ViewFault::NoFilter => "no_filter",
            ViewFault::PrivateNumber => "private_number",
            ViewFault::PrivateName => "private_name",
            ViewFault::NameTaken => "name_taken",
            ViewFault::TooMany => "too_many",
        }
    }

    /// The fault of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        ViewFault::ALL.into_iter().find(|fault| fault.code() == code)
    }

    /// The field that it is about.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            ViewFault::PrivateName | ViewFault::NameTaken => "name",
            ViewFault::NoFilter | ViewFault::PrivateNumber | ViewFault::TooMany => "",
        }
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        let text = match self {
            ViewFault::NoFilter => lang.pick(
                "当前列表没有筛选条件，请先筛选再保存。",
                "The list is not narrowed; choose a filter first, then save it.",
            ),
            ViewFault::PrivateNumber => lang.pick(
                "查找内容可能是证件号码或电话，不能保存；请换成其他条件。",
                "What is looked for may be somebody's number and is not kept; choose another filter.",
            ),
            ViewFault::PrivateName => lang.pick(
                "名称里不要写证件号码或电话，请换一个名称。",
                "Write no identity number or phone into the name; choose another.",
            ),
            ViewFault::NameTaken => lang.pick(
                "这个列表已有同名的常用视图，请换一个名称，或先删除原来的。",
                "Another view of this list is called so; choose another name, or delete that one first.",
            ),
            ViewFault::TooMany => {
                return lang.pick(
                    format!("一个列表最多保存 {VIEWS_MAX} 个常用视图，请先删除不用的。"),
                    format!("{VIEWS_MAX} views of a list are kept at most; delete one first."),
                );
            }
        };
        text.to_owned()
    }
}
