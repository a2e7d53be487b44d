//! Server functions of training.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::room::Room;
#[cfg(feature = "ssr")]
use super::{
    act, apply_form, attendance, class, class_form, enrolment, enrolment_form, issue_form, marks_form,
    programme, programme_form, words,
};
#[cfg(feature = "ssr")]
use super::{certificate, certificate_form, contact, trainee_form, trainees};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::saved_view::ViewPage;

/// A page of training by its address inside the bureau, such as `classes` or `classes/{id}/do/open_class`; `query` holds
/// filters, the key of the page, the draft that holds what was typed, and what was just done.
#[server(prefix = "/_/api", endpoint = "training")]
pub async fn training(
    bureau: String,
    page: String,
    #[server(default)] query: Typed,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let asked = || crate::visit::asked_of_training(&query);
    let store = caller.bureau_to_look(&bureau, &page, asked).await?;
    let mut query = query;
    if let Some(list @ (ViewPage::Classes | ViewPage::Trainees | ViewPage::Certificates)) =
        ViewPage::from_word(&page)
    {
        crate::saved_view::open(&caller, &store, list, &mut query).await?;
    }
    // In a visit addresses begin with the visit, not with the bureau that is looked at.
    let room = Room::of(&caller, &store, &query).within(&bureau);
    let parts: Vec<&str> = page.split('/').collect();
    let mut view = match parts.as_slice() {
        ["programmes"] => programme::list(&room).await?,
        ["programmes", "new"] => programme_form::draft(&room).await?,
        ["programmes", id] => programme::show(&room, id).await?,
        ["programmes", id, "do", act] => programme_form::form(&room, id, act).await?,
        ["classes"] => class::list(&room).await?,
        ["classes", id] => class::show(&room, id).await?,
        ["classes", id, "do", "apply"] => apply_form::form(&room, id).await?,
        ["classes", id, "do", "record_marks"] => marks_form::form(&room, id).await?,
        ["classes", id, "do", "issue_certificate"] => issue_form::form(&room, id).await?,
        ["classes", id, "do", act] => class_form::form(&room, id, act).await?,
        ["classes", id, "attendance"] => attendance::grid(&room, id).await?,
        ["classes", id, "sessions", session, "correct", enrolment] => {
            attendance::correct_form(&room, id, session, enrolment).await?
        }
        ["enrolments", id] => enrolment::show(&room, id).await?,
        ["enrolments", id, "do", deed] => enrolment_form::form(&room, id, deed).await?,
        ["trainees"] => trainees::list(&room).await?,
        ["trainees", id] => trainees::show(&room, id).await?,
        ["trainees", id, "contact"] => contact::form(&room, id).await?,
        ["trainees", id, "do", deed] => trainee_form::form(&room, id, deed).await?,
        ["certificates"] => certificate::list(&room).await?,
        ["certificates", id] => certificate::show(&room, id).await?,
        ["certificates", id, "do", act] => certificate_form::form(&room, id, act).await?,
        _ => return Err(room.nowhere()),
    };
    view.done = words::done(room.asked("done"), caller.lang);
    view.help = match parts.as_slice() {
        ["programmes", "new"] | [_, _, "do", _] | [_, _, _, _, "correct", _] => {
            crate::help::entry_of_page(&format!("/{bureau}/{page}"), &[])
        }
        _ => String::new(),
    };
    if store.visit().is_some() {
        view.blocks.retain(|block| block.title != words::next(caller.lang));
        view = crate::visit::only_to_look(view, &bureau);
    }
    Ok(view)
}

/// Does an act on what stands at an address inside the bureau, such as `classes/{id}`; refused, it is shown again with
/// what was typed.
#[server(prefix = "/_/api", endpoint = "training-act")]
pub async fn training_act(
    bureau: String,
    subject: String,
    act: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = act::act(&caller, &bureau, &subject, &act, form).await?;
    crate::caller::go(&to);
    Ok(())
}
