//! Persons, seats and organisations through the router, for everybody who might look; and what search finds of them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, day, operate};
use house::{House, house, houses};
use kernel::{Level, Result};
use networks::{Audience, EndReason, Field};

const RAG: &str = "/netzwerke/regionale-ag/personen";
const KEPT: &str = "/netzwerke/kommunales-lsbtiq-netzwerk/personen";

#[test]
fn the_list_of_persons_is_for_members() {
    let h = house();
    let page = h.get(Some(h.w.dora), RAG);
    page.is(200).says(&[
        "Albers, Anna",
        "Dahlke, Dora",
        "Vogt, Vera",
        "(in Vertretung)",
        "Gleichstellungsbeauftragte",
        "Stadt Aachen",
        "Vorsitz",
        "gewähltes Mitglied, Gender-Mainstreaming-Ausschuss",
        "noch 3 Monate",
    ]);
    page.says(&[
        "gleichstellung@stadt-aachen.example.org",
        "<span class=\"pill i1\">Sie</span>",
        "data-label=\"Seit\"",
        "data-label=\"Rolle\"",
    ]);
    // Her own official address is hers to release.
    page.hides(&["anna.albers@aachen.example.org", "Rosa", "Quinn"]);
    let (a, d, v) = (
        page.html.find("Albers, Anna").unwrap(),
        page.html.find("Dahlke, Dora").unwrap(),
        page.html.find("Vogt, Vera").unwrap(),
    );
    assert!(a < d && d < v, "by family name");
    // The seat nobody sits on, with the mailbox that stays.
    page.says(&["Unbesetzte Sitze", "Stadt Eschweiler", "gleichstellung@stadt-eschweiler.example.org"]);
    assert_eq!(h.get(None, RAG).is(303).location(), "/anmelden?weiter=%2Fnetzwerke%2Fregionale-ag%2Fpersonen");
    h.get(Some(h.w.rosa), RAG)
        .is(403)
        .says(&["Diesen Bereich sehen nur Mitglieder von Regionale AG."])
        .hides(&["Albers", "Eschweiler"]);
    h.get(Some(h.w.rosa), "/netzwerke/runder-tisch-schutz/personen")
        .is(404)
        .hides(&["Runder Tisch", "nur Mitglieder von"]);
    h.consents(h.w.anna, Field::OfficeMail, Audience::Network, Some(h.w.rag));
    h.get(Some(h.w.dora), RAG).says(&["anna.albers@aachen.example.org"]);
}

#[test]
fn persons_are_filtered_by_role_place_topic_and_term() {
    let h = house();
    let anna = h.w.anna;
    let topic = operate(&h.fresh, |tx, by| {
        networks::add_topic(tx, by, "strukturwandel", "Strukturwandel", "Structural change")
    })
    .unwrap();
    act(&h.fresh, anna, move |tx, by| networks::set_own_topics(tx, by, &[topic])).unwrap();
    let all = |query: &str| h.get(Some(h.w.dora), &format!("{RAG}?{query}"));
    all("rolle=gewaehlt").says(&["Albers", "Eine Person gefunden"]).hides(&["Dahlke, Dora", "Unbesetzte Sitze"]);
    all("rolle=vertretung").says(&["Vogt"]).hides(&["Albers, Anna"]);
    all("gebiet=Kreis+D%C3%BCren").says(&["Dahlke"]).hides(&["Albers, Anna"]);
    all("zeit=endet").says(&["Albers"]).hides(&["Dahlke, Dora"]);
    all("zeit=unbesetzt").says(&["Stadt Eschweiler", "unbesetzt"]).hides(&["Albers, Anna"]);
    all("wort=dueren").is(200).says(&["Keine Person passt zu diesem Filter.", "Filter zurücksetzen"]);
    all("wort=D%C3%BCren").says(&["Dahlke"]).hides(&["Albers, Anna"]);
    // Topics are told by consent alone, and so is the filter.
    all("").hides(&["Strukturwandel"]);
    all(&format!("thema={topic}")).says(&["Keine Person passt"]);
    h.consents(anna, Field::Topics, Audience::AllNetworks, None);
    all(&format!("thema={topic}")).says(&["Albers", "Strukturwandel"]).hides(&["Dahlke, Dora"]);
    all("rolle=%3Cscript%3E&gebiet=%27&thema=x&zeit=y").is(200).hides(&["<script>alert", "rolle\" value=\"<"]);
}

