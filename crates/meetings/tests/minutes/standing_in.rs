//! Whoever is there for somebody else is named on the voting list; a sitting that runs is the first thing on its page.

use db::args;

use crate::{
    MEETING,
    live::{formal, live, minute, opens, press},
    support::{all, invites, plans},
};

#[test]
fn n6_2_the_voting_list_names_who_is_there_for_whom() {
    for h in all() {
        let w = h.w;
        formal(&h, w.rag);
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        minute(&h, 9, 0);
        let sheet = format!("/termine/{meeting}/anwesenheit");
        h.post(w.kora, &sheet, &[("version", "0"), ("selbst", "0")]).is(303);
        let enters = |person: kernel::Id<people::Person>, how: &str, by: &str| {
            let line = h.fresh.db.read_now(move |c| {
                c.one("SELECT line FROM attendance WHERE person_id = :p", args! { p: person }, |r| r.get::<String>(0))
            });
            let line = line.unwrap();
            let html = h.get(Some(w.kora), &sheet).is(200).html.clone();
            let version = html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let (way, name) = (format!("wie-{line}"), format!("wer-{line}"));
            let fields = [("version", version.as_str()), ("selbst", "0"), (&way, how), (&name, by)];
            h.post(w.kora, &sheet, &fields).is(303);
        };
        enters(w.dora, "represented", "Jo Muster");
        minute(&h, 10, 1);
        let list = format!("/termine/{meeting}/stimmliste");
        let here = "<dt>davon jetzt vertreten</dt><dd>1</dd>";
        h.get(Some(w.vera), &list)
            .is(200)
            .says(&[here, "Dora Dahlke", "vertreten durch Jo Muster"])
            .hides(&["im Raum"]);
        enters(w.dora, "present", "");
        h.get(Some(w.vera), &list).says(&[here, "im Raum"]).hides(&["Jo Muster"]);
    }
}

#[test]
fn n2_1_the_page_of_a_meeting_that_runs_leads_into_the_sitting_first() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        invites(&h, meeting);
        let there = format!("/termine/{meeting}");
        let into = format!("<a class=\"kern-btn kern-btn--primary\" href=\"{}\">", live(meeting));
        minute(&h, 9, 55);
        let before = h.get(Some(w.dora), &there);
        before.says(&["Kommen Sie?", "kern-btn--primary\" name=\"antwort\""]).hides(&[&into]);
        let leads = |words: &str| {
            let seen = h.get(Some(w.dora), &there);
            seen.is(200).says(&[words, &into]).hides(&["kern-btn--primary\" name=\"antwort\""]);
            let (button, answer) = (seen.html.find(&into).unwrap(), seen.html.find("Kommen Sie?").unwrap());
            let facts = seen.html.find("id=\"angaben\"").unwrap();
            assert!(button < facts && facts < answer, "the answer steps back");
            assert_eq!(seen.main().matches(&live(meeting)).count(), 1, "one way in");
        };
        minute(&h, 10, 0);
        leads("Der Termin hat begonnen.");
        opens(&h, meeting);
        leads("Die Sitzung läuft.");
        // Whoever has no part in it has no way in.
        h.get(Some(w.nora), &there).hides(&[&live(meeting)]);
        press(&h, w.kora, meeting, "beenden", &[]).is(303);
        h.get(Some(w.dora), &there).hides(&[&into]);
    }
}
