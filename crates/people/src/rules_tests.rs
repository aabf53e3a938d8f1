use kernel::{Day, Id};
use proptest::prelude::*;

use super::*;
use crate::{Grain, NewTenure, PostTitles, TitleForm};

#[test]
fn names_are_trimmed_and_what_is_invisible_is_refused() {
    assert_eq!(name("  Dr.-Ing. Özlem <b>Çelik</b> ").unwrap(), "Dr.-Ing. Özlem <b>Çelik</b>");
    assert_eq!(name(&"ä".repeat(NAME_MOST)).unwrap().chars().count(), NAME_MOST);
    for bad in [
        "",
        "   ",
        "---",
        "a\u{202e}b",
        "a\u{200b}b",
        "a\nb",
        "a\u{0}",
        "a\u{2066}b",
        "\u{feff}a",
        &"x".repeat(NAME_MOST + 1),
    ] {
        assert!(name(bad).is_err(), "{bad:?}");
    }
    assert!(name("").unwrap_err().de.starts_with("Bitte"));
}

#[test]
fn texts_keep_their_lines() {
    assert_eq!(text(" Rathaus\r\n52058 Aachen ").unwrap(), "Rathaus\n52058 Aachen");
    assert!(text("a\u{202e}b").is_err() && text(&"x".repeat(TEXT_MOST + 1)).is_err());
}

#[test]
fn addresses_are_checked_before_a_mail_is_lost() {
    for good in ["gb@stadt.example.org", "a.b+c@x-y.example.org", "o'neil@example.org"] {
        assert_eq!(mail(good).unwrap(), good);
    }
    assert_eq!(mail(" Maria@EXAMPLE.org ").unwrap(), "Maria@example.org");
    for bad in [
        "",
        "a",
        "a@b",
        "@example.org",
        "a@",
        "a b@example.org",
        "a@exa mple.org",
        "a..b@example.org",
        ".a@example.org",
        "a@-x.org",
        "a@example.org\r\nBcc: x@example.org",
        "a@1.2.3.4",
        "a@b@",
        "ä@example.org",
        "<a@example.org>",
    ] {
        assert!(mail(bad).is_err(), "{bad:?}");
    }
    assert!(mail(&format!("{}@example.org", "a".repeat(65))).is_err());
}

#[test]
fn telephones_and_pages() {
    assert_eq!(phone(" +49 (241) 432-0 ").unwrap(), "+49 (241) 432-0");
    for bad in ["12", "call me", "0241\u{202e}1", &"1".repeat(41)] {
        assert!(phone(bad).is_err(), "{bad:?}");
    }
    assert!(website("https://www.example.org/gleichstellung?x=1").is_ok());
    for bad in [
        "www.example.org",
        "javascript:alert(1)",
        "https://",
        "https://x",
        "https://a.b/<script>",
        "https://a.b/ c",
        "https://user@example.org",
    ] {
        assert!(website(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn official_keys_belong_to_their_tier() {
    let new = |level, key: &str| NewTerritory {
        ags: Some(key.to_owned()),
        level,
        name: "x".into(),
        parent: None,
        from: Day::literal("2020-01-01"),
    };
    assert_eq!(ags(&new(TerritoryLevel::Municipality, "05334002")).unwrap().as_deref(), Some("05334002"));
    assert_eq!(ags(&new(TerritoryLevel::Region, " ")).unwrap(), None);
    for (level, key) in [
        (TerritoryLevel::Municipality, "05334"),
        (TerritoryLevel::District, "05334002"),
        (TerritoryLevel::Land, "5x"),
        (TerritoryLevel::Federal, "05"),
    ] {
        assert!(ags(&new(level, key)).is_err(), "{key}");
    }
    assert_eq!(keys_above("05334002"), ["05334", "053", "05"]);
    assert_eq!(keys_above("05334"), ["053", "05"]);
}

fn tenure(person: i64, mode: Mode, from: &str, until: &str) -> Tenure {
    let (from, until) = (Day::literal(from), Day::literal(until));
    Tenure {
        id: Id::new(1),
        post: Id::new(1),
        person: Id::new(person),
        mode,
        rank: 1,
        share_percent: 100,
        mail: None,
        phone: None,
        file_reference: None,
        grain: Grain::Day,
        term: Term { from, until },
    }
}

#[test]
fn two_may_share_a_post_but_one_is_not_entered_twice() {
    let post = Term::since(Day::literal("2000-01-01"));
    let there = [tenure(1, Mode::Holder, "2020-01-01", "2024-01-01")];
    let new =
        |person, mode| NewTenure { mode, ..NewTenure::holder(Id::new(1), Id::new(person), Day::literal("2022-01-01")) };
    let term = Term::since(Day::literal("2022-01-01"));
    assert!(may_appoint(&new(2, Mode::Holder), term, post, &there).is_ok());
    assert!(may_appoint(&new(2, Mode::Deputy), term, post, &there).is_ok());
    assert!(may_appoint(&new(1, Mode::Holder), term, post, &there).unwrap_err().de.contains("schon eingetragen"));
    assert!(may_appoint(&new(1, Mode::Deputy), term, post, &there).unwrap_err().de.contains("vertritt sich selbst"));
    let later = Term::since(Day::literal("2024-01-01"));
    assert!(may_appoint(&new(1, Mode::Holder), later, post, &there).is_ok());
    let early = Term::new(Day::literal("1999-01-01"), Day::literal("2001-01-01")).unwrap();
    assert!(
        may_appoint(&new(2, Mode::Holder), early, post, &there).unwrap_err().de.contains("gibt es die Stelle nicht")
    );
}

#[test]
fn an_end_lies_within_the_period() {
    let term = Term { from: Day::literal("2020-01-01"), until: Day::literal("2024-01-01") };
    assert_eq!(ended(term, Day::literal("2022-05-01")).unwrap().until, Day::literal("2022-05-01"));
    assert!(ended(term, term.from).is_err() && ended(term, Day::literal("2025-01-01")).is_err());
}

#[test]
fn a_holder_chooses_the_form_of_her_title() {
    let titles = PostTitles::new("Gleichstellungsstelle", Some("Gleichstellungsbeauftragte"), None);
    assert_eq!(titles.in_form(TitleForm::Female), "Gleichstellungsbeauftragte");
    assert_eq!(titles.in_form(TitleForm::Male), "Gleichstellungsstelle");
    assert_eq!(titles.in_form(TitleForm::Neutral), "Gleichstellungsstelle");
}

proptest! {
    #[test]
    fn whatever_is_accepted_is_short_trimmed_and_visible(text in any::<String>()) {
        if let Ok(name) = name(&text) {
            prop_assert!(name.chars().count() <= NAME_MOST && name.trim() == name && !name.is_empty());
            prop_assert!(!name.chars().any(is_invisible));
        }
        if let Ok(mail) = mail(&text) {
            prop_assert!(mail.is_ascii() && mail.matches('@').count() == 1 && !mail.contains(['\r', '\n', ' ', '<']));
        }
    }
    #[test]
    fn checking_twice_changes_nothing(text in "[ -~äöüß]{1,140}") {
        if let Ok(once) = name(&text) {
            prop_assert_eq!(name(&once), Ok(once.clone()));
        }
    }
}
