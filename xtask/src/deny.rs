//! `cargo xtask test`, step `deny`: what `deny.toml` refuses is not in the program. See decision 0017.

use crate::Outcome;
use crate::place::Place;
use crate::shell::{ask, cargo};
use std::collections::{BTreeMap, BTreeSet};

/// The systems it is built for, as `deny.toml` names them.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"];

/// What `deny.toml` says, as far as it is judged here.
struct Law {
    licences: BTreeSet<String>,
    /// A crate that may not come in, and those through which alone it may.
    banned: BTreeMap<String, Vec<String>>,
}

impl Law {
    fn read(text: &str) -> Result<Self, String> {
        let licences: BTreeSet<String> = quoted(list(section(text, "licenses"), "allow")).collect();
        let banned: BTreeMap<_, _> = list(section(text, "bans"), "deny")
            .lines()
            .filter(|line| line.trim_start().starts_with('{'))
            .filter_map(|line| {
                let name = quoted(line.split("crate =").nth(1)?).next()?;
                let through = line.split("wrappers = [").nth(1).and_then(|rest| rest.split(']').next());
                Some((name, through.map(|rest| quoted(rest).collect()).unwrap_or_default()))
            })
            .collect();
        match (licences.is_empty(), banned.is_empty()) {
            (false, false) => Ok(Self { licences, banned }),
            _ => Err("deny.toml names no licences or no banned crates, so nothing could be judged.".to_owned()),
        }
    }

    /// Whether an SPDX expression leaves a choice in which every licence is allowed. `/` is the old way to write `OR`.
    fn allows(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut at = 0;
        self.either(&words, &mut at) && at == words.len()
    }

    fn either(&self, words: &[&str], at: &mut usize) -> bool {
        let mut good = self.both(words, at);
        while words.get(*at) == Some(&"OR") {
            *at += 1;
            good |= self.both(words, at);
        }
        good
    }

    fn both(&self, words: &[&str], at: &mut usize) -> bool {
        let mut good = self.one(words, at);
        while words.get(*at) == Some(&"AND") {
            *at += 1;
            good &= self.one(words, at);
        }
        good
    }

    fn one(&self, words: &[&str], at: &mut usize) -> bool {
        let Some(word) = words.get(*at) else { return false };
        *at += 1;
        if *word == "(" {
            let good = self.either(words, at);
            let closed = words.get(*at) == Some(&")");
            *at += 1;
            return good && closed;
        }
        if words.get(*at) == Some(&"WITH") {
            let exception = words.get(*at + 1).copied().unwrap_or_default();
            *at += 2;
            return self.licences.contains(&format!("{word} WITH {exception}"));
        }
        self.licences.contains(*word)
    }

    /// What is wrong with the tree of one target, a sentence each. Its lines are `DEPTH NAME vVERSION [(SOURCE)]|LICENCE`.
    fn faults(&self, tree: &str) -> BTreeSet<String> {
        let mut faults = BTreeSet::new();
        let mut path: Vec<&str> = Vec::new();
        for line in tree.lines().filter(|line| !line.is_empty()) {
            let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
            let (depth, rest) = line.split_at(digits);
            let (package, licence) = rest.split_once('|').unwrap_or((rest, ""));
            let (name, licence) =
                (package.split(' ').next().unwrap_or_default(), licence.trim_end_matches(" (*)").trim());
            path.truncate(depth.parse().unwrap_or(0));
            if !self.allows(licence) {
                faults.insert(format!("{package}: its licence `{licence}` is not allowed."));
            }
            if package.contains("://") {
                faults.insert(format!("{package}: comes from elsewhere than crates.io."));
            }
            let parent = path.last().copied().unwrap_or_default();
            if self.banned.get(name).is_some_and(|through| !through.iter().any(|wrapper| wrapper == parent)) {
                faults.insert(format!("{name}: is banned, and comes in through `{parent}`."));
            }
            path.push(name);
        }
        faults
    }
}

/// The text of one section of `deny.toml`.
fn section<'a>(text: &'a str, name: &str) -> &'a str {
    let rest = text.split_once(&format!("[{name}]\n")).map_or("", |(_, rest)| rest);
    rest.find("\n[").map_or(rest, |end| &rest[..end])
}

