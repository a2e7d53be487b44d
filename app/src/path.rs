//! Every URL as a function, so that a link that leads nowhere does not compile.

mod help;
mod visit;

pub use help::{help, help_entry, help_here};
pub use visit::{
    visit, visit_into, visit_new, visit_workspace, visited, visits, workspace_bureau, workspace_of,
};

use domain::ledger::LedgerNoun;

/// Where every interface and static file lives; no bureau can take this word as its slug.
pub const INTERFACE: &str = "/_";

/// The entry: leads to the person's bureau, to a choice of bureaus, or to sign-in.
#[must_use]
pub fn home() -> String {
    "/".to_owned()
}

#[must_use]
pub fn sign_in() -> String {
    "/_/sign-in".to_owned()
}

/// Sign-in that leads back to `next`, a path of this site.
#[must_use]
pub fn sign_in_then(next: &str) -> String {
    format!("/_/sign-in?next={}", encode(next))
}

#[must_use]
pub fn sessions() -> String {
    "/_/account/sessions".to_owned()
}

#[must_use]
pub fn password() -> String {
    "/_/account/password".to_owned()
}

/// A bureau's first page.
#[must_use]
pub fn desk(bureau: &str) -> String {
    format!("/{bureau}")
}

/// The search over a bureau's cases and establishments.
#[must_use]
pub fn search(bureau: &str) -> String {
    format!("/{bureau}/search")
}

/// Where searches and filters of a bureau are sent.
#[must_use]
pub fn find(bureau: &str) -> String {
    format!("/_/find/{bureau}")
}

/// The figures of the whole city.
#[must_use]
pub fn figures(bureau: &str) -> String {
    format!("/{bureau}/figures")
}

/// The figures as a file.
#[must_use]
pub fn figures_csv(bureau: &str) -> String {
    format!("/_/city/{bureau}/figures.csv")
}

/// The bureau's term calculator.
#[must_use]
pub fn calculator(bureau: &str) -> String {
    format!("/{bureau}/calculator")
}

/// All cases of a bureau.
#[must_use]
pub fn cases(bureau: &str) -> String {
    format!("/{bureau}/cases")
}

/// All cases of a bureau that fit the words.
#[must_use]
pub fn cases_named(bureau: &str, words: &str) -> String {
    format!("/{bureau}/cases?q={}", encode(words))
}

/// The form that registers a clue.
#[must_use]
pub fn new_case(bureau: &str) -> String {
    format!("/{bureau}/cases/new")
}

/// The form that registers a clue against an establishment of the register.
#[must_use]
pub fn new_case_against(bureau: &str, establishment: &str) -> String {
    format!("/{bureau}/cases/new?establishment={establishment}")
}

/// What a clue is about that comes from a warning not obeyed: in the place of an establishment.
#[must_use]
pub fn warned(case: &str, party: &str) -> String {
    format!("warned.{case}.{party}")
}

/// The case and the party of [`warned`].
#[must_use]
pub fn read_warned(entry: &str) -> Option<(&str, &str)> {
    entry.strip_prefix("warned.")?.split_once('.')
}

/// The form of a penalty on the spot that begins a case; `establishment` may be empty.
#[must_use]
pub fn new_on_the_spot(bureau: &str, establishment: &str) -> String {
    let form = format!("/{bureau}/cases/new?act=penalise_on_the_spot");
    if establishment.is_empty() { form } else { format!("{form}&establishment={}", encode(establishment)) }
}

/// One case.
#[must_use]
pub fn case(bureau: &str, case: &str) -> String {
    format!("/{bureau}/cases/{case}")
}

/// The form of an act of a case; without a case, of what begins one, whose `entry` is the establishment that
/// it is about. `party` and `entry` may be empty.
#[must_use]
pub fn case_act(bureau: &str, case: &str, act: &str, party: &str, entry: &str) -> String {
    if case.is_empty() && act == "penalise_on_the_spot" {
        return new_on_the_spot(bureau, entry);
    }
    if case.is_empty() {
        return if entry.is_empty() { new_case(bureau) } else { new_case_against(bureau, &encode(entry)) };
    }
    let mut to = format!("/{bureau}/cases/{case}/do/{act}");
    for (name, value) in [("party", party), ("entry", entry)] {
        if !value.is_empty() {
            let joint = if to.contains('?') { '&' } else { '?' };
            to.push_str(&format!("{joint}{name}={}", encode(value)));
        }
    }
    to
}

