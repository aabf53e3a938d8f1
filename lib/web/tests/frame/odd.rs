//! Odd input: nothing panics, nothing is taken for something else, no page links out of the house.

use crate::{house::House, reply::get};

#[tokio::test]
async fn odd_paths_find_nothing_and_break_nothing() {
    let house = House::here();
    let long = format!("/zeilen/{}", "a".repeat(30_000));
    let deep = "/a".repeat(10_000);
    let odd = [
        "/zeilen/",
        "/zeilen/%",
        "/zeilen/%zz",
        "/zeilen/%00",
        "/zeilen/%ff%fe",
        "/zeilen/%c3%28",
        "/zeilen/%2e%2e",
        "/zeilen/..",
        "/zeilen/{name}",
        "/zeilen/%7Bname%7D",
        "/zeilen/a%2fb",
        "/zeilen/ä",
        "/zeilen/%E2%80%AE",
        "/nummern/0",
        "/nummern/-1",
        "/nummern/8",
        "/nummern/9223372036854775807",
        "/nummern/9223372036854775808",
        "/nummern/7x",
        "/nummern/%37%20",
        "/nummern/7.0",
        "/nummern/１",
        "/en/zeilen",
        "/en/",
        "/en//",
        "/en//evil.example",
        "/en/\\evil.example",
        "//evil.example",
        "/\\evil.example",
        "/./",
        "/../",
        "/%2e%2e/",
        "/%2f%2fevil.example",
        "/assets/",
        "/assets/../site.css",
        "/assets/%2e%2e/Cargo.toml",
        "/assets/x%00",
        "/assets/%ff",
        "/.env",
        "/.git/config",
        "/wp-login.php",
        "/*",
        "/*/x",
        "/{*file}",
        "/zeilen/a/setzen/",
        long.as_str(),
        deep.as_str(),
    ];
    for path in odd {
        let Ok(request) = get(path).body(()) else { continue };
        let reply = house.ask(get(path), "").await;
        let name = path.get(..40).unwrap_or(path);
        assert!(matches!(reply.status, 301 | 404 | 405), "{name}: {}", reply.status);
        let text = reply.text();
        assert!(text.is_empty() || text.matches("<h1").count() == 1, "{name}");
        for link in text.split("href=\"").skip(1) {
            let link = link.split('"').next().unwrap();
            let good = link.starts_with("http://localhost:8080/")
                || link.starts_with('#')
                || (link.starts_with('/') && !link.starts_with("//") && !link.starts_with("/\\"));
            assert!(good, "{name} links to {link}");
        }
        assert!(
            reply.header("location").is_empty()
                || (reply.header("location").starts_with('/') && !reply.header("location").starts_with("//")),
            "{name}"
        );
        drop(request);
    }
    assert_eq!(house.get("/nummern/7").await.own(), "sieben");
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page_and_nowhere_else() {
    let house = House::here();
    for (path, to) in [
        ("/zeilen/a/", "/zeilen/a"),
        ("/en/", "/en"),
        ("/en/zeilen/a/", "/en/zeilen/a"),
        ("/zeilen/a/?stand=2020-01-01", "/zeilen/a?stand=2020-01-01"),
        ("/zeilen/a///", "/zeilen/a"),
        ("/eigenes/", "/eigenes"),
    ] {
        let reply = house.get(path).await;
        assert_eq!((reply.status, reply.header("location")), (301, to), "{path}");
    }
    for path in ["//", "///", "//evil.example/", "/evil.example//", "/gibt-es-nicht/", "/en/eigenes/", "/tat/gut/"] {
        assert_eq!(house.get(path).await.status, 404, "{path}");
    }
    assert_eq!(
        house.ask(http::Request::post("/zeilen/a/").header("sec-fetch-site", "same-origin"), "").await.status,
        404
    );
}

#[tokio::test]
async fn parts_of_an_address_are_decoded_once_and_strictly() {
    let house = House::here();
    for (path, own) in [
        ("/text/a%20b", "3 61 20 62 "),
        ("/text/%C3%A4", "2 e4 "),
        ("/text/%252f", "3 25 32 66 "),
        ("/text/a%2fb", "3 61 2f 62 "),
        ("/text/a+b", "3 61 2b 62 "),
        ("/text/%7Btext%7D", "6 7b 74 65 78 74 7d "),
    ] {
        assert_eq!(house.get(path).await.own(), own, "{path}");
    }
    assert_eq!(house.get("/text/%ff").await.status, 404);
}

#[tokio::test]
async fn thousands_of_random_requests_get_an_answer_each() {
    let house = House::here();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 11).unwrap() % below
    };
    let parts = [
        "/",
        "zeilen",
        "a",
        "en",
        "stand",
        "?",
        "&",
        "=",
        "stand=",
        "2026-11-23",
        "%",
        "%00",
        "%ff",
        "%2f",
        "ä",
        "..",
        "\\",
        "{",
        "}",
        "*",
        "+",
        ";",
        ":",
        "@",
        "#",
        "formular",
        "nummern",
        "7",
        "assets",
        "site.css",
        "<",
        "\"",
        "'",
        "~",
        "text",
    ];
    let headers = [
        "cookie",
        "host",
        "origin",
        "sec-fetch-site",
        "accept-encoding",
        "content-type",
        "content-length",
        "user-agent",
        "referer",
        "expect",
        "transfer-encoding",
        "x-forwarded-for",
        "range",
        "if-none-match",
    ];
    let values = [
        "g-s=t1",
        "g-s=",
        "g-note=%3Cb",
        "=;;=",
        "gzip;q=",
        "\u{e4}",
        "same-origin",
        "null",
        "application/x-www-form-urlencoded",
        "99999999999999999999",
        "-1",
        "chunked",
        "bytes=0-1",
        "*",
        "a\tb",
        "",
    ];
    let methods = ["GET", "GET", "GET", "POST", "HEAD", "PUT", "X"];
    let mut statuses = std::collections::BTreeMap::new();
    for _ in 0..6000 {
        let path: String = std::iter::once("/").chain((0..next(7)).map(|_| parts[next(parts.len())])).collect();
        let mut request = http::Request::builder().method(methods[next(methods.len())]).uri(path.as_str());
        for _ in 0..next(4) {
            request = request.header(headers[next(headers.len())], values[next(values.len())].as_bytes());
        }
        let body: String = (0..next(5)).map(|_| parts[next(parts.len())]).collect();
        let Ok(request) = request.body(axum::body::Body::from(body)) else { continue };
        let what = format!("{request:?}");
        let status = tower::ServiceExt::oneshot(house.router.clone(), request).await.unwrap().status().as_u16();
        assert!(status < 500, "{status}: {what}");
        *statuses.entry(status).or_insert(0) += 1;
    }
    for expected in [200, 404, 405] {
        assert!(statuses.get(&expected).is_some_and(|n| *n > 20), "{statuses:?}");
    }
}
