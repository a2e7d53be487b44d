//! Page numbers: through the volume, cover and catalogue left out.

/// The pages of an entry, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRange {
    pub first: usize,
    pub last: usize,
}

impl PageRange {
    /// `7`, `7-9`
    #[must_use]
    pub fn words(self) -> String {
        if self.first == self.last { self.first.to_string() } else { format!("{}-{}", self.first, self.last) }
    }
}

/// The pages of entries that take so many each, one after another. What takes none has none.
#[must_use]
pub fn paged(takes: &[usize]) -> Vec<Option<PageRange>> {
    let mut after = 0;
    let range = |takes: &usize| {
        let first = after + 1;
        after += takes;
        (*takes > 0).then_some(PageRange { first, last: after })
    };
    takes.iter().map(range).collect()
}
