//! An authorisation handed in at check-in: where the rules ask for one, who sees it, and what the record says.

use kernel::Id;
use meetings::Meeting;
use serde_json::json;

use crate::{
    MEETING, count, does,
    house::{House, Seen},
    live::opens,
    meeting, page, rules,
    support::{all, at, link, newest, pdf},
};

const WORDS: &str = "Jo Muster stimmt für uns";

/// The key of a line by the person it is of.
fn key(h: &House, person: Id<people::Person>) -> String {
    let read = move |c: &db::Conn| {
        c.one("SELECT line FROM attendance WHERE person_id = :p", db::args! { p: person }, |r| r.get::<String>(0))
    };
    h.fresh.db.read_now(read).unwrap()
}

fn sheet(meeting: Id<Meeting>) -> String {
    format!("/termine/{meeting}/anwesenheit")
}

/// Kora enters how somebody is there.
#[track_caller]
fn enter(h: &House, meeting: Id<Meeting>, key: &str, how: &str, by: &str) {
    let html = h.get(Some(h.w.kora), &sheet(meeting)).is(200).html.clone();
    let field = |name: &str| {
        html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (version, checked) = (field("version"), field("selbst"));
    let (way, name) = (format!("wie-{key}"), format!("wer-{key}"));
    let fields = [("version", version.as_str()), ("selbst", checked.as_str()), (&way, how), (&name, by)];
    h.post(h.w.kora, &sheet(meeting), &fields).is(303);
}

fn brings(h: &House, who: Id<people::Person>, at: &str) -> Seen {
    h.upload(who, at, &[], &[("Vollmacht.pdf", &pdf(WORDS))])
}

#[test]
fn n3_2_an_authorisation_is_handed_in_at_check_in_and_only_those_who_convene_see_it() {
    for h in all() {
        let w = h.w;
        let written = [("proxies.allowed", json!(true)), ("proxies.form", json!("written"))];
        rules(&h, w.rag, "quarter", &written);
        let meeting = meeting(&h);
        at(&h, MEETING, 9);
        // Kept once, so that the lines have keys.
        let expected = h.get(Some(w.kora), &sheet(meeting)).is(200).html.clone();
        assert!(!expected.contains("/vollmacht"), "nobody is represented yet");
        h.post(w.kora, &sheet(meeting), &[("version", "0"), ("selbst", "0")]).is(303);
        let hers = key(&h, w.dora);
        let there = format!("{}/{hers}/vollmacht", sheet(meeting));
        // Whoever is there herself needs none.
        h.get(Some(w.kora), &there).is(200).says(&["Hier ist niemand vertreten."]).hides(&["type=\"file\""]);
        brings(&h, w.kora, &there).is(422).says(&["Eine Vollmacht gehört zu jemandem, der vertreten ist."]);
        assert_eq!(newest(&h), 0);
        // A proxy has to be in writing here, and the list says that it is missing.
        enter(&h, meeting, &hers, "proxy", "Jo Muster");
        h.get(Some(w.kora), &sheet(meeting)).says(&[&there, "Vollmacht fehlt noch"]);
        h.get(Some(w.kora), &there).is(200).says(&[
            "Dora Dahlke",
            "Vollmacht erteilt durch Jo Muster",
            "in Schriftform (§ 9)",
            "Vollmacht als Datei",
        ]);
        // Nobody else puts one there or looks: not whoever is concerned, not whoever stands in, not the network next door.
        for (who, status) in [(w.dora, 403), (w.vera, 403), (w.nora, 404), (w.olga, 404)] {
            h.get(Some(who), &there).is(status);
            brings(&h, who, &there).is(status);
        }
        h.get(None, &there).is(303);
        let program = h.upload(w.kora, &there, &[], &[("Vollmacht.pdf", "MZ\u{0}\u{0}")]);
        program.is(422).says(&["Diese Datei ist ein Programm"]);
        h.upload(w.kora, &there, &[], &[]).is(422).says(&["Bitte wählen Sie eine Datei."]);
        brings(&h, w.kora, &there).is(303);
        let file = format!("{there}/{}", newest(&h));
        let saved = h.get(Some(w.kora), &file);
        saved.is(200).says(&[WORDS]);
        assert!(saved.headers["content-disposition"].to_str().unwrap().contains("Vollmacht.pdf"));
        for (who, status) in [(w.dora, 403), (w.vera, 403), (w.nora, 404)] {
            h.get(Some(who), &file).is(status).hides(&[WORDS]);
        }
        h.get(None, &file).is(303);
        // Of another line there is no such file.
        h.get(Some(w.kora), &file.replace(&hers, &key(&h, w.anna))).is(404);
        h.get(Some(w.kora), &sheet(meeting))
            .says(&["Vollmacht erteilt durch Jo Muster; Vollmacht liegt vor", "Vollmacht ansehen"])
            .hides(&["Vollmacht fehlt noch"]);
        // One brought by mistake goes again.
        let number = newest(&h).to_string();
        h.upload(w.kora, &there, &[("tat", "entfernen"), ("nummer", &number)], &[]).is(303);
        h.get(Some(w.kora), &file).is(404);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM file"), 0, "its bytes are gone, too");
        brings(&h, w.kora, &there).is(303);
        // It stands in the record, and nothing of it where names do not go.
        at(&h, MEETING, 12);
        does(&h, meeting, "anlegen", &[]).is(303);
        let fields = [("title", "Austausch"), ("text", "Es wurde beraten."), ("openness", "public")];
        h.post(w.kora, &format!("/termine/{meeting}/protokollpunkt"), &fields).is(303);
        does(&h, meeting, "verschicken", &[]).is(303);
        const SAID: &str = "Vollmacht erteilt durch Jo Muster; Vollmacht liegt vor";
        h.get(Some(w.kora), &page(meeting)).says(&[SAID]);
        h.get(Some(w.kora), &format!("{}/docx", page(meeting))).says(&["Vollmacht liegt vor"]);
        h.get(Some(w.dora), &page(meeting)).says(&[SAID]).hides(&["/vollmacht"]);
        h.get(None, &link(&h, "anna@example.org")).is(200).hides(&["Jo Muster", "Vollmacht liegt vor"]);
        // What went out is not changed any more; what was handed in can be read.
        brings(&h, w.kora, &there).is(422).says(&["Das Protokoll ist verschickt."]);
        let left = format!("{there}/{}", newest(&h));
        h.get(Some(w.kora), &there).is(200).says(&[&left]).hides(&["type=\"file\"", "value=\"entfernen\""]);
        h.get(Some(w.kora), &left).is(200);
    }
}

#[test]
fn n3_2_whoever_speaks_for_an_organisation_without_being_named_shows_its_authorisation() {
    for h in all() {
        let w = h.w;
        rules(&h, w.verband, "association", &[]);
        let meeting = crate::support::plans(&h, w.verband, MEETING, &[("level", "1")]);
        crate::support::invites(&h, meeting);
        at(&h, MEETING, 9);
        let number = opens(&h, meeting);
        assert!(!number.is_empty());
        h.post(w.kora, &sheet(meeting), &[("version", "0"), ("selbst", "0")]).is(303);
        let line = h.fresh.db.read_now(|c| {
            c.one("SELECT a.line FROM attendance a JOIN occupancy o ON o.seat_id = a.seat_id WHERE o.organisation_id IS NOT NULL ORDER BY a.id LIMIT 1", db::args! {}, |r| r.get::<String>(0))
        });
        let line = line.unwrap();
        enter(&h, meeting, &line, "represented", "Jo Muster");
        h.get(Some(w.kora), &sheet(meeting)).says(&["Vollmacht fehlt noch"]);
        let there = format!("{}/{line}/vollmacht", sheet(meeting));
        h.get(Some(w.kora), &there).says(&["und dafür nicht benannt ist, legt eine Vollmacht vor."]);
        brings(&h, w.kora, &there).is(303);
        h.get(Some(w.kora), &sheet(meeting)).says(&["Vollmacht liegt vor"]).hides(&["Vollmacht fehlt noch"]);
    }
}

#[test]
fn an_informal_circle_asks_for_none_and_a_sensitive_one_forgets_it_with_its_list() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        at(&h, MEETING, 9);
        h.post(w.kora, &sheet(meeting), &[("version", "0"), ("selbst", "0")]).is(303);
        let hers = key(&h, w.dora);
        enter(&h, meeting, &hers, "represented", "Jo Muster");
        h.get(Some(w.kora), &sheet(meeting)).says(&["vertreten durch Jo Muster"]).hides(&["/vollmacht"]);
        brings(&h, w.kora, &format!("{}/{hers}/vollmacht", sheet(meeting))).is(422);
        assert_eq!(newest(&h), 0);
    }
    for h in all() {
        let w = h.w;
        rules(&h, w.kept, "council", &[]);
        let meeting = crate::support::plans(&h, w.kept, MEETING, &[]);
        crate::support::invites(&h, meeting);
        at(&h, MEETING, 9);
        h.post(w.kora, &sheet(meeting), &[("version", "0"), ("selbst", "0")]).is(303);
        let hers = key(&h, w.quinn);
        enter(&h, meeting, &hers, "represented", "Jo Muster");
        brings(&h, w.kora, &format!("{}/{hers}/vollmacht", sheet(meeting))).is(303);
        crate::support::daily(&h, "meetings.cleanup", "2027-04-16");
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attachment"), 1);
        crate::support::daily(&h, "meetings.cleanup", "2027-04-17");
        for table in ["SELECT COUNT(*) FROM attendance", "SELECT COUNT(*) FROM attachment", "SELECT COUNT(*) FROM file"]
        {
            assert_eq!(count(&h, table), 0, "{table}");
        }
    }
}

