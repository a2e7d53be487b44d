//! The order of a designation as a paper (指定管辖决定书, D52); 行政处罚法 art. 25.

use crate::caller::Caller;
use crate::error::AppError;
use crate::paper::{PlainPaper, issuer};
use domain::Lang;
use domain::paper::{PaperKind, Sheet, day_words};
use domain::role::Power;

/// The order that the city's bureau gave.
///
/// # Errors
/// [`AppError::NotFound`] for an order that this bureau did not give, and for whoever does not supervise the counties.
pub async fn order_paper(caller: &Caller, slug: &str, id: &str) -> Result<PlainPaper, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_for(slug, Power::Supervise).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let order = store.designation(id).await.map_err(redact)?;
    let counties = store.counties_to_visit().await.map_err(redact)?;
    let county = counties.into_iter().find(|county| county.id == order.other);
    let bureau = store.bureau();
    let sheet = Sheet {
        form: PaperKind::D52.id(),
        title: PaperKind::D52.name(Lang::Zh).to_owned(),
        number: Some(order.number),
        day: day_words(order.ordered_on),
        bureau: issuer(bureau),
        addressee: county.map(|county| county.full_name).unwrap_or_default(),
        facts: order.matter,
        reasons: order.reason,
        ..Sheet::default()
    };
    let mut facts = crate::paper::plain(&sheet, bureau.is_practice());
    facts["party"] = order.party.into();
    Ok(PlainPaper {
        kind: PaperKind::D52,
        name: id.to_string(),
        facts,
        day: crate::dossier::day_of(order.ordered_on),
    })
}
