//! Answers of council information systems: whatever comes is read within bounds or refused, and what follows from it ends.
#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use mandates::oparl::{Found, follow, read, seen};

fuzz_target!(|data: &[u8]| {
    let Ok(found) = read(data) else { return };
    let meetings = match &found {
        Found::Page { meetings, .. } => meetings.clone(),
        Found::Meeting(one) => vec![one.clone()],
        _ => Vec::new(),
    };
    for it in &meetings {
        assert!(!it.id.is_empty() && it.id.is_ascii() && it.id.len() <= 500);
        assert!(it.title.chars().count() <= 120 && it.place.chars().count() <= 120 && it.items.len() <= 200);
        assert!(it.items.iter().all(|item| !item.is_empty() && !item.contains('\n')));
        assert!(seen(it).starts_with(&it.title));
    }
    let known: BTreeSet<String> = (0..99).map(|n| format!("https://ris.example.org/{n}")).collect();
    if let Ok(next) = follow(found, &known, 0, 0) {
        assert!(known.len() + next.pages.len() <= 100 && next.pages.iter().all(|page| !known.contains(page)));
    }
});
