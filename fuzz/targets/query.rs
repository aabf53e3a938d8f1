//! What is asked of the search, and where it stands in what was found.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Asked, Sought, asked, asked_stems, forms, split, words};

fuzz_target!(|given: (&str, &str)| {
    let (typed, text) = given;
    let kept = words(typed);
    assert!(kept.len() <= 500 && kept.iter().all(|word| (1..=60).contains(&word.chars().count())));
    for word in &kept {
        // Parts lie within the word, one after the other; a form is never empty.
        let (mut last, parts) = (0, split(word));
        for (begin, end) in &parts {
            assert!(*begin >= last && begin < end && word.get(*begin..*end).is_some(), "{word:?} {parts:?}");
            last = *end;
        }
        assert!(forms(word).iter().all(|form| !form.is_empty()) && asked_stems(word).len() <= 2);
    }
    let Asked::Words(asked, left_out) = asked(typed) else { return };
    let sought = Sought::of(&asked);
    let part = sought.excerpt(text);
    assert!(part.len() <= 400 + text.split_whitespace().map(str::len).max().unwrap_or(0), "{part:?}");
    assert!((1..=6).contains(&asked.len()));
    for word in asked.iter().filter(|_| !left_out && kept.len() < 500) {
        assert!(kept.iter().any(|k| k.starts_with(word)), "{word:?} in {kept:?}");
    }
    let html = sought.marked(text).replace("<mark>", "").replace("</mark>", "");
    assert!(!html.contains(['<', '>', '"']));
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    assert_eq!(plain.iter().fold(html, |text, (from, to)| text.replace(from, to)), text);
});
