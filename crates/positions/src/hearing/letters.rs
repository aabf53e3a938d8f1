//! The letter that asks member offices to contribute to a hearing. Of a sensitive network they read that something waits, and no more.

use db::OutMail;
use kernel::{Day, Lang};
use networks::{Body, Invitee};
use web::Mail;

use super::model::Hearing;
use crate::{paths::HearingPage, words::T};

/// How a member office answers a letter without signing in.
#[derive(Clone, Copy)]
pub struct Ways<'a> {
    /// The secret of the link by which it contributes.
    pub link: &'a str,
    /// What stands behind the `+` of the address for answers; `None` where this house takes no letters.
    pub reply: Option<&'a str>,
    /// What is asked, by number.
    pub points: &'a [(i64, String)],
}

/// Asks a member office; `None` without an address. Of a sensitive network there are no `ways`.
#[must_use]
pub fn asked(
    of: &Hearing,
    (network, to): (&Body, &Invitee),
    until: Day,
    (base, ways): (&str, Option<Ways<'_>>),
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
    let text = match ways {
        Some(ways) => {
            let mut all = t.hearing_letter_link(text, format!("{base}{english}/anhoerung/{}", ways.link), page);
            if ways.reply.is_some() {
                all.push_str("\n\n");
                all.push_str(t.hearing_letter_reply());
                for (number, point) in ways.points {
                    all.push('\n');
                    all.push_str(&t.hearing_point(*number, point));
                }
            }
            all
        }
        None => t.letter_with_page(text, page),
    };
    let mail = Mail::new(lang, &subject).says(text).because(t.letter_why_seat()).out("hearing");
    Some(OutMail {
        to: to.address.clone()?,
        person: to.person.map(kernel::Id::raw),
        reply_tag: ways.and_then(|ways| ways.reply).map(str::to_owned),
        sits_in: if ways.is_some() { vec![network.id.raw()] } else { Vec::new() },
        names: if network.sensitive { Vec::new() } else { vec![of.body.raw()] },
        ..mail
    })
}
