//! How lists come into the house and go out of it: what a slice offers, so that `transfer` can show it and knows no slice.

use std::collections::BTreeMap;

use db::{Conn, Tx};
use formats::Sheet;
use kernel::{Lang, Reason, Result};

use crate::{Answer, Reading, Slug, Sub, Viewer, Writing};

/// What the cells of a column look like, for guessing where its heading says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looks {
    /// Like anything.
    Anything,
    /// Like a mail address.
    Mail,
    /// Like the name of a person.
    Name,
}

/// A column an intake knows.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its key.
    pub key: &'static str,
    /// Its word.
    pub label: fn(Lang) -> &'static str,
    /// Headings it goes by, folded as [`i18n::fold`] does.
    pub words: &'static [&'static str],
    /// What its cells look like.
    pub looks: Looks,
}

/// Something that is asked once for the whole list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Its field.
    pub name: &'static str,
    /// Its word.
    pub label: &'static str,
    /// A hint below.
    pub hint: &'static str,
    /// The choices; none for a line of text.
    pub options: Vec<(String, String)>,
    /// What is chosen before anybody chooses.
    pub value: String,
}

/// Where a list comes in.
pub struct Target {
    /// The number of the network.
    pub body: i64,
    /// Its name.
    pub name: String,
    /// The second row of its pages.
    pub sub: Sub,
    /// The way to its page.
    pub crumbs: Vec<(String, String)>,
    /// Where its members are listed.
    pub list: String,
    /// Whether who belongs never leaves it.
    pub sensitive: bool,
    /// What is asked once.
    pub questions: Vec<Question>,
}

/// What was answered, by field.
pub type Answers = BTreeMap<String, String>;

/// What was decided about a row that could be taken in more than one way.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Choice {
    /// Nothing was decided.
    #[default]
    Usual,
    /// It is somebody else than it looks.
    Other,
    /// What differs is to be changed here.
    Change,
}

/// One row with its cells by column.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Row {
    /// Its number in the file.
    pub number: i64,
    /// What stands in it, by the key of the column.
    pub cells: BTreeMap<String, String>,
    /// Whether it looks torn, by merged cells or a stray quotation mark.
    pub torn: bool,
    /// What was decided.
    pub choice: Choice,
}

impl Row {
    /// What stands in a column.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.cells.get(key).map_or("", String::as_str)
    }
}

/// How a row stands to what is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// Something must be mended first.
    Unclear,
    /// It makes something.
    New,
    /// It is there, and something differs.
    Differs,
    /// It is there.
    Known,
}

/// What would become of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// How it stands.
    pub state: State,
    /// What is wrong or missing, each at its column.
    pub problems: Vec<(&'static str, Reason)>,
    /// What is worth knowing, or what would change.
    pub notes: Vec<Reason>,
    /// What can be decided about it, each with its words.
    pub options: Vec<(Choice, Reason)>,
    /// Columns to be filled in even though the row can be taken.
    pub missing: Vec<&'static str>,
}

/// Something an import made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thing {
    /// Its kind, as in [`kernel::Subject`].
    pub kind: String,
    /// Its number.
    pub id: i64,
    /// The row it came from.
    pub row: i64,
}

/// What taking rows did.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Taken {
    /// What was made, in the order it was made.
    pub things: Vec<Thing>,
    /// Persons with the address a letter would go to.
    pub letters: Vec<(i64, String)>,
    /// The numbers of the rows that are done.
    pub rows: Vec<i64>,
}

/// How long what was entered can be taken back, in seconds: lists that were taken in, corrections.
pub const UNDO_SECONDS: i64 = 86_400;

/// What undoing did.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Undone {
    /// What is gone.
    pub gone: Vec<Thing>,
    /// What stays, and why.
    pub kept: Vec<(Thing, Reason)>,
}

/// An invitation before it is sent.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its text, with a sample in the place of the link.
    pub text: String,
    /// To whom: number, name and address.
    pub to: Vec<(i64, String, String)>,
}

/// Says of rows what would become of them.
pub type Check = fn(&Conn, &Viewer, i64, &Answers, &[Row]) -> Result<Vec<Verdict>>;
/// Takes rows in.
pub type Take = fn(&Tx<'_>, &Viewer, i64, &Answers, &[Row]) -> Result<Taken>;
/// Takes things away again; the pairs are kinds and numbers of what somebody touched since.
pub type Undo = fn(&Tx<'_>, &Viewer, i64, &[Thing], &[(String, i64)]) -> Result<Undone>;
/// The letter to persons at addresses.
pub type Write = fn(&Reading<'_>, i64, &[(i64, String)]) -> Result<Letter>;

/// A list that can be taken in.
#[derive(Clone, Copy)]
pub struct Intake {
    /// What it knows.
    pub columns: &'static [Column],
    /// Where it comes in, for whoever may take it in: not found or denied otherwise.
    pub target: fn(&Reading<'_>, &Slug) -> Result<Target>,
    /// What would become of the rows. A number of statements that does not grow with them.
    pub check: Check,
    /// Takes the rows that can be taken; the others are left.
    pub take: Take,
    /// Takes away what an import made and nobody touched since.
    pub undo: Undo,
    /// The invitation to these persons at these addresses, without those who have an account or were invited.
    pub letter: Write,
    /// Invites one of them.
    pub invite: fn(&Writing<'_>, i64, i64, &str) -> Result<()>,
}

/// A list that can be taken out.
#[derive(Clone, Copy)]
pub struct Export {
    /// Its part of an address.
    pub name: &'static str,
    /// What is asked before, such as a strong proof of who she is: the answer that leads there.
    pub guard: fn(&Reading<'_>) -> Option<Answer>,
    /// The list as this reader may see it, by the address' own number or name; not found or denied otherwise.
    pub sheet: fn(&Reading<'_>, &str) -> Result<Sheet>,
}
