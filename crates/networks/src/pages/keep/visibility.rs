//! `/gremien/{body}/sichtbarkeit`: who sees a network or body, and how it works. Who saves over somebody else's change
//! sees how it stands now.

use kernel::{Lang, Level, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    bodies::{LEVELS, level_key, level_word},
    body::KeptBody,
    found::Openness,
    is_current, problems,
};
use crate::{
    Body, BodyForm, Reach, edit_body,
    pages::shared::reach_word,
    paths::{BodyKeep, BodyVisibility},
    words::T,
};

const NAME_MOST: usize = 120;

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: BodyVisibility) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    page(r, &kept, &stored(r.viewer.lang, &kept.body))
}

/// The fields as they are stored.
fn stored(lang: Lang, body: &Body) -> FormView {
    let yes = |b: bool| if b { "ja" } else { "nein" };
    let values = [
        ("short_name", body.short_name.as_deref().unwrap_or_default()),
        ("reach", body.reach.word()),
        ("openness", Openness::of(body).key()),
        ("level", level_key(body.level)),
        ("roster_level", level_key(body.roster_level)),
        ("sensitive", if body.sensitive { "ja" } else { "" }),
        ("unlisted", if body.unlisted { "ja" } else { "" }),
        ("carries_over", yes(body.carries_over)),
    ];
    FormView::new(lang, &values)
}

fn page(r: &Reading<'_>, kept: &KeptBody, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let body = &kept.body;
    // Whether it votes formally is said by its rules of procedure alone.
    let pairs = |list: &[(&str, &str)]| list.iter().map(|(k, w)| ((*k).to_owned(), (*w).to_owned())).collect();
    let mut sheet = kept.sheet(r, t.visibility_title())?.of(form);
    sheet.hidden = vec![("version", body.version.to_string())];
    sheet.fields = vec![form.text("short_name", t.found_short()).most(120).optional().to_string()];
    if body.is_network() {
        let reach = Reach::ALL.iter().map(|x| (x.word().to_owned(), reach_word(t, *x).to_owned())).collect();
        let open = Openness::ALL.iter().map(|(key, o)| ((*key).to_owned(), o.word(t).to_owned())).collect();
        sheet.fields.push(form.select("reach", t.found_reach(), reach).to_string());
        sheet.fields.push(form.radios("openness", t.found_openness(), open).to_string());
    } else {
        let levels: Vec<(String, String)> =
            LEVELS.iter().map(|(key, l)| ((*key).to_owned(), level_word(t, *l).to_owned())).collect();
        sheet.fields.push(form.select("level", t.bodies_level(), levels.clone()).to_string());
        sheet.fields.push(form.select("roster_level", t.bodies_roster_level(), levels).to_string());
        if !kept.network.unlisted {
            let box_ = pairs(&[("ja", t.visibility_unlisted_option())]);
            sheet.fields.push(form.boxes("unlisted", t.visibility_unlisted(), box_).to_string());
        }
        if !kept.network.sensitive {
            let box_ = pairs(&[("ja", t.visibility_sensitive_option())]);
            sheet.fields.push(form.boxes("sensitive", t.visibility_sensitive(), box_).to_string());
        }
    }
    let after = pairs(&[("ja", t.visibility_carries()), ("nein", t.visibility_ends())]);
    sheet.fields.push(form.radios("carries_over", t.visibility_term(), after).to_string());
    sheet.submit = t.org_save();
    sheet.answer(r, kept.page(r, t.visibility_title())?, form)
}

fn typed(w: &Writing<'_>, kept: &KeptBody) -> Result<BodyForm, Vec<Problem>> {
    let (mut fields, body) = (Fields::of(w.ask), &kept.body);
    let mut form = BodyForm::of(body);
    form.short_name = Some(fields.line("short_name", NAME_MOST)).filter(|n| !n.is_empty());
    let yes_no = [("ja", true), ("nein", false)];
    if let Some(carries) = fields.choice("carries_over", &yes_no) {
        form.carries_over = carries;
    }
    if body.is_network() {
        let reaches: Vec<(&str, Reach)> = Reach::ALL.iter().map(|x| (x.word(), *x)).collect();
        let (reach, open) = (fields.choice("reach", &reaches), fields.choice("openness", &Openness::ALL));
        if let (Some(reach), Some(open)) = (reach, open) {
            form.reach = reach;
            // Levels set more finely by hand stay as they are while the answer is the same.
            if open != Openness::of(body) {
                form = open.applied(form);
            }
        }
    } else {
        let levels: Vec<(&str, Level)> = LEVELS.to_vec();
        let (level, roster) = (fields.choice("level", &levels), fields.choice("roster_level", &levels));
        if let (Some(level), Some(roster)) = (level, roster) {
            (form.level, form.roster_level) = (level, roster);
        }
        form.unlisted = kept.network.unlisted || w.ask.ticked("unlisted");
        form.sensitive = kept.network.sensitive || form.unlisted || w.ask.ticked("sensitive");
    }
    form.join_page = form.join_page && !form.unlisted;
    if fields.problems.is_empty() { Ok(form) } else { Err(fields.problems) }
}

/// Saves it.
///
/// # Errors
/// As [`edit_body`].
pub fn save(w: &Writing<'_>, p: BodyVisibility) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = KeptBody::load(&r, p.body)?;
    let again = |problems| page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(w.viewer.lang, &kept.body)))
    };
    if !is_current(w, kept.body.version) {
        return overtaken();
    }
    let form = match typed(w, &kept) {
        Ok(form) => form,
        Err(problems) => return again(problems),
    };
    let at = if kept.body.is_network() { "openness" } else { "level" };
    match edit_body(w.tx, &w.viewer.actor, kept.body.id, kept.body.version, &form) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&BodyKeep { body: kept.body.id })).with_note(t.edit_saved())),
        Err(fault) => again(problems(
            fault,
            at,
            &[
                ("unlisted", at),
                ("join_page", at),
                ("sensitive", if kept.body.is_network() { at } else { "sensitive" }),
            ],
        )?),
    }
}
