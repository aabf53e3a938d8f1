//! Small tools of all drawings: escaping, numbers, line breaks, the frame of an `<svg>`.
use html_escape::encode_quoted_attribute;

use crate::About;

/// Width of phone drawings in user units: about the pixels a small phone leaves inside a panel.
pub(crate) const PHONE: f64 = 304.0;

/// Text safe inside elements and double-quoted attributes. Control characters, which XML forbids, and marks that turn
/// the reading direction are dropped, so a name can neither break the page nor show something else than it says.
pub(crate) fn esc(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    if !text.contains(hidden) {
        return encode_quoted_attribute(text).into_owned();
    }
    let blank = |c: char| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c };
    let clean: String = text.chars().map(blank).filter(|c| !hidden(*c)).collect();
    encode_quoted_attribute(&clean).into_owned()
}

/// An id made of the given prefix.
pub(crate) fn id(prefix: &str) -> String {
    let clean: String = prefix.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if clean.starts_with(|c: char| c.is_ascii_alphabetic()) { clean } else { format!("p{clean}") }
}

/// A coordinate with at most one digit after the point.
pub(crate) fn n(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if tenths == 0.0 || !tenths.is_finite() {
        return "0".to_owned();
    }
    // Far inside what a picture can be; whole numbers are written much faster than fractions.
    if tenths.abs() > 1e12 {
        return format!("{}", tenths / 10.0);
    }
    let tenths = tenths as i64;
    let (sign, whole, rest) =
        (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// A count as a coordinate. No picture holds more than a few thousand things, so nothing is lost.
pub(crate) fn count(value: usize) -> f64 {
    f64::from(u32::try_from(value).unwrap_or(u32::MAX))
}

/// Which drawing of a picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The only drawing.
    Any,
    /// For wide screens, beside a phone drawing.
    Wide,
    /// For the phone.
    Phone,
}

/// Opens an `<svg>` with title and description. `linked` drawings are groups of links, all others one image.
pub(crate) fn open(about: &About, screen: Screen, class: &str, width: f64, height: f64, linked: bool) -> String {
    let (mark, size) = match screen {
        Screen::Any => ("", ""),
        Screen::Wide => ("w", " dk"),
        Screen::Phone => ("p", " ph"),
    };
    let (id, role) = (id(&about.id), if linked { "group" } else { "img" });
    let class = if class.is_empty() { String::new() } else { format!(" {class}") };
    format!(
        "<svg class=\"pic{size}{class}\" viewBox=\"0 0 {} {}\" role=\"{role}\" aria-labelledby=\"{id}-{mark}t {id}-{mark}d\"><title id=\"{id}-{mark}t\">{}</title><desc id=\"{id}-{mark}d\">{}</desc>",
        n(width),
        n(height),
        esc(&about.title),
        esc(&about.description),
    )
}

/// One line of text; soft hyphens that were not used vanish. The blank behind it keeps lines apart when they are read aloud.
pub(crate) fn text(class: &str, x: f64, y: f64, words: &str) -> String {
    format!("<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text> ", n(x), n(y), esc(&plain(words)))
}

/// The words without soft hyphens.
pub(crate) fn plain(words: &str) -> String {
    words.replace('\u{ad}', "")
}

/// Sum of all `data-mark` values.
pub(crate) fn marks(svg: &str) -> usize {
    svg.split("data-mark=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok()).sum()
}

/// Estimated width of a sign, where a line is one high. Fira Sans SemiBold is wider than Regular, so it is the measure.
fn unit(c: char) -> f64 {
    match c {
        '\u{ad}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.29,
        'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' | '·' | '„' | '“' => 0.37,
        'm' | 'w' | 'M' | 'W' | '–' | '—' | '…' => 0.86,
        c if c.is_uppercase() => 0.66,
        _ => 0.57,
    }
}

/// Estimated width of a line in user units.
pub(crate) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(unit).sum::<f64>() * size
}

/// Breaks words into at most `most` lines of the given width: at spaces, after hyphens and slashes, at soft hyphens;
/// a piece too long for any line is cut with a hyphen. What does not fit at all ends in an ellipsis.
pub(crate) fn wrap(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let pieces = pieces(words, room, size);
    let starts = starts(&pieces, room, size);
    lines(&pieces, &starts, (room, size, most))
}

/// The piece each line begins with. Signs are added up one by one, so that a line is measured once however long it gets.
fn starts(pieces: &[(String, bool)], room: f64, size: f64) -> Vec<usize> {
    let hyphen = width("-", size);
    let mut starts = Vec::new();
    // Up to the last sign of the line, and up to the last one that is no blank.
    let (mut full, mut kept, mut blank) = (0.0, 0.0, true);
    for (at, (piece, soft)) in pieces.iter().enumerate() {
        if starts.is_empty() {
            starts.push(at);
        }
        let (with, inked) = added(piece, full, kept);
        // A line that may end at a soft hyphen needs room for that hyphen.
        let needs = inked * size + if *soft { hyphen } else { 0.0 };
        let empty = piece.trim().is_empty();
        if !blank && needs > room {
            starts.push(at);
            (full, kept) = added(piece.trim_start(), 0.0, 0.0);
            blank = empty;
        } else {
            (full, kept, blank) = (with, inked, blank && empty);
        }
    }
    if blank {
        starts.pop();
    }
    starts
}

fn added(piece: &str, mut full: f64, mut kept: f64) -> (f64, f64) {
    for c in piece.chars() {
        full += unit(c);
        if !c.is_whitespace() {
            kept = full;
        }
    }
    (full, kept)
}

/// The lines that begin with those pieces.
fn lines(pieces: &[(String, bool)], starts: &[usize], (room, size, most): (f64, f64, usize)) -> Vec<String> {
    let mut lines: Vec<String> = Vec::with_capacity(starts.len().min(most));
    for (at, start) in starts.iter().enumerate().take(most) {
        let end = starts.get(at + 1).copied();
        let mut line: String = pieces
            .get(*start..end.unwrap_or(pieces.len()))
            .unwrap_or_default()
            .iter()
            .map(|(p, _)| p.as_str())
            .collect();
        if at > 0 {
            line = line.trim_start().to_owned();
        }
        let soft = end.and_then(|end| pieces.get(end.saturating_sub(1))).is_some_and(|(_, soft)| *soft);
        lines.push(if soft { format!("{line}-") } else { line.trim_end().to_owned() });
    }
    if starts.len() > most
        && let Some(last) = lines.last_mut()
    {
        while width(last, size) + size > room && last.pop().is_some() {}
        *last = format!("{}…", last.trim_end_matches(['-', ' ']));
    }
    lines
}

/// Like [`wrap`], with lines about equally long: the narrowest room that needs no line more.
pub(crate) fn balance(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    // Narrower than its longest piece, a word would be cut where nobody asked for it.
    let whole = pieces(words, f64::INFINITY, size);
    let hyphen = width("-", size);
    let longest = whole.iter().map(|(piece, soft)| width(piece, size) + if *soft { hyphen } else { 0.0 });
    let least = longest.fold(room * 0.5, f64::max);
    let mut best = wrap(words, room, size, most);
    let ends_open = words.trim_end_matches(['\u{ad}', ' ', '\u{a0}']).ends_with('…');
    let mut tighter = room - size / 2.0;
    let mut found = None;
    while best.len() > 1 && tighter > least && !ends_open {
        let next = starts(&whole, tighter, size);
        if next.len() > most || next.len() != best.len() {
            break;
        }
        found = Some((next, tighter));
        tighter -= size / 2.0;
    }
    if let Some((starts, room)) = found {
        best = lines(&whole, &starts, (room, size, most));
    }
    best
}

/// The pieces a line may be made of; the flag says that a hyphen appears if the line ends there.
fn pieces(words: &str, room: f64, size: f64) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    let mut piece = String::new();
    let mut end = |piece: &mut String, soft: bool| {
        let mut rest: Vec<char> = std::mem::take(piece).chars().collect();
        while width(&rest.iter().collect::<String>(), size) > room && rest.len() > 3 {
            let tail = rest.split_off(cut(&rest, room - width("-", size), size));
            out.push((rest.into_iter().collect(), true));
            rest = tail;
        }
        if !rest.is_empty() {
            out.push((rest.into_iter().collect(), soft));
        }
    };
    for c in words.chars() {
        match c {
            '\u{ad}' => end(&mut piece, true),
            ' ' | '\u{a0}' | '-' | '/' => {
                piece.push(if c == '\u{a0}' { ' ' } else { c });
                end(&mut piece, false);
            }
            c => piece.push(c),
        }
    }
    end(&mut piece, false);
    out
}

