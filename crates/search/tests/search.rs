//! Search over two invented kinds, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use axum::{Router, body::Body};
use db::{Conn, Db, Tx, args};
use http::Request;
use http_body_util::BodyExt;
use kernel::{Event, Lang, Level, Result, Scope, Subject};
use testkit::{Fresh, both};
use tower::ServiceExt;
use web::{Card, Document, Hooks, Kind, Outside, Passage, Signed, Site, Slice, Viewer};

/// A network, an organ of it, and another network.
const NETWORK: i64 = 100;
const ORGAN: i64 = 101;
const OTHER: i64 = 110;
/// Who sits in the network, in the organ alone, in the other network, nowhere.
const MEMBER: &str = "1";
const ORGANIST: &str = "2";
const OUTSIDER: &str = "3";
const NEWCOMER: &str = "4";
const PUBLIC: &str = "";

// The kinds keep their things as settings: `note.7` is `level|body|title|text`, `hidden.note.7` a withdrawn consent.
fn thing(conn: &Conn, kind: &str, id: i64) -> Result<Option<(Level, i64, String, String)>> {
    Ok(db::setting(conn, &format!("{kind}.{id}"))?.map(|value| {
        let parts: Vec<&str> = value.split('|').collect();
        (
            Level::from_number(parts[0].parse().unwrap()),
            parts[1].parse().unwrap(),
            parts[2].to_owned(),
            parts[3].to_owned(),
        )
    }))
}

fn cards(conn: &Conn, viewer: &Viewer, kind: &'static str, ids: &[i64]) -> Result<Vec<Card>> {
    let all = db::settings(conn)?;
    let mut seen = Vec::new();
    for id in ids {
        let Some(value) = all.get(&format!("{kind}.{id}")) else { continue };
        let parts: Vec<&str> = value.split('|').collect();
        let (level, body): (i64, i64) = (parts[0].parse().unwrap(), parts[1].parse().unwrap());
        let scope =
            Scope { level: Level::from_number(level), network: Some(body), body: Some(body), seat: None, owner: None };
        if rights::sees(&viewer.actor, &scope) && !all.contains_key(&format!("hidden.{kind}.{id}")) {
            seen.push(Card {
                id: *id,
                kind,
                title: parts[2].to_owned(),
                detail: parts[3].to_owned(),
                url: format!("/{kind}/{id}"),
                icon: "list",
                hue: 0,
            });
        }
    }
    Ok(seen)
}

fn document(conn: &Conn, kind: &str, id: i64) -> Result<Option<Document>> {
    Ok(thing(conn, kind, id)?
        .map(|(level, body, title, text)| Document { text: format!("{title} {text}"), scopes: vec![(level, body)] }))
}

fn every(conn: &Conn, kind: &str) -> Result<Vec<i64>> {
    let start = format!("{kind}.");
    Ok(db::settings(conn)?.keys().filter_map(|k| k.strip_prefix(&start)?.parse().ok()).collect())
}

static KINDS: [Kind; 2] = [
    Kind {
        name: "note",
        label: |_| "Notizen",
        cards: |c, v, ids| cards(c, v, "note", ids),
        document: |c, id| document(c, "note", id),
        every: |c| every(c, "note"),
    },
    Kind {
        name: "memo",
        label: |_| "Vermerke",
        cards: |c, v, ids| cards(c, v, "memo", ids),
        document: |c, id| document(c, "memo", id),
        every: |c| every(c, "memo"),
    },
];

/// What search shows beside the cards: the text, the network as a number, and a year that follows from the number.
fn passages(conn: &Conn, viewer: &Viewer, kind: &str, ids: &[i64]) -> Result<Vec<Passage>> {
    let name = if kind == "note" { "note" } else { "memo" };
    let all = db::settings(conn)?;
    let passage = |card: Card| {
        let parts: Vec<&str> = all[&format!("{kind}.{}", card.id)].split('|').collect();
        let body: i64 = parts[1].parse().unwrap();
        let day = kernel::Day::new(2020 + i16::try_from(card.id % 3).unwrap(), 1, 2);
        Passage { id: card.id, network: (body > 0).then(|| (body, format!("Netz {body}"))), day, words: parts[3].to_owned() }
    };
    Ok(cards(conn, viewer, name, ids)?.into_iter().map(passage).collect())
}

