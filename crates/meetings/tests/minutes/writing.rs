//! The draft: from the agenda, with results of votes, remarks that leave no trace, tasks that are given when it goes out.

use crate::{
    MEETING, does, drafted, entry, meeting, number, page, rules,
    support::{all, at, count},
    word, writes,
};
use db::args;
use kernel::Id;

#[test]
fn minutes_begin_with_the_agenda_and_take_over_what_came_later() {
    for h in all() {
        let w = h.w;
        let meeting = crate::support::plans(&h, w.rag, MEETING, &[]);
        crate::support::item(&h, meeting, "Begrüßung", "10", "internal");
        // Not before the meeting has begun.
        h.get(Some(w.kora), &page(meeting)).is(200).says(&["Das Protokoll beginnt mit der Sitzung."]);
        does(&h, meeting, "anlegen", &[]).is(422);
        h.get(Some(w.dora), &page(meeting)).is(404);
        h.post(w.dora, &page(meeting), &[("tat", "anlegen")]).is(403);
        h.get(None, &page(meeting)).is(303);
        crate::support::invites(&h, meeting);
        at(&h, MEETING, 12);
        does(&h, meeting, "anlegen", &[]).is(303);
        h.get(Some(w.kora), &page(meeting)).says(&["1. Begrüßung", "in Arbeit", "Hier steht noch nichts."]);
        h.get(Some(w.dora), &page(meeting)).is(404);
        // An item that came in the meeting, and one nobody had on an agenda.
        crate::support::item(&h, meeting, "Dringliches", "5", "internal");
        does(&h, meeting, "anlegen", &[]).is(303);
        does(&h, meeting, "anlegen", &[]).is(303);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes_entry"), 2);
        let new = format!("/termine/{meeting}/protokollpunkt");
        h.post(w.kora, &new, &[("title", ""), ("text", "Steht noch da"), ("openness", "internal")])
            .is(422)
            .says(&["Steht noch da"]);
        h.post(w.kora, &new, &[("title", "Verschiedenes"), ("text", "Nichts."), ("openness", "internal")]).is(303);
        h.get(Some(w.kora), &page(meeting)).says(&["3. Verschiedenes"]);
        // Two who write at once: the second sees both texts.
        let id = writes(&h, "Begrüßung", "Erster Stand.", &[]);
        let stale = [("title", "Begrüßung"), ("text", "Zweiter Stand."), ("version", "1"), ("openness", "internal")];
        h.post(w.kora, &format!("/protokollpunkte/{id}"), &stale).is(409).says(&["Erster Stand.", "Zweiter Stand."]);
        h.post(w.dora, &format!("/protokollpunkte/{id}"), &stale).is(403);
        h.get(Some(w.nora), &format!("/protokollpunkte/{id}")).is(404);
        // Nothing but empty items does not go out.
        let v = count(&h, "SELECT version FROM minutes_entry ORDER BY id LIMIT 1").to_string();
        let empty = [("title", "Begrüßung"), ("text", ""), ("version", v.as_str()), ("openness", "internal")];
        h.post(w.kora, &format!("/protokollpunkte/{id}"), &empty).is(303);
    }
}

#[test]
fn the_result_of_a_vote_of_that_sitting_stands_with_its_item() {
    for h in all() {
        let w = h.w;
        rules(&h, w.rag, "council", &[]);
        let meeting = meeting(&h);
        let (rag, day) = (w.rag, kernel::Day::literal(MEETING));
        let vote = crate::common::act(&h.fresh, w.kora, move |tx, by| {
            let new = decisions::NewVote {
                text: "Der Plan gilt.".to_owned(),
                method: decisions::Method::Sitting,
                grade: decisions::Grade::Hands,
                ..decisions::NewVote::motion("Arbeitsplan", kernel::Level::Network)
            };
            let result = decisions::SittingResult {
                day,
                attendance: decisions::rules::quorum::Attendance {
                    voting_seats: 4,
                    occupied_seats: 4,
                    members: 4,
                    present: 3,
                    duly_invited: true,
                    ..Default::default()
                },
                counted: decisions::Counted { yes: 3, present: 3, entitled: 4, ..Default::default() },
                chair: None,
            };
            decisions::record_sitting(tx, by, rag, &new, &result)
        })
        .unwrap();
        does(&h, meeting, "anlegen", &[]).is(303);
        let said = word(&h, "SELECT result FROM minutes_entry WHERE vote_id IS NOT NULL");
        assert!(said.starts_with("Arbeitsplan: ") && said.contains('3'), "{said}");
        h.get(Some(w.kora), &page(meeting)).says(&["Zur Abstimmung", &format!("/wahlen/{vote}")]);
        // It can be put with another item as well, and brings its result along where none was written.
        let id = entry(&h, "Begrüßung");
        h.get(Some(w.kora), &format!("/protokollpunkte/{id}")).says(&["Abstimmung in dieser Sitzung", "Arbeitsplan"]);
        writes(&h, "Begrüßung", "Gruß.", &[("vote", &vote.to_string()), ("result", "")]);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes_entry WHERE result LIKE 'Arbeitsplan: %'"), 2);
        let v = count(&h, "SELECT version FROM minutes_entry ORDER BY id LIMIT 1").to_string();
        let wrong = [("title", "Begrüßung"), ("version", v.as_str()), ("openness", "public"), ("vote", "12345")];
        h.post(w.kora, &format!("/protokollpunkte/{id}"), &wrong).is(404);
    }
}

