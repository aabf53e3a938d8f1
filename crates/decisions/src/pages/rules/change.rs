//! `/gremien/{body}/regeln/aendern/{key}`: one parameter, from a day on, with its clause.

use kernel::{Error, Lang, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    give::{based_on, later, when},
    offered_from,
    review::Review,
    shapes::{Shape, shape},
    steps, values,
};
use crate::{
    RuleVersion,
    actions::{self, NOTE_MOST, NewRules},
    pages::place::Place,
    paths::{RuleChange, RulesPage},
    rules::{Clause, RuleSet},
    store::rules::{list_rules, rules_of},
    words::T,
};

/// The longest place and words of a clause.
const NUMBER_MOST: usize = 60;
const TEXT_MOST: usize = 2_000;

/// A parameter as it stands in some rules.
struct Parameter {
    name: String,
    clause: Clause,
    value: serde_json::Value,
    text_alone: bool,
}

/// The parameter of a key; `None` where rules have none of it.
fn parameter(set: &RuleSet, key: &str, lang: Lang) -> Option<Parameter> {
    let found = values::described(set, key, lang)?;
    let value = values::value_of(set, key)?;
    Some(Parameter { name: found.name, clause: found.clause, value, text_alone: found.text_alone })
}

/// The place, the version to change, and the form of its values.
struct Loaded {
    place: Place,
    version: RuleVersion,
    shape: Shape,
}

fn load(r: &Reading<'_>, p: &RuleChange) -> Result<Loaded> {
    let place = Place::kept(r, p.body)?;
    let shape = shape(&p.key).ok_or(Error::NotFound)?;
    let versions = list_rules(r.conn, p.body)?;
    let from = offered_from(r, &versions, true);
    let version = rules_of(r.conn, &place.body, from)?.ok_or(Error::NotFound)?;
    Ok(Loaded { place, version, shape })
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`] where there are no rules or no such parameter, [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: RuleChange) -> Result<Answer> {
    let loaded = load(r, &p)?;
    page(r, &p, &loaded, &stored(r, &p, &loaded)?)
}

/// What holds now, and the day a change may begin.
fn stored(r: &Reading<'_>, p: &RuleChange, loaded: &Loaded) -> Result<FormView> {
    let now = parameter(&loaded.version.rules, &p.key, r.viewer.lang).ok_or(Error::NotFound)?;
    let from = offered_from(r, &list_rules(r.conn, p.body)?, true).to_string();
    let mut values = values::written(loaded.shape, &now.value);
    values.extend([
        ("clause_number", now.clause.number.clone()),
        ("clause_text", now.clause.text.clone()),
        ("from", from),
    ]);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Ok(FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, p: &RuleChange, loaded: &Loaded, form: &FormView) -> Result<Answer> {
    let (t, v, place) = (T(r.viewer.lang), r.viewer, &loaded.place);
    let now = parameter(&loaded.version.rules, &p.key, v.lang).ok_or(Error::NotFound)?;
    let back = v.link(&RulesPage { body: place.body.id });
    let mut sheet = place.sheet(r, &t.rulebook_change(&now.name), &steps(r, place), back)?.of(form);
    if loaded.version.body != place.body.id {
        sheet.known = vec![t.rulebook_becomes_own().to_owned()];
    }
    if now.text_alone {
        sheet.known.push(t.rulebook_text_alone().to_owned());
    }
    sheet.fields = values::fields(t, form, &loaded.version.rules, &p.key, loaded.shape);
    sheet
        .fields
        .push(form.text("clause_number", t.rulebook_clause()).hint(t.rulebook_clause_hint()).most(60).to_string());
    sheet.fields.push(form.text("clause_text", t.rulebook_clause_text()).lines(4).most(2_000).to_string());
    sheet.fields.extend(when(t, form));
    sheet.submit = t.rulebook_look();
    sheet.answer(r, place.page(r, &t.rulebook_change(&now.name))?, form)
}

/// Shows what would change; saves it when that was seen.
///
/// # Errors
/// As [`actions::take_rules`].
pub fn save(w: &Writing<'_>, p: RuleChange) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let loaded = load(&r, &p)?;
    let place = &loaded.place;
    let again = |problems| page(&r, &p, &loaded, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(&r, &p, &loaded, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &p, &loaded)?))
    };
    let step = w.ask.field("schritt");
    if step == "aendern" {
        return again(Vec::new());
    }
    let mut fields = Fields::of(w.ask);
    let value = values::read(&mut fields, w.ask, loaded.shape);
    let clause = Clause::new(fields.line("clause_number", NUMBER_MOST), fields.text("clause_text", TEXT_MOST));
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let note = fields.line("note", NOTE_MOST);
    let (Some(value), Some(from), true) = (value, from, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let Some(before) = rules_of(w.tx, &place.body, from)? else {
        fields.refuse("from", "An diesem Tag gelten noch keine Regeln.", "No rules hold on that day yet.");
        return again(fields.problems);
    };
    let changed = match before.rules.with(&p.key, value, clause) {
        Ok(changed) => changed,
        Err(reason) => {
            fields.refuse(values::first_field(loaded.shape), reason.de, reason.en);
            return again(fields.problems);
        }
    };
    if step != "speichern" {
        let typed = values::NAMES.iter().chain(&["clause_number", "clause_text", "from", "note"]);
        let hidden =
            typed.flat_map(|name| w.ask.every(name).map(|value| ((*name).to_owned(), value.to_owned()))).collect();
        let notes = later(&r, place, from)?;
        return Review { place, before: Some(&before), new: &changed, from, hidden, notes }.answer(&r);
    }
    let Ok(based_on) = based_on(w) else { return overtaken() };
    let new = NewRules { profile: before.profile.clone(), rules: changed, note, from, based_on };
    match actions::take_rules(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&RulesPage { body: p.body })).with_note(t.rulebook_saved())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => {
            let first = values::first_field(loaded.shape);
            again(shell::problems(fault, "from", &[("rules", first)])?)
        }
    }
}
