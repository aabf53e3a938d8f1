//! The addresses of the demo, through HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use axum::{Router, body::Body};
use http::Request;
use http_body_util::BodyExt;
use kernel::{Lang, Moment};
use mail::{Address, Calendar, HeaderText, Letter, MessageId, Sender, Transport};
use testkit::Fresh;
use tower::ServiceExt;
use web::{DemoBar, Outside, Site};

struct House {
    router: Router,
    runtime: tokio::runtime::Runtime,
}

struct Got {
    status: u16,
    location: String,
    cookie: String,
    body: String,
}

impl House {
    fn new(fresh: &Fresh) -> Self {
        let outside = Outside {
            base_url: "http://localhost:8080".into(),
            loopback: true,
            observe: true,
            proxies: web::Proxies::default(),
        };
        let bar = DemoBar {
            personas: demo::personas().iter().map(|(slug, words)| ((*slug).to_owned(), (*words).to_owned())).collect(),
        };
        let site = Site::build(
            fresh.db.clone(),
            vec![demo::slice(), accounts::slice()],
            outside,
            accounts::hooks(),
            Some(bar),
        )
        .unwrap();
        Self {
            router: web::router(&site).unwrap(),
            runtime: tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
        }
    }
    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> Got {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost:8080")
            .header("origin", "http://localhost:8080")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", cookie)
            .body(Body::from(body.to_owned()))
            .unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let text =
                |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
            let (status, location, cookie) = (response.status().as_u16(), text("location"), text("set-cookie"));
            let body = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
            Got { status, location, cookie, body }
        })
    }
}

#[test]
fn everybody_on_the_list_is_one_click_away() {
    let fresh = testkit::sqlite();
    demo::build(&fresh.db).unwrap();
    let house = House::new(&fresh);
    let page = house.ask("GET", "/demo", "", "");
    assert_eq!((page.status, page.body.matches("<h1>").count()), (200, 1));
    assert!(!page.body.contains("Rückhalt"), "the unlisted network is named nowhere");
    for (slug, words) in demo::personas() {
        assert!(page.body.contains(&format!("name=\"person\" value=\"{slug}\"")), "{slug}");
        let signed = house.ask("POST", "/demo/anmelden", "", &format!("person={slug}"));
        assert_eq!((signed.status, signed.location.as_str()), (303, "/"), "{slug}: {}", signed.body);
        let cookie = signed.cookie.split(';').next().unwrap().to_owned();
        let me = house.ask("GET", "/demo", &cookie, "").body;
        let name = words.split([',', ':']).next().unwrap();
        assert!(me.contains(name) && me.contains("Das sind Sie gerade"), "{slug}");
        assert_eq!(me.matches("Das sind Sie gerade").count(), 1, "{slug}");
    }
    let english = house.ask("GET", "/en/demo", "", "").body;
    assert!(
        english.contains("Choose a person") && english.contains("Women&#39;s network")
            || english.contains("Women's network")
    );
    for unknown in ["person=", "person=anmelden", "", "person=mira%27--"] {
        let refused = house.ask("POST", "/demo/anmelden", "", unknown);
        assert!(refused.status == 422 && refused.cookie.is_empty(), "{unknown}: {}", refused.status);
    }
    // As nobody one sees the public pages: who was signed in is signed out.
    let signed = house.ask("POST", "/demo/anmelden", "", "person=mira");
    let cookie = signed.cookie.split(';').next().unwrap().to_owned();
    let bar = house.ask("GET", "/demo", &cookie, "").body;
    assert!(bar.contains("<option value=\"mira\" selected>") && bar.matches(" selected>").count() == 1, "{bar}");
    let left = house.ask("POST", "/demo/anmelden", &cookie, "person=niemand");
    assert!(left.status == 303 && left.cookie.contains("ausgeloggt"), "{} {}", left.status, left.cookie);
    assert!(!house.ask("GET", "/demo", &cookie, "").body.contains("Das sind Sie gerade"));
}

