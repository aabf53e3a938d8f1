//! Making and giving up seats, and bodies, through the router.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use house::{House, house};

const SEATS: [(&str, &str); 7] = [
    ("count", "3"),
    ("kind", "elected"),
    ("voice", "advisory"),
    ("office", ""),
    ("eligibility", "post"),
    ("term_months", "24"),
    ("from", "2026-11-23"),
];

fn with<'a>(all: &[(&'a str, &'a str)], field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    all.iter().copied().filter(|(n, _)| *n != field).chain([(field, value)]).collect()
}

fn seats(h: &House, body: kernel::Id<networks::Body>) -> i64 {
    h.fresh
        .db
        .read_now(move |c| c.count("SELECT COUNT(*) FROM seat WHERE body_id = :b", db::args! { b: body }))
        .unwrap()
}

#[test]
fn managing_is_for_those_who_keep_the_membership() {
    let h = house();
    for page in ["verwalten", "sitze"] {
        let path = format!("/gremien/{}/{page}", h.w.gma);
        for who in [h.w.dora, h.w.anna, h.w.nora] {
            h.get(Some(who), &path).is(403);
        }
        h.get(Some(h.w.dora), &format!("/gremien/{}/{page}", h.w.hidden)).is(404).hides(&["Runder Tisch"]);
        h.get(Some(h.w.kora), &path).is(200).says(&["Verwalten"]);
    }
    h.post(h.w.anna, &format!("/gremien/{}/sitze", h.w.gma), &SEATS).is(403);
    h.post(h.w.dora, &format!("/gremien/{}/sitze", h.w.hidden), &SEATS).is(404);
    h.post(h.w.anna, &format!("/sitze/{}/aufloesen", h.w.elected), &[("until", "2026-12-31")]).is(403);
    // The way there stands in the network's second row and on the body's page.
    let manage = format!("/gremien/{}/verwalten", h.w.rag);
    h.get(Some(h.w.kora), "/netzwerke/regionale-ag").says(&[&manage]);
    h.get(Some(h.w.dora), "/netzwerke/regionale-ag").hides(&[&manage]);
    h.get(None, "/netzwerke/regionale-ag").hides(&[&manage]);
    h.get(Some(h.w.kora), &manage).says(&["Sitze anlegen", "Stadt Aachen", "Gender-Mainstreaming-Ausschuss"]);
    let gma = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    h.get(Some(h.w.kora), gma).says(&[&format!("/gremien/{}/verwalten", h.w.gma)]);
    h.get(Some(h.w.anna), gma).hides(&["/verwalten"]);
}

#[test]
fn seats_are_made_several_at_once_and_given_up_with_a_day() {
    let h = house();
    let (kora, path) = (h.w.kora, format!("/gremien/{}/sitze", h.w.gma));
    let before = seats(&h, h.w.gma);
    let once = h.get(Some(kora), &path).once();
    let sent: Vec<(&str, &str)> = SEATS.iter().copied().chain([("einmal", once.as_str())]).collect();
    for _ in 0..2 {
        h.post(kora, &path, &sent).is(303);
    }
    assert_eq!(seats(&h, h.w.gma), before + 3, "sent twice, it acts once");
    let gma = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    h.get(None, gma).says(&["Sitz 2", "Sitz 4"]);
    h.get(None, &format!("{gma}?stand=2026-11-22")).hides(&["Sitz 2", "Sitz 4"]);
    // Named, sent by another body, for a territory.
    let network = h.w.rag.to_string();
    let named = [
        ("count", "1"),
        ("kind", "delegated"),
        ("voice", "voting"),
        ("office", "chair"),
        ("label", "Sitz der Region"),
        ("source_body", network.as_str()),
        ("source_territory", "kreis düren"),
        ("eligibility", "seat"),
        ("term_months", ""),
        ("from", "2026-11-23"),
    ];
    h.post(kora, &path, &named).is(303);
    let page = h.get(Some(kora), &format!("/gremien/{}/verwalten", h.w.gma));
    let seat = page.says(&["Sitz der Region"]).html.split("Sitz der Region").next().unwrap();
    let seat = seat.rsplit("/sitze/").next().unwrap().split('/').next().unwrap().to_owned();
    h.get(None, &format!("/sitze/{seat}")).says(&["Kreis Düren", "Vorsitz"]);

    let end = format!("/sitze/{}/aufloesen", h.w.elected);
    for wrong in ["", "2026-02-30", "<b>", "9999-12-31", "1999-01-01"] {
        h.post(kora, &end, &[("until", wrong)]).is(422).says(&["href=\"#until\""]).hides(&["<b>\""]);
    }
    let once = h.get(Some(kora), &end).is(200).says(&["Anna Albers"]).once();
    for _ in 0..2 {
        h.post(kora, &end, &[("einmal", &once), ("until", "2026-11-22")]).is(303);
    }
    h.get(None, gma).hides(&[&format!("href=\"/sitze/{}\"", h.w.elected)]);
    let seat = format!("/sitze/{}", h.w.elected);
    h.get(Some(h.w.dora), &format!("{seat}?stand=2026-11-22")).says(&["Anna Albers"]);
    h.get(Some(h.w.dora), &seat).says(&["Diesen Sitz gibt es seit"]);
}

