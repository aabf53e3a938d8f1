//! What the networks of administrations and of persons do: who has experience, sanitary rooms, a question without a name.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::{account, all, bundles, count, daily, finds, joins, list, page, replies, writes};

#[test]
fn n7_4_who_has_experience_is_asked_of_all_and_whoever_asked_marks_what_helped() {
    for h in all() {
        let w = h.w;
        joins(&h, w.dora, w.verband);
        account(&h, w.rosa, "rosa@example.org");
        // The second contact of the association reads and writes as the first does.
        let thread =
            writes(&h, w.rosa, w.verband, "Wer hat Erfahrung mit anonymen Bewerbungen?", &[("kind", "request")]);
        h.get(Some(w.sina), &page(thread)).is(200).says(&["Bitte", "Antwort senden"]);
        replies(&h, w.dora, thread, "Ein fester Fragebogen half.");
        replies(&h, w.sina, thread, "Bei uns nicht.");
        let seen = h.get(Some(w.rosa), &page(thread));
        let reply = seen
            .html
            .split("<li id=\"antwort-")
            .find(|item| item.contains("Fragebogen"))
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        h.post(w.rosa, &page(thread), &[("tat", "hilft"), ("antwort", &reply)]).is(303);
        h.post(w.rosa, &format!("{}/ergebnis", page(thread)), &[("words", "Ein fester Fragebogen half zwei Städten.")])
            .is(303);
        h.get(Some(w.kora), &page(thread)).says(&["hat geholfen", "Ein fester Fragebogen half zwei Städten."]);
        h.post(w.rosa, &page(thread), &[("tat", "hilft-nicht"), ("antwort", &reply)]).is(303);
        h.get(Some(w.kora), &page(thread)).hides(&["hat geholfen"]);
        // The next morning the others read of it in their bundle; those elsewhere get none.
        bundles(&h, "2026-11-24");
        let told = |to: &str| h.letters(to).iter().filter(|(_, text)| text.contains("anonymen Bewerbungen")).count();
        // Anna chairs the first network, and so sits in this one.
        assert_eq!((told("kora@example.org"), told("anna.albers@aachen.example.org")), (1, 1));
        assert!(h.all_letters().iter().all(|(to, ..)| to != "nora@example.org" && to != "quinn@example.org"));
        // What is for all networks is read by members of any, and by nobody without one.
        let wide = writes(&h, w.rosa, w.verband, "Für alle: Kanarienwort", &[("level", "1")]);
        h.get(Some(w.anna), "/austausch").says(&["Für alle: Kanarienwort"]);
        h.post(w.anna, &page(wide), &[("tat", "antworten"), ("words", "Danke.")]).is(303);
        h.get(Some(w.nora), &page(wide)).is(404);
        assert!(finds(&h, Some(w.anna), "Kanarienwort") && !finds(&h, Some(w.nora), "Kanarienwort"));
        assert!(!finds(&h, None, "Kanarienwort"));
        // Whoever sits in an open committee alone reads what is written there, not what the network writes.
        let there = writes(&h, w.olga, w.open, "Im Ausschuss", &[("level", "3")]);
        h.get(Some(w.olga), &page(thread)).is(404);
        h.get(Some(w.rosa), &page(there)).is(404);
    }
}

#[test]
fn n8_2_a_thread_on_sanitary_rooms_is_summed_up_without_names_and_seen_by_its_network_alone() {
    for h in all() {
        let w = h.w;
        account(&h, w.quinn, "quinn@example.org");
        let thread = writes(&h, w.quinn, w.kept, "Sanitärräume im Neubau", &[]);
        replies(&h, w.anna, thread, "Einzelräume mit Vorraum.");
        h.post(
            w.quinn,
            &format!("{}/ergebnis", page(thread)),
            &[("words", "Einzelräume für alle gelten als beste Lösung.")],
        )
        .is(303);
        // Names stand there by consent only.
        h.get(Some(w.kora), &page(thread))
            .is(200)
            .says(&["Einzelräume für alle", "Ein Mitglied"])
            .hides(&["Quinn Quast", "Anna Albers"]);
        for who in [w.dora, w.rosa, w.olga, w.nora, w.uma] {
            h.get(Some(who), &page(thread)).is(404);
            h.get(Some(who), "/austausch").hides(&["Sanitär"]);
            h.get(Some(who), &list(w.kept)).is(403).hides(&["Sanitär"]);
            assert!(!finds(&h, Some(who), "Einzelräume"));
        }
        assert!(finds(&h, Some(w.anna), "Einzelräume"));
        bundles(&h, "2026-11-24");
        for (_, subject, text) in h.all_letters() {
            for word in ["Sanitär", "Einzelräume", "LSBTIQ", "/nachricht/"] {
                assert!(!subject.contains(word) && !text.contains(word), "{subject} {text}");
            }
        }
    }
}

