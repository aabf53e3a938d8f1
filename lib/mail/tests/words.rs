//! What is read of letters that come in: words as their writer meant them, within limits, whatever the letter is made of.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use mail::incoming::{Unopened, WORDS_MOST, Words, open_letter, own_words, read_words};

const SERVER: &str = "mx.example.org";

fn words(letter: impl AsRef<[u8]>) -> Words {
    read_words(letter.as_ref(), Some(SERVER)).unwrap()
}

/// The names of the files, and how many bytes each has.
fn named(read: &Words) -> Vec<(&str, Option<usize>)> {
    read.files.iter().map(|file| (file.name.as_str(), file.bytes.as_ref().map(Vec::len))).collect()
}

#[test]
fn head_words_and_files_of_an_ordinary_letter() {
    let letter = "Authentication-Results: mx.example.org; dkim=pass header.d=example.org\r\n\
        From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <Joerg@example.org>\r\nTo: antwort@netz.example.org\r\n\
        Subject: =?iso-8859-1?Q?AW:_Gr=FC=DFe?=\r\nMessage-ID: <a.1@example.org>\r\nIn-Reply-To: <t5@netz.example.org>\r\n\
        References: <t4@netz.example.org> <t5@netz.example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe =80=\r\n!\r\n\
        --b\r\nContent-Type: application/pdf; name*=utf-8''Gr%C3%BC%C3%9Fe.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n";
    let read = words(letter);
    assert_eq!(read.from.clone().unwrap().as_str(), "Joerg@example.org");
    assert!(read.signed);
    assert_eq!((read.subject.as_str(), read.text.as_str()), ("AW: Grüße", "Grüße €!"));
    assert_eq!(read.name.as_deref(), Some("a.1@example.org"));
    assert!(read.answers.contains(&"t5@netz.example.org".to_owned()), "{:?}", read.answers);
    assert_eq!(named(&read), [("Grüße.pdf", Some(3))]);
    assert!(!read_words(letter.as_bytes(), None).unwrap().signed, "without a server nobody is believed");
    let forged = letter.replace("Authentication-Results: mx.example.org", "Authentication-Results: evil.example.net");
    assert!(!words(forged).signed);
}

#[test]
fn whoever_names_two_senders_or_none_is_nobody() {
    for from in
        ["a@example.org, b@example.org", "Gruppe: a@example.org;", "nobody", "", "a@example.org\r\nFrom: b@example.org"]
    {
        assert_eq!(words(format!("From: {from}\r\nSubject: x\r\n\r\ny")).from, None, "{from}");
    }
}

#[test]
fn subjects_stay_one_visible_line() {
    let long = "ä".repeat(10_000);
    for (subject, read) in [
        ("=?utf-8?q?a=0D=0ABcc:_x@example.org?=", "a Bcc: x@example.org"),
        ("=?utf-8?q?a=E2=80=AEb?=", "ab"),
        ("a\r\n b", "a b"),
        (&long, &long[..400]),
    ] {
        assert_eq!(words(format!("From: a@example.org\r\nSubject: {subject}\r\n\r\ny")).subject, read);
    }
}

#[test]
fn letters_of_html_become_words() {
    let html = "<html><head><style>p{}</style><script>alert(1)</script></head><body><p>Liebe&nbsp;Kora,</p><p>ja.</p>\
        <img src=\"https://example.org/zaehler.gif\"><div id=\"divRplyFwdMsg\"><b>Von:</b> Kora<br><b>Gesendet:</b> heute</div></body></html>";
    let letter = format!("From: a@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}");
    let read = words(&letter);
    assert_eq!(own_words(&read.text), "Liebe Kora,\n\nja.");
    assert!(
        !read.text.contains('<') && !read.text.contains("alert") && !read.text.contains("zaehler"),
        "{}",
        read.text
    );
}

#[test]
fn broken_charsets_and_bytes_are_read_as_far_as_they_can_be() {
    for charset in ["utf-8", "unknown-8bit", "", "\"", "utf-7", "iso-8859-15", "x-\u{0}"] {
        let mut letter =
            format!("From: a@example.org\r\nContent-Type: text/plain; charset={charset}\r\n\r\nGr").into_bytes();
        letter.extend(b"\xfc\xdfe \xff\xfe \xc3\x28 Ende\x00\x1b[31m");
        let read = words(&letter);
        assert!(read.text.contains("Ende") && !read.text.contains(['\u{1b}', '\0']), "{charset}: {:?}", read.text);
    }
}

