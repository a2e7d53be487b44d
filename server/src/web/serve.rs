//! A connection lives on one thread from beginning to end: one thread for each core, each with a runtime of its own.
//!
//! The frame of a page and the page inside read the same memos of the reactive graph. On two threads at once, the
//! one that reads while the other computes finds nothing and panics (`reactive_graph` 0.2, `ArcMemo`), or both wait
//! for each other. What is spawned while an answer is made stays on the thread of its connection. It is also
//! cheaper: an answer that waits for its database wakes one thread, not two. Work that takes longer than a page
//! goes to `spawn_blocking`, because the other connections of its thread wait for it.

use axum::Router;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZero;
use std::thread;
use tokio::sync::{mpsc, watch};

/// The threads that serve, until they are asked to stop or dropped.
#[derive(Debug)]
pub struct Serving {
    stop: watch::Sender<bool>,
    ended: mpsc::UnboundedReceiver<io::Result<()>>,
}

/// Serves a router on a listener that is open already.
///
/// # Errors
/// When a thread or its runtime cannot be had.
pub fn serve(listener: &TcpListener, router: &Router) -> io::Result<Serving> {
    listener.set_nonblocking(true)?;
    let (stop, stopping) = watch::channel(false);
    let (end, ended) = mpsc::unbounded_channel();
    for nth in 0..thread::available_parallelism().map_or(1, NonZero::get) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (listener, router) = (listener.try_clone()?, router.clone());
        let (stopping, end) = (stopping.clone(), end.clone());
        thread::Builder::new().name(format!("serve-{nth}")).spawn(move || {
            // Nobody listens any more when the server is being dropped.
            let _ = end.send(runtime.block_on(on_this_thread(listener, router, stopping)));
        })?;
    }
    Ok(Serving { stop, ended })
}

async fn on_this_thread(
    listener: TcpListener,
    router: Router,
    mut stopping: watch::Receiver<bool>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let stopped = async move {
        // Dropped, the other side wants an end as well.
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    axum::serve(listener, service).with_graceful_shutdown(stopped).await
}

impl Serving {
    /// Serves until `asked_to_stop` is done; answers under way are finished.
    ///
    /// # Errors
    /// When one of the threads stopped by itself.
    pub async fn until(mut self, asked_to_stop: impl Future<Output = ()>) -> io::Result<()> {
        tokio::select! {
            () = asked_to_stop => {}
            ended = self.ended.recv() => ended.unwrap_or_else(|| Err(broken()))?,
        }
        self.stop.send_replace(true);
        while let Some(ended) = self.ended.recv().await {
            ended?;
        }
        Ok(())
    }
}

/// A thread that panicked says nothing more.
fn broken() -> io::Error {
    io::Error::other("a serving thread broke off")
}
