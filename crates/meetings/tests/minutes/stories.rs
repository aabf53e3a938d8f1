//! Whole stories: one account and ten who read mail alone; what one body's minutes tell another.

use crate::{
    MEETING, does, drafted, letter, meeting, number, page,
    support::{all, at, by_link, invites, item, link, list, plans},
    writes,
};
use common::{act, day, operate};
use networks::{EdgeKind, NewEdge, NewOccupancy, NewSeat, Occupant, SeatKind};

use crate::common;

#[test]
fn n1_2_one_account_and_ten_by_mail_alone_come_from_invitation_to_approved_minutes() {
    for h in all() {
        let w = h.w;
        // Ten towns with an officer each, none of whom ever signed in; Kora keeps their circle.
        let circle = operate(&h.fresh, move |tx, op| {
            let circle = common::network(tx, "Arbeitskreis", w.kora, |_| {})?;
            let kora = rights::load(tx, w.kora.raw(), tx.today(), None)?;
            for n in 1..=10 {
                let town = people::NewOrganisation::new(
                    people::OrganisationKind::Municipality,
                    format!("Gemeinde {n}"),
                    day("1972-01-01"),
                );
                let town = people::add_organisation(tx, op, &town)?;
                let titles = people::PostTitles::new("Gleichstellungsstelle", None, None);
                let post = people::add_post(tx, op, &people::NewPost::new(town, titles, day("1990-01-01")))?;
                let person = common::person(tx, op, "Mila", &format!("Muster{n}"))?;
                let mail = Some(format!("post{n}@gemeinde.example.org"));
                let tenure = people::NewTenure { mail, ..people::NewTenure::holder(post, person, day("2020-01-01")) };
                people::appoint(tx, op, &tenure)?;
                let seat = networks::add_seat(tx, &kora, circle, &NewSeat::new(SeatKind::Post, day("2000-01-01")))?;
                networks::fill_seat(tx, &kora, &NewOccupancy::new(seat, Occupant::Post(post), day("2020-01-01")))?;
            }
            Ok(circle)
        })
        .unwrap();
        let meeting = plans(&h, circle, MEETING, &[("proposals_until", "2027-03-12"), ("answer_until", "2027-03-12")]);
        item(&h, meeting, "Begrüßung", "10", "internal");
        invites(&h, meeting);
        // A topic, answers, a substitute: all by the link of a letter.
        let of = |n: usize| format!("post{n}@gemeinde.example.org");
        by_link(&h, &link(&h, &of(1)), "thema", &[("title", "Nachtbus"), ("minutes", "20"), ("note", "")]).is(303);
        let proposal = number(&h, "SELECT id FROM agenda_proposal");
        h.post(w.kora, &format!("/themenvorschlaege/{proposal}"), &[("entscheidung", "annehmen"), ("answer", "")])
            .is(303);
        for n in 1..=7 {
            by_link(&h, &link(&h, &of(n)), "zusagen", &[]).is(303);
        }
        by_link(&h, &link(&h, &of(8)), "absagen", &[]).is(303);
        by_link(&h, &link(&h, &of(9)), "vertretung", &[("name", "Jo Muster"), ("mail", "jo@gemeinde.example.org")])
            .is(303);
        h.post(w.kora, &format!("/termine/{meeting}/tagesordnung"), &[("tat", "verschicken")]).is(303);
        at(&h, MEETING, 12);
        let sheet = format!("/termine/{meeting}/anwesenheit");
        h.get(Some(w.kora), &sheet).is(200).says(&[
            "<dt>im Raum</dt><dd>7</dd>",
            "<dt>entschuldigt</dt><dd>1</dd>",
            "Jo Muster",
        ]);
        h.post(w.kora, &sheet, &[("version", "0")]).is(303);
        does(&h, meeting, "anlegen", &[]).is(303);
        writes(
            &h,
            "Nachtbus",
            "Die Linie wird gewünscht.\n\nDie Kosten sind offen.",
            &[("result", "Ein Brief geht an den Verkehrsverbund.")],
        );
        does(&h, meeting, "verschicken", &[]).is(303);
        // Each of the ten, and whoever was sent, reads it without signing in; one objects.
        for n in 1..=10 {
            h.get(None, &letter(&h, &of(n))).is(200).says(&["2. Nachtbus", "Die Kosten sind offen.", "vertreten: 1"]);
        }
        h.get(None, &letter(&h, "jo@gemeinde.example.org")).is(200).says(&["2.2"]);
        let there = letter(&h, &of(4));
        let id = crate::entry(&h, "Nachtbus");
        let (number_of, text) = (format!("paragraph-{id}"), format!("text-{id}"));
        h.send(None, &there, &[("punkt", &id.to_string()), (&number_of, "2"), (&text, "Die Kosten sind 9.000 Euro.")])
            .is(303);
        let objection = number(&h, "SELECT id FROM minutes_objection");
        let objection = format!("/protokolleinwaende/{objection}");
        h.get(Some(w.kora), &objection).is(200).says(&["Zu Absatz 2.2", "Die Kosten sind 9.000 Euro."]);
        h.post(
            w.kora,
            &objection,
            &[("entscheidung", "annehmen"), ("words", "Die Kosten sind 9.000 Euro."), ("answer", "Danke.")],
        )
        .is(303);
        h.get(None, &there).says(&["der Absatz ist geändert", "Danke."]).hides(&["Die Kosten sind offen."]);
        // The next meeting approves; nobody but Kora ever had an account of this body.
        let next = plans(&h, circle, "2027-06-16", &[]);
        at(&h, "2027-06-16", 11);
        does(&h, meeting, "genehmigen", &[("meeting", &next.to_string())]).is(303);
        // Everybody who got them hears of it by letter, and reads them by its link.
        for who in (1..=10).map(of).chain(["jo@gemeinde.example.org".to_owned()]) {
            let (subject, text) = h.letters(&who).pop().unwrap();
            assert_eq!(subject, "[Arbeitskreis] Protokoll genehmigt: Herbsttreffen");
            assert!(
                text.contains("das Protokoll ist genehmigt: „Herbsttreffen“") && text.contains("Lesen: http"),
                "{text}"
            );
        }
        h.get(None, &letter(&h, &of(10))).says(&["genehmigt", "Prüfsumme"]).hides(&["Einwand senden"]);
        // One page has all minutes of the body, for those who may open them.
        let all_of_it = format!("/gremien/{circle}/protokolle");
        h.get(Some(w.kora), &all_of_it).says(&[
            "<h2 id=\"jahr-2027\">2027",
            "Herbsttreffen",
            "genehmigt am 16. Juni 2027",
        ]);
        h.get(Some(w.nora), &all_of_it).is(404).hides(&["Herbsttreffen"]);
        h.get(None, &all_of_it).is(303);
        // A month later the link has done its work.
        at(&h, "2027-07-16", 11);
        h.get(None, &there).is(410);
    }
}

