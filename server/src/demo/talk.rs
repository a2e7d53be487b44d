//! What the demo's people say about their cases, and the filters that they keep.

use super::people::person;
use domain::case::CommentText;
use domain::id::{CaseId, PersonId};
use domain::saved_view::{ViewName, ViewPage, ViewQuery};
use domain::value::ValueError;
use store::{Bureau, CaseFilter, Error, Part, Rulebook, Store};

/// Who says what, and who is mentioned; of one case.
const SAID: [(&str, &str, &[&str]); 3] = [
    ("officer2", "当事人上午来过电话，问材料能不能晚几天交，我请他先写书面说明。", &["officer1"]),
    ("officer1", "收到。说明交来以后请告诉我，我们一起看；电话的内容先记下来。", &["officer2", "head"]),
    ("reviewer", "提醒一下：期限照算，口头答应的不算数，以书面为准。", &[]),
];

/// Which filters who keeps: list, name, and what stands in its address.
const KEPT: [(&str, ViewPage, &str, &str); 4] = [
    ("officer1", ViewPage::Work, "在等当事人的", "part=waiting"),
    ("officer1", ViewPage::Cases, "调查中的案件", "stage=investigating"),
    ("head", ViewPage::Cases, "成品油未结", "industry=oil&open=yes"),
    ("registrar", ViewPage::Establishments, "许可证快到期", "form%5Blicence%5D=ending"),
];

/// Words made up for the demo pass their own checks.
fn made(error: ValueError) -> Error {
    Error::Setup(error.code().to_owned())
}

/// Comments on one open case of a bureau, and views of its people.
pub async fn say(store: &Store, bureau: &Bureau) -> Result<(), Error> {
    if let Some(case) = open_case(store, bureau).await? {
        for (seat, text, mentioned) in SAID {
            let workspace = store.operate_as(&bureau.slug, Some(person(store, bureau, seat).await?)).await?;
            let mut people: Vec<PersonId> = Vec::new();
            for seat in mentioned {
                people.push(person(store, bureau, seat).await?);
            }
            let desk = workspace.case_desk(Rulebook::in_use()).await?;
            let text = CommentText::parse(text).map_err(made)?;
            let said = desk.comment(case, &text, &people.into_iter().collect()).await?;
            said.map_err(|fault| Error::Setup(fault.code().to_owned()))?;
            drop(desk);
            workspace.commit().await?;
        }
    }
    for (seat, page, name, query) in KEPT {
        let workspace = store.operate_as(&bureau.slug, Some(person(store, bureau, seat).await?)).await?;
        let refused = |fault: domain::saved_view::ViewFault| Error::Setup(fault.code().to_owned());
        let query = ViewQuery::parse(page, store::catalogue::in_use(), query).map_err(refused)?;
        let name = ViewName::parse(name).map_err(made)?;
        workspace.save_view(page, &name, &query).await?.map_err(refused)?;
        workspace.commit().await?;
    }
    Ok(())
}

/// The first open case of a bureau that one of its officers has in hand.
async fn open_case(store: &Store, bureau: &Bureau) -> Result<Option<CaseId>, Error> {
    let officer = person(store, bureau, "officer1").await?;
    let workspace = store.operate_as(&bureau.slug, Some(officer)).await?;
    let desk = workspace.case_desk(Rulebook::in_use()).await?;
    let page = desk.cases(Part::Handled, &CaseFilter::default(), None).await?;
    Ok(page.rows.first().map(|row| row.id))
}
