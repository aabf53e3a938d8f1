//! Letters that come in: an answer by plain mail lands in its thread, who wrote it is proved by more than a name, and what nobody
//! can prove waits for one click.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use common::{act, day};
use db::args;
use house::House;
use kernel::Id;
use people::Person;
use support::{
    account, at, bundles, count,
    letters::{ANNA, DORA, answer_tag, body_tag, comes, comes_with, files, head, held, held_link, letters_come, words},
    link, list, page, replies, work, writes,
};
use web::Words;

#[test]
fn n1_3_an_answer_by_plain_mail_lands_in_the_thread() {
    for h in letters_come() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        bundles(&h, "2026-11-24");
        // A bundle about one thing names it as the address for answers.
        let tag = answer_tag(&h, ANNA);
        assert_eq!(head(&h, ANNA, "reply_tag"), tag);
        at(&h, "2026-11-24", 9);
        assert_eq!(
            comes(&h, &tag, words(ANNA, "AW: Neues für Sie", "Wir haben eine.\nSie liegt bei.\n# Nr. 1")),
            Ok(true)
        );
        let seen = h.get(Some(w.dora), &page(thread));
        seen.says(&["Anna Albers", "Wir haben eine.<br>Sie liegt bei.<br># Nr. 1", "per E-Mail"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply WHERE way = 'link'"), 1);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb = 'thread.answered'"), 1);
        // The same letter once more changes nothing.
        assert_eq!(
            comes(&h, &tag, words(ANNA, "AW: Neues für Sie", "Wir haben eine.\nSie liegt bei.\n# Nr. 1")),
            Ok(true)
        );
        assert_eq!((count(&h, "SELECT COUNT(*) FROM reply"), held(&h)), (1, 0));
        // From now on she gets each answer as a letter, which says what it follows and whose it is.
        at(&h, "2026-11-24", 10);
        replies(&h, w.dora, thread, "Danke! Von wann ist sie?");
        work(&h);
        let (subject, text) = h.letters(ANNA).pop().unwrap();
        assert_eq!(subject, "Re: [Regionale AG] Wer hat eine Satzung?");
        assert!(text.contains("Dora Dahlke schreibt:\n\nDanke! Von wann ist sie?"), "{text}");
        assert_eq!(head(&h, ANNA, "from_name"), "Dora Dahlke via Geflecht");
        assert_eq!(head(&h, ANNA, "reply_tag"), tag);
        let (named, follows) = (head(&h, ANNA, "name"), head(&h, ANNA, "follows"));
        assert!(named.starts_with('r') && follows.starts_with(&format!("t{thread} r")), "{named} {follows}");
        // Her own answers nobody sends her.
        let before = h.letters(ANNA).len();
        assert_eq!(comes(&h, &tag, words(ANNA, "AW: Re: x", "Von 2019.")), Ok(true));
        work(&h);
        assert_eq!(h.letters(ANNA).len(), before);
    }
}

#[test]
fn n7_5_something_new_begins_by_a_letter_to_the_body() {
    for h in letters_come() {
        let w = h.w;
        h.get(Some(w.dora), &list(w.rag)).says(&["antwort+an-"]);
        let mut letter = words(DORA, "AW: [RAG] Frage zum Haushalt\u{202e}", "Wer plant schon für 2027?");
        letter.subject = "Frage zum Haushalt".into();
        letter.signed = true;
        assert_eq!(comes_with(&h, &body_tag(w.rag), letter, &files(&[("Plan.exe", "MZ")])), Ok(true));
        let path = h.get(Some(w.kora), &list(w.rag));
        path.says(&["Frage zum Haushalt"]);
        let id =
            path.html.split("/austausch/").filter_map(|s| s.split('"').next()?.parse::<i64>().ok()).next().unwrap();
        h.get(Some(w.kora), &format!("/austausch/{id}")).says(&[
            "Dora Dahlke",
            "Wer plant schon für 2027?",
            "Anhang, nicht übernommen: Plan.exe",
        ]);
        // Who is not in that network reads nothing of it.
        h.get(Some(w.nora), &format!("/austausch/{id}")).is(404);
        // What is too long is cut, what has no subject gets a title.
        let mut long = words(DORA, "", &"sehr lang ".repeat(3_000));
        long.signed = true;
        assert_eq!(comes(&h, &body_tag(w.rag), long), Ok(true));
        // Its title is how it begins, in nobody's language but its writer's.
        h.get(Some(w.kora), &list(w.rag)).says(&["sehr lang sehr lang"]).hides(&["Ohne Betreff"]);
        let long: Id<exchange::Thread> = Id::new(count(&h, "SELECT MAX(id) FROM thread"));
        h.get(Some(w.kora), &page(long)).says(&["Gekürzt. Der ganze Brief liegt im Postfach, aus dem er kam."]);
        // By the link of a letter in the language its reader asks for.
        h.post(w.dora, &page(long), &[("tat", "antworten"), ("words", "@Kora Krings, bitte kürzen.")]).is(303);
        work(&h);
        let shown = link(&h, "kora@example.org");
        h.get(None, &format!("/en{shown}")).says(&["Shortened. The whole letter lies in the mailbox it came from."]);
        let mut endless = words(DORA, &"ä".repeat(10_000), "Text");
        endless.signed = true;
        assert_eq!(comes(&h, &body_tag(w.rag), endless), Ok(true));
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread"), 3);
        // All read of it in their bundle, by the network it came by; whoever wrote it does not, nor does anybody elsewhere.
        bundles(&h, "2026-11-24");
        let text = h.letters(ANNA).pop().unwrap().1;
        assert!(text.contains("[Regionale AG] Frage zum Haushalt"), "{text}");
        // She only heard which file was not taken.
        assert!(h.letters(DORA).iter().all(|(subject, _)| subject.starts_with("Nicht alle")), "{:?}", h.letters(DORA));
        assert!(h.letters("nora@example.org").is_empty());
    }
}