/// The papers of a case.
#[must_use]
pub fn case_papers(bureau: &str, case: &str) -> String {
    format!("/_/papers/{bureau}/{case}")
}

/// The goods and the money of a case: read without a script, as its papers are.
#[must_use]
pub fn case_money(bureau: &str, case: &str) -> String {
    format!("/_/money/{bureau}/{case}")
}

/// The payment ledger of a bureau.
#[cfg(feature = "ssr")]
#[must_use]
pub fn ledger(bureau: &str) -> String {
    format!("/_/money/{bureau}")
}

/// The workbook of the payment ledger.
#[cfg(feature = "ssr")]
#[must_use]
pub fn ledger_export(bureau: &str) -> String {
    format!("/_/files/{bureau}/payments/export.xlsx")
}

/// The public page of a decision.
#[cfg(feature = "ssr")]
#[must_use]
pub fn public_decision(bureau: &str, id: &str) -> String {
    format!("/open/{bureau}/{id}")
}

/// The evidence of a case that is files: read without a script, as its papers are.
#[must_use]
pub fn case_evidence(bureau: &str, case: &str) -> String {
    format!("/_/evidence/{bureau}/{case}")
}

/// The dossier of a case.
#[must_use]
pub fn case_dossier(bureau: &str, case: &str) -> String {
    format!("/_/dossier/{bureau}/{case}")
}

/// A volume that was made, from the address of its case's dossier.
#[cfg(feature = "ssr")]
#[must_use]
pub fn dossier_file(dossier: &str, id: &str) -> String {
    format!("{dossier}/{id}.pdf")
}

/// One piece of evidence, from the address of its case's evidence.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_of(evidence: &str, id: &str) -> String {
    format!("{evidence}/{id}")
}

/// The bytes of a piece of evidence, from its own address.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_bytes(one: &str) -> String {
    format!("{one}/file")
}

/// Its small picture, from the address of its case's evidence.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_thumbnail(evidence: &str, id: &str) -> String {
    format!("{evidence}/{id}/thumbnail")
}

/// Its sheet as a paper (证据提取单), from its own address.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_sheet(one: &str) -> String {
    format!("{one}/sheet")
}

/// A certificate as a paper (培训合格证书).
#[cfg(feature = "ssr")]
#[must_use]
pub fn certificate_paper(bureau: &str, id: &str) -> String {
    format!("/_/training/{bureau}/certificates/{id}")
}

/// The order of a designation as a paper (指定管辖决定书).
#[cfg(feature = "ssr")]
#[must_use]
pub fn designation_paper(bureau: &str, id: &str) -> String {
    format!("/_/designations/{bureau}/{id}")
}

/// Where a phone is given the right to bring files, from the address of their case's evidence.
#[must_use]
pub fn evidence_phone(evidence: &str) -> String {
    format!("{evidence}/phone")
}

/// The code that a phone reads, from the address of their case's evidence.
#[must_use]
pub fn evidence_code(evidence: &str, word: &str) -> String {
    format!("{evidence}/phone/{word}")
}

/// The page on which a phone brings files; it takes them in as the address of a case's evidence does.
#[must_use]
pub fn phone(word: &str) -> String {
    format!("/_/phone/{word}")
}

/// Where files on their way in are declared, from the address of their case's evidence.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_uploads(evidence: &str) -> String {
    format!("{evidence}/uploads")
}

/// A file on its way in, from the address of its case's evidence.
#[cfg(feature = "ssr")]
#[must_use]
pub fn evidence_upload(evidence: &str, id: &str) -> String {
    format!("{evidence}/uploads/{id}")
}

