//! One demand, several networks: each decides for itself, and nobody is exposed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::act;
use kernel::{Day, Id};
use networks::Body;
use support::{adopts, all, at, count, draft, page, published};

/// Kora asks a network; gives the number of what it is asked.
fn asked(h: &house::House, position: i64, network: Id<Body>) -> i64 {
    let fields = [("network", &*network.to_string()), ("until", "2026-12-31")];
    h.post(h.w.kora, &format!("{}/mitzeichnung", page(position)), &fields).is(303);
    count(h, "SELECT MAX(id) FROM position_signature")
}

fn signs(h: &house::House, signature: i64, how: &str, named: bool) -> house::Seen {
    let mut fields = vec![("answer", "ja"), ("resolution", ""), ("day", "2026-11-20"), ("how", how), ("reason", "")];
    if named {
        fields.push(("named", "ja"));
    }
    h.post(h.w.kora, &format!("/mitzeichnungen/{signature}"), &fields)
}

#[test]
fn x10_2_one_demand_of_three_networks_is_published_when_enough_have_signed() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Eine Forderung");
        let ask = format!("{}/mitzeichnung", page(it));
        h.post(w.kora, &ask, &[("network", &w.verband.to_string()), ("until", "")]).is(422);
        adopts(&h, it);
        h.post(w.kora, &ask, &[("network", &w.rag.to_string()), ("until", "")]).is(422);
        h.get(Some(w.rosa), &page(it)).is(404);
        let verband = asked(&h, it, w.verband);
        let kept = asked(&h, it, w.kept);
        h.post(w.kora, &ask, &[("network", &w.verband.to_string()), ("until", "")]).is(422);
        // Those of the network read it from now on, those who lead it have a task; the public knows nothing yet.
        h.get(Some(w.rosa), &page(it)).is(200).hides(&["Fassung 1"]);
        h.get(Some(w.rosa), &format!("{}/aenderungen", page(it))).is(403);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM task WHERE title LIKE 'Mitzeichnen?%'"), 2);
        h.get(None, &page(it)).is(404);
        h.get(Some(w.rosa), &format!("/mitzeichnungen/{verband}")).is(403);
        h.get(Some(w.dora), &format!("/mitzeichnungen/{verband}")).is(404);
        // Published once two have signed, by itself.
        let plan = [("level", "0"), ("signers", "2"), ("when", "jetzt")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(it)), &plan)
            .is(422)
            .says(&["Es haben erst 0 von 2 Netzwerken unterzeichnet."]);
        let plan = [("level", "0"), ("signers", "2"), ("when", "spaeter")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(it)), &plan).is(303);
        signs(&h, verband, "", true).is(422);
        signs(&h, verband, "Vorstand, einstimmig", true).is(303);
        h.get(None, &page(it)).is(404);
        signs(&h, kept, "Runde von Quinn Quast", true).is(303);
        signs(&h, kept, "Noch einmal", true).is(422);
        // The sensitive network agreed to be named; who decided in it stays inside.
        h.get(None, &page(it))
            .is(200)
            .says(&["2026/1", "Frauennetzwerk", "unterzeichnet am 20. November 2026", "Kommunales LSBTIQ-Netzwerk"])
            .hides(&["Quinn", "Vorstand, einstimmig"]);
        h.get(Some(w.dora), &page(it)).hides(&["Quinn"]);
        h.get(Some(w.quinn), &page(it)).says(&["Runde von Quinn Quast"]);
        // What came of it counts for those who signed: it stands on their pages as well.
        h.get(None, &format!("/gremien/{}/positionen", w.verband)).says(&["Mitgezeichnet", "Eine Forderung"]);
        // Whoever comes later stands there with the day; whoever goes, too.
        at(&h, "2026-12-01", 9);
        let back = [("answer", "zurueck"), ("reason", "Der Text passt nicht mehr.")];
        h.post(w.kora, &format!("/mitzeichnungen/{verband}"), &back).is(303);
        h.get(None, &page(it))
            .is(200)
            .says(&["unterzeichnet am 20. November 2026, zurückgezogen am 1. Dezember 2026"])
            .hides(&["Der Text passt nicht mehr."]);
    }
}

