//! `/gremien/{body}/anlegen` makes a body in a network, `…/umbenennen` gives a name from a day on, `…/aufloesen` ends
//! it with a day. Who saves over somebody else's change sees how it stands now.

use kernel::{Day, Error, Id, Level, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{body::KeptBody, problems};
use crate::{
    Body, BodyForm, BodyKind, EdgeKind, NewBody, NewEdge, add_body, connect, edit_body, end_body,
    pages::shared::body_kind_word,
    paths::{BodyEnd, BodyKeep, BodyNew, BodyRename},
    rename_body,
    store::bodies,
    words::T,
};

const NAME_MOST: usize = 200;
const PURPOSE_MOST: usize = 2000;

/// The sorts of bodies a network can have.
const KINDS: [BodyKind; 7] = [
    BodyKind::Committee,
    BodyKind::ProjectGroup,
    BodyKind::Board,
    BodyKind::LeadTeam,
    BodyKind::Conference,
    BodyKind::Assembly,
    BodyKind::Outside,
];

/// Who may see it. A body only its own members see is none that others can keep, so it is not offered.
const LEVELS: [(&str, Level); 3] =
    [("public", Level::Public), ("all_networks", Level::AllNetworks), ("network", Level::Network)];

const fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.bodies_level_public(),
        Level::AllNetworks => t.bodies_level_all(),
        _ => t.bodies_level_network(),
    }
}

fn level_key(level: Level) -> &'static str {
    LEVELS.iter().find(|(_, l)| *l == level).map_or("network", |(key, _)| key)
}

/// The network, if this is one.
fn network(r: &Reading<'_>, id: Id<Body>) -> Result<(KeptBody, Vec<Body>)> {
    let kept = KeptBody::load(r, id)?;
    if !kept.body.is_network() {
        return Err(Error::NotFound);
    }
    let mut all = bodies::list_bodies(r.conn, &r.viewer.actor, id, r.viewer.today)?;
    all.retain(|b| b.id != id && b.kind != BodyKind::Outside);
    all.insert(0, kept.body.clone());
    Ok((kept, all))
}

/// The form for a new body.
///
/// # Errors
/// [`Error::NotFound`] where this is no network, too; [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: BodyNew) -> Result<Answer> {
    let (kept, all) = network(r, p.body)?;
    let (today, own) = (r.viewer.today.to_string(), kept.body.id.to_string());
    let values = [
        ("kind", "committee"),
        ("level", level_key(kept.body.level)),
        ("roster_level", level_key(kept.body.roster_level)),
        ("organ_of", &own),
        ("from", &today),
    ];
    page(r, &kept, &all, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, kept: &KeptBody, all: &[Body], form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let kinds = KINDS.iter().map(|k| (k.word().to_owned(), body_kind_word(t, *k).to_owned())).collect();
    let levels: Vec<(String, String)> =
        LEVELS.iter().map(|(key, l)| ((*key).to_owned(), level_word(t, *l).to_owned())).collect();
    let organs = all.iter().map(|b| (b.id.to_string(), b.name_in(lang).to_owned()));
    let organs = std::iter::once((String::new(), t.bodies_organ_none().to_owned())).chain(organs).collect();
    let open = vec![("ja".to_owned(), t.edit_open_option().to_owned())];
    let mut sheet = kept.sheet(r, t.bodies_new())?.of(form);
    sheet.fields = vec![
        form.text("name", t.bodies_name()).to_string(),
        form.text("name_en", t.bodies_name_en()).optional().to_string(),
        form.select("kind", t.body_kind(), kinds).to_string(),
        form.text("purpose", t.edit_purpose()).hint(t.edit_purpose_hint()).lines(4).optional().to_string(),
        form.select("level", t.bodies_level(), levels.clone()).to_string(),
        form.select("roster_level", t.bodies_roster_level(), levels).to_string(),
        form.boxes("open_to_non_members", t.edit_open(), open).to_string(),
        form.text("rhythm", t.edit_rhythm()).hint(t.edit_rhythm_hint()).optional().to_string(),
        form.select("organ_of", t.bodies_organ(), organs).to_string(),
        form.text("from", t.bodies_from()).kind("date").to_string(),
    ];
    sheet.submit = t.bodies_new();
    sheet.answer(r, kept.page(r, t.bodies_new())?, form)
}

/// What was typed: the body, and of which other it is an organ.
struct Typed {
    new: NewBody,
    organ_of: Option<Id<Body>>,
}

fn day(fields: &mut Fields<'_>, field: &'static str, de: &str, en: &str) -> Option<Day> {
    let found = fields.day(field).filter(|day| !day.is_open());
    if found.is_none() && !fields.problems.iter().any(|p| p.field == field) {
        fields.refuse(field, de, en);
    }
    found
}

