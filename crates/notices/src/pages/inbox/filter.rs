//! Which list of the inbox is shown, of which network and kind.

use networks::Body;
use web::{Kind, Reading, Waiting};

use crate::{
    inbox::Shown,
    paths::InboxPage,
    rules::{Entry, Stage},
    words::T,
};

pub const STAGES: [(Stage, &str); 4] =
    [(Stage::Open, "offen"), (Stage::Later, "spaeter"), (Stage::Done, "erledigt"), (Stage::Muted, "stumm")];

/// A choice: word, address, whether it is the one shown.
pub type Chip = (String, String, bool);

/// What is asked for: which of the four lists, of which network and kind.
pub struct Filter {
    pub stage: Stage,
    pub network: Option<i64>,
    pub kind: Option<String>,
}

impl Filter {
    pub fn of(stage: &str, network: &str, kind: &str) -> Self {
        Self {
            stage: STAGES.iter().find(|(_, word)| *word == stage).map_or(Stage::Open, |(stage, _)| *stage),
            network: network.parse().ok(),
            kind: Some(kind).filter(|k| !k.is_empty()).map(str::to_owned),
        }
    }
    pub fn word(&self) -> &'static str {
        STAGES.iter().find(|(stage, _)| *stage == self.stage).map_or("offen", |(_, word)| word)
    }
    pub fn link(&self, r: &Reading<'_>) -> String {
        let path = r.viewer.link(&InboxPage {});
        let mut asked = Vec::new();
        if self.stage != Stage::Open {
            asked.push(format!("liste={}", self.word()));
        }
        asked.extend(self.network.map(|n| format!("netz={n}")));
        asked.extend(self.kind.as_ref().map(|k| format!("art={k}")));
        if asked.is_empty() { path } else { format!("{path}?{}", asked.join("&")) }
    }
    /// Whether something that waits for her is asked for: in this list, of this network and kind.
    pub fn lets_waiting(&self, one: &Waiting) -> bool {
        self.stage == stage_of(one)
            && self.network.is_none_or(|n| one.network == Some(n))
            && self.kind.as_ref().is_none_or(|k| one.of.is_some_and(|(kind, _)| k == kind))
    }
    pub fn lets(&self, entry: &Entry) -> bool {
        self.network.is_none_or(|n| entry.through.contains(&n)) && self.kind.as_ref().is_none_or(|k| k == entry.kind)
    }
}

/// Where something that waits for her stands: what she put away for good is in none of the lists a day ends.
pub fn stage_of(one: &Waiting) -> Stage {
    match one.later {
        None => Stage::Open,
        Some(day) if day.is_open() => Stage::Done,
        Some(_) => Stage::Later,
    }
}

pub fn copy(filter: &Filter) -> Filter {
    Filter { stage: filter.stage, network: filter.network, kind: filter.kind.clone() }
}

pub fn stage_word(t: T, stage: Stage, count: usize) -> String {
    match stage {
        Stage::Open => t.stage_open(count),
        Stage::Later => t.stage_later(count),
        Stage::Done => t.stage_done(count),
        Stage::Muted => t.stage_muted(count),
    }
}

/// Her networks something comes through, where there are several.
pub fn network_chips(
    r: &Reading<'_>,
    filter: &Filter,
    (all, waits): (&[Shown], &[Waiting]),
    networks: &[Body],
) -> Vec<Chip> {
    let told = |id| all.iter().any(|s| s.entry.stage == filter.stage && s.entry.through.contains(&id));
    let waits = |id| waits.iter().any(|one| stage_of(one) == filter.stage && one.network == Some(id));
    let mut present: Vec<&Body> = networks.iter().filter(|b| told(b.id.raw()) || waits(b.id.raw())).collect();
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
pub fn kind_chips(
    r: &Reading<'_>,
    filter: &Filter,
    (all, waits): (&[Shown], &[Waiting]),
    kinds: &[&'static Kind],
) -> Vec<Chip> {
    let waits = |name: &str| {
        let mut open = waits.iter().filter(|one| stage_of(one) == filter.stage);
        open.any(|one| one.of.is_some_and(|(kind, _)| kind == name))
    };
    let there = |name: &str| waits(name) || all.iter().any(|s| s.entry.stage == filter.stage && s.entry.kind == name);
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
