//! A sitting of a body of others: when, where, what is on its agenda, what of it matters; entering and changing it.

use kernel::{Error, Moment, Problem, Result};
use networks::{
    Body,
    shell::{self, Pill},
};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    body::filed,
    place::{Sitting, body_crumbs, body_row, edited, place_of},
    view::{Block, Line, View, plain},
};
use crate::{
    Item, NewSession, Session, actions,
    paths::{BodyMandates, Briefing, ReportForm, SessionAgenda, SessionEdit, SessionNew, SessionPage},
    reads::Side,
    store::{reports, sessions},
    words::T,
};

fn fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.session_name()).hint(t.session_name_hint()).to_string(),
        form.text("day", t.field_day()).kind("date").to_string(),
        form.text("hour", t.field_hour()).kind("time").to_string(),
        form.text("place", t.field_place()).optional().to_string(),
        form.text("agenda", t.session_agenda()).hint(t.session_agenda_hint()).lines(10).optional().to_string(),
    ]
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewSession, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie die Sitzung.", "Please name the sitting.");
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let hour = fields.time("hour");
    let place = fields.line("place", 120);
    let agenda = fields.text("agenda", 20_000);
    match (day, hour, &fields.problems[..]) {
        (Some(day), Some((hour, minute)), []) => {
            Ok(NewSession { title, starts_at: day.at(hour, minute), place, agenda })
        }
        _ => Err(fields.problems),
    }
}

fn form_page(
    r: &Reading<'_>,
    (body, network): (&Body, Option<&Body>),
    form: &FormView,
    known: Option<&Session>,
    stale: bool,
) -> Result<Answer> {
    let stored = known.map(|known| stored(r, known)).transpose()?;
    let now: Vec<_> = stored.iter().flatten().map(|(field, value)| (*field, value.as_str())).collect();
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &now));
    let t = T(r.viewer.lang);
    let title = if known.is_some() { t.session_edit() } else { t.session_new() };
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        title: title.to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back: match known {
            Some(s) => r.viewer.link(&SessionPage { session: s.id }),
            None => r.viewer.link(&BodyMandates { body: body.id }),
        },
        fields: fields(t, form),
        submit: t.act_save(),
        ..Sheet::new(r.viewer.lang)
    };
    if let Some(known) = known {
        sheet.hidden = vec![("version", known.version.to_string())];
        if known.briefed_at.is_some() {
            sheet.known = vec![t.session_tells().to_owned()];
        }
        let off = vec![("ja".to_owned(), t.session_off_yes().to_owned())];
        sheet.fields.push(form.boxes("ausgefallen", t.session_off(), off).to_string());
    }
    let page = Page::new(format!("{title}: {}", body.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, body, network)?, form)
}

/// The form for a new one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who lead the network or are sent.
pub fn new(r: &Reading<'_>, p: SessionNew) -> Result<Answer> {
    let (body, network) = edited(r, p.body)?;
    form_page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &[("hour", "10:00")]), None, false)
}

/// Enters it.
///
/// # Errors
/// As [`actions::note_session`].
pub fn add(w: &Writing<'_>, p: SessionNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = edited(&r, p.body)?;
    let again =
        |found| form_page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found), None, false);
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::note_session(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(id) => Ok(Answer::to(w.viewer.link(&SessionPage { session: id })).with_note(t.note_session())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

fn clock(at: Moment) -> (String, String) {
    let local = at.local();
    (at.day().to_string(), format!("{:02}:{:02}", local.hour(), local.minute()))
}

/// The fields as they are stored.
fn stored(r: &Reading<'_>, session: &Session) -> Result<[(&'static str, String); 5]> {
    let (day, hour) = clock(session.starts_at);
    let items: Vec<String> = sessions::list_items(r.conn, session.id)?.into_iter().map(|it| it.title).collect();
    Ok([
        ("title", session.title.clone()),
        ("day", day),
        ("hour", hour),
        ("place", session.place.clone()),
        ("agenda", items.join("\n")),
    ])
}

/// The form for changing one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: SessionEdit) -> Result<Answer> {
    let (session, body, network) = found(r, p.session)?;
    let stored = stored(r, &session)?;
    let mut values: Vec<(&str, &str)> = stored.iter().map(|(field, value)| (*field, value.as_str())).collect();
    values.push(("ausgefallen", if session.called_off { "ja" } else { "" }));
    form_page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &values), Some(&session), false)
}

/// A sitting the reader changes.
pub fn found(r: &Reading<'_>, id: kernel::Id<Session>) -> Result<(Session, Body, Option<Body>)> {
    let (session, side) = Side::of(r.conn, &r.viewer.actor, id)?;
    if !side.edits {
        return Err(Error::Denied(None));
    }
    let (body, network) = place_of(r, session.receiver)?;
    Ok((session, body, network))
}