fn kinds() -> Vec<&'static Kind> {
    KINDS.iter().collect()
}

fn put(tx: &Tx<'_>, kind: &'static str, id: i64, level: Level, body: i64, title: &str, text: &str) -> Result<()> {
    tx.set(&format!("{kind}.{id}"), &format!("{}|{body}|{title}|{text}", level.number()))?;
    tx.emit(Event::new("thing.written", Subject::new(kind, id)));
    Ok(())
}

fn people(tx: &Tx<'_>) -> Result<()> {
    tx.silent("a test's world");
    for (id, network, kind) in [(NETWORK, NETWORK, "network"), (ORGAN, NETWORK, "committee"), (OTHER, OTHER, "network")]
    {
        tx.exec(
            "INSERT INTO body (id, network_id, kind, slug, name, sort_name, from_day) VALUES (:id, :network, :kind, :slug, 'x', 'x', '2020-01-01')",
            args! { id: id, network: network, kind: kind, slug: format!("b{id}") },
        )?;
    }
    for (person, body) in [(1, NETWORK), (2, ORGAN), (3, OTHER), (4, 0)] {
        tx.exec(
            "INSERT INTO person (id, given, family, sort_name) VALUES (:id, 'x', 'x', 'x')",
            args! { id: i64::from(person) },
        )?;
        if body == 0 {
            continue;
        }
        let seat = 200 + i64::from(person);
        tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, from_day) VALUES (:id, :body, :number, 'personal', 'voting', '2020-01-01')", args! { id: seat, body: body, number: i64::from(person) })?;
        tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:id, :seat, :person, 'joined', 'confirmed', '2020-01-01')", args! { id: seat, seat: seat, person: i64::from(person) })?;
    }
    Ok(())
}

fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let Ok(person) = token.parse() else { return Ok(None) };
    Ok(Some(Signed {
        person,
        session: 1,
        name: "Mira Kowalski".into(),
        initials: "MK".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: Some(conn.now()),
        shared_address: false,
        to_touch: false,
    }))
}

struct House {
    db: Db,
    router: Router,
    runtime: tokio::runtime::Runtime,
}

struct Page {
    status: u16,
    html: String,
    statements: u32,
}

impl House {
    fn new(fresh: &Fresh) -> Self {
        fresh.db.write_now(people).unwrap();
        let notes = Slice { kinds: &KINDS, passages: Some(passages), ..Slice::new("notes", web::Routes::new) };
        let outside = Outside {
            base_url: "http://localhost:8080".into(),
            loopback: true,
            observe: true,
            proxies: web::Proxies::default(),
        };
        let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
        let site = Site::build(fresh.db.clone(), vec![notes, search::slice()], outside, hooks, None).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { db: fresh.db.clone(), router: web::router(&site).unwrap(), runtime }
    }
    fn get(&self, token: &str, path: &str) -> Page {
        let request =
            Request::builder().uri(path).header("cookie", format!("g-s={token}")).body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let statements = response.headers().get("x-statements").map_or(0, |v| v.to_str().unwrap().parse().unwrap());
            let status = response.status().as_u16();
            let html = String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
            Page { status, html, statements }
        })
    }
    fn asks(&self, token: &str, words: &str) -> String {
        let query: String = words.bytes().map(|b| format!("%{b:02x}")).collect();
        let page = self.get(token, &format!("/suche?q={query}"));
        assert_eq!(page.status, 200, "{words}");
        // Only what the page itself holds: the shell repeats nothing of a search.
        page.html[page.html.find("<main").unwrap()..page.html.find("<footer").unwrap()].to_owned()
    }
    fn write(&self, f: impl FnOnce(&Tx<'_>) -> Result<()> + Send + 'static) {
        self.db.write_now(f).unwrap();
    }
    fn follow(&self) {
        search::follow(&self.db, &kinds()).unwrap();
    }
    fn count(&self, sql: &'static str) -> i64 {
        self.db.read_now(move |c| c.count(sql, args! {})).unwrap()
    }
}

