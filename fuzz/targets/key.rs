//! Official keys, numbers and parts of addresses, addresses of databases.
#![no_main]

use kernel::{Day, Id};
use libfuzzer_sys::fuzz_target;
use people::{NewTerritory, TerritoryLevel, rules};

fuzz_target!(|text: &str| {
    for level in [
        TerritoryLevel::Federal,
        TerritoryLevel::Land,
        TerritoryLevel::Region,
        TerritoryLevel::District,
        TerritoryLevel::Municipality,
    ] {
        let new = NewTerritory {
            ags: Some(text.to_owned()),
            level,
            name: text.to_owned(),
            parent: None,
            from: Day::literal("1990-01-01"),
        };
        if let Ok(Some(key)) = rules::ags(&new) {
            assert!(key.bytes().all(|b| b.is_ascii_digit()) && Some(key.len()) == rules::ags_digits(level));
        }
    }
    for above in rules::keys_above(text) {
        assert!(text.starts_with(&above) && above.len() < text.len());
    }
    if let Ok(id) = text.parse::<Id<()>>() {
        assert!(id.raw() > 0 && id.to_string() == text);
    }
    if let Ok(slug) = text.parse::<web::Slug>() {
        assert!(slug.as_str() == text && (1..=60).contains(&text.len()));
    }
    if let Ok(url) = text.parse::<db::Url>() {
        assert!(!url.to_string().contains('@') || !text.starts_with("postgres"), "{url} shows who signs in");
    }
});
