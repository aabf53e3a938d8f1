//! Hearings: dates counted back, contributions of offices and networks, one reply, two releases, proof, a second round.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use house::{House, Seen};
use kernel::{Id, Office};
use networks::{Body, NewSeat, Occupant, SeatKind};
use support::{addressee, all, at, count, number, page, paragraph, published};

const DUE: &str = "2026-12-07";
const SAME: &str = "Der Begriff bleibt unklar.";
const OTHER: &str = "Ohne Rederecht fehlt die fachliche Stimme.";

/// Dora speaks for the regional group, too: so two persons can release.
fn second_speaker(h: &House) {
    let (rag, dora, post) = (h.w.rag, h.w.dora, h.w.post_dueren);
    act(&h.fresh, h.w.kora, move |tx, by| {
        let seat = NewSeat::office(Office::Speaker, SeatKind::Elected, common::day("2025-01-01"));
        common::seated(tx, by, rag, &seat, Occupant::person_by_post(dora, post), "2025-01-01")
    })
    .unwrap();
}

fn office(h: &House) -> i64 {
    addressee(h, "Ministerium für Kommunales", "anhoerung@mhkbd.example.org")
}

/// Kora enters a hearing of the regional group, Dora drafts.
fn entered(h: &House, office: i64, (received, due): (&str, &str), body: Id<Body>, drafter: &str) -> Seen {
    let office = office.to_string();
    let fields = [
        ("addressee", office.as_str()),
        ("title", "Entwurf der Muster-Hauptsatzung"),
        ("about", "Das Rederecht soll entfallen."),
        ("file_mark", "33-41.02"),
        ("received", received),
        ("due", due),
        ("topic", ""),
        ("drafter", drafter),
        ("points", "§ 3 Begriffe\n\n§ 7 Rederecht im Rat\n"),
    ];
    h.post(h.w.kora, &format!("/gremien/{body}/anhoerungen/neu"), &fields)
}

fn of(hearing: i64) -> String {
    format!("/anhoerungen/{hearing}")
}

fn link(text: &str) -> String {
    format!("/anhoerung/{}", text.split("/anhoerung/").nth(1).unwrap().split_whitespace().next().unwrap())
}

fn releases(h: &House, who: Id<people::Person>, hearing: i64) -> Seen {
    h.post(who, &of(hearing), &[("tat", "freigeben")])
}

fn sends(h: &House, hearing: i64) -> Seen {
    let fields = [("letter", "Anbei unsere Stellungnahme."), ("level", "0"), ("way", "mail"), ("day", "")];
    h.post(h.w.kora, &format!("{}/versand", of(hearing)), &fields)
}

