//! What can be looked at in a visit: a closed list of addresses inside the county. What is not in it is not there.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Lang;

/// What a list or a record is one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookedNoun {
    Case,
    Establishment,
    Programme,
    Class,
    /// The attendance sheet of a class.
    Attendance,
    Enrolment,
    Trainee,
    Certificate,
}

impl LookedNoun {
    /// Every noun, in the order of the screens.
    pub const ALL: [LookedNoun; 8] = [
        LookedNoun::Case,
        LookedNoun::Establishment,
        LookedNoun::Programme,
        LookedNoun::Class,
        LookedNoun::Attendance,
        LookedNoun::Enrolment,
        LookedNoun::Trainee,
        LookedNoun::Certificate,
    ];

    /// The word in code and database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LookedNoun::Case => "case",
            LookedNoun::Establishment => "establishment",
            LookedNoun::Programme => "programme",
            LookedNoun::Class => "class",
            LookedNoun::Attendance => "attendance",
            LookedNoun::Enrolment => "enrolment",
            LookedNoun::Trainee => "trainee",
            LookedNoun::Certificate => "certificate",
        }
    }

    /// The noun of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        LookedNoun::ALL.into_iter().find(|noun| noun.word() == word)
    }

    /// What it is called on screen.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            LookedNoun::Case => lang.pick("案件", "Case"),
            LookedNoun::Establishment => lang.pick("经营主体", "Establishment"),
            LookedNoun::Programme => lang.pick("培训项目", "Programme"),
            LookedNoun::Class => lang.pick("培训班", "Class"),
            LookedNoun::Attendance => lang.pick("签到表", "Attendance sheet"),
            LookedNoun::Enrolment => lang.pick("报名", "Enrolment"),
            LookedNoun::Trainee => lang.pick("学员", "Trainee"),
            LookedNoun::Certificate => lang.pick("培训证书", "Certificate"),
        }
    }

    /// The first step of its addresses.
    fn folder(self) -> &'static str {
        match self {
            LookedNoun::Case => "cases",
            LookedNoun::Establishment => "establishments",
            LookedNoun::Programme => "programmes",
            LookedNoun::Class | LookedNoun::Attendance => "classes",
            LookedNoun::Enrolment => "enrolments",
            LookedNoun::Trainee => "trainees",
            LookedNoun::Certificate => "certificates",
        }
    }

    /// The list of all of them, where there is one: a sheet and an enrolment are reached from their class.
    #[must_use]
    pub fn list(self) -> Option<Looked> {
        (!matches!(self, LookedNoun::Attendance | LookedNoun::Enrolment)).then_some(Looked::List(self))
    }
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Looked {
    List(LookedNoun),
    /// One record by its id; of an attendance sheet the class's.
    Record(LookedNoun, Uuid),
}

impl Looked {
    /// What stands at an address inside a bureau, such as `cases` or `classes/{id}/attendance`; nothing for every
    /// address that a visit does not open. A query is left out.
    #[must_use]
    pub fn at(page: &str) -> Option<Self> {
        let page = page.split_once('?').map_or(page, |(page, _)| page);
        let parts: Vec<&str> = page.split('/').collect();
        let noun = |folder: &str| LookedNoun::ALL.into_iter().find(|noun| noun.folder() == folder);
        match parts.as_slice() {
            [folder] => noun(folder)?.list(),
            [folder, id] => Some(Looked::Record(noun(folder)?, id.parse().ok()?)),
            ["classes", id, "attendance"] => Some(Looked::Record(LookedNoun::Attendance, id.parse().ok()?)),
            _ => None,
        }
    }

    /// Its address inside the bureau.
    #[must_use]
    pub fn page(self) -> String {
        match self {
            Looked::List(noun) => noun.folder().to_owned(),
            Looked::Record(LookedNoun::Attendance, id) => format!("classes/{id}/attendance"),
            Looked::Record(noun, id) => format!("{}/{id}", noun.folder()),
        }
    }

    #[must_use]
    pub fn noun(self) -> LookedNoun {
        match self {
            Looked::List(noun) | Looked::Record(noun, _) => noun,
        }
    }

    /// The record's id, none of a list.
    #[must_use]
    pub fn record(self) -> Option<Uuid> {
        match self {
            Looked::List(_) => None,
            Looked::Record(_, id) => Some(id),
        }
    }
}

/// Where a visit begins: `next` when it is an address that a visit opens, its query in plain characters; else nothing.
#[must_use]
pub fn first_page(next: &str) -> Option<&str> {
    let is_plain = next.chars().all(|c| c.is_ascii_graphic() && c != '\\' && c != '#');
    (is_plain && Looked::at(next).is_some()).then_some(next)
}
