//! Addresses for answers: each letter about something that may be answered names one of its own, which says what is answered and
//! whose letter it was, and proves that a letter of ours told it.

use accounts::secrets;
use db::Conn;
use kernel::{Id, Result};
use networks::{ANSWERS, ANSWERS_KEY};
use people::Person;

/// The sort of what members write to each other.
const THREAD: char = 't';
/// So many signs a number takes: 63 bits, five in each.
const NUMBER: usize = 13;
/// So many signs prove it: 64 bits. Guessing costs a letter each, and the talk with the mail server ends after a hundred.
const PROOF: usize = 16;
const SIGNS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

/// What takes letters here: the mailbox, and the secret its addresses are made with.
#[derive(Clone, PartialEq, Eq)]
pub struct Answers {
    /// Before the `+`, and behind the `@`.
    mailbox: (String, String),
    key: String,
}

impl Answers {
    /// Where this installation takes letters; `None` where nobody set that up.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(conn: &Conn) -> Result<Option<Self>> {
        let mailbox = db::setting(conn, ANSWERS)?.unwrap_or_default();
        let (Some((local, domain)), Some(key)) = (mailbox.split_once('@'), db::setting(conn, ANSWERS_KEY)?) else {
            return Ok(None);
        };
        Ok(Some(Self { mailbox: (local.to_owned(), domain.to_owned()), key }))
    }

    /// The address with that behind the `+`.
    #[must_use]
    pub fn address(&self, tag: &str) -> String {
        format!("{}+{tag}@{}", self.mailbox.0, self.mailbox.1)
    }

    /// What stands behind the `+` of the letter about a thing to a person: short enough for every mail server (RFC 5321
    /// 4.5.3.1.1), in small letters, because some write it so.
    #[must_use]
    pub fn tag(&self, thing: i64, person: Id<Person>) -> String {
        self.tag_of(THREAD, thing, person)
    }

    /// The same for things of another slice, each sort known by a letter of its own. `b` is that of reports about letters.
    #[must_use]
    pub fn tag_of(&self, sort: char, thing: i64, person: Id<Person>) -> String {
        let (thing, person) = (written(thing), written(person.raw()));
        let proof = self.proof(sort, &thing, &person);
        format!("{sort}{thing}{person}{proof}")
    }

    /// Which thing is answered, and whose letter it was; `None` unless a letter of ours told it.
    #[must_use]
    pub fn read(&self, tag: &str) -> Option<(i64, Id<Person>)> {
        self.read_of(THREAD, tag)
    }

    /// The same for a thing of that sort.
    #[must_use]
    pub fn read_of(&self, sort: char, tag: &str) -> Option<(i64, Id<Person>)> {
        let rest = tag.strip_prefix(sort).filter(|rest| rest.len() == 2 * NUMBER + PROOF && rest.is_ascii())?;
        let (thing, rest) = rest.split_at(NUMBER);
        let (person, proof) = rest.split_at(NUMBER);
        if !secrets::same(proof, &self.proof(sort, thing, person)) {
            return None;
        }
        Some((number(thing)?, Id::new(number(person)?)))
    }

    fn proof(&self, sort: char, thing: &str, person: &str) -> String {
        // What proves an answer to one sort proves none to another; threads were there first.
        let sort = if sort == THREAD { String::new() } else { sort.to_string() };
        let parts: Vec<&str> =
            [self.key.as_str(), sort.as_str(), thing, person].into_iter().filter(|part| !part.is_empty()).collect();
        secrets::hash("letter answer", &parts).get(..PROOF).unwrap_or_default().to_owned()
    }
}

fn written(number: i64) -> String {
    let sign = |at: usize| char::from(SIGNS[usize::try_from(number >> (5 * at) & 31).unwrap_or_default()]);
    (0..NUMBER).rev().map(sign).collect()
}

fn number(text: &str) -> Option<i64> {
    text.bytes().try_fold(0_i64, |number, byte| {
        let value = SIGNS.iter().position(|sign| *sign == byte)?;
        number.checked_mul(32)?.checked_add(i64::try_from(value).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(key: &str) -> Answers {
        Answers { mailbox: ("antwort".into(), "netz.example.org".into()), key: key.into() }
    }

    #[test]
    fn an_address_says_what_is_answered_and_only_ours_do() {
        let ours = answers("k");
        for (thing, person) in [(1, 2), (i64::MAX, i64::MAX), (0, 7)] {
            let tag = ours.tag(thing, Id::new(person));
            // Twenty before the `+` is the most a mailbox may have.
            assert!(tag.len() + 21 <= 64, "{tag}");
            assert_eq!(ours.read(&tag), Some((thing, Id::new(person))));
            assert_eq!(answers("other").read(&tag), None);
            let other = ours.tag(thing, Id::new(person ^ 1));
            assert_eq!(ours.read(&format!("{}{}", &other[..27], &tag[27..])), None, "the proof of another letter");
        }
        let other = ours.tag_of('p', 1, Id::new(2));
        assert_eq!((ours.read_of('p', &other), ours.read(&other)), (Some((1, Id::new(2))), None));
        assert_eq!(ours.read(&format!("t{}", &other[1..])), None, "the proof of another sort");
        for tag in ["", "t", "t1-2", &"t".repeat(43), &format!("t{}ä", "0".repeat(40)), "an-5"] {
            assert_eq!(ours.read(tag), None, "{tag}");
        }
        assert_eq!(ours.address("an-5"), "antwort+an-5@netz.example.org");
    }
}
