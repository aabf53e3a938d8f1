//! The pages of a long list.

use std::ops::Range;

use web::Reading;

/// Links to the pages of a list: number, address, whether it is the one shown. Empty where one page holds everything.
pub type Links = Vec<(usize, String, bool)>;

/// Which of `count` rows the page asked for by `seite` shows, with the links to all pages. `base` is the address of the
/// list with whatever else it was asked for. A page that does not exist is the nearest that does.
pub fn paged(r: &Reading<'_>, base: &str, count: usize, rows: usize) -> (Range<usize>, Links) {
    let pages = count.div_ceil(rows).max(1);
    let here = r.ask.query("seite").and_then(|s| s.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, pages);
    let sign = if base.contains('?') { '&' } else { '?' };
    let links = if pages < 2 {
        Links::new()
    } else {
        (1..=pages)
            .map(|n| (n, if n == 1 { base.to_owned() } else { format!("{base}{sign}seite={n}") }, n == here))
            .collect()
    };
    let from = (here - 1) * rows;
    (from..(from + rows).min(count), links)
}
