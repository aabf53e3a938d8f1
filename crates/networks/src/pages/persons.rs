//! P13: the persons of a network and its bodies, for its members.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use askama::Template;
use kernel::{Day, Id, Lang, Result, Voice};
use people::{Grain, Person};
use web::{Answer, FormView, Page, Reading};

use super::shared::{self, Pill, Tab};
use crate::{
    Body, Capacity, Field, Names, Place, Seat, SeatKind, SeatState, Topic, Who,
    paths::{OrganisationPage, PersonList, PersonPage, SeatPage},
    rules::seat_state,
    store::{
        bodies::list_bodies,
        pages_people::list_seats_of_network,
        roster::{SitterRow, SittingRow, list_sitting_on},
        topics::list_topics_of_persons,
    },
    words::T,
};

/// How exact a first day is said: `2024`, `März 2024`, `1. März 2024`.
#[must_use]
pub fn day_in_grain(lang: Lang, day: Day, grain: Grain) -> String {
    match grain {
        Grain::Year => day.year().to_string(),
        Grain::Month => i18n::month_year(lang, day),
        Grain::Day => i18n::day_medium(lang, day),
    }
}

/// A word that may lead somewhere.
struct Link {
    text: String,
    href: Option<String>,
}

/// One seat of a person, as the list says it.
struct Role {
    text: String,
    href: String,
    pill: Option<Pill>,
}

/// What filters look at.
#[derive(Default)]
struct Marks {
    office: bool,
    elected: bool,
    delegated: bool,
    advisory: bool,
    deputy: bool,
    ending: bool,
    carries: bool,
    districts: BTreeSet<&'static str>,
    topics: BTreeSet<Id<Topic>>,
    /// Name, posts, organisations and places, folded.
    words: String,
}

/// One person of the list.
struct Entry {
    who: Who,
    own: bool,
    href: String,
    places: Vec<Link>,
    roles: Vec<Role>,
    since: Day,
    grain: Grain,
    since_word: String,
    topics: String,
    mails: Vec<String>,
    phones: Vec<String>,
    marks: Marks,
}

/// A seat nobody sits on.
struct Vacancy {
    seat: String,
    href: String,
    body: String,
    place: String,
    mail: Option<String>,
}

/// What the query asks for.
struct Filter {
    role: String,
    district: String,
    topic: String,
    term: String,
    word: String,
}

impl Filter {
    fn of(r: &Reading<'_>) -> Self {
        let get = |name| r.ask.query(name).unwrap_or_default().trim().to_owned();
        Self { role: get("rolle"), district: get("gebiet"), topic: get("thema"), term: get("zeit"), word: get("wort") }
    }
    fn is_empty(&self) -> bool {
        [&self.role, &self.district, &self.topic, &self.term, &self.word].iter().all(|f| f.is_empty())
    }
    fn takes(&self, m: &Marks) -> bool {
        let role = match self.role.as_str() {
            "amt" => m.office,
            "gewaehlt" => m.elected,
            "entsandt" => m.delegated,
            "beratend" => m.advisory,
            "vertretung" => m.deputy,
            _ => true,
        };
        let term = match self.term.as_str() {
            "endet" => m.ending,
            "neuwahl" => m.carries,
            _ => true,
        };
        let topic = self.topic.is_empty() || m.topics.iter().any(|t| t.to_string() == self.topic);
        let word = i18n::fold(&self.word);
        role && term && topic && (self.district.is_empty() || m.districts.contains(self.district.as_str())) && word.split(' ').all(|w| m.words.contains(w))
    }
}

#[derive(Template)]
#[template(path = "persons.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    lead: String,
    sensitive: bool,
    filter: FormView,
    filtered: bool,
    only_vacant: bool,
    reset: String,
    districts: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    found: String,
    entries: Vec<Entry>,
    kept: String,
    vacancies: Vec<Vacancy>,
}

#[derive(Template)]
#[template(path = "persons_locked.html")]
struct Locked {
    t: T,
    locked: String,
}

/// The list.
///
/// # Errors
/// [`kernel::Error::NotFound`] where the network itself is not for the reader.
pub fn show(r: &Reading<'_>, p: PersonList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let network = shared::network(r, &p.network)?;
    let page = Page::new(format!("{}: {}", t.roster_title(), network.short())).nav("networks").sub(shared::sub(r, &network, Tab::Persons)?);
    if !shared::is_member(r, &network) {
        return r.page(page.status(404), &Locked { t, locked: shared::locked(r, &network) });
    }
    let list = List::load(r, &network)?;
    let filter = Filter::of(r);
    let own_link = v.link(&p);
    let shown = list.shown(r, &network, &filter, own_link)?;
    r.page(page, &shown)
}

