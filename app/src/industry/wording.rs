//! From the catalogue to the words of a page, on the server: the browser only draws them.

use super::call::{Here, IndustryData, IndustryLine, LawLine, LicenceLine, PowerLine, ViolationLine};
use domain::catalogue::{
    ArticleRef, Catalogue, Industry, IndustryId, Level, PowerGrant, Standing, ViolationRow, search,
    span_words, standing, unverified,
};
use domain::{Day, Lang};
use std::collections::BTreeSet;
use store::Bureau;
use store::catalogue::in_use;

/// The word in a basis document that marks it as the demo's.
const DEMO: &str = "演示";

/// Violations shown at most; an industry has some thirty.
const ROWS_MAX: usize = 200;

/// Characters of a search that are read.
const WORDS_MAX: usize = 100;

/// What the reader asked for.
pub struct Asked {
    pub day: Option<Day>,
    pub words: String,
}

/// Every industry with the bureau's power in it today.
pub fn lines(grants: &[PowerGrant], today: Day, lang: Lang) -> Vec<IndustryLine> {
    let line = |industry: &Industry| {
        let held = grants.iter().filter(|grant| grant.industry == industry.id && grant.holds_on(today));
        let names: BTreeSet<_> = held.map(|grant| grant.capacity).collect();
        let names: Vec<_> = names.into_iter().map(|capacity| capacity.name(lang)).collect();
        IndustryLine {
            id: industry.id.0.clone(),
            name: industry.name.pick(lang).to_owned(),
            in_force: industry.violations.iter().filter(|row| row.in_force_on(today)).count(),
            power: names.join(lang.pick("、", ", ")),
        }
    };
    in_use().industries.iter().map(line).collect()
}

/// One industry in words; none when the catalogue does not have it.
pub fn industry(
    bureau: &Bureau,
    id: &str,
    grants: &[PowerGrant],
    asked: &Asked,
    today: Day,
    lang: Lang,
) -> Option<IndustryData> {
    let catalogue = in_use();
    let industry = catalogue.industry(&IndustryId::new(id))?;
    let day = asked.day.unwrap_or(today);
    let own_level = if bureau.kind == store::BureauKind::City { Level::City } else { Level::County };
    let given: Vec<_> = grants.iter().filter(|grant| grant.industry == industry.id).collect();
    let words: String = asked.words.chars().take(WORDS_MAX).collect();
    let found = search(catalogue, &words, Some(&industry.id), Some(day), ROWS_MAX);
    let rows = found.iter().filter_map(|hit| catalogue.violation(&hit.id)).map(|(_, row)| row);
    Some(IndustryData {
        bureau: bureau.short_name.clone(),
        name: industry.name.pick(lang).to_owned(),
        day: day.to_string(),
        notes: industry.notes.iter().map(|note| note.pick(lang).to_owned()).collect(),
        authorities: industry.authorities.iter().map(|span| span.sentence(lang)).collect(),
        demo: given.iter().any(|grant| grant.basis.zh.contains(DEMO)),
        beyond_level: given.iter().any(|grant| grant.level > own_level && grant.holds_on(today)),
        powers: given.into_iter().map(|grant| power_line(grant, lang)).collect(),
        laws: law_lines(catalogue, industry, lang),
        licences: industry.licence_kinds.iter().map(|kind| licence_line(kind, lang)).collect(),
        violations: rows
            .map(|row| {
                let here = standing(row, &industry.id, grants, bureau.id, today);
                violation_line(catalogue, row, &here, lang)
            })
            .collect(),
    })
}

fn power_line(grant: &PowerGrant, lang: Lang) -> PowerLine {
    PowerLine {
        capacity: grant.capacity.name(lang).to_owned(),
        level: grant.level.name(lang).to_owned(),
        days: span_words(grant.from, grant.to, lang),
        basis: grant.basis.pick(lang).to_owned(),
    }
}

/// The laws that the industry's rows cite, and every further version of them.
fn law_lines(catalogue: &Catalogue, industry: &Industry, lang: Lang) -> Vec<LawLine> {
    let stem = |id: &str| id.split('@').next().unwrap_or_default().to_owned();
    let cited: BTreeSet<String> = industry
        .violations
        .iter()
        .flat_map(|row| row.violates.iter().chain(&row.penalty))
        .map(|reference| stem(&reference.law))
        .collect();
    let laws = catalogue.laws.iter().filter(|law| cited.contains(&stem(&law.id)));
    laws.map(|law| LawLine {
        name: law.name.pick(lang).to_owned(),
        number: law.number.clone().unwrap_or_default(),
        rank: law.rank.name(lang).to_owned(),
        days: span_words(law.from, law.to, lang),
        verified: law.verified,
    })
    .collect()
}

fn licence_line(kind: &domain::catalogue::LicenceKind, lang: Lang) -> LicenceLine {
    LicenceLine {
        name: kind.name.pick(lang).to_owned(),
        form: kind.form.name(lang).to_owned(),
        issuer: kind.issuer.name(lang),
        days: span_words(kind.from, kind.to, lang),
        months: kind.validity_months,
        review: kind.annual_review,
        note: kind.note.as_ref().map(|note| note.pick(lang).to_owned()).unwrap_or_default(),
    }
}

fn violation_line(catalogue: &Catalogue, row: &ViolationRow, here: &Standing, lang: Lang) -> ViolationLine {
    let comma = lang.pick("、", ", ");
    let cite = |reference: &ArticleRef| match reference.article.is_empty() {
        false => catalogue.cite(reference, lang),
        true => format!("{} {}", catalogue.cite(reference, lang), unverified(lang)),
    };
    let penalties = row.roles.iter().flat_map(|rule| {
        let role = rule.role.name(lang);
        rule.penalties
            .iter()
            .map(move |penalty| format!("{role}{}{}", lang.pick("：", ": "), penalty.sentence(lang)))
    });
    ViolationLine {
        id: row.id.clone(),
        title: row.title.pick(lang).to_owned(),
        items: row.items.iter().map(|item| item.pick(lang).to_owned()).collect(),
        violates: row.violates.iter().map(cite).collect::<Vec<_>>().join(comma),
        penalty: row.penalty.as_ref().map(cite).unwrap_or_default(),
        days: span_words(row.from, row.to, lang),
        deciders: deciders(row, lang),
        here: match here {
            Standing::MayDecide { .. } => Here::MayDecide,
            Standing::TransferOnly { .. } => Here::TransferOnly,
            Standing::NoPower { .. } => Here::NoPower,
        },
        others: here.others_named(lang),
        penalties: penalties.collect(),
        measures: row.seizure.as_ref().map(cite).unwrap_or_default(),
        notes: row.notes.iter().map(|note| note.pick(lang).to_owned()).collect(),
        verified: row.verified,
    }
}

/// Who decides, with the kinds where an entry is about some only.
fn deciders(row: &ViolationRow, lang: Lang) -> Vec<String> {
    let named = row.kinds();
    row.deciders
        .iter()
        .filter(|decider| decider.kinds.is_empty() || decider.kinds.iter().any(|kind| named.contains(kind)))
        .map(|decider| {
            let kinds: Vec<_> = decider.kinds.iter().map(|kind| kind.name(lang)).collect();
            let who = decider.sentence(lang);
            if kinds.is_empty() {
                who
            } else {
                format!("{}{}{who}", kinds.join("、"), lang.pick("：", ": "))
            }
        })
        .collect()
}
