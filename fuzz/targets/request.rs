//! Whole requests to the whole house: address, query, cookies, languages, origin, form.
//!
//! The first line is method and address, then come headers up to an empty line, then the body. A first byte of `@`
//! signs the operator in. Nothing may answer with 500.
#![no_main]

use std::sync::OnceLock;

use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use libfuzzer_sys::fuzz_target;
use tower::ServiceExt;

struct House {
    router: axum::Router,
    cookie: String,
    runtime: tokio::runtime::Runtime,
    _fresh: testkit::Fresh,
}

fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let fresh = testkit::sqlite();
        geflecht::site::build_world(&fresh.db).expect("a world");
        let outside = web::Outside { base_url: "http://localhost:8080".to_owned(), loopback: true, observe: false, proxies: web::Proxies::default() };
        let site = geflecht::site::build(fresh.db.clone(), outside, true).expect("a site");
        let router = web::router(&site).expect("addresses");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let form = Request::post("/demo/anmelden")
            .header("host", "localhost:8080")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://localhost:8080")
            .body(Body::from("person=betrieb"))
            .expect("a request");
        let answer = runtime.block_on(router.clone().oneshot(form)).expect("an answer");
        let cookie = answer.headers()["set-cookie"].to_str().expect("a cookie").split(';').next().unwrap_or_default();
        House { cookie: cookie.to_owned(), router, runtime, _fresh: fresh }
    })
}

fuzz_target!(|data: &[u8]| {
    let house = house();
    let (signed, data) = data.strip_prefix(b"@").map_or((false, data), |rest| (true, rest));
    let split = data.windows(2).position(|w| w == b"\n\n");
    let (head, body) = split.map_or((data, &[][..]), |at| (&data[..at], &data[at + 2..]));
    let mut lines = head.split(|b| *b == b'\n');
    let first = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let (method, path) = first.split_once(' ').unwrap_or(("GET", &first));
    let mut request = Request::builder().method(method).uri(path);
    for line in lines {
        if let Some(at) = line.iter().position(|b| *b == b':') {
            request = request.header(&line[..at], &line[at + 1..]);
        }
    }
    if signed {
        request = request.header("cookie", &house.cookie).header("origin", "http://localhost:8080");
    }
    let Ok(request) = request.body(Body::from(body.to_vec())) else { return };
    // The session would end with this, and everything after it be a visitor's.
    if request.uri().path().contains("ausloggen") || request.uri().path().contains("geraete") {
        return;
    }
    let answer = house.runtime.block_on(async {
        let answer = house.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let _ = body.collect().await;
        parts
    });
    assert!(answer.status.as_u16() != 500, "{first}");
    for (name, value) in &answer.headers {
        assert!(!value.as_bytes().contains(&b'\r') && !value.as_bytes().contains(&b'\n'), "{name}");
    }
    if let Some(to) = answer.headers.get("location").and_then(|v| v.to_str().ok()) {
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\"), "leads away: {to}");
    }
});
