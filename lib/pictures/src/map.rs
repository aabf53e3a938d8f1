//! What both maps share: places in groups, and which of them are represented.
use crate::svg::{esc, id};
use crate::{About, Cell, KeyItem, Row, Table};
use std::fmt::Write as _;

/// From this many places on, marks are small and carry no letters.
pub(crate) const MANY: usize = 80;

/// Everything a map shows.
#[derive(Clone, Debug)]
pub struct Map {
    /// Names and texts. `table_head` has three words: place, group, state.
    pub about: About,
    /// Districts or the like; hue and strong lines tell them apart, on paper patterns do.
    pub groups: Vec<Group>,
    /// In the order of the table.
    pub places: Vec<Place>,
}

/// Places that belong together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Name, in the table.
    pub name: String,
    /// 1 to 6, see [`crate::hue`]; two groups of one hue are told apart by the lines only.
    pub hue: u8,
    /// Words in the key, "Kreis Düren (12 von 15)"; empty: not in the key.
    pub key: String,
}

/// One municipality.
#[derive(Clone, Debug)]
pub struct Place {
    /// Official key, finds the boundaries.
    pub ags: String,
    /// Name, in the table.
    pub name: String,
    /// Two or three letters on the mark; see [`crate::geo::short_labels`].
    pub short: String,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// Index into `groups`; one that does not exist counts as no group.
    pub group: usize,
    /// Decides the look.
    pub presence: Presence,
    /// The same in words, for the table.
    pub state: String,
    /// Page of the place, linked in the table.
    pub href: Option<String>,
}

/// Whether a place is represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Presence {
    /// Filled.
    Represented,
    /// The post exists and is empty: dashed.
    Vacant,
    /// Does not take part: a thin outline.
    Absent,
}

/// Words of the key; an empty word leaves its entry out.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// "Stelle zurzeit nicht besetzt"
    pub vacant: String,
    /// "nicht im Netzwerk"
    pub absent: String,
}

impl Map {
    /// Hue of a group, 1 to 6.
    pub(crate) fn hue(&self, group: usize) -> u8 {
        self.groups.get(group).map_or(1, |group| group.hue.clamp(1, 6))
    }

    pub(crate) fn table(&self) -> Table {
        let row = |place: &Place| Row {
            cells: vec![
                Cell::link(place.name.clone(), place.href.as_ref()),
                Cell::text(self.groups.get(place.group).map_or("", |group| group.name.as_str())),
                Cell::text(place.state.clone()),
            ],
        };
        Table {
            caption: self.about.table_caption.clone(),
            head: self.about.table_head.clone(),
            rows: self.places.iter().map(row).collect(),
        }
    }

    pub(crate) fn key(&self, words: &Words) -> Vec<KeyItem> {
        let swatch = |inner: String| {
            format!(
                "<svg class=\"sw\" width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">{inner}</svg>"
            )
        };
        let square =
            |class: &str| format!("<rect class=\"{class}\" x=\"2\" y=\"2\" width=\"16\" height=\"16\" rx=\"3\"/>");
        let mut out = Vec::new();
        for group in self.groups.iter().filter(|group| !group.key.is_empty()) {
            let hue = group.hue.clamp(1, 6);
            let pattern = format!(
                "<rect class=\"pat\" fill=\"url(#{}-k{hue})\" x=\"2\" y=\"2\" width=\"16\" height=\"16\"/>",
                id(&self.about.id)
            );
            out.push(KeyItem {
                svg: swatch(format!("{}{pattern}", square(&format!("on n{hue}")))),
                text: group.key.clone(),
            });
        }
        for (class, text) in [("off", &words.vacant), ("none", &words.absent)] {
            if !text.is_empty() {
                out.push(KeyItem { svg: swatch(square(class)), text: text.clone() });
            }
        }
        out
    }

