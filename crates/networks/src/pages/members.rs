//! P17: who belongs to a network: municipalities and organisations with who represents them, and the map.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use kernel::{Level, Result};
use web::{Answer, FormView, Page, Reading};

use super::{
    boxes::encoded,
    exports,
    paging::{Links, paged},
    regions::region_map,
    shared::{
        Face, Pill, Tab, capacity_word, crumbs, day_form, face, locked, network, network_link, not_then,
        organisation_word, sees_roster, soft, state_pill, sub,
    },
    world::{Sitters, World, ends, group_name, state_on},
};
use crate::{
    SeatKind,
    paths::{MemberList, OrganisationPage},
    rules::{Place, SeatState},
    store::overview::{Held, HeldSeat, Wanted},
    words::T,
};

/// The most rows on one page: more would make it larger than 150 kB.
const ROWS: usize = 400;
/// Up to so many municipalities the map stands beside the list; larger ones stand on the network's page only.
const PLACES: usize = 80;

#[derive(Template)]
#[template(path = "members.html")]
struct View {
    t: T,
    crumbs: String,
    title: String,
    day_form: String,
    locked: Option<String>,
    summary: String,
    filter: Option<String>,
    kept_day: Option<String>,
    plain: String,
    filtered: bool,
    /// Which columns say anything.
    has_area: bool,
    has_who: bool,
    /// Whether members are persons, so that where they come from is an organisation.
    persons: bool,
    rows: Vec<Row>,
    hidden: usize,
    map: Option<Arc<str>>,
    map_link: Option<String>,
    pages: Links,
    files: Vec<(&'static str, String)>,
}

impl View {
    fn area_word(&self) -> &'static str {
        if self.persons { self.t.col_organisation() } else { self.t.col_area() }
    }
}

