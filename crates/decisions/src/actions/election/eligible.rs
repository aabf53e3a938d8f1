//! Who may stand, by the rules and the seats of that day.

use db::Conn;
use kernel::{Actor, Day, Id, Reason, Result};
use networks::{Body, Names, Place, Voter};
use people::{Organisation, Person, Post, Territory};

use crate::{
    Candidate, Vote, VoteSeat,
    rules::{Balance, RuleSet, Stands, terms},
    store::election_seats,
};

/// Through what somebody may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// Her post.
    pub post: Option<Id<Post>>,
    /// Her organisation, or the one that puts her forward.
    pub organisation: Option<Id<Organisation>>,
    /// The territory she comes from.
    pub territory: Option<Id<Territory>>,
}

/// Whether a person is hidden in a body from whoever asks.
type Hidden<'a> = dyn Fn(&Body, Id<Person>) -> bool + 'a;

/// The body and its network: whoever has a seat there can be put forward.
///
/// # Errors
/// When the database cannot be read.
pub fn homes(conn: &Conn, body: &Body) -> Result<Vec<Body>> {
    let mut all = vec![body.clone()];
    if !body.is_network() {
        all.push(networks::body_for_program(conn, body.network)?);
    }
    Ok(all)
}

/// The seats of the body and of its network, on a day; whoever is `hidden` in one of them has none there.
fn voters(conn: &Conn, body: &Body, day: Day, hidden: &Hidden<'_>) -> Result<Vec<Voter>> {
    let mut all = Vec::new();
    // Two at most.
    for home in homes(conn, body)? {
        let mut seats = networks::voters(conn, &home, day)?;
        for seat in &mut seats {
            seat.holder = seat.holder.filter(|holder| !hidden(&home, *holder));
            seat.may_cast.retain(|person| !hidden(&home, *person));
        }
        all.extend(seats);
    }
    Ok(all)
}

/// Through what a person may stand on a day, as the rules say; otherwise why not. Whoever asks learns nothing of seats on which
/// she may not see that person; the program itself asks with nobody.
///
/// # Errors
/// When the database cannot be read.
pub fn may_stand_by(
    conn: &Conn,
    (vote, body, rules): (&Vote, &Body, &RuleSet),
    seats: &[VoteSeat],
    person: Id<Person>,
    (by, asks): (Option<Id<Person>>, Option<&Actor>),
) -> Result<std::result::Result<Standing, Reason>> {
    let day = conn.today();
    let names = asks.map(|asks| Names::load_with_places(conn, asks, [person])).transpose()?;
    let unseen = |at: &Body| names.as_ref().is_some_and(|names| names.belonging(person, &Place::from(at)).is_none());
    let hidden = |at: &Body, who: Id<Person>| who == person && unseen(at);
    let all = voters(conn, body, day, &hidden)?;
    let fills = |v: &&Voter| v.holder == Some(person) || v.may_cast.contains(&person);
    // What she herself holds goes before what she deputises for.
    let hers = all.iter().find(|v| v.holder == Some(person) && v.post.is_some()).or_else(|| all.iter().find(fills));
    let speaks = |who: Id<Person>| {
        let of = |v: &&Voter| v.organisation.is_some() && (v.holder == Some(who) || v.may_cast.contains(&who));
        all.iter().find(of).and_then(|v| v.organisation)
    };
    let post = hers.filter(|v| v.holder == Some(person)).and_then(|v| v.post);
    let organisation = by.and_then(speaks).or_else(|| speaks(person));
    let ags = match hers.and_then(|v| v.ags.clone()) {
        Some(ags) => Some(ags),
        None => organisation.map(|o| election_seats::ags_of(conn, o)).transpose()?.flatten(),
    };
    let territory = ags.map(|ags| territory(conn, seats, &ags)).transpose()?.flatten();
    let found = Standing { post, organisation, territory };
    let votes = || all.iter().any(|v| v.may_cast.contains(&person));
    let refuse = |de: &str, en: &str| Ok(Err(Reason::new(de, en)));
    match rules.elections.eligible.value {
        Stands::Voting if !votes() => {
            refuse("Wählbar ist nur, wer hier eine Stimme hat.", "Only those with a vote here can be elected.")
        }
        Stands::Post if post.is_none() => refuse(
            "Wählbar ist nur, wer an diesem Tag eine Stelle im Netzwerk innehat.",
            "Only those who hold a post in the network on that day can be elected.",
        ),
        Stands::Organisation if organisation.is_none() => refuse(
            "Wählbar ist nur, wen eine Mitgliedsorganisation vorschlägt.",
            "Only those a member organisation puts forward can be elected.",
        ),
        Stands::Territory if territory.is_none() => refuse(
            "Wählbar ist nur, wer aus dem Gebiet kommt, für das gewählt wird.",
            "Only those who come from the territory that is elected for can be elected.",
        ),
        _ => Ok(served(conn, vote, rules, seats, (person, &hidden))?.map_or(Ok(found), Err)),
    }
}

