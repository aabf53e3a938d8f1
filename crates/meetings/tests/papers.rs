//! Papers at items of the agenda: brought, frozen with it, read by whoever hears the item, opened by guests with link and code.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use house::{House, Seen};
use support::{all, at, count, invites, item, link, newest, pdf, plans};

const MEETING: &str = "2027-03-17";

fn papers(item: i64) -> String {
    format!("/tagesordnungspunkte/{item}/unterlagen")
}

/// Kora brings a paper to an item; gives its address.
#[track_caller]
fn brings(h: &House, item: i64, name: &str, words: &str) -> String {
    h.upload(h.w.kora, &papers(item), &[], &[(name, &pdf(words))]).is(303);
    format!("{}/{}", papers(item), newest(h))
}

/// By a browser that holds a cookie.
fn with(h: &House, cookie: &str, path: &str) -> Seen {
    h.ask(http::Request::get(path).header("cookie", cookie), None, String::new())
}

#[test]
fn papers_are_brought_listed_saved_and_stand_with_the_agenda() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("proposals_until", "2027-03-12")]);
        let agenda = format!("/termine/{meeting}/tagesordnung");
        let one = item(&h, meeting, "Haushalt", "20", "internal");
        let here = papers(one);
        h.get(Some(w.kora), &agenda).says(&[&here]);
        h.get(Some(w.kora), &here).says(&["Hier liegen noch keine Unterlagen.", "type=\"file\"", "10 MB"]);
        h.get(Some(w.dora), &here).is(403);
        h.get(Some(w.nora), &here).is(404);
        h.get(None, &here).is(303);
        // What is no document stays outside, with a sentence and the page as it was.
        h.upload(w.kora, &here, &[], &[]).is(422).says(&["Bitte wählen Sie eine Datei."]);
        for (name, bytes, why) in [
            ("rechnung.pdf", "MZ this program cannot be run", "Diese Datei ist ein Programm"),
            ("plan.pdf", "%PDF-1.7\ncut", "beschädigt"),
            ("bild.png", "<svg onload=alert(1)>", "Webseite oder ein SVG-Bild"),
            ("alt.pdf", "{\\rtf1}", "aus einem alten Programm"),
        ] {
            h.upload(w.kora, &here, &[], &[(name, bytes)]).is(422).says(&[why]);
        }
        assert_eq!(newest(&h), 0);
        h.upload(w.dora, &here, &[], &[("plan.pdf", &pdf("x"))]).is(403);
        h.upload(w.nora, &here, &[], &[("plan.pdf", &pdf("x"))]).is(404);
        let done = h.upload(
            w.kora,
            &here,
            &[],
            &[
                ("Entwurf \u{202e}<1>.exe", &pdf("Haushaltsentwurf")),
                ("Zahlen.txt", "1\n2"),
                ("nochmal.pdf", &pdf("Haushaltsentwurf")),
            ],
        );
        done.is(303);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attachment"), 2, "the same bytes are one paper");
        h.get(Some(w.kora), &here).says(&["Entwurf -1-.pdf", "PDF, ", "Zahlen.txt", "Text, 3 Byte", "Entfernen"]);
        h.get(Some(w.dora), &agenda).says(&["Entwurf -1-.pdf", "Zahlen.txt"]).hides(&["Entfernen", "/unterlagen\""]);
        let paper = format!("{here}/{}", count(&h, "SELECT MIN(id) FROM attachment"));
        let file = h.get(Some(w.dora), &paper);
        file.is(200).says(&["Haushaltsentwurf"]);
        for (head, value) in [
            ("content-type", "application/pdf"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "no-store"),
            ("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
        ] {
            assert_eq!(file.headers[head], value);
        }
        assert!(
            file.headers["content-disposition"]
                .to_str()
                .unwrap()
                .starts_with("attachment; filename=\"Entwurf -1-.pdf\"")
        );
        for (who, status) in [(Some(w.kora), 200), (Some(w.nora), 404), (None, 404)] {
            h.get(who, &paper).is(status);
        }
        // Of another item it is no paper.
        let other = item(&h, meeting, "Verschiedenes", "5", "internal");
        h.get(Some(w.kora), &format!("{}/{}", papers(other), newest(&h))).is(404);
        // Taken away, its bytes are gone.
        let gone = newest(&h).to_string();
        let fields = [("tat", "entfernen"), ("nummer", gone.as_str())];
        h.post(w.dora, &here, &fields).is(403);
        h.post(w.kora, &here, &fields).is(303);
        h.get(Some(w.kora), &format!("{here}/{gone}")).is(404);
        assert_eq!(count(&h, "SELECT COUNT(*) FROM file"), 1);
        // Once the agenda is sent nothing of it changes.
        invites(&h, meeting);
        h.post(w.kora, &agenda, &[("tat", "verschicken")]).is(303);
        h.get(Some(w.kora), &here)
            .says(&["Ihre Unterlagen bleiben, wie sie sind."])
            .hides(&["type=\"file\"", "Entfernen"]);
        h.upload(w.kora, &here, &[], &[("spaet.pdf", &pdf("zu spät"))])
            .is(422)
            .says(&["Die Tagesordnung ist verschickt."]);
        let fields = [("tat", "entfernen"), ("nummer", paper.rsplit('/').next().unwrap())];
        h.post(w.kora, &here, &fields).is(422);
        h.get(Some(w.dora), &paper).is(200);
        // The letter names it and leads to it, without signing in.
        let letter = h.letters("dora@example.org").pop().unwrap().1;
        assert!(letter.contains("- Entwurf -1-.pdf (PDF, ") && !letter.contains("Code"), "{letter}");
        let there = format!("{}/unterlagen", link(&h, "dora@example.org"));
        assert!(letter.contains(&there));
        h.get(None, &there).says(&["1. Haushalt", "Entwurf -1-.pdf"]);
        let by_link = format!("{there}/{}", paper.rsplit('/').next().unwrap());
        let file = h.get(None, &by_link);
        file.is(200).says(&["Haushaltsentwurf"]);
        assert_eq!(file.headers["cache-control"], "no-store");
        at(&h, "2027-03-18", 8);
        h.get(None, &there).is(410);
        h.get(None, &by_link).is(410);
    }
}

