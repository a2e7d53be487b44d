//! The doors of visits: the logs of both sides, the form that begins one, and what one opens.

use super::door::{Door, For, act, call, page};
use super::good::GOOD_VISIT;
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);
const VISIT: For = For::City(Power::Supervise);

/// All doors of visits.
pub const VISITS: &[Door] = &[
    page("/{bureau}/visits", "/{bureau}/visits", READ),
    page("/{bureau}/visits", "/{bureau}/visits?form%5Bwhose%5D=mine&form%5Bcounty%5D=daoxian", VISIT),
    page("/{bureau}/visits", "/{bureau}/visits?after={visit}", READ),
    page("/{bureau}/visits/new", "/{bureau}/visits/new?county=daoxian&next=cases", VISIT),
    page("/{bureau}/visits/{visit}", "/{bureau}/visits/{visit}", READ),
    page("/{bureau}/visits/{visit}", "/{bureau}/visits/{visit}?after=7", VISIT),
    call("/_/api/visits", "bureau={bureau}&page=visits", READ),
    call("/_/api/visits", "bureau={bureau}&page=visits&query%5Bwhose%5D=mine", VISIT),
    call("/_/api/visits", "bureau={bureau}&page=visits%2Fnew&query%5Bdraft%5D={visit}", VISIT),
    call("/_/api/visits", "bureau={bureau}&page=visits%2F{visit}", READ),
    call("/_/api/visits", "bureau={bureau}&page=visits%2F{visit}", VISIT),
    act("/_/api/begin-visit", "/_/api/begin-visit", GOOD_VISIT, VISIT),
    act("/_/api/end-visit", "/_/api/end-visit", "bureau={bureau}&visit={visit}", VISIT),
    act(
        "/_/find/{bureau}/visits/{visit}",
        "/_/find/{bureau}/visits/{visit}",
        "to=%2F{bureau}%2Fvisits%2F{visit}%2Fcases&q=13907461234",
        VISIT,
    ),
    page("/{bureau}/visits/{visit}/cases", "/{bureau}/visits/{visit}/cases?q=%E9%81%93", VISIT),
    page("/{bureau}/visits/{visit}/cases/{case}", "/{bureau}/visits/{visit}/cases/{case}", VISIT),
    page("/{bureau}/visits/{visit}/establishments", "/{bureau}/visits/{visit}/establishments", VISIT),
    page(
        "/{bureau}/visits/{visit}/establishments/{id}",
        "/{bureau}/visits/{visit}/establishments/{establishment}",
        VISIT,
    ),
    page("/{bureau}/visits/{visit}/programmes", "/{bureau}/visits/{visit}/programmes", VISIT),
    page(
        "/{bureau}/visits/{visit}/programmes/{id}",
        "/{bureau}/visits/{visit}/programmes/{programme}",
        VISIT,
    ),
    page("/{bureau}/visits/{visit}/classes", "/{bureau}/visits/{visit}/classes", VISIT),
    page("/{bureau}/visits/{visit}/classes/{id}", "/{bureau}/visits/{visit}/classes/{class}", VISIT),
    page(
        "/{bureau}/visits/{visit}/classes/{id}/attendance",
        "/{bureau}/visits/{visit}/classes/{class}/attendance",
        VISIT,
    ),
    page(
        "/{bureau}/visits/{visit}/enrolments/{id}",
        "/{bureau}/visits/{visit}/enrolments/{enrolment}",
        VISIT,
    ),
    page("/{bureau}/visits/{visit}/trainees", "/{bureau}/visits/{visit}/trainees", VISIT),
    page("/{bureau}/visits/{visit}/trainees/{id}", "/{bureau}/visits/{visit}/trainees/{trainee}", VISIT),
    page("/{bureau}/visits/{visit}/certificates", "/{bureau}/visits/{visit}/certificates", VISIT),
    page(
        "/{bureau}/visits/{visit}/certificates/{id}",
        "/{bureau}/visits/{visit}/certificates/{certificate}",
        VISIT,
    ),
    call("/_/api/case-list", "bureau={bureau}%2Fvisits%2F{visit}&part=all", VISIT),
    call("/_/api/case-page", "bureau={bureau}%2Fvisits%2F{visit}&case={case}&done=", VISIT),
    call("/_/api/establishments", "bureau={bureau}%2Fvisits%2F{visit}&after=&exact=false", VISIT),
    call("/_/api/establishment", "bureau={bureau}%2Fvisits%2F{visit}&id={establishment}", VISIT),
    call("/_/api/training", "bureau={bureau}%2Fvisits%2F{visit}&page=trainees%2F{trainee}", VISIT),
    call("/_/api/frame", "bureau={bureau}%2Fvisits%2F{visit}", For::Members),
];
