//! `/beschluesse/{id}`: one resolution with its words, why it holds, and what became of it.

use askama::Template;
use kernel::{Error, Id, Level, Result};
use networks::shell::{self, Pill};
use rights::{Action, Kind};
use web::{Answer, Page, Reading};

use super::{standing_pill, topics::named};
use crate::{
    Resolution,
    actions::may_withdraw,
    pages::place::Place,
    paths::{
        ResolutionPage, ResolutionRepeal, ResolutionReplace, ResolutionScan, ResolutionTopics, ResolutionWithdraw,
        VotePage,
    },
    store::{
        resolutions::{find_resolution, find_scan, find_scan_media, list_replaced, list_resolutions_by_id},
        votes,
    },
    words::T,
};

#[derive(Template)]
#[template(path = "resolution.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    pill: Pill,
    acts: Vec<(&'static str, String)>,
    /// Paragraphs, each with its lines.
    text: Vec<Vec<String>>,
    verdict: String,
    facts: Vec<(&'static str, String, Option<String>)>,
    history: Vec<Step>,
}

/// A line of what became of it.
struct Step {
    day: String,
    word: String,
    link: Option<(String, String)>,
}

/// A resolution and where it belongs, for whoever may see both.
pub struct Found {
    /// The resolution.
    pub one: Resolution,
    /// Its body and network.
    pub place: Place,
}

impl Found {
    /// The resolution, if the reader may see it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Resolution>) -> Result<Self> {
        let one = find_resolution(r.conn, &r.viewer.actor, id)?;
        let place = Place::load(r, one.body)?;
        Ok(Self { one, place })
    }
    /// The same for whoever keeps the body's records.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn kept(r: &Reading<'_>, id: Id<Resolution>) -> Result<Self> {
        let found = Self::load(r, id)?;
        rights::require(&r.viewer.actor, Kind::Decision, Action::Edit, &found.one.scope())?;
        Ok(found)
    }
    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&ResolutionPage { resolution: self.one.id })
    }
    /// What it is called: `2026/007: Mehr Licht`.
    #[must_use]
    pub fn name(&self) -> String {
        called(&self.one)
    }
}

/// What a resolution is called: `2026/007: Mehr Licht`.
#[must_use]
pub fn called(one: &Resolution) -> String {
    format!("{}: {}", one.mark, one.title)
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: ResolutionPage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let found = Found::load(r, p.resolution)?;
    let (one, place) = (&found.one, &found.place);
    let day = |day| i18n::day_medium(v.lang, day);
    let media = find_scan_media(r.conn, &v.actor, one.id)?;
    let vote = match one.vote {
        Some(id) => match votes::find_vote(r.conn, &v.actor, id) {
            Ok(vote) => Some((vote.title, v.link(&VotePage { vote: id }))),
            Err(Error::NotFound) => None,
            Err(fault) => return Err(fault),
        },
        None => None,
    };
    let body = shell::body_link(r, &place.network.slug, &place.body)?;
    let mut facts = vec![
        (t.register_mark(), one.mark.clone(), None),
        (t.register_body(), place.name(r).to_owned(), Some(body)),
        (t.register_day(), day(one.day), None),
        (t.register_in_force_from(), day(one.in_force), None),
    ];
    facts.extend(one.repealed.map(|end| (t.register_repealed_from(), day(end), None)));
    let topics: Vec<String> = named(r, &[one.id])?.iter().map(|(_, topic)| shell::topic_name(v.lang, topic)).collect();
    facts.extend((!topics.is_empty()).then(|| (t.register_topics(), topics.join(", "), None)));
    facts.extend(vote.map(|(title, href)| (t.register_vote(), title, Some(href))));
    facts.extend(one.source.clone().map(|source| (t.register_source(), source, None)));
    facts.extend(media.map(|m| {
        let word = t.register_scan_take(m.ending().to_uppercase());
        (t.register_scan(), word, Some(v.link(&ResolutionScan { resolution: one.id })))
    }));
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, &[place.step(r), (t.register_title(), place.register(r))])?,
        title: one.title.clone(),
        lead: t.register_lead(&one.mark, place.name(r)),
        pill: standing_pill(v.lang, one.standing(v.today)),
        acts: acts(r, one),
        text: paragraphs(&one.text),
        verdict: one.verdict(v.lang).to_owned(),
        facts,
        history: history(r, one)?,
    };
    let mut page = Page::new(format!("{} – {}", one.title, one.mark)).nav("networks");
    page = page.sub(shell::sub(r, &place.network, tab(place))?);
    if one.level == Level::Public {
        page = page.indexed(t.register_lead(&one.mark, place.name(r)));
    }
    r.page(page, &shown)
}