/// A paper as a preview prints it: `word` is `D26-14`.
#[cfg(feature = "ssr")]
#[must_use]
pub fn paper(bureau: &str, case: &str, word: &str, copy: domain::paper::PaperCopy) -> String {
    let copy = if copy == domain::paper::PaperCopy::Party { "?copy=party" } else { "" };
    format!("{}/{word}.pdf{copy}", case_papers(bureau, case))
}

/// A copy of an issued paper, from the address of its case's papers.
#[cfg(feature = "ssr")]
#[must_use]
pub fn issued_paper(papers: &str, id: &str, copy: domain::paper::PaperCopy) -> String {
    format!("{papers}/issued/{id}/{}.pdf", copy.word())
}

/// The papers of a bureau that are not back.
#[must_use]
pub fn papers_out(bureau: &str) -> String {
    format!("/_/papers/{bureau}")
}

/// Where scans of signed papers come in.
#[cfg(feature = "ssr")]
#[must_use]
pub fn scans(bureau: &str) -> String {
    format!("/_/papers/{bureau}/scan")
}

/// A scan that waits to be confirmed.
#[cfg(feature = "ssr")]
#[must_use]
pub fn scan(bureau: &str, id: &str) -> String {
    format!("{}/{id}", scans(bureau))
}

/// The small picture of a page of a scan, from the scan's own address.
#[cfg(feature = "ssr")]
#[must_use]
pub fn scan_picture(scan: &str, page: u32) -> String {
    format!("{scan}/{page}")
}

/// The scan of an issued paper, from the address of its case's papers.
#[cfg(feature = "ssr")]
#[must_use]
pub fn paper_scan(papers: &str, id: &str) -> String {
    format!("{papers}/scans/{id}")
}

/// The check of an issued paper by anybody.
#[cfg(feature = "ssr")]
#[must_use]
pub fn paper_check(word: &str) -> String {
    format!("/_/check/{word}")
}

/// A case with its comments up to one of them.
#[must_use]
pub fn case_comments(bureau: &str, case: &str, until: &str) -> String {
    format!("/{bureau}/cases/{case}?until={until}#comment-{until}")
}

/// A party's sealed numbers.
#[must_use]
pub fn case_contact(bureau: &str, case: &str, party: &str) -> String {
    format!("/{bureau}/cases/{case}/contact/{party}")
}

/// The cases that other bureaus laid before a bureau.
#[must_use]
pub fn transfers(bureau: &str) -> String {
    format!("/{bureau}/transfers")
}

/// One of them, with what came with it.
#[must_use]
pub fn transfer(bureau: &str, id: &str) -> String {
    format!("/{bureau}/transfers/{id}")
}

/// The city's list of transfers without an answer.
#[must_use]
pub fn unanswered_transfers(bureau: &str) -> String {
    format!("/{bureau}/transfers/unanswered")
}

/// The orders by which the city designates a county.
#[must_use]
pub fn designations(bureau: &str) -> String {
    format!("/{bureau}/transfers/designations")
}

/// The numbers that officers have in hand.
#[must_use]
pub fn number_blocks(bureau: &str) -> String {
    format!("/{bureau}/number-blocks")
}

/// What the person is reminded of.
#[must_use]
pub fn reminders(bureau: &str) -> String {
    format!("/{bureau}/reminders")
}

/// The terms of this week, to be printed.
#[must_use]
pub fn week(bureau: &str) -> String {
    format!("/{bureau}/reminders/week")
}

/// The filters that the person keeps.
#[must_use]
pub fn saved_views(bureau: &str) -> String {
    format!("/{bureau}/views")
}

/// The form that keeps a list's filter under a name.
#[must_use]
pub fn save_view(bureau: &str, page: &str, query: &str) -> String {
    format!("/{bureau}/views?page={page}&query={}", encode(query))
}

/// The form that gives a view another name.
#[must_use]
pub fn rename_view(bureau: &str, view: &str) -> String {
    format!("/{bureau}/views?view={}", encode(view))
}

/// Whose power to approve is lent to whom.
#[must_use]
pub fn delegations(bureau: &str) -> String {
    format!("/{bureau}/delegations")
}

/// The queue of proposals.
#[must_use]
pub fn proposals(bureau: &str) -> String {
    format!("/{bureau}/proposals")
}