#[test]
fn a_sensitive_network_names_only_who_agreed_there() {
    let h = house();
    h.consents(h.w.anna, Field::Name, Audience::Public, None);
    let page = h.get(Some(h.w.quinn), KEPT);
    page.is(200)
        .says(&[
            "Quast, Quinn",
            "Wer hier dabei ist, bleibt in diesem Netzwerk.",
            "2 Personen haben ihren Namen hier nicht freigegeben.",
        ])
        .hides(&["Albers", "Krings"]);
    h.consents(h.w.anna, Field::Name, Audience::Network, Some(h.w.kept));
    h.get(Some(h.w.quinn), KEPT).says(&["Albers, Anna", "Eine Person hat ihren Namen"]);
    h.get(Some(h.w.dora), KEPT).is(403).hides(&["Quast", "Albers"]);
}

#[test]
fn a_person_is_seen_as_far_as_she_lets_herself_be_seen() {
    let h = house();
    let path = format!("/personen/{}", h.w.anna);
    for reader in [None, Some(h.w.nora), Some(h.w.uma), Some(h.w.quinn)] {
        h.get(reader, &path).is(404).hides(&["Albers"]);
    }
    h.get(None, "/personen/12345").is(404);
    h.get(None, "/personen/abc").is(404);
    let member = h.get(Some(h.w.dora), &path);
    member.is(200).says(&[
        "Anna Albers",
        "Gleichstellungsbeauftragte",
        "Stadt Aachen",
        "Regionale AG",
        "geht auf Nachfolge über",
        "Gender-Mainstreaming-Ausschuss",
        "gewählt bis 9. März 2027",
        "noch 3 Monate",
        "Postfach der Stelle",
    ]);
    // Neither the sensitive network nor one the reader is not of, nor contact that was not released.
    member.hides(&["LSBTIQ", "Frauennetzwerk", "anna.albers@", "Das ist Ihre Seite"]);
    h.consents(h.w.anna, Field::Name, Audience::Public, None);
    let public = h.get(None, &path);
    public
        .is(200)
        .says(&["Anna Albers", "Regionale AG", "<meta name=\"description\"", "Strukturpolitischer Ausschuss"])
        .hides(&["LSBTIQ", "Frauennetzwerk", "anna.albers@", "noindex"]);
    h.consents(h.w.anna, Field::OfficeMail, Audience::Public, None);
    h.get(None, &path).says(&["anna.albers@aachen.example.org"]);
    // Herself: everything, with the way to change what others see.
    h.get(Some(h.w.anna), &path).says(&["Das ist Ihre Seite.", "/konto/freigaben", "LSBTIQ", "Frauennetzwerk"]);
    h.get(None, &format!("/en{path}")).is(200).says(&["elected until", "Post today"]);
}

#[test]
fn consent_withdrawn_and_the_next_request_is_without_the_name() {
    let h = house();
    let (anna, person, chair) = (h.w.anna, format!("/personen/{}", h.w.anna), format!("/sitze/{}", h.w.chair));
    let given =
        act(&h.fresh, anna, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Public, None)).unwrap();
    for _ in 0..2 {
        h.get(None, &person).is(200);
        h.get(None, &chair).says(&["Anna Albers"]);
    }
    act(&h.fresh, anna, move |tx, by| networks::withdraw_consent(tx, by, given)).unwrap();
    h.get(None, &person).is(404).hides(&["Albers"]);
    h.get(None, &chair).is(200).hides(&["Albers"]);
}

