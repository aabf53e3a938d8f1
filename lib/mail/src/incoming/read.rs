//! The words of a letter, and what it says about itself.

use mail_parser::{
    Address as Named, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::{html::html_text, mime::Unopened, open_letter, origin::is_signed};
use crate::{Address, head::is_hidden};

/// The most characters of words that are read: a contribution has some thousand, what was quoted below it some more.
pub const WORDS_MOST: usize = 100_000;
/// The most characters of a subject.
const SUBJECT_MOST: usize = 200;
/// The most names of letters that are kept.
const NAMES_MOST: usize = 20;
/// The most files of a letter that are looked at.
pub const FILES_MOST: usize = 40;
/// A picture within the words is a logo below so many bytes: it belongs to the signature and is no file somebody brings.
const LOGO_MOST: usize = 50_000;
/// What programs put beside the words to prove who wrote them; nobody means to bring it (RFC 5751, RFC 3156).
const PROOFS: [&str; 3] = ["pkcs7-signature", "x-pkcs7-signature", "pgp-signature"];

/// The words of a letter.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// Whom it names as its sender, where it names exactly one. Proves nothing.
    pub from: Option<Address>,
    /// Whether the mail server found the signature of the sender's domain.
    pub signed: bool,
    /// What it is about: one line, at most 200 characters.
    pub subject: String,
    /// The words, lines parted by LF, without what cannot be seen; of a letter of HTML only its words.
    pub text: String,
    /// Its name (RFC 5322 3.6.4), without brackets.
    pub name: Option<String>,
    /// The names of the letters it answers.
    pub answers: Vec<String>,
    /// The names of the letters it forwards.
    pub forwards: Vec<String>,
    /// The files it brings, at most [`FILES_MOST`].
    pub files: Vec<File>,
}

/// A file of a letter, as its writer's program put it there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// What it is called: one visible line without folders.
    pub name: String,
    /// What is in it, its transfer encoding undone; `None` for a letter within the letter, whose words are read.
    pub bytes: Option<Vec<u8>>,
}

/// Reads the words of a letter. `server` is the name under which the mail server in front writes what it found out about
/// the sender (RFC 8601 2.2); without it no letter counts as signed.
///
/// # Errors
/// [`Unopened`].
pub fn read_words(bytes: &[u8], server: Option<&str>) -> Result<Words, Unopened> {
    // Parts and depth are looked at first.
    open_letter(bytes)?;
    let message = MessageParser::default().parse(bytes).ok_or(Unopened::Broken)?;
    let from = sender(&message);
    let heads: Vec<String> = message
        .headers_raw()
        .filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"))
        .map(|(_, value)| value.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let signed = server.zip(from.as_ref()).is_some_and(|(server, from)| is_signed(&heads, server, from.domain()));
    let mut answers = ids(message.in_reply_to());
    answers.extend(ids(message.references()));
    answers.truncate(NAMES_MOST);
    Ok(Words {
        signed,
        from,
        subject: line(message.subject().unwrap_or_default(), SUBJECT_MOST),
        text: text_of(&message),
        name: message.message_id().and_then(id),
        answers,
        forwards: forwards(&message),
        files: files(&message),
    })
}

/// The one sender; `None` where there are several, or what stands there is no address.
fn sender(message: &Message<'_>) -> Option<Address> {
    let mut heads = message.header_values(HeaderName::From);
    let (Some(HeaderValue::Address(named)), None) = (heads.next(), heads.next()) else { return None };
    let Named::List(list) = named else { return None };
    let [only] = list.as_slice() else { return None };
    Address::new(only.address.as_deref()?).ok()
}

fn text_of(message: &Message<'_>) -> String {
    let mut all: Vec<String> = Vec::new();
    for part in message.text_body.iter().filter_map(|at| message.part(*at)) {
        match &part.body {
            PartType::Text(words) => all.push(words.as_ref().to_owned()),
            PartType::Html(html) => all.push(html_text(html)),
            _ => {}
        }
    }
    visible(&all.join("\n"))
}

/// Lines with LF, without controls and what steers the direction of writing, at most [`WORDS_MOST`] characters.
fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || !is_hidden(*c)).take(WORDS_MOST).collect();
    kept.trim().to_owned()
}

/// One line of visible characters.
fn line(text: &str, most: usize) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let joined = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().take(most).collect()
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    value.as_text_list().into_iter().flatten().filter_map(|one| id(one)).take(NAMES_MOST).collect()
}

/// The name of a letter, if it is one: ASCII that can be seen, at most 250 characters.
fn id(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>');
    let fits = (3..=250).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| text.to_owned())
}

/// Letters within this one, and what programs write when they forward one (Thunderbird, K-9).
fn forwards(message: &Message<'_>) -> Vec<String> {
    let named = message.header("X-Forwarded-Message-Id").and_then(HeaderValue::as_text).and_then(id);
    let within = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().and_then(id),
        _ => None,
    });
    named.into_iter().chain(within).take(NAMES_MOST).collect()
}

/// The files, without the logos of signatures and what proves the writer. What a program of its own alone reads
/// (`winmail.dat`, MS-OXTNEF) is one of them, too.
fn files(message: &Message<'_>) -> Vec<File> {
    let shown: Vec<&str> = message.parts.iter().filter_map(html_of).collect();
    let mut found = Vec::new();
    for (at, part) in message.parts.iter().enumerate() {
        let beside = message.attachments.iter().any(|one| usize::try_from(*one) == Ok(at));
        let brought = match &part.body {
            PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) => true,
            PartType::Text(_) | PartType::Html(_) => beside && part.attachment_name().is_some(),
            PartType::Multipart(_) => false,
        };
        if !brought || is_proof(part) || is_logo(part, &shown) {
            continue;
        }
        let within = match &part.body {
            PartType::Message(inner) => {
                Some(inner.subject().map_or_else(String::new, |subject| format!("{subject}.eml")))
            }
            _ => None,
        };
        let named = part.attachment_name().map(str::to_owned).or_else(|| within.clone()).unwrap_or_default();
        let bare = line(named.rsplit(['/', '\\']).next().unwrap_or_default(), 80);
        found.push(File {
            // Without a name it is called by its place.
            name: if bare.is_empty() { (found.len() + 1).to_string() } else { bare },
            bytes: within.is_none().then(|| part.contents().to_vec()),
        });
        if found.len() == FILES_MOST {
            break;
        }
    }
    found
}

fn html_of<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    match &part.body {
        PartType::Html(html) => Some(html.as_ref()),
        _ => None,
    }
}

fn subtype<'a>(part: &'a MessagePart<'_>) -> &'a str {
    part.content_type().and_then(|kind| kind.subtype()).unwrap_or_default()
}

fn is_proof(part: &MessagePart<'_>) -> bool {
    PROOFS.iter().any(|proof| subtype(part).eq_ignore_ascii_case(proof))
}

/// A small picture that the words of HTML show.
fn is_logo(part: &MessagePart<'_>, shown: &[&str]) -> bool {
    let picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    let Some(id) = part.content_id().filter(|id| picture && !id.is_empty() && part.contents().len() < LOGO_MOST) else {
        return false;
    };
    let mark = format!("cid:{}", id.trim_matches(['<', '>']));
    shown.iter().any(|html| html.contains(&mark))
}
