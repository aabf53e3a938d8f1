//! The questions, each one statement.

use db::{Conn, Schema, args};
use kernel::{Error, Result};

/// Refuses a database this program does not know how to read.
pub fn admit(conn: &Conn, schema: &Schema) -> Result<()> {
    let (theirs, ours) = (db::version(conn)?, schema.migrations.last().map_or(0, |m| m.number));
    match theirs.cmp(&ours) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => {
            Err(Error::internal("this database was written by a newer version of Geflecht; check it with that version"))
        }
        std::cmp::Ordering::Less => Err(Error::internal(format!(
            "this database has schema {theirs}, this program needs {ours}; bring it up to date with geflecht migrate first"
        ))),
    }
}

/// How much there is.
pub fn counts(conn: &Conn) -> Result<Vec<(&'static str, i64)>> {
    [
        ("networks", "SELECT COUNT(*) FROM body WHERE kind = 'network'"),
        ("bodies", "SELECT COUNT(*) FROM body"),
        ("seats", "SELECT COUNT(*) FROM seat"),
        ("persons", "SELECT COUNT(*) FROM person"),
        ("posts", "SELECT COUNT(*) FROM post"),
        ("organisations", "SELECT COUNT(*) FROM organisation"),
        ("events", "SELECT COUNT(*) FROM event"),
    ]
    .into_iter()
    .map(|(name, sql)| Ok((name, conn.count(sql, args! {})?)))
    .collect()
}

/// A question about rows: it gives the ids of those that are wrong.
pub struct Question {
    /// Its name.
    pub check: &'static str,
    /// What is wrong with the rows it finds.
    pub text: &'static str,
    /// The statement; `:today` stands for today.
    pub sql: &'static str,
}

/// Every question about rows that a statement answers alone.
pub const QUESTIONS: &[Question] = &[
    Question {
        check: "event-gap",
        text: "Events that follow a gap in the log",
        sql: "SELECT e.seq FROM event e WHERE e.seq > (SELECT MIN(seq) FROM event) AND NOT EXISTS (SELECT 1 FROM event p WHERE p.seq = e.seq - 1)",
    },
    Question {
        check: "event-counter",
        text: "The number of the last event, which the counter does not have",
        sql: "SELECT COALESCE(MAX(e.seq), 0) FROM event e HAVING COALESCE(MAX(e.seq), 0) <> (SELECT value FROM counter WHERE name = 'event') AND COUNT(*) > 0",
    },
    Question {
        check: "occupancy-holder",
        text: "Occupancies that do not have exactly one holder",
        sql: "SELECT id FROM occupancy WHERE (CASE WHEN post_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN organisation_id IS NULL THEN 0 ELSE 1 END) \
              + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN by_seat_id IS NULL THEN 0 ELSE 1 END) <> 1",
    },
    Question {
        check: "occupancy-seat",
        text: "Occupancies that begin before their seat or end after it",
        sql: "SELECT o.id FROM occupancy o JOIN seat s ON s.id = o.seat_id WHERE o.from_day < s.from_day OR o.until_day > s.until_day",
    },
    Question {
        check: "occupancy-twice",
        text: "Confirmed occupancies of a seat on days on which another one has it",
        sql: "SELECT a.id FROM occupancy a JOIN occupancy b ON b.seat_id = a.seat_id AND b.id < a.id AND b.from_day < a.until_day AND a.from_day < b.until_day WHERE a.status = 'confirmed' AND b.status = 'confirmed'",
    },
    Question {
        check: "seat-body",
        text: "Seats that begin before their body or end after it",
        sql: "SELECT s.id FROM seat s JOIN body b ON b.id = s.body_id WHERE s.from_day < b.from_day OR s.until_day > b.until_day",
    },
    Question {
        check: "period",
        text: "Occupancies that end before they begin",
        sql: "SELECT id FROM occupancy WHERE until_day <= from_day",
    },
    Question {
        check: "body-level",
        text: "Bodies whose members are shown further than the body itself, or further than a sensitive one may",
        sql: "SELECT id FROM body WHERE roster_level < level OR (sensitive AND roster_level < 2) OR (unlisted AND (NOT sensitive OR level < 2 OR join_page))",
    },
    Question {
        check: "body-network",
        text: "Bodies that are more open than their sensitive or unlisted network",
        sql: "SELECT b.id FROM body b JOIN body n ON n.id = b.network_id WHERE n.kind <> 'network' OR (n.sensitive AND NOT b.sensitive) OR (n.unlisted AND NOT b.unlisted)",
    },
    Question {
        check: "organ-cycle",
        text: "Bodies that are, by a detour, organs of themselves",
        sql: "WITH RECURSIVE up (start_id, at_id) AS (SELECT from_body_id, to_body_id FROM edge WHERE kind = 'organ_of' AND from_day <= :today AND until_day > :today \
              UNION SELECT up.start_id, e.to_body_id FROM up JOIN edge e ON e.from_body_id = up.at_id AND e.kind = 'organ_of' AND e.from_day <= :today AND e.until_day > :today) \
              SELECT start_id FROM up WHERE start_id = at_id",
    },
    Question {
        check: "representative",
        text: "Persons who speak for an organisation on a seat that no organisation has",
        sql: "SELECT r.id FROM representative r JOIN occupancy o ON o.id = r.occupancy_id WHERE o.organisation_id IS NULL",
    },
    Question {
        check: "attachment",
        text: "Files that hang on something that is not there",
        sql: "SELECT a.id FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM agenda_item g WHERE g.id = a.thing_id AND a.thing = 'agenda_item') AND NOT EXISTS (SELECT 1 FROM thread t WHERE t.id = a.thing_id AND a.thing = 'thread') \
              AND NOT EXISTS (SELECT 1 FROM reply y WHERE y.id = a.thing_id AND a.thing = 'reply') AND NOT EXISTS (SELECT 1 FROM position_answer w WHERE w.id = a.thing_id AND a.thing = 'position_answer') \
              AND NOT EXISTS (SELECT 1 FROM mandate_report m WHERE m.id = a.thing_id AND a.thing = 'mandate_report') AND NOT EXISTS (SELECT 1 FROM attendance l WHERE l.id = a.thing_id AND a.thing = 'attendance')",
    },
];

