//! Project groups: what their page says of mandate, partners, cost and report, and the forms behind it.

pub mod close;
pub mod edit;
pub mod partners;
pub mod shown;

use kernel::{Error, Id, Lang, Result};
use rights::{Action, Kind};
use web::{Page, Reading};

use super::{
    keep::Sheet,
    shared::{self, Tab},
};
use crate::{
    Body, BodyKind, Fraction, Project, Share,
    rules::Sum,
    store::{bodies, projects::project_of},
    words::T,
};

/// A project group the reader may change: she leads it, or keeps its network.
struct Group {
    body: Body,
    network: Body,
    project: Project,
}

impl Group {
    fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let body = bodies::find_body(r.conn, actor, id)?;
        rights::require(actor, Kind::Body, Action::Edit, &body.scope())?;
        if body.kind != BodyKind::ProjectGroup {
            return Err(Error::NotFound);
        }
        let network = bodies::find_body(r.conn, actor, body.network)?;
        Ok(Self { project: project_of(r.conn, id)?, body, network })
    }

    fn back(&self, r: &Reading<'_>) -> Result<String> {
        shared::body_link(r, &self.network.slug, &self.body)
    }

    fn crumbs(&self, r: &Reading<'_>) -> Result<String> {
        let steps = [
            (self.network.short(), shared::network_link(r, &self.network)?),
            (self.body.name_in(r.viewer.lang), self.back(r)?),
        ];
        Ok(shared::crumbs(r, &steps))
    }

    fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = self.body.name_in(r.viewer.lang);
        Ok(Page::new(format!("{title}: {name}")).nav("networks").sub(shared::sub(r, &self.network, Tab::Bodies)?))
    }

    fn sheet(&self, r: &Reading<'_>, title: &str) -> Result<Sheet> {
        Ok(Sheet {
            crumbs: self.crumbs(r)?,
            title: title.to_owned(),
            lead: self.body.name_in(r.viewer.lang).to_owned(),
            back: self.back(r)?,
            ..Sheet::new(r.viewer.lang)
        })
    }
}

/// An amount in words: „1.250,00 €“.
fn money(lang: Lang, cents: i64) -> String {
    match lang {
        Lang::De => format!("{}\u{a0}€", i18n::decimal(lang, cents, 2)),
        Lang::En => format!("€{}", i18n::decimal(lang, cents, 2)),
    }
}

fn fraction(part: Fraction) -> String {
    format!("{}/{}", part.numerator, part.denominator)
}

/// A share as forms show it again.
fn typed(lang: Lang, share: Share) -> String {
    match share {
        Share::Cents(cents) => i18n::decimal(lang, cents, 2),
        Share::Part(part) => fraction(part),
    }
}

/// What the shares come to, in a sentence; empty where there are none.
fn sum_words(t: T, lang: Lang, sum: &Sum) -> String {
    match sum {
        Sum::None => String::new(),
        Sum::Amount(cents) => t.project_sum_amount(money(lang, *cents)),
        Sum::Total(cents) => t.project_sum_total(money(lang, *cents)),
        Sum::Missing(cents) => t.project_sum_missing(money(lang, *cents)),
        Sum::Whole => t.project_sum_whole().to_owned(),
        Sum::MissingPart(part) => t.project_sum_missing_part(fraction(*part)),
    }
}

/// Paragraphs of a text.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
