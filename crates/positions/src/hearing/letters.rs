//! The letter that asks member offices to contribute to a hearing. Of a sensitive network they read that something waits, and no more.

use db::OutMail;
use kernel::{Day, Lang};
use networks::{Body, Invitee};

use super::model::Hearing;
use crate::{paths::HearingPage, words::T};

/// Asks a member office; `None` without an address. `token` is the secret of the link by which it contributes without signing in.
#[must_use]
pub fn asked(
    of: &Hearing,
    (network, to): (&Body, &Invitee),
    until: Day,
    (base, token): (&str, Option<&str>),
) -> Option<OutMail> {
    let (lang, t) = (to.lang, T(to.lang));
    let day = i18n::day_long(lang, until);
    let (subject, text) = if network.sensitive {
        (t.letter_input_subject_quiet().to_owned(), t.letter_input_quiet(&day))
    } else {
        (
            t.hearing_letter_subject(network.short(), &of.title),
            t.hearing_letter(&of.office, &of.title, network.name_in(lang), &day),
        )
    };
    let english = if lang == Lang::En { "/en" } else { "" };
    let page = format!("{base}{english}{}", HearingPage { hearing: of.id });
    Some(OutMail {
        to: to.address.clone()?,
        subject,
        text: match token {
            Some(token) => t.hearing_letter_link(text, format!("{base}{english}/anhoerung/{token}"), page),
            None => t.letter_with_page(text, page),
        },
        lang,
        purpose: "position",
        person: to.person.map(kernel::Id::raw),
        ..OutMail::default()
    })
}
