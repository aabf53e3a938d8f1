//! Posts.

use db::Tx;
use kernel::{Actor, Day, Error, Event, Id, Reason, Result, Subject};

use super::{HOUSE, register};
use crate::{
    NewPost, Organisation, Post, PostEdit, PostTitles,
    rules::{self, Check},
    store,
};

fn titles_checked(check: &mut Check, titles: &PostTitles) -> PostTitles {
    PostTitles {
        neutral: check.name("title", &titles.neutral),
        female: check.name_or_none("title_female", titles.female.as_deref()),
        male: check.name_or_none("title_male", titles.male.as_deref()),
    }
}

fn post_checked(check: &mut Check, edit: &PostEdit) -> PostEdit {
    PostEdit {
        territory: edit.territory,
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
        territory: new.territory,
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
    if let Some(territory) = edit.territory {
        store::find_territory(tx, territory)?;
    }
    let mut check = Check::new();
    let edit = post_checked(&mut check, edit);
    check.done()?;
    store::save_post(tx, id, version, &edit)?;
    tx.emit(post_event("post.edited", &post, by));
    Ok(())
}

/// Lets a post belong to another organisation from a day on **without asking for a right**: for verbs of higher slices that
/// divide or merge organisations. Its number, holders and seats stay; on earlier days it is where it was.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Form`] on `until`.
pub fn record_post_move(tx: &Tx<'_>, by: &Actor, id: Id<Post>, to: Id<Organisation>, day: Day) -> Result<()> {
    let post = store::find_post(tx, id)?;
    store::find_organisation(tx, to)?;
    let since = store::last_move(tx, id)?.unwrap_or(post.term.from);
    let had = rules::term(since, day).map_err(|reason| Error::field("until", reason))?;
    store::insert_post_home(tx, id, post.organisation, had)?;
    store::save_post_organisation(tx, id, to)?;
    let event = Event::new("post.moved", Subject::new("post", id.raw())).by(by.person).within(HOUSE);
    let event = event.touching(Subject::new("organisation", post.organisation.raw()));
    tx.emit(event.touching(Subject::new("organisation", to.raw())));
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
