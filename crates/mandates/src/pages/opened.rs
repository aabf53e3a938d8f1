//! What of reports everybody may read: one report, those of a network or about a body of others, the same for feed readers, and
//! the latest of them on the page of the network or body. These pages know of no other part of a report.

use kernel::{Actor, Error, Id, Level, Result};
use networks::{Body, shell};
use web::{Answer, Entry, Feed, Page, Reading, Shown};

use super::{
    part_word,
    place::{body_row, place_of},
    view::{Block, Line, View, plain},
};
use crate::{
    kinds::opened_cards,
    paths::{PublicReport, PublicReports, ReportFeed},
    store::opened::{Opened, find_opened, list_opened},
    words::T,
};

/// How many a page of a network or body shows.
const FEW: i64 = 4;
/// How many the list and the feed hold.
const MOST: i64 = 200;
/// The most characters of what an entry of a feed says.
const SUMMARY: usize = 600;

/// One report, as far as everybody may read it.
///
/// # Errors
/// [`Error::NotFound`] where nothing of it is public.
pub fn show(r: &Reading<'_>, p: PublicReport) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let it = find_opened(r.conn, p.report)?;
    let (receiver, _) = place_of(r, it.session.receiver)?;
    let (network, _) = place_of(r, it.network)?;
    let title = t.report_of(&it.session.title);
    let mut view = View::new(v.lang, &title);
    let all = v.link(&PublicReports { body: network.id });
    view.crumbs =
        shell::crumbs(r, &[(network.short(), shell::network_link(r, &network)?), (t.public_title(), all.clone())]);
    view.lead = receiver.name_in(v.lang).to_owned();
    let mut facts = vec![
        plain(t.fact_when(), i18n::day_long(v.lang, it.session.day())),
        (t.fact_sender().to_owned(), network.name_in(v.lang).to_owned(), shell::network_link(r, &network)?),
    ];
    facts.extend(it.corrected.map(|at| plain(t.fact_corrected(), t.on_day(i18n::day_long(v.lang, at.day())))));
    view.section("angaben", t.about_title(), Block::Facts(facts));
    let parts = it.text.opened().into_iter().map(|part| plain(part_word(t, part.part), part.text)).collect();
    view.section("bericht", t.report_word(), Block::Facts(parts));
    view.back = Some((t.public_all(), all));
    let page = Page::new(format!("{title} – {}", receiver.name_in(v.lang))).nav("networks");
    let page = page.indexed(t.public_description(receiver.name_in(v.lang), network.name_in(v.lang)));
    view.answer(r, body_row(r, page, &network, Some(&network))?)
}

/// The public reports of a network, or about a body of others.
///
/// # Errors
/// [`Error::NotFound`] where the reader may not see the body.
pub fn list(r: &Reading<'_>, p: PublicReports) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = place_of(r, p.body)?;
    let all = list_opened(r.conn, body.id, MOST)?;
    let mut view = View::new(v.lang, t.public_title());
    view.crumbs = super::place::body_crumbs(r, &body, network.as_ref(), false)?;
    view.lead = body.name_in(v.lang).to_owned();
    if all.is_empty() {
        view.section("berichte", t.kind_reports(), Block::Empty(t.public_empty(), t.public_empty_text()));
    } else {
        let row =
            |card: web::Card| Line { title: card.title, href: card.url, details: vec![card.detail], ..Line::default() };
        let rows = opened_cards(r.conn, v, &all)?.into_iter().map(row).collect();
        view.section("berichte", t.kind_reports(), Block::Rows(rows));
        if body.is_network() {
            let feed = v.link(&ReportFeed { network: shell::slug(&body.slug)? });
            view.section("feed", t.public_feed_title(), Block::Ways(vec![(t.public_feed().to_owned(), feed)]));
        }
    }
    let mut page = Page::new(format!("{}: {}", t.public_title(), body.name_in(v.lang))).nav("networks");
    if body.level == Level::Public && !all.is_empty() {
        page = page.indexed(t.public_list_description(body.name_in(v.lang)));
    }
    view.answer(r, body_row(r, page, &body, network.as_ref())?)
}

/// The same of a network, for feed readers.
///
/// # Errors
/// [`Error::NotFound`] where the public may not see the network.
pub fn feed(r: &Reading<'_>, p: ReportFeed) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let network = networks::find_network(r.conn, &Actor::public(), p.network.as_str())?;
    if network.level != Level::Public {
        return Err(Error::NotFound);
    }
    let mut all = list_opened(r.conn, network.id, MOST)?;
    all.retain(|it| it.network == network.id);
    let bodies: Vec<Id<Body>> = all.iter().map(|it| it.session.receiver).collect();
    let bodies = networks::list_bodies_by_id(r.conn, &Actor::public(), &bodies)?;
    let entry = |it: &Opened| {
        let into = bodies.iter().find(|b| b.id == it.session.receiver).map_or("", |b| b.name_in(lang));
        let words = it.text.opened().into_iter().map(|part| part.text).collect::<Vec<_>>().join(" ");
        Entry {
            id: r.site.absolute(&PublicReport { report: it.id }),
            link: r.site.absolute(&r.viewer.link(&PublicReport { report: it.id })),
            title: format!("{into}: {}", it.session.title),
            // Readers of a feed take up what was put right.
            at: it.corrected.unwrap_or(it.at),
            sort: None,
            summary: words.chars().take(SUMMARY).collect(),
        }
    };
    let feed = Feed {
        lang,
        own: r.site.absolute(&r.viewer.link(&p)),
        page: r.site.absolute(&r.viewer.link(&PublicReports { body: network.id })),
        title: t.public_feed_name(network.name_in(lang)),
        author: network.name_in(lang).to_owned(),
        updated: all.iter().map(|it| it.corrected.unwrap_or(it.at)).max().unwrap_or_else(|| network.term.from.at(0, 0)),
        entries: all.iter().map(entry).collect(),
    };
    Ok(feed.answer())
}

/// The latest on the page of a network or of a body of others.
///
/// # Errors
/// When the database cannot be read.
pub fn shown(r: &Reading<'_>, body: i64) -> Result<Option<Shown>> {
    let t = T(r.viewer.lang);
    let all = list_opened(r.conn, Id::new(body), FEW + 1)?;
    let few = usize::try_from(FEW).unwrap_or(usize::MAX);
    let mut cards = opened_cards(r.conn, r.viewer, &all)?;
    let more = cards.len() > few;
    cards.truncate(few);
    let href = r.viewer.link(&PublicReports { body: Id::new(body) });
    Ok((!cards.is_empty()).then(|| Shown {
        key: "oeffentliche-berichte",
        title: t.public_title().to_owned(),
        cards,
        more: more.then(|| (t.public_all().to_owned(), href)),
    }))
}