#[test]
fn every_permitted_word_is_found_and_no_forbidden_one() {
    both(|fresh| {
        let house = House::new(fresh);
        let things = [
            (1, Level::Public, 0, "kanarie-oeffentlich", vec![PUBLIC, NEWCOMER, MEMBER, ORGANIST, OUTSIDER]),
            (2, Level::AllNetworks, 0, "kanarie-verbund", vec![MEMBER, OUTSIDER]),
            (3, Level::Network, NETWORK, "kanarie-netz", vec![MEMBER]),
            (4, Level::Body, ORGAN, "kanarie-organ", vec![ORGANIST]),
            (5, Level::Network, OTHER, "kanarie-anderes", vec![OUTSIDER]),
            (6, Level::Delegation, ORGAN, "kanarie-delegation", vec![]),
            (7, Level::Named, ORGAN, "kanarie-genannte", vec![]),
        ];
        let written: Vec<_> = things.iter().map(|(id, level, body, word, _)| (*id, *level, *body, *word)).collect();
        house.write(move |tx| {
            written.iter().try_for_each(|(id, level, body, word)| put(tx, "note", *id, *level, *body, word, "Text"))
        });
        house.follow();
        for reader in [PUBLIC, NEWCOMER, MEMBER, ORGANIST, OUTSIDER] {
            let mut own = 0;
            for (id, _, _, word, readers) in &things {
                let page = house.asks(reader, word);
                let hit = page.contains(&format!("href=\"/note/{id}\""));
                assert_eq!(hit, readers.contains(&reader), "{word} for {reader:?}");
                assert_eq!(page.contains("Nichts gefunden"), !hit, "{word} for {reader:?}");
                own += usize::from(hit);
            }
            // The count speaks of nothing but what she sees.
            let all = house.asks(reader, "kanarie");
            let says = if own == 1 { "Ein Treffer".to_owned() } else { format!("{own} Treffer") };
            assert!(all.contains(&says), "{reader:?}: {says}");
            assert_eq!(all.matches("href=\"/note/").count(), own);
        }
    });
}

#[test]
fn a_withdrawn_consent_counts_at_once_and_leaves_no_count_behind() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            put(tx, "note", 1, Level::Public, 0, "Ayla Beispiel", "Düren")?;
            put(tx, "note", 2, Level::Public, 0, "Bo Beispiel", "Düren")?;
            put(tx, "memo", 3, Level::Public, 0, "Vermerk", "Düren")
        });
        house.follow();
        let before = house.asks(PUBLIC, "düren");
        assert!(
            before.contains("3 Treffer") && before.contains("Notizen (2)") && before.contains("Vermerke (1)"),
            "{before}"
        );
        // No event yet, no new index: the slice decides.
        house.write(|tx| {
            tx.silent("a test");
            tx.set("hidden.note.1", "1")
        });
        let after = house.asks(PUBLIC, "düren");
        assert!(after.contains("2 Treffer") && after.contains("Notizen (1)") && !after.contains("Ayla"), "{after}");
        assert!(house.asks(PUBLIC, "ayla").contains("Nichts gefunden für „ayla“."));
    });
}

#[test]
fn the_index_follows_the_log_and_rebuilding_repairs_it() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| put(tx, "note", 1, Level::Public, 0, "Altenname", "bleibt"));
        house.follow();
        house.write(|tx| put(tx, "note", 1, Level::Network, NETWORK, "Neuername", "bleibt"));
        assert!(!house.asks(PUBLIC, "bleibt").contains("/note/1"), "the slice decides before the index knows");
        house.follow();
        assert!(!house.asks(MEMBER, "altenname").contains("/note/1"));
        assert!(house.asks(MEMBER, "neuername").contains("/note/1"));
        assert_eq!(house.count("SELECT COUNT(*) FROM search_doc"), 1);
        // Touched by an event of something else, then gone.
        house.write(|tx| {
            tx.exec("DELETE FROM setting WHERE name = 'note.1'", args! {})?;
            tx.emit(Event::new("other.done", Subject::new("unknown", 9)).touching(Subject::new("note", 1)));
            Ok(())
        });
        house.follow();
        assert_eq!(
            house.count("SELECT COUNT(*) FROM search_doc")
                + house.count("SELECT COUNT(*) FROM search_word")
                + house.count("SELECT COUNT(*) FROM search_scope"),
            0
        );
        assert_eq!(house.count("SELECT (SELECT value FROM counter WHERE name = 'event') - (SELECT value FROM counter WHERE name = 'search')"), 0);
        // What came without an event, and what nobody knows any more.
        house.write(|tx| {
            tx.silent("a test");
            tx.set("memo.5", "0|0|Stiller Vermerk|x")?;
            tx.exec(
                "INSERT INTO search_doc (id, kind, subject_id) VALUES (1, 'forgotten', 1), (2, 'note', 77)",
                args! {},
            )?;
            tx.exec("INSERT INTO search_word (word, doc_id) VALUES ('stiller', 1), ('stiller', 2)", args! {}).map(drop)
        });
        search::rebuild(&house.db, &kinds()).unwrap();
        assert!(house.asks(PUBLIC, "stiller").contains("Ein Treffer"));
        assert_eq!(house.count("SELECT COUNT(*) FROM search_doc"), 1);
        let words = house.count("SELECT COUNT(*) FROM search_word");
        search::rebuild(&house.db, &kinds()).unwrap();
        assert_eq!(house.count("SELECT COUNT(*) FROM search_word"), words);
    });
}

