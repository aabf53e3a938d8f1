//! How bodies hang together.

use db::{Conn, Row, args};
use i18n::Lang;
use kernel::{Actor, Day, Id, Level, Result, Scope};
use rights::{Action, Kind};

use super::super::pages;
use crate::{Body, BodyKind, Edge, EdgeKind};

/// A body as others name it.
#[derive(Clone, Debug)]
pub struct BodyRef {
    /// The body.
    pub id: Id<Body>,
    /// Its network.
    pub network: Id<Body>,
    /// Its part of an address.
    pub slug: String,
    /// Its network's part of an address.
    pub network_slug: String,
    /// What sort it is.
    pub kind: BodyKind,
    /// Its name on that day.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Whether who belongs is kept within.
    pub sensitive: bool,
    /// Who may see its seats.
    pub roster_level: Level,
}

impl BodyRef {
    /// Its name in a language.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.name,
            Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
        }
    }
    /// Whether it is a network.
    #[must_use]
    pub fn is_network(&self) -> bool {
        self.kind == BodyKind::Network
    }
    /// The scope of its seats.
    #[must_use]
    pub const fn roster_scope(&self) -> Scope {
        Scope::body(self.roster_level, self.network.raw(), self.id.raw())
    }
}

fn body_ref(r: &Row<'_>, at: usize) -> Result<BodyRef> {
    Ok(BodyRef {
        id: r.get(at)?,
        network: r.get(at + 1)?,
        slug: r.get(at + 2)?,
        network_slug: r.get(at + 3)?,
        kind: r.get(at + 4)?,
        name: r.get(at + 5)?,
        name_en: r.get(at + 6)?,
        sensitive: r.get(at + 7)?,
        roster_level: r.get(at + 8)?,
    })
}

/// An edge with both ends.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The edge.
    pub id: Id<Edge>,
    /// How they hang together.
    pub kind: EdgeKind,
    /// What it is called here.
    pub label: Option<String>,
    /// The same in English.
    pub label_en: Option<String>,
    /// The first body.
    pub from: BodyRef,
    /// The second body.
    pub to: BodyRef,
}

impl Joint {
    /// The label in a language.
    #[must_use]
    pub fn label_in(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::De => self.label.as_deref(),
            Lang::En => self.label_en.as_deref().or(self.label.as_deref()),
        }
    }
}

/// The edges that begin or end at one of these bodies on a day, as far as the reader may see both ends. What a
/// sensitive network is connected to is seen by those who see its roster only.
pub fn list_joints(conn: &Conn, actor: &Actor, bodies: &[Id<Body>], day: Day) -> Result<Vec<Joint>> {
    let sql = "SELECT e.kind, e.label, e.label_en, f.id, f.network_id, f.slug, fnet.slug, f.kind, COALESCE(ff.name, f.name), CASE WHEN ff.id IS NULL THEN f.name_en END, f.sensitive, f.roster_level, \
         t.id, t.network_id, t.slug, tnet.slug, t.kind, COALESCE(tf.name, t.name), CASE WHEN tf.id IS NULL THEN t.name_en END, t.sensitive, t.roster_level, e.id \
         FROM edge e JOIN body f ON f.id = e.from_body_id JOIN body fnet ON fnet.id = f.network_id JOIN body t ON t.id = e.to_body_id JOIN body tnet ON tnet.id = t.network_id \
         LEFT JOIN former_name ff ON ff.body_id = f.id AND ff.from_day <= :day AND ff.until_day > :day LEFT JOIN former_name tf ON tf.body_id = t.id AND tf.from_day <= :day AND tf.until_day > :day \
         WHERE e.id IN (SELECT x.id FROM edge x WHERE x.from_body_id IN (:bodies*) UNION SELECT y.id FROM edge y WHERE y.to_body_id IN (:bodies*)) \
         AND e.from_day <= :day AND e.until_day > :day AND f.from_day <= :day AND f.until_day > :day AND t.from_day <= :day AND t.until_day > :day \
         AND {visible:f} AND {visible:t} AND {visible:fnet} AND {visible:tnet} ORDER BY f.sort_name, t.sort_name, e.id";
    let all = conn.all(sql, pages(actor, args! { bodies: bodies, day: day }), |r| {
        Ok(Joint {
            id: r.get(21)?,
            kind: r.get(0)?,
            label: r.get(1)?,
            label_en: r.get(2)?,
            from: body_ref(r, 3)?,
            to: body_ref(r, 12)?,
        })
    })?;
    let open = |b: &BodyRef| !b.sensitive || rights::allows(actor, Kind::Roster, Action::Read, &b.roster_scope());
    Ok(all.into_iter().filter(|j| open(&j.from) && open(&j.to)).collect())
}
