//! Papers that were made and printed, and what is done with their scans: what the tests of scans share.

use super::evidence::{MULTIPART, Part, multipart};
use super::papers::{get, offered, sends};
use super::site::{Answer, TestSite};
use std::collections::BTreeSet;
use std::process::Command;
use store::Engine;
use tempfile::TempDir;

pub const DESK: &str = "/_/papers/daoxian/scan";

/// A tool that every machine of the project has.
pub fn tool(name: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(name).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{name}: {error}; run `make browser`"));
    assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A paper that was made, as its file copy was printed.
pub struct Made {
    pub list: String,
    pub id: String,
    pub path: String,
    pub pages: usize,
}

/// Papers of cases of 道县, printed into a folder.
pub struct Sheets {
    pub site: TestSite,
    pub officer: String,
    pub folder: TempDir,
    pub made: Vec<Made>,
}

impl Sheets {
    /// So many papers that an officer makes, of more than one kind and case, some with several pages.
    pub async fn new(count: usize) -> Self {
        let site = TestSite::demo(Engine::Sqlite).await;
        let officer = site.sign_in("dx-officer1").await;
        let folder = tempfile::tempdir().expect("a folder");
        let mut sheets = Sheets { site, officer, folder, made: Vec::new() };
        // Those with several pages first, then one of one page.
        let (long, short) = (["D26", "D19", "D18"], ["D02", "D05", "D06", "D38"]);
        let first = count / 2;
        sheets.make(&long, first, |_| true).await;
        sheets.make(&short, 1, |pages| pages == 1).await;
        sheets.make(&short, count - first - 1, |_| true).await;
        assert_eq!(sheets.made.len(), count, "the demo has too few papers");
        sheets
    }

    async fn make(&mut self, kinds: &[&str], count: usize, is_wanted: fn(usize) -> bool) {
        let mut left = count;
        for case in self.site.database.ids("daoxian", "case").await {
            let list = format!("/_/papers/daoxian/{case}");
            let words = offered(&get(&self.site, &list, &self.officer).await.body);
            let wanted =
                words.into_iter().find(|word| kinds.iter().any(|kind| word.starts_with(&format!("{kind}-"))));
            let Some(word) = wanted.filter(|_| left > 0) else { continue };
            let before = self.ids(&list).await;
            let made = sends(&self.site, &list, &[("act", "issue"), ("paper", &word)], &self.officer).await;
            assert_eq!(made.status, 303, "{word}: {made:?}");
            let id = self.ids(&list).await.difference(&before).next().expect("a new paper").clone();
            let pdf = self.site.bytes(&format!("{list}/issued/{id}/file.pdf"), &self.officer).await;
            let path = self.keep(&format!("{id}.pdf"), &pdf);
            let pages = String::from_utf8(tool("qpdf", &["--show-npages", &path])).expect("a number");
            let pages = pages.trim().parse().expect("a number");
            if is_wanted(pages) {
                self.made.push(Made { list, id, path, pages });
                left -= 1;
            }
        }
    }

    pub async fn ids(&self, list: &str) -> BTreeSet<String> {
        let page = get(&self.site, list, &self.officer).await.body;
        let of = |rest: &str| rest.split('/').next().unwrap_or_default().to_owned();
        page.split("/issued/").skip(1).map(of).collect()
    }

    pub fn keep(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path.to_str().expect("a path").to_owned()
    }

    /// One PDF of these pages of papers, in this order.
    pub fn scan_of(&self, pages: &[(usize, usize)]) -> Vec<u8> {
        let numbers: Vec<String> = pages.iter().map(|(_, page)| page.to_string()).collect();
        let mut arguments = vec!["--empty", "--pages"];
        for ((paper, _), number) in pages.iter().zip(&numbers) {
            arguments.extend([self.made[*paper].path.as_str(), number.as_str()]);
        }
        arguments.extend(["--", "-"]);
        tool("qpdf", &arguments)
    }

    /// The first page of a paper as a picture; cut off above the given millimetre.
    pub fn picture_of(&self, paper: usize, above_mm: usize) -> Vec<u8> {
        let from = (above_mm * 150 * 10 / 254).to_string();
        let path = &self.made[paper].path;
        tool(
            "pdftoppm",
            &[
                "-jpeg", "-r", "150", "-f", "1", "-l", "1", "-x", "0", "-y", &from, "-W", "1240", "-H",
                "1754", path,
            ],
        )
    }

    pub async fn brings(&self, files: &[(&str, Vec<u8>)], by: &str) -> Answer {
        let parts: Vec<Part<'_>> =
            files.iter().map(|(name, bytes)| Part::File(name, bytes.clone())).collect();
        self.site.post(DESK, MULTIPART, multipart(&parts), by).await
    }

    /// Brings a scan that is read; the way to it.
    pub async fn waits(&self, files: &[(&str, Vec<u8>)]) -> String {
        let answer = self.brings(files, &self.officer).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        answer.location
    }

    /// What is offered for each page of a scan: the paper's id, `left`, or nothing.
    pub async fn offers(&self, scan: &str) -> Vec<String> {
        let page = get(&self.site, scan, &self.officer).await;
        assert_eq!(page.status, 200, "{page:?}");
        let row = |row: &str| match row.split_once("<select") {
            None => "left".to_owned(),
            Some((_, select)) => {
                let chosen = select.split("<option").find(|option| option.contains(" selected"));
                chosen.and_then(|option| option.split('"').nth(1)).unwrap_or_default().to_owned()
            }
        };
        page.body.split("<tr><th scope=\"row\">").skip(1).map(row).collect()
    }

    pub async fn enters(&self, scan: &str, pages: &[String], on: &str) -> Answer {
        let token = store::token::fresh().to_string();
        self.enters_by(scan, pages, on, &token).await
    }

    pub async fn enters_by(&self, scan: &str, pages: &[String], on: &str, token: &str) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("act", "enter"), ("token", token), ("on", on)] {
            form.append_pair(&format!("form[{name}]"), value);
        }
        for (number, value) in (1..).zip(pages) {
            form.append_pair(&format!("form[page_{number}]"), value);
        }
        self.site.post(scan, super::site::FORM, form.finish().into_bytes(), &self.officer).await
    }

    pub fn today(&self) -> String {
        self.site.database.store.clock().now().day().to_string()
    }

    /// The ways to the scans of a case's papers.
    pub async fn scans_on(&self, list: &str) -> Vec<String> {
        let page = get(&self.site, list, &self.officer).await.body;
        let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.filter(|to| to.contains("/scans/")).map(ToOwned::to_owned).collect()
    }
}
