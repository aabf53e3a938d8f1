//! P05 `/eingang`: what waits for her, the same list as on Start, and what is new in all her networks, why it reaches her, and three
//! buttons to put it away.

mod filter;
mod rows;

use std::collections::HashMap;

use askama::Template;
use kernel::{Error, Id, Moment, Result};
use networks::Body;
use web::{Answer, Fields, FormView, Kind, Page, Reading, Waiting, Writing};

use self::{
    filter::{Chip, Filter, STAGES, copy, kind_chips, network_chips, stage_of, stage_word},
    rows::{Refused, Row, row, waiting_row},
};
use crate::{
    inbox::{Act, Shown, put_away, put_off_waiting, shown},
    paths::{InboxPage, LevelsPage},
    rules::Stage,
    words::T,
};

/// So many entries stand on the page; the rest shows when these are put away, or by network and kind.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "inbox.html")]
struct View {
    t: T,
    lead: String,
    action: String,
    summary: String,
    /// Whether a network or kind was chosen.
    narrowed: bool,
    stages: Vec<Chip>,
    networks: Vec<Chip>,
    kinds: Vec<Chip>,
    waiting: Vec<Row>,
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

/// How much waits for her, and how much is new.
fn lead(t: T, waiting: usize, new: usize) -> String {
    match (waiting, new) {
        (0, 0) => t.inbox_lead(0),
        (0, new) => t.inbox_new(new),
        (waiting, 0) => t.inbox_lead(waiting),
        (waiting, new) => format!("{} {}", t.inbox_lead(waiting), t.inbox_new(new)),
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

fn page(r: &Reading<'_>, asked: &Filter, refused: Option<&Refused<'_>>) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let waits = r.site.waiting(r)?;
    // What waits for her is told once, as Start tells it, with the reason it was told for. What happened after she put it away
    // is told apart: she would not see it there.
    let same = |one: &Waiting, s: &Shown| one.of == Some((s.entry.kind, s.entry.id));
    let (told, all): (Vec<Shown>, Vec<Shown>) = shown(r.conn, v, r.site.slices())?
        .into_iter()
        .partition(|s| waits.iter().any(|one| same(one, s) && (one.later.is_none() || s.entry.stage != Stage::Open)));
    let mut ids: Vec<Id<Body>> = all.iter().flat_map(|s| s.entry.through.iter().map(|n| Id::new(*n))).collect();
    ids.extend(waits.iter().filter_map(|one| one.network.map(Id::new)));
    ids.sort_unstable();
    ids.dedup();
    let networks = if ids.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let kinds: Vec<&'static Kind> = r.site.kinds().collect();
    // What is asked for and not there is no choice: everything is shown.
    let filter = Filter {
        stage: asked.stage,
        network: asked.network.filter(|n| networks.iter().any(|b| b.id.raw() == *n)),
        kind: asked.kind.clone().filter(|k| {
            all.iter().any(|s| s.entry.kind == k) || waits.iter().any(|one| one.of.is_some_and(|(kind, _)| kind == k))
        }),
    };
    let of = |stage: Stage| all.iter().filter(move |s| s.entry.stage == stage);
    let stages = STAGES.iter().map(|(stage, _)| {
        let there = Filter { stage: *stage, ..copy(&filter) };
        let link = there.link(r);
        let count = of(*stage).filter(|s| filter.lets(&s.entry)).count()
            + waits.iter().filter(|one| there.lets_waiting(one)).count();
        (stage_word(t, *stage, count), link, filter.stage == *stage)
    });
    let listed: Vec<&Shown> = of(filter.stage).filter(|s| filter.lets(&s.entry)).collect();
    let hers: Vec<&Waiting> = waits.iter().filter(|one| filter.lets_waiting(one)).collect();
    let person = Id::new(v.actor.person.ok_or(Error::NotFound)?);
    let hats = if listed.is_empty() && hers.is_empty() {
        Vec::new()
    } else {
        networks::hats(r.conn, &v.actor, person, v.today)?
    };
    let known: HashMap<i64, &Body> = networks.iter().map(|b| (b.id.raw(), b)).collect();
    let around = (&known, hats.as_slice(), kinds.as_slice());
    let of_one = |one: &Waiting| told.iter().find(|s| same(one, s));
    let waiting = hers.iter().enumerate().map(|(n, one)| waiting_row(r, (n + 1, one, of_one(one)), around, refused));
    let waiting: Vec<Row> = waiting.collect();
    let rows = listed.iter().take(MOST).enumerate();
    let first = waiting.len() + 1;
    // What she owes is not silenced by silencing what is new about it.
    let owed = |s: &Shown| waits.iter().any(|one| !one.optional && same(one, s));
    let rows = rows.map(|(n, one)| {
        let row = row(r, (n + first, one), around, refused);
        Row { mutes: row.mutes && !owed(one), ..row }
    });
    let later = waits.iter().filter(|one| stage_of(one) == Stage::Later).filter_map(|one| one.later);
    let next = of(Stage::Later).filter_map(|s| s.entry.until).chain(of(Stage::Open).filter_map(|s| s.entry.due));
    let next = next.chain(later).min();
    let open = waits.iter().filter(|one| one.later.is_none()).count();
    let shown = View {
        t,
        lead: lead(t, open, of(Stage::Open).count()),
        narrowed: filter.network.is_some() || filter.kind.is_some(),
        action: v.link(&InboxPage {}),
        summary: refused.map(|refused| refused.form.summary()).unwrap_or_default(),
        stages: stages.collect(),
        networks: network_chips(r, &filter, (&all, &waits), &networks),
        kinds: kind_chips(r, &filter, (&all, &waits), &kinds),
        heading: if filter.stage == Stage::Open && !waiting.is_empty() {
            t.heading_new()
        } else {
            heading(t, filter.stage)
        },
        waiting,
        count: listed.len(),
        left: listed.len().saturating_sub(MOST),
        rows: rows.collect(),
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

fn heading(t: T, stage: Stage) -> &'static str {
    match stage {
        Stage::Open => t.heading_open(),
        Stage::Later => t.heading_later(),
        Stage::Done => t.heading_done(),
        Stage::Muted => t.heading_muted(),
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
    let done = match put_off_waiting(w.tx, w.viewer, &w.site.waiting(&r)?, (&kind, id), (act, seen)) {
        Ok(false) => put_away(w.tx, w.viewer, w.site.slices(), (&kind, id), (act, seen)),
        other => other.map(drop),
    };
    match done {
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
