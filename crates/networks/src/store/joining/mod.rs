//! What bodies ask of newcomers, and what is found about whoever asks.

use db::{Conn, Tx, args};
use kernel::{Actor, Day, Id, Result};
use people::{Organisation, Person, Post};

use crate::{Body, JoinRule, Seat, SeatKind, store::rosters};

pub mod leavings;
pub mod requests;
pub mod vouches;

/// What a body asks; the default as long as nobody saved anything. Whoever sees the body's page may read it.
///
/// # Errors
/// When the database cannot be read.
pub fn rule_of(conn: &Conn, body: Id<Body>) -> Result<JoinRule> {
    let found = conn.find(
        "SELECT j.vouching, j.objection_days, j.seat_kind, j.statement, j.question, j.notice_months, j.year_end, j.version FROM join_rule j WHERE j.body_id = :body",
        args! { body: body },
        |r| {
            Ok(JoinRule {
                vouching: r.get(0)?,
                objection_days: r.get(1)?,
                seat_kind: r.get(2)?,
                statement: r.get(3)?,
                question: r.get(4)?,
                notice_months: r.get(5)?,
                year_end: r.get(6)?,
                version: r.get(7)?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Saves it over the version that was read.
///
/// # Errors
/// [`kernel::Error::Stale`] when somebody changed it meanwhile.
pub fn save_rule(tx: &Tx<'_>, body: Id<Body>, rule: &JoinRule) -> Result<()> {
    tx.exec_one(
        "INSERT INTO join_rule (body_id, vouching, objection_days, seat_kind, statement, question, notice_months, year_end) \
         VALUES (:body, :vouching, :days, :kind, :statement, :question, :notice, :year_end) \
         ON CONFLICT (body_id) DO UPDATE SET vouching = :vouching, objection_days = :days, seat_kind = :kind, statement = :statement, question = :question, notice_months = :notice, \
         year_end = :year_end, version = join_rule.version + 1 WHERE join_rule.version = :version",
        args! { body: body, vouching: rule.vouching, days: rule.objection_days, kind: rule.seat_kind, statement: rule.statement, question: rule.question.clone(),
        notice: rule.notice_months, year_end: rule.year_end, version: rule.version },
    )
}

/// An organisation, and the post where the mailbox is one's.
pub type Mailbox = (Id<Organisation>, Option<Id<Post>>);

/// The organisation, and the post where it is one's, whose functional mailbox an address is on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn find_mailbox(conn: &Conn, mail: &str, day: Day) -> Result<Option<Mailbox>> {
    conn.find(
        "SELECT p.organisation_id, p.id, 1 FROM post p WHERE p.mail = :mail AND p.from_day <= :day AND p.until_day > :day \
         UNION ALL SELECT g.id, NULL, 2 FROM organisation g WHERE g.mail = :mail AND g.from_day <= :day AND g.until_day > :day ORDER BY 3, 1 LIMIT 1",
        args! { mail: mail, day: day },
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// The organisation called exactly like that on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn find_organisation_called(conn: &Conn, sort_name: &str, day: Day) -> Result<Option<Id<Organisation>>> {
    conn.find(
        "SELECT g.id FROM organisation g WHERE g.sort_name = :name AND g.from_day <= :day AND g.until_day > :day ORDER BY g.id LIMIT 1",
        args! { name: sort_name, day: day },
        |r| r.get(0),
    )
}

/// Whoever holds a post with that mailbox, or has it as own official address, on a day.
///
/// # Errors
/// When the database cannot be read.
pub fn list_persons_at(conn: &Conn, mail: &str, day: Day) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT t.person_id FROM post p JOIN tenure t ON t.post_id = p.id WHERE p.mail = :mail AND t.from_day <= :day AND t.until_day > :day \
         UNION SELECT t.person_id FROM tenure t WHERE t.mail = :mail AND t.from_day <= :day AND t.until_day > :day ORDER BY 1",
        args! { mail: mail, day: day },
        |r| r.get(0),
    )
}

/// A seat of that kind nobody has or will have, without an office or anything its holder must bring.
///
/// # Errors
/// When the database cannot be read.
pub fn find_vacant_seat(conn: &Conn, body: Id<Body>, kind: SeatKind, day: Day) -> Result<Option<Id<Seat>>> {
    conn.find(
        "SELECT s.id FROM seat s WHERE s.body_id = :body AND s.kind = :kind AND s.office IS NULL AND s.source_territory_id IS NULL AND s.source_body_id IS NULL AND s.eligibility = 'none' \
         AND s.from_day <= :day AND s.until_day = '9999-12-31' AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.seat_id = s.id AND o.until_day > :day AND o.status <> 'refused') ORDER BY s.number LIMIT 1",
        args! { body: body, kind: kind, day: day },
        |r| r.get(0),
    )
}

/// Everybody who belongs to a body on a day, as herself, by her post or for an organisation; with her own
/// official address where she has it by a post. The post's mailbox is not hers alone, and an answer is.
///
/// # Errors
/// When the database cannot be read.
pub fn list_members_with_mail(
    conn: &Conn,
    actor: &Actor,
    body: &Body,
    day: Day,
) -> Result<Vec<(Id<Person>, Option<String>)>> {
    conn.all(
        "SELECT DISTINCT v.person_id, t.mail FROM sits v JOIN body b ON b.id = v.body_id \
         LEFT JOIN tenure t ON t.post_id = v.post_id AND t.person_id = v.person_id AND t.from_day <= :day AND t.until_day > :day \
         WHERE v.body_id = :body AND {visible:b} AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.person_id, 2",
        rosters(actor, args! { body: body.id, day: day }),
        |r| Ok((r.get(0)?, r.get(1)?)),
    )
}

/// Whoever keeps a network's membership on a day, and for a body of it also those who speak for that body.
///
/// # Errors
/// When the database cannot be read.
pub fn list_keepers(conn: &Conn, actor: &Actor, body: &Body, day: Day) -> Result<Vec<Id<Person>>> {
    conn.all(
        "SELECT DISTINCT v.person_id FROM sits v JOIN body b ON b.id = v.body_id WHERE b.id IN (:body, :network) AND {visible:b} AND v.capacity IN ('self', 'holder', 'acting', 'representative') \
         AND (v.office IN ('network_admin', 'secretariat') OR (v.body_id = :body AND :body <> :network AND v.office IN ('chair', 'speaker', 'secretary'))) \
         AND v.from_day <= :day AND v.until_day > :day AND v.seat_from <= :day AND v.seat_until > :day ORDER BY v.person_id",
        rosters(actor, args! { body: body.id, network: body.network, day: day }),
        |r| r.get(0),
    )
}
