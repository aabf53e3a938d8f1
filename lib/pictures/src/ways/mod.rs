//! Who speaks for whom, as one picture: bodies as boxes from whoever begins to the seats far away, each seat a row of the box
//! it is in, joined where ways share a body.
mod layout;
mod phone;
mod sign;
#[cfg(test)]
mod tests;
mod wide;

use crate::svg::{balance, count, plain, wrap};
use crate::{About, Cell, Picture, Row, Table};
pub use sign::State;

/// Everything the picture shows.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Names and texts. `table_head` has four words: body, who or how many, sent by, state; a fifth where seats have notes.
    pub about: About,
    /// The bodies, in the order of the table; whoever begins first.
    pub places: Vec<Place>,
    /// From the body that sends, elects or forms to the other one. One that names no body is left out.
    pub links: Vec<Link>,
}

/// A body.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its name; may hold soft hyphens.
    pub title: String,
    /// How many seats it has, where it is drawn for itself; may be empty.
    pub subtitle: String,
    /// How it stands where no seat of it is drawn.
    pub state: State,
    /// The same in words; empty where nothing need be said.
    pub state_label: String,
    /// The seats somebody is sent to.
    pub seats: Vec<Seat>,
    /// Its page, linked in the table where no seat is.
    pub href: Option<String>,
}

/// A seat somebody is sent to.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The place of the body that sends, in [`Ways::places`].
    pub sender: usize,
    /// Who sits there; may be empty.
    pub who: String,
    /// By whom she is sent, in words; drawn where several send into the body, and on the phone.
    pub sent_by: String,
    /// Decides look and sign.
    pub state: State,
    /// The state in words: "bis 31. Dezember 2027", "unbesetzt".
    pub state_label: String,
    /// What more is to be said, "Bericht vom 5. November 2026"; may be empty.
    pub note: String,
    /// Its page, linked in the table.
    pub href: Option<String>,
    /// Where the note leads, linked in the table.
    pub note_href: Option<String>,
}

/// An arrow.
#[derive(Clone, Debug)]
pub struct Link {
    /// The place it begins at.
    pub from: usize,
    /// The place it leads to.
    pub to: usize,
    /// Its verb.
    pub label: String,
}

impl Ways {
    /// About how long a drawing of it is.
    fn length(&self) -> usize {
        let seats: usize = self.places.iter().map(|place| place.seats.len()).sum();
        500 + self.places.len() * 500 + seats * 700 + self.links.len() * 250
    }
    /// How the link holds: as the worst of the seats it leads to.
    fn state(&self, link: &Link) -> State {
        let Some(place) = self.places.get(link.to) else { return State::Ok };
        let sent = place.seats.iter().filter(|seat| seat.sender == link.from).map(|seat| seat.state);
        sent.max().unwrap_or(place.state)
    }
    /// The links between bodies there are.
    fn known(&self) -> impl Iterator<Item = &Link> {
        let all = self.places.len();
        self.links.iter().filter(move |link| link.from < all && link.to < all && link.from != link.to)
    }
}

/// Draws the ways: one mark and one table row for each seat, and for each body of which no seat is drawn.
#[must_use]
pub fn draw(ways: &Ways) -> Picture {
    let title = |at: usize| ways.places.get(at).map_or_else(String::new, |place| plain(&place.title));
    let columns = ways.about.table_head.len();
    let row = |mut cells: Vec<Cell>| {
        cells.truncate(columns);
        Row { cells }
    };
    let mut rows = Vec::new();
    for (at, place) in ways.places.iter().enumerate() {
        if place.seats.is_empty() {
            let from: Vec<String> = ways.known().filter(|link| link.to == at).map(|link| title(link.from)).collect();
            rows.push(row(vec![
                Cell::link(plain(&place.title), place.href.as_ref()),
                Cell::text(plain(&place.subtitle)),
                Cell::text(from.join(", ")),
                Cell::text(place.state_label.clone()),
                Cell::text(""),
            ]));
        }
        rows.extend(place.seats.iter().map(|seat| {
            row(vec![
                Cell::link(plain(&place.title), seat.href.as_ref()),
                Cell::text(plain(&seat.who)),
                Cell::text(title(seat.sender)),
                Cell::text(seat.state_label.clone()),
                Cell::link(seat.note.clone(), seat.note_href.as_ref()),
            ])
        }));
    }
    Picture {
        svg_wide: wide::draw(ways),
        svg_phone: Some(phone::draw(ways)),
        title: ways.about.title.clone(),
        description: ways.about.description.clone(),
        key: Vec::new(),
        credit: None,
        table: Table { caption: ways.about.table_caption.clone(), head: ways.about.table_head.clone(), rows },
    }
}

/// The words of a box, broken to its width.
struct Words {
    title: Vec<String>,
    subtitle: Vec<String>,
    state: Vec<String>,
    seats: Vec<SeatWords>,
    height: f64,
}

/// The words of a seat.
struct SeatWords {
    who: Vec<String>,
    sent_by: Vec<String>,
    state: Vec<String>,
    note: Vec<String>,
    height: f64,
}

/// Room above and below the words of a row.
const ROW_PAD: f64 = 7.0;
/// Room between a box and its words.
const PAD: f64 = 14.0;

/// `named`: whether each seat says who sends.
fn words(place: &Place, width: f64, named: bool) -> Words {
    let room = width - 2.0 * PAD;
    let title = balance(&place.title, room, 16.0, 4);
    let subtitle = wrap(&place.subtitle, room, 14.0, 3);
    let told = if place.seats.is_empty() { place.state_label.as_str() } else { "" };
    let state = wrap(told, room - 24.0, 14.0, 3);
    let seats: Vec<SeatWords> = place.seats.iter().map(|seat| seat_words(seat, room, named)).collect();
    let above = count(title.len()) * 19.0 + count(subtitle.len() + state.len()) * 18.0 + 22.0;
    let height = above + seats.iter().map(|seat| seat.height).sum::<f64>();
    Words { title, subtitle, state, seats, height }
}

fn seat_words(seat: &Seat, room: f64, named: bool) -> SeatWords {
    let who = wrap(&seat.who, room, 14.0, 3);
    let sent_by = if named { wrap(&seat.sent_by, room, 14.0, 2) } else { Vec::new() };
    let state = wrap(&seat.state_label, room - 24.0, 14.0, 3);
    let note = wrap(&seat.note, room, 14.0, 2);
    let height = count(who.len() + sent_by.len() + state.len().max(1) + note.len()) * 18.0 + 2.0 * ROW_PAD;
    SeatWords { who, sent_by, state, note, height }
}

/// Whether several bodies send into it.
fn has_several(place: &Place) -> bool {
    place.seats.windows(2).any(|pair| matches!(pair, [a, b] if a.sender != b.sender))
}
