//! `/gremien/{body}/beschluesse/nachtragen`: a resolution of earlier years, with the number it had and its paper.

use std::sync::Arc;

use askama::Template;
use kernel::{Problem, Reason, Result};
use networks::shell;
use web::{Answer, Fields, FormView, Made, Part, Reading, Writing};

use super::{LEVELS, level_word, topics};
use crate::{
    OldResolution, Scan, ScanMedia,
    actions::{MARK_MOST, SOURCE_MOST, TEXT_MOST, TITLE_MOST, enter_old, file_under, not_a_scan, openest, too_large},
    model::SCAN_MOST,
    pages::place::Place,
    paths::{RegisterOld, ResolutionPage},
    words::T,
};

/// The longest body: a scan and what stands around it.
pub const LIMIT: usize = SCAN_MOST + (256 << 10);

/// What a form brought as a file: nothing, a scan, or the sentence why it is none.
type Brought = Result<Option<Scan>, Reason>;

/// Looks at the file before any transaction begins.
pub fn ready(parts: &[Part]) -> Made {
    Arc::new(brought(parts))
}

fn brought(parts: &[Part]) -> Brought {
    let Some(part) = parts.iter().find(|p| p.name == "scan" && p.file.is_some() && !p.bytes.is_empty()) else {
        return Ok(None);
    };
    if part.bytes.len() > SCAN_MOST {
        return Err(too_large());
    }
    let media = ScanMedia::of(&part.bytes).ok_or_else(not_a_scan)?;
    Ok(Some(Scan { name: part.file.clone().unwrap_or_default(), media, content: part.bytes.clone() }))
}

#[derive(Template)]
#[template(path = "old.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    summary: String,
    once: String,
    fields: Vec<String>,
    file_error: String,
    back: String,
}

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: RegisterOld) -> Result<Answer> {
    let place = Place::kept(r, p.body)?;
    let level = LEVELS.iter().find(|(_, l)| *l == openest(&place.body)).map_or("gremium", |(key, _)| key);
    page(r, &place, &FormView::new(r.viewer.lang, &[("level", level)]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let levels = LEVELS.iter().filter(|(_, l)| *l >= openest(&place.body));
    let levels = levels.map(|(key, l)| ((*key).to_owned(), level_word(t, *l).to_owned())).collect();
    let mut fields = vec![
        form.text("mark", t.register_mark()).hint(t.register_mark_hint()).most(wide(MARK_MOST)).to_string(),
        form.text("title", t.register_name()).hint(t.register_name_hint()).most(wide(TITLE_MOST)).to_string(),
        form.text("text", t.register_text()).lines(10).most(wide(TEXT_MOST)).to_string(),
        form.text("day", t.register_day()).kind("date").to_string(),
        form.text("in_force", t.register_in_force_from())
            .kind("date")
            .hint(t.register_in_force_hint())
            .optional()
            .to_string(),
        form.text("source", t.register_source())
            .hint(t.register_source_hint())
            .most(wide(SOURCE_MOST))
            .optional()
            .to_string(),
        form.select("level", t.register_level(), levels).to_string(),
    ];
    fields.extend(topics::boxes(r, form)?);
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[place.step(r), (t.register_title(), place.register(r))])?,
        name: place.name(r).to_owned(),
        summary: form.summary(),
        once: form.once(),
        fields,
        file_error: form.error("scan").unwrap_or_default().to_owned(),
        back: place.register(r),
    };
    let head = place.page(r, t.register_enter())?;
    r.page(if form.is_refused() { head.refused() } else { head }, &shown)
}

fn wide(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// Enters it.
///
/// # Errors
/// As [`enter_old`].
pub fn save(w: &Writing<'_>, p: RegisterOld) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::kept(&r, p.body)?;
    let again = |mut problems: Vec<Problem>| {
        // A browser does not send a file twice by itself.
        let had = matches!(w.ask.made::<Brought>(), Some(Ok(Some(_))));
        if had && !problems.iter().any(|p| p.field == "scan") {
            problems.push(Problem { field: "scan", reason: choose_again() });
        }
        page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, problems))
    };
    let mut fields = Fields::of(w.ask);
    let day = shell::day(
        &mut fields,
        "day",
        "Bitte nennen Sie den Tag des Beschlusses.",
        "Please give the day of the decision.",
    );
    let in_force = fields.day("in_force");
    let level = fields.choice("level", &LEVELS);
    let scan = match w.ask.made::<Brought>() {
        Some(Ok(scan)) => scan.clone(),
        Some(Err(reason)) => {
            fields.refuse("scan", reason.de.clone(), reason.en.clone());
            None
        }
        None => None,
    };
    let (Some(day), Some(level), true) = (day, level, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let old = OldResolution {
        mark: w.ask.field("mark").to_owned(),
        title: w.ask.field("title").to_owned(),
        text: w.ask.field("text").to_owned(),
        day,
        in_force: in_force.unwrap_or(day),
        level,
        source: Some(w.ask.field("source").to_owned()),
        scan,
    };
    let chosen = topics::ticked(w.ask);
    let entered = enter_old(w.tx, &w.viewer.actor, p.body, &old).and_then(|id| {
        if chosen.is_empty() { Ok(id) } else { file_under(w.tx, &w.viewer.actor, id, &[], &chosen).map(|()| id) }
    });
    match entered {
        Ok(resolution) => Ok(Answer::to(w.viewer.link(&ResolutionPage { resolution })).with_note(t.register_entered())),
        Err(fault) => again(shell::problems(fault, "mark", &[])?),
    }
}

fn choose_again() -> Reason {
    Reason::new("Bitte wählen Sie die Datei noch einmal aus.", "Please choose the file again.")
}
