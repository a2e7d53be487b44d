//! A bureau's first page.

use super::call::frame;
use super::frame::bureau_of_page;
use crate::case::WorkListPage;
use crate::ui::{Card, Crumb, PageHead, load};
use leptos::prelude::*;

#[component]
pub fn Desk() -> impl IntoView {
    let bureau = bureau_of_page();
    load(
        move || vec![bureau.get()],
        |key| frame(key.first().cloned().unwrap_or_default()),
        |data| {
            if data.reads_records {
                return view! { <WorkListPage /> }.into_any();
            }
            view! {
                <PageHead title=data.bureau.name.clone() crumbs=vec![Crumb::here(data.bureau.name)] />
                <Card><p>{data.person} " · " {data.roles}</p></Card>
            }
            .into_any()
        },
    )
}
