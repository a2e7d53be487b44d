//! Scans of signed and sealed papers that come back (签章扫描件): which page belongs to which paper, and in which order the
//! pages of a paper are bound.

use super::PaperFault;
use crate::Lang;

/// Bytes of the files of one scan, together: 50 MB.
pub const SCAN_BYTES_MAX: u64 = 50 << 20;

/// Pages of one scan.
pub const SCAN_PAGES_MAX: usize = 200;

/// Scans of one person that wait to be confirmed at a time.
pub const SCANS_WAITING_MAX: u64 = 10;

/// Hours for which a scan waits to be confirmed.
pub const SCAN_HOURS: i64 = 24;

/// Scans of one paper; each stays readable.
pub const PAPER_SCANS_MAX: u64 = 20;

/// What the code on a page of a scan tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageFound<T> {
    /// A page of a paper that counts, and which one.
    Paper(T, u32),
    /// A page of a paper that does not count any more: it was replaced or is void.
    Ended(T),
    /// A paper of another bureau, or of none: nothing of it is told.
    Unknown,
    /// There is no code.
    NoCode,
}

/// What becomes of a page as long as the person says nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageOffer<T> {
    /// It is entered as a page of a paper.
    Paper(T),
    /// It is not entered (不入卷).
    Left,
    /// The person says which paper it is of.
    Ask,
}

/// What is offered for each page of a scan: a page of a known paper belongs to it, one without a code to the paper of the
/// page before it; one of a paper that does not count or is not known is left.
#[must_use]
pub fn offered<T: Copy>(found: &[PageFound<T>]) -> Vec<PageOffer<T>> {
    let mut before = PageOffer::Ask;
    let mut offered = Vec::with_capacity(found.len());
    for one in found {
        let offer = match one {
            PageFound::Paper(paper, _) => PageOffer::Paper(*paper),
            PageFound::Ended(_) | PageFound::Unknown => PageOffer::Left,
            PageFound::NoCode => before,
        };
        // Behind a page that is left nobody knows what comes.
        before = if let PageOffer::Paper(_) = offer { offer } else { PageOffer::Ask };
        offered.push(offer);
    }
    offered
}

/// The order in which the pages of one paper are bound: of each page, in the order of the scan, which page of the paper it
/// is, where that is known. A page of which it is not known stays behind the page that it follows in the scan.
#[must_use]
pub fn page_order(numbers: &[Option<u32>]) -> Vec<usize> {
    let mut follows = 0;
    let mut keys = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        follows = number.unwrap_or(follows);
        keys.push((follows, number.is_none(), at));
    }
    keys.sort_unstable();
    keys.into_iter().map(|(_, _, at)| at).collect()
}

/// Which pages of a paper of so many are not in a scan, by the pages that are: a page of which it is not known which it is
/// may be any.
#[must_use]
pub fn missing_pages(numbers: &[Option<u32>], pages: u32) -> Vec<u32> {
    let missing: Vec<u32> = (1..=pages).filter(|page| !numbers.contains(&Some(*page))).collect();
    let unknown = numbers.iter().filter(|number| number.is_none()).count();
    if unknown < missing.len() { missing } else { Vec::new() }
}

/// Why a scan is not read or not entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanFault {
    /// No file was chosen.
    NoFile,
    TooLarge,
    TooManyPages,
    /// Too many scans of the person wait.
    TooManyWaiting,
    /// Neither a PDF nor a JPEG or PNG.
    OtherContent,
    Encrypted,
    Broken,
    /// A picture has more dots than a sheet can need.
    TooFine,
    TooSlow,
    BrokenOff,
    /// Of the page of this number it is not said which paper it is of.
    NotSaid(usize),
    /// No page is entered.
    NothingEntered,
    NoDay,
    /// The paper of this name has as many scans as one paper can have.
    ManyScans(String),
    /// The paper of this name does not come back, and why.
    Paper(String, PaperFault),
    /// The paper of this name has so many pages, and these are not in the scan.
    Missing(String, u32, Vec<u32>),
    /// Others' scans are being read.
    Busy,
    /// The files of the scan are not there any more, or not as they came.
    Gone,
}