/// Where to cut a word that is wider than any line: before a consonant that opens a syllable, as late as fits,
/// never leaving less than four letters; if there is no such place, as late as fits.
fn cut(word: &[char], room: f64, size: f64) -> usize {
    let mut fits = 1;
    let mut wide = 0.0;
    for (index, c) in word.iter().enumerate() {
        wide += width(c.encode_utf8(&mut [0; 4]), size);
        if wide > room {
            break;
        }
        fits = index + 1;
    }
    let fits = fits.min(word.len().saturating_sub(1)).max(1);
    let vowel = |c: char| "aeiouyäöü".contains(c.to_ascii_lowercase());
    for at in (3..=fits.min(word.len().saturating_sub(4))).rev() {
        if let [.., before, here, after] = word.get(..at + 2).unwrap_or_default() {
            let opens = here.is_alphabetic() && !vowel(*here) && vowel(*after);
            let torn =
                matches!((before.to_ascii_lowercase(), here), ('c', 'h' | 'k') | ('p' | 't' | 's', 'h') | ('q', 'u'));
            if opens && !torn {
                return at;
            }
        }
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup_and_drops_what_hides() {
        assert_eq!(esc("<a href=\"x\">&'\u{202e}\u{0}y\n"), "&lt;a href=&quot;x&quot;&gt;&amp;&#x27;y ");
    }

    #[test]
    fn wraps_at_soft_hyphens_hyphens_and_spaces() {
        let lines = wrap("Regionale AG der Gleich\u{ad}stellungs\u{ad}beauftragten", 160.0, 16.0, 4);
        assert_eq!(
            lines.iter().map(|l| plain(l)).collect::<Vec<_>>(),
            ["Regionale AG der", "Gleichstellungs-", "beauftragten"]
        );
        assert_eq!(wrap("Gender-Mainstreaming-Ausschuss", 180.0, 16.0, 4).concat(), "Gender-Mainstreaming-Ausschuss");
        for line in wrap(&"x".repeat(200), 100.0, 16.0, 3) {
            assert!(width(&line, 16.0) <= 112.0, "{line}");
        }
    }

    #[test]
    fn too_much_text_ends_in_an_ellipsis() {
        let lines = wrap("eins zwei drei vier fünf sechs", 50.0, 16.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(wrap("", 50.0, 16.0, 2).is_empty());
    }

    #[test]
    fn long_words_without_hints_break_between_syllables() {
        assert_eq!(wrap("Frauenorganisationen", 150.0, 16.0, 4), ["Frauenorganisa-", "tionen"]);
        assert_eq!(wrap("Bundessprecherinnen", 150.0, 16.0, 4), ["Bundesspreche-", "rinnen"]);
    }

    // The same, spelt out: each line measured anew whenever a piece is added. What is drawn is held against it.
    /// Estimated width of a line in user units. Fira Sans SemiBold is wider than Regular, so it is the measure.
    fn plain_width(words: &str, size: f64) -> f64 {
        words
            .chars()
            .map(|c| match c {
                '\u{ad}' => 0.0,
                'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.29,
                'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' | '·' | '„' | '“' => 0.37,
                'm' | 'w' | 'M' | 'W' | '–' | '—' | '…' => 0.86,
                c if c.is_uppercase() => 0.66,
                _ => 0.57,
            })
            .sum::<f64>()
            * size
    }

    /// Breaks words into at most `most` lines of the given width: at spaces, after hyphens and slashes, at soft hyphens;
    /// a piece too long for any line is cut with a hyphen. What does not fit at all ends in an ellipsis.
    fn plain_wrap(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        let mut soft = false;
        for (piece, ends_soft) in pieces(words, room, size) {
            let candidate = format!("{line}{piece}");
            // A line that may end at a soft hyphen needs room for that hyphen.
            let needs = plain_width(candidate.trim_end(), size) + if ends_soft { plain_width("-", size) } else { 0.0 };
            if !line.trim().is_empty() && needs > room {
                lines.push(if soft { format!("{line}-") } else { line.trim_end().to_owned() });
                line = piece.trim_start().to_owned();
            } else {
                line = candidate;
            }
            soft = ends_soft;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while plain_width(last, size) + size > room && last.pop().is_some() {}
                *last = format!("{}…", last.trim_end_matches(['-', ' ']));
            }
        }
        lines
    }

    /// Like the one above, with lines about equally long: the narrowest room that needs no line more.
    fn plain_balance(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
        // Narrower than its longest piece, a word would be cut where nobody asked for it.
        let longest = pieces(words, f64::INFINITY, size)
            .into_iter()
            .map(|(piece, soft)| plain_width(&piece, size) + if soft { plain_width("-", size) } else { 0.0 });
        let least = longest.fold(room * 0.5, f64::max);
        let mut best = plain_wrap(words, room, size, most);
        let mut tighter = room - size / 2.0;
        while best.len() > 1 && tighter > least {
            let next = plain_wrap(words, tighter, size, most);
            if next.len() != best.len() || next.last().is_some_and(|line| line.ends_with('…')) {
                break;
            }
            best = next;
            tighter -= size / 2.0;
        }
        best
    }

    #[test]
    fn lines_break_where_the_plain_way_breaks_them() {
        let syllables = [
            "Gleich\u{ad}stellungs\u{ad}beauftragte",
            "der",
            "Region",
            "Aachen-Düren",
            "und/oder",
            "im",
            "i",
            "WWW",
            "…",
            "Landes\u{ad}arbeits\u{ad}gemeinschaft",
            "a\u{a0}b",
            "  ",
            "Überraschungsveranstaltungskoordination",
        ];
        let mut dice = 7_u64;
        let mut roll = |sides: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(dice >> 33).unwrap() % sides
        };
        for _ in 0..4_000 {
            let words: Vec<&str> = (0..roll(8)).map(|_| syllables[roll(syllables.len())]).collect();
            let text = words.join([" ", "-", "\u{ad}", "/"][roll(4)]);
            let (room, size, most) = (40.0 + count(roll(260)), 12.0 + count(roll(6)), 1 + roll(4));
            assert_eq!(
                wrap(&text, room, size, most),
                plain_wrap(&text, room, size, most),
                "{text:?} {room} {size} {most}"
            );
            assert_eq!(
                balance(&text, room, size, most),
                plain_balance(&text, room, size, most),
                "{text:?} {room} {size} {most}"
            );
        }
    }

    #[test]
    fn balanced_lines_are_alike() {
        assert_eq!(balance("wählt alle 2 Jahre", 92.0, 14.0, 3), ["wählt alle", "2 Jahre"]);
        assert_eq!(balance("kurz", 92.0, 14.0, 3), ["kurz"]);
    }

    #[test]
    fn ids_are_clean() {
        assert_eq!(id("netz \"1\""), "netz--1-");
        assert_eq!(id("1"), "p1");
    }
}
