//! What colleagues say about a case: who is told, who reads it, and where it stands, which is nowhere else.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::{CommentPage, Engine, Error, MentionedIn};
use domain::case::{CommentFault, CommentText};
use domain::id::{CaseId, CommentId, PersonId};
use domain::role::Role;
use rstest::rstest;
use uuid::Uuid;

const MINUTE: i64 = 60_000;
/// Never a word of anything else.
const WORDS: &str = "獬豸之言";

impl Bench {
    async fn says(
        &self,
        person: PersonId,
        case: CaseId,
        text: &str,
        mentioned: &[PersonId],
    ) -> Result<Result<CommentId, CommentFault>, Error> {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let text = CommentText::parse(text).unwrap();
        let said = desk.comment(case, &text, &mentioned.iter().copied().collect()).await;
        drop(desk);
        if matches!(said, Ok(Ok(_))) {
            bureau.commit().await.unwrap();
        }
        said
    }

    async fn reads(&self, person: PersonId, case: CaseId, until: Option<CommentId>) -> CommentPage {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        desk.comments(case, until).await.unwrap()
    }

    async fn withdraws(&self, person: PersonId, case: CaseId, id: CommentId) -> Result<bool, Error> {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let done = desk.withdraw_comment(case, id).await;
        drop(desk);
        bureau.commit().await.unwrap();
        done
    }

    async fn unread(&self, person: PersonId) -> u64 {
        self.bureau(person).await.unread_reminders().await.unwrap()
    }

    async fn offered(&self, person: PersonId, case: CaseId) -> Vec<PersonId> {
        let bureau = self.bureau(person).await;
        let desk = bureau.case_desk(self.books.open()).await.unwrap();
        let open = desk.case(case).await.unwrap();
        desk.mentionable(&open).await.unwrap().into_iter().map(|(person, _)| person).collect()
    }

    /// The tables in which a text stands, of whatever bureau.
    async fn tables_with(&self, text: &str) -> Vec<String> {
        let contents = self.database.contents().await;
        let with = contents.into_iter().filter(|(_, rows)| rows.iter().any(|row| row.contains(text)));
        with.map(|(table, _)| table).collect()
    }
}

#[rstest]
#[tokio::test]
async fn a_colleague_who_is_mentioned_is_told_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let id = bench.says(bench.chen, case, "请看检疫票\n<b>两张</b>", &[bench.zhou, bench.zhou]).await;
    let id = id.unwrap().unwrap();
    let told = bench.bureau(bench.zhou).await.reminders().await.unwrap();
    let line = |one: &crate::Reminder| {
        (one.word.clone(), one.step.clone(), one.case, one.mentioned.clone(), one.is_read)
    };
    let said =
        MentionedIn {
            comment: id, by: "测chen".to_owned(), text: "请看检疫票\n<b>两张</b>".to_owned()
        };
    assert_eq!(
        told.iter().map(line).collect::<Vec<_>>(),
        [("comment".to_owned(), "mentioned".to_owned(), case, Some(said), false)]
    );
    assert_eq!((bench.unread(bench.zhou).await, bench.unread(bench.pan).await), (1, 0));
    let head = bench.bureau(bench.zhou).await;
    head.read_reminder(told[0].id).await.unwrap();
    head.commit().await.unwrap();
    assert_eq!(bench.unread(bench.zhou).await, 0);
    let page = bench.reads(bench.pan, case, None).await;
    assert_eq!(page.rows.len(), 1);
    let row = &page.rows[0];
    assert_eq!((row.by, row.text.as_str()), (bench.chen, "请看检疫票\n<b>两张</b>"));
    assert_eq!((row.mentioned.as_slice(), row.may_withdraw), ([bench.zhou].as_slice(), false));
    assert!(bench.reads(bench.chen, case, None).await.rows[0].may_withdraw);
    bench.database.store.remind().await.unwrap();
    assert_eq!(bench.bureau(bench.zhou).await.reminders().await.unwrap().len(), 1, "a scan settles none");
}

#[rstest]
#[tokio::test]
async fn only_members_of_today_who_read_cases_are_offered(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let reader = bench.database.person("reader", "daoxian", &[Role::Reader]).await;
    let admin = bench.database.person("admin", "daoxian", &[Role::BureauAdmin]).await;
    let stranger = bench.database.person("stranger", "jianghua", &[Role::Head]).await;
    let shut = bench.database.person("shut", "daoxian", &[Role::Reader]).await;
    bench.database.store.disable_account("shut", true).await.unwrap();
    let mut offered = bench.offered(bench.chen, case).await;
    offered.sort_unstable();
    let mut right = vec![bench.pan, bench.zhou, reader];
    right.sort_unstable();
    assert_eq!(offered, right);
    for nobody in [admin, stranger, shut, bench.chen] {
        let said = bench.says(bench.chen, case, "看看", &[nobody]).await.unwrap();
        assert_eq!(said, Err(CommentFault::NotOffered));
    }
    assert_eq!(bench.reads(bench.chen, case, None).await.rows, []);
    assert!(matches!(bench.says(admin, case, "看看", &[]).await, Err(Error::Forbidden(_))));
    bench.says(reader, case, "收到", &[]).await.unwrap().unwrap();
}

