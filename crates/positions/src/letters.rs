//! The letters of positions: to members who are asked for input, and to those a position is for. Of a sensitive network members
//! read in a mail that something waits, and nothing else.

use db::OutMail;
use kernel::{Day, Lang};
use networks::{Body, Invitee, Reached};
use web::Mail;

use crate::{
    Position,
    actions::incoming::{REFUSED, Refusal},
    paths::PositionPage,
    words::T,
};

/// Where a page is, for a letter.
fn at(base: &str, lang: Lang, position: &Position) -> String {
    let english = if lang == Lang::En { "/en" } else { "" };
    format!("{base}{english}{}", PositionPage { position: position.id })
}

/// How a member answers a letter without signing in.
#[derive(Clone, Copy)]
pub struct Ways<'a> {
    /// The secret of the link by which she remarks.
    pub link: &'a str,
    /// What stands behind the `+` of the address for answers; `None` where this house takes no letters.
    pub reply: Option<&'a str>,
    /// The text, paragraph by paragraph.
    pub text: &'a [String],
}

/// A text longer than this is read on its page, not in a letter.
const TEXT_MOST: usize = 6_000;

/// Asks a member for comments and amendments; `None` without an address. Of a sensitive network there are no `ways`: the page is
/// for who is signed in.
#[must_use]
pub fn input(
    of: &Position,
    (asked, to): (&Body, &Invitee),
    until: Day,
    (base, ways): (&str, Option<Ways<'_>>),
) -> Option<OutMail> {
    let (lang, t) = (to.lang, T(to.lang));
    let day = i18n::day_long(lang, until);
    let (subject, text) = if asked.sensitive {
        (t.letter_input_subject_quiet().to_owned(), t.letter_input_quiet(&day))
    } else {
        (t.letter_input_subject(asked.short()), t.letter_input(asked.name_in(lang), &of.title, &day))
    };
    let english = if lang == Lang::En { "/en" } else { "" };
    let page = format!("{base}{english}{}", PositionPage { position: of.id });
    let text = match ways {
        Some(ways) => {
            let mut all = t.letter_with_link(text, format!("{base}{english}/rueckmeldung/{}", ways.link), page);
            if ways.reply.is_some() {
                all.push_str("\n\n");
                all.push_str(t.letter_input_reply());
            }
            if ways.text.iter().map(String::len).sum::<usize>() <= TEXT_MOST {
                for (n, words) in ways.text.iter().enumerate() {
                    all.push_str(&format!("\n\n{}\n{words}", t.paragraph(n + 1)));
                }
            }
            all
        }
        None => t.letter_with_page(text, page),
    };
    let mail = Mail::new(lang, &subject).says(text).because(t.letter_why_seat()).out("input");
    Some(OutMail {
        to: to.address.clone()?,
        person: to.person.map(kernel::Id::raw),
        reply_tag: ways.and_then(|ways| ways.reply).map(str::to_owned),
        // The text is in it: whoever lost her seat before it leaves does not get it.
        sits_in: if ways.is_some() { vec![asked.id.raw()] } else { Vec::new() },
        names: if asked.sensitive { Vec::new() } else { vec![of.body.raw()] },
        ..mail
    })
}

/// Why an answer by letter was not taken.
#[must_use]
pub fn refused(to: &Reached, subject: &str, why: Refusal) -> OutMail {
    let t = T(to.lang);
    let why = match why {
        Refusal::Over(day) => t.refused_over(i18n::day_long(to.lang, day)),
        Refusal::Closed => t.refused_closed().to_owned(),
        Refusal::Right => t.refused_right().to_owned(),
        Refusal::Empty => t.refused_empty().to_owned(),
        Refusal::Pointless => t.refused_pointless().to_owned(),
        Refusal::Unproven => t.refused_unproven().to_owned(),
    };
    let named = if subject.is_empty() { t.refused_nameless() } else { subject };
    let mail = Mail::new(to.lang, t.refused_subject()).says(t.refused_letter(named, why)).because(t.refused_why());
    OutMail { to: to.address.clone(), person: Some(to.person.raw()), ..mail.out(REFUSED) }
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
    T(lang).letter_reminder_begun(day, &of.title)
}

/// Asks an association outside to sign: the link on which it reads the text and answers.
#[must_use]
pub fn invitation(lang: Lang, of: &Position, network: &Body, (to, token): (&str, &str), base: &str) -> OutMail {
    let t = T(lang);
    let english = if lang == Lang::En { "/en" } else { "" };
    let link = format!("{base}{english}/mitunterzeichnen/{token}");
    let mail = Mail::new(lang, &t.invitation_subject(network.short(), &of.title));
    let mail = mail.says(t.invitation_letter(network.name_in(lang), &of.title, link)).because(t.invitation_why());
    OutMail { to: to.to_owned(), ..mail.out("signing") }
}
