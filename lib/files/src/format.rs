//! What a file may be.

/// A kind of file the house takes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// A document to read and print (ISO 32000).
    Pdf,
    /// A picture (ISO/IEC 15948).
    Png,
    /// A photograph (ISO/IEC 10918).
    Jpeg,
    /// Word from 2007 on, without macros (ISO/IEC 29500).
    Docx,
    /// Excel from 2007 on, without macros.
    Xlsx,
    /// PowerPoint from 2007 on, without macros.
    Pptx,
    /// A text of LibreOffice (ISO/IEC 26300).
    Odt,
    /// A table of LibreOffice.
    Ods,
    /// Slides of LibreOffice.
    Odp,
    /// Plain text in UTF-8.
    Text,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Odp,
        Self::Text,
    ];

    /// How names of such files end, and how the database calls it.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
            Self::Text => "txt",
        }
    }

    /// The same, read back.
    #[must_use]
    pub fn from_ending(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == word)
    }

    /// Its media type, as registered with IANA.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}
