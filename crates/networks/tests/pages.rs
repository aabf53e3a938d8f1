//! The overview pages through the router, as the public, members, members of another network and outsiders see them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;

use common::{World, act, day, world};
use db::Conn;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{Id, Lang, Result};
use networks::{Audience, Field};
use people::Person;
use testkit::{Fresh, sqlite};
use tower::ServiceExt;
use web::{Hooks, Outside, Signed, Site, router};

/// In these tests a session's token is the number of the person.
fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Ok(person) = token.parse::<Id<Person>>() else { return Ok(None) };
    let name = people::find_person(conn, person)?.name().full();
    Ok(Some(Signed {
        person: person.raw(),
        session: 1,
        name,
        initials: "XY".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: Some(conn.now()),
        shared_address: false,
        to_touch: false,
    }))
}

fn site(fresh: &Fresh) -> Site {
    let outside = Outside {
        base_url: "http://localhost:8080".into(),
        loopback: true,
        observe: true,
        proxies: web::Proxies::default(),
    };
    let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
    Site::build(fresh.db.clone(), vec![networks::slice()], outside, hooks, None).unwrap()
}

struct Seen {
    status: StatusCode,
    html: String,
    statements: u32,
}

impl Seen {
    #[track_caller]
    fn says(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.html.contains(word), "{word} is missing in:\n{}", self.main());
        }
        self
    }
    #[track_caller]
    fn hides(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.html.contains(word), "{word} is told in:\n{}", self.main());
        }
        self
    }
    fn main(&self) -> &str {
        self.html.split("<main").nth(1).unwrap_or(&self.html)
    }
}

fn get(site: &Site, person: Option<Id<Person>>, path: &str) -> Seen {
    let router = router(site).unwrap();
    let mut request = Request::get(path);
    if let Some(person) = person {
        request = request.header(header::COOKIE, format!("g-s={person}"));
    }
    let request = request.body(axum::body::Body::empty()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async move {
        let response = router.oneshot(request).await.unwrap();
        let status = response.status();
        let statements = response.headers().get("x-statements").map_or(0, |v| v.to_str().unwrap().parse().unwrap());
        let html = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        if status == StatusCode::OK {
            assert_eq!(html.matches("<h1").count(), 1, "one h1 on {path}");
            assert!(!html.contains("style="), "inline style on {path}");
        }
        Seen { status, html, statements }
    })
}

/// Opens a page that must be there.
#[track_caller]
fn seen(site: &Site, person: Option<Id<Person>>, path: &str) -> Seen {
    let page = get(site, person, path);
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.main());
    page
}

fn ready() -> (Fresh, World, Site) {
    let fresh = sqlite();
    let w = world(&fresh);
    let site = site(&fresh);
    (fresh, w, site)
}

#[test]
fn everybody_finds_the_networks_and_nobody_the_unlisted_one() {
    let (_fresh, w, site) = ready();
    let public = seen(&site, None, "/netzwerke");
    public.says(&[
        "Regionale AG",
        "Frauennetzwerk",
        "Kommunales LSBTIQ-Netzwerk",
        "2 Mitglieder",
        "Wer dazugehört, erfährt nur das Netzwerk.",
    ]);
    public.hides(&["Runder Tisch", "Ihre Netzwerke"]);
    let member = seen(&site, Some(w.anna), "/netzwerke");
    member.says(&["Ihre Netzwerke", "Vorsitz"]).hides(&["Runder Tisch"]);
    seen(&site, Some(w.uma), "/netzwerke").says(&["Runder Tisch Schutz"]);
    seen(&site, None, "/en/netzwerke").says(&["Networks", "/en/netzwerke/regionale-ag"]);
    seen(&site, None, "/netzwerke?ansicht=bild").says(&["<svg", "Bild als Tabelle lesen"]).hides(&["Runder Tisch"]);
    assert_eq!(get(&site, None, "/netzwerke/runder-tisch-schutz").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_network_shows_the_public_its_shape_but_no_name_without_consent() {
    let (fresh, w, site) = ready();
    let path = "/netzwerke/regionale-ag";
    let public = seen(&site, None, path);
    public.says(&[
        "So ist das Netzwerk aufgebaut",
        "Gender-Mainstreaming-Ausschuss",
        "Strukturpolitischer Ausschuss",
        "Wer für uns spricht",
        "Vorsitz",
        "Name nur für Mitglieder",
    ]);
    public.hides(&["Albers", "Dahlke", "Krings", "Was ist neu", "Wen Sie fragen können", "Stadt Aachen · "]);
    // Members see names, what is new and whom to ask.
    let member = seen(&site, Some(w.dora), path);
    member.says(&[
        "Anna Albers",
        "Was ist neu",
        "Sitze und Fristen",
        "unbesetzt",
        "Wen Sie fragen können",
        "Kora Krings",
        "Personen",
    ]);
    // A member of another network is no member here.
    seen(&site, Some(w.rosa), path).hides(&["Anna Albers", "Was ist neu"]);
    act(&fresh, w.anna, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Public, None)).unwrap();
    seen(&site, None, path).says(&["Anna Albers", "seit "]);
}

#[test]
fn a_sensitive_network_tells_outsiders_its_name_and_purpose_only() {
    let (fresh, w, site) = ready();
    act(&fresh, w.anna, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Public, None)).unwrap();
    let path = "/netzwerke/kommunales-lsbtiq-netzwerk";
    for reader in [None, Some(w.dora)] {
        let page = seen(&site, reader, path);
        page.says(&[
            "Kommunales LSBTIQ-Netzwerk",
            "Mitmachen",
            "Wer zum Netzwerk gehört, erfahren nur seine Mitglieder.",
        ]);
        page.hides(&[
            "Orga-Team",
            "Quinn",
            "Albers",
            "Regenbogenberatung",
            "<svg class=\"pic",
            "<dl class=\"facts",
            "/mitglieder",
            "/gremien",
            "/bild",
            "Koordination<",
        ]);
        for (part, status) in [
            ("/gremien", StatusCode::NOT_FOUND),
            ("/bild", StatusCode::NOT_FOUND),
            ("/gremien/orga-team", StatusCode::NOT_FOUND),
            ("/mitglieder", StatusCode::FORBIDDEN),
        ] {
            let page = get(&site, reader, &format!("{path}{part}"));
            assert_eq!(page.status, status, "{part}");
            page.hides(&["Quinn", "Albers", "Regenbogenberatung"]);
        }
    }
    // Members see each other by consent for this very network only.
    let member = seen(&site, Some(w.quinn), &format!("{path}/mitglieder"));
    member
        .says(&["Quinn Quast", "Regenbogenberatung", "Dazu kommt ein Mitglied, dessen Name nicht freigegeben ist."])
        .hides(&["Anna Albers", "Stadt Aachen", "05334"]);
}

