//! The columns of a bank's list, in the order in which faults are told.

use serde::{Deserialize, Serialize};

use crate::{Lang, ledger};

/// A column of a bank's list that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 序号: read to be left alone.
    Serial,
    On,
    Amount,
    Payer,
    /// 缴款书号
    Reference,
    /// 流水号, the bank's own number of the payment.
    Flow,
    /// 凭证号: banks leave it blank or nought for transfers.
    Voucher,
    Decision,
    /// 附言
    Note,
    /// 摘要
    Summary,
    /// 用途
    Purpose,
    /// 备注
    Remark,
}

impl Column {
    /// Where the receipt of a payment stands, the best first.
    pub(super) const RECEIPTS: [Column; 3] = [Column::Reference, Column::Flow, Column::Voucher];
    /// Where the number of a decision may stand.
    pub(super) const NUMBERS: [Column; 5] =
        [Column::Decision, Column::Note, Column::Summary, Column::Purpose, Column::Remark];
}

impl ledger::Column for Column {
    const ALL: &'static [Self] = &[
        Column::Serial,
        Column::On,
        Column::Amount,
        Column::Payer,
        Column::Reference,
        Column::Flow,
        Column::Voucher,
        Column::Decision,
        Column::Note,
        Column::Summary,
        Column::Purpose,
        Column::Remark,
    ];
    const NAME: Self = Column::Amount;
    const BLANK_IN_NOTES: &'static [Self] = &[Column::On, Column::Amount];
    const SHARED: &'static [Self] = &[];
    const SYNONYMS: &'static [(Self, &'static str)] = &[
        (Column::Serial, "序号 序 no"),
        (Column::On, "日期 交易日期 入账日期 记账日期 缴款日期 到账日期 收款日期 交易时间 day"),
        (
            Column::Amount,
            "金额 交易金额 入账金额 缴款金额 到账金额 收入金额 收款金额 贷方金额 贷方发生额 实缴金额 金额元 amount",
        ),
        (
            Column::Payer,
            "付款人 付款人名称 付款户名 缴款人 缴款人名称 交款人 对方户名 对方名称 对方单位 付款方 户名 payer",
        ),
        (Column::Reference, "缴款书号 缴款书编号 缴款识别码 缴款码 票据号 票据号码 receipt"),
        (Column::Flow, "流水号 交易流水号 回单号 回单编号 transaction"),
        (Column::Voucher, "凭证号 凭证号码 交易凭证号 voucher"),
        (
            Column::Decision,
            "决定书号 决定书文号 决定书编号 处罚决定书号 处罚决定书文号 处罚决定书编号 文号 decision",
        ),
        (Column::Note, "附言 交易附言 note"),
        (Column::Summary, "摘要 交易摘要 summary"),
        (Column::Purpose, "用途 款项用途 purpose"),
        (Column::Remark, "备注 remark"),
    ];

    fn word(self) -> &'static str {
        match self {
            Column::Serial => "serial",
            Column::On => "on",
            Column::Amount => "amount",
            Column::Payer => "payer",
            Column::Reference => "reference",
            Column::Flow => "flow",
            Column::Voucher => "voucher",
            Column::Decision => "decision",
            Column::Note => "note",
            Column::Summary => "summary",
            Column::Purpose => "purpose",
            Column::Remark => "remark",
        }
    }

    fn title(self, lang: Lang) -> &'static str {
        match self {
            Column::Serial => lang.pick("序号", "No."),
            Column::On => lang.pick("日期", "Day"),
            Column::Amount => lang.pick("金额", "Amount"),
            Column::Payer => lang.pick("付款人", "Payer"),
            Column::Reference => lang.pick("缴款书号", "Receipt"),
            Column::Flow => lang.pick("流水号", "Transaction"),
            Column::Voucher => lang.pick("凭证号", "Voucher"),
            Column::Decision => lang.pick("决定书号", "Decision"),
            Column::Note => lang.pick("附言", "Note"),
            Column::Summary => lang.pick("摘要", "Summary"),
            Column::Purpose => lang.pick("用途", "Purpose"),
            Column::Remark => lang.pick("备注", "Remark"),
        }
    }

    fn telling(title: &str) -> Option<Self> {
        let parts = [
            (Column::Decision, "决定书"),
            (Column::Reference, "缴款书"),
            (Column::Flow, "流水号"),
            (Column::Payer, "付款人"),
            (Column::Payer, "缴款人"),
        ];
        parts.into_iter().find(|(_, part)| title.contains(part)).map(|(column, _)| column)
    }

    fn no_header(lang: Lang) -> &'static str {
        lang.pick(
            "没有找到表头：请保留含“日期”“金额”“付款人”等列名的一行，或使用模板",
            "No header was found: please keep a row with column names such as 日期, 金额 and 付款人, or use the template",
        )
    }
}
