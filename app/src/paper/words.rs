//! Words of the page of papers.

use domain::Lang;

crate::phrases! {
    title: "文书", "Papers";
    back: "回到案件", "Back to the case";
    note: "文书内容取自案件中已经录入的事实，不需要重复填写。预览带“样稿”字样，不能作为正式文书使用。",
        "The papers say what was entered in the case; nothing is typed twice. A preview is marked 样稿 and is no official paper.";
    paper: "文书名称", "Paper";
    number_and_day: "文号、日期", "Number, day";
    volume: "卷别", "Volume";
    state: "状态", "State";
    number_later: "签发时编号", "numbered when it is issued";
    ready: "内容齐备", "ready";
    lacking: "有缺项", "something is missing";
    later: "尚未办到这一步", "not yet at this step";
    preview: "预览", "Preview";
    party_copy: "当事人联", "Party's copy";
    enter: "去办理", "Go there";
    none: "本案目前没有需要制作的文书。", "The case calls for no paper now.";
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
