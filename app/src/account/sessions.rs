//! The list of one's own sessions, each to be ended.

use super::call::{self, SessionLine};
use super::text as words;
use crate::path;
use crate::ui::{Card, Crumb, PageHead, Table, lang, load};
use crate::wire::reads;
use leptos::prelude::*;

#[component]
pub fn SessionsPage() -> impl IntoView {
    let page = load(reads!(call::Sessions {}), Vec::new, |lines| view! { <SessionList lines /> });
    view! { <main id="main" class="alone wide">{page}</main> }
}

#[component]
fn SessionList(lines: Vec<SessionLine>) -> impl IntoView {
    let lang = lang();
    let rows = lines
        .into_iter()
        .map(|line| {
            let act = if line.current {
                view! { <span class="tag ok">{words::this_device(lang)}</span> }.into_any()
            } else {
                view! {
                    <form method="post" action="/_/api/end-session">
                        <input type="hidden" name="session" value=line.id />
                        <button class="btn danger">{words::end_session(lang)}</button>
                    </form>
                }
                .into_any()
            };
            view! {
                <tr>
                    <th scope="row">{line.device}</th>
                    <td>{line.address}</td>
                    <td>{line.since}</td>
                    <td>{line.seen}</td>
                    <td>{act}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <PageHead title=words::sessions_title(lang)
            crumbs=vec![Crumb::link(lang.pick("首页", "Home"), path::home()), Crumb::here(words::sessions_title(lang))]>
            <a class="btn" href=path::password()>{words::password_title(lang)}</a>
        </PageHead>
        <Card>
            <p class="sub">{words::sessions_hint(lang)}</p>
            <Table caption=words::sessions_title(lang)
                head=vec![words::device(lang), words::place(lang), words::since(lang), words::last_seen(lang), words::end_session(lang)]>
                {rows}
            </Table>
        </Card>
    }
}
