//! `/wahlen/{vote}/kandidaturen`: who stands; putting somebody forward, answering, accepting the election.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use people::Person;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Named, members, people_options, state_word};
use crate::{
    Candidate, CandidateState, Consent, VoteKind, VoteState,
    actions::election::is_floor_open,
    pages::{Place, problems, unknown_deed},
    paths::{CandidatesPage, VotePage},
    rules::BallotKind,
    store::{boards, candidates as stored, election_seats},
    words::T,
};

#[derive(Template)]
#[template(path = "candidates.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    title: String,
    lead: String,
    until: Option<String>,
    rows: Vec<Row>,
    /// What the reader can enter for those who have not answered: value and word.
    answers: [(&'static str, &'static str); 3],
    /// Somebody has not answered, and the reader runs the election.
    unanswered: bool,
    /// Her own: how it stands, and what she can answer.
    mine: Option<Mine>,
    nominate: Vec<String>,
    myself: bool,
    /// Putting somebody forward in the sitting.
    floor: Vec<String>,
    back: String,
}

/// Somebody who was put forward.
struct Row {
    name: String,
    state: String,
    statement: String,
    /// Her number where the reader can enter what she answered.
    ask: Option<String>,
    /// No letter reaches her.
    unreached: bool,
}

struct Mine {
    state: &'static str,
    answer: Vec<String>,
    standing: bool,
    accept: Option<String>,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: CandidatesPage) -> Result<Answer> {
    page(r, &p, None)
}

fn page(r: &Reading<'_>, p: &CandidatesPage, form: Option<FormView>) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    if place.vote.kind != VoteKind::Election {
        return Err(Error::NotFound);
    }
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let me = v.actor.person.map(Id::<Person>::new);
    let all = stored::list_candidates(r.conn, vote.id)?;
    let own = all.iter().find(|c| Some(c.person) == me);
    let statement = own.map(|c| c.statement.clone()).unwrap_or_default();
    let form = form.unwrap_or_else(|| FormView::new(v.lang, &[("statement", &statement)]));
    let names = Named::load(r, &place, &all, all.iter().filter_map(|c| c.entered.map(|e| e.0)))?;
    let before = matches!(vote.state, VoteState::Draft | VoteState::Announced) && vote.previous.is_none();
    let late = vote.nominations_until.is_some_and(|end| end <= v.now);
    let votes = networks::voters(r.conn, &place.body, v.today)?;
    let hers = me.is_some_and(|me| votes.iter().any(|v| v.may_cast.contains(&me)));
    let floor = place.leads && place.rules.rules.elections.from_floor.value;
    let may = before && (hers || place.leads) && (!late || floor);
    // Whoever has not said yes is named to those who lead the election, to who put her forward, and to herself.
    let runs = runs(r, &place)?;
    let told = |c: &&Candidate| c.state.is_on_ballot() || runs || c.by == me || Some(c.person) == me;
    let open = |c: &&Candidate| runs && before && c.state == CandidateState::Nominated;
    let asked: Vec<Id<Person>> = all.iter().filter(open).map(|c| c.person).collect();
    let reached = accounts::list_accounts_of(r.conn, &asked)?;
    let row = |c: &Candidate| Row {
        name: names.of(c),
        state: [Some(state_word(t, c.state).to_owned()), entered_words(t, c, &names)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        statement: c.statement.clone(),
        ask: Some(c).filter(open).map(|c| c.id.to_string()),
        unreached: asked.contains(&c.person) && !reached.iter().any(|a| a.person == c.person),
    };
    let list = (vote.paper_kind == Some(BallotKind::List))
        .then(|| form.text("list", t.candidate_list_name()).most(80).to_string());
    let now = place.leads && is_floor_open(vote, &place.rules);
    let mut who = Vec::new();
    if may || now {
        who.push(form.select("person", t.nominate_who(), people_options(t, &members(r, &place.body)?)).to_string());
        who.extend(list);
    }
    let (nominate, floor) = if now { (Vec::new(), with_presence(t, &place, &form, who)) } else { (who, Vec::new()) };
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(&vote.title, v.link(&VotePage { vote: vote.id }))])?,
        summary: form.summary(),
        once: form.once(),
        title: t.candidates_title().to_owned(),
        lead: vote.title.clone(),
        until: vote
            .nominations_until
            .filter(|_| before)
            .map(|at| t.nominations_until(crate::letters::end_words(v.lang, at))),
        rows: all.iter().filter(told).map(row).collect(),
        answers: [
            ("zusage-muendlich", t.answer_oral()),
            ("zusage-schriftlich", t.answer_written()),
            ("absage", t.answer_no()),
        ],
        unanswered: !asked.is_empty(),
        mine: own.map(|c| mine(r, &place, &form, c, before)).transpose()?,
        myself: may && own.is_none() && hers,
        nominate,
        floor,
        back: v.link(&VotePage { vote: vote.id }),
    };
    let page = place.page(r, &t.candidates_page(&vote.title))?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Whether the reader runs the election: leads it or is on its board.
fn runs(r: &Reading<'_>, place: &Place) -> Result<bool> {
    let me = r.viewer.actor.person.map(Id::<Person>::new);
    Ok(place.leads || boards::list_board(r.conn, place.vote.id)?.iter().any(|m| Some(m.person) == me))
}

