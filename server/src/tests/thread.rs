//! One connection, one thread.

use crate::web::serve;
use axum::Router;
use axum::routing::get;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

/// Spawns as the reactive graph does while a page is drawn.
async fn threads_of_one_answer() -> String {
    let mut ids = vec![thread::current().id()];
    for _ in 0..20 {
        let id = tokio::spawn(async {
            tokio::task::yield_now().await;
            thread::current().id()
        });
        ids.push(id.await.expect("a thread"));
    }
    ids.dedup();
    format!("threads: {}", ids.len())
}

fn ask(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect(address)?;
    write!(connection, "GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_page_spawns_stays_on_its_thread_until_the_server_is_asked_to_stop() {
    let broken = || async {
        if true {
            panic!("as a page might")
        }
    };
    let router = Router::new().route("/", get(threads_of_one_answer)).route("/broken", get(broken));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = serve::serve(&listener, &router).expect("threads");
    drop(listener);
    let asked = tokio::task::spawn_blocking(move || {
        let clients = (0..4).map(|_| {
            thread::spawn(move || {
                for _ in 0..20 {
                    assert!(ask(address, "/").expect("an answer").ends_with("threads: 1"));
                    // A panic that no layer catches ends its connection and nothing else.
                    assert_eq!(ask(address, "/broken").expect("an end"), "");
                }
            })
        });
        let clients: Vec<_> = clients.collect();
        clients.into_iter().for_each(|client| client.join().expect("every client is answered"));
    });
    serving.until(async { asked.await.expect("clients") }).await.expect("an end without fault");
    assert!(ask(address, "/").is_err(), "nobody listens any more");
}
