//! The demo's accounts: one list for the loader that makes them and the sign-in page that offers them.

use crate::bureaus::Bureau;
use crate::error::Error;
use crate::store::Store;
use domain::Lang;
use domain::role::Role;

/// The password of every account of the demo.
pub const PASSWORD: &str = "yanshi-2026-xiaoxiang";

/// A seat of the demo: who sits in each of its bureaus.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// Ends the work number, as in `dx-officer1`.
    pub word: &'static str,
    /// The roles of the seat.
    pub roles: &'static [Role],
    /// 职务
    pub position: &'static str,
    /// Whether only the city bureau has it.
    pub city_only: bool,
}

const fn seat(word: &'static str, roles: &'static [Role], position: &'static str) -> Seat {
    Seat { word, roles, position, city_only: false }
}

const fn city_seat(word: &'static str, roles: &'static [Role], position: &'static str) -> Seat {
    Seat { word, roles, position, city_only: true }
}

/// Every seat.
pub const SEATS: &[Seat] = &[
    seat("officer1", &[Role::Officer], "执法大队一级主任科员"),
    seat("officer2", &[Role::Officer], "执法大队四级主任科员"),
    seat("officer3", &[Role::Officer], "执法大队办事员"),
    seat("reviewer", &[Role::Reviewer], "法规股股长"),
    seat("head", &[Role::Head], "副局长"),
    seat("chief", &[Role::Chief], "局长"),
    seat("registrar", &[Role::Registrar], "市场运行股办事员"),
    seat("reader", &[Role::Reader], "办公室文员"),
    seat("archivist", &[Role::Archivist], "档案员"),
    seat("admin", &[Role::BureauAdmin], "信息员"),
    city_seat("analyst", &[Role::CityAnalyst], "综合科科长"),
    city_seat("supervisor", &[Role::CitySupervisor], "督查科科长"),
    city_seat("cityadmin", &[Role::CityAdmin], "信息中心主任"),
    seat("trainer", &[Role::Trainer], "培训专干"),
];

/// An account that the sign-in page of a demo offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoAccount {
    pub work_number: String,
    /// Bureau and roles in words.
    pub title: String,
}

/// The seats that are offered for the county bureau shown first.
const OFFERED: &[&str] =
    &["officer1", "officer2", "reviewer", "head", "chief", "registrar", "trainer", "reader", "admin"];

/// The bureau whose accounts are offered first.
const SHOWN_FIRST: &str = "daoxian";

/// What begins the work numbers of a bureau's demo accounts: the first letters of its name's syllables.
#[must_use]
pub fn prefix(slug: &str) -> &'static str {
    match slug {
        "yongzhou" => "yz",
        "lingling" => "ll",
        "lengshuitan" => "lst",
        "dongan" => "da",
        "shuangpai" => "sp",
        "daoxian" => "dx",
        "jiangyong" => "jy",
        "ningyuan" => "ny",
        "lanshan" => "ls",
        "xintian" => "xt",
        "jianghua" => "jh",
        "qiyang" => "qy",
        _ => "zz",
    }
}

/// Whether a bureau was laid by the demo: its settings say so.
#[must_use]
pub fn is_demo(bureau: &Bureau) -> bool {
    serde_json::from_str::<serde_json::Value>(&bureau.settings)
        .is_ok_and(|settings| settings.get("demo") == Some(&serde_json::Value::Bool(true)))
}

impl Store {
    /// The accounts to offer on the sign-in page; none in a real installation.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn demo_accounts(&self, lang: Lang) -> Result<Vec<DemoAccount>, Error> {
        let bureaus = self.bureaus().await?;
        let demo = |slug: &str| bureaus.iter().find(|bureau| bureau.slug == slug && is_demo(bureau));
        let mut offered = Vec::new();
        for bureau in [demo(SHOWN_FIRST), demo("yongzhou")].into_iter().flatten() {
            let is_city = bureau.slug == "yongzhou";
            let seats = SEATS.iter().filter(|seat| seat.city_only == is_city);
            for seat in seats.filter(|seat| is_city || OFFERED.contains(&seat.word)) {
                let roles: Vec<_> = seat.roles.iter().map(|role| role.title(lang)).collect();
                offered.push(DemoAccount {
                    work_number: format!("{}-{}", prefix(&bureau.slug), seat.word),
                    title: format!("{} · {}", bureau.short_name, roles.join(lang.pick("、", ", "))),
                });
            }
        }
        Ok(offered)
    }
}
