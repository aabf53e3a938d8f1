//! A server's life: ready soon, through a kill, and down without cutting anybody off.

use std::{
    io::{Read, Write},
    time::Duration,
};

use super::house::{House, both};

/// The aim is 300 ms for a release build; a dev build on a loaded machine gets more room.
const READY: Duration = Duration::from_millis(1500);

#[test]
fn it_is_ready_soon_on_an_existing_database() {
    both(|house| {
        house.serve().stop();
        let best = (0..3)
            .map(|_| {
                let server = house.serve();
                let ready = server.ready;
                server.stop();
                ready
            })
            .min()
            .unwrap();
        println!("ready after {best:?} on {}", house.url());
        assert!(best < READY, "{best:?}");
    });
}

/// The first public form of the house: its request is running for as long as its body is on the way.
fn form(house: &House) -> String {
    let routes = house.run(&["routes"]).well();
    let line = routes
        .lines()
        .find(|line| line.starts_with("POST") && line.ends_with("public") && !line.contains('{'))
        .expect("there is a public form");
    line.split_whitespace().nth(1).unwrap().to_owned()
}

#[test]
fn a_running_request_is_answered_after_sigterm_and_new_ones_are_not_taken() {
    for signal in ["TERM", "INT"] {
        let house = House::new();
        let server = house.serve();
        let mut stream = server.connect();
        let origin = format!("http://localhost:{}", server.port);
        let path = form(&house);
        write!(stream, "POST {path} HTTP/1.1\r\nHost: localhost:{}\r\nOrigin: {origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\nname=", server.port).unwrap();
        std::thread::sleep(Duration::from_millis(200));
        server.signal(signal);
        std::thread::sleep(Duration::from_millis(300));
        assert!(std::net::TcpStream::connect(("127.0.0.1", server.port)).is_err(), "nobody new is let in");
        stream.write_all(b"Mira!").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status: u16 = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default();
        assert!((200..500).contains(&status), "the request must be answered: {answer}");
        let said = server.ended(Duration::from_secs(5));
        assert_eq!(said.code, Some(0), "{said:?}");
    }
}

#[test]
fn idle_connections_do_not_hold_up_the_end() {
    let house = House::new();
    let server = house.serve();
    let mut stream = server.connect();
    write!(stream, "GET /gibt-es-nicht HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).unwrap();
    let mut some = [0; 64];
    assert!(stream.read(&mut some).unwrap() > 0);
    server.signal("TERM");
    let begun = std::time::Instant::now();
    let said = server.ended(Duration::from_secs(10));
    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
}

#[test]
fn a_killed_server_leaves_nothing_that_stops_the_next_one() {
    both(|house| {
        let server = house.serve();
        server.signal("KILL");
        let said = server.ended(Duration::from_secs(5));
        assert_eq!(said.code, None);
        assert!(house.data().join("control.sock").exists(), "the socket of a killed server stays behind");
        // The commands see that nobody listens there any more.
        house.run(&["backup", house.file("b").to_str().unwrap()]).well();
        house.run(&["migrate"]).well();
        house.serve().stop();
    });
}
