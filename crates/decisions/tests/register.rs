//! R11, P41: the register of resolutions: numbers for ever, what holds, what became of it, and who sees it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day, refusal};
use decisions::{enter_old, find_resolution, repeal, supersede, withdraw};
use kernel::{Error, Level};
use support::{adopted, all, entered, follow, give, old, upload};

const PDF: &[u8] = b"%PDF-1.7\nNiederschrift\n%%EOF\n";

#[test]
fn r11_what_is_adopted_gets_the_next_number_of_its_year_and_keeps_it() {
    for h in &all() {
        let rules = give(h, h.w.rag, "council", "2020-01-01");
        let first = adopted(h, h.w.rag, rules, "Mehr Licht", Level::Public, "2025-03-03");
        let second = adopted(h, h.w.rag, rules, "Sitzungen in Präsenz", Level::Public, "2025-05-05");
        let other_year = adopted(h, h.w.rag, rules, "Wegweiser", Level::Public, "2026-02-02");
        let marks: Vec<String> = [first, second, other_year]
            .map(|id| common::read(&h.fresh, None, move |c, a| Ok(find_resolution(c, a, id)?.mark)))
            .to_vec();
        assert!(marks[0] != marks[1] && marks[1] != marks[2] && marks[0] != marks[2], "{marks:?}");
        assert!(marks[0].contains("2025") && marks[2].contains("2026"), "{marks:?}");
        // Another body counts for itself.
        let of_committee = give(h, h.w.gma, "council", "2020-01-01");
        let there = adopted(h, h.w.gma, of_committee, "Anderswo", Level::Public, "2025-03-03");
        let mark = common::read(&h.fresh, None, move |c, a| Ok(find_resolution(c, a, there)?.mark));
        assert_eq!(mark, marks[0]);
        // A number that an older one brought with it is not given again.
        let taken = marks[2].replace('1', "2");
        assert_ne!(taken, marks[2], "{taken}");
        let taken: &'static str = Box::leak(taken.into_boxed_str());
        entered(h, h.w.rag, old(taken, "Aus der Zeit davor", day("2026-01-15"), Level::Public));
        let next = adopted(h, h.w.rag, rules, "Danach", Level::Public, "2026-03-03");
        let mark = common::read(&h.fresh, None, move |c, a| Ok(find_resolution(c, a, next)?.mark));
        assert_eq!(mark, marks[2].replace('1', "3"));

        let list = h.get(None, &format!("/gremien/{}/beschluesse", h.w.rag));
        list.is(200).says(&["Mehr Licht", "Sitzungen in Präsenz", "Wegweiser", &marks[0], "in Kraft", "5 Beschlüsse"]);
        list.hides(&["Anderswo", "nachtragen", "Als Excel"]);
        h.get(None, &format!("/beschluesse/{first}")).is(200).says(&[
            "Mehr Licht",
            &marks[0],
            "Wortlaut zu Mehr Licht.",
            "Zweiter Absatz.",
            "Angenommen: 8 Ja, 2 Nein.",
            "3. März 2025",
            "Regionale AG",
        ]);
        h.get(None, &format!("/en/beschluesse/{first}")).is(200).says(&["Adopted: 8 yes, 2 no.", "in force"]);
    }
}

