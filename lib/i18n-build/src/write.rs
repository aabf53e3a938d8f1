//! The Rust source of the texts.

use std::fmt::Write;

use crate::{
    check::parameter,
    model::{By, Key, Kind, Pair, Part},
};

/// Who may use the generated type: the crate itself, so that rustc finds unused texts.
const OPEN: &str = "pub(crate)";

/// One method per text, as source.
pub(crate) fn rust(texts: &[Pair<'_>]) -> String {
    let mut out = format!(
        "// Made by i18n-build from the Fluent files in texts/. Changes belong there.\n\
         /// The texts of this crate, in the language it holds.\n\
         #[derive(Clone, Copy, PartialEq, Eq, Debug)]\n\
         {OPEN} struct T(\n    /// The language.\n    {OPEN} ::i18n::Lang,\n);\n\n\
         #[allow(clippy::all, reason = \"made by a program; the names are the keys of the texts\")]\n\
         impl T {{\n"
    );
    for text in texts {
        method(&mut out, text);
    }
    out.push_str("}\n");
    out
}

fn method(out: &mut String, text: &Pair<'_>) {
    let name = text.de.method();
    line(out, 1, &format!("#[doc = {:?}]", text.de.plain().split_whitespace().collect::<Vec<_>>().join(" ")));
    line(out, 1, "#[must_use]");
    let languages = [("De", &text.de.parts), ("En", &text.en.parts)];
    if text.variables.is_empty() {
        line(out, 1, &format!("{OPEN} const fn {name}(self) -> &'static str {{"));
        line(out, 2, "match self.0 {");
        for (language, parts) in languages {
            let words: String =
                parts.iter().map(|part| if let Part::Text(text) = part { text.as_str() } else { "" }).collect();
            line(out, 3, &format!("::i18n::Lang::{language} => {words:?},"));
        }
        line(out, 2, "}");
        line(out, 1, "}");
        return;
    }
    let parameters: String =
        text.variables.iter().map(|(name, kind)| format!(", {}: impl {}", parameter(name), bound(*kind))).collect();
    line(out, 1, &format!("{OPEN} fn {name}(self{parameters}) -> ::std::string::String {{"));
    for (name, kind) in &text.variables {
        let name = parameter(name);
        match kind {
            Kind::Number => line(out, 2, &format!("let {name} = ::i18n::Count::count(&{name});")),
            Kind::Word => line(out, 2, &format!("let {name}: &str = ::core::convert::AsRef::as_ref(&{name});")),
            Kind::Shown => {}
        }
    }
    let length = languages.iter().map(|(_, parts)| length(parts)).max().unwrap_or_default();
    line(out, 2, &format!("let mut text__ = ::std::string::String::with_capacity({length});"));
    line(out, 2, "match self.0 {");
    for (language, parts) in languages {
        line(out, 3, &format!("::i18n::Lang::{language} => {{"));
        body(out, 4, parts, text, language);
        line(out, 3, "}");
    }
    line(out, 2, "}");
    line(out, 2, "text__");
    line(out, 1, "}");
}

const fn bound(kind: Kind) -> &'static str {
    match kind {
        Kind::Shown => "::core::fmt::Display",
        Kind::Number => "::i18n::Count",
        Kind::Word => "::core::convert::AsRef<str>",
    }
}

fn body(out: &mut String, depth: usize, parts: &[Part], text: &Pair<'_>, language: &str) {
    for (place, part) in parts.iter().enumerate() {
        match part {
            Part::Text(words) if place > 0 && words.starts_with('.') => {
                line(out, depth, &format!("::i18n::made::stop(&mut text__, {words:?});"))
            }
            Part::Text(words) => line(out, depth, &format!("text__.push_str({words:?});")),
            Part::Number { var, grouped: false } => {
                line(out, depth, &format!("::i18n::made::show(&mut text__, &{});", parameter(var)))
            }
            Part::Number { var, .. } => grouped(out, depth, var, language),
            Part::Show(var) => match text.variables.iter().find(|(name, _)| name == var) {
                Some((_, Kind::Number)) => grouped(out, depth, var, language),
                Some((_, Kind::Word)) => line(out, depth, &format!("text__.push_str({});", parameter(var))),
                _ => line(out, depth, &format!("::i18n::made::show(&mut text__, &{});", parameter(var))),
            },
            Part::Choose { var, cases, otherwise, by } => {
                debug_assert!(cases.iter().all(|(key, _)| matches!(key, Key::Word(_)) == (*by == By::Word)));
                line(out, depth, &format!("match {} {{", parameter(var)));
                for (key, parts) in cases {
                    let pattern = match key {
                        Key::Exact(number) => number.to_string(),
                        Key::One => "1 | -1".to_owned(),
                        Key::Word(word) => format!("{word:?}"),
                    };
                    line(out, depth + 1, &format!("{pattern} => {{"));
                    body(out, depth + 2, parts, text, language);
                    line(out, depth + 1, "}");
                }
                line(out, depth + 1, "_ => {");
                body(out, depth + 2, otherwise, text, language);
                line(out, depth + 1, "}");
                line(out, depth, "}");
            }
        }
    }
}

fn grouped(out: &mut String, depth: usize, var: &str, language: &str) {
    line(out, depth, &format!("::i18n::made::number(&mut text__, ::i18n::Lang::{language}, {});", parameter(var)));
}

/// Room for the longest wording; a variable is guessed at 16 bytes.
fn length(parts: &[Part]) -> usize {
    let one = |part: &Part| match part {
        Part::Text(words) => words.len(),
        Part::Show(_) | Part::Number { .. } => 16,
        Part::Choose { cases, otherwise, .. } => {
            cases.iter().map(|(_, parts)| length(parts)).max().unwrap_or_default().max(length(otherwise))
        }
    };
    parts.iter().map(one).sum()
}

fn line(out: &mut String, depth: usize, code: &str) {
    // Writing into a String cannot fail.
    let _ = writeln!(out, "{:width$}{code}", "", width = depth * 4);
}