#[test]
fn a_named_sender_alone_proves_nothing() {
    for h in letters_come() {
        let w = h.w;
        let letter = |n: &str| words(DORA, "Dringend", &format!("Bitte überweisen {n}"));
        assert_eq!(comes(&h, &body_tag(w.rag), letter("1")), Ok(true));
        assert_eq!((count(&h, "SELECT COUNT(*) FROM thread"), held(&h)), (0, 1));
        // One letter asks her, however many come that day.
        assert_eq!(comes(&h, &body_tag(w.rag), letter("2 und mehr")), Ok(true));
        let asked = h.letters(DORA);
        assert_eq!((held(&h), asked.len(), asked[0].0.as_str()), (2, 1, "Haben Sie das geschrieben?"));
        assert!(!asked[0].1.contains("überweisen"), "its words stand on the page alone");
        let link = held_link(&h, DORA);
        h.get(None, &link).says(&["Bitte überweisen 1", "Das war ich nicht"]).hides(&["und mehr"]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread"), 0, "opening changes nothing");
        h.send(None, &link, &[("person", &w.kora.to_string())]).is(404);
        h.send(None, &link, &[("person", "nicht")]).is(200).says(&["gelöscht"]);
        h.get(None, &link).is(410).says(&["schon entschieden"]);
        assert_eq!((count(&h, "SELECT COUNT(*) FROM thread"), held(&h)), (0, 1));
        // A proof of another letter, or none at all, is none.
        for tag in ["t0", "", "an-1", "an-x", "tttttttttttttttttttttttttttttttttttttttttttt"] {
            assert_ne!(comes(&h, tag, letter("3")).ok(), Some(true), "{tag}");
        }
    }
}

#[test]
fn a_reply_from_a_private_address_waits_for_one_click_and_is_known_from_then_on() {
    for h in letters_come() {
        let w = h.w;
        let thread = writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]);
        bundles(&h, "2026-11-24");
        let tag = answer_tag(&h, ANNA);
        at(&h, "2026-11-24", 20);
        assert_eq!(comes(&h, &tag, words("anna@privat.example.org", "AW: Satzung", "Ja, von zu Hause.")), Ok(true));
        h.get(Some(w.dora), &page(thread)).hides(&["von zu Hause"]);
        let link = held_link(&h, ANNA);
        h.get(None, &link).says(&["anna@privat.example.org", "Diese Adresse gehört mir"]);
        h.send(None, &link, &[("person", &w.anna.to_string())]).is(200);
        h.get(Some(w.dora), &page(thread)).says(&["Anna Albers", "Ja, von zu Hause."]);
        assert_eq!(held(&h), 0);
        assert_eq!(comes(&h, &tag, words("anna@privat.example.org", "AW: Satzung", "Noch etwas.")), Ok(true));
        h.get(Some(w.dora), &page(thread)).says(&["Noch etwas."]);
        // Her account lists it, for her alone.
        const ADDRESSES: &str = "/konto/absendeadressen";
        h.get(Some(w.anna), ADDRESSES).is(200).says(&["anna@privat.example.org", "bestätigt am 24. November 2026"]);
        h.get(Some(w.dora), ADDRESSES).is(200).says(&["Keine weitere Adresse."]);
        h.post(w.dora, ADDRESSES, &[("adresse", "anna@privat.example.org")]).is(404);
        h.get(None, ADDRESSES).is(303);
        // Known, but without her letter only with a signature.
        assert_eq!(comes(&h, &body_tag(w.rag), words("anna@privat.example.org", "Neu", "Neues?")), Ok(true));
        assert_eq!((held(&h), count(&h, "SELECT COUNT(*) FROM thread")), (1, 1));
        // Taken away, it is asked about again.
        h.post(w.anna, ADDRESSES, &[("adresse", "anna@privat.example.org")]).is(303);
        h.get(Some(w.anna), ADDRESSES).says(&["Keine weitere Adresse."]);
        assert_eq!(comes(&h, &tag, words("anna@privat.example.org", "AW: Satzung", "Ganz neu.")), Ok(true));
        h.get(Some(w.dora), &page(thread)).hides(&["Ganz neu."]);
        assert_eq!(held(&h), 2);
        h.letters_have_their_shape(&["letter_held"]);
    }
}

