//! `/wahlen/{vote}/wahlvorstand`: what two persons of the election board do together. Nobody else sees who voted.

use askama::Template;
use kernel::{Error, Id, Problem, Reason, Result};
use people::Person;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Named, members, people_options, seat_words};
use crate::{
    BoardMember, Candidate, CandidateState, Entitlement, Grade, Left, Method, PaperSum, VoteKind, VoteState, Way,
    actions::election as verbs,
    pages::{Place, problems, unknown_deed, vote::unit_names},
    paths::{BoardPage, VoteLead, VotePage},
    store::{boards, candidates as stored, election_seats, rolls},
    words::T,
};

/// One thing that can be done now.
struct Deed {
    id: String,
    title: String,
    text: String,
    fields: Vec<String>,
    hidden: Vec<(&'static str, String)>,
    buttons: Vec<(&'static str, &'static str)>,
}

/// A line of the roll: who, whether cast, and what can be done.
struct Line {
    id: String,
    name: String,
    how: &'static str,
    deed: Option<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "board.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    title: String,
    lead: String,
    next: String,
    members: Vec<(String, String)>,
    deeds: Vec<Deed>,
    roll: Vec<Line>,
    cast: usize,
    back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not on the board.
pub fn show(r: &Reading<'_>, p: BoardPage) -> Result<Answer> {
    page(r, &p, None)
}

fn page(r: &Reading<'_>, p: &BoardPage, form: Option<FormView>) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    let (t, v, vote) = (T(r.viewer.lang), r.viewer, &place.vote);
    let board = boards::list_board(r.conn, vote.id)?;
    let me = v.actor.person.map(Id::<Person>::new);
    let mine = board.iter().find(|m| Some(m.person) == me).filter(|_| vote.kind == VoteKind::Election);
    let mine = mine.ok_or(Error::NotFound)?;
    let today = v.today.to_string();
    let form = form.unwrap_or_else(|| FormView::new(v.lang, &[("day", today.as_str())]));
    let all = stored::list_candidates(r.conn, vote.id)?;
    let names = Named::load(r, &place, &all, board.iter().map(|m| m.person))?;
    let member = |m: &BoardMember| {
        let name = names.person(m.person).unwrap_or_else(|| t.candidate_somebody().to_owned());
        (name, signed(t, m))
    };
    let roll = roll(r, &place)?;
    let cast = roll.iter().filter(|l| l.how != t.roll_not_cast()).count();
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[(&vote.title, v.link(&VotePage { vote: vote.id }))])?,
        summary: form.summary(),
        once: form.once(),
        title: t.board_title().to_owned(),
        lead: vote.title.clone(),
        next: next(t, vote.state).to_owned(),
        members: board.iter().map(member).collect(),
        deeds: deeds(r, &place, &form, mine, &board, &all, &names)?,
        cast,
        roll,
        back: v.link(&VotePage { vote: vote.id }),
    };
    let page = place.page(r, &t.board_page(&vote.title))?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

const fn next(t: T, state: VoteState) -> &'static str {
    match state {
        VoteState::Draft => t.board_next_draft(),
        VoteState::Announced => t.board_next_announced(),
        VoteState::Open => t.board_next_open(),
        VoteState::Closed => t.board_next_closed(),
        VoteState::Decided => t.board_next_decided(),
        VoteState::Void => t.board_next_void(),
    }
}

fn signed(t: T, m: &BoardMember) -> String {
    let all = [
        (m.released_at, t.signed_release()),
        (m.closed_at, t.signed_close()),
        (m.paper_at, t.signed_paper()),
        (m.counted_at, t.signed_count()),
    ];
    let done: Vec<&str> = all.iter().filter(|(at, _)| at.is_some()).map(|(_, word)| *word).collect();
    if done.is_empty() { t.signed_nothing().to_owned() } else { done.join(", ") }
}

fn roll(r: &Reading<'_>, place: &Place) -> Result<Vec<Line>> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    // In a sitting ballots are handed out and come back there: nobody is ticked off here.
    if !matches!(vote.state, VoteState::Open | VoteState::Closed) || vote.method == Method::Sitting {
        return Ok(Vec::new());
    }
    let names = unit_names(r, place)?;
    let marks = rolls::list_marks(r.conn, vote.id)?;
    let line = |e: &Entitlement| {
        let mark = marks.iter().find(|m| m.entitlement == e.id);
        let (how, deed) = match mark.map(|m| m.way) {
            _ if e.barred.is_some() => (t.roll_is_barred(), None),
            Some(Way::Post) => (t.roll_envelope(), Some(("umschlag-zurueck", t.envelope_back()))),
            Some(_) => (t.roll_cast(), None),
            None => (t.roll_not_cast(), vote.method.has_paper().then_some(("umschlag", t.envelope_mark()))),
        };
        Line { id: e.id.to_string(), name: names.of(e), how, deed }
    };
    Ok(rolls::list_roll(r.conn, vote.id)?.iter().map(line).collect())
}

