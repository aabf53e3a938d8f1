//! HTTP: the only place that knows it. Limits before work, every answer with the same strict headers.

mod connections;
mod incoming;
mod outgoing;
mod watching;

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{RawPathParams, Request, rejection::RawPathParamsRejection},
    middleware,
    response::Response,
    routing::{MethodFilter, on},
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use kernel::{Error, Result};

use crate::{
    Answer, Ask, Audience, Captures, Site, Viewer, errors,
    route::{FORM_LIMIT, Handler, Route},
};
use incoming::{ask, form, same_origin, takes_gzip};
use outgoing::{asset, broken, finish, from_shelf, observed, strict};

pub use connections::{Limits, run, run_within};
pub use incoming::is_loopback;

/// In the query of a page: as whom it is looked at.
pub const AS: &str = "als";
/// As everybody without an account.
pub const EVERYBODY: &str = "alle";

/// The router over every address of the site.
///
/// # Errors
/// When an address cannot be registered.
pub fn router(site: &Site) -> Result<Router> {
    router_within(site, Limits::default())
}

fn router_within(site: &Site, limits: Limits) -> Result<Router> {
    let mut router = Router::new();
    for route in site.routes().list() {
        let filter = if route.method == "GET" { MethodFilter::GET } else { MethodFilter::POST };
        let english = if route.pattern == "/" { "/en".to_owned() } else { format!("/en{}", route.pattern) };
        let patterns = [Some(route.pattern.to_owned()), (route.audience == Audience::Public).then_some(english)];
        for pattern in patterns.into_iter().flatten() {
            let (site, route) = (site.clone(), Arc::new(route.clone()));
            let answer = move |params: std::result::Result<RawPathParams, RawPathParamsRejection>, request: Request| {
                serve(site.clone(), Arc::clone(&route), params.ok(), request, limits)
            };
            router = router.route(&pattern, on(filter, answer));
        }
    }
    let (assets, missing, wrong, house) = (site.clone(), site.clone(), site.clone(), site.clone());
    let router = router
        .route("/assets/{*file}", on(MethodFilter::GET, move |request: Request| file(assets.clone(), request)))
        .fallback(move |request: Request| nowhere(missing.clone(), request))
        .method_not_allowed_fallback(move |request: Request| plain_error(wrong.clone(), request, 405));
    let router = if site.demo().is_some() { router.layer(middleware::from_fn(only_here)) } else { router };
    Ok(router.layer(middleware::map_response(move |response: Response| {
        let house = house.clone();
        async move { strict(&house, response) }
    })))
}

/// In the demo one click signs anybody in, so no page of the internet may reach it under a name of its own that leads
/// to this machine (DNS rebinding): RFC 9110 15.5.20.
async fn only_here(request: Request, next: middleware::Next) -> Response {
    let named = request
        .uri()
        .authority()
        .map(|a| a.as_str())
        .or_else(|| request.headers().get(header::HOST).map(|v| v.to_str().unwrap_or("?")));
    if named.is_none_or(is_loopback) {
        return next.run(request).await;
    }
    let mut response = Response::new(Body::from(
        "Die Demo antwortet nur unter localhost und 127.0.0.1.\nThe demo answers only as localhost and 127.0.0.1.\n",
    ));
    *response.status_mut() = StatusCode::MISDIRECTED_REQUEST;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

async fn file(site: Site, request: Request) -> Response {
    match asset(&request) {
        Some(response) => response,
        None => plain_error(site, request, 404).await,
    }
}

/// An address nobody knows. A slash too many at the end leads to the page without it.
async fn nowhere(site: Site, request: Request) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path();
    let shorter = path.trim_end_matches('/');
    if reads && shorter.len() < path.len() && site.routes().has_page(shorter) {
        let to = request.uri().query().map_or_else(|| shorter.to_owned(), |query| format!("{shorter}?{query}"));
        return finish(&site, Answer::moved(to), false, false);
    }
    plain_error(site, request, 404).await
}

async fn serve(
    site: Site,
    route: Arc<Route>,
    params: Option<RawPathParams>,
    request: Request,
    limits: Limits,
) -> Response {
    // Parts of the path that are no UTF-8 name nothing.
    let captures = params.map(|params| Captures(params.iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect()));
    match tokio::time::timeout(longest(&route, limits), served(&site, &route, captures, request, limits)).await {
        Ok(response) => response,
        Err(_) => broken(&site, &Error::internal("a request took too long"), ""),
    }
}

/// How long a request may take altogether.
fn longest(route: &Route, limits: Limits) -> std::time::Duration {
    limits.work + if route.ready.is_some() { limits.body * 4 } else { limits.body }
}

