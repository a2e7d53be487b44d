//! The binary `xiaoxiang`: command line, web server, Excel, jobs.
//!
//! Architecture invariant: this crate holds whatever speaks to the outside. It decides no rule of
//! the field (that is `domain`) and writes no query (that is `store`).

use clap::Parser;
use std::process::ExitCode;

mod bench;
mod command;
mod config;
mod demo;
mod dossier;
mod exchange;
mod job;
#[cfg(test)]
mod tests;
mod web;

/// Pages and rows are many small texts that live as long as an answer: a tenth less CPU than with the system's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("xiaoxiang: cannot start the runtime: {error}");
            return ExitCode::FAILURE;
        }
    };
    runtime.block_on(command::run(arguments))
}
