//! Why a file stays outside.

use kernel::Reason;

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
}

impl Unwanted {
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
        }
    }
}
