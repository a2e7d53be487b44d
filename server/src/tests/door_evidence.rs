//! The doors of evidence: the list and the form that adds to it, one file, and files on their way in and out.

use super::door::{Door, For, act, page};
use super::site::FILE;
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);
const UPLOAD: &str = "/_/evidence/{bureau}/{case_under_way}/uploads/{upload}";

const PHONE: &str = "/_/phone/{word}/uploads/{upload}";
const PHONE_UPLOAD: &str = "/_/phone/{phone}/uploads/{upload}";

/// All doors of evidence.
pub const EVIDENCE: &[Door] = &[
    page("/_/uploader.js", "/_/uploader.js", For::Everybody),
    page("/_/evidence/{bureau}/{case}", "/_/evidence/{bureau}/{case_under_way}", READ),
    act("/_/evidence/{bureau}/{case}", "/_/evidence/{bureau}/{case_under_way}", FILE, READ),
    act(
        "/_/evidence/{bureau}/{case}/uploads",
        "/_/evidence/{bureau}/{case_under_way}/uploads",
        "name=%E7%85%A7%E7%89%87.jpg&size=1000",
        READ,
    ),
    page("/_/evidence/{bureau}/{case}/uploads", "/_/evidence/{bureau}/{case_under_way}/uploads", READ),
    act("/_/evidence/{bureau}/{case}/phone", "/_/evidence/{bureau}/{case_under_way}/phone", "", READ),
    page(
        "/_/evidence/{bureau}/{case}/phone/{word}",
        "/_/evidence/{bureau}/{case_under_way}/phone/{phone}",
        READ,
    ),
    page("/_/phone/{word}", "/_/phone/{phone}", For::Everybody),
    act("/_/phone/{word}", "/_/phone/{phone}", FILE, For::Everybody),
    act("/_/phone/{word}/uploads", "/_/phone/{phone}/uploads", "name=a.jpg&size=1000", For::Everybody),
    page(PHONE, PHONE_UPLOAD, For::Everybody),
    Door {
        method: "PUT",
        route: PHONE,
        to: "/_/phone/{phone}/uploads/{upload}?at=0",
        form: "text",
        whom: For::Everybody,
        writes: true,
    },
    Door { method: "DELETE", route: PHONE, to: PHONE_UPLOAD, form: "", whom: For::Everybody, writes: true },
    page("/_/evidence/{bureau}/{case}/uploads/{upload}", UPLOAD, READ),
    Door {
        method: "PUT",
        route: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        to: "/_/evidence/{bureau}/{case_under_way}/uploads/{upload}?at=0",
        form: "text",
        whom: READ,
        writes: true,
    },
    Door {
        method: "DELETE",
        route: "/_/evidence/{bureau}/{case}/uploads/{upload}",
        to: UPLOAD,
        form: "",
        whom: READ,
        writes: true,
    },
    act("/_/evidence/{bureau}/{case}/uploads/{upload}", UPLOAD, "", READ),
    page("/_/evidence/{bureau}/{case}/{id}", "/_/evidence/{bureau}/{case_under_way}/{evidence}", READ),
    act(
        "/_/evidence/{bureau}/{case}/{id}",
        "/_/evidence/{bureau}/{case_under_way}/{evidence}",
        "form%5Breason%5D=%E8%AF%AF%E4%BC%A0",
        READ,
    ),
    page(
        "/_/evidence/{bureau}/{case}/{id}/file",
        "/_/evidence/{bureau}/{case_under_way}/{evidence}/file",
        READ,
    ),
    page(
        "/_/evidence/{bureau}/{case}/{id}/thumbnail",
        "/_/evidence/{bureau}/{case_under_way}/{evidence}/thumbnail",
        READ,
    ),
    page(
        "/_/evidence/{bureau}/{case}/{id}/sheet",
        "/_/evidence/{bureau}/{case_under_way}/{evidence}/sheet",
        READ,
    ),
];