#[test]
fn where_several_read_one_mailbox_whoever_wrote_says_so() {
    for h in letters_come() {
        let w = h.w;
        account(&h, w.anna, "info@verein.example.org");
        account(&h, w.nora, "info@verein.example.org");
        let thread = writes(&h, w.dora, w.rag, "Wer macht mit?", &[("asked", &w.anna.to_string())]);
        work(&h);
        let tag = head(&h, "info@verein.example.org", "reply_tag");
        assert!(!tag.is_empty());
        assert_eq!(comes(&h, &tag, words("info@verein.example.org", "Re: Wer macht mit?", "Wir!")), Ok(true));
        h.get(Some(w.dora), &page(thread)).hides(&["Wir!"]);
        let link = held_link(&h, "info@verein.example.org");
        h.get(None, &link).says(&["Das habe ich geschrieben: Anna", "Das habe ich geschrieben: Nora"]);
        // Nora belongs to no network: her rights count, not her colleague's.
        h.send(None, &link, &[("person", &w.nora.to_string())]).is(404);
        h.send(None, &link, &[("person", &w.anna.to_string())]).is(200);
        h.get(Some(w.dora), &page(thread)).says(&["Anna Albers", "Wir!"]);
    }
}

#[test]
fn those_who_lead_assign_what_nobody_is_known_by_and_others_see_nothing_of_it() {
    for h in letters_come() {
        let w = h.w;
        assert_eq!(
            comes(&h, &body_tag(w.rag), words("fremd@anderswo.example.org", "Hallo", "Ich bin <b>neu</b>.")),
            Ok(true)
        );
        assert!(h.letters("fremd@anderswo.example.org").is_empty(), "nobody answers whoever was named");
        let room = format!("/gremien/{}/briefe", w.rag);
        h.get(Some(w.kora), &room).says(&["fremd@anderswo.example.org", "Ich bin &lt;b&gt;neu&lt;/b&gt;."]);
        // Neither those who do not lead nor those of other networks.
        for who in [w.dora, w.nora] {
            h.get(Some(who), &room).is(403);
        }
        let id = h
            .fresh
            .db
            .read_now(|c| c.one("SELECT id FROM letter_held", args! {}, |r| r.get::<i64>(0)))
            .unwrap()
            .to_string();
        let choose = |who: Id<Person>, person: &str| {
            h.post(who, &room, &[("brief", &id), ("tat", "zuordnen"), (&format!("person-{id}"), person)])
        };
        choose(w.dora, &w.dora.to_string()).is(404);
        choose(w.kora, "").is(422).says(&["Bitte wählen Sie, von wem der Brief ist."]);
        choose(w.kora, &w.nora.to_string()).is(404);
        choose(w.kora, &w.dora.to_string()).is(303);
        h.get(Some(w.anna), &list(w.rag)).says(&["Hallo"]);
        assert_eq!(held(&h), 0);
    }
}

