//! What the demo's bureaus may decide: comprehensive enforcement by a document that says it is a demo's.

use domain::Day;
use domain::catalogue::{Bilingual, IndustryId, Level, ReadySetting, ready_grants};
use store::catalogue::in_use;
use store::{Bureau, Error, PowerRow, Store};

/// For auctions and pawn shops the document also gives what the law names for a higher level.
const REACH: [&str; 2] = ["auction", "pawn"];

/// Gives a bureau its powers.
pub async fn give(store: &Store, bureau: &Bureau) -> Result<(), Error> {
    let level = if bureau.kind == store::BureauKind::City { Level::City } else { Level::County };
    let basis = Bilingual {
        zh: "（演示）湖南省人民政府关于开展综合行政执法的决定".to_owned(),
        en: "(demo) Decision of the provincial government on comprehensive enforcement".to_owned(),
    };
    let reach = REACH.map(|industry| (IndustryId::new(industry), Level::Province));
    let setting = ReadySetting::ComprehensiveEnforcement;
    let from = Day::from_ymd_opt(2019, 1, 1).unwrap_or_default();
    let workspace = store.operate(&bureau.slug).await?;
    for grant in ready_grants(in_use(), setting, bureau.id, level, from, &basis, &reach) {
        workspace.give_power(&PowerRow::from(&grant)).await?;
    }
    workspace.commit().await
}