#[test]
fn signers_that_must_not_be_named_are_not_and_an_unlisted_network_stays_unknown() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Ohne Namen");
        let kept = asked(&h, it, w.kept);
        let hidden = asked(&h, it, w.hidden);
        signs(&h, kept, "Orga-Team", false).is(303);
        // Nobody can name what nobody may know of.
        signs(&h, hidden, "Runde", true).is(303);
        h.get(None, &page(it))
            .is(200)
            .says(&["2 weitere Netzwerke zeichnen mit, ohne genannt zu werden."])
            .hides(&["LSBTIQ", "Runder Tisch"]);
        h.get(Some(w.dora), &page(it)).hides(&["LSBTIQ", "Runder Tisch", "Orga-Team"]);
        // Anna chairs the group that asked, and must not know of it either.
        for path in [page(it), format!("{}/mitzeichnung", page(it))] {
            h.get(Some(w.anna), &path).is(200).hides(&["Runder Tisch"]);
        }
        h.get(Some(w.uma), &page(it)).says(&["Runder Tisch Schutz"]);
        h.get(None, &format!("{}/datei/pdf", page(it))).hides(&["LSBTIQ", "Runder Tisch"]);
        for (who, network, shown) in
            [(None, w.kept, false), (Some(w.dora), w.kept, false), (Some(w.quinn), w.kept, true)]
        {
            let list = h.get(who, &format!("/gremien/{network}/positionen"));
            assert_eq!(list.html.contains("Ohne Namen"), shown, "{who:?}");
        }
        // Latecomers are marked as such where they are named.
        h.get(Some(w.quinn), &page(it)).says(&["nachträglich unterzeichnet am"]);
    }
}

#[test]
fn a_position_of_a_sensitive_network_names_no_person_in_public_or_in_mail() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.quinn, w.kept, "Schutz bei CSDs");
        h.post(w.kora, &format!("{}/rueckmeldung", page(it)), &[("until", "2026-12-14"), ("who", "network")]).is(303);
        // What waits is told, and nothing else.
        for (_, subject, text) in h.all_letters() {
            assert!(
                !subject.contains("LSBTIQ") && !text.contains("CSD") && !text.contains("LSBTIQ"),
                "{subject}: {text}"
            );
        }
        let path = format!("{}/absaetze/{}/aendern", page(it), support::paragraph(&h, it, 2));
        h.post(w.quinn, &path, &[("sort", "strike"), ("reason", "")]).is(303);
        let one = count(&h, "SELECT MAX(id) FROM position_amendment");
        h.get(Some(w.anna), &format!("/aenderungsantraege/{one}")).is(200).hides(&["Quinn", "Stadt"]);
        h.post(w.kora, &format!("/aenderungsantraege/{one}"), &[("tat", "ablehnen"), ("outcome", "")]).is(303);
        adopts(&h, it);
        support::publishes(&h, it);
        h.get(None, &page(it)).is(200).says(&["Kommunales LSBTIQ-Netzwerk"]).hides(&["Quinn", "Quast", "Kora"]);
        // One of a network nobody knows of can be read inside only.
        let hidden = draft(&h, w.uma, w.hidden, "Im Verborgenen");
        adopts(&h, hidden);
        let plan = [("level", "0"), ("signers", "0"), ("when", "jetzt")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(hidden)), &plan).is(422);
        let plan = [("level", "2"), ("signers", "0"), ("when", "jetzt")];
        h.post(w.kora, &format!("{}/veroeffentlichen", page(hidden)), &plan).is(303);
        let office = support::addressee(&h, "Ministerium", "haus@example.org");
        let sent = support::letter(&h, hidden, office, "2027-01-04");
        let by_mail = [("tat", "senden"), ("way", "mail"), ("day", "")];
        support::with_letter(&h, sent, &by_mail)
            .is(422)
            .says(&["Ein verborgenes Netzwerk schreibt von hier aus niemandem."]);
        h.get(None, &format!("/adressat/{office}")).hides(&["Im Verborgenen"]);
        h.get(Some(w.uma), &page(hidden)).is(200);
        h.get(Some(w.dora), &page(hidden)).is(404);
        h.get(None, &page(hidden)).is(404);
    }
}