struct Row {
    name: String,
    href: Option<String>,
    area: String,
    who: Vec<(Face, Option<&'static str>)>,
    post: String,
    pill: Option<Pill>,
    sort: String,
}

/// Shows the members, or who sees them.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the reader may not know of the network.
pub fn show(r: &Reading<'_>, p: MemberList) -> Result<Answer> {
    let found = network(r, &p.network)?;
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    if !found.term.contains(r.viewer.stand) {
        return not_then(r, &found, &found.clone(), Tab::Members);
    }
    let open = sees_roster(r, &found);
    // Only the network's own seats are needed here.
    let world = World::of_members(r, found)?;
    let network = &world.network;
    let name = network.name_in(lang);
    let title = t.members_page_title(name);
    let plain = r.viewer.link_then(&p);
    let mut view = View {
        t,
        crumbs: crumbs(r, &[(name, network_link(r, network)?)]),
        title: soft(&title),
        day_form: day_form(r, &[]),
        locked: (!open).then(|| locked(r, network)),
        summary: String::new(),
        filter: None,
        kept_day: r.viewer.is_past().then(|| r.viewer.stand.to_string()),
        plain: plain.clone(),
        filtered: false,
        has_area: false,
        has_who: false,
        persons: false,
        rows: Vec::new(),
        hidden: 0,
        map: None,
        map_link: None,
        pages: Vec::new(),
        files: exports::links(r, network, "mitglieder")?,
    };
    if open {
        fill(r, &world, &mut view)?;
    }
    let mut page = Page::new(&title).nav("networks").sub(sub(r, network, Tab::Members)?).dated();
    if !open {
        page = page.status(403);
    } else if network.level == Level::Public && network.roster_level == Level::Public {
        page = page.indexed(t.members_description(name));
    }
    r.page(page, &view)
}

fn fill(r: &Reading<'_>, world: &World, view: &mut View) -> Result<()> {
    let t = T(r.viewer.lang);
    let wanted = r.ask.query("gruppe").unwrap_or_default();
    let all: Vec<&HeldSeat> = world.seats().filter(|s| s.is_member_seat()).collect();
    let vacant = all.iter().filter(|s| !s.occupied && s.held.is_some()).count();
    let mut summary = vec![t.members_count(world.members())];
    if vacant > 0 {
        summary.push(t.members_vacancies(vacant));
    }
    view.summary = summary.join(" · ");
    let shown: Vec<&HeldSeat> = all.iter().filter(|s| s.held.is_some() && is_in(s, wanted)).copied().collect();
    view.filtered = !wanted.is_empty();
    view.filter = filter(r, &all, wanted);
    if !shown.is_empty() {
        let sitters = Sitters::load(r, Wanted::Bodies(&[world.network.id]))?;
        for seat in &shown {
            match row(r, world, &sitters, seat) {
                Some(row) => view.rows.push(row),
                None => view.hidden += 1,
            }
        }
    }
    view.rows.sort_by(|a, b| a.sort.cmp(&b.sort));
    view.has_area = view.rows.iter().any(|row| !row.area.is_empty());
    view.has_who = view.rows.iter().any(|row| !row.post.is_empty() || !row.who.is_empty());
    view.persons = shown.iter().all(|s| s.held.as_ref().is_some_and(Held::is_personal));
    let base = if wanted.is_empty() {
        view.plain.clone()
    } else {
        let sign = if view.plain.contains('?') { '&' } else { '?' };
        format!("{}{sign}gruppe={}", view.plain, encoded(wanted))
    };
    let (rows, links) = paged(r, &base, view.rows.len(), ROWS);
    view.pages = links;
    view.rows = view.rows.drain(rows).collect();
    let map = region_map(r, world, "karte")?.filter(|_| wanted.is_empty());
    match map {
        Some(map) if map.places <= PLACES => view.map = Some(map.figure),
        Some(_) => view.map_link = Some(format!("{}#wo", network_link(r, &world.network)?)),
        None => {}
    }
    Ok(())
}

/// The members as the list shows them to this reader, for its file: name, area, post, who, how it stands.
pub fn listed(r: &Reading<'_>, network: crate::Body) -> Result<Vec<[String; 5]>> {
    let t = T(r.viewer.lang);
    let world = World::of_members(r, network)?;
    let wanted = r.ask.query("gruppe").unwrap_or_default();
    let sitters = Sitters::load(r, Wanted::Bodies(&[world.network.id]))?;
    let seats = world.seats().filter(|s| s.is_member_seat() && s.held.is_some() && is_in(s, wanted));
    let mut rows: Vec<Row> = seats.filter_map(|seat| row(r, &world, &sitters, seat)).collect();
    rows.sort_by(|a, b| a.sort.cmp(&b.sort));
    let cells = rows.into_iter().map(|row| {
        let who: Vec<String> = row
            .who
            .iter()
            .map(|(face, word)| word.map_or_else(|| face.name.clone(), |word| format!("{} ({word})", face.name)))
            .collect();
        let state = row.pill.map_or_else(|| t.state_filled().to_owned(), |pill| pill.word);
        [row.name, row.area, row.post, who.join(", "), state]
    });
    Ok(cells.collect())
}

/// Whether a seat belongs to the group asked for: the beginning of an official key, or a sort of organisation.
fn is_in(seat: &HeldSeat, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    if wanted.bytes().all(|b| b.is_ascii_digit()) {
        return seat.territory().and_then(|(ags, _)| ags.as_deref()).is_some_and(|ags| ags.starts_with(wanted));
    }
    seat.organisation_kind().is_some_and(|k| k.word() == wanted)
}

/// The choice of districts, or of sorts of organisations where members are of several.
fn filter(r: &Reading<'_>, all: &[&HeldSeat], wanted: &str) -> Option<String> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut options: BTreeMap<String, String> = BTreeMap::new();
    for seat in all {
        let key = seat.territory().and_then(|(ags, _)| ags.as_deref()?.get(..5));
        match key.and_then(|k| Some((k.to_owned(), group_name(k, lang)?))) {
            Some((key, name)) => options.insert(key, name),
            None => seat
                .organisation_kind()
                .and_then(|k| options.insert(k.word().to_owned(), organisation_word(t, k).to_owned())),
        };
    }
    if options.len() < 2 && wanted.is_empty() {
        return None;
    }
    // A larger area may have been asked for by a link of the picture.
    if !wanted.is_empty()
        && !options.contains_key(wanted)
        && let Some(name) = group_name(wanted, lang)
    {
        options.insert(wanted.to_owned(), name);
    }
    let mut choices: Vec<(String, String)> = options.into_iter().collect();
    choices.sort_by_cached_key(|(_, name)| i18n::fold_name(name));
    choices.insert(0, (String::new(), t.members_all().to_owned()));
    let form = FormView::new(lang, &[("gruppe", wanted)]);
    Some(form.select("gruppe", t.members_filter(), choices).to_string())
}

/// One member; none where the only thing to tell would be a name the reader may not see.
fn row(r: &Reading<'_>, world: &World, sitters: &Sitters<'_>, seat: &HeldSeat) -> Option<Row> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let (network, held) = (&world.network, seat.held.as_ref()?);
    let place = Place::from(network);
    let mut who = Vec::new();
    let mut form = people::TitleForm::Neutral;
    for sitter in sitters.of(seat.id) {
        let known = sitters.who(sitter, &place);
        if let Some(known) = known.as_ref().filter(|_| sitter.capacity.fills()) {
            form = known.form;
        }
        let word = capacity_word(t, sitter.capacity).filter(|_| sitter.capacity != crate::Capacity::Representative);
        if let Some(known) = known {
            who.push((face(r, Some(&known), network.sensitive), word));
        }
    }
    let personal = held.is_personal();
    let area = seat.territory().and_then(|(ags, name)| {
        ags.as_deref().and_then(|a| group_name(a.get(..5)?, lang)).or_else(|| Some(name.clone()))
    });
    let area =
        area.unwrap_or_else(|| seat.organisation_kind().map_or(String::new(), |k| organisation_word(t, k).to_owned()));
    let state = state_on(seat, world.day);
    let missing = seat.kind == SeatKind::Organisation && !sitters.of(seat.id).iter().any(|s| s.capacity.fills());
    let pill = if missing {
        Some(Pill::new("vacant", "person", t.state_unrepresented()))
    } else {
        state_pill(lang, state, ends(seat), world.day)
    };
    let pill = pill.filter(|_| state != SeatState::Filled || missing);
    if personal {
        let (face, _) = who.first()?;
        let name = face.name.clone();
        let family = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let from = held.organisation.as_ref().map_or(String::new(), |(_, name, _)| soft(name));
        return Some(Row {
            sort: i18n::fold(&format!("{family} {name}")),
            name,
            href: face.href.clone(),
            area: from,
            who: Vec::new(),
            post: String::new(),
            pill,
        });
    }
    let (id, name, _) = held.organisation.as_ref()?;
    Some(Row {
        sort: i18n::fold_name(name),
        name: soft(name),
        href: Some(r.viewer.link_then(&OrganisationPage { organisation: *id })),
        area,
        who,
        post: held
            .post
            .as_ref()
            .filter(|_| held.by_post)
            .map_or(String::new(), |(_, titles)| soft(titles.in_form(form))),
        pill,
    })
}