fn deed(id: &str, title: &str, text: impl Into<String>, value: &'static str, word: &'static str) -> Deed {
    Deed {
        id: id.to_owned(),
        title: title.to_owned(),
        text: text.into(),
        fields: Vec::new(),
        hidden: Vec::new(),
        buttons: vec![(value, word)],
    }
}

/// Whether one of them can be done with this button.
fn has(deeds: &[Deed], button: &str) -> bool {
    deeds.iter().any(|d| d.buttons.iter().any(|(value, _)| *value == button))
}

fn deeds(
    r: &Reading<'_>,
    place: &Place,
    form: &FormView,
    mine: &BoardMember,
    board: &[BoardMember],
    all: &[Candidate],
    names: &Named<'_>,
) -> Result<Vec<Deed>> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let mut deeds = Vec::new();
    match vote.state {
        VoteState::Draft if mine.released_at.is_none() => {
            deeds.push(deed("freigeben", t.deed_release(), t.deed_release_text(), "freigeben", t.deed_release()));
        }
        VoteState::Open if mine.closed_at.is_none() => {
            deeds.push(deed(
                "schliessen",
                t.deed_close_early(),
                t.deed_close_early_text(),
                "schliessen",
                t.deed_sign_close(),
            ));
        }
        VoteState::Closed => closed(r, place, form, mine, board, all, names, &mut deeds)?,
        VoteState::Decided => decided(r, place, form, all, names, &mut deeds)?,
        VoteState::Void if vote.grade == Grade::Covert && vote.verdict_de.is_some() => {
            deeds.push(deed("papier", t.deed_on_paper(), t.deed_on_paper_text(), "naechster", t.deed_prepare_round()));
        }
        _ => {}
    }
    Ok(deeds)
}

#[allow(clippy::too_many_arguments, reason = "the parts of one page")]
fn closed(
    r: &Reading<'_>,
    place: &Place,
    form: &FormView,
    mine: &BoardMember,
    board: &[BoardMember],
    all: &[Candidate],
    names: &Named<'_>,
    deeds: &mut Vec<Deed>,
) -> Result<()> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let papers = board.iter().filter(|m| m.paper_at.is_some()).count();
    if vote.needs_sum() {
        let slip = verbs::slip(r.conn, vote, &place.rules.rules)?;
        let sum: Option<PaperSum> =
            vote.paper.as_deref().map(serde_json::from_str).transpose().map_err(Error::internal)?;
        if let Some(sum) = sum.filter(|_| mine.paper_at.is_none()) {
            let text = t.deed_sign_sum_text(sum_words(t, &sum, all, names));
            deeds.push(deed("unterschreiben", t.deed_sign_sum(), text, "summe-unterschreiben", t.deed_sign_sum()));
        }
        let number = |name: &str, label: &str| form.text(name, label).most(8).to_string();
        let mut fields = vec![number("valid", t.sum_valid())];
        for n in slip.numbers() {
            let of = slip.candidates.iter().find(|c| c.ballot_number() == n).map(|c| names.of(c));
            let list = slip.lists.iter().find(|(at, _)| *at == n).map(|(_, name)| name.clone());
            let name = list.or(of).unwrap_or_default();
            fields.push(number(&format!("votes-{n}"), &t.sum_votes(n.to_string(), name)));
        }
        if slip.candidates.len() == 1 {
            fields.push(number("no", t.sum_no()));
        }
        fields.extend([number("blank", t.sum_blank()), number("invalid", t.sum_invalid())]);
        deeds.push(Deed { fields, ..deed("summe", t.deed_sum(), t.deed_sum_text(), "summe", t.deed_sum_save()) });
    }
    let ready = !vote.needs_sum() || papers >= 2;
    if mine.counted_at.is_none() && ready {
        deeds.push(deed("auszaehlen", t.deed_count(), t.deed_count_text(), "auszaehlen", t.deed_sign_count()));
    }
    Ok(())
}

fn sum_words(t: T, sum: &PaperSum, all: &[Candidate], names: &Named<'_>) -> String {
    let of = |n: u32| all.iter().find(|c| c.ballot_number() == n).map_or_else(|| n.to_string(), |c| names.of(c));
    let mut parts = vec![format!("{}: {}", t.sum_valid(), sum.valid)];
    parts.extend(sum.votes.iter().map(|(n, votes)| format!("{}: {votes}", of(*n))));
    if sum.no > 0 {
        parts.push(format!("{}: {}", t.sum_no(), sum.no));
    }
    parts.extend([format!("{}: {}", t.sum_blank(), sum.blank), format!("{}: {}", t.sum_invalid(), sum.invalid)]);
    parts.join(", ")
}

