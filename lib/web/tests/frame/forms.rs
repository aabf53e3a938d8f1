//! Forms: what was typed stays, what was sent twice acts once, and a note is shown once.

use crate::{
    house::House,
    reply::{get, post},
};

fn number(text: &str) -> String {
    let (_, rest) = text.split_once("name=\"einmal\" value=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn a_form_sent_twice_acts_once() {
    for house in House::both() {
        let number = number(&house.get("/formular").await.text());
        let form = format!("einmal={number}&wert=eins");
        for round in 1..=3 {
            let reply = house.post_as("/formular", 1, form.clone()).await;
            assert_eq!((reply.status, reply.header("location")), (303, "/formular"), "round {round}");
        }
        assert_eq!(house.count("count").await, 1);
        // Somebody else with the same number acts for herself.
        house.post_as("/formular", 2, form.clone()).await;
        house.ask(post("/formular"), form.clone()).await;
        assert_eq!(house.count("count").await, 3);
        // Going back, changing a word and sending again is another form.
        house.post_as("/formular", 1, format!("einmal={number}&wert=zwei")).await;
        assert_eq!(house.count("count").await, 4);
        // Another address is another form, too.
        assert_eq!(house.post_as("/zeilen/a/setzen", 1, form).await.header("location"), "/zeilen/a");
        assert_eq!(house.count("a").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_at_the_same_moment_acts_once() {
    for house in House::both() {
        let form = format!("einmal={}&wert=eins", "0123456789abcdef".repeat(2));
        let sent: Vec<_> = (0..8)
            .map(|_| {
                let request = post("/formular").header("cookie", "g-s=t1").body(form.clone().into()).unwrap();
                tokio::spawn(tower::ServiceExt::<http::Request<axum::body::Body>>::oneshot(
                    house.router.clone(),
                    request,
                ))
            })
            .collect();
        for reply in sent {
            assert_eq!(reply.await.unwrap().unwrap().headers()["location"], "/formular");
        }
        assert_eq!(house.count("count").await, 1);
    }
}

#[tokio::test]
async fn without_a_number_or_with_a_strange_one_a_form_acts_each_time() {
    let house = House::here();
    let strange = [
        "",
        "einmal=&",
        "einmal=x&",
        "einmal=%27%20OR%201=1--&",
        "einmal=0123456789abcdef0123456789abcdeg&",
        "einmal=0123456789ABCDEF&",
    ];
    for prefix in strange {
        for _ in 0..2 {
            assert_eq!(house.post_as("/formular", 1, format!("{prefix}wert=x")).await.status, 303, "{prefix}");
        }
    }
    assert_eq!(house.count("count").await, 12);
}

#[tokio::test]
async fn a_refused_form_can_be_sent_again_with_the_same_number() {
    for house in House::both() {
        let number = "a".repeat(32);
        for wrong in ["wert=", "wert=%0A", "wert=%E2%80%AEx", "wert=%1b", &format!("wert={}", "x".repeat(41))] {
            let reply = house.post_as("/formular", 1, format!("einmal={number}&{wrong}")).await;
            let text = reply.text();
            assert_eq!(reply.status, 422, "{wrong}");
            assert!(
                text.contains("class=\"errsum\"") && text.contains("href=\"#wert\"") && text.contains("id=\"wert-e\""),
                "{wrong}: {text}"
            );
            assert!(text.contains("<title>Fehler: Formular"), "{wrong}");
        }
        assert_eq!(house.count("count").await, 0);
        assert_eq!(house.post_as("/formular", 1, format!("einmal={number}&wert=gut")).await.status, 303);
        assert_eq!(house.count("count").await, 1);
    }
}

#[tokio::test]
async fn what_was_typed_stays_and_never_becomes_markup() {
    let house = House::here();
    let typed = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%3Cinput+value%3D%22".repeat(2);
    let text = house.post_as("/formular", 1, format!("wert={typed}")).await.text();
    assert!(!text.contains("<script>alert") && text.contains("&#34;&#62;&#60;script&#62;alert(1)"), "{text}");
}

#[tokio::test]
async fn a_form_that_changes_nothing_may_still_lead_somewhere() {
    // `once` remembers where it led, and that alone needs no event.
    for house in House::both() {
        let reply = house.post_as("/zeilen/a/setzen", 1, format!("einmal={}&wert=x", "b".repeat(32))).await;
        assert_eq!(reply.status, 303);
        let reply = house.ask(post("/zeilen/a/setzen"), format!("einmal={}&wert=x", "c".repeat(32))).await;
        assert_eq!((reply.status, reply.header("location")), (303, "/anmelden?weiter=%2Fzeilen%2Fa"));
        let quiet = house.post_as("/still", 1, format!("einmal={}&wert=x", "d".repeat(32))).await;
        assert_eq!((quiet.status, quiet.header("location")), (303, "/"));
    }
}

#[tokio::test]
async fn a_note_is_set_shown_once_and_cleared() {
    let house = House::here();
    let reply = house.post_as("/formular", 1, "wert=A%26B").await;
    let cookies = reply.cookies();
    assert_eq!(cookies, ["g-note=%3Cb%3EA%26B%3C%2Fb%3E+ist+da.; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"]);
    let value = cookies[0].split(';').next().unwrap().to_owned();
    for path in ["/formular", "/zeilen/a", "/antwort/fehlt", "/gibt-es-nicht"] {
        let shown = house.ask(get(path).header("cookie", &value), "").await;
        assert!(shown.text().contains("&#60;b&#62;A&#38;B&#60;/b&#62; ist da."), "{path}: {}", shown.text());
        assert_eq!(shown.cookies(), ["g-note=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"], "{path}");
        assert_eq!(shown.header("cache-control"), "no-store", "{path}");
        let after = house.get(path).await;
        assert!(!after.text().contains("ist da.") && after.cookies().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn a_forged_note_is_text_and_short() {
    let house = House::here();
    for forged in [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "<script>alert(1)</script>",
        "a%0d%0aSet-Cookie:x=1",
        "%e2%80%aex",
        "%ff%fe",
        "%",
        "%00",
    ] {
        let reply = house.ask(get("/zeilen/a").header("cookie", format!("g-note={forged}")), "").await;
        let text = reply.text();
        assert_eq!(reply.status, 200, "{forged}");
        assert!(!text.contains("<script>alert") && !text.contains('\u{202e}') && !text.contains('\0'), "{forged}");
        assert!(reply.cookies().iter().all(|c| c.starts_with("g-note=;")), "{forged}");
    }
    let long = house.ask(get("/zeilen/a").header("cookie", format!("g-note={}", "x".repeat(4000))), "").await.text();
    assert!(long.contains(&"x".repeat(200)) && !long.contains(&"x".repeat(201)));
}

#[tokio::test]
async fn a_seen_session_is_marked_and_only_when_it_asks_for_it() {
    for house in House::both() {
        let touched = || house.site.db().read(|c| db::setting(c, "touched"));
        house.get_as("/zeilen/a", 1).await;
        assert_eq!(touched().await.unwrap(), None);
        house.get_as("/zeilen/a", 2).await;
        for _ in 0..100 {
            if touched().await.unwrap().is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert_eq!(touched().await.unwrap().as_deref(), Some("2"));
    }
}
