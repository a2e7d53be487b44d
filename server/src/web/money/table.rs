//! A table of goods or money as HTML.

use crate::web::answer::escape;
use app::money::MoneyTable;

/// The table with its caption; the row of sums stands last.
pub fn drawn(table: &MoneyTable) -> String {
    let head: String = table.head.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
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
        words => format!("<td><span class=\"cell-name\">{name} </span>{}</td>", escape(words)),
    };
    let cells: String = cells.map(cell).collect();
    format!("<tr{class}><th scope=\"row\">{first}</th>{cells}</tr>")
}
