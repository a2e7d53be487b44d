//! The fields of a penalty on the spot, and of money collected there.

use super::fields::{Asked, choices, pairs};
use super::words;
use crate::case::page::Field;
use domain::case::{CollectionGround, spot_limits};

impl Asked {
    /// Who, what, by whom, what was said, how much, and how it was handed over: one page for one act.
    pub(super) fn on_the_spot(&self) -> Vec<Field> {
        let lang = self.lang();
        let heard = pairs(&[("nothing", words::heard_nothing(lang)), ("said", words::heard_said(lang))]);
        let mut list = [self.party(), self.unlawful_act(), self.officers()].concat();
        list.extend([
            self.check("shown", words::shown),
            self.check("told", words::told),
            self.area("facts", words::spot_facts, true),
            self.select("heard", words::heard, true, heard),
            self.area("arguments", words::said_on_the_spot, false),
            self.check("accepted", words::accepted),
            self.area("answer", words::answer, false),
        ]);
        list.extend(self.small_penalty());
        list.extend(self.putting_right());
        list.extend(self.handed_over());
        if !self.has_case() {
            list.extend(self.earlier_warning());
        }
        list
    }

    /// The warning that a clue from a re-inspection rests on.
    pub(super) fn earlier_warning(&self) -> [Field; 2] {
        [
            self.line("warned_number", words::warned_number, false),
            self.line("warned_on", words::warned_on, false),
        ]
    }

    /// A warning, a fine, no gains: what a penalty on the spot may be, and what shows that it may not.
    fn small_penalty(&self) -> Vec<Field> {
        let lang = self.lang();
        let limits = spot_limits(self.today()).map(|limits| {
            lang.pick(
                format!(
                    "个人、个体工商户最高 {} 元，单位最高 {} 元；不罚款则留空",
                    limits.person, limits.organisation
                ),
                format!(
                    "¥{} at most for a citizen or sole trader, ¥{} for an organisation; empty for none",
                    limits.person, limits.organisation
                ),
            )
        });
        let gains = pairs(&[("none", words::gains_none(lang)), ("stated", words::gains_stated(lang))]);
        let base_hint = words::spot_base_hint(lang).to_owned();
        vec![
            self.check("kinds0_warning", words::warning),
            Field { hint: limits.unwrap_or_default(), ..self.line("fine0", words::fine, false) },
            Field { hint: base_hint, ..self.line("base0", words::base_amount, false) },
            self.select("gains0", words::gains, true, gains),
            self.line("gains_amount0", words::gains_amount, false),
        ]
    }

    fn handed_over(&self) -> Vec<Field> {
        let lang = self.lang();
        let signatures =
            pairs(&[("signed", words::taken_and_signed(lang)), ("refused", words::refused(lang))]);
        vec![
            self.select("signature", words::handed_over, true, signatures),
            self.select("receiver", words::receiver, false, self.receivers()),
            self.line("signed_by", words::signed_by, false),
            self.line("witness", words::witness, false),
        ]
    }

    /// A payment: at the bank, or to the officers on a ground that the decision allows.
    pub(super) fn payment(&self) -> Vec<Field> {
        let lang = self.lang();
        let mut ways = pairs(&[("bank", words::at_bank(lang))]);
        let fits =
            |ground: &CollectionGround| self.is_on_the_spot() || *ground == CollectionGround::RemoteAtOwnWish;
        let grounds: Vec<_> = CollectionGround::ALL.into_iter().filter(fits).collect();
        ways.extend(choices(&grounds, CollectionGround::word, |one| one.name(lang)));
        vec![
            self.line("amount", words::amount, true),
            self.select("paid", words::paid, false, ways),
            self.line("voucher", words::voucher, false),
            self.line("cash_receipt", words::cash_receipt, false),
        ]
    }
}
