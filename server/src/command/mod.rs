//! The command line: one file per command.

mod bench;
mod deadline;
mod demo;
mod doctor;
mod import;
mod migrate;
mod open;
mod serve;
mod user;
mod verify;

use crate::config::{CommonArguments, Settings};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Commerce supervision and labour services for a city's commerce bureaus (潇湘).
#[derive(Debug, Parser)]
#[command(name = "xiaoxiang", version, about, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    common: CommonArguments,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the site
    #[command(after_help = serve::SETTINGS_HELP)]
    Serve(serve::ServeArguments),
    /// Bring the database to this version; on PostgreSQL with the owner's URL
    Migrate,
    /// Load the demo of twelve bureaus into an empty database
    Demo,
    /// Import a bureau's ledger
    Import(import::ImportArguments),
    /// End a term by the legal calendar and show how it was counted
    Deadline(deadline::DeadlineArguments),
    /// Check settings, database, keys, fonts and calendar years
    Doctor,
    /// Measure what the product promises, on a throw-away database
    #[command(hide = true)]
    Bench(bench::BenchArguments),
    /// Compare what is kept with the records
    Verify(verify::VerifyArguments),
    /// Add a person, change a password, close an account
    User(user::UserArguments),
}

/// How a command ended.
pub type Outcome = Result<ExitCode, Failure>;

/// Why a command could not do its work; exit status 1.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{0}")]
    Config(#[from] crate::config::ConfigError),
    #[error("{0}")]
    Store(#[from] store::Error),
    #[error("{0}")]
    Refused(String),
}

/// Runs the command. 0: done. 1: the input was refused or something failed. 2 (by clap): wrong usage.
pub async fn run(arguments: Arguments) -> ExitCode {
    let outcome = match Settings::read(&arguments.common) {
        Ok(settings) => dispatch(arguments.command, settings).await,
        Err(error) => Err(error.into()),
    };
    outcome.unwrap_or_else(|failure| {
        eprintln!("xiaoxiang: {failure}");
        ExitCode::FAILURE
    })
}

fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    println!("{}", serde_json::to_string(value).map_err(|error| Failure::Refused(error.to_string()))?);
    Ok(())
}

/// The dated data is checked before anything works by it: every fault with file, line and reason.
fn install_catalogue(settings: &Settings) -> Result<(), Failure> {
    let folder = settings.catalogue.as_deref();
    store::catalogue::install(folder).map_err(|faults| Failure::Refused(faults.to_string()))?;
    store::rules::install(folder).map_err(|fault| Failure::Refused(fault.to_string()))?;
    Ok(())
}

async fn dispatch(command: Command, settings: Settings) -> Outcome {
    install_catalogue(&settings)?;
    match command {
        Command::Serve(arguments) => serve::run(arguments, settings).await,
        Command::Migrate => migrate::run(&settings).await,
        Command::Demo => demo::run(&settings).await,
        Command::Import(arguments) => import::run(arguments, &settings).await,
        Command::Bench(arguments) => bench::run(arguments, settings).await,
        Command::Deadline(arguments) => deadline::run(&arguments),
        Command::Doctor => doctor::run(&settings).await,
        Command::Verify(arguments) => verify::run(arguments, &settings).await,
        Command::User(arguments) => user::run(arguments, &settings).await,
    }
}
