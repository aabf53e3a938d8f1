//! What holds for minutes.

use decisions::{Vote, VoteState};
use kernel::{Actor, Error, Id, Moment, Reason, Result};
use people::rules::Check;
use sha2::{Digest, Sha256};

use super::{Hearing, attendance::counted, hears, leads};
use crate::{Attendance, Capacity, Entry, Item, Meeting, MeetingState, Minutes, MinutesState, NewEntry, Todo};

/// The most entries of minutes.
pub const ENTRIES_MOST: usize = 200;
/// The most things to be done in one entry.
pub const TODOS_MOST: usize = 30;
/// The most objections to minutes.
pub const OBJECTIONS_MOST: usize = 500;
/// So long after they were approved the link of a letter still opens minutes: seconds.
pub const LINK_SECONDS: i64 = 30 * 86_400;

/// Who reads minutes, and how much of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reader {
    /// Whether she convenes the body's meetings.
    pub leads: bool,
    /// What she hears.
    pub hearing: Hearing,
    /// The only item a guest reads.
    pub only: Option<Id<Item>>,
}

impl Reader {
    /// By the seats of today: a seat of former days opens nothing. `fills`: whether she fills a seat herself, rather than
    /// deputising; `guest` is the invitation of somebody without a seat.
    #[must_use]
    pub fn by_seats(actor: &Actor, meeting: &Meeting, fills: bool, guest: Option<Option<Id<Item>>>) -> Self {
        let body = meeting.body.raw();
        let leads = leads(actor, &meeting.scope());
        let hearing = if leads || (fills && actor.sits_in(body)) {
            Hearing::Own
        } else if actor.sits_in(body) || actor.sits.iter().any(|s| s.body == body && s.substitute) {
            Hearing::StandIn
        } else if guest.is_some() {
            Hearing::Guest
        } else {
            Hearing::Outside
        };
        let only = if hearing == Hearing::Guest { guest.flatten() } else { None };
        Self { leads, hearing, only }
    }
    /// By the link of a letter.
    #[must_use]
    pub const fn by_letter(capacity: Capacity, only: Option<Id<Item>>) -> Self {
        let hearing = match capacity {
            Capacity::Member => Hearing::Own,
            Capacity::StandIn | Capacity::Mailbox | Capacity::Substitute => Hearing::StandIn,
            Capacity::Guest => Hearing::Guest,
        };
        Self { leads: false, hearing, only }
    }
    /// Whether she reads an entry.
    #[must_use]
    pub fn reads(&self, entry: &Entry) -> bool {
        hears(self.hearing, entry.openness) && self.only.is_none_or(|only| entry.item == Some(only))
    }
    /// Whether she belongs to those who met: reads who was there, objects, sees what became of tasks.
    #[must_use]
    pub const fn within(&self) -> bool {
        matches!(self.hearing, Hearing::Own | Hearing::StandIn)
    }
    /// Whether she may open the minutes at all.
    #[must_use]
    pub fn opens(&self, minutes: &Minutes) -> bool {
        self.leads || (minutes.state != MinutesState::Draft && self.hearing != Hearing::Outside)
    }
}

/// A paragraph of a text: what is numbered and objected to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Paragraph {
    /// Sentences.
    Text(String),
    /// A list; whether its entries are counted.
    List(bool, Vec<String>),
}

/// What begins the entry of a list as people type it and as it comes from Word: a dash, a dot, a star, or a number. Gives
/// whether it counts, and the rest.
fn bullet(line: &str) -> Option<(bool, &str)> {
    let mut chars = line.chars();
    let first = chars.next()?;
    if "-–—•·*▪◦‣".contains(first) {
        let rest = chars.as_str();
        return rest.starts_with(char::is_whitespace).then(|| (false, rest.trim()));
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).filter(|n| (1..=2).contains(n))?;
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?;
    rest.starts_with(char::is_whitespace).then(|| (true, rest.trim()))
}

/// A text as its paragraphs: an empty line, or a list that begins or ends, begins a new one.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut fresh = true;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        match (bullet(line), all.last_mut()) {
            (Some((counts, words)), Some(Paragraph::List(was, items))) if !fresh && *was == counts => {
                items.push(words.to_owned());
            }
            (Some((counts, words)), _) => all.push(Paragraph::List(counts, vec![words.to_owned()])),
            (None, Some(Paragraph::Text(text))) if !fresh => {
                text.push('\n');
                text.push_str(line);
            }
            (None, _) => all.push(Paragraph::Text(line.to_owned())),
        }
        fresh = false;
    }
    all
}

