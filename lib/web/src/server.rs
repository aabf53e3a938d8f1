//! HTTP: the only place that knows it. Limits before work, every answer with the same strict headers.

use std::{collections::HashMap, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{RawPathParams, Request},
    response::Response,
    routing::{MethodFilter, on},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use hyper_util::rt::{TokioIo, TokioTimer};
use kernel::{Error, Lang, Result};
use tokio::{net::TcpListener, sync::Semaphore};

use crate::{
    Answer, Ask, Audience, Captures, Site, Viewer,
    answer::Cookie,
    ask::pairs,
    assets, errors,
    kept::Copy,
    route::{FORM_LIMIT, Handler, Route},
    texts::T,
};

/// The most connections served at once.
const CONNECTIONS: usize = 1024;
/// How long a browser may take for its headers, and for a whole request.
const HEADERS: Duration = Duration::from_secs(10);
const REQUEST: Duration = Duration::from_secs(60);
/// The most that is read of a body that is too large, so that the answer still arrives.
const DRAINED: usize = 32 << 20;

/// The router over every address of the site.
///
/// # Errors
/// When an address cannot be registered.
pub fn router(site: &Site) -> Result<Router> {
    let mut router = Router::new().route("/assets/{*file}", on(MethodFilter::GET, asset));
    for route in site.routes().list() {
        let filter = if route.method == "GET" { MethodFilter::GET } else { MethodFilter::POST };
        let english = if route.pattern == "/" { "/en".to_owned() } else { format!("/en{}", route.pattern) };
        let patterns = [Some(route.pattern.to_owned()), (route.audience == Audience::Public).then_some(english)];
        for pattern in patterns.into_iter().flatten() {
            let (site, route) = (site.clone(), Arc::new(route.clone()));
            router = router.route(&pattern, on(filter, move |params: RawPathParams, request: Request| serve(site.clone(), Arc::clone(&route), params, request)));
        }
    }
    let (missing, wrong) = (site.clone(), site.clone());
    let router = router
        .fallback(move |request: Request| plain_error(missing.clone(), request, 404))
        .method_not_allowed_fallback(move |request: Request| plain_error(wrong.clone(), request, 405));
    Ok(if site.demo().is_some() { router.layer(axum::middleware::from_fn(only_here)) } else { router })
}

/// In the demo one click signs anybody in, so no page of the internet may reach it under a name of its own that leads
/// to this machine (DNS rebinding): RFC 9110 15.5.20.
async fn only_here(request: Request, next: axum::middleware::Next) -> Response {
    let named = request.uri().authority().map(|a| a.as_str()).or_else(|| request.headers().get(header::HOST).map(|v| v.to_str().unwrap_or("?")));
    if named.is_none_or(is_loopback) {
        return next.run(request).await;
    }
    let mut response = Response::new(Body::from("The demo answers only as localhost or 127.0.0.1.\n"));
    *response.status_mut() = StatusCode::MISDIRECTED_REQUEST;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

/// Serves until `stop` says so, then lets running requests finish, for at most ten seconds.
///
/// # Errors
/// When the router cannot be built.
pub async fn run(site: Site, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<()> {
    let router = router(&site)?;
    let slots = Arc::new(Semaphore::new(CONNECTIONS));
    let running = hyper_util::server::graceful::GracefulShutdown::new();
    let mut builder = hyper::server::conn::http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEADERS).max_headers(64).keep_alive(true);
    tokio::pin!(stop);
    loop {
        // A full house must hear the signal to stop as well.
        let accepted = tokio::select! {
            accepted = async { (Arc::clone(&slots).acquire_owned().await, listener.accept().await) } => accepted,
            () = &mut stop => break,
        };
        let (Ok(permit), Ok((stream, _))) = accepted else {
            // Out of file handles or the like: breathe instead of spinning.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let service = hyper_util::service::TowerToHyperService::new(router.clone());
        let connection = running.watch(builder.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(Duration::from_secs(10), running.shutdown()).await;
    Ok(())
}

async fn asset(request: Request) -> Response {
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let Some(found) = assets::find(name) else { return status_only(StatusCode::NOT_FOUND) };
    let fixed = request.uri().path().contains(assets::version());
    let packed = found.gzip.clone().filter(|_| takes_gzip(request.headers()));
    let mut response = Response::new(Body::from(packed.clone().unwrap_or(Bytes::from_static(found.plain))));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.media));
    let keep = if fixed { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if packed.is_some() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn status_only(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

async fn serve(site: Site, route: Arc<Route>, params: RawPathParams, request: Request) -> Response {
    let work = served(&site, &route, &params, request);
    match tokio::time::timeout(REQUEST, work).await {
        Ok(response) => response,
        Err(_) => status_only(StatusCode::REQUEST_TIMEOUT),
    }
}

async fn served(site: &Site, route: &Arc<Route>, params: &RawPathParams, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let gzip = takes_gzip(&parts.headers);
    let ask = match ask(site, &parts.method, &parts.uri, &parts.headers) {
        Ok(ask) => ask,
        Err((ask, code)) => return error_answer(site, ask, code, gzip).await,
    };
    let captures = Captures(params.iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect());
    if route.method == "POST" {
        if !same_origin(site, &parts.headers) {
            return error_answer(site, ask, 403, gzip).await;
        }
        return match form(&parts.headers, body, route.limit.max(FORM_LIMIT)).await {
            Ok(form) => write(site, route, captures, Ask { form, ..ask }, gzip).await,
            Err(code) => error_answer(site, ask, code, gzip).await,
        };
    }
    read(site, route, captures, ask, gzip).await
}

/// A page: from the shelf when the public asks for what is still right, else rendered in one snapshot.
async fn read(site: &Site, route: &Arc<Route>, captures: Captures, ask: Ask, gzip: bool) -> Response {
    let keeps = route.kept && !ask.has_query() && ask.cookies.is_empty();
    // The public page's language is that of its path alone: `/` is German, `/en` English.
    let shelf_path = if ask.english { format!("/en{}", ask.path) } else { ask.path.clone() };
    if keeps {
        let seq = match site.db().seq() {
            Some(seq) => Ok(seq),
            None => site.db().read(seq_now).await,
        };
        if let Some(copy) = seq.ok().and_then(|seq| site.kept().find(&shelf_path, seq, site.db().clock().now())) {
            return from_shelf(site, copy, gzip);
        }
    }
    let (house, route, incident) = (site.clone(), Arc::clone(route), ask.incident.clone());
    let done = site
        .db()
        .read(move |conn| {
            let invalid = ask.query("stand").is_some_and(|s| !s.trim().is_empty() && s.trim().parse::<kernel::Day>().is_err());
            let (answer, viewer) = house.answer_read(conn, &ask, |r| {
                if invalid {
                    return Err(Error::field("stand", kernel::Reason::new("Diesen Tag gibt es im Kalender nicht. Schreiben Sie ihn so: 23.11.2026.", "The calendar has no such day. Write it like this: 23.11.2026.")));
                }
                match admitted(r.viewer, route.audience, &ask)? {
                    Some(early) => Ok(early),
                    None => match &route.handler {
                        Handler::Read(show) => show(r, &captures),
                        Handler::Write(_) => Err(Error::internal("a form was asked to show")),
                    },
                }
            })?;
            let seq = if keeps && answer.status == 200 && !answer.unkept { Some(seq_now(conn)?) } else { None };
            Ok((answer, viewer.signed.clone(), seq, conn.statements()))
        })
        .await;
    match done {
        Ok((answer, signed, seq, statements)) => {
            if let Some(session) = signed.as_ref().filter(|s| s.to_touch).map(|s| s.session) {
                touch(site, session);
            }
            let now = site.db().clock().now();
            if let (Some(seq), true) = (seq, answer.cookies.is_empty()) {
                let expires = answer.expires.unwrap_or_else(|| now.day().next().at(0, 0));
                if let Some(copy) = site.kept().keep(&shelf_path, seq, now, answer.media, &answer.body, expires) {
                    return observed(site, from_shelf(site, copy, gzip), statements);
                }
            }
            observed(site, finish(site, answer, signed.is_some(), gzip), statements)
        }
        Err(cause) => broken(site, &cause, &incident),
    }
}

fn seq_now(conn: &db::Conn) -> Result<i64> {
    conn.count("SELECT value FROM counter WHERE name = 'event'", db::args! {})
}

async fn write(site: &Site, route: &Arc<Route>, captures: Captures, ask: Ask, gzip: bool) -> Response {
    let (house, route, incident) = (site.clone(), Arc::clone(route), ask.incident.clone());
    let refused: Arc<std::sync::OnceLock<Answer>> = Arc::default();
    let slot = Arc::clone(&refused);
    let done = site
        .db()
        .write(move |tx| {
            let answer = house.answer_write(tx, &ask, &route.handler, &captures, |viewer| admitted(viewer, route.audience, &ask))?;
            if answer.status < 400 {
                return Ok(answer);
            }
            let _ = slot.set(answer);
            Err(Error::Denied(None))
        })
        .await;
    let refused = refused.get().cloned();
    match (done, refused) {
        (Ok(answer), _) | (Err(_), Some(answer)) => finish(site, answer, true, gzip),
        (Err(cause), None) => broken(site, &cause, &incident),
    }
}

/// Whether the viewer may come here at all; `Some` leads to the sign-in first.
fn admitted(viewer: &Viewer, audience: Audience, ask: &Ask) -> Result<Option<Answer>> {
    match audience {
        Audience::Public => Ok(None),
        _ if viewer.signed.is_none() => {
            let next: String = form_urlencoded::byte_serialize(ask.path.as_bytes()).collect();
            Ok(Some(Answer::to(format!("{}?weiter={next}", viewer.link(&"/anmelden")))))
        }
        Audience::SignedIn => Ok(None),
        Audience::Operator if viewer.actor.operator => Ok(None),
        Audience::Operator => Err(Error::NotFound),
    }
}

async fn plain_error(site: Site, request: Request, code: u16) -> Response {
    let gzip = takes_gzip(request.headers());
    match ask(&site, request.method(), request.uri(), request.headers()) {
        Ok(ask) | Err((ask, _)) => error_answer(&site, ask, code, gzip).await,
    }
}

async fn error_answer(site: &Site, ask: Ask, code: u16, gzip: bool) -> Response {
    let (house, incident) = (site.clone(), ask.incident.clone());
    let done = site.db().read(move |conn| house.answer_read(conn, &ask, |r| errors::with_code(r, code, vec![], T(r.viewer.lang)))).await;
    match done {
        Ok((answer, _)) => finish(site, answer, true, gzip),
        Err(cause) => broken(site, &cause, &incident),
    }
}

/// The last resort: no database, no shell, but a sentence and a number for the log.
fn broken(site: &Site, cause: &Error, incident: &str) -> Response {
    tracing::error!(incident, "{cause}");
    let text = format!(
        "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Störung</title><h1>Das hat nicht geklappt.</h1><p>Bitte versuchen Sie es in einer Minute noch einmal. Kennung: {incident}</p><p lang=\"en\">Something went wrong. Please try again in a minute.</p></html>"
    );
    finish(site, Answer::html(503, text), true, false)
}

fn ask(site: &Site, method: &Method, uri: &http::Uri, headers: &HeaderMap) -> std::result::Result<Ask, (Ask, u16)> {
    let full = uri.path();
    let (path, english) = match full.strip_prefix("/en") {
        Some("") => ("/", true),
        Some(rest) if rest.starts_with('/') => (rest, true),
        _ => (full, false),
    };
    let agent: String = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().chars().take(200).collect();
    let incident = crate::once::number().chars().take(8).collect();
    let lang = if english { Lang::En } else { Lang::De };
    let mut ask = Ask { path: path.to_owned(), lang, english, query: Vec::new(), form: Vec::new(), cookies: cookies(site, headers), agent, incident };
    let _ = method;
    match pairs(uri.query().unwrap_or_default().as_bytes(), 30) {
        Some(query) => {
            ask.query = query;
            Ok(ask)
        }
        None => Err((ask, 422)),
    }
}

/// Only our own cookies count; what other programs on the host set is not looked at.
fn cookies(site: &Site, headers: &HeaderMap) -> HashMap<String, String> {
    let prefix = cookie_prefix(site);
    let all = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    all.filter_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        let name = name.strip_prefix(prefix)?;
        (value.len() <= 4096).then(|| (name.to_owned(), value.to_owned()))
    })
    .take(8)
    .collect()
}

/// `__Host-` binds a cookie to this host and to TLS (RFC 6265bis 4.1.3.2).
fn cookie_prefix(site: &Site) -> &'static str {
    if site.outside().is_secure() { "__Host-g-" } else { "g-" }
}

fn cookie_header(site: &Site, cookie: &Cookie) -> String {
    let secure = if site.outside().is_secure() { "; Secure" } else { "" };
    let age = match (cookie.value.is_empty(), cookie.seconds) {
        (true, _) => "; Max-Age=0".to_owned(),
        (false, Some(seconds)) => format!("; Max-Age={seconds}"),
        (false, None) => String::new(),
    };
    format!("{}{}={}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_prefix(site), cookie.name, cookie.value)
}

/// Unsafe requests come from our own pages: by what the browser says of their site, else of their origin. Without
/// either, only a request that carries no cookie passes, since it can act for nobody.
fn same_origin(site: &Site, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|v| v.to_str().unwrap_or("?").to_owned());
    match (text(HeaderName::from_static("sec-fetch-site")).as_deref(), text(header::ORIGIN)) {
        (Some("same-origin" | "none"), _) => true,
        (Some(_), _) => false,
        (None, Some(origin)) => is_our_origin(site, &origin, text(header::HOST).as_deref()),
        (None, None) => !headers.contains_key(header::COOKIE),
    }
}

fn is_our_origin(site: &Site, origin: &str, host: Option<&str>) -> bool {
    if origin == site.outside().base_url {
        return true;
    }
    let local = origin.strip_prefix("http://").filter(|o| site.outside().loopback && is_loopback(o));
    local.is_some() && local == host
}

/// Whether a host, with or without port, is this machine by name.
#[must_use]
pub fn is_loopback(host: &str) -> bool {
    let bare = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(h, _)| h);
    matches!(bare, "localhost" | "127.0.0.1" | "[::1]")
}

async fn form(headers: &HeaderMap, body: Body, limit: usize) -> std::result::Result<Vec<(String, String)>, u16> {
    let media = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let said = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<usize>().ok()).unwrap_or(0);
    if said > DRAINED {
        return Err(413);
    }
    let bytes = to_bytes(body, DRAINED).await.map_err(|_| 413_u16)?;
    if bytes.len() > limit {
        return Err(413);
    }
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    if !media.starts_with("application/x-www-form-urlencoded") {
        return Err(415);
    }
    pairs(&bytes, 2000).ok_or(422)
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.split(',').any(|part| part.trim().starts_with("gzip")))
}

