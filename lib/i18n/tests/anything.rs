//! Whatever people and browsers send, these functions answer.

use i18n::{Lang, decimal, fold, negotiate, number, percent};
use proptest::prelude::*;

proptest! {
    #[test]
    fn folding_is_final_small_and_without_double_blanks(text in "\\PC{0,40}|[a-zA-ZÀ-ɏḀ-ỿ\u{300}-\u{310} \t\u{ad}]{0,40}") {
        let key = fold(&text);
        prop_assert_eq!(&fold(&key), &key);
        prop_assert!(!key.contains("  ") && key.trim() == key, "{:?}", key);
        // Equal but for case is equal. Only Latin: elsewhere capitals are not one to one.
        if text.is_ascii() {
            prop_assert_eq!(fold(&text.to_uppercase()), key);
        }
    }

    #[test]
    fn any_header_is_read(header in "([a-zA-Z*]{0,3}(-[A-Z]{2})?[ ;=q0-9.,]{0,8}){0,60}|\\PC{0,2000}") {
        let chosen = negotiate(&header);
        let small = header.to_lowercase();
        prop_assert!(chosen != Some(Lang::En) || small.contains("en") || small.contains('*'));
        prop_assert!(chosen != Some(Lang::De) || small.contains("de") || small.contains('*'));
    }

    #[test]
    fn numbers_keep_their_digits(value in any::<i64>(), decimals in 0_u32..25) {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(number(Lang::De, value)), value.unsigned_abs().to_string());
        let (plain, shown) = (value.unsigned_abs().to_string(), digits(decimal(Lang::En, value, decimals)));
        prop_assert_eq!(shown.trim_start_matches('0'), plain.trim_start_matches('0'));
    }

    #[test]
    fn all_is_hundred_percent_and_less_is_less(part in any::<u64>(), whole in 1_u64..) {
        let shown = percent(Lang::En, part.min(whole), whole).unwrap();
        prop_assert_eq!(shown == "100%", part >= whole);
        prop_assert_eq!(shown == "0%", part == 0);
    }
}
