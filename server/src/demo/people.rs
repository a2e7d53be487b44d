//! Who sits in the demo's bureaus. Names are made up.

use domain::Day;
use domain::id::PersonId;
use secrecy::SecretString;
use store::demo::{PASSWORD, SEATS, Seat, prefix};
use store::{Bureau, Certificate, Error, NewAccount, NewMembership, Store};

const SURNAMES: [&str; 24] = [
    "陈", "盘", "周", "唐", "蒋", "何", "欧阳", "邓", "杨", "李", "黄", "胡", "义", "奉", "熊", "贝", "罗",
    "郑", "谢", "魏", "吕", "彭", "文", "冯",
];
const GIVEN: [&str; 20] = [
    "建军", "晓燕", "志强", "丽华", "国平", "海波", "小玲", "永红", "文辉", "春梅", "德胜", "秀英", "卫东",
    "艳", "勇", "敏", "㴩", "子士", "云峰", "立新",
];

/// A name for the `nth` person of a bureau, always the same.
pub fn name(bureau: i32, nth: usize) -> String {
    let bureau = usize::try_from(bureau).unwrap_or(0);
    let surname = SURNAMES[(bureau * 7 + nth * 5) % SURNAMES.len()];
    let given = GIVEN[(bureau * 11 + nth * 3) % GIVEN.len()];
    format!("{surname}{given}")
}

/// Who sits on a seat of a bureau.
pub async fn person(store: &Store, bureau: &Bureau, seat: &str) -> Result<PersonId, Error> {
    store.person(&format!("{}-{seat}", prefix(&bureau.slug))).await
}

/// Seats the bureau's people.
pub async fn seat(store: &Store, bureau: &Bureau, today: Day) -> Result<(), Error> {
    let is_city = bureau.slug == "yongzhou";
    for (nth, seat) in SEATS.iter().enumerate().filter(|(_, seat)| is_city || !seat.city_only) {
        let account = NewAccount {
            work_number: format!("{}-{}", prefix(&bureau.slug), seat.word),
            name: name(bureau.id.0, nth),
            phone: None,
            password: SecretString::from(PASSWORD.to_owned()),
            must_change_password: false,
        };
        let person = store.add_account(account).await?;
        let workspace = store.operate(&bureau.slug).await?;
        let membership = membership(seat, bureau, nth, today);
        workspace.admit(person, membership).await?;
        workspace.commit().await?;
    }
    Ok(())
}

/// A member since the spring of two years ago; officers' certificates run for five years, the third
/// officer's ran out last month.
fn membership(seat: &Seat, bureau: &Bureau, nth: usize, today: Day) -> NewMembership {
    let code = bureau.code.as_deref().unwrap_or("000000");
    let day = |days: u64, past: bool| {
        let span = chrono::Days::new(days);
        if past { today.checked_sub_days(span) } else { today.checked_add_days(span) }.unwrap_or(today)
    };
    let expired = seat.word == "officer3";
    let certificate = seat.word.starts_with("officer").then(|| Certificate {
        number: format!("湘M{}{:03}", &code[2..], 101 + nth),
        from: day(1100, true),
        to: if expired { day(30, true) } else { day(725, false) },
    });
    NewMembership {
        roles: seat.roles.to_vec(),
        position: seat.position.to_owned(),
        from: day(900, true),
        to: None,
        certificate,
        qualification_no: (seat.word == "reviewer").then(|| format!("A2018{code}0{nth:02}")),
    }
}

/// One person, two bureaus, two roles: 挂职.
pub async fn lend(store: &Store) -> Result<(), Error> {
    let person = store.person("dx-officer3").await?;
    let workspace = store.operate("jiangyong").await?;
    let membership = NewMembership {
        roles: vec![domain::role::Role::Reader],
        position: "挂职锻炼".to_owned(),
        from: workspace.today(),
        to: None,
        certificate: None,
        qualification_no: None,
    };
    workspace.admit(person, membership).await?;
    workspace.commit().await
}
