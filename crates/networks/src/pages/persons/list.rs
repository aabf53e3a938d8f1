//! The persons of a network and its bodies, gathered seat by seat.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

use kernel::{Day, Id, Lang, Result, Voice};
use people::{Grain, Person};
use web::Reading;

use super::{
    super::shared::{self, Pill},
    day_in_grain,
};
use crate::{
    Body, BodyKind, Capacity, Field, Names, Place, Seat, SeatKind, SeatState, Topic, Who,
    paths::{OrganisationPage, PersonPage, SeatPage},
    rules::seat_state,
    store::{
        bodies::list_bodies,
        pages_people::list_seats_of_network,
        roster::{SitterRow, SittingRow, list_sitting_on},
        topics::list_topics_of_persons,
    },
    words::T,
};

/// A word that may lead somewhere.
pub struct Link {
    pub text: String,
    pub href: Option<String>,
}

/// One seat of a person, as the list says it.
pub struct Role {
    pub text: String,
    pub href: String,
    pub pill: Option<Pill>,
}

/// What filters look at.
#[derive(Default)]
pub struct Marks {
    pub office: bool,
    pub elected: bool,
    pub delegated: bool,
    pub advisory: bool,
    pub deputy: bool,
    pub ending: bool,
    pub carries: bool,
    pub districts: BTreeSet<&'static str>,
    pub topics: BTreeSet<Id<Topic>>,
    /// Name, posts, organisations and places, folded.
    pub words: String,
}

/// One person of the list.
pub struct Entry {
    pub who: Who,
    pub own: bool,
    pub href: String,
    pub places: Vec<Link>,
    pub roles: Vec<Role>,
    pub since: Day,
    pub grain: Grain,
    pub since_word: String,
    pub topics: String,
    pub mails: Vec<String>,
    pub phones: Vec<String>,
    pub marks: Marks,
}

/// A seat nobody sits on.
pub struct Vacancy {
    pub seat: String,
    pub href: String,
    pub body: String,
    pub place: String,
    pub mail: Option<String>,
}

/// What is known of a network's persons, and what is shown of them.
pub struct List {
    /// Those shown.
    pub entries: Vec<Entry>,
    /// All whose names the reader may see.
    pub all: usize,
    /// Those who fit the filter.
    pub hits: usize,
    /// Those whose names she may not see.
    pub kept: usize,
    pub vacancies: Vec<Vacancy>,
    pub topics: Vec<Topic>,
    pub districts: BTreeSet<&'static str>,
}

/// How a list is cut: which entries fit, where that is asked; and which of so many stand on the page.
pub struct Cut<'a> {
    pub takes: Option<&'a dyn Fn(&Marks) -> bool>,
    pub page: &'a dyn Fn(usize) -> Range<usize>,
}

impl List {
    /// Six statements, however many persons. Only persons of the page are put together, unless all must be looked at.
    pub fn load(r: &Reading<'_>, network: &Body, cut: &Cut<'_>) -> Result<Self> {
        let v = r.viewer;
        let organs = list_bodies(r.conn, &v.actor, network.id, v.today)?;
        let rows = sitting(r, network, &organs)?;
        let persons: BTreeSet<Id<Person>> =
            rows.iter().filter_map(|row| row.sitter.as_ref()).map(|s| s.person).collect();
        let names = Names::load(r.conn, &v.actor, persons.iter().copied())?;
        let released: Vec<Id<Person>> = persons.iter().copied().filter(|p| names.contact(*p).topics).collect();
        let mut topics: BTreeMap<Id<Person>, Vec<Topic>> = BTreeMap::new();
        for (person, topic) in list_topics_of_persons(r.conn, &released)? {
            topics.entry(person).or_default().push(topic);
        }
        let organs = organs.iter().map(|b| (b.id, b)).collect();
        let known = Known::of(&rows, &names);
        let mut order: Vec<Id<Person>> = known.seen.iter().copied().collect();
        order.sort_by_key(|p| (names.order(*p), *p));
        if cut.takes.is_none() {
            order = order.get((cut.page)(order.len())).unwrap_or_default().to_vec();
        }
        let mut building = Building {
            r,
            network,
            organs,
            names: &names,
            topics: &topics,
            wanted: order.iter().copied().collect(),
            found: HashMap::with_capacity(order.len()),
            vacancies: Vec::new(),
        };
        for of_seat in rows.chunk_by(|a, b| a.seat == b.seat) {
            building.seat(of_seat);
        }
        let Building { mut found, vacancies, .. } = building;
        let mut entries: Vec<Entry> = order.iter().filter_map(|p| found.remove(p)).collect();
        let mut hits = known.seen.len();
        if let Some(takes) = cut.takes {
            entries.retain(|e| takes(&e.marks));
            hits = entries.len();
            let page = (cut.page)(hits);
            entries.truncate(page.end);
            entries.drain(..page.start);
        }
        let mut all: Vec<Topic> = topics.into_values().flatten().collect();
        all.sort_by_cached_key(|t| (i18n::fold_name(&t.name), t.id));
        all.dedup_by_key(|t| t.id);
        let kept = known.hidden.difference(&known.seen).count();
        let (all_seen, districts) = (known.seen.len(), known.districts);
        Ok(Self { entries, all: all_seen, hits, kept, vacancies, topics: all, districts })
    }
}

