//! The pages every installation must have, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use axum::{Router, body::Body};
use http::Request;
use http_body_util::BodyExt;
use testkit::{Fresh, both};
use tower::ServiceExt;
use web::{DemoBar, Hooks, Outside, Site};

struct House {
    router: Router,
    runtime: tokio::runtime::Runtime,
}

impl House {
    fn new(fresh: &Fresh, demo: Option<DemoBar>) -> Self {
        let outside = Outside {
            base_url: "https://netz.example.org".into(),
            loopback: false,
            observe: true,
            proxies: web::Proxies::default(),
        };
        let hooks = Hooks { who: |_, _| Ok(None), touch: |_, _| Ok(()), set_up: |_| Ok(None) };
        let site = Site::build(fresh.db.clone(), vec![public::slice()], outside, hooks, demo).unwrap();
        Self {
            router: web::router(&site).unwrap(),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
        }
    }
    fn get(&self, path: &str) -> (u16, String, u32) {
        let request = Request::builder().uri(path).header("host", "localhost").body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let statements = response.headers().get("x-statements").map_or(0, |v| v.to_str().unwrap().parse().unwrap());
            let status = response.status().as_u16();
            (
                status,
                String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap(),
                statements,
            )
        })
    }
}

const PAGES: [&str; 5] = ["/impressum", "/datenschutz", "/barrierefreiheit", "/betrieb", "/verzeichnis"];

fn set(fresh: &Fresh, values: &'static [(&'static str, &'static str)]) {
    fresh
        .db
        .write_now(move |tx| {
            tx.emit(kernel::Event::new("settings.changed", kernel::Subject::new("house", 1)));
            values.iter().try_for_each(|(key, value)| tx.set(key, value))
        })
        .unwrap();
}

#[test]
fn a_new_installation_says_on_every_page_that_something_is_missing() {
    both(|fresh| {
        let house = House::new(fresh, None);
        for path in PAGES {
            let (status, html, statements) = house.get(path);
            assert_eq!((status, html.matches("<h1>").count()), (200, 1), "{path}");
            assert!(html.contains("Die Betreiberin hat hier noch nichts eingetragen."), "{path}");
            // The settings for the page and for the shell, the number a kept copy is right for, and what the register lists.
            assert_eq!(statements, if path == "/verzeichnis" { 4 } else { 3 }, "{path}");
            let (status, html, _) = house.get(&format!("/en{path}"));
            assert!(status == 200 && html.contains("has not entered anything here yet"), "{path}");
        }
        assert_eq!(house.get("/.well-known/security.txt").0, 404);
    });
}

#[test]
fn what_was_entered_stands_there_escaped_and_reachable() {
    both(|fresh| {
        let house = House::new(fresh, None);
        set(
            fresh,
            &[
                ("site.public_body", "yes"),
                ("operator.name", "Stadt <Beispiel> & Söhne"),
                ("operator.address", "Markt 1\n12345 Beispiel"),
                ("operator.mail", "stelle@example.org"),
                ("operator.phone", "0241 000000"),
                ("privacy.contact", "datenschutz@example.org"),
                ("access.contact", "Zimmer 3"),
            ],
        );
        for path in PAGES {
            let (_, html, _) = house.get(path);
            assert!(!html.contains("noch nichts eingetragen") && !html.contains("<Beispiel>"), "{path}");
        }
        let imprint = house.get("/impressum").1;
        assert!(
            imprint.contains("Stadt &#60;Beispiel&#62; &#38; Söhne") && imprint.contains("Markt 1<br>12345 Beispiel"),
            "{imprint}"
        );
        assert!(imprint.contains("<a href=\"mailto:stelle@example.org\">stelle@example.org</a>"));
        let privacy = house.get("/datenschutz").1;
        assert!(
            privacy.contains("§ 3 DSG NRW")
                && privacy.contains("mailto:datenschutz@example.org")
                && !privacy.contains("/konto/freigaben")
        );
        let access = house.get("/barrierefreiheit").1;
        assert!(access.contains("Zimmer 3") && access.contains("Ombudsstelle") && !access.contains("mailto:Zimmer"));
        set(fresh, &[("site.public_body", "no")]);
        assert!(!house.get("/barrierefreiheit").1.contains("Ombudsstelle"));
        assert!(house.get("/datenschutz").1.contains("Buchst. b und f"));
        let (status, file, _) = house.get("/.well-known/security.txt");
        assert_eq!(status, 200);
        assert_eq!(
            file,
            "Contact: mailto:stelle@example.org\nExpires: 2027-05-23T00:00:00Z\nPreferred-Languages: de, en\nCanonical: https://netz.example.org/.well-known/security.txt\n"
        );
    });
}

#[test]
fn the_register_shows_what_the_database_itself_says() {
    both(|fresh| {
        let house = House::new(fresh, None);
        let german = house.get("/verzeichnis").1;
        for words in [
            "Personen",
            "private E-Mail",
            "Nur mit Einwilligung je Feld",
            "Bis zum Widerruf",
            "Angemeldete Geräte",
            "Angaben ohne Personenbezug",
        ] {
            assert!(german.contains(words), "{words}");
        }
        let english = house.get("/en/verzeichnis").1;
        for words in
            ["Persons", "private mail address", "Only by consent per field", "Until withdrawn", "Art. 6 (1) a GDPR"]
        {
            assert!(english.contains(words), "{words}");
        }
        let shown = english.split("<main").nth(1).unwrap();
        for german_word in ["Einwilligung", "Grundlage", "öffentlich", "DSGVO"] {
            assert!(!shown.contains(german_word), "{german_word}");
        }
    });
}

#[test]
fn programs_are_told_what_they_may_read() {
    both(|fresh| {
        let house = House::new(fresh, None);
        let robots = house.get("/robots.txt").1;
        assert!(
            robots.starts_with("User-agent: *\n")
                && robots.contains("Disallow: /konto\n")
                && robots.ends_with("Sitemap: https://netz.example.org/sitemap.xml\n")
        );
        fresh
            .db
            .write_now(|tx| {
                tx.emit(kernel::Event::new("network.founded", kernel::Subject::new("body", 1)));
                for (id, slug, level, roster) in [(1, "offen", 0, 0), (2, "halb", 0, 2), (3, "zu", 2, 2)] {
                    tx.exec(
                        "INSERT INTO body (id, network_id, kind, slug, name, sort_name, level, roster_level, from_day) VALUES (:id, :id, 'network', :slug, 'x', 'x', :level, :roster, '2020-01-01')",
                        db::args! { id: i64::from(id), slug: slug, level: i64::from(level), roster: i64::from(roster) },
                    )?;
                }
                Ok(())
            })
            .unwrap();
        let map = house.get("/sitemap.xml").1;
        assert!(!map.contains("/netzwerke/zu") && !map.contains("/netzwerke/halb/"), "{map}");
        for path in [
            "",
            "/en",
            "/impressum",
            "/en/impressum",
            "/verzeichnis",
            "/netzwerke/offen",
            "/en/netzwerke/offen",
            "/netzwerke/offen/mitglieder",
            "/netzwerke/halb",
        ] {
            let place = if path.is_empty() {
                "<loc>https://netz.example.org/</loc>".to_owned()
            } else {
                format!("<loc>https://netz.example.org{path}</loc>")
            };
            assert_eq!(map.matches(&place).count(), 1, "{place}");
        }
        let demo = House::new(fresh, Some(DemoBar { personas: vec![] }));
        assert_eq!(demo.get("/robots.txt").1, "User-agent: *\nDisallow: /\n");
    });
}
