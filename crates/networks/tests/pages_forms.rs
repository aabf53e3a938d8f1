//! Consent and editing through the router.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use common::{act, operate};
use house::house;
use networks::{Audience, Field};

#[test]
fn consent_is_given_and_withdrawn_by_what_differs() {
    let h = house();
    let (anna, path, kept) = (h.w.anna, "/konto/freigaben", h.w.kept.to_string());
    let page = h.get(Some(anna), path);
    page.is(200).says(&[
        "So sehen andere Sie",
        "Sie haben nichts freigegeben.",
        "Kommunales LSBTIQ-Netzwerk ist besonders geschützt.",
        "Anna Albers",
        "anna.albers@aachen.example.org",
        "Nichts. Ohne Namen erscheinen Sie dort nicht.",
    ]);
    h.get(Some(h.w.dora), path).hides(&["LSBTIQ", "besonders geschützt"]);
    let seq =
        || h.fresh.db.read_now(|c| c.count("SELECT value FROM counter WHERE name = 'event'", db::args! {})).unwrap();
    let fields = [("name", "oeffentlich"), ("name", kept.as_str()), ("office_mail", "alle")];
    assert_eq!(h.post(anna, path, &fields).is(303).location(), path);
    let page = h.get(Some(anna), path);
    page.says(&[
        "Name: öffentlich",
        "Name: Kommunales LSBTIQ-Netzwerk",
        "Dienstliche E-Mail: alle Netzwerke",
        "Alles zurückziehen",
    ]);
    assert_eq!(page.html.matches(" checked").count(), 3);
    // The same again changes nothing and leaves no event.
    let before = seq();
    h.post(anna, path, &fields).is(303);
    assert_eq!(seq(), before);
    h.post(anna, path, &fields[..2]).is(303);
    assert_eq!(seq(), before + 1, "one withdrawal, one event");
    h.get(Some(anna), path).hides(&["Dienstliche E-Mail: alle Netzwerke"]);
    // One click each, twice is no harm.
    let id = h
        .get(Some(anna), path)
        .html
        .split("name=\"zurueck\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    h.post(anna, path, &[("zurueck", &id)]).is(303);
    h.post(anna, path, &[("zurueck", &id)]).is(303);
    h.get(None, &format!("/personen/{anna}")).is(404);
    h.post(anna, path, &[("zurueck", "alles")]).is(303);
    h.get(Some(anna), path).says(&["Sie haben nichts freigegeben."]);
    // Somebody else's consent is out of reach.
    let given = act(&h.fresh, h.w.dora, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Public, None))
        .unwrap()
        .to_string();
    h.post(anna, path, &[("zurueck", &given)]).is(303);
    h.get(None, &format!("/personen/{}", h.w.dora)).is(200);
}

#[test]
fn a_refused_consent_keeps_what_was_ticked() {
    let h = house();
    let (dora, path) = (h.w.dora, "/konto/freigaben");
    let hidden = h.w.hidden.to_string();
    for (field, value) in
        [("name", hidden.as_str()), ("office_mail", "nirgends"), ("themen", "1"), ("pronouns", "<script>")]
    {
        let page = h.post(dora, path, &[("private_mail", "oeffentlich"), (field, value)]);
        page.is(422)
            .says(&["Fehler:", "Bitte prüfen Sie eine Angabe", &format!("href=\"#{field}\"")])
            .hides(&["<script>alert", "Runder Tisch"]);
        assert_eq!(page.html.matches(" checked").count(), 1, "what was ticked is still ticked");
    }
    h.get(Some(dora), path).says(&["Sie haben nichts freigegeben."]);
    // A network's own members see the name anyway: nothing to tick there.
    h.post(dora, path, &[("name", &h.w.rag.to_string())]).is(422);
    assert_eq!(h.get(None, path).is(303).location(), "/anmelden?weiter=%2Fkonto%2Ffreigaben");
}

#[test]
fn own_topics_are_set_where_consent_is_given() {
    let h = house();
    let topic = operate(&h.fresh, |tx, by| {
        networks::add_topic(tx, by, "gewaltschutz", "Gewaltschutz", "Protection from violence")
    })
    .unwrap()
    .to_string();
    let path = "/konto/freigaben";
    h.post(h.w.dora, path, &[("themen", &topic), ("topics", "alle"), ("name", "alle")]).is(303);
    h.get(Some(h.w.dora), path).says(&["Eingetragen ist: Gewaltschutz", "Wozu man Sie fragen kann"]);
    h.get(Some(h.w.rosa), &format!("/personen/{}", h.w.dora)).is(200).says(&["Fragen Sie zu", "Gewaltschutz"]);
    h.post(h.w.dora, path, &[("topics", "alle"), ("name", "alle")]).is(303);
    h.get(Some(h.w.rosa), &format!("/personen/{}", h.w.dora)).hides(&["Gewaltschutz"]);
}