/// The list before it is filtered.
struct List {
    entries: Vec<Entry>,
    kept: usize,
    vacancies: Vec<Vacancy>,
    topics: Vec<Topic>,
}

impl List {
    /// Five statements, however many persons.
    fn load(r: &Reading<'_>, network: &Body) -> Result<Self> {
        let v = r.viewer;
        let organs = list_bodies(r.conn, &v.actor, network.id, v.today)?;
        let seats = list_seats_of_network(r.conn, &v.actor, network.id, v.today)?;
        let rows = list_sitting_on(r.conn, &v.actor, &seats, v.today)?;
        let persons: BTreeSet<Id<Person>> = rows.iter().filter_map(|row| row.sitter.as_ref()).map(|s| s.person).collect();
        let names = Names::load(r.conn, &v.actor, persons.iter().copied())?;
        let released: Vec<Id<Person>> = persons.iter().copied().filter(|p| names.contact(*p).topics).collect();
        let mut topics: BTreeMap<Id<Person>, Vec<Topic>> = BTreeMap::new();
        for (person, topic) in list_topics_of_persons(r.conn, &released)? {
            topics.entry(person).or_default().push(topic);
        }
        let organs = organs.iter().map(|b| (b.id, b)).collect();
        let mut building = Building { r, network, organs, names: &names, topics: &topics, found: BTreeMap::new(), hidden: BTreeSet::new(), vacancies: Vec::new() };
        for of_seat in rows.chunk_by(|a, b| a.seat == b.seat) {
            building.seat(of_seat);
        }
        let Building { found, hidden, vacancies, .. } = building;
        let kept = hidden.iter().filter(|p| !found.contains_key(p)).count();
        let mut entries: Vec<Entry> = found.into_values().collect();
        entries.sort_by_key(|e| (names.order(e.who.id), e.who.id));
        let mut all: Vec<Topic> = topics.into_values().flatten().collect();
        all.sort_by(|a, b| (i18n::fold(&a.name), a.id).cmp(&(i18n::fold(&b.name), b.id)));
        all.dedup_by_key(|t| t.id);
        Ok(Self { entries, kept, vacancies, topics: all })
    }

    fn shown(self, r: &Reading<'_>, network: &Body, filter: &Filter, own_link: String) -> Result<Shown> {
        let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
        let districts: BTreeSet<&str> = self.entries.iter().flat_map(|e| e.marks.districts.iter().copied()).collect();
        let mut districts: Vec<&str> = districts.into_iter().collect();
        districts.sort_by_key(|d| i18n::fold(d));
        let first = |word: &str| vec![(String::new(), word.to_owned())];
        let district_options = first(t.roster_district_any()).into_iter().chain(districts.iter().map(|d| ((*d).to_owned(), (*d).to_owned())));
        let topic_options = first(t.roster_topic_any()).into_iter().chain(self.topics.iter().map(|x| (x.id.to_string(), topic_name(lang, x).to_owned())));
        let all = self.entries.len();
        let only_vacant = filter.term == "unbesetzt";
        let entries: Vec<Entry> = if only_vacant { Vec::new() } else { self.entries.into_iter().filter(|e| filter.takes(&e.marks)).collect() };
        let filtered = !filter.is_empty();
        Ok(Shown {
            t,
            crumbs: shared::crumbs(r, &[(network.short(), shared::network_link(r, network)?)]),
            name: network.short().to_owned(),
            lead: t.roster_lead(all + self.kept, network.short()),
            sensitive: network.sensitive,
            filter: FormView::new(lang, &[("rolle", &filter.role), ("gebiet", &filter.district), ("thema", &filter.topic), ("zeit", &filter.term), ("wort", &filter.word)]),
            filtered,
            only_vacant,
            reset: own_link,
            districts: district_options.collect(),
            topics: topic_options.collect(),
            found: if filtered && !only_vacant { t.roster_found(entries.len()) } else { String::new() },
            entries,
            kept: if self.kept == 0 || filtered { String::new() } else { t.roster_kept(self.kept) },
            vacancies: if only_vacant || !filtered { self.vacancies } else { Vec::new() },
        })
    }
}

