//! The pages of a long list.

use std::ops::Range;

use web::Reading;

/// So many pages are all named; of more the first, the last, those around the one shown, and one halfway to each end.
const NAMED: usize = 12;

/// Links to pages of a list: number, address, whether it is the one shown. Empty where one page holds everything.
pub type Links = Vec<(usize, String, bool)>;

/// Which of `count` rows the page asked for by `seite` shows, with links to pages. `base` is the address of the
/// list with whatever else it was asked for. A page that does not exist is the nearest that does.
pub fn paged(r: &Reading<'_>, base: &str, count: usize, rows: usize) -> (Range<usize>, Links) {
    let here = r.ask.query("seite").and_then(|s| s.trim().parse::<usize>().ok()).unwrap_or(1);
    paged_at(here, base, count, rows)
}

/// The same where it is known which page is shown.
pub fn paged_at(here: usize, base: &str, count: usize, rows: usize) -> (Range<usize>, Links) {
    let pages = count.div_ceil(rows).max(1);
    let here = here.clamp(1, pages);
    let sign = if base.contains('?') { '&' } else { '?' };
    let links = if pages < 2 {
        Links::new()
    } else {
        named(here, pages)
            .into_iter()
            .map(|n| (n, if n == 1 { base.to_owned() } else { format!("{base}{sign}seite={n}") }, n == here))
            .collect()
    };
    let from = (here - 1) * rows;
    (from..(from + rows).min(count), links)
}

/// The pages that are named where one is shown.
fn named(here: usize, pages: usize) -> Vec<usize> {
    if pages <= NAMED {
        return (1..=pages).collect();
    }
    let near = here.saturating_sub(2).max(1)..=(here + 2).min(pages);
    let mut all: Vec<usize> = near.chain([1, here.div_ceil(2), here.midpoint(pages), pages]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_pages_those_are_named_that_lead_on() {
        assert_eq!(named(3, 5), [1, 2, 3, 4, 5]);
        assert_eq!(named(1, 667), [1, 2, 3, 334, 667]);
        assert_eq!(named(300, 667), [1, 150, 298, 299, 300, 301, 302, 483, 667]);
        assert_eq!(named(667, 667), [1, 334, 665, 666, 667]);
        assert_eq!(named(12, 12).len(), 12);
    }
}
