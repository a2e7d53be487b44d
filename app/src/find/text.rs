//! Words of the search.

crate::phrases! {
    title: "搜索结果", "Search results";
    nothing: "没有找到相关的案件、经营主体、学员或培训班", "No case, establishment, trainee or class was found";
    fewer: "可以少输几个字再试；也可以只输案号里的数字、拼音首字母或信用代码的一段。",
        "Try fewer words, the figures of a number, pinyin initials or a part of a credit code.";
    ask: "请在上方输入要查找的内容。", "Type above what you look for.";
    all: "查看全部", "Show all";
}