/// The form of a case that is open on paper.
#[must_use]
pub fn case_from_paper(bureau: &str) -> String {
    format!("/{bureau}/cases/enter")
}

/// Where that form is sent to.
#[must_use]
pub fn case_from_paper_sent(bureau: &str) -> String {
    format!("/_/administration/{bureau}/paper-case")
}

/// Who has open cases in hand.
#[must_use]
pub fn handover(bureau: &str) -> String {
    format!("/{bureau}/handover")
}

/// What one person has in hand.
#[must_use]
pub fn handover_of(bureau: &str, person: &str) -> String {
    format!("/{bureau}/handover/{person}")
}

/// The catalogue's industries as they concern a bureau.
#[must_use]
pub fn industries(bureau: &str) -> String {
    format!("/{bureau}/industries")
}

/// One industry: laws, licences, violations.
#[must_use]
pub fn industry(bureau: &str, industry: &str) -> String {
    format!("/{bureau}/industries/{industry}")
}

/// A page of training by its address inside the bureau.
#[must_use]
pub fn training(bureau: &str, page: &str) -> String {
    format!("/{bureau}/{page}")
}

/// Where the reason is sent for which a trainee's whole numbers are shown.
#[must_use]
pub fn trainee_contact(bureau: &str, trainee: &str) -> String {
    format!("/_/training/{bureau}/trainees/{trainee}/contact")
}

/// A list of training that fits the words.
#[must_use]
pub fn training_named(bureau: &str, page: &str, words: &str) -> String {
    format!("{}?form%5Bq%5D={}", training(bureau, page), encode(words))
}

/// The bureau's register of establishments.
#[must_use]
pub fn establishments(bureau: &str) -> String {
    format!("/{bureau}/establishments")
}

/// The establishments that fit the words.
#[must_use]
pub fn establishments_named(bureau: &str, words: &str) -> String {
    format!("/{bureau}/establishments?form%5Bq%5D={}", encode(words))
}

#[must_use]
pub fn establishment_new(bureau: &str) -> String {
    format!("/{bureau}/establishments/new")
}

#[must_use]
pub fn establishment(bureau: &str, id: &str) -> String {
    format!("/{bureau}/establishments/{id}")
}

#[must_use]
pub fn establishment_edit(bureau: &str, id: &str) -> String {
    format!("/{bureau}/establishments/{id}/edit")
}

/// The page on which a noun's workbook is uploaded.
#[must_use]
pub fn import(bureau: &str, noun: LedgerNoun) -> String {
    format!("/{bureau}/{}/import", noun.word())
}

/// What was found in an uploaded workbook.
#[must_use]
pub fn import_found(bureau: &str, noun: LedgerNoun, id: &str) -> String {
    format!("/{bureau}/{}/import/{id}", noun.word())
}

/// Where a workbook is sent to.
#[must_use]
pub fn import_upload(bureau: &str, noun: LedgerNoun) -> String {
    format!("/_/files/{bureau}/{}/import", noun.word())
}

#[must_use]
pub fn import_apply(bureau: &str, noun: LedgerNoun, id: &str) -> String {
    format!("/_/files/{bureau}/{}/import/{id}/apply", noun.word())
}

#[must_use]
pub fn import_undo(bureau: &str, noun: LedgerNoun, id: &str) -> String {
    format!("/_/files/{bureau}/{}/import/{id}/undo", noun.word())
}

#[must_use]
pub fn import_marked(bureau: &str, noun: LedgerNoun, id: &str) -> String {
    format!("/_/files/{bureau}/{}/import/{id}/marked.xlsx", noun.word())
}

/// The empty workbook of a noun.
#[must_use]
pub fn import_template(bureau: &str, noun: LedgerNoun) -> String {
    format!("/_/files/{bureau}/{}/template.xlsx", noun.word())
}

#[must_use]
pub fn establishments_export(bureau: &str) -> String {
    format!("/_/files/{bureau}/establishments/export.xlsx")
}

/// The bureau's members.
#[must_use]
pub fn members(bureau: &str) -> String {
    format!("/{bureau}/members")
}