#[test]
fn a_removed_remark_leaves_no_trace_in_rows_files_history_or_search() {
    const SECRET: &str = "Geheimniskrämerei";
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        let more = [("remark", SECRET), ("result", "Der Plan gilt.")];
        writes(&h, "Arbeitsplan", "Der Plan wurde beraten.", &more);
        let path = page(meeting);
        h.get(Some(w.kora), &path).says(&[SECRET, "Eine vertrauliche Notiz wird gelöscht."]);
        // No file ever holds it, not even of the draft for those who write.
        for format in ["pdf", "docx"] {
            let file = h.get(Some(w.kora), &format!("{path}/{format}"));
            file.is(200).hides(&[SECRET]).says(&["Der Plan wurde beraten."]);
        }
        // Removed by hand: nothing of it is left in any table.
        does(&h, meeting, "notizen", &[]).is(303);
        assert_eq!(everywhere(&h, SECRET), Vec::<String>::new());
        // Written again and sent: gone just the same, for everybody and in search.
        writes(&h, "Arbeitsplan", "Der Plan wurde beraten.", &more);
        assert_eq!(everywhere(&h, SECRET), ["minutes_entry"]);
        does(&h, meeting, "verschicken", &[]).is(303);
        assert_eq!(everywhere(&h, SECRET), Vec::<String>::new());
        for who in [w.kora, w.dora] {
            h.get(Some(who), &path).is(200).hides(&[SECRET]);
            for format in ["pdf", "docx"] {
                let file = h.get(Some(who), &format!("{path}/{format}"));
                file.is(200).hides(&[SECRET]).says(&["Der Plan wurde beraten."]);
            }
        }
        // Nor anywhere in a backup: whole rows of whatever table, history and letters included.
        let mut backup = Vec::new();
        let written = h
            .fresh
            .db
            .read_now(move |c| {
                db::dump(c, &mut backup)?;
                Ok(String::from_utf8(backup).unwrap())
            })
            .unwrap();
        assert!(written.contains("Der Plan wurde beraten.") && !written.contains(SECRET));
        search::follow(&h.fresh.db, &kinds()).unwrap();
        h.get(Some(w.kora), &format!("/suche?q={SECRET}")).is(200).hides(&["Herbsttreffen"]);
        assert_eq!(everywhere(&h, SECRET), Vec::<String>::new());
    }
}

fn kinds() -> Vec<&'static web::Kind> {
    meetings::slice().kinds.iter().collect()
}

/// The tables in which a word stands, mails and events included.
fn everywhere(h: &crate::house::House, word: &'static str) -> Vec<String> {
    let tables = [
        ("minutes_entry", "title || text || result || remark"),
        ("minutes", "COALESCE(quorum_de, '') || COALESCE(hash, '')"),
        ("minutes_todo", "title"),
        ("minutes_objection", "text || answer"),
        ("minutes_addendum", "text"),
        ("task", "title || note || COALESCE(source_de, '')"),
        ("mail_out", "subject || body_text"),
        ("event", "verb || kind"),
        ("submission", "number || location"),
        ("search_word", "word"),
        ("agenda_proposal", "title || note"),
    ];
    tables
        .into_iter()
        .filter(|(table, columns)| {
            let like = format!("%{}%", word.to_lowercase());
            let sql = format!("SELECT COUNT(*) FROM {table} WHERE LOWER({columns}) LIKE :like");
            h.fresh.db.read_now(move |c| c.count(&sql, args! { like: like })).unwrap() > 0
        })
        .map(|(table, _)| table.to_owned())
        .collect()
}

