//! What a server function answered, as it was: drawn on the server, a page need not read it from its own JSON.

use std::any::Any;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Data that is taken once; whoever comes later reads the JSON.
#[derive(Clone, Default)]
pub struct AtHand(Arc<Mutex<Option<Box<dyn Any + Send>>>>);

impl AtHand {
    pub fn of<T: Send + 'static>(data: T) -> Self {
        AtHand(Arc::new(Mutex::new(Some(Box::new(data)))))
    }

    /// The data, if it is still there and of this type.
    pub fn take<T: 'static>(&self) -> Option<T> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let data = held.take()?;
        match data.downcast() {
            Ok(data) => Some(*data),
            Err(other) => {
                *held = Some(other);
                None
            }
        }
    }
}

impl fmt::Debug for AtHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AtHand")
    }
}