/// The ids a question finds, as texts, in order.
pub fn ask(conn: &Conn, question: &Question) -> Result<Vec<String>> {
    let args = if question.sql.contains(":today") {
        args! { today: conn.today() }
    } else {
        args! {}
    };
    let mut ids: Vec<i64> = conn.all(question.sql, args, |r| r.get(0))?;
    ids.sort_unstable();
    ids.dedup();
    Ok(ids.into_iter().map(|id| id.to_string()).collect())
}

/// A reference from one table to another.
pub struct Reference {
    pub table: String,
    pub column: String,
    pub parent: String,
    pub key: String,
}

/// Every reference of the schema. All of ours have one column.
pub fn references(conn: &Conn) -> Result<Vec<Reference>> {
    let sql = if conn.is_postgres() {
        "SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, k.attname::text FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace \
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_attribute k ON k.attrelid = c.confrelid AND k.attnum = c.confkey[1] \
         WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2"
    } else {
        "SELECT m.name, f.\"from\", f.\"table\", COALESCE(f.\"to\", 'id') FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2"
    };
    conn.all(sql, args! {}, |r| {
        Ok(Reference { table: r.get(0)?, column: r.get(1)?, parent: r.get(2)?, key: r.get(3)? })
    })
}

/// What a reference points at that is not there.
pub fn dangling(conn: &Conn, reference: &Reference) -> Result<Vec<String>> {
    let Reference { table, column, parent, key } = reference;
    let sql = format!(
        "SELECT DISTINCT c.{column} FROM {table} c LEFT JOIN {parent} p ON p.{key} = c.{column} WHERE c.{column} IS NOT NULL AND p.{key} IS NULL ORDER BY 1 LIMIT 1000"
    );
    conn.all(&sql, args! {}, |r| Ok(r.get::<i64>(0)?.to_string()))
}

/// What SQLite itself finds wrong with its file; PostgreSQL looks after its own.
pub fn quick_check(conn: &Conn) -> Result<Vec<String>> {
    if conn.is_postgres() {
        return Ok(Vec::new());
    }
    let said: Vec<String> = conn.all("PRAGMA quick_check(20)", args! {}, |r| r.get(0))?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// Everything the index knows: kind and number.
pub fn documents(conn: &Conn) -> Result<Vec<(String, i64)>> {
    conn.all("SELECT kind, subject_id FROM search_doc ORDER BY kind, subject_id", args! {}, |r| {
        Ok((r.get(0)?, r.get(1)?))
    })
}
