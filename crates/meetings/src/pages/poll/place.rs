//! A date poll with where it belongs, for one reader.

use kernel::{Error, Id, Result};
use networks::Body;
use web::{Page, Reading};

use crate::{
    Choice, Poll, PollDate, PollState, Voter,
    pages::{body, place::body_row},
    paths::PollPage,
    rules::leads,
    store::polls,
    words::T,
};

/// A poll the reader may see.
pub struct Place {
    /// The poll.
    pub poll: Poll,
    /// The body that looks for a day.
    pub body: Body,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Its days.
    pub dates: Vec<PollDate>,
    /// Whether she convenes.
    pub leads: bool,
    /// As what she is asked, if she is.
    pub voter: Option<Voter>,
}

impl Place {
    /// The poll of an address, if the reader convenes the body, or, once those asked were written to, sits there or is asked.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Poll>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let poll = polls::find_poll(r.conn, actor, id)?;
        let (body, network) = body::place(r, poll.body)?;
        let leads = leads(actor, &poll.scope());
        let voter = match actor.person {
            Some(person) => polls::find_own_voter(r.conn, poll.id, Id::new(person))?,
            None => None,
        };
        // Days that are still put together are a matter of those who convene.
        let within = voter.is_some() || actor.sits_in(poll.body.raw());
        if !leads && (poll.state == PollState::Draft || !within) {
            return Err(Error::NotFound);
        }
        let dates = polls::list_dates(r.conn, poll.id)?;
        Ok(Self { poll, body, network, dates, leads, voter })
    }

    /// The same for whoever convenes.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Poll>) -> Result<Self> {
        let place = Self::load(r, id)?;
        if place.leads { Ok(place) } else { Err(Error::Denied(None)) }
    }

    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&PollPage { poll: self.poll.id })
    }

    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>) -> Result<Page> {
        let title = format!("{}: {}", T(r.viewer.lang).poll_title(), self.poll.title);
        body_row(r, Page::new(title).nav("meetings"), &self.body, self.network.as_ref())
    }
}

/// The field of a day in the form of an answer.
#[must_use]
pub fn field_of(date: Id<PollDate>) -> String {
    format!("t{date}")
}

/// An answer, as forms have it.
#[must_use]
pub const fn choice_word(choice: Choice) -> &'static str {
    match choice {
        Choice::Yes => "ja",
        Choice::Maybe => "notfalls",
        Choice::No => "nein",
    }
}

/// The three answers, for people.
#[must_use]
pub fn choices(t: T) -> Vec<(String, String)> {
    let of = |choice, word: &str| (choice_word(choice).to_owned(), word.to_owned());
    vec![of(Choice::Yes, t.poll_yes()), of(Choice::Maybe, t.poll_maybe()), of(Choice::No, t.poll_no())]
}

/// What was chosen for each day; days without an answer are left out.
#[must_use]
pub fn chosen(ask: &web::Ask, dates: &[PollDate]) -> Vec<(Id<PollDate>, Choice)> {
    let of = |word: &str| Choice::ALL.iter().copied().find(|choice| choice_word(*choice) == word);
    dates.iter().filter_map(|date| Some((date.id, of(ask.field(&field_of(date.id)))?))).collect()
}
