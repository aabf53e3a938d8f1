//! What a network or body raised elsewhere as a file, for its yearly report: what, where, what became of it, with evidence.
//! No names of persons. Of a sensitive body only those who lead it take it, since a file leaves the house for good.

use std::collections::HashMap;

use formats::{Cell, Sheet};
use kernel::{Day, Error, Id, Level, Result, Scope};
use networks::Body;
use rights::{Action, Kind};
use web::{Export, Reading};

use crate::{Raised, Step, pages::outcome_word, store::raised, words::T};

/// What the registry gets.
pub const EXPORTS: &[Export] = &[Export { name: NAME, guard: |_| None, sheet }];

/// The list's part of an address.
pub const NAME: &str = "eingebracht";

/// Whether the reader may take away what a body raised.
pub fn may(r: &Reading<'_>, body: &Body) -> bool {
    let scope = Scope::body(Level::Network, body.network.raw(), body.id.raw());
    let leads = rights::allows(&r.viewer.actor, Kind::Mandate, Action::Edit, &scope);
    rights::sees(&r.viewer.actor, &scope) && (!body.sensitive || leads)
}

fn sheet(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let id: Id<Body> = of.parse().map_err(|()| Error::NotFound)?;
    let body = networks::find_body(r.conn, &v.actor, id)?;
    if !may(r, &body) {
        return Err(Error::Denied(None));
    }
    let mut senders: Vec<Id<Body>> = raised::list_senders(r.conn, body.id)?.into_iter().chain([body.id]).collect();
    senders.sort_unstable();
    senders.dedup();
    let all = raised::list_from(r.conn, &v.actor, &senders)?;
    let steps = raised::list_steps_of(r.conn, &all.iter().map(|it| it.id).collect::<Vec<_>>())?;
    let bodies: Vec<Id<Body>> = all.iter().flat_map(|it| [it.receiver, it.sender]).collect();
    let names: HashMap<Id<Body>, String> = networks::list_bodies_by_id(r.conn, &v.actor, &bodies)?
        .into_iter()
        .map(|b| (b.id, b.name_in(v.lang).to_owned()))
        .collect();
    let name = |id: Id<Body>| Cell::text(names.get(&id).cloned().unwrap_or_default());
    let day = |day: Option<Day>| day.map_or_else(|| Cell::text(""), Cell::Day);
    let row = |it: &Raised| {
        let of = || steps.iter().filter(|(raised, _)| *raised == it.id).map(|(_, step)| step);
        let evidence: Vec<&str> = of().map(|s: &Step| s.evidence.as_str()).filter(|e| !e.is_empty()).collect();
        vec![
            Cell::text(it.title.as_str()),
            name(it.receiver),
            name(it.sender),
            Cell::Day(of().next().map_or_else(|| it.made_at.day(), |s| s.day)),
            Cell::text(outcome_word(t, it.state)),
            day(of().next_back().map(|s| s.day)),
            Cell::text(evidence.join(" ")),
            day(it.next),
        ]
    };
    let columns = [
        t.field_title(),
        t.file_into(),
        t.file_from(),
        t.file_raised(),
        t.file_state(),
        t.file_since(),
        t.file_evidence(),
        t.file_next(),
    ];
    Ok(Sheet {
        title: format!("{} {}", t.raised_title(), body.short()),
        notes: if body.sensitive { vec![t.file_sensitive().to_owned()] } else { Vec::new() },
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows: all.iter().map(row).collect(),
    })
}
