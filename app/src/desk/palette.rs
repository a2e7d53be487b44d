//! What the palette offers on a page: the menu, and on a case's page what may be done there. Each is found by its
//! words, its pinyin and its initials.

use super::call::{FrameData, frame_of};
use super::text as words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use domain::role::Power;

/// Commands of one page; more are not listed.
const COMMANDS_MAX: usize = 200;

/// A command: what it is called, where it leads, and to what it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    pub name: String,
    pub to: String,
    pub group: String,
    /// What it is found by: words, syllables and their initials, lower case.
    pub found_by: String,
}

/// What a palette shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    pub commands: Vec<Command>,
    pub find: Find,
}

/// Where what is no command is searched for, and where the answer stands; empty in a visit, which looks through a county's
/// lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    pub action: String,
    pub to: String,
}

impl Command {
    fn of(group: &str, (to, name): (String, String)) -> Self {
        let found_by = store::pinyin::found_by(&name);
        Command { name, to, group: group.to_owned(), found_by }
    }
}

/// The commands of a page of this site, for whoever asks.
///
/// # Errors
/// As the frame of the page.
pub async fn commands(caller: &Caller, page: &str) -> Result<Commands, AppError> {
    let lang = caller.lang;
    let address = page.split('?').next().unwrap_or_default();
    let frame = frame_of(caller, path::workspace_of(address)).await?;
    let acts = acts(caller, &frame, address).await.into_iter();
    let acts = acts.map(|link| Command::of(words::acts_here(lang), link));
    let mut group = words::menu(lang);
    let menu = frame.menu.iter().filter_map(|link| {
        if link.0.is_empty() {
            group = &link.1;
            return None;
        }
        Some(Command::of(group, link.clone()))
    });
    let lists =
        lists(caller, &frame).await?.into_iter().map(|link| Command::of(words::own_lists(lang), link));
    let help = (path::help_here(page), words::help(lang).to_owned());
    let account = (path::sessions(), words::account(lang).to_owned());
    let own = [help, account].into_iter().map(|link| Command::of(words::menu(lang), link));
    let is_away = frame.visit.as_ref().is_some_and(|visit| visit.is_open());
    let slug = frame.bureau.slug.as_str();
    let find = Find { action: path::find(slug), to: path::search(slug) };
    Ok(Commands {
        commands: acts.chain(menu).chain(lists).chain(own).take(COMMANDS_MAX).collect(),
        find: if is_away { Find::default() } else { find },
    })
}

/// Lists that the person keeps besides the menu's: address and words.
async fn lists(caller: &Caller, frame: &FrameData) -> Result<Vec<(String, String)>, AppError> {
    if !frame.reads_records {
        return Ok(Vec::new());
    }
    let slug = frame.bureau.slug.as_str();
    let week = (path::week(slug), crate::reminder::words::week(caller.lang).to_owned());
    let out = (path::papers_out(slug), crate::paper::words::out_title(caller.lang).to_owned());
    let ledger = (path::ledger(slug), crate::money::words::ledger(caller.lang).to_owned());
    let store = caller.bureau_for(slug, Power::ReadRecords).await?;
    let views = crate::saved_view::links(caller, &store).await?.into_iter();
    Ok(views.map(|(name, to)| (to, name)).chain([week, out, ledger]).collect())
}

/// What may be done on the case whose page this is; of no case, nothing.
async fn acts(caller: &Caller, frame: &FrameData, address: &str) -> Vec<(String, String)> {
    let slug = frame.bureau.slug.as_str();
    let inside = address.strip_prefix(&format!("{}/", path::cases(slug)));
    match inside.filter(|_| frame.reads_records) {
        // The palette opens where the case cannot be read, too: without its acts.
        Some(case) => crate::case::open_acts(caller, slug, case.split('/').next().unwrap_or_default()).await,
        None => Vec::new(),
    }
}
