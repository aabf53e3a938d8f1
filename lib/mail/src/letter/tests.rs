use kernel::Day;

use super::*;

fn text(words: &str) -> HeaderText {
    HeaderText::new(words).unwrap()
}

fn sender() -> Sender {
    Sender { address: Address::new("netz@example.org").unwrap(), name: text("Geflecht"), bounces: None }
}

fn letter() -> Letter {
    let id = MessageId::new("4711", "netz.example.org").unwrap();
    Letter::new(
        Address::new("mira@example.org").unwrap(),
        text("Sitzung am Mittwoch"),
        "Guten Morgen".into(),
        Lang::De,
        id,
    )
}

fn now() -> Moment {
    Day::literal("2026-11-23").at(7, 0)
}

/// Head and body of the rendered letter.
#[track_caller]
fn render(letter: &Letter) -> (String, String) {
    let rendered = letter.render(&sender(), now()).unwrap();
    assert!(is_sound(&rendered.bytes));
    let whole = String::from_utf8(rendered.bytes).unwrap();
    let (head, body) = whole.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

/// The lines of a head, unfolded.
fn headers(head: &str) -> Vec<String> {
    head.replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_plain_letter_has_every_header_once() {
    let (head, body) = render(&letter());
    let lines = headers(&head);
    for expected in [
        "From: Geflecht <netz@example.org>",
        "To: mira@example.org",
        "Subject: Sitzung am Mittwoch",
        "Date: Mon, 23 Nov 2026 06:00:00 +0000",
        "Message-ID: <4711@netz.example.org>",
        "MIME-Version: 1.0",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply",
        "Content-Language: de",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ] {
        assert_eq!(lines.iter().filter(|line| *line == expected).count(), 1, "{expected}\n{head}");
    }
    assert_eq!(lines.len(), 11, "{head}");
    assert_eq!(body.trim_end(), "Guten Morgen");
}

#[test]
fn umlauts_are_encoded_everywhere() {
    let mut letter = letter();
    letter.subject = text(
        "[LAG NRW] Bis Mittwoch abstimmen: Änderung der Geschäftsordnung für alle Gleichstellungsbeauftragten in Köln",
    );
    letter.from_name = Some(text("Müller, Jo \"RAG\""));
    letter.text = "Grüße aus Köln\n€ 3 = drei".into();
    let (head, body) = render(&letter);
    assert!(head.is_ascii() && body.is_ascii());
    assert!(head.contains("=?utf-8?") && !head.contains("RAG\"\""), "{head}");
    assert!(
        headers(&head).iter().any(|line| line.starts_with("From: ") && line.ends_with(" <netz@example.org>")),
        "{head}"
    );
    assert!(body.contains("Gr=C3=BC=C3=9Fe aus K=C3=B6ln\r\n=E2=82=AC 3 =3D drei"), "{body}");
    assert!(head.split("\r\n").all(|line| line.len() <= 78), "{head}");
}

#[test]
fn html_comes_after_the_text_and_never_alone() {
    let mut letter = letter();
    letter.html = Some("<p>Grüße</p>".into());
    let (head, body) = render(&letter);
    assert!(head.contains("multipart/alternative;") && head.contains("boundary=\"=_geflecht_=\""), "{head}");
    let (plain, html) = (body.find("text/plain").unwrap(), body.find("text/html").unwrap());
    assert!(plain < html && body.contains("Guten Morgen") && body.contains("<p>Gr=C3=BC=C3=9Fe</p>"), "{body}");
    assert_eq!(body.matches("--=_geflecht_=").count(), 3, "{body}");
    letter.text = " \r\n\u{200b}".into();
    assert_eq!(letter.render(&sender(), now()), Err(RenderError::NoText));
}

#[test]
fn a_body_cannot_forge_parts_or_end_the_letter() {
    let mut letter = letter();
    letter.text =
        "--=_geflecht_=\r\nContent-Type: text/html\n\n.\nRCPT TO:<jo@example.org>\r.\r\n\0\u{202e}x\u{7f}".into();
    letter.html = Some("<p>\n--=_geflecht_=--\n</p>".into());
    let (_, body) = render(&letter);
    assert_eq!(body.matches("--=_geflecht_=").count(), 3, "{body}");
    assert!(
        body.contains(
            "--=3D_geflecht_=3D\r\nContent-Type: text/html\r\n\r\n.\r\nRCPT TO:<jo@example.org>\r\n.\r\nx\r\n"
        ),
        "{body}"
    );
}

#[test]
fn one_click_unsubscribe_needs_https() {
    let mut letter = letter();
    let link = format!("https://netz.example.org/t/{}", "a".repeat(200));
    letter.list_unsubscribe = Some(Link::new(&link).unwrap());
    let lines = headers(&render(&letter).0);
    assert!(lines.contains(&format!("List-Unsubscribe: <{link}>")), "{lines:#?}");
    assert!(lines.contains(&"List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned()), "{lines:#?}");
    letter.list_unsubscribe = Some(Link::new("http://localhost:8080/t/a").unwrap());
    let lines = headers(&render(&letter).0);
    assert!(lines.contains(&"List-Unsubscribe: <http://localhost:8080/t/a>".to_owned()));
    assert!(!lines.iter().any(|line| line.starts_with("List-Unsubscribe-Post")));
}

#[test]
fn a_neutral_letter_does_not_name_the_network() {
    let mut letter = letter();
    letter.from_name = Some(text("Netzwerk Queer"));
    letter.reply_to = Some(Address::new("queer@example.org").unwrap());
    let (head, _) = render(&letter);
    assert!(head.contains("Netzwerk Queer") && head.contains("Reply-To: queer@example.org"), "{head}");
    letter.neutral = true;
    let (head, _) = render(&letter);
    assert!(!head.to_lowercase().contains("queer") && head.contains("From: Geflecht <netz@example.org>"), "{head}");
}

#[test]
fn the_envelope_has_one_recipient_and_the_address_for_failures() {
    let mut sender = sender();
    assert_eq!(letter().render(&sender, now()).unwrap().from, sender.address);
    sender.bounces = Some(Address::new("fehler@example.org").unwrap());
    let rendered = letter().render(&sender, now()).unwrap();
    assert_eq!((rendered.from.as_str(), rendered.to.as_str()), ("fehler@example.org", "mira@example.org"));
    assert_eq!(letter().render(&sender, now()).unwrap().bytes, rendered.bytes, "the same letter gives the same bytes");
}

#[test]
fn impossible_moments_and_sizes_do_no_harm() {
    for (moment, expected) in [(i64::MIN, "Thu, 01 Jan 1970 00:00:00"), (i64::MAX, "Fri, 31 Dec 9999 23:59:59")] {
        let bytes = letter().render(&sender(), Moment::from_micros(moment)).unwrap().bytes;
        assert!(String::from_utf8(bytes).unwrap().contains(expected));
    }
    let mut letter = letter();
    letter.text = "a".repeat(400_000);
    render(&letter);
    letter.text = "ä".repeat(250_001);
    assert_eq!(letter.render(&sender(), now()), Err(RenderError::TooLarge));
}

#[test]
fn unsound_bytes_are_found() {
    let long = [b"a".repeat(999), b"\r\n".to_vec()].concat();
    let fits = [b"a".repeat(998), b"\r\n".to_vec()].concat();
    for (bytes, sound) in [
        (&b"a\r\nb\r\n"[..], true),
        (b"a\r\nb", true),
        (b"", true),
        (b"a\nb", false),
        (b"a\rb\r\n", false),
        (b"a\r\r\n", false),
        (b"a\r", false),
        (b"a\0\r\n", false),
        (b"\xc3\xa4\r\n", false),
        (&fits, true),
        (&long, false),
    ] {
        assert_eq!(is_sound(bytes), sound, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_calendar_is_one_part_beside_the_words() {
    let file = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Frühjahrstreffen = groß\r\nEND:VCALENDAR\r\n";
    let told = Letter { calendar: Calendar::new("REQUEST", file), ..letter() };
    let (head, body) = render(&told);
    assert!(
        headers(&head).iter().any(|line| line.starts_with("Content-Type: multipart/alternative; boundary=")),
        "{head}"
    );
    assert!(body.contains("Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n"), "{body}");
    assert!(body.contains("SUMMARY:Fr=C3=BChjahrstreffen =3D gro=C3=9F\r\n"), "{body}");
    assert_eq!(body.matches("--=_geflecht_=").count(), 3);
    // The words come first: programs without a calendar show the part they know best among the first ones.
    assert!(body.find("text/plain").unwrap() < body.find("text/calendar").unwrap());
    let both = Letter { html: Some("<p>Guten Morgen</p>".into()), ..told };
    assert_eq!(render(&both).1.matches("--=_geflecht_=").count(), 4);
    for word in ["", "request", "RE QUEST", "REQUEST\r\nBcc: a@example.org", "REQUEST; x=y"] {
        assert_eq!(Calendar::new(word, file), None, "{word}");
    }
    let large = Letter { calendar: Calendar::new("REQUEST", &"x".repeat(500_001)), ..letter() };
    assert_eq!(large.render(&sender(), now()), Err(RenderError::TooLarge));
}
