//! What the pages of networks have in common: the second row, crumbs, pills, roles, the chooser of the day.

use askama::Template;
use kernel::{Day, Id, Lang, Result};
use people::{Grain, PersonName};
use rights::{Action, Kind};
use web::{Answer, Page, Reading, Slug, Sub, View};

pub use super::wording::{
    body_kind_word, capacity_word, office_word, organisation_word, reach_word, role_word, seat_kind_word, seat_title,
    seat_titles, voice_word,
};
use crate::{
    Body,
    names::Who,
    paths::{BodyKeep, BodyList, BodyPage, MemberList, NetworkList, NetworkPage, PersonList, PersonPage, PicturePage},
    rules::SeatState,
    store::bodies,
    words::T,
};

/// The views of a network, in the order of its second row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    /// P10.
    Overview,
    /// The bodies and each of them.
    Bodies,
    /// P13.
    Persons,
    /// P17.
    Members,
    /// P11.
    Picture,
    /// For those who keep the membership.
    Manage,
    /// A view of another slice, by its key.
    View(&'static str),
}

/// The network of an address, if the reader may see its page.
///
/// # Errors
/// [`kernel::Error::NotFound`] when there is none for her.
pub fn network(r: &Reading<'_>, slug: &Slug) -> Result<Body> {
    bodies::find_network(r.conn, &r.viewer.actor, slug.as_str())
}

/// Whether the reader may see seats, holders and counts of a body.
#[must_use]
pub fn sees_roster(r: &Reading<'_>, body: &Body) -> bool {
    rights::allows(&r.viewer.actor, Kind::Roster, Action::Read, &body.roster_scope())
}

/// Whether the reader keeps the membership of a body, and looks at today.
#[must_use]
pub fn keeps(r: &Reading<'_>, body: &Body) -> bool {
    !r.viewer.is_past() && rights::allows(&r.viewer.actor, Kind::Roster, Action::Edit, &body.roster_scope())
}

/// Whether the reader belongs to the network.
#[must_use]
pub fn is_member(r: &Reading<'_>, network: &Body) -> bool {
    r.viewer.actor.is_member_of(network.id.raw())
}

/// Whether the reader may know more of a network than its name, purpose and mailbox.
#[must_use]
pub fn is_open(r: &Reading<'_>, network: &Body) -> bool {
    !network.sensitive || sees_roster(r, network) || r.viewer.actor.sits.iter().any(|s| s.network == network.id.raw())
}

/// A stored part of an address.
///
/// # Errors
/// When it is none: a fault of ours.
pub fn slug(text: &str) -> Result<Slug> {
    text.parse().map_err(|()| kernel::Error::internal(format!("stored slug {text}")))
}

/// The page of a network, on the day looked at.
///
/// # Errors
/// When its slug is none.
pub fn network_link(r: &Reading<'_>, network: &Body) -> Result<String> {
    Ok(r.viewer.link_then(&NetworkPage { network: slug(&network.slug)? }))
}

/// The page of a body of a network, on the day looked at; for the network itself, its page.
///
/// # Errors
/// When a slug is none.
pub fn body_link(r: &Reading<'_>, network_slug: &str, body: &Body) -> Result<String> {
    if body.is_network() {
        return network_link(r, body);
    }
    Ok(r.viewer.link_then(&BodyPage { network: slug(network_slug)?, body: slug(&body.slug)? }))
}

/// The second row inside a network: only the views the reader may see.
///
/// # Errors
/// When the network's slug is none.
pub fn sub(r: &Reading<'_>, network: &Body, current: Tab) -> Result<Sub> {
    let (t, v, key) = (T(r.viewer.lang), r.viewer, slug(&network.slug)?);
    let mut items = vec![(t.tab_overview(), v.link_then(&NetworkPage { network: key.clone() }), Tab::Overview)];
    if is_open(r, network) {
        items.push((t.tab_bodies(), v.link_then(&BodyList { network: key.clone() }), Tab::Bodies));
    }
    if is_member(r, network) {
        items.push((t.tab_persons(), v.link(&PersonList { network: key.clone() }), Tab::Persons));
    }
    if sees_roster(r, network) {
        items.push((t.tab_members(), v.link_then(&MemberList { network: key.clone() }), Tab::Members));
    }
    if is_open(r, network) {
        items.push((t.tab_picture(), v.link_then(&PicturePage { network: key.clone() }), Tab::Picture));
    }
    let manage = keeps(r, network).then(|| (t.manage_title(), v.link(&BodyKeep { body: network.id }), Tab::Manage));
    let mut items: Vec<_> =
        items.into_iter().map(|(word, href, tab)| (word.to_owned(), href, tab == current)).collect();
    items.extend(views(r, network)?.into_iter().map(|v| (v.word, v.href, Tab::View(v.key) == current)));
    items.extend(manage.map(|(word, href, tab)| (word.to_owned(), href, tab == current)));
    Ok(Sub {
        name: network.short().to_owned(),
        href: v.link_then(&NetworkPage { network: key }),
        hue: network.hue,
        items,
    })
}

