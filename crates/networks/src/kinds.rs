//! The things networks has: what links, search and lists of what is new ask for. Cards hold only what the viewer may
//! see; a document holds only words that everybody in any of its scopes may know.

use std::collections::HashMap;

use db::Conn;
use kernel::{Day, Id, Lang, Level, Result};
use people::{Organisation, OrganisationKind, Person, Post};
use web::{Card, Document, Kind, Viewer};

use crate::{
    Audience, Body, Consent, Field, Names, Place, Seat,
    pages::shared::{body_kind_word, office_word, organisation_word, seat_title},
    paths::{BodyPage, NetworkPage, OrganisationPage, PersonPage, SeatPage},
    reads::{person_cards, visible_organisations},
    store::{
        bodies::list_bodies_by_id,
        consents::list_consents,
        pages_people::{self as store, Every, RosterScope},
        roster::list_sitting_on,
        topics::list_topics_of_persons,
    },
    told,
    words::T,
};

mod belongs;
mod waiting;

pub use belongs::passages;

/// Bodies, persons, posts, organisations, seats.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "body",
        label: |lang| T(lang).facet_bodies(),
        cards: body_cards,
        document: body_document,
        every: |conn| store::every(conn, Every::Body),
    },
    Kind {
        name: "person",
        label: |lang| T(lang).facet_persons(),
        cards: cards_of_persons,
        document: person_document,
        every: |conn| store::every(conn, Every::Person),
    },
    Kind {
        name: "post",
        label: |lang| T(lang).facet_posts(),
        cards: post_cards,
        document: post_document,
        every: |conn| store::every(conn, Every::Post),
    },
    Kind {
        name: "organisation",
        label: |lang| T(lang).facet_organisations(),
        cards: organisation_cards,
        document: organisation_document,
        every: |conn| store::every(conn, Every::Organisation),
    },
    Kind {
        name: "seat",
        label: |lang| T(lang).facet_seats(),
        cards: seat_cards,
        document: seat_document,
        every: |conn| store::every(conn, Every::Seat),
    },
    // What waits for somebody in her inbox; nobody searches for it.
    Kind {
        name: told::REQUEST,
        label: |lang| T(lang).facet_requests(),
        cards: waiting::requests,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
    Kind {
        name: told::CHECK,
        label: |lang| T(lang).facet_checks(),
        cards: waiting::checks,
        document: |_, _| Ok(None),
        every: |_| Ok(Vec::new()),
    },
];

fn ids<X>(numbers: &[i64]) -> Vec<Id<X>> {
    numbers.iter().copied().map(Id::new).collect()
}

/// The bodies with their networks, as far as the viewer may see both. Two statements.
fn with_networks(conn: &Conn, v: &Viewer, wanted: &[Id<Body>]) -> Result<Vec<(Body, Body)>> {
    let bodies = list_bodies_by_id(conn, &v.actor, wanted)?;
    let above: Vec<Id<Body>> = bodies.iter().map(|b| b.network).collect();
    let networks: HashMap<Id<Body>, Body> =
        list_bodies_by_id(conn, &v.actor, &above)?.into_iter().map(|n| (n.id, n)).collect();
    Ok(bodies
        .into_iter()
        .filter_map(|b| {
            let network = networks.get(&b.network)?.clone();
            Some((b, network))
        })
        .collect())
}

fn body_url(v: &Viewer, body: &Body, network: &Body) -> Option<String> {
    let slug = network.slug.parse().ok()?;
    Some(if body.is_network() {
        v.link(&NetworkPage { network: slug })
    } else {
        v.link(&BodyPage { network: slug, body: body.slug.parse().ok()? })
    })
}

fn body_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |(body, network): &(Body, Body)| {
        let word = body_kind_word(t, body.kind);
        let detail = if body.is_network() { word.to_owned() } else { format!("{} · {word}", network.short()) };
        let icon = if body.is_network() { "network" } else { "people" };
        Some(Card {
            id: body.id.raw(),
            kind: "body",
            title: body.name_in(v.lang).to_owned(),
            detail,
            url: body_url(v, body, network)?,
            icon,
            hue: network.hue,
        })
    };
    Ok(with_networks(conn, v, &ids(wanted))?.iter().filter_map(card).collect())
}

