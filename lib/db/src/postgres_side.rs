//! PostgreSQL: a client lives, works and is dropped on one thread of the pool.

use std::{collections::HashMap, error::Error as StdError, rc::Rc};

use kernel::{Error, Result};
use postgres::{
    Client, Statement,
    fallible_iterator::FallibleIterator,
    types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked},
};

use crate::{
    Args, Row, Trouble,
    sqlite_side::{TEXTS, cache_key},
    text::{Bind, Prepared, prepare, slot_value},
};

pub struct Postgres {
    client: Client,
    statements: HashMap<String, (Rc<Prepared>, Statement)>,
}

impl Postgres {
    pub fn new(client: Client) -> Self {
        Self { client, statements: HashMap::new() }
    }

    fn prepared(&mut self, sql: &str, args: &Args) -> Result<(Rc<Prepared>, Statement)> {
        let key = cache_key(sql, args);
        if let Some((prepared, statement)) = self.statements.get(&key) {
            return Ok((Rc::clone(prepared), statement.clone()));
        }
        let prepared = Rc::new(prepare(sql, args, '$')?);
        let statement = self.client.prepare(&prepared.text).map_err(|e| fault(&e, sql))?;
        if self.statements.len() >= TEXTS {
            self.statements.clear();
        }
        self.statements.insert(key, (Rc::clone(&prepared), statement.clone()));
        Ok((prepared, statement))
    }

    pub fn each(&mut self, sql: &str, args: &Args, read: &mut dyn FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let (prepared, statement) = self.prepared(sql, args)?;
        let values = values(&prepared, args)?;
        let mut rows =
            self.client.query_raw(&statement, values.iter().map(|v| v as &dyn ToSql)).map_err(|e| fault(&e, sql))?;
        while let Some(row) = rows.next().map_err(|e| fault(&e, sql))? {
            read(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub fn run(&mut self, sql: &str, args: &Args) -> Result<u64> {
        let (prepared, statement) = self.prepared(sql, args)?;
        let values = values(&prepared, args)?;
        let bound: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as &(dyn ToSql + Sync)).collect();
        self.client.execute(&statement, &bound).map_err(|e| fault(&e, sql))
    }

    pub fn script(&mut self, sql: &str) -> Result<()> {
        self.client.batch_execute(sql).map_err(|e| fault(&e, sql))
    }

    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }
}

fn values<'a>(prepared: &Prepared, args: &'a Args) -> Result<Vec<Bound<'a>>> {
    prepared.slots.iter().map(|slot| slot_value(args, *slot).map(Bound)).collect()
}

#[derive(Debug)]
struct Bound<'a>(Bind<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self.0 {
            Bind::Int(v) if *ty == Type::INT4 => i32::try_from(v)?.to_sql(ty, out),
            Bind::Int(v) => v.to_sql(ty, out),
            Bind::Bool(v) => v.to_sql(ty, out),
            Bind::Text(v) => v.to_sql(ty, out),
            Bind::Bytes(v) => v.to_sql(ty, out),
            Bind::Null => Ok(IsNull::Yes),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Checked when written: the text decides the type, and one text serves two databases.
        true
    }

    to_sql_checked!();
}

fn fault(cause: &postgres::Error, sql: &str) -> Error {
    let detail =
        cause.as_db_error().map_or_else(|| cause.to_string(), |db| format!("{} {}", db.code().code(), db.message()));
    if is_away(cause) {
        tracing::warn!("the database went away: {detail}");
        return Error::internal(Trouble::Away);
    }
    if cause.code() == Some(&postgres::error::SqlState::FOREIGN_KEY_VIOLATION) {
        tracing::debug!("refused by a foreign key: {sql}");
        return Error::internal(Trouble::Referred);
    }
    Error::internal(format!("{detail} in: {sql}"))
}

/// Whether the connection is gone rather than the statement wrong: classes 08 and 57P of the error codes, or no answer.
fn is_away(cause: &postgres::Error) -> bool {
    let code = cause.code().map_or("", |code| code.code());
    let unanswered = || StdError::source(cause).is_some_and(|source| source.is::<std::io::Error>());
    cause.is_closed() || code.starts_with("08") || code.starts_with("57P") || unanswered()
}