#[test]
fn a_signature_stays_readable_when_its_network_is_dissolved() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Bleibt stehen");
        let verband = asked(&h, it, w.verband);
        signs(&h, verband, "Mitgliederversammlung", true).is(303);
        let network = w.verband;
        act(&h.fresh, w.kora, move |tx, by| {
            let version = networks::find_body(tx, by, network)?.version;
            networks::end_body(tx, by, network, version, Day::literal("2026-12-01"))
        })
        .unwrap();
        at(&h, "2027-01-10", 9);
        h.get(None, &page(it)).is(200).says(&["Frauennetzwerk", "nachträglich unterzeichnet am 20. November 2026"]);
        // It can be asked for nothing more.
        let other = published(&h, "Danach");
        let fields = [("network", &*network.to_string()), ("until", "")];
        h.post(w.kora, &format!("{}/mitzeichnung", page(other)), &fields).is(422);
    }
}

#[test]
fn a_network_that_declines_may_still_sign_and_says_why_only_to_those_who_asked() {
    for h in all() {
        let w = h.w;
        let it = published(&h, "Vielleicht");
        let verband = asked(&h, it, w.verband);
        let no = [("answer", "nein"), ("resolution", ""), ("day", ""), ("how", ""), ("reason", "Erst im März.")];
        h.post(w.kora, &format!("/mitzeichnungen/{verband}"), &no).is(303);
        h.get(None, &page(it)).hides(&["Frauennetzwerk", "Erst im März."]);
        h.get(Some(w.kora), &format!("{}/mitzeichnung", page(it))).says(&["Erst im März."]);
        signs(&h, verband, "Vorstand", true).is(303);
        h.get(None, &page(it)).says(&["Frauennetzwerk"]);
    }
}

/// A kind, a path, and who is asked in person.
type Told = (String, String, Vec<i64>);

/// What positions and what tasks have to tell an inbox.
fn told(h: &house::House) -> (Vec<Told>, Vec<Told>) {
    let of = |slice: web::Slice| {
        let ask = slice.told.unwrap();
        let read = move |c: &db::Conn| {
            let since = c.today().plus_days(-30).at(0, 0);
            let window = web::Window { since, until: c.now(), networks: None, letters: true };
            ask(c, &window)
        };
        let all = h.fresh.db.read_now(read).unwrap();
        all.into_iter().map(|it| (it.kind.to_owned(), it.path, it.asked)).collect()
    };
    (of(positions::slice()), of(tasks::slice()))
}

#[test]
fn what_a_network_or_body_is_asked_leads_to_the_form_and_is_closed_by_the_answer() {
    for h in all() {
        let w = h.w;
        // Signing: the letter, the task and the list lead to the form; nobody marks the question as done beside it.
        let it = draft(&h, w.kora, w.rag, "Zusammen fordern");
        h.post(w.kora, &format!("{}/antragstellende", page(it)), &[("body", &w.verband.to_string())]).is(303);
        let movers = format!("{}/antragstellende", page(it));
        let task = count(&h, "SELECT id FROM task WHERE title LIKE 'Gemeinsam beantragen?%'");
        let mail = h.letters("kora@example.org").pop().unwrap();
        assert!(mail.1.contains(&movers) && !mail.1.contains("/aufgaben/"), "{mail:?}");
        let seen = h.get(Some(w.kora), &format!("/aufgaben/{task}"));
        seen.is(200).says(&[&format!("href=\"{movers}\""), "Antworten"]).hides(&["Erledigt"]);
        h.get(Some(w.kora), "/aufgaben").says(&[&format!("href=\"{movers}\"")]);
        h.get(Some(w.kora), &page(it)).says(&["ob es mit beantragt", &format!("href=\"{movers}\"")]);
        // The inbox tells it once, as the question with its form, and not as a task beside.
        let (mine, others) = told(&h);
        assert_eq!(mine, [("position_mover".to_owned(), movers.clone(), vec![w.kora.raw()])]);
        assert!(others.is_empty(), "{others:?}");
        h.post(w.kora, &movers, &[("body", &w.verband.to_string()), ("answer", "ja")]).is(303);
        let open = "SELECT COUNT(*) FROM task WHERE state = 'open' AND (title LIKE 'Gemeinsam%' OR title LIKE 'Mitzeichnen?%')";
        assert_eq!(count(&h, open), 0);
        h.get(Some(w.kora), &page(it)).hides(&["ob es mit beantragt"]);
        adopts(&h, it);
        let signature = asked(&h, it, w.verband);
        let form = format!("/mitzeichnungen/{signature}");
        assert!(h.letters("kora@example.org").pop().unwrap().1.contains(&form));
        let (mine, others) = told(&h);
        // It is told to all of the network: whoever does not lead it reads the position, whoever does finds the form there.
        assert_eq!(mine, [("position_signature".to_owned(), page(it), Vec::new())]);
        h.get(Some(w.kora), &page(it)).says(&[&format!("href=\"{form}\"")]);
        assert!(others.is_empty(), "{others:?}");
        let task = count(&h, "SELECT id FROM task WHERE title LIKE 'Mitzeichnen?%'");
        h.get(Some(w.kora), &format!("/aufgaben/{task}"))
            .says(&[&format!("href=\"{form}\""), "Antworten"])
            .hides(&["Erledigt"]);
        signs(&h, signature, "Vorstand", true).is(303);
        assert_eq!(count(&h, open), 0);
        h.get(Some(w.kora), &format!("/aufgaben/{task}")).says(&["Erledigt"]).hides(&["Antworten"]);
        // Who declines has answered, too.
        let declined = asked(&h, it, w.kept);
        let no = [("answer", "nein"), ("resolution", ""), ("day", ""), ("how", ""), ("reason", "")];
        h.post(w.kora, &format!("/mitzeichnungen/{declined}"), &no).is(303);
        assert_eq!(count(&h, open), 0);
        // What was asked before it was decided is asked no longer then.
        let other = draft(&h, w.kora, w.rag, "Ohne Antwort");
        h.post(w.kora, &format!("{}/antragstellende", page(other)), &[("body", &w.verband.to_string())]).is(303);
        assert_eq!(count(&h, open), 1);
        adopts(&h, other);
        assert_eq!(count(&h, open), 0);
    }
}

