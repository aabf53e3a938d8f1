//! Small tools of all drawings: escaping, numbers, line breaks, the frame of an `<svg>`.
use html_escape::encode_quoted_attribute_to_string;

use crate::About;
use std::fmt::Write as _;

/// Width of phone drawings in user units: about the pixels a small phone leaves inside a panel.
pub(crate) const PHONE: f64 = 304.0;

/// Text safe inside elements and double-quoted attributes. Control characters, which XML forbids, and marks that turn
/// the reading direction are dropped, so a name can neither break the page nor show something else than it says.
pub(crate) fn esc(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    add_esc(&mut out, text);
    out
}

/// The same behind what is there. Soft hyphens stay.
pub(crate) fn add_esc(out: &mut String, text: &str) {
    let hidden = |c: char| {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(hidden) {
        let blank = |c: char| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c };
        let clean: String = text.chars().map(blank).filter(|c| !hidden(*c)).collect();
        encode_quoted_attribute_to_string(&clean, out);
    } else {
        encode_quoted_attribute_to_string(text, out);
    }
}

/// An id made of the given prefix.
pub(crate) fn id(prefix: &str) -> String {
    let clean: String = prefix.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if clean.starts_with(|c: char| c.is_ascii_alphabetic()) { clean } else { format!("p{clean}") }
}

/// A coordinate with at most one digit after the point, as it is written; no text of its own is made for it.
pub(crate) const fn n(value: f64) -> Number {
    Number(value)
}

/// See [`n`].
#[derive(Clone, Copy)]
pub(crate) struct Number(f64);

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tenths = (self.0 * 10.0).round();
        if tenths == 0.0 || !tenths.is_finite() {
            return out.write_str("0");
        }
        // Far inside what a picture can be; whole numbers are written much faster than fractions.
        if tenths.abs() > 1e12 {
            return write!(out, "{}", tenths / 10.0);
        }
        let tenths = tenths as i64;
        if tenths < 0 {
            out.write_str("-")?;
        }
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        write!(out, "{whole}")?;
        if rest == 0 { Ok(()) } else { write!(out, ".{rest}") }
    }
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
    let mut out = String::with_capacity(words.len() + 48);
    add_text(&mut out, class, x, y, words);
    out
}

/// The same behind what is there.
pub(crate) fn add_text(out: &mut String, class: &str, x: f64, y: f64, words: &str) {
    let _ = write!(out, "<text class=\"{class}\" x=\"{}\" y=\"{}\">", n(x), n(y));
    for part in words.split('\u{ad}') {
        add_esc(out, part);
    }
    out.push_str("</text> ");
}

/// The words without soft hyphens.
pub(crate) fn plain(words: &str) -> String {
    words.replace('\u{ad}', "")
}

