//! Cases on their way between the demo's bureaus: sent by the agenda of each, answered here.

use super::acts::Story;
use super::cases::{instant, working_days_before};
use super::people;
use super::plan::Step::{File, Inspect, Register, Send};
use super::plan::{Plan, plan};
use domain::Day;
use domain::case::{Act, Name, Note, ProposeTransfer, TransferReceiver};
use domain::value::ValueError;
use store::{Acceptance, Bureau, Error, Files, FixedClock, Rulebook, Store, TransferState, token};

/// Minutes after midnight at which transfers are answered.
const ANSWERED: i64 = 17 * 60;

/// What becomes of a transfer.
enum Answer {
    Accept,
    Return(&'static str),
}

/// Sender, receiver and answer; the others wait.
const ANSWERS: [(&str, &str, Answer); 3] = [
    ("lanshan", "daoxian", Answer::Accept),
    ("daoxian", "lanshan", Answer::Return("经核查，违法行为发生地在道县，不属本局管辖。")),
    ("ningyuan", "jianghua", Answer::Return("案件已由贵局立案在先，请继续办理。")),
];

/// The cases that a bureau sends to another one: one yesterday, one that nobody has answered in time, and those that
/// are answered.
pub fn sent_by(bureau: &str) -> Vec<Plan> {
    match bureau {
        "daoxian" => vec![
            plan(6, &[(0, Register), (2, File), (3, Inspect), (5, Send("ningyuan"))]),
            plan(12, &[(0, Register), (2, File), (3, Inspect), (8, Send("lanshan"))]),
        ],
        "ningyuan" => vec![
            plan(16, &[(0, Register), (2, File), (3, Inspect), (6, Send("daoxian"))]),
            plan(10, &[(0, Register), (2, File), (3, Inspect), (6, Send("jianghua"))]),
        ],
        "lanshan" => vec![plan(9, &[(0, Register), (2, File), (3, Inspect), (5, Send("daoxian"))])],
        _ => Vec::new(),
    }
}

impl Story {
    /// The head sends the case to another bureau.
    pub fn send(&self, from: &Bureau, to: &Bureau, nth: usize) -> Result<Act, ValueError> {
        Ok(Act::ProposeTransfer(ProposeTransfer {
            parties: vec![self.party.id],
            receiver: TransferReceiver::Bureau { bureau: to.id, name: Name::parse(&to.full_name)? },
            reason: Note::parse(&format!("经查，主要违法行为发生地在{}。", to.short_name))?,
            list: Note::parse("现场笔录 1 份、照片 6 张、当事人证照复印件 1 套。")?,
            letter: Some(Name::parse(&format!("{}函〔2026〕{}号", from.number_prefix, nth + 1))?),
            takes_over: false,
        }))
    }
}

/// Answers what is to be answered, late on the last working day.
pub async fn answer(
    (store, files): (&Store, &Files),
    hand: &FixedClock,
    bureaus: &[Bureau],
    today: Day,
) -> Result<(), Error> {
    hand.set(instant(working_days_before(today, 1), ANSWERED));
    for (sender, receiver, answer) in ANSWERS {
        let bureau = |slug: &str| bureaus.iter().find(|one| one.slug == slug).ok_or(Error::NotFound);
        let (sender, receiver) = (bureau(sender)?, bureau(receiver)?);
        let head = people::person(store, receiver, "head").await?;
        let workspace = store.operate_as(&receiver.slug, Some(head)).await?;
        let rows = workspace.transfers_in(None).await?.rows;
        drop(workspace);
        let open = rows.into_iter().find(|row| row.other == sender.id && row.state == TransferState::Open);
        let Some(open) = open else { continue };
        let desk = store.transfer_desk(&receiver.slug, head, open.id).await?;
        match answer {
            Answer::Accept => {
                let said = Acceptance::default();
                desk.accept(Rulebook::in_use(), (files, &said), token::fresh()).await?;
            }
            Answer::Return(reason) => {
                let reason = Note::parse(reason).map_err(Error::down)?;
                desk.give_back(Rulebook::in_use(), reason, token::fresh()).await?;
            }
        }
    }
    Ok(())
}