#[test]
fn a_seat_says_to_whom_it_belongs_and_who_sat_there() {
    let h = house();
    let post = h.get(Some(h.w.dora), &format!("/sitze/{}", h.w.seat_aachen));
    post.is(200).says(&[
        "Dieser Sitz gehört zur Stelle. Er geht auf die Nachfolge über.",
        "Anna Albers",
        "Vera Vogt",
        "Stellvertretung der Stelle",
        "Was geschieht, wenn …",
        "Der Sitz geht an die Stellvertretung, dann an die Nachfolge.",
        "stimmberechtigt",
    ]);
    // Who held the post before 2018 is not known, so nothing is said of that time.
    post.hides(&["class=\"gone\""]);
    let elected = h.get(Some(h.w.dora), &format!("/sitze/{}", h.w.elected));
    elected.says(&[
        "wird durch Wahl besetzt",
        "gewählt bis 9. März 2027",
        "2 Jahre",
        "Die Person bleibt bis zur Neuwahl.",
        "Das Mandat endet. Für den Rest der Amtszeit wird nachgewählt.",
    ]);
    h.get(None, &format!("/sitze/{}", h.w.elected))
        .is(200)
        .says(&["Name nur für Mitglieder", "Gender-Mainstreaming-Ausschuss"])
        .hides(&["Albers", "Stadt Aachen"]);
    let vacant = h.get(None, &format!("/sitze/{}", h.w.seat_eschweiler));
    vacant.is(200).says(&["unbesetzt", "mailto:gleichstellung@stadt-eschweiler.example.org", "Stadt Eschweiler"]);
    h.get(None, &format!("/sitze/{}", h.w.delegate)).says(&[
        "In diesen Sitz entsendet Gender-Mainstreaming-Ausschuss.",
        "beratend",
        "Das entsendende Gremium entscheidet.",
    ]);
    let born = h.get(Some(h.w.rosa), &format!("/sitze/{}", h.w.born));
    born.is(200).says(&[
        "Dieser Sitz folgt einem anderen Amt.",
        "Folgt dem Sitz",
        "Vorsitz, Regionale AG",
        "Anna Albers",
    ]);
    let verein = h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_verein));
    verein.says(&[
        "Sie benennt, wer für sie spricht.",
        "Rosa Roth",
        "zweite Kontaktperson",
        "Die zweite Kontaktperson der Organisation handelt.",
    ]);
    for (seat, reader) in [
        (h.w.seat_quinn, Some(h.w.dora)),
        (h.w.seat_quinn, None),
        (h.w.seat_uma, Some(h.w.anna)),
        (h.w.seat_verein, None),
        (h.w.seat_olga, Some(h.w.dora)),
    ] {
        h.get(reader, &format!("/sitze/{seat}")).is(404).hides(&["Quast", "Ullrich", "Roth", "Offer"]);
    }
}

#[test]
fn an_earlier_day_shows_who_sat_there_then() {
    let h = house();
    let (elected, occupancy) = (h.w.elected, h.w.occupancy_elected);
    act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_occupancy(tx, by, occupancy, day("2026-06-01"), EndReason::Resignation)
    })
    .unwrap();
    let path = format!("/sitze/{elected}");
    h.get(Some(h.w.dora), &path).says(&[
        "Dieser Sitz ist seit 1. Juni 2026 unbesetzt.",
        "niedergelegt",
        "10. März 2025 bis 31. Mai 2026",
        "class=\"gone\"",
        "Amtszeiten als Bild",
        "Bild als Tabelle lesen",
    ]);
    let then = h.get(Some(h.w.dora), &format!("{path}?stand=2026-01-15"));
    then.is(200)
        .says(&["Stand: 15. Januar 2026", "Anna Albers", "class=\"now\""])
        .hides(&["seit 1. Juni 2026 unbesetzt", "niedergelegt"]);
    h.get(None, &format!("{path}?stand=2026-01-15")).is(200).hides(&["Albers"]);
    h.get(Some(h.w.dora), &format!("{path}?stand=1999-01-01"))
        .is(200)
        .says(&["Diesen Sitz gibt es erst ab 1. Januar 2000."]);
    h.get(Some(h.w.dora), &format!("{path}?stand=2026-02-30")).is(422);
    // Before she held the post.
    let before = h.get(Some(h.w.dora), &format!("/organisationen/{}?stand=2017-01-01", h.w.aachen));
    before.is(200).says(&["unbesetzt", "?stand=2017-01-01"]).hides(&["Albers"]);
}