async fn served(
    site: &Site,
    route: &Arc<Route>,
    captures: Option<Captures>,
    request: Request,
    limits: Limits,
) -> Response {
    let (parts, body) = request.into_parts();
    let gzip = takes_gzip(&parts.headers);
    let ask = match ask(site, &parts.uri, &parts.headers, parts.extensions.get().copied()) {
        Ok(ask) => ask,
        Err((ask, code)) => return error_answer(site, ask, code, gzip).await,
    };
    let Some(captures) = captures else { return error_answer(site, ask, 404, gzip).await };
    if route.method == "POST" {
        if !same_origin(site, &parts.headers) {
            return error_answer(site, ask, 403, gzip).await;
        }
        // A file is not even read for whoever may not come here: her form is answered without it.
        if route.ready.is_some() && !comes_in(site, route, &ask).await {
            return write(site, route, captures, ask, gzip).await;
        }
        let fields = form(&parts.headers, body, route.limit.max(FORM_LIMIT), route.ready);
        // Many upload lines carry a tenth of what comes down, so a file may take longer.
        let within = if route.ready.is_some() { limits.body * 4 } else { limits.body };
        return match tokio::time::timeout(within, fields).await.unwrap_or(Err(408)) {
            Ok((form, made)) => write(site, route, captures, Ask { form, made, ..ask }, gzip).await,
            Err(code) => error_answer(site, ask, code, gzip).await,
        };
    }
    if let Handler::Watch(watch) = &route.handler {
        return watching::watched(site, route, Arc::clone(watch), captures, ask, &parts.headers).await;
    }
    read(site, route, captures, ask, &parts.headers, gzip).await
}

/// A page: from the shelf when the public asks for what is still right, else rendered in one snapshot.
async fn read(
    site: &Site,
    route: &Arc<Route>,
    captures: Captures,
    ask: Ask,
    headers: &HeaderMap,
    gzip: bool,
) -> Response {
    // Whoever is signed in may look at a page as those do who are not.
    let ask = if ask.query(AS) == Some(EVERYBODY) { Ask { cookies: HashMap::new(), ..ask } } else { ask };
    // One spelling of each address is kept: what could be written otherwise is rendered each time.
    let keeps = route.kept && !ask.has_query() && ask.cookies.is_empty() && !ask.path.contains('%');
    // The public page's language is that of its path alone: `/` is German, `/en` English.
    let shelf_path = if ask.english { format!("/en{}", ask.path) } else { ask.path.clone() };
    let mut turn = None;
    if keeps {
        let seq = match site.db().seq() {
            Some(seq) => Ok(seq),
            None => site.db().read(seq_now).await,
        };
        if let Ok(seq) = seq {
            let find = || site.kept().find(&shelf_path, seq, site.db().clock().now());
            if let Some(copy) = find() {
                return from_shelf(copy, gzip);
            }
            turn = Some(site.kept().turn(&shelf_path, seq).await);
            if let Some(copy) = find() {
                return from_shelf(copy, gzip);
            }
        }
    }
    let ask = Arc::new(ask);
    let (house, route, asked) = (site.clone(), Arc::clone(route), Arc::clone(&ask));
    let done = site
        .db()
        .read(move |conn| {
            let stand = asked.query("stand").map(str::trim).filter(|s| !s.is_empty());
            let invalid = stand.and_then(|s| asked.day(s).err());
            let (answer, viewer) = house.answer_read(conn, &asked, |r| {
                if let Some(why) = invalid {
                    return Err(Error::field("stand", why));
                }
                match admitted(r.viewer, &route, &asked.address())? {
                    Some(early) => Ok(early),
                    None => match &route.handler {
                        Handler::Read(show) => show(r, &captures),
                        Handler::Write(_) | Handler::Watch(_) => Err(Error::internal("this address shows no page")),
                    },
                }
            })?;
            let lasting =
                answer.status == 200 && !answer.unkept && answer.cookies.is_empty() && answer.location.is_none();
            let seq = if keeps && lasting { Some((seq_now(conn)?, conn.now())) } else { None };
            Ok((answer, viewer.signed.clone(), seq, conn.statements()))
        })
        .await;
    match done {
        Ok((answer, signed, seq, statements)) => {
            let answer = match printed(site, &ask, answer, gzip).await {
                Ok(answer) => answer,
                Err(response) => return observed(site, response, statements),
            };
            if let Some(session) = signed.as_ref().filter(|s| s.to_touch).map(|s| s.session) {
                touch(site, session);
            }
            // Kept as of the moment of its snapshot: a page begun before midnight is yesterday's.
            let copy = seq.and_then(|(seq, then)| site.kept().keep(&shelf_path, seq, then, &answer));
            drop(turn);
            if let Some(copy) = copy {
                return observed(site, from_shelf(copy, gzip), statements);
            }
            let private =
                signed.is_some() || headers.contains_key(header::COOKIE) || !answer.cookies.is_empty() || answer.secret;
            observed(site, finish(site, answer, private, gzip), statements)
        }
        Err(cause) => failed(site, &ask, &cause, gzip).await,
    }
}

/// The number of the log in a snapshot.
pub fn seq_now(conn: &db::Conn) -> Result<i64> {
    conn.count("SELECT value FROM counter WHERE name = 'event'", db::args! {})
}

