//! The addresses of lists that come in and go out.

use kernel::Id;
use web::Slug;

use crate::model::Import;

web::paths! {
    /// Pasting or uploading a list.
    pub SourcePage = "/netzwerke/{network}/einlesen" { network: Slug }
    /// What its columns hold.
    pub ColumnsPage = "/netzwerke/{network}/einlesen/{import}/spalten" { network: Slug, import: Id<Import> }
    /// What would become of its rows.
    pub CheckPage = "/netzwerke/{network}/einlesen/{import}/pruefen" { network: Slug, import: Id<Import> }
    /// What was taken.
    pub DonePage = "/netzwerke/{network}/einlesen/{import}/fertig" { network: Slug, import: Id<Import> }
    /// Undoing it.
    pub UndoPage = "/netzwerke/{network}/einlesen/{import}/rueckgaengig" { network: Slug, import: Id<Import> }
    /// Throwing a list away that was not taken.
    pub DropPage = "/netzwerke/{network}/einlesen/{import}/verwerfen" { network: Slug, import: Id<Import> }
    /// The invitation before it is sent.
    pub LettersPage = "/netzwerke/{network}/einlesen/{import}/einladung" { network: Slug, import: Id<Import> }
    /// A list of a network as a file.
    pub NetworkExport = "/netzwerke/{network}/ausgeben/{list}/{form}" { network: Slug, list: Slug, form: Slug }
    /// The seats of a body as a file.
    pub BodyExport = "/gremien/{body}/ausgeben/{form}" { body: i64, form: Slug }
    /// A list of a body as a file.
    pub BodyListExport = "/gremien/{body}/ausgeben/{list}/{form}" { body: i64, list: Slug, form: Slug }
}