fn cards_of_persons(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let card = |found: crate::PersonCard| {
        let posts: Vec<String> =
            found.posts.iter().map(|p| format!("{}, {}", p.post.title, p.organisation_name)).collect();
        Card {
            id: found.who.id.raw(),
            kind: "person",
            title: found.who.name.full(),
            detail: posts.join(" · "),
            url: v.link(&PersonPage { person: found.who.id }),
            icon: "person",
            hue: 0,
        }
    };
    Ok(person_cards(conn, &v.actor, &ids(wanted), v.today)?.into_iter().map(card).collect())
}

fn post_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let posts = people::list_posts(conn, &ids::<Post>(wanted))?;
    let of: Vec<Id<Organisation>> = posts.iter().map(|p| p.organisation).collect();
    let organisations: HashMap<Id<Organisation>, Organisation> =
        visible_organisations(conn, &v.actor, &of, v.today)?.into_iter().map(|o| (o.id, o)).collect();
    let shown: Vec<Id<Post>> =
        posts.iter().filter(|p| organisations.contains_key(&p.organisation)).map(|p| p.id).collect();
    let mut tenures = people::list_tenures_of_posts(conn, &shown)?;
    tenures.retain(|x| x.term.contains(v.today) && x.mode != people::Mode::Deputy);
    let names = Names::load_with_places(conn, &v.actor, tenures.iter().map(|x| x.person))?;
    let mut cards = Vec::with_capacity(posts.len());
    for post in &posts {
        let Some(organisation) = organisations.get(&post.organisation) else { continue };
        let with: Vec<&people::Tenure> = tenures.iter().filter(|x| x.post == post.id).collect();
        let who: Vec<crate::Who> = with.iter().filter_map(|x| names.anywhere(x.person)).collect();
        let form = who.first().map_or(people::TitleForm::Neutral, |w| w.form);
        let held = if with.is_empty() {
            t.facet_vacant().to_owned()
        } else {
            i18n::list_and(v.lang, &who.iter().map(|w| w.name.full()).collect::<Vec<_>>())
        };
        let detail =
            if held.is_empty() { organisation.name.clone() } else { format!("{} · {held}", organisation.name) };
        let url = format!("{}#stelle-{}", v.link(&OrganisationPage { organisation: organisation.id }), post.id);
        cards.push(Card {
            id: post.id.raw(),
            kind: "post",
            title: post.titles.in_form(form).to_owned(),
            detail,
            url,
            icon: "seat",
            hue: 0,
        });
    }
    Ok(cards)
}

fn organisation_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let card = |o: Organisation| Card {
        id: o.id.raw(),
        kind: "organisation",
        detail: organisation_word(t, o.kind).to_owned(),
        url: v.link(&OrganisationPage { organisation: o.id }),
        title: o.name,
        icon: "building",
        hue: 0,
    };
    Ok(visible_organisations(conn, &v.actor, &ids(wanted), v.today)?.into_iter().map(card).collect())
}

fn seat_cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let t = T(v.lang);
    let rows = list_sitting_on(conn, &v.actor, &ids::<Seat>(wanted), v.today)?;
    let names = Names::load(conn, &v.actor, rows.iter().filter_map(|r| r.sitter.as_ref()).map(|s| s.person))?;
    let bodies: Vec<Id<Body>> = rows.iter().map(|r| r.body).collect();
    let known = with_networks(conn, v, &bodies)?;
    let mut cards = Vec::new();
    for of_seat in rows.chunk_by(|a, b| a.seat == b.seat) {
        let Some(row) = of_seat.first() else { continue };
        let Some((body, network)) = known.iter().find(|(b, _)| b.id == row.body) else { continue };
        let place = Place { network: row.network, body: row.body, sensitive: row.sensitive };
        let sitting: Vec<_> = of_seat.iter().filter_map(|r| r.sitter.as_ref()).filter(|s| s.capacity.fills()).collect();
        let who: Vec<String> =
            sitting.iter().filter_map(|s| names.in_place(s.person, &place)).map(|w| w.name.full()).collect();
        let held = if sitting.is_empty() { t.facet_vacant().to_owned() } else { i18n::list_and(v.lang, &who) };
        let detail =
            if held.is_empty() { network.short().to_owned() } else { format!("{} · {held}", network.short()) };
        let title =
            format!("{}, {}", seat_title(t, row.number, row.label.as_deref(), row.office), body.name_in(v.lang));
        cards.push(Card {
            id: row.seat.raw(),
            kind: "seat",
            title,
            detail,
            url: v.link(&SeatPage { seat: row.seat }),
            icon: "seat",
            hue: network.hue,
        });
    }
    Ok(cards)
}

