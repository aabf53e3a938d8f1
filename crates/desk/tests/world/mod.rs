//! A small world built through public verbs: two networks, a committee that is open and elects, a successor missing.

use db::{Conn, Tx};
use kernel::{Actor, Day, Id, Lang, Level, Office, Result};
use networks::{
    Body, BodyForm, BodyKind, Deputed, EdgeKind, Eligibility, NewBody, NewEdge, NewNetwork, NewOccupancy, NewSeat,
    NewSubstitute, Occupant, Reach, Seat, SeatKind, Status, accept, add_body, add_seat, connect, fill_seat,
    found_network, name_substitute,
};
use people::{
    NewAbsence, NewOrganisation, NewPerson, NewPost, NewTenure, OrganisationKind, Person, Post, PostTitles,
    add_organisation, add_person, add_post, appoint, note_absence,
};
use testkit::Fresh;
use web::{Card, Hooks, Kind, Outside, Signed, Site, Slice, Viewer};

/// Who lives in it.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// Officer of Aachen: member of the region's network by her post, elected into its committee, substitute of the chair.
    pub mira: Id<Person>,
    /// Coordinates the region's network.
    pub berit: Id<Person>,
    /// Chairs the committee, and is away.
    pub ina: Id<Person>,
    /// Is put forward for a seat and belongs nowhere yet.
    pub nia: Id<Person>,
    /// Belongs to the network of the Land and has no office.
    pub jo: Id<Person>,
    /// Mira's seat in the committee.
    pub elected: Id<Seat>,
}

fn day(text: &str) -> Day {
    Day::literal(text)
}

fn actor(tx: &Tx<'_>, person: Id<Person>) -> Result<Actor> {
    rights::load(tx, person.raw(), tx.today(), None)
}

fn post(tx: &Tx<'_>, by: &Actor, town: &str) -> Result<Id<Post>> {
    let since = day("1995-01-01");
    let organisation = add_organisation(tx, by, &NewOrganisation::new(OrganisationKind::Municipality, town, since))?;
    let titles = PostTitles::new(
        "Gleichstellungsstelle",
        Some("Gleichstellungsbeauftragte"),
        Some("Gleichstellungsbeauftragter"),
    );
    add_post(tx, by, &NewPost::new(organisation, titles, since))
}

fn region() -> BodyForm {
    let mut form = BodyForm::new("Regionale Arbeitsgemeinschaft Aachen");
    form.short_name = Some("RAG".into());
    form.name_en = Some("Regional working group Aachen".into());
    form.purpose = "Wir bringen Gleichstellung in die Region. Seit vielen Jahren.".into();
    form.rhythm = Some("vier Treffen im Jahr".into());
    (form.hue, form.level, form.roster_level, form.join_page) = (2, Level::Public, Level::Network, true);
    form
}

/// Builds it in November 2026 and leaves the clock at noon of the 23rd.
pub fn build(fresh: &Fresh) -> World {
    fresh.clock.set(day("2026-10-01").at(12, 0));
    let world = fresh.db.write_now(old).unwrap();
    fresh.clock.set(day("2026-11-20").at(9, 0));
    fresh.db.write_now(move |tx| recent(tx, &world)).unwrap();
    fresh.clock.set(day("2026-11-23").at(12, 0));
    world
}

