//! `/einladung/{token}/unterlagen`: the papers by the link of a letter, without signing in. Guests type the code that stands in
//! the letter first; opening the page changes nothing. Of a sensitive network there is no such page.

use askama::Template;
use files::Attachment;
use kernel::{Error, Problem, Reason, Result};
use web::{Answer as Reply, Cookie, FormView, Page, Reading, Writing};

use super::letter::{Found, gone, load};
use crate::{
    Capacity, Invitation, Item, actions,
    actions::inviting::{Opened, gets, is_open, open_papers},
    paths::{LetterAnswer, LetterPaper, LetterPapers},
    store,
    words::T,
};

/// The cookie by which a browser is known that typed the code.
const COOKIE: &str = "u";

#[derive(Template)]
#[template(path = "letter_papers.html")]
struct Shown {
    t: T,
    lead: String,
    summary: String,
    once: String,
    code: String,
    items: Vec<(String, String)>,
    back: String,
}

/// The items whose papers this link opens, with these papers.
fn papers(r: &Reading<'_>, found: &Found) -> Result<Vec<(String, Item, Vec<Attachment>)>> {
    let items = store::agenda::list_items(r.conn, found.meeting.id)?;
    let open: Vec<&Item> = items.iter().filter(|item| gets(&found.invitation, item)).collect();
    let all = actions::agenda::list_papers(r.conn, &open)?;
    let own = |item: &Item| all.iter().filter(|paper| paper.on == item.id.raw()).cloned().collect::<Vec<_>>();
    let numbered = (1..).zip(&items).filter(|(_, item)| gets(&found.invitation, item));
    Ok(numbered
        .map(|(n, item)| (format!("{n}. {}", item.title), item.clone(), own(item)))
        .filter(|(.., papers)| !papers.is_empty())
        .collect())
}

/// Whether a link opens its papers here: guests have typed the code before.
///
/// # Errors
/// When the database cannot be read.
pub fn opened(r: &Reading<'_>, invitation: &Invitation, token: &str) -> Result<bool> {
    Ok(invitation.capacity != Capacity::Guest || is_open(r.conn, token, r.ask.cookie(COOKIE))?)
}

/// Where the papers are, if the link opens any. That there are some is no secret of the code's.
///
/// # Errors
/// When the database cannot be read.
pub fn offered(r: &Reading<'_>, found: &Found, token: &accounts::paths::Token) -> Result<Option<String>> {
    Ok((!papers(r, found)?.is_empty()).then(|| r.viewer.link(&LetterPapers { token: token.clone() })))
}

/// What the link opens here; nothing of a sensitive network.
fn found(r: &Reading<'_>, token: &accounts::paths::Token) -> Result<Option<Found>> {
    Ok(load(r, &LetterAnswer { token: token.clone() })?.filter(|found| !found.body.sensitive))
}

/// The papers, or the form for the code.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: LetterPapers) -> Result<Reply> {
    let Some(found) = found(r, &p.token)? else { return gone(r) };
    let problem = |reason: Reason| vec![Problem { field: "code", reason }];
    let problems = match r.ask.query("code") {
        Some("falsch") => problem(Reason::new(
            "Dieser Code passt nicht zu diesem Link. Er steht in derselben E-Mail.",
            "This code does not fit this link. It stands in the same mail.",
        )),
        Some("spaeter") => problem(Reason::new(
            "Das waren zu viele falsche Codes. Bitte versuchen Sie es in einer Viertelstunde noch einmal.",
            "There were too many wrong codes. Please try again in a quarter of an hour.",
        )),
        _ => Vec::new(),
    };
    page(r, &found, &p, problems)
}

fn page(r: &Reading<'_>, found: &Found, p: &LetterPapers, problems: Vec<Problem>) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let open = opened(r, &found.invitation, p.token.as_str())?;
    let form = FormView::kept(v.lang, r.ask, if open { Vec::new() } else { problems });
    let link = |paper| v.link(&LetterPaper { token: p.token.clone(), paper });
    let items = if open { papers(r, found)? } else { Vec::new() };
    let shown = Shown {
        t,
        lead: format!("{}, {}", found.meeting.title, i18n::day_medium(v.lang, found.meeting.day())),
        summary: form.summary(),
        once: form.once(),
        code: if open {
            String::new()
        } else {
            form.text("code", t.field_code()).hint(t.field_code_hint()).code().to_string()
        },
        items: items.into_iter().map(|(title, _, own)| (title, files::rows(v.lang, &own, link, None))).collect(),
        back: v.link(&LetterAnswer { token: p.token.clone() }),
    };
    let page = Page::new(t.papers_title());
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Reply::secret)
}

/// Takes the code.
///
/// # Errors
/// When the database refuses.
pub fn open(w: &Writing<'_>, p: LetterPapers) -> Result<Reply> {
    let r = w.reading();
    let Some(found) = found(&r, &p.token)? else { return gone(&r) };
    let here = w.viewer.link(&p);
    match open_papers(w.tx, p.token.as_str(), w.ask.field("code"))? {
        Opened::Yes(secret) => Ok(Reply::to(here).with_cookie(Cookie { name: COOKIE, value: secret, seconds: None })),
        // Not refused, so that it stays counted.
        Opened::Wrong => Ok(Reply::to(format!("{here}?code=falsch"))),
        Opened::Wait(_) => Ok(Reply::to(format!("{here}?code=spaeter"))),
        Opened::Empty => page(
            &r,
            &found,
            &p,
            vec![Problem {
                field: "code",
                reason: Reason::new("Bitte geben Sie den Code ein.", "Please type the code."),
            }],
        ),
    }
}

/// One paper.
///
/// # Errors
/// [`Error::NotFound`] for a paper the link does not open, and before the code was typed.
pub fn file(r: &Reading<'_>, p: LetterPaper) -> Result<Reply> {
    let Some(found) = found(r, &p.token)? else { return gone(r) };
    if !opened(r, &found.invitation, p.token.as_str())? {
        return Err(Error::NotFound);
    }
    let all = papers(r, &found)?;
    let paper = all.iter().flat_map(|(.., own)| own).find(|paper| paper.id == p.paper).ok_or(Error::NotFound)?;
    files::open(r.conn, paper).map(Reply::secret)
}
