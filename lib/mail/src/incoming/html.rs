//! HTML letters as plain words. Nothing of the HTML is kept but its words, its line breaks and where its links lead: what could
//! act, draw or report (scripts, styles, pictures, forms) is passed over.

use html_escape::decode_html_entities;

/// The most bytes that are looked at: what lies behind them is left out.
const MOST: usize = 1 << 20;
/// The deepest quote that is marked as one.
const QUOTES: usize = 5;

/// Elements whose words are none for readers.
const SILENT: [&str; 10] =
    ["script", "style", "head", "title", "template", "svg", "math", "object", "iframe", "noscript"];
/// Elements that begin a line of their own.
const LINES: [&str; 22] = [
    "p",
    "div",
    "tr",
    "table",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "address",
    "center",
];
/// What programs write where the letter that is answered begins.
const ANSWERED: [&str; 6] = [
    "divrplyfwdmsg",
    "appendonsend",
    "mail-editor-reference-message-container",
    "gmail_quote",
    "gmail_attr",
    "yahoo_quoted",
];

/// The line that stands where such a place was; [`own_words`](super::own_words) knows it.
pub(super) const CUT: &str = "-----Ursprüngliche Nachricht-----";

/// The words of an HTML letter. Quotes are marked by `> ` as in letters of words. Linear in its length, whatever it holds.
#[must_use]
pub fn html_text(html: &str) -> String {
    let mut cut = html.len().min(MOST);
    while !html.is_char_boundary(cut) {
        cut -= 1;
    }
    let mut out = Out::default();
    let mut rest = html.get(..cut).unwrap_or_default();
    while let Some(at) = rest.find('<') {
        let (words, from) = rest.split_at(at);
        out.words(words);
        rest = match from.strip_prefix("<!--") {
            Some(comment) => comment.find("-->").map_or("", |end| &comment[end + 3..]),
            None => match tag_end(from) {
                End::At(end) => {
                    out.tag(&from[1..end]);
                    &from[end + 1..]
                }
                // Signs that open nothing, and tags that never end, are words.
                End::Never(words) => {
                    out.words(&from[..words]);
                    &from[words..]
                }
            },
        };
    }
    out.words(rest);
    out.text.trim().to_owned()
}

/// Where a tag ends.
enum End {
    /// There.
    At(usize),
    /// It is none; so many bytes are words.
    Never(usize),
}

/// The longest tag: whatever is longer is none, so that nothing is looked at again and again.
const TAG: usize = 20_000;

/// Signs within quotes end nothing; a quote that is never closed is none.
fn tag_end(from: &str) -> End {
    if !from
        .as_bytes()
        .get(1)
        .is_some_and(|second| second.is_ascii_alphabetic() || matches!(second, b'/' | b'!' | b'?'))
    {
        return End::Never(1);
    }
    let (mut quote, mut first) = (None, None);
    for (at, byte) in from.bytes().enumerate().take(TAG) {
        match (quote, byte) {
            (None, b'>') => return End::At(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), b'>') if first.is_none() => first = Some(at),
            _ => {}
        }
    }
    if let Some(at) = first {
        return End::At(at);
    }
    let mut words = from.len().min(TAG);
    while !from.is_char_boundary(words) {
        words -= 1;
    }
    End::Never(words)
}

#[derive(Default)]
struct Out {
    text: String,
    /// The element whose words are passed over.
    silent: Option<String>,
    quotes: usize,
    /// Whether a blank is due before the next word.
    blank: bool,
    /// Whether something stands in this line.
    begun: bool,
    /// Whether words are kept as they stand.
    kept: bool,
    /// Where the open link leads, and where its words begin.
    link: Option<(String, usize)>,
}

impl Out {
    fn line(&mut self) {
        self.blank = false;
        if self.begun && !self.text.ends_with("- ") {
            self.text.push('\n');
            self.begun = false;
        }
    }

    fn begin(&mut self) {
        if self.quotes > 0 && !self.begun {
            self.text.push_str(&"> ".repeat(self.quotes.min(QUOTES)));
        }
        self.begun = true;
    }

