//! The yearly letter, its reminder, and the letter about a new address.

use db::OutMail;
use kernel::{Day, Lang};

use web::Mail;

use super::named;
use crate::{
    Body,
    paths::{CheckAddress, CheckAnswer},
    words::T,
};

/// Asks somebody to check her data; the first time or again. A sensitive network is named neither here nor behind the link.
pub fn check(lang: Lang, body: &Body, token: &str, last: Day, again: bool, base: &str) -> OutMail {
    let t = T(lang);
    let who = if body.sensitive { t.letter_check_quiet().to_owned() } else { t.letter_check_at(body.name_in(lang)) };
    let Ok(token) = token.parse();
    let link = format!("{base}{}{}", if lang == Lang::En { "/en" } else { "" }, CheckAnswer { token });
    let day = i18n::day_long(lang, last);
    let text = if again { t.letter_check_again(who, link, day) } else { t.letter_check(who, link, day) };
    let mail = Mail::new(lang, t.letter_check_subject()).from(named(body)).says(text);
    mail.because(t.letter_check_why()).out("data_check")
}

/// To an old address: which one was asked for by the link of a data check, and where to confirm or refuse it. `new` is empty
/// where hers is to be taken away.
pub fn check_address(lang: Lang, body: &Body, new: &str, token: &str, last: Day, base: &str) -> OutMail {
    let t = T(lang);
    let Ok(token) = token.parse();
    let link = format!("{base}{}{}", if lang == Lang::En { "/en" } else { "" }, CheckAddress { token });
    let new = if new.is_empty() { t.check_no_mail() } else { new };
    let text = t.letter_check_address(new, link, i18n::day_long(lang, last));
    let mail = Mail::new(lang, t.letter_check_address_subject()).from(named(body)).says(text);
    mail.because(t.letter_check_address_why()).out("data_check")
}