#[test]
fn r11_a_resolution_is_seen_as_far_as_its_vote_and_nowhere_else() {
    let h = &all()[0];
    let (dora, nora, anna) = (h.w.dora, h.w.nora, h.w.anna);
    let rules = give(h, h.w.rag, "council", "2020-01-01");
    let inner = adopted(h, h.w.rag, rules, "Vertrauliches Vorhaben", Level::Network, "2026-03-03");
    let open = adopted(h, h.w.rag, rules, "Offenes Vorhaben", Level::Public, "2026-03-04");
    search::follow(&h.fresh.db, &decisions::slice().kinds.iter().collect::<Vec<_>>()).unwrap();
    let list = format!("/gremien/{}/beschluesse", h.w.rag);
    for outsider in [None, Some(nora)] {
        h.get(outsider, &list).says(&["Offenes Vorhaben", "Ein Beschluss"]).hides(&["Vertrauliches"]);
        h.get(outsider, &format!("/beschluesse/{inner}")).is(404).hides(&["Vertrauliches"]);
        h.get(outsider, &format!("/beschluesse/{open}")).is(200);
        h.get(outsider, "/suche?q=Vorhaben").says(&["Offenes"]).hides(&["Vertrauliches"]);
        h.get(outsider, &format!("/gremien/{}/entscheidungen", h.w.rag)).is(200).hides(&["Vertrauliches"]);
    }
    h.get(Some(nora), &format!("/gremien/{}/ausgeben/beschluesse/csv", h.w.rag))
        .is(200)
        .says(&["Offenes"])
        .hides(&["Vertrauliches"]);
    h.get(None, &format!("/gremien/{}/ausgeben/beschluesse/csv", h.w.rag)).is(303);
    for member in [dora, anna] {
        h.get(Some(member), &list).says(&["Vertrauliches Vorhaben", "2 Beschlüsse", "Als Excel", "Als CSV"]);
        h.get(Some(member), &format!("/beschluesse/{inner}")).is(200);
        h.get(Some(member), "/suche?q=Vorhaben").says(&["Vertrauliches", "Offenes"]);
        h.get(Some(member), &format!("/gremien/{}/ausgeben/beschluesse/csv", h.w.rag)).is(200).says(&[
            "Vertrauliches Vorhaben",
            "Angenommen: 8 Ja, 2 Nein.",
            "03.03.2026",
        ]);
    }
}

#[test]
fn r11_the_register_is_asked_by_year_state_and_words_and_turns_its_pages() {
    let h = &all()[0];
    let rag = h.w.rag;
    for n in 1..=32 {
        let title: &'static str = Box::leak(format!("Jahresplan {n}").into_boxed_str());
        let mark: &'static str = Box::leak(format!("{n}/2011").into_boxed_str());
        entered(h, rag, old(mark, title, day("2011-05-05"), Level::Public));
    }
    let ended = entered(h, rag, old("A-1", "Aufhebbares", day("2012-05-05"), Level::Public));
    act(&h.fresh, h.w.kora, move |tx, by| repeal(tx, by, ended, day("2013-01-01"))).unwrap();
    let list = |query: &str| h.get(None, &format!("/gremien/{rag}/beschluesse{query}"));
    list("").says(&["33 Beschlüsse", "seite=2", "Jahresplan 32<"]).hides(&["Jahresplan 1<"]);
    list("?seite=2").says(&["Jahresplan 1<"]);
    list("?jahr=2012").says(&["Ein Beschluss", "Aufhebbares", "Filter zurücksetzen"]).hides(&["Jahresplan"]);
    list("?zustand=ersetzt").says(&["Aufhebbares", "aufgehoben"]).hides(&["Jahresplan"]);
    list("?zustand=gilt&jahr=2012").says(&["Kein Beschluss passt dazu."]).hides(&["Aufhebbares"]);
    list("?wort=aufhebb").says(&["Aufhebbares"]).hides(&["Jahresplan"]);
    list("?wort=wortlaut+jahresplan&seite=2").says(&["32 Beschlüsse", "wort=wortlaut%20jahresplan"]);
    list("?jahr=abc&zustand=x&seite=999").is(200).says(&["33 Beschlüsse"]);
    h.get(None, &format!("/gremien/{}/beschluesse", h.w.gma)).is(200).says(&["Noch steht kein Beschluss"]);
    h.get(Some(h.w.dora), &format!("/gremien/{rag}/ausgeben/beschluesse/csv?jahr=2012"))
        .says(&["Aufhebbares"])
        .hides(&["Jahresplan"]);
}

