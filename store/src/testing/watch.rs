//! Looks at every statement: one that touches a tenanted table names its bureau. On request it keeps them, with
//! their values, so that a test can ask the database how it would answer them.

use crate::table::{Holds, tables};
use sea_orm::Statement;
use std::sync::{Arc, Mutex, MutexGuard};

/// What was seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch(Arc<Mutex<Seen>>);

#[derive(Debug, Default)]
struct Seen {
    /// The statements that forgot their bureau.
    without_bureau: Vec<String>,
    /// Every statement since the recording began; none while nothing is recorded.
    recorded: Option<Vec<Statement>>,
}

impl Watch {
    pub(super) fn look(&self, statement: &Statement) {
        let mut seen = self.seen();
        if forgets_its_bureau(&statement.sql) {
            seen.without_bureau.push(statement.sql.clone());
        }
        if let Some(recorded) = &mut seen.recorded {
            recorded.push(statement.clone());
        }
    }

    pub(super) fn without_bureau(&self) -> Vec<String> {
        self.seen().without_bureau.clone()
    }

    #[cfg(test)]
    pub(super) fn record(&self) {
        self.seen().recorded = Some(Vec::new());
    }

    #[cfg(test)]
    pub(super) fn recorded(&self) -> Vec<Statement> {
        self.seen().recorded.take().unwrap_or_default()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().expect("no test failed in here")
    }
}

/// An insert must list the column, everything else must compare it.
fn forgets_its_bureau(sql: &str) -> bool {
    let words: Vec<String> = sql
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '='))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_tenanted = |word: &String| {
        tables().iter().any(|table| table.holds == Holds::Tenanted && table.name == word.as_str())
    };
    let touches = words
        .windows(2)
        .any(|pair| ["from", "join", "into", "update"].contains(&pair[0].as_str()) && is_tenanted(&pair[1]));
    let insert = words.first().is_some_and(|word| word == "insert");
    let names = words.windows(2).any(|pair| pair[0] == "bureau_id" && (insert || pair[1].starts_with('=')));
    touches && !names
}

#[cfg(test)]
mod tests {
    use super::forgets_its_bureau;

    #[test]
    fn a_statement_names_its_bureau_or_touches_shared_tables_only() {
        for good in [
            "SELECT \"case\".\"bureau_id\" FROM \"case\" WHERE \"case\".\"bureau_id\" = ?",
            "insert into number_counter (bureau_id, word) values ($1, $2)",
            "UPDATE \"draft\" SET \"form\" = $1 WHERE \"draft\".\"bureau_id\" = $2",
            "SELECT \"bureau\".\"id\" FROM \"bureau\"",
        ] {
            assert!(!forgets_its_bureau(good), "{good}");
        }
        for bad in [
            "SELECT \"case\".\"bureau_id\", \"case\".\"id\" FROM \"case\" WHERE \"case\".\"id\" = ?",
            "update draft set form = 'x'",
            "delete from search_token where token = $1",
            "insert into draft (id) values ($1)",
        ] {
            assert!(forgets_its_bureau(bad), "{bad}");
        }
    }
}
