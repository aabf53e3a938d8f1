//! Markdown as HTML.

use html_escape::encode_quoted_attribute_to_string;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{DEEPEST, events, is_shown, leads};

/// Every tag that can come out; `a` is the only one with attributes.
pub const ALLOWED: [&str; 13] =
    ["p", "br", "strong", "em", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "a"];

/// A writing as HTML for a page, without anything that could act.
#[must_use]
pub fn html(text: &str) -> String {
    let mut out =
        Out { html: String::with_capacity(text.len() + text.len() / 4), depth: 0, links: Vec::new(), code: false };
    for event in events(text) {
        out.take(event);
    }
    out.html
}

struct Out {
    html: String,
    /// How many quotes and lists are open.
    depth: usize,
    /// For each open link whether it leads anywhere.
    links: Vec<bool>,
    /// Within code links are no links.
    code: bool,
}

impl Out {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.links.is_empty() && !self.code => self.linked(&words),
            // Raw HTML is shown as what was typed.
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => self.words(&words),
            Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.html.push_str("<code>");
                self.words(&words);
                self.html.push_str("</code>");
            }
            // A line break is meant as one by whoever writes a mail.
            Event::SoftBreak | Event::HardBreak => self.html.push_str("<br>"),
            Event::Rule => self.html.push_str("<hr>"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.html.push_str("<p>"),
            // Pages have headings of their own; in a contribution one is a strong line.
            Tag::Heading { .. } => self.html.push_str("<p><strong>"),
            Tag::CodeBlock(_) => {
                self.code = true;
                self.html.push_str("<pre><code>");
            }
            Tag::HtmlBlock => self.html.push_str("<p>"),
            Tag::BlockQuote(_) => self.deeper("<blockquote>"),
            Tag::List(None) => self.deeper("<ul>"),
            Tag::List(Some(_)) => self.deeper("<ol>"),
            Tag::Item if self.depth <= DEEPEST => self.html.push_str("<li>"),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<del>"),
            Tag::Link { dest_url, .. } => {
                let leads = leads(dest_url) && !self.links.contains(&true);
                if leads {
                    self.opened(dest_url);
                }
                self.links.push(leads);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.html.push_str("</p>"),
            TagEnd::Heading(_) => self.html.push_str("</strong></p>"),
            TagEnd::CodeBlock => {
                self.code = false;
                self.html.push_str("</code></pre>");
            }
            TagEnd::BlockQuote(_) => self.higher("</blockquote>"),
            TagEnd::List(false) => self.higher("</ul>"),
            TagEnd::List(true) => self.higher("</ol>"),
            TagEnd::Item if self.depth <= DEEPEST => self.html.push_str("</li>"),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.html.push_str("</a>"),
            _ => {}
        }
    }

    fn deeper(&mut self, tag: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST {
            self.html.push_str(tag);
        }
    }

    fn higher(&mut self, tag: &str) {
        if self.depth <= DEEPEST {
            self.html.push_str(tag);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn opened(&mut self, address: &str) {
        self.html.push_str("<a rel=\"noopener noreferrer nofollow\" href=\"");
        self.words(address);
        self.html.push_str("\">");
    }

    /// Words in which addresses that were typed as such become links.
    fn linked(&mut self, words: &CowStr<'_>) {
        let mut rest: &str = words;
        while let Some(at) = ["https://", "http://"].iter().filter_map(|begin| rest.find(begin)).min() {
            let (before, from) = rest.split_at(at);
            let end =
                from.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'')).unwrap_or(from.len());
            // A sign that closes the sentence belongs to the sentence.
            let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_']);
            self.words(before);
            if leads(address) && address.len() > "https://".len() {
                self.opened(address);
                self.words(address);
                self.html.push_str("</a>");
            } else {
                self.words(address);
            }
            rest = &from[address.len()..];
            // Nothing was taken: the sign itself, so that this ends.
            if address.is_empty() {
                let step = rest.chars().next().map_or(0, char::len_utf8);
                self.words(&rest[..step]);
                rest = &rest[step..];
            }
        }
        self.words(rest);
    }

    /// Words as words, whatever they look like.
    fn words(&mut self, words: &str) {
        let words: String = words.chars().filter(|c| is_shown(*c)).collect();
        encode_quoted_attribute_to_string(&words, &mut self.html);
    }
}

#[cfg(test)]
mod tests;
