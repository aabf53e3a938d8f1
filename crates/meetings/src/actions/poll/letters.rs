//! The letters of a date poll. Those of a sensitive network say which days, and nothing else.

use db::{OutMail, Tx};
use kernel::{Lang, Result};
use networks::Body;
use web::Mail;

use crate::{Poll, PollDate, Voter, letters::begun, store::polls, words::T};

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
        let mail = self.begun(lang, asks).says(first).because(t.poll_letter_why());
        if asks == Asks::Dropped {
            return mail;
        }
        let mut parts = Vec::new();
        if !quiet {
            parts.push(p.note.clone());
        }
        let days: Vec<String> =
            self.dates.iter().map(|d| format!("- {}", i18n::moment_long(lang, d.starts_at))).collect();
        parts.push(days.join("\n"));
        parts.push(t.letter_answer_until(i18n::day_long(lang, p.answer_until)));
        if let Some(token) = token {
            let english = if lang == Lang::En { "/en" } else { "" };
            parts.push(format!("{}: {}{english}/terminabstimmung/{token}", t.poll_letter_link(), self.base));
        }
        parts.into_iter().fold(mail, Mail::says)
    }
}
