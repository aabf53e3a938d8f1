//! Which of the two languages a browser asks for (RFC 9110 12.5.4).

use kernel::Lang;

/// Nobody needs more; the rest of a longer header is not read.
const LONGEST: usize = 1_000;
const MOST: usize = 30;

/// The best language for an `Accept-Language` header; `None` when it names neither German nor English nor `*`.
///
/// `de-AT` counts as German. Of two with the same weight the first wins. A weight of 0 rules a language out. What is
/// not understood is passed over.
#[must_use]
pub fn negotiate(header: &str) -> Option<Lang> {
    let header = if header.len() > LONGEST { header.get(..LONGEST).unwrap_or_default() } else { header };
    let mut named: [Option<u16>; 2] = [None, None];
    let mut order: Vec<Lang> = Vec::with_capacity(2);
    let mut any: Option<u16> = None;
    for item in header.split(',').take(MOST) {
        let mut pieces = item.split(';').map(str::trim);
        let range = pieces.next().unwrap_or_default().to_ascii_lowercase();
        let Some(weight) = weight(pieces) else { continue };
        if range == "*" {
            any = Some(any.unwrap_or(0).max(weight));
            continue;
        }
        let Some(lang) = range.split('-').next().and_then(Lang::from_code) else { continue };
        if !order.contains(&lang) {
            order.push(lang);
        }
        // `de-AT;q=0, de` rules out Austrian German only: the best weight of a language counts.
        let known = &mut named[slot(lang)];
        *known = Some(known.unwrap_or(0).max(weight));
    }
    order.extend(Lang::ALL.into_iter().filter(|lang| named[slot(*lang)].is_none()));
    let mut best: Option<(u16, Lang)> = None;
    for lang in order {
        let weight = named[slot(lang)].or(any).unwrap_or(0);
        if weight > best.map_or(0, |(weight, _)| weight) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

const fn slot(lang: Lang) -> usize {
    match lang {
        Lang::De => 0,
        Lang::En => 1,
    }
}

/// The weight in thousandths (RFC 9110 12.4.2), 1000 when none is given; `None` when it is malformed.
fn weight<'h>(mut parameters: impl Iterator<Item = &'h str>) -> Option<u16> {
    let Some(parameter) = parameters.next() else { return Some(1_000) };
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang::{De, En};

    use super::*;

    #[test]
    fn what_browsers_send() {
        for (header, expected) in [
            ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", Some(De)),
            ("en-US,en;q=0.9,de;q=0.8", Some(En)),
            ("de-AT", Some(De)),
            ("fr-FR, fr;q=0.9, en;q=0.5", Some(En)),
            ("fr, *;q=0.1", Some(De)),
            ("de;q=0, *", Some(En)),
            ("en;q=0.5, de;q=0.5", Some(En)),
            ("EN ; Q=0.5 , de;q=0.499", Some(En)),
            ("de-AT;q=0, de;q=0.4", Some(De)),
            ("*", Some(De)),
            ("fr", None),
            ("", None),
            ("de;q=0", None),
            ("de;q=0, en;q=0, *;q=0", None),
        ] {
            assert_eq!(negotiate(header), expected, "{header}");
        }
    }

    #[test]
    fn nonsense_is_passed_over() {
        for (header, expected) in [
            ("de;q=2, en", Some(En)),
            ("de;q=1.001, en;q=0.1", Some(En)),
            ("de;q=0.1234, en;q=0.1", Some(En)),
            ("de;q=-1, en;q=0.1", Some(En)),
            ("de;level=1, en;q=0.1", Some(En)),
            ("deutsch, english", None),
            (",,;;==,", None),
            ("dé", None),
        ] {
            assert_eq!(negotiate(header), expected, "{header}");
        }
        assert_eq!(negotiate(&format!("{}, de", "x".repeat(2_000))), None);
        assert_eq!(negotiate(&"fr,".repeat(100)), None);
        assert_eq!(negotiate(&"ü".repeat(2_000)), None);
    }
}
