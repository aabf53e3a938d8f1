//! Through which units somebody may vote: her own seats of this moment, and those she holds a proxy for.

use db::Conn;
use kernel::{Actor, Id, Result};
use networks::{Body, Seat};
use people::Person;

use crate::{
    Entitlement, Mark, Method, Vote, Way,
    rules::RuleSet,
    store::{proxies, rolls, rules as versions},
};

/// A unit somebody may vote for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The unit.
    pub entitlement: Entitlement,
    /// The seat through which.
    pub seat: Id<Seat>,
    /// Whether it is her own or held by proxy.
    pub way: Way,
    /// Who gave the proxy.
    pub giver: Option<Id<Person>>,
    /// Her own mark, if she voted.
    pub mark: Option<Mark>,
    /// Whether anybody voted for it.
    pub used: bool,
    /// Whether that was whoever holds its proxy, or an envelope: then none of its own people votes any more.
    pub gone: bool,
    /// Whether she has cast a vote of her own for another unit.
    pub elsewhere: bool,
}

impl Unit {
    /// Whether the rules keep her from casting it because she has cast another one as her own. What one consents to by
    /// circulation is a declaration of each unit and no vote cast.
    #[must_use]
    pub fn is_spent(&self, vote: &Vote, rules: &RuleSet) -> bool {
        self.elsewhere && self.way == Way::Own && !rules.votes.several.value && vote.method != Method::Circular
    }
}

/// The units the actor may vote for at this moment, by number. An envelope that arrived uses a unit up.
///
/// # Errors
/// When the database cannot be read.
pub fn standing(conn: &Conn, actor: &Actor, vote: &Vote, body: &Body) -> Result<Vec<Unit>> {
    let Some(person) = actor.person.map(Id::<Person>::new) else { return Ok(Vec::new()) };
    let mine: Vec<Id<Seat>> = actor.sits.iter().filter(|s| s.body == body.id.raw()).map(|s| Id::new(s.seat)).collect();
    let held: Vec<_> = proxies::list_proxies(conn, vote.id)?
        .into_iter()
        .filter(|p| p.holder == person && p.revoked_at.is_none())
        .collect();
    let seats: Vec<i64> = mine.iter().chain(held.iter().map(|p| &p.seat)).map(|s| s.raw()).collect();
    let found = rolls::list_units_of(conn, vote.id, &seats)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let seats: Vec<Id<Seat>> = found.iter().map(|(_, seat)| *seat).collect();
    let voters = networks::voters_on(conn, body, &seats, conn.today())?;
    let may = |seat: Id<Seat>, who: Id<Person>| voters.iter().any(|v| v.seat == seat && v.may_cast.contains(&who));
    let ids: Vec<Id<Entitlement>> = found.iter().map(|(unit, _)| unit.id).collect();
    let marks = rolls::list_marks_of(conn, &ids)?;
    let mut units: Vec<Unit> = Vec::new();
    for (entitlement, seat) in found {
        // A proxy counts as long as whoever gave it could still vote herself.
        let proxy = held.iter().find(|p| p.seat == seat && may(seat, p.giver));
        let (way, giver) = match (may(seat, person), proxy) {
            (true, _) => (Way::Own, None),
            (false, Some(proxy)) => (Way::Proxy, Some(proxy.giver)),
            (false, None) => continue,
        };
        if units.iter().any(|u| u.entitlement.id == entitlement.id) {
            continue;
        }
        let of = |m: &&Mark| m.entitlement == entitlement.id;
        let used = marks.iter().any(|m| of(&m));
        let gone = marks.iter().filter(of).any(|m| m.way != Way::Own);
        let mark = marks.iter().filter(of).find(|m| m.person == Some(person)).cloned();
        units.push(Unit { entitlement, seat, way, giver, mark, used, gone, elsewhere: false });
    }
    let own: Vec<_> = units.iter().filter_map(|u| u.mark.as_ref()).filter(|m| m.way == Way::Own).cloned().collect();
    for unit in &mut units {
        unit.elsewhere = own.iter().any(|m| m.entitlement != unit.entitlement.id);
    }
    Ok(units)
}

/// The units the actor can still cast for: what her ballot page would show.
///
/// # Errors
/// [`kernel::Error::NotFound`] for a vote she may not see.
pub fn left_to_cast(conn: &Conn, actor: &Actor, id: Id<Vote>) -> Result<Vec<Id<Entitlement>>> {
    let vote = crate::store::votes::find_vote(conn, actor, id)?;
    let body = super::body_of(conn, &vote)?;
    let all = standing(conn, actor, &vote, &body)?;
    let rules = versions::find_rules(conn, vote.rules)?.rules;
    let left = all.iter().filter(|u| !u.used && u.entitlement.barred.is_none() && !u.is_spent(&vote, &rules));
    Ok(left.map(|u| u.entitlement.id).collect())
}
