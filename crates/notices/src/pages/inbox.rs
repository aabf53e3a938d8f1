//! P05 `/eingang`: what waits for her from all her networks, why it reaches her, and three buttons to put it away.

use std::collections::HashMap;

use askama::Template;
use kernel::{Error, Id, Lang, Moment, Result};
use networks::{Body, Hat};
use web::{Answer, Fields, FormView, Kind, Page, Reading, Writing};

use crate::{
    inbox::{Act, Shown, put_away, shown},
    paths::{InboxPage, LevelsPage},
    rules::{Entry, Stage, Why},
    words::T,
};

/// So many entries stand on the page; the rest shows when these are put away, or by network and kind.
const MOST: usize = 50;

/// A choice: word, address, whether it is the one shown.
type Chip = (String, String, bool);

struct Row {
    number: usize,
    kind: &'static str,
    id: i64,
    seen: i64,
    title: String,
    href: String,
    icon: &'static str,
    word: String,
    detail: String,
    hue: i64,
    ago: String,
    why: String,
    due: String,
    until: String,
    once: String,
    open: bool,
    mutes: bool,
    reopens: bool,
    /// What was typed for the day, and what is wrong with it.
    typed: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "inbox.html")]
struct View {
    t: T,
    lead: String,
    action: String,
    summary: String,
    stages: Vec<Chip>,
    networks: Vec<Chip>,
    kinds: Vec<Chip>,
    heading: &'static str,
    count: usize,
    rows: Vec<Row>,
    left: usize,
    empty: &'static str,
    empty_text: String,
    levels: String,
    /// The filters, for the buttons to lead back to.
    stage: &'static str,
    network: String,
    of_kind: String,
}

const STAGES: [(Stage, &str); 4] =
    [(Stage::Open, "offen"), (Stage::Later, "spaeter"), (Stage::Done, "erledigt"), (Stage::Muted, "stumm")];

/// What is asked for: which of the four lists, of which network and kind.
struct Filter {
    stage: Stage,
    network: Option<i64>,
    kind: Option<String>,
}

impl Filter {
    fn of(stage: &str, network: &str, kind: &str) -> Self {
        Self {
            stage: STAGES.iter().find(|(_, word)| *word == stage).map_or(Stage::Open, |(stage, _)| *stage),
            network: network.parse().ok(),
            kind: Some(kind).filter(|k| !k.is_empty()).map(str::to_owned),
        }
    }
    fn word(&self) -> &'static str {
        STAGES.iter().find(|(stage, _)| *stage == self.stage).map_or("offen", |(_, word)| word)
    }
    fn link(&self, r: &Reading<'_>) -> String {
        let path = r.viewer.link(&InboxPage {});
        let mut asked = Vec::new();
        if self.stage != Stage::Open {
            asked.push(format!("liste={}", self.word()));
        }
        asked.extend(self.network.map(|n| format!("netz={n}")));
        asked.extend(self.kind.as_ref().map(|k| format!("art={k}")));
        if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
    }
    fn lets(&self, entry: &Entry) -> bool {
        self.network.is_none_or(|n| entry.through.contains(&n)) && self.kind.as_ref().is_none_or(|k| k == entry.kind)
    }
}

/// The page.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: InboxPage) -> Result<Answer> {
    let asked = |name| r.ask.query(name).unwrap_or_default();
    page(r, &Filter::of(asked("liste"), asked("netz"), asked("art")), None)
}

/// A refused day: of which thing, what was typed, what is wrong.
struct Refused<'a> {
    of: (&'a str, i64),
    form: FormView,
}

