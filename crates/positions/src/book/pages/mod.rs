//! What people see of motion books.

mod forms;
mod list;
mod show;

use kernel::{Id, Result};
use networks::{Body, list_bodies_by_id};
use web::{Audience, Page, Reading, Routes};

use super::{actions::leads, model::Book, store::find_book};
use crate::{
    pages::row,
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
pub struct Place {
    /// The book.
    pub it: Book,
    /// Its body, where the reader may see its page.
    pub body: Option<Body>,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// Whether she leads it.
    pub leads: bool,
}

impl Place {
    /// The book of an address.
    ///
    /// # Errors
    /// [`kernel::Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Book>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let it = find_book(r.conn, actor, id)?;
        let found = list_bodies_by_id(r.conn, actor, &[it.body, it.network])?;
        let of = |id: Id<Body>| found.iter().find(|b| b.id == id).cloned();
        Ok(Self { body: of(it.body), network: of(it.network), leads: leads(actor, &it), it })
    }
    /// The way here.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let mut steps = vec![(T(r.viewer.lang).books_title(), r.viewer.link(&BookList {}))];
        if deeper {
            steps.push((self.it.title.as_str(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }
    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&BookPage { book: self.it.id })
    }
    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let title = if title.is_empty() { self.it.title.clone() } else { format!("{title}: {}", self.it.title) };
        row(r, Page::new(title).nav("positions"), self.body.as_ref(), self.network.as_ref())
    }
}
