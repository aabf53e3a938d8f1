//! `/gremien/{body}/abgestimmt`: entering a vote taken in a sitting, with who was there and what was counted.

use kernel::{Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::{
    led_body,
    motion::{levels, read_level},
    page, problems, way,
    wording::{grade_word, level_word, matter_word},
};
use crate::{
    Counted, Grade, Matter, Method, NewVote, SittingResult,
    paths::{Decisions, SittingNew, VotePage},
    rules::quorum::Attendance,
    words::T,
};

const MATTERS: [Matter; 5] =
    [Matter::Ordinary, Matter::RuleChange, Matter::PurposeChange, Matter::Removal, Matter::Dissolution];
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
    let zero = "0";
    let values = [
        ("day", today.as_str()),
        ("grade", "hands"),
        ("matter", "ordinary"),
        ("level", level.as_str()),
        ("remote", zero),
        ("proxies", zero),
        ("no", zero),
        ("abstain", zero),
        ("invalid", zero),
        ("duly", "ja"),
    ];
    sheet(r, &body, &network, &FormView::new(r.viewer.lang, &values))
}

fn sheet(r: &Reading<'_>, body: &Body, network: &Body, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let steps = way(r, body, network)?;
    let mut steps: Vec<(&str, String)> = steps.iter().map(|(w, h)| (w.as_str(), h.clone())).collect();
    let back = r.viewer.link(&Decisions { body: body.id });
    steps.push((t.decisions(), back.clone()));
    let number = |name: &'static str, label: &'static str| form.text(name, label).most(6).to_string();
    let yes = |word: &str| vec![("ja".to_owned(), word.to_owned())];
    let options =
        |all: Vec<(&str, &str)>| all.into_iter().map(|(v, w)| (v.to_owned(), w.to_owned())).collect::<Vec<_>>();
    let mut sheet = Sheet {
        crumbs: shell::crumbs(r, &steps),
        title: t.sitting_title().to_owned(),
        lead: body.name_in(r.viewer.lang).to_owned(),
        back,
        ..Sheet::new(r.viewer.lang)
    }
    .of(form);
    sheet.fields = vec![
        form.text("title", t.motion_question()).hint(t.motion_question_hint()).most(160).to_string(),
        form.text("text", t.motion_text()).hint(t.motion_text_hint()).lines(8).most(20_000).to_string(),
        form.select("matter", t.fact_matter(), options(MATTERS.map(|m| (m.word(), matter_word(t, m))).to_vec()))
            .to_string(),
        form.text("day", t.fact_sitting()).kind("date").to_string(),
        form.radios("grade", t.fact_grade(), options(GRADES.map(|g| (g.word(), grade_word(t, g))).to_vec()))
            .to_string(),
        number("present", t.sitting_present()),
        number("remote", t.sitting_remote()),
        number("proxies", t.sitting_proxies()),
        number("yes", t.choice_yes()),
        number("no", t.choice_no()),
        number("abstain", t.sitting_abstain()),
        number("invalid", t.sitting_invalid()),
        form.boxes("duly", t.sitting_summons(), yes(t.sitting_duly())).to_string(),
        form.boxes("second", t.sitting_second(), yes(t.sitting_second_yes())).to_string(),
        form.boxes("doubted", t.sitting_doubt(), yes(t.sitting_doubted())).to_string(),
        form.select(
            "level",
            t.fact_level(),
            levels(r, body).iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect(),
        )
        .to_string(),
    ];
    sheet.submit = t.sitting_save();
    sheet.answer(r, page(r, network, t.sitting_title())?, form)
}

/// Enters it.
///
/// # Errors
/// As [`crate::record_sitting`].
pub fn save(w: &Writing<'_>, p: SittingNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = led_body(&r, p.body)?;
    let again = |found: Vec<Problem>| sheet(&r, &body, &network, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed(
        "title",
        160,
        "Bitte nennen Sie die Frage in einer Zeile.",
        "Please give the question in one line.",
    );
    let text = fields.text("text", 20_000);
    let matter = fields.choice("matter", &MATTERS.map(|m| (m.word(), m)));
    let grade = fields.choice("grade", &GRADES.map(|g| (g.word(), g)));
    let day = fields.day("day");
    if day.is_none() && fields.problems.iter().all(|p| p.field != "day") {
        fields.refuse("day", "Bitte nennen Sie den Tag der Sitzung.", "Please give the day of the sitting.");
    }
    let level = read_level(&mut fields, &levels(&r, &body), w.ask.field("level"));
    let names = ["present", "remote", "proxies", "yes", "no", "abstain", "invalid"];
    let read: Vec<u64> = names.map(|name| number(&mut fields, name, w.ask.field(name))).to_vec();
    let [present, remote, proxies, yes, no, abstain, invalid] = read[..] else { return again(fields.problems) };
    let (Some(matter), Some(grade), Some(day), Some(level), []) = (matter, grade, day, level, &fields.problems[..])
    else {
        return again(fields.problems);
    };
    let voters = networks::voters(w.tx, &body, day)?;
    let held = voters.iter().filter(|v| v.held).count() as u64;
    let attendance = Attendance {
        voting_seats: voters.len() as u64,
        occupied_seats: held,
        members: held,
        present,
        remote,
        proxies,
        barred: 0,
        senders: 0,
        duly_invited: w.ask.ticked("duly"),
        second_summons: w.ask.ticked("second"),
        doubted: w.ask.ticked("doubted"),
    };
    let counted =
        Counted { yes, no, abstain, invalid, present: present + remote + proxies, entitled: held, disagreed: 0 };
    let new = NewVote { matter, method: Method::Sitting, grade, text, ..NewVote::motion(title, level) };
    let result = SittingResult { day, attendance, counted, chair: None };
    match crate::record_sitting(w.tx, &w.viewer.actor, p.body, &new, &result) {
        Ok(vote) => Ok(Answer::to(w.viewer.link(&VotePage { vote })).with_note(t.sitting_done())),
        Err(fault) => again(problems(fault, "title")?),
    }
}

fn number(fields: &mut Fields<'_>, name: &'static str, text: &str) -> u64 {
    let read = if text.is_empty() { Some(0) } else { text.parse().ok().filter(|n| *n <= MOST) };
    if read.is_none() {
        fields.refuse(name, "Bitte schreiben Sie eine Zahl.", "Please write a number.");
    }
    read.unwrap_or_default()
}