#[test]
fn bodies_show_seats_terms_and_who_sends() {
    let (_fresh, w, site) = ready();
    seen(&site, None, "/netzwerke/regionale-ag/gremien").says(&[
        "Eigene Gremien",
        "Gender-Mainstreaming-Ausschuss",
        "Gremien anderer",
        "1 gewähltes Mitglied",
    ]);
    let gma = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    let public = seen(&site, None, gma);
    public.says(&[
        "Organ von",
        "Regionale AG",
        "gewählt",
        "10. März 2025",
        "9. März 2027",
        "noch 3 Monate",
        "2 Jahre",
        "Von hier entsandt",
        "Strukturpolitischer Ausschuss",
        "Amtszeiten",
    ]);
    public.hides(&["Albers"]);
    seen(&site, Some(w.dora), gma).says(&["Anna Albers"]);
    seen(&site, Some(w.rosa), gma).hides(&["Albers"]);
    let outside = seen(&site, Some(w.dora), "/netzwerke/regionale-ag/gremien/strukturpolitischer-ausschuss");
    outside.says(&["entsandt von Gender-Mainstreaming-Ausschuss", "beratend", "Anna Albers"]);
    // Whose seats are for members is told, not shown.
    let open = seen(&site, None, "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung");
    open.says(&["Offen auch ohne Mitgliedschaft", "Diesen Bereich sehen nur Mitglieder von Frauennetzwerk."])
        .hides(&["Olga"]);
    seen(&site, Some(w.olga), "/netzwerke/frauennetzwerk/gremien/fachausschuss-digitalisierung").says(&["Olga Offer"]);
    assert_eq!(get(&site, None, "/netzwerke/regionale-ag/gremien/gibt-es-nicht").status, StatusCode::NOT_FOUND);
}

#[test]
fn members_stand_with_who_represents_them() {
    let (_fresh, w, site) = ready();
    let path = "/netzwerke/regionale-ag/mitglieder";
    let public = seen(&site, None, path);
    public
        .says(&[
            "Stadt Aachen",
            "Stadt Eschweiler",
            "StädteRegion Aachen",
            "Kreis Düren",
            "unbesetzt",
            "eine Stelle unbesetzt",
        ])
        .hides(&["Albers"]);
    seen(&site, Some(w.dora), path).says(&[
        "Anna Albers",
        "Vera Vogt",
        "in Vertretung",
        "Gleichstellungs\u{ad}beauftragte",
    ]);
    seen(&site, None, &format!("{path}?gruppe=05358")).says(&["Stadt Düren", "selected"]).hides(&[">Stadt Aachen<"]);
    seen(&site, None, &format!("{path}?gruppe=05111")).says(&["Nichts gefunden.", "Filter zurücksetzen"]);
    seen(&site, Some(w.kora), "/netzwerke/frauennetzwerk/mitglieder").says(&[
        "Frauen helfen e.V.",
        "Rosa Roth",
        "Sina Simons",
    ]);
    let locked = get(&site, None, "/netzwerke/frauennetzwerk/mitglieder");
    assert_eq!(locked.status, StatusCode::FORBIDDEN);
    locked.says(&["Diesen Bereich sehen nur Mitglieder"]).hides(&["Frauen helfen", "Roth"]);
}