#[test]
fn tasks_are_noted_in_the_draft_and_given_when_it_goes_out() {
    for h in all() {
        let w = h.w;
        let meeting = meeting(&h);
        drafted(&h, meeting);
        let id = entry(&h, "Arbeitsplan");
        let form = format!("/protokollpunkte/{id}/aufgabe");
        h.get(Some(w.kora), &form).is(200).says(&["Die Aufgabe gilt, sobald", "Dora Dahlke", "Stadt Düren"]);
        h.get(Some(w.dora), &form).is(403);
        let closed = entry(&h, "Rechtsstreit einer Kollegin");
        h.get(Some(w.kora), &format!("/protokollpunkte/{closed}/aufgabe")).says(&["liest das ganze Gremium"]);
        let post = format!("s{}", w.post_dueren);
        let body = format!("g{}", w.rag);
        h.post(w.kora, &form, &[("task", "Raum suchen"), ("owner", "p999"), ("due", "")])
            .is(422)
            .says(&["Raum suchen"]);
        h.post(w.kora, &form, &[("task", "Raum suchen"), ("owner", &post), ("due", "2027-03-01")]).is(422);
        h.post(w.kora, &form, &[("task", "Raum suchen"), ("owner", &post), ("due", "2027-03-31")]).is(303);
        h.post(w.kora, &form, &[("task", "Einladen"), ("owner", &body), ("due", "")]).is(303);
        h.post(w.kora, &form, &[("task", "Doppelt"), ("owner", &body), ("due", "")]).is(303);
        let last = number(&h, "SELECT MAX(id) FROM minutes_todo").to_string();
        does(&h, meeting, "streichen", &[("aufgabe", &last)]).is(303);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task"), 0, "nobody is told before it goes out");
        h.get(Some(w.kora), &page(meeting)).says(&["Raum suchen", "vorgemerkt", "2 Aufgaben werden vergeben."]);
        does(&h, meeting, "verschicken", &[]).is(303);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM task WHERE source_kind = 'minutes'"), 2);
        h.get(Some(w.dora), "/aufgaben").is(200).says(&["Raum suchen", "Protokoll: Herbsttreffen"]);
        h.get(Some(w.dora), &page(meeting)).says(&["Raum suchen", "offen", "Stadt Düren"]);
        // Done, and seen as done with the minutes; what is open shows in the next ones.
        let task: Id<tasks::Task> = Id::new(number(&h, "SELECT id FROM task WHERE title = 'Raum suchen'"));
        h.post(w.dora, &format!("/aufgaben/{task}/erledigt"), &[]).is(303);
        h.get(Some(w.dora), &page(meeting)).says(&["erledigt"]);
        let next = crate::support::plans(&h, w.rag, "2027-03-17", &[]);
        crate::support::item(&h, next, "Fortsetzung", "10", "internal");
        does(&h, next, "anlegen", &[]).is(303);
        let id = number(&h, "SELECT id FROM minutes_entry WHERE title = 'Fortsetzung'");
        let written = [("title", "Fortsetzung"), ("text", "Weiter."), ("version", "1"), ("openness", "internal")];
        h.post(w.kora, &format!("/protokollpunkte/{id}"), &written).is(303);
        h.get(Some(w.kora), &page(next)).says(&["Offen aus früheren Protokollen", "Einladen"]).hides(&["Raum suchen"]);
        // A day that is over by then stops the sending, with its name.
        let form = format!("/protokollpunkte/{id}/aufgabe");
        h.post(w.kora, &form, &[("task", "Schnell"), ("owner", &body), ("due", "2027-03-18")]).is(303);
        at(&h, "2027-03-19", 9);
        does(&h, next, "verschicken", &[]).is(422).says(&["„Schnell“"]);
        assert_eq!(number(&h, "SELECT COUNT(*) FROM minutes WHERE state = 'draft'"), 1);
    }
}

#[test]
fn nobody_learns_by_naming_who_led_who_was_in_a_sensitive_network() {
    for h in all() {
        let w = h.w;
        let meeting = crate::support::plans(&h, w.kept, MEETING, &[]);
        crate::support::invites(&h, meeting);
        at(&h, MEETING, 12);
        h.post(w.kora, &format!("/termine/{meeting}/anwesenheit"), &[("version", "0")]).is(303);
        does(&h, meeting, "anlegen", &[]).is(303);
        // Whose name is open to all networks is named there no more than others.
        for open in [w.quinn, w.dora] {
            h.consents(open, networks::Field::Name, networks::Audience::AllNetworks, None);
        }
        let path = format!("/termine/{meeting}/protokollangaben");
        let form = h.get(Some(w.kora), &path);
        form.is(200).hides(&["Quinn"]);
        let version =
            form.html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let names = |who: kernel::Id<people::Person>| {
            let who = who.to_string();
            h.post(w.kora, &path, &[("version", &version), ("chair", &who), ("keeper", "")])
        };
        let told = names(w.quinn).is(422).alike();
        for stranger in [w.dora, w.nora] {
            assert_eq!(told, names(stranger).is(422).alike());
        }
        h.consents(w.quinn, networks::Field::Name, networks::Audience::Network, Some(w.kept));
        h.get(Some(w.kora), &path).says(&["Quinn Quast"]);
        names(w.quinn).is(303);
    }
}
