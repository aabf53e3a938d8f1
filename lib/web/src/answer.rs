//! What a handler answers with.

use kernel::Moment;
use papers::{Format, Paper};

/// The most characters a note may have.
pub const NOTE: usize = 200;

/// A cookie to set; an empty value clears it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cookie {
    /// Its bare name; the server adds the prefix that binds it to the host.
    pub name: &'static str,
    /// Its value: letters, digits and what percent-encoding gives.
    pub value: String,
    /// How long it lives, in seconds; `None` until the browser closes.
    pub seconds: Option<i64>,
}

/// What goes back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status; 400 and above roll a write back.
    pub status: u16,
    /// Media type.
    pub media: &'static str,
    /// The body.
    pub body: Vec<u8>,
    /// Where to go instead.
    pub location: Option<String>,
    /// Cookies to set.
    pub cookies: Vec<Cookie>,
    /// When a kept copy is no longer right, besides any change of the data.
    pub expires: Option<Moment>,
    /// The name to save it under.
    pub download: Option<String>,
    /// Whether other sites may show it in a frame (an organisation's embeddable page).
    pub embeddable: bool,
    /// Not to be kept even when public.
    pub unkept: bool,
    /// For whoever holds a link alone: stored nowhere on the way, though nobody is signed in.
    pub secret: bool,
    /// From when on asking again has a point (RFC 9110 10.2.3): seconds from now.
    pub retry_after: Option<i64>,
    /// What the file is made of that goes back instead of the body: once the snapshot is closed, for it takes a while.
    pub paper: Option<Box<(Paper, Format)>>,
}

impl Answer {
    /// A page of HTML.
    #[must_use]
    pub fn html(status: u16, body: String) -> Self {
        Self {
            status,
            media: "text/html; charset=utf-8",
            body: body.into_bytes(),
            location: None,
            cookies: Vec::new(),
            expires: None,
            download: None,
            embeddable: false,
            unkept: false,
            secret: false,
            retry_after: None,
            paper: None,
        }
    }
    /// Text of another media type.
    #[must_use]
    pub fn data(media: &'static str, body: Vec<u8>) -> Self {
        Self { media, body, ..Self::html(200, String::new()) }
    }
    /// A paper as a file to save.
    #[must_use]
    pub fn paper(paper: Paper, format: Format) -> Self {
        let download = Some(paper.file_name(format));
        Self { download, paper: Some(Box::new((paper, format))), ..Self::data(format.media(), Vec::new()) }
    }
    /// To another address, with GET.
    #[must_use]
    pub fn to(location: impl Into<String>) -> Self {
        Self { location: Some(location.into()), ..Self::html(303, String::new()) }
    }
    /// To another address for ever.
    #[must_use]
    pub fn moved(location: impl Into<String>) -> Self {
        Self { location: Some(location.into()), ..Self::html(301, String::new()) }
    }
    /// With a cookie.
    #[must_use]
    pub fn with_cookie(mut self, cookie: Cookie) -> Self {
        self.cookies.push(cookie);
        self
    }
    /// With a sentence the next page shows once, such as "Gespeichert."
    #[must_use]
    pub fn with_note(self, text: &str) -> Self {
        let text: String = text.chars().take(NOTE).collect();
        let value: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
        self.with_cookie(Cookie { name: "note", value, seconds: Some(60) })
    }
    /// A copy of a public page is wrong from then on, whatever happens to the data.
    #[must_use]
    pub const fn until(mut self, moment: Moment) -> Self {
        self.expires = Some(moment);
        self
    }
    /// For whoever holds a link alone.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        (self.unkept, self.secret) = (true, true);
        self
    }
    /// Not to be kept.
    #[must_use]
    pub const fn fresh(mut self) -> Self {
        self.unkept = true;
        self
    }
}
