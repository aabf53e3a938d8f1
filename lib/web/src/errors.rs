//! The pages that say why not and what to do next. They keep the menu.

use askama::Template;
use kernel::{Error, Moment, Result};

use crate::{Answer, Page, Reading, texts::T};

#[derive(Template)]
#[template(path = "error.html")]
struct Oops {
    t: T,
    code: u16,
    title: &'static str,
    text: &'static str,
    reasons: Vec<String>,
    incident: String,
    icon: &'static str,
    links: Vec<(&'static str, String)>,
}

/// The page for a refusal or a failure.
pub fn page(r: &Reading<'_>, cause: &Error) -> Result<Answer> {
    let lang = r.viewer.lang;
    let (code, reasons) = match cause {
        Error::NotFound => (404, vec![]),
        Error::Denied(reason) => (403, reason.iter().map(|x| x.text(lang).to_owned()).collect()),
        Error::Rule(reason) => (422, vec![reason.text(lang).to_owned()]),
        Error::Form(problems) => (422, problems.iter().map(|p| p.reason.text(lang).to_owned()).collect()),
        Error::Stale => (409, vec![]),
        Error::Internal(fault) => {
            tracing::error!(incident = %r.ask.incident, "{fault}");
            (500, vec![])
        }
    };
    with_code(r, code, reasons)
}

/// The page for what the frame itself refuses, before any handler: here 403 means that another site sent the form.
pub fn by_frame(r: &Reading<'_>, code: u16) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let words = if code == 403 { (t.error_origin(), t.error_origin_text(), "lock") } else { words(t, code) };
    shown(r, code, words, vec![], matches!(code, 403 | 405 | 500..))
}

/// The page for a paper that did not become a file: too much for one, or a fault of ours that may be gone in a minute.
pub fn unprinted(r: &Reading<'_>, cause: &Error) -> Result<Answer> {
    if matches!(cause, Error::Rule(_)) {
        return page(r, cause);
    }
    let t = T(r.viewer.lang);
    let words = (t.error_paper(), t.error_paper_text(), "warning");
    Ok(Answer { retry_after: Some(60), ..shown(r, 503, words, vec![], true)? })
}

/// The page for a status, with what can be said more.
fn with_code(r: &Reading<'_>, code: u16, reasons: Vec<String>) -> Result<Answer> {
    // Not after a form that can still be gone back to.
    shown(r, code, words(T(r.viewer.lang), code), reasons, code == 409 || (code == 422 && r.ask.form.is_empty()))
}

/// Title, text and icon.
type Words = (&'static str, &'static str, &'static str);

fn words(t: T, code: u16) -> Words {
    match code {
        403 => (t.error_denied(), t.error_denied_text(), "lock"),
        400 | 408 => (t.error_slow(), t.error_slow_text(), "clock"),
        405 => (t.error_method(), t.error_method_text(), "door"),
        409 => (t.error_stale(), t.error_stale_text(), "transfer"),
        410 => (t.error_gone(), t.error_gone_text(), "clock"),
        413 => (t.error_large(), t.error_large_text(), "warning"),
        415 | 422 => (t.error_refused(), t.error_refused_text(), "warning"),
        429 => (t.error_many(), t.error_many_text(), "clock"),
        500.. => (t.error_fault(), t.error_fault_text(), "warning"),
        _ => (t.error_missing(), t.error_missing_text(), "door"),
    }
}

fn shown(r: &Reading<'_>, code: u16, (title, text, icon): Words, reasons: Vec<String>, reload: bool) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut links = vec![(t.error_home(), r.viewer.link(&"/"))];
    // A form's target is often no page of its own.
    let page = r.site.routes().nearest_page(&r.ask.path);
    if reload && page != "/" {
        links.insert(0, (t.error_reload(), r.viewer.link(&page)));
    }
    if r.viewer.signed.is_none() && matches!(code, 403 | 404 | 410) {
        links.push((t.error_sign_in(), r.viewer.link(&"/anmelden")));
    }
    let incident = if code >= 500 { r.ask.incident.clone() } else { String::new() };
    let oops = Oops { t, code, title, text, reasons, incident, icon, links };
    r.page(Page::new(title).status(code), &oops)
}

/// A page of that status from a handler, such as 410 for a link that is spent.
///
/// # Errors
/// When a template fails.
pub fn gone(r: &Reading<'_>, reason: Option<String>) -> Result<Answer> {
    with_code(r, 410, reason.into_iter().collect())
}

/// Too many tries: wait until `again` (RFC 6585 4). The page names the minute, rounded up, the head the seconds.
///
/// # Errors
/// When a template fails.
pub fn too_many(r: &Reading<'_>, again: Moment) -> Result<Answer> {
    slowed(r, None, again)
}

/// The same where not the address typed in but the connection sent too often.
pub fn too_many_from_here(r: &Reading<'_>, again: Moment) -> Result<Answer> {
    slowed(r, Some(T(r.viewer.lang).error_many_here().to_owned()), again)
}

fn slowed(r: &Reading<'_>, why: Option<String>, again: Moment) -> Result<Answer> {
    let lang = r.viewer.lang;
    let wait = ((again.micros() - r.viewer.now.micros()).max(1) + 999_999) / 1_000_000;
    let minute = Moment::from_micros(again.micros() + 59_999_999).local();
    let when = T(lang).error_many_when(i18n::time(lang, minute.hour(), minute.minute()));
    let answer = with_code(r, 429, [why, Some(when)].into_iter().flatten().collect())?;
    Ok(Answer { retry_after: Some(wait), ..answer })
}
