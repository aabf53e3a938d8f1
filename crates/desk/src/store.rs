//! The log, as a list of what is new.

use db::{Args, Conn};
use kernel::{Actor, Moment, Result};
use rights::{Action, Kind};

/// The most entries looked at per network. Each is found by the index, so a long past costs nothing.
pub const PER_NETWORK: i64 = 20;
/// The most networks one statement asks for; whoever sits in more sees what is new in the first of them.
const NETWORKS_MOST: usize = 16;
const NAMES: [&str; NETWORKS_MOST] =
    ["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11", "n12", "n13", "n14", "n15"];

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Happened {
    /// Its number in the log.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// The verb, `seat.filled`.
    pub verb: String,
    /// What it happened to: the kind.
    pub kind: String,
    /// What it happened to: the number.
    pub subject: i64,
    /// In which network.
    pub network: i64,
    /// In which body.
    pub body: Option<i64>,
}

/// The last things others did in these networks, as far as the reader may see them, newest first. One statement: an
/// arm per network with its own use of the index, their number padded so that few texts exist.
///
/// # Errors
/// When the database cannot be read.
pub fn list_happened(conn: &Conn, actor: &Actor, networks: &[i64], since: Moment) -> Result<Vec<Happened>> {
    let networks = &networks[..networks.len().min(NETWORKS_MOST)];
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    let arms = networks.len().next_power_of_two().min(NETWORKS_MOST);
    let mut args = Args::none().with("limit", PER_NETWORK).with("me", actor.person.unwrap_or(0)).with("since", since);
    let mut texts = Vec::with_capacity(arms);
    for (n, name) in NAMES.iter().take(arms).enumerate() {
        // No network has the number -1.
        args = args.with(name, networks.get(n).copied().unwrap_or(-1));
        texts.push(format!(
            "SELECT * FROM (SELECT e.seq, e.at, e.verb, e.kind, e.subject_id, e.network_id, e.body_id, e.actor_id FROM event e WHERE e.network_id = :{name} AND {{visible:e}} ORDER BY e.seq DESC LIMIT :limit) AS a{name}"
        ));
    }
    conn.all(
        &format!(
            "SELECT u.seq, u.at, u.verb, u.kind, u.subject_id, u.network_id, u.body_id FROM ({}) AS u WHERE u.at >= :since AND (u.actor_id IS NULL OR u.actor_id <> :me) ORDER BY u.seq DESC",
            texts.join(" UNION ALL ")
        ),
        args.visible(rights::condition(actor, Kind::Log, Action::Read)),
        |r| Ok(Happened { seq: r.get(0)?, at: r.get(1)?, verb: r.get(2)?, kind: r.get(3)?, subject: r.get(4)?, network: r.get(5)?, body: r.get(6)? }),
    )
}

#[cfg(test)]
mod tests {
    use kernel::{Day, Event, Level, Scope, Sitting, Subject, Voice};
    use testkit::both;

    use super::*;

    fn member(networks: &[i64]) -> Actor {
        let sits = networks.iter().map(|n| Sitting {
            seat: *n + 1000,
            body: *n,
            network: *n,
            voice: Voice::Voting,
            office: None,
            substitute: false,
        });
        Actor { person: Some(7), sits: sits.collect(), ..Actor::default() }
    }

    #[test]
    fn the_last_of_each_network_comes_back_newest_first_and_nothing_forbidden() {
        both(|fresh| {
            fresh
                .db
                .write_now(|tx| {
                    let event = |verb, id, by, scope| Event::new(verb, Subject::new("body", id)).by(by).within(scope);
                    (1..=30).for_each(|n| tx.emit(event("a.done", n, Some(8), Scope::body(Level::Network, 10, 10))));
                    tx.emit(event("b.done", 31, None, Scope::body(Level::Public, 20, 20)));
                    tx.emit(event("c.own", 32, Some(7), Scope::body(Level::Network, 10, 10)));
                    tx.emit(event("d.closed", 33, Some(8), Scope::body(Level::Body, 20, 21)));
                    tx.emit(event("e.elsewhere", 34, Some(8), Scope::body(Level::Network, 30, 30)));
                    Ok(())
                })
                .unwrap();
            let ask = |actor: Actor, networks: Vec<i64>, since: Moment| {
                fresh
                    .db
                    .read_now(move |c| {
                        Ok((
                            list_happened(c, &actor, &networks, since)?
                                .into_iter()
                                .map(|h| h.subject)
                                .collect::<Vec<_>>(),
                            c.statements(),
                        ))
                    })
                    .unwrap()
            };
            let before = Day::literal("2026-11-01").at(0, 0);
            let (found, statements) = ask(member(&[10, 20]), vec![10, 20], before);
            // Of the first network the last twenty, her own among them looked at and left out; body 21 is not hers.
            assert_eq!(found, std::iter::once(31).chain((12..=30).rev()).collect::<Vec<i64>>());
            assert_eq!(statements, 1);
            // Asked about a network she does not belong to, the condition refuses.
            assert_eq!(ask(member(&[10]), vec![30], before).0, Vec::<i64>::new());
            assert_eq!(ask(member(&[10, 20]), vec![10, 20], Day::literal("2026-11-24").at(0, 0)).0, Vec::<i64>::new());
            assert_eq!(ask(member(&[10]), vec![], before), (vec![], 0));
            let many: Vec<i64> = (1..=40).collect();
            assert_eq!(ask(member(&many), many.clone(), before).1, 1);
        });
    }
}
