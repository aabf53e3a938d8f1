//! Connections: what one of them may take, and how the server stops.

use std::{
    io::{ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot, task::JoinHandle};
use web::Limits;

use crate::{
    house::{House, shut},
    printing::{has_begun, watch},
};

pub struct Server {
    pub house: House,
    pub runtime: Runtime,
    at: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    running: Option<JoinHandle<kernel::Result<()>>>,
}

impl Server {
    pub fn within(limits: Limits) -> Self {
        let house = House::here();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let at = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let site = house.site.clone();
        let running = runtime.spawn(web::run_within(site, listener, async { drop(stopped.await) }, limits));
        Self { house, runtime, at, stop: Some(stop), running: Some(running) }
    }
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.at).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }
    pub fn send(&self, text: &str) -> TcpStream {
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).unwrap();
        stream
    }
    /// One request on a connection of its own.
    pub fn get(&self, path: &str) -> String {
        all(self.send(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
    }
    pub fn stop(&mut self) {
        drop(self.stop.take());
    }
    pub fn ended(&mut self) -> bool {
        let Some(running) = self.running.take() else { return true };
        self.runtime.block_on(async { tokio::time::timeout(Duration::from_secs(8), running).await }).is_ok()
    }
}

/// Everything until the other side closes.
fn all(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(e) if e.kind() == ErrorKind::ConnectionReset => {}
        Err(e) => panic!("{e} after {}", String::from_utf8_lossy(&bytes)),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub fn short() -> Limits {
    let ms = Duration::from_millis;
    Limits { connections: 4, headers: ms(600), body: ms(600), work: ms(20_000), fetch: ms(800), stop: ms(5000) }
}

#[test]
fn silent_and_dawdling_connections_are_closed_after_the_time_for_headers() {
    let server = Server::within(Limits { connections: 64, ..short() });
    for begun in ["", "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n"] {
        let started = Instant::now();
        let text = all(server.send(begun));
        let took = started.elapsed();
        assert!(took >= Duration::from_millis(500) && took < Duration::from_secs(4), "{begun:?} took {took:?}");
        assert!(text.is_empty() || text.starts_with("HTTP/1.1 408"), "{begun:?}: {text}");
    }
    // Drop by drop does not help.
    let (mut stream, started) = (server.connect(), Instant::now());
    for byte in format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(100)).bytes() {
        if stream.write_all(&[byte]).is_err() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(started.elapsed() < Duration::from_secs(8));
    // A connection that served one request may not stay for ever either.
    let started = Instant::now();
    assert!(all(server.send("GET /zeilen/a HTTP/1.1\r\nHost: localhost\r\n\r\n")).contains("erster Wert"));
    assert!(started.elapsed() < Duration::from_secs(4));
}

#[test]
fn silent_connections_do_not_shut_the_house() {
    let server = Server::within(short());
    let held: Vec<TcpStream> = (0..12).map(|_| server.connect()).collect();
    let started = Instant::now();
    assert!(server.get("/zeilen/a").contains("erster Wert"));
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    drop(held);
}

#[test]
fn a_full_house_still_hears_the_signal_to_stop() {
    let mut server =
        Server::within(Limits { headers: Duration::from_secs(60), stop: Duration::from_millis(300), ..short() });
    let held: Vec<TcpStream> = (0..12).map(|_| server.send("GET / HTTP/1.1\r\n")).collect();
    std::thread::sleep(Duration::from_millis(200));
    let started = Instant::now();
    server.stop();
    assert!(server.ended() && started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    drop(held);
}

#[test]
fn a_body_that_does_not_come_is_answered_and_the_connection_closed() {
    let server = Server::within(short());
    let head = "POST /formular HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    for rest in [
        "Content-Length: 100\r\n\r\nwert=",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nwert=\r\n",
        "Content-Length: 5\r\n\r\n",
    ] {
        let started = Instant::now();
        let text = all(server.send(&format!("{head}{rest}")));
        assert!(
            text.starts_with("HTTP/1.1 408") && text.contains("Ihre Angaben sind nicht ganz angekommen."),
            "{rest:?}: {text}"
        );
        assert!(text.contains("content-security-policy") && started.elapsed() < Duration::from_secs(4), "{rest:?}");
    }
    assert_eq!(server.runtime.block_on(server.house.count("count")), 0);
}

#[test]
fn a_body_without_length_is_limited_too_and_a_broken_one_refused() {
    let server = Server::within(Limits { body: Duration::from_secs(10), ..short() });
    let head = "POST /formular HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
    assert!(all(server.send(&format!("{head}6\r\nwert=x\r\n0\r\n\r\n"))).starts_with("HTTP/1.1 303"));
    for mebibytes in [1, 10] {
        let mut stream = server.send(head);
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
        for _ in 0..mebibytes * 16 {
            stream.write_all(chunk.as_bytes()).unwrap();
        }
        stream.write_all(b"0\r\n\r\n").unwrap();
        let text = all(stream);
        assert!(
            text.starts_with("HTTP/1.1 413") && text.contains("Das ist zu viel auf einmal."),
            "{mebibytes}: {}",
            &text[..text.len().min(200)]
        );
    }
    let broken = all(server.send(&format!("{head}zz\r\nwert=x\r\n0\r\n\r\n")));
    assert!(broken.starts_with("HTTP/1.1 400"), "{broken}");
    // A length that nobody would read to the end is refused at once.
    let huge = head.replace("Transfer-Encoding: chunked", "Content-Length: 99999999999");
    let started = Instant::now();
    assert!(all(server.send(&huge)).starts_with("HTTP/1.1 413"));
    assert!(started.elapsed() < Duration::from_secs(3));
    assert_eq!(server.runtime.block_on(server.house.count("count")), 1);
}

#[test]
fn headers_are_limited_in_number_and_size() {
    let server = Server::within(short());
    let request = |extra: &str| {
        all(server.send(&format!("GET /zeilen/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{extra}\r\n")))
    };
    assert!(request(&(0..60).map(|n| format!("X{n}: 1\r\n")).collect::<String>()).starts_with("HTTP/1.1 200"));
    assert!(request(&(0..65).map(|n| format!("X{n}: 1\r\n")).collect::<String>()).starts_with("HTTP/1.1 431"));
    assert!(request(&format!("X: {}\r\n", "x".repeat(20 << 10))).starts_with("HTTP/1.1 200"));
    assert!(request(&format!("X: {}\r\n", "x".repeat(40 << 10))).starts_with("HTTP/1.1 431"));
    assert!(matches!(
        &all(server.send(&format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(40 << 10))))[..12],
        "HTTP/1.1 414" | "HTTP/1.1 431"
    ));
    for bad in [
        "GET / HTTP/9.9\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
        "GET  / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let text = all(server.send(bad));
        assert!(
            text.is_empty() || text.starts_with("HTTP/1.1 4") || text.starts_with("HTTP/1.1 5"),
            "{bad:?}: {}",
            &text[..text.len().min(100)]
        );
    }
    // Both a length and chunks: what stands after the chunks must not be taken for another request.
    let smuggled = all(server.send(
        "POST /tat/gut HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /zeilen/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ));
    assert!(smuggled.matches("HTTP/1.1 ").count() <= 1 || !smuggled.contains("erster Wert"), "{smuggled}");
    assert!(server.get("/zeilen/a").contains("erster Wert"));
}

#[test]
fn requests_in_a_row_are_answered_in_order() {
    let server = Server::within(Limits { work: Duration::from_secs(20), ..short() });
    let one = |n: u8, last: bool| {
        format!("GET /text/{n} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", if last { "Connection: close\r\n" } else { "" })
    };
    let text = all(server.send(&(0..20).map(|n| one(n + 10, n == 19)).collect::<String>()));
    let shown: Vec<&str> =
        text.split("<p id=\"text\">").skip(1).map(|rest| rest.split_once("</p>").unwrap().0).collect();
    let expected: Vec<String> = (10..30)
        .map(|n: u8| format!("2 {}", n.to_string().chars().map(|c| format!("{:x} ", u32::from(c))).collect::<String>()))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn an_answer_nobody_fetches_ends_the_connection() {
    let server = Server::within(Limits { connections: 1, ..short() });
    // More than the system's buffers take, so that the server has to wait for us.
    let lazy = server.send(&"GET /gross/4000 HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(8));
    std::thread::sleep(Duration::from_millis(300));
    let started = Instant::now();
    assert!(server.get("/zeilen/a").contains("erster Wert"), "the only place was not given back");
    assert!(started.elapsed() < Duration::from_secs(12), "{:?}", started.elapsed());
    let text = all(lazy);
    assert!(text.matches("HTTP/1.1 200").count() < 8);
}

#[test]
fn stopping_finishes_what_runs_and_takes_nothing_new() {
    let mut server = Server::within(short());
    let gate = testkit::unique("s").replace('_', "-");
    let (seen, go) = shut(&gate);
    let mut idle = server.send("GET /zeilen/a HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let mut some = [0; 64];
    assert!(idle.read(&mut some).unwrap() > 0);
    let head = "HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n";
    let mut running = server.send(&format!("POST /langsam/{gate}/tun {head}Content-Length: 0\r\n\r\n"));
    seen.recv_timeout(Duration::from_secs(5)).unwrap();
    let started = Instant::now();
    server.stop();
    // Idle ones are closed at once and nobody new is let in.
    let _ = all(idle);
    assert!(started.elapsed() < Duration::from_millis(500), "{:?}", started.elapsed());
    std::thread::sleep(Duration::from_millis(100));
    let refused = TcpStream::connect(server.at).map(|mut late| {
        late.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
        let _ = late.write_all(b"GET /zeilen/a HTTP/1.1\r\nHost: localhost\r\n\r\n");
        late.read(&mut [0; 16]).unwrap_or(0) == 0
    });
    assert!(refused.unwrap_or(true), "somebody new was served");
    // What runs is finished, and its connection is not kept for another.
    go.send(()).unwrap();
    let mut text = String::new();
    running.read_to_string(&mut text).unwrap();
    assert!(text.starts_with("HTTP/1.1 303"), "{text}");
    assert!(text.to_ascii_lowercase().contains("connection: close"), "{text}");
    assert!(server.ended());
    assert_eq!(server.runtime.block_on(server.house.count("slow")), 1);
}

#[test]
fn a_reader_who_goes_away_does_not_stop_the_write_nor_the_server() {
    let server = Server::within(short());
    let gate = testkit::unique("w").replace('_', "-");
    let (seen, go) = shut(&gate);
    let gone = server.send(&format!("POST /langsam/{gate}/tun HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"));
    seen.recv_timeout(Duration::from_secs(5)).unwrap();
    drop(gone);
    std::thread::sleep(Duration::from_millis(100));
    go.send(()).unwrap();
    assert!(server.get("/zeilen/a").contains("erster Wert"));
    let started = Instant::now();
    while server.runtime.block_on(server.house.count("slow")) == 0 {
        assert!(started.elapsed() < Duration::from_secs(5));
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_reader_who_goes_away_takes_her_paper_with_her() {
    let server = Server::within(short());
    let let_go = watch();
    let gone = server.send("GET /briefe/weg/pdf HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let started = Instant::now();
    while !has_begun() {
        assert!(started.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(let_go.try_recv().is_err(), "given up though somebody waits");
    drop(gone);
    let_go.recv_timeout(Duration::from_secs(5)).expect("the press goes on for nobody");
}
