//! Forms with files, sent to the small world of networks.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use http::{Request, header};
use http_body_util::BodyExt;
use kernel::Id;
use networks::Body;
use people::Person;
use tower::ServiceExt;

use crate::{
    common::{day, network},
    house::{House, Seen, houses},
};

pub fn slices() -> Vec<web::Slice> {
    vec![networks::slice(), transfer::slice()]
}

pub fn all() -> Vec<House> {
    houses(&slices())
}

/// A network of nobody but Kora, who keeps it.
pub fn empty(h: &House, name: &'static str) -> Id<Body> {
    let kora = h.w.kora;
    h.fresh.db.write_now(move |tx| network(tx, name, kora, |_| ())).unwrap()
}

pub fn form(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|f| format!("; filename=\"{f}\"")).unwrap_or_default();
        body.extend(format!("--x1\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--x1--\r\n");
    body
}

pub fn upload(h: &House, person: Option<Id<Person>>, path: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Seen {
    let mut request = Request::post(path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x1")
        .header("sec-fetch-site", "same-origin");
    if let Some(person) = person {
        request = request.header(header::COOKIE, format!("g-s={person}"));
    }
    let request = request.body(axum::body::Body::from(form(parts))).unwrap();
    let router = web::router(&h.site).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async move {
        let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
        let html = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
        Seen { status: parts.status, headers: parts.headers, html: html.replace('\u{ad}', "").replace("<wbr>", "") }
    })
}

/// Pastes a list and confirms the guessed columns; gives the path of the check.
pub fn pasted(h: &House, slug: &str, kind: &str, text: &str) -> String {
    begun(h, slug, kind, &[("text", None, text.as_bytes()), ("datei", Some(""), b"")])
}

/// The same with a file.
pub fn sent(h: &House, slug: &str, kind: &str, name: &str, bytes: &[u8]) -> String {
    begun(h, slug, kind, &[("text", None, b""), ("datei", Some(name), bytes)])
}

fn begun(h: &House, slug: &str, kind: &str, parts: &[(&str, Option<&str>, &[u8])]) -> String {
    let answer = upload(h, Some(h.w.kora), &format!("/netzwerke/{slug}/einlesen"), parts);
    let columns = answer.is(303).location().to_owned();
    let page = h.get(Some(h.w.kora), &columns);
    page.is(200);
    let mut fields = chosen(&page.html);
    fields.retain(|(name, _)| name != "mitglieder");
    fields.push(("mitglieder".into(), kind.into()));
    fields.push(("stelle".into(), "Gleichstellungsstelle".into()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    h.post(h.w.kora, &columns, &fields).is(303).location().to_owned()
}

/// What the page's lists to open have chosen.
pub fn chosen(html: &str) -> Vec<(String, String)> {
    let value =
        |rest: &str| rest.split("value=\"").nth(1).and_then(|v| v.split('"').next()).unwrap_or_default().to_owned();
    html.split("<select ")
        .skip(1)
        .map(|select| {
            let name = select.split("name=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let body = select.split("</select>").next().unwrap();
            let option = body.split("<option ").skip(1).find(|o| o.split('>').next().unwrap().contains("selected"));
            (name, option.map(|o| value(&format!(" {o}"))).unwrap_or_default())
        })
        .collect()
}

/// Takes what is clear; gives the page that says so.
pub fn take(h: &House, check: &str) -> Seen {
    let done = h.post(h.w.kora, check, &[("schritt", "uebernehmen")]).is(303).location().to_owned();
    h.get(Some(h.w.kora), &done)
}

pub fn count(h: &House, sql: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count(sql, db::args! {})).unwrap()
}

/// Sixty members of a working group, as a table with headings.
pub fn sixty() -> Vec<[String; 5]> {
    (1..=60)
        .map(|n| {
            [
                format!("Vorname{n} Nachname{n}"),
                format!("gleichstellung{n}@ort.example.org"),
                "Gleichstellungsbeauftragte".to_owned(),
                format!("Gemeinde Ort{n}"),
                format!("{:02}.03.20{:02}", 1 + n % 28, n % 20),
            ]
        })
        .collect()
}

pub fn today() -> kernel::Day {
    day(testkit::TODAY)
}
