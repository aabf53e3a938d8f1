//! What networks hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Day, Id, Lang, Moment, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{
    Audience, JoinState, actions,
    letters::post_words,
    pages::{
        consent::own::{field_word, topic_name},
        elsewhere,
        wording::{capacity_word, role_word},
    },
    store::{
        checks::{list_changes_of, list_links_of},
        corrections,
        elsewhere::list_elsewhere,
        joining::vouches,
        own,
        topics::list_topics_of_persons,
    },
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
    for seat in list_elsewhere(conn, person)? {
        let noted = &seat.noted;
        let mut facts = vec![
            Fact::new("body", t.own_body(), noted.body.as_str()),
            Fact::new("kind", t.elsewhere_kind(), elsewhere::kind_word(t, noted.kind)).for_programs(noted.kind.word()),
            Fact::new("role", t.roster_roles(), noted.role.as_str()),
            day("from", t.own_from(), lang, noted.term.from),
        ];
        if noted.term.until < Day::OPEN {
            facts.push(day("until", t.own_until(), lang, noted.term.until));
        }
        if let Some(post) = noted.post {
            facts.push(Fact::new("post", t.elsewhere_for_whom(), post_words(conn, &people::find_post(conn, post)?)?));
        }
        facts.push(Fact::new("note", t.elsewhere_note(), noted.note.as_str()));
        let whom = match noted.audience {
            None => t.elsewhere_only_you(),
            Some(Audience::Public) => t.consent_option_public(),
            Some(Audience::AllNetworks) => t.consent_option_all(),
            Some(Audience::Network) => t.elsewhere_one_network(),
        };
        facts.push(
            Fact::new("audience", t.own_audience(), whom).for_programs(noted.audience.map_or("", Audience::word)),
        );
        facts.retain(|f| !f.data.is_empty() || f.key == "audience");
        all.push(Record { group: "seats_elsewhere", title: t.elsewhere_title().to_owned(), facts });
    }
    for (link, asked, network) in list_links_of(conn, person)? {
        let mut facts =
            vec![Fact::new("network", t.own_body(), network), moment("asked", t.own_check_asked(), lang, asked)];
        facts.extend(link.reminded.map(|at| moment("reminded", t.own_check_reminded(), lang, at)));
        facts.extend(link.answered.map(|at| moment("answered", t.own_check_answered(), lang, at)));
        for change in list_changes_of(conn, link.id)? {
            let said = change.day.map_or(change.value, |day| i18n::day_medium(lang, day));
            facts.push(Fact::new("proposal", t.own_check_proposal(), said));
        }
        all.push(Record { group: "data_checks", title: t.own_checks().to_owned(), facts });
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
    all.extend(joining(conn, viewer, person)?);
    Ok(all)
}

/// What she asked of networks and said about others who asked, and where she leaves.
fn joining(conn: &Conn, viewer: &Viewer, person: Id<people::Person>) -> Result<Vec<Record>> {
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let named = |(german, english): (String, Option<String>)| match (lang, english) {
        (Lang::En, Some(english)) => english,
        _ => german,
    };
    let mut all = Vec::new();
    for (request, german, english) in actions::own_requests(conn, person)? {
        let mut facts = vec![
            Fact::new("body", t.own_body(), named((german, english))),
            Fact::new("mail", t.join_mail(), request.mail.clone()),
            moment("asked", t.own_asked(), lang, request.created_at),
        ];
        for (key, label, text) in [
            ("organisation", t.join_organisation(), &request.organisation_name),
            ("role", t.join_role(), &request.role),
            ("statement", t.join_statement(), &request.statement),
        ] {
            facts.extend((!text.is_empty()).then(|| Fact::new(key, label, text.clone())));
        }
        facts.push(
            Fact::new("state", t.own_state(), state_word_for_her(t, request.state)).for_programs(request.state.word()),
        );
        all.push(Record { group: "join_requests", title: t.own_requests().to_owned(), facts });
    }
    for said in vouches::list_said(conn, person)? {
        let mut facts = vec![Fact::new("body", t.own_body(), named(said.body))];
        facts.push(match said.vouches {
            Some(true) => Fact::new("vouches", t.own_vouches(), t.join_vouch_yes()).for_programs("yes"),
            Some(false) => Fact::new("vouches", t.own_vouches(), t.join_vouch_no()).for_programs("no"),
            None => Fact::new("objection", t.join_object_reason(), said.reason),
        });
        facts.extend(said.at.map(|at| moment("at", t.own_said(), lang, at)));
        all.push(Record { group: "join_answers", title: t.own_answers().to_owned(), facts });
    }
    Ok(all)
}

/// Where her request stands, without what is between those who decide.
const fn state_word_for_her(t: T, state: JoinState) -> &'static str {
    match state {
        JoinState::Admitted => t.own_state_admitted(),
        JoinState::Refused => t.join_state_refused(),
        _ => t.own_state_runs(),
    }
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
    let noted = list_elsewhere(conn, person)?.len();
    if noted > 0 {
        all.push(Parting { fate: Fate::Goes, text: t.own_elsewhere_go(noted), link: None });
    }
    if !actions::own_requests(conn, person)?.is_empty() || !vouches::list_said(conn, person)?.is_empty() {
        all.push(Parting { fate: Fate::Goes, text: t.own_requests_go().to_owned(), link: None });
    }
    if !seats.is_empty() {
        all.push(Parting { fate: Fate::Stays, text: t.own_stays().to_owned(), link: None });
        all.push(Parting { fate: Fate::Stays, text: t.own_consents_stay().to_owned(), link: None });
    }
    Ok(all)
}
