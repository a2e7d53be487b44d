//! From a plan to the bytes of a volume, with a sign after each step.

use super::part::{Prepared, instead};
use super::{Binder, SIGN, Trouble};
use app::dossier::Plan;
use domain::Lang;
use domain::dossier::{Bound, BoundLine, DossierFault, VOLUME_BYTES_MAX, VOLUME_PAGES_MAX, paged};
use paper::{PaperError, Printed, Volume, VolumePart};
use serde_json::{Value, json};
use std::time::Instant;
use store::{ClaimedDossier, Error, MadeDossier};

/// What is told of a volume's progress is written no more often.
const TOLD: std::time::Duration = std::time::Duration::from_millis(700);

impl Binder {
    /// Binds a volume; none when another server has taken it over.
    pub(super) async fn bound(
        &self,
        claimed: &ClaimedDossier,
        mut plan: Plan,
    ) -> Result<Option<MadeDossier>, Trouble> {
        let planned = std::mem::take(&mut plan.entries);
        // The binding itself is the last step.
        let all = planned.len() + 1;
        let (mut left, mut told) = (VOLUME_BYTES_MAX, Instant::now());
        let (mut entries, mut prepared) = (Vec::with_capacity(all), Vec::with_capacity(all));
        for (done, one) in planned.into_iter().enumerate() {
            if done == 0 || told.elapsed() > TOLD {
                told = Instant::now();
                if !self.store.dossier_progress(claimed, (done, all)).await? {
                    return Ok(None);
                }
            }
            entries.push(one.entry.clone());
            prepared.push(self.prepared(claimed.bureau.id, one, &mut left).await?);
        }
        if !self.store.dossier_progress(claimed, (all - 1, all)).await? {
            return Ok(None);
        }
        let mut bound = self.try_to_bind(claimed, &plan, &entries, &prepared).await?;
        if let Err(PaperError::Template(cause)) = &bound {
            // A file passed its check and cannot be bound all the same: each is tried by itself.
            tracing::warn!(cause, "a volume is bound without what cannot be bound");
            prepared = self.without_unbindable(prepared).await?;
            bound = self.try_to_bind(claimed, &plan, &entries, &prepared).await?;
        }
        let printed = bound.map_err(|error| Trouble::Down(Error::down(error)))?;
        let catalogue = catalogue(&entries, &prepared);
        Ok(Some(MadeDossier {
            pdf: printed.pdf,
            sha256: printed.sha256,
            pages: total(&prepared) + 1,
            catalogue,
            base: plan.base,
        }))
    }

    async fn try_to_bind(
        &self,
        claimed: &ClaimedDossier,
        plan: &Plan,
        entries: &[domain::dossier::Entry],
        prepared: &[Prepared],
    ) -> Result<Result<Printed, PaperError>, Trouble> {
        if total(prepared) > VOLUME_PAGES_MAX {
            return Err(Trouble::Fault(DossierFault::TooLong));
        }
        let lines = catalogue(entries, prepared);
        let parts: Vec<VolumePart> = prepared.iter().filter_map(|one| one.part.clone()).collect();
        let volume = Volume {
            name: plan.name.clone(),
            day: plan.day,
            facts: facts(plan, entries, &lines, total(prepared) + 1),
            parts,
        };
        let papers = self.papers.clone();
        let mut binding = tokio::task::spawn_blocking(move || papers.bind(&volume));
        loop {
            // A long volume gives signs of life.
            match tokio::time::timeout(SIGN, &mut binding).await {
                Ok(bound) => return Ok(bound.map_err(Error::down)?),
                Err(_) => {
                    let steps = entries.len() + 1;
                    self.store.dossier_progress(claimed, (steps - 1, steps)).await?;
                }
            }
        }
    }

    /// A sheet stands for each file that cannot be bound.
    async fn without_unbindable(&self, prepared: Vec<Prepared>) -> Result<Vec<Prepared>, Trouble> {
        let papers = self.papers.clone();
        let tried = tokio::task::spawn_blocking(move || {
            let one = |prepared: Prepared| match prepared.part {
                Some(part) if part.file.as_ref().is_some_and(|file| !papers.takes(file)) => {
                    Prepared { part: Some(instead(part)), remark: "以页代替".to_owned() }
                }
                part => Prepared { part, ..prepared },
            };
            prepared.into_iter().map(one).collect()
        });
        Ok(tried.await.map_err(Error::down)?)
    }
}

/// Numbered pages before the end sheet.
fn total(prepared: &[Prepared]) -> usize {
    prepared.iter().filter_map(|one| one.part.as_ref()).map(VolumePart::pages).sum()
}

fn catalogue(entries: &[domain::dossier::Entry], prepared: &[Prepared]) -> Vec<BoundLine> {
    let takes: Vec<usize> =
        prepared.iter().map(|one| one.part.as_ref().map_or(0, VolumePart::pages)).collect();
    let lines = entries.iter().zip(prepared).zip(paged(&takes));
    let line = |((entry, one), range): (
        (&domain::dossier::Entry, &Prepared),
        Option<domain::dossier::PageRange>,
    )| BoundLine {
        what: entry.what,
        pages: range.map(domain::dossier::PageRange::words).unwrap_or_default(),
        remark: one.remark.clone(),
    };
    lines.map(line).collect()
}

/// What the template prints: cover, catalogue, end sheet.
fn facts(plan: &Plan, entries: &[domain::dossier::Entry], lines: &[BoundLine], pages: usize) -> Value {
    let rows = entries.iter().zip(lines).map(|(entry, line)| {
        json!({
            "number": entry.number, "name": entry.name, "day": entry.on.to_string(), "pages": line.pages,
            "remark": line.remark,
        })
    });
    let mut cover: Vec<[String; 2]> =
        plan.cover.iter().map(|(name, value)| [(*name).to_owned(), value.clone()]).collect();
    cover.push(["本卷页数".to_owned(), format!("{pages}页（不含封面和卷内目录）")]);
    let title = match plan.bound {
        Bound::Reading => "行政处罚案卷查阅本",
        Bound::Main | Bound::Inner => "行政处罚案卷",
    };
    let bound = entries.len() - lines.iter().filter(|line| line.pages.is_empty()).count();
    let mut end = vec![format!("本卷装入{bound}件，连同本页共{pages}页，页号连续。")];
    end.extend(plan.end.iter().cloned());
    json!({
        "title": title, "draft": false, "practice": plan.is_practice, "bureau": { "name": plan.bureau },
        "heading": title, "volume": plan.bound.name(Lang::Zh), "cover": cover, "note": plan.note,
        "catalogue_title": "卷内文件目录", "entries": rows.collect::<Vec<_>>(),
        "end": {
            "title": "卷内备考表", "lines": end,
            "signed": plan.signed.iter().map(|(name, value)| [name, value.as_str()]).collect::<Vec<_>>(),
        },
    })
}
