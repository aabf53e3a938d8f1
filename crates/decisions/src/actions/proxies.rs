//! Proxies: a document for one vote or sitting.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Reason, Result};
use networks::{Body, Names, Place, Seat};
use people::Person;

use super::{body_of, event, refused};
use crate::{
    Grade, Method, Proxy, Vote, VoteState,
    rules::proxy::{self, Form, Occasion},
    store::{proxies, rolls, rules as versions, votes},
};

/// Who can vote for somebody else in a body, by name: those who vote there, as far as somebody may see that they do.
///
/// # Errors
/// When the database cannot be read.
pub fn proxy_holders(conn: &Conn, by: &Actor, body: &Body) -> Result<Vec<(Id<Person>, String)>> {
    let mut may: Vec<Id<Person>> =
        networks::voters(conn, body, conn.today())?.iter().flat_map(|v| v.may_cast.iter().copied()).collect();
    may.sort_unstable();
    may.dedup();
    may.retain(|person| by.person != Some(person.raw()));
    let names = Names::load_with_places(conn, by, may.iter().copied())?;
    let at = Place::from(body);
    let mut all: Vec<(Id<Person>, String)> =
        may.iter().filter_map(|p| Some((*p, names.belonging(*p, &at)?.name.full()))).collect();
    all.sort_by_cached_key(|(_, name)| i18n::fold(name));
    Ok(all)
}

/// Gives somebody leave to vote for a seat in one vote, as the body's rules allow.
///
/// # Errors
/// [`Error::NotFound`] for a seat she may not vote for; [`Error::Form`] on `holder`; [`Error::Rule`] with the reason of the
/// rules, or when the seat's vote is cast.
pub fn give_proxy(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, seat: Id<Seat>, holder: Id<Person>) -> Result<Id<Proxy>> {
    let vote = votes::find_vote(tx, by, id)?;
    let person = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    if by.shared_address {
        return Err(Error::Denied(None));
    }
    let runs = matches!(vote.state, VoteState::Announced | VoteState::Open) && vote.method == Method::Online;
    if !runs || vote.grade == Grade::Hands {
        return Err(refused(
            "Für diese Abstimmung kann keine Vollmacht erteilt werden.",
            "No proxy can be given for this vote.",
        ));
    }
    let body = body_of(tx, &vote)?;
    let rules = versions::find_rules(tx, vote.rules)?.rules;
    let voters = networks::voters(tx, &body, tx.today())?;
    let hers = voters.iter().find(|v| v.seat == seat && v.may_cast.contains(&person)).ok_or(Error::NotFound)?;
    let given = proxies::list_proxies(tx, id)?;
    let runs = |p: &&Proxy| p.revoked_at.is_none();
    if given.iter().filter(runs).any(|p| p.seat == seat) {
        return Err(refused(
            "Für diesen Sitz gibt es schon eine Vollmacht.",
            "There is a proxy for this seat already.",
        ));
    }
    // Whose vote she may not know of is a stranger: nobody is found by trying numbers.
    let known = proxy_holders(tx, by, &body)?.iter().any(|(known, _)| *known == holder);
    let Some(holds) = voters.iter().find(|v| v.may_cast.contains(&holder)).filter(|_| known) else {
        return Err(Error::field(
            "holder",
            Reason::new("Bitte wählen Sie, wer für Sie abstimmt.", "Please choose who votes for you."),
        ));
    };
    let day = vote.opens_at.map_or_else(|| tx.today(), |at| at.day());
    let document = proxy::Proxy {
        form: Form::Text,
        sitting: Some(day),
        adjourned_too: false,
        withdrawn: false,
        holder_votes: true,
        same_unit: holds.organisation.is_some() && holds.organisation == hers.organisation,
        others: given.iter().filter(runs).filter(|p| p.holder == holder).count() as u64,
    };
    let verdict = proxy::valid(&rules.proxies, &document, &Occasion { day, adjourned_from: None });
    if !verdict.holds {
        return Err(Error::Rule(Reason::new(verdict.de, verdict.en)));
    }
    not_cast(tx, id, seat)?;
    let new = Proxy {
        id: tx.id(),
        body: vote.body,
        seat,
        giver: person,
        holder,
        vote: Some(id),
        sitting: None,
        names_adjourned: false,
        given_at: tx.now(),
        revoked_at: None,
    };
    proxies::insert_proxy(tx, &new)?;
    tx.emit(event("proxy.given", &vote, by.person).within(kernel::Scope::own(person.raw())));
    Ok(new.id)
}

/// Takes a proxy back, as long as it was not used.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers; [`Error::Rule`] when the vote was cast with it.
pub fn revoke_proxy(tx: &Tx<'_>, by: &Actor, id: Id<Vote>, proxy: Id<Proxy>) -> Result<()> {
    let vote = votes::find_vote(tx, by, id)?;
    let person = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    let given = proxies::list_proxies(tx, id)?.into_iter().find(|p| p.id == proxy && p.giver == person);
    let given = given.filter(|p| p.revoked_at.is_none()).ok_or(Error::NotFound)?;
    not_cast(tx, id, given.seat)?;
    proxies::save_revoked(tx, proxy)?;
    tx.emit(event("proxy.revoked", &vote, by.person).within(kernel::Scope::own(person.raw())));
    Ok(())
}

fn not_cast(tx: &Tx<'_>, id: Id<Vote>, seat: Id<Seat>) -> Result<()> {
    let used = rolls::list_units_of(tx, id, &[seat.raw()])?.iter().any(|(unit, _)| unit.casts > 0);
    if used {
        return Err(refused(
            "Für diesen Sitz ist die Stimme schon abgegeben.",
            "The vote of this seat is cast already.",
        ));
    }
    Ok(())
}
