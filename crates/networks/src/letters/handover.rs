//! The letters of a handover.

use db::{Conn, OutMail};
use kernel::{Lang, Result};
use people::Post;
use web::Mail;

use crate::{Handover, store::handovers, words::T};

/// It is about a post and all its seats, so it names no network.
fn letter(lang: Lang, to: String, text: String, why: &str) -> OutMail {
    let mail = Mail::new(lang, T(lang).handover_letter_subject()).says(text).because(why);
    OutMail { to, ..mail.out("handover") }
}

/// The post with its organisation, as letters name it.
///
/// # Errors
/// When the database cannot be read.
pub fn post_words(conn: &Conn, post: &Post) -> Result<String> {
    let of = people::find_organisation(conn, post.organisation)?;
    Ok(format!("{}, {}", post.titles.neutral, of.name))
}

/// To the mailboxes of every body in which the post, or a mandate that ended with it, sits: on the day it passed on.
/// They name the post and no person.
///
/// # Errors
/// When the database cannot be read.
pub fn handed_over(conn: &Conn, row: &Handover) -> Result<Vec<OutMail>> {
    let post = people::find_post(conn, row.post)?;
    let ended: Vec<_> = handovers::ends_of(conn, row.id)?.into_iter().map(|(id, _)| id).collect();
    let mut boxes = handovers::mailboxes_of_post(conn, row.post, row.day)?;
    if !ended.is_empty() {
        boxes.extend(handovers::mailboxes_of_mandates(conn, &ended)?);
    }
    // An address both have hears the quiet form: a name told once too often cannot be taken back.
    boxes.sort_by(|a, b| (&a.0, !a.1).cmp(&(&b.0, !b.1)));
    boxes.dedup_by(|a, b| a.0 == b.0);
    let (t, lang) = (T(Lang::De), Lang::De);
    let (words, day) = (post_words(conn, &post)?, i18n::day_long(lang, row.day));
    let letters = boxes.into_iter().map(|(to, sensitive)| {
        let text = match (sensitive, row.successor.is_some()) {
            (true, _) => t.handover_letter_quiet().to_owned(),
            (false, true) => t.handover_letter_passed(&words, &day),
            (false, false) => t.handover_letter_vacant(&words, &day),
        };
        let why = if sensitive { t.handover_why_mailbox_quiet() } else { t.handover_why_mailbox() };
        letter(lang, to, text, why)
    });
    Ok(letters.collect())
}

/// To whoever leaves: what is to be done until then, and where.
#[must_use]
pub fn to_leaver(lang: Lang, to: String, post: &str, last: &str, link: &str) -> OutMail {
    let t = T(lang);
    letter(lang, to, t.handover_letter_leaver(post, last, link), t.handover_why_leaver())
}

/// To whoever leaves and never signs in: what is to be done until then, and by whom.
#[must_use]
pub fn to_leaver_by_mail(lang: Lang, to: String, post: &str, last: &str) -> OutMail {
    let t = T(lang);
    letter(lang, to, t.handover_letter_leaver_by_mail(post, last), t.handover_why_leaver())
}

/// To whoever leaves: somebody is named who comes. `link` where she signs in.
#[must_use]
pub fn to_leaver_named(lang: Lang, to: String, post: &str, first: &str, link: Option<&str>) -> OutMail {
    let t = T(lang);
    let text = match link {
        Some(link) => t.handover_letter_named(post, first, link),
        None => t.handover_letter_named_by_mail(post, first),
    };
    letter(lang, to, text, t.handover_why_leaver())
}

/// To whoever keeps a network in which the post sits: nobody is named yet, and she can.
#[must_use]
pub fn asks_for_successor(lang: Lang, to: String, post: &str, first: &str, link: &str) -> OutMail {
    let t = T(lang);
    letter(lang, to, t.handover_letter_asks(post, first, link), t.handover_why_asks())
}

/// What a successor is invited to, in a language: the post and her first day.
#[must_use]
pub fn invited_to(lang: Lang, post: &str, first: kernel::Day) -> String {
    T(lang).handover_invited(post, i18n::day_medium(lang, first))
}

/// To a successor who has an account.
#[must_use]
pub fn to_successor(lang: Lang, to: String, post: &str, first: &str, link: &str) -> OutMail {
    let t = T(lang);
    letter(lang, to, t.handover_letter_successor(post, first, link), t.handover_why_successor())
}

/// To whoever was to leave or to come: it was taken back.
#[must_use]
pub fn handover_off(lang: Lang, to: String, post: &str) -> OutMail {
    let t = T(lang);
    letter(lang, to, t.handover_letter_off(post), t.handover_why_off())
}
