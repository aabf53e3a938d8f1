//! What people see of motion books.

mod forms;
mod list;
mod show;

use kernel::{Actor, Id, Result};
use networks::Body;
use web::{Audience, Reading, Routes};

use super::{actions::leads, model::Book, store::find_book};
use crate::{
    pages::frame::{Frame, Thing},
    paths::{BookList, BookPage},
    words::T,
};

/// Every address.
#[must_use]
pub fn routes(to: Routes) -> Routes {
    let signed = Audience::SignedIn;
    to.get(signed, list::show)
        .get(signed, show::show)
        .get(signed, show::file)
        .get(signed, forms::new)
        .post(signed, forms::begin)
        .get(signed, forms::edit)
        .post(signed, forms::act)
}

/// A book with where it belongs, for one reader.
pub type Place = Frame<Book>;

impl Thing for Book {
    fn find(r: &Reading<'_>, id: Id<Self>) -> Result<Self> {
        find_book(r.conn, &r.viewer.actor, id)
    }
    fn title(&self) -> &str {
        &self.title
    }
    fn home(&self) -> (Id<Body>, Id<Body>) {
        (self.body, self.network)
    }
    fn leads(&self, actor: &Actor) -> bool {
        leads(actor, self)
    }
    fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&BookPage { book: self.id })
    }
    fn list(r: &Reading<'_>) -> (&'static str, String) {
        (T(r.viewer.lang).books_title(), r.viewer.link(&BookList {}))
    }
}
