//! How a page gets its data: drawn whole by the server, it is in the document; later, in the browser,
//! one fetch calls the same server function.
//!
//! One way for all pages, because the client of each server function would cost a page some ten
//! kilobytes of WASM.

#[cfg(feature = "ssr")]
mod at_hand;
#[cfg(not(feature = "ssr"))]
mod fetch;
#[cfg(not(feature = "ssr"))]
mod read;

use crate::error::AppError;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;
#[cfg(feature = "ssr")]
use std::sync::Arc;
use std::{convert::Infallible, fmt, marker::PhantomData, pin::Pin, str::FromStr};

/// What a page's data depends on: path parameters and query values, in the order of the arguments.
pub type Key = Vec<String>;

/// The values of a key, one after the other.
#[derive(Debug)]
pub struct Values(std::vec::IntoIter<String>);

impl Values {
    /// The next value; empty when there is none.
    pub fn take(&mut self) -> String {
        self.0.next().unwrap_or_default()
    }
}

pub type Pending = Pin<Box<dyn Future<Output = Reply> + Send>>;

/// A server function that a page reads, with the names of its arguments.
pub struct Reads<T> {
    #[cfg(feature = "ssr")]
    call: Arc<dyn Fn(Key) -> Pending + Send + Sync>,
    #[cfg(not(feature = "ssr"))]
    path: &'static str,
    #[cfg(not(feature = "ssr"))]
    names: &'static [&'static str],
    output: PhantomData<fn() -> T>,
}

impl<T> fmt::Debug for Reads<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reads")
    }
}

/// The call of a reading server function: `reads!(call::CasePage { bureau, case, done })`; the page's key
/// has the values in this order.
macro_rules! reads {
    ($($call:ident)::+ {}) => {
        $crate::wire::Reads::new(&[], |_| $($call)::+ {})
    };
    ($($call:ident)::+ { $($name:ident),+ }) => {
        $crate::wire::Reads::new(&[$(stringify!($name)),+], |key| $($call)::+ { $($name: key.take()),+ })
    };
}
pub(crate) use reads;

impl<T: 'static> Reads<T> {
    /// Of arguments by these names; `call` makes the call of the key's values.
    #[cfg(feature = "ssr")]
    pub fn new<C>(_names: &'static [&'static str], call: fn(&mut Values) -> C) -> Self
    where
        C: ServerFn<Output = T, Error = AppError> + 'static,
        T: serde::Serialize + Send,
    {
        let call = Arc::new(move |key: Key| -> Pending {
            let call = call(&mut Values(key.into_iter()));
            Box::pin(async move { Reply::of(call.run_body().await) })
        });
        Reads { call, output: PhantomData }
    }

    /// Of arguments by these names.
    #[cfg(not(feature = "ssr"))]
    pub fn new<C>(names: &'static [&'static str], _call: fn(&mut Values) -> C) -> Self
    where
        C: ServerFn<Output = T, Error = AppError> + 'static,
    {
        Reads { path: C::PATH, names, output: PhantomData }
    }

    /// The call itself, without its type, so that what uses it is compiled once.
    pub(crate) fn caller(self) -> impl Fn(Key) -> Pending + Send + Sync + Clone + use<T> {
        #[cfg(feature = "ssr")]
        let call = self.call;
        #[cfg(not(feature = "ssr"))]
        let (path, names) = (self.path, self.names);
        move |key| {
            #[cfg(feature = "ssr")]
            return call(key);
            #[cfg(not(feature = "ssr"))]
            return Box::pin(fetch::post(path, names, key));
        }
    }
}

/// What a server function answered, as JSON text.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    is_error: bool,
    json: String,
    /// The data itself, for the one page that the server draws of it.
    #[cfg(feature = "ssr")]
    data: at_hand::AtHand,
}

impl Reply {
    #[cfg(feature = "ssr")]
    fn of<T: serde::Serialize + Send + 'static>(answer: Result<T, AppError>) -> Self {
        let (is_error, json) = match &answer {
            Ok(data) => (false, serde_json::to_string(data)),
            Err(error) => (true, serde_json::to_string(error)),
        };
        let data = answer.map_or_else(|_| at_hand::AtHand::default(), at_hand::AtHand::of);
        json.map_or_else(|_| Reply::down(), |json| Reply { is_error, json, data })
    }

    /// No answer came.
    fn down() -> Self {
        Reply { is_error: true, ..Reply::default() }
    }

    /// The data, or why there is none.
    ///
    /// # Errors
    /// What the server function answered; `Down` when it cannot be read.
    pub fn read<T: DeserializeOwned + 'static>(&self) -> Result<T, AppError> {
        let down = || AppError::Down { trace: String::new() };
        if self.is_error {
            return Err(read(&self.json).unwrap_or_else(down));
        }
        #[cfg(feature = "ssr")]
        if let Some(data) = self.data.take() {
            return Ok(data);
        }
        read(&self.json).ok_or_else(down)
    }
}

#[cfg(feature = "ssr")]
fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

#[cfg(not(feature = "ssr"))]
pub(crate) use read::read;

/// As it stands in the document: in ASCII, because the document is written character by character, and each other
/// one would be looked up in the tables of Unicode whether it can be shown.
impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_error { "-" } else { "+" })?;
        let mut rest = self.json.as_str();
        while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
            let (plain, others) = rest.split_at(at);
            f.write_str(plain)?;
            let end = others.find(|c: char| c.is_ascii()).unwrap_or(others.len());
            let (others, after) = others.split_at(end);
            for unit in others.encode_utf16() {
                write!(f, "\\u{unit:04x}")?;
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

impl FromStr for Reply {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Reply {
            is_error: !text.starts_with('+'),
            json: text.trim_start_matches(['+', '-']).to_owned(),
            #[cfg(feature = "ssr")]
            data: at_hand::AtHand::default(),
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_document_is_plain_and_reads_back() {
        for text in ["", "plain", "永州 潇湘", "㴩𠮷 \"<é>\" \\ \n", "🐖"] {
            let reply = Reply::of(Ok::<_, AppError>(text.to_owned()));
            let shown = reply.to_string();
            assert!(shown.is_ascii(), "{shown}");
            let Ok(read) = shown.parse::<Reply>();
            assert_eq!(read.read::<String>().unwrap(), text);
            assert_eq!(reply.read::<String>().unwrap(), text, "at hand");
            assert_eq!(reply.read::<String>().unwrap(), text, "and once more, from its JSON");
        }
        let refused = Reply::of(Err::<String, _>(AppError::NotFound));
        let Ok(read) = refused.to_string().parse::<Reply>();
        assert_eq!(read.read::<String>().unwrap_err(), AppError::NotFound);
    }
}
