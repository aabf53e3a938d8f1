//! From the one SQL text to the text a driver takes: numbered parameters, padded lists, the reader's condition.

use kernel::{Error, Result};

use crate::{Args, Value};

/// A statement as a driver takes it, and which value stands at which number.
#[derive(Debug)]
pub struct Prepared {
    /// The text with `?1` (SQLite) or `$1` (PostgreSQL).
    pub text: String,
    /// For each number: the parameter's name and, for lists, the place in it.
    pub slots: Vec<(String, Option<usize>)>,
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
        value(args, name)?;
        let list = bytes.get(at) == Some(&b'*');
        at += usize::from(list);
        let places = if list { (0..list_length(args, name)?).map(Some).collect() } else { vec![None] };
        for (n, place) in places.into_iter().enumerate() {
            if n > 0 {
                out.text.push(',');
            }
            let slot = (name.to_owned(), place);
            let number = out.slots.iter().position(|s| *s == slot).unwrap_or_else(|| {
                out.slots.push(slot);
                out.slots.len() - 1
            });
            out.text.push(mark);
            out.text.push_str(&(number + 1).to_string());
        }
    }
    for (n, (name, _)) in args.named.iter().enumerate() {
        if args.named[..n].iter().any(|(other, _)| other == name) {
            return Err(Error::internal(format!("parameter :{name} is given twice in: {sql}")));
        }
        if !out.slots.iter().any(|(slot, _)| slot == name) && !name.starts_with("v_") {
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

fn list_length(args: &Args, name: &str) -> Result<usize> {
    match value(args, name)? {
        Value::Ints(list) => Ok(padded(list.len())),
        Value::Texts(list) => Ok(padded(list.len())),
        _ => Err(Error::internal(format!("parameter :{name}* is not a list"))),
    }
}

/// The value bound under a name.
pub fn value<'a>(args: &'a Args, name: &str) -> Result<&'a Value> {
    let found = args.named.iter().find(|(n, _)| *n == name);
    found.map(|(_, v)| v).ok_or_else(|| Error::internal(format!("parameter :{name} is not given")))
}

/// What no column holds, since forms refuse control characters. NULL would also make `NOT IN` match nothing.
const NO_WORD: &str = "\u{1}";

/// The value of one slot; lists are padded with their last entry, empty ones with what matches nothing.
pub fn slot_value(args: &Args, slot: &(String, Option<usize>)) -> Result<Value> {
    let found = value(args, &slot.0)?;
    let Some(place) = slot.1 else { return Ok(found.clone()) };
    Ok(match found {
        Value::Ints(list) => list.get(place).or(list.last()).map_or(Value::Int(-1), |v| Value::Int(*v)),
        Value::Texts(list) => {
            list.get(place).or(list.last()).map_or_else(|| Value::Text(NO_WORD.to_owned()), |v| Value::Text(v.clone()))
        }
        other => other.clone(),
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
        assert_eq!(slot_value(&args! { a: 1, b: 2 }, &p.slots[0]).unwrap(), Value::Int(2));
    }

    #[test]
    fn lists_are_padded_and_an_empty_one_matches_nothing() {
        let args = args! { ids: vec![7_i64, 8, 9] };
        let p = prepare("IN (:ids*)", &args, '?').unwrap();
        assert_eq!(p.text, "IN (?1,?2,?3,?4)");
        assert_eq!(slot_value(&args, &p.slots[3]).unwrap(), Value::Int(9));
        let none = args! { ids: Vec::<i64>::new() };
        let p = prepare("IN (:ids*)", &none, '?').unwrap();
        assert_eq!((p.text.as_str(), slot_value(&none, &p.slots[0]).unwrap()), ("IN (?1)", Value::Int(-1)));
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
