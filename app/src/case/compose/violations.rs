//! The violations of the catalogue to choose among, and why the others cannot be chosen.

use super::Scene;
use domain::catalogue::{Industry, Standing, ViolationRow, standing};

impl Scene<'_> {
    /// First those that the bureau may decide today, by industry, as far as acts under them can still be punished; one
    /// that has ended says when it was in force. Then, without a word to send, the others with the reason.
    pub fn violations(&self) -> Vec<(String, String)> {
        let line = |(industry, row): (&Industry, &ViolationRow)| match self.shut(industry, row) {
            None => (row.id.clone(), self.violation_line(industry, row)),
            Some(why) => {
                let (line, lang) = (self.violation_line(industry, row), self.lang);
                (String::new(), lang.pick(format!("不能选：{line}（{why}）"), format!("{line}: {why}")))
            }
        };
        let mut lines: Vec<(String, String)> = self.context.catalogue.rows().map(line).collect();
        lines.sort_by_key(|(word, _)| word.is_empty());
        lines
    }

    fn violation_line(&self, industry: &Industry, row: &ViolationRow) -> String {
        let (context, lang) = (&self.context, self.lang);
        let article = row.penalty.as_ref().map(|one| context.catalogue.cite(one, lang)).unwrap_or_default();
        let (industry, title) = (industry.name.pick(lang), row.title.pick(lang));
        let ended = row.to.map(|to| {
            let from = row.from;
            lang.pick(format!("（{from} 至 {to} 有效）"), format!(" (in force {from} to {to})"))
        });
        format!("{industry}｜{title} {article}{}", ended.unwrap_or_default())
    }

    /// Why a violation cannot be chosen today; none: it can.
    fn shut(&self, industry: &Industry, row: &ViolationRow) -> Option<String> {
        let (context, lang) = (&self.context, self.lang);
        if context.today < row.from {
            let from = row.from;
            return Some(lang.pick(format!("{from} 起施行"), format!("in force from {from} on")));
        }
        if !row.can_be_charged_on(context.today) {
            let words = lang.pick("已经失效，过了追责时效", "no longer in force, and barred by time");
            return Some(words.to_owned());
        }
        let standing = standing(row, &industry.id, context.grants, context.bureau, context.today);
        let others = standing.others_named(lang);
        match standing {
            Standing::MayDecide { .. } => None,
            Standing::TransferOnly { .. } => Some(lang.pick(
                format!("没有罚则，移送{others}"),
                format!("no penalty is named: transfer to {others}"),
            )),
            Standing::NoPower { .. } => Some(lang.pick(
                format!("本局没有处罚权，由{others}处罚"),
                format!("not in this bureau's power: {others}"),
            )),
        }
    }
}
