//! Pages that stay open hear that something of a body changed (server-sent events, HTML Living Standard 9.2).
//!
//! One task of the process looks at the number of the log as long as somebody listens, and rings for what came. Nothing
//! is told that does not stand in the log, so all nodes of one database hear the same. What changed is not said: the
//! page is asked for anew, and shows its reader what she may see now.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

use kernel::Result;
use tokio::{sync::broadcast, task::JoinHandle};

use crate::{Site, server::seq_now};

/// How often the number of the log is looked at.
const LOOK: Duration = Duration::from_millis(100);
/// How long it waits after the database refused.
const BREATHE: Duration = Duration::from_secs(2);
/// How many events are read at once.
const AT_ONCE: i64 = 500;
/// How many rings a listener may lag behind before she is told that all may have changed.
const BEHIND: usize = 64;
/// The most who listen at one node; others ask from time to time.
const LISTENERS: usize = 700;

/// What somebody listens to: what happens in a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Watch {
    /// The body.
    pub body: i64,
    /// Verbs that come often and wait for each other: whoever listens hears of them every few seconds at most.
    pub calm: &'static [&'static str],
}

impl Watch {
    /// Whether one of these events is heard: `None` for none, else whether it can wait.
    pub(crate) fn hears<'a>(&self, events: impl IntoIterator<Item = (Option<i64>, &'a str)>) -> Option<bool> {
        let mine = events.into_iter().filter(|(body, _)| *body == Some(self.body));
        let calm: Vec<bool> = mine.map(|(_, verb)| self.calm.contains(&verb)).collect();
        (!calm.is_empty()).then(|| calm.iter().all(|calm| *calm))
    }
}

/// What came to the log: its number now, and body and verb of each event.
#[derive(Debug)]
pub struct Ring {
    /// The number of the last one.
    pub seq: i64,
    /// Body and verb of each.
    pub events: Vec<(Option<i64>, String)>,
}

impl Ring {
    /// As [`Watch::hears`] takes them.
    pub fn events(&self) -> impl Iterator<Item = (Option<i64>, &str)> {
        self.events.iter().map(|(body, verb)| (*body, verb.as_str()))
    }
}

struct Task {
    rings: broadcast::Sender<Arc<Ring>>,
    handle: JoinHandle<()>,
}

/// The bell of a process.
#[derive(Default)]
pub struct Bell {
    task: Mutex<Option<Task>>,
    listening: AtomicUsize,
    over: AtomicBool,
}

/// Somebody's ear; dropping it makes room.
pub struct Ear {
    site: Site,
    /// The rings.
    pub rings: broadcast::Receiver<Arc<Ring>>,
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.site.bell().listening.fetch_sub(1, SeqCst);
    }
}

impl Bell {
    /// Listens from now on: every event after this call's end is heard. `None` when the house is full or closes.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn listen(site: &Site) -> Result<Option<Ear>> {
        let bell = site.bell();
        // The first one starts the task behind this number, so nothing falls between.
        let seq = site.db().read(seq_now).await?;
        if bell.over.load(SeqCst) || bell.listening.fetch_add(1, SeqCst) >= LISTENERS {
            bell.listening.fetch_sub(1, SeqCst);
            return Ok(None);
        }
        let mut task = bell.task.lock().unwrap_or_else(PoisonError::into_inner);
        let running = task.as_ref().filter(|task| !task.handle.is_finished());
        let rings = match running {
            Some(task) => task.rings.subscribe(),
            None => {
                let (sender, rings) = broadcast::channel(BEHIND);
                let handle = tokio::spawn(ring(site.clone(), sender.downgrade(), seq));
                *task = Some(Task { rings: sender, handle });
                rings
            }
        };
        Ok(Some(Ear { site: site.clone(), rings }))
    }

    /// Ends every stream: the house closes.
    pub fn stop(&self) {
        self.over.store(true, SeqCst);
        if let Some(task) = self.task.lock().unwrap_or_else(PoisonError::into_inner).take() {
            task.handle.abort();
        }
    }

    /// Whether nobody listens any more; then the task is forgotten in the same breath.
    fn rest(&self) -> bool {
        let mut task = self.task.lock().unwrap_or_else(PoisonError::into_inner);
        let idle = task.as_ref().is_none_or(|task| task.rings.receiver_count() == 0);
        if idle {
            *task = None;
        }
        idle
    }
}

async fn ring(site: Site, rings: broadcast::WeakSender<Arc<Ring>>, mut seen: i64) {
    loop {
        tokio::time::sleep(LOOK).await;
        if site.bell().rest() {
            return;
        }
        let now = match site.db().seq() {
            Some(seq) => Ok(seq),
            None => site.db().read(seq_now).await,
        };
        match now {
            Ok(now) if now <= seen => continue,
            Ok(_) => {}
            Err(cause) => {
                tracing::warn!("the log cannot be followed: {cause}");
                tokio::time::sleep(BREATHE).await;
                continue;
            }
        }
        let after = seen;
        let came = site.db().read(move |conn| db::entries_after(conn, after, AT_ONCE)).await;
        match (came, rings.upgrade()) {
            (Ok(came), Some(rings)) => {
                let Some(last) = came.last() else { continue };
                seen = last.seq;
                let events = came.into_iter().map(|entry| (entry.body, entry.verb)).collect();
                let _ = rings.send(Arc::new(Ring { seq: seen, events }));
            }
            (Ok(_), None) => return,
            (Err(cause), _) => {
                tracing::warn!("the log cannot be followed: {cause}");
                tokio::time::sleep(BREATHE).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_happens_in_the_body_is_heard_and_what_comes_often_can_wait() {
        let watch = Watch { body: 7, calm: &["attendance.checked"] };
        assert_eq!(watch.hears([(Some(8), "sitting.item"), (None, "person.changed")]), None);
        assert_eq!(watch.hears([(Some(7), "attendance.checked")]), Some(true));
        assert_eq!(watch.hears([(Some(7), "attendance.checked"), (Some(7), "sitting.item")]), Some(false));
    }
}
