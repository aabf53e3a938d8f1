//! Founding the networks with their bodies and connections, as the tables say.

use db::Tx;
use kernel::{Id, Level, Result};
use networks::{Body, BodyForm, BodyKind, EdgeKind, NewBody, NewEdge, NewNetwork, Reach};
use people::{Organisation, Person};

use crate::{
    facts::{self, day, field, maybe, missing, rows},
    world::{Kept, World},
};

impl World {
    /// Enters the vocabulary of topics.
    pub fn topics(&mut self, tx: &Tx<'_>) -> Result<()> {
        for row in rows(facts::TOPICS).skip(1) {
            let id = networks::add_topic(tx, &Self::operator(), field(&row, 0), field(&row, 1), field(&row, 2))?;
            self.topics.push((field(&row, 0), id));
        }
        Ok(())
    }

    /// Founds a network with its bodies, as the tables say.
    pub fn found(
        &mut self,
        tx: &Tx<'_>,
        key: &'static str,
        admin: Id<Person>,
        territory: &str,
        organisation: Option<Id<Organisation>>,
    ) -> Result<Id<Body>> {
        let row = rows(facts::NETWORKS).find(|r| field(r, 0) == key).ok_or_else(|| missing("network", key))?;
        let has = |flag: &str| field(&row, 6).split(' ').any(|f| f == flag);
        let form = BodyForm {
            hue: field(&row, 1).parse().unwrap_or(1),
            reach: facts::word(Reach::from_word(field(&row, 2)), field(&row, 2))?,
            level: level(field(&row, 4))?,
            roster_level: level(field(&row, 5))?,
            formal: has("formal"),
            sensitive: has("sensitive"),
            unlisted: has("unlisted"),
            join_page: has("join"),
            short_name: maybe(&row, 7),
            name_en: maybe(&row, 9),
            mail: maybe(&row, 10),
            rhythm: maybe(&row, 11),
            purpose: field(&row, 13).to_owned(),
            purpose_en: maybe(&row, 14),
            territory: Some(self.territory(territory)?),
            organisation,
            ..BodyForm::new(field(&row, 8))
        };
        let new = NewNetwork { slug: Some(key.to_owned()), form, from: day(field(&row, 3))?, admin };
        let founded = facts::at(key, networks::found_network(tx, &Self::operator(), &new))?;
        self.kept.push((key, Kept { network: founded.network, seat: founded.admin_seat, admin }));
        self.bodies.insert(key, founded.network);
        let topics = field(&row, 12)
            .split(' ')
            .map(|t| {
                self.topics.iter().find(|(slug, _)| *slug == t).map(|(_, id)| *id).ok_or_else(|| missing("topic", t))
            })
            .collect::<Result<Vec<_>>>()?;
        facts::at(key, networks::set_topics(tx, &self.keeper(key)?, founded.network, &topics))?;
        for row in rows(facts::BODIES).filter(|r| field(r, 1) == key) {
            let id = facts::at(field(&row, 0), self.add_body(tx, key, founded.network, &row))?;
            self.bodies.insert(field(&row, 0), id);
        }
        Ok(founded.network)
    }

    fn add_body(&self, tx: &Tx<'_>, network_key: &str, network: Id<Body>, row: &[&'static str]) -> Result<Id<Body>> {
        let parent = rows(facts::NETWORKS).find(|r| field(r, 0) == network_key).unwrap_or_default();
        let has = |flag: &str| field(row, 8).split(' ').any(|f| f == flag);
        let form = BodyForm {
            hue: field(&parent, 1).parse().unwrap_or(1),
            reach: facts::word(Reach::from_word(field(&parent, 2)), field(&parent, 2))?,
            level: level(field(row, 6))?,
            // A body that keeps its roster to itself is closed once somebody sits in it: see `close`.
            roster_level: level(field(row, 7))?.min(Level::Network),
            formal: has("formal"),
            carries_over: has("carries"),
            open_to_non_members: has("open"),
            name_en: maybe(row, 10),
            mail: maybe(row, 11),
            purpose: field(row, 12).to_owned(),
            purpose_en: maybe(row, 13),
            ..BodyForm::new(field(row, 9))
        };
        let kind = facts::word(BodyKind::from_word(field(row, 2)), field(row, 2))?;
        let new = NewBody {
            slug: Some(field(row, 3).to_owned()),
            until: day(field(row, 5))?,
            ..NewBody::new(network, kind, form, day(field(row, 4))?)
        };
        networks::add_body(tx, &self.keeper(network_key)?, &new)
    }

    /// Lets only those who sit in a body see who does.
    pub fn close(&self, tx: &Tx<'_>, network: &str, body: &str) -> Result<()> {
        let by = self.keeper(network)?;
        let there = networks::find_body(tx, &by, self.body(body)?)?;
        facts::at(
            body,
            networks::edit_body(
                tx,
                &by,
                there.id,
                there.version,
                &BodyForm { roster_level: Level::Body, ..BodyForm::of(&there) },
            ),
        )
    }

    /// Connects everything, once all networks stand.
    pub fn connect(&self, tx: &Tx<'_>) -> Result<()> {
        for row in rows(facts::EDGES) {
            let (from, to) = (field(&row, 0), field(&row, 2));
            let kind = facts::word(EdgeKind::from_word(field(&row, 1)), field(&row, 1))?;
            let edge = NewEdge {
                label: maybe(&row, 5),
                label_en: maybe(&row, 6),
                until: day(field(&row, 4))?,
                ..NewEdge::new(self.body(from)?, kind, self.body(to)?, day(field(&row, 3))?)
            };
            facts::at(&format!("{from} to {to}"), networks::connect(tx, &self.keeper("rag-aachen")?, &edge))?;
        }
        Ok(())
    }
}

fn level(text: &str) -> Result<Level> {
    Ok(match text {
        "public" => Level::Public,
        "all" => Level::AllNetworks,
        "network" => Level::Network,
        "body" => Level::Body,
        _ => return Err(missing("level", text)),
    })
}
