//! A hybrid conference: some are in the room, some come in from elsewhere; votes and elections are opened from the item that
//! is on, and what came of them stands there and in the minutes.

use crate::{
    MEETING,
    common::{day, operate, person, seated},
    count, does,
    live::{calls, enters, formal, live, minute, on, opens, press},
    page,
    support::{all, at, invites, item, link, plans, subjects},
};

use networks::{NewSeat, Occupant, SeatKind};
use people::{NewTerritory, TerritoryLevel};

/// The address a page leads to that begins so, as a browser reads it.
fn leads(html: &str, begins: &str) -> String {
    let rest = html.split(&format!("href=\"{begins}")).nth(1).unwrap_or_else(|| panic!("no {begins} in {html}"));
    format!("{begins}{}", rest.split('"').next().unwrap()).replace("&#38;", "&").replace("&amp;", "&")
}

#[test]
fn n2_1_in_a_hybrid_conference_votes_and_elections_open_from_the_item_that_is_on() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        item(&h, meeting, "Arbeitsplan & Termine", "30", "internal");
        item(&h, meeting, "Wahl der Vertretungen", "30", "internal");
        invites(&h, meeting);
        minute(&h, 9, 55);
        let number = opens(&h, meeting);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        minute(&h, 10, 0);
        calls(&h, meeting, "Arbeitsplan & Termine");
        // Members see no way to begin a vote; whoever leads sees four.
        h.get(Some(w.dora), &live(meeting))
            .says(&["Gerade wird nicht abgestimmt."])
            .hides(&["abgestimmt?", "Wahl vorbereiten"]);
        let html = h.get(Some(w.kora), &live(meeting)).is(200).html.clone();
        let body = format!("/gremien/{}", w.rag);
        let form = leads(&html, &format!("{body}/abstimmen?"));
        h.get(Some(w.kora), &form).is(200).says(&["Arbeitsplan &#38; Termine", "2027-03-17", "10:10"]);
        h.get(Some(w.kora), &leads(&html, &format!("{body}/abgestimmt/namentlich?"))).is(200).says(&["Arbeitsplan"]);
        h.get(Some(w.kora), &leads(&html, &format!("{body}/waehlen"))).is(200);
        // Who is there is in the form of the show of hands already, in votes: a town and the chair's, and one from elsewhere.
        h.get(Some(w.kora), &leads(&html, &format!("{body}/abgestimmt?")))
            .is(200)
            .says(&["name=\"present\" type=\"text\" value=\"1\"", "name=\"remote\" type=\"text\" value=\"1\""]);
        let fields = [
            ("title", "Gilt der Arbeitsplan?"),
            ("text", "Der Arbeitsplan gilt."),
            ("matter", "ordinary"),
            ("method", "online"),
            ("grade", "open"),
            ("last", MEETING),
            ("hour", "10:10"),
            ("level", "2"),
        ];
        let lead = h.post(w.kora, &format!("{body}/abstimmen"), &fields).is(303).location().to_owned();
        h.get(Some(w.dora), &live(meeting)).hides(&["Gilt der Arbeitsplan?"]);
        h.get(Some(w.kora), &live(meeting)).says(&["Gilt der Arbeitsplan?"]);
        minute(&h, 10, 2);
        h.post(w.kora, &lead, &[("tat", "ankuendigen")]).is(303);
        let ballot = lead.replace("/leiten", "/stimmzettel");
        h.get(Some(w.dora), &live(meeting)).says(&["Gilt der Arbeitsplan?", &ballot, "noch keine Stimme abgegeben"]);
        // The ballot paper leads back into the sitting, and stays so once it was cast; only a page of this house is led to.
        let led = leads(&h.get(Some(w.dora), &live(meeting)).html, &ballot);
        let back = format!("href=\"{}\"", live(meeting));
        h.get(Some(w.dora), &led).is(200).says(&["Zurück zur Sitzung", &back]);
        for elsewhere in ["//example.org/live", "https://example.org/live", "/\\example.org"] {
            h.get(Some(w.dora), &format!("{ballot}?von={}", elsewhere.replace('\\', "%5C")))
                .is(200)
                .hides(&["Zurück zur Sitzung"]);
        }
        for who in [w.anna, w.dora] {
            let paper = h.get(Some(who), &ballot).is(200).html.clone();
            let unit = paper.split("name=\"unit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            h.post(who, &ballot, &[("unit", &unit), ("choice", "yes"), ("tat", "abgeben")]).is(303);
        }
        h.get(Some(w.vera), &live(meeting)).says(&["2 Stimmen abgegeben"]);
        h.post(w.kora, &lead, &[("tat", "schliessen")]).is(303);
        h.get(Some(w.dora), &live(meeting)).says(&["Gilt der Arbeitsplan?"]).hides(&[&ballot]);
        minute(&h, 10, 20);
        calls(&h, meeting, "Wahl der Vertretungen");
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        // The vote stands in the minutes under the item during which it was taken, though it has another name.
        does(&h, meeting, "anlegen", &[]).is(303);
        let found = "SELECT COUNT(*) FROM minutes_entry e JOIN vote v ON v.id = e.vote_id WHERE e.title = 'Arbeitsplan & Termine' AND v.title = 'Gilt der Arbeitsplan?'";
        assert_eq!(count(&h, found), 1);
        h.get(Some(w.kora), &page(meeting)).says(&["Gilt der Arbeitsplan?", "Von 10 bis 10:20 Uhr."]);
    }
}

