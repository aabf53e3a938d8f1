//! P13: the persons of a network and its bodies, for its members.

pub mod list;

use askama::Template;
use kernel::{Day, Lang, Result};
use people::Grain;
use web::{Answer, FormView, Page, Reading};

use self::list::{Cut, Entry, List, Marks, Vacancy, topic_name};
use super::{
    boxes::encoded,
    exports,
    paging::{Links, paged},
    shared::{self, Tab},
};
use crate::{Body, paths::PersonList, words::T};

/// How exact a first day is said: `2024`, `März 2024`, `1. März 2024`.
#[must_use]
pub fn day_in_grain(lang: Lang, day: Day, grain: Grain) -> String {
    match grain {
        Grain::Year => day.year().to_string(),
        Grain::Month => i18n::month_year(lang, day),
        Grain::Day => i18n::day_medium(lang, day),
    }
}

/// An address as HTML that may break before its domain, and within a long part, so that it fits a narrow column.
#[must_use]
pub fn breakable(address: &str) -> String {
    /// What fits a column of labelled rows at 320 pixels.
    const FITS: usize = 20;
    let mut html = String::with_capacity(address.len() + 20);
    for part in address.split_inclusive(['@', '-']) {
        for c in part.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                '@' => html.push_str("@<wbr>"),
                '.' if part.len() > FITS => html.push_str("<wbr>."),
                other => html.push(other),
            }
        }
    }
    html
}

/// The most persons on one page.
const ROWS: usize = 100;

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
    fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("rolle", &self.role),
            ("gebiet", &self.district),
            ("thema", &self.topic),
            ("zeit", &self.term),
            ("wort", &self.word),
        ]
    }
    fn is_empty(&self) -> bool {
        self.fields().iter().all(|(_, value)| value.is_empty())
    }
    /// Whether only vacant seats are asked for.
    fn only_vacant(&self) -> bool {
        self.term == "unbesetzt"
    }
    /// The list's address with what is asked for.
    fn address(&self, list: &str) -> String {
        let asked = self.fields().into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = asked.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if pairs.is_empty() { list.to_owned() } else { format!("{list}?{}", pairs.join("&")) }
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
        role && term
            && topic
            && (self.district.is_empty() || m.districts.contains(self.district.as_str()))
            && word.split(' ').all(|w| m.words.contains(w))
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
    pages: Links,
    kept: String,
    vacancies: Vec<Vacancy>,
    files: Vec<(&'static str, String)>,
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
    let page = Page::new(format!("{}: {}", t.roster_title(), network.short())).nav("networks").sub(shared::sub(
        r,
        &network,
        Tab::Persons,
    )?);
    if !shared::is_member(r, &network) {
        return r.page(page.status(403), &Locked { t, locked: shared::locked(r, &network) });
    }
    let filter = Filter::of(r);
    let own_link = v.link(&p);
    let address = filter.address(&own_link);
    let takes = |marks: &Marks| !filter.only_vacant() && filter.takes(marks);
    let list = List::load(
        r,
        &network,
        &Cut {
            takes: if filter.is_empty() { None } else { Some(&takes) },
            page: &|count| paged(r, &address, count, ROWS).0,
        },
    )?;
    let pages = paged(r, &address, list.hits, ROWS).1;
    let shown = shown(list, pages, r, &network, &filter, own_link)?;
    r.page(page, &shown)
}

/// The persons a network's list shows to this reader, with what it was asked for: for its file.
pub fn listed(r: &Reading<'_>, network: &Body) -> Result<Vec<Entry>> {
    let filter = Filter::of(r);
    let takes = |marks: &Marks| !filter.only_vacant() && filter.takes(marks);
    let takes: Option<&dyn Fn(&Marks) -> bool> = if filter.is_empty() { None } else { Some(&takes) };
    Ok(List::load(r, network, &Cut { takes, page: &|count| 0..count })?.entries)
}

fn shown(
    list: List,
    pages: Links,
    r: &Reading<'_>,
    network: &Body,
    filter: &Filter,
    own_link: String,
) -> Result<Shown> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut districts: Vec<&str> = list.districts.into_iter().collect();
    districts.sort_by_cached_key(|d| i18n::fold_name(d));
    let first = |word: &str| vec![(String::new(), word.to_owned())];
    let district_options =
        first(t.roster_district_any()).into_iter().chain(districts.iter().map(|d| ((*d).to_owned(), (*d).to_owned())));
    let topic_options = first(t.roster_topic_any())
        .into_iter()
        .chain(list.topics.iter().map(|x| (x.id.to_string(), topic_name(lang, x).to_owned())));
    let (only_vacant, filtered) = (filter.only_vacant(), !filter.is_empty());
    Ok(Shown {
        t,
        crumbs: shared::crumbs(r, &[(network.short(), shared::network_link(r, network)?)]),
        name: network.short().to_owned(),
        lead: t.roster_lead(list.all + list.kept, network.short()),
        sensitive: network.sensitive,
        filter: FormView::new(lang, &filter.fields()),
        filtered,
        only_vacant,
        reset: own_link,
        districts: district_options.collect(),
        topics: topic_options.collect(),
        found: if filtered && !only_vacant { t.roster_found(list.hits) } else { String::new() },
        entries: list.entries,
        pages,
        kept: if list.kept == 0 || filtered { String::new() } else { t.roster_kept(list.kept) },
        files: if list.all == 0 { Vec::new() } else { exports::links(r, network, "personen")? },
        vacancies: if only_vacant || !filtered { list.vacancies } else { Vec::new() },
    })
}

