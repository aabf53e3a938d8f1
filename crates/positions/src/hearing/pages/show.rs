//! P46: a hearing from the day it came in to the day the reply went out.

use kernel::{Error, Result};
use networks::Names;
use web::{Answer, FormView, Reading, Writing};

use super::{Place, list::pill};
use crate::{
    hearing::{
        self,
        model::{AskState, Hearing, HearingState, Voice},
        rules, store,
    },
    pages::{
        lines_of, marked,
        view::{Block, Fact, Line, View},
    },
    paths::{
        AddresseePage, HearingAsk, HearingDecline, HearingEdit, HearingInput, HearingPage, HearingRound, HearingSend,
        HearingVoice, PositionPage,
    },
    relevant::{relevant, search_link},
    store::{positions, versions},
    words::T,
};

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: HearingPage) -> Result<Answer> {
    page(r, &Place::load(r, p.hearing)?, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    let mut view = View::new(v.lang, it.title.clone(), form);
    view.crumbs = place.crumbs(r, false);
    view.lead = t.hearing_lead(&it.office);
    view.pills = vec![pill(t, it.state)];
    if it.state == HearingState::Declined && place.inside {
        view.notes.push(t.hearing_declined_because(&it.reason));
    }
    let points = store::list_points(r.conn, it.id)?;
    view.acts = acts(r, t, place)?;
    view.section("angaben", t.facts_title(), vec![Block::Facts(facts(r, t, place)?)]);
    view.section("plan", t.hearing_plan(), vec![Block::Facts(dates(r, t, it))]);
    let about = lines_of(&it.about);
    let numbered = points.iter().map(|(n, text)| format!("{n}. {text}")).collect();
    view.section("fragen", t.hearing_points(), vec![Block::Text(about), Block::Text(numbered)]);
    if place.works {
        voices(r, t, place, &points, &mut view)?;
    }
    if place.inside {
        reply(r, t, place, &mut view)?;
        let cards =
            relevant(r, it.topic, &format!("{} {}", it.title, it.about), (&[it.body, it.network], it.position))?;
        view.section("gilt", t.relevant_title(), vec![Block::Rows(cards)]);
        view.links.push((t.relevant_search(), search_link(r, &it.title)));
    }
    view.answer(r, place.page(r, "")?, form)
}

fn acts(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<(&'static str, String)>> {
    let (v, it) = (r.viewer, &place.it);
    let id = it.id;
    let mut acts = Vec::new();
    if place.contributes {
        acts.push((t.hearing_contribute(), v.link(&HearingInput { hearing: id })));
    }
    if it.takes(v.today) {
        let led = tasks::rules::led(&v.actor);
        for one in store::list_networks(r.conn, id)?.iter().filter(|a| led.contains(&a.network)) {
            acts.push((t.hearing_contribute_for(), v.link(&HearingVoice { hearing: id, body: one.network })));
        }
    }
    if place.leads && it.state == HearingState::Open {
        acts.push((t.hearing_ask(), v.link(&HearingAsk { hearing: id })));
        acts.push((t.hearing_edit(), v.link(&HearingEdit { hearing: id })));
        acts.push((t.hearing_decline(), v.link(&HearingDecline { hearing: id })));
    }
    if place.leads && it.state == HearingState::Released {
        acts.push((t.hearing_send(), v.link(&HearingSend { hearing: id })));
    }
    if place.leads && it.state == HearingState::Sent {
        acts.push((t.hearing_again(), v.link(&HearingRound { hearing: id })));
    }
    Ok(acts)
}

fn facts(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Fact>> {
    let (v, it) = (r.viewer, &place.it);
    let day = |day| i18n::day_long(v.lang, day);
    let mut all = vec![(t.hearing_office(), it.office.clone(), v.link(&AddresseePage { addressee: it.addressee }))];
    if !it.file_mark.is_empty() {
        all.push((t.field_file_mark(), it.file_mark.clone(), String::new()));
    }
    all.push((t.hearing_received(), day(it.received), String::new()));
    all.push((t.hearing_due(), day(it.due), String::new()));
    if let Some(drafter) = it.drafter.filter(|_| place.inside) {
        let names = Names::load(r.conn, &v.actor, [drafter])?;
        let home = place.body.as_ref().or(place.network.as_ref());
        let who = home.and_then(|body| names.in_place(drafter, &networks::Place::from(body)));
        let sensitive = home.is_none_or(|b| b.sensitive);
        all.push((t.hearing_drafter(), networks::shell::face(r, who.as_ref(), sensitive).name, String::new()));
    }
    if let Some(until) = it.asked_until {
        all.push((t.hearing_asked_until(), day(until), String::new()));
    }
    if it.round > 1 {
        let before = it.earlier.map(|id| v.link(&HearingPage { hearing: id })).unwrap_or_default();
        all.push((t.hearing_round_fact(), t.hearing_round(it.round), before));
    }
    Ok(all)
}

/// The days of the plan, counted back.
fn dates(r: &Reading<'_>, t: T, it: &Hearing) -> Vec<Fact> {
    let days = rules::plan(it.received, it.due);
    let day = |day| i18n::day_long(r.viewer.lang, day);
    let mut all = vec![
        (t.plan_input(), day(days.input), String::new()),
        (t.plan_draft(), day(days.draft), String::new()),
        (t.plan_release(), day(days.release), String::new()),
        (t.plan_send(), day(days.send), String::new()),
        (t.plan_days(), days.working_days.to_string(), String::new()),
    ];
    if days.send != it.due {
        all.push((t.plan_note(), t.plan_no_working_day().to_owned(), String::new()));
    }
    all
}

/// What was contributed, point by point, and who was asked: for those who work on the reply.
fn voices(r: &Reading<'_>, t: T, place: &Place, points: &[(i64, String)], view: &mut View) -> Result<()> {
    let (v, it) = (r.viewer, &place.it);
    if it.asked_until.is_none() {
        return Ok(());
    }
    let all = store::list_voices(r.conn, it.id)?;
    let asked = store::list_networks(r.conn, it.id)?;
    let ids: Vec<_> = asked.iter().map(|a| a.network).collect();
    let seen = if ids.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let mut facts: Vec<Fact> =
        vec![(t.hearing_offices_said(), store::count_voices(r.conn, it.id)?.to_string(), String::new())];
    // A network that is not to be named is not told apart from one that has not answered.
    let named = |id| all.iter().any(|voice| voice.network == Some(id) && voice.named);
    for one in &asked {
        // Another of those who lead may have asked a network this one must not know of.
        let Some(network) = seen.iter().find(|n| n.id == one.network) else { continue };
        let word = match one.state {
            AskState::Answered if named(network.id) => t.ask_answered(),
            AskState::Declined => t.ask_declined(),
            _ => t.ask_asked(),
        };
        facts.push((t.field_network(), format!("{}: {word}", network.name_in(v.lang)), String::new()));
    }
    let said = |number: i64| -> Vec<Line> {
        let own = all.iter().filter(|voice| voice.point == number);
        own.map(|voice: &Voice| Line {
            title: if voice.named { voice.capacity.clone() } else { t.voice_unnamed().to_owned() },
            lines: lines_of(&voice.text),
            ..Line::default()
        })
        .collect()
    };
    view.section("gebeten", t.hearing_asked_title(), vec![Block::Facts(facts)]);
    for (number, text) in points {
        let rows = said(*number);
        let heading: String = format!("{number}. {text}").chars().take(120).collect();
        view.section(format!("punkt-{number}"), heading, vec![Block::Rows(rows)]);
    }
    Ok(())
}

/// The reply: the statement, who released it, and what comes next.
fn reply(r: &Reading<'_>, t: T, place: &Place, view: &mut View) -> Result<()> {
    let (v, it) = (r.viewer, &place.it);
    let Some(id) = it.position else {
        if place.works && it.state == HearingState::Open {
            let text = Block::Text(vec![t.reply_merge_text().to_owned()]);
            let form = Block::Form(Vec::new(), vec![("entwurf", t.reply_merge(), true)]);
            view.section("antwort", t.reply_section(), vec![text, form]);
        }
        return Ok(());
    };
    let position = match positions::find_position(r.conn, &v.actor, id) {
        Ok(found) => found,
        Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let mut facts: Vec<Fact> =
        vec![(t.reply_position(), position.title.clone(), v.link(&PositionPage { position: position.id }))];
    let releases = store::list_releases(r.conn, it.id)?;
    // Adopting counts as a change, too: what was released before is known by the state.
    let valid: Vec<_> =
        releases.iter().filter(|(text, ..)| it.state != HearingState::Open || *text == position.version).collect();
    let names = Names::load(r.conn, &v.actor, valid.iter().filter_map(|(_, who, _)| *who).collect::<Vec<_>>())?;
    let home = place.body.as_ref().or(place.network.as_ref());
    for (_, who, at) in &valid {
        let name = home.and_then(|body| names.in_place((*who)?, &networks::Place::from(body)));
        let name = networks::shell::face(r, name.as_ref(), home.is_none_or(|b| b.sensitive)).name;
        facts.push((t.reply_released_by(), format!("{name}, {}", i18n::day_medium(v.lang, at.day())), String::new()));
    }
    let mut blocks = vec![Block::Facts(facts)];
    if place.releases && it.state == HearingState::Open {
        let own = valid.iter().any(|(_, who, _)| who.map(kernel::Id::raw) == v.actor.person);
        if own {
            blocks.push(Block::Text(vec![t.reply_second_missing().to_owned()]));
        } else {
            blocks.push(Block::Text(vec![t.reply_release_text().to_owned()]));
            let seen = format!("<input type=\"hidden\" name=\"fassung\" value=\"{}\">", position.version);
            blocks.push(Block::Form(vec![seen], vec![("freigeben", t.reply_release(), true)]));
        }
    }
    view.section("antwort", t.reply_section(), blocks);
    // What is another thing than in the round before.
    if let Some(before) = it.earlier
        && let Ok(Some(old)) = store::find_hearing(r.conn, &v.actor, before).map(|h| h.position)
    {
        let old = positions::find_position(r.conn, &v.actor, old)?;
        let text = |id, number| -> Result<String> {
            let all = versions::list_paragraphs(r.conn, id, number)?;
            Ok(all.into_iter().map(|p| p.text).collect::<Vec<_>>().join("\n"))
        };
        let pieces = marked(&text(old.id, old.text)?, &text(position.id, position.text)?);
        view.section("runden", t.reply_changed(), vec![Block::Marked(pieces)]);
    }
    Ok(())
}

/// Merges, or releases.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: HearingPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::load(&r, p.hearing)?;
    let by = &w.viewer.actor;
    let done = match w.ask.field("tat") {
        "entwurf" => match hearing::draft_reply(w.tx, by, p.hearing) {
            Ok(position) => {
                return Ok(Answer::to(w.viewer.link(&PositionPage { position })).with_note(t.note_merged_reply()));
            }
            Err(fault) => Err(fault),
        },
        "freigeben" => hearing::release(w.tx, by, p.hearing, w.ask.field("fassung").parse().ok())
            .map(|both| if both { t.note_released_both() } else { t.note_released_one() }),
        _ => Err(crate::pages::choose()),
    };
    match done {
        Ok(note) => Ok(Answer::to(place.link(&r)).with_note(note)),
        Err(kernel::Error::Stale) => {
            let form = FormView::kept(w.viewer.lang, w.ask, Vec::new());
            page(&r, &place, &form.overtaken(&FormView::new(w.viewer.lang, &[])))
        }
        Err(fault) => {
            let found = networks::shell::problems(fault, "tat", &[])?;
            page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
