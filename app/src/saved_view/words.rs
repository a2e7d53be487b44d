//! Words of saved views.

use crate::case::{all_word, handled_word, waiting_word};
use crate::desk::text as lists;
use crate::establishment::industry_name;
use crate::visit::words as questions;
use domain::Lang;
use domain::case::Stage;
use domain::establishment::LicenceState;
use domain::saved_view::{ViewPage, ViewQuery};
use domain::training::ClassStage;

crate::phrases! {
    title: "常用视图", "Saved views";
    save: "保存当前条件", "Save this filter";
    manage: "管理", "Manage";
    new: "把当前条件存为常用视图", "Save this filter as a view";
    kept: "已保存的常用视图", "Views that you keep";
    name: "名称", "Name";
    name_hint: "1 至 30 个字，只有您自己看得到", "1 to 30 characters; only you see it";
    list: "列表", "List";
    filter: "条件", "Filter";
    act: "操作", "Act";
    keep: "保存", "Save";
    delete: "删除", "Delete";
    deleted: "已删除，列表里的内容不受影响。", "Deleted; what stands in the list stays.";
    none: "还没有常用视图。先在列表里筛选，再点“保存当前条件”。",
        "No view yet. Narrow a list first, then choose “Save this filter”.";
    all: "全部", "All";
    rename: "改名", "Rename";
    rename_title: "给常用视图改名", "Rename a view";
    renamed: "已改名。", "Renamed.";
    opens: "设为默认", "Make it the default";
    opens_no_more: "取消默认", "No default any more";
    default_view: "默认", "Default";
    default_note: "打开列表时先按它筛选；点“全部”看整个列表。",
        "The list opens narrowed so; “All” shows the whole list.";
    changed: "已设置。", "Done.";
    part: "范围", "Part";
    yes: "是", "yes";
}

/// A view's name, marked as the one that opens its list.
#[must_use]
pub fn opening(name: &str, lang: Lang) -> String {
    lang.pick(format!("{name}（{}）", default_view(lang)), format!("{name} ({})", default_view(lang)))
}

/// What the list is called.
#[must_use]
pub fn list_of(page: ViewPage, lang: Lang) -> &'static str {
    match page {
        ViewPage::Work => lists::work_list(lang),
        ViewPage::Cases => lists::cases(lang),
        ViewPage::Establishments => lists::establishments(lang),
        ViewPage::Classes => lists::classes(lang),
        ViewPage::Trainees => lists::trainees(lang),
        ViewPage::Certificates => lists::certificates(lang),
    }
}

/// 阶段：结案；查找：道县
#[must_use]
pub fn said(query: &ViewQuery, lang: Lang) -> String {
    let said = query.answers.iter().map(|(name, value)| {
        let (question, answer) = answer(name, value, lang);
        lang.pick(format!("{question}：{answer}"), format!("{question}: {answer}"))
    });
    said.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

fn answer(name: &str, value: &str, lang: Lang) -> (&'static str, String) {
    let known = |words: Option<&'static str>| words.map_or_else(|| value.to_owned(), ToOwned::to_owned);
    match name {
        "part" => {
            let words = match value {
                "waiting" => waiting_word(lang),
                "handled" => handled_word(lang),
                _ => all_word(lang),
            };
            (part(lang), words.to_owned())
        }
        "stage" => (questions::stage(lang), known(Stage::from_word(value).map(|stage| stage.name(lang)))),
        "industry" => (questions::industry(lang), industry_name(value, lang)),
        "open" => (questions::only_open(lang), yes(lang).to_owned()),
        "town" => (questions::town(lang), value.to_owned()),
        "licence" => {
            let state = LicenceState::from_word(value);
            (questions::licence(lang), known(state.map(|state| state.title(lang))))
        }
        "state" => {
            let stage = ClassStage::from_word(value);
            (questions::state(lang), known(stage.map(|stage| stage.title(lang))))
        }
        "year" => (questions::year(lang), value.to_owned()),
        _ => (questions::search(lang), value.to_owned()),
    }
}
