//! Contributing to a hearing point by point: for one's office, by the link of a letter, or for a network that was asked.

use kernel::{Error, Id, Problem, Result};
use networks::{Body, shell};
use web::{Answer, FormView, Page, Reading, Sheet, Writing};

use super::Place;
use crate::{
    hearing::{
        self,
        model::{Hearing, Voice},
        store::{self, Whose},
    },
    pages::frame::filled,
    paths::{HearingInput, HearingLetter, HearingPage, HearingVoice},
    words::T,
};

/// The name of the field of a point.
fn name(number: i64) -> String {
    format!("point{number}")
}

fn sheet(r: &Reading<'_>, of: &Hearing, form: &FormView) -> Result<Sheet> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let points = store::list_points(r.conn, of.id)?;
    let field = |(number, text): &(i64, String)| {
        let (name, label) = (name(*number), t.hearing_point(*number, text));
        form.text(&name, &label).lines(4).optional().to_string()
    };
    let mut fields: Vec<String> = points.iter().map(field).collect();
    let options = vec![("ja".to_owned(), t.voice_named().to_owned()), ("nein".to_owned(), t.voice_hidden().to_owned())];
    fields.push(form.radios("named", t.field_voice_named(), options).hint(t.field_voice_hint()).to_string());
    let day = of.asked_until.map(|day| i18n::day_long(v.lang, day)).unwrap_or_default();
    Ok(Sheet {
        title: t.hearing_contribute().to_owned(),
        lead: t.hearing_contribute_lead(&of.title, day),
        back: v.link(&HearingPage { hearing: of.id }),
        fields,
        submit: t.hearing_contribute_submit(),
        ..Sheet::new(v.lang)
    }
    .of(form))
}

/// What was said before, as the values of the form.
fn before(r: &Reading<'_>, said: &[Voice]) -> FormView {
    let named = said.first().is_none_or(|voice| voice.named);
    let mut values: Vec<(String, String)> = said.iter().map(|voice| (name(voice.point), voice.text.clone())).collect();
    values.push(("named".to_owned(), if named { "ja" } else { "nein" }.to_owned()));
    filled(r, &values)
}

/// What was typed, point by point, and whether it is named.
fn typed(w: &Writing<'_>, of: &Hearing) -> Result<(Vec<(i64, String)>, bool)> {
    let points = store::list_points(w.tx, of.id)?;
    let words = points.into_iter().map(|(n, _)| (n, w.ask.field(&name(n)).replace("\r\n", "\n"))).collect();
    Ok((words, w.ask.field("named") != "nein"))
}

/// The form of a member.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members who are asked.
pub fn own(r: &Reading<'_>, p: HearingInput) -> Result<Answer> {
    let place = asked(r, p.hearing)?;
    let person = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let said = store::list_own(r.conn, p.hearing, Whose::Person(person))?;
    own_page(r, &place, &before(r, &said))
}

fn asked(r: &Reading<'_>, id: Id<Hearing>) -> Result<Place> {
    let place = Place::load(r, id)?;
    if place.contributes { Ok(place) } else { Err(Error::Denied(None)) }
}

fn own_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let mut sheet = sheet(r, &place.it, form)?;
    sheet.crumbs = place.crumbs(r, true);
    sheet.answer(r, place.page(r, T(r.viewer.lang).hearing_contribute())?, form)
}

/// Contributes.
///
/// # Errors
/// As [`hearing::contribute`].
pub fn say(w: &Writing<'_>, p: HearingInput) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = asked(&r, p.hearing)?;
    let (words, named) = typed(w, &place.it)?;
    match hearing::contribute(w.tx, &w.viewer.actor, p.hearing, &words, named) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_contributed())),
        Err(fault) => {
            let found = shell::problems(fault, "point1", &[])?;
            own_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}

/// A hearing with the network that is asked, for those who lead it.
fn for_network(r: &Reading<'_>, p: &HearingVoice) -> Result<(Place, Body)> {
    let place = Place::load(r, p.hearing)?;
    let found = networks::list_bodies_by_id(r.conn, &r.viewer.actor, &[p.body])?.into_iter().next();
    let member = |n: &Body| r.viewer.actor.is_member_of(n.id.raw());
    let network = found.filter(member).ok_or(Error::NotFound)?;
    if !store::list_networks(r.conn, p.hearing)?.iter().any(|a| a.network == network.id) {
        return Err(Error::NotFound);
    }
    if tasks::rules::leads(&r.viewer.actor, &network) { Ok((place, network)) } else { Err(Error::Denied(None)) }
}

/// The form of a network.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead it.
pub fn network(r: &Reading<'_>, p: HearingVoice) -> Result<Answer> {
    let (place, network) = for_network(r, &p)?;
    let said = store::list_own(r.conn, p.hearing, Whose::Network(network.id))?;
    network_page(r, (&place, &network), &before(r, &said))
}

fn network_page(r: &Reading<'_>, (place, network): (&Place, &Body), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, &place.it, form)?;
    sheet.crumbs = place.crumbs(r, true);
    sheet.known = vec![t.hearing_for_network(network.name_in(r.viewer.lang))];
    if !place.it.takes(r.viewer.today) {
        sheet.known.push(t.hearing_over().to_owned());
        (sheet.fields, sheet.submit) = (Vec::new(), "");
    } else {
        let options =
            vec![("beitrag".to_owned(), t.ask_yes().to_owned()), ("keiner".to_owned(), t.ask_no().to_owned())];
        sheet.fields.insert(0, form.radios("answer", t.field_ask_answer(), options).to_string());
    }
    sheet.answer(r, place.page(r, t.hearing_contribute())?, form)
}

/// Contributes for a network, or says that it does not.
///
/// # Errors
/// As [`hearing::contribute_for`].
pub fn say_for(w: &Writing<'_>, p: HearingVoice) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (place, network) = for_network(&r, &p)?;
    let (words, named) = typed(w, &place.it)?;
    let by = &w.viewer.actor;
    let done = if w.ask.field("answer") == "keiner" {
        hearing::decline_for(w.tx, by, p.hearing, p.body)
    } else {
        hearing::contribute_for(w.tx, by, p.hearing, p.body, (&words, named))
    };
    match done {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_contributed())),
        Err(fault) => {
            let found = shell::problems(fault, "point1", &[])?;
            network_page(&r, (&place, &network), &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).hearing_gone().to_owned()))
}

/// The page of a letter's link. Opening it changes nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn letter(r: &Reading<'_>, p: HearingLetter) -> Result<Answer> {
    let Some((of, actor)) = hearing::by_letter(r.conn, p.token.as_str())? else { return gone(r) };
    let said = match actor.person {
        Some(person) => store::list_own(r.conn, of.id, Whose::Person(Id::new(person)))?,
        None => Vec::new(),
    };
    letter_page(r, &of, &before(r, &said))
}

fn letter_page(r: &Reading<'_>, of: &Hearing, form: &FormView) -> Result<Answer> {
    let mut sheet = sheet(r, of, form)?;
    sheet.back = r.viewer.link(&"/");
    Ok(sheet.answer(r, Page::new(T(r.viewer.lang).hearing_contribute()), form)?.secret())
}

/// Contributes by the link.
///
/// # Errors
/// When the database refuses.
pub fn say_by_letter(w: &Writing<'_>, p: HearingLetter) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some((of, actor)) = hearing::by_letter(w.tx, p.token.as_str())? else { return gone(&r) };
    let (words, named) = typed(w, &of)?;
    match hearing::contribute(w.tx, &actor, of.id, &words, named) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.note_contributed())),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "point1", &[])?;
            letter_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
