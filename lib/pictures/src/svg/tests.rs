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
    let hundredths: u32 = words
        .chars()
        .map(|c| match c {
            '\u{ad}' => 0,
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 29,
            'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' | '·' | '„' | '“' => 37,
            'm' | 'w' | 'M' | 'W' | '–' | '—' | '…' => 86,
            c if c.is_uppercase() => 66,
            _ => 57,
        })
        .sum();
    f64::from(hundredths) * size / 100.0
}

/// The pieces a line of that width may be made of, with the flag that says that a hyphen appears if the line ends there.
fn plain_pieces(words: &str, room: f64, size: f64) -> Vec<(String, bool)> {
    let cut = pieces(words).into_iter().flat_map(|piece| cut_up(&piece, room, size));
    cut.map(|piece| (piece.words, piece.soft)).collect()
}

/// Breaks words into at most `most` lines of the given width: at spaces, after hyphens and slashes, at soft hyphens;
/// a piece too long for any line is cut with a hyphen. What does not fit at all ends in an ellipsis.
fn plain_wrap(words: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut soft = false;
    for (piece, ends_soft) in plain_pieces(words, room, size) {
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
    let longest = plain_pieces(words, f64::INFINITY, size)
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
        assert_eq!(wrap(&text, room, size, most), plain_wrap(&text, room, size, most), "{text:?} {room} {size} {most}");
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
