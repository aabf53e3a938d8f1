//! Names and words of elections.

use kernel::{Id, Lang, Result};
use networks::{Body, Names, shell};
use people::Person;
use web::Reading;

use super::super::Place;
use crate::{
    Candidate, CandidateState, VoteSeat, VoteState, actions::election::homes, store::candidates as stored, words::T,
};

/// Names of those who stand, as far as the reader may see them.
pub struct Named<'a> {
    t: T,
    names: Names<'a>,
    place: networks::Place,
}

impl<'a> Named<'a> {
    /// Loads the names of candidates and of some persons more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(
        r: &'a Reading<'_>,
        place: &Place,
        all: &[Candidate],
        more: impl IntoIterator<Item = Id<Person>>,
    ) -> Result<Self> {
        let persons = all.iter().map(|c| c.person).chain(more);
        let names = Names::load_with_places(r.conn, &r.viewer.actor, persons)?;
        Ok(Self { t: T(r.viewer.lang), names, place: networks::Place::from(&place.body) })
    }
    /// What a candidate is called.
    #[must_use]
    pub fn of(&self, it: &Candidate) -> String {
        self.person(it.person).unwrap_or_else(|| self.t.candidate_unnamed(it.number))
    }
    /// A name, if the reader may see it.
    #[must_use]
    pub fn person(&self, id: Id<Person>) -> Option<String> {
        let who = self.names.in_place(id, &self.place).or_else(|| self.names.anywhere(id));
        who.map(|who| who.name.full())
    }
}

/// Those who could be put forward or sit on a board: who fills a seat of the body or its network, by name, as far as the reader
/// may see that she does.
///
/// # Errors
/// When the database cannot be read.
pub fn members(r: &Reading<'_>, body: &Body) -> Result<Vec<(Id<Person>, String)>> {
    let at = networks::Place::from(body);
    let mut listed: Vec<(Id<Person>, networks::Place)> = Vec::new();
    // Two at most.
    for home in homes(r.conn, body)? {
        let at = networks::Place::from(&home);
        let voters = networks::voters(r.conn, &home, r.viewer.today)?;
        listed.extend(voters.iter().flat_map(|v| v.holder.iter().chain(&v.may_cast)).map(|person| (*person, at)));
    }
    listed.extend(r.viewer.actor.person.map(|me| (Id::new(me), at)));
    let names = Names::load_with_places(r.conn, &r.viewer.actor, listed.iter().map(|(person, _)| *person))?;
    let mut found: Vec<(Id<Person>, String)> =
        listed.iter().filter_map(|(person, at)| Some((*person, names.belonging(*person, at)?.name.listed()))).collect();
    found.sort_by_cached_key(|(person, name)| (i18n::fold(name), *person));
    found.dedup_by_key(|(person, _)| *person);
    Ok(found)
}

/// The same as options of a list, nobody first.
#[must_use]
pub fn people_options(t: T, all: &[(Id<Person>, String)]) -> Vec<(String, String)> {
    let nobody = (String::new(), t.person_nobody().to_owned());
    std::iter::once(nobody).chain(all.iter().map(|(id, name)| (id.to_string(), name.clone()))).collect()
}

/// A seat an election fills.
#[must_use]
pub fn seat_words(lang: Lang, seat: &VoteSeat) -> String {
    shell::seat_name(lang, seat.number, seat.label.as_deref(), seat.office)
}

/// Where a candidature stands.
#[must_use]
pub const fn state_word(t: T, state: CandidateState) -> &'static str {
    match state {
        CandidateState::Nominated => t.candidate_nominated(),
        CandidateState::Standing => t.candidate_standing(),
        CandidateState::Declined => t.candidate_declined(),
        CandidateState::Withdrawn => t.candidate_withdrawn(),
        CandidateState::Elected => t.candidate_elected(),
        CandidateState::Accepted => t.candidate_accepted(),
        CandidateState::Refused => t.candidate_refused(),
        CandidateState::Substitute => t.candidate_substitute(),
        CandidateState::Lost => t.candidate_lost(),
    }
}

/// Until when a decided election can be challenged, where the rules say so.
#[must_use]
pub fn challenge_words(t: T, place: &Place) -> Option<String> {
    let rule = &place.rules.rules.elections.challenge;
    let decided = place.vote.decided_at.filter(|_| place.vote.state == VoteState::Decided)?.day();
    (!rule.value.is_none())
        .then(|| t.challenge_until(i18n::day_long(t.0, rule.value.after(decided)), &rule.clause.number))
}

/// What was decided about a territory nobody stands in.
#[must_use]
pub fn waiver_words(t: T, stored: &str) -> String {
    match stored.split_once(' ') {
        Some(("elsewhere", decision)) => t.waiver_elsewhere(decision),
        Some((_, decision)) => t.waiver_open(decision),
        None => stored.to_owned(),
    }
}

/// A sentence about a round with the names behind the numbers on its ballot, as far as the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn with_names(r: &Reading<'_>, place: &Place, said: &str) -> Result<String> {
    let t = T(r.viewer.lang);
    let mut all = stored::list_candidates(r.conn, place.vote.id)?;
    all.retain(|c| c.state.is_on_ballot());
    // The highest first: a shorter number begins a longer one.
    all.sort_by_key(|c| std::cmp::Reverse(c.number));
    let names = Named::load(r, place, &all, [])?;
    let named = |text: String, it: &Candidate| text.replace(&t.election_number(it.ballot_number()), &names.of(it));
    Ok(all.iter().fold(said.to_owned(), named))
}
