//! The letter that asks somebody for a seat.

use db::OutMail;
use kernel::{Id, Lang};

use web::Mail;

use super::{
    joining::{Way, link},
    named,
};
use crate::{
    Body, Occupancy, Seat,
    pages::wording::seat_title,
    paths::{SeatAnswer, SeatQuestion},
    words::T,
};

/// To her answer on her own pages.
pub fn seat_page(base: &str, seat: Id<Seat>) -> Way {
    Way::SignedIn(link(base, Lang::De, &SeatAnswer { seat }))
}

/// To her answer without signing in.
pub fn seat_answer(base: &str, lang: Lang, token: &str) -> Way {
    let Ok(token) = token.parse();
    Way::Answer(link(base, lang, &SeatQuestion { token }))
}

/// To whoever is asked: which seat, where, from when.
pub fn asked_for_seat(lang: Lang, body: &Body, seat: &Seat, row: &Occupancy, way: &Way) -> OutMail {
    let t = T(lang);
    let what = if body.sensitive {
        t.letter_seat_quiet().to_owned()
    } else {
        let title = seat_title(t, seat.number, seat.label.as_deref(), seat.office);
        t.letter_seat_at(title, body.name_in(lang), i18n::day_medium(lang, row.term.from))
    };
    let mail = Mail::new(lang, t.letter_seat_subject()).from(named(body)).says(way.text(t, &what));
    mail.because(t.letter_why_seat()).out("seat")
}