/// What other slices show on the page of a network or body, under headings of their own.
///
/// # Errors
/// When the database cannot be read.
pub fn shown(r: &Reading<'_>, body: &Body) -> Result<Vec<web::Shown>> {
    let asked = r.site.slices().iter().filter_map(|slice| slice.shown);
    Ok(asked.map(|ask| ask(r, body.id.raw())).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// What other slices have as views of a network or body.
///
/// # Errors
/// When the database cannot be read.
pub fn views(r: &Reading<'_>, body: &Body) -> Result<Vec<View>> {
    let asked = r.site.slices().iter().filter_map(|slice| slice.views);
    Ok(asked.map(|ask| ask(r, body.id.raw())).collect::<Result<Vec<_>>>()?.concat())
}

/// The way here, beginning with all networks; the page itself is not in it.
#[must_use]
pub fn crumbs(r: &Reading<'_>, steps: &[(&str, String)]) -> String {
    let mut all = vec![(T(r.viewer.lang).nav_networks(), r.viewer.link(&NetworkList {}))];
    all.extend(steps.iter().cloned());
    web::crumbs(r.viewer.lang, &all)
}

/// A word with a sign that says how something stands; written into a template with `|safe`.
#[derive(Template, Clone, PartialEq, Eq, Debug)]
#[template(path = "pill.html")]
pub struct Pill {
    /// `vacant`, `ends`, `carries`, `acting`, `w1`, `o1`, `i1`, `e1` or nothing.
    pub class: &'static str,
    /// An icon's name or nothing.
    pub icon: &'static str,
    /// The word.
    pub word: String,
}

impl Pill {
    /// A pill with a word.
    pub fn new(class: &'static str, icon: &'static str, word: impl Into<String>) -> Self {
        Self { class, icon, word: word.into() }
    }
}

/// How a seat stands, in words.
#[must_use]
pub fn state_word(lang: Lang, state: SeatState, ends: Day, day: Day) -> String {
    let t = T(lang);
    match state {
        SeatState::Vacant => t.state_vacant().to_owned(),
        SeatState::Filled => t.state_filled().to_owned(),
        SeatState::EndsSoon => i18n::left(lang, day, ends.previous()),
        SeatState::CarriesOver => t.state_carries().to_owned(),
        SeatState::Suspended => t.state_suspended().to_owned(),
    }
}

/// How a seat stands, as a pill; none for one that is simply filled. `ends`: the first day after term or seat.
#[must_use]
pub fn state_pill(lang: Lang, state: SeatState, ends: Day, day: Day) -> Option<Pill> {
    let (class, icon) = match state {
        SeatState::Filled => return None,
        SeatState::Vacant => ("vacant", "seat"),
        SeatState::EndsSoon => ("ends", "clock"),
        SeatState::CarriesOver => ("carries", "transfer"),
        SeatState::Suspended => ("w1", "lock"),
    };
    Some(Pill::new(class, icon, state_word(lang, state, ends, day)))
}

/// Two letters for the round mark beside a name.
#[must_use]
pub fn initials(name: &PersonName) -> String {
    [&name.given, &name.family]
        .iter()
        .filter_map(|part| part.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect()
}

/// A person as lists show her; without a name where the reader may not see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Face {
    /// Her name, or the sentence that says why there is none.
    pub name: String,
    /// Her page.
    pub href: Option<String>,
    /// Her initials; empty without a name.
    pub initials: String,
}

/// A person in a place whose list the reader sees.
#[must_use]
pub fn face(r: &Reading<'_>, who: Option<&Who>, sensitive: bool) -> Face {
    let t = T(r.viewer.lang);
    match who {
        Some(who) => Face { name: who.name.full(), href: person_link(r, who.id), initials: initials(&who.name) },
        None => Face {
            name: if sensitive { t.name_withheld() } else { t.name_hidden() }.to_owned(),
            href: None,
            initials: String::new(),
        },
    }
}

/// The page of somebody whose name is shown. Not from a view of an earlier day: who shared a list then may not today.
#[must_use]
pub fn person_link(r: &Reading<'_>, person: Id<people::Person>) -> Option<String> {
    (!r.viewer.is_past()).then(|| r.viewer.link(&PersonPage { person }))
}

/// A first day as exactly as it is known: a year, a month, or the day.
#[must_use]
pub fn since_text(lang: Lang, day: Day, grain: Grain) -> String {
    match grain {
        Grain::Year => day.year().to_string(),
        Grain::Month => i18n::month_year(lang, day),
        Grain::Day => i18n::day_medium(lang, day),
    }
}

/// A name with soft hyphens at the joints of its long words, so that it fits a narrow screen.
#[must_use]
pub fn soft(name: &str) -> String {
    const JOINTS: [&str; 14] = [
        "Gleichstellungs",
        "Gleichstellung",
        "Mainstreaming",
        "Main",
        "Arbeits",
        "Arbeitsgemeinschaft",
        "Kommunal",
        "Struktur",
        "Fachkräfte",
        "Landesverwaltungs",
        "Frauen",
        "Städte",
        "Diversity",
        "Digital",
    ];
    let mut out = String::with_capacity(name.len() + 8);
    for (n, word) in name.split(' ').enumerate() {
        if n > 0 {
            out.push(' ');
        }
        let joint = JOINTS.iter().filter(|j| word.chars().count() > 17 && word.starts_with(*j)).max_by_key(|j| j.len());
        match joint.and_then(|j| word.get(j.len()..).map(|rest| (j, rest))) {
            Some((joint, rest)) if rest.chars().count() > 4 && rest.starts_with(char::is_lowercase) => {
                out.push_str(joint);
                out.push('\u{ad}');
                out.push_str(rest);
            }
            _ => out.push_str(word),
        }
    }
    out
}

/// The chooser of the day facts are shown for; `kept` are values of the query that stay.
#[must_use]
pub fn day_form(r: &Reading<'_>, kept: &[(&str, &str)]) -> String {
    #[derive(Template)]
    #[template(path = "dayform.html")]
    struct DayForm<'a> {
        t: T,
        day: Day,
        kept: &'a [(&'a str, &'a str)],
    }
    DayForm { t: T(r.viewer.lang), day: r.viewer.stand, kept }.render().unwrap_or_default()
}

/// What stands right below the title where only members see something.
#[must_use]
pub fn locked(r: &Reading<'_>, network: &Body) -> String {
    locked_at(r, network, 2)
}

/// The same under a heading of another level.
#[must_use]
pub fn locked_at(r: &Reading<'_>, network: &Body, level: u8) -> String {
    #[derive(Template)]
    #[template(path = "locked.html")]
    struct Locked<'a> {
        t: T,
        name: &'a str,
        level: u8,
    }
    Locked { t: T(r.viewer.lang), name: network.name_in(r.viewer.lang), level }.render().unwrap_or_default()
}

