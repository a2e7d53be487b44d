//! Whom to ask: the bureau of a page with its address and telephone, for whoever stands before a closed door.

use crate::caller::Caller;
use domain::Lang;
use store::Bureau;

/// The bureau of the page, else the person's first, else the city's: so nobody learns from it who has an account.
/// Empty when none is known.
pub async fn of(caller: &Caller, page: &str) -> String {
    let own = caller.signed_in().map(|session| session.workspaces()).unwrap_or_default();
    let mut here = page.split('/').filter_map(|part| own.iter().find(|(bureau, _)| bureau.slug == part));
    if let Some((bureau, _)) = here.next().or_else(|| own.first()) {
        return words(bureau, caller.lang);
    }
    match caller.store.city_bureau().await {
        Ok(city) => city.map(|bureau| words(&bureau, caller.lang)).unwrap_or_default(),
        Err(error) => {
            tracing::error!(%error, trace = caller.asker.trace, "cannot say whom to ask");
            String::new()
        }
    }
}

/// 需要帮助请联系：道县商务局 · 道江镇…… · 电话 0746-……
fn words(bureau: &Bureau, lang: Lang) -> String {
    let phone = match bureau.phone.is_empty() {
        true => String::new(),
        false => lang.pick(format!("电话 {}", bureau.phone), format!("phone {}", bureau.phone)),
    };
    let parts = [bureau.full_name.clone(), bureau.address.clone(), phone];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}{}", lang.pick("需要帮助请联系：", "Ask for help: "), said.join(" · "))
}
