//! Pages that combine slices: the start page, as it greets somebody who is signed in and as it welcomes the public.
//!
//! `/` is one address. Signed in it answers what needs her, which seats she holds until when, what is new (P01); the
//! public sees which networks work here and where to join (P02). As long as nobody operates the installation, it leads to
//! the set-up instead.

mod rules;
mod start;
mod store;
mod welcome;

mod texts {
    i18n::texts!();
}

use kernel::Result;
use texts::T;
use web::{Answer, Audience, Nav, Reading, Routes, Slice};

web::paths! {
    /// Start.
    pub StartPage = "/" {}
}

fn routes() -> Routes {
    Routes::new().get(Audience::Public, show)
}

fn show(r: &Reading<'_>, _: StartPage) -> Result<Answer> {
    match &r.viewer.signed {
        Some(signed) => start::show(r, signed),
        None => match r.site.set_up(r.conn)? {
            Some(path) => Ok(Answer::to(r.viewer.link(&path))),
            None => welcome::show(r),
        },
    }
}

/// What this slice gives to the house.
#[must_use]
pub fn slice() -> Slice {
    const NAV: &[Nav] =
        &[Nav { key: "start", label: |lang| T(lang).nav_start(), path: "/", icon: "home", place: 1, public: false }];
    Slice { nav: NAV, waiting: Some(start::waiting), ..Slice::new("desk", routes) }
}
