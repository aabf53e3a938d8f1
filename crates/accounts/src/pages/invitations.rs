//! Invitations to the installation itself, for who runs it.

use askama::Template;
use kernel::{Error, Result};
use people::NewPerson;
use web::{Answer, FormView, Page, Reading, Writing};

use super::side;
use crate::{
    actions::{self, Right},
    paths::{InvitationsPage, WithdrawInvitation},
    rules::{self, Offer},
    store,
    texts::T,
};

struct Row {
    name: String,
    mail: String,
    state: String,
    is_open: bool,
    withdraw: String,
}

#[derive(Template)]
#[template(path = "invitations.html")]
struct Invitations<'a> {
    t: T,
    side: String,
    form: &'a FormView,
    fields: Vec<String>,
    action: String,
    rows: Vec<Row>,
}

pub fn show(r: &Reading<'_>, _: InvitationsPage) -> Result<Answer> {
    page(r, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let (t, lang, now) = (T(r.viewer.lang), r.viewer.lang, r.viewer.now);
    let day = |moment: kernel::Moment| i18n::day_medium(lang, moment.day());
    let rows = store::list_house_invitations(r.conn, 200)?.into_iter().map(|(i, name)| {
        let offer = rules::offer(&i, now);
        let state = match offer {
            Offer::Open => t.offer_open(day(i.expires_at)),
            Offer::Expired => t.offer_expired(day(i.expires_at)),
            Offer::Withdrawn => t.offer_withdrawn().to_owned(),
            Offer::Accepted => t.offer_accepted(day(i.accepted_at.unwrap_or(now))),
        };
        Row {
            name,
            state,
            is_open: offer == Offer::Open,
            withdraw: WithdrawInvitation { invitation: i.id }.to_string(),
            mail: i.mail,
        }
    });
    let page = Invitations {
        t,
        side: side(r.viewer, "invitations"),
        fields: vec![
            form.text("given", t.given()).most(120).to_string(),
            form.text("family", t.family()).most(120).to_string(),
            form.text("mail", t.mail()).kind("email").hint(t.invite_hint()).to_string(),
        ],
        action: InvitationsPage {}.to_string(),
        rows: rows.collect(),
        form,
    };
    let head = Page::new(t.side_invitations()).nav("account");
    r.page(if form.is_refused() { head.refused() } else { head }, &page)
}

pub fn invite(w: &Writing<'_>, _: InvitationsPage) -> Result<Answer> {
    let new = NewPerson::new(w.ask.field("given"), w.ask.field("family"));
    match actions::invite_new(w.tx, &w.viewer.actor, &w.site.outside().base_url, &new, w.ask.raw("mail")) {
        Ok(_) => Ok(Answer::to(InvitationsPage {}.to_string()).with_note(T(w.viewer.lang).invite_sent())),
        Err(Error::Form(problems)) => page(&w.reading(), &FormView::kept(w.viewer.lang, w.ask, problems)),
        Err(Error::Rule(reason)) => {
            page(&w.reading(), &FormView::kept(w.viewer.lang, w.ask, vec![kernel::Problem { field: "mail", reason }]))
        }
        Err(cause) => Err(cause),
    }
}

pub fn withdraw(w: &Writing<'_>, at: WithdrawInvitation) -> Result<Answer> {
    // The operator's right covers invitations to the installation, not those to networks.
    let of_house = store::find_invitation(w.tx, at.invitation)?.is_some_and(|i| i.about.is_none());
    if !of_house {
        return Err(Error::NotFound);
    }
    w.tx.silent("taken back before: nothing changes");
    actions::withdraw(w.tx, &w.viewer.actor, &Right::house(), at.invitation)?;
    Ok(Answer::to(InvitationsPage {}.to_string()).with_note(T(w.viewer.lang).invite_withdrawn()))
}
