//! What people see of an election: who stands, the ballot, the board.

pub mod board;
pub mod candidates;
pub mod new;
mod words;

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::Names;
use papers::{Align, Block, Paper, Table, Words};
use people::Person;
use web::{Answer, FormView, Reading, Writing};

use super::{Place, lead, problems, unknown_deed};
use crate::{
    Candidate, Choice, Grade, Method, PaperSum, Vote, VoteKind, VoteState,
    actions::election as verbs,
    paths::{BoardPage, CandidatesPage, VoteLead},
    store::{boards, candidates as stored, election_seats},
    words::T,
};
pub use words::{Named, challenge_words, members, people_options, seat_words, state_word, waiver_words, with_names};

struct Row {
    number: String,
    name: String,
    detail: String,
    statement: String,
}

#[derive(Template)]
#[template(path = "election.html")]
struct Shown {
    t: T,
    seats: Vec<String>,
    rows: Vec<Row>,
    votes: bool,
    lot: Option<String>,
    waiver: Option<String>,
    challenge: Option<String>,
    mine: Option<String>,
    candidates: Option<String>,
    board: Option<String>,
}

/// What a vote's page says besides of an election: seats, candidates, votes, lot.
///
/// # Errors
/// When the database cannot be read.
pub fn more(r: &Reading<'_>, place: &Place) -> Result<String> {
    if place.vote.kind != VoteKind::Election {
        return Ok(String::new());
    }
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let me = v.actor.person.map(Id::<Person>::new);
    let all = stored::list_candidates(r.conn, vote.id)?;
    let settled = !matches!(vote.state, VoteState::Draft | VoteState::Announced);
    let mut shown: Vec<&Candidate> = all.iter().filter(|c| c.state.is_on_ballot()).collect();
    let decided = vote.state == VoteState::Decided;
    if decided {
        shown.sort_by_key(|c| (std::cmp::Reverse(c.votes), c.number));
    }
    let lot = stored::find_lot(r.conn, vote.id)?.filter(|_| decided);
    let names = Named::load(r, place, &all, lot.iter().map(|l| l.0))?;
    let row = |c: &&Candidate| Row {
        number: if settled { c.number.to_string() } else { String::new() },
        name: names.of(c),
        detail: detail(t, c, decided, c.list.as_deref()),
        statement: c.statement.clone(),
    };
    let board = boards::list_board(r.conn, vote.id)?;
    let drawn = |numbers: &str| {
        let of = |n: &str| all.iter().find(|c| c.number.to_string() == n).map_or_else(|| n.to_owned(), |c| names.of(c));
        i18n::list_and(v.lang, &numbers.split(' ').map(of).collect::<Vec<_>>())
    };
    let seats = election_seats::list_vote_seats(r.conn, vote.id)?;
    let shown = Shown {
        t,
        seats: seats.iter().map(|s| seat_words(v.lang, s)).collect(),
        rows: shown.iter().map(row).collect(),
        votes: decided,
        lot: lot.map(|(who, numbers, at)| {
            let who = names.person(who).unwrap_or_else(|| t.candidate_somebody().to_owned());
            t.lot_drawn(who, i18n::day_long(v.lang, at.day()), drawn(&numbers))
        }),
        waiver: stored::find_waiver(r.conn, vote.id)?.map(|w| waiver_words(t, &w)),
        challenge: challenge_words(t, place),
        mine: all.iter().find(|c| Some(c.person) == me).map(|c| t.candidate_yours(state_word(t, c.state))),
        candidates: me.map(|_| v.link(&CandidatesPage { vote: vote.id })),
        board: board.iter().any(|m| Some(m.person) == me).then(|| v.link(&BoardPage { vote: vote.id })),
    };
    shown.render().map_err(Error::internal)
}

fn detail(t: T, c: &Candidate, decided: bool, list: Option<&str>) -> String {
    let mut parts: Vec<String> = list.map(|l| t.candidate_list(l)).into_iter().collect();
    if decided {
        parts.extend(c.votes.map(|votes| t.candidate_votes(votes)));
        parts.push(state_word(t, c.state).to_owned());
    }
    parts.join(" · ")
}

