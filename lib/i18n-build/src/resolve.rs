//! From the parsed file to texts without references: terms and other messages are put in where they are named.

use std::collections::HashMap;

use fluent_syntax::{
    ast::{
        CallArguments, Comment, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Term, Variant,
        VariantKey,
    },
    parser,
    unicode::unescape_unicode_to_string,
};

use crate::{
    model::{By, Key, Part, Text, push},
    source::{Fault, Source, fault_at},
};

/// All texts of one language, and what is wrong with them.
pub(crate) fn read(sources: &[Source]) -> (Vec<Text>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut book = Book { sources, messages: HashMap::new(), terms: HashMap::new() };
    let mut order = Vec::new();
    for source in sources {
        for entry in entries(source, &mut faults) {
            match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    if book.messages.insert(name, message).is_some() {
                        faults.push(fault_at(sources, name, format!("the key `{name}` stands here a second time")));
                    } else {
                        order.push(name);
                    }
                }
                Entry::Term(term) => {
                    let name = term.id.name;
                    if book.terms.insert(name, term).is_some() {
                        faults.push(fault_at(sources, name, format!("the term `-{name}` stands here a second time")));
                    }
                }
                _ => {}
            }
        }
    }
    let mut texts = Vec::new();
    for name in order {
        let message = &book.messages[name];
        let own = message.value.iter().map(|value| (name, name.to_owned(), value, named(message.comment.as_ref())));
        let attributes =
            message.attributes.iter().map(|it| (it.id.name, format!("{name}.{}", it.id.name), &it.value, Vec::new()));
        for (place, key, pattern, named) in own.chain(attributes) {
            let at = fault_at(sources, place, "");
            match book.pattern(pattern, None, &mut vec![key.clone()]) {
                Ok(parts) if parts.iter().all(|part| matches!(part, Part::Text(text) if text.trim().is_empty())) => {
                    faults.push(fault_at(sources, place, format!("`{key}` is empty")));
                }
                Ok(parts) => texts.push(Text { key, file: at.file, line: at.line, parts, named }),
                Err(fault) => faults.push(fault),
            }
        }
    }
    (texts, faults)
}

/// The variables a comment names in a line of its own: `# $name, $day`.
fn named(comment: Option<&Comment<&str>>) -> Vec<String> {
    let line = comment.and_then(|it| it.content.iter().find(|line| line.trim_start().starts_with('$')));
    let names = line.into_iter().flat_map(|line| line.split(','));
    names.map(|name| name.trim().trim_start_matches('$').to_owned()).collect()
}

/// The entries of one file; what could not be parsed becomes a fault.
pub(crate) fn entries<'s>(source: &'s Source, faults: &mut Vec<Fault>) -> Vec<Entry<&'s str>> {
    match parser::parse(source.text.as_str()) {
        Ok(resource) => resource.body,
        Err((resource, errors)) => {
            for error in errors {
                faults.push(source.fault(error.pos.start, format!("syntax: {}", error.kind)));
            }
            resource.body
        }
    }
}

/// What a term was handed: name and literal.
type Given = Vec<(String, String)>;

struct Book<'s> {
    sources: &'s [Source],
    messages: HashMap<&'s str, Message<&'s str>>,
    terms: HashMap<&'s str, Term<&'s str>>,
}

