//! The files programs ask for.

use kernel::{Actor, Error, Level, Result};
use networks::paths::{BodyList, MemberList, NetworkList, NetworkPage, PicturePage};
use positions::{
    Wanted,
    paths::{PositionList, PositionPage},
};
use web::{Answer, Reading, Slug};

use crate::{
    AccessPage, ImprintPage, OperatorPage, PrivacyPage, RegisterPage, RobotsFile, SecurityFile, SitemapFile,
    facts::Facts,
};

const PLAIN: &str = "text/plain; charset=utf-8";

/// What search engines should leave alone. It hides nothing: rights do that.
pub fn robots(r: &Reading<'_>, _: RobotsFile) -> Result<Answer> {
    let rules = if r.site.demo().is_some() {
        // Invented persons do not belong into an index.
        "Disallow: /\n".to_owned()
    } else {
        let closed = ["/anmelden", "/konto", "/suche", "/einrichtung", "/t/"]
            .map(|path| format!("Disallow: {path}\nDisallow: /en{path}\n"))
            .concat();
        format!("{closed}\nSitemap: {}\n", r.site.absolute(&SitemapFile {}))
    };
    Ok(Answer::data(PLAIN, format!("User-agent: *\n{rules}").into_bytes()))
}

/// The addresses anybody may read, in both languages.
pub fn sitemap(r: &Reading<'_>, _: SitemapFile) -> Result<Answer> {
    let mut paths = vec!["/".to_owned()];
    paths.extend([
        ImprintPage {}.to_string(),
        PrivacyPage {}.to_string(),
        AccessPage {}.to_string(),
        OperatorPage {}.to_string(),
        RegisterPage {}.to_string(),
    ]);
    paths.extend(network_pages(r)?);
    paths.extend(position_pages(r)?);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in paths {
        let german = r.site.absolute(&path);
        let english = r.site.absolute(&if path == "/" { "/en".to_owned() } else { format!("/en{path}") });
        for own in [&german, &english] {
            xml.push_str(&format!(
                "<url><loc>{own}</loc><xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"{german}\"/><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"{english}\"/></url>\n"
            ));
        }
    }
    xml.push_str("</urlset>\n");
    Ok(Answer::data("text/xml; charset=utf-8", xml.into_bytes()))
}

/// Where to report a weakness, if the installation names an address. Valid for half a year from the day it is read.
pub fn security(r: &Reading<'_>, _: SecurityFile) -> Result<Answer> {
    let contact = Facts::load(r.conn)?.mail.and_then(|m| m.href).ok_or(Error::NotFound)?;
    let text = format!(
        "Contact: {contact}\nExpires: {}T00:00:00Z\nPreferred-Languages: de, en\nCanonical: {}\n",
        r.viewer.today.plus_months(6),
        r.site.absolute(&SecurityFile {})
    );
    // The day stands in it, so a copy is right until midnight only.
    Ok(Answer::data(PLAIN, text.into_bytes()).until(r.viewer.today.next().at(0, 0)))
}

/// The pages of networks everybody may see, one statement. Whoever fetches the list, it is that of the public.
fn network_pages(r: &Reading<'_>) -> Result<Vec<String>> {
    let mut pages = vec![NetworkList {}.to_string()];
    for found in networks::list_networks(r.conn, &Actor::public(), r.viewer.today)? {
        let Ok(network) = found.slug.parse::<Slug>() else { continue };
        pages.push(NetworkPage { network: network.clone() }.to_string());
        // What lies below is the public's only where the network lets it see who belongs.
        if found.roster_level == Level::Public {
            pages.push(BodyList { network: network.clone() }.to_string());
            pages.push(MemberList { network: network.clone() }.to_string());
            pages.push(PicturePage { network }.to_string());
        }
    }
    Ok(pages)
}

/// The most positions in the list; sitemaps.org allows 50,000 addresses, and each stands here twice.
const POSITIONS_MOST: i64 = 20_000;

/// What networks published for everybody, one statement. Whoever fetches the list, it is that of the public.
fn position_pages(r: &Reading<'_>) -> Result<Vec<String>> {
    let mut pages = vec![PositionList {}.to_string()];
    let all = positions::list_published(r.conn, &Actor::public(), &Wanted::default(), (0, POSITIONS_MOST))?;
    pages.extend(all.iter().map(|p| PositionPage { position: p.id }.to_string()));
    Ok(pages)
}