fn old(tx: &Tx<'_>) -> Result<World> {
    let op = Actor { operator: true, ..Actor::default() };
    let person = |given: &str, family: &str| add_person(tx, &op, &NewPerson::new(given, family));
    let (mira, berit, ina, nia) =
        (person("Mira", "Kowalski")?, person("Berit", "Beispiel")?, person("Ina", "Muster")?, person("Nia", "Neu")?);
    let (aachen, dueren, stolberg) =
        (post(tx, &op, "Stadt Aachen")?, post(tx, &op, "Stadt Düren")?, post(tx, &op, "Stadt Stolberg")?);
    appoint(tx, &op, &NewTenure::holder(aachen, mira, day("2019-04-01")))?;
    appoint(tx, &op, &NewTenure::holder(dueren, ina, day("2010-01-01")).until(day("2026-09-01")))?;
    appoint(tx, &op, &NewTenure::holder(stolberg, ina, day("2026-09-01")))?;
    let since = day("1994-03-08");
    let rag =
        found_network(tx, &op, &NewNetwork { slug: Some("rag".into()), form: region(), from: since, admin: berit })?
            .network;
    let by = actor(tx, berit)?;
    for holder in [aachen, dueren, stolberg] {
        let seat = add_seat(tx, &by, rag, &NewSeat::new(SeatKind::Post, since))?;
        fill_seat(tx, &by, &NewOccupancy::new(seat, Occupant::Post(holder), day("2000-01-01")))?;
    }
    let mut form = BodyForm::new("Gender-Mainstreaming-Ausschuss");
    form.short_name = Some("GMA".into());
    form.purpose = "Wir tragen Gleichstellung in die Gremien der Region.".into();
    (form.hue, form.level, form.roster_level, form.open_to_non_members) = (2, Level::Public, Level::Network, true);
    let gma = add_body(tx, &by, &NewBody::new(rag, BodyKind::Committee, form, since))?;
    connect(tx, &by, &NewEdge::new(gma, EdgeKind::OrganOf, rag, since))?;
    let elected = add_seat(tx, &by, gma, &NewSeat::elected(24, Eligibility::Post, since))?;
    fill_seat(tx, &by, &NewOccupancy::new(elected, Occupant::person_by_post(mira, aachen), day("2025-03-01")))?;
    let chair = add_seat(tx, &by, gma, &NewSeat::office(Office::Chair, SeatKind::Elected, since))?;
    fill_seat(
        tx,
        &by,
        &NewOccupancy::new(chair, Occupant::person(ina), day("2025-03-01")).term_end(day("2028-03-01")),
    )?;
    name_substitute(
        tx,
        &by,
        &NewSubstitute {
            body: gma,
            seat: Some(chair),
            who: Deputed::Person(mira),
            rank: 1,
            moves_up: false,
            from: day("2025-03-01"),
            until: Day::OPEN,
        },
    )?;
    let jo = person("Jo", "Muster")?;
    second_network(tx, &op, [mira, jo], rag)?;
    Ok(World { mira, berit, ina, nia, jo, elected })
}

/// A network of the Land whose seats nobody but members sees, and one that is unlisted.
fn second_network(tx: &Tx<'_>, op: &Actor, [mira, jo]: [Id<Person>; 2], rag: Id<Body>) -> Result<()> {
    let since = day("1989-01-01");
    let mut form = BodyForm::new("Landesarbeitsgemeinschaft NRW");
    form.short_name = Some("LAG NRW".into());
    form.purpose = "Das Forum der kommunalen Gleichstellung im Land.".into();
    (form.reach, form.hue, form.level, form.roster_level) = (Reach::Land, 1, Level::Public, Level::Public);
    let lag = found_network(tx, op, &NewNetwork { slug: Some("lag".into()), form, from: since, admin: mira })?.network;
    let by = actor(tx, mira)?;
    let seat = add_seat(tx, &by, lag, &NewSeat::new(SeatKind::Personal, since))?;
    fill_seat(tx, &by, &NewOccupancy::new(seat, Occupant::person(jo), day("2020-01-01")))?;
    let mut hidden = BodyForm::new("Verborgener Kreis");
    (hidden.sensitive, hidden.unlisted) = (true, true);
    let other = add_person(tx, op, &NewPerson::new("Uli", "Verborgen"))?;
    found_network(tx, op, &NewNetwork { slug: Some("verborgen".into()), form: hidden, from: since, admin: other })?;
    // Whoever keeps one end may connect it.
    connect(tx, &by, &NewEdge::new(lag, EdgeKind::CooperatesWith, rag, since)).map(drop)
}

