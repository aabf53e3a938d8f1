//! Copies of public pages: for nobody signed in, right for one number of the log, one day and one language.

use std::time::Duration;

use crate::{
    house::{House, shut},
    reply::{Reply, get, post},
};

/// Whether an answer was rendered for this request: a copy from the shelf took no statement and does not say how many.
fn rendered(reply: &Reply) -> bool {
    !reply.header("x-statements").is_empty()
}

#[tokio::test]
async fn a_copy_serves_the_public_until_something_is_written() {
    for house in House::both() {
        let first = house.get("/zeilen/a").await;
        assert!(rendered(&first) && first.own() == "erster Wert");
        let second = house.get("/zeilen/a").await;
        assert!(!rendered(&second) && second.own() == "erster Wert");
        assert_eq!(second.header("content-type"), "text/html; charset=utf-8");
        for n in 0..20 {
            let value = format!("Wert {n}");
            house.set("a", &value).await;
            let next = house.get("/zeilen/a").await;
            assert!(rendered(&next) && next.own() == value, "the very next request must show it: {n}");
            assert!(!rendered(&house.get("/zeilen/a").await));
        }
    }
}

#[tokio::test]
async fn a_form_committed_is_seen_by_the_very_next_request() {
    for house in House::both() {
        for n in 0..20 {
            let value = format!("w{n}");
            assert_eq!(house.post_as("/zeilen/a/setzen", 1, format!("wert={value}")).await.status, 303);
            assert_eq!(house.get("/zeilen/a").await.own(), value);
            assert_eq!(house.get("/en/zeilen/a").await.own(), value);
        }
    }
}

#[tokio::test]
async fn never_for_somebody_signed_in_nor_with_a_query_or_a_cookie_of_ours() {
    for house in House::both() {
        for request in [
            get("/zeilen/a?x=1"),
            get("/zeilen/a").header("cookie", "g-s=t1"),
            get("/zeilen/a").header("cookie", "g-s=unknown"),
            get("/zeilen/a").header("cookie", "g-theme=dark"),
        ] {
            assert!(rendered(&house.ask(request, "").await));
            // Nor did it leave a copy for others.
        }
        assert!(rendered(&house.get("/zeilen/a").await));
        for request in [
            get("/zeilen/a?x=1"),
            get("/zeilen/a").header("cookie", "g-s=t1"),
            get("/zeilen/a").header("cookie", "g-s=unknown"),
        ] {
            assert!(rendered(&house.ask(request, "").await));
        }
        let own = house.get_as("/zeilen/a", 1).await.text();
        assert!(own.contains("PX, mein Konto") || own.contains(">PX</a>"));
        let public = house.get("/zeilen/a").await;
        assert!(!rendered(&public) && !public.text().contains("PX"));
        // A cookie of another program on the same host changes nothing.
        assert!(!rendered(&house.ask(get("/zeilen/a").header("cookie", "_pk_id=1"), "").await));
    }
}

#[tokio::test]
async fn languages_days_and_named_moments_are_kept_apart() {
    for house in House::both() {
        house.get("/zeilen/a").await;
        let english = house.get("/en/zeilen/a").await;
        assert!(rendered(&english) && english.text().contains("<html lang=\"en\""));
        assert!(house.get("/zeilen/a").await.text().contains("<html lang=\"de\""));
        assert!(!rendered(&house.get("/en/zeilen/a").await));
        assert!(rendered(&house.ask(get("/antwort/frist").header("accept-language", "en"), "").await));
        let noon = house.get("/antwort/frist").await;
        assert!(!rendered(&noon));
        house.clock.advance(59);
        assert_eq!(house.get("/antwort/frist").await.own(), noon.own());
        house.clock.advance(1);
        assert_ne!(house.get("/antwort/frist").await.own(), noon.own());
        // The day turns: what speaks of "today" is of yesterday.
        house.get("/").await;
        assert!(!rendered(&house.get("/").await));
        house.clock.set(kernel::Day::literal("2026-11-24").at(0, 0).plus_seconds(-1));
        assert!(!rendered(&house.get("/").await));
        house.clock.advance(1);
        let next = house.get("/").await;
        assert!(rendered(&next) && next.text().contains("24. November 2026"), "{}", next.text());
        // And a clock that is put back does not bring yesterday's copy to today.
        house.clock.advance(-3600);
        assert!(house.get("/").await.text().contains("23. November 2026"));
    }
}

#[tokio::test]
async fn what_may_not_be_kept_is_not() {
    let house = House::here();
    let twice = [
        "/antwort/keks",
        "/antwort/frisch",
        "/antwort/fehlt",
        "/antwort/regel",
        "/antwort/kaputt",
        "/gibt-es-nicht",
        "/formular",
        "/weg",
    ];
    for path in twice {
        house.get(path).await;
        house.clock.advance(1);
        let again = house.get(path).await;
        assert!(rendered(&again) || again.status >= 400, "{path}");
        assert!(again.header("cache-control") == "no-store" || again.cookies().is_empty(), "{path}");
    }
    assert_ne!(house.get("/antwort/frisch").await.own(), {
        house.clock.advance(1);
        house.get("/antwort/frisch").await.own()
    });
    // Two readers of a page with a form never get the same number, or one of them would send nothing.
    assert_ne!(house.get("/formular").await.own(), house.get("/formular").await.own());
    assert_eq!(house.get("/antwort/keks").await.cookies().len(), 1);
}

