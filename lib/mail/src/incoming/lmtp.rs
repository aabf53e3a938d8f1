//! LMTP (RFC 2033): how the mail server of the machine hands letters over, one answer for each recipient.

use std::io::{self, BufRead, BufReader, Read, Write};

use crate::Address;

/// The most bytes of a letter that is taken: with pictures and files beside the words. What is larger, the server sends back.
pub const LETTER_MOST: usize = 10 << 20;
/// The most recipients of one letter.
pub const RECIPIENTS_MOST: usize = 20;
/// The most letters of one talk.
pub const LETTERS_MOST: usize = 100;
/// The most bytes of a command: RFC 5321 4.5.3.1.4 asks for 512, with room for extensions.
const COMMAND: u64 = 1_000;
/// After so many bytes of a letter that is too large nobody listens any more.
const PATIENCE: usize = 64 << 20;
/// So many commands that mean nothing end the talk.
const NONSENSE: usize = 20;

/// What stands behind an address, asked before the letter comes: so the server that asks first (`reject_unverified_recipient`)
/// never takes it, and no bounce reaches whoever was named as its sender.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mailbox {
    /// Letters are taken there.
    Here,
    /// There was one, and it is closed.
    Closed,
    /// There is none.
    None,
}

/// A letter for one recipient.
#[derive(Clone, Copy, Debug)]
pub struct Arrived<'a> {
    /// Whom it is for.
    pub to: &'a Address,
    /// Head and body.
    pub bytes: &'a [u8],
    /// Whether the envelope names no sender: a bounce or an absence note (RFC 5321 4.5.5). Nobody answers it.
    pub nobody: bool,
}

/// What becomes of a letter for one recipient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// It will never be, for a reason the server tells whoever sent it: too many parts, nothing that could be read.
    Never(&'static str),
    /// It is here. Also when nothing comes of it: a refusal would send a bounce to whoever was named as its sender.
    Yes,
    /// It is not now: the server tries again.
    Later,
}