#[test]
fn a_paper_is_read_as_far_as_its_item_is_heard() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[("level", "0")]);
        let made: Vec<(&str, String)> = ["closed", "internal", "guests", "public"]
            .into_iter()
            .map(|openness| {
                let number = item(&h, meeting, &format!("Punkt {openness}"), "10", openness);
                (openness, brings(&h, number, &format!("{openness}.pdf"), openness))
            })
            .collect();
        // Nobody outside knows of a meeting that is only planned.
        h.get(None, &made[3].1).is(404);
        invites(&h, meeting);
        for (openness, path) in &made {
            let public = if *openness == "public" { 200 } else { 404 };
            h.get(Some(w.kora), path).is(200);
            h.get(Some(w.dora), path).is(200);
            for outside in [None, Some(w.nora)] {
                h.get(outside, path).is(public);
            }
        }
        let agenda = format!("/termine/{meeting}/tagesordnung");
        h.get(None, &agenda).says(&["public.pdf"]).hides(&["closed.pdf", "internal.pdf", "guests.pdf"]);
        // The mailbox of the vacant post stands in: nothing closed.
        let mailbox = format!("{}/unterlagen", link(&h, support::AGENDA_MAIL));
        h.get(None, &mailbox)
            .says(&["internal.pdf", "guests.pdf", "public.pdf"])
            .hides(&["closed.pdf", "Punkt closed"]);
        let closed = made[0].1.rsplit('/').next().unwrap();
        h.get(None, &format!("{mailbox}/{closed}")).is(404);
        let letter = h.letters(support::AGENDA_MAIL).pop().unwrap().1;
        assert!(letter.contains("internal.pdf") && !letter.contains("closed.pdf"));
        // As a file the agenda says what each hears of it.
        for format in ["pdf", "docx"] {
            let file = h.get(None, &format!("{agenda}/{format}"));
            assert!(file.headers["content-disposition"].to_str().unwrap().contains("Tagesordnung-2027-03-17"));
        }
        h.get(Some(w.dora), &format!("{agenda}/pdf")).says(&[
            "Punkt closed",
            "Unterlagen: closed.pdf",
            "Haus Löwenstein",
        ]);
        h.get(None, &format!("{agenda}/pdf")).says(&["Punkt public", "Unterlagen: public.pdf"]).hides(&[
            "Punkt closed",
            "internal.pdf",
            "Haus Löwenstein",
            "Aufzug",
        ]);
    }
}

