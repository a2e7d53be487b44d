//! An entry of the help as it is shown and searched: words only, the page around it is made by the server.

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    /// Of which part of the help it is.
    pub kind: String,
    pub parts: Vec<Part>,
}

/// A piece of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Paragraphs.
    Says(Vec<String>),
    /// A heading over what follows.
    Heading(String),
    /// What is done one after the other.
    Steps(Vec<String>),
    /// Names and what belongs to them.
    Facts(Vec<(String, String)>),
    /// The fields of a form.
    Fields(Vec<FieldHelp>),
    /// Words and where they lead.
    Links(Vec<(String, String)>),
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHelp {
    pub label: String,
    pub required: bool,
    pub wants: String,
    /// A filled sample.
    pub sample: String,
}

impl Entry {
    /// All words of the entry, one after the other.
    #[must_use]
    pub fn text(&self) -> String {
        let mut words = vec![self.kind.clone(), self.title.clone()];
        for part in &self.parts {
            match part {
                Part::Says(lines) | Part::Steps(lines) => words.extend(lines.iter().cloned()),
                Part::Heading(line) => words.push(line.clone()),
                Part::Facts(pairs) | Part::Links(pairs) => {
                    words.extend(pairs.iter().flat_map(|(name, value)| [name.clone(), value.clone()]));
                }
                Part::Fields(fields) => words.extend(
                    fields.iter().flat_map(|one| [one.label.clone(), one.wants.clone(), one.sample.clone()]),
                ),
            }
        }
        words.join(" ")
    }
}
