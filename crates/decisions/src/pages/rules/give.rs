//! `/gremien/{body}/regeln/aendern`: one question, then a template of nine, from a day on.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{offered_from, review::Review, steps};
use crate::{
    RuleVersion,
    actions::{self, NOTE_MOST, NewRules},
    pages::place::Place,
    paths::{RulesNew, RulesPage},
    rules::{self, templates_for},
    store::rules::{list_rules, rules_of},
    words::T,
};

#[derive(Template)]
#[template(path = "ask_formal.html")]
struct Question {
    t: T,
    crumbs: String,
    name: String,
    question: String,
    back: String,
}

/// The question, or the templates behind its answer.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: RulesNew) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::kept(r, p.body)?;
    let formal = match r.ask.query("foermlich") {
        Some("ja") => true,
        Some("nein") => false,
        _ => {
            let now = if place.body.formal { "ja" } else { "nein" };
            let form = FormView::new(v.lang, &[("foermlich", now)]);
            let options = [("nein", t.rulebook_formal_no()), ("ja", t.rulebook_formal_yes())];
            let options = options.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
            let question = form.radios("foermlich", t.rulebook_question(), options).hint(t.rulebook_question_hint());
            let shown = Question {
                t,
                crumbs: place.crumbs(r, &steps(r, &place))?,
                name: place.name(r).to_owned(),
                question: question.to_string(),
                back: v.link(&RulesPage { body: p.body }),
            };
            return r.page(place.page(r, t.rulebook_give())?, &shown);
        }
    };
    let versions = list_rules(r.conn, p.body)?;
    let holds = rules_of(r.conn, &place.body, v.today)?.is_some();
    let from = offered_from(r, &versions, holds).to_string();
    let first = templates_for(formal).first().map(|t| t.key).unwrap_or_default();
    page(r, &place, formal, &FormView::new(v.lang, &[("profile", first), ("from", &from)]))
}

fn page(r: &Reading<'_>, place: &Place, formal: bool, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let back = v.link(&RulesPage { body: place.body.id });
    let mut sheet = place.sheet(r, t.rulebook_give(), &steps(r, place), back)?.of(form);
    sheet.hidden = vec![("foermlich", if formal { "ja" } else { "nein" }.to_owned())];
    let all = templates_for(formal);
    if let [only] = &all[..] {
        sheet.known = vec![only.about.text(v.lang).to_owned(), t.rulebook_formal_gone().to_owned()];
        sheet.hidden.push(("profile", only.key.to_owned()));
    } else {
        let options = all
            .iter()
            .map(|x| (x.key.to_owned(), format!("{}: {}", x.name.text(v.lang), x.about.text(v.lang))))
            .collect();
        sheet.known = vec![t.rulebook_template_known().to_owned()];
        sheet.fields.push(form.radios("profile", t.rulebook_template(), options).to_string());
    }
    sheet.fields.extend(when(t, form));
    sheet.submit = t.rulebook_look();
    sheet.answer(r, place.page(r, t.rulebook_give())?, form)
}

/// From when, and why.
pub fn when(t: T, form: &FormView) -> [String; 2] {
    let most = u32::try_from(NOTE_MOST).unwrap_or(u32::MAX);
    [
        form.text("from", t.rulebook_from()).kind("date").hint(t.rulebook_from_hint()).to_string(),
        form.text("note", t.rulebook_note()).hint(t.rulebook_note_hint()).most(most).optional().to_string(),
    ]
}

/// The version a form was made on; `None` where none held.
pub fn based_on(w: &Writing<'_>) -> Result<Option<Id<RuleVersion>>, Error> {
    match w.ask.field("based_on") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::Stale),
    }
}

/// Shows what would hold; saves it when that was seen.
///
/// # Errors
/// As [`actions::take_rules`].
pub fn save(w: &Writing<'_>, p: RulesNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::kept(&r, p.body)?;
    let formal = w.ask.field("foermlich") == "ja";
    let again = |problems| page(&r, &place, formal, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(
            &r,
            &place,
            formal,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &[])),
        )
    };
    let step = w.ask.field("schritt");
    if step == "aendern" {
        return again(Vec::new());
    }
    let mut fields = Fields::of(w.ask);
    let chosen = rules::template(w.ask.field("profile")).filter(|t| t.rules.formal.value == formal);
    if chosen.is_none() {
        fields.refuse("profile", "Bitte wählen Sie eine der Vorlagen.", "Please choose one of the templates.");
    }
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let note = fields.line("note", NOTE_MOST);
    let (Some(chosen), Some(from), true) = (chosen, from, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let before = rules_of(w.tx, &place.body, from)?;
    if step != "speichern" {
        let mut hidden = vec![("foermlich", if formal { "ja" } else { "nein" }.to_owned())];
        hidden.extend([("profile", chosen.key.to_owned()), ("from", from.to_string()), ("note", note)]);
        let hidden = hidden.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let notes = later(&r, &place, from)?;
        return Review { place: &place, before: before.as_ref(), new: &chosen.rules, from, hidden, notes }.answer(&r);
    }
    let Ok(based_on) = based_on(w) else { return overtaken() };
    let new = NewRules { profile: chosen.key.to_owned(), rules: chosen.rules, note, from, based_on };
    match actions::take_rules(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&RulesPage { body: p.body })).with_note(t.rulebook_saved())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "from", &[("rules", "profile")])?),
    }
}

/// What to know when another version begins later: it does not change with this one.
pub fn later(r: &Reading<'_>, place: &Place, from: kernel::Day) -> Result<Vec<String>> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let next = list_rules(r.conn, place.body.id)?.iter().map(|v| v.from).filter(|day| *day > from).min();
    Ok(next.map(|day| t.rulebook_until_next(i18n::day_medium(lang, day))).into_iter().collect())
}
