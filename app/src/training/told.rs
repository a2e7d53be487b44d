//! What the rules said of single fields, which travels with what was typed.

use crate::form::{Problem, Typed};

/// Under such names travels what was told at the rows of a form.
const TOLD: &str = "told ";

/// Lets what was told at single fields travel with what was typed.
pub fn tell(typed: &mut Typed, problems: Vec<Problem>) {
    let named = problems.into_iter().enumerate();
    typed
        .extend(named.map(|(at, one)| (format!("{TOLD}{at:04}"), format!("{}\n{}", one.field, one.message))));
}

/// What was told at single fields, taken out of what was typed.
pub fn told_before(typed: &mut Typed) -> Vec<Problem> {
    let told: Vec<(String, String)> = typed
        .iter()
        .filter(|(name, _)| name.starts_with(TOLD))
        .map(|(n, v)| (n.clone(), v.clone()))
        .collect();
    typed.retain(|name, _| !name.starts_with(TOLD));
    let problem = |(_, told): &(String, String)| {
        told.split_once('\n').map(|(field, message)| Problem::of(field, message))
    };
    told.iter().filter_map(problem).collect()
}