#[test]
fn an_organisation_shows_where_it_takes_part_but_never_in_a_sensitive_network() {
    let h = house();
    let path = format!("/organisationen/{}", h.w.aachen);
    let public = h.get(None, &path);
    public.is(200).says(&[
        "Stadt Aachen",
        "Regionale AG",
        "Gleichstellungsstelle",
        "StädteRegion Aachen",
        "in einem Netzwerk",
        "&#60;iframe src=",
        "/einbetten",
    ]);
    public.hides(&["Albers", "Frauennetzwerk", "LSBTIQ"]);
    let member = h.get(Some(h.w.dora), &path);
    member.says(&["Anna Albers", "Vera Vogt", "Gender-Mainstreaming-Ausschuss", "gewähltes Mitglied", "noch 3 Monate"]);
    h.get(Some(h.w.dora), &format!("/organisationen/{}", h.w.eschweiler))
        .says(&["unbesetzt", "gleichstellung@stadt-eschweiler.example.org"]);
    let bund = format!("/organisationen/{}", h.w.bund);
    for reader in [None, Some(h.w.dora), Some(h.w.rosa)] {
        h.get(reader, &bund).is(404).hides(&["Regenbogen"]);
    }
    h.get(Some(h.w.quinn), &bund).is(200).says(&["Regenbogenberatung", "LSBTIQ", "noindex"]).hides(&["iframe"]);
    h.get(Some(h.w.quinn), &format!("{bund}/einbetten")).is(404).hides(&["Regenbogen"]);
}

#[test]
fn the_embeddable_page_may_be_framed_and_shows_what_everybody_sees() {
    let h = house();
    let path = format!("/organisationen/{}/einbetten", h.w.aachen);
    // Even for somebody who would see more, and the second time as the first.
    for reader in [None, None, Some(h.w.dora)] {
        let page = h.get(reader, &path);
        page.is(200)
            .says(&[
                "Regionale AG",
                "target=\"_top\"",
                "http://localhost:8080/organisationen/",
                "Stand: 23. November 2026",
                "/assets/site.css",
            ])
            .hides(&["Albers", "Hauptmenü", "<script"]);
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors *"));
        assert!(!page.headers.contains_key("x-frame-options"));
    }
    h.consents(h.w.anna, Field::Name, Audience::Public, None);
    h.get(None, &path).says(&["Anna Albers"]);
    h.get(None, &format!("/en{path}")).says(&["Represented by"]);
}

#[test]
fn pages_of_persons_ask_few_questions() {
    for h in houses(&[networks::slice()]) {
        asks_few_questions(&h);
    }
}

fn asks_few_questions(h: &House) {
    let w = &h.w;
    h.consents(w.anna, Field::Name, Audience::Public, None);
    let most = [
        (RAG.to_owned(), None, 12),
        (format!("/personen/{}", w.anna), Some(12), 18),
        (format!("/sitze/{}", w.elected), Some(13), 18),
        (format!("/sitze/{}", w.seat_aachen), Some(13), 18),
        (format!("/organisationen/{}", w.aachen), Some(16), 25),
        (format!("/organisationen/{}/einbetten", w.aachen), Some(12), 18),
        ("/konto/freigaben".to_owned(), None, 14),
    ];
    let mut counts = Vec::new();
    for (path, public, member) in &most {
        let as_public =
            public.map(|most| (h.get(None, &format!("{path}?stand=2026-11-23")).is(200).statements(), most));
        let as_member = h.get(Some(w.dora), path).is(200).statements();
        counts.push((path.clone(), as_public, as_member));
        assert!(as_public.is_none_or(|(n, most)| n > 0 && n <= most) && as_member <= *member, "{counts:#?}");
    }
    println!("{counts:#?}");
}