#[rstest]
#[tokio::test]
async fn its_author_withdraws_it_within_ten_minutes_and_nobody_else(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let first = bench.says(bench.chen, case, WORDS, &[bench.zhou]).await.unwrap().unwrap();
    assert!(matches!(bench.withdraws(bench.zhou, case, first).await, Err(Error::NotFound)));
    let other = bench.registers_on("2026-11-03").await;
    assert!(matches!(bench.withdraws(bench.chen, other, first).await, Err(Error::NotFound)), "another case");
    bench.goes_to("2026-11-02");
    bench.database.clock.advance_millis(10 * MINUTE);
    assert!(bench.withdraws(bench.chen, case, first).await.unwrap());
    assert!(bench.withdraws(bench.chen, case, first).await.unwrap(), "twice is once");
    let row = bench.reads(bench.zhou, case, None).await.rows.remove(0);
    assert_eq!((row.is_withdrawn, row.text.as_str(), row.may_withdraw), (true, "", false));
    assert_eq!(bench.bureau(bench.zhou).await.reminders().await.unwrap(), [], "nobody is told any more");
    assert_eq!(bench.tables_with(WORDS).await, ["audit_payload of 2"], "the act stays in the audit");
    assert_eq!(bench.tables_with("comment_withdrawn").await, ["audit of 2"]);

    let second = bench.says(bench.chen, case, "再说", &[]).await.unwrap().unwrap();
    bench.database.clock.advance_millis(10 * MINUTE + 1);
    assert!(!bench.withdraws(bench.chen, case, second).await.unwrap(), "too late");
    assert!(!bench.reads(bench.chen, case, None).await.rows[1].is_withdrawn);
}

#[rstest]
#[tokio::test]
async fn it_stands_in_no_dossier_search_figure_or_other_bureau(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let stranger = bench.database.person("stranger", "jianghua", &[Role::Officer]).await;
    bench.says(bench.chen, case, WORDS, &[bench.zhou]).await.unwrap().unwrap();
    assert_eq!(bench.tables_with(WORDS).await, ["audit_payload of 2", "case_comment of 2"]);
    let other = bench.database.store.operate_as("jianghua", Some(stranger)).await.unwrap();
    let desk = other.case_desk(bench.books.open()).await.unwrap();
    let text = CommentText::parse("x").unwrap();
    assert!(matches!(desk.comment(case, &text, &Default::default()).await, Err(Error::NotFound)));
    assert_eq!(desk.comments(case, None).await.unwrap().rows, []);
}

#[rstest]
#[tokio::test]
async fn many_comments_come_in_pages_and_a_mention_leads_to_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let mut ids = Vec::new();
    for nth in 0..55 {
        ids.push(bench.says(bench.chen, case, &format!("第{nth}条"), &[]).await.unwrap().unwrap());
    }
    let newest = bench.reads(bench.pan, case, None).await;
    assert_eq!((newest.rows.len(), newest.is_newest, newest.earlier), (50, true, Some(ids[4])));
    assert_eq!((newest.rows[0].id, newest.rows[49].id), (ids[5], ids[54]), "newest last");
    let earlier = bench.reads(bench.pan, case, newest.earlier).await;
    assert_eq!((earlier.rows.len(), earlier.is_newest, earlier.earlier), (5, false, None));
    assert_eq!(earlier.rows[4].id, ids[4]);
    assert_eq!(bench.reads(bench.pan, case, Some(ids[5])).await, newest, "one of the newest");
    assert_eq!(bench.reads(bench.pan, case, Some(CommentId(Uuid::nil()))).await.rows, []);
    analyze(&bench.database).await;
    bench.database.record();
    bench.reads(bench.pan, case, Some(ids[4])).await;
    bench.offered(bench.pan, case).await;
    let last = bench.says(bench.chen, case, "完", &[bench.zhou]).await.unwrap().unwrap();
    bench.withdraws(bench.chen, case, last).await.unwrap();
    let (asked, wrong) = bad_plans(&bench.database, engine).await;
    assert!(asked > 10, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
