//! What goes out: one place for headers, cookies and addresses, so that no handler can forget or forge them.

use axum::{
    body::{Body, Bytes},
    extract::Request,
    response::Response,
};
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::Error;

use super::incoming::takes_gzip;
use crate::{Answer, Site, answer::Cookie, assets, kept::Copy};

/// Marks an answer other sites may show in a frame.
#[derive(Clone)]
struct Embeddable;

/// A file of the program, if it has one of that name. Its address holds the number of what all files hold.
pub fn asset(request: &Request) -> Option<Response> {
    let path = request.uri().path().strip_prefix("/assets/")?;
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let found = assets::find(name).filter(|_| folder.bytes().all(|b| b.is_ascii_alphanumeric()))?;
    let packed = found.gzip.clone().filter(|_| takes_gzip(request.headers()));
    let is_packed = packed.is_some();
    let mut response = Response::new(Body::from(packed.unwrap_or(Bytes::from_static(found.plain))));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(found.media));
    let keep = if folder == assets::version() { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if is_packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    Some(response)
}

/// The last resort: no database, no shell, but a sentence and a number for the log.
pub fn broken(site: &Site, cause: &Error, incident: &str) -> Response {
    tracing::error!(incident, "{cause}");
    let text = format!(
        "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Störung</title><h1>Das hat nicht geklappt.</h1>\
         <p>Bitte versuchen Sie es in einer Minute noch einmal. Kennung: {incident}</p><p lang=\"en\">Something went wrong. Please try again in a minute.</p><p><a href=\"/\">Zur Startseite</a></p></html>"
    );
    let mut response = finish(site, Answer::html(503, text), true, false);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

/// `__Host-` binds a cookie to this host and to TLS (RFC 6265bis 4.1.3.2).
pub fn cookie_prefix(site: &Site) -> &'static str {
    if site.outside().is_secure() { "__Host-g-" } else { "g-" }
}

fn cookie_header(site: &Site, cookie: &Cookie) -> String {
    let secure = if site.outside().is_secure() { "; Secure" } else { "" };
    let age = match (cookie.value.is_empty(), cookie.seconds) {
        (true, _) => "; Max-Age=0".to_owned(),
        (false, Some(seconds)) => format!("; Max-Age={seconds}"),
        (false, None) => String::new(),
    };
    // What RFC 6265 4.1.1 does not allow in a value could end it and add attributes.
    let value = escaped(&cookie.value, |b| b.is_ascii_graphic() && !matches!(b, b'"' | b',' | b';' | b'\\'));
    format!("{}{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_prefix(site), cookie.name)
}

/// Percent-encodes every byte that may not stand as it is.
fn escaped(text: &str, plain: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// An address of this house as a header takes it. One that leads elsewhere leads home instead: no page of ours sends
/// anybody away unseen.
fn location(site: &Site, text: &str) -> String {
    let within = text
        .strip_prefix(site.outside().base_url.as_str())
        .filter(|rest| rest.starts_with(['/', '?', '#']))
        .unwrap_or(text);
    if !crate::path::is_local(within) && !within.starts_with(['?', '#']) {
        tracing::error!("an answer led out of the house");
        return "/".to_owned();
    }
    escaped(within, |b| {
        b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
    })
}

/// The name to save under, for old browsers and for those that know RFC 6266 4.3.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let full = escaped(name, |b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

/// A copy, packed for whoever takes that.
pub fn from_shelf(copy: Copy, gzip: bool) -> Response {
    let mut response = Response::new(Body::from(if gzip { copy.gzip } else { copy.plain }));
    let headers = response.headers_mut();
    if gzip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    described(&mut response, copy.media, "no-cache", copy.download.as_deref(), copy.embeddable);
    response
}

/// An answer of a handler; `private` ones are stored nowhere on the way.
pub fn finish(site: &Site, answer: Answer, private: bool, gzip: bool) -> Response {
    // What is only for one person is packed too: no page holds a secret beside text from elsewhere.
    let packed = if gzip && answer.body.len() > 1400 && is_text(answer.media) {
        crate::kept::gzip(&answer.body, flate2::Compression::fast())
    } else {
        None
    };
    let is_packed = packed.is_some();
    let mut response = Response::new(Body::from(packed.unwrap_or(answer.body)));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    described(
        &mut response,
        answer.media,
        if private { "no-store" } else { "no-cache" },
        answer.download.as_deref(),
        answer.embeddable,
    );
    let headers = response.headers_mut();
    if is_packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    let mut put = |name: HeaderName, value: String| match HeaderValue::from_str(&value) {
        Ok(value) => drop(headers.append(name, value)),
        Err(_) => tracing::error!("{name} could not be written"),
    };
    if let Some(seconds) = answer.retry_after {
        put(header::RETRY_AFTER, seconds.to_string());
    }
    if let Some(to) = answer.location {
        put(header::LOCATION, location(site, &to));
    }
    for cookie in &answer.cookies {
        put(header::SET_COOKIE, cookie_header(site, cookie));
    }
    response
}

fn is_text(media: &str) -> bool {
    media.starts_with("text/") || media.contains("xml") || media.contains("json")
}

fn described(
    response: &mut Response,
    media: &'static str,
    keep: &'static str,
    download: Option<&str>,
    embeddable: bool,
) {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, cookie"));
    if let Some(value) = download.and_then(|name| HeaderValue::from_str(&disposition(name)).ok()) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    if embeddable {
        response.extensions_mut().insert(Embeddable);
    }
}

const ALONE: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const FRAMED: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *";
/// A picture opened by itself is a document, but one in which nothing runs.
const PICTURE: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/// A file to save is no page: even opened by mistake nothing in it runs, and it belongs to no origin.
const FILE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// The same on every answer: no script or style but our own, no frame, no guessing of types, no leaking of addresses.
pub fn strict(site: &Site, mut response: Response) -> Response {
    let embeddable = response.extensions().get::<Embeddable>().is_some();
    let headers = response.headers_mut();
    let picture = headers.get(header::CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(b"image/svg"));
    let saved = headers.contains_key(header::CONTENT_DISPOSITION);
    let policy = match (embeddable, saved, picture) {
        (true, ..) => FRAMED,
        (false, true, _) => FILE,
        (false, false, true) => PICTURE,
        (false, false, false) => ALONE,
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    if !embeddable {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    );
    if site.outside().is_secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// In the demo and in tests: how many statements an answer took.
pub fn observed(site: &Site, mut response: Response, statements: u32) -> Response {
    if site.outside().observe {
        response.headers_mut().insert("x-statements", HeaderValue::from(statements));
    }
    response
}
