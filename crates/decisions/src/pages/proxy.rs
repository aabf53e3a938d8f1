//! `/wahlen/{vote}/vollmacht`: letting somebody else vote for one's seat in this vote, and taking that back.

use kernel::{Error, Id, Problem, Result};
use networks::{Names, Seat};
use people::Person;
use web::{Answer, FormView, Reading, Sheet, Writing};

use super::{Place, problems};
use crate::{
    Proxy, Way,
    actions::{self, Unit},
    paths::{ProxyPage, VotePage},
    store::proxies,
    words::T,
};

/// The form.
///
/// # Errors
/// [`Error::NotFound`] for who has no vote of her own.
pub fn show(r: &Reading<'_>, p: ProxyPage) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

fn own(r: &Reading<'_>, place: &Place) -> Result<Vec<Unit>> {
    let mut units = actions::standing(r.conn, &r.viewer.actor, &place.vote, &place.body)?;
    units.retain(|u| u.way == Way::Own);
    if units.is_empty() { Err(Error::NotFound) } else { Ok(units) }
}

fn page(r: &Reading<'_>, p: &ProxyPage, form: &FormView) -> Result<Answer> {
    let place = Place::load(r, p.vote)?;
    let t = T(r.viewer.lang);
    let units = own(r, &place)?;
    let me = r.viewer.actor.person.map(Id::<Person>::new);
    let given: Vec<Proxy> = proxies::list_proxies(r.conn, p.vote)?
        .into_iter()
        .filter(|g| Some(g.giver) == me && g.revoked_at.is_none())
        .collect();
    let back = r.viewer.link(&VotePage { vote: p.vote });
    let mut sheet = Sheet {
        crumbs: place.crumbs(r, &[(&place.vote.title, back.clone())])?,
        title: t.proxy_title().to_owned(),
        lead: place.vote.title.clone(),
        back,
        ..Sheet::new(r.viewer.lang)
    }
    .of(form);
    if let Some(proxy) = given.first() {
        let names = Names::load_with_places(r.conn, &r.viewer.actor, [proxy.holder])?;
        let who = names.anywhere(proxy.holder).map_or_else(|| t.proxy_somebody().to_owned(), |w| w.name.full());
        sheet.known.push(t.proxy_given(who));
        sheet.hidden.push(("proxy", proxy.id.to_string()));
        sheet.hidden.push(("tat", "zurueck".to_owned()));
        sheet.submit = t.proxy_revoke();
    } else if units.iter().all(|u| u.used) {
        sheet.known.push(t.ballot_used().to_owned());
    } else {
        sheet.known.push(t.proxy_intro().to_owned());
        let holders = actions::proxy_holders(r.conn, &r.viewer.actor, &place.body)?;
        let people = holders.into_iter().map(|(person, name)| (person.to_string(), name)).collect();
        let free: Vec<&Unit> = units.iter().filter(|u| !u.used).collect();
        sheet.hidden.push(("seat", free.first().map_or_else(String::new, |u| u.seat.to_string())));
        sheet.fields = vec![form.select("holder", t.proxy_who(), people).to_string()];
        sheet.submit = t.proxy_give();
    }
    sheet.answer(r, place.page(r, t.proxy_title())?, form)
}

/// Gives it or takes it back.
///
/// # Errors
/// As [`crate::give_proxy`] and [`crate::revoke_proxy`].
pub fn act(w: &Writing<'_>, p: ProxyPage) -> Result<Answer> {
    let (t, actor) = (T(w.viewer.lang), &w.viewer.actor);
    let again = |found: Vec<Problem>| page(&w.reading(), &p, &FormView::kept(w.viewer.lang, w.ask, found));
    let (done, note) = if w.ask.field("tat") == "zurueck" {
        let proxy = w.ask.field("proxy").parse().map_err(|_| Error::NotFound)?;
        (crate::revoke_proxy(w.tx, actor, p.vote, proxy), t.proxy_revoked())
    } else {
        let seat: Id<Seat> = w.ask.field("seat").parse().map_err(|_| Error::NotFound)?;
        let holder: Id<Person> = w.ask.field("holder").parse().map_err(|_| Error::NotFound)?;
        (crate::give_proxy(w.tx, actor, p.vote, seat, holder).map(drop), t.proxy_done())
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Err(fault) => again(problems(fault, "holder")?),
    }
}
