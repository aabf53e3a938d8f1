//! What is next: her meetings over all her networks.

use meetings::Answer;
use web::Reading;

use super::{mine::Mine, todo::place_of};
use crate::texts::T;

/// A meeting as Start shows it.
pub struct Row {
    pub title: String,
    pub href: String,
    pub iso: String,
    pub day: String,
    pub weekday: &'static str,
    pub when: String,
    pub place: String,
    pub hue: i64,
    pub answer: &'static str,
}

/// Her next meetings.
pub fn list(r: &Reading<'_>, mine: &Mine) -> Vec<Row> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let row = |next: &meetings::Next| {
        let m = &next.meeting;
        Row {
            title: m.title.clone(),
            href: v.link(&meetings::paths::MeetingPage { meeting: m.id }),
            iso: m.day().to_string(),
            day: m.day().date().day().to_string(),
            weekday: i18n::weekday(v.lang, m.day()).get(..2).unwrap_or_default(),
            when: i18n::moment_short(v.lang, m.starts_at, v.today),
            place: next.body.as_ref().map_or_else(String::new, |b| place_of(r, mine, b)),
            hue: next.body.as_ref().map_or(0, |b| b.hue),
            answer: match next.answer {
                Some(Answer::Yes) => t.next_yes(),
                Some(Answer::No) => t.next_no(),
                Some(Answer::Substitute) => t.next_substitute(),
                _ => "",
            },
        }
    };
    mine.ahead.next.iter().map(row).collect()
}
