//! A delegation with where it belongs, for one reader; and who sits on its seat.

use std::collections::HashMap;

use kernel::{Error, Id, Result};
use networks::{
    Body, Names, Occupancy, Seat, Who, find_body, list_bodies_by_id,
    shell::{self, Tab},
};
use web::{Page, Reading, Sheet};

use crate::{
    Delegation, Sent, Session,
    actions::of_side,
    paths::{BodyMandates, MandateList, MandatePage},
    reads::{Side, Stance, stance},
    store::{self, letters::list_sent},
    words::T,
};

/// A delegation the reader knows of.
pub struct Place {
    /// The delegation.
    pub it: Delegation,
    /// The body it goes into.
    pub receiver: Body,
    /// The body that sends, where she may see its page.
    pub sender: Option<Body>,
    /// What she is to it.
    pub stance: Stance,
}

impl Place {
    /// The delegation of an address.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Occupancy>) -> Result<Self> {
        let it = store::delegations::find_delegation(r.conn, id)?;
        let actor = &r.viewer.actor;
        let receiver = find_body(r.conn, actor, it.receiver)?;
        let stance = stance(actor, &it, Some(&receiver));
        if !stance.knows {
            return Err(Error::NotFound);
        }
        let sender = list_bodies_by_id(r.conn, actor, &[it.sender])?.into_iter().next();
        Ok(Self { it, receiver, sender, stance })
    }

    /// A sitting it goes to.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn session(&self, r: &Reading<'_>, id: Id<Session>) -> Result<Session> {
        of_side(r.conn, &self.it, id)
    }

    /// Its page.
    #[must_use]
    pub fn link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&MandatePage { mandate: self.it.id })
    }

    /// The name of the body that sends.
    #[must_use]
    pub fn sender_name(&self, r: &Reading<'_>) -> String {
        self.sender.as_ref().map_or_else(String::new, |b| b.name_in(r.viewer.lang).to_owned())
    }

    /// The way here; `deeper`: below the page of the delegation itself.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let t = T(r.viewer.lang);
        let name = self.receiver.name_in(r.viewer.lang);
        let mut steps = vec![
            (t.nav_mandates(), r.viewer.link(&MandateList {})),
            (name, r.viewer.link(&BodyMandates { body: self.receiver.id })),
        ];
        if deeper {
            steps.push((t.mandate_title(), self.link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }

    /// A page about it.
    #[must_use]
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Page {
        Page::new(format!("{title}: {}", self.receiver.name_in(r.viewer.lang))).nav("mandates")
    }

    /// A form about it, its fields still missing.
    #[must_use]
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Sheet {
        Sheet {
            crumbs: self.crumbs(r, true),
            title: title.to_owned(),
            lead: self.receiver.name_in(r.viewer.lang).to_owned(),
            back: self.link(r),
            ..Sheet::new(r.viewer.lang)
        }
    }
}

/// Who sits on some seats today, as far as the reader may see their names.
pub struct Sitting {
    sent: Vec<Sent>,
    names: HashMap<Id<people::Person>, Who>,
}

impl Sitting {
    /// Two or three statements; none without seats.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'_>, seats: &[Id<Seat>], more: &[Id<people::Person>]) -> Result<Self> {
        let sent = if seats.is_empty() { Vec::new() } else { list_sent(r.conn, seats, r.viewer.today)? };
        let persons: Vec<Id<people::Person>> = sent.iter().map(|s| s.person).chain(more.iter().copied()).collect();
        if persons.is_empty() {
            return Ok(Self { sent, names: HashMap::new() });
        }
        let names = Names::load_with_places(r.conn, &r.viewer.actor, persons.iter().copied())?;
        let named = persons.into_iter().filter_map(|p| names.anywhere(p).map(|who| (p, who))).collect();
        Ok(Self { sent, names: named })
    }

    /// The name of somebody, where it may be shown.
    #[must_use]
    pub fn name(&self, person: Id<people::Person>) -> Option<String> {
        self.names.get(&person).map(|who| who.name.full())
    }

    fn list(&self, t: T, seat: Id<Seat>, stands_in: bool) -> Vec<String> {
        let of = self.sent.iter().filter(|s| s.seat == seat && s.stands_in == stands_in);
        of.map(|s| self.name(s.person).unwrap_or_else(|| t.somebody().to_owned())).collect()
    }

    /// The one who sits there, where it is one.
    #[must_use]
    pub fn only(&self, seat: Id<Seat>) -> Option<Id<people::Person>> {
        let mut all = self.sent.iter().filter(|s| s.seat == seat && !s.stands_in).map(|s| s.person);
        all.next().filter(|_| all.next().is_none())
    }

    /// Who sits there, in words; that nobody does where nobody does.
    #[must_use]
    pub fn words(&self, t: T, seat: Id<Seat>) -> String {
        let all = self.list(t, seat, false);
        if all.is_empty() { t.nobody().to_owned() } else { all.join(", ") }
    }

    /// Who stands in, in words.
    #[must_use]
    pub fn stand_ins(&self, t: T, seat: Id<Seat>) -> Option<String> {
        Some(self.list(t, seat, true)).filter(|all| !all.is_empty()).map(|all| all.join(", "))
    }
}

/// A body of others, for those who enter contacts and sittings of it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who lead the network or are sent.
pub fn edited(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let (body, network) = place_of(r, id)?;
    let side = Side::network(r.conn, &r.viewer.actor, &body)?;
    let side = Side::load(r.conn, &r.viewer.actor, id, side)?;
    match (side.sees, side.edits) {
        (true, true) => Ok((body, network)),
        (true, false) => Err(Error::Denied(None)),
        _ => Err(Error::NotFound),
    }
}

/// A body with its network, where the reader may see that.
pub fn place_of(r: &Reading<'_>, id: Id<Body>) -> Result<(Body, Option<Body>)> {
    let body = find_body(r.conn, &r.viewer.actor, id)?;
    let network = if body.is_network() {
        Some(body.clone())
    } else {
        list_bodies_by_id(r.conn, &r.viewer.actor, &[body.network])?.into_iter().next()
    };
    Ok((body, network))
}

/// A page of a body, with the second row of its network where the reader may see that.
pub fn body_row(r: &Reading<'_>, page: Page, body: &Body, network: Option<&Body>) -> Result<Page> {
    let Some(network) = network else { return Ok(page) };
    let tab = if body.is_network() { Tab::View("mandates") } else { Tab::Bodies };
    Ok(page.sub(shell::sub(r, network, tab)?))
}

/// The way to a page below a body.
pub fn body_crumbs(r: &Reading<'_>, body: &Body, network: Option<&Body>, deeper: bool) -> Result<String> {
    let t = T(r.viewer.lang);
    let mut steps = Vec::new();
    if let Some(network) = network {
        steps.push((network.short(), shell::network_link(r, network)?));
        if !body.is_network() {
            steps.push((body.name_in(r.viewer.lang), shell::body_link(r, &network.slug, body)?));
        }
    }
    if deeper {
        steps.push((t.nav_mandates(), r.viewer.link(&BodyMandates { body: body.id })));
    }
    Ok(shell::crumbs(r, &steps))
}
