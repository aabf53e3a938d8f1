//! Which organisation a row means: by its official key, its name of today or before, or a new one.

use kernel::{Day, Id};
use people::{Organisation, OrganisationKind, Territory, TerritoryLevel};
use web::Row;

use super::{
    Kind, cells,
    plan::{Look, OrganisationPlan, Planner, Ref},
};

/// The organisation of a row. Refuses where a name is missing or means several.
pub fn find(planner: &mut Planner<'_>, row: &Row, look: &mut Look) -> Option<Ref<Organisation>> {
    let facts = planner.facts;
    let name = row.get("organisation").trim();
    let key = match cells::official_key(row.get("ags")) {
        Ok(key) => key,
        Err(reason) => {
            look.problems.push(("ags", reason));
            return None;
        }
    };
    let by_key: Option<&Territory> =
        key.as_ref().and_then(|key| facts.territories.iter().find(|t| t.ags.as_ref() == Some(key)));
    if key.is_some() && by_key.is_none() {
        look.refuse("ags", "Diesen Gemeindeschlüssel kennen wir nicht.", "We do not know this official key.");
        return None;
    }
    if name.is_empty() && by_key.is_none() {
        if facts.kind != Kind::Persons {
            look.refuse(
                "organisation",
                "Es fehlt die Kommune oder Organisation.",
                "The municipality or organisation is missing.",
            );
        }
        return None;
    }
    if let Err(reason) = people::rules::name(if name.is_empty() { "x" } else { name }) {
        look.problems.push(("organisation", reason));
        return None;
    }
    if let Some(territory) = by_key {
        let of = |o: &&Organisation| o.territory == Some(territory.id) && o.kind.is_public_body() && o.parent.is_none();
        if let Some(there) = facts.organisations.iter().find(of) {
            return Some(Ref::Known(there.id));
        }
    } else {
        match known(planner, name) {
            Known::One(id) => return Some(Ref::Known(id)),
            Known::Several => {
                look.refuse(
                    "organisation",
                    "So heißen mehrere. Bitte schreiben Sie den ganzen Namen oder den Gemeindeschlüssel.",
                    "Several are called like that. Please write the whole name or the official key.",
                );
                return None;
            }
            Known::Nobody => {}
        }
    }
    Some(Ref::Made(made(planner, name, by_key)))
}

enum Known {
    One(Id<Organisation>),
    Several,
    Nobody,
}

/// The surest key that is anybody's decides.
fn known(planner: &Planner<'_>, name: &str) -> Known {
    for key in cells::keys(name) {
        match planner.facts.called.get(&key).map(Vec::as_slice) {
            None | Some([]) => {}
            Some([first, rest @ ..]) if rest.iter().all(|id| id == first) => return Known::One(*first),
            Some(_) => return Known::Several,
        }
    }
    Known::Nobody
}

/// The number of a new organisation in the plan; rows that mean the same share it.
fn made(planner: &mut Planner<'_>, name: &str, by_key: Option<&Territory>) -> usize {
    let facts = planner.facts;
    let territory = by_key.or_else(|| {
        let keys = cells::keys(name);
        let mut found =
            facts.territories.iter().filter(|t| t.term.contains(facts.today) && keys.contains(&i18n::fold(&t.name)));
        found.next().filter(|_| found.next().is_none())
    });
    let name = if name.is_empty() { by_key.map_or("", |t| t.name.as_str()) } else { name };
    let share = match territory {
        Some(t) => format!("territory {}", t.id),
        None => cells::canonical(name),
    };
    if let Some(there) = planner.before.organisations.get(&share) {
        return *there;
    }
    let otherwise = match territory.map(|t| t.level) {
        Some(TerritoryLevel::Municipality) => OrganisationKind::Municipality,
        Some(TerritoryLevel::District) => OrganisationKind::District,
        Some(TerritoryLevel::Land) => OrganisationKind::Land,
        _ if facts.kind == Kind::Posts => OrganisationKind::Municipality,
        _ => OrganisationKind::Other,
    };
    let from = planner.earliest.get(&i18n::fold(name)).copied().unwrap_or(facts.today).min(facts.today);
    let new = OrganisationPlan {
        name: name.to_owned(),
        kind: cells::kind(name, otherwise),
        territory: territory.map(|t| t.id),
        from: from.max(Day::FIRST),
    };
    planner.plan.organisations.push(new);
    let number = planner.plan.organisations.len() - 1;
    planner.before.organisations.insert(share, number);
    number
}
