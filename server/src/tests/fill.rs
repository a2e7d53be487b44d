//! What every noun has in the two bureaus that are compared: made by their own people through the router.

use super::roll::roll;
use super::site::{Answer, FORM, TestSite, UPLOAD, upload};
use crate::exchange::one_row;
use domain::Lang;
use domain::back_entry::Column;
use domain::case::NumberWord;
use domain::dossier::Bound;
use domain::file::{Content, EvidenceKind, EvidenceSheet, FileName};
use domain::id::CaseId;
use domain::paper::{PaperCopy, PaperKind};
use http::{Request, header};
use sha2::{Digest, Sha256};
use store::{BoundPaper, NewCopy, NewDossier, NewPaper, ScanFile, ScanFound, ScanPage};

const LEDGER: &[u8] = include_bytes!("../../../end2end/samples/establishments-daoxian.xlsx");

impl TestSite {
    /// A register, a roll, a case from paper and a bank's list, each with an applied and a staged import, and a draft.
    pub async fn fill(&self, prefix: &str, slug: &str) {
        let registrar = self.sign_in(&format!("{prefix}-registrar")).await;
        self.import_twice(slug, "establishments", LEDGER, &registrar).await;
        let wrong = format!("bureau={slug}&id=&form%5Bname%5D=");
        let draft = self.post("/_/api/save-establishment", FORM, wrong.into_bytes(), &registrar).await;
        assert!(draft.status < 400, "{draft:?}");
        let trainer = self.sign_in(&format!("{prefix}-trainer")).await;
        // Classes of their own: two bureaus with the same would meet when one is copied over the other.
        self.import_twice(slug, "trainees", &roll(slug, 30, false), &trainer).await;
        let head = self.sign_in(&format!("{prefix}-head")).await;
        self.import_twice(slug, "cases", &paper(slug), &head).await;
        let officer = self.sign_in(&format!("{prefix}-officer1")).await;
        self.import_twice(slug, "payments", &bank(slug), &officer).await;
        self.allots(prefix, slug).await;
        self.visited(slug).await;
        self.at_the_desk(prefix, slug).await;
    }

    /// Three numbers in the first officer's hand.
    async fn allots(&self, prefix: &str, slug: &str) {
        let person = async |seat: &str| {
            self.database.store.person(&format!("{prefix}-{seat}")).await.expect("a person")
        };
        let (head, officer) = (person("head").await, person("officer1").await);
        let bureau = self.database.store.operate_as(slug, Some(head)).await.expect("the bureau");
        bureau.allot_numbers(officer, NumberWord::Evidence, 3).await.expect("allotted");
        bureau.commit().await.expect("kept");
    }

    /// A paper that was issued on the bureau's first case; the last word of its check.
    pub async fn issued(&self, prefix: &str, slug: &str) -> String {
        let case = CaseId(*self.database.ids(slug, "case").await.first().expect("a case"));
        let officer = self.database.store.person(&format!("{prefix}-officer1")).await.expect("an officer");
        let bureau = self.database.store.operate_as(slug, Some(officer)).await.expect("the bureau");
        let key = bureau.paper_key().expect("a secret");
        let word = bureau.check_word(&key);
        let copy = NewCopy {
            copy: PaperCopy::File,
            pdf: b"%PDF-1.7 of its own".to_vec(),
            sha256: "0".repeat(64),
            template: "00000000".to_owned(),
        };
        let paper = NewPaper {
            case,
            kind: PaperKind::D32,
            seq: 1,
            party: None,
            number: None,
            on: bureau.today(),
            facts: "{}".to_owned(),
            key,
            copies: vec![copy],
        };
        bureau.issue_paper(paper).await.expect("issued");
        bureau.commit().await.expect("kept");
        word
    }