fn page(r: &Reading<'_>, asked: &Filter, refused: Option<&Refused<'_>>) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let all = shown(r.conn, v, r.site.slices())?;
    let mut ids: Vec<Id<Body>> = all.iter().flat_map(|s| s.entry.through.iter().map(|n| Id::new(*n))).collect();
    ids.sort_unstable();
    ids.dedup();
    let networks = if ids.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let kinds: Vec<&'static Kind> = r.site.kinds().collect();
    // What is asked for and not there is no choice: everything is shown.
    let filter = Filter {
        stage: asked.stage,
        network: asked.network.filter(|n| networks.iter().any(|b| b.id.raw() == *n)),
        kind: asked.kind.clone().filter(|k| all.iter().any(|s| s.entry.kind == k)),
    };
    let of = |stage: Stage| all.iter().filter(move |s| s.entry.stage == stage);
    let stages = STAGES.iter().map(|(stage, _)| {
        let link = Filter { stage: *stage, ..copy(&filter) }.link(r);
        let count = of(*stage).filter(|s| filter.lets(&s.entry)).count();
        (stage_word(t, *stage, count), link, filter.stage == *stage)
    });
    let listed: Vec<&Shown> = of(filter.stage).filter(|s| filter.lets(&s.entry)).collect();
    let person = Id::new(v.actor.person.ok_or(Error::NotFound)?);
    let hats = if listed.is_empty() { Vec::new() } else { networks::hats(r.conn, &v.actor, person, v.today)? };
    let known: HashMap<i64, &Body> = networks.iter().map(|b| (b.id.raw(), b)).collect();
    let rows = listed.iter().take(MOST).enumerate();
    let rows = rows.map(|(n, one)| row(r, (n + 1, one), (&known, &hats, &kinds), refused)).collect();
    let next = of(Stage::Later).filter_map(|s| s.entry.until).chain(of(Stage::Open).filter_map(|s| s.entry.due)).min();
    let shown = View {
        t,
        lead: t.inbox_lead(of(Stage::Open).count()),
        action: v.link(&InboxPage {}),
        summary: refused.map(|refused| refused.form.summary()).unwrap_or_default(),
        stages: stages.collect(),
        networks: network_chips(r, &filter, &all, &networks),
        kinds: kind_chips(r, &filter, &all, &kinds),
        heading: heading(t, filter.stage),
        count: listed.len(),
        left: listed.len().saturating_sub(MOST),
        rows,
        empty: if filter.stage == Stage::Open { t.inbox_empty() } else { t.inbox_empty_list() },
        empty_text: match next {
            Some(day) if filter.stage == Stage::Open => t.inbox_empty_next(i18n::day_long(v.lang, day)),
            _ if filter.stage == Stage::Open => t.inbox_empty_text().to_owned(),
            _ => t.inbox_empty_list_text().to_owned(),
        },
        levels: v.link(&LevelsPage {}),
        stage: filter.word(),
        network: filter.network.map(|n| n.to_string()).unwrap_or_default(),
        of_kind: filter.kind.clone().unwrap_or_default(),
    };
    let page = Page::new(t.inbox_title()).nav("inbox");
    r.page(if refused.is_some() { page.refused() } else { page }, &shown)
}

fn copy(filter: &Filter) -> Filter {
    Filter { stage: filter.stage, network: filter.network, kind: filter.kind.clone() }
}

fn stage_word(t: T, stage: Stage, count: usize) -> String {
    match stage {
        Stage::Open => t.stage_open(count),
        Stage::Later => t.stage_later(count),
        Stage::Done => t.stage_done(count),
        Stage::Muted => t.stage_muted(count),
    }
}

fn heading(t: T, stage: Stage) -> &'static str {
    match stage {
        Stage::Open => t.heading_open(),
        Stage::Later => t.heading_later(),
        Stage::Done => t.heading_done(),
        Stage::Muted => t.heading_muted(),
    }
}

/// Her networks something comes through, where there are several.
fn network_chips(r: &Reading<'_>, filter: &Filter, all: &[Shown], networks: &[Body]) -> Vec<Chip> {
    let mut present: Vec<&Body> = networks
        .iter()
        .filter(|b| all.iter().any(|s| s.entry.stage == filter.stage && s.entry.through.contains(&b.id.raw())))
        .collect();
    if present.len() < 2 && filter.network.is_none() {
        return Vec::new();
    }
    present.sort_by_cached_key(|b| i18n::fold(b.short()));
    let link = |network| Filter { network, ..copy(filter) }.link(r);
    let first = (T(r.viewer.lang).filter_all_networks().to_owned(), link(None), filter.network.is_none());
    let each = present.iter().map(|b| {
        let id = b.id.raw();
        (b.short().to_owned(), link(Some(id)), filter.network == Some(id))
    });
    std::iter::once(first).chain(each).collect()
}

/// The kinds of things, where there are several.
fn kind_chips(r: &Reading<'_>, filter: &Filter, all: &[Shown], kinds: &[&'static Kind]) -> Vec<Chip> {
    let there = |name: &str| all.iter().any(|s| s.entry.stage == filter.stage && s.entry.kind == name);
    let present: Vec<&&Kind> = kinds.iter().filter(|k| there(k.name)).collect();
    if present.len() < 2 && filter.kind.is_none() {
        return Vec::new();
    }
    let link = |kind: Option<&str>| Filter { kind: kind.map(str::to_owned), ..copy(filter) }.link(r);
    let first = (T(r.viewer.lang).filter_all_kinds().to_owned(), link(None), filter.kind.is_none());
    let each = present
        .iter()
        .map(|k| ((k.label)(r.viewer.lang).to_owned(), link(Some(k.name)), filter.kind.as_deref() == Some(k.name)));
    std::iter::once(first).chain(each).collect()
}

type Around<'a> = (&'a HashMap<i64, &'a Body>, &'a [Hat], &'a [&'static Kind]);