#[derive(Template)]
#[template(path = "election_lead.html")]
struct Lead {
    t: T,
    once: String,
    board: Vec<String>,
    fields: Vec<String>,
    missing: Option<String>,
    waiver: Vec<String>,
    candidates: String,
    page: Option<String>,
}

/// What leading an election asks for besides: the board, and what becomes of a territory nobody stands in.
///
/// # Errors
/// When the database cannot be read.
pub fn lead_more(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<String> {
    if place.vote.kind != VoteKind::Election {
        return Ok(String::new());
    }
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let board = boards::list_board(r.conn, vote.id)?;
    let me = v.actor.person.map(Id::<Person>::new);
    let names = Names::load_with_places(r.conn, &v.actor, board.iter().map(|m| m.person))?;
    let shown = board.iter().map(|m| {
        let name = names.anywhere(m.person).map_or_else(|| t.candidate_somebody().to_owned(), |who| who.name.full());
        if m.released_at.is_some() { t.board_has_released(name) } else { name }
    });
    let draft = vote.state == VoteState::Draft;
    let options = if draft { people_options(t, &members(r, &place.body)?) } else { Vec::new() };
    let fields = BOARD_FIELDS.iter().zip([t.board_first(), t.board_second(), t.board_third()]);
    let fields = fields.map(|(name, label)| form.select(name, label, options.clone()).to_string());
    let before = matches!(vote.state, VoteState::Draft | VoteState::Announced) && vote.previous.is_none();
    let seats = election_seats::list_vote_seats(r.conn, vote.id)?;
    let missing = if before {
        let mut all = stored::list_candidates(r.conn, vote.id)?;
        all.retain(|c| c.state.is_on_ballot());
        verbs::missing_territories(r.conn, &place.body, &place.rules.rules, &seats, &all)?
    } else {
        Vec::new()
    };
    let territories = if missing.is_empty() { Vec::new() } else { people::list_territories(r.conn)? };
    let called: Vec<String> =
        territories.iter().filter(|it| missing.contains(&it.id)).map(|it| it.name.clone()).collect();
    let said = stored::find_waiver(r.conn, vote.id)?.map(|w| waiver_words(t, &w));
    let sentence = match (called.is_empty(), said) {
        (true, said) => said,
        (false, Some(said)) => Some(format!("{} {said}", t.missing_in(i18n::list_and(v.lang, &called)))),
        (false, None) => Some(t.missing_in(i18n::list_and(v.lang, &called))),
    };
    let waiver = if called.is_empty() {
        Vec::new()
    } else {
        vec![
            form.radios(
                "elsewhere",
                t.missing_choice(),
                vec![
                    ("nein".to_owned(), t.missing_open().to_owned()),
                    ("ja".to_owned(), t.missing_elsewhere().to_owned()),
                ],
            )
            .to_string(),
            form.text("decision", t.missing_decision()).hint(t.missing_decision_hint()).most(300).to_string(),
        ]
    };
    let shown = Lead {
        t,
        once: form.once(),
        board: shown.collect(),
        fields: if draft { fields.collect() } else { Vec::new() },
        missing: sentence,
        waiver,
        candidates: v.link(&CandidatesPage { vote: vote.id }),
        page: board.iter().any(|m| Some(m.person) == me).then(|| v.link(&BoardPage { vote: vote.id })),
    };
    shown.render().map_err(Error::internal)
}

/// The fields that name a board.
pub const BOARD_FIELDS: [&str; 3] = ["board", "board2", "board3"];

/// The persons named for a board.
pub fn board_of(w: &Writing<'_>) -> Vec<Id<Person>> {
    BOARD_FIELDS.iter().filter_map(|name| w.ask.field(name).parse().ok()).collect()
}

/// What is done with an election besides.
///
/// # Errors
/// As the verbs.
pub fn lead_act(w: &Writing<'_>, p: &VoteLead) -> Result<Answer> {
    let (t, actor) = (T(w.viewer.lang), &w.viewer.actor);
    let again = |found: Vec<Problem>| lead::page(&w.reading(), p, &FormView::kept(w.viewer.lang, w.ask, found));
    let done = match w.ask.field("tat") {
        "wahlvorstand" => crate::set_board(w.tx, actor, p.vote, &board_of(w)),
        "ungleich" => {
            crate::note_imbalance(w.tx, actor, p.vote, w.ask.field("elsewhere") == "ja", w.ask.field("decision"))
        }
        _ => return again(vec![unknown_deed()]),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(p)).with_note(t.done_saved())),
        Err(fault) => again(problems(fault, "board")?),
    }
}