    /// The scan of a paper that was issued on the bureau's first case, and one that waits.
    pub async fn scans_papers(&self, prefix: &str, slug: &str) {
        let case = CaseId(*self.database.ids(slug, "case").await.first().expect("a case"));
        let officer = self.database.store.person(&format!("{prefix}-officer1")).await.expect("an officer");
        let open = || self.database.store.operate_as(slug, Some(officer));
        let bytes = format!("%PDF-1.7 {slug}").into_bytes();
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let size = bytes.len() as u64;
        let file = ScanFile { number: 1, content: Content::Pdf, size, sha256: sha256.clone() };
        let page = ScanPage { number: 1, file: 1, page: 1, is_wide: false, found: ScanFound::NoCode };
        let bureau = open().await.expect("the bureau");
        let begun =
            async || bureau.begin_scan(std::slice::from_ref(&file), &[(page, b"a picture".to_vec())]).await;
        // The one that waits is the older one.
        begun().await.expect("begun").expect("taken");
        let entered = begun().await.expect("begun").expect("taken");
        self.files.put_small(bureau.bureau().id, &sha256, &bytes).await.expect("laid down");
        let paper = bureau.issued_papers(case).await.expect("papers").pop().expect("a paper");
        let bound = [BoundPaper { paper, sha256, size, pages: 1 }];
        let today = bureau.today();
        let done = bureau.enter_scan(&self.files, entered, &bound, today).await.expect("entered");
        done.expect("a paper that is out");
        bureau.commit().await.expect("kept");
    }

    /// The bureau's first case under investigation, to which evidence is added.
    pub async fn case_under_way(&self, slug: &str) -> CaseId {
        let under_way = self.database.ids_where(slug, "case", "state", "investigating").await;
        CaseId(*under_way.first().expect("a case under investigation"))
    }

    /// A photograph that is evidence in a case under way, and a file on its way in.
    pub async fn keeps_evidence(&self, prefix: &str, slug: &str) {
        let case = self.case_under_way(slug).await;
        let officer = async |nth: u8| {
            let name = format!("{prefix}-officer{nth}");
            self.database.store.person(&name).await.expect("an officer")
        };
        let collectors = [officer(1).await, officer(2).await];
        let (name, bytes) = ("照片.jpg".to_owned(), format!("\u{ff}{slug}"));
        let bytes = [b"\xff\xd8\xff\xe0", bytes.as_bytes()].concat();
        let name = FileName::parse(&name).expect("a name");
        let open = || self.database.store.operate_as(slug, Some(collectors[0]));
        let bureau = open().await.expect("the bureau");
        let id =
            bureau.declare_upload(case, &name, bytes.len() as u64).await.expect("declared").expect("taken");
        bureau.declare_upload(case, &name, 1).await.expect("declared").expect("taken");
        let upload = bureau.upload(case, id).await.expect("an upload");
        let object = self.files.put_part(bureau.bureau().id, id, &bytes).await.expect("a part");
        bureau.part_received(&upload, 0, bytes.len() as u64, object).await.expect("received");
        let parts = bureau.upload_parts(id).await.expect("parts");
        let found =
            self.files.judged(bureau.bureau().id, &upload, &parts).await.expect("read").expect("taken");
        self.files.compose(bureau.bureau().id, id, &parts, &found).await.expect("laid down");
        self.files.put_small(bureau.bureau().id, &found.sha256, &bytes).await.expect("laid down");
        let sheet = EvidenceSheet {
            kind: EvidenceKind::Recording,
            source: "当事人".parse().expect("a source"),
            place: "门店".parse().expect("a place"),
            at: "2026-11-20T09:30:00".parse().expect("an instant"),
            collectors,
            pages: None,
            party: None,
            names_reporter: false,
        };
        let file = (&upload, &found, Some(found.sha256.as_str()));
        bureau.keep_evidence(&self.files, file, &sheet).await.expect("kept");
        bureau.commit().await.expect("committed");
    }

    /// The word by which a phone brings files to a case under way.
    pub async fn gives_phone(&self, seat: &str, slug: &str) -> String {
        let case = self.case_under_way(slug).await;
        let officer = self.database.store.person(seat).await.expect("an officer");
        let bureau = self.database.store.operate_as(slug, Some(officer)).await.expect("the bureau");
        let word = bureau.give_phone(case).await.expect("a word");
        bureau.commit().await.expect("kept");
        word
    }