fn row(r: &Reading<'_>, (number, one): (usize, &Shown), around: Around<'_>, refused: Option<&Refused<'_>>) -> Row {
    let (v, t, entry) = (r.viewer, T(r.viewer.lang), &one.entry);
    let (known, hats, kinds) = around;
    let said = match v.lang {
        Lang::De => entry.word[0],
        Lang::En => entry.word[1],
    };
    let word = if said.is_empty() { weight_word(t, entry) } else { said.trim_end_matches('.') };
    let label = kinds.iter().find(|k| k.name == entry.kind).map_or("", |k| (k.label)(v.lang));
    let refused = refused.filter(|refused| refused.of == (entry.kind, entry.id));
    let marked =
        matches!(entry.stage, Stage::Later | Stage::Muted) || entry.stage == Stage::Done && entry.why != Why::Read;
    Row {
        number,
        kind: entry.kind,
        id: entry.id,
        seen: entry.at.micros(),
        title: one.card.title.clone(),
        href: one.card.url.clone(),
        icon: one.card.icon,
        word: format!("{label}: {word}"),
        detail: one.card.detail.clone(),
        hue: one.card.hue,
        ago: i18n::relative(v.lang, v.today, entry.at.day()),
        why: why(v.lang, entry, known, hats),
        due: match entry.due {
            Some(day) if day < v.today => t.due_over().to_owned(),
            Some(day) => i18n::left(v.lang, v.today, day),
            None => String::new(),
        },
        until: entry.until.map(|day| t.later_until(i18n::day_long(v.lang, day))).unwrap_or_default(),
        once: FormView::new(v.lang, &[]).once(),
        open: entry.stage == Stage::Open,
        mutes: entry.stage == Stage::Open && entry.can_be_muted(),
        reopens: marked,
        typed: refused.map_or_else(
            || i18n::day_numeric(v.lang, v.today.plus_days(7)),
            |refused| refused.form.value("until").to_owned(),
        ),
        problem: refused.and_then(|refused| refused.form.error("until")).unwrap_or_default().to_owned(),
    }
}

fn weight_word(t: T, entry: &Entry) -> &'static str {
    use web::Weight::{Circular, Direct, Duty, New, Outcome, Reply};
    match entry.weight {
        Duty | New | Circular => t.what_new(),
        Direct => t.what_asked(),
        Outcome => t.what_outcome(),
        Reply => t.what_reply(),
    }
}

/// Why it reaches her: by which seat, or by which network.
fn why(lang: Lang, entry: &Entry, known: &HashMap<i64, &Body>, hats: &[Hat]) -> String {
    let t = T(lang);
    let seat = entry.seat.and_then(|seat| hats.iter().find(|h| h.seat.id.raw() == seat));
    let names: Vec<&str> = entry.through.iter().filter_map(|n| known.get(n)).map(|b| b.short()).collect();
    let names = i18n::list_and(lang, &names);
    match (seat, entry.why) {
        (Some(hat), _) => {
            let body = hat.body.name_in(lang);
            match hat.post.as_ref().map(|(_, title)| title).or(hat.organisation.as_ref().map(|(_, name)| name)) {
                Some(through) => t.why_seat_through(body, through),
                None => t.why_seat(body),
            }
        }
        (None, Why::Asked) => t.why_asked().to_owned(),
        (None, Why::TakesPart) => t.why_takes_part().to_owned(),
        (None, Why::Follows) => t.why_follows().to_owned(),
        (None, Why::StandsIn) => t.why_stands_in().to_owned(),
        (None, _) if names.is_empty() => t.why_body().to_owned(),
        (None, Why::Duty) => t.why_duty(names),
        (None, _) => t.why_member(names),
    }
}

/// Puts an entry away, or brings it back.
///
/// # Errors
/// As [`put_away`]; a refused day shows the page again with what was typed.
pub fn act(w: &Writing<'_>, _: InboxPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (kind, id) = (w.ask.field("kind").to_owned(), w.ask.field("id").parse().map_err(|_| Error::NotFound)?);
    let filter = Filter::of(w.ask.field("liste"), w.ask.field("netz"), w.ask.field("art"));
    let mut fields = Fields::of(w.ask);
    let act = match w.ask.field("tat") {
        "erledigt" => Act::Done,
        "stumm" => Act::Mute,
        "wieder" => Act::Reopen,
        "spaeter" => match fields.day("until") {
            Some(day) => Act::Later(day),
            None => {
                if fields.problems.is_empty() {
                    fields.refuse("until", "Bitte nennen Sie einen Tag.", "Please give a day.");
                }
                return refuse(&r, &filter, (&kind, id), fields.problems);
            }
        },
        _ => return Err(Error::NotFound),
    };
    let seen = w.ask.field("seen").parse().ok().map(Moment::from_micros);
    match put_away(w.tx, w.viewer, w.site.slices(), (&kind, id), (act, seen)) {
        Err(Error::Form(problems)) => return refuse(&r, &filter, (&kind, id), problems),
        other => other?,
    }
    let note = match act {
        Act::Done => t.note_done().to_owned(),
        Act::Later(day) => t.note_later(i18n::day_long(w.viewer.lang, day)),
        Act::Mute => t.note_muted().to_owned(),
        Act::Reopen => t.note_reopened().to_owned(),
    };
    Ok(Answer::to(filter.link(&r)).with_note(&note))
}

fn refuse(r: &Reading<'_>, filter: &Filter, of: (&str, i64), problems: Vec<kernel::Problem>) -> Result<Answer> {
    page(r, filter, Some(&Refused { of, form: FormView::kept(r.viewer.lang, r.ask, problems) }))
}
