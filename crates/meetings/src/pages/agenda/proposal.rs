//! Proposing a topic, and deciding proposals.

use kernel::{Error, Id, Result};
use networks::{Names, Place as Where, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{item::minutes, show::proposal_state};
use crate::{
    Proposal, ProposalState, actions,
    actions::agenda::may_propose,
    pages::Place,
    paths::{ProposalNew, ProposalPage},
    store,
    words::T,
};

/// What a proposal asks for.
#[must_use]
pub fn proposal_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.field_item_title()).to_string(),
        form.text("minutes", t.field_minutes()).kind("number").optional().to_string(),
        form.text("note", t.field_proposal_note()).lines(4).optional().to_string(),
    ]
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who meet.
pub fn new(r: &Reading<'_>, p: ProposalNew) -> Result<Answer> {
    new_page(r, &within(r, &p)?, &FormView::new(r.viewer.lang, &[]))
}

fn within(r: &Reading<'_>, p: &ProposalNew) -> Result<Place> {
    let place = Place::load(r, p.meeting)?;
    if place.stance.within() { Ok(place) } else { Err(Error::Denied(None)) }
}

fn new_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.propose_title());
    match may_propose(&place.meeting, r.viewer.today) {
        Ok(()) => {
            sheet.fields = proposal_fields(t, form);
            sheet.submit = t.propose_submit();
        }
        Err(reason) => sheet.known = vec![reason.text(r.viewer.lang).to_owned()],
    }
    sheet.of(form).answer(r, place.page(r, t.propose_title())?, form)
}

/// Proposes it.
///
/// # Errors
/// As [`actions::agenda::propose`].
pub fn propose(w: &Writing<'_>, p: ProposalNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = within(&r, &p)?;
    let again = |found| new_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte nennen Sie das Thema.", "Please name the topic.");
    let minutes = minutes(&mut fields, w.ask.field("minutes"));
    let note = fields.text("note", 4000);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::agenda::propose(w.tx, &w.viewer.actor, place.meeting.id, (&title, &note, minutes)) {
        Ok(_) => Ok(Answer::to(place.page_link(&r)).with_note(t.note_proposed())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// A proposal with its meeting: for whoever convenes it, and for whoever made it.
fn known(r: &Reading<'_>, p: &ProposalPage) -> Result<(Proposal, Place)> {
    let proposal = store::proposals::find_proposal(r.conn, p.proposal)?;
    let place = Place::load(r, proposal.meeting)?;
    let own = proposal.person.is_some() && proposal.person.map(Id::raw) == r.viewer.actor.person;
    if place.stance.leads || own { Ok((proposal, place)) } else { Err(Error::NotFound) }
}

/// The proposal, and what becomes of it.
///
/// # Errors
/// [`Error::NotFound`] but for those it concerns.
pub fn show(r: &Reading<'_>, p: ProposalPage) -> Result<Answer> {
    let (proposal, place) = known(r, &p)?;
    page(r, &proposal, &place, &FormView::new(r.viewer.lang, &[("entscheidung", "annehmen")]))
}

fn page(r: &Reading<'_>, proposal: &Proposal, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = place.sheet(r, &proposal.title);
    sheet.back = place.agenda_link(r);
    let names = Names::load(r.conn, &v.actor, proposal.person)?;
    let who = proposal.person.and_then(|person| names.in_place(person, &Where::from(&place.body)));
    let name = shell::face(r, who.as_ref(), place.body.sensitive).name;
    sheet.known.push(t.proposal_from(name, i18n::day_medium(v.lang, proposal.made_at.day())));
    if proposal.minutes > 0 {
        sheet.known.push(t.minutes(proposal.minutes));
    }
    if !proposal.note.is_empty() {
        sheet.known.push(proposal.note.clone());
    }
    if proposal.state != ProposalState::Open {
        sheet.known.push(proposal_state(t, proposal.state).to_owned());
        if !proposal.answer.is_empty() {
            sheet.known.push(proposal.answer.clone());
        }
    } else if place.stance.leads {
        let options = [("annehmen", t.proposal_accept()), ("ablehnen", t.proposal_decline())];
        let options = options.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        sheet.fields = vec![
            form.radios("entscheidung", t.proposal_decision(), options).to_string(),
            form.text("answer", t.field_proposal_answer())
                .hint(t.field_proposal_answer_hint())
                .lines(3)
                .optional()
                .to_string(),
        ];
        sheet.submit = t.proposal_submit();
    } else {
        sheet.hidden = vec![("entscheidung", "zurueck".to_owned())];
        sheet.submit = t.proposal_withdraw();
    }
    sheet.of(form).answer(r, place.page(r, &proposal.title)?, form)
}

/// Decides it, or takes it back.
///
/// # Errors
/// As the verbs.
pub fn decide(w: &Writing<'_>, p: ProposalPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (proposal, place) = known(&r, &p)?;
    let again = |found| page(&r, &proposal, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let answer = fields.text("answer", 2000);
    let by = &w.viewer.actor;
    let (done, note) = match w.ask.field("entscheidung") {
        "annehmen" => (actions::agenda::accept_proposal(w.tx, by, proposal.id), t.note_added()),
        "ablehnen" => (actions::agenda::decline_proposal(w.tx, by, proposal.id, &answer), t.note_declined()),
        "zurueck" => (actions::agenda::withdraw_proposal(w.tx, by, proposal.id), t.note_withdrawn()),
        _ => {
            fields.refuse(
                "entscheidung",
                "Bitte wählen Sie eine der Möglichkeiten.",
                "Please choose one of the options.",
            );
            return again(fields.problems);
        }
    };
    match done {
        Ok(_) => Ok(Answer::to(place.agenda_link(&r)).with_note(note)),
        Err(fault) => again(shell::problems(fault, "entscheidung", &[])?),
    }
}
