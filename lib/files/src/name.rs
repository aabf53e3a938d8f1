//! What a file is called: words of whoever brought it, made harmless. The name is shown and offered for saving; nothing is
//! ever stored under it.

use i18n::is_bidi_control;

use crate::Format;

/// The most characters before the ending.
const MOST: usize = 100;

/// The name with the ending its bytes deserve. Folders, and characters no file system takes, go.
#[must_use]
pub fn clean(raw: &str, format: Format) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| {
            !c.is_control()
                && !is_bidi_control(*c)
                && !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
        })
        .map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%') { '-' } else { c })
        .collect();
    let blank = |c: char| c.is_whitespace() || c == '.';
    let kept = kept.trim_matches(blank);
    let stem = match kept.rsplit_once('.') {
        Some((stem, ending))
            if (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            stem
        }
        _ => kept,
    };
    let short: String = stem.chars().take(MOST).collect();
    let short = short.trim_matches(blank);
    format!("{}.{}", if short.is_empty() { "datei" } else { short }, format.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_harmless_and_ends_as_the_bytes_say() {
        for (raw, name) in [
            ("Förderplan 2027.docx", "Förderplan 2027.docx"),
            ("plan.pdf", "plan.docx"),
            ("C:\\Users\\jo\\plan.docx", "plan.docx"),
            ("../../etc/passwd", "passwd.docx"),
            ("a\u{202e}cod.exe", "acod.docx"),
            ("Protokoll v1.2", "Protokoll v1.docx"),
            ("Sitzung am 3. Mai", "Sitzung am 3. Mai.docx"),
            ("a\r\nb\"<c>.docx", "ab--c-.docx"),
            (" ... ", "datei.docx"),
            ("", "datei.docx"),
            (".htaccess", "htaccess.docx"),
        ] {
            assert_eq!(clean(raw, Format::Docx), name, "{raw:?}");
        }
        assert_eq!(clean(&"ä".repeat(300), Format::Pdf).chars().count(), MOST + 4);
    }
}
