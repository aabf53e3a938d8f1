//! What stands on every answer, and how cookies, addresses and names of files are written.

use crate::{
    house::House,
    reply::{Reply, get, post},
};

fn strict(reply: &Reply, what: &str, secure: bool) {
    let policy = reply.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'")
            && !policy.contains("script-src 'unsafe")
            && policy.contains("frame-ancestors 'none'"),
        "{what}: {policy}"
    );
    let svg = reply.header("content-type").starts_with("image/svg");
    assert!(svg || !policy.contains("unsafe"), "{what}: {policy}");
    assert!(!svg || policy.contains("sandbox"), "{what}: {policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(reply.header(name), value, "{what}: {name}");
    }
    assert!(reply.header("permissions-policy").contains("camera=()"), "{what}");
    assert_eq!(reply.header("strict-transport-security").is_empty(), !secure, "{what}");
    assert_eq!(reply.header("server"), "", "{what}");
    assert!(reply.headers.get_all("content-security-policy").iter().count() == 1, "{what}");
}

#[tokio::test]
async fn every_kind_of_answer_is_strict() {
    for (house, secure) in [(House::here(), false), (House::there(), true)] {
        let gets = [
            ("/", 200),
            ("/en", 200),
            ("/zeilen/a", 200),
            ("/zeilen/a?x=1", 200),
            ("/zeilen/fehlt", 404),
            ("/zeilen/%ff", 404),
            ("/gibt/es/nicht", 404),
            ("/zeilen/a/setzen", 405),
            ("/zeilen/a/", 301),
            ("/eigenes", 303),
            ("/stand?stand=2026-02-30", 422),
            ("/antwort/verboten", 403),
            ("/antwort/veraltet", 409),
            ("/antwort/vorbei", 410),
            ("/antwort/zu-oft", 429),
            ("/antwort/kaputt", 500),
            ("/antwort/sql", 500),
            ("/antwort/panik", 500),
            ("/antwort/datei", 200),
            ("/antwort/bild", 200),
            ("/assets/x/site.css", 200),
            ("/assets/favicon.svg", 200),
            ("/assets/fehlt.css", 404),
        ];
        for (path, status) in gets {
            for round in ["first", "again"] {
                let reply = house.get(path).await;
                assert_eq!(reply.status, status, "{path} {round}");
                strict(&reply, path, secure);
            }
            let head = house.ask(http::Request::head(path).header("host", "localhost"), "").await;
            assert_eq!((head.status, head.body.len()), (status, 0), "{path}");
            strict(&head, path, secure);
        }
        let large = "x".repeat(300 << 10);
        for (body, media, status) in [
            ("wert=1", "text/plain", 415),
            (large.as_str(), "application/x-www-form-urlencoded", 413),
            ("wert=%00", "application/x-www-form-urlencoded", 422),
        ] {
            let reply = house
                .ask(
                    http::Request::post("/formular")
                        .header("content-type", media)
                        .header("sec-fetch-site", "same-origin"),
                    body.to_owned(),
                )
                .await;
            assert_eq!(reply.status, status);
            strict(&reply, body.get(..8).unwrap_or(body), secure);
        }
    }
}

