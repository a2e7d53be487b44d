//! What is left of a worded page in a visit: nothing that could be done, and no way to a page that visits do not open.

use crate::path;
use crate::worded::{Block, Cell, Worded};
use domain::visit::Looked;

/// Whether an address is the visit's own page, or one of those that it opens.
fn is_inside(to: &str, workspace: &str) -> bool {
    let own = path::desk(workspace);
    to == own || to.strip_prefix(&format!("{own}/")).is_some_and(|page| Looked::at(page).is_some())
}

/// The page without acts and forms; links that lead out of the visit become plain words.
#[must_use]
pub fn only_to_look(page: Worded, workspace: &str) -> Worded {
    let inside = |to: &str| is_inside(to, workspace);
    let kept = |to: String| if inside(&to) { to } else { String::new() };
    let cell = |cell: Cell| Cell { to: kept(cell.to), ..cell };
    let block = |block: Block| Block {
        linked: block.linked.into_iter().map(|(name, (words, to))| (name, (words, kept(to)))).collect(),
        rows: block.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
        form: None,
        buttons: block.buttons.into_iter().filter(|one| one.refusal.is_empty() && inside(&one.to)).collect(),
        ..block
    };
    Worded {
        crumbs: page.crumbs.into_iter().map(|(words, to)| (words, kept(to))).collect(),
        acts: page.acts.into_iter().filter(|(_, to)| inside(to)).collect(),
        done: String::new(),
        blocks: page.blocks.into_iter().map(block).collect(),
        ..page
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worded::{Button, Sheet};

    const VISIT: &str = "yongzhou/visits/01900000-0000-7000-8000-000000000001";

    #[test]
    fn what_could_be_done_is_gone_and_no_link_leads_out() {
        let to = |page: &str| format!("/{VISIT}/{page}");
        let class = to("classes/01900000-0000-7000-8000-000000000002");
        let button = |to: String| Button { to, words: "办".to_owned(), ..Button::default() };
        let link = ("班次".to_owned(), ("甲班".to_owned(), class.clone()));
        let block = Block {
            linked: vec![link.clone(), ("县".to_owned(), ("道县".to_owned(), "/daoxian".to_owned()))],
            rows: vec![vec![
                Cell::link("甲班", class.clone()),
                Cell::link("课次", format!("{class}/sessions/01900000-0000-7000-8000-000000000003")),
                Cell::link("外", "/daoxian/classes"),
            ]],
            filter: Some(Sheet::default()),
            form: Some(Sheet::default()),
            buttons: vec![button(format!("{class}/do/open_class")), button(class.clone())],
            ..Block::default()
        };
        let page = Worded {
            crumbs: vec![
                ("首页".to_owned(), format!("/{VISIT}")),
                ("单位".to_owned(), "/yongzhou".to_owned()),
            ],
            acts: vec![
                ("签到表".to_owned(), format!("{class}/attendance")),
                ("起草".to_owned(), to("programmes/new")),
            ],
            done: "已记录".to_owned(),
            blocks: vec![block],
            ..Worded::default()
        };
        let left = only_to_look(page, VISIT);
        let cells: Vec<_> = left.blocks[0].rows[0].iter().map(|cell| cell.to.as_str()).collect();
        assert_eq!(cells, [class.as_str(), "", ""]);
        assert_eq!(left.blocks[0].linked[0], link);
        assert_eq!(left.blocks[0].linked[1].1, ("道县".to_owned(), String::new()));
        assert_eq!(left.blocks[0].rows[0][1].words, "课次", "the words stay");
        assert!(left.blocks[0].form.is_none() && left.blocks[0].filter.is_some());
        assert_eq!(left.blocks[0].buttons, [button(class.clone())]);
        assert_eq!(left.acts, [("签到表".to_owned(), format!("{class}/attendance"))]);
        let crumbs: Vec<_> = left.crumbs.iter().map(|(_, to)| to.as_str()).collect();
        assert_eq!(crumbs, [format!("/{VISIT}").as_str(), ""]);
        assert_eq!(left.done, "");
    }
}
