//! What somebody puts away on Start and in her inbox hides itself and nothing else, and is back when it is asked anew.

use db::args;
use kernel::{Day, Event, Id, Level, Scope, Subject};

use super::{
    body, coordinator,
    inbox::{beside, listed, open},
    number, word,
};
use crate::{
    client::{Client, Page},
    world::{World, both},
};

const INBOX: &str = "/eingang";

/// Does something with an entry.
fn puts(her: &mut Client<'_>, kind: &str, id: i64, act: &str) {
    let id = id.to_string();
    her.post(INBOX, &[("kind", kind), ("id", &id), ("tat", act), ("until", "27.11.2026")]).is(303);
}

/// How many of what a page lists under a heading lead to an address.
fn leads(page: &Page, section: &str, href: &str) -> usize {
    listed(page, section).iter().filter(|item| item.starts_with(&format!("{href}\""))).count()
}

/// Who sits in a body and has neither an office there nor said a word on its draft.
fn plain_member(world: &World, of: i64, position: i64) -> i64 {
    number(
        world,
        "SELECT v.person_id FROM sits v WHERE v.body_id = :body AND v.voice = 'voting' AND v.capacity <> 'substitute' AND v.from_day <= :day AND v.until_day > :day \
         AND NOT EXISTS (SELECT 1 FROM sits o WHERE o.person_id = v.person_id AND o.body_id = v.body_id AND o.office IS NOT NULL AND o.from_day <= :day AND o.until_day > :day) \
         AND NOT EXISTS (SELECT 1 FROM position_amendment a WHERE a.position_id = :position AND a.person_id = v.person_id) \
         AND NOT EXISTS (SELECT 1 FROM position p WHERE p.id = :position AND p.made_by = v.person_id) ORDER BY v.person_id LIMIT 1",
        args! { body: of, position: position, day: super::today() },
    )
}

#[test]
fn input_that_is_asked_for_anew_is_back_though_she_had_done_with_it_or_silenced_it() {
    both(|world| {
        let position = number(world, "SELECT id FROM position WHERE state = 'input'", args! {});
        let href = format!("/positionen/{position}");
        let mut her = world.signed_in(plain_member(world, body(world, "ak-staedteregion"), position));
        let mut keeper = world.signed_in(coordinator(world, "ak-staedteregion").person.unwrap());
        let asks = format!("{href}/rueckmeldung");
        for act in ["erledigt", "stumm", "spaeter"] {
            let waits = beside(&her.get("/")).0;
            assert_eq!(leads(&her.get(INBOX), "wartet", &href), 1, "{act}");
            puts(&mut her, "position", position, act);
            let shown = her.get("/");
            assert_eq!((leads(&shown, "braucht", &href), beside(&shown).0), (0, waits - 1), "{act}");
            assert_eq!(leads(&her.get(INBOX), "wartet", &href), 0, "{act}");
            world.clock.advance(3_600);
            keeper.post(&asks, &[("tat", "schluss")]).is(303);
            keeper.post(&asks, &[("until", "2026-12-14"), ("who", "network")]).is(303);
            world.clock.advance(3_600);
            // Start, the number and the inbox have it again, once.
            let shown = her.get("/");
            assert_eq!((leads(&shown, "braucht", &href), beside(&shown).0), (1, waits), "{act}");
            let shown = her.get(INBOX);
            assert_eq!((leads(&shown, "wartet", &href), leads(&shown, "liste", &href)), (1, 0), "{act}");
        }
    });
}

#[test]
fn two_networks_of_hers_asked_to_sign_one_position_are_put_off_each_for_itself() {
    both(|world| {
        let of = |sql: &str| {
            let sql = format!(
                "{sql} FROM position_signature s JOIN body b ON b.id = s.network_id WHERE b.slug = 'rag-aachen' AND s.state = 'asked'"
            );
            number(world, &sql, args! {})
        };
        let (position, first) = (of("SELECT s.position_id"), of("SELECT s.id"));
        let (her, lag) = (coordinator(world, "rag-aachen").person.unwrap(), body(world, "lag-nrw"));
        let by = coordinator(world, "frauennetzwerk");
        let second = world
            .site
            .db()
            .write_now(move |tx| {
                // She chairs the network of the Land as well.
                let (seat, held): (Id<()>, Id<()>) = (tx.id(), tx.id());
                tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, office, from_day) VALUES (:s, :b, 900, 'personal', 'voting', 'chair', '2020-01-01')", args! { s: seat, b: lag })?;
                tx.exec("INSERT INTO occupancy (id, seat_id, person_id, basis, status, from_day) VALUES (:o, :s, :p, 'joined', 'confirmed', '2020-01-01')", args! { o: held, s: seat, p: her })?;
                positions::ask_signature(tx, &by, Id::new(position), Id::new(lag), None)
            })
            .unwrap()
            .raw();
        let (first_page, second_page) = (format!("/mitzeichnungen/{first}"), format!("/mitzeichnungen/{second}"));
        let mut client = world.signed_in(her);
        let waits = beside(&client.get("/")).0;
        let shown = client.get(INBOX);
        for href in [&first_page, &second_page] {
            // Once each, with the word by which it was told.
            assert_eq!((leads(&shown, "wartet", href), leads(&shown, "liste", href)), (1, 0), "{href}");
        }
        assert_eq!(shown.text().matches("Mitzeichnungen: Mitzeichnung erbeten").count(), 2);
        puts(&mut client, positions::SIGNATURE, first, "spaeter");
        let shown = client.get(INBOX);
        assert_eq!((leads(&shown, "wartet", &first_page), leads(&shown, "wartet", &second_page)), (0, 1));
        assert_eq!(beside(&client.get("/")).0, waits - 1);
        let shown = client.get("/eingang?liste=spaeter&art=position_signature");
        assert_eq!((leads(&shown, "wartet", &first_page), leads(&shown, "wartet", &second_page)), (1, 0));
        // Neither can be called done, and none of it is the position's own.
        for (kind, id, status) in [(positions::SIGNATURE, second, 422), ("position", position, 404)] {
            client.post(INBOX, &[("kind", kind), ("id", &id.to_string()), ("tat", "erledigt")]).is(status);
        }
        puts(&mut client, positions::SIGNATURE, first, "wieder");
        assert_eq!(beside(&client.get("/")).0, waits);
        // Others of the network read the position; whoever is in neither finds nothing.
        let title = word(world, "SELECT title FROM position WHERE id = :id", args! { id: position });
        world.person("verborgen").get(INBOX).is(200).hides(&title);
    });
}

