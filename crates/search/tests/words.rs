//! German words, facets, excerpts and suggestions, through HTTP, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use db::args;
use house::{House, MEMBER, NETWORK, ORGAN, ORGANIST, OTHER, OUTSIDER, PUBLIC, cards, document, every, put};
use kernel::Level;
use testkit::both;
use web::Kind;

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
            assert!(
                other.contains("Nichts gefunden") && !other.contains(title) && !other.contains("Meinten"),
                "{other}"
            );
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
        for (word, there) in
            [("2020 (2)", true), ("2021 (1)", true), ("2022 (1)", true), ("Netz 110", false), ("Netz 101", false)]
        {
            assert_eq!(page.contains(word), there, "{word}: {page}");
        }
        // One network is no choice; with public things of another there would be two.
        assert!(!page.contains("Netz 100 ("), "{page}");
        house.write(|tx| put(tx, "note", 10, Level::Public, OTHER, "Kanarie sieben", "x"));
        house.follow();
        let page = house.asks(MEMBER, "kanarie");
        assert!(page.contains("Netz 100 (3)") && page.contains("Netz 110 (1)"), "{page}");
        let narrowed = house.get(MEMBER, "/suche?q=kanarie&netz=100&jahr=2020").html;
        assert!(
            narrowed.contains("Kanarie") && narrowed.contains("/note/6\"") && !narrowed.contains("/note/3\""),
            "{narrowed}"
        );
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
        let long = format!(
            "{} Im Sommer wird das Haus der Frauen umgebaut. {}",
            "Vorher steht anderes. ".repeat(30),
            "Danach auch. ".repeat(30)
        );
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
        for (asked, better) in [
            ("Gleihstellung", "Gleichstellung"),
            ("Gleichstellugn", "Gleichstellung"),
            ("Glecihstellung", "Gleichstellung"),
            ("gleihstellung düren", "Gleichstellung düren"),
        ] {
            let page = house.asks(PUBLIC, asked);
            assert!(
                page.contains("Meinten Sie")
                    && page.to_lowercase().contains(&format!(">{}</a>", better.to_lowercase())),
                "{asked}: {page}"
            );
        }
        // A word of others is suggested to nobody else.
        assert!(house.asks(MEMBER, "Wikelkommode").contains("Wickelkommode"));
        for (reader, asked) in
            [(PUBLIC, "Wikelkommode"), (OUTSIDER, "Wikelkommode"), (MEMBER, "Zepelin"), (PUBLIC, "Zepelin")]
        {
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
