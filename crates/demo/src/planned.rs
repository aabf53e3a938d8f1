//! Looking for days: date polls under way and in preparation, and series with hosts in turn.

use db::Tx;
use kernel::{Day, Id, Level, Result};
use meetings::{
    Choice, NewPoll, NewSeries, Poll, Way,
    rules::{Nth, Rule},
};

use crate::{facts::at, world::World};

fn poll(w: &World, tx: &Tx<'_>, (network, body): (&str, &str), new: &NewPoll, days: &[(&str, i8)]) -> Result<Id<Poll>> {
    let dates: Vec<_> = days.iter().map(|(day, hour)| Day::literal(day).at(*hour, 0)).collect();
    at(&new.title, meetings::plan_poll(tx, &w.keeper(network)?, w.body(body)?, new, &dates))
}

fn asked(w: &World, tx: &Tx<'_>, network: &str, id: Id<Poll>) -> Result<()> {
    at("poll", meetings::send_poll(tx, &w.keeper(network)?, id, &w.base)).map(drop)
}

/// Most of those asked answer; Mira has not yet.
fn answered(w: &World, tx: &Tx<'_>, network: &str, id: Id<Poll>) -> Result<()> {
    let mira = w.cast.get("mira").copied();
    let found = at("poll", meetings::find_poll(tx, &w.keeper(network)?, id))?;
    let dates = meetings::list_dates(tx, id)?;
    for (n, voter) in meetings::list_voters(tx, id)?.iter().enumerate() {
        if n % 5 == 4 || (voter.person.is_some() && voter.person == mira) {
            continue;
        }
        // The second day suits most.
        let choice = |place: usize| match (n + place) % 4 {
            _ if place == 1 && n % 3 != 2 => Choice::Yes,
            0 => Choice::Yes,
            1 => Choice::Maybe,
            _ => Choice::No,
        };
        let picks: Vec<_> = dates.iter().enumerate().map(|(place, date)| (date.id, choice(place))).collect();
        at("answer", meetings::answer_poll(tx, (voter, &found), &picks, Way::Link, &w.base))?;
    }
    Ok(())
}

fn looked_for(title: &str, minutes: i64, until: &str) -> NewPoll {
    NewPoll {
        title: title.to_owned(),
        note: String::new(),
        minutes,
        place: String::new(),
        online: String::new(),
        answer_until: Day::literal(until),
    }
}

/// One is under way in the working circle, one in the network of persons, one is being prepared.
pub fn polls(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let training = NewPoll {
        place: "Stadt Eschweiler, Rathaus, Raum 3".to_owned(),
        note: "Thema: geschlechtergerechte Haushalte. Die Referentin kann an allen Tagen.".to_owned(),
        ..looked_for("Gemeinsame Fortbildung im Frühjahr", 240, "2026-12-04")
    };
    let days = [("2027-02-04", 9), ("2027-02-24", 9), ("2027-03-24", 9), ("2027-04-14", 9)];
    let id = poll(w, tx, ("ak-staedteregion", "ak-staedteregion"), &training, &days)?;
    asked(w, tx, "ak-staedteregion", id)?;
    answered(w, tx, "ak-staedteregion", id)?;
    let exchange = looked_for("Austausch vor der CSD-Saison", 120, "2026-12-11");
    let id = poll(w, tx, ("lsbtiq-nrw", "lsbtiq-nrw"), &exchange, &[("2027-04-20", 13), ("2027-04-27", 13)])?;
    asked(w, tx, "lsbtiq-nrw", id)?;
    answered(w, tx, "lsbtiq-nrw", id)?;
    let committee = looked_for("Klausur des Ausschusses", 300, "2027-01-15");
    poll(w, tx, ("rag-aachen", "gma"), &committee, &[("2027-05-05", 9), ("2027-05-27", 9)])?;
    let circle = looked_for("Treffen im Frühling", 120, "2027-01-20");
    poll(w, tx, ("rueckhalt", "rueckhalt"), &circle, &[("2027-04-13", 10), ("2027-04-15", 10)]).map(drop)
}

fn series(w: &World, tx: &Tx<'_>, (network, body): (&str, &str), new: &NewSeries) -> Result<Id<meetings::Series>> {
    at(&new.title, meetings::plan_series(tx, &w.keeper(network)?, w.body(body)?, new))
}

/// The working circle meets four times a year, by turns in its towns; others have a rule and no days yet.
pub fn rules(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let quarterly = |weekday| Rule::Months { every: 3, nth: Nth::Count(2), weekday };
    let new = NewSeries {
        title: "Netzwerktreffen".to_owned(),
        note: String::new(),
        rule: quarterly(2),
        first_day: Day::literal("2027-03-01"),
        minute: 10 * 60,
        minutes: 180,
        online: String::new(),
        level: Level::Network,
        agenda: "15 Begrüßung\n60 Forum: Neues aus den Kommunen\n45 Kollegiale Beratung\nVerschiedenes".to_owned(),
        hosts: [
            ("Stadt Würselen", "Rathaus, Ratssaal"),
            ("Stadt Eschweiler", "Rathaus, Raum 3"),
            ("Stadt Alsdorf", ""),
            ("Gemeinde Simmerath", "Rathaus"),
        ]
        .map(|(name, place)| (name.to_owned(), place.to_owned()))
        .to_vec(),
    };
    let of = ("ak-staedteregion", "ak-staedteregion");
    let id = series(w, tx, of, &new)?;
    let (by, day) = (w.keeper(of.0)?, Day::literal);
    let taken = [(day("2027-03-10"), None), (day("2027-06-09"), None)];
    at("days", meetings::decide_days(tx, &by, id, &taken, &[day("2027-09-08")]))?;
    let bare = |title: &str, rule, level| NewSeries {
        title: title.to_owned(),
        rule,
        level,
        agenda: String::new(),
        hosts: Vec::new(),
        ..new.clone()
    };
    series(w, tx, ("rag-aachen", "gma"), &bare("Ausschusssitzung", quarterly(1), Level::Body))?;
    series(
        w,
        tx,
        ("lsbtiq-nrw", "lsbtiq-nrw"),
        &bare("Kollegialer Austausch", Rule::Months { every: 1, nth: Nth::Last, weekday: 3 }, Level::Network),
    )?;
    series(w, tx, ("rueckhalt", "rueckhalt"), &bare("Runde", Rule::Weeks(6), Level::Network)).map(drop)
}
