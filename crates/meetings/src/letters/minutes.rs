//! The letters by which minutes go out. Of a sensitive network they say that there is something to read, and nothing else.

use kernel::{Day, Lang};
use networks::Body;

use crate::{Meeting, words::T};

/// The link of a letter.
#[must_use]
pub fn link(base: &str, lang: Lang, token: &str) -> String {
    let english = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{english}/protokoll/{token}")
}

/// Subject and text. Without a token the letter leads to the page behind the sign-in. `last` is the last day for an
/// objection.
#[must_use]
pub fn circulated(
    lang: Lang,
    (meeting, body): (&Meeting, &Body),
    token: Option<&str>,
    (last, base): (Day, &str),
) -> (String, String) {
    let t = T(lang);
    let name = if body.sensitive { i18n::day_medium(lang, meeting.day()) } else { meeting.title.replace('\n', " ") };
    let first = if body.sensitive {
        t.pro_letter_quiet().to_owned()
    } else {
        t.pro_letter(meeting.title.as_str(), body.name_in(lang), i18n::day_long(lang, meeting.day()))
    };
    let english = if lang == Lang::En { "/en" } else { "" };
    let address = match token {
        Some(token) => link(base, lang, token),
        None => format!("{base}{english}/termine/{}/protokoll", meeting.id),
    };
    let parts = [
        t.letter_hello().to_owned(),
        first,
        t.pro_letter_link(address),
        t.pro_letter_until(i18n::day_long(lang, last)),
    ];
    (format!("{}: {name}", t.pro_title()), parts.join("\n\n"))
}