impl Book<'_> {
    /// `given` is what a term was called with; `None` in a message, whose variables come at run time.
    /// `trail` holds the keys being worked out, to find circles.
    fn pattern(
        &self,
        pattern: &Pattern<&str>,
        given: Option<&Given>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Part>, Fault> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push(&mut parts, Part::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => {
                    for part in self.expression(expression, given, trail)? {
                        push(&mut parts, part);
                    }
                }
            }
        }
        Ok(parts)
    }

    fn expression(
        &self,
        it: &Expression<&str>,
        given: Option<&Given>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Part>, Fault> {
        match it {
            Expression::Inline(inline) => self.inline(inline, given, trail),
            Expression::Select { selector, variants } => self.select(selector, variants, given, trail),
        }
    }

    fn inline(
        &self,
        it: &InlineExpression<&str>,
        given: Option<&Given>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Part>, Fault> {
        match it {
            InlineExpression::StringLiteral { value } => {
                Ok(vec![Part::Text(unescape_unicode_to_string(value).into_owned())])
            }
            InlineExpression::NumberLiteral { value } => Ok(vec![Part::Text((*value).to_owned())]),
            InlineExpression::Placeable { expression } => self.expression(expression, given, trail),
            InlineExpression::VariableReference { id } => match given {
                None => Ok(vec![Part::Show(id.name.to_owned())]),
                Some(given) => match lookup(given, id.name) {
                    Some(value) => Ok(vec![Part::Text(value.to_owned())]),
                    None => self.refuse(id.name, format!("this term was called without `{}`", id.name)),
                },
            },
            InlineExpression::FunctionReference { id, arguments } => {
                let (var, grouped) = self.number(id.name, arguments, given)?;
                Ok(vec![Part::Number { var, grouped }])
            }
            InlineExpression::MessageReference { id, attribute } => {
                let key =
                    attribute.as_ref().map_or_else(|| id.name.to_owned(), |it| format!("{}.{}", id.name, it.name));
                let found = self.messages.get(id.name).and_then(|message| match attribute {
                    None => message.value.as_ref(),
                    Some(wanted) => message.attributes.iter().find(|it| it.id.name == wanted.name).map(|it| &it.value),
                });
                let Some(pattern) = found else {
                    return self.refuse(id.name, format!("there is no text `{key}`"));
                };
                self.follow(id.name, key, trail, |trail| self.pattern(pattern, None, trail))
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let Some(term) = self.terms.get(id.name) else {
                    return self.refuse(id.name, format!("there is no term `-{}`", id.name));
                };
                let found = match attribute {
                    None => Some(&term.value),
                    Some(wanted) => term.attributes.iter().find(|it| it.id.name == wanted.name).map(|it| &it.value),
                };
                let Some(pattern) = found else {
                    return self.refuse(id.name, format!("the term `-{}` has no such attribute", id.name));
                };
                let handed = self.literals(arguments.as_ref())?;
                self.follow(id.name, format!("-{}", id.name), trail, |trail| {
                    self.pattern(pattern, Some(&handed), trail)
                })
            }
        }
    }

    /// Works out what a key stands for, unless it is being worked out already.
    fn follow<R>(
        &self,
        place: &str,
        key: String,
        trail: &mut Vec<String>,
        work: impl FnOnce(&mut Vec<String>) -> Result<R, Fault>,
    ) -> Result<R, Fault> {
        if trail.contains(&key) {
            return self.refuse(place, format!("`{key}` refers to itself by way of {}", trail.join(", ")));
        }
        trail.push(key);
        let done = work(trail);
        trail.pop();
        done
    }

    fn select(
        &self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        given: Option<&Given>,
        trail: &mut Vec<String>,
    ) -> Result<Vec<Part>, Fault> {
        let fixed = match selector {
            InlineExpression::VariableReference { id } => match given {
                None => return self.choose(id.name, id.name, None, variants, trail),
                Some(given) => lookup(given, id.name).unwrap_or_default().to_owned(),
            },
            InlineExpression::FunctionReference { id, arguments } => {
                let (var, _) = self.number(id.name, arguments, given)?;
                return self.choose(id.name, &var, Some(By::Number), variants, trail);
            }
            // A term's attribute, such as the gender of a name, or a literal: the wording is known now.
            other => match self.inline(other, given, trail)?.as_slice() {
                [Part::Text(text)] => text.clone(),
                _ => return self.refuse(place_of(other), "a choice by an attribute needs one fixed word in it"),
            },
        };
        let chosen = variants.iter().find(|variant| key_text(&variant.key) == fixed);
        match chosen.or_else(|| variants.iter().find(|variant| variant.default)) {
            Some(variant) => self.pattern(&variant.value, given, trail),
            None => Ok(Vec::new()),
        }
    }

    fn choose(
        &self,
        place: &str,
        var: &str,
        by: Option<By>,
        variants: &[Variant<&str>],
        trail: &mut Vec<String>,
    ) -> Result<Vec<Part>, Fault> {
        let numeric = |key: &VariantKey<&str>| match key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(name),
        };
        let by = by.unwrap_or(if variants.iter().all(|it| numeric(&it.key)) { By::Number } else { By::Word });
        let Some((last, rest)) = variants.split_last().filter(|(last, _)| last.default) else {
            return self.refuse(place, "the wording marked with * stands last");
        };
        if by == By::Number && key_text(&last.key) != "other" {
            return self.refuse(key_text(&last.key), "a choice by number ends with *[other]");
        }
        let mut cases: Vec<(Key, Vec<Part>)> = Vec::new();
        for variant in rest {
            let name = key_text(&variant.key);
            let key = match (by, &variant.key) {
                (By::Word, VariantKey::Identifier { name }) => Key::Word((*name).to_owned()),
                (By::Word, _) => return self.refuse(name, "numbers and words cannot be mixed in one choice"),
                (By::Number, VariantKey::Identifier { name: "one" }) => Key::One,
                (By::Number, VariantKey::Identifier { .. }) => {
                    return self.refuse(name, format!("German and English know [one] and *[other], not [{name}]"));
                }
                (By::Number, VariantKey::NumberLiteral { value }) => match value.parse() {
                    Ok(number) => Key::Exact(number),
                    Err(_) => return self.refuse(name, "only whole numbers can be chosen by"),
                },
            };
            let clash = |known: &Key| {
                *known == key
                    || matches!(
                        (known, &key),
                        (Key::One, Key::Exact(1)) | (Key::One, Key::Exact(-1)) | (Key::Exact(1 | -1), Key::One)
                    )
            };
            if cases.iter().any(|(known, _)| clash(known)) {
                return self.refuse(name, format!("[{name}] is already covered above"));
            }
            cases.push((key, self.pattern(&variant.value, None, trail)?));
        }
        let otherwise = self.pattern(&last.value, None, trail)?;
        Ok(vec![Part::Choose { var: var.to_owned(), by, cases, otherwise }])
    }

    /// `NUMBER($n)` or `NUMBER($n, useGrouping: "false")`; nothing else is a function here.
    fn number(
        &self,
        name: &str,
        arguments: &CallArguments<&str>,
        given: Option<&Given>,
    ) -> Result<(String, bool), Fault> {
        if name != "NUMBER" {
            return self.refuse(name, format!("{name}() is not known; format the value in Rust and hand it in"));
        }
        let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
            return self.refuse(name, "NUMBER() takes one variable");
        };
        if given.is_some() {
            return self.refuse(name, "a term cannot use NUMBER()");
        }
        let mut grouped = true;
        for option in &arguments.named {
            match (option.name.name, &option.value) {
                (
                    "useGrouping",
                    InlineExpression::StringLiteral { value: "false" } | InlineExpression::NumberLiteral { value: "0" },
                ) => {
                    grouped = false;
                }
                (other, _) => {
                    return self.refuse(other, format!("NUMBER() knows only useGrouping: \"false\", not {other}"));
                }
            }
        }
        Ok((id.name.to_owned(), grouped))
    }

    fn literals(&self, arguments: Option<&CallArguments<&str>>) -> Result<Given, Fault> {
        let Some(arguments) = arguments else { return Ok(Vec::new()) };
        if let Some(extra) = arguments.positional.first() {
            return self.refuse(place_of(extra), "a term takes only named values, like (case: \"genitive\")");
        }
        let literal = |value: &InlineExpression<&str>| match value {
            InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).into_owned(),
            InlineExpression::NumberLiteral { value } => (*value).to_owned(),
            _ => String::new(),
        };
        Ok(arguments.named.iter().map(|it| (it.name.name.to_owned(), literal(&it.value))).collect())
    }

    fn refuse<R>(&self, place: &str, what: impl std::fmt::Display) -> Result<R, Fault> {
        Err(fault_at(self.sources, place, what))
    }
}

fn lookup<'g>(given: &'g Given, name: &str) -> Option<&'g str> {
    given.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn key_text<'s>(key: &VariantKey<&'s str>) -> &'s str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn place_of<'s>(it: &InlineExpression<&'s str>) -> &'s str {
    match it {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => value,
        InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. }
        | InlineExpression::TermReference { id, .. }
        | InlineExpression::VariableReference { id } => id.name,
        InlineExpression::Placeable { .. } => "",
    }
}
