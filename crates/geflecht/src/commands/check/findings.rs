//! From answers to problems.

use std::collections::HashSet;

use db::Conn;
use kernel::Result;
use web::Kind;

use super::store;

/// Something that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The check that found it.
    pub check: String,
    /// What is wrong.
    pub text: String,
    /// Where: ids, or what the database said.
    pub ids: Vec<String>,
}

impl Problem {
    fn new(check: impl Into<String>, text: impl Into<String>, ids: Vec<String>) -> Option<Self> {
        (!ids.is_empty()).then(|| Self { check: check.into(), text: text.into(), ids })
    }
}

/// Everything that is wrong, in a fixed order.
///
/// # Errors
/// When the database cannot be read.
pub fn find(conn: &Conn, kinds: &[&Kind]) -> Result<Vec<Problem>> {
    let mut found = vec![Problem::new("file", "SQLite says of its file", store::quick_check(conn)?)];
    for reference in store::references(conn)? {
        let text = format!("{}.{} points at what is not in {}", reference.table, reference.column, reference.parent);
        found.push(Problem::new("reference", text, store::dangling(conn, &reference)?));
    }
    for question in store::QUESTIONS {
        found.push(Problem::new(question.check, question.text, store::ask(conn, question)?));
    }
    let left = networks::list_without_handover(conn, conn.today())?;
    found.push(Problem::new(
        "handover",
        "Seats whose holder no longer has the post she was eligible through: nobody handed over",
        left.into_iter().map(|seat| seat.to_string()).collect(),
    ));
    found.push(Problem::new("search", "The search knows things that do not exist", unknown_documents(conn, kinds)?));
    Ok(found.into_iter().flatten().collect())
}

fn unknown_documents(conn: &Conn, kinds: &[&Kind]) -> Result<Vec<String>> {
    let mut known: HashSet<(&str, i64)> = HashSet::new();
    for kind in kinds {
        known.extend((kind.every)(conn)?.into_iter().map(|id| (kind.name, id)));
    }
    let documents = store::documents(conn)?;
    Ok(documents
        .into_iter()
        .filter(|(kind, id)| !known.contains(&(kind.as_str(), *id)))
        .map(|(kind, id)| format!("{kind} {id}"))
        .collect())
}
