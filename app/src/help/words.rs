//! Words around the entries of the help.

crate::phrases! {
    title: "帮助", "Help";
    contents: "全部目录", "All entries";
    find: "在帮助中查找", "Search the help";
    find_hint: "如 送达、听证、灰色按钮", "Such as service, hearing, grey button";
    found_nothing: "没有找到，请换一个说法，或者少写几个字。", "Nothing found: try other or fewer words.";
    field: "填写项", "Field";
    wants: "怎么填", "How to fill it in";
    sample: "示例", "Sample";
    print_hint: "本页可以直接打印。", "This page is ready to print.";
    back: "回到系统", "To the product";
}
