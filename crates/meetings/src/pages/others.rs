//! `/gremien/{body}/andere-termine`: days of others that nobody is invited to: weeks of councils, CSDs. For members of the network.

use askama::Template;
use kernel::{Day, Error, Id, Lang, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    body::{crumbs, place},
    lines,
    place::body_row,
};
use crate::{
    NewOther, Other, OtherKind, actions,
    actions::others::{found, may_change, may_note},
    paths::{OtherEdit, OtherList, OtherNew},
    store,
    words::T,
};

/// How far the list looks: months back and ahead.
const BACK: i32 = 1;
const AHEAD: i32 = 24;

struct Row {
    title: String,
    edit: Option<String>,
    detail: Vec<String>,
    note: Vec<String>,
}

#[derive(Template)]
#[template(path = "others.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    new: String,
    chips: Vec<(String, String, bool)>,
    rows: Vec<Row>,
}

/// The network of an address, for its members.
fn network(r: &Reading<'_>, id: Id<Body>) -> Result<Body> {
    let (body, _) = place(r, id)?;
    if !body.is_network() {
        return Err(Error::NotFound);
    }
    if may_note(&r.viewer.actor, body.id) { Ok(body) } else { Err(Error::Denied(None)) }
}

/// The list, by kind where one is asked for.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members.
pub fn list(r: &Reading<'_>, p: OtherList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let body = network(r, p.body)?;
    let span = (v.today.plus_months(-BACK), v.today.plus_months(AHEAD));
    let all = store::others::list_others(r.conn, &[body.id], span)?;
    let wanted = r.ask.query("art").and_then(|word| OtherKind::ALL.iter().find(|k| k.word() == word)).copied();
    let path = v.link(&p);
    let mut chips = vec![(t.others_all().to_owned(), path.clone(), wanted.is_none())];
    chips.extend(
        OtherKind::ALL
            .iter()
            .map(|kind| (kind_word(t, *kind).to_owned(), format!("{path}?art={}", kind.word()), wanted == Some(*kind))),
    );
    let row = |it: &Other| Row {
        title: it.said.title.clone(),
        edit: may_change(&v.actor, it).then(|| v.link(&OtherEdit { other: it.id })),
        detail: [
            days(r, it),
            kind_word(t, it.said.kind).to_owned(),
            it.said.town.clone(),
            Some(&it.said.contact).filter(|c| !c.is_empty()).map_or_else(String::new, |c| t.others_contact_is(c)),
        ]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect(),
        note: lines(&it.said.note),
    };
    let shown = Shown {
        t,
        crumbs: crumbs(r, &body, Some(&body), true)?,
        lead: body.name_in(v.lang).to_owned(),
        new: v.link(&OtherNew { body: body.id }),
        chips,
        rows: all.iter().filter(|it| wanted.is_none_or(|kind| it.said.kind == kind)).map(row).collect(),
    };
    let title = format!("{}: {}", t.others_title(), body.name_in(v.lang));
    r.page(body_row(r, Page::new(title).nav("networks"), &body, Some(&body))?, &shown)
}

/// From when to when.
fn days(r: &Reading<'_>, it: &Other) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let first = i18n::day_medium(lang, it.said.from);
    if it.said.from == it.said.last { first } else { t.from_to(first, i18n::day_medium(lang, it.said.last)) }
}

/// What is on, in a word.
#[must_use]
pub fn kind_word(t: T, kind: OtherKind) -> &'static str {
    match kind {
        OtherKind::Council => t.others_council(),
        OtherKind::Csd => t.others_csd(),
        OtherKind::Other => t.others_other(),
    }
}

