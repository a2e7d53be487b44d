//! The first-day list (开局清单): facts in, lines out.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::case::NumberWord;
use crate::role::Role;
use crate::{Day, Lang};

/// From this month on next year's calendar is missed: the notice comes in November at the latest ⚙.
const NEXT_YEAR_FROM_MONTH: u32 = 12;

/// A member present today, as far as the procedure asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// An officer whose certificate is valid today.
    pub is_officer: bool,
    /// Somebody who approves: 分管负责人 or 主要负责人.
    pub is_head: bool,
    /// 法制审核人员
    pub is_reviewer: bool,
}

impl Present {
    /// A member with these roles.
    #[must_use]
    pub fn of(roles: &[Role], is_certified: bool) -> Self {
        Present {
            is_officer: roles.contains(&Role::Officer) && is_certified,
            is_head: roles.contains(&Role::Head) || roles.contains(&Role::Chief),
            is_reviewer: roles.contains(&Role::Reviewer),
        }
    }
}

/// Which years of the calendar are loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarYears {
    pub this: bool,
    pub next: bool,
}

/// Everything that the list is judged on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartFacts {
    /// The members present, one a person.
    pub members: Vec<Present>,
    /// What the papers show and nobody filled in yet: the fields of the settings.
    pub settings_missing: Vec<String>,
    /// Powers that hold today.
    pub powers: usize,
    pub calendar: CalendarYears,
    /// The words whose numbers were never given nor set; none where numbers cannot be seen.
    pub numbers_open: Option<Vec<NumberWord>>,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartItem {
    /// Two officers with valid certificates (行政处罚法 art. 42).
    Officers,
    /// Somebody who approves.
    Head,
    /// Somebody who reviews (行政处罚法 art. 58).
    Reviewer,
    /// Four different persons in one case.
    FourEyes,
    Settings,
    Powers,
    CalendarThisYear,
    CalendarNextYear,
    Number(NumberWord),
}

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartState {
    Done,
    /// Its time has not come.
    Waiting,
    Missing,
}

/// A line with who does it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartLine {
    pub item: StartItem,
    pub state: StartState,
    /// Who does it.
    pub who: Role,
    /// How many there are, where that is counted.
    pub count: Option<usize>,
    /// The fields that are missing, of settings.
    pub missing: Vec<String>,
}

impl StartItem {
    /// Who does it.
    #[must_use]
    pub fn who(self) -> Role {
        match self {
            StartItem::Powers | StartItem::CalendarThisYear | StartItem::CalendarNextYear => Role::CityAdmin,
            _ => Role::BureauAdmin,
        }
    }

    /// What is asked.
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        let words = match self {
            StartItem::Officers => {
                lang.pick("两名执法证在有效期内的执法人员", "Two officers with valid certificates")
            }
            StartItem::Head => lang.pick("一名负责人（审批）", "A head or chief who approves"),
            StartItem::Reviewer => lang.pick("一名法制审核人员", "A legal reviewer"),
            StartItem::FourEyes => lang.pick(
                "执法人员、法制审核人员和负责人由不同的人担任",
                "Officers, reviewer and head are different persons",
            ),
            StartItem::Settings => lang.pick("文书所需的单位设置", "The settings that papers show"),
            StartItem::Powers => lang.pick("本单位的职权", "The bureau's powers"),
            StartItem::CalendarThisYear => lang.pick("今年的工作日历", "This year's calendar"),
            StartItem::CalendarNextYear => lang.pick("明年的工作日历", "Next year's calendar"),
            StartItem::Number(word) => {
                let paper = word.paper(lang);
                return match lang {
                    Lang::Zh => format!("{paper}已用的最后一个号（“{}”字）", word.word()),
                    Lang::En => format!("{paper}: the last number used on paper ({})", word.word()),
                };
            }
        };
        words.to_owned()
    }
}

/// The list, in the order in which a bureau is set up.
#[must_use]
pub fn start_list(facts: &StartFacts, today: Day) -> Vec<StartLine> {
    use StartItem as I;
    let count = |is: fn(&Present) -> bool| facts.members.iter().filter(|one| is(one)).count();
    let (officers, heads) = (count(|one| one.is_officer), count(|one| one.is_head));
    let reviewers = count(|one| one.is_reviewer);
    let line = |item: StartItem, is_done: bool, count: Option<usize>| StartLine {
        item,
        state: if is_done { StartState::Done } else { StartState::Missing },
        who: item.who(),
        count,
        missing: Vec::new(),
    };
    let mut lines = vec![
        line(I::Officers, officers >= 2, Some(officers)),
        line(I::Head, heads >= 1, Some(heads)),
        line(I::Reviewer, reviewers >= 1, Some(reviewers)),
        line(I::FourEyes, has_four_eyes(&facts.members), None),
        StartLine {
            missing: facts.settings_missing.clone(),
            ..line(I::Settings, facts.settings_missing.is_empty(), None)
        },
        line(I::Powers, facts.powers > 0, Some(facts.powers)),
        line(I::CalendarThisYear, facts.calendar.this, None),
    ];
    let mut next = line(I::CalendarNextYear, facts.calendar.next, None);
    if !facts.calendar.next && today.month() < NEXT_YEAR_FROM_MONTH {
        next.state = StartState::Waiting;
    }
    lines.push(next);
    if let Some(open) = &facts.numbers_open {
        lines.extend(NumberWord::ALL.map(|word| line(I::Number(word), !open.contains(&word), None)));
    }
    lines
}

