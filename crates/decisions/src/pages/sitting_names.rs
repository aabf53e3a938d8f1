//! `/gremien/{body}/abgestimmt/namentlich`: entering a vote by name taken in a sitting, a line for each seat of that day.

use kernel::{Day, Id, Problem, Reason, Result};
use networks::{Body, Names, Seat, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    led_body, matter,
    motion::levels,
    page, problems,
    sitting::{day_of, number, summons},
};
use crate::{
    Choice, Grade, Method, NamedResult, NewVote, Spoken,
    paths::{SittingNames, VotePage},
    roll,
    store::rules::rules_of,
    words::T,
};

/// What can be said for a seat: the value in the form and what it means.
const SAID: [(&str, Option<Spoken>); 8] = [
    ("", None),
    ("ja", Some(Spoken::Vote { choice: Choice::Yes, proxy: false })),
    ("nein", Some(Spoken::Vote { choice: Choice::No, proxy: false })),
    ("enthaltung", Some(Spoken::Vote { choice: Choice::Abstain, proxy: false })),
    ("ja-vollmacht", Some(Spoken::Vote { choice: Choice::Yes, proxy: true })),
    ("nein-vollmacht", Some(Spoken::Vote { choice: Choice::No, proxy: true })),
    ("enthaltung-vollmacht", Some(Spoken::Vote { choice: Choice::Abstain, proxy: true })),
    ("befangen", Some(Spoken::Barred)),
];

/// A line of the form.
struct Line {
    seat: Id<Seat>,
    field: String,
    name: String,
}

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: SittingNames) -> Result<Answer> {
    let (body, network) = led_body(r, p.body)?;
    let (today, level) = (r.viewer.today.to_string(), levels(r, &body)[0].number().to_string());
    let values = [
        ("title", matter::asked(r)),
        ("day", today.as_str()),
        ("matter", "ordinary"),
        ("level", level.as_str()),
        ("remote", "0"),
        ("duly", "ja"),
    ];
    sheet(r, &body, &network, r.viewer.today, &FormView::new(r.viewer.lang, &values))
}

/// The units that had a vote on a day, each under its first seat.
fn lines(r: &Reading<'_>, body: &Body, day: Day) -> Result<Vec<Line>> {
    let Some(rules) = rules_of(r.conn, body, day)? else { return Ok(Vec::new()) };
    let voters = networks::voters(r.conn, body, day)?;
    let names = Names::load_with_places(r.conn, &r.viewer.actor, voters.iter().filter_map(|v| v.holder))?;
    let of = |seat: Id<Seat>| {
        let Some(voter) = voters.iter().find(|v| v.seat == seat) else { return String::new() };
        let person = voter.holder.filter(|_| voter.personal).and_then(|p| names.anywhere(p)).map(|who| who.name.full());
        let seat = || shell::seat_name(r.viewer.lang, voter.number, voter.label.as_deref(), voter.office);
        person.or_else(|| voter.organisation_name.clone()).unwrap_or_else(seat)
    };
    let made = roll::made(rules.rules.votes.unit.value, &voters);
    let first = made.iter().filter_map(|entry| entry.seats.first().copied());
    Ok(first.map(|seat| Line { seat, field: format!("sitz-{seat}"), name: of(seat) }).collect())
}

fn sheet(r: &Reading<'_>, body: &Body, network: &Body, day: Day, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = matter::sheet(r, body, network, t.names_title(), form)?;
    let proxies = rules_of(r.conn, body, day)?.is_some_and(|of| of.rules.proxies.allowed.value);
    let words = |value: &str| match value {
        "" => t.names_absent().to_owned(),
        "ja" => t.choice_yes().to_owned(),
        "nein" => t.choice_no().to_owned(),
        "enthaltung" => t.choice_abstain().to_owned(),
        "ja-vollmacht" => t.names_by_proxy(t.choice_yes()),
        "nein-vollmacht" => t.names_by_proxy(t.choice_no()),
        "enthaltung-vollmacht" => t.names_by_proxy(t.choice_abstain()),
        _ => t.names_barred().to_owned(),
    };
    let said = SAID.iter().filter(|(value, _)| proxies || !value.ends_with("vollmacht"));
    let choices: Vec<(String, String)> = said.map(|(value, _)| ((*value).to_owned(), words(value))).collect();
    sheet.hidden = vec![("of", day.to_string())];
    sheet.fields = matter::first_fields(t, form);
    sheet.fields.push(form.text("day", t.fact_sitting()).kind("date").hint(t.names_day_hint()).to_string());
    for line in lines(r, body, day)? {
        sheet.fields.push(form.select(&line.field, &line.name, choices.clone()).to_string());
    }
    sheet.fields.push(form.text("remote", t.names_remote()).most(6).to_string());
    sheet.fields.extend(summons(t, form));
    sheet.fields.push(matter::level_field(r, body, form));
    sheet.submit = t.sitting_save();
    sheet.answer(r, page(r, network, t.names_title())?, form)
}

/// Enters it.
///
/// # Errors
/// As [`crate::record_names`].
pub fn save(w: &Writing<'_>, p: SittingNames) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = led_body(&r, p.body)?;
    let shown = w.ask.field("of").parse::<Day>().unwrap_or(w.viewer.today);
    let again =
        |day: Day, found: Vec<Problem>| sheet(&r, &body, &network, day, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let typed = matter::read(&mut fields, w.ask, &levels(&r, &body));
    let day = day_of(&mut fields);
    let remote = number(&mut fields, "remote", w.ask.field("remote"));
    let (Some(matter), Some(day), Some(level), []) = (typed.matter, day, typed.level, &fields.problems[..]) else {
        return again(shown, fields.problems);
    };
    let lines = lines(&r, &body, day)?;
    let before: Vec<Id<Seat>> = self::lines(&r, &body, shown)?.iter().map(|line| line.seat).collect();
    if !lines.iter().map(|line| line.seat).eq(before) {
        let reason = Reason::new(
            "An diesem Tag hatten andere Sitze eine Stimme. Bitte ergänzen Sie die Zeilen.",
            "Other seats had a vote on that day. Please complete the lines.",
        );
        return again(day, vec![Problem { field: "day", reason }]);
    }
    let said = |field: &str| SAID.iter().find(|(value, _)| *value == w.ask.field(field)).and_then(|(_, s)| s.clone());
    let result = NamedResult {
        day,
        spoken: lines.iter().filter_map(|line| Some((line.seat, said(&line.field)?))).collect(),
        remote,
        duly_invited: w.ask.ticked("duly"),
        second_summons: w.ask.ticked("second"),
        doubted: w.ask.ticked("doubted"),
    };
    let new = NewVote {
        matter,
        method: Method::Sitting,
        grade: Grade::Open,
        text: typed.text,
        ..NewVote::motion(typed.title, level)
    };
    match crate::record_names(w.tx, &w.viewer.actor, p.body, &new, &result) {
        Ok(vote) => Ok(Answer::to(w.viewer.link(&VotePage { vote })).with_note(t.sitting_done())),
        Err(fault) => again(day, problems(fault, "title")?),
    }
}
