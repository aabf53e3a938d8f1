//! What somebody pastes from Word, LibreOffice or a mail: its words, with its lists as lists. Everything else a word processor
//! writes beside them goes.

use crate::markup::{Token, attribute, next};

/// The longest page that is read, in bytes: 1 MB. Word writes ten times more than what is seen.
pub const PASTED_MOST: usize = 1 << 20;
/// The deepest list; what is deeper stands at this depth.
const DEPTH: usize = 6;

/// Longer than [`PASTED_MOST`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooMuch;

/// The text of a pasted page: paragraphs with an empty line between them, items of lists one a line with `-` or their number,
/// deeper ones indented, cells of a table with `|` between them.
///
/// # Errors
/// [`TooMuch`].
pub fn pasted(html: &str) -> Result<String, TooMuch> {
    if html.len() > PASTED_MOST {
        return Err(TooMuch);
    }
    let mut page = Page::default();
    let mut rest = html;
    while let Some((token, left)) = next(rest) {
        rest = left;
        match token {
            Some(Token::Start(name, attributes)) => {
                if let Some(end) = silent(&name) {
                    rest = after(rest, end);
                } else {
                    page.start(&name, attributes);
                }
            }
            Some(Token::End(name)) => page.end(&name),
            Some(Token::Words(words)) => page.words(&words),
            None => {}
        }
    }
    page.close();
    Ok(page.out.trim_end().to_owned())
}

/// What holds nothing to read, and how it ends.
fn silent(name: &str) -> Option<&'static str> {
    match name {
        "style" => Some("</style"),
        "script" => Some("</script"),
        "title" => Some("</title"),
        "xml" => Some("</xml"),
        _ => None,
    }
}

/// What stands behind the end of such a part; nothing where it has none.
fn after<'a>(text: &'a str, end: &str) -> &'a str {
    let found = text.as_bytes().windows(end.len()).position(|w| w.eq_ignore_ascii_case(end.as_bytes()));
    let rest = found.map_or("", |at| &text[at + end.len()..]);
    rest.find('>').map_or("", |at| &rest[at + 1..])
}

/// A list that is open: its next number, where it counts.
type List = Option<u32>;

#[derive(Default)]
struct Page {
    out: String,
    line: String,
    lists: Vec<List>,
    /// Depth and sign of the item whose first line comes next.
    item: Option<(usize, String)>,
    /// Whether the line before was one of a list: its depth.
    before: Option<usize>,
    /// In a paragraph that Word means as an item: its depth.
    word: Option<usize>,
    /// The sign Word draws itself, and how many spans deep it is.
    sign: String,
    spans: usize,
    /// A line break within a paragraph.
    broken: bool,
}

impl Page {
    fn start(&mut self, name: &str, attributes: &str) {
        match name {
            "ul" | "ol" => {
                self.close();
                let first = attribute(attributes, "start").and_then(|n| n.parse().ok()).filter(|n| *n < 100_000);
                self.lists.push((name == "ol").then(|| first.unwrap_or(1)));
            }
            "li" => {
                self.close();
                let depth = self.lists.len().clamp(1, DEPTH) - 1;
                let sign = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "-".to_owned(),
                };
                self.item = Some((depth, sign));
            }
            "br" => {
                let more = !self.line.trim().is_empty();
                self.flush();
                self.broken = more;
            }
            "td" | "th" if !self.line.trim().is_empty() => self.line.push_str(" | "),
            "span" if self.spans > 0 => self.spans += 1,
            "span" if attribute(attributes, "style").is_some_and(|s| has(s, "mso-list:ignore")) => self.spans = 1,
            // Within an item or a cell a paragraph is no new one.
            "p" if self.item.is_some() => {}
            _ if is_block(name) => {
                self.close();
                self.word = attribute(attributes, "style").and_then(level);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "ul" | "ol" => {
                self.close();
                self.lists.pop();
            }
            "span" => self.spans = self.spans.saturating_sub(1),
            "td" | "th" => {}
            "li" => self.close(),
            "p" if !self.lists.is_empty() => self.flush(),
            _ if is_block(name) => self.close(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let into = if self.spans > 0 { &mut self.sign } else { &mut self.line };
        for c in words.chars() {
            if c.is_whitespace() || c == '\u{a0}' {
                if !into.ends_with(' ') && !into.is_empty() {
                    into.push(' ');
                }
            } else if !c.is_control() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') {
                into.push(c);
            }
        }
    }

    /// A paragraph or an item is over.
    fn close(&mut self) {
        self.flush();
        (self.word, self.item, self.broken) = (None, None, false);
        self.sign.clear();
        self.spans = 0;
    }

    /// A line is over.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let item = match self.word.take() {
            Some(depth) => Some((depth, signed(self.sign.trim()))),
            None => self.item.take(),
        };
        let continues = item.is_none() && (self.broken || (!self.lists.is_empty() && self.before.is_some()));
        let apart = item.is_none() && !continues || item.is_some() && self.before.is_none();
        if !self.out.is_empty() {
            self.out.push_str(if apart { "\n\n" } else { "\n" });
        }
        match (item, self.before) {
            (Some((depth, sign)), _) => {
                self.out.push_str(&"   ".repeat(depth));
                self.out.push_str(&sign);
                self.out.push(' ');
                self.before = Some(depth);
            }
            (None, Some(depth)) if continues => self.out.push_str(&"   ".repeat(depth + 1)),
            (None, _) => self.before = None,
        }
        self.out.push_str(line);
        self.broken = false;
    }
}

