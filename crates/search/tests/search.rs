//! Search over two invented kinds, through HTTP, on both databases: who finds what.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod house;

use std::sync::atomic::{AtomicU32, Ordering};

use db::args;
use house::{House, MEMBER, NETWORK, NEWCOMER, ORGAN, ORGANIST, OTHER, OUTSIDER, PUBLIC, Page, kinds, put};
use kernel::{Event, Level, Subject};
use testkit::both;
use web::Kind;

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
                "INSERT INTO search_doc (id, kind, subject_id, words, scopes) VALUES (1, 'forgotten', 1, 'stiller', '0:0'), (2, 'note', 77, 'stiller', '0:0')",
                args! {},
            )?;
            // Places 1 and 2 of the first block.
            tx.exec("INSERT INTO search_word (word, block, entries) VALUES ('stiller', 0, :places)", args! { places: vec![0_u8, 1, 0, 2, 0] })?;
            tx.exec("INSERT INTO search_scope (body_id, level, block, entries) VALUES (0, 0, 0, :places)", args! { places: vec![0_u8, 1, 0, 2, 0] }).map(drop)
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
        // How far the index goes, what is spelt so, what of it she may look for, what it is, one call of the kind that was hit, what
        // begins so, one call (here of two) for what is shown beside it, the words of the shell. A second word is asked for in the
        // same statements.
        let few = house.get(PUBLIC, "/suche?q=einzeln");
        assert_eq!((few.statements, one.statements, pages[2].statements), (9, 9, 9));
        // Where enough is spelt so, nothing else is looked for.
        assert_eq!(many.statements, 8);
        // Nothing found: the same word once more, what is spelt nearly so, and nothing else.
        assert!(house.get(PUBLIC, "/suche?q=nirgends").statements <= few.statements);
        let only = house.get(PUBLIC, "/suche?q=e&art=memo");
        assert!(only.html.contains("mindestens zwei Buchstaben"));
    });
}

#[test]
fn two_common_words_find_what_holds_both_and_no_more_than_may_be_seen() {
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
        let statements = house.get(PUBLIC, "/suche?q=aachen").statements;
        for words in ["anna müller", "Müller Anna", "Anna Mueller"] {
            let page = house.asks(PUBLIC, words);
            assert!(page.contains("3 Treffer") && !page.contains("/note/1023"), "{words}: {page}");
            assert!(page.find("/note/1021").unwrap() < page.find("/note/1024").unwrap(), "{words}");
        }
        // However common they are: no statement more than for a rare one.
        assert!(house.get(PUBLIC, "/suche?q=anna+m%C3%BCller").statements <= statements + 3);
        let more = house.asks(PUBLIC, "anna müller aachen");
        assert!(more.contains("Ein Treffer") && more.contains("/note/1021"), "{more}");
        assert!(house.asks(ORGANIST, "anna müller").contains("4 Treffer"));
    });
}

#[test]
fn who_may_look_for_little_finds_it_by_any_beginning_however_many_words_begin_so() {
    both(|fresh| {
        let house = House::new(fresh);
        house.write(|tx| {
            (1..=3_500)
                .try_for_each(|n| put(tx, "note", n, Level::Network, NETWORK, &format!("kanarie{n:04}"), "x"))?;
            put(tx, "note", 4_000, Level::Network, OTHER, "kanarie9998", "Käfig")?;
            put(tx, "note", 4_001, Level::Network, NETWORK, "kanarie9999", "Käfig")
        });
        house.follow();
        // More words begin so than are read: hers is among the last.
        let page = house.asks(OUTSIDER, "kanarie");
        assert!(page.contains("Ein Treffer") && page.contains("/note/4000") && !page.contains("beginnen so"), "{page}");
        assert!(house.asks(PUBLIC, "kanarie").contains("Nichts gefunden"));
        // With a rare word beside it both are found by whoever may see them; nobody sees the other's.
        let page = house.asks(MEMBER, "kanari käfig");
        assert!(page.contains("Ein Treffer") && page.contains("/note/4001"), "{page}");
        let page = house.asks(MEMBER, "kanarie");
        assert!(page.contains("100 Treffer") && page.contains("es gibt mehr") && !page.contains("/note/4000"));
    });
}