#[test]
fn n5_4_a_guest_for_one_item_opens_its_papers_with_link_and_code_and_no_others() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let (hers, other) = (
            item(&h, meeting, "Sozialbericht", "30", "guests"),
            item(&h, meeting, "Gleichstellungsplan", "30", "guests"),
        );
        let (mine, theirs) =
            (brings(&h, hers, "bericht.pdf", "Zahlen des Landes"), brings(&h, other, "plan.pdf", "Plan"));
        let number = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        invites(&h, meeting);
        let guest =
            [("tat", "gast"), ("name", "Mia Land"), ("mail", "mia@land.example.org"), ("item", &hers.to_string())];
        h.post(w.kora, &format!("/termine/{meeting}/einladung"), &guest).is(303);
        let letter = h.letters("mia@land.example.org").pop().unwrap().1;
        assert!(
            letter.contains("- bericht.pdf") && !letter.contains("plan.pdf") && !letter.contains("Gleichstellungsplan"),
            "{letter}"
        );
        let code: String = letter.split("Code für die Unterlagen: ").nth(1).unwrap().chars().take(6).collect();
        let invitation = link(&h, "mia@land.example.org");
        let (there, paper) = (format!("{invitation}/unterlagen"), format!("{invitation}/unterlagen/{}", number(&mine)));
        // The link alone shows a form; whatever follows links and sends forms without the code spends nothing.
        h.get(None, &invitation).says(&["Sozialbericht", &there]).hides(&["bericht.pdf", "Gleichstellungsplan"]);
        for _ in 0..20 {
            h.get(None, &there).is(200).says(&["Unterlagen öffnen"]).hides(&["bericht.pdf", "Sozialbericht"]);
            h.get(None, &paper).is(404);
            h.send(None, &there, &[("code", "")]).is(422).says(&["Bitte geben Sie den Code ein."]);
        }
        let wrong = if code == "111111" { "222222" } else { "111111" };
        let refused = h.send(None, &there, &[("code", wrong)]);
        h.get(None, refused.is(303).location()).is(422).says(&["passt nicht zu diesem Link"]);
        let typed = format!("{} {}", &code[..3], &code[3..]);
        let opened = h.send(None, &there, &[("code", &typed)]);
        let cookie = opened.is(303).headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        with(&h, &cookie, &there).says(&["bericht.pdf", "1. Sozialbericht"]).hides(&["plan.pdf", "Code"]);
        with(&h, &cookie, &paper).is(200).says(&["Zahlen des Landes"]);
        with(&h, &cookie, &format!("{there}/{}", number(&theirs))).is(404);
        // Another browser has not typed it; another link is not opened by it.
        h.get(None, &paper).is(404);
        let dora = format!("{}/unterlagen/{}", link(&h, "dora@example.org"), number(&mine));
        h.get(None, &dora).is(200);
        // Guessing comes to a stop, and goes on after a quarter of an hour.
        for n in 0..5 {
            let guess = format!("{:06}", (code.parse::<u32>().unwrap() + 1 + n) % 1_000_000);
            assert!(h.send(None, &there, &[("code", &guess)]).is(303).location().ends_with("code=falsch"));
        }
        assert!(h.send(None, &there, &[("code", &code)]).is(303).location().ends_with("code=spaeter"));
        h.fresh.clock.advance(901);
        let again = h.send(None, &there, &[("code", &code)]);
        assert_eq!(again.is(303).location(), there);
        // No names of members, no list: the page knows the item and its papers.
        with(&h, &cookie, &there).is(200).hides(&["Dora", "Anna", "Kora"]);
        at(&h, "2027-03-18", 8);
        with(&h, &cookie, &paper).is(410);
        with(&h, &cookie, &there).is(410);
    }
}

