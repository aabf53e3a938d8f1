//! Rules, votes and resolutions in the small world of networks.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use decisions::{
    Adopted, Grade, Matter, Method, NewRules, OldResolution, Resolution, RuleVersion, Vote, VoteKind, VoteState, adopt,
    enter_old, find_rules, rules::template, rules_of, take_rules,
};
use http::{Request, header};
use http_body_util::BodyExt;
use kernel::{Day, Id, Level, Reason};
use networks::{Body, find_body};
use people::Person;
use tower::ServiceExt;

use crate::{
    common::{act, day},
    house::{House, Seen, houses},
};

/// The house on SQLite, and on PostgreSQL when the environment names a server.
pub fn all() -> Vec<House> {
    houses(&[networks::slice(), decisions::slice(), search::slice(), transfer::slice()])
}

/// A body gets the rules of a template from a day on, given by Kora.
pub fn give(h: &House, body: Id<Body>, profile: &'static str, from: &'static str) -> Id<RuleVersion> {
    act(&h.fresh, h.w.kora, move |tx, by| {
        let found = find_body(tx, by, body)?;
        let based_on = rules_of(tx, &found, day(from))?.map(|v| v.id);
        let rules = template(profile).unwrap().rules;
        let new = NewRules { profile: profile.into(), rules, note: String::new(), from: day(from), based_on };
        take_rules(tx, by, body, &new)
    })
    .unwrap()
}

/// A motion that was put to the vote under these rules and is adopted on a day.
pub fn adopted(
    h: &House,
    body: Id<Body>,
    rules: Id<RuleVersion>,
    title: &'static str,
    level: Level,
    on: &'static str,
) -> Id<Resolution> {
    act(&h.fresh, h.w.kora, move |tx, by| {
        let of = find_body(tx, by, body)?;
        let vote = vote(tx.id(), &of, rules, title, level, tx.now());
        tx.exec(
            "INSERT INTO vote (id, network_id, body_id, level, kind, method, grade, matter, title, text, rules_id, state, made_at) \
             VALUES (:id, :network, :body, :level, 'motion', 'online', 'open', 'ordinary', :title, :text, :rules, 'decided', :now)",
            db::args! { id: vote.id, network: vote.network, body: vote.body, level: level.number(), title: title, text: &vote.text, rules: rules, now: tx.now() },
        )?;
        let version = find_rules(tx, rules)?;
        let verdict = Reason::new("Angenommen: 8 Ja, 2 Nein.", "Adopted: 8 yes, 2 no.");
        adopt(tx, &vote, &version.rules, &Adopted { day: day(on), in_force: day(on), verdict })
    })
    .unwrap()
}

fn vote(id: Id<Vote>, of: &Body, rules: Id<RuleVersion>, title: &str, level: Level, at: kernel::Moment) -> Vote {
    Vote {
        id,
        network: of.network,
        body: of.id,
        level,
        kind: VoteKind::Motion,
        method: Method::Online,
        grade: Grade::Open,
        matter: Matter::Ordinary,
        title: title.into(),
        text: format!("Wortlaut zu {title}.\n\nZweiter Absatz."),
        rules,
        rules_reference: None,
        state: VoteState::Open,
        void_reason: None,
        sitting: None,
        opens_at: None,
        closes_at: None,
        reminded_at: None,
        decided_at: None,
        round: 1,
        previous: None,
        places: None,
        paper_kind: None,
        term_from: None,
        term_until: None,
        nominations_until: None,
        accept_until: None,
        counted: None,
        paper: None,
        outcome: None,
        holds: None,
        verdict_de: None,
        verdict_en: None,
        turnout: 0,
        by: None,
        made_at: at,
        version: 1,
    }
}

/// An old resolution without a scan.
pub fn old(mark: &str, title: &str, on: Day, level: Level) -> OldResolution {
    OldResolution {
        mark: mark.into(),
        title: title.into(),
        text: format!("Alter Wortlaut zu {title}."),
        day: on,
        in_force: on,
        level,
        source: None,
        scan: None,
    }
}

