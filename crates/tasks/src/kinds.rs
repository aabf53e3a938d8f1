//! Tasks as things of the house: their cards and what search knows of them.

use db::Conn;
use kernel::{Error, Id, Level, Result};
use web::{Card, Document, Kind, Reading, Viewer, Wanted};

use crate::{
    State, Task,
    pages::due_words,
    paths::TaskPage,
    reads::Known,
    store::{self, lists, topics},
    words::T,
};

/// Tasks.
pub const KINDS: &[Kind] =
    &[Kind { name: "task", label: |lang| T(lang).nav_tasks(), cards, document, every: lists::every }];

/// How many tasks are named about a subject.
const RELEVANT: usize = 6;

/// Open tasks of the bodies that are asked for, that are about one of the topics or whose titles speak of the subject; those that are
/// due soonest first.
pub fn relevant(r: &Reading<'_>, wanted: &Wanted) -> Result<Vec<Card>> {
    let mut found = Vec::new();
    // Two at most: the body that sends, and its network. Whether the reader knows of one is asked for its card.
    for body in &wanted.bodies {
        let all = lists::list_of_body(r.conn, Id::new(*body), State::Open, Level::Body, r.viewer.now)?;
        found.extend(all);
    }
    let ids: Vec<Id<Task>> = found.iter().map(|task| task.id).collect();
    let topics = if wanted.topics.is_empty() { Vec::new() } else { topics::list_topics_of(r.conn, &ids)? };
    let about = |id| topics.iter().any(|(of, topic)| *of == id && wanted.topics.contains(&topic.raw()));
    found.retain(|task| about(task.id) || wanted.applies(&task.title));
    found.sort_by_key(|task| (task.due.is_none(), task.due, task.id));
    let ids: Vec<i64> = found.iter().take(RELEVANT).map(|task| task.id.raw()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = cards(r.conn, r.viewer, &ids)?;
    all.sort_by_key(|card| ids.iter().position(|id| *id == card.id));
    Ok(all)
}

fn cards(conn: &Conn, v: &Viewer, wanted: &[i64]) -> Result<Vec<Card>> {
    let tasks = store::list_by_id(conn, wanted)?;
    let known = Known::load(conn, &v.actor, &tasks)?;
    let card = |task: &Task| {
        let (body, network) = (known.bodies.get(&task.body), known.bodies.get(&task.network));
        let place = body.map(|b| b.name_in(v.lang).to_owned());
        let detail: Vec<String> = place.into_iter().chain([due_words(v.lang, task, v.today)]).collect();
        Card {
            id: task.id.raw(),
            kind: "task",
            title: task.title_in(v.lang).to_owned(),
            detail: detail.join(" · "),
            url: v.link(&TaskPage { task: task.id }),
            icon: "check",
            hue: network.map_or(0, |n| n.hue),
        }
    };
    Ok(tasks.iter().filter(|task| known.stance(&v.actor, task).knows()).map(card).collect())
}

/// Found by those its level lets in; what is given up is found by nobody.
fn document(conn: &Conn, id: i64) -> Result<Option<Document>> {
    let task = match store::find_task(conn, Id::new(id)) {
        Ok(task) if task.state != State::Dropped => task,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let mut words = vec![task.title, task.note];
    words.extend(task.title_en);
    words.extend(task.source.into_iter().flat_map(|s| [s.de, s.en]));
    let mut scopes = vec![(Level::Body, task.body.raw())];
    if task.level == Level::Network {
        scopes.push((Level::Network, task.network.raw()));
    }
    Ok(Some(Document { text: words.join(" "), scopes }))
}
