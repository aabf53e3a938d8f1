//! A scanner stands before the mailbox: it fetches every link of every letter and sends every form it finds, with every button.
//! Nobody has answered, is there, has asked for the floor, objected, or opened anything by that.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use std::collections::BTreeSet;

use house::House;
use support::{all, at, count, invites, item, pdf, plans};

const MEETING: &str = "2027-03-17";
const BASE: &str = "http://localhost:8080";

/// The value of an attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// The tags of a name within a piece of a page.
fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(name).skip(1).filter_map(|rest| rest.split('>').next())
}

/// What a page lets one send: each form as it stands, once for each of its buttons.
fn sendings(html: &str, here: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut all = Vec::new();
    for form in html.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next()) {
        let head = form.split('>').next().unwrap();
        if attribute(head, "method") != Some("post") {
            continue;
        }
        let to = attribute(head, "action").unwrap_or(here).to_owned();
        let mut fields: Vec<(String, String)> = Vec::new();
        for tag in tags(form, "<input") {
            let chosen = !matches!(attribute(tag, "type"), Some("radio" | "checkbox")) || tag.contains(" checked");
            if let Some(name) = attribute(tag, "name").filter(|_| chosen) {
                fields.push((name.to_owned(), attribute(tag, "value").unwrap_or_default().to_owned()));
            }
        }
        for tag in tags(form, "<textarea").chain(tags(form, "<select")) {
            fields.extend(attribute(tag, "name").map(|name| (name.to_owned(), String::new())));
        }
        for button in tags(form, "<button") {
            let named = attribute(button, "name").zip(attribute(button, "value"));
            let pressed = named.map(|(name, value)| (name.to_owned(), value.to_owned()));
            all.push((to.clone(), fields.iter().cloned().chain(pressed).collect()));
        }
    }
    all
}

/// Fetches every link of every letter, what these pages lead to, and sends all they offer. Gives how many pages and forms.
fn scans(h: &House) -> (usize, usize) {
    let mut waits: Vec<String> = Vec::new();
    for (_, _, text) in h.all_letters() {
        let links = text.split(BASE).skip(1).map(|rest| rest.split(['\n', ' ', ')', '>']).next().unwrap().to_owned());
        waits.extend(links);
    }
    let (mut seen, mut sent) = (BTreeSet::new(), 0);
    while let Some(path) = waits.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let page = h.get(None, &path);
        let known = page.status.as_u16();
        assert!(matches!(known, 200 | 303 | 404 | 410), "{path}: {known}");
        let ours = ["/einladung/", "/terminabstimmung/", "/sitzung/", "/protokoll/"];
        let further = tags(&page.html, "<a").filter_map(|tag| attribute(tag, "href")).map(str::to_owned);
        waits.extend(further.filter(|href| ours.iter().any(|begins| href.starts_with(begins))));
        let here = path.split('?').next().unwrap();
        for (to, fields) in sendings(page.main(), here) {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            h.send(None, &to, &fields);
            sent += 1;
        }
    }
    (seen.len(), sent)
}

/// What people said and did: nothing of it may come from a scanner.
fn said(h: &House) -> Vec<i64> {
    [
        "SELECT COUNT(*) FROM meeting_invitation WHERE answer <> 'none'",
        "SELECT COUNT(*) FROM meeting_invitation WHERE capacity = 'substitute'",
        "SELECT COUNT(*) FROM agenda_proposal",
        "SELECT COUNT(*) FROM poll_answer",
        "SELECT COUNT(*) FROM attendance",
        "SELECT COUNT(*) FROM speech",
        "SELECT COUNT(*) FROM minutes_objection",
        "SELECT COUNT(*) FROM minutes WHERE state = 'approved'",
        "SELECT COUNT(*) FROM paper_code WHERE opened_hash IS NOT NULL",
    ]
    .into_iter()
    .map(|sql| count(h, sql))
    .collect()
}

#[test]
fn whatever_a_scanner_fetches_and_sends_nobody_has_said_anything() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("proposals_until", "2027-03-12"), ("answer_until", "2027-03-10")]);
        let open = item(&h, meeting, "Vortrag", "30", "guests");
        let papers = format!("/tagesordnungspunkte/{open}/unterlagen");
        h.upload(w.kora, &papers, &[], &[("vortrag.pdf", &pdf("x"))]).is(303);
        invites(&h, meeting);
        let (live, minutes) = (format!("/termine/{meeting}/live"), format!("/termine/{meeting}/protokoll"));
        let guest =
            [("tat", "gast"), ("name", "Mia Land"), ("mail", "mia@land.example.org"), ("item", &open.to_string())];
        h.post(w.kora, &format!("/termine/{meeting}/einladung"), &guest).is(303);
        let poll = [
            ("title", "Frühjahrstreffen"),
            ("dates", "17.3.2027\n18.3.2027 14:00"),
            ("hour", "10:00"),
            ("length", "120"),
            ("answer_until", "2027-02-10"),
            ("place", ""),
            ("online", ""),
            ("note", ""),
        ];
        let asked = h.post(w.kora, &format!("/gremien/{}/terminabstimmung/neu", w.rag), &poll);
        h.post(w.kora, asked.is(303).location(), &[("tat", "fragen")]).is(303);
        // Before: invitations, the guest's papers, the poll.
        let (pages, forms) = scans(&h);
        assert!(pages >= 12 && forms >= 20, "{pages} pages and {forms} forms are not all");
        assert_eq!(said(&h), [0; 9]);
        // While the sitting runs, with an item on.
        at(&h, MEETING, 10);
        h.post(w.kora, &live, &[("tat", "oeffnen")]).is(303);
        h.post(w.kora, &live, &[("tat", "aufrufen"), ("punkt", &open.to_string()), ("laeuft", "")]).is(303);
        let (_, forms) = scans(&h);
        assert!(forms >= 8, "{forms} forms are not all");
        assert_eq!(said(&h), [0; 9]);
        h.post(w.kora, &live, &[("tat", "beenden")]).is(303);
        // And the minutes.
        h.post(w.kora, &minutes, &[("tat", "anlegen")]).is(303);
        let fields = [("title", "Ergebnis"), ("text", "Es wurde beraten."), ("openness", "public")];
        h.post(w.kora, &format!("/termine/{meeting}/protokollpunkt"), &fields).is(303);
        h.post(w.kora, &format!("/termine/{meeting}/protokollversand"), &[]).is(303);
        let (_, forms) = scans(&h);
        assert!(forms >= 3, "{forms} forms are not all");
        assert_eq!(said(&h), [0; 9]);
    }
}
