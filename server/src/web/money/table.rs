//! A table of goods or money as HTML.

use crate::web::answer::escape;
use app::money::MoneyTable;

/// The table with its caption; the row of sums stands last.
pub fn drawn(table: &MoneyTable) -> String {
    let is_sum = |at: usize| table.rows.iter().any(|cells| cells.get(at).is_some_and(|cell| is_amount(cell)));
    let head = table.head.iter().enumerate().map(|(at, name)| {
        let class = if is_sum(at) { " class=\"num\"" } else { "" };
        format!("<th scope=\"col\"{class}>{name}</th>")
    });
    let head: String = head.collect();
    let links = table.links.iter().map(String::as_str).chain(std::iter::repeat(""));
    let rows: String =
        table.rows.iter().zip(links).map(|(cells, to)| row(&table.head, cells, "", to)).collect();
    let sum = table.sum.as_ref().map(|cells| row(&table.head, cells, " class=\"sum\"", ""));
    let sum = sum.unwrap_or_default();
    format!(
        "<div class=\"scroll\"><table class=\"cards\"><caption>{}</caption><thead><tr>{head}</tr></thead>\
         <tbody>{rows}{sum}</tbody></table></div>",
        escape(&table.caption),
    )
}

/// On a phone each cell stands alone and begins with the name of its column.
fn row(head: &[&str], cells: &[String], class: &str, to: &str) -> String {
    let mut cells = cells.iter().zip(head);
    let first = cells.next().map(|(name, _)| escape(name)).unwrap_or_default();
    let first = match to {
        "" => first,
        to => format!("<a href=\"{}\">{first}</a>", escape(to)),
    };
    let cell = |(cell, name): (&String, &&str)| match cell.as_str() {
        "" => "<td></td>".to_owned(),
        words => {
            let class = if is_amount(words) { " class=\"num\"" } else { "" };
            format!("<td{class}><span class=\"cell-name\">{name} </span>{}</td>", escape(words))
        }
    };
    let cells: String = cells.map(cell).collect();
    format!("<tr{class}><th scope=\"row\">{first}</th>{cells}</tr>")
}

/// 3,090.00, which stands at the right and is never broken.
fn is_amount(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fen) = digits.split_once('.').unwrap_or((digits, ""));
    fen.len() == 2
        && !whole.is_empty()
        && whole.bytes().chain(fen.bytes()).all(|c| c.is_ascii_digit() || c == b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stand_at_the_right_and_what_people_typed_is_text() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let table = MoneyTable {
            caption: "缴款台账".to_owned(),
            head: vec!["当事人", "尚欠"],
            rows: vec![row(&["<b>甲店", "3,090.00"])],
            links: vec!["/x?a&b".to_owned()],
            sum: Some(row(&["合计", "3,090.00"])),
        };
        let html = drawn(&table);
        assert!(
            html.contains("<th scope=\"col\">当事人</th><th scope=\"col\" class=\"num\">尚欠</th>"),
            "{html}"
        );
        assert!(html.contains("<a href=\"/x?a&amp;b\">&lt;b&gt;甲店</a>"), "{html}");
        assert!(html.contains("<tr class=\"sum\"><th scope=\"row\">合计</th><td class=\"num\">"), "{html}");
    }

    #[test]
    fn days_and_numbers_of_papers_are_no_amounts() {
        for cell in ["2026-03-11", "道商罚决〔2026〕2号", "34", "", ".00", "1.5"] {
            assert!(!is_amount(cell), "{cell}");
        }
        assert!(is_amount("-1,234.50") && is_amount("0.00"));
    }
}