/// Sum of all `data-mark` values.
pub(crate) fn marks(svg: &str) -> usize {
    svg.split("data-mark=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok()).sum()
}

/// Estimated width of a sign in hundredths of the height of a line. Fira Sans SemiBold is wider than Regular, so it is the
/// measure. Whole numbers, so that a line is as wide as its pieces however they are added up.
const fn unit(c: char) -> u32 {
    match c {
        '\u{ad}' => 0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 29,
        'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' | '·' | '„' | '“' => 37,
        'm' | 'w' | 'M' | 'W' | '–' | '—' | '…' => 86,
        'A'..='Z' => 66,
        _ => 57,
    }
}

/// The same for those most texts are made of, looked up.
const PLAIN: [u32; 128] = {
    let mut all = [0; 128];
    let mut at = 0;
    while at < 128 {
        all[at] = unit(at as u8 as char);
        at += 1;
    }
    all
};

fn units(c: char) -> u32 {
    match PLAIN.get(c as usize) {
        Some(known) => *known,
        None if unit(c) == 57 && c.is_uppercase() => 66,
        None => unit(c),
    }
}

fn wide(units: u32, size: f64) -> f64 {
    f64::from(units) * size / 100.0
}

/// Estimated width of a line in user units.
pub(crate) fn width(words: &str, size: f64) -> f64 {
    wide(words.chars().map(units).sum(), size)
}

/// A piece a line may be made of, measured once.
struct Piece {
    words: String,
    /// Whether a hyphen appears if the line ends there.
    soft: bool,
    /// How wide it is, up to its last sign that is no blank, and before its first.
    full: u32,
    inked: u32,
    lead: u32,
}

impl Piece {
    fn new(words: String, soft: bool) -> Self {
        let (mut full, mut inked, mut lead, mut blank) = (0, 0, 0, true);
        for c in words.chars() {
            full += units(c);
            if !c.is_whitespace() {
                inked = full;
                blank = false;
            } else if blank {
                lead = full;
            }
        }
        Self { words, soft, full, inked, lead }
    }
    const fn is_blank(&self) -> bool {
        self.inked == 0
    }
    /// What it needs as a line of its own.
    fn needs(&self, size: f64) -> f64 {
        wide(self.full, size) + if self.soft { wide(units('-'), size) } else { 0.0 }
    }
}

/// Breaks words into at most `most` lines of the given width: at spaces, after hyphens and slashes, at soft hyphens;
/// a piece too long for any line is cut with a hyphen. What does not fit at all ends in an ellipsis.
pub(crate) fn wrap(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    one_line(words, room, size, most).unwrap_or_else(|| wrapped(&pieces(words), room, size, most))
}

/// The words where they fit on one line, whichever way they could be broken.
fn one_line(words: &str, room: f64, size: f64, most: usize) -> Option<Vec<String>> {
    if most == 0 || width(words, size) + width("-", size) > room {
        return None;
    }
    let line = plain(words).replace('\u{a0}', " ");
    Some(if line.trim().is_empty() { Vec::new() } else { vec![line.trim_end().to_owned()] })
}

fn wrapped(whole: &[Piece], room: f64, size: f64, most: usize) -> Vec<String> {
    if whole.iter().all(|piece| wide(piece.full, size) <= room) {
        return lines(whole, &starts(whole, room, size), (room, size, most));
    }
    let cut: Vec<Piece> = whole.iter().flat_map(|piece| cut_up(piece, room, size)).collect();
    lines(&cut, &starts(&cut, room, size), (room, size, most))
}

/// The piece each line begins with. Pieces are added up one by one, so that a line is measured once however long it gets.
fn starts(pieces: &[Piece], room: f64, size: f64) -> Vec<usize> {
    let hyphen = width("-", size);
    let mut starts = Vec::new();
    // Up to the last sign of the line, and up to the last one that is no blank.
    let (mut full, mut kept, mut blank) = (0, 0, true);
    for (at, piece) in pieces.iter().enumerate() {
        if starts.is_empty() {
            starts.push(at);
        }
        let inked = if piece.is_blank() { kept } else { full + piece.inked };
        // A line that may end at a soft hyphen needs room for that hyphen.
        let needs = wide(inked, size) + if piece.soft { hyphen } else { 0.0 };
        if !blank && needs > room {
            starts.push(at);
            (full, kept) = (piece.full - piece.lead, piece.inked.saturating_sub(piece.lead));
            blank = piece.is_blank();
        } else {
            (full, kept, blank) = (full + piece.full, inked, blank && piece.is_blank());
        }
    }
    if blank {
        starts.pop();
    }
    starts
}

/// The lines that begin with those pieces.
fn lines(pieces: &[Piece], starts: &[usize], (room, size, most): (f64, f64, usize)) -> Vec<String> {
    let mut lines: Vec<String> = Vec::with_capacity(starts.len().min(most));
    for (at, start) in starts.iter().enumerate().take(most) {
        let end = starts.get(at + 1).copied();
        let own = pieces.get(*start..end.unwrap_or(pieces.len())).unwrap_or_default();
        let mut line = String::with_capacity(own.iter().map(|piece| piece.words.len()).sum::<usize>() + 1);
        own.iter().for_each(|piece| line.push_str(&piece.words));
        if at > 0 && line.starts_with(char::is_whitespace) {
            line = line.trim_start().to_owned();
        }
        if end.is_some() && own.last().is_some_and(|piece| piece.soft) {
            line.push('-');
        } else {
            line.truncate(line.trim_end().len());
        }
        lines.push(line);
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
    if let Some(line) = one_line(words, room, size, most) {
        return line;
    }
    let whole = pieces(words);
    let mut best = wrapped(&whole, room, size, most);
    // Narrower than its longest piece, a word would be cut where nobody asked for it.
    let least = whole.iter().map(|piece| piece.needs(size)).fold(room * 0.5, f64::max);
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

/// The pieces a line may be made of.
fn pieces(words: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut piece = String::new();
    let mut end = |piece: &mut String, soft: bool| {
        if !piece.is_empty() {
            out.push(Piece::new(std::mem::take(piece), soft));
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

/// A piece in parts none of which is wider than any line.
fn cut_up(piece: &Piece, room: f64, size: f64) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest: Vec<char> = piece.words.chars().collect();
    while wide(rest.iter().copied().map(units).sum(), size) > room && rest.len() > 3 {
        let tail = rest.split_off(cut(&rest, room - width("-", size), size));
        out.push(Piece::new(rest.into_iter().collect(), true));
        rest = tail;
    }
    if !rest.is_empty() {
        out.push(Piece::new(rest.into_iter().collect(), piece.soft));
    }
    out
}

/// Where to cut a word that is wider than any line: before a consonant that opens a syllable, as late as fits,
/// never leaving less than four letters; if there is no such place, as late as fits.
fn cut(word: &[char], room: f64, size: f64) -> usize {
    let mut fits = 1;
    let mut full = 0;
    for (index, c) in word.iter().enumerate() {
        full += units(*c);
        if wide(full, size) > room {
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
mod tests;
