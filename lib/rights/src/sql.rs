//! The second interpreter: the same answer as a condition for lists.

use db::{Condition, Value};
use kernel::{Actor, Office};

use crate::{Action, Kind, RULES, Who};

/// The condition under which rows of `{a}` may be read, or acted on, by this actor.
///
/// Rows are of table `body` for [`Kind::Body`] and [`Kind::Roster`] (the roster of that body), of `event` for
/// [`Kind::Log`], of any table with `level`, `network_id` and `body_id` for
/// [`Kind::Decision`] and [`Kind::Meeting`], and of any table with `seat_id` as well for [`Kind::Mandate`]. Few texts exist, so statements stay prepared; the actor's ids are bound as padded lists.
#[must_use]
pub fn condition(actor: &Actor, kind: Kind, action: Action) -> Condition {
    let mut args: Vec<(&'static str, Value)> = Vec::new();
    let mut text = any(actor, kind, action, &mut args);
    if action != Action::Read {
        text = format!("({text}) AND ({})", any(actor, kind, Action::Read, &mut args));
    }
    Condition { text, args }
}

fn any(actor: &Actor, kind: Kind, action: Action, args: &mut Vec<(&'static str, Value)>) -> String {
    let arms: Vec<String> = RULES
        .iter()
        .filter(|(k, a, _)| *k == kind && *a == action)
        .map(|(_, _, who)| arm(actor, kind, *who, args))
        .collect();
    if arms.is_empty() { "1 = 0".to_owned() } else { arms.join(" OR ") }
}

fn arm(actor: &Actor, kind: Kind, who: Who, args: &mut Vec<(&'static str, Value)>) -> String {
    let (level, network, body) = columns(kind);
    match who {
        Who::Level if actor.sits.is_empty() => format!("{{a}}.{level} = 0"),
        Who::Level => {
            let open = i64::from(actor.is_member());
            bind(args, "v_open", Value::Int(open));
            bind(args, "v_networks", Value::Ints(actor.networks()));
            bind(args, "v_bodies", Value::Ints(actor.bodies()));
            // The delegation's own level: the sender's body, whoever is sent, and whoever stands in.
            let (closest, seats) = if kind == Kind::Mandate {
                bind(args, "v_seats", Value::Ints(actor.seats()));
                (4, " OR ({a}.level = 4 AND {a}.seat_id IN (:v_seats*))")
            } else {
                (3, "")
            };
            format!(
                "{{a}}.{level} <= :v_open OR ({{a}}.{level} = 2 AND {{a}}.{network} IN (:v_networks*)) OR ({{a}}.{level} <= {closest} AND {{a}}.{body} IN (:v_bodies*)){seats}"
            )
        }
        Who::Office(offices) => {
            let held: Vec<i64> = actor.bodies().into_iter().filter(|b| actor.holds_office(*b, offices)).collect();
            let name = office_list(offices);
            bind(args, name, Value::Ints(held));
            format!("{{a}}.{body} IN (:{name}*) OR {{a}}.{network} IN (:{name}*)")
        }
        // Rows that belong to a person or to the installation are reached by their owner, never by a list.
        Who::Own | Who::Operator => "1 = 0".to_owned(),
    }
}

/// Level, network and body columns of a kind's rows.
const fn columns(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Body | Kind::Own | Kind::House => ("level", "network_id", "id"),
        Kind::Roster => ("roster_level", "network_id", "id"),
        Kind::Log | Kind::Decision | Kind::Meeting | Kind::Mandate => ("level", "network_id", "body_id"),
    }
}

/// The name under which the bodies are bound in which one of these offices is held.
fn office_list(offices: &[Office]) -> &'static str {
    if offices.contains(&Office::Host) {
        "v_convenes"
    } else if offices.contains(&Office::Chair) {
        "v_keeps"
    } else {
        "v_administers"
    }
}

fn bind(args: &mut Vec<(&'static str, Value)>, name: &'static str, value: Value) {
    if !args.iter().any(|(n, _)| *n == name) {
        args.push((name, value));
    }
}
