//! The bureaus in which a person works today, as one value that other questions can carry along.

use crate::bureaus::Bureau;
use crate::error::Error;
use crate::members::roles_of;
use crate::scope::SharedStore;
use crate::url::Engine;
use domain::id::PersonId;
use domain::role::Role;
use sea_orm::ConnectionTrait;
use std::sync::Arc;

/// A person's bureaus with all roles held in each, in display order.
pub(crate) type Workspaces = Arc<[(Bureau, Vec<Role>)]>;

/// One membership: the bureau's place among all, the roles' words, the bureau.
type Line = (i32, String, Bureau);

/// Selects the workspaces of the person that `person` names on the day `day` as one text: what crosses from the
/// database in one row costs a tenth of a statement of its own.
pub(crate) fn selected(engine: Engine, person: &str, day: &str) -> String {
    let (list, line, bureau, text) = match engine {
        Engine::Sqlite => ("json_group_array", "json_array", "json_object", ""),
        Engine::Postgres => ("json_agg", "json_build_array", "json_build_object", "::text"),
    };
    format!(
        "(select coalesce({list}({line}(b.display_order, m.roles, {bureau}('id', b.id, 'slug', b.slug, \
         'kind', b.kind, 'parent', b.parent_id, 'code', coalesce(b.code, b.home_code), 'full_name', b.full_name, \
         'short_name', b.short_name, 'number_prefix', b.number_prefix, 'government', b.government, \
         'court', b.court, 'bank', b.bank, 'bank_account', b.bank_account, 'address', b.address, \
         'phone', b.phone, 'settings', b.settings, 'version', b.version, 'home', b.home_id))), '[]'){text} \
         from membership m join bureau b on b.home_id = m.bureau_id and b.closed_at is null \
         where m.person_id = {person} and m.from_on <= {day} and (m.to_on is null or m.to_on >= {day}))"
    )
}

/// Reads what [`selected`] answers.
pub(crate) fn read(text: &str) -> Result<Workspaces, Error> {
    let mut lines: Vec<Line> = serde_json::from_str(text).map_err(Error::down)?;
    lines.sort_by_key(|(order, _, bureau)| (*order, bureau.id));
    let mut workspaces: Vec<(Bureau, Vec<Role>)> = Vec::with_capacity(lines.len());
    for (_, words, bureau) in lines {
        let roles = roles_of(&words);
        match workspaces.last_mut().filter(|(last, _)| last.id == bureau.id) {
            Some((_, all)) => all.extend(roles),
            None => workspaces.push((bureau, roles)),
        }
    }
    for (bureau, roles) in &mut workspaces {
        roles.retain(|role| !bureau.is_practice() || role.practises());
        roles.sort_unstable();
        roles.dedup();
    }
    workspaces.retain(|(bureau, roles)| !bureau.is_practice() || !roles.is_empty());
    Ok(workspaces.into())
}

/// A person's workspaces today; none for a disabled account.
pub(crate) async fn workspaces(shared: &SharedStore, person: PersonId) -> Result<Workspaces, Error> {
    let own = selected(shared.engine, "a.id", "$2");
    let text = format!("select {own} as workspaces from account a where a.id = $1 and a.disabled_at is null");
    let asked = shared.sql(&text, [person.0.into(), shared.now.day().into()]);
    match shared.tx().query_one_raw(asked).await? {
        Some(row) => read(&row.try_get::<String>("", "workspaces")?),
        None => Ok(Arc::new([])),
    }
}
