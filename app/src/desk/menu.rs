//! The menu of a bureau's pages: what each person may open, in one list that the frame and the palette show.

use super::text as words;
use crate::path;
use crate::visit::VisitData;
use domain::Lang;
use domain::role::{Power, Role, may};
use store::Bureau;

/// Lines of the menu: address and words.
type Links = Vec<(String, String)>;

/// The menu for somebody with these roles, parts below their headings, which have no address; in an open visit the visited
/// records stand first.
#[must_use]
pub fn menu(bureau: &Bureau, roles: &[Role], visit: Option<&VisitData>, lang: Lang) -> Links {
    let slug = bureau.slug.as_str();
    let visit = visit.filter(|visit| visit.is_open());
    let reads = visit.is_none() && may(roles, Power::ReadRecords);
    let mut parts: Vec<(&str, Links)> = Vec::new();
    if let Some(visit) = visit {
        parts.push((&visit.county, visit.menu.clone()));
    }
    if reads {
        parts.push(("", work(slug, lang)));
        parts.push((words::training(lang), training(slug, lang)));
    }
    parts.push((crate::visit::words::oversight(lang), super::call::oversight(bureau, roles, lang)));
    if visit.is_none() {
        parts.push((words::administration(lang), super::call::administration(slug, roles, lang)));
    }
    parts.push((words::reference(lang), reference(slug, lang)));
    let filled = parts.into_iter().filter(|(_, links)| !links.is_empty());
    let lines = filled.map(|(name, links)| {
        let heading = (!name.is_empty()).then(|| (String::new(), name.to_owned()));
        heading.into_iter().chain(links).collect::<Links>()
    });
    lines.flatten().collect()
}

fn links(links: impl IntoIterator<Item = (String, &'static str)>) -> Links {
    links.into_iter().map(|(to, words)| (to, words.to_owned())).collect()
}

fn work(slug: &str, lang: Lang) -> Links {
    links([
        (path::desk(slug), words::work_list(lang)),
        (path::reminders(slug), crate::reminder::words::reminders(lang)),
        (path::cases(slug), words::cases(lang)),
        (path::proposals(slug), crate::case::proposals_word(lang)),
        (path::transfers(slug), crate::transfer::words::transfers(lang)),
        (path::establishments(slug), words::establishments(lang)),
    ])
}

fn training(slug: &str, lang: Lang) -> Links {
    links([
        (path::training(slug, "programmes"), words::programmes(lang)),
        (path::training(slug, "classes"), words::classes(lang)),
        (path::training(slug, "trainees"), words::trainees(lang)),
        (path::training(slug, "certificates"), words::certificates(lang)),
    ])
}

fn reference(slug: &str, lang: Lang) -> Links {
    links([
        (path::calculator(slug), words::calculator(lang)),
        (path::calendar(slug), words::calendar(lang)),
        (path::industries(slug), words::industries(lang)),
    ])
}
