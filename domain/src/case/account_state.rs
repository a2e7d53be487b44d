//! Where an account of the payment ledger stands.

use crate::Lang;

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountState {
    /// Something is owed.
    Open,
    /// Everything is paid.
    Settled,
    /// Something is unpaid, and nobody asks for it any more: enforcement or the case has ended.
    Ended,
    /// A ruling brought the decision down; what was paid goes back.
    Fell,
}

impl AccountState {
    /// Every state.
    pub const ALL: [AccountState; 4] =
        [AccountState::Open, AccountState::Settled, AccountState::Ended, AccountState::Fell];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            AccountState::Open => "open",
            AccountState::Settled => "settled",
            AccountState::Ended => "ended",
            AccountState::Fell => "fell",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        AccountState::ALL.into_iter().find(|state| state.word() == word)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            AccountState::Open => lang.pick("未缴清", "open"),
            AccountState::Settled => lang.pick("已缴清", "settled"),
            AccountState::Ended => lang.pick("余款终结", "ended, the rest unpaid"),
            AccountState::Fell => lang.pick("决定已被撤销、变更", "the decision fell"),
        }
    }
}