/// Talks with one client until it says goodbye. `known` says whether there is such a mailbox; `take` gets each letter once
/// for each recipient.
///
/// # Errors
/// When the connection breaks or times out.
pub fn converse(
    stream: impl Read + Write,
    known: &dyn Fn(&Address) -> Mailbox,
    take: &mut dyn FnMut(&Arrived<'_>) -> Taken,
) -> io::Result<()> {
    let mut talk = Talk { stream: BufReader::new(stream), greeted: false, sender: None, to: Vec::new() };
    let (mut letters, mut nonsense) = (0, 0);
    talk.say("220 geflecht LMTP")?;
    loop {
        let line = match talk.command()? {
            Command::Line(line) => line,
            Command::TooLong => {
                talk.say("500 5.5.2 Line too long")?;
                nonsense += 1;
                if nonsense > NONSENSE {
                    return talk.say("421 4.7.0 Too many errors");
                }
                continue;
            }
            Command::End => return Ok(()),
        };
        let (verb, rest) = line.split_once(' ').map_or((line.as_str(), ""), |(verb, rest)| (verb, rest.trim()));
        match verb.to_ascii_uppercase().as_str() {
            "LHLO" if !rest.is_empty() => {
                talk.greeted = true;
                talk.forget();
                talk.say(&format!("250-geflecht\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250 SIZE {LETTER_MOST}"))?;
            }
            "MAIL" if talk.greeted && talk.sender.is_none() => talk.mail(rest)?,
            "RCPT" if talk.sender.is_some() => talk.recipient(rest, known)?,
            "DATA" if !talk.to.is_empty() => {
                letters += 1;
                if letters > LETTERS_MOST {
                    return talk.say("421 4.7.0 Too many letters");
                }
                talk.say("354 Go on")?;
                talk.letter(take)?;
            }
            "RSET" => {
                talk.forget();
                talk.say("250 2.0.0 OK")?;
            }
            "NOOP" => talk.say("250 2.0.0 OK")?,
            "QUIT" => return talk.say("221 2.0.0 Bye"),
            "MAIL" | "RCPT" | "DATA" => talk.say("503 5.5.1 Bad sequence of commands")?,
            _ => {
                nonsense += 1;
                if nonsense > NONSENSE {
                    return talk.say("421 4.7.0 Too many errors");
                }
                talk.say("500 5.5.1 Unknown command")?;
            }
        }
    }
}

enum Command {
    Line(String),
    TooLong,
    End,
}

struct Talk<S: Read + Write> {
    stream: BufReader<S>,
    greeted: bool,
    /// Whether the envelope names somebody; `None` before it was said.
    sender: Option<bool>,
    to: Vec<Address>,
}

impl<S: Read + Write> Talk<S> {
    fn say(&mut self, line: &str) -> io::Result<()> {
        let stream = self.stream.get_mut();
        stream.write_all(line.as_bytes())?;
        stream.write_all(b"\r\n")?;
        stream.flush()
    }

    fn forget(&mut self) {
        (self.sender, self.to) = (None, Vec::new());
    }

    /// One line without its end. What is no text is no command.
    fn command(&mut self) -> io::Result<Command> {
        let mut line = Vec::new();
        let mut long = false;
        loop {
            let mut piece = Vec::new();
            if self.stream.by_ref().take(COMMAND).read_until(b'\n', &mut piece)? == 0 {
                return Ok(Command::End);
            }
            let ended = piece.last() == Some(&b'\n');
            long |= line.len() + piece.len() > usize::try_from(COMMAND).unwrap_or(usize::MAX);
            if !long {
                line.extend_from_slice(&piece);
            }
            if ended {
                break;
            }
        }
        if long {
            return Ok(Command::TooLong);
        }
        let text = String::from_utf8_lossy(&line);
        Ok(Command::Line(text.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// `FROM:<address> SIZE=…`. Who is named there proves nothing and is not kept; only whether anybody is.
    fn mail(&mut self, rest: &str) -> io::Result<()> {
        let Some((sender, params)) = path_of(rest, "FROM:") else {
            return self.say("501 5.5.4 Syntax: MAIL FROM:<address>");
        };
        let size = params.split_whitespace().find_map(|param| {
            let (name, value) = param.split_once('=')?;
            name.eq_ignore_ascii_case("SIZE").then(|| value.parse::<usize>().unwrap_or(usize::MAX))
        });
        if size.is_some_and(|size| size > LETTER_MOST) {
            return self.say("552 5.3.4 Too large");
        }
        self.sender = Some(!sender.trim().is_empty());
        self.say("250 2.1.0 OK")
    }

    fn recipient(&mut self, rest: &str, known: &dyn Fn(&Address) -> Mailbox) -> io::Result<()> {
        let Some((path, _)) = path_of(rest, "TO:") else {
            return self.say("501 5.5.4 Syntax: RCPT TO:<address>");
        };
        if self.to.len() >= RECIPIENTS_MOST {
            return self.say("452 4.5.3 Too many recipients");
        }
        let Ok(address) = Address::new(path) else { return self.say("550 5.1.1 No such mailbox") };
        match known(&address) {
            Mailbox::Here => {
                self.to.push(address);
                self.say("250 2.1.5 OK")
            }
            Mailbox::Closed => self.say("550 5.2.1 This body exists no more (Dieses Gremium gibt es nicht mehr)"),
            Mailbox::None => self.say("550 5.1.1 No such mailbox"),
        }
    }

    /// The letter, up to a line with a dot alone (RFC 5321 4.5.2), and one answer for each recipient.
    fn letter(&mut self, take: &mut dyn FnMut(&Arrived<'_>) -> Taken) -> io::Result<()> {
        let (mut bytes, mut seen, mut begins) = (Vec::new(), 0_usize, true);
        loop {
            let mut piece = Vec::new();
            if self.stream.by_ref().take(COMMAND * 8).read_until(b'\n', &mut piece)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let ended = piece.last() == Some(&b'\n');
            if begins && matches!(piece.as_slice(), b".\r\n" | b".\n") {
                break;
            }
            seen += piece.len();
            if seen > PATIENCE {
                return self.say("421 4.3.4 Too large");
            }
            let text = if begins { piece.strip_prefix(b".").unwrap_or(&piece) } else { &piece };
            if seen <= LETTER_MOST {
                bytes.extend_from_slice(text);
            }
            begins = ended;
        }
        let (to, nobody) = (std::mem::take(&mut self.to), self.sender == Some(false));
        self.forget();
        for address in &to {
            if seen > LETTER_MOST {
                self.say("552 5.3.4 Too large (Der Brief ist zu gross)")?;
                continue;
            }
            match take(&Arrived { to: address, bytes: &bytes, nobody }) {
                Taken::Yes => self.say("250 2.0.0 OK")?,
                Taken::Later => self.say("451 4.3.0 Please try again later")?,
                Taken::Never(why) => self.say(&format!("554 5.6.0 {why}"))?,
            }
        }
        Ok(())
    }
}

/// What stands between the angle brackets behind a word, and what follows.
fn path_of<'a>(rest: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let begin = rest.get(..word.len()).filter(|begin| begin.eq_ignore_ascii_case(word))?;
    let path = rest.get(begin.len()..)?.trim_start().strip_prefix('<')?;
    path.split_once('>')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A client that has said everything already, and what it was answered.
    struct Said {
        says: io::Cursor<Vec<u8>>,
        hears: Vec<u8>,
    }
    impl Read for Said {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.says.read(buffer)
        }
    }
    impl Write for Said {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.hears.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// The codes of all answers, and the letters taken: for whom, and their bytes.
    fn talk(says: &[u8]) -> (Vec<String>, Vec<(String, Vec<u8>)>) {
        let mut said = Said { says: io::Cursor::new(says.to_vec()), hears: Vec::new() };
        let mut letters = Vec::new();
        let known = |address: &Address| match address.local() {
            "antwort+weg" => Mailbox::Closed,
            local if local.starts_with("antwort") => Mailbox::Here,
            _ => Mailbox::None,
        };
        let mut take = |one: &Arrived<'_>| {
            letters.push((one.to.to_string(), one.bytes.to_vec()));
            match one.bytes {
                [b'l', b'a', b't', b'e', b'r', ..] => Taken::Later,
                [b'n', b'e', b'v', b'e', b'r', ..] if one.nobody => Taken::Never("nobody reads this"),
                _ => Taken::Yes,
            }
        };
        // A broken talk is the client's loss.
        let _ = converse(&mut said, &known, &mut take);
        let hears = String::from_utf8(said.hears).unwrap();
        let codes = hears.lines().filter(|l| l.as_bytes().get(3) == Some(&b' ')).map(|l| l[..3].to_owned()).collect();
        (codes, letters)
    }

    const HELLO: &str = "LHLO mail.example.org\r\nMAIL FROM:<dora@example.org> SIZE=500 BODY=8BITMIME\r\n";

    #[test]
    fn a_letter_is_handed_over_once_for_each_recipient() {
        let says = format!(
            "{HELLO}RCPT TO:<antwort+1-a@example.org>\r\nRCPT TO:<jo@example.org>\r\nrcpt to:<antwort+2-b@example.org>\r\nDATA\r\nSubject: x\r\n\r\n..two\r\n.\r\nQUIT\r\n"
        );
        let (codes, letters) = talk(says.as_bytes());
        assert_eq!(codes, ["220", "250", "250", "250", "550", "250", "354", "250", "250", "221"]);
        let bytes = b"Subject: x\r\n\r\n.two\r\n".to_vec();
        assert_eq!(
            letters,
            [("antwort+1-a@example.org".to_owned(), bytes.clone()), ("antwort+2-b@example.org".to_owned(), bytes)]
        );
        let (codes, _) = talk(format!("{HELLO}RCPT TO:<antwort@example.org>\r\nDATA\r\nlater\r\n.\r\n").as_bytes());
        assert_eq!(codes.last().unwrap(), "451");
        // A closed mailbox is told apart before the letter, and a reason after it.
        let null = "LHLO x\r\nMAIL FROM:<>\r\n";
        let (codes, _) = talk(
            format!(
                "{null}RCPT TO:<antwort+weg@example.org>\r\nRCPT TO:<antwort@example.org>\r\nDATA\r\nnever\r\n.\r\n"
            )
            .as_bytes(),
        );
        assert_eq!(codes[3..], ["550", "250", "354", "554"]);
        let (codes, _) = talk(format!("{HELLO}RCPT TO:<antwort@example.org>\r\nDATA\r\nnever\r\n.\r\n").as_bytes());
        assert_eq!(codes.last().unwrap(), "250", "somebody is named");
    }

    #[test]
    fn what_is_out_of_turn_or_makes_no_sense_is_refused() {
        let (codes, letters) = talk(
            b"HELO x\r\nMAIL FROM:<a@example.org>\r\nDATA\r\nLHLO\r\nRCPT TO:<antwort@example.org>\r\n\xff\xfe\r\n",
        );
        assert_eq!(codes, ["220", "500", "503", "503", "500", "503", "500"]);
        assert!(letters.is_empty());
        let (codes, _) = talk(
            format!("{HELLO}DATA\r\nRCPT TO:antwort\r\nRCPT TO:<>\r\nRCPT TO:<a@b\r\nRSET\r\nDATA\r\n").as_bytes(),
        );
        assert_eq!(codes[3..], ["503", "501", "550", "501", "250", "503"]);
        let (codes, _) = talk("X\r\n".repeat(100).as_bytes());
        assert_eq!((codes.len(), codes.last().unwrap().as_str()), (NONSENSE + 2, "421"));
    }

    #[test]
    fn too_much_is_refused_and_not_kept() {
        let (codes, _) = talk(b"LHLO x\r\nMAIL FROM:<a@example.org> SIZE=52428800\r\n");
        assert_eq!(codes, ["220", "250", "552"]);
        let mut large = format!("{HELLO}RCPT TO:<antwort@example.org>\r\nDATA\r\n").into_bytes();
        large.extend(b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(150_000));
        large.extend(b".\r\nNOOP\r\n");
        let (codes, letters) = talk(&large);
        assert_eq!((codes[5..].to_vec(), letters.len()), (vec!["552".to_owned(), "250".to_owned()], 0));
        let long = format!("LHLO {}\r\nNOOP\r\n", "x".repeat(5_000));
        assert_eq!(talk(long.as_bytes()).0, ["220", "500", "250"]);
        let many = format!("{HELLO}{}", "RCPT TO:<antwort@example.org>\r\n".repeat(RECIPIENTS_MOST + 1));
        assert_eq!(talk(many.as_bytes()).0.last().unwrap(), "452");
        // A letter that breaks off is none.
        let cut = format!("{HELLO}RCPT TO:<antwort@example.org>\r\nDATA\r\nSubject: x\r\n");
        assert!(talk(cut.as_bytes()).1.is_empty());
        // A dot within a long line ends nothing.
        let dot = format!("{HELLO}RCPT TO:<antwort@example.org>\r\nDATA\r\n{}.\r\nrest\r\n.\r\n", "x".repeat(8_000));
        let (_, letters) = talk(dot.as_bytes());
        assert!(letters[0].1.ends_with(b"x.\r\nrest\r\n"));
    }
}