#[test]
fn all_words_must_match_by_their_beginning_and_the_best_title_leads() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            put(tx, "note", 1, Level::Public, 0, "Gleichstellungsstelle Dürenstadt", "Rathaus")?;
            put(tx, "note", 2, Level::Public, 0, "Gleichstellungsstelle Düren", "Rathaus")?;
            put(tx, "note", 3, Level::Public, 0, "Gleichstellungsstelle Aachen", "nahe Düren")?;
            put(tx, "memo", 4, Level::Public, 0, "Jugendamt Düren", "Rathaus")
        });
        house.follow();
        let page = house.asks(PUBLIC, "Düren gleichst");
        assert!(page.contains("3 Treffer") && !page.contains("Jugendamt"), "{page}");
        let place = |id: i64| page.find(&format!("/note/{id}\"")).unwrap();
        assert!(place(2) < place(1) && place(1) < place(3), "{page}");
        assert!(page.contains("<mark>Gleichst</mark>ellungsstelle <mark>Düren</mark>"), "{page}");
        for other in ["dueren gleichst", "DÜREN, GLEICHST!", "gleichstellungs-düren"] {
            assert_eq!(house.asks(PUBLIC, other).matches("href=\"/note/").count(), 3, "{other}");
        }
        for none in ["düren aachenn", "stellungsstelle"] {
            assert!(house.asks(PUBLIC, none).contains("Nichts gefunden"), "{none}");
        }
    });
}

#[test]
fn hits_come_in_pages_with_as_many_statements_for_one_as_for_all() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            (1..=45).try_for_each(|n| put(tx, "note", n, Level::Public, 0, &format!("Blatt {n:03}"), "einzeln"))?;
            (1..=190).try_for_each(|n| put(tx, "memo", n, Level::Public, 0, &format!("Akte {n:03}"), "viele"))
        });
        house.follow();
        let pages: Vec<Page> = (1..=4).map(|n| house.get(PUBLIC, &format!("/suche?q=blatt&seite={n}"))).collect();
        let hits = |page: &Page| page.html.matches("href=\"/note/").count();
        assert_eq!(pages.iter().map(hits).collect::<Vec<_>>(), [20, 20, 5, 5]);
        assert!(
            pages[0].html.contains("45 Treffer")
                && pages[0].html.contains("rel=\"next\"")
                && !pages[0].html.contains("rel=\"prev\"")
        );
        let many = house.get(PUBLIC, "/suche?q=akte");
        assert!(
            many.html.contains("100 Treffer") && many.html.contains("die ersten 100 Treffer, es gibt mehr"),
            "{}",
            many.html
        );
        let one = house.get(PUBLIC, "/suche?q=blatt+007");
        assert!(one.html.contains("Ein Treffer"));
        // One stride for the word and one for its stem, one call of the kind that was hit and one (here of two) for what is shown
        // beside it, the words of the shell. A second word is one more.
        let few = house.get(PUBLIC, "/suche?q=einzeln");
        assert_eq!((few.statements, one.statements, pages[2].statements), (6, 7, 6));
        assert!(many.statements <= few.statements);
        // Nothing found: the same word once more, what is spelt nearly so, and nothing else.
        assert!(house.get(PUBLIC, "/suche?q=nirgends").statements <= few.statements);
        let only = house.get(PUBLIC, "/suche?q=e&art=memo");
        assert!(only.html.contains("mindestens zwei Buchstaben"));
    });
}