#[test]
fn n8_4_of_a_sensitive_network_no_link_opens_papers() {
    for h in all() {
        let w = h.w;
        support::account(&h, w.quinn, "quinn@example.org");
        let meeting = plans(&h, w.kept, MEETING, &[]);
        let number = item(&h, meeting, "Vorfälle", "30", "internal");
        brings(&h, number, "vorfaelle.pdf", "vertraulich");
        invites(&h, meeting);
        for (to, _, text) in h.all_letters() {
            assert!(!text.contains("vorfaelle") && !text.contains("unterlagen"), "{to}: {text}");
        }
        let there = format!("{}/unterlagen", link(&h, "quinn@example.org"));
        h.get(None, &there).is(410);
        let paper = format!("{}/{}", papers(number), newest(&h));
        h.get(Some(w.quinn), &paper).is(200);
        h.get(None, &format!("{there}/{}", newest(&h))).is(410);
        for outside in [w.dora, w.nora, w.olga] {
            h.get(Some(outside), &paper).is(404);
        }
    }
}

#[test]
fn what_was_removed_leaves_no_trace() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let number = item(&h, meeting, "Haushalt", "20", "internal");
        let paper = brings(&h, number, "geheimname.pdf", "GEHEIMWORT");
        let id = paper.rsplit('/').next().unwrap();
        h.post(w.kora, &papers(number), &[("tat", "entfernen"), ("nummer", id)]).is(303);
        // With the item its papers go, too.
        let second = item(&h, meeting, "Gestrichen", "20", "internal");
        brings(&h, second, "geheimname2.pdf", "GEHEIMWORT2");
        let fields = [("version", "1"), ("weg", "ja")];
        h.post(w.kora, &format!("/tagesordnungspunkte/{second}"), &fields).is(303);
        let mut backup = Vec::new();
        let written = h
            .fresh
            .db
            .read_now(move |c| {
                db::dump(c, &mut backup)?;
                Ok(String::from_utf8(backup).unwrap())
            })
            .unwrap();
        let hex = |text: &str| text.bytes().map(|b| format!("{b:02x}")).collect::<String>();
        for trace in ["geheimname", "GEHEIMWORT", &hex("GEHEIMWORT")] {
            assert!(!written.contains(trace), "{trace} is still there");
        }
    }
}

#[test]
fn what_is_pasted_from_word_keeps_its_lists() {
    for h in all() {
        let w = h.w;
        let form = h.get(Some(w.kora), &format!("/termine/{}/tagesordnung/neu", plans(&h, w.rag, MEETING, &[])));
        form.is(200).says(&["data-paste=\"/einfuegen\""]);
        let word = "<p class=MsoNormal>Wir beraten:</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Plätze</p><p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>im Norden</p><script>alert(1)</script>";
        let read = h.upload(w.dora, "/einfuegen", &[("html", word)], &[]);
        assert_eq!(read.is(200).html, "Wir beraten:\n\n- Plätze\n   - im Norden");
        assert_eq!(read.headers["content-type"], "text/plain; charset=utf-8");
        h.upload(w.dora, "/einfuegen", &[("html", &"x".repeat(1 << 20)), ("mehr", "y")], &[]).is(200);
        h.upload(w.dora, "/einfuegen", &[("html", &"x".repeat((1 << 20) + 1))], &[]).is(422);
        assert_eq!(h.send(None, "/einfuegen", &[("html", "x")]).is(303).location(), "/anmelden?weiter=%2F");
        // Nothing of it is kept, and as text it becomes paragraphs of minutes with a list.
        assert_eq!(count(&h, "SELECT COUNT(*) FROM event WHERE verb LIKE 'paste%'"), 0);
    }
}

