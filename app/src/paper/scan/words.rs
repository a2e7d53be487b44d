//! Words of the pages on which scans come in.

use domain::Lang;

crate::phrases! {
    title: "扫描件入卷", "Signed copies back";
    note: "把签名、盖章后的文书一次扫描，可以多份混在一起、顺序打乱。系统按每页的二维码认出文书，确认后每份文书的页按顺序装订成一个 PDF，登记签章件收回。没有二维码的页由您选择。",
        "Scan the signed and sealed papers in one go, many together and in any order. Each page is known by its code; once you confirm, the pages of each paper are bound in order and the paper is marked as back. Of pages without a code you choose.";
    file: "扫描件", "Scan";
    file_hint: "PDF、JPEG、PNG，可以选多个；合计不超过 50 MB、200 页。建议 200～300 dpi。", "PDF, JPEG or PNG, several at once; 50 MB and 200 pages together. 200–300 dpi is best.";
    read: "读取扫描件", "Read the scan";
    waiting: "等待确认的扫描", "Scans that wait to be confirmed";
    waiting_note: "24 小时内没有确认的，自动删除。", "What is not confirmed within 24 hours is removed.";
    back_to_out: "回到未回文书", "Back to the papers that are not back";
    back_to_scans: "回到扫描件入卷", "Back to the scans";
    review_title: "核对扫描件", "Check the scan";
    review_note: "请逐页核对文书，再确认入卷。", "Check the paper of each page, then confirm.";
    page: "页", "Page";
    picture: "扫描页", "Scanned page";
    found: "识别结果", "Found";
    becomes: "入卷到", "Entered with";
    no_code: "没有二维码", "No code";
    unknown: "二维码不是本单位的文书，或者查不到：不入卷。", "The code is of no paper of this bureau: not entered.";
    left: "不入卷", "not entered";
    choose: "请选择文书", "choose the paper";
    back_before: "此前已登记收回，将增加一份新的扫描件。", "It is back already: this adds a newer scan.";
    twice: "这一页在本次扫描中出现不止一次，请核对。", "This page occurs more than once in the scan: check it.";
    on: "收回日期", "Back on";
    enter: "确认入卷", "Enter the papers";
    drop: "放弃这次扫描", "Drop this scan";
    dropped: "这次扫描已放弃。", "The scan was dropped.";
    scanned: "签章扫描件", "Signed scan";
    link: "扫描件入卷", "Signed copies back";
}

/// A scan that waits.
#[must_use]
pub fn waiting_line(day: &str, time: &str, pages: u64, lang: Lang) -> String {
    lang.pick(format!("{day} {time} 扫描，{pages} 页"), format!("scan of {day} {time}, {pages} pages"))
}

/// A page of a known paper.
#[must_use]
pub fn found_page(paper: &str, page: u32, lang: Lang) -> String {
    lang.pick(format!("{paper}，第 {page} 页"), format!("{paper}, page {page}"))
}

/// A page of a paper that does not count any more.
#[must_use]
pub fn ended(paper: &str, state: &str, lang: Lang) -> String {
    lang.pick(format!("{paper}：{state}，不入卷。"), format!("{paper}: {state}, not entered."))
}

/// Whose picture a page's is.
#[must_use]
pub fn picture_of(page: u32, lang: Lang) -> String {
    lang.pick(format!("扫描件第 {page} 页"), format!("page {page} of the scan"))
}

/// How many papers are offered pages, and how many pages wait to be given their paper.
#[must_use]
pub fn summary(pages: usize, papers: usize, asked: usize, lang: Lang) -> String {
    let asked = match (asked, lang) {
        (0, _) => String::new(),
        (asked, Lang::Zh) => format!("，{asked} 页等您选择文书"),
        (asked, Lang::En) => format!("; {asked} pages wait for you to choose"),
    };
    lang.pick(
        format!("共 {pages} 页，认出 {papers} 份文书{asked}。"),
        format!("{pages} pages of {papers} papers{asked}."),
    )
}

/// So many papers came back.
#[must_use]
pub fn entered(papers: usize, lang: Lang) -> String {
    lang.pick(
        format!("已登记 {papers} 份文书的签章扫描件。"),
        format!("The signed scans of {papers} papers were entered."),
    )
}

/// A scan beside its paper.
#[must_use]
pub fn scan_line(day: &str, pages: u32, by: &str, lang: Lang) -> String {
    lang.pick(format!("{day} {by}，{pages} 页"), format!("{day} {by}, {pages} pages"))
}

/// A fault of a file, by its name.
#[must_use]
pub fn of_file(name: &str, what: &str, lang: Lang) -> String {
    lang.pick(format!("“{name}”：{what}"), format!("“{name}”: {what}"))
}
