//! The letters of positions: to members who are asked for input, and to those a position is for. Of a sensitive network members
//! read in a mail that something waits, and nothing else.

use db::OutMail;
use kernel::{Day, Lang};
use networks::{Body, Invitee};

use crate::{Position, paths::PositionPage, words::T};

/// Where a page is, for a letter.
fn at(base: &str, lang: Lang, position: &Position) -> String {
    let english = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{english}{}", PositionPage { position: position.id })
}

/// Asks a member for comments and amendments; `None` without an address. `token` is the secret of the link by which she remarks
/// without signing in; the page itself is for who is signed in.
#[must_use]
pub fn input(
    of: &Position,
    (asked, to): (&Body, &Invitee),
    until: Day,
    (base, token): (&str, Option<&str>),
) -> Option<OutMail> {
    let (lang, t) = (to.lang, T(to.lang));
    let day = i18n::day_long(lang, until);
    let (subject, text) = if asked.sensitive {
        (t.letter_input_subject_quiet().to_owned(), t.letter_input_quiet(&day))
    } else {
        (t.letter_input_subject(asked.short()), t.letter_input(asked.name_in(lang), &of.title, &day))
    };
    let page = format!("{base}{}", PositionPage { position: of.id });
    Some(OutMail {
        to: to.address.clone()?,
        subject,
        text: match token {
            Some(token) => {
                let english = if lang == Lang::En { "/en" } else { "" };
                t.letter_with_link(text, format!("{base}{english}/rueckmeldung/{token}"), page)
            }
            None => t.letter_with_page(text, page),
        },
        lang,
        purpose: "position",
        person: to.person.map(kernel::Id::raw),
        ..OutMail::default()
    })
}

/// The subject of a letter to an addressee.
#[must_use]
pub fn subject(lang: Lang, of: &Position, network: &Body) -> String {
    let mark = of.mark.as_deref().unwrap_or_default();
    T(lang).letter_to_subject(network.short(), &of.title, mark)
}

/// What such a letter says: what somebody wrote, and where the text stands.
#[must_use]
pub fn to_addressee(lang: Lang, of: &Position, (letter, text): (&str, &[String]), base: &str) -> String {
    let t = T(lang);
    if of.level == kernel::Level::Public {
        let page = at(base, lang, of);
        t.letter_to(letter, &page, format!("{page}/datei/pdf"))
    } else {
        // Whoever cannot open the page gets the text itself.
        format!("{letter}\n\n{}\n\n{}", of.title, text.join("\n\n"))
    }
}

/// What a letter to an addressee begins with.
#[must_use]
pub fn begun(lang: Lang, of: &Position, network: &Body) -> String {
    T(lang).letter_begun(network.name_in(lang), &of.title)
}

/// What a reminder begins with.
#[must_use]
pub fn reminder_begun(lang: Lang, of: &Position, sent: Option<Day>) -> String {
    let day = sent.map(|day| i18n::day_long(lang, day)).unwrap_or_default();
    T(lang).letter_reminder_begun(&of.title, day)
}

/// Asks an association outside to sign: the link on which it reads the text and answers.
#[must_use]
pub fn invitation(lang: Lang, of: &Position, network: &Body, (to, token): (&str, &str), base: &str) -> OutMail {
    let t = T(lang);
    let english = if lang == Lang::En { "/en" } else { "" };
    OutMail {
        to: to.to_owned(),
        subject: t.invitation_subject(network.short(), &of.title),
        text: t.invitation_letter(
            network.name_in(lang),
            &of.title,
            format!("{base}{english}/mitunterzeichnen/{token}"),
        ),
        lang,
        purpose: "position",
        ..OutMail::default()
    }
}