fn decided(
    r: &Reading<'_>,
    place: &Place,
    form: &FormView,
    all: &[Candidate],
    names: &Named<'_>,
    deeds: &mut Vec<Deed>,
) -> Result<()> {
    let (t, vote) = (T(r.viewer.lang), &place.vote);
    let seats = election_seats::list_vote_seats(r.conn, vote.id)?;
    let counting = stored::find_counting(r.conn, vote.id)?;
    let following = verbs::following_places(r.conn, &r.viewer.actor, vote)?;
    for (group, left) in counting.iter().flat_map(|c| c.left.iter().enumerate()) {
        let who = |numbers: &[u32]| {
            let of = |n: &u32| all.iter().find(|c| c.ballot_number() == *n);
            let name = |n: &u32| of(n).map_or_else(|| n.to_string(), |c| format!("{n} {}", names.of(c)));
            i18n::list_and(r.viewer.lang, &numbers.iter().map(name).collect::<Vec<_>>())
        };
        let hidden = vec![("group", group.to_string())];
        match left {
            // One lot is drawn after the other: each has the same fields, and a number stands once in a page.
            Left::Lot(numbers, places) if has(deeds, "los") => deeds.push(Deed {
                buttons: Vec::new(),
                ..deed(
                    &format!("los-{group}"),
                    t.deed_lot(),
                    format!("{} {}", t.deed_lot_text(*places, who(numbers)), t.deed_lot_after()),
                    "",
                    "",
                )
            }),
            Left::Lot(numbers, places) => {
                let options = people_options(t, &members(r, &place.body)?);
                deeds.push(Deed {
                    fields: vec![
                        form.select("drawer", t.lot_who(), options).to_string(),
                        form.text("drawn", t.lot_numbers()).hint(t.lot_numbers_hint()).most(200).to_string(),
                    ],
                    hidden,
                    ..deed(
                        &format!("los-{group}"),
                        t.deed_lot(),
                        t.deed_lot_text(*places, who(numbers)),
                        "los",
                        t.deed_lot_save(),
                    )
                });
            }
            Left::Runoff(numbers, places) | Left::Repeat(numbers, places) if following.len() <= group => {
                let title = if matches!(left, Left::Runoff(..)) { t.deed_runoff() } else { t.deed_repeat() };
                deeds.push(Deed {
                    hidden,
                    ..deed(
                        &format!("gang-{group}"),
                        title,
                        t.deed_round_text(*places, who(numbers)),
                        "naechster",
                        t.deed_prepare_round(),
                    )
                });
            }
            _ => {}
        }
    }
    for it in all.iter().filter(|c| c.state == CandidateState::Elected) {
        let seat = seats.iter().find(|s| Some(s.seat) == it.seat);
        let seat = seat.map_or_else(String::new, |s| seat_words(r.viewer.lang, s));
        // The same field stands in each form: only the first has it, so that no number stands twice in a page.
        let fields = if has(deeds, "angenommen") {
            Vec::new()
        } else {
            vec![form.text("day", t.accept_day()).kind("date").to_string()]
        };
        let hidden = vec![("candidate", it.id.to_string())];
        deeds.push(Deed {
            fields,
            hidden,
            buttons: vec![("angenommen", t.deed_accepted()), ("abgelehnt", t.deed_refused())],
            ..deed(&format!("annahme-{}", it.number), &t.deed_accept(names.of(it)), t.deed_accept_text(seat), "", "")
        });
    }
    let next = all.iter().filter(|c| c.state == CandidateState::Substitute).min_by_key(|c| c.rank);
    for seat in verbs::free_seats(r.conn, &seats, all)? {
        let words = seats.iter().find(|s| s.seat == seat).map_or_else(String::new, |s| seat_words(r.viewer.lang, s));
        match next.filter(|_| place.rules.rules.elections.move_up.value) {
            Some(next) => deeds.push(Deed {
                hidden: vec![("seat", seat.to_string())],
                ..deed(
                    &format!("frei-{seat}"),
                    t.deed_move_up(),
                    t.deed_move_up_text(words, names.of(next)),
                    "nachruecken",
                    t.deed_move_up(),
                )
            }),
            None => deeds.push(Deed {
                buttons: Vec::new(),
                ..deed(&format!("frei-{seat}"), t.deed_vacant(), t.deed_vacant_text(words), "", "")
            }),
        }
    }
    Ok(())
}

