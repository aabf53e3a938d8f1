//! Every statement that reads what is protected carries the reader's condition, or says why it need not.

mod allowed;
mod by_letter;
mod source;
mod statement;
mod stores;

use std::collections::HashMap;

use allowed::ALLOWED;
use by_letter::BY_LETTER;
use source::Item;

/// What may not be read for just anybody, and why. Not in the list: what the public may know of everything there is
/// (territories, organisations, posts, topics), and what only its own person reaches because every statement asks for
/// her number (account, session, invitation).
const PROTECTED: &[(&str, &str)] = &[
    ("body", "an unlisted network must not be known to exist"),
    ("former_name", "says what a body was called"),
    ("body_topic", "says what a body works on"),
    ("edge", "says which bodies have to do with each other"),
    ("seat", "who belongs, and how many"),
    ("occupancy", "who belongs"),
    ("representative", "who belongs for an organisation"),
    ("substitute", "who stands in"),
    ("sits", "the view of all these"),
    ("person", "names and private contact, shown by consent only"),
    ("person_topic", "what somebody can be asked about, shown by consent only"),
    ("tenure", "names whoever holds a post"),
    ("absence", "says who is away"),
    ("consent", "says whom somebody trusts"),
    ("join_request", "names whoever asks to join, and where"),
    ("vouch", "says who knows whom"),
    ("objection", "says who has what against somebody"),
    ("leaving", "says who leaves"),
    ("task", "says who does what in which body"),
    ("meeting", "says when and why a body meets"),
    ("agenda_item", "what a body speaks about"),
    ("attachment", "what files hang on something"),
    ("file", "what is in files"),
    ("paper_code", "opens the papers of a meeting"),
    ("other_date", "what a network keeps of days of others"),
    ("agenda_proposal", "who asks a body to speak about what"),
    ("meeting_invitation", "who belongs, and who comes"),
    ("meeting_letter", "who was written to, and where"),
    ("thread", "what members ask and tell each other"),
    ("reply", "what members answer each other"),
    ("earlier", "what somebody wrote and took back"),
    ("thread_asked", "who is asked in person"),
    ("reply_mention", "who is named in person"),
    ("thread_reader", "what somebody follows, mutes and reads"),
    ("thread_forward", "which networks a thread was brought to"),
    ("support", "who helps whom with what"),
    ("relay", "what somebody asks who must not be known"),
    ("released_count", "a number for those it was released to"),
    ("circular", "what a body writes to its members, before it leaves"),
    ("circular_recipient", "who belongs, and where letters go"),
    ("letter_post", "who wrote by letter"),
    ("letter_held", "letters nobody has claimed, and who may have written them"),
    ("letter_file", "what came with letters nobody has claimed"),
    ("letter_left", "what came with letters and was not taken"),
    ("mail_alias", "from which private address somebody writes"),
    ("notice_level", "how much somebody wants to hear of which network"),
    ("notice_mark", "what somebody put away"),
    ("notice_topic", "of which topics somebody wants to hear"),
    ("notice_letter", "who got a letter"),
    ("delegation", "what somebody is bound to, and who confirmed it"),
    ("outside_contact", "names whom one reaches"),
    ("outside_session", "says when others meet and what about"),
    ("oparl_source", "says where sittings of others are read from"),
    ("oparl_meeting", "says when others meet and what about"),
    ("session_item", "what others speak about, and what of it matters"),
    ("session_note", "what colleagues give along, for the delegation alone"),
    ("mandate_report", "what a delegate reports, for the delegation alone"),
    ("report_former", "what a delegate reported before she put it right, for the delegation alone"),
    ("report_reach", "how far a report rose"),
    ("raised", "what was raised elsewhere"),
    ("raised_step", "what became of it"),
    ("raised_follower", "says who follows what"),
    ("meeting_sheet", "who kept the attendance of a meeting"),
    ("attendance", "who belongs, and who came"),
    ("attendance_span", "who came when"),
    ("minutes", "that a body keeps minutes, and who keeps them"),
    ("minutes_entry", "what a body said and decided"),
    ("minutes_todo", "who is to do what for a body"),
    ("minutes_letter", "who was written to, and where"),
    ("minutes_objection", "who has what against minutes"),
    ("minutes_addendum", "what was added to minutes, and by whom"),
    ("poll", "when a body could meet"),
    ("poll_voter", "who belongs, and who answered"),
    ("poll_answer", "who can come when"),
    ("poll_letter", "who was written to"),
    ("calendar_feed", "opens the meetings of somebody"),
    ("series", "when and how often a body meets"),
    ("series_host", "who receives a body"),
    ("series_day", "when a body meets"),
    ("vote", "what a body decides, before it is known"),
    ("resolution", "what a body decided, as far as the vote could be seen"),
    ("resolution_topic", "what a body decided about, as far as the vote could be seen"),
    ("task_topic", "what somebody has to do is about"),
    ("candidate", "names whoever stands"),
    ("position", "what a body means to say, before it does"),
    ("position_reader", "who else is let in before it is public"),
    ("position_version", "how a text came about"),
    ("position_paragraph", "what a body means to say, before it does"),
    ("position_amendment", "who asked for what to be changed"),
    ("position_consent", "who agrees to what"),
    ("position_comment", "who said what to a draft"),
    ("position_letter", "who was asked about what"),
    ("position_mover", "who means to say it, too"),
    ("position_minority", "what those say who did not agree, before it is public"),
    ("position_signature", "which networks were asked to sign, and what they said"),
    ("position_dispatch", "what is to be sent to whom, and what became of it"),
    ("position_reminder", "whom somebody asked again"),
    ("position_answer", "what somebody answered, public or not"),
    ("position_effect", "what members tell of where they work, before it is shown"),
    ("position_signing", "who may sign, before it is public"),
    ("position_signer", "which persons and associations signed, named or not"),
    ("position_contradiction", "what a draft contradicts"),
    ("hearing", "what a network is asked, and who drafts"),
    ("hearing_point", "what a network is asked"),
    ("hearing_network", "which networks were asked"),
    ("hearing_letter", "who was asked about what"),
    ("hearing_voice", "who contributed, named or not"),
    ("hearing_word", "what somebody contributed"),
    ("hearing_release", "who released which text"),
    ("questionnaire", "what a network means to ask"),
    ("questionnaire_question", "what a network means to ask"),
    ("questionnaire_party", "whom a network asks, and where"),
    ("questionnaire_answer", "what parties answered, before it is public"),
    ("motion_book", "which motions a conference deals with"),
    ("motion_entry", "which motions a conference deals with"),
    ("event", "the log tells what happened inside"),
    ("search_doc", "the index knows of everything"),
    ("search_word", "the index knows every word"),
    ("search_term", "the index knows every word"),
    ("search_scope", "the index knows who belongs where"),
];

