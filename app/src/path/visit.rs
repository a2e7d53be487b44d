//! Addresses of visits. Inside a visit a workspace stands where else a bureau's slug does: `yongzhou/visits/{id}`. So
//! every address of a county's records is one inside the visit as well.

/// The visits of a city, or into a county.
#[must_use]
pub fn visits(bureau: &str) -> String {
    format!("/{bureau}/visits")
}

/// The form that begins a visit.
#[must_use]
pub fn visit_new(bureau: &str) -> String {
    format!("/{bureau}/visits/new")
}

/// The form that begins a visit into a county; `next` is the address inside it to which the visit leads, such as
/// `cases?stage=closed`, or empty.
#[must_use]
pub fn visit_into(bureau: &str, county: &str, next: &str) -> String {
    let to = format!("/{bureau}/visits/new?county={}", super::encode(county));
    if next.is_empty() { to } else { format!("{to}&next={}", super::encode(next)) }
}

/// One visit: who, why, from–to, and what was looked at.
#[must_use]
pub fn visit(bureau: &str, id: &str) -> String {
    format!("/{bureau}/visits/{id}")
}

/// The workspace of a visit.
#[must_use]
pub fn visit_workspace(bureau: &str, id: &str) -> String {
    format!("{bureau}/visits/{id}")
}

/// City and id of the visit whose workspace this is; nothing of a bureau's own.
#[must_use]
pub fn visited(workspace: &str) -> Option<(&str, &str)> {
    workspace.split_once("/visits/")
}

/// The slug of the bureau whose workspace, or whose visit's, this is.
#[must_use]
pub fn workspace_bureau(workspace: &str) -> &str {
    visited(workspace).map_or(workspace, |(bureau, _)| bureau)
}

/// The workspace of an address: a visit's where it stands below one, else its bureau's.
#[must_use]
pub fn workspace_of(path: &str) -> &str {
    let path = path.trim_start_matches('/');
    let mut ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let (Some(bureau), second, third) = (ends.next(), ends.next(), ends.next()) else { return path };
    let is_visit = second.is_some_and(|second| &path[bureau..second] == "/visits");
    let end = third.filter(|_| is_visit && !path.ends_with("/visits/new"));
    &path[..end.unwrap_or(bureau)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_read_from_an_address() {
        for (path, workspace) in [
            ("/daoxian", "daoxian"),
            ("/daoxian/cases/1", "daoxian"),
            ("/yongzhou/visits", "yongzhou"),
            ("/yongzhou/visits/new", "yongzhou"),
            ("/yongzhou/visits/7", "yongzhou/visits/7"),
            ("/yongzhou/visits/7/cases/1", "yongzhou/visits/7"),
            ("/yongzhou/cases/visits/1", "yongzhou"),
            ("/", ""),
            ("", ""),
        ] {
            assert_eq!(workspace_of(path), workspace, "{path}");
        }
        assert_eq!(visited("yongzhou/visits/7"), Some(("yongzhou", "7")));
        assert_eq!(visited("yongzhou"), None);
    }
}