/// Whether nothing is missing.
#[must_use]
pub fn is_ready(lines: &[StartLine]) -> bool {
    lines.iter().all(|line| line.state != StartState::Missing)
}

/// Whether two officers, a reviewer and a head can be four different persons: for each choice of seats there are as many
/// people who fit one of them (Hall).
fn has_four_eyes(members: &[Present]) -> bool {
    type Seat = (fn(&Present) -> bool, usize);
    const SEATS: [Seat; 3] = [(|one| one.is_officer, 2), (|one| one.is_head, 1), (|one| one.is_reviewer, 1)];
    (1..1 << SEATS.len()).all(|chosen: usize| {
        let chosen = || SEATS.iter().enumerate().filter(move |(place, _)| chosen & (1 << place) != 0);
        let wanted: usize = chosen().map(|(_, (_, seats))| seats).sum();
        members.iter().filter(|one| chosen().any(|(_, (fits, _))| fits(one))).count() >= wanted
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    const OFFICER: Present = Present { is_officer: true, is_head: false, is_reviewer: false };
    const HEAD: Present = Present { is_officer: false, is_head: true, is_reviewer: false };
    const REVIEWER: Present = Present { is_officer: false, is_head: false, is_reviewer: true };
    const BOTH: Present = Present { is_officer: false, is_head: true, is_reviewer: true };

    fn ready() -> StartFacts {
        StartFacts {
            members: vec![OFFICER, OFFICER, HEAD, REVIEWER],
            settings_missing: Vec::new(),
            powers: 3,
            calendar: CalendarYears { this: true, next: true },
            numbers_open: Some(Vec::new()),
        }
    }

    fn missing(facts: &StartFacts, today: &str) -> Vec<StartItem> {
        let lines = start_list(facts, day(today));
        assert_eq!(is_ready(&lines), lines.iter().all(|line| line.state != StartState::Missing));
        lines.into_iter().filter(|line| line.state == StartState::Missing).map(|line| line.item).collect()
    }

    #[test]
    fn a_bureau_with_everything_is_ready() {
        assert_eq!(missing(&ready(), "2026-12-01"), []);
        assert_eq!(start_list(&ready(), day("2026-12-01")).len(), 8 + NumberWord::ALL.len());
    }

    #[test]
    fn a_fresh_bureau_lacks_everything() {
        let fresh = StartFacts {
            settings_missing: vec!["罚款账号".to_owned()],
            numbers_open: Some(NumberWord::ALL.to_vec()),
            ..StartFacts::default()
        };
        let lines = start_list(&fresh, day("2026-12-01"));
        assert!(lines.iter().all(|line| line.state == StartState::Missing), "{lines:?}");
        assert_eq!(lines[4].missing, ["罚款账号"]);
        let titles: Vec<_> = lines.iter().map(|line| line.item.title(Lang::Zh)).collect();
        assert!(titles.contains(&"行政处罚决定书已用的最后一个号（“罚决”字）".to_owned()), "{titles:?}");
    }

    #[rstest]
    #[case(&[OFFICER, HEAD, REVIEWER], &[StartItem::Officers, StartItem::FourEyes])]
    #[case(&[OFFICER, OFFICER, BOTH], &[StartItem::FourEyes])]
    #[case(&[OFFICER, OFFICER, BOTH, BOTH], &[])]
    #[case(&[OFFICER, OFFICER, BOTH, HEAD], &[])]
    #[case(&[OFFICER, OFFICER, REVIEWER], &[StartItem::Head, StartItem::FourEyes])]
    fn the_seats_of_a_case_are_different_persons(#[case] members: &[Present], #[case] lacking: &[StartItem]) {
        let facts = StartFacts { members: members.to_vec(), ..ready() };
        assert_eq!(missing(&facts, "2026-12-01"), lacking);
    }

    #[test]
    fn an_officer_counts_with_a_valid_certificate_only() {
        assert_eq!(Present::of(&[Role::Officer], true), OFFICER);
        assert_eq!(Present::of(&[Role::Officer], false), Present::default());
        assert_eq!(Present::of(&[Role::Chief, Role::Reviewer], true), BOTH);
    }

    #[test]
    fn next_years_calendar_is_waited_for_until_december() {
        let facts = StartFacts { calendar: CalendarYears { this: true, next: false }, ..ready() };
        assert_eq!(missing(&facts, "2026-11-30"), []);
        assert_eq!(missing(&facts, "2026-12-01"), [StartItem::CalendarNextYear]);
    }

    #[test]
    fn numbers_that_cannot_be_seen_are_not_asked_for() {
        let facts = StartFacts { numbers_open: None, ..ready() };
        assert_eq!(start_list(&facts, day("2026-12-01")).len(), 8);
        let open = StartFacts { numbers_open: Some(vec![NumberWord::Decision]), ..ready() };
        assert_eq!(missing(&open, "2026-12-01"), [StartItem::Number(NumberWord::Decision)]);
    }
}
