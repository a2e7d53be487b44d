use super::*;

const ADMIN: &[Role] = &[Role::BureauAdmin];
const BOTH: &[Role] = &[Role::BureauAdmin, Role::CityAdmin];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn asked(roles: &[Role]) -> Asked<'_> {
    Asked { is_asker: false, roles, is_elsewhere: false }
}

#[test]
fn the_citys_administration_is_handed_on_by_its_holders_only() {
    for role in Role::ALL {
        assert_eq!(may_give(ADMIN, role), role != Role::CityAdmin, "{role:?}");
        assert!(may_give(BOTH, role), "{role:?}");
    }
}

#[test]
fn a_password_opens_nothing_that_the_administrator_could_not_give() {
    use AdministrationRefusal as R;
    assert_eq!(may_renew_password(ADMIN, &asked(&[Role::Chief])), Ok(()));
    assert_eq!(may_renew_password(ADMIN, &asked(ADMIN)), Ok(()));
    let elsewhere = Asked { is_elsewhere: true, ..asked(&[Role::Reader]) };
    assert_eq!(may_renew_password(BOTH, &elsewhere), Err(R::ElsewhereToo));
    assert_eq!(may_renew_password(ADMIN, &asked(BOTH)), Err(R::PersonAboveOwn));
    assert_eq!(may_renew_password(BOTH, &asked(&[Role::CityAdmin])), Ok(()));
    assert_eq!(may_renew_password(ADMIN, &asked(&[])), Err(R::Ended));
    let oneself = Asked { is_asker: true, ..asked(ADMIN) };
    assert_eq!(may_renew_password(ADMIN, &oneself), Err(R::Oneself));
}

#[test]
fn an_account_is_changed_by_whoever_made_it_or_the_city() {
    use AdministrationRefusal as R;
    let asked = |roles| AskedAccount { is_asker: false, roles, is_elsewhere: false, is_laid_here: true };
    let chief: &[Role] = &[Role::Chief];
    assert_eq!(may_change_account(ADMIN, &asked(chief)), Ok(()));
    let elsewhere = AskedAccount { is_elsewhere: true, ..asked(chief) };
    assert_eq!(may_change_account(ADMIN, &elsewhere), Ok(()));
    let other = AskedAccount { is_laid_here: false, ..asked(chief) };
    assert_eq!(may_change_account(ADMIN, &other), Err(R::LaidElsewhere));
    assert_eq!(may_change_account(ADMIN, &asked(&[])), Err(R::NotTheirs));
    assert_eq!(may_change_account(ADMIN, &asked(BOTH)), Err(R::NotTheirs));
    let gone = AskedAccount { is_laid_here: false, ..asked(&[]) };
    assert_eq!(may_change_account(&[Role::CityAdmin], &gone), Ok(()), "the city any");
}

#[test]
fn an_account_that_opens_another_bureau_is_disabled_by_the_city_alone() {
    use AdministrationRefusal as R;
    let asked = |roles| AskedAccount { is_asker: false, roles, is_elsewhere: false, is_laid_here: false };
    let chief: &[Role] = &[Role::Chief];
    assert_eq!(may_switch_account(ADMIN, &asked(chief)), Ok(()));
    let elsewhere = AskedAccount { is_elsewhere: true, ..asked(chief) };
    assert_eq!(may_switch_account(ADMIN, &elsewhere), Err(R::SwitchedByCity));
    assert_eq!(may_switch_account(&[Role::CityAdmin], &elsewhere), Ok(()));
    assert_eq!(may_switch_account(ADMIN, &asked(BOTH)), Err(R::NotTheirs));
    assert_eq!(may_switch_account(ADMIN, &asked(&[])), Err(R::NotTheirs));
    for own in [ADMIN, BOTH] {
        let oneself = AskedAccount { is_asker: true, ..asked(own) };
        assert_eq!(may_switch_account(own, &oneself), Err(R::OwnAccount));
    }
}

#[test]
fn a_bureau_keeps_an_administrator_as_long_as_before() {
    let today = day("2026-11-23");
    let term = |roles, to: Option<&str>| Term { roles, from: day("2020-01-01"), to: to.map(day) };
    let keeps = |before, after, others: &[Term<'static>]| {
        keeps_administrator(today, before, after, others.iter().copied()).is_ok()
    };
    let (admin, reader): (_, &[Role]) = (term(ADMIN, None), &[Role::Reader]);
    assert!(keeps(admin, admin, &[]));
    assert!(!keeps(admin, term(reader, None), &[]), "the last one");
    assert!(!keeps(admin, term(ADMIN, Some("2027-01-01")), &[]), "the last one goes later");
    assert!(keeps(admin, term(reader, None), &[admin]), "another stays");
    assert!(!keeps(admin, term(reader, None), &[term(ADMIN, Some("2026-12-31"))]), "the other goes");
    let to_come = Term { from: day("2026-11-24"), ..admin };
    assert!(!keeps(admin, term(reader, None), &[to_come]), "the other has not come yet");
    assert!(keeps(term(reader, None), term(reader, Some("2026-11-23")), &[]), "no administrator anyway");
    assert!(keeps(term(ADMIN, Some("2026-12-31")), admin, &[]), "stays longer");
}

#[test]
fn every_refusal_reads_back_from_its_code() {
    for refusal in AdministrationRefusal::ALL {
        assert_eq!(AdministrationRefusal::from_code(refusal.code()), Some(refusal));
    }
}
