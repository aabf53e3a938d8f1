//! The letters of joining.

use db::OutMail;
use kernel::{Day, Id, Lang};

use crate::{
    Body, JoinRequest,
    paths::{JoinConfirm, JoinShow},
    words::T,
};

fn letter(lang: Lang, subject: &str, text: String) -> OutMail {
    OutMail { subject: subject.to_owned(), text, lang, purpose: "joining", ..OutMail::default() }
}

fn link(base: &str, lang: Lang, path: &impl std::fmt::Display) -> String {
    format!("{base}{}{path}", if lang == Lang::En { "/en" } else { "" })
}

/// To whoever asked: the link that proves her address.
pub fn confirm(lang: Lang, body: &Body, token: &str, base: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_join_quiet().to_owned() } else { t.letter_join_at(body.name_in(lang)) };
    let Ok(token) = token.parse();
    let page = JoinConfirm { token };
    letter(lang, t.letter_join_subject(), t.letter_join_confirm(what, link(base, lang, &page)))
}

/// To a member she named.
pub fn to_voucher(lang: Lang, body: &Body, request: &JoinRequest, base: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive {
        t.letter_vouch_quiet().to_owned()
    } else {
        t.letter_vouch_at(request.name(), body.name_in(lang))
    };
    letter(lang, t.letter_vouch_subject(), t.letter_waits(what, page_of(base, request.id)))
}

/// To those who decide.
pub fn to_keeper(lang: Lang, body: &Body, request: Id<JoinRequest>, base: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_keeper_quiet().to_owned() } else { t.letter_keeper_at(body.name_in(lang)) };
    letter(lang, t.letter_keeper_subject(), t.letter_waits(what, page_of(base, request)))
}

/// The page of a request is for who is signed in, in the language she chose.
fn page_of(base: &str, request: Id<JoinRequest>) -> String {
    link(base, Lang::De, &JoinShow { request })
}

/// To whoever was admitted.
pub fn admitted(lang: Lang, body: &Body, from: Day, has_account: bool, base: &str) -> OutMail {
    let t = T(lang);
    let day = i18n::day_medium(lang, from);
    let what = if body.sensitive { t.letter_yes_quiet(&day) } else { t.letter_yes_at(body.name_in(lang), &day) };
    let how = if has_account { t.letter_yes_account(base) } else { t.letter_yes_invited().to_owned() };
    letter(lang, t.letter_answer_subject(), t.letter_yes(what, how))
}

/// To whoever was not.
pub fn refused(lang: Lang, body: &Body, answer: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_no_quiet().to_owned() } else { t.letter_no_at(body.name_in(lang)) };
    let text = if answer.is_empty() { t.letter_no(what) } else { t.letter_no_because(what, answer) };
    letter(lang, t.letter_answer_subject(), text)
}