/// How many statements the transaction had taken when the index came to the second kind.
static TAKEN: AtomicU32 = AtomicU32::new(0);
static COUNTED: [Kind; 2] = [
    Kind {
        name: "note",
        label: |_| "Notizen",
        cards: |c, v, ids| house::cards(c, v, "note", ids),
        document: |c, id| house::document(c, "note", id),
        every: |c| house::every(c, "note"),
    },
    Kind {
        name: "memo",
        label: |_| "Vermerke",
        cards: |c, v, ids| house::cards(c, v, "memo", ids),
        document: |c, id| {
            TAKEN.store(c.statements(), Ordering::Relaxed);
            house::document(c, "memo", id)
        },
        every: |c| house::every(c, "memo"),
    },
];

#[test]
fn many_things_are_written_with_few_statements_and_unchanged_ones_with_none() {
    both(|fresh| {
        let house = House::new(fresh);
        // Statements to index so many things, without the one each thing takes to be read.
        let taken = |first: i64, count: u32| {
            house.write(move |tx| {
                (first..first + i64::from(count)).try_for_each(|n| {
                    put(tx, "note", n, Level::Public, 0, "Frauenförderplan", "immer dieselben Wörter")
                })?;
                put(tx, "memo", 1, Level::Public, 0, "Zuletzt", "x")
            });
            search::follow(&house.db, &COUNTED.iter().collect::<Vec<_>>()).unwrap();
            TAKEN.load(Ordering::Relaxed) - count
        };
        let (ten, many, again) = (taken(1, 10), taken(1_000, 150), taken(1_000, 150));
        assert_eq!((ten, many, again), (28, 29, 7));
        assert_eq!(house.count("SELECT COUNT(*) FROM search_word WHERE word = 'dieselben'"), 1);
        assert!(house.asks(PUBLIC, "förderplan dieselbe").contains("es gibt mehr"));
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
        let begin = house.asks(PUBLIC, " ");
        assert!(begin.contains("Gespräche im Austausch") && begin.contains("was öffentlich ist"), "{begin}");
        // What found nothing says what helps: fewer words only where there were several.
        let one = house.asks(PUBLIC, "nirgends");
        assert!(one.contains("nur seinen Anfang") && !one.contains("weniger Wörter"), "{one}");
        assert!(house.asks(PUBLIC, "nirgends niemals").contains("weniger Wörter"));
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

#[test]
fn what_lies_in_older_blocks_of_the_index_is_found_with_what_is_new() {
    both(|fresh| {
        let house = House::new(fresh);
        // The next entry follows the last one: a block of the index each, one far behind the other.
        let skip_to = |number: i64| {
            house.write(move |tx| {
                tx.silent("a test");
                let sql = "INSERT INTO search_doc (id, kind, subject_id) VALUES (:number, 'skipped', :number)";
                tx.exec(sql, args! { number: number }).map(drop)
            });
        };
        for (n, number) in [65_535, 131_071, 400_000, 900_000, 2_000_000].into_iter().enumerate() {
            let id = i64::try_from(n).unwrap() + 1;
            house.write(move |tx| {
                put(tx, "note", id, Level::Public, 0, &format!("Perlhuhn {id:03}"), "graugans")?;
                put(tx, "memo", id, Level::Network, 10, "Vermerk", "perlhuhn graugans kranich")?;
                // The oldest holds the word itself, the others one that begins so.
                let (title, text) = if id == 1 { ("Zeder", "kormoran") } else { ("Ahorn", "kormoranfeder") };
                put(tx, "note", id + 10, Level::Public, 0, title, text)
            });
            house.follow();
            skip_to(number);
        }
        for words in ["perlhuhn", "perlhuhn graugans", "graugans", "perlhu"] {
            let page = house.asks(PUBLIC, words);
            assert_eq!(page.matches("href=\"/note/").count(), 5, "{words}");
            assert!(page.contains("5 Treffer") && !page.contains("es gibt mehr"), "{words}");
        }
        // What holds the word itself leads, however old it is.
        let page = house.asks(PUBLIC, "kormoran");
        assert_eq!((page.matches("Zeder").count(), page.matches("Ahorn").count()), (1, 4));
        assert!(page.find("Zeder") < page.find("Ahorn"), "{page}");
        // The oldest alone, and what only others may look for.
        assert!(house.asks(PUBLIC, "perlhuhn 001").contains("Ein Treffer"));
        assert!(house.asks(PUBLIC, "kranich").contains("Nichts gefunden"));
    });
}