#[test]
fn r11_a_newer_one_takes_the_place_of_an_older_one_and_each_shows_the_other() {
    let h = &all()[0];
    let (kora, anna, dora, rag) = (h.w.kora, h.w.anna, h.w.dora, h.w.rag);
    let rules = give(h, rag, "council", "2020-01-01");
    let older = entered(h, rag, old("7/2018", "Zwei Treffen im Jahr", day("2018-04-04"), Level::Public));
    let newer = adopted(h, rag, rules, "Vier Treffen im Jahr", Level::Public, "2026-10-01");
    let elsewhere = entered(h, h.w.gma, old("1/2020", "Anderes Gremium", day("2020-01-01"), Level::Public));
    let form = format!("/beschluesse/{older}/ersetzen");
    h.get(None, &form).is(303);
    h.get(Some(dora), &form).is(403);
    h.get(Some(dora), &format!("/beschluesse/{older}")).is(200).hides(&["ersetzen", "Aufheben"]);
    h.get(Some(anna), &form).is(200).says(&["Vier Treffen im Jahr"]).hides(&["Anderes Gremium"]);
    // A verb refuses what the form does not offer.
    let refused = |from: &'static str, by: kernel::Id<_>| {
        refusal(act(&h.fresh, anna, move |tx, who| supersede(tx, who, older, by, day(from))))
    };
    assert!(refused("2026-11-01", elsewhere).starts_with("newer: "));
    assert!(refused("2026-11-01", older).starts_with("newer: "));
    assert!(refused("2026-09-30", newer).starts_with("from: "));
    let denied = act(&h.fresh, dora, move |tx, who| supersede(tx, who, older, newer, day("2026-11-01")));
    assert!(matches!(denied, Err(Error::Denied(_))));
    h.post(anna, &form, &[("newer", &newer.to_string()), ("from", "gestern")])
        .is(422)
        .says(&["Schreiben Sie den Tag so", "value=\"gestern\""]);
    let done = h.post(anna, &form, &[("newer", &newer.to_string()), ("from", "2026-11-01")]);
    follow(h, anna, &done).says(&["Der Beschluss ist ersetzt.", "Ersetzt durch", "Vier Treffen im Jahr", "ersetzt"]);
    h.get(None, &format!("/beschluesse/{newer}")).says(&["Ersetzt", "Zwei Treffen im Jahr", "1. November 2026"]);
    // It ends once.
    h.post(anna, &form, &[("newer", &newer.to_string()), ("from", "2026-12-01")])
        .is(422)
        .says(&["Dieser Beschluss hat schon ein Ende."]);
    h.post(anna, &format!("/beschluesse/{older}/aufheben"), &[("from", "2026-12-01")]).is(422);
    // The newer one is repealed from a day that is still to come: until then it holds.
    let done = h.post(anna, &format!("/beschluesse/{newer}/aufheben"), &[("from", "2027-01-01")]);
    follow(h, anna, &done).says(&["Der Beschluss ist aufgehoben.", "in Kraft", "1. Januar 2027"]);
    h.fresh.clock.set(day("2027-01-01").at(9, 0));
    h.get(None, &format!("/beschluesse/{newer}")).says(&["class=\"pill\"", "aufgehoben"]);
    // Whoever may not see the newer one learns the day, not its name.
    let hidden = entered(h, rag, old("8/2018", "Offenes", day("2018-04-04"), Level::Public));
    let secret = entered(h, rag, old("9/2019", "Internes Neues", day("2019-04-04"), Level::Network));
    act(&h.fresh, kora, move |tx, by| supersede(tx, by, hidden, secret, day("2020-01-01"))).unwrap();
    h.get(None, &format!("/beschluesse/{hidden}"))
        .says(&["ersetzt", "1. Januar 2020"])
        .hides(&["Internes Neues", "9/2019"]);
    h.get(Some(dora), &format!("/beschluesse/{hidden}")).says(&["Internes Neues"]);
}