#[test]
fn a_real_database_opens_no_session() {
    let fresh = testkit::sqlite();
    let house = House::new(&fresh);
    let refused = house.ask("POST", "/demo/anmelden", "", "person=mira");
    assert!(refused.status >= 300 && refused.cookie.is_empty(), "{}", refused.status);
    assert_eq!(fresh.db.read_now(|c| c.count("SELECT COUNT(*) FROM session", db::args! {})).unwrap(), 0);
}

#[test]
fn letters_are_caught_and_shown_newest_first() {
    let fresh = testkit::sqlite();
    demo::build(&fresh.db).unwrap();
    let house = House::new(&fresh);
    let sender = Sender {
        address: Address::new("netz@demo.example.org").unwrap(),
        name: HeaderText::new("Netzwerke").unwrap(),
        bounces: None,
    };
    let transport = Transport::Trap(demo::trap().clone());
    for (n, subject) in ["Erster <b>Brief</b>", "Zweiter Brief"].into_iter().enumerate() {
        let text = format!("Guten Tag,\n\nIhr Code: 482 91{n}\nhttp://localhost:8080/t/abc{n}\n");
        let letter = Letter::new(
            Address::new("mira.kowalski@aachen.example.org").unwrap(),
            HeaderText::new(subject).unwrap(),
            text,
            Lang::De,
            MessageId::new(&n.to_string(), "localhost").unwrap(),
        );
        let calendar = Calendar::new(["REQUEST", "CANCEL"][n], "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        // The second one as every letter leaves: with HTML beside its words.
        let html = (n == 1).then(|| mail::as_html(&letter.text, letter.subject.as_str(), Lang::De));
        let from_name = (n == 1).then(|| HeaderText::new("Dora <b>Dahlke</b> via Geflecht").unwrap());
        let letter = Letter { calendar, html, from_name, ..letter };
        transport.send(&sender, &letter, Moment::from_micros(1_795_000_000_000_000)).unwrap();
    }
    let page = house.ask("GET", "/demo/post", "", "");
    assert_eq!(page.status, 200);
    assert_eq!(page.body.matches("<article").count(), 2);
    assert!(!page.body.contains("<b>Brief</b>"));
    assert!(page.body.find("Zweiter Brief").unwrap() < page.body.find("Erster").unwrap());
    assert!(
        page.body.contains("mira.kowalski@aachen.example.org")
            && page.body.contains("<pre class=\"paper panel\" lang=\"de\">Guten Tag,")
    );
    // As its reader sees it: paragraphs and links, and nothing of what a name could smuggle in.
    assert!(page.body.contains("<p>Ihr Code: 482 911<br>\n<a href=\"http://localhost:8080/t/abc1\">"), "{}", page.body);
    assert!(page.body.contains("via Geflecht") && !page.body.contains("<b>Dahlke"));
    assert!(page.body.contains("href=\"http://localhost:8080/t/abc0\""));
    assert!(page.body.contains("Mit Kalendereintrag") && page.body.contains("Mit Absage für den Kalender"));
    assert!(page.body.contains("BEGIN:VCALENDAR"));
    assert_eq!(house.ask("GET", "/en/demo/post", "", "").status, 200);

    // More than a page holds: the older ones are a page further, and none is missing.
    for n in 2..120 {
        let letter = Letter::new(
            Address::new("mira.kowalski@aachen.example.org").unwrap(),
            HeaderText::new(&format!("Brief Nr. {n}.")).unwrap(),
            "Guten Tag".to_owned(),
            Lang::De,
            MessageId::new(&n.to_string(), "localhost").unwrap(),
        );
        transport.send(&sender, &letter, Moment::from_micros(1_795_000_000_000_000)).unwrap();
    }
    let first = house.ask("GET", "/demo/post", "", "").body;
    assert!(first.contains("Brief Nr. 119.") && !first.contains("Brief Nr. 19."));
    assert!(first.contains("/demo/post?seite=2"), "the way to the older ones");
    let second = house.ask("GET", "/demo/post?seite=2", "", "").body;
    assert!(second.contains("Brief Nr. 19.") && second.contains("Erster") && !second.contains("Brief Nr. 119."));
    assert_eq!((first.matches("<article").count(), second.matches("<article").count()), (100, 20));
}