/// What stands between the brackets of a list that ends on a line of its own.
fn list<'a>(section: &'a str, key: &str) -> &'a str {
    let rest = section.split_once(&format!("\n{key} = [\n")).map_or("", |(_, rest)| rest);
    rest.split_once("\n]").map_or(rest, |(inside, _)| inside)
}

/// All that stands in quotes.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned)
}

/// Judges every crate that is built into the program or builds it, on each target.
///
/// # Errors
/// One line for each crate that is not allowed.
pub fn run(place: &Place) -> Outcome {
    let text = std::fs::read_to_string(place.root.join("deny.toml")).map_err(|e| format!("deny.toml: {e}"))?;
    let law = Law::read(&text)?;
    let mut faults = BTreeSet::new();
    for target in TARGETS {
        let words =
            ["tree", "--locked", "--workspace", "--edges", "normal,build", "--prefix", "depth", "--target", target];
        let tree = ask(cargo(place).args(words).args(["--format", "{p}|{l}"]))
            .filter(|tree| tree.lines().count() > 100)
            .ok_or_else(|| format!("`cargo {}` told nothing.", words.join(" ")))?;
        faults.append(&mut law.faults(&tree));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.into_iter().collect::<Vec<_>>().join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::Law;

    const TEXT: &str = "[graph]\n\n[licenses]\n# words\nallow = [\n    \"MIT\",\n    \"Apache-2.0 WITH LLVM-exception\",\n    \"ISC\",\n]\n\n[bans]\nwildcards = \"deny\"\n\
        deny = [\n    { crate = \"chrono\", reason = \"no\" },\n    { crate = \"time\", wrappers = [\"plist\", \"set\"], reason = \"no\" },\n]\n\n[sources]\nallow-git = []\n";

    #[test]
    fn the_law_of_the_house_is_read_whole() {
        let law = Law::read(include_str!("../../deny.toml")).unwrap();
        assert!(law.licences.contains("EUPL-1.2") && law.licences.contains("0BSD") && law.licences.contains("Zlib"));
        assert!(law.banned.contains_key("openssl") && law.banned["time"].len() == 3);
        assert!(Law::read("[licenses]\nallow = [\n]\n").is_err());
    }

    #[test]
    fn an_expression_needs_one_way_that_is_allowed_throughout() {
        let law = Law::read(TEXT).unwrap();
        for good in
            ["MIT", "GPL-3.0 OR MIT", "GPL-3.0/MIT", "(GPL-3.0 OR ISC) AND MIT", "Apache-2.0 WITH LLVM-exception OR X"]
        {
            assert!(law.allows(good), "{good}");
        }
        for bad in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0", "(MIT", "MIT MIT", "GPL-3.0 OR ISC AND X", "MIT WITH X"]
        {
            assert!(!law.allows(bad), "{bad}");
        }
    }

    #[test]
    fn each_crate_is_judged_by_licence_source_and_who_brings_it() {
        let law = Law::read(TEXT).unwrap();
        let good = "0app v1.0.0 (/here)|MIT\n1plist v1.0.0|MIT\n2time v0.3.0|MIT\n1plist v1.0.0|MIT (*)\n";
        assert!(law.faults(good).is_empty(), "{:?}", law.faults(good));
        let bad = "0app v1.0.0 (/here)|MIT\n1plist v1.0.0|MIT\n2leaf v1.0.0|GPL-3.0\n1time v0.3.0|MIT\n1x v1.0.0 (https://x.example.org/x)|ISC\n1chrono v0.4.0|MIT\n";
        let faults: Vec<String> = law.faults(bad).into_iter().collect();
        assert_eq!(
            faults,
            [
                "chrono: is banned, and comes in through `app`.",
                "leaf v1.0.0: its licence `GPL-3.0` is not allowed.",
                "time: is banned, and comes in through `app`.",
                "x v1.0.0 (https://x.example.org/x): comes from elsewhere than crates.io.",
            ]
        );
    }
}
