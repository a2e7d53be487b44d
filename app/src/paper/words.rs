//! Words of the page of papers.

use domain::Lang;

crate::phrases! {
    title: "文书", "Papers";
    back: "回到案件", "Back to the case";
    note: "文书内容取自案件中已经录入的事实，不需要重复填写。预览带“样稿”字样，不能作为正式文书使用；点“制作”后编号定稿，内容不再改动，打印出来签名、盖章，收回后登记。",
        "The papers say what was entered in the case; nothing is typed twice. A preview is marked 样稿 and is no official paper. “Make” numbers the paper and freezes it: print it, have it signed and sealed, and mark it when it is back.";
    paper: "文书名称", "Paper";
    number_and_day: "文号、日期", "Number, day";
    volume: "卷别", "Volume";
    state: "状态", "State";
    number_later: "签发时编号", "numbered when it is issued";
    ready: "内容齐备", "ready";
    lacking: "有缺项", "something is missing";
    later: "尚未办到这一步", "not yet at this step";
    preview: "预览", "Preview";
    preview_of_party: "当事人联预览", "Preview of the party's copy";
    block: "号段文号", "Number in hand";
    counted: "由系统顺序编号", "The next number";
    make: "制作", "Make";
    make_anew: "重新制作并替换", "Make anew, replacing it";
    disagrees: "案件内容后来有改动，这份文书与案件现在的内容不一致。", "The case says something else by now: this paper no longer agrees with it.";
    without_step: "步骤已撤回的文书", "Papers whose step was taken back";
    step_gone: "这份文书依据的步骤已经撤回，请作废。", "The step of this paper was taken back: declare it void.";
    number_void: "该步骤的文号已经作废，不再使用：撤回该步骤后重新办理，取得新的文号。",
        "The number of this step is void and never used again: take the step back and do it anew, with a new number.";
    made: "制作于", "made";
    printed: "已打印", "It is printed";
    back_label: "收回日期", "Back on";
    back_button: "签章件已收回", "Signed copy is back";
    unscan_summary: "撤回扫描件", "Withdraw the scan";
    unscan_reason: "撤回理由", "Why it is withdrawn";
    unscan_button: "确认撤回", "Withdraw it";
    done_unscanned: "最新的扫描件已撤回，仍可查阅；没有其他扫描件的，文书恢复为待签章。", "The newest scan is withdrawn and stays readable; a paper without another one is to be signed and sealed again.";
    void_summary: "作废", "Void";
    void_reason: "作废理由", "Why it is void";
    void_button: "确认作废", "Declare it void";
    earlier: "以前制作的", "made before";
    done_issued: "文书已制作，请打印后签名、盖章。", "The paper is made: print it, and have it signed and sealed.";
    done_printed: "已登记打印，等待签名、盖章后收回。", "Marked as printed; it waits for signature and seal.";
    done_back: "已登记签章件收回。", "Marked as back, signed and sealed.";
    done_void: "文书已作废，文号不再使用。", "The paper is void; its number is never used again.";
    out_title: "未回文书", "Papers that are not back";
    out_note: "已制作、签章件还没有收回的文书，制作早的在前。打开后在案件的文书列表中登记。",
        "Papers that were made and whose signed copy is not back, the oldest first. Open one to mark it in the papers of its case.";
    out_none: "没有未收回的文书。", "No paper is out.";
    out_case: "案件", "Case";
    out_made: "制作日期", "Made on";
    out_next: "下一页", "Next page";
    out_back: "回到案件列表", "Back to the cases";
    check_title: "文书查验", "Check of a paper";
    genuine: "真实有效：本文书由下列单位制作，现行有效。", "Genuine: the paper was made by this bureau and counts.";
    replaced: "已被替换：本文书由下列单位制作，后来被新的文书替换，请以新文书为准。",
        "Replaced: the paper was made by this bureau; a newer one has taken its place and counts.";
    void: "已作废：本文书由下列单位制作，后来作废，没有效力。", "Void: the paper was made by this bureau and declared void; it has no effect.";
    practice: "演练文书：为练习而制作，没有效力。", "Made to practise: the paper has no effect.";
    unknown: "查不到这份文书：请核对二维码或者网址是否完整；仍有疑问的，请与文书上的单位联系。",
        "Not known: check that the address is whole; if in doubt, ask the bureau that the paper names.";
    check_bureau: "制作单位", "Bureau";
    check_kind: "文书种类", "Kind of paper";
    check_number: "文号", "Number";
    check_day: "制作日期", "Made on";
    check_replaced: "替换日期", "Replaced on";
    check_hash: "电子件校验值（SHA-256）", "SHA-256 of the file";
    check_note: "请核对文书上的单位、文号与本页是否一致。本页不显示当事人和案件内容。",
        "Compare bureau and number with the paper. This page tells nothing of the parties or the case.";
    other_language: "English", "中文";
    enter: "去办理", "Go there";
    none: "本案目前没有需要制作的文书。", "The case calls for no paper now.";
}

/// Who withdrew a scan when, and why.
#[must_use]
pub fn scan_withdrawn(day: &str, by: &str, reason: &str, lang: Lang) -> String {
    lang.pick(format!("{day} {by}撤回：{reason}"), format!("withdrawn {day} by {by}: {reason}"))
}

/// A name or a word has a character that no font has.
#[must_use]
pub fn no_glyph(character: char, lang: Lang) -> String {
    lang.pick(
        format!("字库中没有“{character}”字，文书无法打印：请系统管理员在文书字体文件夹中加入含有该字的字体。"),
        format!(
            "No font has the character “{character}”: the operator adds one that has it to the folder of fonts."
        ),
    )
}

/// When the signed copy came back.
#[must_use]
pub fn back_on(day: &str, lang: Lang) -> String {
    lang.pick(format!("{day}收回"), format!("back on {day}"))
}

/// Which paper took the place of this one.
#[must_use]
pub fn replaced_by(day: &str, number: &str, lang: Lang) -> String {
    match (number, lang) {
        ("", Lang::Zh) => format!("被{day}制作的文书替换"),
        ("", Lang::En) => format!("replaced by the paper of {day}"),
        (number, Lang::Zh) => format!("被{day}制作的{number}文书替换"),
        (number, Lang::En) => format!("replaced by {number} of {day}"),
    }
}

/// Why a paper is void.
#[must_use]
pub fn void_for(reason: &str, lang: Lang) -> String {
    lang.pick(format!("理由：{reason}"), format!("Reason: {reason}"))
}

/// Too many papers that are not known were asked for.
#[must_use]
pub fn wait(seconds: i64, lang: Lang) -> String {
    lang.pick(
        format!("查验过于频繁，请{seconds}秒后再试。"),
        format!("Too many checks: try again in {seconds} seconds."),
    )
}
