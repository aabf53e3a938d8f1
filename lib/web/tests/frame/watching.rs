//! Pages that stay open: who is told what, when, and that nobody is told by a house that closes.

use std::{
    io::Read,
    net::TcpStream,
    time::{Duration, Instant},
};

use web::Limits;

use crate::connections::{Server, short};

const STREAM: &str = "Accept: text/event-stream\r\n";

fn listens(server: &Server, path: &str, more: &str) -> TcpStream {
    let stream = server.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{STREAM}{more}\r\n"));
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    stream
}

/// What came until a word did, or until the time is up.
fn until(stream: &mut TcpStream, word: &str, most: Duration) -> String {
    let (mut text, begun, mut part) = (String::new(), Instant::now(), [0; 4096]);
    while begun.elapsed() < most && !text.contains(word) {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(n) => text.push_str(&String::from_utf8_lossy(&part[..n])),
            Err(_) => {}
        }
    }
    text
}

const SOON: Duration = Duration::from_secs(5);

fn server() -> Server {
    Server::within(Limits { connections: 64, work: Duration::from_secs(20), ..short() })
}

#[test]
fn whoever_listens_hears_at_once_what_happens_in_the_body_and_nothing_of_another() {
    let server = server();
    let mut one = listens(&server, "/hoert", "");
    let head = until(&mut one, "retry:", SOON);
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("content-type: text/event-stream"), "{head}");
    assert!(head.contains("cache-control: no-store") && !head.contains("event:"), "{head}");
    server.runtime.block_on(server.house.happens("row.set", 8));
    assert!(!until(&mut one, "event:", Duration::from_millis(700)).contains("event:"));
    let begun = Instant::now();
    server.runtime.block_on(server.house.happens("row.set", 7));
    let told = until(&mut one, "\n\n", SOON);
    assert!(told.contains("event: stand\ndata: jetzt\n\n") && told.contains("id: "), "{told}");
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    // Beside it others are served, and the stream lives longer than the time a browser has for headers.
    std::thread::sleep(Duration::from_millis(900));
    assert!(server.get("/zeilen/a").contains("erster Wert"));
    server.runtime.block_on(server.house.happens("row.set", 7));
    assert!(until(&mut one, "data: jetzt", SOON).contains("data: jetzt"));
}

#[test]
fn what_comes_often_is_told_together() {
    let server = server();
    let mut one = listens(&server, "/hoert", "");
    until(&mut one, "retry:", SOON);
    for _ in 0..20 {
        server.runtime.block_on(server.house.happens("row.calm", 7));
    }
    let told = until(&mut one, "never", Duration::from_secs(5));
    assert_eq!(told.matches("event: stand\ndata: alles").count(), 1, "{told}");
}

#[test]
fn whoever_comes_back_hears_that_she_missed_something() {
    let server = server();
    let seq = || server.runtime.block_on(server.house.count("event"));
    let before = seq();
    server.runtime.block_on(server.house.happens("row.set", 7));
    let mut back = listens(&server, "/hoert", &format!("Last-Event-ID: {before}\r\n"));
    assert!(until(&mut back, "data:", SOON).contains("data: alles"));
    let mut back = listens(&server, &format!("/hoert?seit={before}"), "");
    assert!(until(&mut back, "data:", SOON).contains("data: alles"));
    let now = seq();
    let mut none = listens(&server, &format!("/hoert?seit={now}"), "");
    assert!(!until(&mut none, "data:", Duration::from_millis(600)).contains("data:"));
    // Whoever asks for no stream gets one word and is let go.
    assert!(server.get(&format!("/hoert?seit={before}")).contains("data: alles"));
    assert!(!server.get(&format!("/hoert?seit={now}")).contains("data:"));
}

#[test]
fn nobody_listens_who_may_not_and_a_house_that_closes_ends_every_stream() {
    let mut server = server();
    let mut stranger = listens(&server, "/eigenes/hoert", "");
    assert!(until(&mut stranger, "\r\n\r\n", SOON).starts_with("HTTP/1.1 303"));
    let mut all: Vec<TcpStream> = (0..5).map(|_| listens(&server, "/hoert", "")).collect();
    for one in &mut all {
        until(one, "retry:", SOON);
    }
    let begun = Instant::now();
    server.stop();
    assert!(server.ended() && begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}