impl Shown {
    fn breakable(&self, address: &str) -> String {
        breakable(address)
    }
    fn roles(&self) -> Vec<(String, String)> {
        let t = self.t;
        pairs(&[
            ("", t.roster_role_any()),
            ("amt", t.roster_role_office()),
            ("gewaehlt", t.roster_role_elected()),
            ("entsandt", t.roster_role_delegated()),
            ("beratend", t.roster_role_advisory()),
            ("vertretung", t.roster_role_deputy()),
        ])
    }
    fn terms(&self) -> Vec<(String, String)> {
        let t = self.t;
        pairs(&[
            ("", t.roster_term_any()),
            ("endet", t.roster_term_ending()),
            ("neuwahl", t.roster_term_carries()),
            ("unbesetzt", t.roster_term_vacant()),
        ])
    }
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(value, word)| ((*value).to_owned(), (*word).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::{list::add_words, *};

    fn filter(role: &str, district: &str, term: &str, word: &str) -> Filter {
        Filter {
            role: role.into(),
            district: district.into(),
            topic: String::new(),
            term: term.into(),
            word: word.into(),
        }
    }

    #[test]
    fn a_filter_takes_who_fits_all_of_it() {
        let mut marks = Marks { elected: true, ending: true, districts: ["Kreis Düren"].into(), ..Marks::default() };
        add_words(&mut marks.words, "Ayla Beispiel");
        add_words(&mut marks.words, "Stadt Jülich");
        assert!(filter("", "", "", "").takes(&marks) && filter("", "", "", "").is_empty());
        assert!(filter("gewaehlt", "Kreis Düren", "endet", "julich ayla").takes(&marks));
        assert!(filter("", "", "", "Jülich").takes(&marks), "as typed");
        for wrong in [
            filter("amt", "", "", ""),
            filter("", "Kreis Heinsberg", "", ""),
            filter("", "", "neuwahl", ""),
            filter("", "", "", "Aachen"),
        ] {
            assert!(!wrong.takes(&marks));
        }
        assert!(filter("unsinn", "", "unsinn", "").takes(&marks), "an unknown choice is none");
    }

    #[test]
    fn addresses_break_before_the_domain_and_are_never_markup() {
        assert_eq!(breakable("a@b.example.org"), "a@<wbr>b.example.org");
        assert_eq!(
            breakable("a.b@bad-langenstadtteile.example.org"),
            "a.b@<wbr>bad-langenstadtteile<wbr>.example<wbr>.org"
        );
        assert_eq!(breakable("\"<b>&\"@x"), "&quot;&lt;b&gt;&amp;&quot;@<wbr>x");
    }

    #[test]
    fn days_are_as_exact_as_they_are_known() {
        let day = Day::literal("2024-03-01");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Year), "2024");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Month), "März 2024");
        assert_eq!(day_in_grain(Lang::De, day, Grain::Day), "1. März 2024");
    }
}
