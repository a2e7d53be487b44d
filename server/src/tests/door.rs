//! Every door of the site: how to knock at it, and for whom it is.
//!
//! A new page, server function or plain route without an entry here fails the test beside it.

use super::site::FILE;
use domain::role::Power;

/// For whom a door is.
#[derive(Clone, Copy, Debug)]
pub enum For {
    Everybody,
    /// Whoever is signed in; each sees what is their own.
    SignedIn,
    /// Members of the bureau, whatever their roles.
    Members,
    /// Members of the bureau who hold a power.
    Holders(Power),
}

/// A way into the site.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    pub method: &'static str,
    /// As the router knows it.
    pub route: &'static str,
    /// The address to ask, with marks as `{bureau}`.
    pub to: &'static str,
    /// The body, form-encoded, with marks.
    pub form: &'static str,
    pub whom: For,
    /// Whether knocking with good values changes something.
    pub writes: bool,
}

impl Door {
    /// The marks in address and body.
    pub fn marks(&self) -> Vec<&'static str> {
        let marked = |text: &'static str| text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        let mut marks: Vec<_> = marked(self.to).chain(marked(self.form)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

const fn page(route: &'static str, to: &'static str, whom: For) -> Door {
    Door { method: "GET", route, to, form: "", whom, writes: false }
}

/// A server function that reads.
const fn call(route: &'static str, form: &'static str, whom: For) -> Door {
    Door { method: "POST", route, to: route, form, whom, writes: false }
}

/// A server function or plain route that changes something.
const fn act(route: &'static str, to: &'static str, form: &'static str, whom: For) -> Door {
    Door { method: "POST", route, to, form, whom, writes: true }
}

use For::{Everybody, Holders, Members, SignedIn};

const READ: For = Holders(Power::ReadRecords);
const EDIT: For = Holders(Power::EditEstablishments);
/// A form that seals a party's numbers.
const GOOD_CONTACT: &str = "bureau={bureau}&case={case}&party={party}&form%5Bphone%5D=13907461234";
/// The form of an act that asks for nothing but a reason.
const GOOD_ACT: &str = "bureau={bureau}&case={case}&act=withdraw&party={party}&form%5Breason%5D=%E9%87%8D%E5%A4%8D%E7%99%BB%E8%AE%B0\
    &form%5Bon%5D=2026-11-23&form%5Bseq%5D=1&form%5Btoken%5D=01900000-0000-7000-8000-000000000002";
/// The form of a clue against an establishment of the register.
const GOOD_CLUE: &str = "bureau={bureau}&case=&act=register_clue&party=&form%5Bentry%5D={establishment}&form%5Bsource%5D=report\
    &form%5Bsuspicion%5D=%E7%A7%81%E5%AE%B0&form%5Bplace%5D=%E9%81%93%E5%B7%9E&form%5Bon%5D=2026-11-23\
    &form%5Btoken%5D=01900000-0000-7000-8000-000000000003";
/// A form of an establishment that nothing is wrong with.
const GOOD_ESTABLISHMENT: &str = "bureau={bureau}&id={establishment}&form%5Bname%5D=%E9%81%93%E5%8E%BF%E8%A5%BF%E6%B4%B2%E5%8A%A0%E6%B2%B9%E7%AB%99&\
    form%5Bindustry%5D=oil&form%5Bversion%5D=1&form%5Btoken%5D=01900000-0000-7000-8000-000000000001";

/// All doors.
pub const DOORS: &[Door] = &[
    page("/healthz", "/healthz", Everybody),
    page("/readyz", "/readyz", Everybody),
    page("/_/pkg/{file}", "/_/pkg/none.css", Everybody),
    page("/_/icon.svg", "/_/icon.svg", Everybody),
    page("/_/style.css", "/_/style.css", Everybody),
    page("/_/sign-in", "/_/sign-in?next=%2F{bureau}", Everybody),
    act("/_/sign-in", "/_/sign-in", "name=nobody&password=wrong&next=%2F", Everybody),
    act("/_/password", "/_/password", "now=wrong&new=x&again=y", SignedIn),
    act("/_/language", "/_/language", "lang=en&next=%2F{bureau}", Everybody),
    act("/_/theme", "/_/theme", "theme=dark&next=%2F{bureau}", Everybody),
    page("/", "/", SignedIn),
    page("/_/account/sessions", "/_/account/sessions", SignedIn),
    page("/_/account/password", "/_/account/password", SignedIn),
    call("/_/api/sign-in-page", "next=%2F&problem=", Everybody),
    call("/_/api/entry", "", SignedIn),
    call("/_/api/sessions", "", SignedIn),
    call("/_/api/password-page", "outcome=", SignedIn),
    act("/_/api/end-session", "/_/api/end-session", "session={session}", SignedIn),
    page("/{bureau}", "/{bureau}", Members),
    call("/_/api/frame", "bureau={bureau}", Members),
    page("/{bureau}/industries", "/{bureau}/industries", Members),
    call("/_/api/industries", "bureau={bureau}", Members),
    page("/{bureau}/industries/{industry}", "/{bureau}/industries/slaughter?q=%E7%A7%81%E5%AE%B0", Members),
    call("/_/api/industry", "bureau={bureau}&industry=oil&day=2026-11-23&words=", Members),
    page("/{bureau}/calculator", "/{bureau}/calculator", Members),
    call("/_/api/calculator", "bureau={bureau}&from=2026-11-23&length=15&unit=calendar&rolls=on", Members),
    page("/{bureau}/establishments", "/{bureau}/establishments?form%5Bq%5D=%E9%81%93", READ),
    page("/{bureau}/establishments", "/{bureau}/establishments?after={cursor}", READ),
    page("/{bureau}/establishments/new", "/{bureau}/establishments/new?draft={draft}", EDIT),
    page("/{bureau}/establishments/import", "/{bureau}/establishments/import", EDIT),
    page("/{bureau}/establishments/import/{id}", "/{bureau}/establishments/import/{import}", EDIT),
    page("/{bureau}/establishments/{id}", "/{bureau}/establishments/{establishment}", READ),
    page(
        "/{bureau}/establishments/{id}/edit",
        "/{bureau}/establishments/{establishment}/edit?draft={draft}",
        EDIT,
    ),
    call("/_/api/establishments", "bureau={bureau}&filter%5Bq%5D=&after=&exact=true", READ),
    call("/_/api/establishments", "bureau={bureau}&after={cursor}&exact=false", READ),
    call("/_/api/establishment", "bureau={bureau}&id={establishment}", READ),
    call("/_/api/establishment-form", "bureau={bureau}&id=&licence=0&draft={draft}", EDIT),
    call("/_/api/establishment-form", "bureau={bureau}&id={establishment}&licence=0&draft=", EDIT),
    act("/_/api/save-establishment", "/_/api/save-establishment", GOOD_ESTABLISHMENT, EDIT),
    call("/_/api/import", "bureau={bureau}&id={import}&problem=", EDIT),
    act("/_/files/{bureau}/establishments/import", "/_/files/{bureau}/establishments/import", FILE, EDIT),
    act(
        "/_/files/{bureau}/establishments/import/{id}/apply",
        "/_/files/{bureau}/establishments/import/{import}/apply",
        "rows=valid",
        EDIT,
    ),
    page(
        "/_/files/{bureau}/establishments/import/{id}/marked.xlsx",
        "/_/files/{bureau}/establishments/import/{import}/marked.xlsx",
        EDIT,
    ),
    page(
        "/_/files/{bureau}/establishments/export.xlsx",
        "/_/files/{bureau}/establishments/export.xlsx",
        EDIT,
    ),
    page(
        "/_/files/{bureau}/establishments/template.xlsx",
        "/_/files/{bureau}/establishments/template.xlsx",
        EDIT,
    ),
    page("/{bureau}/cases", "/{bureau}/cases?part=all", READ),
    page("/{bureau}/cases/new", "/{bureau}/cases/new?draft={draft}", READ),
    page("/{bureau}/cases/new", "/{bureau}/cases/new?establishment={establishment}", READ),
    page("/{bureau}/cases/{case}", "/{bureau}/cases/{case}", READ),
    page(
        "/{bureau}/cases/{case}/do/{act}",
        "/{bureau}/cases/{case}/do/conclude?party={party}&draft={draft}",
        READ,
    ),
    page(
        "/{bureau}/cases/{case}/contact/{party}",
        "/{bureau}/cases/{case}/contact/{party}?draft={draft}",
        READ,
    ),
    page("/{bureau}/proposals", "/{bureau}/proposals?shown={proposal}", READ),
    call("/_/api/case-list", "bureau={bureau}&part=mine", READ),
    call("/_/api/case-list", "bureau={bureau}&part=all&query%5Bafter%5D=2026-01-01_{case}", READ),
    call("/_/api/case-list", "bureau={bureau}&part=all&query%5Bq%5D=%E9%81%93", READ),
    call("/_/api/case-page", "bureau={bureau}&case={case}&done=", READ),
    call(
        "/_/api/act-form",
        "bureau={bureau}&case={case}&act=decide&party={party}&entry=&draft={draft}",
        READ,
    ),
    act("/_/api/case-act", "/_/api/case-act", GOOD_ACT, READ),
    act("/_/api/case-act", "/_/api/case-act", GOOD_CLUE, READ),
    call("/_/api/proposals", "bureau={bureau}&shown={proposal}&problem=", READ),
    act(
        "/_/api/proposal-verdict",
        "/_/api/proposal-verdict",
        "bureau={bureau}&proposal={proposal}&verdict=approve&reason=",
        READ,
    ),
    call("/_/api/case-contact", "bureau={bureau}&case={case}&party={party}&reason=&draft={draft}", READ),
    act(
        "/_/api/case-contact",
        "/_/api/case-contact",
        "bureau={bureau}&case={case}&party={party}&reason=%E6%A0%B8%E5%AF%B9%E8%BA%AB%E4%BB%BD&draft=",
        Holders(Power::Unseal),
    ),
    act("/_/api/case-contact-seal", "/_/api/case-contact-seal", GOOD_CONTACT, Holders(Power::WorkCases)),
    // The last of all: whoever goes through has no session behind it.
    act("/_/sign-out", "/_/sign-out", "", Everybody),
];