fn count(w: &Writing<'_>, fields: &mut Fields<'_>, name: &str) -> u64 {
    let text = w.ask.field(name);
    if text.is_empty() {
        return 0;
    }
    text.parse::<u64>().ok().filter(|n| *n <= 1_000_000).unwrap_or_else(|| {
        fields.refuse("valid", "Bitte schreiben Sie nur ganze Zahlen.", "Please write whole numbers only.");
        0
    })
}

fn sum_of(w: &Writing<'_>, place: &Place) -> Result<std::result::Result<PaperSum, Vec<Problem>>> {
    let slip = verbs::slip(w.tx, &place.vote, &place.rules.rules)?;
    let mut fields = Fields::of(w.ask);
    let votes = slip.numbers().iter().map(|n| (*n, count(w, &mut fields, &format!("votes-{n}")))).collect();
    let sum = PaperSum {
        valid: count(w, &mut fields, "valid"),
        votes,
        no: count(w, &mut fields, "no"),
        blank: count(w, &mut fields, "blank"),
        invalid: count(w, &mut fields, "invalid"),
    };
    Ok(if fields.problems.is_empty() { Ok(sum) } else { Err(fields.problems) })
}

/// Does it.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: BoardPage) -> Result<Answer> {
    let (t, actor, tx) = (T(w.viewer.lang), &w.viewer.actor, w.tx);
    let again = |found: Vec<Problem>| page(&w.reading(), &p, Some(FormView::kept(w.viewer.lang, w.ask, found)));
    let base = &w.site.outside().base_url;
    let place = Place::load(&w.reading(), p.vote)?;
    let unit = || w.ask.field("unit").parse::<Id<Entitlement>>().map_err(|_| Error::NotFound);
    let group = || w.ask.field("group").parse::<usize>().unwrap_or_default();
    let (done, field, note) = match w.ask.field("tat") {
        "freigeben" => (crate::release(tx, actor, p.vote), "", t.done_released()),
        "schliessen" => (crate::close_together(tx, actor, p.vote, base).map(drop), "", t.done_signed()),
        "umschlag" => (crate::mark_envelope(tx, actor, p.vote, unit()?), "", t.done_saved()),
        "umschlag-zurueck" => (crate::take_back_envelope(tx, actor, p.vote, unit()?), "", t.done_saved()),
        "summe" => match sum_of(w, &place)? {
            Ok(sum) => (crate::enter_paper(tx, actor, p.vote, &sum, base), "valid", t.done_signed()),
            Err(found) => return again(found),
        },
        "summe-unterschreiben" => (crate::sign_paper(tx, actor, p.vote), "", t.done_signed()),
        "auszaehlen" => (crate::sign_count(tx, actor, p.vote, base).map(drop), "", t.done_signed()),
        "los" => {
            let Ok(drawer) = w.ask.field("drawer").parse::<Id<Person>>() else {
                let reason = Reason::new("Bitte nennen Sie, wer gezogen hat.", "Please name who drew.");
                return again(vec![Problem { field: "drawer", reason }]);
            };
            let drawn: Option<Vec<u32>> =
                w.ask.field("drawn").split([' ', ',']).filter(|n| !n.is_empty()).map(|n| n.parse().ok()).collect();
            let Some(drawn) = drawn else {
                let reason = Reason::new("Bitte schreiben Sie die Nummern.", "Please write the numbers.");
                return again(vec![Problem { field: "drawn", reason }]);
            };
            (crate::draw_lot(tx, actor, p.vote, group(), drawer, &drawn, base), "drawn", t.done_saved())
        }
        "naechster" => {
            return match crate::next_round(tx, actor, p.vote, group()) {
                Ok(vote) if place.leads => Ok(Answer::to(w.viewer.link(&VoteLead { vote })).with_note(t.done_round())),
                Ok(vote) => Ok(Answer::to(w.viewer.link(&BoardPage { vote })).with_note(t.done_round())),
                Err(fault) => again(problems(fault, "")?),
            };
        }
        "angenommen" | "abgelehnt" => {
            let candidate = w.ask.field("candidate").parse::<Id<Candidate>>().map_err(|_| Error::NotFound)?;
            let day = match w.ask.field("day") {
                "" => w.viewer.today,
                text => match w.ask.day(text) {
                    Ok(day) => day,
                    Err(reason) => return again(vec![Problem { field: "day", reason }]),
                },
            };
            let accepts = w.ask.field("tat") == "angenommen";
            (crate::record_acceptance(tx, actor, p.vote, candidate, accepts, day), "day", t.done_saved())
        }
        "nachruecken" => {
            let seat = w.ask.field("seat").parse().map_err(|_| Error::NotFound)?;
            (crate::move_up(tx, actor, p.vote, seat, base), "", t.done_saved())
        }
        _ => return again(vec![unknown_deed()]),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Err(fault) => again(problems(fault, field)?),
    }
}