/// The rule on terms in a row, where it stands in the way.
fn served(
    conn: &Conn,
    vote: &Vote,
    rules: &RuleSet,
    seats: &[VoteSeat],
    (person, hidden): (Id<Person>, &Hidden<'_>),
) -> Result<Option<Reason>> {
    let (Some(_), Some(seat)) = (rules.elections.most_terms.value, seats.first()) else { return Ok(None) };
    // It is asked again when the ballot is settled.
    if hidden(&networks::body_for_program(conn, seat.body)?, person) {
        return Ok(None);
    }
    let from = vote.term_from.unwrap_or_else(|| conn.today());
    let mut end = from;
    let mut count = 0_u16;
    for (first, until) in election_seats::list_terms(conn, person, seat.body, seat.office)? {
        // A break of more than a month is no term in a row.
        if until.plus_months(1) < end {
            break;
        }
        count += 1;
        end = first;
    }
    let verdict = terms::may_stand(&rules.elections, count);
    Ok((!verdict.holds).then(|| Reason::new(verdict.de, verdict.en)))
}

/// The territory a key belongs to: the closest of those the seats stand for; where they stand for none, the district.
fn territory(conn: &Conn, seats: &[VoteSeat], ags: &str) -> Result<Option<Id<Territory>>> {
    if seats.iter().any(|s| s.territory.is_some()) {
        let within = |s: &&VoteSeat| s.ags.as_deref().is_some_and(|of| ags.starts_with(of));
        let best = seats.iter().filter(within).max_by_key(|s| s.ags.as_ref().map_or(0, String::len));
        return Ok(best.and_then(|s| s.territory));
    }
    let district = ags.get(..5).unwrap_or(ags).to_owned();
    let found = people::territory_by_ags(conn, &[district], conn.today())?;
    let found = if found.is_some() { found } else { people::territory_by_ags(conn, &[ags.to_owned()], conn.today())? };
    Ok(found.map(|it| it.id))
}

/// The territories the balance looks at: those of the seats, otherwise the districts those who vote come from.
///
/// # Errors
/// When the database cannot be read.
pub fn territories(conn: &Conn, body: &Body, rules: &RuleSet, seats: &[VoteSeat]) -> Result<Vec<Id<Territory>>> {
    if rules.elections.balance.value == Balance::None {
        return Ok(Vec::new());
    }
    let mut all: Vec<Id<Territory>> = seats.iter().filter_map(|s| s.territory).collect();
    if all.is_empty() {
        let mut keys: Vec<String> = voters(conn, body, conn.today(), &|_, _| false)?
            .into_iter()
            .filter_map(|v| v.ags)
            .map(|ags| ags.get(..5).unwrap_or(&ags).to_owned())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        all = people::list_territories_called(conn, keys, vec![String::new()])?.into_iter().map(|t| t.id).collect();
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The territories of the balance nobody stands in.
///
/// # Errors
/// When the database cannot be read.
pub fn missing_territories(
    conn: &Conn,
    body: &Body,
    rules: &RuleSet,
    seats: &[VoteSeat],
    candidates: &[Candidate],
) -> Result<Vec<Id<Territory>>> {
    let mut all = territories(conn, body, rules, seats)?;
    all.retain(|it| !candidates.iter().any(|c| c.territory == Some(*it)));
    Ok(all)
}