/// The sign of an item of Word's: numbers and letters with their dot or bracket stay, any other sign becomes a dash.
fn signed(sign: &str) -> String {
    let counts = sign.ends_with(['.', ')']) && sign.len() <= 8;
    if counts && sign.chars().next().is_some_and(char::is_alphanumeric) { sign.to_owned() } else { "-".to_owned() }
}

/// The depth of an item in a paragraph's style: `mso-list:l0 level2 lfo1` is 1. `mso-list:none` is no item.
fn level(style: &str) -> Option<usize> {
    let at = style.find("mso-list:")?;
    let told = style[at + 9..].split(';').next()?;
    let depth = told.split_whitespace().find_map(|word| word.strip_prefix("level")?.parse::<usize>().ok())?;
    Some(depth.clamp(1, DEPTH) - 1)
}

/// Whether a style holds words, without regard to case and blanks.
fn has(style: &str, words: &str) -> bool {
    let plain: String = style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    plain.contains(words)
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "tr"
            | "table"
            | "blockquote"
            | "pre"
            | "section"
            | "article"
            | "dt"
            | "dd"
            | "hr"
            | "body"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(level: u8, sign: &str, words: &str) -> String {
        format!(
            "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>{words}<o:p></o:p></p>\n"
        )
    }

    #[test]
    fn lists_of_word_stay_lists() {
        let html = format!(
            "<html xmlns:o=x><head><style><!-- p.Mso {{mso-list:l0 level1}} --></style><title>Weg</title></head><body lang=DE><!--StartFragment--><p class=MsoNormal>Wir m&ouml;chten<o:p></o:p></p>{}{}{}{}{}<p class=MsoNormal>Danke &amp; bis bald</p><!--EndFragment--></body></html>",
            item(1, "·", "mehr\nPlätze"),
            item(2, "o", "im Nordkreis"),
            item(1, "·", "<b>mehr</b> Geld"),
            item(1, "1.", "zuerst"),
            item(1, "b)", "dann"),
        );
        assert_eq!(
            pasted(&html).unwrap(),
            "Wir möchten\n\n- mehr Plätze\n   - im Nordkreis\n- mehr Geld\n1. zuerst\nb) dann\n\nDanke & bis bald"
        );
    }

    #[test]
    fn lists_of_others_stay_lists() {
        for (html, text) in [
            ("<ul><li>a</li><li>b<ol><li>c<li>d</ol></li></ul><p>e", "- a\n- b\n   1. c\n   2. d\n\ne"),
            ("<ol start=3><li><p>drei</p></li><li><p>vier</p><p>noch</p></li></ol>", "3. drei\n4. vier\n   noch"),
            ("<p>a<br>b</p><p>c</p>", "a\nb\n\nc"),
            ("<table><tr><td>Ort<td>Zahl</tr><tr><td>Titz</td><td>7</td></tr></table>", "Ort | Zahl\n\nTitz | 7"),
            ("nur Worte", "nur Worte"),
            ("1 < 2 &lt; 3 &unbekannt; &#8364; &#x20ac; &", "1 < 2 < 3 &unbekannt; € € &"),
            ("<script>alert(1)</script><SCRIPT src=x>y</SCRIPT>ja<style>p{}", "ja"),
            ("<li>ohne Liste", "- ohne Liste"),
            ("<a title='>' href=\"javascript:x\">Wort</a>", "Wort"),
            ("<p style='mso-list:none'>keine</p>", "keine"),
            ("<", "<"),
            ("<!-- offen", ""),
            ("<p", ""),
            ("", ""),
        ] {
            assert_eq!(pasted(html).as_deref(), Ok(text), "{html}");
        }
        assert_eq!(pasted(&"x".repeat(PASTED_MOST + 1)), Err(TooMuch));
    }

    #[test]
    fn what_is_made_to_take_long_takes_no_time() {
        let began = std::time::Instant::now();
        for hard in
            ["<ul><li>", "<a b=", "<a b ", "<span style='mso-list:Ignore'>", "&#", "<!--", "<style", "</p>", "<p x='"]
        {
            let text = hard.repeat(PASTED_MOST / hard.len());
            let made = pasted(&text).unwrap();
            assert!(made.len() <= PASTED_MOST * 8, "{hard}");
        }
        assert!(began.elapsed() < std::time::Duration::from_secs(5), "{:?}", began.elapsed());
    }

    proptest! {
        #[test]
        fn anything_becomes_words(html in "(<(/?(ul|ol|li|p|br|td|tr|span|style|b)( style='mso-list:(Ignore|l0 level2 x)')?)>|[a-z &;<>\"']|&amp;|\u{e4}|\u{a0}){0,60}") {
            let text = pasted(&html).unwrap();
            prop_assert!(!text.contains("\n\n\n") && !text.contains('\t') && text.trim_end() == text);
            prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
}