#[test]
fn a_paper_filed_with_somebody_who_turns_out_to_be_there_herself_is_seen_and_goes_again() {
    for h in all() {
        let w = h.w;
        rules(&h, w.rag, "quarter", &[("proxies.allowed", json!(true)), ("proxies.form", json!("written"))]);
        let meeting = meeting(&h);
        at(&h, MEETING, 9);
        h.post(w.kora, &sheet(meeting), &[("version", "0"), ("selbst", "0")]).is(303);
        let hers = key(&h, w.dora);
        let there = format!("{}/{hers}/vollmacht", sheet(meeting));
        enter(&h, meeting, &hers, "proxy", "Jo Muster");
        brings(&h, w.kora, &there).is(303);
        let number = newest(&h).to_string();
        enter(&h, meeting, &hers, "present", "");
        // The list leads there still, and says of her no more than that she is there.
        h.get(Some(w.kora), &sheet(meeting)).says(&[&there, "Vollmacht ansehen"]).hides(&["Vollmacht liegt vor"]);
        h.get(Some(w.kora), &there)
            .is(200)
            .says(&["Hier ist niemand vertreten.", "Vollmacht.pdf", "value=\"entfernen\""])
            .hides(&["type=\"file\""]);
        brings(&h, w.kora, &there).is(422).says(&["Eine Vollmacht gehört zu jemandem, der vertreten ist."]);
        let removes = |who| h.upload(who, &there, &[("tat", "entfernen"), ("nummer", &number)], &[]);
        removes(w.dora).is(403);
        removes(w.nora).is(404);
        removes(w.kora).is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM file"), 0);
        h.get(Some(w.kora), &sheet(meeting)).hides(&["/vollmacht"]);
        // Once the minutes went out nothing goes any more.
        enter(&h, meeting, &hers, "proxy", "Jo Muster");
        brings(&h, w.kora, &there).is(303);
        let number = newest(&h).to_string();
        enter(&h, meeting, &hers, "present", "");
        at(&h, MEETING, 12);
        crate::drafted(&h, meeting);
        does(&h, meeting, "verschicken", &[]).is(303);
        h.upload(w.kora, &there, &[("tat", "entfernen"), ("nummer", &number)], &[])
            .is(422)
            .says(&["Das Protokoll ist verschickt."]);
        h.get(Some(w.kora), &there).is(200).says(&["Vollmacht.pdf"]).hides(&["value=\"entfernen\""]);
    }
}
