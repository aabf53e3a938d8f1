//! Writing a circular. Nothing leaves before its preview.

use kernel::{Error, Id, Problem, Result};
use networks::{Body, Topic, shell};
use people::Territory;
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use crate::{
    Audience, NewCircular, actions,
    pages::{
        form::chosen,
        place::{body_crumbs, body_row, home, is_alive, topic_options},
    },
    paths::{CircularList, CircularNew, CircularPage},
    rules::{TITLE_MOST, WORDS_MOST},
    words::T,
};

/// Whom it goes to, in words.
#[must_use]
pub fn audience_word(t: T, audience: Audience) -> &'static str {
    match audience {
        Audience::Everybody => t.audience_everybody(),
        Audience::Offices => t.audience_offices(),
        Audience::Territory => t.audience_territory(),
        Audience::Topic => t.audience_topic(),
    }
}

fn load(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = home(r, id)?;
    if actions::circulars::writes(&r.viewer.actor, &body) && is_alive(r, &body) {
        Ok((body, network))
    } else {
        Err(Error::Denied(None))
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead.
pub fn new(r: &Reading<'_>, p: CircularNew) -> Result<Answer> {
    let (body, network) = load(r, p.body)?;
    page(r, &body, network.as_ref(), &FormView::new(r.viewer.lang, &[("audience", Audience::Everybody.word())]))
}

fn page(r: &Reading<'_>, body: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let audiences = Audience::ALL.iter().map(|a| (a.word().to_owned(), audience_word(t, *a).to_owned())).collect();
    let mut territories = vec![(String::new(), t.territory_none().to_owned())];
    let all = people::list_territories(r.conn)?;
    territories.extend(all.iter().map(|x| (x.id.to_string(), x.name.clone())));
    let mut others: Vec<Body> = networks::list_networks(r.conn, &v.actor, v.today)?;
    others.retain(|other| other.id != body.network);
    let others: Vec<_> = others.iter().map(|o| (o.id.to_string(), o.name_in(v.lang).to_owned())).collect();
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, body, network, true)?,
        title: t.circular_new().to_owned(),
        lead: body.name_in(v.lang).to_owned(),
        known: vec![t.circular_known().to_owned()],
        submit: t.circular_preview(),
        back: v.link(&CircularList { body: body.id }),
        ..Sheet::new(v.lang)
    }
    .of(form);
    sheet.fields = vec![
        form.text("subject", t.field_subject()).most(TITLE_MOST as u32).to_string(),
        form.text("words", t.field_words()).lines(12).hint(t.field_words_plain()).to_string(),
        form.radios("audience", t.field_audience(), audiences).to_string(),
        form.select("territory", t.field_territory(), territories).hint(t.field_territory_hint()).to_string(),
        form.select("topic", t.field_topic(), topic_options(r)?).hint(t.field_topic_hint()).to_string(),
        form.boxes("duty", t.field_duty(), vec![("ja".to_owned(), t.field_duty_yes().to_owned())])
            .hint(t.field_duty_hint())
            .to_string(),
    ];
    if !others.is_empty() {
        sheet.fields.push(form.boxes("beyond", t.field_beyond(), others).hint(t.field_beyond_hint()).to_string());
    }
    let page = body_row(r, Page::new(t.circular_new()).nav("exchange"), body, network)?;
    sheet.answer(r, page, form)
}

/// Writes the draft.
///
/// # Errors
/// As [`new`].
pub fn draft(w: &Writing<'_>, p: CircularNew) -> Result<Answer> {
    let r = w.reading();
    let (body, network) = load(&r, p.body)?;
    let mut fields = Fields::of(w.ask);
    let subject = fields.line("subject", TITLE_MOST);
    let words = fields.text("words", WORDS_MOST);
    let audiences: Vec<(&str, Audience)> = Audience::ALL.iter().map(|a| (a.word(), *a)).collect();
    let audience = fields.choice("audience", &audiences);
    let again = |found: Vec<Problem>| page(&r, &body, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let (Some(audience), true) = (audience, fields.problems.is_empty()) else { return again(fields.problems) };
    let beyond = w.ask.every("beyond").map(|id| id.parse::<Id<Body>>()).collect::<std::result::Result<Vec<_>, ()>>();
    let new = NewCircular {
        audience,
        territory: chosen::<Territory>(w.ask.field("territory"))?.filter(|_| audience == Audience::Territory),
        topic: chosen::<Topic>(w.ask.field("topic"))?.filter(|_| audience == Audience::Topic),
        duty: w.ask.ticked("duty"),
        beyond: beyond.map_err(|()| Error::NotFound)?,
        ..NewCircular::new(body.id, subject, words)
    };
    match actions::circulars::draft(w.tx, &w.viewer.actor, &new) {
        Ok(circular) => Ok(Answer::to(w.viewer.link(&CircularPage { circular }))),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "subject", &[])?),
        Err(other) => Err(other),
    }
}