async fn write(site: &Site, route: &Arc<Route>, captures: Captures, ask: Ask, gzip: bool) -> Response {
    let ask = Arc::new(ask);
    let (house, route, asked) = (site.clone(), Arc::clone(route), Arc::clone(&ask));
    let refused: Arc<std::sync::OnceLock<Answer>> = Arc::default();
    let slot = Arc::clone(&refused);
    let who: Arc<std::sync::OnceLock<i64>> = Arc::default();
    let person = Arc::clone(&who);
    let done = site
        .db()
        .write(move |tx| {
            let back = house.routes().nearest_page(&asked.path);
            let allowed = |viewer: &Viewer| {
                let _ = viewer.actor.person.map(|id| person.set(id));
                admitted(viewer, &route, &back)
            };
            let answer = house.answer_write(tx, &asked, &route, &captures, allowed)?;
            if answer.status < 400 {
                return Ok(answer);
            }
            let _ = slot.set(answer);
            Err(Error::Denied(None))
        })
        .await;
    // What she did may be what needed her.
    if let Some(person) = who.get() {
        site.forget_waiting(*person);
    }
    let refused = refused.get().cloned();
    match (done, refused) {
        (Ok(answer), _) | (Err(_), Some(answer)) => match printed(site, &ask, answer, gzip).await {
            Ok(answer) => finish(site, answer, true, gzip),
            Err(response) => response,
        },
        (Err(cause), None) => failed(site, &ask, &cause, gzip).await,
    }
}

/// The answer with its file, where it is to be a paper: made now that no snapshot and no transaction waits for it.
async fn printed(site: &Site, ask: &Ask, mut answer: Answer, gzip: bool) -> Result<Answer, Response> {
    let Some(paper) = answer.paper.take() else { return Ok(answer) };
    match crate::press::file(site, *paper).await {
        Ok(body) => Ok(Answer { body, ..answer }),
        Err(cause) => {
            // Never what stands on the paper.
            if !matches!(cause, Error::Rule(_)) {
                tracing::error!(incident = %ask.incident, "no file of a paper: {cause}");
            }
            let (house, asked) = (site.clone(), ask.clone());
            let told = site.db().read(move |conn| house.answer_read(conn, &asked, |r| errors::unprinted(r, &cause)));
            Err(match told.await {
                Ok((page, _)) => finish(site, page, true, gzip),
                Err(cause) => broken(site, &cause, &ask.incident),
            })
        }
    }
}

/// Whether a request may come to an address, asked before its body is read.
async fn comes_in(site: &Site, route: &Arc<Route>, ask: &Ask) -> bool {
    let (house, route, ask) = (site.clone(), Arc::clone(route), ask.clone());
    let admitted = site.db().read(move |conn| admitted(&house.viewer(conn, &ask)?, &route, "/")).await;
    matches!(admitted, Ok(None))
}

/// Where a strong proof is given.
pub const STRONG: &str = "/bestaetigen/stark";

/// To a page that asks for a proof first, and then back.
pub fn first(viewer: &Viewer, page: &str, back: &str) -> Answer {
    let next: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
    Answer::to(format!("{}?weiter={next}", viewer.link(&page)))
}

/// Whether the viewer may come here at all; `Some` leads to the sign-in first and then to `back`.
fn admitted(viewer: &Viewer, route: &Route, back: &str) -> Result<Option<Answer>> {
    let first = |page: &str| Ok(Some(first(viewer, page, back)));
    match route.audience {
        Audience::Public => Ok(None),
        _ if viewer.signed.is_none() => first("/anmelden"),
        Audience::Operator if !viewer.actor.operator => Err(Error::NotFound),
        Audience::SignedIn | Audience::Operator if route.strong && !viewer.is_strong() => first(STRONG),
        Audience::SignedIn | Audience::Operator => Ok(None),
    }
}

async fn plain_error(site: Site, request: Request, code: u16) -> Response {
    let gzip = takes_gzip(request.headers());
    match ask(&site, request.uri(), request.headers(), request.extensions().get().copied()) {
        Ok(ask) | Err((ask, _)) => error_answer(&site, ask, code, gzip).await,
    }
}

async fn error_answer(site: &Site, ask: Ask, code: u16, gzip: bool) -> Response {
    let (house, incident) = (site.clone(), ask.incident.clone());
    let done = site.db().read(move |conn| house.answer_read(conn, &ask, |r| errors::by_frame(r, code))).await;
    match done {
        Ok((answer, _)) => finish(site, answer, true, gzip),
        Err(cause) => broken(site, &cause, &incident),
    }
}

/// A fault of ours, told in a snapshot of its own: PostgreSQL takes no statement after one that failed.
async fn failed(site: &Site, ask: &Ask, cause: &Error, gzip: bool) -> Response {
    if let Error::Internal(fault) = cause
        && matches!(fault.downcast_ref(), Some(db::Trouble::Full | db::Trouble::Away))
    {
        return broken(site, cause, &ask.incident);
    }
    tracing::error!(incident = %ask.incident, "{cause}");
    error_answer(site, ask.clone(), 500, gzip).await
}

fn touch(site: &Site, session: i64) {
    let (db, touch) = (site.db().clone(), site.hooks().touch);
    tokio::spawn(async move {
        let _ = db.write(move |tx| touch(tx, session)).await;
    });
}
