//! The map of the municipalities a network works in, as far as its members are posts or organisations there.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, OnceLock},
};

use kernel::{Id, Lang, Result};
use people::Organisation;
use pictures::{
    About, boundaries, geo,
    geo::Municipality,
    hexmap::{self, Hex},
    hue,
    map::{Group, Map, Place, Presence, Words},
};
use web::Reading;

use super::world::{World, group_name, is_territorial};
use crate::{Reach, paths::OrganisationPage, words::T};

/// From this many municipalities on real boundaries are drawn: hexagons would carry no names any more.
const MANY: usize = 80;
/// From this many districts on they are put together by administrative region.
const DISTRICTS: usize = 6;

/// The map and what it counts.
#[derive(Clone)]
pub struct Regions {
    /// The figure, ready for the page.
    pub figure: Arc<str>,
    /// Municipalities drawn.
    pub places: usize,
    /// Members that have no municipality of their own, such as those of districts.
    pub elsewhere: usize,
}

/// What is known of one municipality.
struct Found {
    presence: Presence,
    organisation: Option<Id<Organisation>>,
}

/// Draws the map, where the network is of a region or Land and enough of its members lie on it.
///
/// # Errors
/// When the database cannot be read.
pub fn region_map(r: &Reading<'_>, world: &World, id: &'static str) -> Result<Option<Regions>> {
    let weigh = |map: &Option<Regions>| map.as_ref().map_or(0, |m| m.figure.len());
    Ok(world.remembered_of_members(r, id, weigh, || Ok(drawn(r, world, id)))?.as_ref().clone())
}