fn slip(r: &Reading<'_>, place: &Place) -> Result<verbs::Slip> {
    verbs::slip(r.conn, &place.vote, &place.rules.rules)
}

/// What can be marked: number and name; a list with its people.
fn marks(t: T, slip: &verbs::Slip, names: &Named<'_>) -> Vec<(String, String)> {
    if slip.lists.is_empty() {
        return slip
            .candidates
            .iter()
            .map(|c| (c.number.to_string(), format!("{}. {}", c.number, names.of(c))))
            .collect();
    }
    let people = |list: &String| {
        let of = slip.candidates.iter().filter(|c| c.list.as_ref() == Some(list)).map(|c| names.of(c));
        i18n::list_and(t.0, &of.collect::<Vec<_>>())
    };
    slip.lists.iter().map(|(n, list)| (n.to_string(), t.mark_list(n.to_string(), list, people(list)))).collect()
}

/// What each number on an election's ballot stands for, as far as the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn ballot_marks(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, String)>> {
    let slip = slip(r, place)?;
    let names = Named::load(r, place, &slip.candidates, [])?;
    Ok(marks(T(r.viewer.lang), &slip, &names))
}

/// The names behind the numbers of a choice.
#[must_use]
pub fn marked(lang: kernel::Lang, marks: &[(String, String)], numbers: &[u32]) -> String {
    let of = |n: &u32| marks.iter().find(|(v, _)| *v == n.to_string()).map(|(_, name)| name.clone());
    i18n::list_and(lang, &numbers.iter().filter_map(of).collect::<Vec<_>>())
}

/// The fields of an election's ballot.
///
/// # Errors
/// When the database cannot be read.
pub fn fields(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let slip = slip(r, place)?;
    let names = Named::load(r, place, &slip.candidates, [])?;
    let mut options = marks(t, &slip, &names);
    let only = options.first().filter(|_| slip.yes_no).map(|(_, name)| name.clone());
    if slip.yes_no {
        options = vec![(Choice::Yes.text(), t.choice_yes().to_owned()), (Choice::No.text(), t.choice_no().to_owned())];
    }
    options.push((Choice::Abstain.text(), t.mark_abstain().to_owned()));
    if place.vote.grade == Grade::Covert {
        options.push((Choice::Invalid.text(), t.mark_invalid().to_owned()));
    }
    let field = if slip.most > 1 {
        let hint = if slip.fewest > 1 { t.mark_all(slip.fewest) } else { t.mark_most(slip.most) };
        form.boxes("choice", t.mark_choose(), options).hint(&hint).to_string()
    } else {
        let label = only.map_or_else(|| t.mark_choose().to_owned(), |name| t.mark_for(name));
        form.radios("choice", &label, options).to_string()
    };
    Ok(vec![field])
}

/// What was chosen on an election's ballot, in words; too many crosses are said aloud before they count.
///
/// # Errors
/// When the database cannot be read.
pub fn choice_words(r: &Reading<'_>, place: &Place, choice: &Choice) -> Result<String> {
    let t = T(r.viewer.lang);
    let slip = slip(r, place)?;
    Ok(match choice {
        Choice::Yes => t.choice_yes().to_owned(),
        Choice::No => t.choice_no().to_owned(),
        Choice::Abstain | Choice::Blank => t.mark_abstain().to_owned(),
        Choice::Invalid => t.mark_invalid().to_owned(),
        Choice::Chosen(numbers) => {
            let names = Named::load(r, place, &slip.candidates, [])?;
            let chosen = marked(r.viewer.lang, &marks(t, &slip, &names), numbers);
            if slip.spoils(numbers.len()) {
                let why = if numbers.len() > slip.most {
                    t.mark_too_many(numbers.len(), slip.most)
                } else {
                    t.mark_too_few(numbers.len(), slip.fewest)
                };
                format!("{chosen}. {why}")
            } else if slip.most > 1 {
                format!("{chosen}. {}", t.mark_used(numbers.len(), slip.most))
            } else {
                chosen
            }
        }
    })
}

