//! P47: questions, and under each what every party answered, so that they can be compared; who did not answer stands there, too.

use kernel::{Error, Level, Result};
use networks::shell::{self, Pill};
use papers::Format;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Place, state_word};
use crate::{
    AddresseeKind,
    pages::{
        level_word, lines_of,
        view::{Block, Fact, Line, View},
        way_word,
    },
    paths::{PartyAnswers, QuestionsEdit, QuestionsFile, QuestionsPage},
    questions::{
        self,
        model::{Party, QuestionsState},
        store,
    },
    store::addressees,
    words::T,
};

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: QuestionsPage) -> Result<Answer> {
    let place = Place::load(r, p.questions)?;
    let today = r.viewer.today.to_string();
    let possible = place.network.as_ref().map(crate::rules::levels).unwrap_or_default();
    let level = possible.first().copied().unwrap_or(Level::Network).number().to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("day", &today), ("level", &level)]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    let mut view = View::new(v.lang, it.title.clone(), form);
    view.crumbs = place.crumbs(r, false);
    let network = place.network.as_ref().map(|n| n.name_in(v.lang)).unwrap_or_default();
    view.lead = t.questions_by(network);
    view.pills = vec![Pill::new("", "vote", state_word(t, it.state))];
    if place.leads && it.state == QuestionsState::Draft {
        view.acts.push((t.questions_edit(), v.link(&QuestionsEdit { questions: it.id })));
    }
    let parties = store::list_parties(r.conn, it.id)?;
    view.section("angaben", t.facts_title(), vec![Block::Facts(facts(r, t, place, &parties))]);
    let answers = store::list_answers(r.conn, it.id)?;
    let asked: Vec<&Party> = parties.iter().filter(|p| p.sent.is_some()).collect();
    for (number, text) in store::list_questions(r.conn, it.id)? {
        let row = |party: &&Party| {
            let own = answers.iter().find(|(id, n, _)| *id == party.id && *n == number);
            let pill = Pill::new("w1", "clock", t.answer_missing());
            Line {
                title: party.name.clone(),
                lines: own.map(|(_, _, text)| lines_of(text)).unwrap_or_default(),
                pills: if own.is_none() { vec![pill] } else { Vec::new() },
                ..Line::default()
            }
        };
        let rows: Vec<Line> = asked.iter().map(row).collect();
        let blocks = vec![Block::Text(vec![text]), Block::Rows(rows)];
        view.section(format!("frage-{number}"), t.question_number(number), blocks);
    }
    if place.leads {
        lead(r, t, place, &parties, form, &mut view)?;
    }
    for format in Format::ALL {
        let word = if format == Format::Pdf { t.file_pdf() } else { t.file_word() };
        view.links.push((word, v.link(&QuestionsFile { questions: it.id, format })));
    }
    let made = place.page(r, "")?;
    let made = if it.level == Level::Public { made.indexed(t.questions_by(network)) } else { made };
    view.answer(r, made, form)
}

fn facts(r: &Reading<'_>, t: T, place: &Place, parties: &[Party]) -> Vec<Fact> {
    let (v, it) = (r.viewer, &place.it);
    let day = |day| i18n::day_long(v.lang, day);
    let mut all = vec![(t.questions_election(), day(it.election), String::new())];
    if let Some(agreed) = it.agreed {
        all.push((t.questions_agreed_on(), format!("{}, {}", day(agreed), it.agreed_how), String::new()));
    }
    all.push((t.questions_due(), day(it.due), String::new()));
    let sent = parties.iter().filter(|p| p.sent.is_some());
    let answered = sent.clone().filter(|p| p.answered.is_some()).count();
    all.push((t.questions_asked(), sent.clone().count().to_string(), String::new()));
    all.push((t.count_answered(), answered.to_string(), String::new()));
    all
}

