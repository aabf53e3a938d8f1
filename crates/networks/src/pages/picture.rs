//! P11: the picture of a network, large: with links, by years, around one body, with the ways of delegation and terms.

use askama::Template;
use kernel::{Id, Level, Result};
use web::{Answer, Page, Reading};

use super::{
    chains::chains,
    drawing::{Wish, network_picture},
    shared::{Tab, crumbs, day_form, is_open, network, network_link, not_then, soft, sub},
    timeline::timeline,
    world::{Sitters, World},
};
use crate::{
    Body, BodyKind,
    paths::PicturePage,
    store::overview::{Wanted, list_years},
    words::T,
};

/// The most timelines on one page.
const TIMELINES: usize = 3;

#[derive(Template)]
#[template(path = "picture.html")]
struct View {
    t: T,
    crumbs: String,
    title: String,
    day_form: String,
    years: Vec<(String, String, bool)>,
    focus: Vec<(String, String, bool)>,
    picture: Option<String>,
    chains: Vec<(String, String)>,
    terms: Vec<(String, String)>,
}

/// Shows the picture.
///
/// # Errors
/// [`kernel::Error::NotFound`] when the reader may not know how the network is built.
pub fn show(r: &Reading<'_>, p: PicturePage) -> Result<Answer> {
    let found = network(r, &p.network)?;
    if !is_open(r, &found) {
        return Err(kernel::Error::NotFound);
    }
    if !found.term.contains(r.viewer.stand) {
        return not_then(r, &found, &found.clone(), Tab::Picture);
    }
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let world = World::load(r, found)?;
    let wanted = r.ask.query("fokus").unwrap_or_default();
    let focus = world.bodies.iter().chain([&world.network]).find(|b| b.slug == wanted).map(|b| b.id);
    let picture = network_picture(r, &world, &Wish { id: "bild", linked: true, focus })?;
    let ids: Vec<Id<Body>> = std::iter::once(world.network.id).chain(world.bodies.iter().map(|b| b.id)).collect();
    let sends = world.seats().any(|s| s.kind == crate::SeatKind::Delegated);
    let sitters = if sends { Some(Sitters::load(r, Wanted::Bodies(&ids))?) } else { None };
    let chains = sitters.map_or(Ok(None), |s| chains(r, &world, &s, focus))?;
    let mut terms = Vec::new();
    for body in world
        .inner()
        .filter(|b| focus.is_none_or(|f| f == b.id || f == world.network.id))
        .filter(|b| b.kind != BodyKind::Network)
    {
        let seats: Vec<_> = world.seats_of(body.id).collect();
        if let Some(picture) = timeline(r, body, &seats, &format!("zeit{}", terms.len() + 1))? {
            terms.push((body.name_in(lang).to_owned(), picture.figure("", t.picture_as_table())));
        }
        if terms.len() == TIMELINES {
            break;
        }
    }
    let name = world.network.name_in(lang);
    let view = View {
        t,
        crumbs: crumbs(r, &[(name, network_link(r, &world.network)?)]),
        title: soft(&t.large_page_title(name)),
        day_form: day_form(r, &kept(wanted)),
        years: years(r, &world, &p, wanted)?,
        focus: focus_chips(r, &world, &p, focus),
        picture,
        chains: chains.into_iter().map(|(title, p)| (title, p.figure("", t.picture_as_table()))).collect(),
        terms,
    };
    let mut page =
        Page::new(t.large_page_title(name)).nav("networks").sub(sub(r, &world.network, Tab::Picture)?).dated();
    if world.network.level == Level::Public {
        page = page.indexed(t.large_description(name));
    }
    r.page(page, &view)
}

fn kept(focus: &str) -> Vec<(&str, &str)> {
    if focus.is_empty() || focus.parse::<web::Slug>().is_err() { Vec::new() } else { vec![("fokus", focus)] }
}

/// The years with data as links to their last day; this year is today.
fn years(r: &Reading<'_>, world: &World, p: &PicturePage, focus: &str) -> Result<Vec<(String, String, bool)>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let base = v.link(p);
    let focus = if kept(focus).is_empty() { String::new() } else { format!("fokus={focus}") };
    let join = |first: String| -> String {
        let parts: Vec<String> = [first, focus.clone()].into_iter().filter(|s| !s.is_empty()).collect();
        if parts.is_empty() { base.clone() } else { format!("{base}?{}", parts.join("&")) }
    };
    let this = v.today.year().to_string();
    let mut chips = vec![(t.large_year_today().to_owned(), join(String::new()), !v.is_past())];
    for year in list_years(r.conn, &v.actor, world.network.id, v.today)?.into_iter().filter(|y| *y < this) {
        let here = v.is_past() && v.stand.to_string() == format!("{year}-12-31");
        chips.push((year.clone(), join(format!("stand={year}-12-31")), here));
    }
    if chips.len() < 2 && !v.is_past() {
        chips.clear();
    }
    Ok(chips)
}

fn focus_chips(
    r: &Reading<'_>,
    world: &World,
    p: &PicturePage,
    focus: Option<Id<Body>>,
) -> Vec<(String, String, bool)> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let base = r.viewer.link_then(p);
    let sign = if base.contains('?') { '&' } else { '?' };
    let mut chips = vec![(t.large_focus_all().to_owned(), base.clone(), focus.is_none())];
    for body in std::iter::once(&world.network).chain(&world.bodies) {
        let name = body.short_name.as_deref().unwrap_or_else(|| body.name_in(lang));
        chips.push((name.to_owned(), format!("{base}{sign}fokus={}", body.slug), focus == Some(body.id)));
    }
    if chips.len() < 4 { Vec::new() } else { chips }
}
