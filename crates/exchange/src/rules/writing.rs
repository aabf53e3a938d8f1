//! Who may write, and what is fit to be saved.

use kernel::{Actor, Day, Id, Level, Reason, Result, Voice};
use networks::Body;
use people::rules::Check;
use rights::{Action, Kind, allows};

use crate::{NewCircular, NewThread, Thread};

/// The longest title, in characters.
pub const TITLE_MOST: usize = 120;
/// The longest contribution, in characters.
pub const WORDS_MOST: usize = 8_000;
/// The longest outcome, in characters, and the most sentences it has.
pub const OUTCOME_MOST: usize = 600;
/// The most sentences of an outcome.
pub const OUTCOME_SENTENCES: usize = 3;
/// So many persons can be asked in one thread; whoever wants more asks all.
pub const MOST_ASKED: usize = 5;
/// Counts below this are told as "fewer than": one case could be known to somebody.
pub const SMALLEST: i64 = 3;

/// Whether the actor leads the body of a thread, or its network.
#[must_use]
pub fn leads(actor: &Actor, thread: &Thread) -> bool {
    allows(actor, Kind::Thread, Action::Edit, &thread.scope())
}

/// Whether she may write in it: with a seat that speaks, in its body, its network, a network it was brought to, or, where it
/// is for all networks, in any.
#[must_use]
pub fn may_reply(actor: &Actor, thread: &Thread, forwards: &[Id<Body>]) -> bool {
    let speaks = |body: i64| {
        actor.sits.iter().any(|s| {
            s.body == body && !s.substitute && matches!(s.voice, Voice::Voting | Voice::Advisory | Voice::Office)
        })
    };
    speaks(thread.body.raw())
        || thread.level <= Level::Network && speaks(thread.network.raw())
        || forwards.iter().any(|network| speaks(network.raw()))
        || thread.level == Level::AllNetworks && actor.networks().into_iter().any(speaks)
}

/// Whether she may bring a thread to another network of hers: what is for all networks whoever reads it, what is of one
/// network only whoever wrote it or leads there; what is confidential or sensitive nobody.
///
/// # Errors
/// [`kernel::Error::Rule`] for a thread that stays where it is; [`kernel::Error::Denied`] where it is not hers to bring.
pub fn may_forward(actor: &Actor, thread: &Thread, home: &Body) -> Result<()> {
    if thread.confidential || home.sensitive {
        return Err(kernel::Error::Rule(Reason::new(
            "Was hier steht, bleibt in diesem Netzwerk.",
            "What stands here stays in this network.",
        )));
    }
    let own = actor.person.is_some() && actor.person == thread.author.map(Id::raw);
    if own || leads(actor, thread) || thread.level == Level::AllNetworks {
        return Ok(());
    }
    Err(kernel::Error::Denied(Some(Reason::new(
        "Weiterleiten kann, wer das geschrieben hat oder das Gremium leitet.",
        "Whoever wrote this or leads the body can forward it.",
    ))))
}

/// Words of a contribution.
fn words_of(check: &mut Check, field: &'static str, words: &str) -> String {
    let words = words.trim();
    check.that(!words.is_empty(), field, || Reason::new("Bitte schreiben Sie etwas.", "Please write something."));
    let length = words.chars().count();
    check.that(length <= WORDS_MOST, field, || {
        Reason::new(
            format!("Bitte kürzen Sie auf {WORDS_MOST} Zeichen. Jetzt sind es {length}."),
            format!("Please shorten this to {WORDS_MOST} characters. It has {length} now."),
        )
    });
    words.to_owned()
}

/// A title or subject: one line, with words in it.
fn title_of(check: &mut Check, field: &'static str, title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = !title.chars().any(|c| c.is_control() || i18n::is_bidi_control(c));
    check.that(!title.is_empty() && plain, field, || {
        Reason::new("Bitte geben Sie einen Titel ein.", "Please enter a title.")
    });
    let length = title.chars().count();
    check.that(length <= TITLE_MOST, field, || {
        Reason::new(
            format!("Bitte kürzen Sie auf {TITLE_MOST} Zeichen. Jetzt sind es {length}."),
            format!("Please shorten this to {TITLE_MOST} characters. It has {length} now."),
        )
    });
    title
}

/// A contribution that is fit to be saved.
///
/// # Errors
/// [`kernel::Error::Form`] on `words`.
pub fn checked_words(words: &str) -> Result<String> {
    let mut check = Check::new();
    let words = words_of(&mut check, "words", words);
    check.done()?;
    Ok(words)
}

/// A thread that is fit to be saved. What is confidential is never for all networks.
///
/// # Errors
/// [`kernel::Error::Form`] on `title`, `words`, `level`, `answer_until`, `asked`.
pub fn checked_thread(new: &NewThread, today: Day) -> Result<NewThread> {
    let mut check = Check::new();
    let title = title_of(&mut check, "title", &new.title);
    let words = words_of(&mut check, "words", &new.words);
    let least = if new.confidential { Level::Network } else { Level::AllNetworks };
    check.that(new.level >= least && new.level <= Level::Body, "level", || {
        Reason::new(
            "Vertrauliches bleibt im Netzwerk oder im Gremium.",
            "What is confidential stays in the network or the body.",
        )
    });
    check.that(new.answer_until.is_none_or(|day| day >= today), "answer_until", || {
        Reason::new("Dieser Tag ist schon vorbei.", "This day is over already.")
    });
    check.that(new.asked.len() <= MOST_ASKED, "asked", || {
        Reason::new(
            format!("Bitte wählen Sie höchstens {MOST_ASKED} Personen."),
            format!("Please choose at most {MOST_ASKED} persons."),
        )
    });
    check.done()?;
    Ok(NewThread { title, words, ..new.clone() })
}