fn from_shelf(site: &Site, copy: Copy, gzip: bool) -> Response {
    let mut response = Response::new(Body::from(if gzip { copy.gzip } else { copy.plain }));
    let headers = response.headers_mut();
    if gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(copy.media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    secure(site, headers, false);
    response
}

fn finish(site: &Site, answer: Answer, private: bool, gzip: bool) -> Response {
    // What is only for one person is packed too: no page holds a secret beside text from elsewhere.
    let packed = if gzip && answer.body.len() > 1400 && answer.media.starts_with("text/") { crate::kept::gzip(&answer.body, flate2::Compression::fast()) } else { None };
    let is_packed = packed.is_some();
    let mut response = Response::new(Body::from(packed.unwrap_or(answer.body)));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(if private { "no-store" } else { "no-cache" }));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    if is_packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    let mut put = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.append(name, value);
        }
    };
    if let Some(location) = answer.location {
        put(header::LOCATION, location);
    }
    if let Some(name) = answer.download {
        put(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""));
    }
    for cookie in &answer.cookies {
        put(header::SET_COOKIE, cookie_header(site, cookie));
    }
    secure(site, headers, answer.embeddable);
    response
}

/// The same on every answer: no script or style but our own, no frame, no guessing of types, no leaking of addresses.
fn secure(site: &Site, headers: &mut HeaderMap, embeddable: bool) {
    let policy = if embeddable {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *"
    } else {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), microphone=(), geolocation=(), browsing-topics=()"));
    if site.outside().is_secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

fn observed(site: &Site, mut response: Response, statements: u32) -> Response {
    if site.outside().observe {
        response.headers_mut().insert("x-statements", HeaderValue::from(statements));
    }
    response
}

fn touch(site: &Site, session: i64) {
    let (db, touch) = (site.db().clone(), site.hooks().touch);
    tokio::spawn(async move {
        let _ = db.write(move |tx| touch(tx, session)).await;
    });
}