fn recent(tx: &Tx<'_>, world: &World) -> Result<()> {
    let by = actor(tx, world.berit)?;
    note_absence(
        tx,
        &actor(tx, world.ina)?,
        &NewAbsence { person: world.ina, tenure: None, from: day("2026-11-15"), until: day("2027-02-01") },
    )?;
    let rag = networks::find_network(tx, &by, "rag")?;
    let gma = networks::list_bodies(tx, &by, rag.id, tx.today())?.remove(0);
    let seat = add_seat(tx, &by, gma.id, &NewSeat::elected(24, Eligibility::None, day("2026-11-20")))?;
    let asked = fill_seat(
        tx,
        &by,
        &NewOccupancy::new(seat, Occupant::person(world.nia), day("2027-01-01")).status(Status::Nominated),
    )?;
    let guest = add_seat(tx, &by, gma.id, &NewSeat::new(SeatKind::Guest, day("2026-11-20")))?;
    let invited = fill_seat(
        tx,
        &by,
        &NewOccupancy::new(guest, Occupant::person(world.mira), day("2026-12-01")).status(Status::Invited),
    )?;
    // Accepted already: nothing waits for her, and the other has not answered.
    accept(tx, &actor(tx, world.mira)?, invited)?;
    networks::find_occupancy(tx, &by, asked).map(drop)
}

/// Mira's time in Aachen ends by the calendar, three days ago, without a handover.
pub fn leave_aachen(fresh: &Fresh, mira: Id<Person>) {
    fresh
        .db
        .write_now(move |tx| {
            let op = Actor { operator: true, ..Actor::default() };
            let tenure = people::list_tenures_of_person(tx, mira)?.remove(0);
            people::end_tenure(tx, &op, tenure.id, day("2026-11-20"))
        })
        .unwrap();
}

/// Mira's post in Aachen passes to Nia on 1 December.
pub fn follows(fresh: &Fresh, mira: Id<Person>, nia: Id<Person>) {
    fresh
        .db
        .write_now(move |tx| {
            let op = Actor { operator: true, ..Actor::default() };
            let tenure = people::list_tenures_of_person(tx, mira)?.remove(0);
            people::end_tenure(tx, &op, tenure.id, day("2026-12-01"))?;
            appoint(tx, &op, &NewTenure::holder(tenure.post, nia, day("2026-12-01"))).map(drop)
        })
        .unwrap();
}

/// And she comes back.
pub fn return_to_aachen(fresh: &Fresh, mira: Id<Person>) {
    fresh
        .db
        .write_now(move |tx| {
            let op = Actor { operator: true, ..Actor::default() };
            let tenure = people::list_tenures_of_person(tx, mira)?.remove(0);
            appoint(tx, &op, &NewTenure::holder(tenure.post, mira, day("2026-11-23"))).map(drop)
        })
        .unwrap();
}

fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Ok(person) = token.parse::<i64>() else { return Ok(None) };
    let name = people::find_person(conn, Id::new(person))?.name().full();
    Ok(Some(Signed {
        person,
        session: 1,
        initials: "XX".into(),
        name,
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: Some(conn.now()),
        shared_address: false,
        to_touch: false,
    }))
}

fn cards(conn: &Conn, viewer: &Viewer, ids: &[i64]) -> Result<Vec<Card>> {
    let ids: Vec<Id<Body>> = ids.iter().map(|id| Id::new(*id)).collect();
    let bodies = networks::list_bodies_by_id(conn, &viewer.actor, &ids)?;
    Ok(bodies
        .into_iter()
        .map(|b| Card {
            id: b.id.raw(),
            kind: "body",
            title: b.name.clone(),
            detail: String::new(),
            url: format!("/b/{}", b.id),
            icon: "network",
            hue: b.hue,
        })
        .collect())
}

static KINDS: [Kind; 1] =
    [Kind { name: "body", label: |_| "Gremien", cards, document: |_, _| Ok(None), every: |_| Ok(Vec::new()) }];

/// The house with the desk, and a kind that shows bodies.
pub fn site(fresh: &Fresh) -> Site {
    site_with(fresh, |_| Ok(None), None)
}

/// The same with a set-up that waits, or as a demo.
pub fn site_with(fresh: &Fresh, set_up: fn(&Conn) -> Result<Option<String>>, demo: Option<web::DemoBar>) -> Site {
    let bodies = Slice { kinds: &KINDS, ..Slice::new("bodies", web::Routes::new) };
    let outside = Outside {
        base_url: "http://localhost:8080".into(),
        loopback: true,
        observe: true,
        proxies: web::Proxies::default(),
    };
    let hooks = Hooks { who, touch: |_, _| Ok(()), set_up };
    Site::build(fresh.db.clone(), vec![bodies, desk::slice()], outside, hooks, demo).unwrap()
}
