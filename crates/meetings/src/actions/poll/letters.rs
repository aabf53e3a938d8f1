//! The letters of a date poll. Those of a sensitive network say which days, and nothing else.

use db::{OutMail, Tx};
use kernel::{Lang, Result};
use networks::Body;
use web::Mail;

use crate::{
    Poll, PollDate, Voter,
    letters::{begun, days::day_words, when_at},
    store::polls,
    words::T,
};

/// What a letter about a poll says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asks {
    /// When can you come?
    When,
    /// Your answer is missing.
    Again,
    /// Your answers contradicted each other.
    Contested,
    /// Nobody is asked any more.
    Dropped,
}

/// How a link's secret is known here.
pub fn hash(token: &str) -> String {
    accounts::secrets::hash("poll letter", &[token])
}

/// A poll with what its letters need.
pub struct Asker<'a> {
    /// The transaction.
    pub tx: &'a Tx<'a>,
    /// The poll.
    pub poll: &'a Poll,
    /// Its body.
    pub body: &'a Body,
    /// Its days.
    pub dates: &'a [PollDate],
    /// Where the house is reached.
    pub base: &'a str,
}

impl Asker<'_> {
    /// Writes one letter. Nobody is written to without an address.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn write(&self, to: &Voter, asks: Asks) -> Result<()> {
        if to.address.is_empty() {
            return Ok(());
        }
        let token = if asks == Asks::Dropped { None } else { Some(accounts::secrets::link()?) };
        self.tx.post(&OutMail {
            to: to.address.clone(),
            person: to.person.map(kernel::Id::raw),
            ..self.mail(to.lang, asks, token.as_deref()).out("poll")
        })?;
        match token {
            Some(token) => polls::insert_letter(self.tx, to.id, &hash(&token)),
            None => Ok(()),
        }
    }

    fn begun(&self, lang: Lang, asks: Asks) -> Mail {
        let t = T(lang);
        let what = match asks {
            Asks::When if self.body.sensitive => t.poll_title_quiet(),
            Asks::When => t.poll_title(),
            Asks::Again => t.poll_subject_again(),
            Asks::Contested => t.letter_subject_question(),
            Asks::Dropped => t.poll_subject_dropped(),
        };
        // There is no day yet that could be named.
        if self.body.sensitive { Mail::new(lang, what) } else { begun(lang, self.body, what, &self.poll.title) }
    }

    /// A day to choose from: how long it would last, and what else is on it. Of a sensitive network when it begins alone.
    fn day(&self, lang: Lang, date: &PollDate) -> String {
        if self.body.sensitive {
            return i18n::moment_long(lang, date.starts_at);
        }
        let when = when_at(lang, date.starts_at, self.poll.minutes);
        let beside = day_words(T(lang), date.starts_at.day()).join(", ");
        if beside.is_empty() { when } else { format!("{when} ({beside})") }
    }

    fn mail(&self, lang: Lang, asks: Asks, token: Option<&str>) -> Mail {
        let (t, p) = (T(lang), self.poll);
        let quiet = self.body.sensitive;
        let (title, body) = (p.title.as_str(), self.body.name_in(lang));
        let first = match asks {
            Asks::When if quiet => t.poll_letter_quiet_when().to_owned(),
            Asks::When => t.poll_letter_when(title, body),
            Asks::Again if quiet => t.poll_letter_quiet_again().to_owned(),
            Asks::Again => t.poll_letter_again(title, body),
            Asks::Contested => t.letter_question().to_owned(),
            Asks::Dropped if quiet => t.poll_letter_quiet_dropped().to_owned(),
            Asks::Dropped => t.poll_letter_dropped(title, body),
        };
        let mail = self.begun(lang, asks).says(first);
        if asks == Asks::Dropped {
            return mail.because(t.poll_letter_why_was());
        }
        let mail = mail.because(t.poll_letter_why());
        let mut parts = Vec::new();
        if !quiet {
            parts.push(p.note.clone());
            let place = Some(&p.place).filter(|place| !place.is_empty()).map(|place| t.letter_where(place));
            let online = Some(&p.online).filter(|online| !online.is_empty()).map(|online| t.letter_online(online));
            parts.push(place.into_iter().chain(online).collect::<Vec<_>>().join("\n"));
        }
        let days: Vec<String> = self.dates.iter().map(|date| format!("- {}", self.day(lang, date))).collect();
        parts.push(days.join("\n"));
        parts.push(t.letter_answer_until(i18n::day_long(lang, p.answer_until)));
        if let Some(token) = token {
            let english = if lang == Lang::En { "/en" } else { "" };
            parts.push(format!("{}: {}{english}/terminabstimmung/{token}", t.poll_letter_link(), self.base));
        }
        parts.into_iter().fold(mail, Mail::says)
    }
}
