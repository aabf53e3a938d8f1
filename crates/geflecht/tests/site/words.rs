//! Whether words stand in the right places of a sentence. Texts become functions whose arguments come in the order that the comment
//! above the German text names (`# $name, $day`), and all of them are words: two may be handed in the wrong way round in silence.
//! A plain name given in the place of another one of the same sentence is such a case: `title` where the sentence has `$name`.
#![allow(clippy::disallowed_methods, reason = "tests are told where they are by the environment")]

use std::{collections::HashMap, fs, path::Path};

use super::tidy::{files, root};

/// What each text with two variables and more takes, in order.
fn named(folder: &Path) -> HashMap<String, Vec<String>> {
    let (mut found, mut all) = (Vec::new(), HashMap::new());
    files(folder, ".ftl", &mut found);
    for path in found {
        let (text, mut order) = (fs::read_to_string(path).unwrap(), None);
        for line in text.lines() {
            if let Some(names) = line.strip_prefix("# $") {
                order = Some(names.split(", $").map(|name| name.replace('-', "_")).collect());
            } else if !line.starts_with('#')
                && let (Some(order), Some((key, _))) = (order.take(), line.split_once(" ="))
            {
                all.insert(key.replace('-', "_"), order);
            }
        }
    }
    all
}

/// The arguments of a call whose opening bracket was read.
fn arguments(text: &str) -> Vec<String> {
    let (mut all, mut depth, mut quoted) = (vec![String::new()], 0_usize, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        all.last_mut().unwrap().push(c);
    }
    all.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// The last name of a plain path: `title` of `&vote.title`; none of a call.
fn plain(argument: &str) -> Option<&str> {
    let path = argument.trim_start_matches('&');
    let is_path = path.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
    path.rsplit('.').next().filter(|_| is_path)
}

/// Calls of a source that give a name in the place of another.
fn misplaced(source: &str, named: &HashMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, of) in named {
        let call = format!(".{key}(");
        for (at, _) in source.match_indices(&call) {
            let given = arguments(&source[at + call.len()..]);
            let other = |(argument, place): &(&String, &String)| {
                plain(argument).is_some_and(|name| name != place.as_str() && of.iter().any(|known| known == name))
            };
            if given.len() == of.len() && given.iter().zip(of).any(|pair| other(&pair)) {
                wrong.push(format!("{key}({}) for {}", given.join(", "), of.join(", ")));
            }
        }
    }
    wrong
}

#[test]
fn every_sentence_gets_its_words_in_the_right_places() {
    let mut wrong = Vec::new();
    for folder in ["crates", "lib"] {
        for entry in fs::read_dir(root().join(folder)).unwrap().flatten() {
            let named = named(&entry.path().join("texts"));
            let mut sources = Vec::new();
            files(&entry.path().join("src"), ".rs", &mut sources);
            for source in sources {
                let found = misplaced(&fs::read_to_string(&source).unwrap(), &named);
                wrong.extend(found.into_iter().map(|it| format!("{}: {it}", source.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_in_the_wrong_places_are_found() {
    let named =
        HashMap::from([("letter_over".to_owned(), vec!["day".to_owned(), "body".to_owned(), "title".to_owned()])]);
    let of = |call: &str| misplaced(call, &named).len();
    assert_eq!(of("t.letter_over(name, title, i18n::day_medium(lang, due))"), 1);
    assert_eq!(of("t.letter_over(\n    day(lang, due),\n    home.name_in(lang),\n    &task.title,\n)"), 0);
    assert_eq!(of("t.letter_over(due, &body, \"title, (day\")"), 0);
    assert_eq!(of("t.letter_over(&title, &body, &day)"), 1);
}
