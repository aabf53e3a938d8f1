//! The stories of the nine networks, as far as they are built: each goes through HTTP as its persons.

mod across;
mod checks;
mod circle;
mod committee;
mod conference;
mod diversity;
mod elsewhere;
mod federal;
mod inbox;
mod joining;
mod letters;
mod mandates;
mod outside_view;
mod own_data;
mod projects;
mod put_off;
mod sensitive;
mod sign_in;
mod topics;

use db::{Args, args};
use kernel::{Actor, Day, Id};

use crate::{client::Client, world::World};

/// The day of the world.
pub fn today() -> Day {
    Day::literal(testkit::TODAY)
}

/// One number from the database.
#[track_caller]
pub fn number(world: &World, sql: &str, args: Args) -> i64 {
    let text = sql.to_owned();
    let found = world.site.db().read_now(move |c| c.find(&text, args, |r| r.get::<i64>(0))).unwrap();
    found.unwrap_or_else(|| panic!("nothing found: {sql}"))
}

/// One word from the database.
#[track_caller]
pub fn word(world: &World, sql: &str, args: Args) -> String {
    let text = sql.to_owned();
    let found = world.site.db().read_now(move |c| c.find(&text, args, |r| r.get::<String>(0))).unwrap();
    found.unwrap_or_else(|| panic!("nothing found: {sql}"))
}

/// A body by its slug.
pub fn body(world: &World, slug: &str) -> i64 {
    let slug = slug.to_owned();
    number(world, "SELECT id FROM body WHERE slug = :slug ORDER BY id LIMIT 1", args! { slug: slug })
}

/// Who keeps a network's membership, as an actor.
pub fn coordinator(world: &World, network: &str) -> Actor {
    let admin = number(
        world,
        "SELECT v.person_id FROM sits v JOIN body b ON b.id = v.body_id WHERE b.slug = :slug AND b.kind = 'network' AND v.office IN ('network_admin', 'secretariat') AND v.from_day <= :day AND v.until_day > :day ORDER BY v.person_id LIMIT 1",
        args! { slug: network, day: today() },
    );
    actor(world, admin)
}

/// A person as an actor of today.
pub fn actor(world: &World, person: i64) -> Actor {
    world.site.db().read_now(move |c| rights::load(c, person, c.today(), None)).unwrap()
}

/// The post of a municipality, by its official key.
pub fn post(world: &World, ags: &str) -> i64 {
    number(
        world,
        "SELECT p.id FROM post p JOIN organisation o ON o.id = p.organisation_id JOIN territory t ON t.id = o.territory_id WHERE t.ags = :ags ORDER BY p.id LIMIT 1",
        args! { ags: ags },
    )
}

/// Who holds a post today.
pub fn holder(world: &World, post: i64) -> i64 {
    number(
        world,
        "SELECT person_id FROM tenure WHERE post_id = :post AND mode = 'holder' AND from_day <= :day AND until_day > :day LIMIT 1",
        args! { post: post, day: today() },
    )
}

/// A person's name as pages show it.
pub fn name(world: &World, person: i64) -> String {
    word(world, "SELECT given || ' ' || family FROM person WHERE id = :id", args! { id: person })
}

/// A person's family name, which lists put first.
pub fn family(world: &World, person: i64) -> String {
    word(world, "SELECT family FROM person WHERE id = :id", args! { id: person })
}

/// An id of the type a verb wants.
pub fn id<T>(raw: i64) -> Id<T> {
    Id::new(raw)
}

/// A person as an actor of the day the world's clock shows.
pub fn actor_on(world: &World, person: i64) -> Actor {
    let day = world.clock.today();
    world.site.db().read_now(move |c| rights::load(c, person, day, None)).unwrap()
}

/// A count from the database.
pub fn count(world: &World, sql: &str, args: Args) -> i64 {
    let text = sql.to_owned();
    world.site.db().read_now(move |c| c.count(&text, args)).unwrap()
}

/// Numbers and names of persons, without those whom the demo's own bar names on every page.
pub fn names(world: &World, sql: &str, args: Args) -> Vec<(i64, String)> {
    let (text, bar) = (sql.to_owned(), geflecht::site::personas());
    let found =
        world.site.db().read_now(move |c| c.all(&text, args, |r| Ok((r.get(0)?, r.get::<String>(1)?)))).unwrap();
    found.into_iter().filter(|(_, name)| !bar.iter().any(|(_, words)| words.contains(name.as_str()))).collect()
}

/// Everybody who sits in a body today.
pub fn insiders(world: &World, body: i64) -> Vec<(i64, String)> {
    let sql = "SELECT DISTINCT p.id, p.given || ' ' || p.family FROM sits v JOIN person p ON p.id = v.person_id WHERE v.body_id = :body AND v.from_day <= :day AND v.until_day > :day ORDER BY 1";
    names(world, sql, args! { body: body, day: today() })
}

/// Those who look from outside: the public, members of other networks, a guest, the operator, one who has left.
pub fn outsiders(world: &World) -> Vec<(&'static str, Client<'_>)> {
    let who = ["mira", "lag", "gast", "verein", "verborgen", "betrieb", "ehemals"];
    std::iter::once(("", world.visitor())).chain(who.map(|slug| (slug, world.person(slug)))).collect()
}

/// What a page says, without today's date and the number beside the inbox: both change by the calendar alone.
pub fn timeless(text: &str, day: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for word in text.split(' ') {
        let number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        if !(number && found.last() == Some(&"Suche")) {
            found.push(word);
        }
    }
    found.join(" ").replace("23. November 2026", "").replace(day, "")
}