#[test]
fn two_common_words_find_what_holds_them_side_by_side_and_no_more_than_may_be_seen() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            (1..=510).try_for_each(|n| put(tx, "note", n, Level::Public, 0, &format!("Anna Krug {n}"), ""))?;
            (511..=1_020).try_for_each(|n| put(tx, "note", n, Level::Public, 0, &format!("Britta Müller {n}"), ""))?;
            put(tx, "note", 1_021, Level::Public, 0, "Anna Müller", "Aachen")?;
            put(tx, "note", 1_022, Level::Public, 0, "Müllerin, Anna", "Düren")?;
            put(tx, "note", 1_023, Level::Body, ORGAN, "Anna Müller", "verborgen")?;
            put(tx, "note", 1_024, Level::Public, 0, "Müller Straße 4", "mit Anna")
        });
        house.follow();
        for words in ["anna müller", "Müller Anna", "Anna Mueller"] {
            let page = house.asks(PUBLIC, words);
            assert!(page.contains("/note/1021") && page.contains("nebeneinander"), "{words}");
            assert!(!page.contains("/note/1023") && !page.contains("/note/1024"), "{words}");
        }
        let more = house.asks(PUBLIC, "anna müller aachen");
        assert!(more.contains("Ein Treffer") && more.contains("/note/1021") && !more.contains("nebeneinander"));
        assert!(house.asks(ORGANIST, "anna müller").contains("/note/1023"));
        // Where nobody sees them side by side, all that hold both are read.
        house.write(|tx| {
            tx.set("hidden.note.1021", "1")?;
            tx.set("hidden.note.1022", "1")?;
            tx.silent("a consent withdrawn");
            Ok(())
        });
        let apart = house.asks(PUBLIC, "anna müller");
        assert!(apart.contains("/note/1024") && !apart.contains("nebeneinander"));
    });
}

#[test]
fn strange_input_gets_a_sentence_and_is_never_repeated_raw() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| put(tx, "note", 1, Level::Public, 0, "<script>alert(1)</script>", "a & b"));
        house.follow();
        let page = house.asks(PUBLIC, "script");
        assert!(page.contains("&lt;<mark>script</mark>&gt;") && !page.contains("<script>"), "{page}");
        let page = house.asks(PUBLIC, "<img src=x onerror=1>");
        assert!(!page.contains("<img") && page.contains("Nichts gefunden"));
        assert!(house.asks(PUBLIC, " ").contains("Hier finden Sie"));
        assert!(house.asks(PUBLIC, "%").contains("zu kurz"));
        assert!(house.asks(PUBLIC, "script\u{202e} \u{7}").contains("Ein Treffer"));
        assert!(house.asks(PUBLIC, &"lang ".repeat(1000)).contains("Nichts gefunden"));
        assert!(house.asks(PUBLIC, "aa bb cc dd ee ff gg").contains("ersten sechs"));
        for path in [
            "/suche",
            "/suche?q=script&seite=0",
            "/suche?q=script&seite=-1",
            "/suche?q=script&seite=99999999999999999999",
            "/suche?q=script&art=nichts",
            "/en/suche?q=script",
            "/suche?q=script&stand=2019-01-01",
        ] {
            assert_eq!(house.get(PUBLIC, path).status, 200, "{path}");
        }
        assert!(house.get(PUBLIC, "/en/suche?q=script").html.contains("One hit"));
        assert_eq!(house.get(PUBLIC, &format!("/suche?q={}", "x".repeat(30_000))).status, 422);
    });
}

/// What is asked for, and a title it is to find.
const GERMAN: [(&str, &str); 12] = [
    ("Gewalt", "Gewaltschutzkonzept"),
    ("Konzepte", "Gewaltschutzkonzept"),
    ("Schutz", "Gewaltschutzkonzept"),
    ("Beauftragten", "Gleichstellungsbeauftragte"),
    ("Beauftragte", "Queerbeauftragter"),
    ("Haushaltspläne", "Haushaltsplan"),
    ("Haushaltsplaene", "Haushaltsplan"),
    ("HAUSHALTSPLÄNEN", "Haushaltsplan"),
    ("Förderplan", "Frauenförderplan"),
    ("Foerderplaene", "Frauenförderplan"),
    ("Versammlung", "Mitgliederversammlungen"),
    ("Wickelräume", "Wickelraum"),
];

