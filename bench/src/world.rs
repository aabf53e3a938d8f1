//! A world of any size: scale 1 has 5,000 persons, 500 bodies, 20,000 seats and 38,000 occupancies.
//!
//! It is written by plain statements, since only its shape matters: one network of 370 posts, many of some forty seats,
//! committees below them, terms of the past. The person to sign in as sits in nine networks. The posts are those of the
//! municipalities of North Rhine-Westphalia with their districts, so that pages group members as they do in life.

use std::{collections::BTreeMap, path::Path};

use db::{Db, Open, Tx, Url, args};
use kernel::{Clock, Result};
use pictures::geo;
use sha2::{Digest, Sha256};

const OPEN: &str = "9999-12-31";
const GIVEN: [&str; 20] = [
    "Ada", "Bela", "Cara", "Dilan", "Elif", "Frida", "Gesa", "Hanna", "Ines", "Jo", "Kim", "Lale", "Mira", "Nour",
    "Olga", "Pia", "Ruth", "Selma", "Tilda", "Ute",
];
const FAMILY: [&str; 25] = [
    "Ahrens", "Beispiel", "Celik", "Dorn", "Engel", "Fuchs", "Gruber", "Hein", "Ivers", "Jansen", "Kowalski", "Lange",
    "Muster", "Novak", "Otto", "Paulus", "Quast", "Reuter", "Sommer", "Tesch", "Ulmer", "Vogt", "Winter", "Yilmaz",
    "Zander",
];

/// Small, even and repeatable (SplitMix64).
struct Dice(u64);
impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((z ^ (z >> 31)) % u64::try_from(sides).unwrap_or(1)).unwrap_or(0)
    }
}

/// How many persons are signed in, each with a session: the officer, and others who write at the same time.
const SIGNED_IN: u8 = 8;

/// Writes the world and prints `sessions person body` to measure with, each session as a cookie.
pub fn generate(file: &Path, scale: i64) -> std::result::Result<(), String> {
    let clock = Clock::system();
    let mut open = Open::new(Url::Sqlite(file.to_path_buf()), clock);
    open.synchronous = "OFF";
    let db = Db::open(&open, &migrations::SCHEMA).map_err(|e| e.to_string())?;
    let made = db
        .write_now(move |tx| {
            tx.silent("a world to measure in");
            write(tx, scale)
        })
        .map_err(|e| e.to_string())?;
    drop(db);
    let conn = rusqlite::Connection::open(file).map_err(|e| e.to_string())?;
    conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").map_err(|e| e.to_string())?;
    println!("{made}");
    Ok(())
}

fn write(tx: &Tx<'_>, scale: i64) -> Result<String> {
    let mut d = Dice(7);
    let (persons, posts, networks) = (5000 * scale, 3000 * scale, 25 * scale);
    for (n, key, value) in [(0, "site.name", "Messung"), (1, "operator.name", "Messung")] {
        let _ = n;
        tx.set(key, value)?;
    }
    for n in 1..=persons {
        let (given, family) = (GIVEN[d.roll(20) as usize], FAMILY[d.roll(25) as usize]);
        tx.exec("INSERT INTO person (id, given, family, sort_name) VALUES (:id, :g, :f, :s)", args! { id: n, g: given, f: format!("{family} {n}"), s: format!("{} {n} {}", family.to_lowercase(), given.to_lowercase()) })?;
    }
    let towns = territories(tx)?;
    for n in 1..=posts {
        // More posts than municipalities: several in one, told apart by their number.
        let (territory, town) = &towns[usize::try_from(n - 1).unwrap_or(0) % towns.len()];
        tx.exec("INSERT INTO organisation (id, kind, name, sort_name, territory_id, from_day) VALUES (:id, 'municipality', :name, :sort, :territory, '1990-01-01')", args! { id: n, name: format!("{town} {n}"), sort: format!("{} {n:07}", town.to_lowercase()), territory: *territory })?;
        tx.exec("INSERT INTO post (id, organisation_id, title, engagement, mail, from_day) VALUES (:id, :id, 'Gleichstellungsstelle', 'full_time', :mail, '1990-01-01')", args! { id: n, mail: format!("gleichstellung{n}@example.org") })?;
    }
    tenures(tx, &mut d, posts, persons)?;
    let (mut body, mut seat, mut held) = (0_i64, 0_i64, 0_i64);
    for network in 0..networks {
        body += 1;
        let own = body;
        insert_body(tx, own, own, "network", &format!("netz-{own}"), &format!("Netzwerk {own}"))?;
        // The first network has 370 posts; the officer (person 1, post 1) is in the first nine.
        let size = if network == 0 { 370 } else { 60 };
        for n in 1..=size {
            let post = if n == 1 && network < 9 {
                1
            } else if network == 0 {
                n
            } else {
                1 + d.roll(posts)
            };
            seat += 1;
            insert_seat(tx, seat, own, n, "post", None)?;
            held += 1;
            hold(tx, held, seat, Some(post), None, "2015-01-01", OPEN)?;
        }
        for organ in 1..20 {
            body += 1;
            insert_body(
                tx,
                body,
                own,
                "committee",
                &format!("gremium-{organ}"),
                &format!("Ausschuss {organ} von {own}"),
            )?;
            tx.exec("INSERT INTO edge (id, from_body_id, to_body_id, kind, from_day) VALUES (:id, :f, :t, 'organ_of', '2000-01-01')", args! { id: body, f: body, t: own })?;
            for n in 1..=38 {
                seat += 1;
                insert_seat(tx, seat, body, n, "elected", (n == 1).then_some("chair"))?;
                for (from, until) in [("2020-03-01", "2022-03-01"), ("2024-03-01", OPEN)] {
                    held += 1;
                    let person = if n == 2 && organ == 1 && network < 4 { 1 } else { 2 + d.roll(persons - 1) };
                    hold(tx, held, seat, None, Some(person), from, until)?;
                }
            }
        }
    }
    // Every tenth person agreed to be named in public.
    for n in (1..=persons).step_by(10) {
        tx.exec(
            "INSERT INTO consent (id, person_id, field, audience, given_at) VALUES (:id, :id, 'name', 'public', 1)",
            args! { id: n },
        )?;
    }
    let tokens: Vec<String> = (0x6d..0x6d + SIGNED_IN).map(|n| format!("{n:02x}").repeat(32)).collect();
    let now = tx.now();
    for (n, token) in (1_i64..).zip(&tokens) {
        tx.exec(
            "INSERT INTO account (person_id, mail, created_at) VALUES (:n, :mail, :now)",
            args! { n: n, mail: format!("mess{n}@example.org"), now: now },
        )?;
        tx.exec("INSERT INTO session (id, token_hash, person_id, device, created_at, seen_at, expires_at, proved_at) VALUES (:n, :hash, :n, 'Messung', :now, :now, :end, :now)", args! { n: n, hash: session_hash(token), now: now, end: now.plus_seconds(86_400) })?;
    }
    tx.exec("INSERT INTO operator (id, person_id, from_day) VALUES (1, 5, '2020-01-01')", args! {})?;
    // A colleague of the officer's: whoever holds the second post of her network.
    let colleague: i64 =
        tx.one("SELECT person_id FROM tenure WHERE post_id = 2 AND until_day = :open", args! { open: OPEN }, |r| {
            r.get(0)
        })?;
    Ok(format!("{} {colleague} netz-1 gremium-1 {persons} {body} {seat} {held}", tokens.join(",")))
}

