//! The fields of hearing, discussion and changed intentions.

use super::fields::{Asked, choices, pairs};
use super::words;
use crate::case::page::{Field, FieldKind};
use domain::case::{ActKind, Performed};

impl Asked {
    /// What the notice says of a hearing.
    pub(super) fn hearing_right(&self) -> Vec<Field> {
        let lang = self.lang();
        let options = pairs(&[
            ("none", lang.pick("本案不属于听证范围，不告知", "no hearing right, none is told")),
            ("by_law", lang.pick("依法告知听证权利", "hearing by law is told")),
            (
                "offered",
                lang.pick("不属于听证范围，仍告知（说明理由）", "offered all the same, with a reason"),
            ),
        ]);
        vec![
            self.select("hearing", words::hearing_right, true, options),
            self.line("hearing_reason", words::hearing_reason, false),
        ]
    }

    /// The other parties that stand where this one does and may be taken along.
    fn companions(&self) -> Vec<Field> {
        if self.companions.is_empty() {
            return Vec::new();
        }
        let boxes = self.field(FieldKind::Boxes, "with", words::with_others(self.lang()), false);
        vec![Field { options: self.companions.clone(), ..boxes }]
    }

    pub(super) fn appointment(&self) -> Vec<Field> {
        let lang = self.lang();
        let time = self.line("hearing_time", words::hearing_time, true);
        let closed = self.line("closed_reason", words::closed_reason, false);
        let closed_hint = lang.pick("公开举行则留空", "leave empty for a public hearing");
        let put_off_hint = lang.pick("改期时填写", "when an earlier day does not stand");
        let put_off = self.line("postponed", words::postponed, false);
        let mut list = self.companions();
        list.extend([
            self.select("host", words::host, true, self.hosts.clone()),
            self.line("hearing_day", words::hearing_day, true),
            Field { hint: words::time_hint(lang).to_owned(), ..time },
            self.line("hearing_place", words::hearing_place, true),
            Field { hint: closed_hint.to_owned(), ..closed },
            Field { hint: put_off_hint.to_owned(), ..put_off },
        ]);
        list
    }

    pub(super) fn hearing_held(&self) -> Vec<Field> {
        let lang = self.lang();
        let outcomes = pairs(&[
            ("held", lang.pick("已举行", "held")),
            (
                "abandoned",
                lang.pick("无正当理由不出席或中途退出，视为放弃", "given up: absent or left early"),
            ),
            ("withdrawn", lang.pick("书面撤回听证要求", "request withdrawn in writing")),
        ]);
        let held_hint = lang.pick("已举行时填写", "when it was held");
        let how_hint = lang.pick("放弃或撤回时填写", "when it was given up or withdrawn");
        let hinted = |hint: &str, field: Field| Field { hint: hint.to_owned(), ..field };
        let mut list = self.companions();
        list.extend([
            self.select("hearing_outcome", words::hearing_outcome, true, outcomes),
            hinted(held_hint, self.area("hearing_record", words::hearing_record, false)),
            hinted(held_hint, self.area("hearing_report", words::hearing_report, false)),
            hinted(how_hint, self.area("hearing_how", words::hearing_how, false)),
        ]);
        list
    }

    pub(super) fn deliberation(&self) -> Vec<Field> {
        let hint = self.lang().pick(
            "每人一行，如：周建国：同意。承办人只汇报，不填",
            "one line each, such as Zhou Jianguo: agrees; officers report and have no voice",
        );
        let voices = self.area("voices", words::voices, true);
        let mut list = vec![Field { hint: hint.to_owned(), ..voices }];
        list.extend(self.outcome());
        list.push(self.area("conclusion", words::conclusion, true));
        list
    }

    pub(super) fn performance(&self) -> Vec<Field> {
        let options = choices(&Performed::ALL, Performed::word, |one| one.name(self.lang()));
        vec![
            self.select("performed", words::performed, true, options),
            self.area("course", words::performed_course, true),
        ]
    }
}

/// The acts whose fields stand in this file.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    Some(match kind {
        ActKind::ApproveNotice => asked.hearing_right(),
        ActKind::ChangeProposal => {
            let mut list = asked.outcome();
            list.push(asked.area("reasons", words::reasons, true));
            list
        }
        ActKind::WaiveHearing => vec![asked.area("waiver_paper", words::waiver_paper, true)],
        ActKind::RequestHearing => vec![asked.area("request", words::hearing_request, true)],
        ActKind::GrantHearing => vec![asked.area("reasons", words::reasons, true)],
        ActKind::AppointHearing => asked.appointment(),
        ActKind::HoldHearing => asked.hearing_held(),
        ActKind::Deliberate => asked.deliberation(),
        ActKind::Perform => asked.performance(),
        _ => return None,
    })
}
