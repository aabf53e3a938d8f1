//! What pages of other slices about a network or body have in common with this slice's own.

use kernel::{Lang, Office};

pub use crate::pages::shared::{
    Face, Pill, Tab, body_link, crumbs, day_form, face, initials, is_open, keeps, network_link, person_link,
    sees_roster, slug, soft, sub,
};
pub use crate::pages::{
    boxes::encoded,
    keep::{day, problems},
    paging::{Links, paged, paged_at},
    spans::{Sat, Span, drawn, last, spans, state as span_state},
};
use crate::{pages::shared, words::T};

/// What a seat is called: its label, or its office, or its number.
#[must_use]
pub fn seat_name(lang: Lang, number: i64, label: Option<&str>, office: Option<Office>) -> String {
    shared::seat_title(T(lang), number, label, office)
}

/// What a topic is called.
#[must_use]
pub fn topic_name(lang: Lang, topic: &crate::Topic) -> String {
    if lang == Lang::En { topic.name_en.clone() } else { topic.name.clone() }
}

/// The vocabulary as boxes to tick: number and name.
#[must_use]
pub fn topic_boxes(lang: Lang, all: &[crate::Topic]) -> Vec<(String, String)> {
    all.iter().map(|topic| (topic.id.to_string(), topic_name(lang, topic))).collect()
}

/// What the key of a picture of terms calls the bars.
#[must_use]
pub fn term_words(lang: Lang) -> pictures::terms::Words {
    crate::pages::spans::key(T(lang))
}
