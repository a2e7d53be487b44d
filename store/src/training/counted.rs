//! What the city counts of training: who completed a class, and who holds a certificate.

use std::collections::{BTreeSet, HashMap};

use chrono::Datelike;
use domain::Day;
use domain::city::Counter;
use domain::training::{CertificateState, EnrolmentStage, Trade};
use uuid::Uuid;

use super::record::CertificateRecord;
use crate::entity::{certificate, city_person, class, enrolment, trainee};
use crate::error::Error;
use crate::scope::BureauStore;

/// Enrolments that are read together.
const TOGETHER: usize = 500;

/// An enrolment as far as it counts.
type Line = (Uuid, Uuid, Uuid, Day, String);

impl BureauStore {
    /// Counts the people of enrolments anew, by the records as they now are; an enrolment that is gone counts nobody.
    /// The last step of what changes them: from here to the commit others who count people wait.
    pub(crate) async fn count_people(&self, enrolments: impl IntoIterator<Item = Uuid>) -> Result<(), Error> {
        let enrolments: BTreeSet<Uuid> = enrolments.into_iter().collect();
        let ids: Vec<Uuid> = enrolments.iter().copied().collect();
        let mut facts = Vec::new();
        for together in ids.chunks(TOGETHER) {
            facts.extend(self.person_facts(together).await?);
        }
        self.move_people(&enrolments, facts).await
    }

    /// What enrolments of this bureau count for, read from their records.
    pub(crate) async fn person_facts(&self, enrolments: &[Uuid]) -> Result<Vec<city_person::Model>, Error> {
        let papers = self.papers_of(enrolments).await?;
        let ids = || enrolments.iter().copied();
        let lines = self.rows_by::<enrolment::Entity, Uuid>(enrolment::Column::Id, ids()).await?;
        let lines =
            lines.into_iter().map(|row| (row.id, row.class_id, row.trainee_id, row.ends_on, row.state));
        let mut lines: Vec<Line> = lines.collect();
        let is_over = |state: &str| state == EnrolmentStage::Completed.word();
        lines.retain(|(id, .., state)| is_over(state) || papers.contains_key(id));
        let trades = self.trades_of(lines.iter().map(|line| line.1).collect()).await?;
        let people = self.city_keys(lines.iter().map(|line| line.2).collect()).await?;
        let mut facts = Vec::new();
        for (id, class, trainee, ends_on, state) in lines {
            let person = people.get(&trainee).ok_or(Error::NotFound)?;
            let fact = |counter: Counter, source_id, on: Day, until_on, trade: String| city_person::Model {
                figure: counter.word().to_owned(),
                year: on.year(),
                person: person.clone(),
                bureau_id: self.bureau().id.0,
                source_id,
                enrolment_id: id,
                counted_on: on,
                until_on,
                trade,
            };
            if is_over(&state) {
                let trade = trades.get(&class).cloned().unwrap_or_default();
                facts.push(fact(Counter::Trained, id, ends_on, None, trade));
            }
            for Held { id, from, until, trade } in papers.get(&id).into_iter().flatten() {
                facts.push(fact(Counter::Certified, *id, *from, *until, trade.key()));
            }
        }
        Ok(facts)
    }

    /// What people of enrolments hold or held; a replacement only goes on with what it replaces.
    async fn papers_of(&self, enrolments: &[Uuid]) -> Result<HashMap<Uuid, Vec<Held>>, Error> {
        let (by, ids) = (certificate::Column::EnrolmentId, enrolments.iter().copied());
        let rows = self.rows_by::<certificate::Entity, Uuid>(by, ids).await?;
        let mut of: HashMap<Uuid, Vec<CertificateRecord>> = HashMap::new();
        for row in rows {
            of.entry(row.enrolment_id).or_default().push(CertificateRecord::of(row)?);
        }
        Ok(of.into_iter().map(|(enrolment, papers)| (enrolment, Held::all(&papers))).collect())
    }

    async fn trades_of(&self, classes: BTreeSet<Uuid>) -> Result<HashMap<Uuid, String>, Error> {
        let rows = self.rows_by::<class::Entity, Uuid>(class::Column::Id, classes).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.trade)).collect())
    }

    /// By what people are known in the city.
    async fn city_keys(&self, trainees: BTreeSet<Uuid>) -> Result<HashMap<Uuid, Vec<u8>>, Error> {
        let rows = self.rows_by::<trainee::Entity, Uuid>(trainee::Column::Id, trainees).await?;
        let key = |row: trainee::Model| {
            let number = self.id_number_of(&row)?;
            Ok((row.id, self.keys().blind_in_city(number.as_str())))
        };
        rows.into_iter().map(key).collect()
    }
}

/// A certificate with those that replaced it.
#[derive(Debug, PartialEq, Eq)]
struct Held {
    /// The first one.
    id: Uuid,
    from: Day,
    /// The day on which the last one was revoked.
    until: Option<Day>,
    trade: Trade,
}

impl Held {
    fn all(papers: &[CertificateRecord]) -> Vec<Self> {
        let first = papers.iter().filter(|paper| paper.certificate.replaces.is_none());
        let held = |paper: &CertificateRecord| Held {
            id: paper.id.0,
            from: paper.issued_on,
            until: until(paper, papers),
            trade: paper.certificate.facts.trade.clone(),
        };
        first.map(held).collect()
    }
}

/// Follows a certificate from replacement to replacement, each at most once.
fn until(first: &CertificateRecord, papers: &[CertificateRecord]) -> Option<Day> {
    let mut paper = first;
    for _ in papers {
        match &paper.certificate.state {
            CertificateState::Issued { .. } => return None,
            CertificateState::Revoked { on, .. } => return Some(*on),
            CertificateState::Replaced { with, .. } => {
                paper = papers.iter().find(|next| next.certificate.number == *with)?;
            }
        }
    }
    None
}
