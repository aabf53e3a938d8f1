//! Who has a post from when to when, and who is away.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Scope, Subject};
use rights::{Action, Kind};

use super::house;
use crate::{
    Absence, NewAbsence, NewTenure, Person, Post, Tenure,
    rules::{self, Check},
    store,
};

/// Appoints a person to a post: as holder, acting or deputy. Several at once share it; one person may hold several.
///
/// # Errors
/// [`Error::Denied`] but for the operator; else as [`record_tenure`].
pub fn appoint(tx: &Tx<'_>, by: &Actor, new: &NewTenure) -> Result<Id<Tenure>> {
    house(by)?;
    record_tenure(tx, by, new)
}

/// Enters an appointment **without asking for a right**: for verbs of higher slices that have asked.
///
/// # Errors
/// [`Error::NotFound`] for an unknown post or person; [`Error::Form`] on `share_percent`, `mail`, `phone`, `until`;
/// [`Error::Rule`] when post or person do not fit.
pub fn record_tenure(tx: &Tx<'_>, by: &Actor, new: &NewTenure) -> Result<Id<Tenure>> {
    let post = store::find_post(tx, new.post)?;
    let person = store::find_person(tx, new.person)?;
    if person.erased {
        return Err(Error::NotFound);
    }
    let mut check = Check::new();
    check.that((1..=100).contains(&new.share_percent), "share_percent", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 100.", "Please write a number from 1 to 100.")
    });
    check.that((1..=99).contains(&new.rank), "rank", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 99.", "Please write a number from 1 to 99.")
    });
    let mut checked = new.clone();
    checked.mail = check.mail("mail", new.mail.as_deref());
    checked.phone = check.phone("phone", new.phone.as_deref());
    checked.file_reference = check.name_or_none("file_reference", new.file_reference.as_deref());
    let term = check.take("until", rules::term(new.from, new.until));
    check.done()?;
    let term = term.unwrap_or(post.term);
    rules::may_appoint(new, term, post.term, &store::list_tenures_of_post(tx, new.post)?).map_err(Error::Rule)?;
    let id = tx.id();
    store::insert_tenure(tx, id, &checked)?;
    tx.emit(
        tenure_event("post.filled", new.post, new.person, by)
            .touching(Subject::new("organisation", post.organisation.raw())),
    );
    Ok(id)
}

fn tenure_event(verb: &'static str, post: Id<Post>, person: Id<Person>, by: &Actor) -> Event {
    Event::new(verb, Subject::new("post", post.raw())).by(by.person).touching(Subject::new("person", person.raw()))
}

/// Ends an appointment with the given day, which no longer belongs to it. Seats of the post wait for a successor;
/// rights that came with it end the same second.
///
/// # Errors
/// [`Error::Denied`] but for the operator; else as [`record_tenure_end`].
pub fn end_tenure(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, until: Day) -> Result<()> {
    house(by)?;
    record_tenure_end(tx, by, id, until)
}

/// Ends an appointment **without asking for a right**: for verbs of higher slices that have asked.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `until`.
pub fn record_tenure_end(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, until: Day) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    let term = rules::ended(tenure.term, until).map_err(|reason| Error::field("until", reason))?;
    store::save_tenure_end(tx, id, term.until)?;
    tx.emit(tenure_event("post.left", tenure.post, tenure.person, by));
    Ok(())
}

/// Lets an appointment whose end was entered go on until another day **without asking for a right**: for verbs of higher
/// slices that take an end back before it came.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Stale`] when it no longer ends with `was`; [`Error::Rule`] when it ended already.
pub fn record_tenure_goes_on(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, was: Day, until: Day) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    if tenure.term.until != was {
        return Err(Error::Stale);
    }
    if was <= tx.today() || until < was {
        return Err(Error::Rule(over()));
    }
    store::save_tenure_end(tx, id, until)?;
    tx.emit(tenure_event("post.kept", tenure.post, tenure.person, by));
    Ok(())
}

/// Enters her own official address and telephone of an appointment **without asking for a right**: for verbs that know it is
/// she, or keeps the post. `None` takes it away.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `mail`, `phone`.
pub fn record_tenure_contact(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Tenure>,
    mail: Option<&str>,
    phone: Option<&str>,
) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    let mut check = Check::new();
    let (mail, phone) = (check.mail("mail", mail), check.phone("phone", phone));
    check.done()?;
    store::save_tenure_contact(tx, id, mail.as_deref(), phone.as_deref())?;
    tx.emit(tenure_event("post.reached", tenure.post, tenure.person, by));
    Ok(())
}

/// Enters the share of a full post **without asking for a right**: for verbs of higher slices that have asked.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `share_percent`.
pub fn record_tenure_share(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>, share_percent: i64) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    let mut check = Check::new();
    check.that((1..=100).contains(&share_percent), "share_percent", || {
        Reason::new("Bitte schreiben Sie eine Zahl von 1 bis 100.", "Please write a number from 1 to 100.")
    });
    check.done()?;
    store::save_tenure_share(tx, id, share_percent)?;
    tx.emit(tenure_event("post.shared", tenure.post, tenure.person, by));
    Ok(())
}

/// Takes an appointment back that has not begun **without asking for a right**: for verbs of higher slices that have asked.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Rule`] when it has begun: then it ends with a day.
pub fn withdraw_tenure(tx: &Tx<'_>, by: &Actor, id: Id<Tenure>) -> Result<()> {
    let tenure = store::find_tenure(tx, id)?;
    if tenure.term.from <= tx.today() {
        return Err(Error::Rule(over()));
    }
    store::delete_absences_of_tenure(tx, id)?;
    store::delete_tenure(tx, id)?;
    tx.emit(tenure_event("post.appointment_withdrawn", tenure.post, tenure.person, by));
    Ok(())
}

fn over() -> Reason {
    Reason::new(
        "Der Tag ist schon da. Was war, wird nicht rückgängig gemacht, sondern mit einem neuen Tag beendet.",
        "The day has come. What was is not undone but ended with a new day.",
    )
}

/// Notes that a person is away, by herself or by the operator.
///
/// # Errors
/// [`Error::NotFound`] for everybody else, or when the tenure is not hers; [`Error::Form`] on `until`.
pub fn note_absence(tx: &Tx<'_>, by: &Actor, new: &NewAbsence) -> Result<Id<Absence>> {
    if house(by).is_err() {
        rights::require(by, Kind::Own, Action::Edit, &Scope::own(new.person.raw()))?;
    }
    store::find_person(tx, new.person)?;
    if let Some(tenure) = new.tenure
        && store::find_tenure(tx, tenure)?.person != new.person
    {
        return Err(Error::NotFound);
    }
    rules::term(new.from, new.until).map_err(|reason| Error::field("until", reason))?;
    let id = tx.id();
    store::insert_absence(tx, id, new)?;
    tx.emit(Event::new("absence.noted", Subject::new("person", new.person.raw())).by(by.person));
    Ok(id)
}

/// Takes a noted absence back; only she herself may.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn withdraw_absence(tx: &Tx<'_>, by: &Actor, id: Id<Absence>) -> Result<()> {
    let person = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    if store::delete_absence(tx, id, person)? == 0 {
        return Err(Error::NotFound);
    }
    tx.emit(Event::new("absence.withdrawn", Subject::new("person", person.raw())).by(by.person));
    Ok(())
}
