//! An officer's browser, that sends until it is answered.

use super::{ANSWER_IN, GIVEN_UP_AFTER};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// One officer's browser: where the server is and as whom it sends.
pub struct Browser {
    pub address: SocketAddr,
    pub cookie: String,
    pub lead: String,
    pub second: String,
    pub today: String,
}

/// What an officer did until the end was told: cases, each with how many acts were acknowledged.
pub type Worked = Vec<(String, u32)>;

impl Browser {
    /// Sends a form to a path and reads where it leads; none when the connection broke.
    pub fn send(&self, path: &str, form: &str) -> Option<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, ANSWER_IN).ok()?;
        stream.set_read_timeout(Some(ANSWER_IN)).ok()?;
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: {}\r\nconnection: close\r\ncontent-type: \
             application/x-www-form-urlencoded\r\naccept: text/html\r\ncontent-length: {}\r\n\r\n{form}",
            self.address,
            self.cookie,
            form.len(),
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        // Killed while it answered, it has acknowledged nothing.
        let (head, _) = answer.split_once("\r\n\r\n")?;
        let location = head.lines().find_map(|line| line.strip_prefix("location: "));
        Some(location.unwrap_or_else(|| panic!("no way on from {form}: {answer}")).to_owned())
    }

    /// Sends the same act, with the same token, until it is answered.
    pub fn insists(&self, form: &str) -> String {
        self.insists_at("/_/api/case-act", form, "?done=done")
    }

    /// As [`Browser::insists`], at a path whose right answer ends so.
    pub fn insists_at(&self, path: &str, form: &str, done: &str) -> String {
        let begun = Instant::now();
        while begun.elapsed() < GIVEN_UP_AFTER {
            if let Some(location) = self.send(path, form) {
                assert!(location.ends_with(done), "refused: {location} for {form}");
                return location;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("never answered: {form}");
    }

    pub fn form(&self, case: &str, act: &str, seq: u32, fields: &[(&str, &str)]) -> String {
        let token = uuid::Uuid::new_v4().to_string();
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        pairs.append_pair("bureau", "daoxian").append_pair("case", case).append_pair("act", act);
        for (name, value) in fields.iter().chain(&[("on", self.today.as_str()), ("token", &token)]) {
            pairs.append_pair(&format!("form[{name}]"), value);
        }
        pairs.append_pair("form[seq]", &seq.to_string()).append_pair("party", "").finish()
    }

    pub fn registers(&self) -> String {
        let clue = [("source", "inspection"), ("suspicion", "未按规定登记"), ("place", "道县梅花镇")];
        let location = self.insists(&self.form("", "register_clue", 1, &clue));
        location.trim_end_matches("?done=done").rsplit('/').next().unwrap().to_owned()
    }

    /// Registers a clue, declines it, and issues the paper of that, which takes a number.
    pub fn issues(&self) -> String {
        let case = self.registers();
        let declined = [("ground", "no_unlawful_act"), ("reasons", "查无实据")];
        self.insists(&self.form(&case, "refuse_filing", 1, &declined));
        let token = uuid::Uuid::new_v4().to_string();
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("act", "issue"), ("paper", "D02-2"), ("token", token.as_str())] {
            pairs.append_pair(&format!("form[{name}]"), value);
        }
        self.insists_at(&format!("/_/papers/daoxian/{case}"), &pairs.finish(), "?done=issued");
        case
    }

    /// Registers clues and records on each what was done, until told that it is over.
    pub fn works(&self, over: &AtomicBool) -> Worked {
        let mut worked = Worked::new();
        while !over.load(Ordering::Relaxed) {
            let case = self.registers();
            let record = [
                ("record_kind", "inspection"),
                ("lead", self.lead.as_str()),
                ("second", self.second.as_str()),
                ("place", "屠宰车间"),
                ("from", "9:00"),
                ("to", "10:00"),
                ("shown", "yes"),
                ("told", "yes"),
                ("signature", "signed"),
                ("course", "未见进厂登记"),
            ];
            for seq in 1..=2 {
                self.insists(&self.form(&case, "record", seq, &record));
            }
            worked.push((case, 3));
        }
        worked
    }
}