impl Shown {
    fn roles(&self) -> Vec<(String, String)> {
        let t = self.t;
        pairs(&[("", t.roster_role_any()), ("amt", t.roster_role_office()), ("gewaehlt", t.roster_role_elected()), ("entsandt", t.roster_role_delegated()), ("beratend", t.roster_role_advisory()), ("vertretung", t.roster_role_deputy())])
    }
    fn terms(&self) -> Vec<(String, String)> {
        let t = self.t;
        pairs(&[("", t.roster_term_any()), ("endet", t.roster_term_ending()), ("neuwahl", t.roster_term_carries()), ("unbesetzt", t.roster_term_vacant())])
    }
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(value, word)| ((*value).to_owned(), (*word).to_owned())).collect()
}

fn topic_name(lang: Lang, topic: &Topic) -> &str {
    if lang == Lang::En { &topic.name_en } else { &topic.name }
}

/// Persons gathered seat by seat.
struct Building<'a> {
    r: &'a Reading<'a>,
    network: &'a Body,
    organs: HashMap<Id<Body>, &'a Body>,
    names: &'a Names<'a>,
    topics: &'a BTreeMap<Id<Person>, Vec<Topic>>,
    found: BTreeMap<Id<Person>, Entry>,
    hidden: BTreeSet<Id<Person>>,
    vacancies: Vec<Vacancy>,
}

impl Building<'_> {
    /// Takes the rows of one seat.
    fn seat(&mut self, rows: &[SittingRow]) {
        let Some(row) = rows.first() else { return };
        let day = self.r.viewer.today;
        let present = rows.iter().filter_map(|row| row.sitter.as_ref()).any(|s| s.capacity.fills());
        let state = match &row.held {
            Some(held) => seat_state(Some(held.status), present, held.term_end, held.term.until, day, shared::soon(day)),
            None => SeatState::Vacant,
        };
        if state == SeatState::Vacant && row.voice != Voice::Guest {
            let vacancy = self.vacancy(row);
            self.vacancies.push(vacancy);
        }
        let place = Place { network: row.network, body: row.body, sensitive: row.sensitive };
        for row in rows {
            let Some(sitter) = &row.sitter else { continue };
            match self.names.in_place(sitter.person, &place) {
                Some(who) => self.person(row, sitter, who, state),
                None => drop(self.hidden.insert(sitter.person)),
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
        let mail = mail.or_else(|| self.organs.get(&row.body).and_then(|b| b.mail.clone())).or_else(|| self.network.mail.clone());
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
            entry.since_word = day_in_grain(v.lang, entry.since, entry.grain);
        }
        if let Some(post) = &row.post {
            let title = post.titles.in_form(entry.who.form).to_owned();
            add_words(&mut entry.marks.words, &title);
            push(&mut entry.places, title, None);
            add(&mut entry.mails, post.mail.clone());
        }
        if let Some(organisation) = &row.organisation {
            add_words(&mut entry.marks.words, &organisation.name);
            entry.marks.districts.extend(organisation.ags.as_deref().and_then(pictures::geo::district));
            push(&mut entry.places, organisation.name.clone(), Some(v.link(&OrganisationPage { organisation: organisation.id })));
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

fn add_words(words: &mut String, text: &str) {
    words.push(' ');
    words.push_str(&i18n::fold(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(role: &str, district: &str, term: &str, word: &str) -> Filter {
        Filter { role: role.into(), district: district.into(), topic: String::new(), term: term.into(), word: word.into() }
    }

    #[test]
    fn a_filter_takes_who_fits_all_of_it() {
        let mut marks = Marks { elected: true, ending: true, districts: ["Kreis Düren"].into(), ..Marks::default() };
        add_words(&mut marks.words, "Ayla Beispiel");
        add_words(&mut marks.words, "Stadt Jülich");
        assert!(filter("", "", "", "").takes(&marks) && filter("", "", "", "").is_empty());
        assert!(filter("gewaehlt", "Kreis Düren", "endet", "julich ayla").takes(&marks));
        assert!(filter("", "", "", "Jülich").takes(&marks), "as typed");
        for wrong in [filter("amt", "", "", ""), filter("", "Kreis Heinsberg", "", ""), filter("", "", "neuwahl", ""), filter("", "", "", "Aachen")] {
            assert!(!wrong.takes(&marks));
        }
        assert!(filter("unsinn", "", "unsinn", "").takes(&marks), "an unknown choice is none");
    }

    #[test]
    fn days_are_as_exact_as_they_are_known() {
        let day = Day::literal("2024-03-01");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Year), "2024");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Month), "März 2024");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Day), "1. März 2024");
    }
}