/// Those that say who belongs: whoever sees a body's page need not see them.
const ROSTER: [&str; 5] = ["seat", "occupancy", "representative", "substitute", "sits"];

/// The tables whose rows carry level, network and body, so that a condition can be asked of them.
const CARRIERS: [&str; 26] = [
    "body",
    "vote",
    "resolution",
    "meeting",
    "poll",
    "series",
    "position",
    "position_reader",
    "hearing",
    "hearing_network",
    "questionnaire",
    "motion_book",
    "thread",
    "released_count",
    "circular",
    "letter_held",
    "support",
    "outside_contact",
    "outside_session",
    "oparl_source",
    "session_note",
    "mandate_report",
    "report_reach",
    "raised",
    "event",
    "search_scope",
];

/// Where a statement may read what is protected: the product's sources and the rights themselves.
fn concerns(path: &str) -> bool {
    (path.starts_with("crates/") && path.contains("/src/") || path.starts_with("lib/rights/src")
        || path.starts_with("lib/web/src"))
        // Only ever asked for plans, in tests.
        && !path.ends_with("store/plans.rs")
}

/// What is wrong: file, function and what it does.
fn forgotten(sources: &[(String, String)]) -> Vec<(String, String, String)> {
    let files: Vec<(&str, Vec<Item>)> =
        sources.iter().filter(|(p, _)| concerns(p)).map(|(p, t)| (p.as_str(), source::items(t))).collect();
    let mut found = Vec::new();
    for (path, items) in &files {
        let constants: HashMap<&str, String> = files
            .iter()
            // Those of the file itself come last and win.
            .filter(|(p, _)| *p != *path && p.split("/src/").next() == path.split("/src/").next())
            .chain(files.iter().filter(|(p, _)| p == path))
            .flat_map(|(_, items)| items.iter().filter(|i| i.constant))
            .map(|i| (i.name.as_str(), i.texts.concat()))
            .collect();
        for item in items {
            found.extend(wrong(item, &constants).into_iter().map(|w| ((*path).to_owned(), item.name.clone(), w)));
        }
    }
    found
}

fn wrong(item: &Item, constants: &HashMap<&str, String>) -> Vec<String> {
    let texts: Vec<String> = item.texts.iter().map(|text| written_out(text, constants)).collect();
    let is_query = |t: &String| ["SELECT ", "WITH "].iter().any(|begin| t.trim_start().starts_with(begin));
    let is_write = |t: &String| ["INSERT ", "UPDATE ", "DELETE "].iter().any(|begin| t.trim_start().starts_with(begin));
    let (queries, others): (Vec<_>, Vec<_>) = texts.into_iter().filter(|t| !is_write(t)).partition(is_query);
    let mut found: Vec<String> = queries.iter().flat_map(|q| statement::faults(q, PROTECTED)).collect();
    // A piece is put into the statements beside it, so those must have a condition. A constant is looked at where it
    // is used.
    let pieces: Vec<&String> =
        others.iter().filter(|t| statement::reads(t, PROTECTED) && !t.contains("{visible:")).collect();
    if !item.constant && !pieces.is_empty() && (queries.is_empty() || queries.iter().any(|q| !q.contains("{visible:")))
    {
        found.push(format!("joins a piece that reads what is protected: {}", pieces[0]));
    }
    // The condition for pages lets in more readers than the one for rosters.
    let roster = queries.iter().any(|q| ROSTER.iter().any(|table| statement::reads(q, &[(table, "")])));
    let as_page =
        item.words.iter().any(|w| w == "pages") || item.words.windows(2).any(|w| w[0] == "Kind" && w[1] == "Body");
    if roster && as_page {
        found.push("reads who belongs under the condition for pages".to_owned());
    }
    found
}

