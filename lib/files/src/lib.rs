//! Files that members bring: what may come in, where it lies, and how it goes out again. The one way for papers of
//! meetings, attachments of threads, answers and reports.
//!
//! What a file is, its bytes say, never its name ([`look`]). It lies in the database under the SHA-256 of its bytes, once
//! however often it is used, in the transaction that says what it hangs on; so a backup, a second node and a roll-back
//! need nothing more (`decisions/0025`). It goes out as a file to save, never as a page. Who may have it is asked by the
//! slice whose thing it hangs on, each time: nothing here asks for rights.

mod actions;
mod bare;
mod brought;
mod came;
mod format;
mod look;
mod model;
mod name;
mod office;
mod own;
mod picture;
mod shown;
mod slice;
mod store;
mod unwanted;

mod texts {
    i18n::texts!();
}

pub use actions::{attach, drop_all, move_all, open, remove, sweep};
pub use brought::{Brought, FIELD, LIMIT, brought, choose_again, nothing, ready};
pub use came::{Came, came};
pub use format::Format;
pub use look::look;
pub use model::{Attachment, FILES_MOST, On, Upload};
pub use name::clean;
pub use shown::{about, form, input, rows};
pub use slice::slice;
pub use store::{find, list};
pub use unwanted::{FILE_MOST, Unwanted};