    /// A volume of the bureau's first case that waits.
    pub async fn asks_volume(&self, prefix: &str, slug: &str) {
        let case = CaseId(*self.database.ids(slug, "case").await.first().expect("a case"));
        let officer = self.database.store.person(&format!("{prefix}-officer1")).await.expect("an officer");
        let bureau = self.database.store.operate_as(slug, Some(officer)).await.expect("the bureau");
        let new = NewDossier { case, bound: Bound::Main, party: None, base: "0".repeat(64) };
        bureau.ask_dossier(new).await.expect("asked").expect("taken");
        bureau.commit().await.expect("kept");
    }

    /// Reminders of running terms, and a head's power lent for a time.
    async fn at_the_desk(&self, prefix: &str, slug: &str) {
        self.database.store.remind().await.expect("reminded");
        let head = self.sign_in(&format!("{prefix}-head")).await;
        let chief = self.database.store.person(&format!("{prefix}-chief")).await.expect("a chief");
        let lent = format!(
            "bureau={slug}&form%5Bto%5D={chief}&form%5Bfirst%5D=2027-01-04&form%5Blast%5D=2027-01-08&\
             form%5Btoken%5D={}",
            store::token::fresh()
        );
        let given = self.post("/_/api/delegate", FORM, lent.into_bytes(), &head).await;
        assert!(given.location.ends_with("done=given"), "{given:?}");
    }

    /// A visit of the city that has ended, with a look at all cases.
    async fn visited(&self, slug: &str) {
        let visitor = self.sign_in("yz-supervisor").await;
        let asked = format!(
            "bureau=yongzhou&form%5Bcounty%5D={slug}&form%5Breason%5D=figures&form%5Blength%5D=15&\
             form%5Bpurpose%5D=to+compare+figures&form%5Btoken%5D={}",
            store::token::fresh()
        );
        let begun = self.post("/_/api/begin-visit", FORM, asked.into_bytes(), &visitor).await;
        let visit = begun.location.rsplit('/').next().unwrap_or_default();
        for (to, form) in [
            ("/_/api/case-list", format!("bureau=yongzhou%2Fvisits%2F{visit}&part=all")),
            ("/_/api/end-visit", format!("bureau=yongzhou&visit={visit}")),
        ] {
            let answer = self.post(to, FORM, form.into_bytes(), &visitor).await;
            assert!(answer.status < 400, "{to}: {answer:?}");
        }
    }

    async fn import_twice(&self, slug: &str, noun: &str, book: &[u8], cookie: &str) {
        let import = format!("/_/files/{slug}/{noun}/import");
        let found = self.post(&import, UPLOAD, upload("ledger.xlsx", book), cookie).await;
        let apply = format!("{import}/{}/apply", last_of(&found));
        let applied = self.post(&apply, FORM, b"rows=valid".to_vec(), cookie).await;
        assert_eq!(applied.status, 303, "{applied:?}");
        last_of(&self.post(&import, UPLOAD, upload("again.xlsx", book), cookie).await);
    }

    /// Posts a body as somebody.
    pub async fn post(&self, to: &str, content: &'static str, body: Vec<u8>, cookie: &str) -> Answer {
        self.send(Request::post(to).header(header::CONTENT_TYPE, content), body, Some(cookie)).await
    }
}

/// A workbook of one case that is open on paper.
fn paper(slug: &str) -> Vec<u8> {
    let typed = |column| match column {
        Column::Party => format!("{slug}纸质案"),
        Column::Kind => "公民".to_owned(),
        Column::Violation => "slaughter-v04@2021".to_owned(),
        Column::ActOn => "2026-10-20".to_owned(),
        Column::Place | Column::Suspicion => "私宰".to_owned(),
        Column::Source => "举报投诉".to_owned(),
        Column::ReceivedOn => "2026-11-02".to_owned(),
        _ => String::new(),
    };
    one_row(typed, Lang::Zh).expect("a workbook")
}

/// A bank's list of one payment that nobody owes.
fn bank(slug: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["日期", "金额", "付款人"], ["2026-11-20", "100", slug]];
    for (row, cells) in (0_u32..).zip(rows) {
        for (at, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, at, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// The id at the end of the address to which an answer leads.
pub fn last_of(answer: &Answer) -> &str {
    let id = answer.location.rsplit('/').next().unwrap_or_default();
    assert!(answer.status == 303 && id.len() == 36, "{answer:?}");
    id
}
