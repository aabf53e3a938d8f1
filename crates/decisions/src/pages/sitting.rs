//! `/gremien/{body}/abgestimmt`: entering a vote taken in a sitting, with who was there and what was counted.

use kernel::{Day, Problem, Result};
use networks::Body;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    led_body,
    matter::{self, options},
    motion::levels,
    page, problems,
    wording::grade_word,
};
use crate::{
    Counted, Grade, Method, NewVote, SittingResult,
    paths::{SittingNew, VotePage},
    rules::{Subject, Tie, quorum::Attendance},
    store::rules::rules_of,
    words::T,
};

const GRADES: [Grade; 2] = [Grade::Hands, Grade::Paper];
/// The most votes a sitting may have.
const MOST: u64 = 100_000;

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: SittingNew) -> Result<Answer> {
    let (body, network) = led_body(r, p.body)?;
    let (today, level) = (r.viewer.today.to_string(), levels(r, &body)[0].number().to_string());
    // Who is there, as the page of a sitting that runs knows it.
    let known = |name| r.ask.query(name).filter(|text| text.parse::<u64>().is_ok_and(|n| n <= MOST));
    let [present, remote, proxies, senders] = ["da", "fern", "vollmachten", "stellen"].map(known);
    let zero = "0";
    let values = [
        ("title", matter::asked(r)),
        ("present", present.unwrap_or_default()),
        ("day", today.as_str()),
        ("grade", "hands"),
        ("matter", "ordinary"),
        ("level", level.as_str()),
        ("remote", remote.unwrap_or(zero)),
        ("proxies", proxies.unwrap_or(zero)),
        ("senders", senders.unwrap_or_default()),
        ("no", zero),
        ("abstain", zero),
        ("invalid", zero),
        ("duly", "ja"),
        ("chair", "offen"),
    ];
    sheet(r, &body, &network, r.viewer.today, &FormView::new(r.viewer.lang, &values))
}

fn sheet(r: &Reading<'_>, body: &Body, network: &Body, day: Day, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = matter::sheet(r, body, network, t.sitting_title(), form)?;
    let number = |name: &'static str, label: &'static str| form.text(name, label).most(6).to_string();
    sheet.fields = matter::first_fields(t, form);
    sheet.fields.extend([
        form.text("day", t.fact_sitting()).kind("date").to_string(),
        form.radios("grade", t.fact_grade(), options(GRADES.map(|g| (g.word(), grade_word(t, g))))).to_string(),
        number("present", t.sitting_present()),
        number("remote", t.sitting_remote()),
        number("proxies", t.sitting_proxies()),
        number("yes", t.choice_yes()),
        number("no", t.choice_no()),
        number("abstain", t.sitting_abstain()),
        number("invalid", t.sitting_invalid()),
    ]);
    if asks_senders(r, body, day)? {
        sheet.fields.push(number("senders", t.p_quorum_senders()));
    }
    if ties_by_chair(r, body)? {
        let all = options([("offen", t.chair_silent()), ("ja", t.choice_yes()), ("nein", t.choice_no())]);
        sheet.fields.push(form.radios("chair", t.sitting_chair(), all).hint(t.sitting_chair_hint()).to_string());
    }
    sheet.fields.extend(summons(t, form));
    sheet.fields.push(matter::level_field(r, body, form));
    sheet.submit = t.sitting_save();
    sheet.answer(r, page(r, network, t.sitting_title())?, form)
}

/// How the summons went, and whether somebody doubted the quorum.
pub fn summons(t: T, form: &FormView) -> [String; 3] {
    [
        form.boxes("duly", t.sitting_summons(), options([("ja", t.sitting_duly())])).to_string(),
        form.boxes("second", t.sitting_second(), options([("ja", t.sitting_second_yes())])).to_string(),
        form.boxes("doubted", t.sitting_doubt(), options([("ja", t.sitting_doubted())])).to_string(),
    ]
}