#[test]
fn n8_6_a_question_without_a_name_is_passed_on_by_those_who_see_nothing_but_its_words() {
    for h in all() {
        let w = h.w;
        let ask = format!("{}/anonym", list(w.kept));
        let waiting = format!("{}/anonyme-fragen", list(w.kept));
        // With fewer than five nobody is anonymous.
        h.get(Some(w.quinn), &ask).is(200).says(&["weniger als fünf"]).hides(&["name=\"words\""]);
        h.post(w.quinn, &ask, &[("words", "Wie sage ich es?")]).is(422);
        for who in [w.dora, w.rosa, w.sina] {
            joins(&h, who, w.kept);
        }
        h.get(Some(w.nora), &ask).is(403);
        let form = h.get(Some(w.quinn), &ask);
        // The form carries no number that could be remembered beside whoever sends it.
        form.is(200).says(&["name=\"words\""]).hides(&["name=\"einmal\""]);
        let before = (count(&h, "SELECT COUNT(*) FROM event"), count(&h, "SELECT COUNT(*) FROM submission"));
        h.post(w.quinn, &ask, &[("words", " ")]).is(422);
        h.post(w.quinn, &ask, &[("words", "Wie sage ich es meinem Amt? Kanarienwort")]).is(303);
        h.post(w.rosa, &ask, &[("words", "Wird gelöscht")]).is(303);
        let after = (count(&h, "SELECT COUNT(*) FROM event"), count(&h, "SELECT COUNT(*) FROM submission"));
        assert_eq!(before, after, "neither the log nor the forms remember it");
        // Nothing beside the words: the columns are all there is.
        let row = |c: &db::Conn| {
            c.all("SELECT * FROM relay", db::args! {}, |r| {
                Ok((
                    r.get::<i64>(0)?,
                    r.get::<i64>(1)?,
                    r.get::<i64>(2)?,
                    r.get::<i64>(3)?,
                    r.get::<String>(4)?,
                    r.get::<bool>(5)?,
                ))
            })
        };
        let rows = h.fresh.db.read_now(row).unwrap();
        assert_eq!(rows.len(), 2);
        for who in [w.quinn.raw(), w.rosa.raw()] {
            assert!(rows.iter().all(|r| ![r.0, r.1, r.2, r.3].contains(&who)));
        }
        // Those who lead are told in the morning, in a letter that names nothing.
        assert!(h.all_letters().is_empty());
        daily(&h, "exchange.relay", "2026-11-24");
        daily(&h, "exchange.relay", "2026-11-25");
        let letters = h.letters("kora@example.org");
        assert_eq!(letters.len(), 1);
        assert!(!letters[0].1.contains("Kanarienwort") && !letters[0].1.contains("LSBTIQ"), "{}", letters[0].1);
        h.get(Some(w.dora), &waiting).is(403);
        h.get(Some(w.nora), &waiting).is(403);
        h.get(Some(w.kora), &waiting).is(200).says(&["Kanarienwort", "Wird gelöscht"]).hides(&["Quinn", "Rosa Roth"]);
        let html = h.get(Some(w.kora), &waiting).html;
        let links: Vec<String> = html
            .split("/anonyme-fragen/")
            .skip(1)
            .map(|rest| format!("/anonyme-fragen/{}", rest.split('"').next().unwrap()))
            .collect();
        let of = |word: &str| links.iter().find(|link| h.get(Some(w.kora), link).html.contains(word)).unwrap().clone();
        let (passed, deleted) = (of("Kanarienwort"), of("Wird gelöscht"));
        for who in [w.quinn, w.dora] {
            h.get(Some(who), &passed).is(404);
            h.post(who, &passed, &[("act", "weitergeben"), ("title", "x"), ("words", "x")]).is(404);
        }
        h.post(w.kora, &passed, &[("act", "weitergeben"), ("title", ""), ("words", "Wie?")]).is(422);
        h.post(w.kora, &deleted, &[("act", "loeschen")]).is(303);
        let there = h.post(
            w.kora,
            &passed,
            &[("act", "weitergeben"), ("title", "Ein Schritt im Amt"), ("words", "Wie sage ich es?")],
        );
        let thread = there.is(303).location().to_owned();
        assert_eq!(count(&h, "SELECT COUNT(*) FROM relay"), 0);
        // All read it by nobody's name; the log names whoever passed it on and nobody else.
        h.get(Some(w.quinn), &thread).is(200).says(&["Anonym gefragt"]).hides(&["Ergebnis festhalten"]);
        for who in [w.dora, w.anna] {
            h.get(Some(who), &thread).is(200).says(&["Anonym gefragt", "Wie sage ich es?"]).hides(&[
                "Quinn Quast",
                "Hat geholfen",
                "Ergebnis festhalten",
            ]);
        }
        h.get(Some(w.kora), &thread).says(&["Ergebnis festhalten"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread WHERE relayed = TRUE AND person_id IS NULL"), 1);
        let quinn = w.quinn;
        let named = h
            .fresh
            .db
            .read_now(move |c| {
                c.count("SELECT COUNT(*) FROM event WHERE actor_id = :p AND kind = 'thread'", db::args! { p: quinn })
            })
            .unwrap();
        assert_eq!(named, 0);
        h.letters_have_their_shape(&["relay"]);
    }
}