fn sheet(r: &Reading<'_>, body: &Body, form: &FormView, title: &str) -> Result<Sheet> {
    let t = T(r.viewer.lang);
    let kinds = OtherKind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect();
    let mut sheet = Sheet {
        crumbs: crumbs(r, body, Some(body), true)?,
        title: title.to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back: r.viewer.link(&OtherList { body: body.id }),
        ..Sheet::new(r.viewer.lang)
    }
    .of(form);
    sheet.fields = vec![
        form.radios("kind", t.others_field_kind(), kinds).to_string(),
        form.text("title", t.others_field_title()).to_string(),
        form.text("from", t.others_field_from()).kind("date").to_string(),
        form.text("last", t.others_field_last()).kind("date").optional().to_string(),
        form.text("town", t.others_field_town()).optional().to_string(),
        form.text("contact", t.others_field_contact()).hint(t.others_field_contact_hint()).optional().to_string(),
        form.text("note", t.others_field_note()).hint(t.others_field_note_hint()).lines(4).optional().to_string(),
    ];
    Ok(sheet)
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewOther, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let kinds: Vec<(&str, OtherKind)> = OtherKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let title = fields.needed("title", 120, "Bitte nennen Sie den Termin.", "Please name the date.");
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den Tag.", "Please give the day.");
    let last = fields.day("last");
    let (town, contact) = (fields.line("town", 120), fields.line("contact", 120));
    let note = fields.text("note", 2_000);
    match (kind, from, &fields.problems[..]) {
        (Some(kind), Some(from), []) => {
            let last: Day = last.unwrap_or(from);
            Ok(NewOther { kind, title, town, contact, note, from, last })
        }
        _ => Err(fields.problems),
    }
}

/// The form for a new one.
///
/// # Errors
/// As [`list`].
pub fn new(r: &Reading<'_>, p: OtherNew) -> Result<Answer> {
    let body = network(r, p.body)?;
    new_page(r, &body, &FormView::new(r.viewer.lang, &[("kind", OtherKind::Council.word())]))
}

fn new_page(r: &Reading<'_>, body: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet { submit: t.others_submit(), ..sheet(r, body, form, t.others_new())? };
    sheet.answer(r, body_row(r, Page::new(t.others_new()).nav("networks"), body, Some(body))?, form)
}

/// Writes it down.
///
/// # Errors
/// As [`actions::others::note_other`].
pub fn add(w: &Writing<'_>, p: OtherNew) -> Result<Answer> {
    let r = w.reading();
    let body = network(&r, p.body)?;
    let again = |found| new_page(&r, &body, &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::others::note_other(w.tx, &w.viewer.actor, body.id, &new) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&OtherList { body: body.id })).with_note(T(w.viewer.lang).others_noted())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

fn led(r: &Reading<'_>, p: &OtherEdit) -> Result<(Other, Body)> {
    let it = found(r.conn, &r.viewer.actor, p.other)?;
    let body = network(r, it.network)?;
    if may_change(&r.viewer.actor, &it) { Ok((it, body)) } else { Err(Error::Denied(None)) }
}

/// The form that changes one.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for whoever wrote it down and those who convene.
pub fn edit(r: &Reading<'_>, p: OtherEdit) -> Result<Answer> {
    let (it, body) = led(r, &p)?;
    edit_page(r, &it, &body, &stored(r.viewer.lang, &it))
}

/// The fields as they are stored.
fn stored(lang: Lang, it: &Other) -> FormView {
    let (from, last) = (it.said.from.to_string(), it.said.last.to_string());
    let values = [
        ("kind", it.said.kind.word()),
        ("title", &it.said.title),
        ("from", &from),
        ("last", &last),
        ("town", &it.said.town),
        ("contact", &it.said.contact),
        ("note", &it.said.note),
    ];
    FormView::new(lang, &values)
}

fn edit_page(r: &Reading<'_>, it: &Other, body: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet { submit: t.edit_submit(), ..sheet(r, body, form, t.others_edit())? };
    sheet.hidden = vec![("version", it.version.to_string())];
    let drop = vec![("ja".to_owned(), t.others_drop_yes().to_owned())];
    sheet.fields.push(form.boxes("weg", t.others_drop(), drop).to_string());
    sheet.answer(r, body_row(r, Page::new(t.others_edit()).nav("networks"), body, Some(body))?, form)
}

/// Changes it, or takes it away.
///
/// # Errors
/// As [`actions::others::change_other`].
pub fn change(w: &Writing<'_>, p: OtherEdit) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let (it, body) = led(&r, &p)?;
    let again = |found| edit_page(&r, &it, &body, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken = || {
        let kept = FormView::kept(w.viewer.lang, w.ask, Vec::new());
        edit_page(&r, &it, &body, &kept.overtaken(&stored(w.viewer.lang, &it)))
    };
    if w.ask.field("version").parse() != Ok(it.version) {
        return overtaken();
    }
    let there = || Answer::to(w.viewer.link(&OtherList { body: body.id }));
    if w.ask.ticked("weg") {
        return actions::others::drop_other(w.tx, by, it.id).map(|()| there().with_note(t.others_dropped()));
    }
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::others::change_other(w.tx, by, it.id, it.version, &new) {
        Ok(()) => Ok(there().with_note(t.others_noted())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}
