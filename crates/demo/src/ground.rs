//! The ground: territories, administrations, their posts and who had them. Municipalities are real, persons are not.

use std::collections::{HashMap, HashSet};

use db::Tx;
use kernel::{Day, Result};
use people::{
    Engagement, Mode, NewAbsence, NewOrganisation, NewPost, NewTenure, NewTerritory, OrganisationKind, PostTitles,
    TerritoryLevel,
};
use pictures::geo;

use crate::{
    facts::{self, at, day, field, rows},
    names::plain,
    world::{Held, Posted, World},
};

/// The districts of the Region Aachen.
pub const REGION: [&str; 4] = ["05334", "05358", "05366", "05370"];
/// The two Landschaftsverbände: key here, name, territory.
const VERBAENDE: [(&str, &str, &str); 2] = [
    ("lvr", "Landschaftsverband Rheinland", "Rheinland"),
    ("lwl", "Landschaftsverband Westfalen-Lippe", "Westfalen-Lippe"),
];
/// A municipality below 10,000 inhabitants that names a contact without statutory post, for the working circle.
pub const CONTACT: &str = "05334024";

fn since() -> Day {
    Day::literal("1975-01-01")
}

/// Whether a key lies in the Region Aachen.
pub fn in_region(key: &str) -> bool {
    REGION.iter().any(|district| key.starts_with(district))
}

/// Enters the federation, the Länder, the tiers of North Rhine-Westphalia and some cities elsewhere.
pub fn territories(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    use TerritoryLevel as L;
    let new = |key: Option<&str>, level, name: &str, parent| NewTerritory {
        ags: key.map(str::to_owned),
        level,
        name: name.to_owned(),
        parent,
        from: since(),
    };
    let by = World::operator();
    let bund = people::add_territory(tx, &by, &new(None, L::Federal, "Bundesrepublik Deutschland", None))?;
    let mut list: Vec<NewTerritory> =
        rows(facts::LAENDER).map(|r| new(Some(field(&r, 0)), L::Land, field(&r, 1), Some(bund))).collect();
    let mut seen = HashSet::new();
    for town in geo::municipalities() {
        let (three, five) = (town.ags.get(..3).unwrap_or_default(), town.ags.get(..5).unwrap_or_default());
        if seen.insert(three) {
            list.push(new(Some(three), L::Region, geo::region(town.ags).unwrap_or_default(), None));
        }
        if !town.ags.ends_with("000") && seen.insert(five) {
            list.push(new(Some(five), L::District, geo::district(town.ags).unwrap_or_default(), None));
        }
        list.push(new(Some(town.ags), L::Municipality, town.name, None));
    }
    for row in rows(facts::ADMINISTRATIONS)
        .filter(|r| field(r, 0) == "municipality" && geo::municipality(field(r, 1)).is_none())
    {
        let name = field(&row, 2).trim_start_matches("Landeshauptstadt ").trim_start_matches("Stadt ");
        list.push(new(Some(field(&row, 1)), L::Municipality, name, None));
    }
    let ids = at("territories", people::add_territories(tx, &by, &list))?;
    w.territories.extend(list.iter().zip(ids).filter_map(|(t, id)| Some((t.ags.clone()?, id))));
    let land = w.territory("05")?;
    w.territories.insert("bund".to_owned(), bund);
    for (key, name) in [("region", "Region Aachen"), ("lvr", "Rheinland"), ("lwl", "Westfalen-Lippe")] {
        let id = people::add_territory(tx, &by, &new(None, L::Region, name, Some(land)))?;
        w.territories.insert(key.to_owned(), id);
    }
    Ok(())
}

/// Enters the administrations of North Rhine-Westphalia: municipalities, districts, Landschaftsverbände.
pub fn administrations(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let mut districts = HashSet::new();
    for town in geo::municipalities() {
        let five = town.ags.get(..5).unwrap_or_default();
        if !town.ags.ends_with("000") && districts.insert(five) {
            administration(w, tx, OrganisationKind::District, five, geo::district(five).unwrap_or_default())?;
        }
        let name = format!("{} {}", if town.city { "Stadt" } else { "Gemeinde" }, town.name);
        administration(w, tx, OrganisationKind::Municipality, town.ags, &name)?;
    }
    for (key, name, _) in VERBAENDE {
        administration(w, tx, OrganisationKind::District, key, name)?;
    }
    Ok(())
}

fn administration(w: &mut World, tx: &Tx<'_>, kind: OrganisationKind, key: &str, name: &str) -> Result<()> {
    let domain = domain(key, name);
    let mut new = NewOrganisation {
        territory: Some(w.territory(key)?),
        mail: Some(format!("rathaus@{domain}")),
        ..NewOrganisation::new(kind, name, since())
    };
    if kind == OrganisationKind::District {
        new.mail = Some(format!("haus@{domain}"));
    }
    new.website = in_region(key).then(|| format!("https://{domain}/gleichstellung"));
    let id = at(name, people::add_organisation(tx, &World::operator(), &new))?;
    w.organisations.insert(key.to_owned(), id);
    Ok(())
}

/// The domain of an administration.
fn domain(key: &str, name: &str) -> String {
    let name = name.trim_start_matches("Stadt ").trim_start_matches("Gemeinde ");
    let short = if key.starts_with('l') { key.to_owned() } else { plain(name) };
    format!("{short}.example.org")
}

