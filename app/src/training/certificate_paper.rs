//! A certificate as a paper (培训合格证书, D42): what was kept when it was issued, the identity number masked.

use crate::caller::Caller;
use crate::error::AppError;
use crate::paper::PlainPaper;
use domain::id::CertificateId;
use domain::paper::{PaperKind, day_words};
use domain::role::Power;
use domain::training::CertificateState;
use serde_json::json;

/// A certificate that is valid.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there, or another bureau's; [`AppError::Refused`] for one that was replaced or
/// revoked.
pub async fn certificate_paper(caller: &Caller, slug: &str, id: &str) -> Result<PlainPaper, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_for(slug, Power::ReadRecords).await?;
    let id: CertificateId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let page = store.training_desk().certificate(id).await.map_err(redact)?;
    let (record, certificate) = (&page.certificate, &page.certificate.certificate);
    if !matches!(certificate.state, CertificateState::Issued { .. }) {
        return Err(AppError::Refused(super::words::no_print(caller.lang).to_owned()));
    }
    let printed = &certificate.facts;
    let title = PaperKind::D42.row().zh.split('、').next().unwrap_or_default();
    let facts = json!({
        "title": title, "draft": false, "practice": store.bureau().is_practice(), "file_copy": false,
        "bureau": { "name": store.bureau().full_name }, "number": certificate.number.to_string(),
        "holder": record.holder(), "id_number": record.id_number_masked, "trade": printed.trade.to_string(),
        "hours": printed.hours, "mark": printed.mark.to_string(),
        "level": printed.level.as_ref().map(ToString::to_string).unwrap_or_default(),
        "exam_on": day_words(printed.exam_on), "signer": printed.signer.to_string(),
        "issuer": printed.issuer.to_string(), "class": page.class_name, "day": day_words(record.issued_on),
    });
    Ok(PlainPaper {
        kind: PaperKind::D42,
        name: id.to_string(),
        facts,
        day: crate::dossier::day_of(record.issued_on),
    })
}