#[test]
fn what_makes_no_seat_is_said_beside_its_field() {
    let h = house();
    let (kora, path) = (h.w.kora, format!("/gremien/{}/sitze", h.w.gma));
    let (own, hidden) = (h.w.gma.to_string(), h.w.hidden.to_string());
    let before = seats(&h, h.w.gma);
    for (field, value) in [
        ("count", ""),
        ("count", "0"),
        ("count", "51"),
        ("kind", "thron"),
        ("kind", "guest"),
        ("voice", "office"),
        ("voice", "<b>"),
        ("office", "kaiser"),
        ("label", "Alle heißen so"),
        ("source_body", own.as_str()),
        ("source_body", hidden.as_str()),
        ("source_territory", "Atlantis"),
        ("eligibility", ""),
        ("term_months", "241"),
        ("from", ""),
        ("from", "2026-02-30"),
        ("from", "1980-01-01"),
    ] {
        let page = h.post(kora, &path, &with(&SEATS, field, value));
        page.is(422).says(&["Fehler:"]).hides(&["Runder Tisch", "<b>\""]);
        assert!(page.html.contains("href=\"#"), "{field} {value}");
    }
    assert_eq!(seats(&h, h.w.gma), before);
}

const BODY: [(&str, &str); 8] = [
    ("name", "Projektgruppe Gewaltschutz"),
    ("name_en", "Project group protection from violence"),
    ("kind", "project_group"),
    ("purpose", "Wir planen die Aktionstage."),
    ("level", "public"),
    ("roster_level", "network"),
    ("open_to_non_members", "ja"),
    ("from", "2026-11-23"),
];

