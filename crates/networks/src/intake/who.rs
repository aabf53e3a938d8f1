//! Which person a row means: one who is there, one of an earlier row, or a new one. In doubt it asks.

use kernel::{Id, Reason};
use people::Person;
use web::RowChoice;

use super::{
    plan::{Look, PersonPlan, Planner, new_person},
    seats::At,
};

/// The number of the person in the plan. `likely` is whom the place gives; `None` where somebody must decide.
pub fn find(
    planner: &mut Planner<'_>,
    at: &At<'_>,
    place: &str,
    likely: Option<Id<Person>>,
    look: &mut Look,
) -> Option<usize> {
    let named = at.person?;
    let name = people::rules::person_sort_name(&named.given, &named.family);
    let (mail, other) = (at.mail.unwrap_or_default().to_lowercase(), at.row.choice == RowChoice::Other);
    let key = (name.clone(), place.to_owned());
    if let Some((number, row, before)) = planner.before.persons.get(&key).cloned().filter(|_| !other) {
        if before != mail && !before.is_empty() && !mail.is_empty() {
            look.refuse(
                "mail",
                format!("Name und Ort sind wie in Zeile {row}, die Adresse ist eine andere."),
                format!("Name and place are those of row {row}, the address is another one."),
            );
            look.options.push((RowChoice::Other, Reason::new("Das sind zwei Personen.", "These are two persons.")));
            return None;
        }
        return Some(number);
    }
    let known = match likely {
        Some(id) => Some(id),
        None => from_lists(planner, at, &name, look)?,
    };
    if known.is_none()
        && let Some(row) = planner.before.names.get(&name)
    {
        look.note(
            format!("Denselben Namen hat Zeile {row}. Es werden zwei Personen."),
            format!("Row {row} has the same name. There will be two persons."),
        );
    }
    planner.before.names.entry(name).or_insert(at.row.number);
    planner.plan.persons.push(PersonPlan { known, new: new_person(named) });
    let number = planner.plan.persons.len() - 1;
    planner.before.persons.insert(key, (number, at.row.number, mail));
    Some(number)
}

/// Somebody of that name in the reader's own lists: the outer `None` asks which it is.
#[expect(clippy::option_option, reason = "undecided, new, or known")]
fn from_lists(planner: &Planner<'_>, at: &At<'_>, name: &str, look: &mut Look) -> Option<Option<Id<Person>>> {
    let found = planner.facts.by_name.get(name).map_or(&[][..], Vec::as_slice);
    let own = planner.facts.own.filter(|own| planner.facts.is_called(*own, name));
    match (found, own, at.row.choice) {
        (_, _, RowChoice::Other) => Some(None),
        (_, Some(own), _) => Some(Some(own)),
        ([], ..) => Some(None),
        ([one], _, RowChoice::Change) => Some(Some(*one)),
        (found, ..) => {
            look.refuse(
                "name",
                "Eine Person dieses Namens gibt es in Ihren Netzwerken schon. Ist es dieselbe?",
                "There is a person of this name in your networks already. Is it the same?",
            );
            if found.len() == 1 {
                look.options
                    .push((RowChoice::Change, Reason::new("Es ist dieselbe Person.", "It is the same person.")));
            }
            look.options.push((RowChoice::Other, Reason::new("Es ist eine andere Person.", "It is another person.")));
            None
        }
    }
}

/// A new person of today without an address cannot be invited: the table asks for it, but takes her without.
pub fn ask_for_mail(planner: &Planner<'_>, at: &At<'_>, who: usize, look: &mut Look) {
    if at.mail.is_none() && planner.plan.persons[who].known.is_none() && !at.is_past(planner.facts.today) {
        look.missing.push("mail");
    }
}
