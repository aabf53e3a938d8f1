//! From the one SQL text to the text a driver takes: numbered parameters, padded lists, the reader's condition.

use std::{collections::HashMap, fmt::Write};

use kernel::{Error, Result};

use crate::{Args, Value};

/// A statement as a driver takes it, and which value stands at which number.
#[derive(Debug)]
pub struct Prepared {
    /// The text with `?1` (SQLite) or `$1` (PostgreSQL).
    pub text: String,
    /// For each number what is bound there.
    pub slots: Vec<Slot>,
}

/// What is bound at one number: which of the values given and, for lists, the place in it.
///
/// Statements are kept by their text and by the parameters' names in order (see `cache_key`), so the place of a value
/// among those given is the same whenever the statement is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    given: usize,
    place: Option<usize>,
}

/// One value as a driver binds it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bind<'a> {
    /// SQL NULL.
    Null,
    /// BIGINT.
    Int(i64),
    /// BOOLEAN.
    Bool(bool),
    /// TEXT.
    Text(&'a str),
    /// BLOB or BYTEA.
    Bytes(&'a [u8]),
}

/// The length a list of that length is padded to, so that few statement texts serve every reader.
#[must_use]
pub fn padded(len: usize) -> usize {
    len.max(1).next_power_of_two()
}

/// Writes the condition in and numbers the parameters.
///
/// # Errors
/// When the text names a parameter that is not given, or a given one is never used: both are faults of ours.
pub fn prepare(sql: &str, args: &Args, mark: char) -> Result<Prepared> {
    let sql = expand(sql, args)?;
    let mut out = Prepared { text: String::with_capacity(sql.len() + 32), slots: Vec::new() };
    let bytes = sql.as_bytes();
    // The first number of each value used, as a list and as one: those of a list follow each other.
    let mut numbers: HashMap<(usize, bool), usize> = HashMap::new();
    let (mut at, mut quoted) = (0, false);
    while at < bytes.len() {
        let byte = bytes[at];
        quoted ^= byte == b'\'';
        // `::` is a cast of PostgreSQL, not a parameter.
        if byte == b':' && !quoted && bytes.get(at + 1) == Some(&b':') {
            out.text.push_str("::");
            at += 2;
            continue;
        }
        let name_len = if byte == b':' && !quoted { name_length(&bytes[at + 1..]) } else { 0 };
        if name_len == 0 {
            let end = next_boundary(&sql, at);
            out.text.push_str(&sql[at..end]);
            at = end;
            continue;
        }
        let name = &sql[at + 1..at + 1 + name_len];
        at += 1 + name_len;
        let given = given(args, name)?;
        let list = bytes.get(at) == Some(&b'*');
        at += usize::from(list);
        let len = if list { list_length(args, given)? } else { 1 };
        let first = *numbers.entry((given, list)).or_insert_with(|| {
            let first = out.slots.len();
            out.slots.extend((0..len).map(|place| Slot { given, place: list.then_some(place) }));
            first
        });
        for n in 0..len {
            if n > 0 {
                out.text.push(',');
            }
            out.text.push(mark);
            let _ = write!(out.text, "{}", first + n + 1);
        }
    }
    for (n, (name, _)) in args.named.iter().enumerate() {
        if args.named[..n].iter().any(|(other, _)| other == name) {
            return Err(Error::internal(format!("parameter :{name} is given twice in: {sql}")));
        }
        if !out.slots.iter().any(|slot| slot.given == n) && !name.starts_with("v_") {
            return Err(Error::internal(format!("parameter :{name} is given but not used in: {sql}")));
        }
    }
    Ok(out)
}

fn next_boundary(sql: &str, at: usize) -> usize {
    (at + 1..=sql.len()).find(|&end| sql.is_char_boundary(end)).unwrap_or(sql.len())
}

fn name_length(rest: &[u8]) -> usize {
    if !rest.first().is_some_and(u8::is_ascii_lowercase) {
        return 0;
    }
    rest.iter().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || **b == b'_').count()
}