fn drawn(r: &Reading<'_>, world: &World, id: &'static str) -> Option<Regions> {
    if world.network.reach == Reach::Federal || !is_territorial(world) {
        return None;
    }
    let (mut found, mut elsewhere) = (BTreeMap::<&'static str, Found>::new(), 0);
    let mut districts: BTreeSet<&str> = BTreeSet::new();
    for seat in world.seats_of(world.network.id).filter(|s| s.is_member_seat()) {
        let territory = seat.held.as_ref().and_then(|h| h.territory.as_ref()).or(seat.stands_for.as_ref());
        let key = territory.and_then(|(ags, _)| ags.as_deref());
        districts.extend(key.and_then(|ags| ags.get(..5)));
        let Some(place) = key.and_then(geo::municipality) else {
            elsewhere += usize::from(seat.occupied);
            continue;
        };
        let presence = if seat.occupied { Presence::Represented } else { Presence::Vacant };
        let organisation = seat.held.as_ref().and_then(|h| h.organisation.as_ref()).map(|(id, ..)| *id);
        let entry = found.entry(place.ags).or_insert(Found { presence, organisation });
        entry.presence = entry.presence.min(presence);
    }
    if found.len() < 3 || elsewhere * 2 > world.members() {
        return None;
    }
    let whole_land = world.network.reach == Reach::Land;
    let all: Vec<&'static Municipality> = geo::municipalities()
        .iter()
        .filter(|m| whole_land || m.ags.get(..5).is_some_and(|d| districts.contains(d)))
        .collect();
    let draw = || draw(r, world, id, &all, &found);
    let figure = if all.len() > MANY {
        kept(
            Key {
                id,
                name: world.network.name_in(r.viewer.lang).to_owned(),
                lang: r.viewer.lang,
                places: all.iter().map(|m| (m.ags, found.get(m.ags).map(|f| f.presence))).collect(),
            },
            draw,
        )
    } else {
        Arc::from(draw())
    };
    Some(Regions { figure, places: all.len(), elsewhere })
}

/// Everything a large map depends on.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    id: &'static str,
    name: String,
    lang: Lang,
    places: Vec<(&'static str, Option<Presence>)>,
}

/// The most maps kept; the largest has about 110 kB.
const MAPS: usize = 32;

/// A large map, kept for the next time: it takes longer than the rest of its page and is the same until a municipality
/// joins, leaves or loses its officer.
fn kept(key: Key, draw: impl FnOnce() -> String) -> Arc<str> {
    static DRAWN: Mutex<BTreeMap<Key, Arc<str>>> = Mutex::new(BTreeMap::new());
    if let Some(known) = DRAWN.lock().ok().and_then(|drawn| drawn.get(&key).map(Arc::clone)) {
        return known;
    }
    let made: Arc<str> = Arc::from(draw());
    if let Ok(mut drawn) = DRAWN.lock() {
        if drawn.len() >= MAPS {
            drawn.clear();
        }
        drawn.insert(key, Arc::clone(&made));
    }
    made
}

fn draw(
    r: &Reading<'_>,
    world: &World,
    id: &str,
    all: &[&'static Municipality],
    found: &BTreeMap<&'static str, Found>,
) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let districts: BTreeSet<&str> = all.iter().filter_map(|m| m.ags.get(..5)).collect();
    let digits = if districts.len() > DISTRICTS { 3 } else { 5 };
    let keys: Vec<&str> = all.iter().filter_map(|m| m.ags.get(..digits)).collect::<BTreeSet<_>>().into_iter().collect();
    let presence = |m: &Municipality| found.get(m.ags).map_or(Presence::Absent, |f| f.presence);
    let count = |key: &str, wanted: Option<Presence>| {
        all.iter().filter(|m| m.ags.starts_with(key) && wanted.is_none_or(|w| presence(m) == w)).count()
    };
    let groups = keys.iter().enumerate().map(|(n, key)| {
        let name = group_name(key, lang).unwrap_or_default();
        let words = t.map_group(&name, count(key, Some(Presence::Represented)), count(key, None));
        Group { name, hue: hue(n), key: words }
    });
    let names: Vec<&str> = all.iter().map(|m| m.name).collect();
    let many = all.len() > MANY;
    let short = if many { vec![String::new(); all.len()] } else { geo::short_labels(&names) };
    // Where there are many, the list of members has the links.
    let page = |organisation: Id<Organisation>| r.viewer.link_then(&OrganisationPage { organisation });
    let places = all.iter().zip(short).map(|(m, short)| Place {
        ags: m.ags.to_owned(),
        name: m.name.to_owned(),
        short,
        lon: m.lon,
        lat: m.lat,
        group: keys.iter().position(|k| m.ags.starts_with(k)).unwrap_or(0),
        presence: presence(m),
        state: state_word(t, presence(m)).to_owned(),
        href: found.get(m.ags).filter(|_| !many).and_then(|f| f.organisation).map(page),
    });
    let (represented, vacant) = (count("", Some(Presence::Represented)), count("", Some(Presence::Vacant)));
    let name = world.network.name_in(lang);
    let about = About {
        id: id.to_owned(),
        title: t.map_title(name),
        description: t.map_says(all.len(), represented),
        table_caption: t.map_title(name),
        table_head: vec![t.map_place().to_owned(), t.map_area().to_owned(), t.map_state().to_owned()],
    };
    let map = Map { about, groups: groups.collect(), places: places.collect() };
    let absent = all.len() > represented + vacant;
    let words = Words {
        vacant: if vacant > 0 { t.map_vacant().to_owned() } else { String::new() },
        absent: if absent { t.map_absent().to_owned() } else { String::new() },
    };
    if many {
        boundaries::draw(&map, credit(lang), &words).figure(t.map_caption(), t.map_as_table())
    } else {
        let caption = format!("{} {}", t.map_hex(), t.map_caption());
        hexmap::draw(&map, &cells(all), &words).figure(&caption, t.map_as_table())
    }
}

fn state_word(t: T, presence: Presence) -> &'static str {
    match presence {
        Presence::Represented => t.map_represented(),
        Presence::Vacant => t.map_vacant(),
        Presence::Absent => t.map_absent(),
    }
}

/// The source note, whose change note is translated (GeoNutzV § 3).
const fn credit(lang: Lang) -> &'static str {
    match lang {
        Lang::De => boundaries::CREDIT,
        Lang::En => "© GeoBasis-DE / BKG, data modified",
    }
}

type Places = HashMap<Vec<&'static str>, Arc<Vec<Hex>>>;
/// The most arrangements kept: each belongs to one set of districts, of which few exist.
const ARRANGED: usize = 64;

/// Where the hexagons stand. Finding that takes long and depends on the municipalities alone, so it is kept.
fn cells(all: &[&'static Municipality]) -> Arc<Vec<Hex>> {
    static FOUND: OnceLock<Mutex<Places>> = OnceLock::new();
    let shelf = FOUND.get_or_init(Mutex::default);
    let key: Vec<&'static str> = all.iter().map(|m| m.ags).collect();
    if let Some(cells) = shelf.lock().ok().and_then(|s| s.get(&key).cloned()) {
        return cells;
    }
    let points: Vec<(f64, f64)> = all.iter().map(|m| (m.lon, m.lat)).collect();
    let cells = Arc::new(hexmap::place(&points));
    if let Ok(mut shelf) = shelf.lock() {
        if shelf.len() >= ARRANGED {
            shelf.clear();
        }
        shelf.insert(key, Arc::clone(&cells));
    }
    cells
}