web::paths! {
    /// Tells what search would find here.
    pub Probe = "/probe" {}
}

/// What search would do: a document is found by whoever is in one of its scopes, then its card is asked for. One line
/// for each thing: kind, number, whether it is found, whether it has a card, its words.
fn probe(r: &web::Reading<'_>, _: Probe) -> Result<web::Answer> {
    let actor = &r.viewer.actor;
    let mut lines = Vec::new();
    for kind in r.site.kinds() {
        let all = (kind.every)(r.conn)?;
        let cards = (kind.cards)(r.conn, r.viewer, &all)?;
        for id in all {
            let document = (kind.document)(r.conn, id)?;
            let found = document.iter().flat_map(|d| &d.scopes).any(|(level, of)| match level {
                Level::Public => true,
                Level::AllNetworks => actor.is_member(),
                Level::Network => actor.is_member_of(*of),
                Level::Body => actor.sits_in(*of),
                _ => false,
            });
            let card = cards.iter().find(|c| c.id == id).map_or(String::new(), |c| format!("{} {}", c.title, c.detail));
            let text = document.map(|d| d.text).unwrap_or_default();
            lines.push(format!("{}\t{id}\t{found}\t{card}\t{text}", kind.name));
        }
    }
    Ok(web::Answer::data("text/plain; charset=utf-8", lines.join("\n").into_bytes()).fresh())
}

#[test]
fn what_is_found_by_its_words_may_be_seen_and_what_may_be_seen_is_found() {
    let slice = web::Slice::new("probe", || web::Routes::new().get_fresh(web::Audience::Public, probe));
    for h in houses(&[networks::slice(), slice]) {
        finds_what_it_may(&h);
    }
}

fn finds_what_it_may(h: &House) {
    let w = h.w;
    h.consents(w.anna, Field::Name, Audience::AllNetworks, None);
    h.consents(w.quinn, Field::Name, Audience::Network, Some(w.kept));
    h.consents(w.rosa, Field::Name, Audience::Public, None);
    for reader in [
        None,
        Some(w.anna),
        Some(w.dora),
        Some(w.rosa),
        Some(w.olga),
        Some(w.quinn),
        Some(w.uma),
        Some(w.nora),
        Some(w.kora),
    ] {
        let page = h.get(reader, "/probe");
        page.is(200);
        let mut seen = 0;
        for line in page.html.lines() {
            let [kind, id, found, card, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            seen += usize::from(!card.is_empty());
            // Herself, and what she keeps, she sees without searching for it; seats without a name are no document.
            let own = kind == "person" && reader.is_some_and(|p| p.to_string() == id);
            let keeps = reader == Some(w.kora) && matches!(kind, "organisation" | "post");
            let plain = kind == "seat" && text.is_empty();
            assert!(own || keeps || plain || (found == "true") != card.is_empty(), "{reader:?}: {line}");
            assert!(
                found == "false"
                    || reader == Some(w.uma)
                    || reader == Some(w.kora)
                    || !["Runder Tisch", "Ullrich"].iter().any(|s| text.contains(s)),
                "{reader:?} finds {text}"
            );
            assert!(
                [Some(w.quinn), Some(w.anna), Some(w.kora)].contains(&reader) || !card.contains("Quast"),
                "{reader:?} sees {card}"
            );
            assert!(
                [Some(w.quinn), Some(w.anna), Some(w.kora)].contains(&reader) || !card.contains("Regenbogen"),
                "{reader:?} sees {card}"
            );
        }
        assert!(seen > 10, "{reader:?} sees {seen} things");
    }
}
