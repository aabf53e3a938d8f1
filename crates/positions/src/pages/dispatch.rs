//! `/positionsbriefe/{dispatch}`: a letter to an addressee, from its plan to what came of it.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::shell::{self, Pill};
use papers::{Block, Paper};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    Place, answer_files,
    show::{lines_of, outcome_pill},
    words::{outcome_word, waiting_words, way_word},
};
use crate::{
    Addressee, Dispatch, Outcome, Reply, Sending, Way, actions, letters,
    paths::{AddresseePage, DispatchFile, DispatchPage},
    rules::weeks_without_answer,
    store::{addressees, dispatches},
    words::T,
};

#[derive(Template)]
#[template(path = "dispatch.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    summary: String,
    once: String,
    pill: Option<Pill>,
    facts: Vec<(&'static str, String)>,
    letter: Vec<String>,
    replies: Vec<(String, Vec<String>, String)>,
    files: Vec<(&'static str, String)>,
    send: Vec<String>,
    reply: Vec<String>,
    remind: Vec<String>,
    judge: Vec<String>,
    planned: bool,
    version: i64,
    office: String,
    back: String,
}

struct Found {
    dispatch: Dispatch,
    place: Place,
    to: Addressee,
}

/// A letter, for those who steer its position.
fn found(r: &Reading<'_>, id: Id<Dispatch>) -> Result<Found> {
    let dispatch = dispatches::find_dispatch(r.conn, id)?;
    let place = Place::led(r, dispatch.position)?;
    let to = addressees::find_addressee(r.conn, dispatch.addressee)?;
    Ok(Found { dispatch, place, to })
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer the position.
pub fn show(r: &Reading<'_>, p: DispatchPage) -> Result<Answer> {
    let of = found(r, p.dispatch)?;
    let (today, lang) = (r.viewer.today.to_string(), r.viewer.lang);
    let again = letters::reminder_begun(kernel::Lang::De, &of.place.position, of.dispatch.sent);
    let way = if of.to.mail.is_some() { "mail" } else { "letter" };
    let mut values = vec![
        ("way", way),
        ("day", today.as_str()),
        ("reply_day", today.as_str()),
        ("open", "ja"),
        ("again_way", way),
        ("again_day", today.as_str()),
        ("again", again.as_str()),
    ];
    values.extend(judged(&of.dispatch));
    page(r, &of, &FormView::new(lang, &values), false)
}

/// What is stored of what came of it, by field.
fn judged(d: &Dispatch) -> [(&'static str, &str); 2] {
    [("outcome", d.outcome.map_or("", Outcome::word)), ("evidence", d.evidence.as_str())]
}

fn page(r: &Reading<'_>, of: &Found, form: &FormView, stale: bool) -> Result<Answer> {
    let (t, v, d) = (T(r.viewer.lang), r.viewer, &of.dispatch);
    let form = &form.beside(stale, &FormView::new(v.lang, &judged(d)));
    let replies = dispatches::list_replies(r.conn, &[d.id])?;
    let brought = answer_files::of(r, &replies)?;
    let waits = d.sent.is_some() && replies.is_empty() && d.outcome.is_none();
    let ready = of.place.position.state.is_published();
    let title = t.letter_to_name(&d.name);
    let shown = Shown {
        t,
        crumbs: of.place.crumbs(r, true),
        title: title.clone(),
        lead: of.place.position.title.clone(),
        summary: form.summary(),
        once: form.once(),
        pill: d.outcome.map(|outcome| outcome_pill(t, outcome)),
        facts: facts(r, t, of, &replies)?,
        letter: lines_of(&d.letter),
        replies: replies
            .iter()
            .map(|reply| {
                let files = answer_files::links(r, &brought, reply);
                (t.reply_from(i18n::day_medium(v.lang, reply.day)), lines_of(&reply.text), files)
            })
            .collect(),
        files: papers::Format::ALL
            .map(|format| {
                let word = if format == papers::Format::Pdf { t.file_pdf() } else { t.file_word() };
                (word, v.link(&DispatchFile { dispatch: d.id, format }))
            })
            .into(),
        send: if d.sent.is_none() && ready { way_fields(t, form, ("way", "day")) } else { Vec::new() },
        reply: if d.sent.is_some() { reply_fields(t, form) } else { Vec::new() },
        remind: if waits { remind_fields(t, form) } else { Vec::new() },
        judge: if d.sent.is_some() { judge_fields(t, form) } else { Vec::new() },
        planned: d.sent.is_none(),
        version: d.version,
        office: v.link(&AddresseePage { addressee: d.addressee }),
        back: of.place.link(r),
    };
    r.page(of.place.page(r, &title)?.answering(form), &shown)
}

fn facts(r: &Reading<'_>, t: T, of: &Found, replies: &[Reply]) -> Result<Vec<(&'static str, String)>> {
    let (v, d) = (r.viewer, &of.dispatch);
    let day = |day| i18n::day_long(v.lang, day);
    let mut all = Vec::new();
    match (d.sent, d.way) {
        (Some(sent), Some(way)) => {
            all.push((t.fact_sent(), t.sent_on(day(sent), way_word(t, way))));
            if !d.address.is_empty() {
                all.push((t.fact_address(), d.address.replace('\n', ", ")));
            }
            let proof = match way {
                Way::Mail if d.failed => t.proof_failed(),
                Way::Mail if d.left => t.proof_left(),
                Way::Mail => t.proof_waits(),
                Way::Letter | Way::Handed => t.proof_said(),
            };
            all.push((t.fact_proof(), proof.to_owned()));
        }
        _ => all.push((t.fact_sent(), t.sent_planned().to_owned())),
    }
    if !d.file_mark.is_empty() {
        all.push((t.field_file_mark(), d.file_mark.clone()));
    }
    if let Some(due) = d.due {
        all.push((t.field_due(), day(due)));
    }
    if let Some(weeks) = weeks_without_answer(d, !replies.is_empty(), v.today) {
        all.push((t.fact_answer(), waiting_words(v.lang, weeks)));
    }
    for reminder in dispatches::list_reminders(r.conn, &[d.id])? {
        all.push((t.fact_reminded(), t.sent_on(day(reminder.day), way_word(t, reminder.way))));
    }
    if let Some(outcome) = d.outcome {
        let judged = d.judged.map(day).unwrap_or_default();
        all.push((t.fact_outcome_of(), format!("{}, {judged}", outcome_word(t, outcome))));
    }
    if !d.evidence.is_empty() {
        all.push((t.field_evidence(), d.evidence.clone()));
    }
    Ok(all)
}

fn way_fields(t: T, form: &FormView, (way, day): (&'static str, &'static str)) -> Vec<String> {
    let options = Way::ALL.iter().map(|w| (w.word().to_owned(), way_word(t, *w).to_owned())).collect();
    vec![
        form.radios(way, t.field_way(), options).to_string(),
        form.text(day, t.field_sent_day()).hint(t.field_sent_day_hint()).kind("date").optional().to_string(),
    ]
}

fn reply_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("reply_day", t.field_reply_day()).kind("date").to_string(),
        form.text("text", t.field_reply()).hint(t.field_reply_hint()).lines(5).to_string(),
        files::input(t.0, form, t.field_reply_files(), true),
        form.text("reply_mark", t.field_file_mark()).optional().to_string(),
        form.boxes("open", t.field_reply_open(), vec![("ja".to_owned(), t.reply_open().to_owned())]).to_string(),
    ]
}

fn remind_fields(t: T, form: &FormView) -> Vec<String> {
    let mut fields = vec![form.text("again", t.field_letter()).lines(8).to_string()];
    fields.extend(way_fields(t, form, ("again_way", "again_day")));
    fields
}

fn judge_fields(t: T, form: &FormView) -> Vec<String> {
    let options = Outcome::ALL.iter().map(|o| (o.word().to_owned(), outcome_word(t, *o).to_owned())).collect();
    vec![
        form.radios("outcome", t.field_judgement(), options).to_string(),
        form.text("evidence", t.field_evidence()).hint(t.field_evidence_hint()).lines(3).optional().to_string(),
    ]
}

/// Sends, drops, files, reminds, judges.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: DispatchPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = found(&r, p.dispatch)?;
    let again = |mut found: Vec<kernel::Problem>, stale| {
        files::choose_again(w.ask, &mut found);
        page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found), stale)
    };
    let (by, id, base) = (&w.viewer.actor, p.dispatch, w.site.outside().base_url.as_str());
    let mut fields = Fields::of(w.ask);
    let (done, at) = match w.ask.field("tat") {
        "senden" => {
            let how = sending(&mut fields, w, ("way", "day"));
            let Some(how) = how.filter(|_| fields.problems.is_empty()) else { return again(fields.problems, false) };
            (actions::send_letter(w.tx, by, id, how, base), "way")
        }
        "streichen" => (actions::drop_letter(w.tx, by, id).map(drop), ""),
        "antwort" => {
            let day = shell::day(&mut fields, "reply_day", "Bitte nennen Sie den Tag.", "Please give the day.");
            let (text, file_mark) = (fields.text("text", 6_000), fields.line("reply_mark", 120));
            let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems, false) };
            let new = Reply { file_mark, open: w.ask.ticked("open"), ..Reply::new(id, day, text) };
            let uploads = match files::brought(w.ask) {
                Ok(uploads) => uploads,
                Err(problem) => return again(vec![problem], false),
            };
            (actions::file_reply_with(w.tx, by, &new, &uploads), "text")
        }
        "erinnern" => {
            let letter = fields.text("again", 6_000);
            let how = sending(&mut fields, w, ("again_way", "again_day"));
            let Some(how) = how.filter(|_| fields.problems.is_empty()) else { return again(fields.problems, false) };
            (actions::remind(w.tx, by, id, how, &letter, base), "again")
        }
        "urteil" => {
            let evidence = fields.text("evidence", 2_000);
            let choices: Vec<(&str, Outcome)> = Outcome::ALL.iter().map(|o| (o.word(), *o)).collect();
            let outcome = fields.choice("outcome", &choices);
            let Some(outcome) = outcome.filter(|_| fields.problems.is_empty()) else {
                return again(fields.problems, false);
            };
            let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
            (actions::judge(w.tx, by, id, version, (outcome, &evidence)), "outcome")
        }
        _ => (Err(super::input::choose()), ""),
    };
    match done {
        Ok(()) if w.ask.field("tat") == "streichen" => Ok(Answer::to(of.place.link(&r)).with_note(t.note_saved())),
        Ok(()) => Ok(Answer::to(w.viewer.link(&DispatchPage { dispatch: id })).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => {
            let moved: &[(&str, &'static str)] = match w.ask.field("tat") {
                "antwort" => &[("day", "reply_day"), ("file_mark", "reply_mark")],
                "erinnern" => &[("day", "again_day"), ("letter", "again")],
                _ => &[],
            };
            again(shell::problems(fault, at, moved)?, false)
        }
    }
}

fn sending(fields: &mut Fields<'_>, w: &Writing<'_>, (way, day): (&'static str, &'static str)) -> Option<Sending> {
    let choices: Vec<(&str, Way)> = Way::ALL.iter().map(|w| (w.word(), *w)).collect();
    let chosen = fields.choice(way, &choices)?;
    let day = fields.day(day);
    Some(Sending { way: chosen, day: day.unwrap_or(w.viewer.today) })
}

/// The letter as a file, to be printed and signed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer the position.
pub fn file(r: &Reading<'_>, p: DispatchFile) -> Result<Answer> {
    let of = found(r, p.dispatch)?;
    let (t, lang) = (T(kernel::Lang::De), kernel::Lang::De);
    let (d, it) = (&of.dispatch, &of.place.position);
    let day = d.sent.unwrap_or(r.viewer.today);
    let author = of.place.network.as_ref().map_or_else(String::new, |n| n.name_in(lang).to_owned());
    let mut address = vec![d.name.clone()];
    address.extend(lines_of(&of.to.address));
    let mut paper = Paper::new(lang, t.letter_paper(), author, day)
        .about(it.title.as_str())
        .numbered(it.mark.clone().unwrap_or_default())
        .with(Block::Lines(address));
    if !d.file_mark.is_empty() {
        paper = paper.with(Block::Facts(vec![papers::Fact {
            name: t.field_file_mark().to_owned(),
            value: d.file_mark.clone().into(),
        }]));
    }
    for line in d.letter.split("\n\n").map(str::trim).filter(|l| !l.is_empty()) {
        paper = paper.text(line);
    }
    Ok(Answer::paper(paper, p.format))
}
