//! The forms of the small duties beside the steps: a longer verification, the collected fine on its way, publication.

use super::fields::{Asked, choices};
use super::measure_fields::hinted;
use super::read::Form;
use super::words;
use crate::case::page::Field;
use domain::case::{Act, ActKind, Case, CashTo, ExtendVerification, HandOnCash, Note, Publicity, Publish};
use domain::id::{PartyId, PersonId};
use domain::open::Mask;

/// So much of what cannot be public is named at once.
const TOLD_MAX: usize = 5;

/// The fields of such an act, if it is one.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    Some(match kind {
        ActKind::ExtendVerification => {
            let hint = lang.pick("最长延长十五个工作日，只能一次", "by fifteen working days, once");
            vec![hinted(hint, asked.area("reasons", words::reasons, true))]
        }
        ActKind::HandOnCash => {
            let steps = choices(&CashTo::ALL, CashTo::word, |one| one.name(lang));
            vec![
                asked.select("cash_to", words::cash_to, true, steps),
                asked.line("cash_paper", words::cash_paper, true),
            ]
        }
        ActKind::Publish => {
            let all = choices(&Publicity::ALL, Publicity::word, |one| one.name(lang));
            let hint = lang.pick(
                "公开的写明公开在哪里，个人隐去身份证号、住址、电话；不公开的写明依据和理由",
                "where it was published, without anybody's number, address or telephone; or why it is not, with the article",
            );
            vec![
                asked.select("publicity", words::publicity, true, all),
                hinted(hint, asked.area("course", words::publish_course, true)),
                asked.check("open_here", words::open_here),
                hinted(words::open_text_hint(lang), asked.area("open_text", words::open_text, false)),
            ]
        }
        _ => return None,
    })
}

impl Form<'_> {
    pub(super) fn extend_verification(&mut self) -> Option<Act> {
        Some(Act::ExtendVerification(ExtendVerification { reason: self.note("reasons")? }))
    }

    pub(super) fn hand_on_cash(&mut self, party: PartyId) -> Option<Act> {
        let to = self.choice("cash_to", &CashTo::ALL, CashTo::word);
        let paper = self.name("cash_paper");
        Some(Act::HandOnCash(HandOnCash { party, to: to?, paper: paper? }))
    }

    pub(super) fn publish(&mut self, party: PartyId, case: &Case) -> Option<Act> {
        let publicity = self.choice("publicity", &Publicity::ALL, Publicity::word);
        let course = self.note("course");
        let is_here = self.is("open_here") && publicity == Some(Publicity::Published);
        let open = if is_here { Some(self.public_text(case)?) } else { None };
        Some(Act::Publish(Publish { party, publicity: publicity?, course: course?, open }))
    }

    /// The text for the public page; what may not be read there is named beside the field.
    fn public_text(&mut self, case: &Case) -> Option<Note> {
        let text = self.note("open_text")?;
        let named = |person: PersonId| {
            self.members.iter().find(|(one, _)| *one == person).map(|(_, name)| name.to_string())
        };
        let found = Mask::with_officials(case, named, case.seq).found(text.as_str());
        if found.is_empty() {
            return Some(text);
        }
        let told: Vec<&str> = found.iter().take(TOLD_MAX).map(String::as_str).collect();
        let (told, count) = (told.join(self.lang.pick("、", ", ")), found.len());
        self.problem(
            "open_text",
            self.lang.pick(
                format!("有 {count} 处不能公开，请隐去：{told}。姓名写成“张某”，号码和门牌号删去"),
                format!("{count} places cannot be public; hide them: {told}. Names as 张某, no numbers"),
            ),
        );
        None
    }
}