    fn words(&mut self, words: &str) {
        if self.silent.is_some() {
            return;
        }
        let words = decode_html_entities(words);
        if self.kept {
            for (at, line) in words.split('\n').enumerate() {
                if at > 0 {
                    self.text.push('\n');
                    self.begun = false;
                }
                if !line.is_empty() {
                    self.begin();
                    self.text.push_str(line.trim_end_matches('\r'));
                }
            }
            return;
        }
        let blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{a0}');
        for (at, word) in words.split(blank).enumerate() {
            self.blank |= at > 0;
            if word.is_empty() {
                continue;
            }
            self.begin();
            if self.blank && !self.text.is_empty() && !self.text.ends_with(['\n', ' ']) {
                self.text.push(' ');
            }
            self.blank = false;
            self.text.push_str(word);
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(silent) = &self.silent {
            if closes && *silent == name {
                self.silent = None;
            }
            return;
        }
        if SILENT.contains(&name.as_str()) {
            if !closes && !tag.ends_with('/') {
                self.silent = Some(name);
            }
            return;
        }
        let lower = tag.to_ascii_lowercase();
        if !closes && ANSWERED.iter().any(|mark| lower.contains(mark)) {
            self.line();
            self.text.push_str(CUT);
            self.text.push('\n');
            self.begun = false;
        }
        match name.as_str() {
            "br" => {
                self.blank = false;
                self.begin();
                self.text.push('\n');
                self.begun = false;
            }
            "a" if closes => self.link_ends(),
            "a" => self.link = address_of(tag, "href").map(|address| (address, self.text.len())),
            "td" | "th" => self.blank = true,
            _ if LINES.contains(&name.as_str()) => {
                self.line();
                match (name.as_str(), closes) {
                    ("blockquote", false) => self.quotes += 1,
                    ("blockquote", true) => self.quotes = self.quotes.saturating_sub(1),
                    ("pre", closes) => self.kept = !closes,
                    ("li", false) => {
                        self.begin();
                        self.text.push_str("- ");
                    }
                    // Paragraphs stand apart.
                    ("p" | "h1" | "h2" | "h3", true) if !self.text.ends_with("\n\n") && !self.text.is_empty() => {
                        self.text.push('\n');
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Where it leads stands behind its words, unless they say so: nobody is led elsewhere than it looks.
    fn link_ends(&mut self) {
        let Some((address, from)) = self.link.take() else { return };
        let known = ["http://", "https://"].iter().any(|begin| address.to_ascii_lowercase().starts_with(begin));
        let shown = self.text.get(from..).unwrap_or_default().trim();
        if known && address.len() <= 500 && !shown.is_empty() && !address.contains(shown.trim_end_matches('/')) {
            self.text.push_str(&format!(" ({address})"));
        }
    }
}

/// The value of an attribute, its entities undone; without blanks and controls.
fn address_of(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let rest = tag.get(at..)?.trim_start();
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split(|c: char| c.is_whitespace()).next()?,
    };
    let value: String = decode_html_entities(value).chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    (!value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lines_lists_and_links_stay() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><p>Liebe&nbsp;Kora,<br>ja &amp; gern.</p>\
                    <ul><li>erstens<li>zweitens</ul><p>Siehe <a href=\"https://example.org/a?b=1&amp;c=2\">hier</a> und \
                    <a href='https://example.org'>https://example.org</a>.</p></body></html>";
        assert_eq!(
            html_text(html),
            "Liebe Kora,\nja & gern.\n\n- erstens\n- zweitens\nSiehe hier (https://example.org/a?b=1&c=2) und https://example.org."
        );
        assert_eq!(html_text("a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e"), "a\n> b\n> c\n> > d\ne");
        assert_eq!(html_text("<pre>eins\n  zwei</pre>"), "eins\n  zwei");
        assert_eq!(html_text("1 < 2 und 3 > 2 &unbekannt; &#228;&#xdf;"), "1 < 2 und 3 > 2 &unbekannt; äß");
    }

    #[test]
    fn what_could_act_leaves_nothing() {
        for (html, words) in [
            ("<script>alert(1)</script>Hallo", "Hallo"),
            ("<img src=x onerror=alert(1)>Hallo<img src=\"https://example.org/z.gif\" width=1>", "Hallo"),
            ("<svg onload=alert(1)><text>x</text></svg>Hallo", "Hallo"),
            ("<a href=\"javascript:alert(1)\">Hallo</a>", "Hallo"),
            ("<iframe src=\"https://example.org\">x</iframe>Hallo", "Hallo"),
            ("<!-- <p>x</p> -->Hallo<!-- nie zu", "Hallo"),
            ("<p title=\"a>b\">Hallo</p>", "Hallo"),
        ] {
            assert_eq!(html_text(html), words, "{html}");
        }
    }

    #[test]
    fn where_the_answered_letter_begins_is_marked() {
        for mark in ["<div id=\"divRplyFwdMsg\">", "<div class=\"gmail_quote\">", "<div id=appendonsend></div>"] {
            assert!(html_text(&format!("<p>Ja.</p>{mark}Von: Kora")).contains(CUT), "{mark}");
        }
    }

    #[test]
    fn large_and_damaged_ones_end_soon() {
        for piece in ["<", "<a ", "<a href=\"", "&", "&amp", "<!--", "<blockquote>", "</p><p>", "ä"] {
            let text = html_text(&piece.repeat((2 << 20) / piece.len()));
            assert!(text.len() <= (12 << 20), "{piece}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_becomes_words(html in "(<[a-z/!]{0,4}|[ -~äß\n]|&[a-z#0-9]{0,6};|>|\"){0,300}") {
            let _ = html_text(&html);
        }
    }
}