#[test]
fn a_body_is_edited_by_its_keepers_only() {
    let h = house();
    let path = format!("/gremien/{}/bearbeiten", h.w.gma);
    h.get(Some(h.w.dora), &path).is(403);
    h.get(Some(h.w.rosa), &path).is(403);
    h.get(Some(h.w.dora), &format!("/gremien/{}/bearbeiten", h.w.hidden)).is(404).hides(&["Runder Tisch"]);
    assert_eq!(h.get(None, &path).is(303).location().split('?').next(), Some("/anmelden"));
    let form = h.get(Some(h.w.kora), &path);
    form.is(200).says(&["Gender-Mainstreaming-Ausschuss bearbeiten", "Auch wer nicht Mitglied ist"]);
    // The chair changes the words, who may sit there is for those who keep the membership.
    h.get(Some(h.w.anna), &path).is(200).hides(&["Auch wer nicht Mitglied ist"]);
    let fields = [
        ("einmal", form.once()),
        ("version", "1".into()),
        ("purpose", "Wir bringen Gleichstellung in den Strukturwandel.".into()),
        ("mail", "gma@rag.example.org".into()),
        ("rhythm", "zweiter Dienstag".into()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let body = "/netzwerke/regionale-ag/gremien/gender-mainstreaming-ausschuss";
    assert_eq!(h.post(h.w.kora, &path, &fields).is(303).location(), body);
    // The very same form sent twice acts once and leads to the same place.
    assert_eq!(h.post(h.w.kora, &path, &fields).is(303).location(), body);
    h.get(None, body).says(&["Wir bringen Gleichstellung in den Strukturwandel."]);
    h.post(h.w.dora, &path, &fields).is(403);
    let again = h.get(Some(h.w.kora), &path);
    again.says(&["value=\"2\"", "zweiter Dienstag"]);
}

#[test]
fn who_edits_an_old_version_sees_both() {
    let h = house();
    let (gma, path) = (h.w.gma, format!("/gremien/{}/bearbeiten", h.w.gma));
    let old = h.get(Some(h.w.anna), &path);
    act(&h.fresh, h.w.kora, move |tx, by| {
        let body = networks::find_body(tx, by, gma)?;
        let form = networks::BodyForm { purpose: "Neu von Kora".into(), ..networks::BodyForm::of(&body) };
        networks::edit_body(tx, by, gma, body.version, &form)
    })
    .unwrap();
    let once = old.once();
    let page = h.post(
        h.w.anna,
        &path,
        &[("einmal", &once), ("version", "1"), ("purpose", "Alt von Anna"), ("rhythm", "monatlich")],
    );
    page.is(409).says(&[
        "Das hat jemand inzwischen geändert.",
        ">Alt von Anna</textarea>",
        "Jetzt gespeichert: Neu von Kora",
        "name=\"version\" value=\"2\"",
    ]);
    // Knowing both, she may save hers.
    h.post(
        h.w.anna,
        &path,
        &[("einmal", &page.once()), ("version", "2"), ("purpose", "Alt von Anna"), ("rhythm", "monatlich")],
    )
    .is(303);
    h.get(Some(h.w.anna), &path).says(&["Alt von Anna", "monatlich"]);
    h.post(h.w.anna, &path, &[("version", "x"), ("purpose", "y")]).is(409);
}

#[test]
fn bad_input_to_the_editing_form_is_told_at_the_field_and_kept() {
    let h = house();
    let path = format!("/gremien/{}/bearbeiten", h.w.gma);
    let long = "a".repeat(2001);
    for (field, value) in [
        ("mail", "keine adresse"),
        ("purpose", long.as_str()),
        ("rhythm", "eins\nzwei"),
        ("rhythm", "\u{202e}umgekehrt"),
        ("topics", "77"),
        ("purpose_en", "\u{0007}"),
    ] {
        let kept = ("purpose", if field == "purpose" { value } else { "Bleibt stehen" });
        let page = h.post(h.w.kora, &path, &[("version", "1"), kept, (field, value)]);
        page.is(422).says(&["Fehler:", &format!("href=\"#{field}\"")]);
        if field != "purpose" {
            page.says(&["Bleibt stehen"]);
        }
    }
    let page = h.post(h.w.kora, &path, &[("version", "1"), ("purpose", "<b>fett</b>")]);
    page.is(303);
    h.get(Some(h.w.kora), &path).hides(&["<b>fett"]);
}
