//! The pages that say why not: in both languages, with the menu, one heading and links that help.

use crate::{
    house::House,
    reply::{Reply, get, post},
};

/// What every page of refusal owes its reader.
fn helps(reply: &Reply, what: &str, lang: &str) {
    let text = reply.text();
    assert_eq!(text.matches("<h1").count(), 1, "{what}: {text}");
    assert!(text.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\"")), "{what}");
    assert!(text.contains("<nav class=\"nav\"") && text.contains("id=\"menue\""), "{what}: no menu");
    assert!(text.contains(if lang == "de" { ">Zeilen</a>" } else { ">Rows</a>" }), "{what}: no entry");
    let home = if lang == "de" { "href=\"/\"><span" } else { "href=\"/en\"><span" };
    assert!(text.contains(home), "{what}: no way home: {text}");
    assert!(text.contains("name=\"robots\" content=\"noindex\""), "{what}");
    assert!(!text.contains("canary") && !text.contains("no_such_table"), "{what} tells what only the log may hold");
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8", "{what}");
}

#[tokio::test]
async fn each_status_has_a_page_in_both_languages() {
    for house in House::both() {
        let pages = [
            ("/antwort/verboten", 403, "Das dürfen Sie hier nicht.", "You may not do this here."),
            ("/antwort/fehlt", 404, "Diese Seite gibt es nicht.", "There is no such page."),
            ("/gibt/es/nicht", 404, "Diese Seite gibt es nicht.", "There is no such page."),
            ("/tat/gut", 405, "So lässt sich diese Seite nicht aufrufen.", "This page cannot be called like that."),
            ("/antwort/veraltet", 409, "Das hat inzwischen jemand geändert.", "Somebody has changed this meanwhile."),
            ("/antwort/vorbei", 410, "Der Link gilt nicht mehr.", "The link is no longer valid."),
            ("/antwort/regel", 422, "So nicht &#60;b&#62;.", "Not so &#60;b&#62;."),
            ("/stand?stand=30.02.2026", 422, "Diesen Tag gibt es im Kalender nicht.", "The calendar has no such day."),
            ("/antwort/zu-oft", 429, "Das waren zu viele Versuche.", "Too many tries."),
            ("/antwort/kaputt", 500, "Das hat nicht geklappt.", "That did not work."),
            ("/antwort/sql", 500, "Das hat nicht geklappt.", "That did not work."),
            ("/antwort/panik", 500, "Das hat nicht geklappt.", "That did not work."),
        ];
        for (path, status, de, en) in pages {
            for (prefix, lang, words) in [("", "de", de), ("/en", "en", en)] {
                let reply = house.get(&format!("{prefix}{path}")).await;
                assert_eq!(reply.status, status, "{prefix}{path}");
                helps(&reply, path, lang);
                assert!(reply.text().contains(words), "{prefix}{path}: {}", reply.text());
                assert_eq!(
                    reply.text().contains(if lang == "de" {
                        "Kennung für Rückfragen: "
                    } else {
                        "Reference for questions: "
                    }),
                    status == 500,
                    "{path}"
                );
                let offer = if lang == "de" {
                    "href=\"/anmelden\"><span class=\"kern-label\">Einloggen</span></a></div></div>"
                } else {
                    "href=\"/en/anmelden\"><span class=\"kern-label\">Sign in</span></a></div></div>"
                };
                assert_eq!(reply.text().contains(offer), matches!(status, 403 | 404 | 410), "{prefix}{path}");
            }
            // Whoever is signed in has her own language and needs no sign-in.
            let reply = house.get_as(path, 3).await;
            assert!(
                reply.status == status && reply.text().contains(en) && !reply.text().contains("anmelden"),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn forms_are_refused_with_a_page_as_well() {
    for house in House::both() {
        let (many, long) = ("a=1&".repeat(2001), format!("wert={}", "x".repeat(20_001)));
        let large = "x".repeat(10 << 20);
        for (body, media, status, words) in [
            (large.as_str(), "application/x-www-form-urlencoded", 413, "Das ist zu viel auf einmal."),
            (many.as_str(), "application/x-www-form-urlencoded", 413, "Das ist zu viel auf einmal."),
            (long.as_str(), "application/x-www-form-urlencoded", 413, "Das ist zu viel auf einmal."),
            ("wert=%00", "application/x-www-form-urlencoded", 422, "Das geht so nicht."),
            ("wert=a%ffb", "application/x-www-form-urlencoded", 422, "Das geht so nicht."),
            ("wert=1", "multipart/form-data; boundary=x", 415, "Das geht so nicht."),
            ("{\"wert\":1}", "application/json", 415, "Das geht so nicht."),
            ("wert=1", "application/x-www-form-urlencodedx", 415, "Das geht so nicht."),
        ] {
            let request =
                http::Request::post("/formular").header("content-type", media).header("sec-fetch-site", "same-origin");
            let reply = house.ask(request, body.to_owned()).await;
            assert_eq!(reply.status, status, "{}", body.get(..12).unwrap_or(body));
            helps(&reply, body.get(..12).unwrap_or(body), "de");
            assert!(reply.text().contains(words));
            // Whoever goes back still has what she typed: no link that would lose it comes first.
            assert!(!reply.text().contains("href=\"/formular\"><span"));
        }
        assert_eq!(house.count("count").await, 0);
        let loud = http::Request::post("/formular")
            .header("content-type", "Application/X-WWW-Form-Urlencoded ; charset=UTF-8")
            .header("sec-fetch-site", "same-origin");
        assert_eq!(house.ask(loud, "wert=1").await.status, 303);
    }
}

#[tokio::test]
async fn a_panic_or_a_fault_costs_one_request_and_nothing_else() {
    for house in House::both() {
        for what in ["panik", "kaputt", "sql", "regel", "status", "veraltet", "unbekannt"] {
            let reply = house.ask(post(&format!("/tat/{what}")), "").await;
            let expected = match what {
                "regel" => 422,
                "status" => 400,
                "veraltet" => 409,
                "unbekannt" => 404,
                _ => 500,
            };
            assert_eq!(reply.status, expected, "{what}");
            if what != "status" {
                helps(&reply, what, "de");
            }
            assert_eq!(house.count("deed").await, 0, "{what} left something behind");
            assert_eq!(house.get("/zeilen/deed").await.status, 404, "{what}");
            let read = house.get(&format!("/antwort/{}", if what == "sql" { "sql" } else { "panik" })).await;
            assert_eq!(read.status, 500);
            assert_eq!(house.get("/zeilen/a").await.own(), "erster Wert", "after {what}");
        }
        for what in ["gut", "seite", "grenze"] {
            assert!(house.ask(post(&format!("/tat/{what}")), "").await.status < 400, "{what}");
        }
        assert_eq!(house.count("deed").await, 3, "below 400 everything stays");
    }
}

#[tokio::test]
async fn an_incident_has_a_number_of_its_own_each_time() {
    let house = House::here();
    let mut numbers = std::collections::HashSet::new();
    for _ in 0..20 {
        let text = house.get("/antwort/kaputt").await.text();
        let (_, rest) = text.split_once("Kennung für Rückfragen: ").unwrap();
        let number: String = rest.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).take(8).collect();
        assert!(number.bytes().all(|b| b.is_ascii_hexdigit()), "{number}");
        assert!(numbers.insert(number));
    }
}

#[tokio::test]
async fn what_is_not_for_her_looks_like_what_is_not_there() {
    let house = House::here();
    assert_eq!(house.get_as("/betreuung", 1).await.status, 200);
    assert_eq!(house.get_as("/betreuung", 2).await.status, 404);
    let same = |reply: Reply| reply.text().replace("/betreuung", "/gibt-es-nicht");
    assert_eq!(same(house.get_as("/betreuung", 2).await), same(house.get_as("/gibt-es-nicht", 2).await));
    // The public is led to the sign-in, and from there to where she wanted to go.
    for (path, next) in [
        ("/betreuung", "%2Fbetreuung"),
        ("/eigenes?stand=2020-01-01&q=a%26b", "%2Feigenes%3Fstand%3D2020-01-01%26q%3Da%2526b"),
    ] {
        assert_eq!(house.get(path).await.header("location"), format!("/anmelden?weiter={next}"));
    }
    // A form's target is no page: she comes back to the page of the form.
    let reply = house.ask(post("/zeilen/a/setzen"), "wert=1").await;
    assert_eq!((reply.status, reply.header("location")), (303, "/anmelden?weiter=%2Fzeilen%2Fa"));
    assert_eq!(house.count("a").await, 0);
}

#[tokio::test]
async fn a_stale_form_leads_to_the_page_it_came_from() {
    let house = House::here();
    for (path, link) in [("/antwort/veraltet", "/antwort/veraltet"), ("/en/antwort/veraltet", "/en/antwort/veraltet")] {
        assert!(house.get(path).await.text().contains(&format!("kern-btn--primary\" href=\"{link}\"")));
    }
    // No page above it but the first one.
    let text = house.ask(post("/tat/veraltet"), "").await.text();
    assert!(
        text.contains("kern-btn--primary\" href=\"/\"") && !text.contains("href=\"/tat/veraltet\"><span"),
        "{text}"
    );
    let text = house.get("/zeilen/a/setzen").await.text();
    assert!(text.contains("kern-btn--primary\" href=\"/zeilen/a\""), "{text}");
}

#[tokio::test]
async fn impossible_days_are_refused_and_possible_ones_shown() {
    let house = House::here();
    for bad in [
        "2026-02-30",
        "2026-13-01",
        "morgen",
        "0000-01-01",
        "2026-1-1",
        "99999-01-01",
        "-1",
        "%00",
        "2026-02-28T00:00",
        "2026%2D02%2D31",
    ] {
        for prefix in ["", "/en"] {
            let reply = house.get(&format!("{prefix}/stand?stand={bad}")).await;
            assert_eq!(reply.status, 422, "{bad}");
            helps(&reply, bad, if prefix.is_empty() { "de" } else { "en" });
        }
    }
    for (good, shown) in [
        ("2019-06-30", "2019-06-30"),
        ("30.6.2019", "2019-06-30"),
        ("%202019-06-30+", "2019-06-30"),
        ("", testkit::TODAY),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
    ] {
        let reply = house.get(&format!("/stand?stand={good}")).await;
        assert_eq!(reply.status, 200, "{good}");
        assert!(reply.text().contains(&format!("<p>{shown}</p>")), "{good}");
        assert_eq!(reply.text().contains("class=\"asof\""), shown != testkit::TODAY, "{good}");
    }
    // The other language shows the same day and asks the same question.
    for (path, other) in [
        ("/stand?stand=2019-06-30&q=a%26b", "/en/stand?stand=2019-06-30&#38;q=a%26b"),
        ("/en/stand?stand=2019-06-30", "/stand?stand=2019-06-30"),
        ("/en?x=1", "/?x=1"),
        ("/?x=%22%3E", "/en?x=%22%3E"),
    ] {
        let text = house.get(path).await.text();
        assert!(text.contains(&format!("<a href=\"{other}\" lang=")), "{path}: {text}");
    }
    let many = (0..31).map(|n| format!("a{n}=1&")).collect::<String>();
    for bad in
        [many, format!("q={}", "x".repeat(20_001)), "q=%ff".into(), "q=%00".into(), format!("{}=1", "n".repeat(101))]
    {
        let reply = house.ask(get(&format!("/stand?{bad}")), "").await;
        assert_eq!(reply.status, 422, "{}", bad.get(..12).unwrap());
        helps(&reply, "query", "de");
    }
}

#[tokio::test]
async fn too_many_tries_say_when_to_come_back_to_the_minute_on_the_page_and_to_the_second_in_the_head() {
    for house in House::both() {
        for (prefix, words) in
            [("", "Bitte versuchen Sie es um 12:21 Uhr noch einmal."), ("/en", "Please try again at 12:21 pm.")]
        {
            let reply = house.get(&format!("{prefix}/antwort/zu-oft")).await;
            assert_eq!((reply.status, reply.header("retry-after")), (429, "1201"));
            assert!(reply.text().contains(words), "{}", reply.text());
        }
        assert_eq!(house.get("/antwort/vorbei").await.header("retry-after"), "");
    }
}