#[test]
fn n5_4_while_the_sitting_runs_papers_stand_at_the_item_that_is_on_for_those_who_may_have_them() {
    for h in all() {
        let w = h.w;
        let meeting = plans(&h, w.rag, MEETING, &[]);
        let (inner, shut, open) = (
            item(&h, meeting, "Haushalt", "20", "internal"),
            item(&h, meeting, "Rechtsstreit", "20", "closed"),
            item(&h, meeting, "Sozialbericht", "20", "guests"),
        );
        let inner_paper = brings(&h, inner, "haushalt.pdf", "Entwurf");
        brings(&h, shut, "akte.pdf", "Akte");
        let open_paper = brings(&h, open, "bericht.pdf", "Zahlen des Landes");
        invites(&h, meeting);
        let guest =
            [("tat", "gast"), ("name", "Mia Land"), ("mail", "mia@land.example.org"), ("item", &open.to_string())];
        h.post(w.kora, &format!("/termine/{meeting}/einladung"), &guest).is(303);
        at(&h, MEETING, 10);
        let live = format!("/termine/{meeting}/live");
        h.post(w.kora, &live, &[("tat", "oeffnen")]).is(303);
        let calls = |item: i64| {
            let on = count(&h, "SELECT COALESCE(MAX(id), 0) FROM item_run WHERE until_at IS NULL");
            let on = if on == 0 { String::new() } else { on.to_string() };
            h.post(w.kora, &live, &[("tat", "aufrufen"), ("punkt", &item.to_string()), ("laeuft", &on)]).is(303);
        };
        let invitation = |to: &str| link(&h, to);
        let sitting = |to: &str| invitation(to).replace("/einladung/", "/sitzung/");
        let (dora, mailbox, mia) =
            (sitting("dora@example.org"), sitting(support::AGENDA_MAIL), sitting("mia@land.example.org"));
        // Before an item is called there are none.
        h.get(Some(w.dora), &live).is(200).hides(&["haushalt.pdf"]);
        calls(inner);
        for part in ["", "?teil=jetzt", "?teil=alles"] {
            h.get(Some(w.dora), &format!("{live}{part}")).says(&["haushalt.pdf", &inner_paper]);
            h.get(None, &format!("{dora}{part}")).says(&["haushalt.pdf"]);
            h.get(None, &format!("{mia}{part}")).hides(&["haushalt.pdf", "Unterlagen"]);
        }
        let number = inner_paper.rsplit('/').next().unwrap();
        let by_link = format!("{}/unterlagen/{number}", invitation("dora@example.org"));
        h.get(None, &dora).says(&[&by_link]);
        h.get(None, &by_link).is(200).says(&["Entwurf"]);
        // What is closed is for those who sit there, signed in.
        calls(shut);
        h.get(Some(w.dora), &live).says(&["akte.pdf"]);
        h.get(Some(w.vera), &live).is(200).hides(&["akte.pdf"]);
        for there in [&dora, &mailbox, &mia] {
            h.get(None, there).is(200).hides(&["akte.pdf", "haushalt.pdf", "bericht.pdf"]);
        }
        // A guest has those of her item, once she typed the code of her letter.
        calls(open);
        h.get(None, &mailbox).says(&["bericht.pdf"]);
        let papers = format!("{}/unterlagen", invitation("mia@land.example.org"));
        h.get(None, &mia).says(&["mit dem Code öffnen", &papers]).hides(&["bericht.pdf"]);
        let letter = h.letters("mia@land.example.org").pop().unwrap().1;
        let code: String = letter.split("Code für die Unterlagen: ").nth(1).unwrap().chars().take(6).collect();
        let opened = h.send(None, &papers, &[("code", &code)]);
        let cookie = opened.is(303).headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
        let hers = format!("{papers}/{}", open_paper.rsplit('/').next().unwrap());
        with(&h, &cookie, &mia).says(&["bericht.pdf", &hers]).hides(&["mit dem Code öffnen", "haushalt.pdf"]);
        // It takes longer than planned: as long as it runs the papers are there, and not after.
        at(&h, MEETING, 14);
        with(&h, &cookie, &hers).is(200).says(&["Zahlen des Landes"]);
        h.post(w.kora, &live, &[("tat", "beenden")]).is(303);
        with(&h, &cookie, &hers).is(410);
        with(&h, &cookie, &mia).is(410);
        h.get(Some(w.dora), &live).is(200).hides(&["bericht.pdf"]);
    }
}
