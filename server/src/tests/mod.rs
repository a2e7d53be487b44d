//! The whole site as a browser meets it: the real router over a real database, on both engines.

mod access;
mod administration;
mod city;
mod comments;
mod door;
mod door_desk;
mod door_evidence;
mod door_money;
mod door_open;
mod door_paper;
mod door_papers;
mod door_transfer;
mod door_visit;
mod evidence;
mod fill;
mod good;
mod help;
mod leak;
mod open;
mod papers;
mod roll;
mod s3;
mod session;
mod site;
mod thread;
mod visit;
