//! The samples of the forms, and the tools that read a PDF as somebody else would.

use paper::{Printed, Sheet, Typesetter};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// One typesetter for a whole run.
pub static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(&fonts()));

/// The folder of the fonts.
pub fn fonts() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fonts");
    assert!(folder.is_dir(), "the fonts of the papers are missing: run `make fonts`");
    folder
}

/// The facts of a sample with what the server adds.
pub fn facts(form: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("samples/{form}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut facts: Value = serde_json::from_str(&text).expect("JSON");
    facts["draft"] = false.into();
    facts["file_copy"] = true.into();
    facts
}

/// The paper of a form with these facts.
pub fn sheet(form: &str, facts: Value) -> Sheet {
    Sheet { form: form.to_owned(), name: format!("test {form}"), day: (2026, 3, 26), facts, check: None }
}

/// The printed paper.
pub fn print(form: &str, facts: Value) -> Printed {
    TYPESETTER.print(&sheet(form, facts)).unwrap_or_else(|error| panic!("{form}: {error}"))
}

/// The words of a PDF without blanks and line ends, as pdftotext reads them.
pub fn words(printed: &Printed) -> String {
    let file = kept(printed);
    let output = tool("pdftotext", &["-enc", "UTF-8", file.path(), "-"], "poppler-utils");
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect()
}

/// The lines of a PDF as they stand on its pages.
pub fn lines(printed: &Printed) -> Vec<String> {
    let file = kept(printed);
    let output = tool("pdftotext", &["-layout", "-enc", "UTF-8", file.path(), "-"], "poppler-utils");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines()
        .map(|line| line.split_whitespace().collect::<String>())
        .filter(|line| !line.is_empty())
        .collect()
}

/// What qpdf finds wrong; empty: nothing.
pub fn faults(printed: &Printed) -> String {
    let file = kept(printed);
    let output = tool("qpdf", &["--check", file.path()], "qpdf");
    match output.status.success() {
        true => String::new(),
        false => String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned(),
    }
}

/// The file uncompressed, for its dictionaries.
pub fn plain(printed: &Printed) -> String {
    let file = kept(printed);
    let output = tool("qpdf", &["--qdf", "--object-streams=disable", file.path(), "-"], "qpdf");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A page in shades of grey: width, height, pixels.
pub fn page_of(printed: &Printed, page: usize) -> (usize, usize, Vec<u8>) {
    let (file, page) = (kept(printed), page.to_string());
    let wanted = ["-gray", "-r", "300", "-f", &page, "-l", &page, file.path()];
    let image = tool("pdftoppm", &wanted, "poppler-utils").stdout;
    // P5, width, height, the lightest value, one blank, the pixels.
    let mut at = 0;
    let mut head = [0; 3];
    for (nth, word) in image.splitn(4, |byte| byte.is_ascii_whitespace()).take(3).enumerate() {
        at += word.len() + 1;
        head[nth] = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok()).unwrap_or(0);
    }
    let lightest = image[at..].iter().position(u8::is_ascii_whitespace).expect("the lightest value");
    (head[1], head[2], image[at + lightest + 1..].to_vec())
}

/// A tool that every machine of the project has; a missing one fails the test and says how to get it.
pub fn tool(name: &str, arguments: &[&str], package: &str) -> Output {
    let output = Command::new(name).args(arguments).output();
    output.unwrap_or_else(|error| {
        panic!(
            "{name} cannot be started ({error}): run `make browser`, or install the Debian package {package}"
        )
    })
}

/// A file of the bytes that goes with the value.
pub struct Kept(PathBuf);

impl Kept {
    pub fn path(&self) -> &str {
        self.0.to_str().expect("a plain path")
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

pub fn kept(printed: &Printed) -> Kept {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let file = std::env::temp_dir().join(format!("xiaoxiang-paper-{}-{number}.pdf", std::process::id()));
    std::fs::write(&file, &printed.pdf).expect("a place for a file");
    Kept(file)
}