#[must_use]
pub fn member_new(bureau: &str) -> String {
    format!("/{bureau}/members/new")
}

#[must_use]
pub fn member(bureau: &str, id: &str) -> String {
    format!("/{bureau}/members/{id}")
}

/// What the bureau's papers show.
#[must_use]
pub fn settings(bureau: &str) -> String {
    format!("/{bureau}/settings")
}

/// All bureaus, in the city's workspace.
#[must_use]
pub fn bureaus(bureau: &str) -> String {
    format!("/{bureau}/bureaus")
}

/// One bureau as the city's administrator sees it.
#[must_use]
pub fn bureau(own: &str, slug: &str) -> String {
    format!("/{own}/bureaus/{slug}")
}

/// Any page by its address inside the bureau.
#[must_use]
pub fn inside(bureau: &str, page: &str) -> String {
    format!("/{bureau}/{page}")
}

/// Accounts by work number, in the city's workspace.
#[must_use]
pub fn accounts(bureau: &str) -> String {
    format!("/{bureau}/accounts")
}

#[must_use]
pub fn account(bureau: &str, person: &str) -> String {
    format!("/{bureau}/accounts/{person}")
}

/// The bureau's own powers.
#[must_use]
pub fn powers(bureau: &str) -> String {
    format!("/{bureau}/powers")
}

/// The practice area, for the bureau's administrator.
#[must_use]
pub fn practice(bureau: &str) -> String {
    format!("/{bureau}/practice")
}

/// The first-day list.
#[must_use]
pub fn start(bureau: &str) -> String {
    format!("/{bureau}/start")
}

/// The years of the calendar.
#[must_use]
pub fn calendar(bureau: &str) -> String {
    format!("/{bureau}/calendar")
}

/// One year of it, with what moved.
#[must_use]
pub fn calendar_year(bureau: &str, year: i32) -> String {
    format!("/{bureau}/calendar/{year}")
}

/// The form that loads a year.
#[must_use]
pub fn calendar_load(bureau: &str, year: i32) -> String {
    format!("/{bureau}/calendar/{year}/load")
}

/// Where a year's lines or its file are sent to.
#[must_use]
pub fn administration_calendar(bureau: &str, year: i32) -> String {
    format!("/_/administration/{bureau}/calendar/{year}")
}

#[must_use]
pub fn bureau_new(bureau: &str) -> String {
    format!("/{bureau}/bureaus/new")
}

/// Where a new member is sent to; the answer may be a one-time password.
#[must_use]
pub fn administration_members(bureau: &str) -> String {
    format!("/_/administration/{bureau}/members")
}

/// Where a new one-time password is asked for.
#[must_use]
pub fn administration_password(bureau: &str, member: &str) -> String {
    format!("/_/administration/{bureau}/members/{member}/password")
}

/// Where a new bureau is sent to; the answer may be a one-time password.
#[must_use]
pub fn administration_bureaus(bureau: &str) -> String {
    format!("/_/administration/{bureau}/bureaus")
}

/// The same path with the draft that holds what was typed.
#[must_use]
pub fn with_draft(path: &str, draft: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}draft={draft}")
}

/// Percent-encodes a value for a query; every byte but the unreserved ones of RFC 3986.
#[must_use]
pub fn encode(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(byte as char),
            _ => {
                use std::fmt::Write;
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// `next` when it is a path of this site, else the entry. Refuses `//host` and schemes.
#[must_use]
pub fn local_or_home(next: &str) -> String {
    let local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && next.chars().all(|c| !c.is_control());
    if local { next.to_owned() } else { home() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert_eq!(local_or_home("/daoxian/cases?q=1"), "/daoxian/cases?q=1");
        for evil in ["//evil.example", "https://evil.example", "/\\evil", "javascript:alert(1)", "/a\r\nb"] {
            assert_eq!(local_or_home(evil), "/", "{evil:?}");
        }
    }

    #[test]
    fn a_query_value_is_encoded_byte_by_byte() {
        assert_eq!(encode("/道?a=b"), "%2F%E9%81%93%3Fa%3Db");
    }
}