/// Enters the statutory posts and who had them: as `tenures.tsv` says, else by rule. Municipalities with fewer than
/// 10,000 inhabitants need none (§ 5 GO NRW); one of them names a contact all the same.
pub fn posts(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let small: HashSet<&str> = rows(facts::SMALL).map(|r| field(&r, 0)).collect();
    let mut history: HashMap<&str, Vec<Vec<&'static str>>> = HashMap::new();
    for row in rows(facts::TENURES) {
        history.entry(field(&row, 0)).or_default().push(row);
    }
    let mut districts = HashSet::new();
    let mut keys: Vec<(String, String)> = Vec::new();
    for town in geo::municipalities() {
        let five = town.ags.get(..5).unwrap_or_default();
        if !town.ags.ends_with("000") && districts.insert(five) {
            keys.push((five.to_owned(), geo::district(five).unwrap_or_default().to_owned()));
        }
        if !small.contains(town.ags) || town.ags == CONTACT {
            keys.push((town.ags.to_owned(), town.name.to_owned()));
        }
    }
    keys.extend(VERBAENDE.map(|(key, name, _)| (key.to_owned(), name.to_owned())));
    for (n, (key, name)) in keys.iter().enumerate() {
        let told = history.get(key.as_str()).map(Vec::as_slice).unwrap_or_default();
        at(name, post(w, tx, n, key, &domain(key, name), told))?;
    }
    absences(w, tx)
}

fn post(w: &mut World, tx: &Tx<'_>, n: usize, key: &str, domain: &str, told: &[Vec<&'static str>]) -> Result<()> {
    let organisation = w.organisation(key)?;
    let titles = if key == CONTACT {
        PostTitles::new(
            "Kontakt für Gleichstellung",
            Some("Ansprechpartnerin für Gleichstellung"),
            Some("Ansprechpartner für Gleichstellung"),
        )
    } else {
        PostTitles::new(
            "Gleichstellungsstelle",
            Some("Gleichstellungsbeauftragte"),
            Some("Gleichstellungsbeauftragter"),
        )
    };
    let basis = match key.len() {
        _ if key == CONTACT => None,
        3 => Some("§ 5b LVerbO"),
        5 => Some("§ 3 KrO NRW"),
        _ => Some("§ 5 GO NRW"),
    };
    let new = NewPost {
        mail: Some(format!("gleichstellung@{domain}")),
        // From the block of numbers that is kept free for films and books.
        phone: in_region(key).then(|| format!("0221 4710-{:03}", n % 1000)),
        legal_basis: basis.map(str::to_owned),
        engagement: if key == CONTACT { Engagement::Secondary } else { Engagement::FullTime },
        ..NewPost::new(organisation, titles, Day::literal("1988-01-01"))
    };
    let id = people::add_post(tx, &World::operator(), &new)?;
    let mut posted = Posted { id, held: Vec::new() };
    for (who, mode, from, until, share) in if told.is_empty() { made_up(n) } else { written(told)? } {
        let person = w.person_at(tx, who, domain)?;
        let rank = posted.held.iter().filter(|h| h.mode == mode && h.until > from).count() + 1;
        let tenure = NewTenure {
            mode,
            share_percent: share,
            rank: i64::try_from(rank).unwrap_or(1),
            mail: w.mails.get(&person).cloned(),
            phone: new.phone.clone(),
            ..NewTenure::holder(id, person, from).until(until)
        };
        if from > tx.today() {
            // What lies ahead is entered when it happens: see recent.rs.
            w.ahead.push(tenure);
        } else {
            people::appoint(tx, &World::operator(), &tenure)?;
        }
        posted.held.push(Held { person, mode, from, until });
    }
    w.posts.insert(key.to_owned(), posted);
    Ok(())
}

type Line = (&'static str, Mode, Day, Day, i64);

fn written(told: &[Vec<&'static str>]) -> Result<Vec<Line>> {
    let line = |r: &Vec<&'static str>| -> Result<Line> {
        let mode = facts::word(Mode::from_word(field(r, 2)), field(r, 2))?;
        Ok((field(r, 1), mode, day(field(r, 3))?, day(field(r, 4))?, field(r, 5).parse().unwrap_or(100)))
    };
    told.iter().map(line).collect()
}

/// A plausible history for the post of that number: a holder, often one or two before, now and then a gap or a deputy.
fn made_up(n: usize) -> Vec<Line> {
    let number = |of: usize| i32::try_from(of).unwrap_or(0);
    let begin = Day::literal("2012-01-01").plus_months(number(n * 5 % 14) * 12 + number(n * 7 % 12));
    let mut lines = Vec::new();
    if begin.year() >= 2015 && !n.is_multiple_of(3) {
        let gap = if n.is_multiple_of(5) { 3 } else { 0 };
        let before = begin.plus_months(-12 * (4 + number(n % 6)));
        if begin.year() >= 2022 && n.is_multiple_of(2) {
            lines.push(("=", Mode::Holder, before.plus_months(-60), before, 100));
        }
        lines.push(("=", Mode::Holder, before, begin.plus_months(-gap), 100));
    }
    lines.push(("=", Mode::Holder, begin, Day::OPEN, 100));
    if n % 15 == 4 {
        lines.push(("=", Mode::Deputy, begin.plus_months(6), Day::OPEN, 100));
    }
    lines
}

/// Somebody is away for half a year and her deputy stands in.
fn absences(w: &World, tx: &Tx<'_>) -> Result<()> {
    let person = w.cast.get("stolberg").copied().ok_or_else(|| facts::missing("person", "stolberg"))?;
    let away = NewAbsence { person, tenure: None, from: Day::literal("2026-08-15"), until: Day::literal("2027-03-01") };
    people::note_absence(tx, &World::operator(), &away).map(drop)
}
