//! Letters to a mail server that lives in this test, on the machine itself.
#![allow(clippy::unwrap_used, reason = "setting up a test may fail it")]

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use kernel::{Day, Lang, Moment};
use mail::{
    Address, Failure, HeaderText, Letter, MessageId, Security, SendError, Sender, SettingsError, SmtpSettings,
    Transport,
};

/// What the server does.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Takes,
    /// Answers the recipient so.
    Refuses(&'static str),
    /// Answers the sender so.
    RefusesSender(&'static str),
    /// Greets so.
    Greets(&'static str),
    /// Answers the sign-in so.
    RefusesSignIn(&'static str),
    /// Closes the connection once it has the letter, without an answer.
    CutsAfterData,
    /// Takes the connection and says nothing.
    Silent,
    /// Talks nonsense.
    Babbles,
}

/// What the server heard in one connection.
#[derive(Default, Debug)]
struct Heard {
    commands: Vec<String>,
    data: String,
}

/// A server for one connection, its port, and what it will have heard.
fn server(mood: Mood) -> (u16, Receiver<Heard>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, heard) = channel();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut all = Heard::default();
        // A client that goes away ends the talk; what was heard until then counts.
        let _ = talk(&stream, mood, &mut all);
        let _ = tell.send(all);
    });
    (port, heard)
}

fn talk(mut stream: &TcpStream, mood: Mood, heard: &mut Heard) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut lines = BufReader::new(stream);
    match mood {
        Mood::Silent => return lines.read_line(&mut String::new()).map(|_| ()),
        Mood::Babbles => return stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        Mood::Greets(line) => stream.write_all(format!("{line}\r\n").as_bytes())?,
        _ => stream.write_all(b"220 mail.example.org\r\n")?,
    }
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.trim_end_matches("\r\n").to_owned();
        let answer = match (command.split([' ', ':']).next().unwrap_or_default(), mood) {
            ("EHLO", _) => "250-mail.example.org\r\n250 AUTH PLAIN",
            ("RCPT", Mood::Refuses(answer)) => answer,
            ("MAIL", Mood::RefusesSender(answer)) => answer,
            ("AUTH", Mood::RefusesSignIn(answer)) => answer,
            ("AUTH", _) => "235 welcome",
            ("DATA", _) => "354 go on",
            ("QUIT", _) => "221 bye",
            _ => "250 fine",
        };
        let is_data = command == "DATA";
        heard.commands.push(command);
        stream.write_all(format!("{answer}\r\n").as_bytes())?;
        if is_data {
            while !heard.data.ends_with("\r\n.\r\n") {
                if lines.read_line(&mut heard.data)? == 0 {
                    return Ok(());
                }
            }
            if mood == Mood::CutsAfterData {
                return Ok(());
            }
            stream.write_all(b"250 taken\r\n")?;
        }
    }
}

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        port: Some(port),
        security: Security::None,
        timeout: Duration::from_secs(1),
        hello: Some("netz.example.org".into()),
        ..SmtpSettings::new("127.0.0.1")
    }
}

fn letter() -> Letter {
    let subject = HeaderText::new("Änderung").unwrap();
    let id = MessageId::new("4711", "netz.example.org").unwrap();
    Letter::new(Address::new("mira@example.org").unwrap(), subject, "Guten Morgen\n.\n..x\nGrüße".into(), Lang::De, id)
}

fn send(settings: &SmtpSettings) -> Result<(), SendError> {
    let sender = Sender {
        address: Address::new("netz@example.org").unwrap(),
        name: HeaderText::new("Geflecht").unwrap(),
        bounces: Some(Address::new("fehler@example.org").unwrap()),
    };
    Transport::smtp(settings).unwrap().send(&sender, &letter(), now())
}

fn now() -> Moment {
    Day::literal("2026-11-23").at(7, 0)
}

#[test]
fn a_letter_arrives_once_and_whole() {
    let (port, heard) = server(Mood::Takes);
    send(&settings(port)).unwrap();
    let heard = heard.recv_timeout(Duration::from_secs(5)).unwrap();
    let expected =
        ["EHLO netz.example.org", "MAIL FROM:<fehler@example.org>", "RCPT TO:<mira@example.org>", "DATA", "QUIT"];
    assert_eq!(heard.commands, expected);
    let data = heard.data.strip_suffix("\r\n.\r\n").unwrap();
    assert!(
        data.contains("Message-ID: <4711@netz.example.org>\r\n")
            && data.contains("Date: Mon, 23 Nov 2026 06:00:00 +0000\r\n"),
        "{data}"
    );
    // A dot at the start of a line is doubled on the way (RFC 5321 4.5.2).
    assert!(data.contains("Guten Morgen\r\n..\r\n...x\r\nGr=C3=BC=C3=9Fe"), "{data}");
    assert!(!data.replace("\r\n", "").contains(['\r', '\n']), "{data:?}");
}