#[test]
fn r11_an_old_one_is_entered_with_its_number_and_its_paper() {
    for h in &all() {
        let (anna, dora, rag) = (h.w.anna, h.w.dora, h.w.rag);
        let form = format!("/gremien/{rag}/beschluesse/nachtragen");
        h.get(None, &form).is(303);
        h.get(Some(dora), &form).is(403);
        h.get(Some(anna), &form).is(200).says(&["multipart/form-data", "PDF, PNG oder JPEG"]);
        let fields = |mark: &'static str| {
            [
                ("mark", mark),
                ("title", "Sitzungen in Präsenz"),
                ("text", "Wir treffen uns zweimal im Jahr."),
                ("day", "12.03.2019"),
                ("in_force", ""),
                ("source", "Niederschrift, TOP 4"),
                ("level", "netzwerk"),
            ]
        };
        // What is typed stays, whatever the file is.
        upload(h, anna, &form, &fields("12/2019"), ("seite.html", b"<html><script>")).is(422).says(&[
            "Bitte wählen Sie eine Datei als PDF, PNG oder JPEG.",
            "value=\"12/2019\"",
            "Wir treffen uns zweimal im Jahr.",
        ]);
        upload(h, anna, &form, &fields(""), ("a.pdf", PDF))
            .is(422)
            .says(&["Bitte füllen Sie dieses Feld aus.", "Bitte wählen Sie die Datei noch einmal aus."]);
        let large = [PDF, &vec![b'x'; 5 << 20][..]].concat();
        upload(h, anna, &form, &fields("12/2019"), ("a.pdf", &large)).is(422).says(&["größer als 5 MB"]);
        upload(h, dora, &form, &fields("12/2019"), ("a.pdf", PDF)).is(403);
        let done = upload(h, anna, &form, &fields("12/2019"), ("Niederschrift \"alt\".pdf", PDF));
        let path = done.is(303).location().to_owned();
        h.get(Some(anna), &path).says(&[
            "12/2019",
            "Beschlossen am 12. März 2019, hier nachgetragen.",
            "Niederschrift, TOP 4",
            "PDF herunterladen",
            "Eintrag zurücknehmen",
            "Hier nachgetragen",
        ]);
        upload(h, anna, &form, &fields("12/2019"), ("", b"")).is(422).says(&["steht schon im Verzeichnis"]);
        // The paper: to be saved only, by whoever may see the resolution.
        let scan = h.get(Some(dora), &format!("{path}/abbild"));
        scan.is(200).says(&["%PDF-1.7"]);
        assert_eq!(scan.headers["content-type"], "application/pdf");
        assert_eq!(scan.headers["x-content-type-options"], "nosniff");
        let name = scan.headers["content-disposition"].to_str().unwrap();
        assert!(name.starts_with("attachment") && name.contains("beschluss-12-2019.pdf"), "{name}");
        h.get(None, &format!("{path}/abbild")).is(404);
        h.get(Some(h.w.nora), &format!("{path}/abbild")).is(404);
        h.get(Some(h.w.nora), &path).is(404);
    }
}

#[test]
fn r11_a_wrong_old_entry_goes_the_same_day_by_whoever_made_it() {
    let h = &all()[0];
    let (kora, anna, rag) = (h.w.kora, h.w.anna, h.w.rag);
    let rules = give(h, rag, "council", "2020-01-01");
    let wrong = entered(h, rag, old("1/2001", "Falsch abgeschrieben", day("2001-01-01"), Level::Public));
    let page = format!("/beschluesse/{wrong}/zuruecknehmen");
    h.get(Some(anna), &page).is(403);
    h.post(anna, &page, &[]).is(403);
    h.get(Some(kora), &page).is(200).says(&["verschwindet ganz"]);
    let done = h.post(kora, &page, &[]);
    follow(h, kora, &done).says(&["Der Eintrag ist zurückgenommen."]).hides(&["Falsch abgeschrieben"]);
    h.get(Some(kora), &format!("/beschluesse/{wrong}")).is(404);
    // The next day it stays, and what was adopted here always does.
    let kept = entered(h, rag, old("1/2001", "Richtig", day("2001-01-01"), Level::Public));
    let decided = adopted(h, rag, rules, "Angenommenes", Level::Public, "2026-11-23");
    let denied = act(&h.fresh, kora, move |tx, by| withdraw(tx, by, decided));
    assert!(matches!(denied, Err(Error::Denied(_))));
    h.fresh.clock.set(day("2026-11-24").at(9, 0));
    h.get(Some(kora), &format!("/beschluesse/{kept}")).hides(&["Eintrag zurücknehmen"]);
    assert!(refusal(act(&h.fresh, kora, move |tx, by| withdraw(tx, by, kept))).contains("am Tag des Eintrags"));
}

