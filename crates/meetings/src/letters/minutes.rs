//! The letters by which minutes go out. Of a sensitive network they say that there is something to read, and nothing else.

use kernel::{Day, Lang};
use networks::Body;
use web::Mail;

use super::begun;
use crate::{Meeting, words::T};

/// The link of a letter.
#[must_use]
pub fn link(base: &str, lang: Lang, token: &str) -> String {
    let english = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{english}/protokoll/{token}")
}

/// The letter, still without an address. Without a token the letter leads to the page behind the sign-in. `last` is the last day for an
/// objection; there is none once the minutes are approved.
#[must_use]
pub fn about(
    lang: Lang,
    (meeting, body): (&Meeting, &Body),
    token: Option<&str>,
    last: Option<Day>,
    base: &str,
) -> Mail {
    let t = T(lang);
    let name = if body.sensitive { i18n::day_medium(lang, meeting.day()) } else { meeting.title.clone() };
    let day = || i18n::day_long(lang, meeting.day());
    let first = match (last, body.sensitive) {
        (Some(_), true) => t.pro_letter_quiet().to_owned(),
        (None, true) => t.pro_letter_approved_quiet().to_owned(),
        (Some(_), false) => t.pro_letter(meeting.title.as_str(), body.name_in(lang), day()),
        (None, false) => t.pro_letter_approved(meeting.title.as_str(), body.name_in(lang), day()),
    };
    let english = if lang == Lang::En { "/en" } else { "" };
    let address = match token {
        Some(token) => link(base, lang, token),
        None => format!("{base}{english}/termine/{}/protokoll", meeting.id),
    };
    let mail = match last {
        Some(last) => begun(lang, body, t.pro_title(), &name)
            .says(first)
            .says(t.pro_letter_link(address))
            .says(t.pro_letter_until(i18n::day_long(lang, last))),
        None => begun(lang, body, t.pro_subject_approved(), &name).says(first).says(t.pro_letter_read(address)),
    };
    mail.because(t.pro_letter_why())
}
