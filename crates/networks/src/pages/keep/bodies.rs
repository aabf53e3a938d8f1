//! `/gremien/{body}/anlegen`: a body in a network, and of which other it is an organ.

use kernel::{Error, Id, Level, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{body::KeptBody, day, problems};
use crate::{
    Body, BodyForm, BodyKind, EdgeKind, NewBody, NewEdge, add_body, connect,
    pages::shared::body_kind_word,
    paths::{BodyKeep, BodyNew},
    store::bodies,
    words::T,
};

/// The most characters of a name or line.
pub const NAME_MOST: usize = 200;
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

/// Who may see it, as forms offer it. A body only its own members see is none that others can keep, so it is not offered.
pub const LEVELS: [(&str, Level); 3] =
    [("public", Level::Public), ("all_networks", Level::AllNetworks), ("network", Level::Network)];

/// A level in words.
pub const fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.bodies_level_public(),
        Level::AllNetworks => t.bodies_level_all(),
        _ => t.bodies_level_network(),
    }
}

/// The key a form sends for a level.
pub fn level_key(level: Level) -> &'static str {
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