#[test]
fn an_answer_to_a_question_she_had_done_with_is_told_though_the_question_is_put_away() {
    both(|world| {
        let ak = body(world, "ak-staedteregion");
        let position = number(world, "SELECT id FROM position WHERE state = 'input'", args! {});
        let person = plain_member(world, ak, position);
        let (mut her, mut keeper) =
            (world.signed_in(person), world.signed_in(coordinator(world, "ak-staedteregion").person.unwrap()));
        let asked = person.to_string();
        let fields = [
            ("kind", "question"),
            ("title", "Kennen Sie eine Satzung?"),
            ("words", "Wir suchen eine."),
            ("level", "2"),
            ("topic", ""),
            ("asked", asked.as_str()),
        ];
        let done = keeper.post(&format!("/gremien/{ak}/austausch/neu"), &fields);
        let thread: i64 = done.is(303).headers["location"].rsplit('/').next().unwrap().parse().unwrap();
        let href = format!("/austausch/{thread}");
        world.clock.advance(60);
        assert_eq!(leads(&her.get(INBOX), "wartet", &href), 1);
        puts(&mut her, "thread", thread, "erledigt");
        let before = open(&her.get(INBOX));
        world.clock.advance(3_600);
        keeper.post(&href, &[("tat", "antworten"), ("words", "Noch eine Frage dazu.")]).is(303);
        // It is told as something new; she need not answer the question again.
        let shown = her.get(INBOX);
        assert_eq!((leads(&shown, "wartet", &href), leads(&shown, "liste", &href)), (0, 1));
        assert_eq!(open(&shown), before + 1);
        world.clock.advance(60);
        puts(&mut her, "thread", thread, "erledigt");
        assert_eq!(open(&her.get(INBOX)), before);
        her.get("/eingang?liste=erledigt").shows("Kennen Sie eine Satzung?");
    });
}

#[test]
fn news_of_a_meeting_whose_answer_she_put_off_is_done_with_and_the_answer_still_waits_for_its_day() {
    both(|world| {
        let mut mira = world.person("mira");
        let waiting = listed(&mira.get(INBOX), "wartet");
        let meeting: i64 = waiting
            .iter()
            .find_map(|item| item.strip_prefix("/termine/")?.split('"').next()?.parse().ok())
            .expect("an invitation waits for her");
        let href = format!("/termine/{meeting}");
        puts(&mut mira, "meeting", meeting, "spaeter");
        world.clock.advance(3_600);
        let of = |column: &str| {
            number(world, &format!("SELECT {column} FROM meeting WHERE id = :id"), args! { id: meeting })
        };
        let (network, at, level) = (of("network_id"), of("body_id"), of("level"));
        world
            .site
            .db()
            .write_now(move |tx| {
                let level = if level == 2 { Level::Network } else { Level::Body };
                let scope = Scope::body(level, network, at);
                tx.emit(Event::new("agenda.sent", Subject::new("meeting", meeting)).within(scope));
                Ok(())
            })
            .unwrap();
        world.clock.advance(60);
        let shown = mira.get(INBOX);
        assert_eq!((leads(&shown, "wartet", &href), leads(&shown, "liste", &href)), (0, 1));
        // What she owes is not silenced with its news.
        let row = shown
            .body
            .split("aria-labelledby=\"liste\"")
            .nth(1)
            .unwrap()
            .split(&format!("href=\"{href}\""))
            .nth(1)
            .unwrap();
        let row = row.split("</li>").next().unwrap();
        assert!(row.contains("value=\"erledigt\"") && !row.contains("value=\"stumm\""), "{row}");
        puts(&mut mira, "meeting", meeting, "erledigt");
        let shown = mira.get(INBOX);
        assert_eq!((leads(&shown, "wartet", &href), leads(&shown, "liste", &href)), (0, 0));
        assert_eq!(leads(&mira.get("/eingang?liste=spaeter"), "wartet", &href), 1);
        world.clock.set(Day::literal("2026-11-27").at(7, 0));
        assert_eq!(leads(&mira.get(INBOX), "wartet", &href), 1);
    });
}
