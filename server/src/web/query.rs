//! What an address asks for behind its question mark.

use axum::extract::{FromRequestParts, Query as Strict};
use http::request::Parts;
use serde::de::DeserializeOwned;
use std::convert::Infallible;

/// What an address asks for. Whatever stands there that cannot be read, such as one thing said twice, asks for nothing:
/// people shorten, mend and forward addresses, and the page is there all the same.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequestParts<S> for Query<T> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Query(Strict::try_from_uri(&parts.uri).map(|Strict(asked)| asked).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default)]
    struct Asked {
        done: String,
    }

    #[tokio::test]
    async fn what_cannot_be_read_asks_for_nothing() {
        for (address, done) in [
            ("/a?done=added&x=1", "added"),
            ("/a", ""),
            ("/a?done=a&done=b", ""),
            ("/a?done=%FF", "\u{fffd}"),
        ] {
            let (mut parts, ()) = http::Request::get(address).body(()).expect("a request").into_parts();
            let Ok(Query(asked)) = Query::<Asked>::from_request_parts(&mut parts, &()).await;
            assert_eq!(asked.done, done, "{address}");
        }
    }
}