#[test]
fn r11_what_was_never_decided_or_too_open_is_not_entered() {
    let h = &all()[0];
    let (kora, rag, kept, outside) = (h.w.kora, h.w.rag, h.w.kept, h.w.outside);
    let refused = |body, one| refusal(act(&h.fresh, kora, move |tx, by| enter_old(tx, by, body, &one).map(drop)));
    assert!(refused(rag, old("1", "Morgen", day("2026-11-24"), Level::Public)).starts_with("day: "));
    let early = decisions::OldResolution {
        in_force: day("2019-01-01"),
        ..old("1", "Vorher", day("2020-01-01"), Level::Public)
    };
    assert!(refused(rag, early).starts_with("in_force: "));
    assert!(refused(rag, old("1\u{202e}", "Verdreht", day("2020-01-01"), Level::Public)).starts_with("mark: "));
    // Nothing a sensitive network decides leaves it, whoever enters it.
    assert!(refused(kept, old("1", "Leck", day("2020-01-01"), Level::Public)).starts_with("level: "));
    let gone = act(&h.fresh, kora, move |tx, by| {
        enter_old(tx, by, outside, &old("1", "Anderswo", day("2020-01-01"), Level::Public)).map(drop)
    });
    assert!(matches!(gone, Err(Error::NotFound)));
    h.get(Some(kora), &format!("/gremien/{outside}/beschluesse")).is(404);
}

#[test]
fn r11_a_sensitive_network_tells_outsiders_nothing_and_lets_no_file_out() {
    let h = &all()[0];
    let (kora, quinn, kept) = (h.w.kora, h.w.quinn, h.w.kept);
    let one = entered(h, kept, old("3/2024", "Geschützter Raum", day("2024-03-03"), Level::Network));
    search::follow(&h.fresh.db, &decisions::slice().kinds.iter().collect::<Vec<_>>()).unwrap();
    for outsider in [None, Some(h.w.dora), Some(h.w.nora)] {
        for path in ["beschluesse", "regeln", "regeln/vergleichen", "entscheidungen"] {
            h.get(outsider, &format!("/gremien/{kept}/{path}")).is(404);
        }
        h.get(outsider, &format!("/beschluesse/{one}")).is(404);
        h.get(outsider, "/suche?q=Raum").hides(&["Geschützter"]);
        h.get(outsider, "/netzwerke/kommunales-lsbtiq-netzwerk").is(200).hides(&["Entscheidungen"]);
    }
    h.get(Some(quinn), &format!("/gremien/{kept}/beschluesse")).says(&["Geschützter Raum"]).hides(&["Als Excel"]);
    h.get(Some(quinn), &format!("/gremien/{kept}/ausgeben/beschluesse/csv")).is(403);
    h.get(Some(kora), &format!("/gremien/{kept}/ausgeben/beschluesse/csv")).is(200).says(&["Vertraulich", "3/2024"]);
    h.get(Some(quinn), "/netzwerke/kommunales-lsbtiq-netzwerk").says(&["Entscheidungen"]);
    h.get(Some(quinn), "/suche?q=Raum").says(&["Geschützter"]);
}