#[test]
fn n2_9_a_report_reaches_the_body_whose_delegates_sit_there_as_a_topic_of_its_next_meeting() {
    for h in all() {
        let w = h.w;
        // The Verband sends delegates into the RAG.
        act(&h.fresh, w.kora, move |tx, by| {
            let edge = NewEdge::new(w.verband, EdgeKind::DelegatesTo, w.rag, day("2020-01-01"));
            networks::connect(tx, by, &edge)
        })
        .unwrap();
        let theirs = plans(&h, w.verband, "2027-05-05", &[("proposals_until", "2027-04-30")]);
        item(&h, theirs, "Berichte aus anderen Gremien", "20", "internal");
        let meeting = meeting(&h);
        drafted(&h, meeting);
        writes(&h, "Arbeitsplan", "Der Plan wurde beraten.", &[("result", "Der Plan gilt."), ("weiter", "ja")]);
        writes(&h, "Rechtsstreit einer Kollegin", "Der Stand wurde berichtet.", &[("weiter", "ja")]);
        does(&h, meeting, "verschicken", &[]).is(303);
        // What is closed is passed on by nobody.
        assert_eq!(number(&h, "SELECT COUNT(*) FROM agenda_proposal"), 1);
        let agenda = format!("/termine/{theirs}/tagesordnung");
        h.get(Some(w.kora), &agenda).says(&["Bericht aus Regionale AG: Arbeitsplan", "aus einem anderen Gremium"]);
        let proposal = format!("/themenvorschlaege/{}", number(&h, "SELECT id FROM agenda_proposal"));
        h.get(Some(w.kora), &proposal).is(200).says(&["Der Plan gilt."]);
        h.post(w.kora, &proposal, &[("entscheidung", "annehmen"), ("answer", "")]).is(303);
        h.get(Some(w.kora), &agenda)
            .says(&["Bericht aus Regionale AG: Arbeitsplan"])
            .hides(&["aus einem anderen Gremium"]);
        // A standing item comes along when the next agenda begins with the last one, and has its place in the minutes.
        at(&h, "2027-05-05", 12);
        let next = plans(&h, w.verband, "2027-09-01", &[]);
        h.post(w.kora, &format!("/termine/{next}/tagesordnung"), &[("tat", "uebernehmen")]).is(303);
        h.get(Some(w.kora), &format!("/termine/{next}/tagesordnung")).says(&["Berichte aus anderen Gremien"]);
        does(&h, theirs, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &page(theirs)).says(&["1. Berichte aus anderen Gremien", "2. Bericht aus Regionale AG"]);
        assert!(h.get(Some(w.kora), &list(w.verband)).html.contains("Herbsttreffen"));
    }
}
