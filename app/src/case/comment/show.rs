//! Draws the comments of a case.

use super::page::{CommentLine, Comments};
use crate::ui::Notice;
use crate::worded::{Link, draw_post, draw_sheet};
use leptos::prelude::*;

/// The section below the timeline.
pub fn draw_comments(data: Comments) -> AnyView {
    let done = data.done.map(|(words, is_done)| {
        let kind = if is_done { "ok" } else { "danger" };
        view! { <Notice kind>{words}</Notice> }
    });
    let lines = data.lines.into_iter().map(line).collect_view();
    let form = data.form.map(draw_sheet);
    view! {
        <section class="card comments" id="comments" aria-labelledby="comments-title">
            <h2 id="comments-title">{data.title} <span class="tag neutral">{data.mark}</span></h2>
            <p class="sub">{data.hint}</p>
            {done}
            {way(data.earlier)}
            <ol>{lines}</ol>
            {way(data.newest)}
            {form}
        </section>
    }
    .into_any()
}

fn way((words, to): Link) -> Option<AnyView> {
    (!to.is_empty()).then(|| view! { <p><a class="btn" href=to rel="external">{words}</a></p> }.into_any())
}

fn line(line: CommentLine) -> AnyView {
    let class = if line.is_withdrawn { "sub" } else { "words" };
    view! {
        <li id=format!("comment-{}", line.id)>
            <b>{line.who}</b> " " <span class="sub">{line.said}</span>{line.withdraw.map(draw_post)}
            <p class=class>{line.words}</p>
        </li>
    }
    .into_any()
}
