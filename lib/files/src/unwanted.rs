//! Why a file stays outside.

use kernel::Reason;

use crate::brought::too_many;

/// The largest file, in bytes: 10 MB.
pub const FILE_MOST: usize = 10 << 20;

/// Why a file is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unwanted {
    /// Nothing is in it.
    Empty,
    /// Larger than [`FILE_MOST`].
    TooLarge,
    /// A program or a script, whatever its name says.
    Program,
    /// A web page, or a picture as SVG, in which scripts may stand.
    WebPage,
    /// An office document with macros.
    Macros,
    /// A document of an old office program, or one with a password.
    Old,
    /// Several files packed into one.
    Archive,
    /// It says that far more is in it than such a file holds.
    Inflates,
    /// It begins like a file of a known kind and does not go on like one.
    Broken,
    /// None of the kinds that are taken.
    Unknown,
    /// There are more than a thing may have.
    TooMany,
    /// Where it would wait there is no room.
    NoRoom,
}

impl Unwanted {
    /// All, each with the word under which it is stored.
    const WORDS: [(Self, &'static str); 12] = [
        (Self::Empty, "empty"),
        (Self::TooLarge, "large"),
        (Self::Program, "program"),
        (Self::WebPage, "page"),
        (Self::Macros, "macros"),
        (Self::Old, "old"),
        (Self::Archive, "archive"),
        (Self::Inflates, "inflates"),
        (Self::Broken, "broken"),
        (Self::Unknown, "unknown"),
        (Self::TooMany, "many"),
        (Self::NoRoom, "room"),
    ];
    /// The word under which it is stored.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(why, _)| *why == self).map_or("unknown", |(_, word)| *word)
    }
    /// What a stored word means.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(why, _)| *why)
    }
    /// The sentence for the field.
    #[must_use]
    pub fn reason(self) -> Reason {
        let say = |de: &str, en: &str| Reason::new(de, en);
        match self {
            Self::Empty => say("In dieser Datei steht nichts.", "There is nothing in this file."),
            Self::TooLarge => say(
                "Die Datei ist größer als 10 MB. Bitte verkleinern oder teilen Sie sie.",
                "The file is larger than 10 MB. Please shrink or split it.",
            ),
            Self::Program => say(
                "Diese Datei ist ein Programm, auch wenn ihr Name anders endet. Programme nehmen wir nicht an.",
                "This file is a program, even if its name ends otherwise. Programs are not taken.",
            ),
            Self::WebPage => say(
                "Diese Datei ist eine Webseite oder ein SVG-Bild. Bitte speichern Sie sie als PDF oder PNG.",
                "This file is a web page or an SVG picture. Please save it as PDF or PNG.",
            ),
            Self::Macros => say(
                "In dieser Datei stecken Makros. Bitte speichern Sie sie ohne Makros oder als PDF.",
                "There are macros in this file. Please save it without macros or as PDF.",
            ),
            Self::Old => say(
                "Diese Datei ist geschützt oder aus einem alten Programm. Bitte speichern Sie sie neu, etwa als PDF oder DOCX.",
                "This file is protected or from an old program. Please save it anew, as PDF or DOCX for instance.",
            ),
            Self::Archive => say(
                "In diesem Archiv stecken mehrere Dateien. Bitte laden Sie die Dateien einzeln hoch.",
                "Several files are packed in this archive. Please upload them one by one.",
            ),
            Self::Inflates => say(
                "Die Datei ist gepackt klein, entpackt aber viel zu groß. Sie wurde nicht angenommen.",
                "The file is small when packed but far too large when unpacked. It was not taken.",
            ),
            Self::Broken => say(
                "Diese Datei ist beschädigt oder nicht das, was ihr Name sagt. Bitte speichern Sie sie neu.",
                "This file is damaged, or not what its name says. Please save it anew.",
            ),
            Self::Unknown => say(
                "Diese Art von Datei nehmen wir nicht an. Geeignet sind PDF, Word, Excel, LibreOffice, PNG, JPEG und Text.",
                "This kind of file is not taken. PDF, Word, Excel, LibreOffice, PNG, JPEG and text are suitable.",
            ),
            Self::TooMany => too_many(),
            Self::NoRoom => say(
                "Hier warten schon zu viele Dateien. Bitte schicken Sie diese später noch einmal.",
                "Too many files wait here already. Please send this one again later.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_stored_under_a_word_of_its_own() {
        for (why, word) in Unwanted::WORDS {
            assert_eq!((Unwanted::from_word(word), why.word()), (Some(why), word));
        }
        assert_eq!(Unwanted::from_word("cut"), None);
    }
}
