//! Markdown as words.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{events, is_shown, leads};

/// A writing as plain words, for mails and for search: paragraphs apart, points with a dash, addresses of links in
/// brackets behind their words.
#[must_use]
pub fn plain(text: &str) -> String {
    let (mut out, mut links): (String, Vec<String>) = (String::with_capacity(text.len()), Vec::new());
    for event in events(text) {
        match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words)
            | Event::InlineMath(words)
            | Event::DisplayMath(words) => out.extend(words.chars().filter(|c| is_shown(*c))),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::Rule => out.push_str("\n---\n"),
            Event::Start(Tag::Item) => {
                begin(&mut out, "\n");
                out.push_str("- ");
            }
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::End(TagEnd::Link) => {
                let address = links.pop().filter(|a| leads(a) && !out.ends_with(a.trim_start_matches("mailto:")));
                if let Some(address) = address {
                    out.push_str(&format!(" ({address})"));
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock)
                if !out.ends_with("- ") =>
            {
                begin(&mut out, "\n\n");
            }
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// Begins a new part, unless this is the first.
fn begin(out: &mut String, gap: &str) {
    while out.ends_with('\n') {
        out.pop();
    }
    if !out.is_empty() {
        out.push_str(gap);
    }
}

/// The beginning of a writing on one line, at most so many characters, cut between words.
#[must_use]
pub fn excerpt(text: &str, most: usize) -> String {
    let line = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let end = cut.rfind(' ').filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{} …", cut[..end].trim_end_matches([',', ';', ':', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_readable_without_marks() {
        assert_eq!(
            plain("# Titel\n\nEin *Satz*.\nNoch einer.\n\n- a\n- b"),
            "Titel\n\nEin Satz.\nNoch einer.\n- a\n- b"
        );
        assert_eq!(plain("[Seite](https://example.org)"), "Seite (https://example.org)");
        assert_eq!(plain("[x](javascript:alert(1)) <https://example.org>"), "x https://example.org");
        assert_eq!(plain("\u{202e}a"), "a");
        assert_eq!(plain("\u{1}\u{0}a\u{7}"), "a");
    }

    #[test]
    fn an_excerpt_ends_between_words() {
        assert_eq!(excerpt("Eins zwei\n\ndrei", 40), "Eins zwei drei");
        assert_eq!(excerpt("Eins zwei drei vier", 12), "Eins zwei …");
        assert_eq!(excerpt(&"ä".repeat(50), 10), format!("{} …", "ä".repeat(10)));
    }
}
