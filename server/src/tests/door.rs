//! Every door of the site: how to knock at it, and for whom it is.
//!
//! A new page, server function or plain route without an entry here fails the test beside it.

use super::door_desk::DESK;
use super::door_dossier::DOSSIER;
use super::door_evidence::EVIDENCE;
use super::door_money::MONEY;
use super::door_open::OPEN;
use super::door_paper::PAPER;
use super::door_papers::PAPERS;
use super::door_transfer::TRANSFERS;
use super::door_visit::VISITS;
use super::good::{
    GOOD_ACT, GOOD_BUREAU, GOOD_CHANGE, GOOD_CLUE, GOOD_CONTACT, GOOD_DEED, GOOD_DETAILS, GOOD_ESTABLISHMENT,
    GOOD_MEMBER, GOOD_NAME, GOOD_NUMBER, GOOD_POWER, GOOD_PRACTICE, GOOD_SETTINGS,
};
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
    /// Members of the city's bureau who hold a power that no county gives.
    City(Power),
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

pub const fn page(route: &'static str, to: &'static str, whom: For) -> Door {
    Door { method: "GET", route, to, form: "", whom, writes: false }
}

/// A server function that reads.
pub const fn call(route: &'static str, form: &'static str, whom: For) -> Door {
    Door { method: "POST", route, to: route, form, whom, writes: false }
}

/// A server function or plain route that changes something.
pub const fn act(route: &'static str, to: &'static str, form: &'static str, whom: For) -> Door {
    Door { method: "POST", route, to, form, whom, writes: true }
}

use For::{City, Everybody, Holders, Members, SignedIn};

const READ: For = Holders(Power::ReadRecords);
const EDIT: For = Holders(Power::EditEstablishments);
const TRAIN: For = Holders(Power::RunTraining);
const ADMINISTER: For = Holders(Power::AdministerBureau);
const FIGURES: For = City(Power::ReadCityFigures);
const ADMINISTER_CITY: For = City(Power::AdministerCity);

/// All doors; the last of them ends the session.
pub fn doors() -> impl Iterator<Item = &'static Door> {
    let papers = VISITS.iter().chain(TRANSFERS).chain(DESK).chain(PAPER).chain(PAPERS);
    papers.chain(MONEY).chain(EVIDENCE).chain(DOSSIER).chain(OPEN).chain(DOORS)
}

