//! What comes in: limited, decoded, and from whom.

use std::collections::HashMap;

use axum::body::Body;
use http::{HeaderMap, HeaderName, Uri, header};
use http_body_util::BodyExt;
use kernel::Lang;
use tokio::sync::Semaphore;

use super::outgoing::cookie_prefix;
use crate::{Ask, Made, Origin, Peer, Ready, Site, as_fields, ask::pairs, boundary, parts};

/// The most that is read of a body that is too large, so that the answer still arrives. It is thrown away meanwhile.
const DRAINED: usize = 32 << 20;

/// The question in a request, or what can be said of it and the status that refuses it.
#[expect(
    clippy::result_large_err,
    reason = "the refusal carries the question, so that its page is in the right language"
)]
pub fn ask(site: &Site, uri: &Uri, headers: &HeaderMap, peer: Option<Peer>) -> Result<Ask, (Ask, u16)> {
    let full = uri.path();
    let (path, english) = match full.strip_prefix("/en") {
        Some("") => ("/", true),
        Some(rest) if rest.starts_with('/') => (rest, true),
        _ => (full, false),
    };
    // No page has such an address, and a link to it would lead to another house.
    let path = if crate::path::is_local(path) { path } else { "/" };
    let agent: String =
        headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().chars().take(200).collect();
    let incident = crate::once::number().chars().take(8).collect();
    let lang = if english { Lang::En } else { Lang::De };
    let mut ask = Ask {
        path: path.to_owned(),
        lang,
        english,
        query: Vec::new(),
        form: Vec::new(),
        cookies: cookies(site, headers),
        today: site.db().clock().today(),
        agent,
        incident,
        origin: Origin::of(&site.outside().proxies, peer, headers),
        made: None,
    };
    match pairs(uri.query().unwrap_or_default().as_bytes(), 30) {
        Ok(query) => {
            ask.query = query;
            Ok(ask)
        }
        Err(_) => Err((ask, 422)),
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

/// Unsafe requests come from our own pages: by what the browser says of their site, else of their origin. Without
/// either, only a request that carries no cookie passes, since it can act for nobody.
pub fn same_origin(site: &Site, headers: &HeaderMap) -> bool {
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
    let bare =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(h, _)| h);
    matches!(bare, "localhost" | "127.0.0.1" | "[::1]")
}

/// How many files are read at once: each may take a second of a processor and some memory.
static READERS: Semaphore = Semaphore::const_new(2);

/// How many bodies with files are held at once: each may take twenty megabytes. Others wait for their turn within their time.
static HELD: Semaphore = Semaphore::const_new(4);

/// The fields of a form, and what its files became; the status that refuses it otherwise.
pub async fn form(
    headers: &HeaderMap,
    body: Body,
    limit: usize,
    ready: Option<Ready>,
) -> Result<(Vec<(String, String)>, Option<Made>), u16> {
    let said = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.parse::<usize>().ok())
        .unwrap_or(0);
    if said > DRAINED {
        return Err(413);
    }
    let held = match ready {
        Some(_) => Some(HELD.acquire().await.map_err(|_| 500_u16)?),
        None => None,
    };
    let bytes = bytes(body, limit).await?;
    if bytes.is_empty() {
        return Ok((Vec::new(), None));
    }
    let media = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if let (Some(ready), Some(boundary)) = (ready, boundary(media)) {
        let found = parts(&bytes, boundary)?;
        drop(bytes);
        let fields = as_fields(&found)?;
        let turn = READERS.acquire().await.map_err(|_| 500_u16)?;
        let made = tokio::task::spawn_blocking(move || ready(&found)).await.map_err(|_| 500_u16)?;
        drop((turn, held));
        return Ok((fields, Some(made)));
    }
    if !media
        .split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
    {
        return Err(415);
    }
    Ok((pairs(&bytes, 2000)?, None))
}

/// A body of at most that many bytes. More is read on for a while, but never held.
async fn bytes(mut body: Body, limit: usize) -> Result<Vec<u8>, u16> {
    let (mut held, mut seen) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| 400_u16)?.into_data() else { continue };
        seen = seen.saturating_add(data.len());
        if seen > DRAINED {
            return Err(413);
        }
        if seen <= limit {
            held.extend_from_slice(&data);
        } else {
            held = Vec::new();
        }
    }
    if seen > limit { Err(413) } else { Ok(held) }
}

/// Whether the browser takes gzip; `gzip;q=0` says it does not (RFC 9110 12.5.3).
pub fn takes_gzip(headers: &HeaderMap) -> bool {
    let refuses = |weight: &str| {
        weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0))
    };
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).any(
        |part| {
            let mut words = part.split(';');
            words.next().is_some_and(|coding| coding.trim().eq_ignore_ascii_case("gzip")) && !words.any(refuses)
        },
    )
}
