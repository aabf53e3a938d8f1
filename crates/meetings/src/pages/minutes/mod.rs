//! P23: minutes: written, read, objected to, approved, added to; as page, by the link of a letter, as a file.

pub mod entry;
pub mod link;
pub mod list;
pub mod object;
pub mod paper;
pub mod persons;
pub mod send;
pub mod show;
pub mod view;

use kernel::{Error, Id, Result};
use web::Reading;

use crate::{
    Capacity, Entry, Meeting, Minutes, MinutesState, pages::Place, paths::MinutesPage, reads::fills,
    rules::minutes::Reader, store::minutes as store, words::T,
};

/// The minutes of a meeting for one reader.
pub struct Record {
    /// The meeting.
    pub place: Place,
    /// Its minutes.
    pub minutes: Minutes,
    /// What she reads of them.
    pub reader: Reader,
}

/// What somebody is to the minutes of a meeting she sees.
///
/// # Errors
/// When the database cannot be read.
pub fn reader(r: &Reading<'_>, place: &Place) -> Result<Reader> {
    let invitation = place.stance.invitation.as_ref();
    let guest = invitation.filter(|it| it.capacity == Capacity::Guest).map(|it| it.item);
    let fills = fills(r.conn, &r.viewer.actor, place.meeting.body)?;
    Ok(Reader::by_seats(&r.viewer.actor, &place.meeting, fills, guest))
}

impl Record {
    /// The minutes of the meeting of an address, where there are any the reader may open.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Meeting>) -> Result<Self> {
        let place = Place::load(r, id)?;
        let minutes = store::find_minutes_of(r.conn, id)?.ok_or(Error::NotFound)?;
        let reader = reader(r, &place)?;
        if reader.opens(&minutes) { Ok(Self { place, minutes, reader }) } else { Err(Error::NotFound) }
    }

    /// The same for whoever convenes now.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Meeting>) -> Result<Self> {
        // Whether there are minutes is nothing she has to know who may not write them.
        let place = Place::led(r, id)?;
        let minutes = store::find_minutes_of(r.conn, id)?.ok_or(Error::NotFound)?;
        let reader = reader(r, &place)?;
        Ok(Self { place, minutes, reader })
    }

    /// By one of its entries, for whoever convenes now.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn of_entry(r: &Reading<'_>, id: Id<Entry>) -> Result<(Entry, Self)> {
        let entry = store::find_entry(r.conn, id)?;
        let minutes = store::find_minutes(r.conn, entry.minutes)?;
        Ok((entry, Self::led(r, minutes.meeting)?))
    }

    /// Their page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&MinutesPage { meeting: self.place.meeting.id })
    }

    /// The entries she reads, each with its number among all.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries(&self, r: &Reading<'_>) -> Result<Vec<(usize, Entry)>> {
        let all = store::list_entries(r.conn, self.minutes.id)?;
        Ok((1..).zip(all).filter(|(_, entry)| self.reader.reads(entry)).collect())
    }
}

/// How minutes stand, in a word.
#[must_use]
pub fn state_word(t: T, state: MinutesState) -> &'static str {
    match state {
        MinutesState::Draft => t.pro_state_draft(),
        MinutesState::Circulated => t.pro_state_circulated(),
        MinutesState::Approved => t.pro_state_approved(),
    }
}
