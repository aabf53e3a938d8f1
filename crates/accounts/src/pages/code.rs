//! The code, and the choice among several persons behind one address.

use kernel::{Id, Result};
use web::{Answer, FormView, Reading, Writing};

use super::{CAN_REMEMBER, FormPage, Message, current, marked, refused, signed_in};
use crate::{
    actions::{self, Proved, Refusal},
    model::{Aim, Purpose, Request},
    paths::{ChoosePage, CodePage, SignInPage},
    rules::{self, Stand, TRIES, TRIES_OF_ORIGIN},
    texts::T,
};

pub fn show(r: &Reading<'_>, _: CodePage) -> Result<Answer> {
    let Some((request, _)) = current(r)? else { return nothing_asked(r) };
    match rules::stand(&request, r.viewer.now) {
        Stand::Open if request.tries > 0 => {
            let left = TRIES - request.tries;
            let mut answer = page(r, &request, &marked(r, "code", |t| t.code_wrong(left)))?;
            // The wrong code was refused before; this page itself is in order.
            answer.status = 200;
            Ok(answer)
        }
        Stand::Open => page(r, &request, &FormView::new(r.viewer.lang, &[])),
        Stand::Proved => Ok(Answer::to(r.viewer.link(&ChoosePage {}))),
        Stand::Expired => refused(r, Refusal::Expired, request.purpose, &request.aim),
        Stand::Worn => refused(r, Refusal::Worn, request.purpose, &request.aim),
        Stand::Spent => refused(r, Refusal::Spent, request.purpose, &request.aim),
    }
}

fn page(r: &Reading<'_>, request: &Request, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let submit = if request.purpose == Purpose::StepUp { t.step_up_confirm() } else { t.sign_in() };
    let field = form.text("code", t.code()).code().hint(t.code_hint()).most(10);
    let mut page = FormPage::new(t.code_title(), form, r.viewer.link(&CodePage {}), submit);
    let lead = match (request.purpose, &request.aim) {
        // One knows that letter to be on its way: to one's own account, or to the address that was invited.
        (Purpose::StepUp, _) | (_, Aim::Invitation(_)) => t.code_lead_sure(),
        _ => t.code_lead(),
    };
    page.lead = vec![lead.to_owned(), t.code_lead_link().to_owned()];
    page.fields = vec![field.to_string()];
    page.hidden = vec![CAN_REMEMBER];
    if request.purpose == Purpose::SignIn && matches!(request.aim, Aim::Page(_)) {
        page.links = vec![(t.ask_new(), r.viewer.link(&SignInPage {}))];
    }
    page.answer(r)
}

pub fn nothing_asked(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    Message::new("key", t.nothing_asked(), t.nothing_asked_text())
        .link(t.ask_new(), r.viewer.link(&SignInPage {}))
        .answer(r, 410)
}

pub fn enter(w: &Writing<'_>, _: CodePage) -> Result<Answer> {
    let r = w.reading();
    let Some((request, browser)) = current(&r)? else { return nothing_asked(&r) };
    let Some(code) = rules::code(w.ask.field("code")) else {
        return match rules::stand(&request, w.viewer.now) {
            Stand::Open => page(&r, &request, &marked(&r, "code", |t| t.code_form().to_owned())),
            _ => show(&r, CodePage {}),
        };
    };
    let what = format!("code {}", request.mail_key);
    if let Some(again) = w.full(&what, TRIES_OF_ORIGIN) {
        return web::too_many_from_here(&r, again);
    }
    let proved = actions::try_code(w.tx, w.viewer, &request, &browser, &code, &w.ask.agent)?;
    if matches!(proved, Proved::Wrong) {
        w.note(&what, TRIES_OF_ORIGIN);
    }
    settled(w, &request, proved)
}

/// What a proof leads to.
pub fn settled(w: &Writing<'_>, request: &Request, proved: Proved) -> Result<Answer> {
    match proved {
        Proved::In(token, aim) => signed_in(w, token, &aim),
        Proved::Choose => Ok(Answer::to(w.viewer.link(&ChoosePage {}))),
        Proved::Own(person) => Ok(Answer::to(super::own_factor::path(w.viewer, person))),
        Proved::Wrong => Ok(Answer::to(w.viewer.link(&CodePage {}))),
        Proved::No(why) => refused(&w.reading(), why, request.purpose, &request.aim),
    }
}

pub fn show_choice(r: &Reading<'_>, _: ChoosePage) -> Result<Answer> {
    let Some((request, _)) = current(r)? else { return nothing_asked(r) };
    choice(r, &request, &FormView::new(r.viewer.lang, &[]))
}

fn choice(r: &Reading<'_>, request: &Request, form: &FormView) -> Result<Answer> {
    match rules::stand(request, r.viewer.now) {
        Stand::Proved => {}
        Stand::Open => return Ok(Answer::to(r.viewer.link(&CodePage {}))),
        Stand::Spent => return refused(r, Refusal::Expired, request.purpose, &request.aim),
        Stand::Expired | Stand::Worn => return show(r, CodePage {}),
    }
    let t = T(r.viewer.lang);
    let options = actions::candidates(r.conn, request)?
        .into_iter()
        .map(|(account, name)| (account.person.to_string(), name))
        .collect();
    let field = form.radios("person", t.choose_legend(), options);
    let mut page = FormPage::new(t.choose(), form, r.viewer.link(&ChoosePage {}), t.sign_in());
    page.lead = vec![t.choose_lead().to_owned()];
    page.hidden = vec![CAN_REMEMBER];
    page.fields = vec![field.to_string()];
    page.answer(r)
}

pub fn choose(w: &Writing<'_>, _: ChoosePage) -> Result<Answer> {
    let r = w.reading();
    let Some((request, browser)) = current(&r)? else { return nothing_asked(&r) };
    let person = w.ask.field("person").parse().unwrap_or(Id::new(0));
    match actions::choose(w.tx, w.viewer, &request, &browser, person, &w.ask.agent)? {
        Proved::Choose => choice(&r, &request, &marked(&r, "person", |t| t.choose_missing().to_owned())),
        proved => settled(w, &request, proved),
    }
}
