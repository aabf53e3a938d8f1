//! Servers that behave badly, and names that lead astray: each is stopped, with its reason, in bounded time and space.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is wrong, and measures"
)]

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::{Duration, Instant},
};

use fetch::{BYTES_MOST, PATIENCE, Reach, Refused};

/// Listens on this machine and answers each request as told; gives the port and how many came.
fn server(answer: fn(&str, &mut TcpStream)) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (port, came) = (listener.local_addr().unwrap().port(), Arc::new(AtomicUsize::new(0)));
    let count = Arc::clone(&came);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            count.fetch_add(1, SeqCst);
            thread::spawn(move || {
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let first = lines.next().and_then(Result::ok).unwrap_or_default();
                while lines.next().and_then(Result::ok).is_some_and(|l| !l.is_empty()) {}
                answer(first.split(' ').nth(1).unwrap_or("/"), &mut stream);
            });
        }
    });
    (port, came)
}

fn ok(stream: &mut TcpStream, body: &[u8]) {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

fn get(port: u16, path: &str) -> Result<Vec<u8>, Refused> {
    Reach::local().visit(&format!("http://127.0.0.1:{port}/")).unwrap().get(&format!("http://127.0.0.1:{port}{path}"))
}

#[test]
fn a_plain_answer_is_read() {
    let (port, _) = server(|path, stream| ok(stream, path.as_bytes()));
    assert_eq!(get(port, "/oparl?seite=2").unwrap(), b"/oparl?seite=2");
}

#[test]
fn redirects_are_not_followed() {
    let (aim, came) = server(|_, stream| ok(stream, b"inside"));
    let (port, _) = server(|path, stream| {
        let to = path.trim_start_matches('/');
        let head = format!(
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:{to}/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        );
        let _ = stream.write_all(head.as_bytes());
    });
    assert_eq!(get(port, &format!("/{aim}")), Err(Refused::Redirect));
    assert_eq!(came.load(SeqCst), 0, "nobody went there");
}

#[test]
fn another_status_is_told() {
    let (port, _) = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    });
    assert_eq!(get(port, "/"), Err(Refused::Status(503)));
}

#[test]
fn an_answer_that_is_too_large_is_dropped_whether_announced_or_not() {
    let (port, _) = server(|path, stream| {
        let announced = if path == "/said" { "content-length: 1073741824\r\n" } else { "" };
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{announced}connection: close\r\n\r\n").as_bytes());
        let block = vec![b' '; 1 << 16];
        // One GB, or as much as is taken.
        for _ in 0..16_384 {
            if stream.write_all(&block).is_err() {
                return;
            }
        }
    });
    let begun = Instant::now();
    assert_eq!(get(port, "/said"), Err(Refused::Large));
    assert_eq!(get(port, "/quiet"), Err(Refused::Large));
    assert!(begun.elapsed() < 2 * PATIENCE, "{:?}", begun.elapsed());
    let (port, _) = server(|_, stream| ok(stream, &vec![b'a'; BYTES_MOST]));
    assert_eq!(get(port, "/").unwrap().len(), BYTES_MOST);
}

#[test]
fn slow_bytes_and_silence_are_given_up_after_three_seconds() {
    let (port, _) = server(|path, stream| {
        if path == "/drip" {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
            while stream.write_all(b" ").and_then(|()| stream.flush()).is_ok() {
                thread::sleep(Duration::from_millis(100));
            }
        } else {
            thread::sleep(3 * PATIENCE);
        }
    });
    for path in ["/drip", "/silent"] {
        let begun = Instant::now();
        assert_eq!(get(port, path), Err(Refused::Slow), "{path}");
        assert!((PATIENCE..2 * PATIENCE).contains(&begun.elapsed()), "{path}: {:?}", begun.elapsed());
    }
    let slow = Reach::public_with(Arc::new(|_, _| {
        thread::sleep(4 * PATIENCE);
        Ok(Vec::new())
    }));
    let begun = Instant::now();
    assert_eq!(slow.visit("https://ris.example.org/").err(), Some(Refused::Slow));
    assert!(begun.elapsed() < 2 * PATIENCE, "a look-up is not waited for: {:?}", begun.elapsed());
}

