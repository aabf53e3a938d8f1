//! What meetings hold about a person, for her eyes, and what becomes of it when she has herself erased.

use db::{Conn, Tx};
use kernel::{Actor, Id, Result};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{
    actions,
    letters::when,
    pages::{answer_word, presence_word},
    store::{feeds, minutes, own, polls},
    words::T,
};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase(tx, by)
}

/// What she was invited to and answered, and what she proposed.
fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let mut all = Vec::new();
    for (meeting, answer, at) in own::list_invited(conn, person)? {
        let mut facts = vec![
            Fact::new("title", t.field_title(), meeting.title.clone()),
            Fact::new("when", t.fact_when(), when(lang, &meeting)).for_programs(meeting.day().to_string()),
            Fact::new("answer", t.own_answer(), answer_word(t, answer)).for_programs(answer.word()),
        ];
        facts.extend(at.map(|at| {
            let day = at.day();
            Fact::new("answered", t.own_answered(), i18n::day_medium(lang, day)).for_programs(day.to_string())
        }));
        all.push(Record { group: "meetings", title: t.nav_meetings().to_owned(), facts });
    }
    for (title, note) in own::list_proposed(conn, person)? {
        let mut facts = vec![Fact::new("title", t.field_title(), title)];
        if !note.is_empty() {
            facts.push(Fact::new("note", t.field_item_note(), note));
        }
        all.push(Record { group: "topics_proposed", title: t.own_proposals().to_owned(), facts });
    }
    for (meeting, presence) in minutes::list_attended(conn, person)? {
        let day = meeting.day();
        let facts = vec![
            Fact::new("title", t.field_title(), meeting.title.clone()),
            Fact::new("when", t.fact_when(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
            Fact::new("how", t.own_attended_how(), presence_word(t, presence)).for_programs(presence.word()),
        ];
        all.push(Record { group: "attendance", title: t.own_attended().to_owned(), facts });
    }
    for (title, at, text) in minutes::list_objected(conn, person)? {
        let day = at.day();
        let facts = vec![
            Fact::new("title", t.field_title(), title),
            Fact::new("when", t.fact_when(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
            Fact::new("text", t.own_objected_text(), text),
        ];
        all.push(Record { group: "minutes_objections", title: t.own_objected().to_owned(), facts });
    }
    for (poll, at) in polls::list_polled(conn, person)? {
        let mut facts = vec![Fact::new("title", t.field_title(), poll.title)];
        facts.extend(at.map(|at| {
            let day = at.day();
            Fact::new("answered", t.own_polls_answered(), i18n::day_medium(lang, day)).for_programs(day.to_string())
        }));
        all.push(Record { group: "date_polls", title: t.own_polls().to_owned(), facts });
    }
    if let Some(feed) = feeds::find_feed(conn, person)? {
        let shows = if feed.titled { t.calendar_show_titled() } else { t.calendar_show_neutral() };
        let day = feed.made_at.day();
        let facts = vec![
            Fact::new("shows", t.own_calendar_shows(), shows).for_programs(if feed.titled {
                "titles"
            } else {
                "times"
            }),
            Fact::new("since", t.own_calendar_since(), i18n::day_medium(lang, day)).for_programs(day.to_string()),
        ];
        all.push(Record { group: "calendar", title: t.own_calendar().to_owned(), facts });
    }
    Ok(all)
}

/// Her name and address go; that somebody was invited stays.
fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let Some(person) = viewer.actor.person.map(Id::new) else { return Ok(Vec::new()) };
    let t = T(viewer.lang);
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    let mut all = Vec::new();
    if feeds::find_feed(conn, person)?.is_some() {
        all.push(line(Fate::Goes, t.own_calendar_goes()));
    }
    if !polls::list_polled(conn, person)?.is_empty() {
        all.push(line(Fate::Goes, t.own_polls_goes()));
    }
    if !own::list_invited(conn, person)?.is_empty() || !own::list_proposed(conn, person)?.is_empty() {
        all.extend([line(Fate::Goes, t.own_goes()), line(Fate::Stays, t.own_stays())]);
    }
    if !minutes::list_attended(conn, person)?.is_empty() || !minutes::list_objected(conn, person)?.is_empty() {
        all.extend([line(Fate::Goes, t.own_minutes_goes()), line(Fate::Stays, t.own_minutes_stays())]);
    }
    Ok(all)
}
