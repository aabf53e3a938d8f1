//! Before the minutes leave: what they lack, to whom they go, and what is taken over from the agenda.

use crate::{
    MEETING, does, entry,
    live::{calls, formal, minute, opens, press},
    meeting, page,
    support::{all, count, elected_in_person, invites, item, plans, subjects},
    writes,
};

#[test]
fn n2_7_what_the_minutes_lack_and_to_whom_they_go_is_shown_before_they_leave() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        let send = format!("/termine/{meeting}/protokollversand");
        h.get(Some(w.kora), &send).is(404);
        does(&h, meeting, "anlegen", &[]).is(303);
        writes(&h, "Begrüßung", "Der Landrat begrüßt.", &[]);
        writes(&h, "Arbeitsplan", "Der Plan wurde beraten.", &[("remark", "Nachfragen")]);
        // Nothing on the page of the minutes sends them.
        h.get(Some(w.kora), &page(meeting)).says(&[&send, "Prüfen und verschicken"]).hides(&["value=\"verschicken\""]);
        h.post(w.kora, &page(meeting), &[("tat", "verschicken")]).is(422);
        let before = h.all_letters().len();
        h.get(Some(w.kora), &send)
            .is(200)
            .says(&[
                "Ohne Text: 2. Fachkräfte in der Region",
                "Ohne Text: 3. Rechtsstreit einer Kollegin",
                &format!("/protokollpunkte/{}", entry(&h, "Fachkräfte in der Region")),
                "Niemand ist als anwesend eingetragen.",
                "Es fehlt, wer die Sitzung geleitet hat.",
                "<li>Dora Dahlke</li>",
                "Postfach einer unbesetzten Stelle",
                "Eine vertrauliche Notiz wird gelöscht.",
                "Jetzt an 4 Adressen verschicken",
            ])
            .hides(&["Ohne Text: 1.", "Ohne Text: 4.", "ohne E-Mail-Adresse", "wer das Protokoll geführt hat"]);
        // Whoever began them keeps them, unless that is taken back.
        let persons = format!("/termine/{meeting}/protokollangaben");
        let html = h.get(Some(w.kora), &persons).is(200).html.clone();
        let version = html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        h.post(w.kora, &persons, &[("version", &version), ("chair", ""), ("keeper", "")]).is(303);
        h.get(Some(w.kora), &send).says(&["Es fehlt, wer das Protokoll geführt hat."]);
        for (who, status) in [(w.dora, 403), (w.vera, 403), (w.nora, 404)] {
            h.get(Some(who), &send).is(status);
            h.post(who, &send, &[]).is(status);
        }
        h.get(None, &send).is(303);
        assert_eq!(h.all_letters().len(), before, "looking sends nothing");
        h.post(w.kora, &send, &[]).is(303);
        assert_eq!(h.all_letters().len(), before + 4);
        h.get(Some(w.kora), &send).is(200).says(&["Das Protokoll ist verschickt."]).hides(&["Jetzt an", "Ohne Text"]);
        h.post(w.kora, &send, &[]).is(422).says(&["Das Protokoll ist verschickt."]);
    }
}

#[test]
fn n2_7_the_minutes_of_a_committee_elected_in_person_reach_those_who_have_an_address() {
    for h in all() {
        let w = h.w;
        elected_in_person(&h);
        let meeting = plans(&h, w.gma, MEETING, &[]);
        item(&h, meeting, "Begrüßung", "10", "public");
        invites(&h, meeting);
        minute(&h, 12, 0);
        does(&h, meeting, "anlegen", &[]).is(303);
        writes(&h, "Begrüßung", "Die Vorsitzende begrüßt.", &[]);
        let send = format!("/termine/{meeting}/protokollversand");
        let seen = h.get(Some(w.kora), &send);
        seen.is(200).says(&["<li>Nora Neu</li>", "Jetzt an 2 Adressen verschicken"]);
        let olga = seen.html.split("<li>Olga Offer").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(olga.contains("ohne E-Mail-Adresse"), "{olga}");
        h.post(w.kora, &send, &[]).is(303);
        let to_nora = subjects(&h, "nora.neu@eschweiler.example.org");
        assert!(to_nora.len() == 2 && to_nora[1].contains("] Protokoll: "), "{to_nora:?}");
    }
}

#[test]
fn n2_7_a_vote_that_still_runs_is_named_before_the_minutes_leave() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        item(&h, meeting, "Begrüßung", "5", "internal");
        item(&h, meeting, "Arbeitsplan", "30", "internal");
        invites(&h, meeting);
        minute(&h, 9, 55);
        opens(&h, meeting);
        minute(&h, 10, 0);
        calls(&h, meeting, "Begrüßung");
        calls(&h, meeting, "Arbeitsplan");
        let fields = [
            ("title", "Gilt der Plan?"),
            ("text", "Der Plan gilt."),
            ("matter", "ordinary"),
            ("method", "online"),
            ("grade", "open"),
            ("last", MEETING),
            ("hour", "18:00"),
            ("level", "2"),
        ];
        let lead = h.post(w.kora, &format!("/gremien/{}/abstimmen", w.rag), &fields).is(303).location().to_owned();
        h.post(w.kora, &lead, &[("tat", "ankuendigen")]).is(303);
        minute(&h, 10, 5);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        // What took no minute has no end of its own.
        does(&h, meeting, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &page(meeting))
            .says(&["Um 10 Uhr.", "Von 10 bis 10:05 Uhr."])
            .hides(&["Von 10 bis 10 Uhr"]);
        let send = format!("/termine/{meeting}/protokollversand");
        let open = "„Gilt der Plan?“ ist noch nicht entschieden.";
        h.get(Some(w.kora), &send).is(200).says(&[open, &lead.replace("/leiten", "")]);
        // Decided meanwhile it stands with no entry yet, until what is new is taken over.
        let ballot = lead.replace("/leiten", "/stimmzettel");
        let paper = h.get(Some(w.dora), &ballot).is(200).html.clone();
        let unit = paper.split("name=\"unit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        h.post(w.dora, &ballot, &[("unit", &unit), ("choice", "yes"), ("tat", "abgeben")]).is(303);
        h.post(w.kora, &lead, &[("tat", "schliessen")]).is(303);
        let missing = "Das Ergebnis von „Gilt der Plan?“ steht bei keinem Punkt.";
        h.get(Some(w.kora), &send).is(200).says(&[missing]).hides(&[open]);
        does(&h, meeting, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &send).is(200).hides(&[missing, open, "Ohne Text: 1."]);
        h.get(Some(w.kora), &page(meeting)).says(&["Gilt der Plan?: "]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM minutes_entry WHERE vote_id IS NOT NULL"), 1);
    }
}

#[test]
fn new_items_of_the_agenda_are_counted_when_they_are_taken_over() {
    for h in all() {
        let meeting = meeting(&h);
        let noted = |words: &str| {
            let done = does(&h, meeting, "anlegen", &[]);
            let notes: Vec<&str> =
                done.is(303).headers.get_all("set-cookie").iter().map(|c| c.to_str().unwrap()).collect();
            assert!(notes.iter().any(|note| note.contains(words)), "{notes:?}");
        };
        noted("Der+Entwurf+ist+angelegt.");
        noted("Es+gibt+keine+neuen+Punkte");
        item(&h, meeting, "Nachtrag", "5", "internal");
        noted("Neue+Punkte%3A+1.+Neue+Ergebnisse%3A+0.");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM minutes_entry"), 5);
    }
}
