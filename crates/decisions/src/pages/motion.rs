//! `/gremien/{body}/abstimmen`: preparing a vote on a matter.

use kernel::{Day, Level, Moment, Problem, Result};
use networks::Body;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    led_body, matter, page, problems,
    wording::{grade_word, method_word},
};
use crate::{
    Grade, Method, NewVote,
    paths::{MotionNew, RulesPage, VoteLead},
    rules::Consent,
    store::rules::rules_of,
    words::T,
};

/// The levels a body's decisions may have and this reader sees, its own first.
pub fn levels(r: &Reading<'_>, body: &Body) -> Vec<Level> {
    let least = if body.sensitive { Level::Network } else { body.level };
    let mut all = vec![Level::Body, Level::Network, Level::AllNetworks, Level::Public];
    all.retain(|level| *level >= least);
    if body.is_network() {
        // Who sits in the network's own body is the network.
        all.retain(|level| *level != Level::Body);
    }
    let scope = |level| kernel::Scope::body(level, body.network.raw(), body.id.raw());
    all.retain(|level| rights::allows(&r.viewer.actor, rights::Kind::Decision, rights::Action::Read, &scope(*level)));
    if all.is_empty() { vec![least] } else { all }
}

/// The form.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: MotionNew) -> Result<Answer> {
    let (body, network) = led_body(r, p.body)?;
    // From a sitting: it ends there, and soon.
    let minutes: Option<i64> = r.ask.query("minuten").and_then(|text| text.parse().ok());
    let soon = minutes.filter(|n| (1..=600).contains(n)).map(|n| r.viewer.now.plus_seconds(n * 60));
    let week = soon.map_or_else(|| r.viewer.today.plus_days(7), Moment::day).to_string();
    let hour = soon.map_or_else(String::new, |at| format!("{:02}:{:02}", at.local().hour(), at.local().minute()));
    let level = levels(r, &body)[0].number().to_string();
    let values = [
        ("title", matter::asked(r)),
        ("hour", hour.as_str()),
        ("method", "online"),
        ("grade", "open"),
        ("matter", "ordinary"),
        ("last", week.as_str()),
        ("level", level.as_str()),
    ];
    sheet(r, &body, &network, &FormView::new(r.viewer.lang, &values))
}

fn sheet(r: &Reading<'_>, body: &Body, network: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = matter::sheet(r, body, network, t.motion_title(), form)?;
    let rules = rules_of(r.conn, body, r.viewer.today)?;
    let Some(rules) = rules else {
        sheet.known.push(t.motion_no_rules().to_owned());
        sheet.back = r.viewer.link(&RulesPage { body: body.id });
        return sheet.answer(r, page(r, network, t.motion_title())?, form);
    };
    let consent = rules.rules.circular.consent.value;
    let mut methods = Vec::new();
    if rules.rules.formal.value {
        methods.push(Method::Online);
    }
    if consent != Consent::Never {
        methods.push(Method::Circular);
    }
    if methods.is_empty() {
        sheet.known.push(t.motion_informal().to_owned());
        return sheet.answer(r, page(r, network, t.motion_title())?, form);
    }
    let silence = consent == Consent::Silence;
    sheet.fields = matter::first_fields(t, form);
    sheet.fields.extend([
        form.radios(
            "method",
            t.fact_method(),
            methods.iter().map(|m| (m.word().to_owned(), method_word(t, *m, silence).to_owned())).collect(),
        )
        .hint(t.motion_method_hint())
        .to_string(),
        form.radios(
            "grade",
            t.fact_grade(),
            matter::options([Grade::Open, Grade::Covert].map(|g| (g.word(), grade_word(t, g)))),
        )
        .hint(t.motion_grade_hint())
        .to_string(),
        form.text("first", t.motion_first()).hint(t.motion_first_hint()).kind("date").optional().to_string(),
        form.text("last", t.motion_last()).hint(t.motion_last_hint()).kind("date").to_string(),
        form.text("hour", t.motion_hour()).hint(t.motion_hour_hint()).kind("time").optional().to_string(),
        matter::level_field(r, body, form),
    ]);
    sheet.submit = t.motion_save();
    sheet.answer(r, page(r, network, t.motion_title())?, form)
}

/// What of a vote's form is the same for matters and elections: first day, last day, hour, level.
pub struct Times {
    /// From when on votes are taken; `None` for at once.
    pub opens_at: Option<Moment>,
    /// From when on no more.
    pub closes_at: Option<Moment>,
}

/// Reads the days and the hour of a period in local time: without an hour the last day is whole.
pub fn times(fields: &mut Fields<'_>, hour: &str, today: Day) -> Times {
    let first = fields.day("first").filter(|day| *day > today);
    let last = fields.day("last");
    let clock = if hour.is_empty() { None } else { fields.time("hour") };
    let closes_at = last.map(|day| clock.map_or_else(|| day.next().at(0, 0), |(h, m)| day.at(h, m)));
    Times { opens_at: first.map(|day| day.at(0, 0)), closes_at }
}

/// Prepares it and leads on to the page that leads it.
///
/// # Errors
/// As [`crate::prepare`].
pub fn save(w: &Writing<'_>, p: MotionNew) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = led_body(&r, p.body)?;
    let again = |found: Vec<Problem>| sheet(&r, &body, &network, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let typed = matter::read(&mut fields, w.ask, &levels(&r, &body));
    let method = fields.choice("method", &[Method::Online, Method::Circular].map(|m| (m.word(), m)));
    let grade = fields.choice("grade", &[Grade::Open, Grade::Covert].map(|g| (g.word(), g)));
    let times = times(&mut fields, w.ask.field("hour"), w.viewer.today);
    let (Some(matter), Some(method), Some(grade), Some(level), []) =
        (typed.matter, method, grade, typed.level, &fields.problems[..])
    else {
        return again(fields.problems);
    };
    let new = NewVote {
        matter,
        method,
        grade,
        text: typed.text,
        opens_at: times.opens_at,
        closes_at: times.closes_at,
        ..NewVote::motion(typed.title, level)
    };
    match crate::prepare(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(vote) => Ok(Answer::to(w.viewer.link(&VoteLead { vote }))),
        Err(fault) => again(named(problems(fault, "title")?)),
    }
}

/// The fields of the form for what the verb names.
fn named(mut found: Vec<Problem>) -> Vec<Problem> {
    for problem in &mut found {
        if problem.field == "closes_at" {
            problem.field = "last";
        }
    }
    found
}

/// The level chosen among those the body may have.
pub fn read_level(fields: &mut Fields<'_>, levels: &[Level], text: &str) -> Option<Level> {
    let found = levels.iter().copied().find(|level| level.number().to_string() == text);
    if found.is_none() {
        fields.refuse("level", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    found
}
