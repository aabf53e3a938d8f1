//! What somebody wrote herself in an answer, without the letter she answers and without what programs add below it. Pure.
//!
//! German programs first: Outlook and Exchange (a head of `Von:`, `Gesendet:`), Lotus Notes, GroupWise, Thunderbird, Apple Mail,
//! telephones, web mail. Where own lines stand between quoted ones, the quoted ones stay, since the answers mean nothing
//! without them.

use super::html::CUT;

/// So many lines a head of the answered letter has at most.
const HEAD: usize = 8;
/// Over so many lines an introduction ("Am … schrieb …:") is wrapped at most.
const WRAPPED: usize = 4;

/// The words of the field that begins the head of an answered letter, and those that follow it.
const FROM: [&str; 3] = ["von:", "from:", "absender:"];
const FIELDS: [&str; 16] = [
    "gesendet:",
    "gesendet am:",
    "datum:",
    "date:",
    "sent:",
    "an:",
    "to:",
    "betreff:",
    "subject:",
    "cc:",
    "kopie:",
    "antwort an:",
    "reply-to:",
    "empfänger:",
    "bitte antworten an:",
    "verschickt am:",
];
/// The beginnings of what telephones and programs write below a letter.
const ADDED: [&str; 14] = [
    "von meinem iphone gesendet",
    "von meinem ipad gesendet",
    "von meinem samsung",
    "von meinem mobiltelefon gesendet",
    "von meinem smartphone gesendet",
    "von meinem android",
    "gesendet von outlook für",
    "gesendet von mail für windows",
    "gesendet mit der",
    "gesendet von mobile",
    "diese nachricht wurde von meinem",
    "sent from my",
    "get outlook for",
    "outlook für ios beziehen",
];

/// What somebody wrote herself; empty where there is nothing of her own.
#[must_use]
pub fn own_words(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ");
    let all: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let mut lines = without_added(before_head(&all));
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    // Introductions go; what they introduce is marked, or goes with everything behind it.
    while let Some(first) = lines.first() {
        if let Some(long) = introduction(lines) {
            let rest = &lines[long..];
            if !rest.iter().any(|line| is_quoted(line)) {
                // Nothing is marked below: all of it is the answered letter.
                break;
            }
            lines = rest;
            continue;
        }
        kept.push(first);
        lines = &lines[1..];
    }
    let kept = without_added(&kept);
    let (first, last) = (position(kept.iter(), false), position(kept.iter().rev(), false));
    let (Some(first), Some(last)) = (first, last) else { return String::new() };
    // Quotes before and behind everything of her own go; those between stay.
    let own = kept.get(first..kept.len() - last).unwrap_or_default();
    without_added(own).join("\n").trim().to_owned()
}

/// Whether a subject says that its letter passes another one on.
#[must_use]
pub fn is_forwarded(subject: &str) -> bool {
    let lower = subject.trim_start().to_lowercase();
    ["wg:", "fw:", "fwd:", "weitergeleitet:", "[fwd:"].iter().any(|begin| lower.starts_with(begin))
}

/// The first line that is quoted, or is own words; blank ones are neither.
fn position<'a>(lines: impl Iterator<Item = &'a &'a str>, quoted: bool) -> Option<usize> {
    lines.enumerate().find(|(_, line)| !line.trim().is_empty() && is_quoted(line) == quoted).map(|(at, _)| at)
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with(['>', '|'])
}

/// A line without the marks of quotes before it.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['>', '|', ' ', '\t', '*', '_'])
}

/// Everything before the head of the answered letter, where it has one.
fn before_head<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    let at = (0..lines.len()).find(|at| begins_answered(lines, *at));
    at.map_or(lines, |at| &lines[..at])
}

/// Whether the answered letter begins in this line, and everything below belongs to it.
fn begins_answered(lines: &[&str], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    if is_quoted(line) {
        return false;
    }
    let lower = bare(line).to_lowercase();
    if lower == CUT.to_lowercase() || is_ruled(&lower) {
        return true;
    }
    // GroupWise: `>>> Mira Kowalski 24.11.2026 10:12 >>>` is quoted; its older form stands between dashes.
    if lower.starts_with("---") && lower.contains(" schrieb") {
        return true;
    }
    let head = |from: usize| {
        let is_from = |line: &str| FROM.iter().any(|field| bare(line).to_lowercase().starts_with(field));
        let first = lines.get(from).copied().unwrap_or_default();
        let next = || lines.iter().skip(from + 1).take(HEAD);
        let fields = next().filter(|line| is_field(line)).count();
        is_from(first) && fields >= 2 || is_sent(first) && next().take(2).any(|line| is_from(line)) && fields >= 1
    };
    // Outlook on the web draws a line of underscores before the head.
    let drawn = line.len() >= 10 && line.chars().all(|c| matches!(c, '_' | '-' | '=')) && (at + 1..at + 3).any(head);
    drawn || head(at)
}

/// GMX and others begin with the day.
fn is_sent(line: &str) -> bool {
    let lower = bare(line).to_lowercase();
    ["gesendet:", "datum:", "sent:", "date:"].iter().any(|field| lower.starts_with(field))
}