/// Who finds what has that level.
fn scopes_of(level: Level, network: Id<Body>, body: Id<Body>) -> Vec<(Level, i64)> {
    let own = (Level::Body, body.raw());
    match level {
        Level::Public => vec![(Level::Public, 0)],
        Level::AllNetworks => vec![(Level::AllNetworks, 0), own],
        Level::Network => vec![(Level::Network, network.raw()), own],
        Level::Body => vec![own],
        Level::Delegation | Level::Named => vec![],
    }
}

/// The document of these words for these readers; none without readers.
fn document(words: &[String], mut scopes: Vec<(Level, i64)>) -> Option<Document> {
    if scopes.contains(&(Level::Public, 0)) {
        // Everybody is in it: narrower circles say nothing more.
        scopes = vec![(Level::Public, 0)];
    }
    scopes.sort_unstable();
    scopes.dedup();
    (!scopes.is_empty()).then(|| Document { text: words.join(" "), scopes })
}

fn body_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let id = Id::<Body>::new(id);
    let Some(found) = store::body_words(conn, id)? else { return Ok(None) };
    let mut words = found.words;
    words.extend(store::more_words_of_body(conn, id)?);
    Ok(document(&words, scopes_of(found.level, found.network, id)))
}

/// Who finds a person: those who may see her name somewhere.
fn person_scopes(consents: &[Consent], places: &[RosterScope]) -> Vec<(Level, i64)> {
    let named = || consents.iter().filter(|c| c.field == Field::Name);
    let mut scopes = Vec::new();
    if named().any(|c| c.audience == Audience::Public) {
        scopes.push((Level::Public, 0));
    }
    if named().any(|c| c.audience == Audience::AllNetworks) {
        scopes.push((Level::AllNetworks, 0));
    }
    for place in places {
        let here = |c: &Consent| {
            c.audience == Audience::Network && (c.body == Some(place.body) || c.body == Some(place.network))
        };
        if !place.sensitive || named().any(here) {
            // Beyond those of the place a roster shows no name without consent, however open it is.
            scopes.extend(scopes_of(place.level.max(Level::Network), place.network, place.body));
        }
    }
    scopes
}

/// Whether everybody who finds her may know what she can be asked about.
fn tells_topics(consents: &[Consent]) -> bool {
    let released = |field, audience| consents.iter().any(|c| c.field == field && c.audience == audience);
    // Who finds her by a seat in common is a member of some network only where that seat is in the network's own body,
    // so anything narrower than everyone might tell too much.
    released(Field::Topics, Audience::Public)
}

fn person_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let (id, day) = (Id::<Person>::new(id), conn.today());
    let Some(person) = people::list_persons(conn, &[id])?.into_iter().find(|p| !p.erased) else { return Ok(None) };
    let consents = list_consents(conn, id)?;
    let mut words = vec![person.name().full()];
    let posts = people::list_posts(conn, &store::posts_of_person(conn, id, day)?)?;
    let mut of: Vec<Id<Organisation>> = posts.iter().map(|p| p.organisation).collect();
    of.dedup();
    for post in posts {
        words.extend([Some(post.titles.neutral), post.titles.female, post.titles.male].into_iter().flatten());
    }
    for organisation in of {
        words.extend(store::words_of_organisation(conn, organisation)?);
    }
    if tells_topics(&consents) {
        words.extend(list_topics_of_persons(conn, &[id])?.into_iter().flat_map(|(_, t)| [t.name, t.name_en]));
    }
    Ok(document(&words, person_scopes(&consents, &store::scopes_of_person(conn, id, day)?)))
}

/// Who finds an organisation: everybody, if it is public administration; else those who see one of its seats.
fn organisation_scopes(
    conn: &Conn,
    id: Id<Organisation>,
    kind: OrganisationKind,
    day: Day,
) -> Result<Vec<(Level, i64)>> {
    if kind.is_public_body() {
        return Ok(vec![(Level::Public, 0)]);
    }
    let seats = store::scopes_of_organisation(conn, id, day)?;
    Ok(seats.iter().flat_map(|s| scopes_of(s.level, s.network, s.body)).collect())
}

