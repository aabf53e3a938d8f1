//! What people see: one file per page.

mod ballot;
pub mod election;
mod lead;
mod matter;
mod motion;
mod overview;
pub mod place;
mod protocol;
mod proxy;
pub mod register;
mod rules;
mod secrecy;
mod sitting;
mod sitting_names;
mod vote;
mod wording;

use kernel::{Error, Id, Problem, Reason, Result};
use networks::{Body, shell};
use web::{Audience, Page, Reading, Routes, Viewer};

use crate::{RuleVersion, Vote, VoteState, store};

pub use overview::views;

/// Every address of the slice.
pub fn routes() -> Routes {
    Routes::new()
        .get(Audience::Public, overview::show)
        .get(Audience::Public, rules::show::show)
        .get(Audience::Public, rules::compare::show)
        .get(Audience::SignedIn, rules::give::form)
        .post(Audience::SignedIn, rules::give::save)
        .get(Audience::SignedIn, rules::change::form)
        .post(Audience::SignedIn, rules::change::save)
        .get(Audience::SignedIn, rules::back::form)
        .post(Audience::SignedIn, rules::back::save)
        .get(Audience::Public, register::list::show)
        .get(Audience::Public, register::show::show)
        .get_fresh(Audience::Public, register::show::scan)
        .get(Audience::SignedIn, register::enter::form)
        .post_file(Audience::SignedIn, register::enter::LIMIT, register::enter::ready, register::enter::save)
        .get(Audience::SignedIn, register::end::replace_form)
        .post(Audience::SignedIn, register::end::replace)
        .get(Audience::SignedIn, register::end::repeal_form)
        .post(Audience::SignedIn, register::end::repeal)
        .get(Audience::SignedIn, register::topics::form)
        .post(Audience::SignedIn, register::topics::save)
        .get(Audience::SignedIn, register::end::withdraw_form)
        .post(Audience::SignedIn, register::end::withdraw)
        .get_fresh(Audience::Public, vote::show)
        .post(Audience::SignedIn, vote::act)
        .get(Audience::SignedIn, ballot::show)
        .post(Audience::SignedIn, ballot::act)
        .get_fresh(Audience::Public, secrecy::show)
        .get(Audience::SignedIn, protocol::show)
        .get(Audience::SignedIn, lead::show)
        .post(Audience::SignedIn, lead::act)
        .get(Audience::SignedIn, proxy::show)
        .post(Audience::SignedIn, proxy::act)
        .get(Audience::SignedIn, motion::form)
        .post(Audience::SignedIn, motion::save)
        .get(Audience::SignedIn, sitting::form)
        .post(Audience::SignedIn, sitting::save)
        .get(Audience::SignedIn, sitting_names::form)
        .post(Audience::SignedIn, sitting_names::save)
        .get(Audience::SignedIn, election::new::form)
        .post(Audience::SignedIn, election::new::save)
        .get(Audience::SignedIn, election::candidates::show)
        .post(Audience::SignedIn, election::candidates::act)
        .get(Audience::SignedIn, election::board::show)
        .post(Audience::SignedIn, election::board::act)
}

/// How a vote stands, in a line for lists.
#[must_use]
pub fn state_line(viewer: &Viewer, vote: &Vote) -> String {
    wording::state_line(viewer, vote)
}

/// A vote with where it belongs.
pub struct Place {
    /// The vote.
    pub vote: Vote,
    /// The body that decides.
    pub body: Body,
    /// Its network.
    pub network: Body,
    /// The rules it is held under.
    pub rules: RuleVersion,
    /// Whether the reader leads it.
    pub leads: bool,
}

impl Place {
    /// The vote of an address, if the reader may see it; a draft is there for those who lead it and for the board.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Vote>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let vote = store::votes::find_vote(r.conn, actor, id)?;
        let leads = crate::may_lead(actor, &vote);
        if vote.state == VoteState::Draft && !leads {
            let person = actor.person.map(Id::new);
            let board = store::boards::list_board(r.conn, id)?;
            let asked = store::candidates::list_candidates(r.conn, id)?;
            if !board.iter().any(|m| Some(m.person) == person) && !asked.iter().any(|c| Some(c.person) == person) {
                return Err(Error::NotFound);
            }
        }
        let body = networks::find_body(r.conn, actor, vote.body)?;
        let network = if body.is_network() { body.clone() } else { networks::find_body(r.conn, actor, body.network)? };
        let rules = store::rules::find_rules(r.conn, vote.rules)?;
        Ok(Self { vote, body, network, rules, leads })
    }

    /// The way here.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn crumbs(&self, r: &Reading<'_>, more: &[(&str, String)]) -> Result<String> {
        let mut steps = way(r, &self.body, &self.network)?;
        steps.extend(more.iter().map(|(word, href)| ((*word).to_owned(), href.clone())));
        let steps: Vec<(&str, String)> = steps.iter().map(|(word, href)| (word.as_str(), href.clone())).collect();
        Ok(shell::crumbs(r, &steps))
    }

    /// The page in its network.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        page(r, &self.network, title)
    }
}

/// The steps to a body's page.
///
/// # Errors
/// When a slug is none.
pub fn way(r: &Reading<'_>, body: &Body, network: &Body) -> Result<Vec<(String, String)>> {
    let mut steps = vec![(network.short().to_owned(), shell::network_link(r, network)?)];
    if !body.is_network() {
        steps.push((body.name_in(r.viewer.lang).to_owned(), shell::body_link(r, &network.slug, body)?));
    }
    Ok(steps)
}

/// A page under the view of decisions of a network.
///
/// # Errors
/// When a slug is none.
pub fn page(r: &Reading<'_>, network: &Body, title: &str) -> Result<Page> {
    Ok(Page::new(title).nav("networks").sub(shell::sub(r, network, shell::Tab::View("decisions"))?))
}

/// A body the reader prepares votes of, with its network.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn led_body(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Body)> {
    let actor = &r.viewer.actor;
    let body = networks::find_body(r.conn, actor, id)?;
    rights::require(actor, rights::Kind::Decision, rights::Action::Edit, &body.scope())?;
    let network = if body.is_network() { body.clone() } else { networks::find_body(r.conn, actor, body.network)? };
    Ok((body, network))
}

/// What a verb refused, as problems of the form it came from; anything else goes on.
///
/// # Errors
/// What is no refusal.
pub fn problems(fault: Error, field: &'static str) -> Result<Vec<Problem>> {
    match fault {
        Error::Form(problems) => Ok(problems),
        Error::Rule(reason) => Ok(vec![Problem { field, reason }]),
        other => Err(other),
    }
}

/// A form came with no button this page has.
pub fn unknown_deed() -> Problem {
    Problem {
        field: "",
        reason: Reason::new(
            "Bitte wählen Sie, was geschehen soll, mit einem der Knöpfe.",
            "Please choose what is to happen with one of the buttons.",
        ),
    }
}
