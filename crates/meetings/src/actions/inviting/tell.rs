//! Writing the letters, and keeping the proof that they were sent.

use db::Tx;
use kernel::{Id, Result};
use networks::Body;

use crate::{
    Capacity, Invitation, Item, LetterKind, Meeting,
    actions::agenda,
    calendar::{Organizer, organizer},
    letters::Told,
    reads::hearing_of,
    rules::hears,
    store::{self, invitations, letters},
};

/// How a link's secret is known here.
pub fn hash(token: &str) -> String {
    accounts::secrets::hash("meeting letter", &[token])
}

/// Whether the papers of an item go to somebody invited so: guests for one item get those of that one only.
pub fn gets(to: &Invitation, item: &Item) -> bool {
    to.item.is_none_or(|only| only == item.id) && hears(hearing_of(to), item.openness)
}

/// A meeting with what its letters need.
pub struct Teller<'a> {
    tx: &'a Tx<'a>,
    meeting: Meeting,
    before: Option<&'a Meeting>,
    body: &'a Body,
    items: Vec<Item>,
    papers: Vec<files::Attachment>,
    base: &'a str,
    organizer: Option<Organizer>,
}

impl<'a> Teller<'a> {
    /// The meeting as it stands now.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(tx: &'a Tx<'a>, meeting: Id<Meeting>, body: &'a Body, base: &'a str) -> Result<Self> {
        let meeting = store::meetings::find_any_meeting(tx, meeting)?;
        let items = store::agenda::list_items(tx, meeting.id)?;
        let papers = agenda::list_papers(tx, &items.iter().collect::<Vec<_>>())?;
        Ok(Self { tx, meeting, before: None, body, items, papers, base, organizer: organizer(tx)? })
    }

    /// Writes one letter and notes that it was. Nobody is written to without an address.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn write(&self, to: &Invitation, kind: LetterKind, note: &str) -> Result<()> {
        if to.address.is_empty() {
            return Ok(());
        }
        // Whoever is no longer invited gets no link more.
        let token = match kind {
            LetterKind::Cancellation => None,
            _ => Some(accounts::secrets::link()?),
        };
        let papers: Vec<&files::Attachment> = self
            .papers
            .iter()
            .filter(|paper| self.items.iter().any(|it| it.id.raw() == paper.on && gets(to, it)))
            .collect();
        let open = !papers.is_empty() && !self.body.sensitive;
        let code = match token.as_deref().filter(|_| open && to.capacity == Capacity::Guest) {
            Some(token) => Some(super::codes::give_code(self.tx, to.id, token)?),
            None => None,
        };
        let told = Told {
            papers: &papers,
            code: code.as_deref(),
            meeting: &self.meeting,
            before: self.before,
            body: self.body,
            items: &self.items,
            base: self.base,
            organizer: self.organizer.as_ref(),
            now: self.tx.now(),
        };
        let mail = self.tx.post(&told.letter(to, kind, token.as_deref(), note))?;
        let hash = token.as_deref().map(hash);
        letters::insert_letter(self.tx, &self.meeting, to, kind, hash.as_deref(), mail.raw())
    }
}

/// Tells everybody whose invitation stands.
///
/// # Errors
/// When the database refuses.
pub fn tell_all(
    tx: &Tx<'_>,
    meeting: Id<Meeting>,
    body: &Body,
    kind: LetterKind,
    note: &str,
    base: &str,
) -> Result<usize> {
    tell(&Teller::load(tx, meeting, body, base)?, kind, note)
}

/// Tells everybody whose invitation stands what became another since `was`.
///
/// # Errors
/// When the database refuses.
pub fn tell_changed(tx: &Tx<'_>, was: &Meeting, body: &Body, base: &str) -> Result<usize> {
    let teller = Teller { before: Some(was), ..Teller::load(tx, was.id, body, base)? };
    tell(&teller, LetterKind::Change, "")
}

fn tell(teller: &Teller<'_>, kind: LetterKind, note: &str) -> Result<usize> {
    let all = invitations::list_invitations(teller.tx, teller.meeting.id)?;
    let mut told = 0;
    for invitation in all.iter().filter(|i| i.stands()) {
        teller.write(invitation, kind, note)?;
        told += 1;
    }
    Ok(told)
}
