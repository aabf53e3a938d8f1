//! `/rueckmeldung/{token}`: remarking by the link of a letter, without signing in. Opening it changes nothing, and no page sends itself.

use kernel::{Problem, Reason, Result};
use networks::shell;
use web::{Answer, FormView, Page, Reading, Sheet, Writing};

use crate::{
    WHOLE,
    actions::{self, Asked},
    paths::LetterInput,
    store::versions,
    words::T,
};

/// The most paragraphs of one form.
const PARAGRAPHS: usize = 60;
/// The most characters of a remark.
const MOST: usize = 2_000;

/// The field for what concerns the whole text.
const ALL: &str = "absatz0";

/// The names of the fields, one for each paragraph.
fn name(n: usize) -> String {
    format!("absatz{}", n + 1)
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).letter_gone().to_owned()))
}

/// The page of the link.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: LetterInput) -> Result<Answer> {
    match actions::by_letter(r.conn, p.token.as_str())? {
        Some(asked) => page(r, &asked, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

fn page(r: &Reading<'_>, asked: &Asked, form: &FormView) -> Result<Answer> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &asked.position);
    let all = versions::list_paragraphs(r.conn, it.id, it.text)?;
    let day = it.input_until.map(|day| i18n::day_long(v.lang, day)).unwrap_or_default();
    let mut sheet = Sheet {
        title: t.letter_input_title().to_owned(),
        lead: t.letter_input_lead(&it.title, day),
        back: v.link(&"/"),
        submit: t.letter_input_submit(),
        ..Sheet::new(v.lang)
    };
    if all.len() > PARAGRAPHS {
        sheet.known = vec![t.letter_input_more().to_owned()];
    }
    let field = |(n, paragraph): (usize, &text::Paragraph)| {
        let (name, label) = (name(n), t.letter_input_field(n + 1));
        form.text(&name, &label).hint(&paragraph.text).lines(3).optional().to_string()
    };
    sheet.fields = all.iter().take(PARAGRAPHS).enumerate().map(field).collect();
    sheet.fields.push(form.text(ALL, t.letter_input_whole()).lines(3).optional().to_string());
    Ok(sheet.of(form).answer(r, Page::new(t.letter_input_title()), form)?.secret())
}

/// Remarks what was typed, each to its paragraph.
///
/// # Errors
/// When the database refuses.
pub fn say(w: &Writing<'_>, p: LetterInput) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(asked) = actions::by_letter(w.tx, p.token.as_str())? else { return gone(&r) };
    let again = |found: Vec<Problem>| page(&r, &asked, &FormView::kept(w.viewer.lang, w.ask, found));
    let it = &asked.position;
    let mut said = Vec::new();
    let all = versions::list_paragraphs(w.tx, it.id, it.text)?;
    let fields = all.iter().take(PARAGRAPHS).enumerate().map(|(n, paragraph)| (name(n), paragraph.key));
    for (field, key) in fields.chain([(ALL.to_owned(), WHOLE)]) {
        let typed = w.ask.field(&field).replace("\r\n", "\n");
        if typed.chars().count() > MOST {
            return again(refused(
                "Bitte kürzen Sie auf höchstens 2.000 Zeichen je Absatz.",
                "Please shorten this to at most 2,000 characters a paragraph.",
            ));
        }
        if !typed.is_empty() {
            said.push((key, typed));
        }
    }
    if said.is_empty() {
        return again(refused("Bitte schreiben Sie mindestens eine Anmerkung.", "Please write at least one comment."));
    }
    match actions::comment(w.tx, &asked.actor, it.id, (&said, Some(asked.seat))) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.letter_input_thanks())),
        Err(fault) => again(shell::problems(fault, "", &[])?),
    }
}

fn refused(de: &str, en: &str) -> Vec<Problem> {
    vec![Problem { field: "absatz1", reason: Reason::new(de, en) }]
}
