//! A browser without script: keeps cookies, sends forms, follows nothing by itself.

use std::collections::HashMap;

use axum::body::Body;
use http::{Request, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::{html, world::World};

/// What came back.
pub struct Page {
    /// HTTP status.
    pub status: u16,
    /// Where it was asked.
    pub path: String,
    /// Where it leads.
    pub location: String,
    /// The body.
    pub body: String,
    /// Headers by their lower-case name.
    pub headers: HashMap<String, String>,
}

impl Page {
    /// The words a reader sees, blanks folded.
    pub fn text(&self) -> String {
        html::text(&self.body)
    }
    /// Asserts that a reader sees these words.
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Self {
        assert!(
            self.text().contains(words),
            "{} ({}) does not show „{words}“:\n{}",
            self.path,
            self.status,
            self.text()
        );
        self
    }
    /// Asserts that these words are nowhere in the answer, not even in an attribute.
    #[track_caller]
    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.body.contains(words) && !self.text().contains(words), "{} shows „{words}“", self.path);
        self
    }
    /// Asserts that none of these persons is named, nor anywhere in the answer.
    #[track_caller]
    pub fn names_none_of(&self, people: &[(i64, String)]) -> &Self {
        let text = self.text();
        let named = |name: &String| text.contains(name.as_str()) || self.body.contains(name.as_str());
        let named: Vec<&String> = people.iter().map(|(_, name)| name).filter(|name| named(name)).collect();
        assert!(named.is_empty(), "{} names {named:?}", self.path);
        self
    }
    /// Asserts the status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.text());
        self
    }
    /// How many statements the page took.
    pub fn statements(&self) -> u32 {
        self.headers.get("x-statements").and_then(|v| v.parse().ok()).unwrap_or(0)
    }
    /// Every address the page leads to on this site.
    pub fn links(&self) -> Vec<String> {
        html::links(&self.body)
    }
}

/// A browser.
pub struct Client<'a> {
    world: &'a World,
    cookies: HashMap<String, String>,
}

impl<'a> Client<'a> {
    /// Without cookies.
    pub fn new(world: &'a World) -> Self {
        Self { world, cookies: HashMap::new() }
    }
    /// Takes a cookie as if an answer had set it.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
    /// Opens a page.
    pub fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.send(path, request)
    }
    /// Opens a page and where it leads, at most five times.
    pub fn follow(&mut self, path: &str) -> Page {
        let mut page = self.get(path);
        for _ in 0..5 {
            if page.location.is_empty() {
                return page;
            }
            page = self.get(&page.location.clone());
        }
        panic!("{path} leads in circles")
    }
    /// Sends a form as our own page would.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.post_raw(path, "application/x-www-form-urlencoded", body.into_bytes(), Some(crate::world::BASE))
    }
    /// Sends anything, from any origin.
    pub fn post_raw(&mut self, path: &str, media: &str, body: Vec<u8>, origin: Option<&str>) -> Page {
        let mut request = self.request("POST", path).header(header::CONTENT_TYPE, media);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        let request = request.body(Body::from(body)).unwrap();
        self.send(path, request)
    }

    fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8080")
            .header(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        if !self.cookies.is_empty() {
            let all: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            request = request.header(header::COOKIE, all.join("; "));
        }
        request
    }

    fn send(&mut self, path: &str, request: Request<Body>) -> Page {
        let router = self.world.router.clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (parts, bytes) = runtime.block_on(async {
            let response = router.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            (parts, body.collect().await.unwrap().to_bytes())
        });
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().unwrap();
            let (name, rest) = text.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            assert!(text.contains("HttpOnly") && text.contains("SameSite=Lax"), "{text}");
            if text.contains("Max-Age=0") {
                self.cookies.remove(name)
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned())
            };
        }
        let headers: HashMap<String, String> =
            parts.headers.iter().map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
        let location = headers.get("location").cloned().unwrap_or_default();
        Page {
            status: parts.status.as_u16(),
            path: path.to_owned(),
            location,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            headers,
        }
    }
}
