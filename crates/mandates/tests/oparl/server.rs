//! A council information system on this machine: pages as they are put there, and some ways to behave badly. The objects are
//! written after the fields of OParl 1.1; names and addresses are invented.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part of it")]

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};

#[derive(Clone)]
pub struct Ris {
    port: u16,
    pages: Arc<Mutex<HashMap<String, String>>>,
    asked: Arc<Mutex<HashMap<String, usize>>>,
    /// While it is, second pages are answered with 503.
    pub busy: Arc<AtomicBool>,
}

impl Ris {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let ris = Self {
            port: listener.local_addr().unwrap().port(),
            pages: Arc::default(),
            asked: Arc::default(),
            busy: Arc::default(),
        };
        let served = ris.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (ris, stream) = (served.clone(), stream.unwrap());
                thread::spawn(move || ris.serve(stream));
            }
        });
        ris
    }

    pub fn at(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn put(&self, path: &str, body: &str) {
        self.pages.lock().unwrap().insert(path.to_owned(), body.to_owned());
    }

    /// How often a page was asked for.
    pub fn asked(&self, path: &str) -> usize {
        self.asked.lock().unwrap().get(path).copied().unwrap_or(0)
    }

    fn serve(&self, mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let first = lines.next().and_then(Result::ok).unwrap_or_default();
        while lines.next().and_then(Result::ok).is_some_and(|l| !l.is_empty()) {}
        let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
        let counted = if path.starts_with("/endless") { "/endless" } else { &path };
        *self.asked.lock().unwrap().entry(counted.to_owned()).or_default() += 1;
        let found = self.pages.lock().unwrap().get(&path).cloned();
        let _ = match path.split('?').next().unwrap_or_default() {
            "/endless" => {
                let n: usize = path.rsplit('=').next().and_then(|n| n.parse().ok()).unwrap_or(0);
                answer(&mut stream, "200 OK", "", &page(&[], Some(&format!("{}/endless?seite={}", self.at(), n + 1))))
            }
            "/redirect" => answer(&mut stream, "301 Moved", &format!("location: {}/oparl\r\n", self.at()), ""),
            "/large" => large(&mut stream),
            "/drip" => drip(&mut stream),
            _ if self.busy.load(SeqCst) && path.contains("seite=") => answer(&mut stream, "503 Busy", "", ""),
            _ => match found {
                Some(body) => answer(&mut stream, "200 OK", "content-type: application/json\r\n", &body),
                None => answer(&mut stream, "404 Not Found", "", ""),
            },
        };
    }
}

fn answer(stream: &mut TcpStream, status: &str, more: &str, body: &str) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 {status}\r\n{more}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())
}

/// One GB, or as much as is taken.
fn large(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")?;
    let block = vec![b' '; 1 << 16];
    (0..16_384).try_for_each(|_| stream.write_all(&block))
}

fn drip(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")?;
    loop {
        stream.write_all(b" ")?;
        thread::sleep(Duration::from_millis(200));
    }
}

/// An object of a type at its address, with more fields behind a comma.
pub fn object(at: &str, kind: &str, path: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{at}{path}","type":"https://schema.oparl.org/1.1/{kind}"{more},"created":"2026-01-02T08:00:00+01:00","modified":"2026-10-02T08:00:00+02:00"}}"#
    )
}

/// A page of a list.
pub fn page(all: &[String], next: Option<&str>) -> String {
    let next = next.map(|url| format!(r#","next":"{url}""#)).unwrap_or_default();
    format!(
        r#"{{"data":[{}],"pagination":{{"elementsPerPage":{}}},"links":{{"self":"https://ris.example.org/"{next}}}}}"#,
        all.join(","),
        all.len().max(1)
    )
}

/// A sitting with its agenda.
pub fn meeting(at: &str, n: usize, name: &str, start: &str, items: &[&str], more: &str) -> String {
    let item = |(place, title): (usize, &&str)| {
        object(
            at,
            "AgendaItem",
            &format!("/item/{n}-{place}"),
            &format!(r#","number":"{place}.","name":"{title}","public":true"#),
        )
    };
    let items: Vec<String> = (1..).zip(items).map(item).collect();
    let room = object(at, "Location", &format!("/location/{n}"), r#","room":"Kreishaus, Raum 5","locality":"Düren""#);
    let fields = format!(
        r#","name":"{name}","start":"{start}","end":"{start}","meetingState":"terminiert","organization":["{at}/org/1"],"location":{room},"agendaItem":[{}]{more}"#,
        items.join(",")
    );
    object(at, "Meeting", &format!("/meeting/{n}"), &fields)
}