/// Enters an old one as Kora.
pub fn entered(h: &House, body: Id<Body>, one: OldResolution) -> Id<Resolution> {
    act(&h.fresh, h.w.kora, move |tx, by| enter_old(tx, by, body, &one)).unwrap()
}

/// Sends a form with a file.
pub fn upload(h: &House, person: Id<Person>, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Seen {
    let mut body = Vec::new();
    for (name, text) in fields {
        body.extend(format!("--x1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n").into_bytes());
    }
    let head = format!("--x1\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"{}\"\r\n\r\n", file.0);
    body.extend(head.into_bytes());
    body.extend(file.1);
    body.extend(b"\r\n--x1--\r\n");
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x1")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, format!("g-s={person}"))
        .body(axum::body::Body::from(body))
        .unwrap();
    let router = web::router(&h.site).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async move {
        let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
        let html = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Seen { status: parts.status, headers: parts.headers, html: html.replace('\u{ad}', "").replace("<wbr>", "") }
    })
}

/// The next page a form leads to.
pub fn follow(h: &House, person: Id<Person>, answer: &Seen) -> Seen {
    let to = answer.is(303).location().to_owned();
    let mut seen = h.get(Some(person), &to);
    // What the next page says once travels in a cookie.
    let cookies = answer.headers.get_all(header::SET_COOKIE).iter().filter_map(|c| c.to_str().ok());
    for note in cookies.filter_map(|c| c.split("note=").nth(1)).map(|c| c.split(';').next().unwrap_or_default()) {
        let pair = format!("note={note}");
        for (_, text) in web::pairs(pair.as_bytes(), 1).unwrap() {
            seen.html.push_str(&text);
        }
    }
    seen
}

/// The hidden fields of the form on a page but for the number that lets it act once.
pub fn hidden(html: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        tag.split(&format!("{name}=\"")).nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned()
    };
    let main = html.split("<main").nth(1).unwrap();
    main.split("<input type=\"hidden\"")
        .skip(1)
        .map(|tag| {
            let tag = tag.split('>').next().unwrap();
            (value(tag, "name"), value(tag, "value"))
        })
        .filter(|(name, _)| name != "einmal")
        .collect()
}

/// What a browser would send of the form on a page, as it stands there.
pub fn typed(html: &str) -> Vec<(String, String)> {
    let plain = |text: &str| {
        let marks = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
        marks.iter().fold(text.to_owned(), |text, (mark, sign)| text.replace(mark, sign))
    };
    let of = |tag: &str, name: &str| {
        plain(tag.split(&format!(" {name}=\"")).nth(1).and_then(|v| v.split('"').next()).unwrap_or_default())
    };
    let form =
        html.split("<main").nth(1).unwrap().split("method=\"post\"").nth(1).unwrap().split("</form>").next().unwrap();
    let (mut found, mut list) = (Vec::new(), (String::new(), None::<String>));
    for part in form.split('<').skip(1) {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let tag = format!(" {tag}");
        if tag.starts_with(" input") {
            let chosen = matches!(of(&tag, "type").as_str(), "radio" | "checkbox");
            if of(&tag, "name") != "einmal" && (!chosen || tag.contains(" checked")) {
                found.push((of(&tag, "name"), of(&tag, "value")));
            }
        } else if tag.starts_with(" textarea") {
            found.push((of(&tag, "name"), plain(rest)));
        } else if tag.starts_with(" select") {
            list = (of(&tag, "name"), None);
        } else if tag.starts_with(" option") && (list.1.is_none() || tag.contains(" selected")) {
            list.1 = Some(of(&tag, "value"));
        } else if tag.starts_with(" /select") {
            found.push((std::mem::take(&mut list.0), list.1.take().unwrap_or_default()));
        }
    }
    found
}