/// Whether the chair's vote decides a tie on any matter, by the rules of today.
fn ties_by_chair(r: &Reading<'_>, body: &Body) -> Result<bool> {
    let rules = rules_of(r.conn, body, r.viewer.today)?;
    Ok(rules.is_some_and(|of| {
        Subject::ALL.into_iter().any(|subject| of.rules.votes.majority(subject).value.tie == Tie::Chair)
    }))
}

/// Whether those there must come from so many senders, by the rules of a day.
fn asks_senders(r: &Reading<'_>, body: &Body, day: Day) -> Result<bool> {
    Ok(rules_of(r.conn, body, day)?.is_some_and(|of| of.rules.quorum.senders.value > 0))
}

/// Reads the day of the sitting.
pub fn day_of(fields: &mut Fields<'_>) -> Option<Day> {
    let day = fields.day("day");
    if day.is_none() && fields.problems.iter().all(|p| p.field != "day") {
        fields.refuse("day", "Bitte nennen Sie den Tag der Sitzung.", "Please give the day of the sitting.");
    }
    day
}

/// Enters it.
///
/// # Errors
/// As [`crate::record_sitting`].
pub fn save(w: &Writing<'_>, p: SittingNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = led_body(&r, p.body)?;
    let mut fields = Fields::of(w.ask);
    let typed = matter::read(&mut fields, w.ask, &levels(&r, &body));
    let grade = fields.choice("grade", &GRADES.map(|g| (g.word(), g)));
    let day = day_of(&mut fields);
    let shown = day.unwrap_or(w.viewer.today);
    let again = |found: Vec<Problem>| sheet(&r, &body, &network, shown, &FormView::kept(w.viewer.lang, w.ask, found));
    let names = ["present", "remote", "proxies", "yes", "no", "abstain", "invalid"];
    if let Some(day) = day
        && w.ask.field("senders").is_empty()
        && asks_senders(&r, &body, day)?
    {
        fields.refuse(
            "senders",
            "Bitte nennen Sie, wie viele entsendende Stellen vertreten waren.",
            "Please give how many senders were represented.",
        );
    }
    let senders = number(&mut fields, "senders", w.ask.field("senders"));
    let read: Vec<u64> = names.map(|name| number(&mut fields, name, w.ask.field(name))).to_vec();
    let [present, remote, proxies, yes, no, abstain, invalid] = read[..] else { return again(fields.problems) };
    let (Some(matter), Some(grade), Some(day), Some(level), []) =
        (typed.matter, grade, day, typed.level, &fields.problems[..])
    else {
        return again(fields.problems);
    };
    let attendance = Attendance {
        present,
        remote,
        proxies,
        senders,
        duly_invited: w.ask.ticked("duly"),
        second_summons: w.ask.ticked("second"),
        doubted: w.ask.ticked("doubted"),
        ..Attendance::default()
    };
    let counted = Counted { yes, no, abstain, invalid, present: present + remote + proxies, ..Counted::default() };
    let new =
        NewVote { matter, method: Method::Sitting, grade, text: typed.text, ..NewVote::motion(typed.title, level) };
    let chair = match w.ask.field("chair") {
        "ja" => Some(true),
        "nein" => Some(false),
        _ => None,
    };
    let result = SittingResult { day, attendance, counted, chair };
    match crate::record_sitting(w.tx, &w.viewer.actor, p.body, &new, &result) {
        Ok(vote) => Ok(Answer::to(w.viewer.link(&VotePage { vote })).with_note(t.sitting_done())),
        Err(fault) => again(problems(fault, "title")?),
    }
}

/// A number that was typed; nothing is none.
pub fn number(fields: &mut Fields<'_>, name: &'static str, text: &str) -> u64 {
    let read = if text.is_empty() { Some(0) } else { text.parse().ok().filter(|n| *n <= MOST) };
    if read.is_none() {
        fields.refuse(name, "Bitte schreiben Sie eine Zahl.", "Please write a number.");
    }
    read.unwrap_or_default()
}
