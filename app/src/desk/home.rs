//! A bureau's first page.

use super::call::{self, FrameData};
use super::frame::bureau_of_page;
use crate::administration::StartCard;
use crate::case::WorkListPage;
use crate::ui::{Card, Crumb, PageHead, load};
use crate::wire::reads;
use leptos::prelude::*;

#[component]
pub fn Desk() -> impl IntoView {
    let bureau = bureau_of_page();
    load(
        reads!(call::Frame { bureau }),
        move || vec![bureau.get()],
        |data: FrameData| {
            let start = data.sets_up.then(|| view! { <StartCard /> });
            if data.reads_records {
                return view! { <WorkListPage />{start} }.into_any();
            }
            view! {
                <PageHead title=data.bureau.name.clone() crumbs=vec![Crumb::here(data.bureau.name)] />
                <Card><p>{data.person} " · " {data.roles}</p></Card>
                {start}
            }
            .into_any()
        },
    )
}
