//! The municipalities of North Rhine-Westphalia: keys, names, where they lie. Sources: `data/SOURCES.md`.
use std::collections::BTreeSet;

/// One municipality, state of 2021.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Municipality {
    /// Official key, eight digits (amtlicher Gemeindeschlüssel).
    pub ags: &'static str,
    /// Official name.
    pub name: &'static str,
    /// True for a Stadt, false for a Gemeinde.
    pub city: bool,
    /// Longitude of the centre of its area, degrees east.
    pub lon: f64,
    /// Latitude of the centre of its area, degrees north.
    pub lat: f64,
}

/// Quantised boundaries; see `build.rs`.
pub(crate) struct Topology {
    pub scale: (f64, f64),
    pub shift: (f64, f64),
    pub arcs: &'static [&'static [(i32, i32)]],
    /// Key and rings, sorted by key. A negative index means the arc backwards (TopoJSON: one's complement).
    pub shapes: &'static [(&'static str, &'static [&'static [i32]])],
}

impl Topology {
    pub fn rings(&self, ags: &str) -> Option<&'static [&'static [i32]]> {
        self.shapes
            .binary_search_by(|(key, _)| key.cmp(&ags))
            .ok()
            .and_then(|at| self.shapes.get(at))
            .map(|(_, rings)| *rings)
    }
}

include!(concat!(env!("OUT_DIR"), "/geo_data.rs"));

/// The municipality with this eight-digit key.
#[must_use]
pub fn municipality(ags: &str) -> Option<&'static Municipality> {
    MUNICIPALITIES.binary_search_by(|one| one.ags.cmp(ags)).ok().and_then(|at| MUNICIPALITIES.get(at))
}

/// All 396, sorted by key.
#[must_use]
pub fn municipalities() -> &'static [Municipality] {
    MUNICIPALITIES
}

/// Name of the district of a key of five or eight digits; for a city of its own, its name.
#[must_use]
pub fn district(ags: &str) -> Option<&'static str> {
    let key = ags.get(..5)?;
    DISTRICTS.binary_search_by(|(one, _)| (*one).cmp(key)).ok().and_then(|at| DISTRICTS.get(at)).map(|(_, name)| *name)
}

/// Which of the five administrative regions a key of three or more digits belongs to.
#[must_use]
pub fn region(ags: &str) -> Option<&'static str> {
    match ags.get(..3)? {
        "051" => Some("Regierungsbezirk Düsseldorf"),
        "053" => Some("Regierungsbezirk Köln"),
        "055" => Some("Regierungsbezirk Münster"),
        "057" => Some("Regierungsbezirk Detmold"),
        "059" => Some("Regierungsbezirk Arnsberg"),
        _ => None,
    }
}

/// Three capital letters for each name, no two alike: the first three where free, else the next that fit.
/// "Bad" gives only its B, so that spas differ.
#[must_use]
pub fn short_labels(names: &[&str]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names.iter().map(|name| short_label(name, &mut taken)).collect()
}

fn short_label(name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = name.split('(').next().unwrap_or(name);
    let rest = plain.strip_prefix("Bad ").map(|rest| format!("B{rest}"));
    let letters: Vec<char> = rest
        .as_deref()
        .unwrap_or(plain)
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(|c| if c == 'ß' { vec!['S'] } else { c.to_uppercase().collect() })
        .collect();
    let first = letters.first().copied().unwrap_or('X');
    for (third, c) in letters.iter().enumerate().skip(2) {
        for b in letters.iter().take(third).skip(1) {
            let label: String = [first, *b, *c].iter().collect();
            if taken.insert(label.clone()) {
                return label;
            }
        }
    }
    // Very short or very common names: number them.
    let mut number = 1_usize;
    loop {
        let label = format!("{}{number}", letters.iter().take(2).collect::<String>());
        if taken.insert(label.clone()) {
            return label;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_municipalities_and_where_they_lie() {
        assert_eq!(municipalities().len(), 396);
        assert!(municipalities().windows(2).all(|pair| pair[0].ags < pair[1].ags));
        let aachen = municipality("05334002").expect("Aachen");
        assert_eq!((aachen.name, aachen.city), ("Aachen", true));
        assert!((aachen.lon - 6.1).abs() < 0.1 && (aachen.lat - 50.77).abs() < 0.1, "{aachen:?}");
        assert!(municipalities().iter().all(|one| (5.8..9.5).contains(&one.lon) && (50.3..52.6).contains(&one.lat)));
        assert_eq!(municipality("05334"), None);
        assert_eq!(municipality("99999999"), None);
        assert_eq!(
            municipality("05358024").map(|one| one.city),
            municipality("05358024").map(|one| one.name == "Jülich" || one.city)
        );
    }

    #[test]
    fn districts_and_regions() {
        assert_eq!(district("05358008"), Some("Kreis Düren"));
        assert_eq!(district("05334"), Some("StädteRegion Aachen"));
        assert_eq!(district("05315000"), Some("Köln"));
        assert_eq!((district("0533"), district("99999"), district("ÄÄÄ")), (None, None, None));
        assert!(municipalities().iter().all(|one| district(one.ags).is_some() && region(one.ags).is_some()));
        let region46 = municipalities()
            .iter()
            .filter(|one| ["05334", "05358", "05366", "05370"].iter().any(|key| one.ags.starts_with(key)));
        assert_eq!(region46.count(), 46);
    }

    #[test]
    fn labels_are_three_letters_and_differ() {
        let names: Vec<&str> = municipalities().iter().map(|one| one.name).collect();
        let labels = short_labels(&names);
        assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), 396);
        assert!(labels.iter().all(|label| label.chars().count() == 3), "{labels:?}");
        assert_eq!(
            short_labels(&["Düren", "Düsseldorf", "Bad Münstereifel", "Au", "Au", ""])[..3],
            ["DÜR", "DÜS", "BMÜ"]
        );
    }
}
