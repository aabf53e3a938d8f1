//! Who may send a form: what the browser says of the sender's site, else the origin, else only who has no cookie.

use http::request::Builder;

use crate::{house::House, reply::post};

fn plain() -> Builder {
    http::Request::post("/tat/gut").header("content-type", "application/x-www-form-urlencoded")
}

#[tokio::test]
async fn every_combination_of_site_origin_cookie_and_address() {
    let (here, there) = (House::here(), House::there());
    let sites = [
        None,
        Some("same-origin"),
        Some("none"),
        Some("same-site"),
        Some("cross-site"),
        Some(""),
        Some("SAME-ORIGIN"),
        Some("same-origin, cross-site"),
    ];
    let origins = [
        None,
        Some("http://localhost:8080"),
        Some("http://127.0.0.1:8080"),
        Some("http://localhost:9999"),
        Some("https://localhost:8080"),
        Some("https://netz.example.org"),
        Some("https://netz.example.org."),
        Some("https://netz.example.org.evil.example"),
        Some("https://evil.example"),
        Some("http://netz.example.org"),
        Some("https://netz.example.org:8443"),
        Some("http://localhost:8080.evil.example"),
        Some("http://localhost.evil.example:8080"),
        Some("http://evil.example#localhost:8080"),
        Some("null"),
        Some(""),
    ];
    let mut passed = 0;
    for (house, base) in [(&here, "http://localhost:8080"), (&there, "https://netz.example.org")] {
        for host in ["localhost:8080", "127.0.0.1:8080", "netz.example.org", "evil.example"] {
            for site in sites {
                for origin in origins {
                    for cookie in [None, Some("g-s=t1"), Some("other=1")] {
                        let mut request = plain().header("host", host);
                        for (name, value) in [("sec-fetch-site", site), ("origin", origin), ("cookie", cookie)] {
                            if let Some(value) = value {
                                request = request.header(name, value);
                            }
                        }
                        let local = base.starts_with("http:")
                            && origin.is_some_and(|o| {
                                matches!(o, "http://localhost:8080" | "http://127.0.0.1:8080") && o.ends_with(host)
                            });
                        let good = match (site, origin) {
                            (Some(site), _) => matches!(site, "same-origin" | "none"),
                            (None, Some(origin)) => origin == base || local,
                            (None, None) => cookie.is_none(),
                        };
                        let reply = house.ask(request, "").await;
                        let expected = if good { 303 } else { 403 };
                        assert_eq!(reply.status, expected, "{base} {host} {site:?} {origin:?} {cookie:?}");
                        passed += i64::from(good);
                    }
                }
            }
        }
    }
    assert_eq!(here.count("deed").await + there.count("deed").await, passed, "a refused form left something behind");
    assert!(passed > 100);
}

#[tokio::test]
async fn a_refusal_says_what_to_do_and_leads_back_to_the_page() {
    let house = House::here();
    let reply = house.ask(post("/en/zeilen/a/setzen"), "wert=x").await;
    // Only public addresses stand under /en.
    assert_eq!(reply.status, 404);
    let foreign = http::Request::post("/zeilen/a/setzen")
        .header("host", "localhost:8080")
        .header("origin", "https://evil.example")
        .header("cookie", "g-s=t1");
    let reply = house.ask(foreign, "wert=x").await;
    let text = reply.text();
    assert_eq!(reply.status, 403);
    assert!(text.contains("Diese Anfrage kam nicht von hier.") && text.contains("href=\"/zeilen/a\""), "{text}");
    assert_eq!(house.count("a").await, 0);
}

#[tokio::test]
async fn a_page_is_never_asked_to_change_anything() {
    let house = House::here();
    for method in ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let request = http::Request::builder()
            .method(method)
            .uri("/tat/gut")
            .header("host", "localhost:8080")
            .header("x-http-method-override", "POST");
        let reply = house.ask(request, "_method=POST").await;
        assert_eq!((reply.status, reply.header("allow")), (405, "POST"), "{method}");
    }
    let odd = house.ask(http::Request::put("/").header("host", "localhost:8080"), "").await;
    assert_eq!((odd.status, odd.header("allow")), (405, "GET,HEAD"));
    assert_eq!(house.count("deed").await, 0);
}

#[tokio::test]
async fn the_demo_answers_only_under_a_name_of_this_machine() {
    let house = House::demo();
    for path in ["/", "/zeilen/a", "/assets/site.css", "/gibt-es-nicht"] {
        for host in ["localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"] {
            let reply = house.ask(http::Request::get(path).header("host", host), "").await;
            assert_ne!(reply.status, 421, "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "evil.example:8080",
            "127.0.0.1.evil.example",
            "localhost:8080@evil.example",
            "127.0.0.2",
            "0.0.0.0",
            "::1",
            "localhost:x",
            "localhost:80:80",
            "",
            "\u{e4}",
        ] {
            let reply = house.ask(http::Request::get(path).header("host", host.as_bytes()), "").await;
            assert_eq!((reply.status, reply.header("x-content-type-options")), (421, "nosniff"), "{host}");
        }
        let absolute = format!("http://evil.example{path}");
        assert_eq!(house.ask(http::Request::get(&absolute).header("host", "localhost"), "").await.status, 421);
    }
    let text = house.get("/").await.text();
    assert!(text.contains("Anna &#38; &#60;Co&#62;") && text.contains("action=\"/demo/anmelden\""), "{text}");
}
