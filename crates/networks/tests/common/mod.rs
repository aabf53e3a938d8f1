//! A small world for the tests: four networks, three towns, two associations, invented persons.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Id, Level, Office, Result, Voice};
use networks::{
    Body, BodyForm, BodyKind, Deputed, Edge, EdgeKind, Eligibility, NewBody, NewEdge, NewNetwork, NewOccupancy,
    NewRepresentative, NewSeat, Occupancy, Occupant, Seat, SeatKind, Status,
};
use people::{
    NewOrganisation, NewPerson, NewPost, NewTenure, NewTerritory, Organisation, OrganisationKind, Person, Post,
    PostTitles, Tenure, TerritoryLevel, TitleForm,
};
use testkit::Fresh;

/// A day written as text.
pub fn day(text: &str) -> Day {
    Day::literal(text)
}

/// Who runs the installation.
pub fn operator() -> Actor {
    Actor { operator: true, ..Actor::default() }
}

/// Everything the tests name.
#[derive(Clone, Copy)]
pub struct World {
    pub aachen: Id<Organisation>,
    pub dueren: Id<Organisation>,
    pub eschweiler: Id<Organisation>,
    pub verein: Id<Organisation>,
    pub bund: Id<Organisation>,
    pub post_aachen: Id<Post>,
    pub post_dueren: Id<Post>,
    pub post_eschweiler: Id<Post>,
    pub tenure_anna: Id<Tenure>,
    pub tenure_dora: Id<Tenure>,
    /// Holds Aachen.
    pub anna: Id<Person>,
    /// Deputises for Aachen.
    pub vera: Id<Person>,
    /// Holds Düren.
    pub dora: Id<Person>,
    /// Keeps every network.
    pub kora: Id<Person>,
    /// Speaks for the Verein.
    pub rosa: Id<Person>,
    /// Second contact of the Verein.
    pub sina: Id<Person>,
    /// Sits in the open committee alone.
    pub olga: Id<Person>,
    /// Of the sensitive network only.
    pub quinn: Id<Person>,
    /// Of no network.
    pub nora: Id<Person>,
    /// Of the unlisted network only.
    pub uma: Id<Person>,
    pub rag: Id<Body>,
    pub gma: Id<Body>,
    pub outside: Id<Body>,
    pub verband: Id<Body>,
    pub open: Id<Body>,
    pub kept: Id<Body>,
    pub kept_team: Id<Body>,
    pub hidden: Id<Body>,
    pub seat_aachen: Id<Seat>,
    pub seat_dueren: Id<Seat>,
    pub seat_eschweiler: Id<Seat>,
    pub elected: Id<Seat>,
    pub chair: Id<Seat>,
    pub delegate: Id<Seat>,
    pub seat_verein: Id<Seat>,
    pub born: Id<Seat>,
    pub seat_olga: Id<Seat>,
    pub seat_quinn: Id<Seat>,
    pub seat_uma: Id<Seat>,
    pub occupancy_aachen: Id<Occupancy>,
    pub occupancy_elected: Id<Occupancy>,
    pub occupancy_delegate: Id<Occupancy>,
    pub occupancy_verein: Id<Occupancy>,
    pub occupancy_quinn: Id<Occupancy>,
    pub organ: Id<Edge>,
}

/// Acts as a person, her seats derived inside the transaction.
pub fn act<T: Send + 'static>(
    fresh: &Fresh,
    person: Id<Person>,
    f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static,
) -> Result<T> {
    fresh.db.write_now(move |tx| {
        let by = rights::load(tx, person.raw(), tx.today(), None)?;
        f(tx, &by)
    })
}

/// Acts as the operator.
pub fn operate<T: Send + 'static>(
    fresh: &Fresh,
    f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static,
) -> Result<T> {
    fresh.db.write_now(move |tx| f(tx, &operator()))
}