/// The page for a day on which there was no such network or body.
///
/// # Errors
/// When a template fails.
pub fn not_then(r: &Reading<'_>, network: &Body, body: &Body, tab: Tab) -> Result<Answer> {
    #[derive(Template)]
    #[template(path = "notthen.html")]
    struct NotThen<'a> {
        t: T,
        name: &'a str,
        day: String,
        back: String,
        day_form: String,
    }
    let lang = r.viewer.lang;
    let name = body.name_in(lang);
    let content = NotThen {
        t: T(lang),
        name,
        day: i18n::day_medium(lang, r.viewer.stand),
        back: r.viewer.link(&r.ask.path),
        day_form: day_form(r, &[]),
    };
    r.page(Page::new(name).nav("networks").sub(sub(r, network, tab)?).dated(), &content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_break_at_their_joint() {
        assert_eq!(
            soft("Regionale AG der Gleichstellungsbeauftragten"),
            "Regionale AG der Gleichstellungs\u{ad}beauftragten"
        );
        assert_eq!(soft("LAG NRW"), "LAG NRW");
        assert_eq!(soft("Gender-Mainstreaming-Ausschuss"), "Gender-Mainstreaming-Ausschuss");
    }

    #[test]
    fn initials_are_letters() {
        let name = |given: &str, family: &str| PersonName {
            title: Some("Dr.".into()),
            given: given.into(),
            family: family.into(),
        };
        assert_eq!(initials(&name("mira", "Kowalski")), "MK");
        assert_eq!(initials(&name("Änne", "'t Hooft")), "ÄT");
    }
}