/// Reads the choice from an election's ballot; `None` when nothing fits. Too many crosses count as an invalid ballot once
/// the check page said so.
///
/// # Errors
/// When the database cannot be read.
pub fn read_choice(w: &Writing<'_>, place: &Place) -> Result<Option<Choice>> {
    let r = w.reading();
    let values: Vec<&str> = w.ask.every("choice").map(str::trim).filter(|v| !v.is_empty()).collect();
    let Some(choice) = Choice::read(&values.join(" ")) else { return Ok(None) };
    let Choice::Chosen(numbers) = &choice else { return Ok(Some(choice)) };
    let slip = slip(&r, place)?;
    let known = slip.numbers();
    let once = numbers.windows(2).all(|two| two[0] != two[1]);
    if slip.yes_no || !once || !numbers.iter().all(|n| known.contains(n)) {
        return Ok(None);
    }
    let warned = w.ask.field("tat") == "abgeben" && w.ask.field("checked") == choice.text();
    Ok(Some(if warned && slip.spoils(numbers.len()) { Choice::Invalid } else { choice }))
}

/// What the protocol of an election says besides: who stood with which votes, who accepted, the lot, what was decided about
/// territories nobody stands in.
///
/// # Errors
/// When the database cannot be read.
pub fn protocol(r: &Reading<'_>, place: &Place, paper: Paper) -> Result<Paper> {
    if place.vote.kind != VoteKind::Election {
        return Ok(paper);
    }
    let (t, lang, vote) = (T(r.viewer.lang), r.viewer.lang, &place.vote);
    let mut all = stored::list_candidates(r.conn, vote.id)?;
    all.retain(|c| c.state.is_on_ballot());
    all.sort_by_key(|c| (std::cmp::Reverse(c.votes), c.number));
    let lot = stored::find_lot(r.conn, vote.id)?;
    let names = Named::load(r, place, &all, lot.iter().map(|l| l.0))?;
    let row = |c: &Candidate| {
        let votes = c.votes.map_or_else(String::new, |v| v.to_string());
        vec![
            Words::from(format!("{}. {}", c.number, names.of(c))),
            Words::from(votes),
            Words::from(state_word(t, c.state)),
        ]
    };
    let head = [t.nominate_who(), t.protocol_election_votes(), t.board_roll_how()].map(str::to_owned).to_vec();
    let mut paper = paper.with(Block::Table(Table {
        caption: t.candidates_title().to_owned(),
        head,
        rows: all.iter().map(row).collect(),
        align: vec![Align::Start, Align::End, Align::Start],
    }));
    if let Some((on_paper, here)) = both_ways(r, vote)? {
        paper = paper.text(t.protocol_both(on_paper, here));
    }
    if let Some((who, numbers, at)) = lot {
        let who = names.person(who).unwrap_or_else(|| t.candidate_somebody().to_owned());
        paper = paper.text(t.lot_drawn(who, i18n::day_long(lang, at.day()), numbers));
    }
    if let Some(waiver) = stored::find_waiver(r.conn, vote.id)? {
        paper = paper.text(waiver_words(t, &waiver));
    }
    if let Some(sentence) = challenge_words(t, place) {
        paper = paper.text(sentence);
    }
    Ok(paper)
}

/// Of a result that came on paper and here: how many ballots on either way.
fn both_ways(r: &Reading<'_>, vote: &Vote) -> Result<Option<(u64, u64)>> {
    if vote.method != Method::Mixed {
        return Ok(None);
    }
    let sum: Option<PaperSum> = vote.paper.as_deref().map(serde_json::from_str).transpose().map_err(Error::internal)?;
    let (Some(sum), Some(counting)) = (sum, stored::find_counting(r.conn, vote.id)?) else { return Ok(None) };
    Ok(Some((sum.ballots(), counting.present.saturating_sub(sum.ballots()))))
}