#[tokio::test]
async fn head_gzip_and_plain_are_the_same_page() {
    for house in House::both() {
        for round in 0..3 {
            let plain = house.get("/zeilen/a").await;
            let packed = house.ask(get("/zeilen/a").header("accept-encoding", "gzip"), "").await;
            let head = house.ask(http::Request::head("/zeilen/a").header("host", "localhost"), "").await;
            assert_eq!((plain.header("content-encoding"), packed.header("content-encoding")), ("", "gzip"), "{round}");
            assert_eq!(plain.text(), packed.text(), "{round}");
            assert_eq!((head.status, head.body.len()), (200, 0), "{round}");
            assert_eq!(head.header("content-length"), plain.body.len().to_string(), "{round}");
        }
        // A copy made for HEAD is whole.
        house.set("a", "neu").await;
        house.ask(http::Request::head("/zeilen/a").header("host", "localhost"), "").await;
        let copy = house.get("/zeilen/a").await;
        assert!(!rendered(&copy) && copy.own() == "neu");
    }
}

#[tokio::test]
async fn all_copies_together_stay_small_and_the_rest_is_rendered() {
    let house = House::here();
    let mut kept = Vec::new();
    for kib in 900..932 {
        let path = format!("/gross/{kib}");
        assert!(rendered(&house.get(&path).await), "{path}");
        kept.push(path);
    }
    let mut held = 0;
    for path in kept.iter().rev() {
        let reply = house.get(path).await;
        if rendered(&reply) {
            break;
        }
        let packed = house.ask(get(path).header("accept-encoding", "gzip"), "").await;
        held += reply.body.len() + packed.body.len();
    }
    assert!(held > 2 << 20, "nothing was kept");
    assert!(held <= 16 << 20, "{held} bytes are kept");
    let huge = house.get("/gross/20000").await;
    assert!(rendered(&huge) && huge.body.len() > 20_000 << 10);
    assert!(rendered(&house.get("/gross/20000").await));
}

#[tokio::test]
async fn another_spelling_of_an_address_takes_nobody_s_place() {
    let house = House::here();
    house.get("/zeilen/a").await;
    for other in [
        "/zeilen/%61",
        "/zeilen%2fa",
        "/zeilen/a/",
        "/zeilen/a//",
        "//zeilen/a",
        "/Zeilen/a",
        "/zeilen/A",
        "/en//zeilen/a",
        "/en/en/zeilen/a",
        "/zeilen/./a",
        "/zeilen/a;x",
        "/zeilen/a%3fx",
        "/zeilen/a%00",
        "/zeilen/a%20",
    ] {
        let reply = house.get(other).await;
        assert!(reply.status >= 300 || (rendered(&reply) && reply.own() == "erster Wert"), "{other}");
        assert!(rendered(&house.get(other).await) || reply.status >= 300, "{other} was kept");
    }
    for host in ["evil.example", "localhost", "a\"><script>"] {
        for name in ["host", "x-forwarded-host", "x-original-url", "x-rewrite-url", "forwarded"] {
            house.set("a", "wieder").await;
            let poisoned = house.ask(http::Request::get("/zeilen/a").header(name, host), "").await;
            assert_eq!(poisoned.own(), "wieder");
            let copy = house.get("/zeilen/a").await;
            assert!(!copy.text().contains("evil") && !copy.text().contains("<script>"), "{name} {host}");
        }
    }
    // `?` alone asks for the same page.
    assert!(!rendered(&house.get("/zeilen/a?").await));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_slow_page_of_the_past_does_not_hide_what_was_written_meanwhile() {
    for house in House::both() {
        let gate = testkit::unique("g").replace('_', "-");
        let path = format!("/langsam/{gate}");
        house.set("slow", "alt").await;
        let (seen, go) = shut(&gate);
        let (router, slow) = (house.router.clone(), path.clone());
        let old = tokio::spawn(async move {
            tower::ServiceExt::oneshot(router, get(&slow).body(axum::body::Body::empty()).unwrap()).await.unwrap()
        });
        tokio::task::spawn_blocking(move || seen.recv_timeout(Duration::from_secs(10))).await.unwrap().unwrap();
        // It has read the old value. Now somebody withdraws it, and another reader comes.
        house.set("slow", "neu").await;
        let new = house.get(&path).await;
        assert!(rendered(&new) && new.own() == "neu");
        go.send(()).unwrap();
        let old = http_body_util::BodyExt::collect(old.await.unwrap().into_body()).await.unwrap().to_bytes();
        assert!(
            String::from_utf8_lossy(&old).contains("<p id=\"text\">alt</p>"),
            "the old page shows its own snapshot"
        );
        for _ in 0..3 {
            assert_eq!(house.get(&path).await.own(), "neu");
        }
        assert!(!rendered(&house.get(&path).await));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nobody_ever_sees_less_than_was_acknowledged_before_she_asked() {
    for house in House::both() {
        house.set("a", "0").await;
        let acknowledged = std::sync::Arc::new(std::sync::atomic::AtomicI64::new(0));
        let (router, seen) = (house.router.clone(), std::sync::Arc::clone(&acknowledged));
        let writer = tokio::spawn(async move {
            for n in 1..=60_i64 {
                let request = post("/zeilen/a/setzen")
                    .header("cookie", "g-s=t1")
                    .body(axum::body::Body::from(format!("wert={n}")))
                    .unwrap();
                assert_eq!(tower::ServiceExt::oneshot(router.clone(), request).await.unwrap().status(), 303);
                seen.store(n, std::sync::atomic::Ordering::SeqCst);
            }
        });
        while !writer.is_finished() {
            let before = acknowledged.load(std::sync::atomic::Ordering::SeqCst);
            let shown: i64 = house.get("/zeilen/a").await.own().parse().unwrap();
            assert!(
                shown >= before,
                "{shown} after {before} on {}",
                if house.postgres { "PostgreSQL" } else { "SQLite" }
            );
        }
        writer.await.unwrap();
        assert_eq!(house.get("/zeilen/a").await.own(), "60");
    }
}