/// Words that are written with a point and end no sentence by it.
const SHORT_FORMS: [&str; 14] =
    ["Abs", "Art", "Nr", "St", "Dr", "Prof", "ca", "bzw", "vgl", "ggf", "inkl", "evtl", "max", "Mio"];

/// How many sentences there are, as far as their ends can be seen. Points within numbers, days and short forms end none.
#[must_use]
pub fn sentences(words: &str) -> usize {
    let all: Vec<&str> = words.split_whitespace().collect();
    let ends = |(at, word): (usize, &&str)| {
        let bare = word.trim_end_matches(['"', '“', '”', '’', ')', '*', '_']);
        let last = at + 1 == all.len();
        let next = all.get(at + 1).and_then(|next| next.chars().find(|c| c.is_alphanumeric()));
        let stem = bare.trim_end_matches('.');
        let known = SHORT_FORMS.contains(&stem) || stem.chars().count() == 1 || stem.contains('.');
        let short = bare.ends_with('.') && (known || stem.chars().all(|c| c.is_ascii_digit()));
        last || bare.ends_with(['!', '?'])
            || bare.ends_with('.') && !short && next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    all.iter().enumerate().filter(|pair| ends(*pair)).count()
}

/// An outcome that is fit to be saved: one to three sentences.
///
/// # Errors
/// [`kernel::Error::Form`] on `words`.
pub fn checked_outcome(words: &str) -> Result<String> {
    let words = words.trim();
    let mut check = Check::new();
    check.that(!words.is_empty(), "words", || {
        Reason::new("Bitte schreiben Sie, was daraus wurde.", "Please write what came of it.")
    });
    check.that(words.chars().count() <= OUTCOME_MOST && sentences(words) <= OUTCOME_SENTENCES, "words", || {
        Reason::new(
            "Bitte fassen Sie es in ein bis drei Sätzen zusammen.",
            "Please sum it up in one to three sentences.",
        )
    });
    check.done()?;
    Ok(words.to_owned())
}

/// A circular that is fit to be saved.
///
/// # Errors
/// [`kernel::Error::Form`] on `subject`, `words`, `territory`, `topic`.
pub fn checked_circular(new: &NewCircular) -> Result<NewCircular> {
    let mut check = Check::new();
    let subject = title_of(&mut check, "subject", &new.subject);
    let words = words_of(&mut check, "words", &new.words);
    let needs = |has: bool, audience| has || new.audience != audience;
    check.that(needs(new.territory.is_some(), crate::Audience::Territory), "territory", || {
        Reason::new("Bitte wählen Sie ein Gebiet.", "Please choose a territory.")
    });
    check.that(needs(new.topic.is_some(), crate::Audience::Topic), "topic", || {
        Reason::new("Bitte wählen Sie ein Thema.", "Please choose a topic.")
    });
    check.done()?;
    Ok(NewCircular { subject, words, ..new.clone() })
}

/// Whether a number is told as "fewer than".
#[must_use]
pub const fn is_small(number: i64) -> bool {
    number > 0 && number < SMALLEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_people_end_them() {
        for (words, count) in [
            ("Vier Städte haben eine Satzung.", 1),
            ("Vier Städte haben eine. Zwei arbeiten daran! Und wir?", 3),
            ("Am 25. November 2026 gilt § 5 Abs. 2 GO NRW, z. B. in Aachen.", 1),
            ("Ohne Punkt am Ende", 1),
            ("Wir sind da. Sie auch.", 2),
            ("Eins. Zwei. Drei. Vier.", 4),
            ("", 0),
        ] {
            assert_eq!(sentences(words), count, "{words}");
        }
        assert!(checked_outcome("Eins ist gut. Zwei ist besser. Drei ist genug.").is_ok());
        assert!(checked_outcome("Eins ist. Zwei ist. Drei ist. Vier ist.").is_err());
        assert!(checked_outcome(" ").is_err());
    }

    #[test]
    fn a_title_is_one_line_without_tricks() {
        let new = |title: &str| NewThread::new(Id::new(1), title, "Text");
        let today = Day::literal("2026-11-23");
        for bad in ["", "  ", &"x".repeat(TITLE_MOST + 1), "a\u{202e}b", &"y".repeat(10_000)] {
            assert!(checked_thread(&new(bad), today).is_err(), "{bad:?}");
        }
        assert_eq!(checked_thread(&new(" a \r\n Bcc: x "), today).unwrap().title, "a Bcc: x");
        let secret = NewThread { confidential: true, level: Level::AllNetworks, ..new("a") };
        assert!(checked_thread(&secret, today).is_err());
        assert!(checked_thread(&NewThread { level: Level::Body, ..secret }, today).is_ok());
    }
}
