//! What networks hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Day, Id, Lang, Moment, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{
    Audience, actions,
    pages::{
        consent::own::{field_word, topic_name},
        wording::{capacity_word, role_word},
    },
    store::{corrections, own, topics::list_topics_of_persons},
    words::T,
};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

fn day(key: &'static str, label: &str, lang: Lang, day: Day) -> Fact {
    Fact::new(key, label, i18n::day_medium(lang, day)).for_programs(day.to_string())
}

fn moment(key: &'static str, label: &str, lang: Lang, at: Moment) -> Fact {
    day(key, label, lang, at.day())
}

/// Seats of all times, consents, topics.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let mut all = Vec::new();
    for seat in own::list_own_seats(conn, person)? {
        let name = match (lang, seat.body.1) {
            (Lang::En, Some(english)) => english,
            _ => seat.body.0,
        };
        let mut facts = vec![
            Fact::new("body", t.own_body(), name),
            Fact::new("role", t.roster_roles(), role_word(t, seat.kind, seat.voice, seat.office))
                .for_programs(seat.office.map_or(seat.voice.word(), |office| office.word())),
        ];
        facts.extend(
            capacity_word(t, seat.capacity)
                .map(|word| Fact::new("capacity", t.own_capacity(), word).for_programs(seat.capacity.word())),
        );
        facts.push(day("from", t.own_from(), lang, seat.term.from));
        if seat.term.until < Day::OPEN {
            facts.push(day("until", t.own_until(), lang, seat.term.until));
        }
        all.push(Record { group: "seats", title: t.own_seats().to_owned(), facts });
    }
    for consent in own::list_all_consents(conn, person)? {
        let whom = match (consent.audience, consent.body) {
            (Audience::Public, _) => t.consent_option_public().to_owned(),
            (Audience::Network, Some(body)) => body,
            _ => t.consent_option_all().to_owned(),
        };
        let mut facts = vec![
            Fact::new("field", t.own_field(), field_word(t, consent.field)).for_programs(consent.field.word()),
            Fact::new("audience", t.own_audience(), whom),
            moment("given", t.own_given(), lang, consent.given),
        ];
        facts.extend(consent.withdrawn.map(|at| moment("withdrawn", t.own_withdrawn(), lang, at)));
        all.push(Record { group: "consents", title: t.consent_title().to_owned(), facts });
    }
    for row in corrections::list_own_corrections(conn, person)? {
        let hers = row.by == Some(person);
        let mut facts = vec![
            Fact::new("thing", t.own_correction_of(), own_correction_word(t, &row)).for_programs(row.of.stored().0),
            Fact::new(
                "role",
                t.own_correction_role(),
                if hers { t.own_correction_by() } else { t.own_correction_about() },
            )
            .for_programs(if hers { "by" } else { "about" }),
            moment("entered", t.own_correction_at(), lang, row.at),
        ];
        facts.extend(row.undone.map(|at| moment("undone", t.own_correction_undone(), lang, at)));
        all.push(Record { group: "corrections", title: t.correction_list().to_owned(), facts });
    }
    for (_, topic) in list_topics_of_persons(conn, &[person])? {
        let facts = vec![Fact::new("topic", t.roster_topic(), topic_name(lang, &topic)).for_programs(topic.slug)];
        all.push(Record { group: "topics", title: t.consent_own_topics().to_owned(), facts });
    }
    Ok(all)
}

const fn own_correction_word(t: T, row: &crate::Correction) -> &'static str {
    match row.of {
        crate::Corrected::Tenure(_) => t.own_correction_tenure(),
        crate::Corrected::Occupancy(_) => t.own_correction_occupancy(),
        crate::Corrected::Organisation(_) | crate::Corrected::Post(_) => t.own_correction_name(),
    }
}

/// Seats end, what others may see goes; a network nobody else keeps stands in the way.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang, today) = (T(viewer.lang), viewer.lang, conn.today());
    let mut all = Vec::new();
    for body in actions::left_alone(conn, &viewer.actor)? {
        let text = t.own_alone(body.name_in(lang));
        all.push(Parting { fate: Fate::Blocks, text, link: Some(format!("/netzwerke/{}", body.slug)) });
    }
    let seats = own::list_own_seats(conn, person)?;
    for seat in seats.iter().filter(|s| s.term.until > today) {
        let name = match (lang, &seat.body.1) {
            (Lang::En, Some(english)) => english,
            _ => &seat.body.0,
        };
        let text = t.own_ends(role_word(t, seat.kind, seat.voice, seat.office), name);
        all.push(Parting { fate: Fate::Goes, text, link: None });
    }
    let given = own::list_all_consents(conn, person)?.iter().filter(|c| c.withdrawn.is_none()).count();
    if given > 0 {
        all.push(Parting { fate: Fate::Goes, text: t.own_consents_go(given), link: None });
    }
    if !seats.is_empty() {
        all.push(Parting { fate: Fate::Stays, text: t.own_stays().to_owned(), link: None });
        all.push(Parting { fate: Fate::Stays, text: t.own_consents_stay().to_owned(), link: None });
    }
    Ok(all)
}
