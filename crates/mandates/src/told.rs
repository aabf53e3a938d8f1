//! What mandates have to tell: a briefing that is ready, a report that rose, or that was put right after. Whoever is sent got a letter, and so did those
//! who lead the bodies a report reached.

use db::Conn;
use kernel::{Id, Level, Result, Scope};
use networks::Body;
use web::{Told, Weight, Window};

use crate::{
    paths::{ReportPage, SessionPage},
    store::{letters, told as store},
    words::T,
};

/// What the registry asks: four statements.
///
/// # Errors
/// When the database cannot be read.
pub fn told(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let mut all = risen(conn, window)?;
    if window.letters {
        all.extend(briefings(conn, window)?);
    }
    let bodies: Vec<Id<Body>> = all.iter().flat_map(|t| t.ways.iter().map(|(_, body)| Id::new(*body))).collect();
    let quiet = networks::quiet_bodies(conn, &bodies)?;
    for told in &mut all {
        told.quiet = told.ways.iter().any(|(_, body)| quiet.contains(&Id::new(*body)));
    }
    Ok(all)
}

/// A sitting whose pack was sent: for whoever sits on a seat it is about.
fn briefings(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let sessions = store::list_briefed(conn, window)?;
    let receivers: Vec<Id<Body>> = sessions.iter().map(|s| s.receiver).collect();
    let seats = store::list_seats(conn, &receivers)?;
    let tell = |s: crate::Session| {
        let of = seats.iter().filter(|(into, from, _)| (*into, *from) == (s.receiver, s.network));
        let (network, at) = (s.network.raw(), s.briefed_at?);
        let told = Told {
            title: s.title.clone(),
            path: SessionPage { session: s.id }.to_string(),
            ways: vec![(network, s.receiver.raw())],
            scopes: vec![Scope::body(Level::Network, network, network)],
            due: Some(s.day()),
            seats: of.map(|(_, _, seat)| *seat).collect(),
            letter: true,
            ..Told::new("outside_session", s.id.raw(), at, Weight::Direct)
        };
        (!told.seats.is_empty()).then(|| told.saying(|lang| T(lang).told_briefing()))
    };
    Ok(sessions.into_iter().filter_map(tell).collect())
}

/// Reports that rose or were put right, with every body they reached.
fn risen(conn: &Conn, window: &Window) -> Result<Vec<Told>> {
    let rows = store::list_risen(conn, window)?;
    let bodies: Vec<Id<Body>> = rows.iter().map(|r| r.body).collect();
    let leaders = if bodies.is_empty() { Vec::new() } else { letters::list_leaders(conn, &bodies, conn.today())? };
    let mut all: Vec<Told> = Vec::new();
    for row in rows {
        let (network, body) = (row.network.raw(), row.body.raw());
        let led = leaders.iter().filter(|(of, _)| *of == row.body).map(|(_, who)| who.raw());
        let scope = Scope::body(Level::Body, network, body);
        if let Some(known) = all.iter_mut().find(|t| t.id == row.report && t.at == row.at) {
            known.ways.push((network, body));
            known.scopes.push(scope);
            known.lettered.extend(led);
            continue;
        }
        let word: fn(kernel::Lang) -> &'static str =
            if row.corrected { |lang| T(lang).told_corrected() } else { |lang| T(lang).told_report() };
        let told = Told {
            title: row.title,
            path: ReportPage { report: Id::new(row.report) }.to_string(),
            by: row.by,
            ways: vec![(network, body)],
            scopes: vec![scope],
            lettered: led.collect(),
            ..Told::new("mandate_report", row.report, row.at, Weight::Outcome)
        };
        all.push(told.saying(word));
    }
    Ok(all)
}
