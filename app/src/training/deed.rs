//! What a form does: an act of the chain, or a change of what is kept beside it.

use super::words;
use domain::Lang;
use domain::training::TrainingAct;

/// What a form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Act(TrainingAct),
    /// Changes what is kept of an enrolment besides its state.
    EditEnrolment,
    /// Changes a person's record.
    EditTrainee,
}

/// The word of [`Deed::EditEnrolment`].
pub const EDIT_ENROLMENT: &str = "edit_enrolment";
/// The word of [`Deed::EditTrainee`].
pub const EDIT_TRAINEE: &str = "edit_trainee";

impl Deed {
    /// The deed of an address's word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            EDIT_ENROLMENT => Some(Deed::EditEnrolment),
            EDIT_TRAINEE => Some(Deed::EditTrainee),
            word => TrainingAct::from_word(word).map(Deed::Act),
        }
    }

    /// Its word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Deed::Act(act) => act.word(),
            Deed::EditEnrolment => EDIT_ENROLMENT,
            Deed::EditTrainee => EDIT_TRAINEE,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        words::act(self.word(), lang)
    }

    /// The act of the chain, if it is one.
    #[must_use]
    pub fn act(self) -> Option<TrainingAct> {
        match self {
            Deed::Act(act) => Some(act),
            _ => None,
        }
    }
}

impl From<TrainingAct> for Deed {
    fn from(act: TrainingAct) -> Self {
        Deed::Act(act)
    }
}
