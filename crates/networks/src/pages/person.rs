//! P14: a person, as far as she lets the reader see her: posts, seats by network, contact, what came before.

use askama::Template;
use kernel::{Day, Id, Result, Term};
use people::{Grain, Mode, Organisation};
use pictures::terms::{BarKind, End, Mini, mini};
use web::{Answer, Page, Reading};

use super::{
    elsewhere::role_of,
    persons::day_in_grain,
    shared::{self, Pill},
};
use crate::{
    Basis, Capacity, Hat, PostHeld, SeatKind, SeatState,
    actions::may_correct_name,
    paths::{self, ConsentPage, NetworkPage, OrganisationPage, SeatPage},
    reads::{elsewhere_of, person_page, visible_organisations},
    words::T,
};

/// A word that may lead somewhere.
struct Link {
    text: String,
    href: Option<String>,
}

/// A post on the day.
struct Post {
    title: String,
    organisation: Link,
    lines: Vec<String>,
}

/// One of her seats.
struct SeatCard {
    title: String,
    href: String,
    body: String,
    lines: Vec<String>,
    pill: Option<Pill>,
    bar: String,
}

/// Her seats in one network.
struct Group {
    id: String,
    name: String,
    href: String,
    hue: i64,
    seats: Vec<SeatCard>,
}

/// Something that is over, or still to come.
struct Past {
    title: String,
    href: Option<String>,
    when: String,
    from: Day,
}

/// A way to reach her.
struct Way {
    label: &'static str,
    text: String,
    href: String,
}