/// Reads as a person; `None` is the public.
pub fn read<T: Send + 'static>(
    fresh: &Fresh,
    person: Option<Id<Person>>,
    f: impl FnOnce(&Conn, &Actor) -> Result<T> + Send + 'static,
) -> T {
    fresh
        .db
        .read_now(move |c| {
            let actor = match person {
                Some(person) => rights::load(c, person.raw(), c.today(), None)?,
                None => Actor::public(),
            };
            f(c, &actor)
        })
        .unwrap()
}

/// The same for a read that may refuse.
pub fn try_read<T: Send + 'static>(
    fresh: &Fresh,
    person: Option<Id<Person>>,
    f: impl FnOnce(&Conn, &Actor) -> Result<T> + Send + 'static,
) -> Result<T> {
    read(fresh, person, move |c, a| Ok(f(c, a)))
}

/// The German sentence of a refusal by rule.
pub fn refusal<T: std::fmt::Debug>(done: Result<T>) -> String {
    match done {
        Err(Error::Rule(reason)) => reason.de,
        Err(Error::Form(problems)) => {
            problems.into_iter().map(|p| format!("{}: {}", p.field, p.reason.de)).collect::<Vec<_>>().join(" ")
        }
        other => panic!("not refused by rule: {other:?}"),
    }
}

pub fn person(tx: &Tx<'_>, by: &Actor, given: &str, family: &str) -> Result<Id<Person>> {
    people::add_person(tx, by, &NewPerson { title_form: TitleForm::Female, ..NewPerson::new(given, family) })
}

fn town(tx: &Tx<'_>, by: &Actor, name: &str, ags: &str) -> Result<(Id<Organisation>, Id<Post>)> {
    let territory = people::add_territory(
        tx,
        by,
        &NewTerritory {
            ags: Some(ags.into()),
            level: TerritoryLevel::Municipality,
            name: name.into(),
            parent: None,
            from: day("1972-01-01"),
        },
    )?;
    let town = people::add_organisation(
        tx,
        by,
        &NewOrganisation {
            territory: Some(territory),
            ..NewOrganisation::new(OrganisationKind::Municipality, name, day("1972-01-01"))
        },
    )?;
    let titles = PostTitles::new(
        "Gleichstellungsstelle",
        Some("Gleichstellungsbeauftragte"),
        Some("Gleichstellungsbeauftragter"),
    );
    let post = NewPost {
        mail: Some(format!("gleichstellung@{}.example.org", i18n::fold(name).replace(' ', "-"))),
        ..NewPost::new(town, titles, day("1990-01-01"))
    };
    Ok((town, people::add_post(tx, by, &post)?))
}

/// A network kept by a person.
pub fn network(tx: &Tx<'_>, name: &str, admin: Id<Person>, change: impl FnOnce(&mut BodyForm)) -> Result<Id<Body>> {
    let mut form = BodyForm::new(name);
    change(&mut form);
    let new = NewNetwork { slug: None, form, from: day("1990-01-01"), admin };
    Ok(networks::found_network(tx, &operator(), &new)?.network)
}

/// A body of a network.
pub fn body(
    tx: &Tx<'_>,
    by: &Actor,
    network: Id<Body>,
    kind: BodyKind,
    name: &str,
    change: impl FnOnce(&mut BodyForm),
) -> Result<Id<Body>> {
    let mut form = BodyForm::new(name);
    change(&mut form);
    networks::add_body(tx, by, &NewBody::new(network, kind, form, day("2000-01-01")))
}

/// A seat with somebody on it since a day.
pub fn seated(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    new: &NewSeat,
    occupant: Occupant,
    from: &str,
) -> Result<(Id<Seat>, Id<Occupancy>)> {
    let seat = networks::add_seat(tx, by, body, new)?;
    let held = networks::fill_seat(tx, by, &NewOccupancy::new(seat, occupant, day(from)))?;
    Ok((seat, held))
}

/// The world on both databases' clock: 23 November 2026.
pub fn world(fresh: &Fresh) -> World {
    fresh.db.write_now(build).unwrap()
}

