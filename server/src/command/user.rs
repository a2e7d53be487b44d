//! `xiaoxiang user add|disable|password`

use super::{Failure, Outcome, open};
use crate::config::Settings;
use clap::{Args, Subcommand};
use domain::role::Role;
use secrecy::SecretString;
use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;
use store::{NewAccount, NewMembership, Store};

#[derive(Args, Debug)]
pub struct UserArguments {
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Add a person and, with --bureau, a membership; reads a first password from standard input
    Add {
        /// Work number: what the person signs in with
        work_number: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// Slug of the bureau
        #[arg(long, requires = "role")]
        bureau: Option<String>,
        /// A role in the bureau; may be repeated
        #[arg(long, requires = "bureau")]
        role: Vec<String>,
    },
    /// Close an account: its sessions end, nothing of its records changes
    Disable { work_number: String },
    /// Set a new first password, read from standard input
    Password { work_number: String },
}

pub async fn run(arguments: UserArguments, settings: &Settings) -> Outcome {
    let store = open::store(settings).await?;
    match arguments.command {
        UserCommand::Add { work_number, name, bureau, role } => {
            let roles = parse_roles(&role)?;
            let password = read_password()?;
            add(&store, work_number, name, bureau, roles, password).await?;
        }
        UserCommand::Disable { work_number } => {
            store.disable_account(&work_number, true).await?;
            println!("Disabled.");
        }
        UserCommand::Password { work_number } => {
            store.set_password(&work_number, &read_password()?).await?;
            println!("The password is set; it must be changed at the next sign-in.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn parse_roles(words: &[String]) -> Result<Vec<Role>, Failure> {
    let known = || Role::ALL.map(Role::word).join(", ");
    let parse = |word: &String| {
        Role::from_word(word)
            .ok_or_else(|| Failure::Refused(format!("no role {word:?}; there are: {}", known())))
    };
    words.iter().map(parse).collect()
}

async fn add(
    store: &Store,
    work_number: String,
    name: String,
    bureau: Option<String>,
    roles: Vec<Role>,
    password: SecretString,
) -> Result<(), Failure> {
    let account = NewAccount { work_number, name, phone: None, password, must_change_password: true };
    let person = store.add_account(account).await?;
    if let Some(slug) = bureau {
        let bureau = store.operate(&slug).await?;
        let membership = NewMembership {
            roles,
            position: String::new(),
            from: bureau.today(),
            to: None,
            certificate: None,
            qualification_no: None,
        };
        bureau.admit(person, membership).await?;
        bureau.commit().await?;
    }
    println!("Added.");
    Ok(())
}

/// The first line of standard input; asked for when somebody sits there.
fn read_password() -> Result<SecretString, Failure> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprint!("First password: ");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line).map_err(store::Error::down)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failure::Refused("no password on standard input".to_owned()));
    }
    Ok(SecretString::from(password.to_owned()))
}