fn is_field(line: &str) -> bool {
    let lower = bare(line).to_lowercase();
    FIELDS.iter().any(|field| lower.starts_with(field))
}

/// `-----Ursprüngliche Nachricht-----`, in the words programs have for it.
fn is_ruled(lower: &str) -> bool {
    let words = lower.trim_matches(['-', ' ', '_']);
    let ruled = lower.starts_with("--") && lower.ends_with("--");
    let known = [
        "ursprüngliche nachricht",
        "originalnachricht",
        "original-nachricht",
        "original message",
        "original-mail",
        "weitergeleitete nachricht",
        "forwarded message",
        "reply message",
        "ursprüngliche mail",
    ];
    ruled && known.iter().any(|word| words.starts_with(word))
}

/// How many lines the introduction of a quote has that begins here: `Am 24.11.2026 um 10:12 schrieb Mira Kowalski:`, as many
/// lines as it is wrapped over; GroupWise's `>>> Mira Kowalski 24.11.2026 10:12 >>>`; Lotus Notes' name with its day.
fn introduction(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?;
    let stripped = first.trim();
    if let Some(inner) = stripped.strip_prefix(">>>") {
        let inner = inner.trim_end_matches('>').trim();
        let closed = stripped.len() > 6 && stripped.ends_with(">>>");
        return (closed && inner.chars().any(|c| c.is_ascii_digit())).then_some(1);
    }
    let begin = bare(first).to_lowercase();
    let begins = ["am ", "on ", "den ", "le "].iter().any(|word| begin.starts_with(word));
    let mut joined = String::new();
    for (at, line) in lines.iter().take(WRAPPED).enumerate() {
        let line = bare(line);
        if line.is_empty() {
            return None;
        }
        if at > 0 {
            joined.push(' ');
        }
        joined.push_str(&line.to_lowercase());
        if joined.len() > 400 {
            return None;
        }
        let dated = joined.chars().filter(char::is_ascii_digit).count() >= 3;
        let ends = joined.ends_with(':') || joined.ends_with(": \"") || joined.ends_with("---");
        let wrote = joined.contains(" schrieb") || joined.ends_with("wrote:") || joined.contains(" wrote ");
        if dated && ends && wrote && (begins || at == 0 || joined.contains('<') || joined.contains(" schrieb am ")) {
            return Some(at + 1);
        }
        // What does not begin as one is one only if it says so in its first lines.
        if !begins && at >= 1 && !wrote {
            return None;
        }
    }
    None
}

/// Without what stands behind the line that parts a signature (RFC 3676 4.3), and what telephones add.
fn without_added<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    let mark = lines.iter().position(|line| *line == "--" || *line == "-- ");
    let mut kept = mark.map_or(lines, |at| &lines[..at]);
    while let Some((last, before)) = kept.split_last() {
        let lower = bare(last).to_lowercase();
        if !lower.is_empty() && !ADDED.iter().any(|begin| lower.starts_with(begin)) {
            break;
        }
        kept = before;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_lines_between_quoted_ones_keep_them() {
        let text = "Am 24.11.2026 um 10:12 schrieb Kora:\n> Kommst du?\nJa.\n> Und Anna?\nAuch.\n> Danke\n> Kora";
        assert_eq!(own_words(text), "Ja.\n> Und Anna?\nAuch.");
        assert_eq!(own_words("> Kommst du?\n\nJa.\n\n-- \nKora Klein"), "Ja.");
    }

    #[test]
    fn nothing_of_ones_own_is_nothing() {
        for text in [
            "",
            "\n\n",
            "> nur Zitat",
            "Am 24.11.2026 um 10:12 schrieb Kora:\n> x",
            "-----Ursprüngliche Nachricht-----\nVon: x",
        ] {
            assert_eq!(own_words(text), "", "{text:?}");
        }
    }

    #[test]
    fn sentences_that_look_like_heads_are_words() {
        for text in [
            "Von: uns allen herzlichen Dank",
            "Am 24. November treffen wir uns um 10 Uhr in Düren:\nbitte alle kommen",
            "Am Montag schrieb mir die Stadt, dass es geht.",
            "Mein Vorschlag:\n--\nweg",
            "Von meinem Standpunkt aus ja.",
        ] {
            let first = text.split('\n').next().unwrap();
            assert!(own_words(text).starts_with(first), "{text:?}: {:?}", own_words(text));
        }
    }

    #[test]
    fn forwarded_letters_say_so() {
        assert!(is_forwarded("WG: Erlass") && is_forwarded("Fwd: Erlass") && is_forwarded(" fw: x"));
        assert!(!is_forwarded("AW: WG: Erlass") && !is_forwarded("Wgl: x"));
    }

    proptest::proptest! {
        #[test]
        fn only_words_that_were_there_come_out(text in "(> |Am 1.1.26 schrieb|Von:|An:|-- |\n|[a-zä:]{1,4}| ){0,120}") {
            let own = own_words(&text);
            proptest::prop_assert!(own.len() <= text.len());
            // A blank that does not break becomes one that does.
            let text = text.replace('\u{a0}', " ");
            for line in own.split('\n') {
                proptest::prop_assert!(text.contains(line.trim_end()), "{line:?}");
            }
        }
    }
}
