//! Answers as German programs write them, each with what its writer said herself: one file each in `answers/`, the letter
//! above the line of equals signs, her own words below.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

use std::{fs, path::Path};

use mail::incoming::own_words;

#[test]
fn each_program_leaves_what_was_written_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 22, "the corpus is there");
    let wrong: Vec<String> = files
        .iter()
        .filter_map(|path| {
            let whole = fs::read_to_string(path).unwrap();
            let (letter, own) = whole.split_once("\n=====\n").expect("a line of equals signs");
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            // Programs end lines either way.
            let (unix, dos) = (own_words(letter), own_words(&letter.replace('\n', "\r\n")));
            (unix != own.trim_end() || dos != unix).then(|| format!("{name}:\n{unix}\n--- instead of ---\n{own}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
