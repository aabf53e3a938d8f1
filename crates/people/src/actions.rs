//! Verbs of people. One function is one step of a transaction and leaves one event.
//!
//! Entering an organisation, a post or a person gives nobody a right, so whoever keeps the membership of a network
//! may do it, beside the operator. An appointment does give rights, wherever the post has a seat: here it is the
//! operator's; `networks::appoint` is the same for those who keep a network the post belongs to.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Level, Reason, Result, Scope, Subject};
use rights::{Action, Kind};

use crate::{
    Absence, NewAbsence, NewOrganisation, NewPerson, NewPost, NewTenure, NewTerritory, Organisation, OrganisationEdit,
    OwnData, Person, Post, PostEdit, PostTitles, Tenure, Territory,
    rules::{self, Check},
    store,
};

const HOUSE: Scope = Scope::house(Level::AllNetworks);

fn house(by: &Actor) -> Result<()> {
    rights::require(by, Kind::House, Action::Edit, &Scope::house(Level::Public))
}

/// Whether the actor may enter organisations, posts and persons: the operator, and whoever keeps some network's
/// membership.
#[must_use]
pub fn keeps_register(by: &Actor) -> bool {
    let keeps = |n: &i64| rights::allows(by, Kind::Roster, Action::Edit, &Scope::body(Level::Network, *n, *n));
    house(by).is_ok() || by.networks().iter().any(keeps)
}

fn register(by: &Actor) -> Result<()> {
    if keeps_register(by) { Ok(()) } else { Err(Error::Denied(None)) }
}

/// Enters a territory. Without `parent` it lies in what its official key says, if that is there already.
///
/// # Errors
/// [`Error::Denied`] but for the operator; [`Error::Form`] on `name`, `ags`.
pub fn add_territory(tx: &Tx<'_>, by: &Actor, new: &NewTerritory) -> Result<Id<Territory>> {
    house(by)?;
    let mut check = Check::new();
    check.name("name", &new.name);
    let ags = check.take("ags", rules::ags(new)).flatten();
    check.done()?;
    if let Some(key) = &ags {
        let taken = store::territory_by_ags(tx, std::slice::from_ref(key), new.from)?;
        if taken.is_some() {
            return Err(Error::field(
                "ags",
                Reason::new("Dieses Gebiet gibt es schon.", "This territory is there already."),
            ));
        }
    }
    let parent = match (new.parent, &ags) {
        (None, Some(key)) => store::territory_by_ags(tx, &rules::keys_above(key), new.from)?.map(|t| t.id),
        (Some(parent), _) => Some(store::find_territory(tx, parent)?.id),
        (None, None) => None,
    };
    let id = tx.id();
    store::insert_territory(tx, id, new, ags.as_deref(), parent)?;
    tx.emit(Event::new("territory.added", Subject::new("territory", id.raw())).by(by.person).within(HOUSE));
    Ok(id)
}

/// Enters many territories, those above before those within.
///
/// # Errors
/// As [`add_territory`].
pub fn add_territories(tx: &Tx<'_>, by: &Actor, new: &[NewTerritory]) -> Result<Vec<Id<Territory>>> {
    let mut order: Vec<usize> = (0..new.len()).collect();
    order.sort_by_key(|n| new[*n].ags.as_ref().map_or(0, String::len));
    let mut ids = vec![Id::new(0); new.len()];
    for n in order {
        ids[n] = add_territory(tx, by, &new[n])?;
    }
    Ok(ids)
}

fn organisation_checked(check: &mut Check, edit: &OrganisationEdit) -> OrganisationEdit {
    OrganisationEdit {
        mail: check.mail("mail", edit.mail.as_deref()),
        phone: check.phone("phone", edit.phone.as_deref()),
        address: check.text("address", edit.address.as_deref()),
        website: check.website("website", edit.website.as_deref()),
        purpose: check.text("purpose", edit.purpose.as_deref()),
    }
}

fn organisation_event(verb: &'static str, id: Id<Organisation>, by: &Actor) -> Event {
    Event::new(verb, Subject::new("organisation", id.raw())).by(by.person).within(HOUSE)
}