/// Who entered an answer that was given elsewhere.
fn entered_words(t: T, it: &Candidate, names: &Named<'_>) -> Option<String> {
    let (by, how) = it.entered?;
    let who = names.person(by).unwrap_or_else(|| t.candidate_somebody().to_owned());
    Some(match (it.state, how) {
        (CandidateState::Declined, _) => t.answer_entered_no(who),
        (_, Consent::Oral) => t.answer_entered_oral(who),
        (_, Consent::Written) => t.answer_entered_written(who),
    })
}

/// The same with whether she is there; where the rules want that, nothing else can be chosen.
fn with_presence(t: T, place: &Place, form: &FormView, mut fields: Vec<String>) -> Vec<String> {
    let rule = &place.rules.rules.elections.absent;
    let mut options = vec![("da".to_owned(), t.floor_present().to_owned())];
    if rule.value {
        options.push(("text".to_owned(), t.floor_absent(&rule.clause.number)));
    }
    fields.push(form.radios("presence", t.floor_presence(), options).to_string());
    fields
}

fn mine(r: &Reading<'_>, place: &Place, form: &FormView, it: &Candidate, before: bool) -> Result<Mine> {
    let (t, lang, vote) = (T(r.viewer.lang), r.viewer.lang, &place.vote);
    let entered = it.state == CandidateState::Declined && it.entered.is_some();
    let open = before && (entered || matches!(it.state, CandidateState::Nominated | CandidateState::Standing));
    let statement = form.text("statement", t.statement_label()).hint(t.statement_hint()).lines(6).most(500).optional();
    let asked = it.state == CandidateState::Elected && vote.accept_until.is_none_or(|end| end > r.viewer.now);
    let accept = if asked {
        let seats = election_seats::list_vote_seats(r.conn, vote.id)?;
        let (rules, today) = (&place.rules.rules, r.viewer.today);
        let term = it.seat.map(|seat| crate::actions::election::term_of(r.conn, vote, rules, &seats, seat, today));
        let term = term.transpose()?.map(|d| d.verdict.text(lang).to_owned()).unwrap_or_default();
        let until = vote.accept_until.map(|at| t.accept_until(crate::letters::end_words(lang, at))).unwrap_or_default();
        Some(format!("{term} {until}").trim().to_owned())
    } else {
        None
    };
    Ok(Mine {
        state: state_word(t, it.state),
        answer: if open { vec![statement.to_string()] } else { Vec::new() },
        standing: it.state == CandidateState::Standing,
        accept,
    })
}

/// Does it.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: CandidatesPage) -> Result<Answer> {
    let (t, actor, tx) = (T(w.viewer.lang), &w.viewer.actor, w.tx);
    let again = |found: Vec<Problem>| page(&w.reading(), &p, Some(FormView::kept(w.viewer.lang, w.ask, found)));
    let base = &w.site.outside().base_url;
    let mut fields = Fields::of(w.ask);
    let statement = fields.text("statement", 500);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let list = Some(w.ask.field("list")).filter(|l| !l.is_empty());
    let (done, field, note) = match w.ask.field("tat") {
        "vorschlagen" => {
            let Ok(person) = w.ask.field("person").parse::<Id<Person>>() else {
                let reason = kernel::Reason::new("Bitte wählen Sie eine Person.", "Please choose a person.");
                return again(vec![Problem { field: "person", reason }]);
            };
            let reached = !accounts::list_accounts_of(tx, &[person])?.is_empty();
            let quiet = !reached && runs(&w.reading(), &Place::load(&w.reading(), p.vote)?)?;
            let note = if quiet { t.nominate_done_unreached() } else { t.nominate_done() };
            (crate::nominate(tx, actor, p.vote, person, list, base).map(drop), "person", note)
        }
        answer @ ("zusage-muendlich" | "zusage-schriftlich" | "absage") => {
            let candidate = w.ask.field("candidate").parse::<Id<Candidate>>().map_err(|_| Error::NotFound)?;
            let how = if answer == "zusage-schriftlich" { Consent::Written } else { Consent::Oral };
            let done = crate::record_nomination(tx, actor, p.vote, candidate, answer != "absage", how, base);
            (done, "", t.answer_done())
        }
        "aus-der-versammlung" => {
            let bad = |field, de, en| again(vec![Problem { field, reason: kernel::Reason::new(de, en) }]);
            let Ok(person) = w.ask.field("person").parse::<Id<Person>>() else {
                return bad("person", "Bitte wählen Sie eine Person.", "Please choose a person.");
            };
            let present = match w.ask.field("presence") {
                "da" => true,
                "text" => false,
                _ => return bad("presence", "Bitte wählen Sie eine Antwort.", "Please choose an answer."),
            };
            let done = crate::nominate_from_floor(tx, actor, p.vote, person, list, present);
            (done.map(drop), "person", t.floor_done())
        }
        "selbst" => {
            let me = actor.person.map(Id::new).ok_or(Error::NotFound)?;
            (crate::nominate(tx, actor, p.vote, me, list, base).map(drop), "person", t.stand_done())
        }
        "kandidieren" => (crate::answer_nomination(tx, actor, p.vote, true, &statement), "statement", t.stand_done()),
        "nicht-kandidieren" => (crate::answer_nomination(tx, actor, p.vote, false, ""), "statement", t.decline_done()),
        "zurueckziehen" => (crate::withdraw_candidature(tx, actor, p.vote), "statement", t.withdraw_done()),
        "annehmen" => (crate::accept_election(tx, actor, p.vote), "", t.accept_done()),
        "ablehnen" => (crate::refuse_election(tx, actor, p.vote), "", t.refuse_done()),
        _ => return again(vec![unknown_deed()]),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Err(fault) => again(problems(fault, field)?),
    }
}
