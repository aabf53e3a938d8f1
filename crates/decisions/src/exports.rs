//! The register as a file: what the page shows to the same reader. Out of a sensitive network only whoever keeps its
//! records takes it; a file leaves the house for good.

use formats::{Cell, Sheet};
use kernel::{Day, Error, Id, Result};
use networks::{Body, shell};
use rights::{Action, Kind};
use web::{Export, Reading};

use crate::{
    pages::{
        place::Place,
        register::{
            list::{asked, listed, state_of},
            topics::named,
        },
    },
    paths::RegisterFile,
    words::T,
};

/// What the registry gets.
pub const EXPORTS: &[Export] = &[Export { name: "beschluesse", guard: |_| None, sheet }];

fn may_have(r: &Reading<'_>, place: &Place) -> bool {
    let keeps = rights::allows(&r.viewer.actor, Kind::Decision, Action::Edit, &place.body.scope());
    r.viewer.is_signed_in() && (!place.body.sensitive || keeps)
}

/// The links to the register's files, for whoever may have them; they ask what the page was asked.
///
/// # Errors
/// When a slug is none.
pub fn links(r: &Reading<'_>, place: &Place) -> Result<Vec<(&'static str, String)>> {
    if !may_have(r, place) {
        return Ok(Vec::new());
    }
    let (t, query) = (T(r.viewer.lang), asked(r));
    let link = |form: &str| -> Result<String> {
        let path = RegisterFile { body: place.body.id, list: shell::slug("beschluesse")?, form: shell::slug(form)? };
        let link = r.viewer.link(&path);
        Ok(if query.is_empty() { link } else { format!("{link}?{query}") })
    };
    Ok(vec![(t.register_take_excel(), link("xlsx")?), (t.register_take_csv(), link("csv")?)])
}

fn sheet(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let id: Id<Body> = of.parse().map_err(|_| Error::NotFound)?;
    let place = Place::load(r, id)?;
    if !may_have(r, &place) {
        return Err(Error::Denied(None));
    }
    let found = listed(r, &place)?;
    let topics = named(r, &found.iter().map(|one| one.id).collect::<Vec<_>>())?;
    let about = |id: Id<crate::Resolution>| {
        let own = topics.iter().filter(|(of, _)| *of == id).map(|(_, topic)| shell::topic_name(lang, topic));
        own.collect::<Vec<_>>().join(", ")
    };
    let newer = |id: Option<Id<crate::Resolution>>| {
        let newer = found.iter().find(|one| Some(one.id) == id);
        Cell::text(newer.map(|one| one.mark.clone()).unwrap_or_default())
    };
    let day = |day: Option<Day>| day.map_or_else(|| Cell::text(""), Cell::Day);
    let rows = found.iter().map(|one| {
        vec![
            Cell::text(one.mark.clone()),
            Cell::text(one.title.clone()),
            Cell::text(one.text.clone()),
            Cell::Day(one.day),
            Cell::Day(one.in_force),
            day(one.repealed),
            Cell::text(state_of(r, one)),
            newer(one.superseded_by),
            Cell::text(one.verdict(lang)),
            Cell::text(one.source.clone().unwrap_or_default()),
            Cell::text(about(one.id)),
        ]
    });
    let columns = [
        t.register_mark(),
        t.register_name(),
        t.register_text(),
        t.register_day(),
        t.register_in_force_from(),
        t.register_repealed_from(),
        t.register_state(),
        t.register_step_superseded(),
        t.register_why(),
        t.register_source(),
        t.register_topics(),
    ];
    let notes = if place.body.sensitive { vec![t.register_take_sensitive().to_owned()] } else { Vec::new() };
    Ok(Sheet {
        title: format!("{} {}", t.register_title(), place.body.short()),
        notes,
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows: rows.collect(),
    })
}