#[test]
fn n2_8_in_a_hybrid_conference_without_a_quorum_the_meeting_goes_on_as_an_exchange() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        item(&h, meeting, "Wahl der Vertretungen", "30", "internal");
        invites(&h, meeting);
        minute(&h, 9, 55);
        let number = opens(&h, meeting);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        minute(&h, 10, 0);
        calls(&h, meeting, "Wahl der Vertretungen");
        let html = h
            .get(Some(w.kora), &live(meeting))
            .is(200)
            .says(&["nicht beschlussfähig", "Nötig: mindestens die Hälfte"])
            .html
            .clone();
        // Items can be called and spoken on all the same.
        press(&h, w.dora, meeting, "melden", &[]).is(303);
        let form = leads(&html, &format!("/gremien/{}/abgestimmt?", w.rag));
        h.get(Some(w.kora), &form).is(200).says(&["name=\"remote\" type=\"text\" value=\"1\""]);
        let entered = [
            ("title", "Wahl der Vertretungen"),
            ("text", "Die Wahl findet heute statt."),
            ("matter", "ordinary"),
            ("day", MEETING),
            ("grade", "hands"),
            ("present", "0"),
            ("remote", "1"),
            ("proxies", "0"),
            ("yes", "1"),
            ("no", "0"),
            ("abstain", "0"),
            ("invalid", "0"),
            ("level", "2"),
        ];
        let vote = h.post(w.kora, &format!("/gremien/{}/abgestimmt", w.rag), &entered).is(303).location().to_owned();
        h.get(Some(w.dora), &vote).is(200).says(&["nicht beschlussfähig"]);
        // What was voted on without enough is shown where it happened, with the reason.
        h.get(Some(w.dora), &live(meeting)).says(&[&vote, "nicht beschlussfähig"]);
        let run = on(&h);
        press(&h, w.kora, meeting, "pause", &[("laeuft", &run)]).is(303);
        minute(&h, 10, 15);
        enters(&h, w.anna, meeting, &number, "present").is(303);
        h.get(Some(w.kora), &live(meeting)).says(&["Wie sich das geändert hat"]);
    }
}

#[test]
fn n6_2_the_voting_list_says_on_the_day_who_is_entitled_why_and_who_is_there() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        minute(&h, 9, 55);
        let list = format!("/termine/{meeting}/stimmliste");
        // An informal circle has none.
        h.get(Some(w.dora), &list).is(404);
        h.get(Some(w.dora), &live(meeting)).hides(&[&list]);
        formal(&h, w.rag);
        let number = opens(&h, meeting);
        h.get(Some(w.dora), &live(meeting)).says(&[&list]);
        let (all, here) = ("<dt>stimmberechtigt</dt><dd>3</dd>", "<dt>davon jetzt vertreten</dt>");
        h.get(Some(w.dora), &list).is(200).says(&[all, &format!("{here}<dd>0</dd>"), "Stadt Düren", "Dora Dahlke"]);
        enters(&h, w.dora, meeting, &number, "remote").is(303);
        h.get(Some(w.vera), &list).says(&[all, &format!("{here}<dd>1</dd>"), "zugeschaltet", "Stadt Eschweiler"]);
        for outside in [w.nora, w.olga, w.uma] {
            h.get(Some(outside), &list).is(404);
        }
    }
}