#[tokio::test]
async fn a_page_for_frames_may_be_framed_also_as_a_copy() {
    let house = House::here();
    for _ in 0..2 {
        let reply = house.get("/antwort/rahmen").await;
        assert!(reply.header("content-security-policy").ends_with("frame-ancestors *"));
        assert_eq!((reply.header("x-frame-options"), reply.header("cross-origin-resource-policy")), ("", ""));
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn a_file_has_a_name_that_cannot_become_a_header_also_as_a_copy() {
    let house = House::here();
    for _ in 0..2 {
        let reply = house.get("/antwort/datei").await;
        assert_eq!(
            reply.header("content-disposition"),
            "attachment; filename=\"Bericht ______x_1.csv\"; filename*=UTF-8''Bericht%20%22%C3%84%22%0D%0A%3Bx%3D1.csv"
        );
    }
}

#[tokio::test]
async fn cookies_are_bound_to_the_host_and_hold_no_attributes_of_their_own() {
    let (here, there) = (House::here(), House::there());
    let cookie = here.get("/antwort/keks").await;
    assert_eq!(cookie.cookies(), ["g-k=a%3Bb%22c%0D%0Ad%20%C3%A4; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"]);
    assert_eq!(cookie.header("cache-control"), "no-store");
    let cookie = there.get("/antwort/keks").await;
    assert_eq!(
        cookie.cookies(),
        ["__Host-g-k=a%3Bb%22c%0D%0Ad%20%C3%A4; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60"]
    );
    // Without TLS the bare name counts, with it only the bound one: a neighbour under the same domain cannot set that.
    for (house, cookie, signed) in [
        (&here, "g-s=t1", true),
        (&here, " a=b;g-s=t1 ", true),
        (&here, "__Host-g-s=t1", false),
        (&here, "s=t1", false),
        (&here, "g-s=t9", false),
        (&here, "g-s=", false),
        (&here, "g-s", false),
        (&here, "g-s=\"t1\"", false),
        (&there, "g-s=t1", false),
        (&there, "__Host-g-s=t1", true),
    ] {
        let reply = house.ask(get("/eigenes").header("cookie", cookie), "").await;
        assert_eq!(reply.status, if signed { 200 } else { 303 }, "{cookie}");
        assert_eq!(reply.header("cache-control"), "no-store", "{cookie}");
    }
    let huge = format!("g-s={}", "x".repeat(5000));
    assert_eq!(here.ask(get("/eigenes").header("cookie", huge), "").await.status, 303);
}

#[tokio::test]
async fn no_answer_leads_out_of_the_house() {
    let house = House::there();
    for (to, location) in [
        ("/zeilen/a", "/zeilen/a"),
        ("/zeilen/a?stand=2020-01-01#x", "/zeilen/a?stand=2020-01-01#x"),
        ("https://netz.example.org/zeilen/a", "/zeilen/a"),
        ("/suche?q=Ämter und so", "/suche?q=%C3%84mter%20und%20so"),
        ("/a%20b", "/a%20b"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("\\\\evil.example", "/"),
        ("/\t/evil.example", "/%09/evil.example"),
        ("/\n/evil.example", "/%0A/evil.example"),
        ("/\r\nSet-Cookie: x=1", "/%0D%0ASet-Cookie:%20x=1"),
        ("https://netz.example.org.evil.example/", "/"),
        ("https://netz.example.org@evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ] {
        let query: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
        let reply = house.get(&format!("/weg?nach={query}")).await;
        assert_eq!((reply.status, reply.header("location")), (303, location), "{to:?}");
        assert_eq!(reply.headers.len(), house.get("/weg").await.headers.len(), "{to:?}");
    }
}

#[tokio::test]
async fn what_is_for_one_person_is_stored_nowhere() {
    let house = House::here();
    for (request, keep) in [
        (get("/zeilen/a"), "no-cache"),
        (get("/zeilen/a?x=1"), "no-cache"),
        (get("/zeilen/a").header("cookie", "g-s=t1"), "no-store"),
        (get("/zeilen/a").header("cookie", "g-note=x"), "no-store"),
        (get("/eigenes").header("cookie", "g-s=t1"), "no-store"),
        (get("/gibt-es-nicht"), "no-store"),
        (post("/tat/gut"), "no-store"),
    ] {
        let reply = house.ask(request, "").await;
        assert_eq!((reply.header("cache-control"), reply.header("vary")), (keep, "accept-encoding, cookie"));
    }
    assert!(house.get(web_asset(&house).await.as_str()).await.header("cache-control").contains("immutable"));
}

async fn web_asset(house: &House) -> String {
    let text = house.get("/").await.text();
    let (_, rest) = text.split_once("rel=\"stylesheet\" href=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn gzip_only_for_those_who_take_it() {
    let house = House::here();
    for (accept, packed) in [
        ("gzip", true),
        ("deflate, gzip;q=0.5, br", true),
        ("GZIP", true),
        ("br", false),
        ("gzip;q=0", false),
        ("gzip; q=0.0, br", false),
        ("gzipped", false),
        ("", false),
        ("identity", false),
    ] {
        for path in ["/zeilen/a", "/zeilen/a?x=1", "/gibt-es-nicht", "/assets/site.css"] {
            let reply = house.ask(get(path).header("accept-encoding", accept), "").await;
            assert_eq!(reply.header("content-encoding") == "gzip", packed, "{accept:?} {path}");
            assert!(reply.text().len() > 1400, "{path}");
            assert!(reply.header("vary").contains("accept-encoding"), "{path}");
        }
    }
}
