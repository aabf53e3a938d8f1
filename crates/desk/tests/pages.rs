//! `/` for everybody who may come, in a small world, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod world;

use axum::{Router, body::Body};
use http::Request;
use http_body_util::BodyExt;
use kernel::Id;
use people::Person;
use testkit::{Fresh, both};
use tower::ServiceExt;

struct House {
    router: Router,
    runtime: tokio::runtime::Runtime,
}

impl House {
    fn new(fresh: &Fresh) -> Self {
        Self {
            router: web::router(&world::site(fresh)).unwrap(),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
        }
    }
    /// The page's own part and how many statements it took.
    fn get(&self, person: Option<Id<Person>>, path: &str) -> (String, u32) {
        let mut request = Request::builder().uri(path).header("host", "localhost:8080");
        if let Some(person) = person {
            request = request.header("cookie", format!("g-s={person}"));
        }
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(response.status().as_u16(), 200, "{path} for {person:?}");
            let statements = response.headers().get("x-statements").unwrap().to_str().unwrap().parse().unwrap();
            let html = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
            assert_eq!(html.matches("<h1").count(), 1);
            assert!(!html.contains("style=") && !html.contains("<style"));
            (html[html.find("<main").unwrap()..html.find("<footer").unwrap()].to_owned(), statements)
        })
    }
}

/// What stands between a heading's id and the next section.
fn section<'a>(html: &'a str, id: &str) -> &'a str {
    let start = html.find(&format!("<h2 id=\"{id}\"")).unwrap_or_else(|| panic!("no section {id} in {html}"));
    &html[start..html[start..].find("</section>").map_or(html.len(), |n| start + n)]
}

#[test]
fn a_new_installation_welcomes_without_pretending() {
    both(|fresh| {
        let house = House::new(fresh);
        let (html, _) = house.get(None, "/");
        assert!(html.contains("Hier entstehen gerade die ersten Netzwerkseiten."), "{html}");
        assert!(!html.contains("<figure") && !html.contains("id=\"offen\""));
        assert!(house.get(None, "/en").0.contains("The first pages of networks are being made here."));
    });
}

#[test]
fn while_nobody_operates_it_the_start_leads_to_the_set_up_but_not_in_the_demo_nor_for_who_is_signed_in() {
    both(|fresh| {
        let w = world::build(fresh);
        let waiting = |_: &db::Conn| Ok(Some("/einrichtung".to_owned()));
        let ask = |demo: Option<web::DemoBar>, path: &str, cookie: &str| {
            let router = web::router(&world::site_with(fresh, waiting, demo)).unwrap();
            let request = Request::builder().uri(path).header("host", "localhost:8080").header("cookie", cookie);
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let response = runtime.block_on(router.oneshot(request.body(Body::empty()).unwrap())).unwrap();
            let to = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
            (response.status().as_u16(), to)
        };
        assert_eq!(ask(None, "/", ""), (303, Some("/einrichtung".to_owned())));
        assert_eq!(ask(None, "/en", ""), (303, Some("/en/einrichtung".to_owned())));
        assert_eq!(ask(None, "/", &format!("g-s={}", w.mira)), (200, None));
        let bar = web::DemoBar { personas: Vec::new() };
        assert_eq!(ask(Some(bar), "/", ""), (200, None));
    });
}

#[test]
fn the_public_sees_networks_open_bodies_and_nothing_kept_within() {
    both(|fresh| {
        world::build(fresh);
        let house = House::new(fresh);
        let (html, statements) = house.get(None, "/");
        for words in [
            "Regionale Arbeitsgemeinschaft Aachen",
            "Landesarbeitsgemeinschaft NRW",
            "Wir bringen Gleichstellung in die Region.",
            "vier Treffen im Jahr",
            "href=\"/netzwerke/rag\"",
        ] {
            assert!(html.contains(words), "{words}");
        }
        assert!(section(&html, "offen").contains("Gender-Mainstreaming-Ausschuss"), "{html}");
        assert!(
            section(&html, "mitmachen").contains("Regionale Arbeitsgemeinschaft Aachen")
                && !section(&html, "mitmachen").contains("Landes")
        );
        // The region's roster is its members': no count. The Land's is public.
        let networks = section(&html, "netzwerke");
        assert_eq!(networks.matches("<b>").count(), 1, "{networks}");
        assert!(
            html.contains("<figure")
                && html.contains("Bild als Tabelle lesen")
                && html.contains("arbeitet zusammen mit")
        );
        for secret in ["Verborgen", "Kowalski", "Beispiel<", "Muster"] {
            assert!(!html.contains(secret), "{secret}");
        }
        let (english, _) = house.get(None, "/en");
        assert!(english.contains("Regional working group Aachen") && english.contains("href=\"/en/netzwerke/rag\""));
        assert_eq!(statements, 7);
    });
}