#[test]
fn what_only_one_program_reads_is_named_and_left_out() {
    let letter = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSiehe Anlage.\r\n\
        --b\r\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n--b--\r\n";
    let read = words(letter);
    assert_eq!((read.text.as_str(), named(&read)), ("Siehe Anlage.", vec![("winmail.dat", Some(6))]));
    let alone = "From: a@example.org\r\nContent-Type: application/ms-tnef; name=\"../../etc/winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n";
    let read = words(alone);
    assert_eq!((read.text.as_str(), named(&read)), ("", vec![("winmail.dat", Some(6))]));
}

#[test]
fn files_of_a_letter_are_brought_and_logos_and_signatures_are_not() {
    let part = |head: &str, body: &str| format!("--b\r\n{head}\r\n\r\n{body}\r\n");
    let letter = [
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_owned(),
        part("Content-Type: text/html", "<p>Hier.</p><img src=\"cid:logo@x\"><img src=\"cid:gross@x\">"),
        part("Content-Type: image/png; name=image001.png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline", "klein"),
        part("Content-Type: image/png; name=Plan.png\r\nContent-ID: <gross@x>\r\nContent-Disposition: inline", &"x".repeat(60_000)),
        // As a telephone sends it: between the words, and without being one of them.
        part("Content-Type: image/jpeg; name=IMG_1.jpg\r\nContent-Disposition: inline; filename=IMG_1.jpg", "bild"),
        part("Content-Type: text/plain; charset=iso-8859-1\r\nContent-Disposition: attachment; filename=\"../Notiz.txt\"\r\nContent-Transfer-Encoding: quoted-printable", "Gr=FC=DFe"),
        part("Content-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Disposition: attachment", "beweis"),
        part("Content-Type: application/pdf", "ohne Namen"),
        "--b--\r\n".to_owned(),
    ]
    .concat();
    let read = words(letter);
    let expected = [("Plan.png", Some(60_000)), ("IMG_1.jpg", Some(4)), ("Notiz.txt", Some(7)), ("4", Some(10))];
    assert_eq!(named(&read), expected);
    assert_eq!(read.files[2].bytes.as_deref(), Some("Grüße".as_bytes()));
    // So many and no more.
    let many = format!(
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}--b--\r\n",
        part("Content-Type: application/pdf; name=a.pdf", "x").repeat(60)
    );
    assert_eq!(words(many).files.len(), mail::incoming::FILES_MOST);
}

#[test]
fn forwarded_letters_name_what_they_forward() {
    let letter = "From: a@example.org\r\nSubject: Fwd: Erlass\r\nX-Forwarded-Message-Id: <e1@land.example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\n\r\nZur Kenntnis.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: land@example.org\r\nMessage-ID: <e2@land.example.org>\r\nSubject: Erlass\r\n\r\nText\r\n--b--\r\n";
    let read = words(letter);
    assert_eq!(read.forwards, ["e1@land.example.org", "e2@land.example.org"]);
    assert_eq!(named(&read), [("Erlass.eml", None)]);
}

#[test]
fn bombs_are_refused_before_they_are_read() {
    // Ten thousand parts beside each other, and within each other; letters within letters.
    let wide = format!(
        "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}",
        "--b\r\n\r\nx\r\n".repeat(10_000)
    );
    let deep: String =
        (0..10_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n")).collect();
    let dolls = "Content-Type: message/rfc822\r\n\r\n".repeat(10_000);
    for bomb in [wide, deep, dolls] {
        assert_eq!(read_words(bomb.as_bytes(), None), Err(Unopened::TooLarge));
        assert_eq!(open_letter(bomb.as_bytes()), Err(Unopened::TooLarge));
    }
    let long = format!("From: a@example.org\r\n\r\n{}", "wort ".repeat(1_000_000));
    assert!(words(&long).text.chars().count() <= WORDS_MOST);
}

proptest::proptest! {
    #[test]
    fn anything_is_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..2_000)) {
        let _ = read_words(&bytes, Some(SERVER));
    }

    #[test]
    fn anything_in_the_frame_of_a_letter(head in "(From: |Subject: |=\\?utf-8\\?q\\?|[ -~]|\r\n){0,60}", body in "(--a|[ -~\r\n]){0,200}") {
        let letter = format!("From: a@example.org\r\n{head}\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n{body}\r\n--a--");
        let _ = read_words(letter.as_bytes(), Some(SERVER));
    }
}
