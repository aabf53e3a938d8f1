//! What is known of those a list names, read at once: a number of statements that does not grow with the list.

use std::collections::{BTreeSet, HashMap};

use db::Conn;
use kernel::{Actor, Day, Id, Office, Result};
use people::{Organisation, Person, Post, Tenure, Territory};
use web::Row;

use super::{Kind, cells};
use crate::{
    Body, Occupancy, SeatKind,
    store::{bodies, intake as store},
};

/// What is known.
pub struct Facts {
    /// The network.
    pub body: Body,
    /// Today.
    pub today: Day,
    /// Who takes the list in.
    pub own: Option<Id<Person>>,
    /// What its members are.
    pub kind: Kind,
    /// Organisations the list could mean.
    pub organisations: Vec<Organisation>,
    /// Their folded names of today and before.
    pub called: HashMap<String, Vec<Id<Organisation>>>,
    /// Territories the list could mean.
    pub territories: Vec<Territory>,
    /// Posts of those organisations.
    pub posts: Vec<Post>,
    /// Whoever is, was or will be with them.
    pub tenures: HashMap<Id<Post>, Vec<Tenure>>,
    /// Posts with a seat in the network.
    pub seated_posts: BTreeSet<Id<Post>>,
    /// Organisations with a seat, and the occupancy.
    pub seated_organisations: HashMap<Id<Organisation>, Id<Occupancy>>,
    /// Persons with a seat of their own now, and what they came through.
    pub seated_persons: HashMap<Id<Person>, Option<Id<Organisation>>>,
    /// Who has which office now.
    pub offices: Vec<(Office, Id<Person>)>,
    /// Who speaks where: occupancy, rank, person.
    pub spoken: Vec<(Id<Occupancy>, i64, Option<Id<Person>>)>,
    /// Sort names of persons.
    pub names: HashMap<Id<Person>, String>,
    /// Persons by sort name whom the reader knows from her lists.
    pub by_name: HashMap<String, Vec<Id<Person>>>,
}

impl Facts {
    /// Reads them. At most fourteen statements, of a network whose membership the reader was asked for.
    pub fn load(conn: &Conn, actor: &Actor, body: Body, kind: Kind, rows: &[Row]) -> Result<Self> {
        let today = conn.today();
        let asked = Asked::of(rows);
        let territories = people::list_territories_called(conn, asked.ags, asked.keys.clone())?;
        let mut organisations = people::list_organisations_called(conn, asked.keys, asked.names)?;
        let within: Vec<Id<Territory>> = territories.iter().map(|t| t.id).collect();
        organisations.extend(people::list_organisations_in(conn, &within)?);
        organisations.retain(|o| o.merged_into.is_none() && o.term.contains(today));
        organisations.sort_by_key(|o| o.id);
        organisations.dedup_by_key(|o| o.id);
        let ids: Vec<Id<Organisation>> = organisations.iter().map(|o| o.id).collect();
        let mut called: HashMap<String, Vec<Id<Organisation>>> = HashMap::new();
        for o in &organisations {
            called.entry(i18n::fold(&o.name)).or_default().push(o.id);
        }
        for former in people::former_names_of_organisations(conn, &ids)? {
            called.entry(i18n::fold(&former.name)).or_default().push(Id::new(former.of));
        }
        let seated = store::list_seated(conn, actor, body.id)?;
        let mut posts = people::list_posts_of_organisations(conn, &ids, today)?;
        posts.sort_by_key(|p| p.id);
        let post_ids: Vec<Id<Post>> = posts.iter().map(|p| p.id).collect();
        let mut tenures: HashMap<Id<Post>, Vec<Tenure>> = HashMap::new();
        for tenure in people::list_tenures_of_posts(conn, &post_ids)? {
            tenures.entry(tenure.post).or_default().push(tenure);
        }
        let spoken: Vec<_> = store::list_spoken_in(conn, actor, body.id)?
            .into_iter()
            .filter(|(.., until)| *until > today)
            .map(|(o, rank, who, _)| (o, rank, who))
            .collect();
        let found = store::list_persons_called(conn, actor, asked.persons, today)?;
        let mut persons: Vec<Id<Person>> = found.clone();
        persons.extend(tenures.values().flatten().map(|t| t.person));
        persons.extend(spoken.iter().filter_map(|(.., who)| *who));
        persons.extend(seated.iter().filter_map(|s| s.person));
        persons.sort_unstable();
        persons.dedup();
        let names: HashMap<Id<Person>, String> = people::list_persons(conn, &persons)?
            .into_iter()
            .filter(|p| !p.erased)
            .map(|p| (p.id, people::rules::person_sort_name(&p.given, &p.family)))
            .collect();
        let mut by_name: HashMap<String, Vec<Id<Person>>> = HashMap::new();
        // Whom the reader may not see under her name is nobody she could mean.
        let shown = crate::Names::load_with_places(conn, actor, found.iter().copied())?;
        for id in found.into_iter().filter(|id| shown.anywhere(*id).is_some()) {
            if let Some(name) = names.get(&id) {
                by_name.entry(name.clone()).or_default().push(id);
            }
        }
        let now = || seated.iter().filter(|s| s.until > today);
        let member = |s: &&store::SeatedRow| s.office.is_none() && s.kind != SeatKind::Guest;
        Ok(Self {
            today,
            own: actor.person.map(Id::new),
            kind,
            called,
            territories,
            posts,
            tenures,
            seated_posts: now().filter_map(|s| s.post).collect(),
            seated_organisations: now().filter_map(|s| Some((s.organisation?, s.occupancy))).collect(),
            seated_persons: now().filter(member).filter_map(|s| Some((s.person?, s.of))).collect(),
            offices: now().filter_map(|s| Some((s.office?, s.person?))).collect(),
            spoken,
            names,
            by_name,
            organisations,
            body,
        })
    }

    /// Whether a person goes by that sort name.
    pub fn is_called(&self, person: Id<Person>, name: &str) -> bool {
        self.names.get(&person).is_some_and(|known| known == name)
    }

    /// An organisation by its number.
    pub fn organisation(&self, id: Id<Organisation>) -> Option<&Organisation> {
        self.organisations.binary_search_by_key(&id, |o| o.id).ok().map(|n| &self.organisations[n])
    }
}

/// The network a list comes into, if the reader keeps its membership.
pub fn kept(conn: &Conn, actor: &Actor, body: i64) -> Result<Body> {
    let body = bodies::find_body_of_roster(conn, actor, Id::new(body))?;
    rights::require(actor, rights::Kind::Roster, rights::Action::Edit, &body.roster_scope())?;
    Ok(body)
}

/// What is looked up, once for each value.
struct Asked {
    keys: Vec<String>,
    names: Vec<String>,
    ags: Vec<String>,
    persons: Vec<String>,
}

impl Asked {
    fn of(rows: &[Row]) -> Self {
        let (mut keys, mut names, mut ags, mut persons) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for row in rows {
            let name = row.get("organisation").trim();
            if !name.is_empty() && names.insert(name.to_owned()) {
                keys.extend(cells::keys(name));
            }
            ags.extend(cells::official_key(row.get("ags")).ok().flatten());
            persons.extend(
                super::plan::named(row).ok().flatten().map(|n| people::rules::person_sort_name(&n.given, &n.family)),
            );
        }
        let list = |set: BTreeSet<String>| set.into_iter().collect::<Vec<_>>();
        Self { keys: list(keys), names: list(names), ags: list(ags), persons: list(persons) }
    }
}
