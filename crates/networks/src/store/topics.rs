//! Topics of bodies and persons.

use db::{Conn, Row, Tx, args};
use kernel::{Actor, Id, Result};
use people::Person;

use super::pages;
use crate::{Body, Topic};

fn topic(r: &Row<'_>) -> Result<Topic> {
    Ok(Topic { id: r.get(0)?, slug: r.get(1)?, name: r.get(2)?, name_en: r.get(3)? })
}

/// Every topic, by name.
///
/// # Errors
/// When the database cannot be read.
pub fn list_topics(conn: &Conn) -> Result<Vec<Topic>> {
    conn.all("SELECT id, slug, name, name_en FROM topic ORDER BY sort_name", args! {}, topic)
}

/// The topics of bodies whose pages the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn list_topics_of(conn: &Conn, actor: &Actor, bodies: &[Id<Body>]) -> Result<Vec<(Id<Body>, Topic)>> {
    if bodies.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT t.id, t.slug, t.name, t.name_en, b.id FROM body_topic x JOIN topic t ON t.id = x.topic_id JOIN body b ON b.id = x.body_id WHERE b.id IN (:bodies*) AND {visible:b} ORDER BY t.sort_name";
    conn.all(sql, pages(actor, args! { bodies: bodies }), |r| Ok((r.get(4)?, topic(r)?)))
}

/// What these persons can be asked about, whoever asks: [`crate::Names`] decides who sees it.
pub fn list_topics_of_persons(conn: &Conn, persons: &[Id<Person>]) -> Result<Vec<(Id<Person>, Topic)>> {
    let sql = "SELECT t.id, t.slug, t.name, t.name_en, x.person_id FROM person_topic x JOIN topic t ON t.id = x.topic_id WHERE x.person_id IN (:persons*) ORDER BY t.sort_name";
    conn.all(sql, args! { persons: persons }, |r| Ok((r.get(4)?, topic(r)?)))
}

pub fn count_topics(tx: &Tx<'_>, ids: &[Id<Topic>]) -> Result<i64> {
    tx.count("SELECT COUNT(*) FROM topic WHERE id IN (:ids*)", args! { ids: ids })
}

pub fn is_slug_taken(tx: &Tx<'_>, slug: &str) -> Result<bool> {
    Ok(tx.count("SELECT COUNT(*) FROM topic WHERE slug = :slug", args! { slug: slug })? > 0)
}

pub fn insert_topic(tx: &Tx<'_>, id: Id<Topic>, slug: &str, name: &str, name_en: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO topic (id, slug, name, name_en, sort_name) VALUES (:id, :slug, :name, :name_en, :sort_name)",
        args! { id: id, slug: slug, name: name, name_en: name_en, sort_name: i18n::fold(name) },
    )?;
    Ok(())
}

pub fn delete_body_topics(tx: &Tx<'_>, body: Id<Body>) -> Result<u64> {
    tx.exec("DELETE FROM body_topic WHERE body_id = :body", args! { body: body })
}

pub fn insert_body_topic(tx: &Tx<'_>, body: Id<Body>, topic: Id<Topic>) -> Result<u64> {
    tx.exec(
        "INSERT INTO body_topic (body_id, topic_id) VALUES (:body, :topic) ON CONFLICT DO NOTHING",
        args! { body: body, topic: topic },
    )
}

pub fn delete_person_topics(tx: &Tx<'_>, person: Id<Person>) -> Result<u64> {
    tx.exec("DELETE FROM person_topic WHERE person_id = :person", args! { person: person })
}

pub fn insert_person_topic(tx: &Tx<'_>, person: Id<Person>, topic: Id<Topic>) -> Result<u64> {
    tx.exec(
        "INSERT INTO person_topic (person_id, topic_id) VALUES (:person, :topic) ON CONFLICT DO NOTHING",
        args! { person: person, topic: topic },
    )
}
