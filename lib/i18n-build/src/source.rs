//! A file of texts, and mistakes that know where they are.

use std::fmt;

/// One Fluent file.
pub struct Source {
    /// Its path below the crate, for messages.
    pub name: String,
    pub(crate) text: String,
}

impl Source {
    /// A file by name and content; line ends of Windows become plain ones.
    #[must_use]
    pub fn new(name: impl Into<String>, text: &str) -> Self {
        Self { name: name.into(), text: text.replace("\r\n", "\n") }
    }
    /// Where a piece that was cut out of this file's text begins; `None` when it comes from elsewhere.
    pub(crate) fn offset_of(&self, piece: &str) -> Option<usize> {
        let start = (piece.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (start + piece.len() <= self.text.len()).then_some(start)
    }
    /// The line, from 1, on which a byte stands.
    pub(crate) fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }
    /// A mistake at a byte of this file.
    pub(crate) fn fault(&self, offset: usize, what: impl fmt::Display) -> Fault {
        Fault::new(&self.name, self.line(offset), what)
    }
}

/// The mistake at a piece cut out of one of the files.
pub(crate) fn fault_at(sources: &[Source], piece: &str, what: impl fmt::Display) -> Fault {
    for source in sources {
        if let Some(offset) = source.offset_of(piece) {
            return source.fault(offset, what);
        }
    }
    Fault::new(sources.first().map_or("texts", |source| &source.name), 1, what)
}

/// Something wrong with the texts. Shown as `texts/de.ftl:12: what`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fault {
    /// The file, as in [`Source::name`].
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub what: String,
}

impl Fault {
    pub(crate) fn new(file: &str, line: usize, what: impl fmt::Display) -> Self {
        // One mistake is one line for cargo.
        let what = what.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { file: file.to_owned(), line, what }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

/// By file and line, each mistake once.
pub(crate) fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort();
    faults.dedup();
    faults
}
