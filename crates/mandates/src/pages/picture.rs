//! The chains as pictures, each with its table, and what is wrong with them in words.

use kernel::{Day, Result};
use networks::{Link, Status, shell};
use pictures::{
    About,
    chain::{Chain as Drawing, Hop as Stage, State, draw},
};
use web::Reading;

use super::view::{Block, Line, Section, lines};
use crate::{
    paths::MandatePage,
    reads::chains::{self, Chain, Hop},
    words::T,
};

/// How a stage stands: for the drawing, and in words.
pub fn state(r: &Reading<'_>, hop: &Hop, day: Day) -> (State, String) {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let Some(seat) = &hop.seat else {
        return match hop.counts {
            Some(counts) if counts.seats > 0 && counts.filled == 0 => (State::Vacant, t.chain_nobody().to_owned()),
            _ => (State::Ok, t.chain_body().to_owned()),
        };
    };
    let Some(held) = seat.held.as_ref().filter(|_| seat.first().is_some()) else {
        let words = match hop.waiting() {
            Some(it) => t.chain_waits(i18n::day_medium(lang, it.from)),
            None => t.chain_vacant().to_owned(),
        };
        return (State::Vacant, words);
    };
    if hop.link == Some(Link::Broken) {
        return (State::Broken, t.chain_broken().to_owned());
    }
    if let Some(end) = held.term_end.filter(|end| *end <= day) {
        return (State::Broken, t.chain_expired(i18n::day_medium(lang, end.previous())));
    }
    if held.status == Status::Suspended {
        return (State::Vacant, t.chain_rests().to_owned());
    }
    let until = match held.term_end {
        Some(end) => t.chain_until(i18n::day_medium(lang, end.previous())),
        None => t.chain_open().to_owned(),
    };
    let missing = hop.file(day).is_some_and(|it| it.detail.confirmed_day.is_none());
    (State::Ok, if missing { t.chain_unconfirmed(until) } else { until })
}

/// Who holds a stage, or how many it has.
fn holder(r: &Reading<'_>, hop: &Hop) -> String {
    let t = T(r.viewer.lang);
    match (&hop.seat, hop.counts) {
        (Some(seat), _) => {
            let sits = seat.sitters.iter().filter(|s| s.capacity.fills());
            let names: Vec<String> =
                sits.map(|s| s.who.as_ref().map_or_else(|| t.somebody().to_owned(), |w| w.name.full())).collect();
            names.join(", ")
        }
        (None, Some(counts)) => t.chain_seats(counts.seats, counts.filled),
        (None, None) => String::new(),
    }
}

fn link_word(t: T, from: &Hop, to: &Hop) -> String {
    if to.seat.is_some() {
        t.chain_sends().to_owned()
    } else if from.body.formal {
        t.chain_elects().to_owned()
    } else {
        t.chain_forms().to_owned()
    }
}

/// The chains of a page on the day looked at, as far as wished: all of the way, or the last one or two steps; before them
/// what does not hold, in words. `path` is the page's own address. None without chains.
///
/// # Errors
/// When a slug is none.
pub fn chain_section(r: &Reading<'_>, found: Vec<Chain>, cut: bool, path: &str) -> Result<Option<Section>> {
    let t = T(r.viewer.lang);
    if found.is_empty() {
        return Ok(None);
    }
    let steps = r.ask.query("schritte").and_then(|s| s.parse::<usize>().ok()).filter(|n| (1..=2).contains(n));
    let trouble = troubles(r, &found);
    let drawn: Vec<Chain> = match steps {
        Some(steps) => found.into_iter().map(|chain| chains::near(chain, steps)).collect(),
        None => found,
    };
    let mut section = Section::new("ketten", t.chains_title(), Block::Html(shell::day_form(r, &[])));
    let with = |steps: usize| format!("{path}{}schritte={steps}", if path.contains('?') { '&' } else { '?' });
    section = section.with(Block::Ways(vec![
        (t.steps_all().to_owned(), path.to_owned()),
        (t.steps_one().to_owned(), with(1)),
        (t.steps_two().to_owned(), with(2)),
    ]));
    if !trouble.is_empty() {
        section = section.with(Block::Rows(trouble));
    }
    section = section.with(Block::Html(figures(r, &drawn)?));
    if cut {
        section = section.with(Block::Text(lines(t.chains_cut())));
    }
    Ok(Some(section))
}

/// One figure for each chain.
///
/// # Errors
/// When a slug is none.
pub fn figures(r: &Reading<'_>, chains: &[Chain]) -> Result<String> {
    let (t, lang, day) = (T(r.viewer.lang), r.viewer.lang, r.viewer.stand);
    let mut out = String::new();
    for (n, chain) in (1..).zip(chains) {
        let (Some(first), Some(last)) = (chain.first(), chain.last()) else { continue };
        let states: Vec<(State, String)> = chain.iter().map(|hop| state(r, hop, day)).collect();
        let broken = states.iter().filter(|(s, _)| *s != State::Ok).count();
        let names: Vec<&str> = chain.iter().map(|hop| hop.body.name_in(lang)).collect();
        let title = t.chain_title(first.body.name_in(lang), last.body.name_in(lang));
        let about = About {
            id: format!("kette-{n}"),
            title: title.clone(),
            description: if broken == 0 {
                t.chain_holds(names.join(" › "))
            } else {
                t.chain_breaks(names.join(" › "), broken)
            },
            table_caption: title,
            table_head: vec![t.chain_stage().to_owned(), t.chain_who().to_owned(), t.chain_state().to_owned()],
        };
        let stage = |(at, hop): (usize, &Hop)| {
            let (state, label) = states.get(at).cloned().unwrap_or((State::Ok, String::new()));
            Stage {
                title: shell::soft(hop.body.name_in(lang)),
                subtitle: holder(r, hop),
                state,
                state_label: label,
                link_label: chain.get(at + 1).map_or_else(String::new, |next| link_word(t, hop, next)),
                href: hop.file(day).or_else(|| hop.waiting()).map(|it| r.viewer.link(&MandatePage { mandate: it.id })),
            }
        };
        let hops = chain.iter().enumerate().map(stage).collect();
        out.push_str(&draw(&Drawing { about, hops }).figure("", t.chain_as_table()));
    }
    Ok(out)
}

/// What is to be looked at: vacant seats, terms that are over, links that broke, words of receivers that are missing; each
/// seat once.
pub fn troubles(r: &Reading<'_>, chains: &[Chain]) -> Vec<Line> {
    let (lang, day) = (r.viewer.lang, r.viewer.stand);
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for hop in chains.iter().flatten() {
        let Some(seat) = &hop.seat else { continue };
        if seen.contains(&seat.id) {
            continue;
        }
        seen.push(seat.id);
        let (state, words) = state(r, hop, day);
        let unconfirmed = hop.file(day).is_some_and(|it| it.detail.confirmed_day.is_none());
        if state == State::Ok && !unconfirmed {
            continue;
        }
        let class = if state == State::Ok { "i1" } else { "w1" };
        let file = hop.file(day).or_else(|| hop.waiting());
        all.push(Line {
            title: format!(
                "{}, {}",
                hop.body.name_in(lang),
                shell::seat_name(lang, seat.number, seat.label.as_deref(), seat.office)
            ),
            href: file.map_or_else(String::new, |it| r.viewer.link(&MandatePage { mandate: it.id })),
            details: Some(holder(r, hop)).filter(|h| !h.is_empty()).into_iter().collect(),
            pills: vec![shell::Pill::new(class, "warning", words)],
            ..Line::default()
        });
    }
    all
}
