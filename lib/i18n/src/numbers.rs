//! Numbers as the two languages write them: 1.234,5 and 1,234.5.

use kernel::Lang;

/// A whole number with thousands separators: `12.345`, in English `12,345`.
#[must_use]
pub fn number(lang: Lang, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let separator = match lang {
        Lang::De => '.',
        Lang::En => ',',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number with decimals, handed in as a whole number of the last decimal: `decimal(De, 12345, 1)` is `1.234,5`.
#[must_use]
pub fn decimal(lang: Lang, value: i64, decimals: u32) -> String {
    let Some(unit) = 10_i64.checked_pow(decimals).filter(|_| decimals > 0) else {
        return number(lang, value);
    };
    let mark = match lang {
        Lang::De => ',',
        Lang::En => '.',
    };
    let whole = number(lang, value / unit);
    // -0,5: the sign would be lost with the zero in front.
    let sign = if value < 0 && value / unit == 0 { "\u{2212}" } else { "" };
    format!("{sign}{whole}{mark}{:0width$}", (value % unit).unsigned_abs(), width = decimals as usize)
}

/// A share in whole percent, rounded half up: `84 %` with a narrow space, in English `84%`. `None` without a whole.
/// A share of nearly nothing or nearly everything is not shown as 0 or 100.
#[must_use]
pub fn percent(lang: Lang, part: u64, whole: u64) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let exact = u128::from(part) * 100;
    let rounded = (exact + u128::from(whole) / 2) / u128::from(whole);
    let honest = if part > 0 && rounded == 0 {
        1
    } else if part < whole && rounded == 100 {
        99
    } else {
        rounded
    };
    let shown = number(lang, i64::try_from(honest).unwrap_or(i64::MAX));
    Some(match lang {
        Lang::De => format!("{shown}\u{202f}%"),
        Lang::En => format!("{shown}%"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        for (value, de, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (-1_234_567, "\u{2212}1.234.567", "\u{2212}1,234,567"),
            (i64::MIN, "\u{2212}9.223.372.036.854.775.808", "\u{2212}9,223,372,036,854,775,808"),
        ] {
            assert_eq!(number(Lang::De, value), de);
            assert_eq!(number(Lang::En, value), en);
        }
    }

    #[test]
    fn decimals_keep_sign_and_zeros() {
        for (value, decimals, de, en) in [
            (12_345, 1, "1.234,5", "1,234.5"),
            (5, 2, "0,05", "0.05"),
            (-5, 1, "\u{2212}0,5", "\u{2212}0.5"),
            (-15, 1, "\u{2212}1,5", "\u{2212}1.5"),
            (7, 0, "7", "7"),
            (7, 99, "7", "7"),
        ] {
            assert_eq!(decimal(Lang::De, value, decimals), de);
            assert_eq!(decimal(Lang::En, value, decimals), en);
        }
    }

    #[test]
    fn percent_is_honest_at_the_edges() {
        for (part, whole, de) in [
            (31, 37, "84\u{202f}%"),
            (0, 37, "0\u{202f}%"),
            (1, 1_000, "1\u{202f}%"),
            (999, 1_000, "99\u{202f}%"),
            (37, 37, "100\u{202f}%"),
            (1, 8, "13\u{202f}%"),
            (3, 2, "150\u{202f}%"),
        ] {
            assert_eq!(percent(Lang::De, part, whole).as_deref(), Some(de), "{part}/{whole}");
        }
        assert_eq!(percent(Lang::En, 31, 37).as_deref(), Some("84%"));
        assert_eq!(percent(Lang::En, 0, 0), None);
    }
}