#[test]
fn refusals_are_told_apart() {
    for (mood, failure, code, ours) in [
        (Mood::Refuses("450 4.2.1 try later"), Failure::Temporary, Some(450), false),
        (Mood::Refuses("421 4.7.0 too many"), Failure::Temporary, Some(421), false),
        (Mood::Refuses("550 5.1.1 no such mailbox"), Failure::Permanent, Some(550), false),
        (Mood::Refuses("552 5.2.2 full"), Failure::Permanent, Some(552), false),
        (Mood::Refuses("530 5.7.0 sign in first"), Failure::Temporary, Some(530), true),
        (Mood::RefusesSender("553 5.7.1 not yours"), Failure::Permanent, Some(553), false),
        (Mood::Greets("554 5.3.2 no mail here"), Failure::Temporary, Some(554), true),
        (Mood::Greets("421 4.3.2 later"), Failure::Temporary, Some(421), false),
        (Mood::CutsAfterData, Failure::Temporary, None, false),
        (Mood::Silent, Failure::Temporary, None, false),
        (Mood::Babbles, Failure::Temporary, None, false),
    ] {
        let (port, heard) = server(mood);
        let error = send(&settings(port)).unwrap_err();
        assert_eq!((error.failure, error.code, error.settings), (failure, code, ours), "{error:?}");
        let heard = heard.recv_timeout(Duration::from_secs(5)).unwrap();
        assert_eq!(heard.data.is_empty(), mood != Mood::CutsAfterData);
    }
}

#[test]
fn the_text_of_the_server_is_one_short_line() {
    let (port, _heard) = server(Mood::Refuses("550-no\u{7}such\r\n550-mailbox\r\n550 here"));
    let error = send(&settings(port)).unwrap_err();
    assert!(error.text.contains("mailbox") && !error.text.contains(char::is_control), "{:?}", error.text);
    let long = "x".repeat(2_000);
    assert_eq!(SendError::new(Failure::Temporary, &long).text.len(), 300);
}

#[test]
fn sign_in_is_tried_and_its_failure_is_ours() {
    let with_password =
        |port| SmtpSettings { user: Some("netz".into()), password: Some("geheim".into()), ..settings(port) };
    let (port, heard) = server(Mood::Takes);
    send(&with_password(port)).unwrap();
    // base64 of NUL netz NUL geheim (RFC 4616).
    assert_eq!(heard.recv_timeout(Duration::from_secs(5)).unwrap().commands[1], "AUTH PLAIN AG5ldHoAZ2VoZWlt");
    let (port, _heard) = server(Mood::RefusesSignIn("535 5.7.8 wrong"));
    let error = send(&with_password(port)).unwrap_err();
    assert_eq!((error.failure, error.code, error.settings), (Failure::Temporary, Some(535), true));
}

#[test]
fn nothing_is_sent_in_the_open_when_tls_is_asked_for() {
    let (port, heard) = server(Mood::Takes);
    let error = send(&SmtpSettings { security: Security::StartTls, ..settings(port) }).unwrap_err();
    assert_eq!((error.failure, error.settings), (Failure::Temporary, true), "{error:?}");
    let heard = heard.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(heard.data.is_empty() && !heard.commands.iter().any(|command| command.starts_with("MAIL")), "{heard:?}");
}

#[test]
fn nobody_there_is_temporary() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = send(&settings(port)).unwrap_err();
    assert_eq!((error.failure, error.code, error.settings), (Failure::Temporary, None, false), "{error:?}");
}

#[test]
fn wrong_settings_are_named() {
    let good = settings(25);
    let at = |host: &str| SmtpSettings { host: host.into(), ..good.clone() };
    for (wrong, expected) in [
        (at(""), SettingsError::Host),
        (at("mail server"), SettingsError::Host),
        (at("mail.example.org\r\nX"), SettingsError::Host),
        (at("mail.example.org"), SettingsError::Open("mail.example.org".into())),
        (at("192.0.2.1"), SettingsError::Open("192.0.2.1".into())),
        (at("localhost.example.org"), SettingsError::Open("localhost.example.org".into())),
        (SmtpSettings { user: Some("netz".into()), ..good.clone() }, SettingsError::SignIn),
        (SmtpSettings { password: Some("geheim".into()), ..good.clone() }, SettingsError::SignIn),
        (SmtpSettings { timeout: Duration::ZERO, ..good.clone() }, SettingsError::Timeout),
        (SmtpSettings { timeout: Duration::MAX, ..good.clone() }, SettingsError::Timeout),
        (SmtpSettings { hello: Some("a b\r\n".into()), ..good.clone() }, SettingsError::Hello),
    ] {
        assert_eq!(Transport::smtp(&wrong).err(), Some(expected), "{wrong:?}");
    }
    for host in ["localhost", "127.0.0.1", "127.0.0.2", "::1"] {
        assert!(Transport::smtp(&at(host)).is_ok(), "{host}");
    }
    for security in [Security::StartTls, Security::Tls] {
        assert!(Transport::smtp(&SmtpSettings { security, ..at("mail.example.org") }).is_ok());
        let broken = SmtpSettings {
            security,
            extra_roots: Some(b"-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n".to_vec()),
            ..at("mail.example.org")
        };
        assert!(
            matches!(Transport::smtp(&broken), Err(SettingsError::Certificates(_) | SettingsError::Tls(_))),
            "{security:?}"
        );
    }
    let none = SmtpSettings { extra_roots: Some(b"\n".to_vec()), security: Security::Tls, ..good.clone() };
    assert!(matches!(Transport::smtp(&none), Err(SettingsError::Certificates(_))));
    assert_eq!(["starttls", "tls", "none"].map(|word| word.parse::<Security>().unwrap().port()), [587, 465, 25]);
    assert_eq!("ssl".parse::<Security>(), Err(SettingsError::Security));
    let secret = SmtpSettings { user: Some("netz".into()), password: Some("geheim".into()), ..good };
    assert!(!format!("{secret:?}").contains("geheim"));
}
