//! SQL of what is held about a person beside her factors, and of taking all of it away.

use db::{Conn, Tx, args};
use kernel::{Day, Id, Moment, Result};
use people::Person;

/// When her account was opened.
pub fn find_opened(conn: &Conn, person: Id<Person>) -> Result<Option<Moment>> {
    conn.find("SELECT created_at FROM account WHERE person_id = :person", args! { person: person }, |r| r.get(0))
}

/// Letters to her that are still in the log: when, what for, where to.
pub fn list_letters(conn: &Conn, person: Id<Person>) -> Result<Vec<(Moment, String, String)>> {
    conn.all(
        "SELECT created_at, purpose, address FROM mail_out WHERE person_id = :person ORDER BY created_at, id",
        args! { person: person },
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )
}

/// What she did, as the log holds it: when, what, to what kind of thing. The oldest first.
pub fn list_acts(conn: &Conn, person: Id<Person>) -> Result<Vec<(Moment, String, String)>> {
    conn.all("SELECT at, verb, kind FROM event WHERE actor_id = :person ORDER BY seq", args! { person: person }, |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?))
    })
}

/// Whether somebody else runs the installation on a day.
pub fn count_other_operators(conn: &Conn, person: Id<Person>, day: Day) -> Result<i64> {
    conn.count(
        "SELECT COUNT(*) FROM operator WHERE person_id <> :person AND from_day <= :day AND until_day > :day",
        args! { person: person, day: day },
    )
}

/// Ends or takes away her days as operator.
pub fn end_operator(tx: &Tx<'_>, person: Id<Person>, day: Day) -> Result<()> {
    tx.exec("DELETE FROM operator WHERE person_id = :person AND from_day >= :day", args! { person: person, day: day })?;
    tx.exec(
        "UPDATE operator SET until_day = :day WHERE person_id = :person AND until_day > :day",
        args! { person: person, day: day },
    )
    .map(drop)
}

/// Takes away every row of a person's access: each table by her number.
pub fn delete_access(tx: &Tx<'_>, person: Id<Person>) -> Result<()> {
    tx.exec("DELETE FROM session WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM passkey WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM app_code WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM emergency_code WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM factor_try WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM mail_change WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM challenge WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM invitation WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM mail_out WHERE person_id = :person", args! { person: person })?;
    tx.exec("DELETE FROM account WHERE person_id = :person", args! { person: person }).map(drop)
}
