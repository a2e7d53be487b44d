//! Who gets in where: nobody, a person of another bureau, a reader, and whoever the door is for.

use super::door::{For, doors};
use super::site::{Answer, TestSite, Values};
use crate::web::PLAIN_ROUTES;
use domain::role::{Power, holders, may};
use leptos_axum::generate_route_list;
use rstest::rstest;
use std::collections::BTreeSet;
use store::Engine;
use store::demo::SEATS;

#[test]
fn every_door_of_the_site_has_its_access_cases() {
    let calls = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, method)| (method.to_string(), path.to_owned()));
    let plain = PLAIN_ROUTES.iter().map(|route| (route.method.to_owned(), route.path.to_owned()));
    let pages = generate_route_list(app::shell::App);
    let pages = pages.iter().map(|page| ("GET".to_owned(), page.path().to_owned()));
    let there: BTreeSet<_> = calls.chain(plain).chain(pages).collect();
    let listed: BTreeSet<_> = doors().map(|door| (door.method.to_owned(), door.route.to_owned())).collect();
    let unlisted: Vec<_> = there.difference(&listed).collect();
    assert!(unlisted.is_empty(), "add these to tests/door.rs: {unlisted:#?}");
    let gone: Vec<_> = listed.difference(&there).collect();
    assert!(gone.is_empty(), "these are in tests/door.rs but not in the site: {gone:#?}");
}

/// The demo's seat of a power, in a county or in the city's bureau.
fn seat_of(power: Power, is_city: bool) -> &'static str {
    let seat = SEATS.iter().find(|seat| may(seat.roles, power) && seat.city_only == is_city);
    seat.unwrap_or_else(|| panic!("nobody holds {power:?}, only {:?}", holders(power).collect::<Vec<_>>()))
        .word
}

/// A seat of the same bureau that lacks the power.
fn seat_without(power: Power) -> &'static str {
    let seat = SEATS.iter().find(|seat| !may(seat.roles, power) && !seat.city_only);
    seat.unwrap_or_else(|| panic!("everybody holds {power:?}")).word
}

#[rstest]
#[tokio::test]
async fn everybody_gets_what_the_door_is_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let site = TestSite::demo(engine).await;
    let stranger = site.sign_in("jh-officer1").await;
    let reader = site.sign_in("dx-reader").await;
    let city_reader = site.sign_in("yz-reader").await;
    let nowhere = uuid::Uuid::nil().to_string();
    for door in doors() {
        let mut values: Values = door.marks().into_iter().map(|mark| (mark, nowhere.clone())).collect();
        let is_city = matches!(door.whom, For::City(_));
        let (slug, prefix) = if is_city { ("yongzhou", "yz") } else { ("daoxian", "dx") };
        values.insert("bureau", slug.to_owned());
        let ask = |cookie: Option<String>| {
            let (site, values) = (&site, &values);
            async move { site.knock(door, values, cookie.as_deref()).await }
        };
        let about_a_row = door.marks().iter().any(|mark| *mark != "bureau");
        let nobody = ask(None).await;
        match door.whom {
            For::Everybody => assert!(gets_in(&nobody, true), "{door:?}: {nobody:?}"),
            _ => assert!(nobody.is_sign_in(), "{door:?}: {nobody:?}"),
        }
        let other = ask(Some(stranger.clone())).await;
        match door.whom {
            For::Everybody | For::SignedIn => {
                assert!(gets_in(&other, about_a_row || door.route.contains("{file}")), "{door:?}: {other:?}");
            }
            For::Members | For::Holders(_) | For::City(_) => {
                assert_eq!(other.status, 404, "{door:?}: {other:?}");
            }
        }
        let reader = if is_city { &city_reader } else { &reader };
        let read = ask(Some(reader.clone())).await;
        if let For::Holders(power) | For::City(power) = door.whom {
            let holder = site.sign_in(&format!("{prefix}-{}", seat_of(power, is_city))).await;
            let right = ask(Some(holder)).await;
            assert!(gets_in(&right, about_a_row), "{door:?}: {right:?}");
            let without = site.sign_in(&format!("{prefix}-{}", seat_without(power))).await;
            let refused = ask(Some(without)).await;
            assert_eq!(refused.status, 403, "{door:?}: {refused:?}");
            if !may(&[domain::role::Role::Reader], power) {
                assert_eq!(read.status, 403, "{door:?}: {read:?}");
                continue;
            }
        }
        assert!(gets_in(&read, about_a_row || door.route.contains("{file}")), "{door:?}: {read:?}");
    }
}

/// Whether the door opened. Where the row asked for is not there, 404 is what everybody inside gets.
fn gets_in(answer: &Answer, not_there: bool) -> bool {
    let refused = answer.status == 403 || answer.status == 401 || answer.status >= 500;
    !refused && (answer.status != 404 || not_there)
}