fn list_length(args: &Args, given: usize) -> Result<usize> {
    match args.named.get(given) {
        Some((_, Value::Ints(list))) => Ok(padded(list.len())),
        Some((_, Value::Texts(list))) => Ok(padded(list.len())),
        other => Err(Error::internal(format!("parameter :{}* is not a list", other.map_or("", |(name, _)| name)))),
    }
}

/// The place of the value bound under a name.
fn given(args: &Args, name: &str) -> Result<usize> {
    let found = args.named.iter().position(|(n, _)| *n == name);
    found.ok_or_else(|| Error::internal(format!("parameter :{name} is not given")))
}

/// What no column holds, since forms refuse control characters. NULL would also make `NOT IN` match nothing.
const NO_WORD: &str = "\u{1}";

/// The value of one slot; lists are padded with their last entry, empty ones with what matches nothing.
///
/// # Errors
/// When fewer values are given than the statement was made for: a fault of ours.
pub fn slot_value(args: &Args, slot: Slot) -> Result<Bind<'_>> {
    let (_, found) = args.named.get(slot.given).ok_or_else(|| Error::internal("a value is missing"))?;
    let place = slot.place.unwrap_or(0);
    Ok(match found {
        Value::Null => Bind::Null,
        Value::Int(v) => Bind::Int(*v),
        Value::Bool(v) => Bind::Bool(*v),
        Value::Text(v) => Bind::Text(v),
        Value::Bytes(v) => Bind::Bytes(v),
        // A list that the text does not write as one has no value.
        Value::Ints(_) | Value::Texts(_) if slot.place.is_none() => Bind::Null,
        Value::Ints(list) => Bind::Int(list.get(place).or(list.last()).copied().unwrap_or(-1)),
        Value::Texts(list) => Bind::Text(list.get(place).or(list.last()).map_or(NO_WORD, String::as_str)),
    })
}

fn expand(sql: &str, args: &Args) -> Result<String> {
    let mut text = sql.to_owned();
    while let Some(start) = text.find("{visible:") {
        let rest = &text[start + 9..];
        let (Some(len), Some(condition)) = (rest.find('}'), &args.visible) else {
            return Err(Error::internal(format!("a statement reads what is protected without a reader: {sql}")));
        };
        let written = format!("({})", condition.text.replace("{a}", &rest[..len]));
        text.replace_range(start..start + 9 + len + 1, &written);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Condition, args};

    #[test]
    fn a_name_keeps_its_number_whatever_the_order() {
        let p = prepare("SELECT :b, :a, :b WHERE x = ':c' AND y = :a", &args! { a: 1, b: 2 }, '$').unwrap();
        assert_eq!(p.text, "SELECT $1, $2, $1 WHERE x = ':c' AND y = $2");
        assert_eq!(slot_value(&args! { a: 1, b: 2 }, p.slots[0]).unwrap(), Bind::Int(2));
    }

    #[test]
    fn lists_are_padded_and_an_empty_one_matches_nothing() {
        let args = args! { ids: vec![7_i64, 8, 9] };
        let p = prepare("IN (:ids*)", &args, '?').unwrap();
        assert_eq!(p.text, "IN (?1,?2,?3,?4)");
        assert_eq!(slot_value(&args, p.slots[3]).unwrap(), Bind::Int(9));
        let none = args! { ids: Vec::<i64>::new() };
        let p = prepare("IN (:ids*)", &none, '?').unwrap();
        assert_eq!((p.text.as_str(), slot_value(&none, p.slots[0]).unwrap()), ("IN (?1)", Bind::Int(-1)));
    }

    #[test]
    fn missing_unused_and_unconditioned_are_refused() {
        assert!(prepare("SELECT :a", &args! {}, '?').is_err());
        assert!(prepare("SELECT 1", &args! { a: 1 }, '?').is_err());
        assert!(prepare("SELECT 1 FROM body b WHERE {visible:b}", &args! {}, '?').is_err());
        let seen = Condition { text: "{a}.level = 0".into(), args: vec![] };
        let p = prepare("WHERE {visible:b}", &Args::none().visible(seen), '?').unwrap();
        assert_eq!(p.text, "WHERE (b.level = 0)");
        assert!(prepare("SELECT :a", &args! { a: 1, a: 2 }, '?').is_err());
    }
}
