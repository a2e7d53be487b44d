//! The bureau's running terms where the city finds them once they are over: numbers, no names.

use super::desk::CaseDesk;
use crate::entity::case_clock;
use crate::entity::city_term::{ActiveModel, Column, Entity};
use crate::error::Error;
use domain::calendar::Binds;
use domain::case::{Case, ClockState};
use domain::id::CaseId;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

impl CaseDesk<'_> {
    /// Writes anew what the city may see of a case's terms; nothing is known of what is practised.
    pub(super) async fn keep_city_terms(
        &self,
        id: CaseId,
        case: &Case,
        clocks: &[case_clock::Model],
    ) -> Result<(), Error> {
        if self.store.bureau().is_practice() {
            return Ok(());
        }
        let own = self.store.bureau().id.0;
        let before = self.store.shared().remove::<Entity>().filter(Column::BureauId.eq(own));
        before.filter(Column::CaseId.eq(id.0)).exec(self.store.tx()).await?;
        let runs = |clock: &&case_clock::Model| {
            clock.state == ClockState::Running.word() && clock.whose == Binds::Bureau.word()
        };
        let row = |clock: &case_clock::Model| ActiveModel {
            bureau_id: Set(own),
            case_id: Set(id.0),
            position: Set(clock.position),
            number: Set(case.clue.number.clone().unwrap_or_default()),
            clock: Set(clock.clock.clone()),
            due_on: Set(clock.due_on),
        };
        let rows: Vec<ActiveModel> = clocks.iter().filter(runs).map(row).collect();
        self.store.shared().insert_all::<Entity>(rows).await
    }
}
