//! Words of the page of the dossier.

use domain::Lang;
use domain::dossier::Bound;

crate::phrases! {
    title: "案卷", "Dossier";
    back: "回到案件", "Back to the case";
    papers: "文书", "Papers";
    evidence: "证据材料", "Evidence";
    note: "目录按法定顺序自动排列：处理决定及送达回证、立案审批、证据、告知及送达回证、陈述申辩、听证、执行、结案。页号从目录之后连续编排，生成案卷后显示。",
        "The catalogue stands in legal order by itself: decision and its proof of service, filing, evidence, notices with their proofs, defence, hearing, execution, closing. Pages are numbered through behind the catalogue and shown once the volume is made.";
    note_main: "可以提供给当事人和法院；不含举报人信息和内部审批。", "For the party and the court; nothing of a reporter and nothing internal.";
    note_inner: "内部材料，不对外提供。", "Internal; it is given to nobody outside.";
    note_reading: "按正卷生成，当事人本人的文书原样装入；他人的证件号码、电话、账号和其他当事人的住址自动遮盖，证人材料、未登记询问该当事人的笔录和其他当事人的材料不装入，并在目录中注明。图片、扫描件和自由填写的文字无法逐字识别，交付前请逐页核对。",
        "Made of the main volume: the party's own papers as they are; others' identity numbers, telephones, accounts and addresses are masked; what is of witnesses and other parties, and interviews that do not name the party, is left out, and the catalogue says so. Pictures, scans and free text cannot be read word by word: look through every page before you hand it over.";
    reported: "本案来源于举报投诉：请核对证据的文件名、来源和笔录中没有举报人的信息。",
        "The case came from a report: check that no name of a file, no source and no record tells of the reporter.";
    not_made_here: "案件来源登记表、内部审批表、当事人提供的纸质材料等系统未制作的文书，请按纸质件补充装订，并在备考表中说明。",
        "Papers that are not made here, such as the registration of the clue, internal approvals and what the party gave on paper, are bound in by hand and named in the end sheet.";
    missing: "缺少的材料", "What is missing";
    nothing_missing: "目录中的文书齐全。", "No paper of the catalogue is missing.";
    keeping: "保管期限不少于", "To be kept at the least";
    empty: "本卷目前没有材料。", "Nothing lies in this volume yet.";
    nth: "序号", "No.";
    name: "名称", "Name";
    number: "文号", "Number";
    day: "日期", "Day";
    pages: "页号", "Pages";
    remark: "备注", "Remark";
    on_paper: "纸质原件", "the paper itself";
    party: "查阅的当事人", "Party that reads it";
    choose: "请选择", "Choose";
    choose_party: "请选择查阅案卷的当事人。", "Choose the party that reads it.";
    too_many: "本单位等待生成或者一天内生成的案卷过多：请等前面的完成后再试，或者明天再试。",
        "Too many volumes of the bureau wait or were made within a day: try again once some are done, or tomorrow.";
    make_main: "生成正卷", "Make the main volume";
    make_inner: "生成副卷", "Make the inner volume";
    make_reading: "生成查阅本", "Make the party's copy";
    waiting: "排队等待生成", "waits to be made";
    main_first: "证据清单引用正卷的页码：请先在案卷页生成正卷。", "The list cites pages of the main volume: make that one first on the page of the dossier.";
    lists: "证据清单", "Lists of evidence";
    lists_note: "行政复议答复、行政诉讼答辩所附的证据清单，按正卷目录和页号生成。", "They go with the answer to a reconsideration or a lawsuit, made of the main volume's catalogue and pages.";
    download: "下载 PDF", "Download the PDF";
    refresh: "刷新进度", "See how far it is";
    outdated: "案件、文书或者证据后来有变化，这份案卷已经不是现在的样子：请回到案卷页重新生成。",
        "Case, papers or evidence have changed since: make the volume anew on the page of the dossier.";
    kept: "生成的案卷保留24小时；案件、文书或者证据有变化的，需要重新生成。每次生成和下载都留有记录。",
        "A volume is kept for 24 hours and no longer offered once case, papers or evidence change. Each making and each download is recorded.";
}

/// What a volume is for.
#[must_use]
pub fn note_of(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Main => note_main(lang),
        Bound::Inner => note_inner(lang),
        Bound::Reading => note_reading(lang),
    }
}

/// The button.
#[must_use]
pub fn make(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Main => make_main(lang),
        Bound::Inner => make_inner(lang),
        Bound::Reading => make_reading(lang),
    }
}

/// How far it is.
#[must_use]
pub fn making(done: u32, all: u32, lang: Lang) -> String {
    lang.pick(format!("正在生成（{done}/{all}）"), format!("being made ({done} of {all})"))
}

/// When it was made, by whom and how large it is.
#[must_use]
pub fn made(when: &str, by: &str, (pages, size): (u32, &str), lang: Lang) -> String {
    lang.pick(
        format!("{when} {by}生成，{pages} 页，{size}"),
        format!("made {when} for {by}, {pages} pages, {size}"),
    )
}

/// It no longer agrees with the case.
#[must_use]
pub fn changed(when: &str, lang: Lang) -> String {
    lang.pick(
        format!("{when}生成的一份已经不是现在的样子：案件、文书或者证据后来有变化，请重新生成。"),
        format!(
            "The one made {when} no longer agrees: case, papers or evidence have changed since; make it anew."
        ),
    )
}
