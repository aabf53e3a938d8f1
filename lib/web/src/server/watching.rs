//! Streams of events for pages that stay open.

use std::{
    pin::Pin,
    sync::{Arc, OnceLock},
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use hyper::body::Frame;
use kernel::Result;
use tokio::{
    sync::{broadcast::error::RecvError, mpsc},
    time::{Instant, interval, sleep_until},
};

use super::{admitted, failed, finish, outgoing::observed, seq_now};
use crate::{
    Answer, Ask, Captures, Reading, Site, Watch,
    route::Route,
    watch::{Bell, Ear},
};

/// How long one stream lasts; then the browser asks again, and is asked again who she is.
const LIFE: Duration = Duration::from_secs(300);
/// How often an empty line shows that both sides are still there.
const ALIVE: Duration = Duration::from_secs(20);
/// How long what comes often waits for more of it.
const CALM: Duration = Duration::from_secs(3);
/// How far back a page that lost its stream is told what it missed; behind that, that it missed something.
const MISSED: i64 = 200;
/// When a browser asks again, in milliseconds: whose stream ended, and who got none.
const SOON: u32 = 1_000;
const LATER: u32 = 15_000;

type WatchFn = dyn Fn(&Reading<'_>, &Captures) -> Result<Watch> + Send + Sync;

/// Answers with a stream, or with one word for whoever asks for none.
pub async fn watched(
    site: &Site,
    route: &Arc<Route>,
    watch: Arc<WatchFn>,
    captures: Captures,
    ask: Ask,
    headers: &HeaderMap,
) -> axum::response::Response {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let streams = text(header::ACCEPT).contains("text/event-stream");
    let since = text(HeaderName::from_static("last-event-id")).parse().ok();
    let since: Option<i64> = since.or_else(|| ask.query("seit").and_then(|seq| seq.parse().ok()));
    // Listening begins before the snapshot: what comes meanwhile is heard twice rather than never.
    let ear = match if streams { Bell::listen(site).await } else { Ok(None) } {
        Ok(ear) => ear,
        Err(cause) => return failed(site, &ask, &cause, false).await,
    };
    let found: Arc<OnceLock<(Watch, i64, bool)>> = Arc::default();
    let (slot, house, route, ask) = (Arc::clone(&found), site.clone(), Arc::clone(route), Arc::new(ask));
    let asked = Arc::clone(&ask);
    let done = site
        .db()
        .read(move |conn| {
            let (answer, _) = house.answer_read(conn, &asked, |r| {
                if let Some(early) = admitted(r.viewer, &route, &asked.address())? {
                    return Ok(early);
                }
                let watch = watch(r, &captures)?;
                let seq = seq_now(conn)?;
                let missed = match since {
                    Some(since) if seq - since > MISSED => true,
                    Some(since) if seq > since => {
                        let came = db::entries_after(conn, since, MISSED)?;
                        watch.hears(came.iter().map(|entry| (entry.body, entry.verb.as_str()))).is_some()
                    }
                    _ => false,
                };
                let _ = slot.set((watch, seq, missed));
                Ok(Answer::data("text/event-stream", Vec::new()))
            })?;
            Ok((answer, conn.statements()))
        })
        .await;
    let (answer, statements) = match done {
        Ok(done) => done,
        Err(cause) => return failed(site, &ask, &cause, false).await,
    };
    let Some((watch, seq, missed)) = found.get().cloned() else { return finish(site, answer, true, false) };
    let mut response = observed(site, finish(site, answer, true, false), statements);
    let first = opening(if ear.is_some() { SOON } else { LATER }, missed.then_some(seq));
    match ear {
        None => *response.body_mut() = Body::from(first),
        Some(ear) => {
            let (out, lines) = mpsc::channel(4);
            tokio::spawn(tell(ear, watch, seq, first, out));
            *response.body_mut() = Body::new(Lines(lines));
            // Web servers in front that gather answers would keep it to themselves.
            response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
        }
    }
    response
}

fn opening(again: u32, missed: Option<i64>) -> Bytes {
    let mut text = format!("retry: {again}\n\n");
    if let Some(seq) = missed {
        text.push_str(&message(seq, "alles"));
    }
    text.into()
}

/// `jetzt`: something to be seen at once. `alles`: it may wait, and all of the page is asked for.
fn message(seq: i64, what: &str) -> String {
    format!("id: {seq}\nevent: stand\ndata: {what}\n\n")
}

async fn tell(mut ear: Ear, watch: Watch, mut seq: i64, first: Bytes, out: mpsc::Sender<Bytes>) {
    if out.send(first).await.is_err() {
        return;
    }
    let end = Instant::now() + LIFE;
    let mut alive = interval(ALIVE);
    let mut waiting: Option<Instant> = None;
    loop {
        let line = tokio::select! {
            ring = ear.rings.recv() => match ring {
                Ok(ring) if ring.seq <= seq => continue,
                Ok(ring) => {
                    seq = ring.seq;
                    match watch.hears(ring.events()) {
                        None => continue,
                        Some(true) => {
                            waiting = waiting.or(Some(Instant::now() + CALM));
                            continue;
                        }
                        Some(false) => message(seq, "jetzt"),
                    }
                }
                Err(RecvError::Lagged(_)) => {
                    waiting = Some(Instant::now());
                    continue;
                }
                Err(RecvError::Closed) => return,
            },
            () = sleep_until(waiting.unwrap_or(end)) => match waiting.take() {
                Some(_) => message(seq, "alles"),
                None => return,
            },
            _ = alive.tick() => ":\n\n".to_owned(),
            () = sleep_until(end) => return,
            () = out.closed() => return,
        };
        if out.send(line.into()).await.is_err() {
            return;
        }
    }
}

/// Lines as the body of an answer.
struct Lines(mpsc::Receiver<Bytes>);

impl hyper::body::Body for Lines {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, Self::Error>>> {
        self.0.poll_recv(cx).map(|line| line.map(|line| Ok(Frame::data(line))))
    }
}