#[test]
fn nothing_behind_a_closed_port_or_an_empty_name() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert_eq!(get(port, "/"), Err(Refused::Unreachable));
    let nobody = Reach::public_with(Arc::new(|_, _| Ok(Vec::new())));
    assert_eq!(nobody.visit("https://ris.example.org/").err(), Some(Refused::Unknown));
}

#[test]
fn names_that_lead_inside_are_refused_before_anything_is_asked() {
    let (port, came) = server(|_, stream| ok(stream, b"inside"));
    for inside in ["127.0.0.1", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.8", "[::1]", "[fd00::1]", "0.0.0.0"] {
        let answer: SocketAddr = format!("{inside}:{port}").parse().unwrap();
        // One that may be reached beside it helps nothing.
        for all in [vec![answer], vec!["93.184.216.34:443".parse().unwrap(), answer]] {
            let reach = Reach::public_with(Arc::new(move |_, _| Ok(all.clone())));
            assert_eq!(reach.visit("https://ris.example.org/").err(), Some(Refused::Private), "{inside}");
        }
    }
    for number in
        ["https://127.0.0.1/", "https://2130706433/", "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/"]
    {
        assert_eq!(Reach::public().visit(number).err(), Some(Refused::Private), "{number}");
    }
    assert_eq!(Reach::public().visit(&format!("http://127.0.0.1:{port}/")).err(), Some(Refused::Address));
    assert_eq!(came.load(SeqCst), 0, "nobody was asked");
}

#[test]
fn a_name_is_looked_up_once_and_what_it_says_later_counts_no_more() {
    let (port, came) = server(|_, stream| ok(stream, b"inside"));
    let asked = Arc::new(AtomicUsize::new(0));
    let times = Arc::clone(&asked);
    // The first answer is public, each later one leads to this machine.
    let reach = Reach::public_with(Arc::new(move |_, _| {
        let first = times.fetch_add(1, SeqCst) == 0;
        Ok(vec![if first { "192.0.1.1:9".parse().unwrap() } else { SocketAddr::from(([127, 0, 0, 1], port)) }])
    }));
    let visit = reach.visit("https://ris.example.org/").unwrap();
    for _ in 0..2 {
        assert!(matches!(visit.get("https://ris.example.org/oparl"), Err(Refused::Slow | Refused::Unreachable)));
    }
    assert_eq!((asked.load(SeqCst), came.load(SeqCst)), (1, 0));
}

#[test]
fn a_visit_stays_at_its_host() {
    let (port, came) = server(|_, stream| ok(stream, b""));
    let visit = Reach::local().visit(&format!("http://127.0.0.1:{port}/")).unwrap();
    for other in [
        format!("http://localhost:{port}/"),
        "http://127.0.0.1:1/".into(),
        format!("https://127.0.0.1:{port}/"),
        "https://example.org/".into(),
        "file:///etc/passwd".into(),
        String::new(),
    ] {
        assert_eq!(visit.get(&other), Err(Refused::Elsewhere), "{other}");
    }
    assert_eq!(came.load(SeqCst), 0);
}

#[test]
fn pages_know_what_they_know() {
    let reach = Reach::pages(|url| (url == "https://ris.example.org/oparl").then(|| b"{}".to_vec()));
    let visit = reach.visit("https://ris.example.org/oparl").unwrap();
    assert_eq!(visit.get("https://ris.example.org/oparl").unwrap(), b"{}");
    assert_eq!(visit.get("https://ris.example.org/mehr"), Err(Refused::Unreachable));
    assert_eq!(visit.get("https://example.org/"), Err(Refused::Elsewhere));
}
