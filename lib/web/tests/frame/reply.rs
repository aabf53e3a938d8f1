//! Asking the house and reading what it says.

use std::io::Read;

use axum::body::Body;
use http::{HeaderMap, Request, request::Builder};
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::house::House;

/// An answer, unpacked.
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    /// A header, empty when it was not sent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }
    pub fn text(&self) -> String {
        if self.header("content-encoding") == "gzip" {
            let mut text = String::new();
            flate2::read::GzDecoder::new(self.body.as_slice()).read_to_string(&mut text).unwrap();
            return text;
        }
        String::from_utf8(self.body.clone()).unwrap()
    }
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap()).collect()
    }
    /// What stands in the page's own paragraph.
    pub fn own(&self) -> String {
        let text = self.text();
        text.split_once("<p id=\"text\">")
            .and_then(|(_, rest)| rest.split_once("</p>"))
            .map_or_else(String::new, |(own, _)| own.to_owned())
    }
}

pub fn get(path: &str) -> Builder {
    Request::get(path).header("host", "localhost:8080")
}

/// A form from one of our own pages.
pub fn post(path: &str) -> Builder {
    Request::post(path)
        .header("host", "localhost:8080")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
}

impl House {
    pub async fn ask(&self, request: Builder, body: impl Into<Body>) -> Reply {
        let response = self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }
    pub async fn get(&self, path: &str) -> Reply {
        self.ask(get(path), "").await
    }
    pub async fn get_as(&self, path: &str, person: u8) -> Reply {
        self.ask(get(path).header("cookie", format!("g-s=t{person}")), "").await
    }
    pub async fn post_as(&self, path: &str, person: u8, form: impl Into<Body>) -> Reply {
        self.ask(post(path).header("cookie", format!("g-s=t{person}")), form).await
    }
}