#[test]
fn compounds_and_other_forms_of_a_word_are_found() {
    both(|fresh| {
        let house = House::new(fresh);
        let titles: std::collections::BTreeSet<&str> = GERMAN.iter().map(|(_, title)| *title).collect();
        let numbered: Vec<(i64, &str)> = (1..).zip(titles).collect();
        let written = numbered.clone();
        house.write(move |tx| {
            written.iter().try_for_each(|(n, title)| put(tx, "note", *n, Level::Network, NETWORK, title, "ein Blatt"))
        });
        house.follow();
        for (asked, title) in GERMAN {
            let id = numbered.iter().find(|(_, t)| *t == title).unwrap().0;
            let page = house.asks(MEMBER, asked);
            assert!(page.contains(&format!("href=\"/note/{id}\"")), "{asked} finds {title}: {page}");
            assert!(page.contains("<mark>"), "{asked}");
            // For whoever may not see it there is nothing: no hit, no count, no suggestion.
            let other = house.asks(OUTSIDER, asked);
            assert!(other.contains("Nichts gefunden") && !other.contains(title) && !other.contains("Meinten"), "{other}");
        }
        // What is spelt as it was asked for stands before its compounds.
        house.write(|tx| put(tx, "note", 99, Level::Network, NETWORK, "Schutz", "ein Blatt"));
        house.follow();
        let page = house.asks(MEMBER, "schutz");
        assert!(page.find("/note/99\"").unwrap() < page.find("Gewaltschutzkonzept").unwrap(), "{page}");
        // Two words, each in another form.
        assert!(house.asks(MEMBER, "Blätter Haushaltspläne").contains("Haushaltsplan"));
    });
}

#[test]
fn names_of_persons_have_no_other_forms() {
    static PERSONS: [Kind; 1] = [Kind {
        name: "person",
        label: |_| "Personen",
        cards: |c, v, ids| cards(c, v, "person", ids),
        document: |c, id| document(c, "person", id),
        every: |c| every(c, "person"),
    }];
    both(|fresh| {
        let kinds: Vec<&'static Kind> = PERSONS.iter().collect();
        fresh.db.write_now(|tx| put(tx, "person", 1, Level::Public, 0, "Ina Bergen", "")).unwrap();
        search::follow(&fresh.db, &kinds).unwrap();
        let forms = "SELECT COUNT(*) FROM search_word WHERE word LIKE '=%'";
        assert_eq!(fresh.db.read_now(move |c| c.count(forms, args! {})).unwrap(), 0);
        let words = "SELECT COUNT(*) FROM search_word WHERE word IN ('ina', 'bergen')";
        assert_eq!(fresh.db.read_now(move |c| c.count(words, args! {})).unwrap(), 2);
    });
}

#[test]
fn facets_narrow_by_kind_network_and_year_and_count_only_what_she_sees() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            put(tx, "note", 3, Level::Public, 0, "Kanarie eins", "x")?;
            put(tx, "note", 4, Level::Network, NETWORK, "Kanarie zwei", "x")?;
            put(tx, "note", 6, Level::Network, NETWORK, "Kanarie drei", "x")?;
            put(tx, "memo", 7, Level::Network, OTHER, "Kanarie vier", "x")?;
            put(tx, "memo", 8, Level::Network, NETWORK, "Kanarie fünf", "x")?;
            put(tx, "note", 9, Level::Body, ORGAN, "Kanarie sechs", "x")
        });
        house.follow();
        let page = house.asks(MEMBER, "kanarie");
        assert!(page.contains("4 Treffer") && page.contains("Notizen (3)") && page.contains("Vermerke (1)"), "{page}");
        for (word, there) in [("2020 (2)", true), ("2021 (1)", true), ("2022 (1)", true), ("Netz 110", false), ("Netz 101", false)] {
            assert_eq!(page.contains(word), there, "{word}: {page}");
        }
        // One network is no choice; with public things of another there would be two.
        assert!(!page.contains("Netz 100 ("), "{page}");
        house.write(|tx| put(tx, "note", 10, Level::Public, OTHER, "Kanarie sieben", "x"));
        house.follow();
        let page = house.asks(MEMBER, "kanarie");
        assert!(page.contains("Netz 100 (3)") && page.contains("Netz 110 (1)"), "{page}");
        let narrowed = house.get(MEMBER, "/suche?q=kanarie&netz=100&jahr=2020").html;
        assert!(narrowed.contains("Kanarie") && narrowed.contains("/note/6\"") && !narrowed.contains("/note/3\""), "{narrowed}");
        assert!(!narrowed.contains("/note/4\"") && !narrowed.contains("/memo/8\""), "{narrowed}");
        // Choices count what the other choices leave, and nothing forbidden.
        let of_kind = house.get(MEMBER, "/suche?q=kanarie&art=note").html;
        assert!(of_kind.contains("Netz 100 (2)") && of_kind.contains("Vermerke (1)"), "{of_kind}");
        // What is no choice of hers shows everything.
        for none in ["netz=101", "netz=x", "jahr=1999", "jahr=", "art=nichts"] {
            let all = house.get(MEMBER, &format!("/suche?q=kanarie&{none}")).html;
            assert!(all.contains("5 Treffer") && all.matches("href=\"/note/").count() == 4, "{none}");
        }
        let outside = house.asks(PUBLIC, "kanarie");
        assert!(outside.contains("2 Treffer") && !outside.contains("Netz 100"), "{outside}");
    });
}

