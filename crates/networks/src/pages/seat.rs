//! P16: a seat, to whom it belongs, who sits there and who did, and what happens when somebody leaves.

mod chain;

use askama::Template;
use kernel::{Error, Id, Lang, Level, Result, Voice};
use web::{Answer, Page, Reading};

use self::chain::Step;
pub use self::chain::end_word;
use super::{
    keep::corrections::shown,
    persons::day_in_grain,
    shared::{self, Pill, Tab},
};
use crate::{
    Body, Capacity, Eligibility, Seat, SeatKind, SeatState, Sitter, find_seat,
    paths::{self, OrganisationPage},
    reads::{SeatPage, seat_page, visible_organisations},
    rules::{Happening, Outcome, SeatRules, what_happens},
    store::{bodies::list_bodies_by_id, pages_people::territory_name, roster::list_substitutes},
    words::T,
};

/// A word that may lead somewhere.
struct Link {
    text: String,
    href: Option<String>,
}

/// A line of what is to be known of the seat.
struct Fact {
    label: &'static str,
    value: Link,
}

/// Somebody who sits there or stands in.
struct Someone {
    name: String,
    href: Option<String>,
    initials: String,
    lines: Vec<String>,
    absent: bool,
    mails: Vec<String>,
    phones: Vec<String>,
}

struct Rule {
    question: &'static str,
    answer: String,
}

#[derive(Template)]
#[template(path = "seat.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    hue: i64,
    body: Link,
    owner: String,
    pills: Vec<Pill>,
    day_form: String,
    gone: String,
    vacant: String,
    vacant_mail: Option<String>,
    through: Vec<Link>,
    sitters: Vec<Someone>,
    substitutes: Vec<Someone>,
    has_substitutes: bool,
    facts: Vec<Fact>,
    /// Above the steps: those who sat there, and who is to.
    chain: &'static str,
    steps: Vec<Step>,
    picture: String,
    rules: Vec<Rule>,
    corrections: Vec<shown::Line>,
    leave: Option<String>,
    keep: Option<String>,
}

/// What the page needs besides the seat itself.
struct Around {
    network: Option<Body>,
    sender: Option<Body>,
    follows: Option<(Seat, Body)>,
    territory: Option<String>,
    has_list: bool,
    has_pool: bool,
}

