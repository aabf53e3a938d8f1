//! Letters to a body of others: by mail where its mailbox is known, else by paper.

use db::{OutMail, Tx};
use kernel::{Lang, Result};
use networks::Body;
use web::Mail;

use super::{Word, is_quiet};
use crate::{Delegation, store::letters as rows, words::T};

/// To the receiver's mailbox: who is put forward, or that a delegation is over. Nothing of a sensitive network leaves it.
///
/// # Errors
/// When the database refuses.
pub fn to_receiver(tx: &Tx<'_>, it: &Delegation, receiver: &Body, sender: &Body, word: Word) -> Result<()> {
    let Some(to) = receiver.mail.clone().filter(|_| receiver.id != sender.id) else { return Ok(()) };
    if is_quiet(tx, it.sender)? || is_quiet(tx, receiver.id)? {
        return Ok(());
    }
    let (t, lang) = (T(Lang::De), Lang::De);
    // Of a post whoever holds it: on the last day of what is over, else today.
    let day = if word == Word::Ended { it.until.previous() } else { tx.today() };
    let sits = || Ok::<_, kernel::Error>(rows::list_sent(tx, &[it.seat], day)?.into_iter().find(|s| !s.stands_in));
    let name = match it.person.map_or_else(|| sits().map(|s| s.map(|s| s.person)), |person| Ok(Some(person)))? {
        Some(person) => people::find_person(tx, person)?.name().full(),
        None => t.somebody().to_owned(),
    };
    let (from, into) = (sender.name_in(lang), receiver.name_in(lang));
    let (subject, text) = match word {
        Word::Asked => {
            (t.receiver_asked_subject(into), t.receiver_asked(from, &name, i18n::day_long(lang, it.from), into))
        }
        Word::Confirmed => return Ok(()),
        Word::Followed => {
            (t.receiver_followed_subject(into), t.receiver_followed(i18n::day_long(lang, day), &name, into, from))
        }
        Word::Rests => {
            let sent = rows::list_sent(tx, &[it.seat], day)?;
            let stands_in = sent.iter().find(|s| s.stands_in).map(|s| people::find_person(tx, s.person)).transpose()?;
            let text = match stands_in {
                Some(person) => t.receiver_rests(&name, into, person.name().full(), from),
                None => t.receiver_rests_alone(&name, into, from),
            };
            (t.receiver_rests_subject(into), text)
        }
        Word::GoesOn => (t.receiver_goes_on_subject(into), t.receiver_goes_on(&name, into, from)),
        Word::Ended => (
            t.receiver_ended_subject(into),
            t.receiver_ended(&name, i18n::day_long(lang, it.until.previous()), from, into),
        ),
    };
    let network = networks::body_for_program(tx, it.network)?;
    let answer =
        sender.mail.as_ref().or(network.mail.as_ref()).map_or_else(String::new, |mail| t.receiver_answer(mail));
    let mail =
        Mail::new(lang, &subject).from(Some(network.short())).says(text).says(answer).because(t.why_receiver(into));
    tx.post(&OutMail { to, ..mail.out("delegation") }).map(drop)
}