#[test]
fn r11_a_resolution_is_put_under_topics_by_those_who_keep_the_register_and_found_by_them() {
    for h in &all() {
        let rag = h.w.rag;
        let (work, culture) = h
            .fresh
            .db
            .write_now(|tx| {
                let op = common::operator();
                let work = networks::add_topic(tx, &op, "arbeit", "Arbeit und Entgelt", "Work and pay")?;
                Ok((work, networks::add_topic(tx, &op, "kultur", "Kultur", "Culture")?))
            })
            .unwrap();
        let open = entered(h, rag, old("1/2011", "Quote bei Vergaben", day("2011-05-05"), Level::Public));
        let inner = entered(h, rag, old("2/2011", "Vertrauliches", day("2011-05-06"), Level::Network));
        entered(h, rag, old("3/2011", "Museen öffnen abends", day("2011-05-07"), Level::Public));
        let form = format!("/beschluesse/{open}/themen");
        h.get(None, &form).is(303);
        h.get(Some(h.w.dora), &form).is(403);
        h.get(Some(h.w.nora), &format!("/beschluesse/{inner}/themen")).is(404);
        h.post(h.w.dora, &form, &[("seen", ""), ("topics", &work.to_string())]).is(403);
        h.get(Some(h.w.kora), &form).is(200).says(&["Arbeit und Entgelt", "Kultur", "name=\"seen\" value=\"\""]);
        let put = |id, seen: &str, topics: &[&str]| {
            let fields: Vec<(&str, &str)> =
                std::iter::once(("seen", seen)).chain(topics.iter().map(|t| ("topics", *t))).collect();
            h.post(h.w.kora, &format!("/beschluesse/{id}/themen"), &fields)
        };
        let (work, culture) = (work.to_string(), culture.to_string());
        put(open, "", &["4711"]).is(404);
        put(open, "", &[&work]).is(303);
        put(inner, "", &[&work, &culture]).is(303);
        // Somebody said something else meanwhile: both are seen, and the form carries what is stored.
        put(open, "", &[&culture])
            .is(409)
            .says(&["Jetzt gespeichert: Arbeit und Entgelt", &format!("value=\"{work}\"")]);
        h.get(None, &format!("/beschluesse/{open}"))
            .says(&["Themen", "Arbeit und Entgelt"])
            .hides(&["Themen zuordnen"]);
        h.get(Some(h.w.kora), &format!("/beschluesse/{open}")).says(&["Themen zuordnen"]);
        h.get(None, &format!("/en/beschluesse/{open}")).says(&["Work and pay"]);
        // The register is asked by topic; what somebody may not see gives no topic away.
        let list = format!("/gremien/{rag}/beschluesse");
        h.get(None, &list).says(&["value=\"arbeit\"", "Museen öffnen abends"]).hides(&["value=\"kultur\""]);
        h.get(None, &format!("{list}?thema=arbeit"))
            .says(&["Quote bei Vergaben", "Ein Beschluss"])
            .hides(&["Museen öffnen abends", "Vertrauliches"]);
        h.get(None, &format!("{list}?thema=kultur")).says(&["Kein Beschluss passt dazu."]);
        h.get(Some(h.w.dora), &format!("{list}?thema=kultur")).says(&["Vertrauliches"]);
        h.get(Some(h.w.dora), &format!("/gremien/{rag}/ausgeben/beschluesse/csv?thema=arbeit"))
            .says(&["Quote bei Vergaben", "Arbeit und Entgelt"])
            .hides(&["Museen"]);
        // With the entry of an old one at once, and gone with a wrong entry.
        let fields = [
            ("mark", "4/2011"),
            ("title", "Mehr Krippen"),
            ("text", "Wortlaut"),
            ("day", "2011-05-08"),
            ("level", "oeffentlich"),
            ("topics", culture.as_str()),
        ];
        let made = upload(h, h.w.kora, &format!("{list}/nachtragen"), &fields, ("leer.pdf", b""));
        made.is(303);
        let page = made.location().to_owned();
        h.get(None, &page).says(&["Kultur"]);
        h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
        h.get(None, &page).is(404);
        put(open, &work, &[]).is(303);
        h.get(None, &format!("/beschluesse/{open}")).hides(&["Arbeit und Entgelt"]);
    }
}
