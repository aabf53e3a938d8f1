//! What a mail server answers: the bytes are its side of the talk.
#![no_main]

use std::{
    io::Write,
    net::{Shutdown, TcpListener},
    sync::OnceLock,
    thread,
    time::Duration,
};

use kernel::{Lang, Moment};
use libfuzzer_sys::fuzz_target;
use mail::{Address, HeaderText, Letter, MessageId, Security, Sender, SmtpSettings, Transport};

fn letter() -> &'static (Sender, Letter) {
    static LETTER: OnceLock<(Sender, Letter)> = OnceLock::new();
    LETTER.get_or_init(|| {
        let address = Address::new("netz@example.org").expect("an address");
        let name = HeaderText::new("Geflecht").expect("a name");
        let id = MessageId::new("1", "netz.example.org").expect("an id");
        let sender = Sender { address: address.clone(), name: name.clone(), bounces: None };
        (sender, Letter::new(address, name, "Guten Tag".to_owned(), Lang::De, id))
    })
}

fuzz_target!(|data: &[u8]| {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("a port").port();
    let answers = data.to_vec();
    let server = thread::spawn(move || {
        let Ok((mut stream, _)) = listener.accept() else { return };
        // All at once: the client takes an answer at a time, whatever it has asked by then.
        let _ = stream.write_all(&answers).and_then(|()| stream.shutdown(Shutdown::Write));
        let _ = stream.set_read_timeout(Some(Duration::from_secs(1)));
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
    });
    let settings = SmtpSettings {
        port: Some(port),
        security: Security::None,
        user: Some("netz".to_owned()),
        password: Some("geheim".to_owned()),
        timeout: Duration::from_secs(1),
        hello: Some("netz.example.org".to_owned()),
        ..SmtpSettings::new("127.0.0.1")
    };
    let (sender, letter) = letter();
    let sent = Transport::smtp(&settings).expect("settings").send(sender, letter, Moment::from_micros(0));
    // Greeting, EHLO, AUTH, MAIL, RCPT, DATA and the letter itself: fewer answers never mean that it was taken.
    assert!(sent.is_err() || data.windows(3).filter(|w| w.iter().all(u8::is_ascii_digit)).count() >= 7);
    if let Err(refused) = sent {
        assert!(!refused.to_string().contains("geheim"), "the password stays here");
    }
    let _ = server.join();
});