fn organisation_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let id = Id::<Organisation>::new(id);
    let Some(kind) = store::kind_of_organisation(conn, id)? else { return Ok(None) };
    let words = store::words_of_organisation(conn, id)?;
    Ok(document(&words, organisation_scopes(conn, id, kind, conn.today())?))
}

fn post_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let id = Id::<Post>::new(id);
    let Some(post) = people::list_posts(conn, &[id])?.into_iter().next() else { return Ok(None) };
    let Some(kind) = store::kind_of_organisation(conn, post.organisation)? else { return Ok(None) };
    let mut words: Vec<String> = [Some(post.titles.neutral), post.titles.female, post.titles.male, post.legal_basis]
        .into_iter()
        .flatten()
        .collect();
    words.extend(people::former_names_of_posts(conn, &[id])?.into_iter().map(|f| f.name));
    words.extend(store::words_of_organisation(conn, post.organisation)?);
    Ok(document(&words, organisation_scopes(conn, post.organisation, kind, conn.today())?))
}

/// Seats with a name or an office of their own; hundreds called „Sitz 12“ would help nobody.
fn seat_document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let Some(store::SeatWords { label, office, body: of }) = store::seat_words(conn, Id::new(id))? else {
        return Ok(None);
    };
    if label.is_none() && office.is_none() {
        return Ok(None);
    }
    let Some(found) = store::body_words(conn, of)? else { return Ok(None) };
    let mut words: Vec<String> = label.into_iter().collect();
    words.extend(office.into_iter().flat_map(|o| [Lang::De, Lang::En].map(|lang| office_word(T(lang), o).to_owned())));
    words.extend(found.names);
    Ok(document(&words, scopes_of(found.roster_level, found.network, of)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HER: Id<Person> = Id::new(7);

    fn consent(field: Field, audience: Audience, body: Option<i64>) -> Consent {
        Consent { id: Id::new(1), person: HER, field, audience, body: body.map(Id::new) }
    }
    fn place(network: i64, body: i64, sensitive: bool, level: Level) -> RosterScope {
        RosterScope { network: Id::new(network), body: Id::new(body), sensitive, level }
    }

    #[test]
    fn members_find_each_other_and_an_open_roster_opens_no_name() {
        let open = place(10, 10, false, Level::Public);
        assert_eq!(person_scopes(&[], &[open]), [(Level::Network, 10), (Level::Body, 10)]);
        let closed = place(10, 11, false, Level::Body);
        assert_eq!(person_scopes(&[], &[closed]), [(Level::Body, 11)]);
        assert_eq!(person_scopes(&[], &[]), []);
    }

    #[test]
    fn a_sensitive_network_finds_only_who_agreed_there() {
        let kept = place(20, 20, true, Level::Network);
        assert_eq!(person_scopes(&[consent(Field::Name, Audience::Network, Some(10))], &[kept]), []);
        assert_eq!(person_scopes(&[consent(Field::Pronouns, Audience::Network, Some(20))], &[kept]), []);
        assert_eq!(
            person_scopes(&[consent(Field::Name, Audience::Network, Some(20))], &[kept]),
            [(Level::Network, 20), (Level::Body, 20)]
        );
        assert_eq!(
            person_scopes(&[consent(Field::Name, Audience::AllNetworks, None)], &[kept]),
            [(Level::AllNetworks, 0)],
            "elsewhere she is found, there she is not"
        );
    }

    #[test]
    fn what_everybody_may_find_has_one_scope_and_what_nobody_may_has_no_document() {
        let words = ["Wort".to_owned()];
        let all = document(&words, vec![(Level::Network, 10), (Level::Public, 0), (Level::Body, 10)]).unwrap();
        assert_eq!(all.scopes, [(Level::Public, 0)]);
        assert_eq!(document(&words, vec![]), None);
    }

    #[test]
    fn topics_are_words_only_where_everybody_may_know_them() {
        assert!(!tells_topics(&[consent(Field::Topics, Audience::AllNetworks, None)]));
        assert!(tells_topics(&[consent(Field::Topics, Audience::Public, None)]));
    }
}
