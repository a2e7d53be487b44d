//! The doors of the desk: what a person is reminded of and keeps, what is said of a case, the way of proposals through the
//! house, and lent powers.

use super::door::{Door, For, act, call, page};
use super::good::{GOOD_COMMENT, GOOD_DELEGATION, GOOD_HANDING, GOOD_VIEW, GOOD_VIEW_NAME};
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);
const APPROVE: For = For::Holders(Power::ApproveCases);

/// All doors of the desk.
pub const DESK: &[Door] = &[
    page("/_/keys", "/_/keys", For::Everybody),
    page("/_/palette", "/_/palette?page=%2F{bureau}%2Fcases%2F{case}", For::Members),
    page("/_/help", "/_/help?q=%E9%80%81%E8%BE%BE", For::Everybody),
    page("/_/help", "/_/help?page=%2F{bureau}%2Fproposals", For::Everybody),
    page("/_/help/{part}/{word}", "/_/help/act/file", For::Everybody),
    act("/_/size", "/_/size", "size=large&next=%2F{bureau}", For::Everybody),
    page("/{bureau}/reminders", "/{bureau}/reminders?done=read", READ),
    page("/{bureau}/reminders/week", "/{bureau}/reminders/week", READ),
    call("/_/api/reminders", "bureau={bureau}&page=reminders", READ),
    call("/_/api/reminders", "bureau={bureau}&page=reminders%2Fweek", READ),
    act("/_/api/read-reminder", "/_/api/read-reminder", "bureau={bureau}&reminder={reminder}", READ),
    page("/{bureau}/delegations", "/{bureau}/delegations?draft={draft}", APPROVE),
    call("/_/api/delegations", "bureau={bureau}&draft={draft}", APPROVE),
    act("/_/api/delegate", "/_/api/delegate", GOOD_DELEGATION, APPROVE),
    act(
        "/_/api/revoke-delegation",
        "/_/api/revoke-delegation",
        "bureau={bureau}&delegation={delegation}",
        APPROVE,
    ),
    call("/_/api/case-page", "bureau={bureau}&case={case}&done=&until={comment}&draft={draft}", READ),
    act("/_/api/comment", "/_/api/comment", GOOD_COMMENT, READ),
    act(
        "/_/api/withdraw-comment",
        "/_/api/withdraw-comment",
        "bureau={bureau}&case={case}&comment={comment}",
        READ,
    ),
    page("/{bureau}/views", "/{bureau}/views?page=cases&query=stage%3Dclosed&draft={draft}", READ),
    call(
        "/_/api/saved-views",
        "bureau={bureau}&page=cases&query=stage%3Dclosed&draft={draft}&view={saved_view}",
        READ,
    ),
    act("/_/api/save-view", "/_/api/save-view", GOOD_VIEW, READ),
    act("/_/api/rename-view", "/_/api/rename-view", GOOD_VIEW_NAME, READ),
    act("/_/api/default-view", "/_/api/default-view", "bureau={bureau}&view={saved_view}&opens=yes", READ),
    act("/_/api/delete-view", "/_/api/delete-view", "bureau={bureau}&view={saved_view}", READ),
    act("/_/api/proposal-way", "/_/api/proposal-way", GOOD_HANDING, READ),
];