/// Changes it.
///
/// # Errors
/// As [`actions::change_session`].
pub fn change(w: &Writing<'_>, p: SessionEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (session, body, network) = found(&r, p.session)?;
    let again = |found, stale| {
        let form = FormView::kept(w.viewer.lang, w.ask, found);
        form_page(&r, (&body, network.as_ref()), &form, Some(&session), stale)
    };
    if w.ask.field("version").parse() != Ok(session.version) {
        return again(Vec::new(), true);
    }
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found, false),
    };
    let (by, base) = (&w.viewer.actor, &w.site.outside().base_url);
    match actions::change_session(w.tx, by, p.session, session.version, &new, w.ask.ticked("ausgefallen"), base) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&SessionPage { session: p.session })).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "title", &[])?, false),
    }
}

/// The items of an agenda as boxes: what is ticked matters.
fn items_form(t: T, items: &[Item]) -> Vec<String> {
    let ticked: Vec<String> = items.iter().filter(|it| it.relevant).map(|it| it.id.to_string()).collect();
    let values: Vec<(&str, &str)> = ticked.iter().map(|id| ("wichtig", id.as_str())).collect();
    let form = FormView::new(t.0, &values);
    let options = items.iter().map(|it| (it.id.to_string(), format!("{}. {}", it.place, it.title))).collect();
    vec![form.boxes("wichtig", t.mark_label(), options).hint(t.mark_hint()).to_string()]
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: SessionPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (session, side) = Side::of(r.conn, &v.actor, p.session)?;
    let (body, network) = place_of(r, session.receiver)?;
    let mut view = View::new(v.lang, &session.title);
    view.crumbs = body_crumbs(r, &body, network.as_ref(), true)?;
    view.lead = body.name_in(v.lang).to_owned();
    if session.called_off {
        view.pills.push(Pill::new("w1", "cross", t.called_off()));
    }
    let packs: Vec<_> = side.delegations.iter().filter(|it| crate::stance(&v.actor, it, None).inner).collect();
    let sitting = Sitting::load(r, &packs.iter().map(|it| it.seat).collect::<Vec<_>>(), &[])?;
    if side.edits {
        view.acts.push((t.session_edit().to_owned(), v.link(&SessionEdit { session: session.id })));
        view.acts.push((t.agenda_file_title().to_owned(), v.link(&SessionAgenda { session: session.id })));
    }
    let mut facts = vec![plain(t.fact_when(), i18n::moment_long(v.lang, session.starts_at))];
    if !session.place.is_empty() {
        facts.push(plain(t.fact_where(), session.place.clone()));
    }
    view.section("angaben", t.about_title(), Block::Facts(facts));
    let pack = |it: &&crate::Delegation| Line {
        title: t.pack_of(sitting.words(t, it.seat)),
        href: v.link(&Briefing { mandate: it.id, session: session.id }),
        ..Line::default()
    };
    view.section("vorbereitung", t.packs_title(), Block::Rows(packs.iter().map(pack).collect()));
    if session.starts_at <= v.now && !session.called_off {
        let done = reports::list_filed_on(r.conn, &v.actor, &[session.id])?;
        let owed = |it: &&&crate::Delegation| {
            crate::stance(&v.actor, it, None).acts && !done.iter().any(|filed| filed.seat == it.seat)
        };
        // What is to be done now stands first.
        for it in packs.iter().filter(owed) {
            let form = ReportForm { mandate: it.id, session: session.id };
            view.acts.insert(0, (t.act_report().to_owned(), v.link(&form)));
        }
        view.section("rueckberichte", t.kind_reports(), Block::Rows(filed(r, std::slice::from_ref(&session))?));
    }
    let items = sessions::list_items(r.conn, session.id)?;
    if items.is_empty() {
        view.section("tagesordnung", t.agenda_title(), Block::Empty(t.agenda_empty(), t.agenda_empty_text()));
    } else if side.marks {
        let buttons = vec![("tat", "merken".to_owned(), t.mark_submit().to_owned(), true)];
        view.section("tagesordnung", t.agenda_title(), Block::Form(items_form(t, &items), buttons));
    } else {
        view.section("tagesordnung", t.agenda_title(), Block::Rows(items.iter().map(|it| item_row(t, it)).collect()));
    }
    let page = Page::new(format!("{}: {}", session.title, body.name_in(v.lang))).nav("networks");
    view.answer(r, body_row(r, page, &body, network.as_ref())?)
}

/// An item as a row.
pub fn item_row(t: T, it: &Item) -> Line {
    Line {
        title: format!("{}. {}", it.place, it.title),
        pills: it.relevant.then(|| Pill::new("i1", "check", t.relevant())).into_iter().collect(),
        ..Line::default()
    }
}

/// Says which items matter.
///
/// # Errors
/// As [`actions::mark`].
pub fn mark(w: &Writing<'_>, p: SessionPage) -> Result<Answer> {
    let ids: Vec<_> = w.ask.every("wichtig").filter_map(|id| id.parse().ok()).collect();
    actions::mark(w.tx, &w.viewer.actor, p.session, &ids)?;
    let note = T(w.viewer.lang).note_marked();
    Ok(Answer::to(w.viewer.link(&SessionPage { session: p.session })).with_note(note))
}