#[test]
fn a_body_is_made_named_anew_and_ended_and_every_earlier_day_still_shows_it() {
    let h = house();
    let (kora, path, gma) = (h.w.kora, format!("/gremien/{}/anlegen", h.w.rag), h.w.gma.to_string());
    for who in [h.w.dora, h.w.anna] {
        h.get(Some(who), &path).is(403);
        h.post(who, &path, &BODY).is(403);
    }
    h.get(Some(kora), &format!("/gremien/{}/anlegen", h.w.gma)).is(404);
    h.post(h.w.dora, &format!("/gremien/{}/anlegen", h.w.hidden), &BODY).is(404);
    let once = h.get(Some(kora), &path).is(200).once();
    let sent: Vec<(&str, &str)> =
        BODY.iter().copied().chain([("organ_of", gma.as_str()), ("einmal", once.as_str())]).collect();
    let manage = h.post(kora, &path, &sent).is(303).location().to_owned();
    assert_eq!(h.post(kora, &path, &sent).is(303).location(), manage, "sent twice, it acts once");
    let page = "/netzwerke/regionale-ag/gremien/projektgruppe-gewaltschutz";
    h.get(None, page).is(200).says(&["Projektgruppe Gewaltschutz", "Wir planen die Aktionstage."]);
    h.get(None, &format!("/en{page}")).is(200).says(&["Project group protection from violence"]);
    h.get(None, &format!("{page}?stand=2026-11-22")).says(&["22. November 2026"]).hides(&["Wir planen"]);
    h.post(kora, &path, &BODY).is(422).says(&["Diese Adresse ist schon vergeben."]);

    let name = manage.replace("verwalten", "umbenennen");
    h.get(Some(h.w.dora), &name).is(403);
    h.post(kora, &name, &[("version", "7"), ("name", "Anders"), ("from", "2026-11-23")])
        .is(409)
        .says(&["inzwischen geändert", "value=\"Anders\""]);
    for (field, value) in [
        ("name", ""),
        ("name", "Projektgruppe Gewaltschutz"),
        ("name", "eins\nzwei"),
        ("from", ""),
        ("from", "2026-02-30"),
        ("from", "2027-01-01"),
        ("from", "2020-01-01"),
    ] {
        let all = [("version", "1"), ("name", "Neuer Name"), ("from", "2026-11-23")];
        h.post(kora, &name, &with(&all, field, value)).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    let gma_name = format!("/gremien/{}/umbenennen", h.w.gma);
    let all = [("version", "1"), ("name", "<b>Ausschuss</b> für Gleichstellung"), ("from", "2026-11-23")];
    h.post(kora, &gma_name, &all).is(303);
    let gma_page = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    h.get(None, gma_page).says(&["Ausschuss&#60;/b&#62; für Gleichstellung"]).hides(&["<b>Ausschuss"]);
    h.get(None, &format!("{gma_page}?stand=2026-11-22")).says(&["Gender-Mainstreaming-Ausschuss"]);

    let end = manage.replace("verwalten", "aufloesen");
    h.get(Some(h.w.dora), &end).is(403);
    h.post(kora, &end, &[("version", "9"), ("until", "2026-11-30")]).is(409);
    for wrong in ["", "2026-02-30", "<i>", "9999-12-31", "2026-11-21"] {
        h.post(kora, &end, &[("version", "1"), ("until", wrong)]).is(422).says(&["href=\"#until\""]).hides(&["<i>\""]);
    }
    h.post(kora, &end, &[("version", "1"), ("until", "2026-11-30")]).is(303);
    h.get(None, &format!("{page}?stand=2026-11-30")).says(&["Wir planen die Aktionstage."]);
    h.get(None, &format!("{page}?stand=2026-12-01")).hides(&["Wir planen die Aktionstage."]);
}

#[test]
fn what_makes_no_body_is_said_beside_its_field() {
    let h = house();
    let (kora, path, hidden) = (h.w.kora, format!("/gremien/{}/anlegen", h.w.rag), h.w.hidden.to_string());
    for (field, value, at) in [
        ("name", "", "name"),
        ("name", "\u{202e}umgekehrt", "name"),
        ("kind", "network", "kind"),
        ("level", "named", "level"),
        ("level", "network", "level"),
        ("roster_level", "", "roster_level"),
        ("organ_of", hidden.as_str(), "organ_of"),
        ("from", "2026-02-30", "from"),
        ("from", "", "from"),
        ("rhythm", "eins\nzwei", "rhythm"),
    ] {
        // Seats are never seen more widely than the page.
        let mut sent = with(&BODY, field, value);
        if (field, value) == ("level", "network") {
            sent = with(&sent, "roster_level", "public");
        }
        let at = if (field, value) == ("level", "network") { "roster_level" } else { at };
        h.post(kora, &path, &sent).is(422).says(&[&format!("href=\"#{at}\""), "Wir planen"]).hides(&["Runder Tisch"]);
    }
    // A sensitive network stays within: its bodies inherit that.
    let kept = format!("/gremien/{}/anlegen", h.w.kept);
    h.post(kora, &kept, &with(&BODY, "roster_level", "public")).is(422);
    h.post(kora, &kept, &BODY).is(303);
}
