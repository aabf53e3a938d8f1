//! Papers as PDF/UA-1 (ISO 14289-1): tagged, with a language and a title, fonts embedded, and always the same bytes for the same
//! paper, so that a hash can be filed with it.
//!
//! Set by typst, which only this crate uses. It takes seconds of a processor to build and some hundred megabytes to run, so
//! the program renders in a process of its own (decisions/0015).

mod fonts;
mod sheet;
mod world;

use papers::{Paper, TooMuch};
use typst::{diag::SourceDiagnostic, ecow::EcoVec, foundations::Datetime, foundations::Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use fonts::Letters;
use world::Desk;

/// Why there is no file.
#[derive(Debug)]
pub enum Error {
    /// The paper holds more than one file may.
    TooMuch(TooMuch),
    /// Typst refused, for instance because the file would break PDF/UA. A fault of ours; the text says what, not what was
    /// on the paper.
    Refused(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooMuch(why) => why.fmt(f),
            Self::Refused(why) => write!(f, "the paper could not be set: {why}"),
        }
    }
}
impl std::error::Error for Error {}

/// The file.
///
/// # Errors
/// When the paper holds too much, or typst refuses it.
pub fn render(paper: &Paper) -> Result<Vec<u8>, Error> {
    let paper = paper.tidied().map_err(Error::TooMuch)?;
    let file = set(&paper, Letters::All).or_else(|_| {
        // Rare marks can stand together in ways no font draws. Then only what is plain stays.
        set(&paper, Letters::Plain)
    });
    // Typst remembers what it has set; the next paper is another one.
    typst::comemo::evict(0);
    file
}

fn set(paper: &Paper, letters: Letters) -> Result<Vec<u8>, Error> {
    let desk = Desk::new(sheet::values(paper, letters)).map_err(Error::Refused)?;
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(|causes| refused(&causes))?;
    let (year, month, day) = sheet::numbers(paper.day);
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}\n{}\n{}\n{}", paper.author, paper.number, paper.title, paper.day)),
        creator: Smart::Custom(Some("Geflecht".to_owned())),
        timestamp: Datetime::from_ymd_hms(year, month, day, 12, 0, 0).map(Timestamp::new_utc),
        page_ranges: None,
        standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|why| Error::Refused(why.message().to_string()))?,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(&document, &options).map_err(|causes| refused(&causes))
}

fn refused(causes: &EcoVec<SourceDiagnostic>) -> Error {
    Error::Refused(causes.iter().map(|cause| cause.message.as_str()).collect::<Vec<_>>().join("; "))
}
