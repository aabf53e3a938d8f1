//! Shares of cost, exact to the cent, and when a project group must be reminded of its end. No input or output.

use kernel::{Day, Reason};

use crate::{Fraction, NewPartner, Report, Share};

/// The most partners of a project group.
pub const PARTNERS_MOST: usize = 24;
/// How many days ahead the end counts as near.
pub const DUE_SOON_DAYS: i32 = 28;
/// The highest amount, in cents: below a thousand million euros.
const CENTS_MOST: i64 = 99_999_999_999;
/// The greatest number below the line.
const DENOMINATOR_MOST: i64 = 1000;

/// What the shares come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sum {
    /// No share is agreed.
    None,
    /// Amounts, and no total to hold them against.
    Amount(i64),
    /// Together exactly the total, in cents.
    Total(i64),
    /// This many cents are missing to the total.
    Missing(i64),
    /// Together exactly a whole.
    Whole,
    /// This part of the whole is missing.
    MissingPart(Fraction),
}

/// An amount of euros as people write it, in cents: `12.500,00 €`, `12500`, `99,5`, `12,500.00`.
///
/// # Errors
/// With the sentence for the field.
pub fn cents(text: &str) -> Result<i64, Reason> {
    let wrong =
        || Reason::new("Bitte schreiben Sie einen Betrag wie 1.250,00.", "Please write an amount such as 1250.00.");
    let clean: String = text.replace('€', "").replace("EUR", "").chars().filter(|c| !c.is_whitespace()).collect();
    let mark = clean.rfind([',', '.']);
    let decimals = mark.and_then(|at| clean.get(at + 1..)).filter(|rest| (1..=2).contains(&rest.len()));
    let (whole, rest) = match (mark, decimals) {
        (Some(at), Some(rest)) => (clean.get(..at).unwrap_or_default(), rest),
        _ => (clean.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    // Separators stand before three digits each, and are all of one sort.
    let one_sort = !(whole.contains('.') && whole.contains(','));
    let thousands = groups.iter().skip(1).all(|g| g.len() == 3)
        && groups.first().is_some_and(|g| groups.len() == 1 || (1..=3).contains(&g.len()));
    if !groups.iter().all(digits) || !one_sort || !thousands || !(rest.is_empty() || digits(&rest)) {
        return Err(wrong());
    }
    let euros: i64 = groups.concat().parse().map_err(|_| wrong())?;
    let small: i64 = format!("{rest:0<2}").parse().map_err(|_| wrong())?;
    let all = euros.checked_mul(100).and_then(|c| c.checked_add(small)).filter(|c| *c <= CENTS_MOST);
    all.ok_or_else(|| {
        Reason::new(
            "Bitte schreiben Sie einen Betrag unter einer Milliarde Euro.",
            "Please write an amount below a thousand million euros.",
        )
    })
}

/// A share as people write it: an amount, a fraction such as `1/3`, or a percentage such as `12,5 %`.
///
/// # Errors
/// With the sentence for the field.
pub fn share(text: &str) -> Result<Share, Reason> {
    let wrong = || {
        Reason::new(
            "Bitte schreiben Sie einen Betrag wie 1.250,00, einen Bruch wie 1/3 oder Prozent wie 25 %.",
            "Please write an amount such as 1250.00, a fraction such as 1/3 or a percentage such as 25 %.",
        )
    };
    let text = text.trim();
    if let Some((above, below)) = text.split_once('/') {
        let number = |part: &str| part.trim().parse::<i64>().ok().filter(|n| *n > 0);
        let (Some(above), Some(below)) = (number(above), number(below)) else { return Err(wrong()) };
        return fraction(above, below).map(Share::Part);
    }
    if let Some(percent) = text.strip_suffix('%') {
        let (whole, rest) = percent.trim().split_once([',', '.']).unwrap_or((percent.trim(), ""));
        let good = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || rest.len() > 1 || !good(whole) || !good(rest) {
            return Err(wrong());
        }
        let tenths: i64 = format!("{whole}{rest:0<1}").parse().map_err(|_| wrong())?;
        return fraction(tenths, 1000).map(Share::Part);
    }
    cents(text).map(Share::Cents).map_err(|_| wrong())
}

/// A fraction in lowest terms.
fn fraction(above: i64, below: i64) -> Result<Fraction, Reason> {
    let shared = i64::try_from(greatest_common(i128::from(above), i128::from(below))).unwrap_or(1).max(1);
    let made = Fraction { numerator: above / shared, denominator: below / shared };
    if made.numerator < 1 || made.numerator > made.denominator || made.denominator > DENOMINATOR_MOST {
        return Err(Reason::new(
            "Bitte schreiben Sie einen Teil zwischen 1/1000 und dem Ganzen.",
            "Please write a part between 1/1000 and the whole.",
        ));
    }
    Ok(made)
}

fn greatest_common(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// What the shares come to, exactly. More than the whole is refused.
///
/// # Errors
/// With a sentence: amounts and parts beside each other, more than the whole, or parts nobody can add up.
pub fn sum(shares: &[Share], total: Option<i64>) -> Result<Sum, Reason> {
    let amounts: Vec<i64> =
        shares.iter().filter_map(|s| if let Share::Cents(c) = s { Some(*c) } else { None }).collect();
    let parts: Vec<Fraction> =
        shares.iter().filter_map(|s| if let Share::Part(p) = s { Some(*p) } else { None }).collect();
    if !amounts.is_empty() && !parts.is_empty() {
        return Err(Reason::new(
            "Bitte schreiben Sie alle Anteile als Betrag oder alle als Bruch oder Prozent.",
            "Please write all shares as amounts, or all as fractions or percentages.",
        ));
    }
    if parts.is_empty() {
        return sum_of_amounts(&amounts, total);
    }
    let (mut above, mut below) = (0_i128, 1_i128);
    for part in &parts {
        let (n, d) = (i128::from(part.numerator), i128::from(part.denominator));
        let next = above
            .checked_mul(d)
            .zip(n.checked_mul(below))
            .and_then(|(a, b)| a.checked_add(b))
            .zip(below.checked_mul(d));
        let Some((up, down)) = next else { return Err(too_fine()) };
        let shared = greatest_common(up, down).max(1);
        (above, below) = (up / shared, down / shared);
    }
    if above > below {
        return Err(Reason::new(
            format!("Die Anteile ergeben zusammen {above}/{below}. Das ist mehr als das Ganze."),
            format!("Together the shares are {above}/{below}. That is more than the whole."),
        ));
    }
    if above == below {
        return Ok(Sum::Whole);
    }
    let missing = i64::try_from(below - above).ok().zip(i64::try_from(below).ok());
    let (numerator, denominator) = missing.ok_or_else(too_fine)?;
    Ok(Sum::MissingPart(Fraction { numerator, denominator }))
}

fn too_fine() -> Reason {
    Reason::new(
        "Diese Brüche lassen sich nicht genau zusammenzählen. Bitte wählen Sie einfachere.",
        "These fractions cannot be added exactly. Please choose simpler ones.",
    )
}

fn sum_of_amounts(amounts: &[i64], total: Option<i64>) -> Result<Sum, Reason> {
    if amounts.is_empty() {
        return Ok(Sum::None);
    }
    let all: i64 = amounts.iter().sum();
    match total {
        None => Ok(Sum::Amount(all)),
        Some(total) if all == total => Ok(Sum::Total(total)),
        Some(total) if all < total => Ok(Sum::Missing(total - all)),
        Some(total) => {
            let (de, en) =
                (i18n::decimal(kernel::Lang::De, all - total, 2), i18n::decimal(kernel::Lang::En, all - total, 2));
            Err(Reason::new(
                format!("Die Anteile ergeben zusammen {de} € mehr als die Gesamtkosten."),
                format!("Together the shares are €{en} more than the total."),
            ))
        }
    }
}

/// What each part comes to in cents of a total, so that together they are exact: whatever is left over by cutting to whole
/// cents goes to the largest remainders, the first of equals first. What no part covers takes part like a share.
#[must_use]
pub fn in_cents(parts: &[Fraction], total: i64) -> Vec<i64> {
    let exact = |p: &Fraction| (i128::from(total) * i128::from(p.numerator), i128::from(p.denominator));
    let floors: Vec<i64> = parts
        .iter()
        .map(|p| {
            let (n, d) = exact(p);
            i64::try_from(n / d).unwrap_or(0)
        })
        .collect();
    let shares: Vec<Share> = parts.iter().copied().map(Share::Part).collect();
    let open = match sum(&shares, None) {
        Ok(Sum::MissingPart(p)) => Some(p),
        _ => None,
    };
    let all: Vec<Fraction> = parts.iter().copied().chain(open).collect();
    let covered: i64 = floors.iter().sum::<i64>()
        + open.map_or(0, |p| {
            let (n, d) = exact(&p);
            i64::try_from(n / d).unwrap_or(0)
        });
    let mut left = usize::try_from(total - covered).unwrap_or(0);
    // Remainders n mod d of d are compared over a common line: r1/d1 > r2/d2 as r1·d2 > r2·d1.
    let mut order: Vec<usize> = (0..all.len()).collect();
    let rest = |at: &usize| {
        all.get(*at).map_or((0, 1), |p| {
            let (n, d) = exact(p);
            (n % d, d)
        })
    };
    order.sort_by(|a, b| {
        let ((ra, da), (rb, db)) = (rest(a), rest(b));
        (rb.saturating_mul(da)).cmp(&ra.saturating_mul(db)).then(a.cmp(b))
    });
    let mut made = floors;
    for at in order {
        if left == 0 {
            break;
        }
        if let Some(one) = made.get_mut(at) {
            *one += 1;
        }
        left -= 1;
    }
    made
}

/// Whether partners and their shares fit together.
///
/// # Errors
/// With the sentence.
pub fn check_partners(partners: &[NewPartner], total: Option<i64>) -> Result<Sum, Reason> {
    if partners.len() > PARTNERS_MOST {
        return Err(Reason::new(
            format!("Bitte tragen Sie höchstens {PARTNERS_MOST} Partner ein."),
            format!("Please enter at most {PARTNERS_MOST} partners."),
        ));
    }
    let twice = partners.iter().enumerate().any(|(n, p)| partners.iter().skip(n + 1).any(|q| q.name == p.name));
    if twice {
        return Err(Reason::new("Dieser Partner steht schon da.", "This partner is there already."));
    }
    let shares: Vec<Share> = partners.iter().filter_map(|p| p.share).collect();
    sum(&shares, total)
}

/// Whether a report says enough to close with: one text, or at least what came of it.
#[must_use]
pub fn says_enough(report: &Report) -> bool {
    !report.whole.trim().is_empty() || !report.result.trim().is_empty()
}

/// Whether a reminder stands for somebody: for those who lead the group once the end is near; for those who keep the network
/// once it has passed, or where nobody leads it.
#[must_use]
pub fn reminds(due: Day, today: Day, leads: bool, has_lead: bool) -> bool {
    due <= today.plus_days(DUE_SOON_DAYS) && (leads || !has_lead || due < today)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, want) in [
            ("12.500,00 €", 1_250_000),
            ("12500", 1_250_000),
            ("12.500", 1_250_000),
            ("99,5", 9950),
            ("0,01", 1),
            ("12,500.00", 1_250_000),
            ("1.234.567,89", 123_456_789),
            ("7 EUR", 700),
        ] {
            assert_eq!(cents(text), Ok(want), "{text}");
        }
        for bad in
            ["", "-5", "1,2,3", "12.50.000", "1.2345", "zwölf", "1/3", "5 %", "999999999999", ",50", "1.000,000.0"]
        {
            assert!(cents(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn shares_are_amounts_fractions_or_percentages() {
        let part = |numerator, denominator| Ok(Share::Part(Fraction { numerator, denominator }));
        assert_eq!(share("2/6"), part(1, 3));
        assert_eq!(share("25 %"), part(1, 4));
        assert_eq!(share("33,3%"), part(333, 1000));
        assert_eq!(share("1/1"), part(1, 1));
        assert_eq!(share("300"), Ok(Share::Cents(30_000)));
        for bad in ["0/3", "4/3", "1/1001", "0 %", "101 %", "1/", "%", "-1/3", "1,25 %"] {
            assert!(share(bad).is_err(), "{bad}");
        }
    }

    fn parts(all: &[(i64, i64)]) -> Vec<Share> {
        all.iter()
            .map(|(numerator, denominator)| Share::Part(Fraction { numerator: *numerator, denominator: *denominator }))
            .collect()
    }

    #[test]
    fn sums_are_exact_and_never_more_than_the_whole() {
        assert_eq!(sum(&parts(&[(1, 3), (1, 3), (1, 3)]), None), Ok(Sum::Whole));
        assert_eq!(
            sum(&parts(&[(1, 3), (1, 2)]), None),
            Ok(Sum::MissingPart(Fraction { numerator: 1, denominator: 6 }))
        );
        assert!(sum(&parts(&[(1, 2), (2, 3)]), None).unwrap_err().de.contains("7/6"));
        let amounts = [Share::Cents(100), Share::Cents(250)];
        assert_eq!(sum(&amounts, None), Ok(Sum::Amount(350)));
        assert_eq!(sum(&amounts, Some(350)), Ok(Sum::Total(350)));
        assert_eq!(sum(&amounts, Some(400)), Ok(Sum::Missing(50)));
        assert!(sum(&amounts, Some(300)).unwrap_err().de.contains("0,50 €"));
        assert!(sum(&[Share::Cents(1), parts(&[(1, 2)])[0]], None).is_err(), "amounts and parts do not mix");
        assert_eq!(sum(&[], Some(5)), Ok(Sum::None));
    }

    #[test]
    fn thirds_of_a_hundred_euros_are_a_hundred_euros() {
        let third = Fraction { numerator: 1, denominator: 3 };
        assert_eq!(in_cents(&[third; 3], 10_000), [3334, 3333, 3333]);
        assert_eq!(in_cents(&[third], 10_000), [3333], "the open two thirds have the larger remainder");
    }

    #[test]
    fn who_leads_is_reminded_first_and_the_keepers_once_it_is_late() {
        let day = Day::literal("2026-11-23");
        let late = day.previous();
        for (due, leads, has_lead, want) in [
            (day.plus_days(28), true, true, true),
            (day.plus_days(29), true, true, false),
            (day.plus_days(5), false, true, false),
            (day.plus_days(5), false, false, true),
            (day, false, true, false),
            (late, false, true, true),
            (late, true, true, true),
        ] {
            assert_eq!(reminds(due, day, leads, has_lead), want, "{due} {leads} {has_lead}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused_and_what_is_shown_is_read_again(text in "\\PC{0,30}", known in 0_i64..CENTS_MOST) {
            let _ = (cents(&text), share(&text));
            for lang in [kernel::Lang::De, kernel::Lang::En] {
                prop_assert_eq!(cents(&i18n::decimal(lang, known, 2)), Ok(known));
            }
        }

        #[test]
        fn parts_in_cents_never_lose_or_make_a_cent(weights in proptest::collection::vec(1_i64..50, 1..8), total in 0_i64..10_000_000) {
            let whole: i64 = weights.iter().sum();
            let parts: Vec<Fraction> = weights.iter().map(|w| Fraction { numerator: *w, denominator: whole }).collect();
            let made = in_cents(&parts, total);
            prop_assert_eq!(made.iter().sum::<i64>(), total);
            for (part, cents) in parts.iter().zip(&made) {
                let exact = total * part.numerator / part.denominator;
                prop_assert!(*cents == exact || *cents == exact + 1);
            }
        }
    }
}