fn tab(place: &Place) -> shell::Tab {
    if place.body.is_network() { shell::Tab::View(crate::pages::place::KEY) } else { shell::Tab::Bodies }
}

/// What this reader may do with it.
fn acts(r: &Reading<'_>, one: &Resolution) -> Vec<(&'static str, String)> {
    let (t, v, resolution) = (T(r.viewer.lang), r.viewer, one.id);
    let mut acts = Vec::new();
    let keeps = rights::allows(&v.actor, Kind::Decision, Action::Edit, &one.scope());
    if keeps && one.repealed.is_none() {
        acts.push((t.register_replace(), v.link(&ResolutionReplace { resolution })));
        acts.push((t.register_repeal(), v.link(&ResolutionRepeal { resolution })));
    }
    if keeps {
        acts.push((t.register_topics_edit(), v.link(&ResolutionTopics { resolution })));
    }
    if may_withdraw(&v.actor, one, v.today) {
        acts.push((t.register_withdraw(), v.link(&ResolutionWithdraw { resolution })));
    }
    acts
}

fn paragraphs(text: &str) -> Vec<Vec<String>> {
    text.split("\n\n")
        .map(|part| part.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|lines: &Vec<String>| lines.iter().any(|line| !line.trim().is_empty()))
        .collect()
}

/// What became of it, oldest first. Of others only what the reader may see.
fn history(r: &Reading<'_>, one: &Resolution) -> Result<Vec<Step>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let link = |of: &Resolution| Some((called(of), v.link(&ResolutionPage { resolution: of.id })));
    let mut steps = vec![(one.day, t.register_step_decided().to_owned(), None)];
    if one.in_force != one.day {
        steps.push((one.in_force, t.register_step_in_force().to_owned(), None));
    }
    for older in list_replaced(r.conn, &v.actor, one.id)? {
        steps.push((older.repealed.unwrap_or(one.in_force), t.register_step_replaces().to_owned(), link(&older)));
    }
    if let Some(end) = one.repealed {
        let newer = match one.superseded_by {
            Some(id) => list_resolutions_by_id(r.conn, &v.actor, &[id])?.first().and_then(link),
            None => None,
        };
        let word = if one.superseded_by.is_some() { t.register_step_superseded() } else { t.register_step_repealed() };
        steps.push((end, word.to_owned(), newer));
    }
    if one.entered_later {
        let entered = one.made_at.day();
        steps.push((entered, t.register_step_entered().to_owned(), None));
    }
    steps.sort_by_key(|(day, ..)| *day);
    Ok(steps.into_iter().map(|(day, word, link)| Step { day: i18n::day_medium(v.lang, day), word, link }).collect())
}

/// The paper, only ever to be saved: what others sent never runs in a page of this house.
///
/// # Errors
/// [`Error::NotFound`].
pub fn scan(r: &Reading<'_>, p: ResolutionScan) -> Result<Answer> {
    let found = Found::load(r, p.resolution)?;
    let scan = find_scan(r.conn, &r.viewer.actor, found.one.id)?;
    let name: String = found.one.mark.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let download = Some(format!("beschluss-{name}.{}", scan.media.ending()));
    Ok(Answer { download, ..Answer::data(scan.media.word(), scan.content) }.fresh())
}
