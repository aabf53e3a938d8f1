//! R1, P40: rules as versions from a day: given by one question and a template, changed one by one, seen side by side.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day, refusal};
use decisions::{NewRules, list_rules, rules::template, take_back_rules, take_rules};
use house::{House, Seen};
use kernel::{Error, Id, Level};
use networks::{Body, find_body};
use support::{adopted, all, follow, give, hidden, typed};

fn is_formal(h: &House, body: Id<Body>) -> bool {
    common::read(&h.fresh, Some(h.w.kora), move |c, a| Ok(find_body(c, a, body)?.formal))
}

fn count(h: &House, body: Id<Body>) -> usize {
    common::read(&h.fresh, None, move |c, _| Ok(list_rules(c, body)?.len()))
}

/// What was looked at is saved.
fn confirm(h: &House, path: &str, review: &Seen) -> Seen {
    let mut fields = hidden(&review.is(200).html);
    fields.push(("schritt".into(), "speichern".into()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    h.post(h.w.anna, path, &fields)
}

#[test]
fn r1_one_question_and_a_template_give_a_body_its_rules() {
    for h in &all() {
        let (anna, dora, rag) = (h.w.anna, h.w.dora, h.w.rag);
        let (page, give) = (format!("/gremien/{rag}/regeln"), format!("/gremien/{rag}/regeln/aendern"));
        h.get(None, &page).is(200).says(&["Noch sind keine Regeln festgelegt."]).hides(&["Regeln festlegen"]);
        h.get(None, &give).is(303);
        h.get(Some(dora), &give).is(403);
        h.post(dora, &give, &[("foermlich", "ja"), ("profile", "council"), ("from", "2026-11-23")]).is(403);
        h.get(Some(anna), &page).says(&["Regeln festlegen"]);
        h.get(Some(anna), &give).says(&["Stimmen Sie förmlich ab?"]).hides(&["Wie im Rat"]);
        let yes = h.get(Some(anna), &format!("{give}?foermlich=ja"));
        yes.says(&["Wie im Rat", "Eingetragener Verein", "Mehrheit der Sitze"]).hides(&["Kreis ohne förmliche"]);
        h.get(Some(anna), &format!("{give}?foermlich=nein"))
            .says(&["verschwinden ab diesem Tag"])
            .hides(&["Wie im Rat"]);
        // Nothing is saved before it was looked at.
        let typed = [("foermlich", "ja"), ("profile", "council"), ("from", "2026-11-23"), ("note", "Erste Regeln")];
        let review = h.post(anna, &give, &typed);
        review.says(&["Änderung prüfen", "Ab 23. November 2026 in Kraft setzen"]);
        assert_eq!((count(h, rag), is_formal(h, rag)), (0, false));
        let done = confirm(h, &give, &review);
        follow(h, anna, &done).says(&["Die Regeln sind gespeichert.", "Wie im Rat", "Erste Regeln", "Fundstelle"]);
        assert_eq!((count(h, rag), is_formal(h, rag)), (1, true));
        h.get(None, &page).says(&["Wie im Rat", "23. November 2026"]).hides(&[">Ändern<"]);
        h.get(None, &format!("{page}?stand=2026-11-22")).says(&["Noch sind keine Regeln festgelegt."]);
        // An informal circle shows nothing formal.
        let typed = [("foermlich", "nein"), ("profile", "informal"), ("from", "2026-11-24")];
        let done = confirm(h, &give, &h.post(anna, &give, &typed));
        done.is(303);
        let next = h.get(None, &format!("{page}?stand=2026-11-24"));
        next.says(&["Hier wird nicht förmlich abgestimmt."]).hides(&["Vollmachten</h2>", "Wahlen und Amtszeiten</h2>"]);
        assert!(is_formal(h, rag), "until then it votes formally");
        h.fresh.clock.set(day("2026-11-24").at(0, 30));
        let job = decisions::slice().jobs.iter().find(|j| j.name == "decisions.rules").unwrap().run;
        h.fresh.db.write_now(move |tx| job(tx, "2026-11-24")).unwrap();
        assert!(!is_formal(h, rag));
        h.get(Some(anna), &format!("/gremien/{rag}/entscheidungen"))
            .says(&["Hier wird nicht förmlich abgestimmt."])
            .hides(&["Abstimmung vorbereiten", "Was läuft"]);
    }
}

#[test]
fn x10_8_a_new_body_answers_one_question_and_its_pages_show_what_it_needs() {
    let h = &all()[0];
    let (anna, rag) = (h.w.anna, h.w.rag);
    let (decisions, rules) = (format!("/gremien/{rag}/entscheidungen"), format!("/gremien/{rag}/regeln"));
    let give = format!("{rules}/aendern");
    let formal = ["Abstimmung vorbereiten", "Wahl vorbereiten", "Abstimmung aus Sitzung eintragen"];
    // Nothing is offered before the question is answered, and the page leads to it.
    let before = h.get(Some(anna), &decisions);
    before.is(200).says(&["Regeln festlegen"]).hides(&formal);
    h.get(Some(h.w.dora), &decisions).is(200).hides(&["Regeln festlegen"]).hides(&formal);
    // „Nein“: no ballot, no quorum, no proxies, anywhere.
    let no = [("foermlich", "nein"), ("profile", "informal"), ("from", "2026-11-23")];
    confirm(h, &give, &h.post(anna, &give, &no)).is(303);
    h.get(Some(anna), &decisions).is(200).says(&["Hier wird nicht förmlich abgestimmt."]).hides(&formal);
    h.get(Some(anna), &rules).is(200).hides(&[
        "Vollmachten</h2>",
        "Wahlen und Amtszeiten</h2>",
        "Beschlussfähigkeit</h2>",
    ]);
    h.get(Some(anna), &format!("/gremien/{rag}/waehlen")).says(&["förmlich"]).hides(&["name=\"paper_kind\""]);
    assert!(!is_formal(h, rag));
    // „Ja“ with a template from the same day on: all of it is there, with where it comes from.
    h.fresh.clock.set(day("2026-11-24").at(9, 0));
    let yes = [("foermlich", "ja"), ("profile", "quarter"), ("from", "2026-11-24"), ("note", "Gründungsversammlung")];
    confirm(h, &give, &h.post(anna, &give, &yes)).is(303);
    assert!(is_formal(h, rag));
    h.get(Some(anna), &decisions).is(200).says(&formal).hides(&["Hier wird nicht förmlich abgestimmt."]);
    h.get(Some(anna), &rules).is(200).says(&[
        "Vollmachten</h2>",
        "Wahlen und Amtszeiten</h2>",
        "Gründungsversammlung",
        "ein Viertel",
    ]);
    // Whoever does not lead sees the rules and no button.
    h.get(Some(h.w.dora), &decisions).is(200).hides(&formal);
    h.get(None, &rules).is(200).says(&["ein Viertel"]).hides(&["Regeln festlegen", ">Ändern<"]);
}

#[test]
fn r1_bad_input_keeps_what_was_typed() {
    let h = &all()[0];
    let (anna, rag) = (h.w.anna, h.w.rag);
    let path = format!("/gremien/{rag}/regeln/aendern");
    h.post(anna, &path, &[("foermlich", "ja"), ("profile", "quatsch"), ("from", "irgendwann"), ("note", "Anlass")])
        .is(422)
        .says(&["Bitte wählen Sie eine der Vorlagen.", "Schreiben Sie den Tag so", "value=\"irgendwann\"", "Anlass"]);
    // The informal circle is no answer to „Ja“.
    h.post(anna, &path, &[("foermlich", "ja"), ("profile", "informal"), ("from", "2026-12-01")]).is(422);
    let review = h.post(anna, &path, &[("foermlich", "ja"), ("profile", "council"), ("from", "1975-01-01")]);
    confirm(h, &path, &review).is(422).says(&["An diesem Tag gibt es das Gremium nicht."]);
    h.get(Some(anna), &format!("{path}/votes.ordinary")).is(404);
    give(h, rag, "council", "2020-01-01");
    h.get(Some(anna), &format!("{path}/votes.nothing")).is(404);
    let change = format!("{path}/votes.rule_change");
    let typed = [
        ("more", "at_least"),
        ("share", "zwei Drittel"),
        ("base", "cast"),
        ("tie", "rejected"),
        ("clause_number", "§ 9"),
        ("clause_text", "Mit zwei Dritteln."),
        ("from", "2026-12-01"),
    ];
    h.post(anna, &change, &typed).is(422).says(&[
        "Bitte schreiben Sie einen Anteil wie 2/3",
        "value=\"zwei Drittel\"",
        "Mit zwei Dritteln.",
        "value=\"§ 9\"",
    ]);
}

#[test]
fn r1_a_parameter_changes_from_a_day_with_its_clause_and_is_seen_side_by_side() {
    let h = &all()[0];
    let (anna, dora, rag) = (h.w.anna, h.w.dora, h.w.rag);
    give(h, rag, "council", "2020-01-01");
    let page = format!("/gremien/{rag}/regeln");
    h.get(Some(anna), &page).says(&["/regeln/aendern/votes.rule_change"]);
    h.get(Some(dora), &page).hides(&["/regeln/aendern"]);
    let path = format!("{page}/aendern/votes.rule_change");
    h.get(Some(dora), &path).is(403);
    let form = h.get(Some(anna), &path);
    form.is(200).says(&["Fundstelle", "value=\"2026-11-24\"", "name=\"share\""]);
    let typed = [
        ("more", "at_least"),
        ("share", "4 / 5"),
        ("base", "entitled"),
        ("tie", "rejected"),
        ("clause_number", "§ 17 Abs. 3"),
        ("clause_text", "Vier Fünftel aller Stimmberechtigten müssen zustimmen."),
        ("from", "2027-01-01"),
        ("note", "Beschluss 2026/007"),
    ];
    let review = h.post(anna, &path, &typed);
    review.says(&["Fassung ab 1. Januar 2020", "Fassung ab 1. Januar 2027", "4/5", "§ 17 Abs. 3", "Vier Fünftel"]);
    assert_eq!(count(h, rag), 1);
    // „Noch ändern“ leads back to what was typed.
    let mut fields = hidden(&review.html);
    fields.push(("schritt".into(), "aendern".into()));
    let again: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    h.post(anna, &path, &again).is(200).says(&["value=\"4 / 5\"", "Vier Fünftel aller"]);
    follow(h, anna, &confirm(h, &path, &review)).says(&[
        "gilt noch nicht",
        "Beschluss 2026/007",
        "Fassung zurücknehmen",
    ]);
    // A second change of the same day becomes the same version.
    let cap = format!("{page}/aendern/notice.period");
    h.get(Some(anna), &cap).says(&["value=\"2027-01-01\""]);
    let typed = [
        ("unit", "weeks"),
        ("count", "6"),
        ("clause_number", "§ 3"),
        ("clause_text", "Sechs Wochen."),
        ("from", "2027-01-01"),
    ];
    let review = h.post(anna, &cap, &typed);
    review.says(&["6 Wochen"]).hides(&["4/5"]);
    confirm(h, &cap, &review).is(303);
    assert_eq!(count(h, rag), 2);
    // Today nothing of it holds, on the day both do; the comparison shows these two and nothing else.
    h.get(None, &page).hides(&["6 Wochen", "4/5"]);
    h.get(None, &format!("{page}?stand=2027-01-01")).says(&["6 Wochen", "4/5", "§ 17 Abs. 3"]);
    let side = h.get(None, &format!("{page}/vergleichen"));
    side.says(&["6 Wochen", "4/5", "Fassung ab 1. Januar 2020", "Fassung ab 1. Januar 2027"]);
    assert_eq!(side.main().matches("<th scope=\"row\">").count(), 2, "{}", side.main());
    h.get(None, &format!("/en{page}/vergleichen")).says(&["6 weeks"]).hides(&["6 Wochen"]);
    h.get(None, &format!("{page}/vergleichen?von=1&bis=x")).is(200);
}

#[test]
fn r1_what_is_to_come_can_be_taken_back_and_what_holds_stays() {
    let h = &all()[0];
    let (kora, anna, dora, rag) = (h.w.kora, h.w.anna, h.w.dora, h.w.rag);
    let holds = give(h, rag, "council", "2020-01-01");
    let ahead = give(h, rag, "association", "2027-01-01");
    let back = |version| format!("/gremien/{rag}/regeln/{version}/zuruecknehmen");
    h.get(Some(dora), &back(ahead)).is(403);
    h.get(Some(anna), &back(holds)).is(200).says(&["Sie bleibt."]);
    h.post(anna, &back(holds), &[]).is(422).says(&["Sie bleibt."]);
    h.get(Some(anna), &format!("/gremien/{}/regeln/{ahead}/zuruecknehmen", h.w.gma)).is(404);
    let done = h.post(anna, &back(ahead), &[]);
    follow(h, anna, &done).says(&["Die Fassung ist zurückgenommen."]).hides(&["1. Januar 2027"]);
    assert_eq!(count(h, rag), 1);
    // One that a vote is prepared under stays, too.
    let used = give(h, rag, "association", "2027-01-01");
    adopted(h, rag, used, "Vorbereitetes", Level::Public, "2026-11-20");
    assert!(refusal(act(&h.fresh, kora, move |tx, by| take_back_rules(tx, by, used))).contains("Sie bleibt."));
    // Rules do not change under votes that were held.
    let rules = template("association").unwrap().rules;
    let taken = act(&h.fresh, kora, move |tx, by| {
        let new = NewRules {
            profile: "association".into(),
            rules,
            note: String::new(),
            from: day("2026-11-01"),
            based_on: Some(holds),
        };
        take_rules(tx, by, rag, &new)
    });
    assert!(refusal(taken).contains("schon nach den bisherigen Regeln abgestimmt"));
}

#[test]
fn r1_who_saves_over_a_change_of_somebody_else_sees_it_first() {
    let h = &all()[0];
    let (anna, rag) = (h.w.anna, h.w.rag);
    give(h, rag, "council", "2020-01-01");
    let path = format!("/gremien/{rag}/regeln/aendern/notice.period");
    let typed = [
        ("unit", "weeks"),
        ("count", "6"),
        ("clause_number", "§ 3"),
        ("clause_text", "Sechs."),
        ("from", "2027-02-01"),
    ];
    let review = h.post(anna, &path, &typed);
    give(h, rag, "association", "2027-01-01");
    confirm(h, &path, &review).is(409).says(&["inzwischen geändert", "value=\"6\""]);
    assert_eq!(count(h, rag), 2);
}

#[test]
fn r6_an_association_cannot_let_members_vote_on_their_own_contract() {
    let h = &all()[0];
    let (anna, rag) = (h.w.anna, h.w.rag);
    let path = format!("/gremien/{rag}/regeln/aendern/bars.own_matter");
    let typed =
        [("value", "nein"), ("clause_number", "§ 9"), ("clause_text", "Alle stimmen ab."), ("from", "2027-02-01")];
    give(h, rag, "association", "2020-01-01");
    let review = h.post(anna, &path, &typed);
    confirm(h, &path, &review).is(422).says(&["auch die Satzung kann davon nicht abweichen", "§§ 34, 40 BGB"]);
    assert_eq!(count(h, rag), 1);
    // Other bodies may decide so.
    give(h, rag, "council", "2027-01-01");
    let review = h.post(anna, &path, &typed);
    confirm(h, &path, &review).is(303);
    assert_eq!(count(h, rag), 3);
}

#[test]
fn r1_what_people_keep_themselves_is_marked_where_it_is_read_and_where_it_is_changed() {
    const ALONE: &str = "Zum Nachlesen. Ob es eingehalten wird, prüfen Sie selbst.";
    for h in &all() {
        give(h, h.w.rag, "association", "2026-01-01");
        let page = format!("/gremien/{}/regeln", h.w.rag);
        let shown = h.get(Some(h.w.anna), &page);
        shown.is(200);
        let row = |name: &str| {
            let start = shown.html.find(&format!("<th scope=\"row\">{name}</th>")).unwrap();
            shown.html[start..].split("</tr>").next().unwrap().to_owned()
        };
        for (key, name) in
            [("notice.motions", "Antragsfrist"), ("bars.own_organisation", "In Sachen der eigenen Organisation")]
        {
            assert!(row(name).contains(ALONE), "{}", row(name));
            h.get(Some(h.w.anna), &format!("{page}/aendern/{key}")).is(200).says(&[ALONE]);
        }
        for (key, name) in [("notice.period", "Ladungsfrist"), ("bars.out_of_base", "Betroffene zählen nicht mit")] {
            assert!(!row(name).contains(ALONE), "{}", row(name));
            h.get(Some(h.w.anna), &format!("{page}/aendern/{key}")).is(200).hides(&[ALONE]);
        }
    }
}

#[test]
fn r1_a_body_without_rules_of_its_own_follows_its_network() {
    let h = &all()[0];
    let (anna, kora, rag, gma) = (h.w.anna, h.w.kora, h.w.rag, h.w.gma);
    let page = format!("/gremien/{gma}/regeln");
    give(h, rag, "council", "2020-01-01");
    h.get(None, &page).is(200).says(&["Es gelten die von: Regionale AG", "Wie im Rat"]);
    h.get(None, &format!("/gremien/{}/regeln", h.w.outside)).is(404);
    h.get(Some(kora), &format!("/gremien/{}/regeln/aendern", h.w.outside)).is(404);
    let path = format!("{page}/aendern/quorum.least");
    h.get(Some(anna), &path).says(&["bekommt das Gremium eigene"]);
    let typed = [("count", "3"), ("clause_number", "§ 2"), ("clause_text", "Drei."), ("from", "2026-11-24")];
    let review = h.post(anna, &path, &typed);
    review.says(&["bekommt das Gremium eigene"]);
    confirm(h, &path, &review).is(303);
    h.get(None, &format!("{page}?stand=2026-11-24")).hides(&["Es gelten die von"]);
    assert_eq!((count(h, gma), count(h, rag)), (1, 1));
}

#[test]
fn r1_decisions_are_a_view_of_a_body_for_whoever_may_see_them() {
    let h = &all()[0];
    let (anna, dora, rag) = (h.w.anna, h.w.dora, h.w.rag);
    let network = "/netzwerke/regionale-ag";
    h.get(None, network).hides(&["Entscheidungen"]);
    h.get(Some(dora), network).says(&["Entscheidungen"]);
    let page = format!("/gremien/{rag}/entscheidungen");
    h.get(None, &page).is(200).says(&["noch nicht festgelegt"]).hides(&["Legen Sie zuerst"]);
    h.get(Some(dora), &page).hides(&["Legen Sie zuerst"]);
    h.get(Some(anna), &page).says(&["Legen Sie zuerst die Regeln fest."]);
    let rules = give(h, rag, "council", "2020-01-01");
    h.get(None, network).says(&["Entscheidungen"]);
    h.get(Some(dora), &page).says(&["Es läuft keine Abstimmung, die Sie sehen können.", "aria-current=\"page\""]);
    adopted(h, rag, rules, "Beschlossenes", Level::Network, "2026-11-20");
    h.get(Some(dora), &page).says(&["Beschlossenes", "Alle Beschlüsse"]);
    h.get(None, &page).hides(&["Beschlossenes"]);
    h.get(Some(dora), &format!("{network}/gremien/gender-mainstreaming-ausschuss")).says(&["Entscheidungen"]);
    let outside = h.get(Some(dora), &format!("{network}/gremien/strukturpolitischer-ausschuss"));
    assert!(!outside.is(200).main().contains("Entscheidungen"), "{}", outside.main());
    let denied = act(&h.fresh, dora, move |tx, by| {
        let rules = template("council").unwrap().rules;
        let new =
            NewRules { profile: "council".into(), rules, note: String::new(), from: day("2027-01-01"), based_on: None };
        take_rules(tx, by, rag, &new)
    });
    assert!(matches!(denied, Err(Error::Denied(_))));
}

#[test]
fn r1_the_form_of_every_parameter_gives_back_what_it_shows() {
    let h = &all()[0];
    let (anna, rag) = (h.w.anna, h.w.rag);
    for (profile, from) in [("council", "2020-01-01"), ("association", "2021-01-01"), ("regions", "2022-01-01")] {
        give(h, rag, profile, from);
        let page = h.get(Some(anna), &format!("/gremien/{rag}/regeln")).html;
        let links: Vec<&str> = page
            .split("href=\"")
            .skip(1)
            .filter_map(|l| l.split('"').next())
            .filter(|l| l.contains("/aendern/"))
            .collect();
        assert!(links.len() > 50, "{profile}: {}", links.len());
        for link in links {
            let fields = typed(&h.get(Some(anna), link).is(200).html);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            h.post(anna, link, &fields).is(200).says(&["Diese Fassungen unterscheiden sich nicht."]);
        }
    }
    assert_eq!(count(h, rag), 3);
}
