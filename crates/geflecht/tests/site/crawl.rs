//! Every page that links lead to, for several persons and in both languages: valid, whole, no dead link, no raw key.

use std::collections::{BTreeSet, VecDeque};

use crate::{
    html,
    world::{self, World},
};

/// The most pages of one kind that are opened: the world has hundreds of seats that look alike.
const ALIKE: usize = 4;

/// The kind of an address: its parts with numbers left out.
fn kind(path: &str) -> String {
    let bare = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> =
        bare.split('/').map(|p| if p.len() > 8 && p.bytes().all(|b| b.is_ascii_digit()) { "#" } else { p }).collect();
    parts.join("/") + if path.contains('?') { "?" } else { "" }
}

fn crawl(who: Option<&str>, first: &str, lang: &str) {
    world::reading(|world| crawl_in(world, who, first, lang));
}

fn crawl_in(world: &World, who: Option<&str>, first: &str, lang: &str) {
    let mut client = who.map_or_else(|| world.visitor(), |slug| world.person(slug));
    let mut waiting = VecDeque::from([first.to_owned()]);
    let (mut seen, mut alike) = (BTreeSet::new(), std::collections::HashMap::new());
    let mut wrong = Vec::new();
    while let Some(path) = waiting.pop_front() {
        let bare = path.split('#').next().unwrap_or_default().to_owned();
        let count: &mut usize = alike.entry(kind(&bare)).or_default();
        if bare.is_empty() || *count >= ALIKE || !seen.insert(bare.clone()) {
            continue;
        }
        *count += 1;
        let page = client.get(&bare);
        if !page.location.is_empty() {
            waiting.push_back(page.location.clone());
            continue;
        }
        if page.status != 200 {
            wrong.push(format!("{bare}: {}", page.status));
            continue;
        }
        let html_page = page.headers.get("content-type").is_some_and(|t| t.starts_with("text/html"));
        if !html_page {
            continue;
        }
        // The language of a page without sign-in is that of its address.
        // A page looked at as everybody sees it is one of those.
        let public = who.is_none() || bare.ends_with("als=alle");
        let here = if !public {
            lang
        } else if bare == "/en" || bare.starts_with("/en/") {
            "en"
        } else {
            "de"
        };
        wrong.extend(html::faults(&page.body, here).into_iter().map(|f| format!("{bare}: {f}")));
        let text = page.text();
        let signs = ["{ $", "{$", "T(", "Some(", "None", "&amp;amp;", "&amp;lt;", "31.12.9999"];
        let raw = signs.into_iter().find(|sign| text.contains(sign));
        let open = page.body.contains("9999-12-31").then_some("9999-12-31");
        wrong.extend(raw.or(open).map(|sign| format!("{bare}: shows „{sign}“")));
        // A crawl stays in its language: every page leads to its twin.
        if public && (here != lang || who.is_some()) {
            continue;
        }
        waiting.extend(page.links());
    }
    assert!(
        wrong.is_empty(),
        "{} faults for {who:?} from {first} on {world:?}, the first: {:#?}",
        wrong.len(),
        wrong.iter().take(25).collect::<Vec<_>>()
    );
    assert!(seen.len() > 30, "only {} pages were found for {who:?}", seen.len());
}

#[test]
fn every_page_for_the_public_in_german() {
    crawl(None, "/", "de");
}

#[test]
fn every_page_for_the_public_in_english() {
    crawl(None, "/en", "en");
}

#[test]
fn every_page_for_the_officer_with_many_hats() {
    crawl(Some("mira"), "/", "de");
}

#[test]
fn every_page_for_the_coordinator_of_the_state() {
    crawl(Some("lag"), "/", "de");
}

#[test]
fn every_page_for_a_member_of_a_sensitive_network() {
    crawl(Some("lsbtiq"), "/", "de");
}

#[test]
fn every_page_for_the_operator() {
    crawl(Some("betrieb"), "/", "de");
}
