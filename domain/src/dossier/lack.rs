//! What is not as it should be with a dossier.

use crate::calendar::day_long;
use crate::id::PartyId;
use crate::paper::PaperKind;
use crate::{Day, Lang};

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The step was done, and its paper was not made.
    NotIssued { kind: PaperKind, party: Option<PartyId>, on: Day },
    /// The step was not done yet.
    NotYet { kind: PaperKind, party: Option<PartyId> },
    /// The signed and sealed sheet is not back: what is bound is unsigned.
    NotBack { kind: PaperKind, number: Option<String> },
    /// The paper counts, and its step was taken back: it is not bound.
    StepGone { kind: PaperKind, number: Option<String> },
}

impl Lack {
    /// Whether a paper that belongs into the dossier is not there.
    #[must_use]
    pub fn is_gap(&self) -> bool {
        matches!(self, Lack::NotIssued { .. } | Lack::NotYet { .. })
    }

    /// The form that it is about.
    #[must_use]
    pub fn kind(&self) -> PaperKind {
        match self {
            Lack::NotIssued { kind, .. }
            | Lack::NotYet { kind, .. }
            | Lack::NotBack { kind, .. }
            | Lack::StepGone { kind, .. } => *kind,
        }
    }

    /// What is the matter, as the end sheet (备考表) puts it on record.
    #[must_use]
    pub fn record(&self) -> String {
        let name = self.kind().name(Lang::Zh);
        match self {
            Lack::NotIssued { on, .. } => format!("缺《{name}》（{}）。", day_long(*on, Lang::Zh)),
            Lack::NotYet { .. } => format!("《{name}》尚未形成。"),
            Lack::NotBack { number, .. } => {
                format!("《{name}》{}装入的是未签章的打印件。", number.as_deref().unwrap_or_default())
            }
            Lack::StepGone { number, .. } => {
                format!("《{name}》{}依据的步骤已经撤回，没有装入。", number.as_deref().unwrap_or_default())
            }
        }
    }

    /// What is the matter and what to do, in the person's language.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let number = match self {
            Lack::NotIssued { .. } | Lack::NotYet { .. } => "",
            Lack::NotBack { number, .. } | Lack::StepGone { number, .. } => {
                number.as_deref().unwrap_or_default()
            }
        };
        let name = self.kind().name(lang);
        match self {
            Lack::NotIssued { on, .. } => {
                let on = day_long(*on, lang);
                lang.pick(
                    format!("《{name}》（{on}）尚未制作：请在“文书”中制作。"),
                    format!("{name} ({on}) was not made: make it in the papers of the case."),
                )
            }
            Lack::NotYet { .. } => lang.pick(
                format!("《{name}》：这一步尚未办理。"),
                format!("{name}: its step has not been done yet."),
            ),
            Lack::NotBack { .. } => lang.pick(
                format!("《{name}》{number}签章件未收回：装入的是未签章的打印件。"),
                format!("{name} {number} is not back: what is bound is not signed and sealed."),
            ),
            Lack::StepGone { .. } => lang.pick(
                format!("《{name}》{number}依据的步骤已经撤回，没有装入：请在“文书”中作废。"),
                format!("The step of {name} {number} was taken back, so it is not bound: declare it void."),
            ),
        }
    }
}