#[test]
fn n4_3_n6_7_a_hearing_is_answered_from_the_letter_in_to_the_second_round() {
    for h in all() {
        let w = h.w;
        second_speaker(&h);
        let ministry = office(&h);
        let older = published(&h, "Rederecht nach der Hauptsatzung");
        let new = format!("/gremien/{}/anhoerungen/neu", w.rag);
        h.get(Some(w.dora), &new).is(200);
        h.get(Some(w.nora), &new).is(403);
        h.get(None, &new).is(303);
        let dora = w.dora.to_string();
        // What cannot be is said at its field, and nothing typed is lost.
        entered(&h, ministry, ("2026-11-23", "2026-11-20"), w.rag, &dora)
            .is(422)
            .says(&["Die Frist endet nach dem Eingang", "§ 7 Rederecht im Rat"]);
        entered(&h, ministry, ("2026-11-23", DUE), w.rag, &w.rosa.to_string()).is(422);
        let it = number(&entered(&h, ministry, ("2026-11-23", DUE), w.rag, &dora));
        // Ten working days, counted back.
        h.get(Some(w.kora), &of(it)).says(&[
            "30. November 2026",
            "2. Dezember 2026",
            "4. Dezember 2026",
            "7. Dezember 2026",
            "33-41.02",
            "Ministerium für Kommunales",
        ]);
        for title in ["Entwurf schreiben", "Zu zweit freigeben", "Stellungnahme abschicken"] {
            let sql = "SELECT COUNT(*) FROM task WHERE title = :t AND state = 'open'";
            let title = format!("{title}: Entwurf der Muster-Hauptsatzung");
            let found = h.fresh.db.read_now(move |c| c.count(sql, db::args! { t: title.as_str() })).unwrap();
            assert_eq!(found, 1);
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE due_day = '2026-12-02' AND person_id IS NOT NULL"), 1);
        // What holds already stands beside it, and the search is one click away.
        h.get(Some(w.dora), &of(it)).says(&[
            "Rederecht nach der Hauptsatzung",
            &page(older),
            "/suche?q=Entwurf+der+Muster",
        ]);
        // Members of other networks and the public know of nothing.
        for other in [w.nora, w.rosa] {
            h.get(Some(other), &of(it)).is(404);
        }
        h.get(None, &of(it)).is(303);
        // Asked are all members, and another network.
        let ask = format!("{}/bitten", of(it));
        h.post(w.kora, &ask, &[("until", "2026-12-20"), ("members", "ja"), ("network", "")]).is(422);
        h.post(w.kora, &ask, &[("until", "2026-11-30"), ("network", "")]).is(422);
        h.post(w.kora, &ask, &[("until", "2026-11-30"), ("members", "ja"), ("network", &w.verband.to_string())])
            .is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Beitrag zur Anhörung%'"), 1);
        let mail = h.letters("dora@example.org").into_iter().next_back().unwrap();
        assert!(mail.0.contains("Anhörung: Entwurf der Muster-Hauptsatzung") && mail.1.contains("30. November 2026"));
        // By the link, without signing in: a field for each point; opening it changes nothing.
        let path = link(&mail.1);
        h.get(None, &path).is(200).says(&["1. § 3 Begriffe", "2. § 7 Rederecht im Rat"]);
        h.send(None, &path, &[("point1", ""), ("point2", ""), ("named", "ja")]).is(422);
        h.send(None, &path, &[("point1", SAME), ("point2", ""), ("named", "ja")]).is(303);
        h.get(None, &path).is(200).says(&[SAME]);
        h.get(None, "/anhoerung/0123456789abcdef0123456789abcdef").is(410);
        // Signed in, without a name; and for a network that does not want to be named.
        h.post(w.anna, &format!("{}/beitrag", of(it)), &[("point2", OTHER), ("named", "nein")]).is(303);
        h.post(w.nora, &format!("{}/beitrag", of(it)), &[("point2", OTHER)]).is(404);
        let network = format!("{}/beitrag/{}", of(it), w.verband);
        h.get(Some(w.rosa), &network).is(403);
        h.get(Some(w.dora), &network).is(404);
        let words = [("answer", "beitrag"), ("point1", "der Begriff bleibt unklar."), ("named", "nein")];
        h.post(w.kora, &network, &words).is(303);
        // Who drafts reads them point by point, named or not as they chose. Those of the other network do not.
        h.get(Some(w.dora), &of(it))
            .says(&[SAME, OTHER, "Stadt Düren", "Ohne Namen", "Frauennetzwerk: gebeten"])
            .hides(&["Stadt Aachen"]);
        h.get(Some(w.rosa), &of(it)).is(200).says(&["§ 7 Rederecht im Rat"]).hides(&[
            SAME,
            OTHER,
            "Rederecht nach der",
        ]);
        // One reply is merged: the same words once.
        h.post(w.rosa, &of(it), &[("tat", "entwurf")]).is(403);
        let reply = number(&h.post(w.dora, &of(it), &[("tat", "entwurf")]));
        h.post(w.dora, &of(it), &[("tat", "entwurf")]).is(422);
        let text = h.get(Some(w.dora), &page(reply));
        text.is(200).says(&["2. § 7 Rederecht im Rat", OTHER]);
        assert_eq!(text.main().to_lowercase().matches("der begriff bleibt unklar.").count(), 1);
        h.get(Some(w.dora), &format!("{}/datei/docx", page(reply))).is(200);
        // Two distinct persons release; who neither chairs nor speaks does not.
        sends(&h, it).is(422);
        releases(&h, w.kora, it).is(403);
        releases(&h, w.anna, it).is(303);
        releases(&h, w.anna, it).is(422).says(&["Es fehlt eine zweite Person."]);
        // Whoever writes it anew needs both again.
        let version = count(&h, "SELECT version FROM position ORDER BY id DESC LIMIT 1").to_string();
        let second = format!("{}/absaetze/{}", page(reply), paragraph(&h, reply, 2));
        h.post(w.dora, &second, &[("text", "Der Begriff ist zu unbestimmt."), ("version", &version), ("note", "")])
            .is(303);
        // Released is what was read: a form made before is overtaken.
        h.post(w.dora, &of(it), &[("tat", "freigeben"), ("fassung", &version)]).is(409);
        let shown = h.get(Some(w.dora), &of(it));
        let seen = shown.html.split("name=\"fassung\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        h.post(w.dora, &of(it), &[("tat", "freigeben"), ("fassung", seen)]).is(303);
        h.get(Some(w.dora), &of(it)).says(&["Es fehlt noch eine zweite Person.", "in Arbeit"]);
        sends(&h, it).is(422);
        releases(&h, w.anna, it).is(303);
        h.get(Some(w.dora), &of(it)).says(&["freigegeben", "Anna Albers", "Dora Dahlke"]);
        h.get(None, &page(reply)).is(404);
        // It goes out with proof, and everybody can read it.
        h.get(Some(w.dora), &format!("{}/versand", of(it))).is(200);
        sends(&h, it).is(303);
        let mail = &h.letters("anhoerung@mhkbd.example.org")[0];
        assert!(mail.1.contains("Anbei unsere Stellungnahme.") && mail.1.contains(&page(reply)), "{mail:?}");
        h.get(None, &page(reply)).is(200).says(&["Der Begriff ist zu unbestimmt.", "Ministerium für Kommunales"]);
        assert_eq!(
            count(
                &h,
                "SELECT COUNT(*) FROM task WHERE source_kind = 'hearing' AND state = 'open' AND title NOT LIKE 'Beitrag%'"
            ),
            0
        );
        assert_eq!(count(&h, "SELECT COUNT(*) FROM hearing_letter"), 0);
        // The hearing is repeated: what was said stands first, what is new is shown, the older statement gives way.
        let round = format!("{}/runde", of(it));
        let again = [
            ("addressee", &*ministry.to_string()),
            ("file_mark", "33-41.03"),
            ("received", "2026-11-23"),
            ("due", "2026-12-14"),
        ];
        let next = number(&h.post(w.kora, &round, &again));
        let second = number(&h.post(w.dora, &of(next), &[("tat", "entwurf")]));
        h.get(Some(w.dora), &of(next)).says(&["2. Runde", "Geändert seit der vorigen Runde"]);
        h.get(Some(w.dora), &page(second)).says(&["Der Begriff ist zu unbestimmt."]);
        releases(&h, w.anna, next).is(303);
        releases(&h, w.dora, next).is(303);
        sends(&h, next).is(303);
        h.get(None, &page(reply)).is(200).says(&["Ersetzt seit 23. November 2026 durch: Stellungnahme"]);
        h.get(None, &page(second)).is(200).says(&["in Kraft"]);
    }
}

#[test]
fn a_deadline_on_a_public_holiday_is_met_the_working_day_before() {
    for h in all() {
        let w = h.w;
        let ministry = office(&h);
        at(&h, "2027-10-11", 9);
        // All Saints 2027 is a Monday.
        let it = number(&entered(&h, ministry, ("2027-10-11", "2027-11-01"), w.rag, ""));
        h.get(Some(w.kora), &of(it)).says(&[
            "1. November 2027",
            "29. Oktober 2027",
            "Die Frist endet an einem arbeitsfreien Tag.",
        ]);
        h.get(Some(w.kora), "/anhoerungen").says(&["abschicken bis 29. Oktober 2027"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE due_day = '2027-10-29'"), 1);
    }
}

#[test]
fn n9_7_another_network_is_asked_and_chooses_whether_it_is_named() {
    for h in all() {
        let w = h.w;
        let it = number(&entered(&h, office(&h), ("2026-11-23", DUE), w.rag, ""));
        let ask = format!("{}/bitten", of(it));
        h.get(Some(w.quinn), &of(it)).is(404);
        h.post(w.kora, &ask, &[("until", "2026-11-30"), ("network", &w.kept.to_string())]).is(303);
        h.post(w.kora, &ask, &[("until", "2026-11-30"), ("network", &w.kept.to_string())]).is(422);
        // Those of the network read what is asked, and see nobody else's words; members of the group are not asked yet.
        h.get(Some(w.quinn), &of(it)).is(200).says(&["§ 7 Rederecht im Rat"]);
        h.get(Some(w.quinn), "/anhoerungen").says(&["Entwurf der Muster-Hauptsatzung"]);
        h.get(Some(w.dora), &format!("{}/beitrag", of(it))).is(403);
        assert!(h.letters("dora@example.org").is_empty());
        let network = format!("{}/beitrag/{}", of(it), w.kept);
        h.post(w.kora, &network, &[("answer", "beitrag"), ("point1", SAME), ("named", "nein")]).is(303);
        h.get(Some(w.kora), &of(it)).says(&[SAME, "Ohne Namen"]).hides(&["LSBTIQ-Netzwerk: hat beigetragen"]);
        // It can change its mind while there is time, and not after.
        h.post(w.kora, &network, &[("answer", "beitrag"), ("point1", SAME), ("named", "ja")]).is(303);
        h.get(Some(w.kora), &of(it)).says(&["LSBTIQ-Netzwerk: hat beigetragen"]).hides(&["Ohne Namen"]);
        at(&h, "2026-12-01", 9);
        h.post(w.kora, &network, &[("answer", "beitrag"), ("point1", "Zu spät."), ("named", "ja")]).is(422);
    }
}

#[test]
fn a_sensitive_network_is_asked_without_a_word_about_what() {
    for h in all() {
        let w = h.w;
        let it = number(&entered(&h, office(&h), ("2026-11-23", DUE), w.kept, ""));
        h.post(w.kora, &format!("{}/bitten", of(it)), &[("until", "2026-11-30"), ("members", "ja")]).is(303);
        let letters = h.all_letters();
        assert!(!letters.is_empty());
        for (_, subject, text) in letters.iter().filter(|(_, subject, _)| !subject.contains("Aufgabe")) {
            assert!(
                !text.contains("Hauptsatzung") && !subject.contains("LSBTIQ") && !text.contains("/anhoerung/"),
                "{text}"
            );
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM hearing_letter"), 0);
        h.get(Some(w.dora), &of(it)).is(404);
    }
}

#[test]
fn a_hearing_is_declined_with_a_reason_and_a_stale_edit_shows_both_versions() {
    for h in all() {
        let w = h.w;
        let ministry = office(&h);
        let it = number(&entered(&h, ministry, ("2026-11-23", DUE), w.rag, ""));
        let office = ministry.to_string();
        let fields = |title: &'static str, version: &'static str| {
            vec![
                ("addressee", office.clone()),
                ("title", title.to_owned()),
                ("about", String::new()),
                ("file_mark", String::new()),
                ("received", "2026-11-23".to_owned()),
                ("due", DUE.to_owned()),
                ("topic", String::new()),
                ("drafter", String::new()),
                ("points", "§ 3".to_owned()),
                ("version", version.to_owned()),
            ]
        };
        let change = |new: Vec<(&'static str, String)>| {
            let new: Vec<(&str, &str)> = new.iter().map(|(n, v)| (*n, v.as_str())).collect();
            h.post(w.kora, &format!("{}/aendern", of(it)), &new)
        };
        change(fields("Erste Fassung", "1")).is(303);
        change(fields("Zweite Fassung", "1")).is(409).says(&["Erste Fassung", "Zweite Fassung"]);
        h.post(w.kora, &format!("{}/absage", of(it)), &[("reason", "")]).is(422);
        h.post(w.kora, &format!("{}/absage", of(it)), &[("reason", "Das betrifft uns nicht.")]).is(303);
        h.get(Some(w.dora), &of(it)).says(&["Das betrifft uns nicht."]);
        change(fields("Dritte", "3")).is(422);
        // A ministry that was split must be chosen anew.
        let split = [("tat", "nachfolge"), ("day", "2026-11-20"), ("names", "Ministerium A\nMinisterium B")];
        h.post(w.kora, &format!("/adressat/{ministry}/aendern"), &split).is(303);
        entered(&h, ministry, ("2026-11-23", DUE), w.rag, "").is(422).says(&["Diese Stelle gibt es nicht mehr."]);
    }
}

#[test]
fn nobody_learns_by_naming_who_drafts_who_sits_in_a_sensitive_network() {
    for h in all() {
        let w = h.w;
        let ministry = office(&h);
        for open in [w.quinn, w.dora] {
            h.consents(open, networks::Field::Name, networks::Audience::AllNetworks, None);
        }
        let enters = |who: Id<people::Person>| entered(&h, ministry, ("2026-11-23", DUE), w.kept, &who.to_string());
        h.get(Some(w.kora), &format!("/gremien/{}/anhoerungen/neu", w.kept)).is(200).hides(&["Quinn"]);
        let told = enters(w.quinn);
        told.is(422).says(&["Diese Person sitzt nicht in dem Gremium."]);
        for stranger in [w.dora, w.nora] {
            assert_eq!(told.alike(), enters(stranger).alike());
        }
        h.consents(w.quinn, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        number(&enters(w.quinn));
    }
}

#[test]
fn of_what_a_sensitive_committee_replies_to_no_letter_names_anything() {
    for h in all() {
        let w = h.w;
        let ministry = office(&h);
        let turn = move |tx: &db::Tx<'_>| {
            tx.silent("a test");
            tx.exec("UPDATE body SET sensitive = TRUE, roster_level = 2 WHERE id = :id", db::args! { id: w.gma })
                .map(drop)
        };
        let asks = |it: i64| {
            let fields = [("until", "2026-12-01"), ("members", "ja"), ("network", "")];
            h.post(w.kora, &format!("{}/bitten", of(it)), &fields).is(303);
        };
        // Asked before the committee became sensitive: the letter knows whom it names, and its link opens nothing afterwards.
        let early = number(&entered(&h, ministry, ("2026-11-23", DUE), w.gma, ""));
        asks(early);
        let first = h.letters("dora@example.org").pop().unwrap();
        assert!(first.1.contains("Muster-Hauptsatzung"), "{first:?}");
        let waiting = h.fresh.db.read_now(|c| db::due_mail(c, 50)).unwrap();
        let hers = waiting.iter().find(|mail| mail.to == "dora@example.org").unwrap();
        assert!(hers.names.contains(&w.gma.raw()), "{:?}", hers.names);
        h.get(None, &link(&first.1)).is(200);
        h.fresh.db.write_now(turn).unwrap();
        h.get(None, &link(&first.1)).is(410).hides(&["Muster-Hauptsatzung"]);
        let before = h.all_letters().len();
        asks(number(&entered(&h, ministry, ("2026-11-23", DUE), w.gma, "")));
        assert!(h.all_letters().len() > before);
        for (_, subject, text) in &h.all_letters()[before..] {
            for word in ["Hauptsatzung", "Ministerium", "/anhoerung/"] {
                assert!(!subject.contains(word) && !text.contains(word), "{word}: {subject} {text}");
            }
        }
        let _ = early;
    }
}