/// The seats of the network and of those of its bodies whose seats the reader may see, with everybody who sits there.
/// Whoever sees the same bodies' seats is told the same, so it is remembered as long as no fact changes.
fn sitting(r: &Reading<'_>, network: &Body, organs: &[Body]) -> Result<Arc<Vec<SittingRow>>> {
    let (actor, today) = (&r.viewer.actor, r.viewer.today);
    let inner = std::iter::once(network).chain(organs).filter(|b| b.kind != BodyKind::Outside);
    let bodies: Vec<i64> = inner.filter(|b| shared::sees_roster(r, b)).map(|b| b.id.raw()).collect();
    let read = || {
        let seats = list_seats_of_network(r.conn, actor, network.id, today)?;
        list_sitting_on(r.conn, actor, &seats, today)
    };
    // With a guess of the texts.
    let weigh = |rows: &Vec<SittingRow>| rows.len() * (size_of::<SittingRow>() + 128);
    r.conn.remembered(("sitting", today, &bodies), weigh, read)
}

/// Whose names the reader may see in some place of the network, whose nowhere, and the districts of those she sees.
#[derive(Default)]
struct Known {
    seen: BTreeSet<Id<Person>>,
    hidden: BTreeSet<Id<Person>>,
    districts: BTreeSet<&'static str>,
}

impl Known {
    fn of(rows: &[SittingRow], names: &Names<'_>) -> Self {
        let mut known = Self::default();
        let mut keys: BTreeSet<&str> = BTreeSet::new();
        for row in rows {
            let Some(sitter) = &row.sitter else { continue };
            if names.is_shown_in(sitter.person, &place_of(row)) {
                known.seen.insert(sitter.person);
                keys.extend(row.organisation.as_ref().and_then(|g| g.ags.as_deref()));
            } else {
                known.hidden.insert(sitter.person);
            }
        }
        known.districts = keys.into_iter().filter_map(pictures::geo::district).collect();
        known
    }
}

const fn place_of(row: &SittingRow) -> Place {
    Place { network: row.network, body: row.body, sensitive: row.sensitive }
}

pub fn topic_name(lang: Lang, topic: &Topic) -> &str {
    if lang == Lang::En { &topic.name_en } else { &topic.name }
}

/// Persons gathered seat by seat.
struct Building<'a> {
    r: &'a Reading<'a>,
    network: &'a Body,
    organs: HashMap<Id<Body>, &'a Body>,
    names: &'a Names<'a>,
    topics: &'a BTreeMap<Id<Person>, Vec<Topic>>,
    /// Those to be put together.
    wanted: HashSet<Id<Person>>,
    found: HashMap<Id<Person>, Entry>,
    vacancies: Vec<Vacancy>,
}

