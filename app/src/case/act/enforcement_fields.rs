//! The fields of plan, demand, court, suspension, remedies, and the licence that others revoke.

use super::fields::{Asked, choices};
use super::measure_fields::hinted;
use super::words;
use crate::case::page::Field;
use domain::case::{
    ActKind, CourtAnswer, ObjectionAnswer, RemedyKind, RemedyOutcome, RevocationAnswer, SuspensionGround,
};

/// The acts whose fields stand in this file.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    let ground = |all: &[SuspensionGround]| {
        let options = choices(all, SuspensionGround::word, |one| one.name(lang));
        vec![
            asked.select("ground", words::ground, true, options),
            asked.area("reasons", words::reasons, true),
        ]
    };
    Some(match kind {
        ActKind::ApprovePlan => {
            let hint = lang.pick(
                "每期一行：日期 金额，如 2026-4-15 1000；合计为尚欠金额，只写一行即延期",
                "one line each: day and amount, such as 2026-4-15 1000; one line alone is a deferral",
            );
            let remit_hint = lang.pick(
                "当事人采取补救措施的才可以减免，不得减免罚款；计划未履行的，减免失效",
                "only for remedial steps, never of the fine; void when the plan is broken",
            );
            vec![
                hinted(hint, asked.area("instalments", words::instalments, true)),
                asked.area("hardship", words::hardship, true),
                hinted(remit_hint, asked.line("remit", words::remit, false)),
                asked.area("remedial_steps", words::remedial_steps, false),
            ]
        }
        ActKind::Demand => {
            let mut list = asked.service();
            let hint = lang.pick("直接送达、留置送达以外的方式须填", "for any but direct or left service");
            list.push(hinted(hint, asked.area("direct_tried", words::direct_tried, false)));
            list
        }
        ActKind::ApplyToCourt => vec![asked.area("court_request", words::court_request, true)],
        ActKind::RecordCourtAnswer => {
            let options = choices(&CourtAnswer::ALL, CourtAnswer::word, |one| one.name(lang));
            vec![
                asked.select("court_answer", words::court_answer, true, options),
                asked.area("paper", words::remedy_paper, true),
            ]
        }
        ActKind::ObjectToCourt => {
            let hint = lang.pick("作出裁定的法院的上一级人民法院", "the court above the one that ruled");
            vec![
                hinted(hint, asked.line("court_above", words::court_above, true)),
                asked.area("reasons", words::objection_grounds, true),
            ]
        }
        ActKind::RecordObjectionAnswer => {
            let options = choices(&ObjectionAnswer::ALL, ObjectionAnswer::word, |one| one.name(lang));
            vec![
                asked.select("objection_answer", words::objection_answer, true, options),
                asked.area("paper", words::remedy_paper, true),
            ]
        }
        ActKind::ProposeRevocation => vec![
            hinted(&asked.revokers, asked.line("revoker", words::revoker, true)),
            asked.line("licence", words::licence_to_revoke, true),
            hinted(words::letter_hint(lang), asked.line("letter", words::revocation_letter, false)),
            asked.area("reasons", words::revocation_reason, true),
        ],
        ActKind::RecordRevocationAnswer => {
            let options = choices(&RevocationAnswer::ALL, RevocationAnswer::word, |one| one.name(lang));
            vec![
                asked.select("revocation_answer", words::revocation_answer, true, options),
                asked.area("paper", words::remedy_paper, true),
            ]
        }
        ActKind::SuspendEnforcement => ground(&SuspensionGround::STILL),
        ActKind::ResumeEnforcement => vec![asked.area("reasons", words::reasons, true)],
        ActKind::EndEnforcement => ground(&asked.ends),
        ActKind::RegisterRemedy => {
            let kinds = choices(&RemedyKind::ALL, RemedyKind::word, |one| one.name(lang));
            let hint =
                lang.pick("上面的日期填副本送达本局的日期", "the day above is that on which the copy came");
            let mut list = vec![asked.select("remedy", words::remedy, true, kinds)];
            list.extend(asked.about_the_ruling());
            list.extend([
                asked.line("organ", words::organ, true),
                hinted(hint, asked.line("applied_on", words::applied_on, true)),
                asked.check("simplified", words::remedy_simplified),
                asked.check("stops", words::stops_enforcement),
            ]);
            list
        }
        ActKind::AnswerRemedy => {
            let kinds = choices(&RemedyKind::ALL, RemedyKind::word, |one| one.name(lang));
            vec![
                asked.select("remedy", words::remedy, true, kinds),
                asked.area("paper", words::answer_paper, true),
            ]
        }
        ActKind::EndRemedy => {
            let outcomes = choices(&RemedyOutcome::ALL, RemedyOutcome::word, |one| one.name(lang));
            let mut list = asked.about_the_ruling();
            list.extend([
                asked.select("remedy_outcome", words::remedy_outcome, true, outcomes),
                asked.area("paper", words::remedy_paper, true),
                asked.line("performance_until", words::performance_until, false),
            ]);
            list
        }
        _ => return None,
    })
}

impl Asked {
    /// Whether the suit is the one against the ruling on an earlier decision, where it could be either.
    fn about_the_ruling(&self) -> Vec<Field> {
        let lang = self.lang();
        let hint = lang.pick(
            "起诉的是复议决定（被告是复议机关），不是重新作出的处罚决定时勾选",
            "tick if it is about the ruling of the reconsideration, not about what was decided anew",
        );
        let asked =
            self.ruling_asked().then(|| hinted(hint, self.check("against_ruling", words::against_ruling)));
        asked.into_iter().collect()
    }
}
