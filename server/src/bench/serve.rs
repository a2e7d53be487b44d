//! The bundle's size, the server's start and its memory.

use super::{Failed, Figure};
use crate::config::Settings;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const START_SECONDS_MAX: u64 = 30;
/// The server has nothing to do for so long before its memory is read.
const IDLE: Duration = Duration::from_secs(3);

/// The WASM bundle as it is sent.
pub fn bundle(settings: &Settings) -> Result<Vec<Figure>, Failed> {
    let mut sum = 0;
    for entry in std::fs::read_dir(&settings.site)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().ends_with(".wasm.br") {
            sum += entry.metadata()?.len();
        }
    }
    if sum == 0 {
        return Err("there is no compressed bundle: run `make site`".into());
    }
    Ok(vec![Figure::amount("WASM bundle, brotli", sum as f64 / 1024.0, "KB", 300.0)])
}

/// Starts the server on the filled database and looks at it.
pub async fn process(settings: &Settings) -> Result<Vec<Figure>, Failed> {
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let address = format!("127.0.0.1:{port}");
    let begun = Instant::now();
    let mut child = Command::new(std::env::current_exe()?)
        .args(["serve", "--addr", &address, "--database", &settings.database, "--site"])
        .arg(&settings.site)
        .env("XIAOXIANG_KEYS", &settings.keys)
        .env("XIAOXIANG_FILES", &settings.files)
        .stdout(Stdio::null())
        .spawn()?;
    let measured = look_at(&address, begun, child.id()).await;
    child.kill()?;
    child.wait()?;
    measured
}

async fn look_at(address: &str, begun: Instant, process: u32) -> Result<Vec<Figure>, Failed> {
    while !is_alive(address).await {
        if begun.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
            return Err("the server does not start".into());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let start = begun.elapsed();
    tokio::time::sleep(IDLE).await;
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|text| text.trim().trim_end_matches("kB").trim().parse::<f64>().ok());
    Ok(vec![
        Figure::amount("start with an existing database", start.as_secs_f64() * 1000.0, "ms", 500.0),
        Figure::amount("idle server, resident", kilobytes.unwrap_or(f64::MAX) / 1024.0, "MB", 60.0),
    ])
}

async fn is_alive(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address).await else { return false };
    let asked = b"GET /healthz HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n\r\n";
    let mut answer = Vec::new();
    stream.write_all(asked).await.is_ok()
        && stream.read_to_end(&mut answer).await.is_ok()
        && answer.starts_with(b"HTTP/1.1 200")
}