#[derive(Template)]
#[template(path = "person.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    initials: String,
    pronouns: String,
    subtitle: String,
    day_form: String,
    is_past: bool,
    own: Option<String>,
    correct: Option<String>,
    posts: Vec<Post>,
    groups: Vec<Group>,
    axis: (i16, i16),
    topics: Vec<String>,
    ways: Vec<Way>,
    elsewhere: Vec<Past>,
    note_elsewhere: Option<String>,
    past: Vec<Past>,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`] where the reader may not see her name.
pub fn show(r: &Reading<'_>, p: paths::PersonPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let found = person_page(r.conn, &v.actor, p.person, v.stand)?;
    let organisations: Vec<Id<Organisation>> = found.posts.iter().map(|p| p.organisation).collect();
    let known: Vec<Id<Organisation>> =
        visible_organisations(r.conn, &v.actor, &organisations, v.stand)?.into_iter().map(|o| o.id).collect();
    let name = found.who.name.full();
    let posts: Vec<Post> = found.posts.iter().map(|p| post(r, p, &known)).collect();
    let mut past: Vec<Past> = found
        .other_hats
        .iter()
        .map(|h| past_seat(r, h))
        .chain(found.other_posts.iter().map(|p| past_post(r, p)))
        .collect();
    if v.is_past() {
        // What came later is no part of how it was then.
        past.retain(|p| p.from <= v.stand);
    }
    past.sort_by_key(|p| std::cmp::Reverse(p.from));
    let own = v.actor.person == Some(p.person.raw());
    let may_correct = !v.is_past() && v.is_signed_in() && may_correct_name(r.conn, &v.actor, p.person)?;
    let noted = elsewhere_of(r.conn, &v.actor, p.person, v.stand)?;
    let elsewhere = noted.iter().map(|e| Past {
        title: format!("{}, {}", role_of(t, e), e.noted.body),
        href: own.then(|| v.link(&paths::ElsewhereEdit { seat: e.id })),
        when: i18n::term(v.lang, &e.noted.term, v.stand),
        from: e.noted.term.from,
    });
    let subtitle: Vec<String> = posts.iter().map(|p| format!("{}, {}", p.title, p.organisation.text)).collect();
    let shown = Shown {
        t,
        crumbs: crumbs(r, &found.hats),
        initials: shared::initials(&found.who.name),
        pronouns: found.contact.pronouns.clone().unwrap_or_default(),
        subtitle: subtitle.join(" · "),
        day_form: shared::day_form(r, &[]),
        is_past: v.is_past(),
        own: own.then(|| v.link(&ConsentPage {})),
        correct: may_correct.then(|| v.link(&paths::PersonNameEdit { person: p.person })),
        groups: groups(r, &found.hats)?,
        axis: (v.stand.year() - 4, v.stand.year() + 4),
        topics: found
            .topics
            .iter()
            .map(|x| if v.lang == kernel::Lang::En { x.name_en.clone() } else { x.name.clone() })
            .collect(),
        ways: ways(t, &found.posts, &found.contact),
        elsewhere: elsewhere.collect(),
        note_elsewhere: own.then(|| v.link(&paths::ElsewhereList {})),
        posts,
        past,
        name: name.clone(),
    };
    let mut page = Page::new(name.as_str()).nav("networks").dated();
    if !v.is_signed_in() {
        page = page.indexed(t.person_description(&name));
    }
    r.page(page, &shown)
}

/// The way here: through a network both know, if there is one.
fn crumbs(r: &Reading<'_>, hats: &[Hat]) -> String {
    let shared_network = hats.iter().map(|h| &h.network).find(|n| r.viewer.actor.is_member_of(n.id.raw()));
    let step = shared_network.and_then(|n| {
        Some((
            n.short_name.as_deref().unwrap_or(&n.name),
            r.viewer.link(&paths::PersonList { network: n.slug.parse().ok()? }),
        ))
    });
    shared::crumbs(r, &step.into_iter().collect::<Vec<_>>())
}

fn mode_word(t: T, mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Holder => None,
        Mode::Acting => Some(t.person_acting()),
        Mode::Deputy => Some(t.person_deputy()),
    }
}

fn post(r: &Reading<'_>, held: &PostHeld, known: &[Id<Organisation>]) -> Post {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let href =
        known.contains(&held.organisation).then(|| v.link_then(&OrganisationPage { organisation: held.organisation }));
    let mut lines: Vec<String> = mode_word(t, held.mode).map(str::to_owned).into_iter().collect();
    lines.push(t.people_since(day_in_grain(v.lang, held.term.from, held.grain)));
    Post {
        title: shared::soft(&held.post.title),
        organisation: Link { text: shared::soft(&held.organisation_name), href },
        lines,
    }
}

fn groups(r: &Reading<'_>, hats: &[Hat]) -> Result<Vec<Group>> {
    let v = r.viewer;
    let mut groups: Vec<Group> = Vec::new();
    for hat in hats {
        let id = hat.network.id.to_string();
        if groups.last().is_none_or(|g| g.id != id) {
            let name = if v.lang == kernel::Lang::En {
                hat.network.name_en.as_ref().unwrap_or(&hat.network.name)
            } else {
                &hat.network.name
            };
            let href = v.link_then(&NetworkPage { network: shared::slug(&hat.network.slug)? });
            groups.push(Group { id, name: name.clone(), href, hue: hat.network.hue, seats: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.seats.push(seat(r, hat));
        }
    }
    Ok(groups)
}

fn seat_name(t: T, hat: &Hat) -> String {
    let role = hat.seat.label.clone().filter(|_| hat.seat.office.is_none());
    let role = role.unwrap_or_else(|| shared::role_word(t, hat.seat.kind, hat.seat.voice, hat.seat.office).to_owned());
    // For whom she speaks is said below.
    match shared::capacity_word(t, hat.capacity).filter(|_| hat.capacity != Capacity::Representative) {
        Some(word) => format!("{role} ({word})"),
        None => role,
    }
}

fn seat(r: &Reading<'_>, hat: &Hat) -> SeatCard {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut lines = vec![t.people_since(day_in_grain(v.lang, hat.term.from, hat.grain))];
    if let Some(end) = hat.term_end.filter(|_| matches!(hat.capacity, Capacity::Own)) {
        let day = i18n::day_medium(v.lang, end.previous());
        lines.push(if hat.basis == Some(Basis::Delegation) {
            t.seatpage_sent_until(day)
        } else {
            t.seatpage_elected_until(day)
        });
    }
    let through = hat
        .organisation
        .as_ref()
        .filter(|_| hat.capacity == Capacity::Representative)
        .map(|(_, name)| t.seatpage_by_organisation(name));
    lines.extend(through.or_else(|| hat.post.as_ref().map(|(_, title)| t.seatpage_by_post(title))));
    let ends = hat.term_end.unwrap_or(hat.term.until);
    let passes =
        (hat.seat.kind == SeatKind::Post && hat.capacity == Capacity::Holder && hat.state == SeatState::Filled)
            .then(|| Pill::new("carries", "transfer", t.state_passes()));
    let body = if hat.body.is_network() { String::new() } else { hat.body.name_in(v.lang).to_owned() };
    SeatCard {
        title: seat_name(t, hat),
        href: v.link_then(&SeatPage { seat: hat.seat.id }),
        body,
        bar: bar(r, hat).unwrap_or_default(),
        pill: shared::state_pill(v.lang, hat.state, ends, v.stand).or(passes),
        lines,
    }
}

/// The bar of a mandate with an end; what has none needs no picture.
fn bar(r: &Reading<'_>, hat: &Hat) -> Option<String> {
    let (lang, stand) = (r.viewer.lang, r.viewer.stand);
    let end = hat.term_end.or((!hat.term.is_open()).then_some(hat.term.until))?;
    let year = |n: i16| pictures::terms::Day::new(i32::from(stand.year()) + i32::from(n), 1, 1);
    let day = |of: Day| {
        let date = of.date();
        pictures::terms::Day::new(date.year().into(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
    };
    let label = i18n::term(lang, &Term { from: hat.term.from, until: end.max(hat.term.from.next()) }, stand);
    let kind = if hat.capacity == Capacity::Acting { BarKind::Acting } else { BarKind::Held };
    let (axis_from, axis_to) = (year(-4)?, year(4)?);
    Some(mini(&Mini {
        from: day(hat.term.from)?,
        end: End::On(day(end.previous())?),
        kind,
        axis_from,
        axis_to,
        today: day(stand)?,
        label,
    }))
}

fn ways(t: T, posts: &[PostHeld], contact: &crate::Contact) -> Vec<Way> {
    let mail = |label, address: &String| Way { label, text: address.clone(), href: format!("mailto:{address}") };
    let phone = |label, number: &String| Way {
        label,
        text: number.clone(),
        href: format!("tel:{}", number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()),
    };
    let mut ways: Vec<Way> =
        posts.iter().filter_map(|p| p.post.mail.as_ref()).map(|m| mail(t.people_mailbox(), m)).collect();
    ways.extend(posts.iter().filter_map(|p| p.post.phone.as_ref()).map(|n| phone(t.people_phone_post(), n)));
    ways.extend(posts.iter().filter_map(|p| p.mail.as_ref()).map(|m| mail(t.people_mail_office(), m)));
    ways.extend(posts.iter().filter_map(|p| p.phone.as_ref()).map(|n| phone(t.people_phone_office(), n)));
    ways.extend(contact.private_mail.as_ref().map(|m| mail(t.people_mail_private(), m)));
    ways.extend(contact.private_phone.as_ref().map(|n| phone(t.people_phone_private(), n)));
    let mut seen: Vec<String> = Vec::new();
    ways.retain(|w| {
        !seen.contains(&w.href) && {
            seen.push(w.href.clone());
            true
        }
    });
    ways
}

fn past_seat(r: &Reading<'_>, hat: &Hat) -> Past {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let title = format!("{}, {}", seat_name(t, hat), hat.body.name_in(v.lang));
    Past {
        title,
        href: Some(v.link_then(&SeatPage { seat: hat.seat.id })),
        when: when(r, &hat.term, hat.grain),
        from: hat.term.from,
    }
}

fn past_post(r: &Reading<'_>, held: &PostHeld) -> Past {
    let t = T(r.viewer.lang);
    let mode = mode_word(t, held.mode).map(|w| format!(" ({w})")).unwrap_or_default();
    Past {
        title: format!("{}{mode}, {}", held.post.title, held.organisation_name),
        href: None,
        when: when(r, &held.term, held.grain),
        from: held.term.from,
    }
}

fn when(r: &Reading<'_>, term: &Term, grain: Grain) -> String {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    match (grain, term.last_day()) {
        (Grain::Day, _) => i18n::term(lang, term, r.viewer.stand),
        (_, Some(last)) => t.people_from_to(day_in_grain(lang, term.from, grain), day_in_grain(lang, last, grain)),
        (_, None) => t.people_since(day_in_grain(lang, term.from, grain)),
    }
}
