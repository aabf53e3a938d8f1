//! The words of a letter as plain, accessible HTML: paragraphs, lists and links, in the reader's own type and colours. There is
//! nothing else in it: no picture, no style, no address that would tell who opened it.

use html_escape::encode_double_quoted_attribute;
use kernel::Lang;

/// The same words as HTML (WCAG 2.2: language, structure, links by their address).
#[must_use]
pub fn as_html(text: &str, subject: &str, lang: Lang) -> String {
    let mut body = String::with_capacity(text.len() + text.len() / 4);
    for paragraph in text.replace("\r\n", "\n").split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        block(&mut body, paragraph.trim_matches('\n'));
    }
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{}</title></head><body>\n{body}</body></html>\n",
        lang.code(),
        encode_double_quoted_attribute(subject)
    )
}

/// One paragraph, or one list where lines begin with a dash.
fn block(out: &mut String, paragraph: &str) {
    let (mut lines, mut items): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for line in paragraph.split('\n') {
        match line.strip_prefix("- ") {
            Some(item) => {
                close_lines(out, &mut lines);
                items.push(item);
            }
            None => {
                close_items(out, &mut items);
                lines.push(line);
            }
        }
    }
    close_lines(out, &mut lines);
    close_items(out, &mut items);
}

fn close_lines(out: &mut String, lines: &mut Vec<&str>) {
    if !lines.is_empty() {
        let all: Vec<String> = lines.drain(..).map(linked).collect();
        out.push_str(&format!("<p>{}</p>\n", all.join("<br>\n")));
    }
}

fn close_items(out: &mut String, items: &mut Vec<&str>) {
    if !items.is_empty() {
        let all: String = items.drain(..).map(|item| format!("<li>{}</li>", linked(item))).collect();
        out.push_str(&format!("<ul>{all}</ul>\n"));
    }
}

/// Words, addresses of pages as links.
fn linked(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for (at, word) in line.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let bare = word
            .trim_start_matches(['(', '<', '„', '"'])
            .trim_end_matches(['.', ',', ';', ')', '>', '“', '"', '!', '?', ':']);
        let leads = (bare.starts_with("https://") || bare.starts_with("http://")) && bare.len() > 8;
        match word.find(bare).filter(|_| leads) {
            Some(begin) => {
                let (before, rest) = word.split_at(begin);
                let (link, after) = rest.split_at(bare.len());
                let link = encode_double_quoted_attribute(link);
                out.push_str(&format!(
                    "{}<a href=\"{link}\">{link}</a>{}",
                    encode_double_quoted_attribute(before),
                    encode_double_quoted_attribute(after)
                ));
            }
            None => out.push_str(&encode_double_quoted_attribute(word)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_and_links() {
        let html = as_html(
            "Guten Tag,\n\nDora schreibt:\n- erstens\n- zweitens\n\nHier: https://netz.example.org/t/abc?x=1&y=2.\nGruß",
            "Neues & Altes",
            Lang::De,
        );
        for piece in [
            "<html lang=\"de\">",
            "<title>Neues &amp; Altes</title>",
            "<p>Guten Tag,</p>",
            "<p>Dora schreibt:</p>\n<ul><li>erstens</li><li>zweitens</li></ul>",
            "Hier: <a href=\"https://netz.example.org/t/abc?x=1&amp;y=2\">https://netz.example.org/t/abc?x=1&amp;y=2</a>.<br>\nGruß",
        ] {
            assert!(html.contains(piece), "{piece} is missing in {html}");
        }
    }

    #[test]
    fn words_are_words_whatever_they_look_like() {
        for text in
            ["<script>alert(1)</script>", "https://\"onmouseover=alert(1)", "<img src=x>", "javascript:alert(1)"]
        {
            let html = as_html(text, text, Lang::En);
            assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("href=\"java"), "{html}");
            assert!(!html.contains("\"onmouse"), "{html}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_the_known_tags_comes_out(text in "[ -~\n<>\"&äß]{0,300}") {
            let html = as_html(&text, "x", Lang::De);
            let body = html.split_once("<body>").unwrap().1;
            for tag in body.split('<').skip(1) {
                let known = ["p>", "/p>", "br>", "ul>", "/ul>", "li>", "/li>", "a href=\"http", "/a>", "/body>", "/html>"];
                proptest::prop_assert!(known.iter().any(|k| tag.starts_with(k)), "{}", tag);
            }
        }
    }
}