impl Building<'_> {
    /// Takes the rows of one seat.
    fn seat(&mut self, rows: &[SittingRow]) {
        let Some(row) = rows.first() else { return };
        let day = self.r.viewer.today;
        let present = rows.iter().filter_map(|row| row.sitter.as_ref()).any(|s| s.capacity.fills());
        let state = match &row.held {
            Some(held) => {
                seat_state(Some(held.status), present, held.term_end, held.term.until, day, crate::soon_after(day))
            }
            None => SeatState::Vacant,
        };
        if state == SeatState::Vacant && row.voice != Voice::Guest {
            let vacancy = self.vacancy(row);
            self.vacancies.push(vacancy);
        }
        let place = place_of(row);
        for row in rows {
            let Some(sitter) = row.sitter.as_ref().filter(|s| self.wanted.contains(&s.person)) else { continue };
            if let Some(who) = self.names.in_place(sitter.person, &place) {
                self.person(row, sitter, who, state);
            }
        }
    }

    fn body_word(&self, body: Id<Body>) -> String {
        let lang = self.r.viewer.lang;
        let body = self.organs.get(&body).copied().unwrap_or(self.network);
        body.short_name.clone().unwrap_or_else(|| body.name_in(lang).to_owned())
    }

    fn vacancy(&self, row: &SittingRow) -> Vacancy {
        let (t, v) = (T(self.r.viewer.lang), self.r.viewer);
        // Through whom a person came says who she is: only the seat's own post or organisation is told.
        let own = row.held.as_ref().is_some_and(|h| !h.personal);
        let place = row.organisation.as_ref().filter(|_| own).map(|g| g.name.clone()).unwrap_or_default();
        let mail = row.post.as_ref().filter(|_| own).and_then(|p| p.mail.clone());
        let mail = mail
            .or_else(|| self.organs.get(&row.body).and_then(|b| b.mail.clone()))
            .or_else(|| self.network.mail.clone());
        let seat = shared::seat_title(t, row.number, row.label.as_deref(), row.office);
        Vacancy { seat, href: v.link(&SeatPage { seat: row.seat }), body: self.body_word(row.body), place, mail }
    }

    fn person(&mut self, row: &SittingRow, sitter: &SitterRow, who: Who, state: SeatState) {
        let (v, id) = (self.r.viewer, who.id);
        let role = self.role(row, sitter, state);
        if !self.found.contains_key(&id) {
            let entry = self.begun(who);
            self.found.insert(id, entry);
        }
        let Some(entry) = self.found.get_mut(&id) else { return };
        entry.roles.push(role);
        if sitter.term.from < entry.since {
            (entry.since, entry.grain) = (sitter.term.from, row.held.as_ref().map_or(Grain::Day, |h| h.grain));
            // The day itself is on the page of the seat.
            entry.since_word =
                day_in_grain(v.lang, entry.since, if entry.grain == Grain::Day { Grain::Month } else { entry.grain });
        }
        if let Some(post) = &row.post {
            let title = post.titles.in_form(entry.who.form).to_owned();
            add_words(&mut entry.marks.words, &title);
            push(&mut entry.places, shared::soft(&title), None);
            add(&mut entry.mails, post.mail.clone());
        }
        if let Some(organisation) = &row.organisation {
            add_words(&mut entry.marks.words, &organisation.name);
            entry.marks.districts.extend(organisation.ags.as_deref().and_then(pictures::geo::district));
            push(
                &mut entry.places,
                shared::soft(&organisation.name),
                Some(v.link(&OrganisationPage { organisation: organisation.id })),
            );
        }
        add(&mut entry.mails, self.names.field(id, Field::OfficeMail, sitter.mail.as_deref()));
        add(&mut entry.phones, self.names.field(id, Field::OfficePhone, sitter.phone.as_deref()));
        let m = &mut entry.marks;
        m.office |= row.office.is_some() && sitter.capacity.fills();
        m.elected |= row.kind == SeatKind::Elected;
        m.delegated |= row.kind == SeatKind::Delegated;
        m.advisory |= row.voice == Voice::Advisory;
        m.deputy |= matches!(sitter.capacity, Capacity::Deputy | Capacity::Substitute);
        m.ending |= state == SeatState::EndsSoon;
        m.carries |= state == SeatState::CarriesOver;
    }

    fn begun(&self, who: Who) -> Entry {
        let v = self.r.viewer;
        let contact = self.names.contact(who.id);
        let topics = self.topics.get(&who.id).map_or(&[][..], Vec::as_slice);
        let names: Vec<&str> = topics.iter().map(|x| topic_name(v.lang, x)).collect();
        let mut marks = Marks { topics: topics.iter().map(|x| x.id).collect(), ..Marks::default() };
        add_words(&mut marks.words, &who.name.full());
        Entry {
            own: v.actor.person == Some(who.id.raw()),
            href: v.link(&PersonPage { person: who.id }),
            places: Vec::new(),
            roles: Vec::new(),
            since: Day::OPEN,
            grain: Grain::Day,
            since_word: String::new(),
            topics: names.join(", "),
            mails: contact.private_mail.into_iter().collect(),
            phones: contact.private_phone.into_iter().collect(),
            marks,
            who,
        }
    }

    fn role(&self, row: &SittingRow, sitter: &SitterRow, state: SeatState) -> Role {
        let (t, v) = (T(self.r.viewer.lang), self.r.viewer);
        let mut text = shared::role_word(t, row.kind, row.voice, row.office).to_owned();
        if row.body != self.network.id {
            text = format!("{text}, {}", self.body_word(row.body));
        }
        if let Some(word) = shared::capacity_word(t, sitter.capacity) {
            text = format!("{text} ({word})");
        }
        let ends = row.held.as_ref().map_or(Day::OPEN, |h| h.term_end.unwrap_or(h.term.until));
        let pill = if state == SeatState::Vacant { None } else { shared::state_pill(v.lang, state, ends, v.today) };
        Role { text, href: seat_link(self.r, row.seat), pill }
    }
}

fn seat_link(r: &Reading<'_>, seat: Id<Seat>) -> String {
    r.viewer.link(&SeatPage { seat })
}

/// Adds what is there and not yet in the list.
fn add(list: &mut Vec<String>, value: Option<String>) {
    list.extend(value.filter(|v| !list.contains(v)));
}

fn push(list: &mut Vec<Link>, text: String, href: Option<String>) {
    if !list.iter().any(|l| l.text == text) {
        list.push(Link { text, href });
    }
}

pub fn add_words(words: &mut String, text: &str) {
    words.push(' ');
    words.push_str(&i18n::fold(text));
}
