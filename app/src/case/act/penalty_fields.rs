//! The fields of penalties, one group for each unlawful act.

use super::fields::{Asked, PenaltyAsked, pairs};
use super::words;
use crate::case::page::{Choices, Field, FieldKind};
use domain::catalogue::PenaltyKind;

impl Asked {
    pub(super) fn penalties(&self) -> Vec<Field> {
        self.penalties.iter().enumerate().flat_map(|(at, asked)| self.penalty(at, asked)).collect()
    }

    fn penalty(&self, at: usize, asked: &PenaltyAsked) -> Vec<Field> {
        let lang = self.lang();
        let name = |name: &str| format!("{name}{at}");
        let plain = |kind: &PenaltyKind| {
            matches!(kind, PenaltyKind::Warning | PenaltyKind::PublicCriticism | PenaltyKind::Fine)
        };
        let others: Choices = PenaltyKind::ALL
            .into_iter()
            .filter(|kind| !plain(kind))
            .map(|kind| (format!("{kind:?}"), kind.name(lang).to_owned()))
            .collect();
        let gains = pairs(&[
            ("none", words::gains_none(lang)),
            ("stated", words::gains_stated(lang)),
            ("not_ascertainable", words::gains_unknown(lang)),
        ]);
        let heading = self.field(FieldKind::Note, &name("penalty"), &asked.title, false);
        let fine = self.line(&name("fine"), words::fine, false);
        let mut list = vec![
            Field { options: vec![(String::new(), asked.range.clone())], ..heading },
            self.check(&name("warning"), words::warning),
            self.check(&name("criticism"), words::public_criticism),
            Field { hint: words::fine_hint(lang).to_owned(), ..fine },
        ];
        if let Some(base) = &asked.base {
            let hint = format!("{base}{}{}", lang.pick("。", ". "), words::base_hint(lang));
            list.push(Field { hint, ..self.line(&name("base"), words::base_amount, false) });
        }
        list.extend([
            self.select(&name("gains"), words::gains, true, gains),
            self.line(&name("gains_amount"), words::gains_amount, false),
            self.line(&name("refunded"), words::refunded, false),
            self.line(&name("gains_reason"), words::gains_reason, false),
            self.select(&name("kind"), words::other_kinds, false, others),
        ]);
        list
    }

    pub(super) fn putting_right(&self) -> Vec<Field> {
        let lang = self.lang();
        let options = pairs(&[
            ("order", words::put_order(lang)),
            ("earlier", words::put_earlier(lang)),
            ("done", words::put_done(lang)),
        ]);
        vec![
            self.select("putting_right", words::putting_right, false, options),
            self.line("put_by", words::put_by, false),
        ]
    }
}