/// As `accounts` keeps it: the purpose and the token, each closed by its length.
fn session_hash(token: &str) -> String {
    let mut sum = Sha256::new();
    for part in ["session", token] {
        sum.update(part.as_bytes());
        sum.update((part.len() as u64).to_be_bytes());
    }
    sum.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// The Land, its administrative regions, districts and municipalities. Gives number and name of each municipality,
/// mixed evenly, so that the first 370 lie in all districts.
fn territories(tx: &Tx<'_>) -> Result<Vec<(i64, String)>> {
    let mut known: BTreeMap<String, i64> = BTreeMap::new();
    let mut add = |key: &str, level: &str, name: &str| -> Result<i64> {
        if let Some(id) = known.get(key) {
            return Ok(*id);
        }
        let id = i64::try_from(known.len()).unwrap_or(0) + 1;
        let above =
            [5, 3, 2].into_iter().find(|len| *len < key.len()).and_then(|len| known.get(key.get(..len)?)).copied();
        tx.exec("INSERT INTO territory (id, ags, level, name, sort_name, parent_id, from_day) VALUES (:id, :ags, :level, :name, :sort, :above, '1975-01-01')", args! { id: id, ags: key, level: level, name: name, sort: name.to_lowercase(), above: above })?;
        known.insert(key.to_owned(), id);
        Ok(id)
    };
    add("05", "land", "Nordrhein-Westfalen")?;
    let mut towns = Vec::new();
    for town in geo::municipalities() {
        let (region, district) = (&town.ags[..3], &town.ags[..5]);
        add(region, "region", geo::region(region).unwrap_or(region))?;
        add(district, "district", geo::district(district).unwrap_or(town.name))?;
        towns.push((add(town.ags, "municipality", town.name)?, town.name.to_owned()));
    }
    // 396 and 155 have no common divisor.
    Ok((0..towns.len()).map(|n| towns[n * 155 % towns.len()].clone()).collect())
}

fn tenures(tx: &Tx<'_>, d: &mut Dice, posts: i64, persons: i64) -> Result<()> {
    let mut id = 0;
    for post in 1..=posts {
        for (from, until) in [("2005-01-01", "2012-01-01"), ("2012-01-01", "2019-06-01"), ("2019-06-01", OPEN)] {
            id += 1;
            let person = if post == 1 && until == OPEN { 1 } else { 2 + d.roll(persons - 1) };
            tx.exec("INSERT INTO tenure (id, post_id, person_id, mode, from_day, until_day) VALUES (:id, :post, :person, 'holder', :f, :u)", args! { id: id, post: post, person: person, f: from, u: until })?;
        }
    }
    Ok(())
}

fn insert_body(tx: &Tx<'_>, id: i64, network: i64, kind: &str, slug: &str, name: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO body (id, network_id, kind, slug, name, short_name, sort_name, purpose, level, roster_level, from_day) VALUES (:id, :network, :kind, :slug, :name, :name, :slug, 'Austausch und gemeinsame Positionen.', 0, 0, '2000-01-01')",
        args! { id: id, network: network, kind: kind, slug: slug, name: name },
    ).map(drop)
}

fn insert_seat(tx: &Tx<'_>, id: i64, body: i64, number: i64, kind: &str, office: Option<&str>) -> Result<()> {
    tx.exec("INSERT INTO seat (id, body_id, number, kind, voice, office, from_day) VALUES (:id, :body, :number, :kind, 'voting', :office, '2000-01-01')", args! { id: id, body: body, number: number, kind: kind, office: office }).map(drop)
}

fn hold(
    tx: &Tx<'_>,
    id: i64,
    seat: i64,
    post: Option<i64>,
    person: Option<i64>,
    from: &str,
    until: &str,
) -> Result<()> {
    tx.exec("INSERT INTO occupancy (id, seat_id, post_id, person_id, basis, status, from_day, until_day) VALUES (:id, :seat, :post, :person, 'joined', 'confirmed', :f, :u)", args! { id: id, seat: seat, post: post, person: person, f: from, u: until }).map(drop)
}
