//! What every installation must tell: who runs it, what happens to data, how barriers are reported, which licences
//! apply; and the files that programs ask for (robots.txt, sitemap.xml, security.txt).
//!
//! Everything is made from the settings and the schema; where a setting is missing, the page says so.

mod facts;
mod pages;
mod register;
mod store;

mod texts {
    i18n::texts!();
}

use web::{Audience, Routes, Slice};

web::paths! {
    /// Who is answerable (§ 5 DDG).
    pub ImprintPage = "/impressum" {}
    /// What happens to personal data (Art. 13 GDPR).
    pub PrivacyPage = "/datenschutz" {}
    /// How accessible the pages are and where to report barriers (Directive (EU) 2016/2102, Art. 7).
    pub AccessPage = "/barrierefreiheit" {}
    /// Who runs this, with which program, and what the server's owner could read.
    pub OperatorPage = "/betrieb" {}
    /// The record of processing activities (Art. 30 GDPR).
    pub RegisterPage = "/verzeichnis" {}
    /// What search engines may read (RFC 9309).
    pub RobotsFile = "/robots.txt" {}
    /// The public pages, for search engines (sitemaps.org, 0.9).
    pub SitemapFile = "/sitemap.xml" {}
    /// Where to report a weakness (RFC 9116).
    pub SecurityFile = "/.well-known/security.txt" {}
}

fn routes() -> Routes {
    Routes::new()
        .get(Audience::Public, pages::imprint)
        .get(Audience::Public, pages::privacy)
        .get(Audience::Public, pages::access)
        .get(Audience::Public, pages::operator)
        .get(Audience::Public, register::show)
        .get(Audience::Public, pages::files::robots)
        .get(Audience::Public, pages::files::sitemap)
        .get(Audience::Public, pages::files::security)
}

/// What this slice gives to the house.
#[must_use]
pub fn slice() -> Slice {
    Slice { routes, ..Slice::named("public") }
}
