//! Writing election questions, and entering what a party answered.

use kernel::{Error, Id, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::Place;
use crate::{
    pages::frame::{begins, filled, home_for},
    paths::{PartyAnswers, QuestionsEdit, QuestionsNew, QuestionsPage},
    questions::{
        self,
        model::{NewQuestions, Party, Questionnaire, QuestionsState},
        store,
    },
    words::T,
};

fn fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.field_title()).hint(t.questions_title_hint()).to_string(),
        form.text("election", t.questions_election()).kind("date").to_string(),
        form.text("due", t.questions_due()).kind("date").to_string(),
        form.text("questions", t.questions_field()).hint(t.questions_hint()).lines(12).to_string(),
    ]
}

fn typed(w: &Writing<'_>) -> std::result::Result<NewQuestions, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let election =
        shell::day(&mut fields, "election", "Bitte nennen Sie den Wahltag.", "Please give the election day.");
    let due = shell::day(&mut fields, "due", "Bitte nennen Sie den Tag.", "Please give the day.");
    let text = fields.text("questions", 18_000);
    match (election, due, &fields.problems[..]) {
        (Some(election), Some(due), []) => {
            Ok(NewQuestions { title, election, due, questions: text.lines().map(str::to_owned).collect() })
        }
        _ => Err(fields.problems),
    }
}

/// The form for new ones.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn new(r: &Reading<'_>, p: QuestionsNew) -> Result<Answer> {
    let (body, network) = home_for(r, p.body, tasks::rules::leads)?;
    new_page(r, (&body, network.as_ref()), &FormView::new(r.viewer.lang, &[]))
}

fn new_page(r: &Reading<'_>, home: (&Body, Option<&Body>), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        title: t.questions_new().to_owned(),
        fields: fields(t, form),
        submit: t.save(),
        ..Sheet::new(r.viewer.lang)
    };
    begins::<Questionnaire>(r, home, form, sheet)
}

/// Begins them.
///
/// # Errors
/// As [`questions::begin_questions`].
pub fn begin(w: &Writing<'_>, p: QuestionsNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = home_for(&r, p.body, tasks::rules::leads)?;
    let again = |found| new_page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match questions::begin_questions(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(questions) => Ok(Answer::to(w.viewer.link(&QuestionsPage { questions })).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

fn stored(r: &Reading<'_>, it: &Questionnaire) -> Result<Vec<(&'static str, String)>> {
    let all: Vec<String> = store::list_questions(r.conn, it.id)?.into_iter().map(|(_, text)| text).collect();
    Ok(vec![
        ("title", it.title.clone()),
        ("election", it.election.to_string()),
        ("due", it.due.to_string()),
        ("questions", all.join("\n")),
    ])
}

/// The form for changing them.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: QuestionsEdit) -> Result<Answer> {
    let place = Place::led(r, p.questions)?;
    let form = filled(r, &stored(r, &place.it)?);
    edit_page(r, &place, &form, false)
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &filled(r, &stored(r, &place.it)?));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.questions_edit());
    sheet.hidden = vec![("version", place.it.version.to_string())];
    if place.it.state == QuestionsState::Draft {
        (sheet.fields, sheet.submit) = (fields(t, form), t.save());
    } else {
        sheet.known = vec![t.questions_fixed().to_owned()];
    }
    sheet.of(form).answer(r, place.page(r, t.questions_edit())?, form)
}

/// Changes them.
///
/// # Errors
/// As [`questions::change_questions`].
pub fn change(w: &Writing<'_>, p: QuestionsEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.questions)?;
    let again = |found, stale| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found, false),
    };
    match questions::change_questions(w.tx, &w.viewer.actor, p.questions, version, &new) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "title", &[])?, false),
    }
}

/// The name of the field of a question.
fn name(number: i64) -> String {
    format!("answer{number}")
}

fn party(r: &Reading<'_>, id: Id<Party>) -> Result<(Place, Party)> {
    let party = store::find_party(r.conn, id)?;
    let place = Place::led(r, party.questions)?;
    Ok((place, party))
}

/// The form for what a party answered.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn answers(r: &Reading<'_>, p: PartyAnswers) -> Result<Answer> {
    let (place, party) = party(r, p.party)?;
    let all = store::list_answers(r.conn, place.it.id)?;
    let mut values: Vec<(String, String)> =
        all.into_iter().filter(|(id, ..)| *id == party.id).map(|(_, n, text)| (name(n), text)).collect();
    values.push(("day".to_owned(), party.answered.unwrap_or(r.viewer.today).to_string()));
    answers_page(r, (&place, &party), &filled(r, &values))
}

fn answers_page(r: &Reading<'_>, (place, party): (&Place, &Party), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut fields = vec![form.text("day", t.field_reply_day()).kind("date").to_string()];
    for (number, text) in store::list_questions(r.conn, place.it.id)? {
        let (name, label) = (name(number), t.hearing_point(number, &text));
        fields.push(form.text(&name, &label).lines(5).optional().to_string());
    }
    let sheet = Sheet {
        known: vec![t.answers_text().to_owned()],
        fields,
        submit: t.save(),
        ..place.sheet(r, &t.answers_title(&party.name))
    };
    sheet.of(form).answer(r, place.page(r, &party.name)?, form)
}

/// Enters it.
///
/// # Errors
/// As [`questions::file_answers`].
pub fn file(w: &Writing<'_>, p: PartyAnswers) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (place, party) = party(&r, p.party)?;
    let again = |found| answers_page(&r, (&place, &party), &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
    let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    let all = store::list_questions(w.tx, place.it.id)?;
    let typed: Vec<(i64, String)> =
        all.into_iter().map(|(n, _)| (n, w.ask.field(&name(n)).replace("\r\n", "\n"))).collect();
    match questions::file_answers(w.tx, &w.viewer.actor, p.party, (day, &typed)) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "day", &[])?),
    }
}