#[test]
fn the_picture_knows_the_past_the_ways_and_one_body_alone() {
    let (_fresh, w, site) = ready();
    let path = "/netzwerke/regionale-ag/bild";
    let page = seen(&site, Some(w.dora), path);
    page.says(&[
        "Übersicht als Bild",
        "?stand=2023-12-31",
        "Wer entsendet wen",
        "Der Weg nach Strukturpolitischer Ausschuss",
        "Amtszeiten: Gender-Mainstreaming-Ausschuss",
        "Bild als Tabelle lesen",
    ]);
    let past = seen(&site, Some(w.dora), &format!("{path}?stand=2016-12-31"));
    past.says(&["31. Dezember 2016", "Stand:"]);
    let near = seen(&site, Some(w.dora), &format!("{path}?fokus=strukturpolitischer-ausschuss"));
    near.says(&["Strukturpolitischer Ausschuss"]);
    assert!(
        near.html.matches("data-mark").count() < page.html.matches("data-mark").count(),
        "the focus leaves boxes out"
    );
    seen(&site, None, path).hides(&["Albers"]);
}

#[test]
fn an_earlier_day_moves_facts_and_not_rights() {
    let (fresh, w, site) = ready();
    let rag = w.rag;
    act(&fresh, w.kora, move |tx, by| {
        let version = networks::find_body(tx, by, rag)?.version;
        networks::rename_body(tx, by, rag, version, "RAG Gleichstellung", day("2026-01-01"))
    })
    .unwrap();
    let path = "/netzwerke/regionale-ag";
    seen(&site, None, path).says(&["RAG Gleichstellung"]);
    let then = seen(&site, None, &format!("{path}?stand=2020-06-30"));
    then.says(&["Regionale AG", "Stand: 30. Juni 2020", "/netzwerke/regionale-ag/gremien?stand=2020-06-30"])
        .hides(&["Albers"]);
    // The chair is held since 2023: on that day nobody had it.
    then.says(&["Vorsitz", "<p class=\"sm mute\">unbesetzt</p>"]);
    let before = seen(&site, None, &format!("{path}?stand=1980-01-01"));
    before.says(&["Am 1. Januar 1980 gab es", "Zurück zu heute"]);
    assert_eq!(get(&site, None, &format!("{path}?stand=2020-02-30")).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_broken_delegation_is_told_in_the_list_of_seats_sent_into() {
    let (fresh, w, site) = ready();
    let path = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    let broken = "unterbrochen: ohne Sitz im entsendenden Gremium";
    seen(&site, Some(w.dora), path).says(&["Von hier entsandt"]).hides(&[broken]);
    act(&fresh, w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, w.occupancy_elected, by.day.unwrap(), networks::EndReason::Eligibility)
    })
    .unwrap();
    seen(&site, Some(w.dora), path).says(&["Von hier entsandt", broken]);
}

#[test]
fn pages_ask_few_questions_whatever_their_size() {
    let (_fresh, w, site) = ready();
    // What is pinned is the number for the public and for a member; it must not depend on how many rows there are.
    let pinned = [
        ("/netzwerke", 4, 7),
        ("/netzwerke/regionale-ag", 11, 22),
        ("/netzwerke/regionale-ag/bild", 13, 16),
        ("/netzwerke/regionale-ag/gremien", 9, 12),
        ("/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss", 14, 17),
        ("/netzwerke/regionale-ag/mitglieder", 7, 10),
    ];
    let counted: Vec<(&str, u32, u32)> = pinned
        .iter()
        .map(|(path, _, _)| (*path, seen(&site, None, path).statements, seen(&site, Some(w.dora), path).statements))
        .collect();
    assert_eq!(counted, pinned);
}

#[test]
fn both_databases_give_the_same_pages() {
    let Some(other) = testkit::postgres() else { return };
    let (_fresh, w, site) = ready();
    let theirs = world(&other);
    let other_site = self::site(&other);
    // Numbers differ from one world to the other, words do not.
    let words = |page: &Seen| page.html.split(|c: char| c.is_ascii_digit()).collect::<Vec<_>>().join("");
    for path in PATHS {
        for (mine, their) in [
            (None, None),
            (Some(w.dora), Some(theirs.dora)),
            (Some(w.quinn), Some(theirs.quinn)),
            (Some(w.kora), Some(theirs.kora)),
        ] {
            let (one, two) = (get(&site, mine, path), get(&other_site, their, path));
            assert_eq!(one.status, two.status, "{path}");
            assert_eq!(words(&one), words(&two), "{path}");
        }
    }
}

const PATHS: [&str; 11] = [
    "/netzwerke",
    "/netzwerke?ansicht=bild",
    "/netzwerke/regionale-ag",
    "/netzwerke/regionale-ag?stand=2019-06-30",
    "/netzwerke/regionale-ag/bild",
    "/netzwerke/regionale-ag/gremien",
    "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss",
    "/netzwerke/regionale-ag/mitglieder",
    "/netzwerke/frauennetzwerk/mitglieder",
    "/netzwerke/kommunales-lsbtiq-netzwerk",
    "/netzwerke/kommunales-lsbtiq-netzwerk/mitglieder",
];