#[test]
fn everybody_reads_who_moved_it_too_and_who_was_only_asked_stands_apart_from_who_signed() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Von zweien");
        let movers = format!("{}/antragstellende", page(it));
        h.post(w.kora, &movers, &[("body", &w.verband.to_string())]).is(303);
        h.post(w.kora, &movers, &[("body", &w.verband.to_string()), ("answer", "ja")]).is(303);
        adopts(&h, it);
        support::publishes(&h, it);
        h.get(None, &page(it)).is(200).says(&["Gemeinsam mit", "Frauennetzwerk"]);
        let other = published(&h, "Noch ohne Antwort");
        asked(&h, other, w.verband);
        let seen = h.get(Some(w.kora), &page(other));
        seen.is(200).says(&["Um Mitzeichnung gebeten", "gefragt bis"]).hides(&["Mitgezeichnet"]);
        h.get(None, &page(other)).is(200).hides(&["Um Mitzeichnung gebeten", "Frauennetzwerk"]);
    }
}

#[test]
fn publishing_is_shown_once_more_before_it_is_final_and_a_decision_says_what_it_needs() {
    for h in all() {
        let w = h.w;
        let it = draft(&h, w.kora, w.rag, "Für immer");
        let decide = format!("{}/beschluss", page(it));
        let form = h.get(Some(w.kora), &decide);
        let how = form.html.split("for=\"how\"").nth(1).unwrap().split("</label>").next().unwrap().to_owned();
        assert!(!how.contains("freiwillig"), "{how}");
        let fields = [("result", "ja"), ("resolution", ""), ("day", "2026-11-20"), ("how", ""), ("why", "")];
        h.post(w.kora, &decide, &fields).is(422).says(&["Bitte schreiben Sie, wer wie beschlossen hat"]);
        adopts(&h, it);
        let publish = format!("{}/veroeffentlichen", page(it));
        h.get(Some(w.kora), &publish)
            .is(200)
            .says(&["Merken und weiter", "bleiben für immer"])
            .hides(&["Jetzt veröffentlichen"]);
        let plan = [("level", "0"), ("signers", "0"), ("older", "keine")];
        let next = h.post(w.kora, &publish, &plan).is(303).location().to_owned();
        assert_eq!(next, format!("{publish}?pruefen=ja"));
        h.get(None, &page(it)).is(404);
        h.get(Some(w.kora), &next).is(200).says(&["Jetzt veröffentlichen", "bleiben für immer"]);
        support::publishes(&h, it);
        h.get(None, &page(it)).is(200);
    }
}
