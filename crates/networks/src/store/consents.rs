//! Consent, and what is needed to decide whose name is shown.

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Id, Moment, Result};
use people::{Person, PersonName, TitleForm};

use super::rosters;
use crate::{Audience, Body, Consent, Field, rules::Place};

/// A person with one of her consents, or none.
pub struct PersonRow {
    /// Who.
    pub id: Id<Person>,
    /// Her name.
    pub name: PersonName,
    /// The form of titles she chose.
    pub form: TitleForm,
    /// Her pronouns.
    pub pronouns: Option<String>,
    /// Her private address.
    pub private_mail: Option<String>,
    /// Her private telephone.
    pub private_phone: Option<String>,
    /// One consent that stands.
    pub consent: Option<Consent>,
}

/// Persons with the consents that stand now, one row for each. Erased persons are left out: their names are gone.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons_with_consents(conn: &Conn, ids: &[Id<Person>]) -> Result<Vec<PersonRow>> {
    conn.all(
        "SELECT p.id, p.title, p.given, p.family, p.title_form, p.pronouns, p.private_mail, p.private_phone, c.id, c.field, c.audience, c.body_id \
         FROM person p LEFT JOIN consent c ON c.person_id = p.id AND c.withdrawn_at IS NULL WHERE p.id IN (:ids*) AND p.erased_at IS NULL ORDER BY p.sort_name, p.id",
        args! { ids: ids },
        |r| {
            let id = r.get(0)?;
            let consent = match r.get::<Option<Id<Consent>>>(8)? {
                Some(number) => Some(Consent { id: number, person: id, field: r.get(9)?, audience: r.get(10)?, body: r.get(11)? }),
                None => None,
            };
            Ok(PersonRow {
                id,
                name: PersonName { title: r.get(1)?, given: r.get(2)?, family: r.get(3)? },
                form: r.get(4)?,
                pronouns: r.get(5)?,
                private_mail: r.get(6)?,
                private_phone: r.get(7)?,
                consent,
            })
        },
    )
}

/// Where these persons sit today, as far as the reader may see those rosters.
///
/// # Errors
/// When the database cannot be read.
pub fn list_places(conn: &Conn, actor: &Actor, ids: &[Id<Person>], today: Day) -> Result<Vec<(Id<Person>, Place)>> {
    conn.all(
        "SELECT DISTINCT v.person_id, b.id, b.network_id, b.sensitive FROM sits v JOIN body b ON b.id = v.body_id \
         WHERE v.person_id IN (:ids*) AND {visible:b} AND v.from_day <= :today AND v.until_day > :today AND v.seat_from <= :today AND v.seat_until > :today",
        rosters(actor, args! { ids: ids, today: today }),
        |r| Ok((r.get(0)?, Place { body: r.get(1)?, network: r.get(2)?, sensitive: r.get(3)? })),
    )
}

/// A person's consents that stand now.
///
/// # Errors
/// When the database cannot be read.
pub fn list_consents(conn: &Conn, person: Id<Person>) -> Result<Vec<Consent>> {
    conn.all(
        "SELECT id, person_id, field, audience, body_id FROM consent WHERE person_id = :person AND withdrawn_at IS NULL ORDER BY given_at, id",
        args! { person: person },
        |r| Ok(Consent { id: r.get(0)?, person: r.get(1)?, field: r.get(2)?, audience: r.get(3)?, body: r.get(4)? }),
    )
}

pub fn insert_consent(
    tx: &Tx<'_>,
    id: Id<Consent>,
    person: Id<Person>,
    field: Field,
    audience: Audience,
    body: Option<Id<Body>>,
) -> Result<()> {
    tx.exec(
        "INSERT INTO consent (id, person_id, field, audience, body_id, given_at) VALUES (:id, :person, :field, :audience, :body, :now)",
        args! { id: id, person: person, field: field, audience: audience, body: body, now: tx.now() },
    )?;
    Ok(())
}

/// Deletes the consents withdrawn up to a moment: until then they prove what was shown with leave (Art. 7 (1) GDPR).
pub fn delete_withdrawn(tx: &Tx<'_>, until: Moment) -> Result<()> {
    tx.exec("DELETE FROM consent WHERE withdrawn_at <= :until", args! { until: until }).map(drop)
}

/// Withdraws a consent of the person; 0 when it is not hers or was withdrawn.
pub fn save_withdrawal(tx: &Tx<'_>, id: Id<Consent>, person: Id<Person>) -> Result<u64> {
    tx.exec(
        "UPDATE consent SET withdrawn_at = :now WHERE id = :id AND person_id = :person AND withdrawn_at IS NULL",
        args! { id: id, person: person, now: tx.now() },
    )
}