#[test]
fn an_excerpt_shows_where_it_says_so_and_only_to_whoever_may_read_it() {
    both(|fresh| {
        let house = House::new(fresh);
        let long = format!("{} Im Sommer wird das Haus der Frauen umgebaut. {}", "Vorher steht anderes. ".repeat(30), "Danach auch. ".repeat(30));
        house.write(move |tx| put(tx, "note", 1, Level::Network, NETWORK, "Protokoll", &long));
        house.follow();
        let page = house.asks(MEMBER, "umgebaut");
        assert!(page.contains("Haus der Frauen <mark>umgebaut</mark>"), "{page}");
        assert!(page.contains("… ") && page.contains(" …"), "{page}");
        assert!(!house.asks(OUTSIDER, "umgebaut").contains("Frauen"));
        // The slice decides at once, before the index knows.
        house.write(|tx| {
            tx.silent("a test");
            tx.set("hidden.note.1", "1")
        });
        assert!(!house.asks(MEMBER, "umgebaut").contains("Frauen"));
    });
}

#[test]
fn a_misspelt_word_gets_a_suggestion_out_of_what_she_may_find() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            put(tx, "note", 1, Level::Public, 0, "Gleichstellung in Düren", "x")?;
            put(tx, "note", 2, Level::Network, NETWORK, "Wickelkommode", "x")?;
            put(tx, "note", 3, Level::Body, ORGAN, "Zeppelin", "x")
        });
        house.follow();
        for (asked, better) in [("Gleihstellung", "Gleichstellung"), ("Gleichstellugn", "Gleichstellung"), ("Glecihstellung", "Gleichstellung"), ("gleihstellung düren", "Gleichstellung düren")] {
            let page = house.asks(PUBLIC, asked);
            assert!(page.contains("Meinten Sie") && page.to_lowercase().contains(&format!(">{}</a>", better.to_lowercase())), "{asked}: {page}");
        }
        // A word of others is suggested to nobody else.
        assert!(house.asks(MEMBER, "Wikelkommode").contains("Wickelkommode"));
        for (reader, asked) in [(PUBLIC, "Wikelkommode"), (OUTSIDER, "Wikelkommode"), (MEMBER, "Zepelin"), (PUBLIC, "Zepelin")] {
            let page = house.asks(reader, asked);
            assert!(!page.contains("Meinten"), "{asked} for {reader:?}: {page}");
        }
        assert!(house.asks(ORGANIST, "Zepelin").contains("Zeppelin"));
        // Hidden a moment ago: the slice decides.
        house.write(|tx| {
            tx.silent("a test");
            tx.set("hidden.note.2", "1")
        });
        assert!(!house.asks(MEMBER, "Wikelkommode").contains("Meinten"));
        // What is nowhere any more is suggested no more.
        house.write(|tx| put(tx, "note", 1, Level::Public, 0, "Anderes", "x"));
        house.follow();
        assert_eq!(house.count("SELECT COUNT(*) FROM search_term WHERE word = 'gleichstellung'"), 0);
        assert!(house.asks(PUBLIC, "dürem").contains("Nichts gefunden"));
    });
}
