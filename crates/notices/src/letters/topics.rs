//! The weekly letter about topics: everything once, with the network it is from and the way it came by.

use std::collections::HashMap;

use db::OutMail;
use kernel::Lang;
use networks::{Body, Topic};
use rights::sees;
use web::Mail;

use super::{Line, Links, footer, is_quiet, named, open_address, what_happened};
use crate::{Reader, bundles::Round, model::To, words::T};

/// The letter. What is confidential or of a sensitive network stands in it as a number with an address alone.
#[must_use]
pub fn topics_letter(
    to: &To,
    (reader, topics): (&Reader, &[Topic]),
    lines: &[Line<'_>],
    round: &Round<'_>,
    links: &Links,
) -> OutMail {
    let (lang, t, base) = (to.lang, T(to.lang), round.base.as_str());
    let hidden = |network: &i64| !round.known.get(network).is_some_and(|body| is_shown(reader, body));
    let quiet =
        |line: &&Line<'_>| line.0.iter().any(|row| is_quiet(row, &round.known)) || line.through().iter().all(hidden);
    let (silent, spoken): (Vec<&Line<'_>>, Vec<&Line<'_>>) = lines.iter().partition(quiet);
    let mut parts: Vec<String> = Vec::new();
    // All of it: she asked for everything, once a week.
    parts.extend(spoken.iter().map(|line| {
        let told = line.first().told;
        let about: Vec<&str> = reader.follows(told).filter_map(|topic| name(topics, topic, lang)).collect();
        let title = told.title.replace('\n', " ");
        let way = way(t, reader, line, &round.known);
        let why = t.why_topic(i18n::list_and(lang, &about));
        format!("{title}\n{}. {way} {why}\n{}", what_happened(lang, line), open_address(lang, line, links, base))
    }));
    if !silent.is_empty() {
        let pages: Vec<String> = silent.iter().map(|line| format!("{base}{}", line.first().told.path)).collect();
        parts.push(format!("{}\n{}", t.letter_quiet(silent.len()), pages.join("\n")));
    }
    let mut sits_in: Vec<i64> = spoken
        .iter()
        .flat_map(|line| line.through())
        .filter(|network| reader.actor.sits.iter().any(|s| s.network == *network))
        .collect();
    sits_in.sort_unstable();
    sits_in.dedup();
    // It names neither network nor topic: some of them must not be known.
    let mail = Mail::new(lang, &t.letter_topics_subject(lines.len())).says(parts.join("\n\n"));
    OutMail {
        to: to.address.clone(),
        person: Some(to.person.raw()),
        unsubscribe: Some(links.stops(base, lang)),
        sits_in,
        names: named(&spoken),
        ..mail.because(t.why_topics()).less(footer(lang, links, base)).out("topics")
    }
}

fn name(topics: &[Topic], id: i64, lang: Lang) -> Option<&str> {
    let topic = topics.iter().find(|topic| topic.id.raw() == id)?;
    Some(match lang {
        Lang::En => &topic.name_en,
        Lang::De => &topic.name,
    })
}

/// Whether a letter to her may name a network: asked when it is written.
fn is_shown(reader: &Reader, body: &Body) -> bool {
    !body.sensitive && sees(&reader.actor, &body.scope())
}

/// From which network it is, and by which way it came to her.
fn way(t: T, reader: &Reader, line: &Line<'_>, known: &HashMap<i64, Body>) -> String {
    let shown = |network: &i64| known.get(network).filter(|body| is_shown(reader, body)).map(Body::short);
    let (through, home) = (line.through(), line.home());
    let others: Vec<&str> = through.iter().filter(|network| Some(**network) != home).filter_map(shown).collect();
    let others = i18n::list_and(t.0, &others);
    let hers = through.iter().any(|network| reader.actor.sits.iter().any(|s| s.network == *network));
    match home.as_ref().and_then(shown) {
        Some(home) if others.is_empty() && hers => t.way_from(home),
        Some(home) if others.is_empty() => t.way_open(home),
        Some(home) => t.way_forwarded(home, others),
        None => t.way_through(others),
    }
}