fn typed(w: &Writing<'_>, network: &Body, all: &[Body]) -> Result<Typed, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let form = BodyForm {
        name: fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name."),
        name_en: filled(fields.line("name_en", NAME_MOST)),
        purpose: fields.text("purpose", PURPOSE_MOST),
        rhythm: filled(fields.line("rhythm", NAME_MOST)),
        open_to_non_members: w.ask.ticked("open_to_non_members"),
        reach: network.reach,
        hue: network.hue,
        formal: network.formal,
        sensitive: network.sensitive,
        unlisted: network.unlisted,
        ..BodyForm::new("")
    };
    let kind = fields.choice("kind", &KINDS.map(|k| (k.word(), k)));
    let level = fields.choice("level", &LEVELS);
    let roster_level = fields.choice("roster_level", &LEVELS);
    let organ = w.ask.field("organ_of");
    let organ_of = all.iter().find(|b| b.id.to_string() == organ).map(|b| b.id);
    if organ_of.is_none() && !organ.is_empty() {
        fields.refuse("organ_of", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    match (kind, level, roster_level, from) {
        (Some(kind), Some(level), Some(roster_level), Some(from)) if fields.problems.is_empty() => {
            let form = BodyForm { level, roster_level, ..form };
            Ok(Typed { new: NewBody::new(network.id, kind, form, from), organ_of })
        }
        _ => Err(fields.problems),
    }
}

/// Makes it, and connects it.
///
/// # Errors
/// As [`add_body`] and [`connect`].
pub fn save(w: &Writing<'_>, p: BodyNew) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let (kept, all) = network(&r, p.body)?;
    let again = |problems| page(&r, &kept, &all, &FormView::kept(w.viewer.lang, w.ask, problems));
    let typed = match typed(w, &kept.body, &all) {
        Ok(typed) => typed,
        Err(problems) => return again(problems),
    };
    let made = add_body(w.tx, by, &typed.new).and_then(|id| {
        if let Some(above) = typed.organ_of {
            connect(w.tx, by, &NewEdge::new(id, EdgeKind::OrganOf, above, typed.new.from))?;
        }
        Ok(id)
    });
    match made {
        Ok(body) => Ok(Answer::to(w.viewer.link(&BodyKeep { body })).with_note(t.bodies_made())),
        Err(fault) => again(problems(fault, "name", &[("slug", "name"), ("until", "from"), ("unlisted", "level")])?),
    }
}

/// The form for another name.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn name_form(r: &Reading<'_>, p: BodyRename) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    let today = r.viewer.today.to_string();
    let english = kept.body.name_en.clone().unwrap_or_default();
    let values = [("name", kept.body.name.as_str()), ("name_en", english.as_str()), ("from", &today)];
    name_page(r, &kept, &FormView::new(r.viewer.lang, &values), false)
}

fn name_page(r: &Reading<'_>, kept: &KeptBody, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = kept.sheet(r, t.bodies_rename())?.of(form);
    if stale {
        (sheet.stale, sheet.status) = (t.bodies_stale(&kept.body.name), 409);
    }
    sheet.known = vec![t.bodies_rename_text().to_owned()];
    sheet.hidden = vec![("version", kept.body.version.to_string())];
    sheet.fields = vec![
        form.text("name", t.bodies_name_new()).to_string(),
        form.text("name_en", t.bodies_name_en()).optional().to_string(),
        form.text("from", t.bodies_rename_from()).kind("date").to_string(),
    ];
    sheet.submit = t.bodies_rename();
    sheet.answer(r, kept.page(r, t.bodies_rename())?, form)
}

/// Whether the form was made for the body as it stands.
fn is_current(w: &Writing<'_>, body: &Body) -> bool {
    w.ask.field("version").parse() == Ok(body.version)
}

/// Gives the name.
///
/// # Errors
/// As [`rename_body`].
pub fn rename(w: &Writing<'_>, p: BodyRename) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let kept = KeptBody::load(&r, p.body)?;
    let again = |problems, stale| name_page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems), stale);
    if !is_current(w, &kept.body) {
        return again(Vec::new(), true);
    }
    let mut fields = Fields::of(w.ask);
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let name_en = Some(fields.line("name_en", NAME_MOST)).filter(|n| !n.is_empty());
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let from = match from {
        Some(from) if from > w.viewer.today => {
            fields.refuse("from", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
            return again(fields.problems, false);
        }
        Some(from) if fields.problems.is_empty() => from,
        _ => return again(fields.problems, false),
    };
    let done = rename_body(w.tx, by, kept.body.id, kept.body.version, &name, from).and_then(|()| {
        if name_en == kept.body.name_en {
            return Ok(());
        }
        // The English name has no history of its own; it is corrected together with the German one.
        let now = bodies::find_body(w.tx, by, kept.body.id)?;
        edit_body(w.tx, by, now.id, now.version, &BodyForm { name_en: name_en.clone(), ..BodyForm::of(&now) })
    });
    match done {
        Ok(()) => Ok(Answer::to(kept.manage(&r)).with_note(t.bodies_renamed())),
        Err(fault) => again(problems(fault, "name", &[])?, false),
    }
}

/// The form for the last day.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: BodyEnd) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    end_page(r, &kept, &FormView::new(r.viewer.lang, &[]), false)
}

fn end_page(r: &Reading<'_>, kept: &KeptBody, form: &FormView, stale: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = kept.sheet(r, t.bodies_end())?.of(form);
    if stale {
        (sheet.stale, sheet.status) = (t.bodies_stale(&kept.body.name), 409);
    }
    sheet.known = vec![t.bodies_end_text().to_owned()];
    if kept.body.is_network() {
        sheet.known.push(t.bodies_end_network().to_owned());
    }
    sheet.hidden = vec![("version", kept.body.version.to_string())];
    sheet.fields = vec![form.text("until", t.keep_last_day()).hint(t.bodies_end_hint()).kind("date").to_string()];
    sheet.submit = t.bodies_end();
    sheet.answer(r, kept.page(r, t.bodies_end())?, form)
}

/// Ends it.
///
/// # Errors
/// As [`end_body`].
pub fn end(w: &Writing<'_>, p: BodyEnd) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let kept = KeptBody::load(&r, p.body)?;
    let again = |problems, stale| end_page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems), stale);
    if !is_current(w, &kept.body) {
        return again(Vec::new(), true);
    }
    let mut fields = Fields::of(w.ask);
    let Some(last) = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.") else {
        return again(fields.problems, false);
    };
    match end_body(w.tx, by, kept.body.id, kept.body.version, last.next()) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&BodyKeep { body: kept.network.id })).with_note(t.bodies_ended())),
        Err(fault) => again(problems(fault, "until", &[])?, false),
    }
}