/// Those of visits, of transfers, of the desk and of what comes from paper stand in files of their own.
const DOORS: &[Door] = &[
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
    act("/_/find/{bureau}", "/_/find/{bureau}", "to=%2F{bureau}%2Fsearch&q=13907461234", READ),
    page("/{bureau}/industries", "/{bureau}/industries", Members),
    call("/_/api/industries", "bureau={bureau}", Members),
    page("/{bureau}/industries/{industry}", "/{bureau}/industries/slaughter?q=%E7%A7%81%E5%AE%B0", Members),
    call("/_/api/industry", "bureau={bureau}&industry=oil&day=2026-11-23&words=", Members),
    page("/{bureau}/search", "/{bureau}/search?q=%E9%81%93", READ),
    call("/_/api/search", "bureau={bureau}&words=%E9%81%93", READ),
    page("/{bureau}/calculator", "/{bureau}/calculator", Members),
    call(
        "/_/api/calculator",
        "bureau={bureau}&form[from]=2026-11-23&form[length]=15&form[unit]=calendar",
        Members,
    ),
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
    call("/_/api/import", "bureau={bureau}&noun=establishments&id={import}&problem=", EDIT),
    call("/_/api/import", "bureau={bureau}&noun=trainees&id={roll}&problem=", TRAIN),
    act("/_/files/{bureau}/{noun}/import", "/_/files/{bureau}/establishments/import", FILE, EDIT),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/apply",
        "/_/files/{bureau}/establishments/import/{import}/apply",
        "rows=valid",
        EDIT,
    ),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/undo",
        "/_/files/{bureau}/establishments/import/{import}/undo",
        "",
        EDIT,
    ),
    page(
        "/_/files/{bureau}/{noun}/import/{id}/marked.xlsx",
        "/_/files/{bureau}/establishments/import/{import}/marked.xlsx",
        EDIT,
    ),
    page("/_/files/{bureau}/{noun}/template.xlsx", "/_/files/{bureau}/establishments/template.xlsx", EDIT),
    act("/_/files/{bureau}/{noun}/import", "/_/files/{bureau}/trainees/import", FILE, TRAIN),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/apply",
        "/_/files/{bureau}/trainees/import/{roll}/apply",
        "rows=valid",
        TRAIN,
    ),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/undo",
        "/_/files/{bureau}/trainees/import/{roll}/undo",
        "",
        TRAIN,
    ),
    page(
        "/_/files/{bureau}/{noun}/import/{id}/marked.xlsx",
        "/_/files/{bureau}/trainees/import/{roll}/marked.xlsx",
        TRAIN,
    ),
    page("/_/files/{bureau}/{noun}/template.xlsx", "/_/files/{bureau}/trainees/template.xlsx", TRAIN),
    page("/{bureau}/trainees/import", "/{bureau}/trainees/import", TRAIN),
    page("/{bureau}/trainees/import/{id}", "/{bureau}/trainees/import/{roll}", TRAIN),
    page(
        "/_/files/{bureau}/establishments/export.xlsx",
        "/_/files/{bureau}/establishments/export.xlsx",
        EDIT,
    ),
    page("/{bureau}/cases", "/{bureau}/cases?part=all", READ),
    page("/{bureau}/cases/new", "/{bureau}/cases/new?draft={draft}", READ),
    page("/{bureau}/cases/new", "/{bureau}/cases/new?establishment={establishment}", READ),
    page(
        "/{bureau}/cases/new",
        "/{bureau}/cases/new?act=penalise_on_the_spot&establishment={establishment}",
        READ,
    ),
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
    call(
        "/_/api/act-preview",
        "bureau={bureau}&case={case}&act=decide&party={party}&form%5Bfine0%5D=500",
        READ,
    ),
    act("/_/api/case-act", "/_/api/case-act", GOOD_ACT, READ),
    act("/_/api/case-act", "/_/api/case-act", GOOD_CLUE, READ),
    act("/_/api/carry-over", "/_/api/carry-over", "bureau={bureau}&case={case}&form%5Bfacts%5D=x", READ),
    act(
        "/_/api/keep-form",
        "/_/api/keep-form",
        "bureau={bureau}&kept_form=case_act&kept_subject=x&form%5Bsuspicion%5D=x",
        READ,
    ),
    act("/_/api/case-take-back", "/_/api/case-take-back", "bureau={bureau}&case={case}&seq=1", READ),
    call("/_/api/proposals", "bureau={bureau}&shown={proposal}&draft={draft}", READ),
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
    page("/{bureau}/programmes", "/{bureau}/programmes?form%5Byear%5D=2026", READ),
    page("/{bureau}/programmes", "/{bureau}/programmes?after={programme}", READ),
    page("/{bureau}/programmes/new", "/{bureau}/programmes/new?draft={draft}", READ),
    page("/{bureau}/programmes/{id}", "/{bureau}/programmes/{programme}", READ),
    page(
        "/{bureau}/programmes/{id}/do/{act}",
        "/{bureau}/programmes/{programme}/do/plan_class?draft={draft}",
        READ,
    ),
    page("/{bureau}/classes", "/{bureau}/classes?form%5Bq%5D=%E9%81%93", READ),
    page("/{bureau}/classes", "/{bureau}/classes?after={class}", READ),
    page("/{bureau}/classes/{id}", "/{bureau}/classes/{class}", READ),
    page("/{bureau}/classes/{id}/do/{act}", "/{bureau}/classes/{class}/do/apply?draft={draft}", READ),
    page(
        "/{bureau}/classes/{id}/do/{act}",
        "/{bureau}/classes/{class}/do/plan_session?session={class_session}",
        READ,
    ),
    page("/{bureau}/classes/{id}/attendance", "/{bureau}/classes/{class}/attendance", READ),
    page(
        "/{bureau}/classes/{id}/sessions/{session}",
        "/{bureau}/classes/{class}/sessions/{class_session}",
        READ,
    ),
    page(
        "/{bureau}/classes/{id}/sessions/{session}/correct/{enrolment}",
        "/{bureau}/classes/{class}/sessions/{class_session}/correct/{enrolment}?draft={draft}",
        READ,
    ),
    call("/_/api/roll-call", "bureau={bureau}&class={class}&session={class_session}&done=", READ),
    act(
        "/_/api/sign-in-class",
        "/_/api/sign-in-class",
        "bureau={bureau}&class={class}&session={class_session}&form%5Bpresence_{enrolment}%5D=present",
        TRAIN,
    ),
    act(
        "/_/api/taps",
        "/_/api/taps",
        "bureau={bureau}&session={class_session}&taps={enrolment}%3Apresent%3A0&note=",
        TRAIN,
    ),
    page("/{bureau}/enrolments/{id}", "/{bureau}/enrolments/{enrolment}", READ),
    page(
        "/{bureau}/enrolments/{id}/do/{act}",
        "/{bureau}/enrolments/{enrolment}/do/edit_enrolment?draft={draft}",
        READ,
    ),
    page("/{bureau}/trainees", "/{bureau}/trainees?form%5Bq%5D=%E9%81%93", READ),
    page("/{bureau}/trainees", "/{bureau}/trainees?after={trainee}", READ),
    page("/{bureau}/trainees/{id}", "/{bureau}/trainees/{trainee}", READ),
    page("/{bureau}/trainees/{id}/contact", "/{bureau}/trainees/{trainee}/contact?draft={draft}", READ),
    page(
        "/{bureau}/trainees/{id}/do/{act}",
        "/{bureau}/trainees/{trainee}/do/edit_trainee?draft={draft}",
        READ,
    ),
    page("/{bureau}/certificates", "/{bureau}/certificates?form%5Byear%5D=2026", READ),
    page("/{bureau}/certificates", "/{bureau}/certificates?after={certificate}", READ),
    page("/{bureau}/certificates/{id}", "/{bureau}/certificates/{certificate}", READ),
    page(
        "/{bureau}/certificates/{id}/do/{act}",
        "/{bureau}/certificates/{certificate}/do/replace_certificate?draft={draft}",
        READ,
    ),
    call("/_/api/training", "bureau={bureau}&page=programmes", READ),
    call("/_/api/training", "bureau={bureau}&page=programmes%2F{programme}", READ),
    call("/_/api/training", "bureau={bureau}&page=classes%2F{class}", READ),
    call("/_/api/training", "bureau={bureau}&page=classes%2F{class}%2Fdo%2Frecord_marks", READ),
    call("/_/api/training", "bureau={bureau}&page=classes%2F{class}%2Fdo%2Fissue_certificate", READ),
    call("/_/api/training", "bureau={bureau}&page=enrolments%2F{enrolment}", READ),
    call("/_/api/training", "bureau={bureau}&page=trainees", READ),
    call("/_/api/training", "bureau={bureau}&page=trainees%2F{trainee}", READ),
    call("/_/api/training", "bureau={bureau}&page=trainees%2F{trainee}%2Fcontact", READ),
    call("/_/api/training", "bureau={bureau}&page=certificates", READ),
    call("/_/api/training", "bureau={bureau}&page=certificates%2F{certificate}", READ),
    call(
        "/_/api/training",
        "bureau={bureau}&page=classes%2F{class}%2Fdo%2Fapply&query%5Bdraft%5D={draft}",
        READ,
    ),
    act("/_/api/training-act", "/_/api/training-act", GOOD_DEED, READ),
    act("/_/api/training-act", "/_/api/training-act", GOOD_DETAILS, READ),
    page(
        "/_/training/{bureau}/certificates/{certificate}",
        "/_/training/{bureau}/certificates/{certificate}",
        READ,
    ),
    act(
        "/_/training/{bureau}/trainees/{trainee}/contact",
        "/_/training/{bureau}/trainees/{trainee}/contact",
        "form%5Breason%5D=%E9%80%9A%E7%9F%A5%E5%BC%80%E7%8F%AD",
        Holders(Power::Unseal),
    ),
    page("/{bureau}/figures", "/{bureau}/figures?period=own&from=2026-01&to=2026-06&figure=trained", FIGURES),
    call("/_/api/figures", "bureau={bureau}&query%5Bfigure%5D=fines", FIGURES),
    page("/_/city/{bureau}/figures.csv", "/_/city/{bureau}/figures.csv?period=last_year", FIGURES),
    page("/{bureau}/members", "/{bureau}/members", ADMINISTER),
    page("/{bureau}/members/new", "/{bureau}/members/new?draft={draft}", ADMINISTER),
    page("/{bureau}/members/{member}", "/{bureau}/members/{member}", ADMINISTER),
    page("/{bureau}/settings", "/{bureau}/settings?draft={draft}", ADMINISTER),
    page("/{bureau}/powers", "/{bureau}/powers", ADMINISTER),
    page("/{bureau}/practice", "/{bureau}/practice?done=practice_opened", ADMINISTER),
    act("/_/api/practice", "/_/api/practice", GOOD_PRACTICE, ADMINISTER),
    page("/{bureau}/start", "/{bureau}/start?draft={draft}", ADMINISTER),
    page("/{bureau}/calendar", "/{bureau}/calendar", Members),
    page("/{bureau}/calendar/{year}", "/{bureau}/calendar/2026", Members),
    page("/{bureau}/calendar/{year}/load", "/{bureau}/calendar/2027/load", ADMINISTER_CITY),
    page("/{bureau}/bureaus/{slug}", "/{bureau}/bureaus/daoxian", ADMINISTER_CITY),
    call("/_/api/administration", "bureau={bureau}&page=powers", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=start&draft={draft}", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=start%2Fcard", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=calendar", Members),
    call("/_/api/administration", "bureau={bureau}&page=calendar%2F2026&after=0", Members),
    call("/_/api/administration", "bureau={bureau}&page=bureaus%2Fdaoxian", ADMINISTER_CITY),
    page("/{bureau}/accounts", "/{bureau}/accounts", ADMINISTER_CITY),
    page("/{bureau}/accounts/{person}", "/{bureau}/accounts/{person}", ADMINISTER_CITY),
    act(
        "/_/api/find-account",
        "/_/api/find-account",
        "bureau={bureau}&form%5Bwork_number%5D=dx-reader",
        ADMINISTER_CITY,
    ),
    act("/_/api/change-account", "/_/api/change-account", GOOD_NAME, ADMINISTER),
    act(
        "/_/api/switch-account",
        "/_/api/switch-account",
        "bureau={bureau}&page=members%2F{member}&disabled=yes",
        ADMINISTER,
    ),
    act("/_/api/set-number", "/_/api/set-number", GOOD_NUMBER, ADMINISTER),
    act("/_/api/change-powers", "/_/api/change-powers", GOOD_POWER, ADMINISTER_CITY),
    act(
        "/_/api/load-calendar",
        "/_/api/load-calendar",
        "bureau={bureau}&year=2027&draft=&form%5Btoken%5D=01900000-0000-7000-8000-000000000022",
        ADMINISTER_CITY,
    ),
    act("/_/api/recount-terms", "/_/api/recount-terms", "bureau={bureau}&year=2026", ADMINISTER_CITY),
    act(
        "/_/administration/{bureau}/calendar/{year}",
        "/_/administration/{bureau}/calendar/2027",
        FILE,
        ADMINISTER_CITY,
    ),
    page("/{bureau}/bureaus", "/{bureau}/bureaus", ADMINISTER_CITY),
    page("/{bureau}/bureaus/new", "/{bureau}/bureaus/new", ADMINISTER_CITY),
    call("/_/api/administration", "bureau={bureau}&page=members&draft=&done=", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=members%2F{member}&draft={draft}&done=", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=settings&draft=&done=changed", ADMINISTER),
    call("/_/api/administration", "bureau={bureau}&page=bureaus%2Fnew&draft=&done=", ADMINISTER_CITY),
    act("/_/api/change-member", "/_/api/change-member", GOOD_CHANGE, ADMINISTER),
    act("/_/api/change-bureau", "/_/api/change-bureau", GOOD_SETTINGS, ADMINISTER),
    act("/_/administration/{bureau}/members", "/_/administration/{bureau}/members", GOOD_MEMBER, ADMINISTER),
    act(
        "/_/administration/{bureau}/members/{member}/password",
        "/_/administration/{bureau}/members/{member}/password",
        "form%5Btoken%5D=01900000-0000-7000-8000-000000000009",
        ADMINISTER,
    ),
    act(
        "/_/administration/{bureau}/bureaus",
        "/_/administration/{bureau}/bureaus",
        GOOD_BUREAU,
        ADMINISTER_CITY,
    ),
    // The last of all: whoever goes through has no session behind it.
    act("/_/sign-out", "/_/sign-out", "", Everybody),
];