impl ScanFault {
    /// What to do, in the person's language.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let megabytes = SCAN_BYTES_MAX >> 20;
        match self {
            ScanFault::TooLarge => lang.pick(
                format!("文件合计超过 {megabytes} MB：请分几次上传，或者把扫描分辨率调到 200～300 dpi。"),
                format!(
                    "The files are larger than {megabytes} MB together: send them in parts, or scan at 200–300 dpi."
                ),
            ),
            ScanFault::TooManyPages => lang.pick(
                format!("一次最多读取 {SCAN_PAGES_MAX} 页：请分几次上传。"),
                format!("{SCAN_PAGES_MAX} pages are read at a time: send them in parts."),
            ),
            ScanFault::TooManyWaiting => lang.pick(
                format!("您已有 {SCANS_WAITING_MAX} 次扫描等待确认：请先确认或者放弃一部分。"),
                format!("{SCANS_WAITING_MAX} scans of yours wait to be confirmed: confirm or drop some first."),
            ),
            ScanFault::NotSaid(page) => lang.pick(
                format!("第 {page} 页没有二维码：请选择它属于哪一份文书，或者选“不入卷”。"),
                format!("Page {page} has no code: choose the paper that it belongs to, or “not entered”."),
            ),
            ScanFault::ManyScans(name) => lang.pick(
                format!("“{name}”已有 {PAPER_SCANS_MAX} 份扫描件，不能再增加：请把它的各页选为“不入卷”。"),
                format!(
                    "“{name}” has {PAPER_SCANS_MAX} scans, as many as one paper can have: choose “not entered” for its pages."
                ),
            ),
            ScanFault::Paper(name, fault) => {
                lang.pick(format!("“{name}”：{}", fault.message(lang)), format!("“{name}”: {}", fault.message(lang)))
            }
            ScanFault::Missing(name, pages, missing) => {
                let missing: Vec<String> = missing.iter().map(ToString::to_string).collect();
                lang.pick(
                    format!(
                        "“{name}”共 {pages} 页，这次缺第 {} 页：请补扫后重新上传，或者把它的各页选为“不入卷”。",
                        missing.join("、")
                    ),
                    format!(
                        "“{name}” has {pages} pages, and page {} is not in the scan: scan it again with all pages, or choose “not entered” for its pages.",
                        missing.join(", ")
                    ),
                )
            }
            plain => plain.plain(lang).to_owned(),
        }
    }

    fn plain(&self, lang: Lang) -> &'static str {
        match self {
            ScanFault::NoFile => lang.pick("请选择扫描件。", "Choose the scan."),
            ScanFault::OtherContent => lang.pick(
                "扫描件只收 PDF、JPEG、PNG：请在扫描仪上另选格式，或者打印为 PDF 后再传。",
                "A scan is a PDF, JPEG or PNG: choose another format at the scanner, or print it as a PDF.",
            ),
            ScanFault::Encrypted => lang.pick(
                "这份 PDF 有密码保护，无法读取：请去掉密码后再传。",
                "This PDF asks for a password and cannot be read: remove it.",
            ),
            ScanFault::TooFine => lang.pick(
                "扫描的分辨率过高：请调到 200～300 dpi 重新扫描。",
                "The scan has too many dots: scan again at 200–300 dpi.",
            ),
            ScanFault::TooSlow => lang.pick(
                "读取时间过长：请分几次上传，每次少一些页。",
                "Reading takes too long: send fewer pages at a time.",
            ),
            ScanFault::BrokenOff => {
                lang.pick("上传中断，没有收全：请重新上传。", "The upload broke off: send it again.")
            }
            ScanFault::NothingEntered => lang.pick(
                "没有一页要入卷：至少为一页选择文书，或者放弃这次扫描。",
                "No page is entered: choose a paper for one page at least, or drop this scan.",
            ),
            ScanFault::Busy => lang.pick(
                "正在处理其他人的扫描件：请过一分钟再试。",
                "Scans of others are being read: try again in a minute.",
            ),
            ScanFault::Gone => lang.pick(
                "这次扫描的文件没有保存完整：请放弃这次扫描，重新上传。",
                "The files of this scan were not kept as a whole: drop the scan and send it again.",
            ),
            ScanFault::NoDay => PaperFault::NoDay.message(lang),
            _ => lang.pick(
                "文件已损坏，无法读取：请打开核对，重新扫描或者另存后再传。",
                "The file is broken and cannot be read: open it, scan it again or save it anew.",
            ),
        }
    }
}
