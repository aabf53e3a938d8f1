//! `/gremien/{body}/briefe`: letters that wait because nobody knows whose they are, and members whom letters do not reach. For
//! those who lead the body.

use std::collections::HashMap;

use askama::Template;
use kernel::{Error, Id, Reason, Result};
use networks::{Body, Invitee, Names};
use notices::Answers;
use people::Person;
use web::{Answer, FormView, Page, Reading, Writing};

use super::{
    held::why_words,
    place::{body_crumbs, body_row, home},
};
use crate::{
    HeldLetter,
    actions::{self, held},
    paths::Mailroom,
    store::{brought, incoming},
    words::T,
};

struct Row {
    id: i64,
    address: String,
    subject: String,
    when: String,
    why: &'static str,
    words: String,
    /// What its files are called.
    files: String,
    /// The field with those it may be from.
    field: String,
}

struct Trouble {
    name: String,
    address: String,
    words: String,
    paused: bool,
}

#[derive(Template)]
#[template(path = "mailroom.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    lead: String,
    address: String,
    rows: Vec<Row>,
    troubles: Vec<Trouble>,
}

/// Whether letters may be written to a body: neither it nor its network is sensitive.
#[must_use]
pub fn takes_letters(body: &Body, network: Option<&Body>) -> bool {
    !body.sensitive && network.is_some_and(|network| !network.sensitive)
}

/// What waits.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn show(r: &Reading<'_>, p: Mailroom) -> Result<Answer> {
    page(r, p.body, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, body: Id<Body>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = home(r, body)?;
    if !actions::circulars::writes(&v.actor, &body) {
        return Err(Error::Denied(None));
    }
    let invitees = networks::invitees(r.conn, &body, v.today)?;
    let names = Named::load(r, &body, &invitees)?;
    let mut options = vec![(String::new(), t.mailroom_choose().to_owned())];
    options.extend(names.listed());
    let held = incoming::list_held(r.conn, body.id, held::MOST)?;
    let brought = brought::list_names(r.conn, &held.iter().map(|letter| letter.id).collect::<Vec<_>>())?;
    let files = |letter: &HeldLetter| {
        let of: Vec<&str> = brought.iter().filter(|(id, _)| *id == letter.id).map(|(_, name)| name.as_str()).collect();
        if of.is_empty() { String::new() } else { t.mailroom_files(i18n::list_and(v.lang, &of)) }
    };
    let row = |letter: &HeldLetter| Row {
        id: letter.id.raw(),
        address: letter.address.clone(),
        subject: letter.subject.clone(),
        when: i18n::moment_short(v.lang, letter.at, v.today),
        why: why_words(t, letter.why),
        words: text::html(&letter.words),
        files: files(letter),
        field: form.select(&format!("person-{}", letter.id), t.mailroom_person(), options.clone()).to_string(),
    };
    let answers = Answers::load(r.conn)?.filter(|_| takes_letters(&body, network.as_ref()));
    let shown = Shown {
        t,
        crumbs: body_crumbs(r, &body, network.as_ref(), true)?,
        summary: form.summary(),
        once: form.once(),
        lead: body.name_in(v.lang).to_owned(),
        address: answers
            .map_or_else(String::new, |a| t.mailroom_address(a.address(&actions::incoming::body_tag(body.id)))),
        rows: held.iter().map(row).collect(),
        troubles: troubles(r, &invitees, &names)?,
    };
    let page = Page::new(t.mailroom_title()).nav("exchange");
    let page = if form.is_refused() { page.refused() } else { page };
    r.page(body_row(r, page, &body, network.as_ref())?, &shown)
}

/// The members of a body by name, as the reader may see them.
struct Named(HashMap<Id<Person>, String>);

impl Named {
    fn load(r: &Reading<'_>, body: &Body, invitees: &[Invitee]) -> Result<Self> {
        let persons: Vec<Id<Person>> = invitees.iter().filter_map(|i| i.person).collect();
        let names = Names::load_with_places(r.conn, &r.viewer.actor, persons.iter().copied())?;
        let at = networks::Place { network: body.network, body: body.id, sensitive: body.sensitive };
        let named = persons.iter().filter_map(|person| {
            let who = names.in_place(*person, &at).or_else(|| names.anywhere(*person))?;
            Some((*person, who.name.full()))
        });
        Ok(Self(named.collect()))
    }

    fn listed(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = self.0.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        all.sort_by_cached_key(|(id, name)| (i18n::fold(name), id.clone()));
        all
    }
}

/// The members whom letters do not reach, those at a paused address first.
fn troubles(r: &Reading<'_>, invitees: &[Invitee], names: &Named) -> Result<Vec<Trouble>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let addresses: Vec<String> = invitees.iter().filter_map(|i| i.address.clone()).collect();
    let known = db::list_returned(r.conn, &addresses)?;
    let mut all: Vec<Trouble> = Vec::new();
    for invitee in invitees {
        let Some(address) = &invitee.address else { continue };
        let Some(trouble) = known.iter().find(|trouble| trouble.address == address.to_lowercase()) else { continue };
        let name = invitee.person.and_then(|person| names.0.get(&person).cloned());
        let last = t.mailroom_last(i18n::day_medium(v.lang, trouble.last_at.day()));
        let status = if trouble.status.is_empty() { String::new() } else { format!(" ({})", trouble.status) };
        all.push(Trouble {
            name: name.unwrap_or_else(|| t.author_member().to_owned()),
            address: address.clone(),
            words: format!("{}{status}, {last}", t.mailroom_strikes(trouble.strikes)),
            paused: trouble.paused,
        });
    }
    all.sort_by_cached_key(|one| (!one.paused, i18n::fold(&one.name)));
    Ok(all)
}

/// Assigns a letter, or lets it go.
///
/// # Errors
/// As [`show`].
pub fn act(w: &Writing<'_>, p: Mailroom) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let by = &w.viewer.actor;
    let letter: Id<HeldLetter> = w.ask.field("brief").parse().map_err(|()| Error::NotFound)?;
    let (found, _) = held::led(w.tx, by, letter)?;
    if found.body != p.body {
        return Err(Error::NotFound);
    }
    let there = |note: &str| Ok(Answer::to(w.viewer.link(&Mailroom { body: p.body })).with_note(note));
    if w.ask.field("tat") == "loeschen" {
        held::drop_letter(w.tx, by, letter)?;
        return there(t.held_note_dropped());
    }
    let chosen = match w.ask.field(&format!("person-{letter}")).parse::<Id<Person>>() {
        Ok(person) => held::assign(w.tx, by, letter, person),
        Err(()) => Err(Error::field(
            "",
            Reason::new(T(kernel::Lang::De).mailroom_choose_first(), T(kernel::Lang::En).mailroom_choose_first()),
        )),
    };
    match chosen {
        Ok(()) => there(t.note_assigned()),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            let found = networks::shell::problems(fault, "", &[])?;
            page(&r, p.body, &FormView::kept(w.viewer.lang, w.ask, found))
        }
        Err(other) => Err(other),
    }
}
