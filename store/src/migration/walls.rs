//! The walls inside the database: the server's role, its grants, row-level security, and tables
//! that only grow.

use super::engine_of;
use crate::table::{Holds, Rows, Table, tables};
use crate::url::Engine;
use sea_orm::{ConnectionTrait, DbErr};

/// The role of every command but `migrate` on PostgreSQL: cannot sign in, owns nothing, bypasses nothing.
pub(crate) const SERVER_ROLE: &str = "xiaoxiang_server";

/// Raises the walls again by the list of tables; what stands already stays.
pub(crate) async fn raise<C: ConnectionTrait>(on: &C) -> Result<(), DbErr> {
    match engine_of(on) {
        Engine::Sqlite => {
            for table in &tables() {
                on.execute_unprepared(&sqlite_triggers(table)).await?;
            }
        }
        Engine::Postgres => {
            on.execute_unprepared(&server_role()).await?;
            for table in &tables() {
                on.execute_unprepared(&grants(table)).await?;
                if table.holds == Holds::Tenanted {
                    on.execute_unprepared(&policy(table)).await?;
                }
            }
        }
    }
    Ok(())
}

/// Roles belong to the whole cluster, so two databases may be migrated at once: whoever comes second
/// finds the role there. The migrating user becomes a member, or it could not take the role later; from PostgreSQL 16
/// on whoever creates a role is its member at once, but may not take it.
fn server_role() -> String {
    format!(
        "do $$ begin
            if not exists (select 1 from pg_roles where rolname = '{SERVER_ROLE}') then
                create role {SERVER_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        do $$ begin
            if not pg_has_role(current_user, '{SERVER_ROLE}',
                    case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
                grant {SERVER_ROLE} to current_user;
            end if;
        exception when duplicate_object or unique_violation or internal_error then null;
        end $$;
        do $$ begin execute format('grant usage on schema %I to {SERVER_ROLE}', current_schema()); end $$;"
    )
}

fn grants(table: &Table) -> String {
    let Table { name, rows, .. } = table;
    format!(
        "revoke all on \"{name}\" from public, {SERVER_ROLE};
         grant {} on \"{name}\" to {SERVER_ROLE};",
        rows.grants()
    )
}

/// With no bureau set the setting is NULL at first and '' after a commit; neither equals any bureau.
fn policy(table: &Table) -> String {
    let name = table.name;
    let bureau = "bureau_id = nullif(current_setting('xiaoxiang.bureau', true), '')::int";
    format!(
        "alter table \"{name}\" enable row level security;
         alter table \"{name}\" force row level security;
         drop policy if exists bureau on \"{name}\";
         create policy bureau on \"{name}\" using ({bureau}) with check ({bureau});"
    )
}

/// SQLite knows no grants: triggers keep what may not change. One of an earlier version may keep too much.
fn sqlite_triggers(table: &Table) -> String {
    let name = table.name;
    let (update, delete) = match table.rows {
        Rows::Append => (true, true),
        Rows::AppendOrErase => (true, false),
        Rows::Change => (false, true),
        Rows::Stand | Rows::Remove => (false, false),
    };
    let trigger = |act: &str, keeps: bool| {
        let drop = format!("drop trigger if exists {name}_keeps_{act};");
        let refuse = format!(
            "create trigger {name}_keeps_{act} before {act} on \"{name}\" begin
                select raise(abort, '{name}: no {act}'); end;"
        );
        if keeps { drop + &refuse } else { drop }
    };
    trigger("update", update) + &trigger("delete", delete)
}
