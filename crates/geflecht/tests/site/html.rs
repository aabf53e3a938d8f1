//! Looking at a page as a reader and as a checker of HTML.

use scraper::{ElementRef, Html, Node, Selector};

fn select(query: &str) -> Selector {
    Selector::parse(query).unwrap()
}

/// The words a reader sees, blanks folded; soft hyphens are no letters.
pub fn text(body: &str) -> String {
    let mut words = String::new();
    seen(Html::parse_document(body).root_element(), &mut words);
    words.replace(['\u{ad}', '\u{2060}'], "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn seen(element: ElementRef<'_>, words: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => {
                words.push_str(text);
                words.push(' ');
            }
            Node::Element(e) if !matches!(e.name(), "script" | "style" | "head") => {
                ElementRef::wrap(child).into_iter().for_each(|inner| seen(inner, words));
            }
            _ => {}
        }
    }
}

/// Every address on this site, in the order of the page.
pub fn links(body: &str) -> Vec<String> {
    let document = Html::parse_document(body);
    let found =
        document.select(&select("a[href], link[href], use[href], script[src], form[action]")).collect::<Vec<_>>();
    let mut all: Vec<String> = Vec::new();
    for element in found {
        let method = element.value().attr("method").unwrap_or("get");
        let address = ["href", "src", "action"].iter().find_map(|a| element.value().attr(a));
        if let Some(address) = address.filter(|a| a.starts_with('/') && method.eq_ignore_ascii_case("get")) {
            all.push(address.to_owned());
        }
    }
    all
}

fn own_text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a page; empty when nothing is.
pub fn faults(body: &str, lang: &str) -> Vec<String> {
    let document = Html::parse_document(body);
    let mut wrong: Vec<String> = document.errors.iter().map(|e| format!("not valid: {e}")).collect();
    let count = |q: &str| document.select(&select(q)).count();
    if count("h1") != 1 {
        wrong.push(format!("{} h1", count("h1")));
    }
    if count("main") != 1 {
        wrong.push(format!("{} main", count("main")));
    }
    if document.select(&select("html")).next().and_then(|h| h.value().attr("lang")) != Some(lang) {
        wrong.push(format!("its language is not {lang}"));
    }
    for forbidden in ["[style]", "style", "script:not([src])", "[onclick]", "[onload]", "a:not([href])"] {
        if count(forbidden) > 0 {
            wrong.push(format!("has {forbidden}"));
        }
    }
    headings(&document, &mut wrong);
    ids(&document, &mut wrong);
    labels(&document, &mut wrong);
    for link in document.select(&select("a[href]")) {
        let named = !own_text(link).is_empty() || link.value().attr("aria-label").is_some();
        if !named {
            wrong.push(format!("a link without words: {}", link.html()));
        }
    }
    for table in document.select(&select("table")) {
        if table.select(&select("caption")).count() != 1 && table.value().attr("aria-label").is_none() {
            wrong.push("a table without caption".to_owned());
        }
    }
    for picture in document.select(&select("svg[role=img]")) {
        // The tree builder keeps SVG's own names.
        if !picture.html().contains("<title") && picture.value().attr("aria-label").is_none() {
            wrong.push("a picture without title".to_owned());
        }
    }
    wrong
}

fn headings(document: &Html, wrong: &mut Vec<String>) {
    let mut last = 0;
    for heading in document.select(&select("h1, h2, h3, h4, h5, h6")) {
        let level = heading.value().name()[1..].parse::<i32>().unwrap();
        if level > last + 1 {
            wrong.push(format!("h{level} after h{last}: {}", own_text(heading)));
        }
        if own_text(heading).is_empty() {
            wrong.push(format!("an empty h{level}"));
        }
        last = level;
    }
}

fn ids(document: &Html, wrong: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    for element in document.select(&select("[id]")) {
        let id = element.value().attr("id").unwrap();
        if !seen.insert(id.to_owned()) {
            wrong.push(format!("id {id} stands twice"));
        }
    }
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for element in document.select(&select(&format!("[{attribute}]"))) {
            for id in element.value().attr(attribute).unwrap().split_whitespace() {
                if !seen.contains(id) {
                    wrong.push(format!("{attribute} names {id}, which is not there"));
                }
            }
        }
    }
    for element in document.select(&select("a[href^='#']")) {
        let id = element.value().attr("href").unwrap().trim_start_matches('#');
        if !id.is_empty() && !seen.contains(id) {
            wrong.push(format!("#{id} leads nowhere"));
        }
    }
}

fn labels(document: &Html, wrong: &mut Vec<String>) {
    let named: std::collections::HashSet<&str> =
        document.select(&select("label[for]")).filter_map(|l| l.value().attr("for")).collect();
    for field in document.select(&select("input:not([type=hidden]), select, textarea")) {
        let id = field.value().attr("id").unwrap_or_default();
        let labelled = !id.is_empty() && named.contains(id);
        let inside = field.ancestors().filter_map(ElementRef::wrap).any(|a| a.value().name() == "label");
        if !labelled && !inside && field.value().attr("aria-label").is_none() {
            wrong.push(format!("a field without label: {}", field.html()));
        }
    }
}