/// What those who lead do next: agreeing, parties, sending, answers, publishing.
fn lead(r: &Reading<'_>, t: T, place: &Place, parties: &[Party], form: &FormView, view: &mut View) -> Result<()> {
    let (v, it) = (r.viewer, &place.it);
    if it.state == QuestionsState::Draft {
        let fields = vec![
            form.text("day", t.field_decided()).kind("date").to_string(),
            form.text("how", t.field_how()).hint(t.field_how_hint()).to_string(),
        ];
        let text = Block::Text(vec![t.questions_agree_text().to_owned()]);
        let form = Block::Form(fields, vec![("abgestimmt", t.questions_agree(), true)]);
        view.section("abstimmen", t.questions_agree_title(), vec![text, form]);
    }
    let row = |party: &Party| {
        let mut detail = Vec::new();
        if let (Some(day), Some(way)) = (party.sent, party.way) {
            detail.push(t.sent_on(i18n::day_medium(v.lang, day), way_word(t, way)));
            if !party.address.is_empty() {
                detail.push(party.address.replace('\n', ", "));
            }
            if party.failed {
                detail.push(t.proof_failed().to_owned());
            } else if party.left {
                detail.push(t.proof_left().to_owned());
            }
        } else {
            detail.push(t.party_not_asked().to_owned());
        }
        Line {
            title: party.name.clone(),
            href: party.sent.map(|_| v.link(&PartyAnswers { party: party.id })).unwrap_or_default(),
            detail,
            ..Line::default()
        }
    };
    let mut all = addressees::list_addressees(r.conn)?;
    all.retain(|a| {
        a.kind == AddresseeKind::Party && a.term.contains(v.today) && !parties.iter().any(|p| p.addressee == a.id)
    });
    let mut blocks = vec![Block::Rows(parties.iter().map(row).collect())];
    if all.is_empty() {
        blocks.push(Block::Text(vec![t.party_none().to_owned()]));
    } else {
        let options = all.iter().map(|a| (a.id.to_string(), a.name_in(v.lang).to_owned())).collect();
        let field = form.select("party", t.party_add(), options).to_string();
        blocks.push(Block::Form(vec![field], vec![("partei", t.party_add_submit(), false)]));
    }
    view.section("parteien", t.parties_title(), blocks);
    if it.state != QuestionsState::Draft && parties.iter().any(|p| p.sent.is_none()) {
        let text = Block::Text(vec![t.questions_send_text().to_owned()]);
        let form = Block::Form(Vec::new(), vec![("senden", t.questions_send(), true)]);
        view.section("versand", t.questions_send_title(), vec![text, form]);
    }
    if it.state == QuestionsState::Agreed && parties.iter().any(|p| p.sent.is_some()) {
        let possible = place.network.as_ref().map(crate::rules::levels).unwrap_or_default();
        let options = possible.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
        let field = form.radios("level", t.field_level(), options).to_string();
        let form = Block::Form(vec![field], vec![("oeffnen", t.publish_title(), true)]);
        view.section("zeigen", t.publish_title(), vec![form]);
    }
    Ok(())
}

/// Agrees, adds a party, sends, publishes.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: QuestionsPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.questions)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let (by, id) = (&w.viewer.actor, p.questions);
    let mut fields = Fields::of(w.ask);
    let done = match w.ask.field("tat") {
        "abgestimmt" => {
            let (day, how) = (fields.day("day"), fields.line("how", 120));
            if !fields.problems.is_empty() {
                return again(fields.problems);
            }
            questions::agree(w.tx, by, id, day, &how).map(|()| t.note_saved().to_owned())
        }
        "partei" => match w.ask.field("party").parse() {
            Ok(party) => questions::add_party(w.tx, by, id, party).map(|_| t.note_saved().to_owned()),
            Err(_) => Err(crate::pages::choose()),
        },
        "senden" => {
            questions::send_questions(w.tx, by, id).map(|(mailed, printed)| t.note_questions_sent(mailed, printed))
        }
        "oeffnen" => {
            let levels: Vec<(String, Level)> =
                [Level::Public, Level::AllNetworks, Level::Network].map(|l| (l.number().to_string(), l)).into();
            let levels: Vec<(&str, Level)> = levels.iter().map(|(key, l)| (key.as_str(), *l)).collect();
            let Some(level) = fields.choice("level", &levels) else { return again(fields.problems) };
            questions::publish_questions(w.tx, by, id, level).map(|()| t.note_saved().to_owned())
        }
        _ => Err(crate::pages::choose()),
    };
    match done {
        Ok(note) => Ok(Answer::to(place.link(&r)).with_note(&note)),
        Err(Error::Stale) => {
            let form = FormView::kept(w.viewer.lang, w.ask, Vec::new());
            page(&r, &place, &form.overtaken(&FormView::new(w.viewer.lang, &[])))
        }
        Err(fault) => again(shell::problems(fault, "tat", &[])?),
    }
}