/// Enters an organisation.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for an unknown parent or territory; [`Error::Form`].
pub fn add_organisation(tx: &Tx<'_>, by: &Actor, new: &NewOrganisation) -> Result<Id<Organisation>> {
    register(by)?;
    let mut check = Check::new();
    let name = check.name("name", &new.name);
    let edit = OrganisationEdit {
        mail: new.mail.clone(),
        phone: new.phone.clone(),
        address: new.address.clone(),
        website: new.website.clone(),
        purpose: new.purpose.clone(),
    };
    let edit = organisation_checked(&mut check, &edit);
    check.done()?;
    if let Some(parent) = new.parent {
        store::find_organisation(tx, parent)?;
    }
    if let Some(territory) = new.territory {
        store::find_territory(tx, territory)?;
    }
    let id = tx.id();
    store::insert_organisation(tx, id, &name, new, &edit)?;
    tx.emit(organisation_event("organisation.added", id, by));
    Ok(id)
}

/// Changes contact and purpose of an organisation.
///
/// # Errors
/// [`Error::Stale`] when somebody changed it since `version`; else as [`add_organisation`].
pub fn edit_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    edit: &OrganisationEdit,
) -> Result<()> {
    store::find_organisation(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let edit = organisation_checked(&mut check, edit);
    check.done()?;
    store::save_organisation(tx, id, version, &edit)?;
    tx.emit(organisation_event("organisation.edited", id, by));
    Ok(())
}

/// Gives an organisation a new name from a day on; the former one is kept and found.
///
/// # Errors
/// As [`edit_organisation`]; [`Error::Form`] on `name`, `from`.
pub fn rename_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    name: &str,
    from: Day,
) -> Result<()> {
    let there = store::find_organisation(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let name = check.name("name", name);
    check.that(name != there.name, "name", || {
        Reason::new("Das ist schon der heutige Name.", "This is the name already.")
    });
    check.done()?;
    let had = rules::had_name(&store::former_names_of_organisations(tx, &[id])?, there.term, from)
        .map_err(|reason| Error::field("from", reason))?;
    store::save_organisation_name(tx, id, version, &name)?;
    store::insert_former_name(tx, Some(id), None, &there.name, had)?;
    tx.emit(organisation_event("organisation.renamed", id, by));
    Ok(())
}

/// Ends an organisation with a day, which no longer belongs to it: dissolved, or merged into another one. What was keeps
/// its name and its days; posts and seats are not touched.
///
/// # Errors
/// As [`edit_organisation`]; [`Error::Form`] on `until`, and on `into` where the other one is itself or over.
pub fn end_organisation(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Organisation>,
    version: i64,
    until: Day,
    into: Option<Id<Organisation>>,
) -> Result<()> {
    let there = store::find_organisation(tx, id)?;
    register(by)?;
    rules::ended(there.term, until).map_err(|reason| Error::field("until", reason))?;
    if let Some(into) = into {
        let other = store::find_organisation(tx, into)?;
        if into == id || !other.term.contains(until) {
            return Err(Error::field(
                "into",
                Reason::new(
                    "An diesem Tag gibt es diese Organisation nicht.",
                    "This organisation does not exist on that day.",
                ),
            ));
        }
    }
    store::save_organisation_end(tx, id, version, until, into)?;
    let event = organisation_event("organisation.ended", id, by);
    tx.emit(into.iter().fold(event, |e, other| e.touching(Subject::new("organisation", other.raw()))));
    Ok(())
}

/// Enters a person.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Form`] on `given`, `family`, `title`.
pub fn add_person(tx: &Tx<'_>, by: &Actor, new: &NewPerson) -> Result<Id<Person>> {
    register(by)?;
    let mut check = Check::new();
    let checked = NewPerson {
        given: check.name("given", &new.given),
        family: check.name("family", &new.family),
        title: check.name_or_none("title", new.title.as_deref()),
        title_form: new.title_form,
    };
    check.done()?;
    let id = tx.id();
    store::insert_person(tx, id, &checked)?;
    tx.emit(Event::new("person.added", Subject::new("person", id.raw())).by(by.person));
    Ok(id)
}

/// Changes what a person says about herself; only she may.
///
/// # Errors
/// [`Error::NotFound`] for everybody else; [`Error::Stale`]; [`Error::Form`].
pub fn edit_person(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, own: &OwnData) -> Result<()> {
    rights::require(by, Kind::Own, Action::Edit, &Scope::own(id.raw()))?;
    store::find_person(tx, id)?;
    save_person(tx, by, id, version, own, "person.edited")
}

/// Corrects name and title of a person who cannot do it herself; only the operator may, and what is private stays.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Stale`]; [`Error::Form`].
pub fn correct_person(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, name: &NewPerson) -> Result<()> {
    house(by)?;
    let there = store::find_person(tx, id)?;
    let own = OwnData {
        given: name.given.clone(),
        family: name.family.clone(),
        title: name.title.clone(),
        title_form: name.title_form,
        ..OwnData::from(&there)
    };
    save_person(tx, by, id, version, &own, "person.corrected")
}

fn save_person(tx: &Tx<'_>, by: &Actor, id: Id<Person>, version: i64, own: &OwnData, verb: &'static str) -> Result<()> {
    let mut check = Check::new();
    let checked = OwnData {
        given: check.name("given", &own.given),
        family: check.name("family", &own.family),
        title: check.name_or_none("title", own.title.as_deref()),
        pronouns: check.name_or_none("pronouns", own.pronouns.as_deref()),
        title_form: own.title_form,
        private_mail: check.mail("private_mail", own.private_mail.as_deref()),
        private_phone: check.phone("private_phone", own.private_phone.as_deref()),
    };
    check.done()?;
    store::save_person(tx, id, version, &checked)?;
    tx.emit(Event::new(verb, Subject::new("person", id.raw())).by(by.person));
    Ok(())
}

fn titles_checked(check: &mut Check, titles: &PostTitles) -> PostTitles {
    PostTitles {
        neutral: check.name("title", &titles.neutral),
        female: check.name_or_none("title_female", titles.female.as_deref()),
        male: check.name_or_none("title_male", titles.male.as_deref()),
    }
}

fn post_checked(check: &mut Check, edit: &PostEdit) -> PostEdit {
    PostEdit {
        legal_basis: check.name_or_none("legal_basis", edit.legal_basis.as_deref()),
        engagement: edit.engagement,
        mail: check.mail("mail", edit.mail.as_deref()),
        phone: check.phone("phone", edit.phone.as_deref()),
    }
}

fn post_event(verb: &'static str, post: &Post, by: &Actor) -> Event {
    Event::new(verb, Subject::new("post", post.id.raw()))
        .by(by.person)
        .within(HOUSE)
        .touching(Subject::new("organisation", post.organisation.raw()))
}

/// Enters a post of an organisation, vacant.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] for an unknown organisation or territory; [`Error::Form`].
pub fn add_post(tx: &Tx<'_>, by: &Actor, new: &NewPost) -> Result<Id<Post>> {
    register(by)?;
    let organisation = store::find_organisation(tx, new.organisation)?;
    if let Some(territory) = new.territory {
        store::find_territory(tx, territory)?;
    }
    let mut check = Check::new();
    let titles = titles_checked(&mut check, &new.titles);
    let edit = PostEdit {
        legal_basis: new.legal_basis.clone(),
        engagement: new.engagement,
        mail: new.mail.clone(),
        phone: new.phone.clone(),
    };
    let edit = post_checked(&mut check, &edit);
    check.that(organisation.term.contains(new.from), "from", || {
        Reason::new("An diesem Tag gab es die Organisation nicht.", "The organisation did not exist on that day.")
    });
    check.done()?;
    let id = tx.id();
    store::insert_post(tx, id, &titles, new, &edit)?;
    let event = Event::new("post.added", Subject::new("post", id.raw())).by(by.person).within(HOUSE);
    tx.emit(event.touching(Subject::new("organisation", new.organisation.raw())));
    Ok(id)
}

/// Changes contact and footing of a post.
///
/// # Errors
/// [`Error::Stale`]; else as [`add_post`].
pub fn edit_post(tx: &Tx<'_>, by: &Actor, id: Id<Post>, version: i64, edit: &PostEdit) -> Result<()> {
    let post = store::find_post(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let edit = post_checked(&mut check, edit);
    check.done()?;
    store::save_post(tx, id, version, &edit)?;
    tx.emit(post_event("post.edited", &post, by));
    Ok(())
}

/// Gives a post a new title from a day on; the former neutral title is kept.
///
/// # Errors
/// As [`edit_post`]; [`Error::Form`] on `title`, `from`.
pub fn rename_post(tx: &Tx<'_>, by: &Actor, id: Id<Post>, version: i64, titles: &PostTitles, from: Day) -> Result<()> {
    let post = store::find_post(tx, id)?;
    register(by)?;
    let mut check = Check::new();
    let titles = titles_checked(&mut check, titles);
    check.done()?;
    if titles.neutral != post.titles.neutral {
        let had = rules::had_name(&store::former_names_of_posts(tx, &[id])?, post.term, from)
            .map_err(|reason| Error::field("from", reason))?;
        store::insert_former_name(tx, None, Some(id), &post.titles.neutral, had)?;
    }
    store::save_post_titles(tx, id, version, &titles)?;
    tx.emit(post_event("post.renamed", &post, by));
    Ok(())
}

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
