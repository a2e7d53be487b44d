//! The payment ledger as a workbook: amounts as numbers, so that they can be summed.

use domain::Lang;
use domain::case::AccountState;
use domain::value::Money;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use store::LedgerLine;

/// The columns that are sums, from 0.
const AMOUNTS: [u16; 6] = [4, 5, 6, 7, 8, 9];
/// Widths of the columns, in characters.
const WIDTHS: [f64; 13] = [34.0, 24.0, 12.0, 22.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 20.0, 40.0];

/// Writes the ledger, a row for each account and a row of sums; where there are more accounts than it takes, the sums say
/// so. Text is written as text: a value that begins like a formula stays what it is.
///
/// # Errors
/// When the workbook cannot be written.
pub fn export_payments(lines: &[LedgerLine], is_cut: bool, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(lang.pick("缴款台账", "Payment ledger"))?;
    sheet.set_freeze_panes(1, 1)?;
    let title = Format::new().set_bold().set_text_wrap();
    for (at, (name, width)) in (0_u16..).zip(titles(lang).into_iter().zip(WIDTHS)) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, name, &title)?;
    }
    let text = Format::new().set_num_format("@").set_quote_prefix();
    let money = Format::new().set_num_format("#,##0.00");
    let mut sums = [0_i64; AMOUNTS.len()];
    for (row, line) in (1_u32..).zip(lines) {
        for (at, value) in texts(line, lang) {
            sheet.write_string_with_format(row, at, value, &text)?;
        }
        for ((at, amount), sum) in AMOUNTS.into_iter().zip(amounts(line)).zip(&mut sums) {
            write(sheet, row, at, amount, &money)?;
            *sum += amount.0;
        }
    }
    let last = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1);
    let count = lines.len();
    let sum = match is_cut {
        true => lang.pick(
            format!("合计（仅前{count}条，不是全部）"),
            format!("Sum of the first {count}, not of all"),
        ),
        false => lang.pick("合计", "Sum").to_owned(),
    };
    sheet.write_string_with_format(last, 0, sum, &title)?;
    for (at, sum) in AMOUNTS.into_iter().zip(sums) {
        write(sheet, last, at, Money(sum), &money)?;
    }
    workbook.save_to_buffer()
}

fn titles(lang: Lang) -> [&'static str; 13] {
    [
        lang.pick("当事人", "Party"),
        lang.pick("决定书文号", "Decision"),
        lang.pick("决定日期", "Decided on"),
        lang.pick("案件编号", "Case"),
        lang.pick("罚款", "Fine"),
        lang.pick("没收违法所得", "Confiscated gains"),
        lang.pick("加处罚款", "Surcharge"),
        lang.pick("减免加处罚款", "Surcharge remitted"),
        lang.pick("已缴", "Paid"),
        lang.pick("尚欠", "Left"),
        lang.pick("缴款期限", "To be paid by"),
        lang.pick("状态", "State"),
        lang.pick("缴款日期和票据号", "Days and receipts"),
    ]
}

fn texts(line: &LedgerLine, lang: Lang) -> Vec<(u16, String)> {
    let account = &line.account;
    let by = account.pay_by.filter(|_| account.state == AccountState::Open);
    let receipts: Vec<String> =
        account.received.iter().map(|one| format!("{} {}", one.on, one.receipt())).collect();
    vec![
        (0, line.name.clone()),
        (1, account.number.clone().unwrap_or_default()),
        (2, account.decided_on.to_string()),
        (3, line.case_number.clone()),
        (10, by.map(|by| by.to_string()).unwrap_or_default()),
        (11, account.state.name(lang).to_owned()),
        (12, receipts.join(lang.pick("；", "; "))),
    ]
}

fn amounts(line: &LedgerLine) -> [Money; 6] {
    let account = &line.account;
    [account.fine, account.gains, account.accrued, Money(-account.remitted.0), account.paid, account.asked()]
}

#[expect(clippy::cast_precision_loss, reason = "a workbook keeps fifteen digits; amounts have fewer")]
fn write(sheet: &mut Worksheet, row: u32, at: u16, amount: Money, format: &Format) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, at, amount.0 as f64 / 100.0, format).map(drop)
}

#[cfg(test)]
mod tests {
    use super::export_payments;
    use calamine::{Data, Reader, Xlsx};
    use domain::Lang;
    use std::io::Cursor;

    /// The first cell of the last row.
    fn sum(is_cut: bool) -> String {
        let book = export_payments(&[], is_cut, Lang::Zh).expect("a workbook");
        let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(book)).expect("it opens");
        let sheet = read.worksheet_range("缴款台账").expect("its sheet");
        let Some(Data::String(first)) = sheet.rows().next_back().map(|row| row[0].clone()) else {
            panic!("no row of sums")
        };
        first
    }

    #[test]
    fn the_row_of_sums_says_when_it_is_not_the_sum_of_all() {
        assert_eq!(sum(false), "合计");
        assert_eq!(sum(true), "合计（仅前0条，不是全部）");
    }
}
