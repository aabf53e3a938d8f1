//! Letters over TLS: only to a server that proves its name, by an authority the operator trusts.
#![allow(clippy::unwrap_used, reason = "setting up a test may fail it")]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread,
    time::Duration,
};

use kernel::{Lang, Moment};
use mail::{Address, Failure, HeaderText, Letter, MessageId, Security, SendError, Sender, SmtpSettings, Transport};
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};

const AUTHORITY: &[u8] = include_bytes!("tls/authority.pem");

fn config() -> Arc<ServerConfig> {
    let certificate = CertificateDer::from_pem_slice(include_bytes!("tls/server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("tls/server.key")).unwrap();
    let builder = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    Arc::new(builder.with_single_cert(vec![certificate], key).unwrap())
}

/// A server for one connection; tells what it heard after encryption began.
fn server(security: Security) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, heard) = channel();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut all = String::new();
        if security == Security::Tls || open(&stream).is_ok() {
            let tls = StreamOwned::new(ServerConnection::new(config()).unwrap(), stream);
            // A client that does not trust us goes away in mid-sentence.
            let _ = talk(BufReader::new(tls), security == Security::Tls, &mut all);
        }
        let _ = tell.send(all);
    });
    (port, heard)
}

/// The part in the open, until STARTTLS.
fn open(mut stream: &TcpStream) -> std::io::Result<()> {
    stream.write_all(b"220 localhost\r\n")?;
    let mut lines = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    lines.read_line(&mut line)?;
    stream.write_all(b"250-localhost\r\n250 STARTTLS\r\n")?;
    line.clear();
    lines.read_line(&mut line)?;
    assert_eq!(line, "STARTTLS\r\n");
    stream.write_all(b"220 go\r\n")
}

fn talk<S: Read + Write>(mut lines: BufReader<S>, greet: bool, heard: &mut String) -> std::io::Result<()> {
    if greet {
        lines.get_mut().write_all(b"220 localhost\r\n")?;
    }
    let mut in_data = false;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        heard.push_str(&line);
        let answer: &[u8] = match line.as_str() {
            ".\r\n" => b"250 taken\r\n",
            _ if in_data => continue,
            "DATA\r\n" => b"354 go on\r\n",
            _ => b"250 fine\r\n",
        };
        in_data = line == "DATA\r\n";
        lines.get_mut().write_all(answer)?;
    }
}

fn send(host: &str, port: u16, security: Security, extra_roots: Option<&[u8]>) -> Result<(), SendError> {
    let settings = SmtpSettings {
        port: Some(port),
        security,
        timeout: Duration::from_secs(5),
        extra_roots: extra_roots.map(<[u8]>::to_vec),
        ..SmtpSettings::new(host)
    };
    let address = |text| Address::new(text).unwrap();
    let sender =
        Sender { address: address("netz@example.org"), name: HeaderText::new("Geflecht").unwrap(), bounces: None };
    let id = MessageId::new("1", "netz.example.org").unwrap();
    let letter = Letter::new(
        address("mira@example.org"),
        HeaderText::new("Neues").unwrap(),
        "Guten Morgen".into(),
        Lang::De,
        id,
    );
    Transport::smtp(&settings).unwrap().send(&sender, &letter, Moment::from_micros(0))
}

#[test]
fn a_trusted_server_gets_the_letter() {
    for security in [Security::Tls, Security::StartTls] {
        let (port, heard) = server(security);
        assert_eq!(send("localhost", port, security, Some(AUTHORITY)), Ok(()), "{security:?}");
        let heard = heard.recv_timeout(Duration::from_secs(5)).unwrap();
        assert!(
            heard.contains("RCPT TO:<mira@example.org>\r\n")
                && heard.contains("Guten Morgen\r\n")
                && heard.ends_with(".\r\nQUIT\r\n"),
            "{heard}"
        );
    }
}

#[test]
fn a_server_nobody_vouches_for_or_of_another_name_gets_nothing() {
    for security in [Security::Tls, Security::StartTls] {
        for (host, roots) in [("localhost", None), ("127.0.0.1", Some(AUTHORITY))] {
            let (port, heard) = server(security);
            let error = send(host, port, security, roots).unwrap_err();
            assert_eq!((error.failure, error.code), (Failure::Temporary, None), "{error:?}");
            assert!(error.settings && error.text.contains("certificate"), "{error:?}");
            assert_eq!(heard.recv_timeout(Duration::from_secs(5)).unwrap(), "", "{host} {security:?}");
        }
    }
}
