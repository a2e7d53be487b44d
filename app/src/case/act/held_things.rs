//! Things that are held, to tick in a form: those that a decision confiscates, those that came back from the police.

use super::fields::Asked;
use super::measure_fields::{hinted, title};
use super::read::Form;
use super::words;
use crate::case::page::{Choices, Field, FieldKind};
use crate::form::Typed;
use domain::Lang;
use domain::case::{ActKind, Case, CrimeTransfer, HeldThing};
use domain::id::PartyId;

/// The things that a form of the kind lets tick, by measure and line.
pub(super) fn offered(kind: ActKind, case: &Case, party: Option<PartyId>, lang: Lang) -> Choices {
    match kind {
        ActKind::Decide => {
            let held = party.map(|party| case.confiscable(party)).unwrap_or_default();
            named(case, held.into_iter().map(|(_, thing)| thing), lang)
        }
        ActKind::RecordPoliceReply | ActKind::ResumeCase => {
            let going_on = case.crimes.iter().filter(|crime| crime.takes(kind));
            named(case, going_on.flat_map(|crime| case.with_the_police(crime)), lang)
        }
        _ => Choices::new(),
    }
}

/// 扣押 3月9日：生猪 12 头
fn named(case: &Case, things: impl Iterator<Item = HeldThing>, lang: Lang) -> Choices {
    let choice = |thing: HeldThing| {
        let measure = case.measure(thing.measure)?;
        let goods = measure.goods.get(thing.line)?;
        let words = format!("{}{}{}", title(measure, lang), lang.pick("：", ": "), goods.line.words());
        Some((thing.to_string(), words))
    };
    things.filter_map(choice).collect()
}

/// A decision that confiscates goods begins with everything ticked that is held.
pub(in crate::case) fn ticked(case: &Case, party: PartyId, typed: &mut Typed) {
    for (_, thing) in case.confiscable(party) {
        typed.insert(format!("held_{thing}"), "yes".to_owned());
    }
}

impl Asked {
    /// Which of the held things the decision confiscates.
    pub(super) fn confiscated(&self) -> Option<Field> {
        let hint = self.lang().pick(
            "勾选的随决定没收；其余的须先退还、销毁或者解除措施",
            "what is ticked is confiscated; the rest is returned, destroyed or released before",
        );
        self.boxes("held", words::held_confiscated(self.lang()), hint)
    }

    /// Which of the things came back from the police.
    pub(super) fn came_back(&self) -> Option<Field> {
        let hint = self.lang().pick(
            "退回的物品继续保管，随后退还、销毁或者随决定没收",
            "they are kept until they are returned, destroyed or confiscated by a decision",
        );
        self.boxes("back", words::goods_back(self.lang()), hint)
    }

    fn boxes(&self, name: &str, label: &str, hint: &str) -> Option<Field> {
        let options = self.held.things.clone();
        let boxes = self.field(FieldKind::Boxes, name, label, false);
        (!options.is_empty()).then(|| hinted(hint, Field { options, ..boxes }))
    }
}

impl Form<'_> {
    /// The held things that a decision confiscates.
    pub(super) fn confiscated(&self, case: &Case, party: PartyId) -> Vec<HeldThing> {
        let held = case.confiscable(party).into_iter().map(|(_, thing)| thing);
        held.filter(|thing| self.is(&format!("held_{thing}"))).collect()
    }

    /// The things that came back from the police.
    pub(super) fn came_back(&self, case: &Case, crime: Option<&CrimeTransfer>) -> Vec<HeldThing> {
        let gone = crime.map(|crime| case.with_the_police(crime)).unwrap_or_default();
        gone.into_iter().filter(|thing| self.is(&format!("back_{thing}"))).collect()
    }
}