#[test]
fn a_member_sees_her_seats_her_terms_and_what_waits() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        let (html, statements) = house.get(Some(w.mira), "/");
        assert!(html.contains("Guten Tag, Mira Kowalski") && html.contains("Montag, 23. November 2026"), "{html}");
        assert!(html.contains("2 Netzwerke"), "{html}");
        let todo = section(&html, "braucht");
        assert!(todo.contains("Ihre Amtszeit endet: Gewähltes Mitglied") && todo.contains("noch 3 Monate"), "{todo}");
        assert!(todo.contains("Sie vertreten gerade: Vorsitz"), "{todo}");
        let seats = section(&html, "sitze");
        for words in [
            "Mitglied durch die Stelle",
            "RAG, geht auf Nachfolge über",
            "unbefristet",
            "Gewähltes Mitglied",
            "Gender-Mainstreaming-Ausschuss, RAG",
            "Vorsitz, als Ersatz",
            "<svg class=\"term\"",
            "Amtszeit 1. März 2025 bis 28. Februar 2027",
        ] {
            assert!(seats.contains(words), "{words} in {seats}");
        }
        assert!(seats.contains(&format!("href=\"/sitze/{}\"", w.elected)));
        assert!(section(&html, "fristen").contains("datetime=\"2027-02-28\""));
        let cards = section(&html, "netze");
        assert!(cards.contains("RAG") && cards.contains("LAG NRW") && cards.contains("Koordination"), "{cards}");
        let news = section(&html, "neu");
        assert!(
            news.contains("Gender-Mainstreaming-Ausschuss")
                && news.contains("Neue Sitze sind eingerichtet.")
                && news.contains("vor 3 Tagen"),
            "{news}"
        );
        assert!(cards.contains("<b>eine Neuigkeit</b>") || cards.contains("<b>2 Neuigkeiten</b>"), "{cards}");
        assert!(!html.contains("Verborgen"));
        // With what positions, elections, questions and checks ask of her, of a network she leads too, and what she put off.
        assert_eq!(statements, 37);
    });
}

#[test]
fn who_keeps_a_body_is_told_of_vacancies_and_ends() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        let (html, _) = house.get(Some(w.berit), "/");
        let todo = section(&html, "braucht");
        assert!(todo.contains("unbesetzt"), "{todo}");
        // What somebody accepted stands before what is merely near.
        let waits = todo.find("Ein Mandat wartet auf Ihre Bestätigung").unwrap_or_else(|| panic!("{todo}"));
        assert!(waits < todo.find("Eine Amtszeit endet").unwrap());
        assert!(todo.contains("Eine Amtszeit endet: Gewähltes Mitglied"), "{todo}");
        assert!(section(&html, "fristen").contains("Eine Amtszeit endet: Gender-Mainstreaming-Ausschuss"), "{html}");
    });
}

#[test]
fn who_keeps_a_network_is_told_of_seats_nobody_handed_over_until_somebody_does() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        let german = "Ein Sitz ist nach einem Stellenwechsel nicht übergeben";
        for person in [w.berit, w.mira] {
            assert!(!house.get(Some(person), "/").0.contains(german));
        }
        world::leave_aachen(fresh, w.mira);
        let (html, _) = house.get(Some(w.berit), "/");
        let todo = section(&html, "braucht");
        let entry = todo.split("<li").find(|entry| entry.contains(german)).unwrap_or_else(|| panic!("{todo}"));
        assert!(entry.contains(&format!("href=\"/sitze/{}\"", w.elected)), "{entry}");
        assert!(entry.contains("Gender-Mainstreaming-Ausschuss, RAG") && entry.contains("seit 3 Tagen"), "{entry}");
        assert!(!entry.contains("Mira") && !entry.contains("Kowalski"), "{entry}");
        assert_eq!(todo.split("<li").filter(|entry| entry.contains(german)).count(), 1, "one entry per body");
        // Whoever does not keep the network is not told, not even she herself.
        for person in [w.mira, w.ina, w.jo, w.nia] {
            assert!(!house.get(Some(person), "/").0.contains(german), "{person}");
        }
        // Once she has the post again, there is nothing to tell: the page asks the facts, not a mark.
        world::return_to_aachen(fresh, w.mira);
        assert!(!house.get(Some(w.berit), "/").0.contains(german));
    });
}

#[test]
fn who_is_put_forward_is_asked_and_a_newcomer_is_not_left_alone() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        let (html, _) = house.get(Some(w.nia), "/");
        let todo = section(&html, "braucht");
        assert!(todo.contains("Sie sind vorgeschlagen: Gewähltes Mitglied") && todo.contains("Antworten"), "{todo}");
        assert!(
            html.contains("Sie haben zurzeit keinen Sitz.")
                && html.contains("Sie gehören zurzeit keinem Netzwerk an.")
                && !html.contains("id=\"neu\""),
            "{html}"
        );
    });
}

#[test]
fn who_is_appointed_to_a_post_reads_from_when_she_sits_where() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        world::follows(fresh, w.mira, w.nia);
        let (html, _) = house.get(Some(w.nia), "/");
        assert!(html.contains("ab 1. Dezember 2026: ") && !html.contains("kein Netzwerk"), "{html}");
    });
}

#[test]
fn the_greeting_follows_the_clock_and_a_day_without_duties_says_so() {
    both(|fresh| {
        let w = world::build(fresh);
        let house = House::new(fresh);
        fresh.clock.set(kernel::Day::literal("2026-11-24").at(8, 0));
        assert!(house.get(Some(w.mira), "/").0.contains("Guten Morgen, Mira Kowalski"));
        fresh.clock.set(kernel::Day::literal("2026-11-24").at(20, 0));
        let (html, statements) = house.get(Some(w.jo), "/");
        // Without an office: who she is, her seats, what is asked, what is due, which days are looked for, which votes are taken, who asks to join, networks, what is new, settings;
        // what positions, elections, questions and checks ask of her, and what she put off.
        assert_eq!(statements, 25);
        assert!(html.contains("Guten Abend, Jo Muster") && html.contains("ein Netzwerk · ein Sitz"));
        assert!(section(&html, "braucht").contains("Heute wartet nichts auf Sie."), "{html}");
    });
}
