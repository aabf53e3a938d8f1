//! What people write as Markdown: whatever it is, nothing comes out that could act.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let html = text::html(text);
    // Every `<` begins one of the tags that are allowed, and only `a` carries anything.
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        let end = tag.find('>').expect("a tag ends");
        let tag = tag[..end].trim_start_matches('/').trim_end_matches('/').trim();
        let name = tag.split(' ').next().unwrap_or_default();
        assert!(text::ALLOWED.contains(&name), "<{tag}> out of {text:?}");
        let Some(rest) = tag.strip_prefix(name).map(str::trim).filter(|rest| !rest.is_empty()) else { continue };
        assert_eq!(name, "a", "<{tag}>");
        // A link tells nobody where its reader came from, and leads to one of three schemes.
        let rest = rest.strip_prefix("rel=\"noopener noreferrer nofollow\" ").expect("no word of the reader");
        let href = rest.strip_prefix("href=\"").and_then(|rest| rest.split('"').next()).expect("an address");
        let lower = href.to_ascii_lowercase();
        assert!(["http:", "https:", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)), "{href}");
    }
    let plain = text::plain(text);
    assert!(!plain.contains(['\u{202e}', '\u{0}']));
    assert!(text::excerpt(text, 80).chars().count() <= 83);
});
