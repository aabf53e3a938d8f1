//! What page, link and file have in common: entries, their paragraphs with numbers, what is to be done.

use std::collections::HashMap;

use kernel::{Id, Lang, Moment, Result};
use networks::Body;
use tasks::{Owner, Task};
use web::Reading;

use crate::{
    Entry, Line, Meeting, Minutes, Presence, Todo,
    rules::minutes::{Paragraph, paragraphs},
    words::T,
};

/// A paragraph with its number, `3.2`.
pub struct Numbered {
    /// Its number.
    pub number: String,
    /// Its sentences; empty for a list.
    pub lines: Vec<String>,
    /// The entries of its list.
    pub items: Vec<String>,
    /// Whether these are counted.
    pub counted: bool,
    /// Where one objects to it.
    pub object: Option<String>,
}

/// The paragraphs of an entry.
#[must_use]
pub fn numbered(number: usize, entry: &Entry) -> Vec<Numbered> {
    let one = |(n, paragraph): (usize, Paragraph)| {
        let number = format!("{number}.{n}");
        match paragraph {
            Paragraph::Text(text) => {
                let lines = text.lines().map(str::to_owned).collect();
                Numbered { number, lines, items: Vec::new(), counted: false, object: None }
            }
            Paragraph::List(counted, items) => Numbered { number, lines: Vec::new(), items, counted, object: None },
        }
    };
    (1..).zip(paragraphs(&entry.text)).map(one).collect()
}

/// Who does what is to be done, in words.
pub struct Owners(HashMap<String, String>);

impl Owners {
    /// As the reader may know it: three statements, none where nothing is to be done.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn known(r: &Reading<'_>, body: &Body, todos: &[Todo]) -> Result<Self> {
        let mut made = Self::plain(r, body, todos)?;
        if !todos.is_empty() {
            let known = tasks::choices(r.conn, &r.viewer.actor, body)?;
            made.0.extend(known.into_iter().map(|(owner, words)| (owner.key(), words)));
        }
        Ok(made)
    }

    /// Without names of persons, as anybody may know it. Two statements.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn plain(r: &Reading<'_>, body: &Body, todos: &[Todo]) -> Result<Self> {
        let mut made = HashMap::new();
        made.insert(Owner::Body(body.id).key(), body.name_in(r.viewer.lang).to_owned());
        let posts: Vec<Id<people::Post>> = todos
            .iter()
            .filter_map(|todo| match todo.owner {
                Owner::Post(post) => Some(post),
                _ => None,
            })
            .collect();
        if !posts.is_empty() {
            let posts = people::list_posts(r.conn, &posts)?;
            let of: Vec<_> = posts.iter().map(|post| post.organisation).collect();
            let of = people::list_organisations(r.conn, &of)?;
            made.extend(posts.iter().map(|post| {
                let home = of.iter().find(|o| o.id == post.organisation).map_or("", |o| o.name.as_str());
                (Owner::Post(post.id).key(), format!("{}, {home}", post.titles.neutral))
            }));
        }
        Ok(Self(made))
    }

    /// One of them.
    #[must_use]
    pub fn word(&self, t: T, owner: Owner) -> String {
        self.0.get(&owner.key()).cloned().unwrap_or_else(|| t.pro_owner_person().to_owned())
    }
}

/// How a task stands that came from minutes.
#[must_use]
pub fn task_word(t: T, task: Option<&Task>, r: &Reading<'_>) -> &'static str {
    match task {
        None => t.pro_task_noted(),
        Some(task) if task.is_overdue(r.viewer.today) => t.pro_task_overdue(),
        Some(task) => match task.state {
            tasks::State::Open => t.pro_task_open(),
            tasks::State::Done => t.pro_task_done(),
            tasks::State::Dropped => t.pro_task_dropped(),
        },
    }
}

/// How somebody was there, in a word.
#[must_use]
pub fn presence_word(t: T, presence: Presence) -> &'static str {
    match presence {
        Presence::Present => t.att_present(),
        Presence::Remote => t.att_remote(),
        Presence::Represented => t.att_represented(),
        Presence::Proxy => t.att_proxy(),
        Presence::Excused => t.att_excused(),
        Presence::Absent => t.att_absent(),
    }
}

/// A time of day as forms have it: `10:30`.
#[must_use]
pub fn clock(at: Moment) -> String {
    let local = at.local();
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// How somebody was there, with whom and since when: each time she was, one after the other, and whether an authorisation was
/// handed in.
#[must_use]
pub fn presence_words(t: T, lang: Lang, line: &Line) -> String {
    let earlier = line.earlier.iter().map(|s| span_words(t, lang, (s.presence, &s.by_name), (s.from, Some(s.until))));
    let words = earlier.chain([last_words(t, lang, line)]).collect::<Vec<_>>().join("; ");
    if line.authorised { format!("{words}; {}", t.auth_there()) } else { words }
}

/// The same of the last time alone.
#[must_use]
pub fn last_words(t: T, lang: Lang, line: &Line) -> String {
    span_words(t, lang, (line.presence, &line.by_name), (line.from, line.until))
}

fn span_words(
    t: T,
    lang: Lang,
    (presence, by_name): (Presence, &str),
    (from, until): (Option<Moment>, Option<Moment>),
) -> String {
    let mut words = match presence {
        Presence::Represented | Presence::Proxy if !by_name.is_empty() => t.att_by(presence_word(t, presence), by_name),
        presence => presence_word(t, presence).to_owned(),
    };
    let time = |at| crate::letters::time(lang, at);
    if let Some(from) = from {
        words = format!("{words}, {}", t.att_since(time(from)));
    }
    if let Some(until) = until {
        words = format!("{words}, {}", t.att_until(time(until)));
    }
    words
}

/// Who was there in numbers; as they stood when the minutes went out.
#[must_use]
pub fn counts(t: T, there: crate::There) -> Vec<(&'static str, i64)> {
    let all = [
        (t.att_present(), there.present),
        (t.att_remote(), there.remote),
        (t.att_represented(), there.represented),
        (t.att_excused(), there.excused),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// What the minutes say of themselves: when they went out, until when one objects, who approved.
#[must_use]
pub fn standing(t: T, lang: Lang, minutes: &Minutes, approved_in: Option<&Meeting>) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    if let Some(at) = minutes.circulated_at {
        all.push((t.pro_fact_sent(), i18n::day_long(lang, at.day())));
    }
    if let (Some(end), crate::MinutesState::Circulated) = (minutes.closes_at, minutes.state) {
        all.push((t.pro_fact_until(), i18n::day_long(lang, end.plus_seconds(-1).day())));
    }
    if let Some(at) = minutes.approved_at {
        let day = i18n::day_long(lang, at.day());
        let words = match approved_in {
            Some(meeting) => t.pro_approved_in(&meeting.title, i18n::day_long(lang, meeting.day())),
            None if minutes.by_clock => t.pro_approved_by_clock(day),
            None => day,
        };
        all.push((t.pro_fact_approved(), words));
    }
    if let Some(hash) = &minutes.hash {
        all.push((t.pro_fact_hash(), hash.clone()));
    }
    all
}