impl Around {
    /// At most four statements.
    fn load(r: &Reading<'_>, found: &SeatPage) -> Result<Self> {
        let (actor, body, seat) = (&r.viewer.actor, &found.body, &found.seat);
        let ids: Vec<Id<Body>> = [Some(body.network), seat.source_body].into_iter().flatten().collect();
        let bodies = list_bodies_by_id(r.conn, actor, &ids)?;
        let with = |id: Option<Id<Body>>| bodies.iter().find(|b| Some(b.id) == id).cloned();
        let via = found.now.as_ref().and_then(|n| n.held.as_ref()?.via_seat);
        let follows = match via.map(|id| find_seat(r.conn, actor, id)).transpose() {
            Ok(found) => found,
            // Held through a seat this reader may not see: the page says no more than that.
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        let territory = match seat.source_territory {
            Some(id) => territory_name(r.conn, id, r.viewer.stand)?,
            None => None,
        };
        let standing_in = list_substitutes(r.conn, actor, &[body.id], r.viewer.stand)?;
        let ours = |s: &&crate::store::roster::SubstituteRow| s.seat.is_none() || s.seat == Some(seat.id);
        let (has_list, has_pool) =
            (standing_in.iter().filter(ours).any(|s| s.moves_up), standing_in.iter().filter(ours).any(|s| !s.moves_up));
        Ok(Self {
            network: with(Some(body.network)),
            sender: with(seat.source_body),
            follows,
            territory,
            has_list,
            has_pool,
        })
    }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not see who sits in the body.
pub fn show(r: &Reading<'_>, p: paths::SeatPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut found = seat_page(r.conn, &v.actor, p.seat, v.stand, crate::soon_after(v.stand))?;
    let mut around = Around::load(r, &found)?;
    if v.is_past() {
        super::world::rename(
            r,
            std::iter::once(&mut found.body).chain(&mut around.network).chain(&mut around.sender).collect(),
        )?;
    }
    let (seat, body) = (&found.seat, &found.body);
    let title = title(t, &found);
    let hue = around.network.as_ref().map_or(body.hue, |n| n.hue);
    let organisations: Vec<_> =
        found.history.iter().filter_map(|p| p.organisation.as_ref()).map(|(id, _)| *id).collect();
    let known: Vec<_> =
        visible_organisations(r.conn, &v.actor, &organisations, v.stand)?.into_iter().map(|o| o.id).collect();
    let steps = chain::steps(r, seat, body, &found.history, &known);
    let picture = chain::picture(r, seat, body, hue, &steps).unwrap_or_default();
    let (vacant, vacant_mail) = vacancy(r, &found, &around, &steps);
    let body_link = body_link(r, body, &around)?;
    let mut posts: Vec<_> = found.history.iter().filter_map(|p| p.post.as_ref()).map(|(id, _)| *id).collect();
    posts.sort_unstable();
    posts.dedup();
    let keeps = shared::keeps(r, body);
    let shown = Shown {
        t,
        crumbs: crumbs(r, body, &around)?,
        hue,
        body: body_link,
        owner: owner(t, &found, &around, v.lang),
        pills: pills(r, &found),
        day_form: shared::day_form(r, &[]),
        gone: gone(r, seat),
        vacant,
        vacant_mail,
        through: through(r, &found),
        sitters: found.now.iter().flat_map(|n| &n.sitters).map(|s| someone(r, &found, s)).collect(),
        substitutes: found.now.iter().flat_map(|n| &n.substitutes).map(|s| someone(r, &found, s)).collect(),
        has_substitutes: seat.kind != SeatKind::Guest,
        facts: facts(r, &found, &around)?,
        chain: if steps.iter().any(|step| !step.vacant && step.since() > v.stand) {
            t.seatpage_chain_coming()
        } else {
            t.seatpage_chain()
        },
        steps,
        picture,
        rules: rules(&found, &around, v.lang),
        corrections: shown::of_seat(r, body, seat.id, &posts, keeps)?,
        leave: (body.is_network() && !v.is_past() && v.actor.seats().contains(&seat.id.raw()))
            .then(|| v.link(&paths::SeatLeave { seat: seat.id })),
        keep: keeps.then(|| v.link(&paths::SeatKeep { seat: seat.id })),
        title: shared::soft(&title),
    };
    let mut page = Page::new(format!("{title}, {}", body.name_in(v.lang))).nav("networks").dated();
    if let Some(network) = &around.network {
        page = page.sub(shared::sub(r, network, Tab::Bodies)?);
    }
    if body.roster_level == Level::Public {
        page = page.indexed(t.seatpage_description(body.name_in(v.lang)));
    }
    r.page(page, &shown)
}

/// Its label or office; a seat that has only a number is named after whose it is.
fn title(t: T, found: &SeatPage) -> String {
    let seat = &found.seat;
    let plain = shared::seat_title(t, seat.number, seat.label.as_deref(), seat.office);
    let of = found
        .now
        .as_ref()
        .filter(|n| n.held.as_ref().is_some_and(|h| !h.personal))
        .and_then(|n| n.organisation.as_ref())
        .filter(|_| seat.label.is_none() && seat.office.is_none());
    of.map_or_else(|| plain.clone(), |o| format!("{plain}: {}", o.name))
}

fn crumbs(r: &Reading<'_>, body: &Body, around: &Around) -> Result<String> {
    let mut steps = Vec::new();
    if let Some(network) = &around.network {
        steps.push((network.short(), shared::network_link(r, network)?));
        if !body.is_network() {
            steps.push((body.name_in(r.viewer.lang), shared::body_link(r, &network.slug, body)?));
        }
    }
    Ok(shared::crumbs(r, &steps))
}

fn body_link(r: &Reading<'_>, body: &Body, around: &Around) -> Result<Link> {
    let href = around.network.as_ref().map(|n| shared::body_link(r, &n.slug, body)).transpose()?;
    Ok(Link { text: body.name_in(r.viewer.lang).to_owned(), href })
}

/// To whom the seat belongs, in a sentence.
fn owner(t: T, found: &SeatPage, around: &Around, lang: Lang) -> String {
    match (found.seat.kind, &around.sender, &around.territory) {
        (SeatKind::Delegated, Some(sender), _) => t.seatpage_own_delegated_by(sender.name_in(lang)),
        (SeatKind::Territory, _, Some(territory)) => t.seatpage_own_territory_of(territory),
        (SeatKind::Post, ..) => t.seatpage_own_post().to_owned(),
        (SeatKind::Organisation, ..) => t.seatpage_own_organisation().to_owned(),
        (SeatKind::Territory, ..) => t.seatpage_own_territory().to_owned(),
        (SeatKind::Elected, ..) => t.seatpage_own_elected().to_owned(),
        (SeatKind::Delegated, ..) => t.seatpage_own_delegated().to_owned(),
        (SeatKind::ExOfficio, ..) => t.seatpage_own_ex_officio().to_owned(),
        (SeatKind::Personal, ..) => t.seatpage_own_personal().to_owned(),
        (SeatKind::Guest, ..) => t.seatpage_own_guest().to_owned(),
    }
}

fn pills(r: &Reading<'_>, found: &SeatPage) -> Vec<Pill> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let Some(now) = &found.now else { return Vec::new() };
    let ends = now.held.as_ref().map_or(kernel::Day::OPEN, |h| h.term_end.unwrap_or(h.term.until));
    let mut pills: Vec<Pill> = shared::state_pill(v.lang, now.state, ends, v.stand).into_iter().collect();
    if now.kind == SeatKind::Post && now.state == SeatState::Filled {
        pills.push(Pill::new("carries", "transfer", t.state_passes()));
    }
    if now.sitters.iter().any(|s| s.capacity == Capacity::Acting) {
        pills.push(Pill::new("acting", "", t.capacity_acting()));
    }
    pills
}

fn gone(r: &Reading<'_>, seat: &Seat) -> String {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if v.stand < seat.term.from {
        t.seatpage_not_yet(i18n::day_medium(v.lang, seat.term.from))
    } else if v.stand >= seat.term.until {
        t.seatpage_gone(i18n::day_medium(v.lang, seat.term.until))
    } else {
        String::new()
    }
}

/// What stands where nobody sits, and the mailbox that stays.
fn vacancy(r: &Reading<'_>, found: &SeatPage, around: &Around, steps: &[Step]) -> (String, Option<String>) {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let Some(now) = found.now.as_ref().filter(|n| n.state == SeatState::Vacant) else { return (String::new(), None) };
    let since = steps.iter().find(|s| s.now && s.vacant).map(|s| s.since());
    let text = match since.filter(|day| *day > found.seat.term.from) {
        Some(day) => t.seatpage_vacant_since(i18n::day_medium(v.lang, day)),
        None => t.seatpage_vacant().to_owned(),
    };
    let own = now
        .post
        .as_ref()
        .and_then(|p| p.mail.clone())
        .or_else(|| now.organisation.as_ref().and_then(|o| o.mail.clone()));
    let mail = own.or_else(|| found.body.mail.clone()).or_else(|| around.network.as_ref().and_then(|n| n.mail.clone()));
    (text, mail)
}

/// The post and organisation that have the seat, or through which the person came.
fn through(r: &Reading<'_>, found: &SeatPage) -> Vec<Link> {
    let Some(now) = &found.now else { return Vec::new() };
    let post = now.post.as_ref().map(|p| Link { text: p.title.clone(), href: None });
    let organisation = now.organisation.as_ref().map(|o| Link {
        text: o.name.clone(),
        href: Some(r.viewer.link_then(&OrganisationPage { organisation: o.id })),
    });
    post.into_iter().chain(organisation).collect()
}

fn someone(r: &Reading<'_>, found: &SeatPage, sitter: &Sitter) -> Someone {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let face = shared::face(r, sitter.who.as_ref(), found.body.sensitive);
    let held = found.now.as_ref().and_then(|n| n.held.as_ref());
    let mut lines: Vec<String> = match sitter.capacity {
        Capacity::Deputy => vec![t.seatpage_deputy().to_owned()],
        Capacity::Substitute => vec![t.seatpage_substitute().to_owned()],
        Capacity::Representative if sitter.rank > 1 => vec![t.seatpage_second().to_owned()],
        capacity => shared::capacity_word(t, capacity).map(str::to_owned).into_iter().collect(),
    };
    let grain = held.map_or(people::Grain::Day, |h| h.grain);
    if sitter.term.from <= v.stand {
        lines.push(t.people_since(day_in_grain(v.lang, sitter.term.from, grain)));
    }
    if let Some(end) = held.and_then(|h| h.term_end).filter(|_| sitter.capacity.fills()) {
        let day = i18n::day_medium(v.lang, end.previous());
        lines.push(if found.seat.kind == SeatKind::Delegated {
            t.seatpage_sent_until(day)
        } else {
            t.seatpage_elected_until(day)
        });
    }
    let fills = sitter.capacity.fills() && sitter.who.is_some();
    let post = found.now.as_ref().and_then(|n| n.post.as_ref()).filter(|_| fills);
    let mails = post.and_then(|p| p.mail.clone()).into_iter().chain(sitter.mail.clone()).collect();
    let phones = post.and_then(|p| p.phone.clone()).into_iter().chain(sitter.phone.clone()).collect();
    Someone { name: face.name, href: face.href, initials: face.initials, lines, absent: sitter.absent, mails, phones }
}

fn facts(r: &Reading<'_>, found: &SeatPage, around: &Around) -> Result<Vec<Fact>> {
    let (t, v, seat) = (T(r.viewer.lang), r.viewer, &found.seat);
    let plain = |label, text: String| Fact { label, value: Link { text, href: None } };
    let mut facts = vec![Fact { label: t.seatpage_body(), value: body_link(r, &found.body, around)? }];
    if let Some(network) = around.network.as_ref().filter(|n| n.id != found.body.id) {
        facts.push(Fact {
            label: t.seatpage_network(),
            value: Link { text: network.name_in(v.lang).to_owned(), href: Some(shared::network_link(r, network)?) },
        });
    }
    facts.extend(seat.office.map(|office| plain(t.seatpage_office(), shared::office_word(t, office).to_owned())));
    if seat.voice != Voice::Office {
        let votes = if seat.votes > 1 { format!(", {}", t.seatpage_votes(seat.votes)) } else { String::new() };
        facts.push(plain(t.seatpage_voice(), format!("{}{votes}", shared::voice_word(t, seat.voice))));
    }
    facts.extend(seat.term_months.map(|months| {
        plain(
            t.seatpage_length(),
            if months % 12 == 0 { t.seatpage_years(months / 12) } else { t.seatpage_months(months) },
        )
    }));
    if matches!(seat.kind, SeatKind::Elected | SeatKind::Delegated) {
        facts.push(plain(
            t.seatpage_carries(),
            if found.body.carries_over { t.seatpage_carries_yes() } else { t.seatpage_carries_no() }.to_owned(),
        ));
    }
    facts.extend(eligible_word(t, seat.eligibility).map(|word| plain(t.seatpage_eligible(), word.to_owned())));
    facts.extend(seat.filled_by.clone().map(|text| plain(t.seatpage_filled_by(), text)));
    if let (Some(sender), Some(network)) = (&around.sender, &around.network) {
        // A sender in another network has its own address there; only those of this network are linked.
        let href = (sender.network == network.id).then(|| shared::body_link(r, &network.slug, sender)).transpose()?;
        let label = if seat.kind == SeatKind::Elected { t.seatpage_elected_by() } else { t.seatpage_source() };
        facts.push(Fact { label, value: Link { text: sender.name_in(v.lang).to_owned(), href } });
    }
    if found.now.as_ref().is_some_and(|n| n.held.as_ref().is_some_and(|h| h.via_seat.is_some())) {
        let value = match &around.follows {
            Some((source, body)) => {
                let name = shared::seat_title(t, source.number, source.label.as_deref(), source.office);
                Link {
                    text: format!("{name}, {}", body.name_in(v.lang)),
                    href: Some(v.link_then(&paths::SeatPage { seat: source.id })),
                }
            }
            None => Link { text: t.seatpage_follows_hidden().to_owned(), href: None },
        };
        facts.push(Fact { label: t.seatpage_follows(), value });
    }
    facts.extend(around.territory.clone().map(|name| plain(t.seatpage_territory(), name)));
    facts.push(plain(t.seatpage_exists(), i18n::term(v.lang, &seat.term, v.stand)));
    Ok(facts)
}

const fn eligible_word(t: T, eligibility: Eligibility) -> Option<&'static str> {
    match eligibility {
        Eligibility::None => None,
        Eligibility::Post => Some(t.seatpage_eligible_post()),
        Eligibility::Organisation => Some(t.seatpage_eligible_organisation()),
        Eligibility::Territory => Some(t.seatpage_eligible_territory()),
        Eligibility::Seat => Some(t.seatpage_eligible_seat()),
    }
}