#[test]
fn n3_1_the_assembly_is_convened_in_text_form_with_a_proof_for_each_and_a_late_address_is_shown() {
    for h in all() {
        let w = h.w;
        crate::support::account(&h, w.rosa, "rosa@example.org");
        crate::rules(&h, w.verband, "association", &[]);
        let meeting = plans(&h, w.verband, "2027-05-05", &[]);
        item(&h, meeting, "Satzungsänderung", "30", "internal");
        at(&h, "2027-03-01", 9);
        let preview = format!("/termine/{meeting}/einladung");
        h.get(Some(w.kora), &preview).is(200).says(&["fristgerecht"]);
        invites(&h, meeting);
        let letters = h.letters("rosa@example.org");
        assert_eq!(letters.len(), 1);
        assert!(letters[0].1.contains("Satzungsänderung"), "the subject is named in the summons: {}", letters[0].1);
        assert!(link(&h, "rosa@example.org").starts_with("/einladung/"));
        assert_eq!(subjects(&h, "rosa@example.org"), ["[Frauennetzwerk] Einladung: Herbsttreffen"]);
        // The proof is a row for each organisation's contact, and names whom no letter reaches.
        let proof = "SELECT COUNT(*) FROM meeting_letter l JOIN meeting_invitation i ON i.id = l.invitation_id WHERE i.person_id IS NOT NULL AND l.mail_id IS NOT NULL";
        assert!(count(&h, proof) >= 1);
        h.get(Some(w.kora), &preview).says(&["Rosa Roth"]);
        h.get(Some(w.nora), &preview).is(404);
    }
}

#[test]
fn n6_2_the_voting_list_is_grouped_by_land_where_the_seats_are_of_several() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        // All are of one Land: no heading says so.
        let first = plans(&h, w.rag, "2027-03-10", &[]);
        let list = |meeting| format!("/termine/{meeting}/stimmliste");
        h.get(Some(w.kora), &list(first)).is(200).hides(&["Nordrhein-Westfalen", "Ohne Land"]);
        // A seat that stands for Hesse by itself, whoever sits on it, and one of a person with no territory.
        operate(&h.fresh, move |tx, op| {
            let land = NewTerritory {
                ags: Some("06".into()),
                level: TerritoryLevel::Land,
                name: "Hessen".into(),
                parent: None,
                from: day("1946-01-01"),
            };
            let hesse = people::add_territory(tx, op, &land)?;
            let kora = rights::load(tx, w.kora.raw(), tx.today(), None)?;
            let hera = person(tx, op, "Hera", "Hessel")?;
            let of = NewSeat { source_territory: Some(hesse), ..NewSeat::new(SeatKind::Territory, day("2000-01-01")) };
            seated(tx, &kora, w.rag, &of, Occupant::person(hera), "2020-01-01")?;
            let own = NewSeat::new(SeatKind::Personal, day("2000-01-01"));
            seated(tx, &kora, w.rag, &own, Occupant::person(w.nora), "2020-01-01")
        })
        .unwrap();
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        minute(&h, 9, 55);
        let number = opens(&h, meeting);
        enters(&h, w.dora, meeting, &number, "present").is(303);
        enters(&h, w.nora, meeting, &number, "present").is(303);
        let seen = h.get(Some(w.dora), &list(meeting));
        seen.is(200).says(&[
            "<dt>stimmberechtigt</dt><dd>5</dd>",
            "<dt>davon jetzt vertreten</dt><dd>2</dd>",
            "1 von 3 Stimmen vertreten",
            "0 von 1 Stimmen vertreten",
            "1 von 1 Stimmen vertreten",
        ]);
        // In the order of the official keys, those without a Land last.
        let at = |word: &str| seen.html.find(&format!(">{word} <span")).unwrap_or_else(|| panic!("{word}"));
        assert!(at("Nordrhein-Westfalen") < at("Hessen") && at("Hessen") < at("Ohne Land"));
        h.get(Some(w.olga), &list(meeting)).is(404);
    }
}