#[test]
fn machines_dissolved_bodies_and_closed_rooms_get_nothing() {
    for h in letters_come() {
        let w = h.w;
        let signed = |automatic| Words { signed: true, automatic, ..words(DORA, "Neu", "Etwas Neues.") };
        assert_eq!(comes(&h, &body_tag(w.rag), signed(true)), Err("a machine wrote it".into()));
        // Of a sensitive network nothing goes by letter, and no page names an address.
        let kept = comes(&h, &body_tag(w.kept), Words { signed: true, ..words("kora@example.org", "Neu", "x") });
        assert_eq!(kept, Err("one writes there after signing in only".into()));
        h.get(Some(w.quinn), &list(w.kept)).hides(&["antwort+"]);
        let secret = writes(&h, w.dora, w.rag, "Vertraulich", &[("vertraulich", "ja"), ("confidential", "ja")]);
        if count(&h, "SELECT COUNT(*) FROM thread WHERE confidential") == 1 {
            h.get(Some(w.dora), &page(secret)).hides(&["antwort+"]);
        }
        // Whoever may not write there is told why, once a day.
        let stranger = |n: usize| Words { signed: true, ..words("nora@example.org", &"x".repeat(n), "Hallo?") };
        account(&h, w.nora, "nora@example.org");
        let threads = count(&h, "SELECT COUNT(*) FROM thread");
        for n in 1..=3 {
            assert_eq!(comes(&h, &body_tag(w.rag), stranger(n)), Ok(true));
        }
        let letters = h.letters("nora@example.org");
        assert_eq!((letters.len(), count(&h, "SELECT COUNT(*) FROM thread")), (1, threads));
        assert!(
            letters[0].0 == "Ihr Brief wurde nicht übernommen" && !letters[0].1.contains("Regionale"),
            "{letters:?}"
        );
        // A dissolved body says so before the letter comes.
        let closed = exchange::slice().mailbox.unwrap();
        let asked = |tag: String| h.fresh.db.read_now(move |c| closed(c, &tag)).unwrap();
        assert!(!asked(body_tag(w.gma)) && !asked("an-77".into()) && !asked("x".into()));
        at(&h, "2026-11-24", 12);
        act(&h.fresh, w.kora, move |tx, by| networks::end_body(tx, by, w.gma, 1, day("2026-11-24"))).unwrap();
        at(&h, "2026-11-26", 12);
        assert!(asked(body_tag(w.gma)));
    }
}

#[test]
fn n7_7_the_same_letter_from_outside_by_several_paths_is_one_thread() {
    for h in letters_come() {
        let w = h.w;
        let passed = |from: &str, own: &str| Words {
            signed: true,
            forwarded: true,
            outside: vec!["erlass.5@land.example.org".into()],
            whole: format!("{own}\n\n-----Weitergeleitete Nachricht-----\nVon: Land\n\nDer Erlass gilt ab Januar."),
            ..words(from, "WG: Erlass", own)
        };
        assert_eq!(comes(&h, &body_tag(w.rag), passed(DORA, "Zur Kenntnis.")), Ok(true));
        let threads = "SELECT COUNT(*) FROM thread";
        assert_eq!(count(&h, threads), 1);
        // Another one passes it on, too: her own words become an answer, without any nothing comes twice.
        assert_eq!(comes(&h, &body_tag(w.rag), passed("kora@example.org", "Betrifft auch uns.")), Ok(true));
        assert_eq!((count(&h, threads), count(&h, "SELECT COUNT(*) FROM reply")), (1, 1));
        h.get(Some(w.anna), &list(w.rag)).says(&["Erlass"]).hides(&["WG:"]);
        // To another network it is brought: whoever is in both has one thread.
        let mut again = passed("kora@example.org", "");
        again.name = "third@mail.example.org".into();
        assert_eq!(comes(&h, &body_tag(w.verband), again), Ok(true));
        assert_eq!(count(&h, threads) + count(&h, "SELECT COUNT(*) FROM thread_forward"), 2);
    }
}

#[test]
fn a_letter_goes_only_where_it_was_addressed() {
    for h in letters_come() {
        let w = h.w;
        let (one, two) =
            (writes(&h, w.dora, w.rag, "Wer hat eine Satzung?", &[]), writes(&h, w.dora, w.rag, "Wer kommt?", &[]));
        bundles(&h, "2026-11-24");
        let text = h.letters(ANNA).pop().unwrap().1;
        let tags: Vec<&str> = text.split("antwort+").skip(1).map(|rest| rest.split('@').next().unwrap()).collect();
        assert_eq!(tags.len(), 2, "each entry has its address: {text}");
        let quoted = format!("Siehe auch antwort+{}@netz.example.org", tags[1]);
        assert_eq!(comes(&h, tags[0], words(ANNA, "AW", &quoted)), Ok(true));
        let replies = |thread| h.get(Some(w.dora), &page(thread)).html.contains("Siehe auch");
        assert!(replies(one) && !replies(two));
    }
}

