//! Lists as files: what the pages show to the same reader, nothing more. Lists of persons and everything of a sensitive
//! network are for those who keep the membership; a file leaves the house for good.

use formats::{Cell, Sheet};
use kernel::{Id, Result};
use rights::{Action, Kind};
use web::{Answer, Export, Reading, Slug};

use super::{
    members, persons,
    shared::{self, body_kind_word, face, is_open, keeps, seat_title, sees_roster},
};
use crate::{
    Body,
    paths::{BodyFile, NetworkFile},
    reads::{roster, soon_after},
    store::bodies,
    words::T,
};

/// What the registry gets. A file of persons leaves the house for good, so it takes a proof with something of her own.
pub const EXPORTS: &[Export] = &[
    Export { name: "personen", guard: strong, sheet: of_persons },
    Export { name: "mitglieder", guard: |_| None, sheet: of_members },
    Export { name: "gremien", guard: |_| None, sheet: of_bodies },
    Export { name: "sitze", guard: |_| None, sheet: of_seats },
];

/// Leads whoever keeps some network to a strong proof first; everybody else is refused by the list itself.
fn strong(r: &Reading<'_>) -> Option<Answer> {
    let asks = people::keeps_register(&r.viewer.actor) && !r.viewer.is_strong();
    asks.then(|| r.to_strong_proof())
}

/// The links to a list's files, for whoever may have them; `query` is what the list was asked for.
pub fn links(r: &Reading<'_>, network: &Body, list: &str) -> Result<Vec<(&'static str, String)>> {
    let may = match list {
        "personen" => keeps(r, network),
        _ => r.viewer.is_signed_in() && may_have(r, network),
    };
    if !may {
        return Ok(Vec::new());
    }
    let (t, key) = (T(r.viewer.lang), shared::slug(&network.slug)?);
    let list: Slug = shared::slug(list)?;
    let asked: Vec<String> = ["rolle", "gebiet", "thema", "zeit", "wort", "gruppe"]
        .into_iter()
        .filter_map(|name| {
            Some(format!("{name}={}", super::boxes::encoded(r.ask.query(name).filter(|v| !v.is_empty())?)))
        })
        .collect();
    let link = |form: &str| -> Result<String> {
        let path = NetworkFile { network: key.clone(), list: list.clone(), form: shared::slug(form)? };
        let link = r.viewer.link_then(&path);
        let sign = if link.contains('?') { '&' } else { '?' };
        Ok(if asked.is_empty() { link } else { format!("{link}{sign}{}", asked.join("&")) })
    };
    Ok(vec![(t.file_excel(), link("xlsx")?), (t.file_csv(), link("csv")?)])
}

/// The links to the file of a body's seats.
pub fn seat_links(r: &Reading<'_>, body: &Body) -> Result<Vec<(&'static str, String)>> {
    if !(r.viewer.is_signed_in() && may_have(r, body)) {
        return Ok(Vec::new());
    }
    let t = T(r.viewer.lang);
    let link = |form: &str| -> Result<String> {
        Ok(r.viewer.link_then(&BodyFile { body: body.id, form: shared::slug(form)? }))
    };
    Ok(vec![(t.file_excel(), link("xlsx")?), (t.file_csv(), link("csv")?)])
}

/// Whether the reader may take the seats of a body away as a file.
fn may_have(r: &Reading<'_>, body: &Body) -> bool {
    sees_roster(r, body) && (!body.sensitive || keeps(r, body))
}

fn require(r: &Reading<'_>, body: &Body, keepers_only: bool) -> Result<()> {
    let action = if keepers_only || body.sensitive { Action::Edit } else { Action::Read };
    rights::require(&r.viewer.actor, Kind::Roster, action, &body.roster_scope())
}

fn network(r: &Reading<'_>, of: &str) -> Result<Body> {
    shared::network(r, &of.parse().map_err(|()| kernel::Error::NotFound)?)
}

fn sheet(r: &Reading<'_>, title: String, body: &Body, columns: &[&str], rows: Vec<Vec<Cell>>) -> Sheet {
    let t = T(r.viewer.lang);
    let notes = if body.sensitive { vec![t.file_sensitive().to_owned()] } else { Vec::new() };
    Sheet { title, notes, columns: columns.iter().map(|c| (*c).to_owned()).collect(), rows }
}

/// Without the marks where a long word may break on a page.
fn plain(text: &str) -> Cell {
    Cell::text(text.replace('\u{ad}', ""))
}

