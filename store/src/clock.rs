//! The only place that asks the machine what time it is.

use domain::{Day, Instant};
use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the present comes from. Two real kinds: the machine, and a fixed hand for tests and the demo.
pub trait Clock: Debug + Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;

    /// The present day in Asia/Shanghai.
    fn today(&self) -> Day {
        self.now().day()
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock of the product")]
    fn now(&self) -> Instant {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Instant(since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// A clock that stands until somebody moves it.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Stands at `now`.
    #[must_use]
    pub fn at(now: Instant) -> Self {
        FixedClock(AtomicI64::new(now.0))
    }

    /// Moves the hand to `now`, also backwards.
    pub fn set(&self, now: Instant) {
        self.0.store(now.0, Ordering::SeqCst);
    }

    /// Moves the hand forward by milliseconds.
    pub fn advance_millis(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}