fn rules(found: &SeatPage, around: &Around, lang: Lang) -> Vec<Rule> {
    let seat = &found.seat;
    let second =
        found.now.iter().flat_map(|n| &n.sitters).any(|s| s.capacity == Capacity::Representative && s.rank > 1);
    let rules = SeatRules {
        eligibility: seat.eligibility,
        carries_over: found.body.carries_over,
        has_substitute: around.has_pool || second,
        has_list: around.has_list,
        by_territory: seat.source_territory.is_some(),
    };
    let outcomes = Happening::ALL.into_iter().map(|h| (h, what_happens(h, seat.kind, &rules)));
    let said = outcomes.filter(|(_, outcome)| *outcome != Outcome::NotApplicable);
    said.map(|(happening, outcome)| Rule {
        question: question(T(lang), happening),
        answer: outcome.sentence().text(lang).to_owned(),
    })
    .collect()
}

const fn question(t: T, happening: Happening) -> &'static str {
    match happening {
        Happening::LeavesPost => t.seatpage_when_leaves_post(),
        Happening::LongAbsence => t.seatpage_when_absence(),
        Happening::Resignation => t.seatpage_when_resignation(),
        Happening::PostVacant => t.seatpage_when_post_vacant(),
        Happening::MemberLeaves => t.seatpage_when_member_leaves(),
        Happening::Merger => t.seatpage_when_merger(),
        Happening::TermEnds => t.seatpage_when_term(),
        Happening::Removal => t.seatpage_when_removal(),
    }
}
