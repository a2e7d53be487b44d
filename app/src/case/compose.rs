//! Pages of cases composed from the domain's state, in the person's language.

mod bar;
mod case;
mod enforcement;
mod form;
mod measures;
mod open;
mod penalty;
mod preview;
mod related;
pub(super) mod timeline;
mod turns;
mod violations;

pub use preview::base_amount;

use super::page::{Badge, CaseLine, Group};
use crate::ui::Explained;
use domain::calendar::{DaysLeft, Overdue, day_short};
use domain::case::{ActKind, Context};
use domain::id::PersonId;
use domain::refusal::Refusal;
use domain::{Day, Lang};
use store::CaseRow;

/// A term that ends within so many days is soon.
const SOON_DAYS: i64 = 3;
const WEEK_DAYS: i64 = 7;

/// A refusal in its three parts, with the way to its entry in the help.
pub fn explained(refusal: &Refusal, lang: Lang) -> Explained {
    (refusal.sentence(lang).to_string(), crate::path::help_entry("refusal", refusal.code.word()))
}

/// A context with the language of the words.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub context: Context<'a>,
    pub lang: Lang,
}

impl Scene<'_> {
    /// A badge; `provisional`: a year is not announced, so the day may still move.
    fn badge(&self, due: Day, provisional: bool, whose: String) -> Badge {
        let left = self.context.calendar.days_left(self.context.today, due);
        let days = due.signed_duration_since(self.context.today).num_days();
        let tone = match left {
            DaysLeft::Over(_) => "over",
            _ if days <= SOON_DAYS => "soon",
            _ => "ok",
        };
        let words = format!("{} · {}", day_short(due, self.lang), left.text(self.lang));
        let mark = if provisional { self.lang.pick(" · 暂定", " · provisional") } else { "" };
        let words = format!("{words}{mark}");
        Badge { tone: tone.to_owned(), words, whose }
    }

    pub fn name(&self, person: PersonId) -> String {
        self.context.name(person)
    }

    /// An officer with the certificate of a day.
    fn certified(&self, person: PersonId, on: Day) -> String {
        let number = self.context.member(person).and_then(|member| member.certificate_on(on));
        match number {
            Some(certificate) => format!("{} {}", self.name(person), certificate.number),
            None => self.name(person),
        }
    }

    pub fn violation(&self, id: &str) -> String {
        let found = self.context.catalogue.violation(id);
        found.map_or_else(|| id.to_owned(), |(_, row)| row.title.pick(self.lang).to_owned())
    }

    /// A case in a list.
    pub fn line(&self, row: CaseRow) -> CaseLine {
        let lang = self.lang;
        let title = if row.violation.is_empty() {
            row.party_name.clone()
        } else {
            format!("{} · {}", row.party_name, self.violation(&row.violation))
        };
        let whose = row.next_whose.as_deref().unwrap_or_default();
        let over = row.acting_on.is_some_and(|day| day < self.context.today);
        let outside = match row.next_act {
            Some(ActKind::WithdrawTransfer) => Some((
                lang.pick("接收单位的期限", "the receiver's term"),
                lang.pick("等接收单位答复移送", "waiting for the receiver's answer"),
            )),
            Some(ActKind::RecordPoliceReply) => Some((
                lang.pick("公安机关的期限", "the term of the police"),
                lang.pick("等公安机关答复", "waiting for the police"),
            )),
            _ => None,
        };
        let term = match (whose, outside) {
            ("party", Some((term, _))) if !over => term,
            ("party", None) if !over => lang.pick("当事人的期限", "the party's term"),
            _ => lang.pick("本局的期限", "the bureau's term"),
        };
        let act = row.next_act.map_or("", |act| act.name(lang));
        let next = match (whose, outside) {
            ("party", Some((_, waiting))) if !over => waiting.to_owned(),
            ("party", None) if !over => lang.pick(format!("等当事人（{act}）"), format!("waiting: {act}")),
            ("approver", _) => lang.pick("等负责人审批".to_owned(), "waiting for approval".to_owned()),
            ("archivist", _) => lang.pick("等归档".to_owned(), "waiting to be archived".to_owned()),
            ("reviewer", _) => lang.pick("等法制审核".to_owned(), "waiting for the review".to_owned()),
            _ => act.to_owned(),
        };
        let officers: Vec<String> =
            [row.lead_officer, row.second_officer].into_iter().flatten().map(|one| self.name(one)).collect();
        CaseLine {
            id: row.id.to_string(),
            number: row.number.unwrap_or_default(),
            title,
            stage: row.stage.name(lang).to_owned(),
            mark: if row.on_the_spot {
                ActKind::PenaliseOnTheSpot.name(lang).to_owned()
            } else {
                String::new()
            },
            next,
            officers: officers.join(lang.pick("　", ", ")),
            badge: row.acting_on.map(|day| self.badge(day, row.provisional, term.to_owned())),
        }
    }

    /// Rows in the spans of their acting days; the rows come sorted, and what is gravely overdue comes first.
    pub fn groups(&self, mut rows: Vec<CaseRow>) -> Vec<Group> {
        rows.sort_by_key(|row| self.overdue(row));
        let mut groups: Vec<Group> = Vec::new();
        for row in rows {
            let name = self.span(&row).to_owned();
            let line = self.line(row);
            match groups.last_mut() {
                Some(group) if group.name == name => group.lines.push(line),
                _ => groups.push(Group { name, lines: vec![line] }),
            }
        }
        groups
    }

    fn overdue(&self, row: &CaseRow) -> Overdue {
        let (today, grave_days) = (self.context.today, self.context.settings.grave_days);
        row.due_on
            .or(row.acting_on)
            .map_or(Overdue::Not, |day| Overdue::of(day, row.voids, today, grave_days))
    }

    fn span(&self, row: &CaseRow) -> &'static str {
        let lang = self.lang;
        let Some(day) = row.acting_on else { return lang.pick("没有期限", "No term") };
        match (self.overdue(row), day.signed_duration_since(self.context.today).num_days()) {
            (Overdue::Gravely, _) => lang.pick("严重超期", "Gravely overdue"),
            (Overdue::Simply, _) => lang.pick("已超期", "Overdue"),
            (_, ..=0) => lang.pick("今日", "Today"),
            (_, days) if days <= SOON_DAYS => lang.pick("三日内", "Within three days"),
            (_, days) if days <= WEEK_DAYS => lang.pick("七日内", "Within seven days"),
            _ => lang.pick("以后", "Later"),
        }
    }
}
