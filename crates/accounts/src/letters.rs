//! The letters of this slice. Subjects are neutral: a mail program shows them where others look on.

use db::OutMail;
use kernel::Lang;

use crate::{
    model::Purpose,
    paths::{AddressLink, AddressUndo, LinkPage, Token},
    texts::T,
};

/// An absolute link to what a letter's token opens, in the letter's language.
pub fn link(base: &str, lang: Lang, token: &str) -> String {
    let Ok(token) = token.parse::<Token>();
    let prefix = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{prefix}{}", LinkPage { token })
}

/// Link and code. Each stands on a line of its own.
pub fn code(lang: Lang, purpose: Purpose, site: &str, link: &str, code: &str) -> OutMail {
    let t = T(lang);
    let (subject, text) = match purpose {
        Purpose::SignIn => (t.letter_code_subject(), t.letter_code(site, link, code)),
        Purpose::StepUp => (t.letter_step_up_subject(), t.letter_step_up(site, link, code)),
    };
    OutMail { subject: subject.to_owned(), text, lang, purpose: purpose.word(), ..OutMail::default() }
}

/// The purpose of letters about addresses: they stay where they were sent.
pub const ADDRESS: &str = "address";

/// The link a letter to a new address carries.
pub fn address_link(base: &str, token: &str) -> String {
    let Ok(token) = token.parse::<Token>();
    format!("{base}{}", AddressLink { token })
}

/// The link a letter to the old address carries.
pub fn undo_link(base: &str, lang: Lang, token: &str) -> String {
    let Ok(token) = token.parse::<Token>();
    let prefix = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{prefix}{}", AddressUndo { token })
}

fn about_address(lang: Lang, subject: &str, text: String) -> OutMail {
    OutMail { subject: subject.to_owned(), text, lang, purpose: ADDRESS, ..OutMail::default() }
}

/// To a new address: link and code. Each stands on a line of its own.
pub fn address(lang: Lang, site: &str, link: &str, code: &str) -> OutMail {
    let t = T(lang);
    about_address(lang, t.letter_address_subject(), t.letter_address(site, link, code))
}

/// To the old address: that it is another one now, and how to undo that. The new one is not said.
pub fn address_left(lang: Lang, site: &str, link: &str) -> OutMail {
    let t = T(lang);
    about_address(lang, t.letter_address_left_subject(), t.letter_address_left(site, link))
}

/// To both: it was undone.
pub fn address_back(lang: Lang, site: &str) -> OutMail {
    let t = T(lang);
    about_address(lang, t.letter_address_left_subject(), t.letter_address_back(site))
}

/// Who invites whom, what to, and the link.
pub fn invitation(lang: Lang, site: &str, inviter: Option<&str>, about: Option<&str>, link: &str) -> OutMail {
    let t = T(lang);
    let who = inviter.map_or_else(|| t.letter_invitation_house(site), |name| t.letter_invitation_by(name, site));
    let about = about.map(|words| format!("{}\n\n", t.letter_invitation_about(words))).unwrap_or_default();
    let text = format!("{}\n\n{who}\n\n{about}{}", t.letter_hello(), t.letter_invitation(link));
    let subject = t.letter_invitation_subject().to_owned();
    OutMail { subject, text, lang, purpose: "invitation", ..OutMail::default() }
}

/// How somebody proves herself changed; she should know, for it may not have been she.
pub fn factor(lang: Lang, site: &str, verb: &str) -> OutMail {
    let t = T(lang);
    let what = match verb {
        "app.set_up" => t.letter_app_set_up(),
        "app.removed" => t.letter_app_removed(),
        "passkey.remembered" => t.letter_remembered(),
        "passkey.forgotten" => t.letter_forgotten(),
        "factors.reset" => t.letter_reset(),
        _ => t.letter_codes(),
    };
    let (subject, text) = (t.letter_factor_subject().to_owned(), t.letter_factor(site, what));
    OutMail { subject, text, lang, purpose: "factor", ..OutMail::default() }
}

/// That nothing is held any more. Says no name; its address goes with the sending, see [`db::FORGOTTEN`].
pub fn erased(lang: Lang, site: &str) -> OutMail {
    let t = T(lang);
    let (subject, text) = (t.letter_erased_subject().to_owned(), t.letter_erased(site));
    OutMail { subject, text, lang, purpose: db::FORGOTTEN, ..OutMail::default() }
}

/// Whether mail leaves the house.
pub fn test(lang: Lang, site: &str) -> OutMail {
    let t = T(lang);
    OutMail {
        subject: t.letter_test_subject().to_owned(),
        text: t.letter_test(site),
        lang,
        purpose: "test",
        ..OutMail::default()
    }
}
