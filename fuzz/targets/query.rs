//! What is asked of the search, and where it stands in what was found.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Asked, asked, marked, words};

fuzz_target!(|given: (&str, &str)| {
    let (typed, text) = given;
    let kept = words(typed);
    assert!(kept.len() <= 500 && kept.iter().all(|word| (1..=60).contains(&word.chars().count())));
    let Asked::Words(asked, left_out) = asked(typed) else { return };
    assert!((1..=6).contains(&asked.len()));
    for word in asked.iter().filter(|_| !left_out && kept.len() < 500) {
        assert!(kept.iter().any(|k| k.starts_with(word)), "{word:?} in {kept:?}");
    }
    let html = marked(text, &asked).replace("<mark>", "").replace("</mark>", "");
    assert!(!html.contains(['<', '>', '"']));
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    assert_eq!(plain.iter().fold(html, |text, (from, to)| text.replace(from, to)), text);
});