fn of_persons(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let t = T(r.viewer.lang);
    let found = network(r, of)?;
    require(r, &found, true)?;
    let rows = persons::listed(r, &found)?.into_iter().map(|e| {
        let name = &e.who.name;
        let join = |words: Vec<&str>| plain(&words.join(", "));
        vec![
            Cell::text(name.title.clone().unwrap_or_default()),
            Cell::text(name.given.as_str()),
            Cell::text(name.family.as_str()),
            join(e.places.iter().map(|l| l.text.as_str()).collect()),
            join(e.roles.iter().map(|l| l.text.as_str()).collect()),
            plain(&e.since_word),
            join(e.mails.iter().map(String::as_str).collect()),
            join(e.phones.iter().map(String::as_str).collect()),
        ]
    });
    let columns = [
        t.intake_col_title(),
        t.intake_col_given(),
        t.intake_col_family(),
        t.roster_place(),
        t.roster_roles(),
        t.roster_since(),
        t.intake_col_mail(),
        t.file_phone(),
    ];
    Ok(sheet(r, format!("{} {}", t.roster_title(), found.short()), &found, &columns, rows.collect()))
}

fn of_members(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let t = T(r.viewer.lang);
    let found = network(r, of)?;
    require(r, &found, false)?;
    let rows = members::listed(r, found.clone())?.into_iter().map(|cells| cells.iter().map(|c| plain(c)).collect());
    let columns = [t.col_member(), t.col_area(), t.intake_col_post(), t.col_represented(), t.col_state()];
    Ok(sheet(r, t.members_page_title(found.short()), &found, &columns, rows.collect()))
}

fn of_bodies(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let found = network(r, of)?;
    if !is_open(r, &found) {
        return Err(kernel::Error::Denied(None));
    }
    require(r, &found, false)?;
    let all = bodies::list_bodies(r.conn, &r.viewer.actor, found.id, r.viewer.stand)?;
    let rows = all.iter().filter(|b| !b.sensitive || keeps(r, b)).map(|b| {
        vec![
            plain(b.name_in(lang)),
            Cell::text(body_kind_word(t, b.kind)),
            plain(b.purpose_in(lang)),
            Cell::text(b.rhythm.clone().unwrap_or_default()),
            Cell::text(b.mail.clone().unwrap_or_default()),
            Cell::Day(b.term.from),
        ]
    });
    let columns =
        [t.file_body(), t.body_kind(), t.file_purpose(), t.file_rhythm(), t.intake_col_mail(), t.intake_col_from()];
    Ok(sheet(r, t.bodies_page_title(found.short()), &found, &columns, rows.collect()))
}

fn of_seats(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let id: Id<Body> = of.parse().map_err(|_| kernel::Error::NotFound)?;
    let body = bodies::find_body(r.conn, &v.actor, id)?;
    require(r, &body, false)?;
    let seats = roster(r.conn, &v.actor, &body, v.stand, soon_after(v.stand))?.unwrap_or_default().seats;
    let rows = seats.iter().map(|seat| {
        let who = seat.first().map(|s| face(r, s.who.as_ref(), body.sensitive).name).unwrap_or_default();
        let held = seat.held.as_ref();
        let last = held.map(|h| h.term_end.unwrap_or(h.term.until)).filter(|day| !day.is_open());
        let day = |day: Option<kernel::Day>| day.map_or_else(|| Cell::text(""), Cell::Day);
        let ends = held.map_or(kernel::Day::OPEN, |h| h.term_end.unwrap_or(h.term.until));
        vec![
            plain(&seat_title(t, seat.number, seat.label.as_deref(), seat.office)),
            Cell::text(who),
            plain(seat.post.as_ref().map_or("", |p| p.title.as_str())),
            plain(seat.organisation.as_ref().map_or("", |o| o.name.as_str())),
            day(held.map(|h| h.term.from)),
            day(last.map(kernel::Day::previous)),
            Cell::text(shared::state_word(v.lang, seat.state, ends, v.stand)),
        ]
    });
    let columns = [
        t.roster_seat(),
        t.roster_name(),
        t.intake_col_post(),
        t.intake_col_organisation(),
        t.intake_col_from(),
        t.intake_col_until(),
        t.col_state(),
    ];
    Ok(sheet(r, body.name_in(v.lang).to_owned(), &body, &columns, rows.collect()))
}