/// A literal with the constants in it written out and doubled brackets as one.
fn written_out(text: &str, constants: &HashMap<&str, String>) -> String {
    let mut text = text.to_owned();
    // A constant may hold another, never itself.
    for _ in 0..4 {
        for (name, value) in constants {
            text = text.replace(&format!("{{{name}}}"), value);
        }
    }
    text.replace("{{", "{").replace("}}", "}")
}

#[test]
fn protected_tables_are_read_with_the_readers_condition_or_say_why_not() {
    let found = forgotten(&crate::tidy::sources());
    let all = || ALLOWED.iter().chain(BY_LETTER);
    let allowed = |path: &str, name: &str| all().any(|(p, f, _)| *p == path && *f == name);
    let wrong: Vec<_> = found.iter().filter(|(path, name, _)| !allowed(path, name)).collect();
    assert!(wrong.is_empty(), "reads what is protected for nobody in particular: {wrong:#?}");
    for (path, name, why) in all() {
        assert!(found.iter().any(|(p, f, _)| p == path && f == name), "{path}, {name} needs no leave any more: {why}");
    }
}

#[test]
fn a_forgotten_condition_is_found_wherever_it_is_missing() {
    let found = |source: &str| {
        let file = ("crates/networks/src/store/made_up.rs".to_owned(), source.to_owned());
        forgotten(&[file]).into_iter().map(|(_, name, what)| format!("{name}: {what}")).collect::<Vec<_>>()
    };
    for source in FORGOTTEN {
        assert_eq!(found(source).len(), 1, "{:?} in {source}", found(source));
    }
    for source in KEPT {
        assert_eq!(found(source), Vec::<String>::new(), "{source}");
    }
}

/// Each forgets it once.
const FORGOTTEN: [&str; 12] = [
    // One of two statements of a function.
    r#"fn a(c: &Conn) { c.all("SELECT b.id FROM body b WHERE {visible:b}"); c.all("SELECT s.id FROM seat s", args! {}); }"#,
    // Across lines, in a raw text, in small print.
    "fn a() { c.all(\"SELECT s.id \\\n  FROM topic t \\\n  JOIN seat s ON 1 = 1\") }",
    r##"fn a() { c.all(r#"SELECT s.id FROM seat s"#) }"##,
    // Through a constant, and through pieces put together.
    r#"const HELD: &str = "FROM seat s JOIN body b ON b.id = s.body_id"; fn a() { c.all(&format!("SELECT s.id {HELD} WHERE s.id = :id")) }"#,
    r#"fn a() { let end = " JOIN occupancy o ON o.seat_id = s.id"; c.all(&format!("SELECT t.id FROM topic t{end}")) }"#,
    r#"fn a() { c.all(&["SELECT 1", " FROM person p"].concat()) }"#,
    // In one arm, in one name of WITH, in a subquery beside.
    r#"fn a() { c.all("SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE {visible:b} UNION SELECT s.id FROM seat s") }"#,
    r#"fn a() { c.all("WITH x AS (SELECT s.id FROM seat s) SELECT b.id FROM body b WHERE {visible:b}") }"#,
    r#"fn a() { c.all("SELECT t.id, (SELECT COUNT(*) FROM seat s) FROM topic t") }"#,
    // The condition of the wrong thing, of one end only, of pages for who belongs.
    r#"fn a() { c.all("SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE {visible:s}") }"#,
    r#"fn a() { c.all("SELECT e.id FROM edge e JOIN body a ON a.id = e.from_body_id WHERE {visible:a}") }"#,
    r#"fn a() { c.all("SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE {visible:b}", pages(actor, args! {})) }"#,
];

/// Each has it, or needs none.
const KEPT: [&str; 7] = [
    r#"fn a() { c.all("SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE {visible:b}", rosters(actor, args! {})) }"#,
    r#"const HELD: &str = "FROM seat s JOIN body b ON b.id = s.body_id"; fn a() { c.all(&format!("SELECT s.id {HELD} WHERE {{visible:b}}")) }"#,
    r#"fn a() { c.all("WITH x AS (SELECT b.id FROM body b WHERE {visible:b}) SELECT s.id FROM x JOIN seat s ON s.body_id = x.id") }"#,
    r#"fn a() { c.all("SELECT b.id FROM body b WHERE {visible:b} AND EXISTS (SELECT 1 FROM seat s WHERE s.body_id = b.id)") }"#,
    r#"fn a<'x>(c: &'x str) { c.all("SELECT t.id FROM topic t WHERE t.name <> 'from seat'"); let _ = '"'; tx.exec("UPDATE seat SET label = :l") }"#,
    "#[cfg(test)] mod tests { fn a() { c.all(\"SELECT id FROM seat\") } }",
    "// SELECT id FROM seat\nfn a() { /* \"SELECT id FROM seat\" */ }",
];
