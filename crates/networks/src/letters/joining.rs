//! The letters of joining.

use db::OutMail;
use kernel::{Day, Id, Lang};

use web::Mail;

use super::named;
use crate::{
    Body, JoinRequest,
    paths::{JoinAnswer, JoinConfirm, JoinShow},
    words::T,
};

fn letter(lang: Lang, body: &Body, subject: &str, (text, why): (String, &str)) -> OutMail {
    Mail::new(lang, subject).from(named(body)).says(text).because(why).out("joining")
}

pub fn link(base: &str, lang: Lang, path: &impl std::fmt::Display) -> String {
    format!("{base}{}{path}", if lang == Lang::En { "/en" } else { "" })
}

/// To whoever asked: the code and the link that prove her address, each on a line of its own.
pub fn confirm(lang: Lang, body: &Body, token: &str, code: &str, base: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_join_quiet().to_owned() } else { t.letter_join_at(body.name_in(lang)) };
    let Ok(token) = token.parse();
    let page = JoinConfirm { token };
    let text = t.letter_join_confirm(what, code, link(base, lang, &page));
    letter(lang, body, t.letter_join_subject(), (text, t.letter_why_asker()))
}

/// To a member she named.
pub fn to_voucher(lang: Lang, body: &Body, request: &JoinRequest, way: &Way) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive {
        t.letter_vouch_quiet().to_owned()
    } else {
        t.letter_vouch_at(request.name(), body.name_in(lang))
    };
    letter(lang, body, t.letter_vouch_subject(), (way.text(t, &what), t.letter_why_named()))
}

/// To a member: who asks, how many days she may object, and until when.
pub fn to_member(lang: Lang, body: &Body, request: &JoinRequest, (days, last): (i64, Day), way: &Way) -> OutMail {
    let (t, last) = (T(lang), i18n::day_medium(lang, last));
    let what = if body.sensitive {
        t.letter_object_quiet(days, last)
    } else {
        t.letter_object_at(days, request.name(), body.name_in(lang), last)
    };
    letter(lang, body, t.letter_object_subject(), (way.text(t, &what), t.letter_why_member()))
}

/// To those who decide.
pub fn to_keeper(lang: Lang, body: &Body, request: Id<JoinRequest>, base: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_keeper_quiet().to_owned() } else { t.letter_keeper_at(body.name_in(lang)) };
    letter(lang, body, t.letter_keeper_subject(), (page_of(base, request).text(t, &what), t.letter_why_keeper()))
}

/// Where a letter leads.
pub enum Way {
    /// To a page for whoever is signed in.
    SignedIn(String),
    /// To her answer, for whoever has the letter.
    Answer(String),
}

impl Way {
    /// The whole text around what it is about.
    pub fn text(&self, t: T, what: &str) -> String {
        match self {
            Self::SignedIn(link) => t.letter_waits(what, link),
            Self::Answer(link) => t.letter_answers(what, link),
        }
    }
}

/// The page of a request is for who is signed in, in the language she chose.
pub fn page_of(base: &str, request: Id<JoinRequest>) -> Way {
    Way::SignedIn(link(base, Lang::De, &JoinShow { request }))
}

/// The answer of a member without signing in.
pub fn answer_of(base: &str, lang: Lang, token: &str) -> Way {
    let Ok(token) = token.parse();
    Way::Answer(link(base, lang, &JoinAnswer { token }))
}

/// To whoever was admitted.
pub fn admitted(lang: Lang, body: &Body, from: Day, has_account: bool, base: &str) -> OutMail {
    let t = T(lang);
    let day = i18n::day_medium(lang, from);
    let what = if body.sensitive { t.letter_yes_quiet(&day) } else { t.letter_yes_at(body.name_in(lang), &day) };
    let how = if has_account { t.letter_yes_account(base) } else { t.letter_yes_invited().to_owned() };
    letter(lang, body, t.letter_answer_subject(), (t.letter_yes(what, how), t.letter_why_answer()))
}

/// To whoever was not.
pub fn refused(lang: Lang, body: &Body, answer: &str) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive { t.letter_no_quiet().to_owned() } else { t.letter_no_at(body.name_in(lang)) };
    let text = if answer.is_empty() { t.letter_no(what) } else { t.letter_no_because(what, answer) };
    letter(lang, body, t.letter_answer_subject(), (text, t.letter_why_answer()))
}