fn build(tx: &Tx<'_>) -> Result<World> {
    let op = operator();
    for (ags, level, name) in [
        ("05", TerritoryLevel::Land, "Nordrhein-Westfalen"),
        ("05334", TerritoryLevel::District, "StädteRegion Aachen"),
        ("05358", TerritoryLevel::District, "Kreis Düren"),
    ] {
        people::add_territory(
            tx,
            &op,
            &NewTerritory { ags: Some(ags.into()), level, name: name.into(), parent: None, from: day("1946-08-23") },
        )?;
    }
    let ((aachen, post_aachen), (dueren, post_dueren), (eschweiler, post_eschweiler)) = (
        town(tx, &op, "Stadt Aachen", "05334002")?,
        town(tx, &op, "Stadt Düren", "05358008")?,
        town(tx, &op, "Stadt Eschweiler", "05334012")?,
    );
    let verein = people::add_organisation(
        tx,
        &op,
        &NewOrganisation::new(OrganisationKind::Association, "Frauen helfen e.V.", day("1985-01-01")),
    )?;
    let bund = people::add_organisation(
        tx,
        &op,
        &NewOrganisation::new(OrganisationKind::Association, "Regenbogenberatung", day("1999-01-01")),
    )?;
    let named = |given, family| person(tx, &op, given, family);
    let (anna, vera, dora, kora) =
        (named("Anna", "Albers")?, named("Vera", "Vogt")?, named("Dora", "Dahlke")?, named("Kora", "Krings")?);
    let (rosa, sina, olga, quinn, nora, uma) = (
        named("Rosa", "Roth")?,
        named("Sina", "Simons")?,
        named("Olga", "Offer")?,
        named("Quinn", "Quast")?,
        named("Nora", "Neu")?,
        named("Uma", "Ullrich")?,
    );
    let tenure_anna = people::appoint(
        tx,
        &op,
        &NewTenure {
            mail: Some("anna.albers@aachen.example.org".into()),
            ..NewTenure::holder(post_aachen, anna, day("2018-05-01"))
        },
    )?;
    people::appoint(tx, &op, &NewTenure::deputy(post_aachen, vera, day("2020-01-01")))?;
    let tenure_dora = people::appoint(tx, &op, &NewTenure::holder(post_dueren, dora, day("2015-01-01")))?;

    let rag = network(tx, "Regionale AG", kora, |f| (f.level, f.roster_level) = (Level::Public, Level::Public))?;
    let verband = network(tx, "Frauennetzwerk", kora, |f| f.level = Level::Public)?;
    let kept = network(tx, "Kommunales LSBTIQ-Netzwerk", kora, |f| {
        (f.level, f.sensitive, f.join_page) = (Level::Public, true, true)
    })?;
    let hidden = network(tx, "Runder Tisch Schutz", kora, |f| (f.sensitive, f.unlisted) = (true, true))?;
    let by = rights::load(tx, kora.raw(), tx.today(), None)?;

    let gma = body(tx, &by, rag, BodyKind::Committee, "Gender-Mainstreaming-Ausschuss", |f| {
        (f.level, f.roster_level) = (Level::Public, Level::Public)
    })?;
    let outside = body(tx, &by, rag, BodyKind::Outside, "Strukturpolitischer Ausschuss", |f| {
        (f.level, f.roster_level) = (Level::Public, Level::Public)
    })?;
    let open = body(tx, &by, verband, BodyKind::Committee, "Fachausschuss Digitalisierung", |f| {
        (f.level, f.open_to_non_members) = (Level::Public, true)
    })?;
    let kept_team =
        body(tx, &by, kept, BodyKind::LeadTeam, "Orga-Team", |f| (f.level, f.sensitive) = (Level::Public, true))?;
    let organ = networks::connect(tx, &by, &NewEdge::new(gma, EdgeKind::OrganOf, rag, day("2000-01-01")))?;

    let post_seat = NewSeat::new(SeatKind::Post, day("1990-01-01"));
    let (seat_aachen, occupancy_aachen) = seated(tx, &by, rag, &post_seat, Occupant::Post(post_aachen), "1992-01-01")?;
    let (seat_dueren, _) = seated(tx, &by, rag, &post_seat, Occupant::Post(post_dueren), "1992-01-01")?;
    let (seat_eschweiler, _) = seated(tx, &by, rag, &post_seat, Occupant::Post(post_eschweiler), "1992-01-01")?;
    let elected = networks::add_seat(tx, &by, gma, &NewSeat::elected(24, Eligibility::Post, day("2000-01-01")))?;
    let occupancy_elected = networks::fill_seat(
        tx,
        &by,
        &NewOccupancy::new(elected, Occupant::person_by_post(anna, post_aachen), day("2025-03-10")),
    )?;
    let (chair, _) = seated(
        tx,
        &by,
        rag,
        &NewSeat::office(Office::Chair, SeatKind::Elected, day("2000-01-01")),
        Occupant::person_by_post(anna, post_aachen),
        "2023-01-01",
    )?;
    let delegate = networks::add_seat(tx, &by, outside, &NewSeat::delegated(gma, Voice::Advisory, day("2010-01-01")))?;
    let occupancy_delegate = networks::fill_seat(
        tx,
        &by,
        &NewOccupancy::new(delegate, Occupant::person_by_post(anna, post_aachen), day("2025-04-01")),
    )?;
    let (born, _) = seated(
        tx,
        &by,
        verband,
        &NewSeat::new(SeatKind::ExOfficio, day("2000-01-01")),
        Occupant::Seat(chair),
        "2023-01-01",
    )?;
    let (seat_verein, occupancy_verein) = seated(
        tx,
        &by,
        verband,
        &NewSeat::new(SeatKind::Organisation, day("1993-01-01")),
        Occupant::Organisation(verein),
        "2002-01-01",
    )?;
    for (who, rank) in [(rosa, 1), (sina, 2)] {
        networks::name_representative(
            tx,
            &by,
            &NewRepresentative {
                occupancy: occupancy_verein,
                who: Deputed::Person(who),
                rank,
                from: day("2019-01-01"),
                until: Day::OPEN,
            },
        )?;
    }
    let personal = NewSeat::new(SeatKind::Personal, day("2000-01-01"));
    let (seat_olga, _) = seated(tx, &by, open, &personal, Occupant::person(olga), "2024-01-01")?;
    let (seat_quinn, occupancy_quinn) = seated(tx, &by, kept, &personal, Occupant::person(quinn), "2022-01-01")?;
    seated(tx, &by, kept, &personal, Occupant::person(anna), "2022-06-01")?;
    seated(
        tx,
        &by,
        kept,
        &NewSeat::new(SeatKind::Organisation, day("2000-01-01")),
        Occupant::Organisation(bund),
        "2022-01-01",
    )?;
    // The admin may not see her name, so she is invited and answers for herself.
    let team = networks::add_seat(tx, &by, kept_team, &personal)?;
    let asked = networks::fill_seat(
        tx,
        &by,
        &NewOccupancy::new(team, Occupant::person(quinn), day("2023-01-01")).status(Status::Invited),
    )?;
    networks::accept(tx, &rights::load(tx, quinn.raw(), tx.today(), None)?, asked)?;
    networks::confirm(tx, &by, asked)?;
    let (seat_uma, _) = seated(tx, &by, hidden, &personal, Occupant::person(uma), "2021-01-01")?;
    Ok(World {
        aachen,
        dueren,
        eschweiler,
        verein,
        bund,
        post_aachen,
        post_dueren,
        post_eschweiler,
        tenure_anna,
        tenure_dora,
        anna,
        vera,
        dora,
        kora,
        rosa,
        sina,
        olga,
        quinn,
        nora,
        uma,
        rag,
        gma,
        outside,
        verband,
        open,
        kept,
        kept_team,
        hidden,
        seat_aachen,
        seat_dueren,
        seat_eschweiler,
        elected,
        chair,
        delegate,
        seat_verein,
        born,
        seat_olga,
        seat_quinn,
        seat_uma,
        occupancy_aachen,
        occupancy_elected,
        occupancy_delegate,
        occupancy_verein,
        occupancy_quinn,
        organ,
    })
}
