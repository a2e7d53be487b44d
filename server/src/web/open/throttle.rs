//! How often one address may ask for public pages.
//!
//! It spares this machine and keeps no secret, so each server counts for itself and forgets when it ends; guessed
//! addresses are counted in the database.

use domain::Instant;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::counted_as;

/// Requests of one address in one minute, of IPv6 of one network. All readers behind one proxy are one address.
pub const REQUESTS_A_MINUTE: u32 = 600;

/// Addresses that are remembered at once.
const ADDRESSES_MAX: usize = 10_000;

const MINUTE_MILLIS: i64 = 60_000;

/// The requests of the current minute, by address.
#[derive(Debug, Default)]
pub struct Throttle(Mutex<(i64, HashMap<String, u32>)>);

impl Throttle {
    /// Counts a request; the whole seconds to wait when it is one too many.
    pub fn wait_seconds(&self, address: &str, now: Instant) -> Option<i64> {
        let minute = now.0.div_euclid(MINUTE_MILLIS);
        let address = counted_as(address);
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.0 != minute || counted.1.len() >= ADDRESSES_MAX && !counted.1.contains_key(&address) {
            *counted = (minute, HashMap::new());
        }
        let asked = counted.1.entry(address).or_default();
        *asked = asked.saturating_add(1);
        let left = MINUTE_MILLIS - now.0.rem_euclid(MINUTE_MILLIS);
        (*asked > REQUESTS_A_MINUTE).then_some((left + 999) / 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_so_often_a_minute_and_another_one_does_not_feel_it() {
        let throttle = Throttle::default();
        let now = Instant(30_500);
        for _ in 0..REQUESTS_A_MINUTE {
            assert_eq!(throttle.wait_seconds("192.0.2.1", now), None);
        }
        assert_eq!(throttle.wait_seconds("192.0.2.1", now), Some(30));
        assert_eq!(throttle.wait_seconds("192.0.2.2", now), None);
        assert_eq!(throttle.wait_seconds("192.0.2.1", Instant(60_000)), None);
    }

    #[test]
    fn a_network_of_ipv6_is_one_address_and_wipes_nobodys_counts() {
        let throttle = Throttle::default();
        for nth in 0..REQUESTS_A_MINUTE {
            assert_eq!(throttle.wait_seconds(&format!("2001:db8::{nth:x}"), Instant(0)), None);
        }
        assert_eq!(throttle.wait_seconds("2001:db8::ffff", Instant(0)), Some(60));
        assert_eq!(throttle.wait_seconds("2001:db8:0:1::1", Instant(0)), None);
        for nth in 0..ADDRESSES_MAX + 5 {
            throttle.wait_seconds(&format!("2001:db8::1:{nth:x}"), Instant(0));
        }
        assert_eq!(throttle.0.lock().unwrap().1.len(), 2);
    }

    #[test]
    fn it_remembers_only_so_many_addresses() {
        let throttle = Throttle::default();
        for nth in 0..ADDRESSES_MAX + 5 {
            assert_eq!(throttle.wait_seconds(&nth.to_string(), Instant(0)), None);
        }
        assert!(throttle.0.lock().unwrap().1.len() < ADDRESSES_MAX);
    }
}