    /// Patterns that show only on paper, where hues are grey; hue 1 stays plain. `scale` undoes that of the drawing.
    /// The drawing whose `mark` is empty also holds the patterns of the key.
    pub(crate) fn patterns(&self, mark: &str, scale: u8) -> String {
        let mut hues: Vec<u8> = self.groups.iter().map(|group| group.hue.clamp(1, 6)).collect();
        hues.sort_unstable();
        hues.dedup();
        let id = id(&self.about.id);
        let mut out = String::new();
        for hue in hues {
            let inner = match hue {
                2 => "<path class=\"pl\" d=\"M-2 2L2-2M0 8L8 0M6 10L10 6\"/>",
                3 => {
                    "<circle class=\"pd\" cx=\"2\" cy=\"2\" r=\"1.4\"/><circle class=\"pd\" cx=\"6\" cy=\"6\" r=\"1.4\"/>"
                }
                4 => "<path class=\"pl\" d=\"M0 2H8M0 6H8\"/>",
                5 => "<path class=\"pl\" d=\"M-2 6L2 10M0 0L8 8M6-2L10 2\"/>",
                6 => "<path class=\"pl\" d=\"M2 0V8M6 0V8\"/>",
                _ => "",
            };
            let size = "width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"";
            let turn = if scale == 1 { String::new() } else { format!(" patternTransform=\"scale({scale})\"") };
            let _ = write!(out, "<pattern id=\"{id}-{mark}p{hue}\" {size}{turn}>{inner}</pattern>");
            if mark.is_empty() {
                let _ = write!(out, "<pattern id=\"{id}-k{hue}\" {size}>{inner}</pattern>");
            }
        }
        out
    }
}

/// Class of a mark.
pub(crate) fn class(presence: Presence, hue: u8) -> String {
    match presence {
        Presence::Represented => format!("on n{hue}"),
        Presence::Vacant => "off".to_owned(),
        Presence::Absent => "none".to_owned(),
    }
}

/// A flat drawing of degrees: in a country of this size the error stays below the stroke.
pub(crate) struct Projection {
    lon: f64,
    lat: f64,
    shrink: f64,
}

impl Projection {
    /// Around the middle of the given points; finite ones only.
    pub(crate) fn around(points: impl Iterator<Item = (f64, f64)>) -> Self {
        let (mut lo, mut hi) = ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (lon, lat) in points.filter(|(lon, lat)| lon.is_finite() && lat.is_finite()) {
            lo = (lo.0.min(lon), lo.1.min(lat));
            hi = (hi.0.max(lon), hi.1.max(lat));
        }
        if lo.0 > hi.0 {
            return Self { lon: 0.0, lat: 0.0, shrink: 1.0 };
        }
        let lat = f64::midpoint(lo.1, hi.1);
        Self { lon: f64::midpoint(lo.0, hi.0), lat, shrink: lat.to_radians().cos().abs().max(0.01) }
    }

    /// East and south of the middle, in degrees of latitude.
    pub(crate) fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        let clean = |v: f64| if v.is_finite() { v } else { 0.0 };
        (clean((lon - self.lon) * self.shrink), clean(self.lat - lat))
    }
}

/// The letters on a mark.
pub(crate) fn label(place: &Place, hue: u8, x: f64, y: f64) -> String {
    let class = if place.presence == Presence::Represented { format!("lab n{hue}") } else { "lab lo".to_owned() };
    format!(
        "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
        crate::svg::n(x),
        crate::svg::n(y),
        esc(&place.short)
    )
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::geo;

    /// Every `skip`-th municipality whose key starts with one of the prefixes; each seventh is vacant.
    pub(crate) fn sample(prefixes: &[&str]) -> Map {
        let found: Vec<_> =
            geo::municipalities().iter().filter(|one| prefixes.iter().any(|p| one.ags.starts_with(p))).collect();
        let shorts = geo::short_labels(&found.iter().map(|one| one.name).collect::<Vec<_>>());
        Map {
            about: About {
                id: "karte".into(),
                title: "Karte".into(),
                description: "d".into(),
                table_caption: "c".into(),
                table_head: vec!["a".into(); 3],
            },
            groups: prefixes
                .iter()
                .enumerate()
                .map(|(i, p)| Group { name: (*p).into(), hue: crate::hue(i), key: format!("Kreis {p}") })
                .collect(),
            places: found
                .iter()
                .zip(shorts)
                .enumerate()
                .map(|(i, (one, short))| Place {
                    ags: one.ags.into(),
                    name: one.name.into(),
                    short,
                    lon: one.lon,
                    lat: one.lat,
                    group: prefixes.iter().position(|p| one.ags.starts_with(p)).unwrap_or(0),
                    presence: if i % 7 == 3 { Presence::Vacant } else { Presence::Represented },
                    state: "in Worten".into(),
                    href: None,
                })
                .collect(),
        }
    }

    pub(crate) const REGION: [&str; 4] = ["05334", "05358", "05366", "05370"];
    pub(crate) const STATE: [&str; 5] = ["051", "053", "055", "057", "059"];
}
