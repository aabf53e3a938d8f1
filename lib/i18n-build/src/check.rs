//! Do the two languages fit together, and can each key be a Rust name?

use std::collections::{BTreeMap, HashMap};

use crate::{
    model::{Kind, Pair, Text, Uses},
    source::Fault,
};

/// The keywords of Rust 2024, strict and reserved: none can be a method or a parameter.
const KEYWORDS: &str = "abstract as async await become box break const continue crate do dyn else enum extern false \
     final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct super \
     trait true try type typeof unsafe unsized use virtual where while yield";

/// Every text with its counterpart; what has none, or does not fit, becomes a fault.
pub(crate) fn pair<'t>(de: &'t [Text], en: &'t [Text], faults: &mut Vec<Fault>) -> Vec<Pair<'t>> {
    let english: HashMap<&str, &Text> = en.iter().map(|text| (text.key.as_str(), text)).collect();
    let german: HashMap<&str, &Text> = de.iter().map(|text| (text.key.as_str(), text)).collect();
    for text in en.iter().filter(|text| !german.contains_key(text.key.as_str())) {
        faults.push(Fault::new(&text.file, text.line, format!("`{}` has no German text", text.key)));
    }
    names(de, faults);
    let mut pairs = Vec::new();
    for text in de {
        match english.get(text.key.as_str()) {
            None => faults.push(Fault::new(&text.file, text.line, format!("`{}` has no English text", text.key))),
            Some(other) => match variables(text, other) {
                Ok(variables) => pairs.push(Pair { de: text, en: other, variables }),
                Err(fault) => faults.push(fault),
            },
        }
    }
    pairs
}

fn names(texts: &[Text], faults: &mut Vec<Fault>) {
    let mut taken: HashMap<String, &str> = HashMap::new();
    for text in texts {
        let mut refuse = |what: String| faults.push(Fault::new(&text.file, text.line, what));
        let name = text.method();
        if !is_name(&name) {
            refuse(format!(
                "`{}` cannot be a method: lower case letters, digits and dashes, no word of Rust",
                text.key
            ));
        }
        for variable in text.variables().0.iter().filter(|it| !is_name(&parameter(it))) {
            refuse(format!(
                "`${variable}` cannot be a parameter: lower case letters, digits and dashes, no word of Rust"
            ));
        }
        if let Some(other) = taken.insert(name, &text.key) {
            refuse(format!("`{}` and `{other}` would be the same method", text.key));
        }
    }
}

/// The Rust name of a variable.
pub(crate) fn parameter(variable: &str) -> String {
    variable.replace('-', "_")
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.chars().all(fits) && !KEYWORDS.split(' ').any(|word| word == name)
}

/// The parameters. What one language shows, the other must show or use too; only a variable that merely chooses a
/// word (a grammatical form) may be needed in one language alone.
fn variables(de: &Text, en: &Text) -> Result<Vec<(String, Kind)>, Fault> {
    let ((mut order, german), (more, english)) = (de.variables(), en.variables());
    lacking(&german, &english, en, de)?;
    lacking(&english, &german, de, en)?;
    order.extend(more.into_iter().filter(|name| !german.contains_key(name)));
    let order = named(de, en, order)?;
    let kind = |name: String| {
        let both = [german.get(&name), english.get(&name)];
        let number = both.iter().flatten().any(|uses| uses.number);
        let word = both.iter().flatten().any(|uses| uses.word);
        if number && word {
            return Err(Fault::new(
                &de.file,
                de.line,
                format!("`${name}` is a number in one place and a word in another"),
            ));
        }
        let kind = if number {
            Kind::Number
        } else if word {
            Kind::Word
        } else {
            Kind::Shown
        };
        Ok((name, kind))
    };
    order.into_iter().map(kind).collect()
}

/// The order in which a text takes its variables. Two and more stand in a comment, so that a sentence put another way round
/// cannot swap what its callers hand in.
fn named(de: &Text, en: &Text, seen: Vec<String>) -> Result<Vec<String>, Fault> {
    let list = |names: &[String]| names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let refuse = |text: &Text, what: String| Err(Fault::new(&text.file, text.line, what));
    if !en.named.is_empty() {
        return refuse(en, format!("the variables of `{}` are named above the German text alone", en.key));
    }
    if seen.len() < 2 && de.named.is_empty() {
        return Ok(seen);
    }
    if de.key.contains('.') {
        return refuse(de, format!("`{}` takes {}: give it a key of its own", de.key, list(&seen)));
    }
    let sorted = |names: &[String]| {
        let mut names = names.to_vec();
        names.sort();
        names
    };
    if sorted(&seen) == sorted(&de.named) {
        return Ok(de.named.clone());
    }
    let what = "name them in their order in a comment above it";
    refuse(de, format!("`{}` takes {}: {what}, `# {}`", de.key, list(&seen), list(&seen)))
}

fn lacking(
    has: &BTreeMap<String, Uses>,
    lacks: &BTreeMap<String, Uses>,
    text: &Text,
    other: &Text,
) -> Result<(), Fault> {
    let missing = has.iter().find(|(name, uses)| !lacks.contains_key(*name) && (uses.shown || !uses.word));
    match missing {
        None => Ok(()),
        Some((name, _)) => {
            let what = format!("`{}` does not use `${name}`, but {}:{} does", text.key, other.file, other.line);
            Err(Fault::new(&text.file, text.line, what))
        }
    }
}
