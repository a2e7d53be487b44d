//! A plain client in a thread of its own, whose CPU time is not counted.

use super::Failed;
use super::cpu::{self, Cpu};
use crate::web::{self, serve::Serving};
use axum::Router;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// Requests of one measure at least, and how long it takes at least: the system tells CPU time a tick
/// at a time, shorter runs would count nothing.
const REQUESTS: u32 = 300;
const AT_LEAST: Duration = Duration::from_secs(3);
const BYTES_MAX: usize = 16 << 20;

/// CPU milliseconds of one answer.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub process: f64,
    /// What PostgreSQL's backends spent on it; an embedded database is part of the process.
    pub database: f64,
}

/// A router that listens on this machine until it is dropped.
pub struct Served {
    address: SocketAddr,
    _serving: Serving,
}

/// Serves a router on a free port, as the product does.
pub fn serve(router: &Router) -> Result<Served, Failed> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    Ok(Served { address: listener.local_addr()?, _serving: web::serve::serve(&listener, router)? })
}

impl Served {
    /// What one answer to the request costs, and the body.
    pub async fn cost(&self, request: String) -> Result<(Cost, Vec<u8>), Failed> {
        let address = self.address;
        let asked = move || {
            let (sent, answered) = std::sync::mpsc::channel();
            let client = std::thread::Builder::new().name(cpu::CLIENT.to_owned());
            let thread = client.spawn(move || {
                let outcome = ask_often(address, &request).map_err(|error| error.to_string());
                // The measure is over when the receiver is gone.
                let _ = sent.send(outcome);
            })?;
            let outcome = answered.recv()?;
            thread.join().map_err(|_| "the client broke off")?;
            Ok::<_, Failed>(outcome?)
        };
        tokio::task::spawn_blocking(move || asked().map_err(|error| error.to_string()))
            .await?
            .map_err(Into::into)
    }
}

fn ask_often(address: SocketAddr, request: &str) -> Result<(Cost, Vec<u8>), Failed> {
    let mut connection = BufReader::new(TcpStream::connect(address)?);
    connection.get_ref().set_nodelay(true)?;
    for _ in 0..REQUESTS / 10 {
        ask(&mut connection, request)?;
    }
    let (begun, before, mut count) = (Instant::now(), Cpu::now()?, 0);
    let mut body = Vec::new();
    while count < REQUESTS || begun.elapsed() < AT_LEAST {
        body = ask(&mut connection, request)?;
        count += 1;
    }
    let spent = Cpu::now()?.since(before);
    let millis = |nanos: u64| nanos as f64 / f64::from(count) / 1e6;
    Ok((Cost { process: millis(spent.process), database: millis(spent.database) }, body))
}

/// Sends the request on the open connection and reads the whole answer.
fn ask(connection: &mut BufReader<TcpStream>, request: &str) -> Result<Vec<u8>, Failed> {
    connection.get_mut().write_all(request.as_bytes())?;
    let (mut length, mut line, mut first) = (None, String::new(), true);
    loop {
        line.clear();
        connection.read_line(&mut line)?;
        if first && !line.starts_with("HTTP/1.1 200") {
            return Err(format!("answered {line:?}").into());
        }
        first = false;
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = Some(value.trim().parse::<usize>()?);
        }
    }
    let mut body = Vec::new();
    match length {
        Some(length) => read_part(connection, length, &mut body)?,
        None => loop {
            line.clear();
            connection.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16)?;
            read_part(connection, size, &mut body)?;
            connection.read_line(&mut line)?;
            if size == 0 {
                break;
            }
        },
    }
    Ok(body)
}

fn read_part(connection: &mut BufReader<TcpStream>, size: usize, body: &mut Vec<u8>) -> Result<(), Failed> {
    let begin = body.len();
    if begin + size > BYTES_MAX {
        return Err("the answer is too long".into());
    }
    body.resize(begin + size, 0);
    connection.read_exact(body.get_mut(begin..).unwrap_or_default())?;
    Ok(())
}
