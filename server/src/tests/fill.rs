//! What every noun has in the two bureaus that are compared: made by their own people through the router.

use super::site::{Answer, FORM, TestSite, UPLOAD, upload};
use http::{Request, header};

const LEDGER: &[u8] = include_bytes!("../../../end2end/samples/establishments-daoxian.xlsx");

impl TestSite {
    /// A register with an applied and a staged import, and a draft.
    pub async fn fill(&self, prefix: &str, slug: &str) {
        let registrar = self.sign_in(&format!("{prefix}-registrar")).await;
        let post = |to: String, content: &'static str, body: Vec<u8>| {
            let request = Request::post(to).header(header::CONTENT_TYPE, content);
            self.send(request, body, Some(&registrar))
        };
        let import = format!("/_/files/{slug}/establishments/import");
        let found = post(import.clone(), UPLOAD, upload("ledger.xlsx", LEDGER)).await;
        let id = last_of(&found);
        let applied = post(format!("{import}/{id}/apply"), FORM, b"rows=valid".to_vec()).await;
        assert_eq!(applied.status, 303, "{applied:?}");
        last_of(&post(import, UPLOAD, upload("again.xlsx", LEDGER)).await);
        let wrong = format!("bureau={slug}&id=&form%5Bname%5D=");
        let draft = post("/_/api/save-establishment".to_owned(), FORM, wrong.into_bytes()).await;
        assert!(draft.status < 400, "{draft:?}");
    }
}

/// The id at the end of the address to which an answer leads.
fn last_of(answer: &Answer) -> &str {
    let id = answer.location.rsplit('/').next().unwrap_or_default();
    assert!(answer.status == 303 && id.len() == 36, "{answer:?}");
    id
}