/// How many paragraphs a text has.
#[must_use]
pub fn length(text: &str) -> i64 {
    i64::try_from(paragraphs(text).len()).unwrap_or(i64::MAX)
}

/// A paragraph as it is typed.
#[must_use]
pub fn typed(paragraph: &Paragraph) -> String {
    match paragraph {
        Paragraph::Text(text) => text.clone(),
        Paragraph::List(counts, items) => {
            let line = |(n, item): (usize, &String)| {
                if *counts { format!("{}. {item}", n + 1) } else { format!("- {item}") }
            };
            items.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

/// A text in which one paragraph, from 1, has other words; `None` without such a paragraph. Without words it goes.
#[must_use]
pub fn replaced(text: &str, paragraph: i64, words: &str) -> Option<String> {
    let at = usize::try_from(paragraph).ok()?.checked_sub(1)?;
    let mut all: Vec<String> = paragraphs(text).iter().map(typed).collect();
    let place = all.get_mut(at)?;
    words.trim().clone_into(place);
    all.retain(|p| !p.is_empty());
    Some(all.join("\n\n"))
}

/// An entry as it may be written.
///
/// # Errors
/// [`Error::Form`] on `title`, `text`, `result`, `remark`.
pub fn checked(new: &NewEntry) -> Result<NewEntry> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let text = check.text("text", Some(&new.text)).unwrap_or_default();
    let result = check.text("result", Some(&new.result)).unwrap_or_default();
    let remark = check.text("remark", Some(&new.remark)).unwrap_or_default();
    check.done()?;
    Ok(NewEntry { title, text, result, remark, ..new.clone() })
}

/// Minutes are begun once the meeting has.
///
/// # Errors
/// [`Error::Rule`].
pub fn may_begin(meeting: &Meeting, now: Moment) -> Result<()> {
    let (de, en) = match meeting.state {
        MeetingState::Cancelled => ("Dieser Termin ist abgesagt.", "This meeting has been called off."),
        _ if meeting.starts_at > now => {
            ("Das Protokoll beginnt mit der Sitzung.", "The minutes begin with the meeting.")
        }
        _ => return Ok(()),
    };
    Err(Error::Rule(Reason::new(de, en)))
}

/// What is written can be changed in the draft alone.
///
/// # Errors
/// [`Error::Rule`].
pub fn still_draft(minutes: &Minutes) -> Result<()> {
    let (de, en) = match minutes.state {
        MinutesState::Draft => return Ok(()),
        MinutesState::Circulated => (
            "Das Protokoll ist verschickt. Es ändert sich nur noch durch Einwände.",
            "The minutes have been sent. They change by objections alone.",
        ),
        MinutesState::Approved => (
            "Das Protokoll ist genehmigt. Möglich sind nur noch Nachträge.",
            "The minutes are approved. Only addenda are possible.",
        ),
    };
    Err(Error::Rule(Reason::new(de, en)))
}

/// Something minutes lack before they go out. None of it forbids sending: they are theirs who write them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gap<'a> {
    /// An entry without a word: its number among all, and itself.
    Empty(usize, &'a Entry),
    /// A vote of the sitting that still runs.
    VoteOpen(&'a Vote),
    /// One that is decided and stands with no entry.
    VoteMissing(&'a Vote),
    /// Nobody is on the list as present.
    NobodyThere,
    /// Nobody kept the list: it says who meant to come.
    ListNotKept,
    /// Who led the meeting.
    Chair,
    /// Who kept the minutes.
    Keeper,
}

/// What minutes lack; `votes` are those of their sitting that run or are decided.
#[must_use]
pub fn gaps<'a>(minutes: &Minutes, entries: &'a [Entry], list: &Attendance, votes: &'a [Vote]) -> Vec<Gap<'a>> {
    let empty = (1..).zip(entries).filter(|(_, entry)| entry.text.is_empty() && entry.result.is_empty());
    let stands = |vote: &Vote| entries.iter().any(|entry| entry.vote == Some(vote.id));
    let of_vote = |vote: &'a Vote| match vote.state {
        VoteState::Announced | VoteState::Open | VoteState::Closed => Some(Gap::VoteOpen(vote)),
        VoteState::Decided if !stands(vote) => Some(Gap::VoteMissing(vote)),
        VoteState::Decided | VoteState::Draft | VoteState::Void => None,
    };
    let there = counted(&list.lines, None);
    let of_list = if there.present + there.remote + there.represented == 0 {
        Some(Gap::NobodyThere)
    } else {
        (list.head.version == 0 && list.head.checked == 0).then_some(Gap::ListNotKept)
    };
    let mut all: Vec<Gap<'a>> = empty.map(|(number, entry)| Gap::Empty(number, entry)).collect();
    all.extend(votes.iter().filter_map(of_vote));
    all.extend(of_list);
    all.extend(minutes.chair.is_none().then_some(Gap::Chair));
    all.extend(minutes.keeper.is_none().then_some(Gap::Keeper));
    all
}

/// A later meeting of the same body, that has begun and was not called off, approves.
#[must_use]
pub fn may_approve(minutes: &Minutes, of: &Meeting, by: &Meeting, now: Moment) -> bool {
    by.body == of.body
        && by.id != of.id
        && by.state != MeetingState::Cancelled
        && by.starts_at <= now
        && by.ends_at() > minutes.circulated_at.unwrap_or(now)
        && by.starts_at > of.starts_at
}

/// What is approved, as one text whose SHA-256 is kept. Each value stands behind its length, so that no two contents read
/// the same. Names of persons are not in it: who has herself erased does not make the minutes untrue.
#[must_use]
pub fn canonical(meeting: &Meeting, minutes: &Minutes, entries: &[Entry], todos: &[Todo]) -> String {
    let mut text = String::from("geflecht minutes 1\n");
    let mut put = |name: &str, value: &str| {
        text.push_str(&format!("{name} {}\n{value}\n", value.len()));
    };
    put("meeting", &meeting.uid);
    put("title", &meeting.title);
    put("begins", &meeting.starts_at.micros().to_string());
    put("ends", &meeting.ends_at().micros().to_string());
    put("place", &meeting.place);
    let there = minutes.there;
    put("there", &format!("{} {} {} {}", there.present, there.remote, there.represented, there.excused));
    if let Some(quorum) = &minutes.quorum {
        put("quorum", &quorum.de);
    }
    for entry in entries {
        put("item", &entry.title);
        put("openness", entry.openness.word());
        put("text", &entry.text);
        put("result", &entry.result);
        for todo in todos.iter().filter(|todo| todo.entry == entry.id) {
            put("task", &todo.title);
            put("due", &todo.due.map_or_else(String::new, |day| day.to_string()));
        }
    }
    text
}

/// SHA-256 (FIPS 180-4) in hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stay_lists_and_paragraphs_are_numbered() {
        let text =
            "Es wurde beraten.\nOhne Einigung.\n\n- Erstens\n• Zweitens\n1. Eins\n2) Zwei\nDanach.\n\n\nSchluss.";
        let list = |counts, items: [&str; 2]| Paragraph::List(counts, items.map(str::to_owned).to_vec());
        let all = paragraphs(text);
        assert_eq!(
            all,
            [
                Paragraph::Text("Es wurde beraten.\nOhne Einigung.".to_owned()),
                list(false, ["Erstens", "Zweitens"]),
                list(true, ["Eins", "Zwei"]),
                Paragraph::Text("Danach.".to_owned()),
                Paragraph::Text("Schluss.".to_owned()),
            ]
        );
        // A day or a number that begins a sentence is no list, and what is typed again reads the same.
        let plain = |text: &str| matches!(paragraphs(text)[..], [Paragraph::Text(_)]);
        assert!(plain("2027 war ein Jahr") && plain("3.März") && plain("-5 Grad") && plain("100. Sitzung"));
        let again: Vec<String> = all.iter().map(typed).collect();
        assert_eq!(paragraphs(&again.join("\n\n")), all);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn one_paragraph_gets_other_words_or_goes() {
        assert_eq!(replaced("A\n\nB\n\nC", 2, " X ").as_deref(), Some("A\n\nX\n\nC"));
        assert_eq!(replaced("A\n\nB", 1, "").as_deref(), Some("B"));
        for bad in [0, 3, -1] {
            assert_eq!(replaced("A\n\nB", bad, "X"), None);
        }
    }

    #[test]
    fn a_hash_is_that_of_the_standard() {
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