#[test]
fn who_lost_her_seat_or_her_post_writes_no_more_and_her_successor_writes_as_herself() {
    for h in letters_come() {
        let w = h.w;
        let thread = writes(&h, w.kora, w.rag, "Wer hat eine Satzung?", &[]);
        bundles(&h, "2026-11-24");
        let tag = answer_tag(&h, ANNA);
        at(&h, "2026-11-24", 12);
        act(&h.fresh, w.kora, move |tx, by| networks::end_tenure(tx, by, w.tenure_anna, day("2026-11-25"))).unwrap();
        at(&h, "2026-11-26", 12);
        // The address of the post is not hers any more; nobody takes the former holder's word from it.
        assert_eq!(comes(&h, &tag, words(ANNA, "AW", "Ich noch einmal.")), Ok(true));
        h.get(Some(w.kora), &page(thread)).hides(&["Ich noch einmal."]);
    }
}

#[test]
fn a_thread_of_twenty_posts_works_with_one_account_and_ten_who_only_have_mail() {
    for h in letters_come() {
        let w = h.w;
        let network = w.verband;
        let guests: Vec<(Id<Person>, String)> = (0..10)
            .map(|n| {
                let mail = format!("mitglied{n}@example.org");
                let to = mail.clone();
                let person = act(&h.fresh, w.kora, move |tx, by| {
                    let person = people::add_person(tx, by, &people::NewPerson::new("Mit", format!("Glied{n}")))?;
                    let seat = networks::NewSeat::new(networks::SeatKind::Personal, day("2020-01-01"));
                    let seat = networks::add_seat(tx, by, network, &seat)?;
                    let held = networks::Occupant::person(person);
                    networks::fill_seat(tx, by, &networks::NewOccupancy::new(seat, held, day("2020-01-01")))?;
                    Ok(person)
                })
                .unwrap();
                invited(&h, person, &to);
                (person, mail)
            })
            .collect();
        let thread = writes(&h, w.kora, network, "Wann treffen wir uns?", &[]);
        assert!(bundles(&h, "2026-11-24") >= 10);
        at(&h, "2026-11-24", 9);
        for round in 0..2 {
            for (n, (_, mail)) in guests.iter().enumerate() {
                h.fresh.clock.advance(60);
                let tag = answer_tag_of(&h, mail);
                let own = format!("Antwort {n} der Runde {round}, gern am Montag.");
                assert_eq!(comes(&h, &tag, words(mail, &format!("Re: {n}{round}"), &own)), Ok(true));
                work(&h);
            }
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply"), 20);
        h.get(Some(w.kora), &page(thread)).says(&["Antwort 0 der Runde 0", "Antwort 9 der Runde 1"]);
        // Everybody who wrote read what came behind: nine of others in the second round, and those after her first.
        let first = h.letters(&guests[0].1);
        assert_eq!(first.iter().filter(|(subject, _)| subject.starts_with("Re: ")).count(), 18, "{first:#?}");
        // Nobody but Kora has an account; nobody was written to twice about one answer.
        let twice = "SELECT COUNT(*) FROM (SELECT address, name FROM mail_out WHERE purpose = 'answer' GROUP BY address, name HAVING COUNT(*) > 1) AS x";
        assert_eq!(count(&h, twice), 0);
    }
}

/// As somebody who was invited and never signed in: she is reached by that address.
fn invited(h: &House, person: Id<Person>, mail: &str) {
    let mail = mail.to_owned();
    h.fresh
        .db
        .write_now(move |tx| {
            tx.silent("a test");
            let (id, token): (Id<Person>, String) = (tx.id(), format!("{:0>64}", person.raw()));
            tx.exec(
                "INSERT INTO invitation (id, token_hash, person_id, mail, created_at, expires_at) VALUES (:id, :token, :person, :mail, :now, :until)",
                args! { id: id, token: token.as_str(), person: person, mail: mail.as_str(), now: tx.now(), until: tx.now().plus_seconds(8_640_000) },
            )
        })
        .unwrap();
}

/// The address for answers of the newest letter that has one.
fn answer_tag_of(h: &House, to: &str) -> String {
    let text = h.letters(to);
    let named = head(h, to, "reply_tag");
    if !named.is_empty() {
        return named;
    }
    let with = text.iter().rev().find(|(_, text)| text.contains("antwort+")).expect("an address for answers");
    with.1.split("antwort+").nth(1).unwrap().split('@').next().unwrap().to_owned()
}
