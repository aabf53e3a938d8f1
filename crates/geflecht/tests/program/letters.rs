//! Letters leave a running server by the mail server of its settings, soon and once.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::Duration,
};

use super::house::{House, both};

/// A mail server that takes every letter and hands it to the test (RFC 5321 3, as little of it as a client needs).
pub fn mail_server() -> (u16, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (told, hears) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if let Some(letter) = taken(stream.unwrap()) {
                let _ = told.send(letter);
            }
        }
    });
    (port, hears)
}

fn taken(mut stream: TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    stream.write_all(b"220 test\r\n").ok()?;
    while let Some(Ok(line)) = lines.next() {
        if line != "DATA" {
            stream.write_all(b"250 ok\r\n").ok()?;
            continue;
        }
        stream.write_all(b"354 go on\r\n").ok()?;
        let letter: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
        stream.write_all(b"250 taken\r\n").ok()?;
        return Some(letter.join("\n"));
    }
    None
}

pub fn settings(house: &House, port: u16) {
    let text = format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"Netz <netz@example.org>\"\n"
    );
    std::fs::write(house.file("geflecht.toml"), text).unwrap();
}

#[test]
fn an_invitation_reaches_the_mail_server_within_seconds_and_only_once() {
    both(|house| {
        let (port, letters) = mail_server();
        settings(house, port);
        let server = house.serve();
        let invite = ["user", "invite", "mira@example.org", "--given", "Mira", "--family", "Kowalski"];
        let said = house.run(&invite).well();
        let letter = letters.recv_timeout(Duration::from_secs(10)).expect("a letter within ten seconds");
        // Quoted-printable breaks long lines with `=` at their end (RFC 2045 6.7).
        let words = letter.replace("=\n", "").replace("=3D", "=");
        let link = said.split_whitespace().last().unwrap();
        assert!(words.contains(link), "{link} is not in {words}");
        assert!(
            words.contains("From: Netz <netz@example.org>") || words.contains("From: \"Netz\" <netz@example.org>"),
            "{words}"
        );
        assert!(words.contains("To: mira@example.org"), "{words}");
        assert!(letters.recv_timeout(Duration::from_millis(2500)).is_err(), "it must leave once");
        server.stop();
        let db = house.open();
        let sent = "SELECT COUNT(*) FROM mail_out WHERE state = 'sent' AND body_text = '' AND subject = ''";
        assert_eq!(db.read_now(move |c| c.count(sent, db::args! {})).unwrap(), 1, "nothing of its words is kept");
        house.close(db);
    });
}

#[test]
fn letters_wait_for_a_mail_server_that_is_away_and_leave_when_it_is_back() {
    let house = House::new();
    // Nobody listens there.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    settings(&house, port);
    house.run(&["user", "invite", "mira@example.org", "--given", "Mira", "--family", "Kowalski"]).well();
    let server = house.serve();
    let waits = || {
        let sql = "SELECT COUNT(*) FROM mail_out WHERE state = 'queued' AND tries = 1";
        db::peek(&db::Open::new(house.url(), testkit::clock()), |c| c.count(sql, db::args! {})).unwrap() == Some(1)
    };
    let until = std::time::Instant::now() + Duration::from_secs(10);
    while !waits() {
        assert!(std::time::Instant::now() < until, "it was not tried");
        std::thread::sleep(Duration::from_millis(50));
    }
    server.stop();
    let (port, letters) = mail_server();
    settings(&house, port);
    // A minute later, as far as the row is concerned.
    let db = house.open();
    db.write_now(|tx| {
        tx.silent("a test");
        tx.exec("UPDATE mail_out SET next_at = 0", db::args! {})
    })
    .unwrap();
    house.close(db);
    let server = house.serve();
    assert!(letters.recv_timeout(Duration::from_secs(10)).is_ok());
    server.stop();
}
