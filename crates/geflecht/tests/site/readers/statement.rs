//! One SQL statement: which of its parts read what is protected, and whether a reader's condition holds for them.

use std::collections::HashMap;

/// What is protected, and why: [`super::PROTECTED`].
type Tables = [(&'static str, &'static str)];

/// What is wrong with a statement; empty when nothing is.
pub fn faults(sql: &str, tables: &Tables) -> Vec<String> {
    let words = words(sql);
    let mut check = Check { words: &words, tables, found: Vec::new(), named: HashMap::new() };
    check.query(0, words.len(), false);
    check.found
}

/// Whether a piece of a statement reads something protected.
pub fn reads(sql: &str, tables: &Tables) -> bool {
    let words = words(sql);
    words.windows(2).any(|w| matches!(w[0].as_str(), "from" | "join") && protected(&w[1], tables))
}

fn protected(word: &str, tables: &Tables) -> bool {
    tables.iter().any(|(table, _)| *table == word)
}

/// Words in small letters, brackets, commas, and `{visible:b}` as one.
fn words(sql: &str) -> Vec<String> {
    let (mut out, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in sql.to_lowercase().chars() {
        quoted ^= c == '\'';
        let within = word.starts_with('{') && !word.ends_with('}');
        if within || !quoted && (c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '{')) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if !quoted && matches!(c, '(' | ')' | ',') {
            out.push(c.to_string());
        }
    }
    out.push(word);
    out
}

struct Check<'a> {
    words: &'a [String],
    tables: &'a Tables,
    found: Vec<String>,
    /// Whether what a name of `WITH` stands for was read under a condition.
    named: HashMap<String, bool>,
}

/// What one `SELECT` reads by itself, subqueries left out.
#[derive(Default)]
struct Arm {
    tables: Vec<(String, String)>,
    visible: Vec<String>,
    inner: Vec<(usize, usize)>,
    /// `AND EXISTS (… {visible:s} …)` narrows as a condition of its own does.
    narrowed: bool,
}

impl Check<'_> {
    /// Looks at a query; true when all it reads is read under a condition, and something is.
    fn query(&mut self, mut from: usize, until: usize, outside: bool) -> bool {
        if self.words.get(from).is_some_and(|w| w == "with") {
            from = self.names(from + 1, until);
        }
        let (mut depth, mut start, mut all, mut any) = (0, from, true, false);
        for at in from..=until {
            match self.words.get(at).map(String::as_str).filter(|_| at < until) {
                Some("(") => depth += 1,
                Some(")") => depth -= 1,
                Some("union") if depth > 0 => {}
                None | Some("union") => {
                    let held = self.arm(start, at, outside);
                    all &= held.unwrap_or(true);
                    any |= held == Some(true);
                    start = at + 1;
                }
                _ => {}
            }
        }
        all && any
    }

    /// `WITH a (…) AS (…), b AS (…)`; gives where the query itself begins.
    fn names(&mut self, mut at: usize, until: usize) -> usize {
        while at < until && self.words[at] != "select" {
            let name = self.words[at].clone();
            if matches!(name.as_str(), "recursive" | ",") {
                at += 1;
                continue;
            }
            at += 1;
            if self.words[at] == "(" {
                at = self.closing(at) + 1;
            }
            // AS and its bracket.
            let (first, last) = (at + 2, self.closing(at + 1));
            let held = self.query(first, last, false);
            self.named.insert(name, held);
            at = last + 1;
        }
        at
    }

    fn closing(&self, open: usize) -> usize {
        let mut depth = 0;
        for (at, word) in self.words.iter().enumerate().skip(open) {
            depth += i32::from(word == "(") - i32::from(word == ")");
            if depth == 0 {
                return at;
            }
        }
        self.words.len()
    }

    /// One `SELECT`: nothing when it reads nothing protected and nothing named, else whether a condition holds.
    fn arm(&mut self, from: usize, until: usize, outside: bool) -> Option<bool> {
        let arm = self.read(from, until);
        for alias in &arm.visible {
            let known = arm.tables.iter().any(|(t, a)| a == alias && super::CARRIERS.contains(&t.as_str()));
            if !known {
                self.found.push(format!("{{visible:{alias}}} names nothing a reader's condition can be asked of"));
            }
        }
        let named = arm.tables.iter().any(|(t, _)| self.named.get(t) == Some(&true));
        let held = !arm.visible.is_empty() || arm.narrowed || named || outside;
        let touched: Vec<String> =
            arm.tables.iter().filter(|(t, _)| protected(t, self.tables)).map(|(t, _)| t.clone()).collect();
        if !held && !touched.is_empty() {
            self.found.push(format!("reads {} without {{visible:…}}", touched.join(", ")));
        }
        // An edge has two ends, and each may be hidden from this reader.
        if touched.iter().any(|t| t == "edge") && !outside && arm.visible.len() == 1 {
            self.found.push("reads edge and asks for one end only".to_owned());
        }
        for (first, last) in &arm.inner {
            self.query(*first, *last, held);
        }
        (!touched.is_empty() || named).then_some(held)
    }

    fn read(&self, from: usize, until: usize) -> Arm {
        let (mut arm, mut at, mut listing) = (Arm::default(), from, false);
        while at < until {
            let word = self.words[at].as_str();
            match word {
                "(" if matches!(self.words[at + 1].as_str(), "select" | "with") => {
                    let last = self.closing(at);
                    let narrows = at >= 2 && self.words[at - 1] == "exists" && self.words[at - 2] == "and";
                    arm.narrowed |= narrows && self.words[at..last].iter().any(|w| w.starts_with("{visible:"));
                    arm.inner.push((at + 1, last));
                    at = last;
                }
                "from" | "join" => {
                    listing = true;
                    arm.tables.extend(self.table(at + 1));
                }
                "," if listing => arm.tables.extend(self.table(at + 1)),
                "where" | "group" | "order" | "limit" | "on" => listing = false,
                _ => {
                    if let Some(alias) = word.strip_prefix("{visible:") {
                        arm.visible.push(alias.trim_end_matches('}').to_owned());
                    }
                }
            }
            at += 1;
        }
        arm
    }

    /// A table and its alias.
    fn table(&self, at: usize) -> Option<(String, String)> {
        let table = self.words.get(at).filter(|w| *w != "(")?;
        let next = self.words.get(at + 1).filter(|w| *w != "as").or_else(|| self.words.get(at + 2));
        Some((table.clone(), next.unwrap_or(table).clone()))
    }
}
