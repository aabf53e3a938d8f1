//! Naming somebody with an @: told at once, by name of those who sit there alone, and nothing of it where letters are quiet.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::House;
use support::{account, all, at, bundles, count, page, replies, work, writes};

const DORA: &str = "dora@example.org";
const ANNA: &str = "anna.albers@aachen.example.org";

fn about(h: &House, to: &str, words: &str) -> usize {
    h.letters(to).iter().filter(|(subject, text)| subject.contains(words) || text.contains(words)).count()
}

#[test]
fn whoever_is_named_gets_the_answer_at_once_and_not_again_in_her_bundle() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 10);
        let thread = writes(&h, w.kora, w.rag, "Wer hat eine Satzung?", &[]);
        at(&h, "2026-11-23", 11);
        replies(&h, w.kora, thread, "Vielleicht @Dora Dahlke? Und @Nora Neu oder @Niemand Hier.");
        work(&h);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply_mention"), 1);
        let letters = h.letters(DORA);
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert_eq!(letters[0].0, "[Regionale AG] Wer hat eine Satzung?");
        assert!(
            letters[0].1.contains("Sie werden in") && letters[0].1.contains("Vielleicht @Dora Dahlke?"),
            "{letters:?}"
        );
        assert!(h.letters(ANNA).is_empty() && h.letters("nora@example.org").is_empty());
        h.get(Some(w.dora), "/eingang").says(&[
            "Wer hat eine Satzung?",
            "Sie werden genannt",
            "Sie bekommen das, weil Sie direkt gefragt sind.",
        ]);
        h.get(Some(w.anna), "/eingang").hides(&["Sie werden genannt"]);
        bundles(&h, "2026-11-24");
        work(&h);
        assert_eq!(about(&h, DORA, "Vielleicht"), 1, "the bundle tells the question, not her letter once more");
        // Named in the question itself she is asked in person.
        at(&h, "2026-11-24", 10);
        writes(&h, w.dora, w.rag, "Kurz", &[("words", "@Anna Albers: passt Montag?")]);
        work(&h);
        assert_eq!(about(&h, ANNA, "passt Montag?"), 1);
        // Taken out of sight before it leaves, it leaves no more.
        at(&h, "2026-11-24", 20);
        replies(&h, w.kora, thread, "Noch einmal, @Dora Dahlke: Kanarienwort");
        let reply = count(&h, "SELECT MAX(id) FROM reply");
        h.post(w.kora, &format!("/antworten/{reply}/ausblenden"), &[("reason", "Doppelt")]).is(303);
        at(&h, "2026-11-25", 9);
        work(&h);
        assert_eq!(about(&h, DORA, "Kanarienwort"), 0);
    }
}

#[test]
fn where_letters_are_quiet_a_name_tells_nothing_but_that_there_is_something() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 10);
        account(&h, w.quinn, "quinn@example.org");
        h.consents(w.quinn, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        let thread = writes(&h, w.kora, w.kept, "Sanitärräume", &[]);
        replies(&h, w.kora, thread, "Kanarienwort, @Quinn Quast und @Anna Albers.");
        work(&h);
        let letters = h.letters("quinn@example.org");
        assert_eq!((letters.len(), letters[0].0.as_str()), (1, "Eine Frage an Sie"));
        // Whose name nobody may see there cannot be named.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM reply_mention"), 1);
        for (_, subject, text) in h.all_letters() {
            for word in ["Kanarienwort", "Sanitär", "LSBTIQ"] {
                assert!(!subject.contains(word) && !text.contains(word), "{subject} {text}");
            }
        }
        for who in [w.dora, w.nora] {
            h.get(Some(who), &page(thread)).is(404);
            h.get(Some(who), "/eingang").hides(&["Sanitär", "genannt"]);
        }
    }
}

#[test]
fn nobody_learns_by_asking_who_sits_in_a_sensitive_network() {
    for h in all() {
        let w = h.w;
        at(&h, "2026-11-23", 10);
        // Whose name is open to all networks is named there no more than others.
        for open in [w.quinn, w.dora] {
            h.consents(open, networks::Field::Name, networks::Audience::AllNetworks, None);
        }
        let new = format!("{}/neu", support::list(w.kept));
        let (hidden, strangers) = (w.quinn.to_string(), [w.nora, w.dora, w.uma].map(|who| who.to_string()));
        h.get(Some(w.anna), &new).is(200).hides(&["Quinn"]);
        for more in [vec![], vec![("seat", "12345")]] {
            let asks = |who: &str| {
                let fields = [more.as_slice(), &[("asked", who)]].concat();
                h.post(w.anna, &new, &support::fields("Sichere Orte", &fields)).is(422).alike()
            };
            let told = asks(&hidden);
            assert!(told.1.contains("Bitte fragen Sie nur, wer hier dabei ist."));
            for stranger in &strangers {
                assert_eq!(told, asks(stranger));
            }
        }
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread"), 0);
        // Once she lets her name be seen there, she is offered and can be asked.
        h.consents(w.quinn, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        h.get(Some(w.anna), &new).says(&["Quinn Quast"]);
        writes(&h, w.anna, w.kept, "Sichere Orte", &[("asked", &hidden)]);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM thread_asked"), 1);
    }
}
