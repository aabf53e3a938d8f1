//! `/termine/{meeting}/stimmliste`: who has a vote in a sitting, why, and who is there for it.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use kernel::{Error, Result};
use networks::{Names, Place as Where, shell};
use web::{Answer as Reply, Reading};

use super::listener;
use crate::{
    Presence,
    actions::attendance::attendance_of,
    pages::{Place, minutes::view::presence_word, place::state_pill},
    paths::{LivePage, VotingList},
    rules::attendance::{acted_for, roll},
    words::T,
};

/// Those of one Land; of everybody where the body is of one Land alone.
struct Group {
    /// The name of the Land; empty where there is one group.
    land: String,
    /// Votes in all, and how many of them are there.
    votes: (i64, i64),
    rows: Vec<Row>,
}

struct Row {
    number: usize,
    unit: String,
    who: String,
    votes: i64,
    there: String,
    reason: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "voting_list.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    pill: Option<shell::Pill>,
    entitled: i64,
    present: i64,
    units: usize,
    groups: Vec<Group>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not belong to those who meet, and for a body that does not vote formally.
pub fn show(r: &Reading<'_>, p: VotingList) -> Result<Reply> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let place = Place::load(r, p.meeting)?;
    if !listener(&place)?.within() {
        return Err(Error::NotFound);
    }
    let (m, body) = (&place.meeting, &place.body);
    let rules = decisions::rules_of(r.conn, body, m.day())?.filter(|found| found.rules.formal.value);
    let rules = rules.ok_or(Error::NotFound)?.rules;
    let voters = networks::voters(r.conn, body, m.day())?;
    let list = attendance_of(r.conn, m, body)?;
    let names = Names::load(r.conn, &v.actor, voters.iter().filter_map(|voter| voter.holder))?;
    let (at, of_seat) = (Where::from(body), voters.iter().map(|voter| (voter.seat, voter)).collect::<HashMap<_, _>>());
    let row = |(number, entry, how): (usize, &decisions::roll::Entry, Option<Presence>)| {
        let first = entry.seats.first().and_then(|seat| of_seat.get(seat));
        let seat = first.map(|voter| shell::seat_name(v.lang, voter.number, voter.label.as_deref(), voter.office));
        let holders: Vec<_> =
            entry.seats.iter().filter_map(|seat| of_seat.get(seat)).filter_map(|voter| voter.holder).collect();
        let acted = acted_for(entry, &holders, &list.lines, v.now).and_then(|line| line.acted_at(v.now));
        let who = first.and_then(|voter| voter.holder).and_then(|person| names.in_place(person, &at));
        Row {
            number,
            unit: first.and_then(|voter| voter.organisation_name.clone()).or(seat).unwrap_or_default(),
            who: shell::face(r, who.as_ref(), body.sensitive).name,
            votes: entry.votes,
            there: match acted {
                // A substitute and a proxy are not the member herself: the list says who acts for her.
                Some((how, by)) if !by.is_empty() => t.att_by(presence_word(t, how), by),
                Some((how, _)) => presence_word(t, how).to_owned(),
                None => how.map_or_else(|| t.att_absent(), |how| presence_word(t, how)).to_owned(),
            },
            reason: entry.reason.text(v.lang).to_owned(),
            here: how.is_some(),
        }
    };
    let lands = networks::lands(r.conn, body, &voters)?;
    let mut roll: Vec<_> = roll(&rules, &voters, &list.lines, v.now)
        .into_iter()
        .map(|(entry, how)| (entry.seats.iter().find_map(|seat| lands.get(seat)), entry, how))
        .collect();
    let several = roll.iter().filter_map(|(land, ..)| *land).collect::<BTreeSet<_>>().len() > 1;
    if several {
        // In the order of the official keys; those without a Land come last.
        roll.sort_by_key(|(land, ..)| (land.is_none(), *land));
    }
    let mut groups: Vec<Group> = Vec::new();
    for (number, (land, entry, how)) in (1..).zip(&roll) {
        let row = row((number, entry, *how));
        let name = match land {
            _ if !several => String::new(),
            Some(key) => networks::land(key, v.lang).map_or_else(|| (*key).clone(), str::to_owned),
            None => t.voting_no_land().to_owned(),
        };
        if groups.last().is_none_or(|last| last.land != name) {
            groups.push(Group { land: name, votes: (0, 0), rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.votes.0 += row.votes;
            group.votes.1 += if row.here { row.votes } else { 0 };
            group.rows.push(row);
        }
    }
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: m.title.clone(),
        pill: state_pill(t, m),
        entitled: groups.iter().map(|group| group.votes.0).sum(),
        present: groups.iter().map(|group| group.votes.1).sum(),
        units: roll.len(),
        groups,
        back: v.link(&LivePage { meeting: m.id }),
    };
    r.page(place.page(r, t.voting_title())?, &shown)
}
