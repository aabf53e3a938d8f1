//! What a mail's link opens. Looking changes nothing; one button acts.

use askama::Template;
use kernel::{Id, Result};
use mail::Address;
use web::{Answer, FormView, Page, Reading, Writing};

use super::{CAN_REMEMBER, FormPage, Message, current, marked, refused, sign_in::asked, site_name};
use crate::{
    actions::{self, Asking, Refusal},
    model::{Aim, Invitation, Purpose, Request},
    paths::{ChoosePage, LinkPage, NewLink, SignInPage, Token},
    rules::{self, Offer, Stand},
    secrets, store,
    texts::T,
};

/// What a token stands for.
enum Behind {
    Request(Request),
    Invitation(Invitation),
    Nothing,
}

fn behind(r: &Reading<'_>, token: &Token) -> Result<Behind> {
    let hash = actions::token_hash(token.as_str());
    if let Some(request) = store::find_request_by_token(r.conn, &hash)? {
        return Ok(Behind::Request(request));
    }
    Ok(store::find_invitation_by_token(r.conn, &hash)?.map_or(Behind::Nothing, Behind::Invitation))
}

pub fn show(r: &Reading<'_>, at: LinkPage) -> Result<Answer> {
    match behind(r, &at.token)? {
        Behind::Request(request) => match opened(r, &request, 200)? {
            Ok(_) => button(r, &at, &request),
            Err(answer) => Ok(answer),
        },
        Behind::Invitation(invitation) => show_invitation(r, &at, &invitation, &FormView::new(r.viewer.lang, &[])),
        Behind::Nothing => unknown(r),
    }
}

pub fn open(w: &Writing<'_>, at: LinkPage) -> Result<Answer> {
    let r = w.reading();
    match behind(&r, &at.token)? {
        Behind::Request(request) => match opened(&r, &request, 403)? {
            Ok(browser) => {
                let proved = actions::prove(w.tx, w.viewer, &request, &browser, &w.ask.agent)?;
                super::code::settled(w, &request, proved)
            }
            Err(answer) => Ok(answer),
        },
        Behind::Invitation(invitation) => accept(w, &at, &invitation),
        Behind::Nothing => unknown(&r),
    }
}

/// A link that nothing stands behind: mistyped, cut short, or gone.
fn unknown(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    Message::new("clock", t.refused(), t.link_unknown()).link(t.ask_new(), r.viewer.link(&SignInPage {})).answer(r, 410)
}

/// The browser's secret when the request is open and this browser asked; else the page that says why not.
fn opened(r: &Reading<'_>, request: &Request, elsewhere: u16) -> Result<Result<String, Answer>> {
    let asked_here = current(r)?.filter(|(mine, _)| mine.id == request.id).map(|(_, browser)| browser);
    let why = match rules::stand(request, r.viewer.now) {
        Stand::Expired => Refusal::Expired,
        Stand::Worn => Refusal::Worn,
        Stand::Proved if asked_here.is_some() => return Ok(Err(Answer::to(r.viewer.link(&ChoosePage {})))),
        // A form sent twice finds the session the first one opened; looking at a used link says that it is used.
        Stand::Spent if elsewhere == 200 || asked_here.is_none() => Refusal::Spent,
        Stand::Open | Stand::Proved | Stand::Spent => {
            return match asked_here {
                Some(browser) => Ok(Ok(browser)),
                None => {
                    let t = T(r.viewer.lang);
                    let message = Message::new("lock", t.link_elsewhere(), t.link_elsewhere_text());
                    Ok(Err(message.link(t.ask_new(), r.viewer.link(&SignInPage {})).answer(r, elsewhere)?))
                }
            };
        }
    };
    Ok(Err(refused(r, why, request.purpose, &request.aim)?))
}

fn button(r: &Reading<'_>, at: &LinkPage, request: &Request) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let form = FormView::new(r.viewer.lang, &[]);
    let (title, submit) = match request.purpose {
        Purpose::SignIn => (t.sign_in(), t.link_submit()),
        Purpose::StepUp => (t.step_up(), t.step_up_confirm()),
    };
    let mut page = FormPage::new(title, &form, r.viewer.link(at), submit);
    page.lead = vec![t.link_lead().to_owned()];
    page.hidden = vec![CAN_REMEMBER];
    page.answer(r)
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage<'a> {
    t: T,
    form: &'a FormView,
    site: String,
    lead: String,
    about: Option<String>,
    name: String,
    mail: String,
    until: String,
    consent: String,
    browser: String,
    action: String,
    /// The invited person is signed in here already: no code is needed.
    is_here: bool,
}

fn show_invitation(r: &Reading<'_>, at: &LinkPage, invitation: &Invitation, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    match rules::offer(invitation, r.viewer.now) {
        Offer::Open => {}
        Offer::Accepted => {
            let message = Message::new("check", t.invitation_accepted(), t.invitation_accepted_text());
            let (word, to) = if r.viewer.is_signed_in() {
                (t.to_start(), r.viewer.link(&"/"))
            } else {
                (t.sign_in(), r.viewer.link(&SignInPage {}))
            };
            return message.link(word, to).answer(r, 200);
        }
        Offer::Withdrawn => {
            return Message::new("clock", t.refused(), t.refused_withdrawn())
                .link(t.to_start(), r.viewer.link(&"/"))
                .answer(r, 410);
        }
        Offer::Expired => {
            let mut message = Message::new("clock", t.refused(), t.invitation_expired());
            message.button = Some((r.viewer.link(&NewLink { token: at.token.clone() }), t.invitation_renew()));
            message.once = form.once();
            return message.answer(r, 410);
        }
    }
    let site = site_name(r.conn)?;
    let lead = match actions::inviter(r.conn, invitation)? {
        Some(name) => t.invitation_by(name, &site),
        None => t.invitation_house(&site),
    };
    let page = InvitationPage {
        t,
        lead,
        about: about(r, invitation)?,
        name: people::find_person(r.conn, invitation.person)?.name().full(),
        mail: shown(&invitation.mail),
        until: i18n::day_medium(lang, invitation.expires_at.day()),
        consent: form
            .boxes("einverstanden", t.invitation_consent(), vec![("ja".to_owned(), t.invitation_consent_yes(&site))])
            .to_string(),
        browser: secrets::secret()?,
        action: r.viewer.link(at),
        is_here: is_here(r, invitation),
        site,
        form,
    };
    let head = Page::new(t.invitation());
    r.page(if form.is_refused() { head.refused() } else { head }, &page)
}

fn is_here(r: &Reading<'_>, invitation: &Invitation) -> bool {
    r.viewer.actor.person == Some(invitation.person.raw())
}

fn shown(mail: &str) -> String {
    Address::new(mail).map_or_else(|_| mail.to_owned(), |a| a.shown())
}

/// What the invitation is about, as far as the invited person may see its name. A link may be opened by others than
/// its reader, so what is not public for her stays unsaid.
fn about(r: &Reading<'_>, invitation: &Invitation) -> Result<Option<String>> {
    let Some((kind, id)) = &invitation.about else { return Ok(None) };
    let Some(kind) = r.site.kinds().find(|k| k.name == kind) else { return Ok(None) };
    let mut viewer = r.viewer.clone();
    viewer.actor = rights::load(r.conn, invitation.person.raw(), r.viewer.today, None)?;
    Ok((kind.cards)(r.conn, &viewer, &[*id])?.into_iter().next().map(|card| card.title))
}

fn accept(w: &Writing<'_>, at: &LinkPage, invitation: &Invitation) -> Result<Answer> {
    let r = w.reading();
    match rules::offer(invitation, w.viewer.now) {
        Offer::Open => {}
        Offer::Accepted => {
            w.tx.silent("accepted before: nothing changes");
            return Ok(Answer::to(if w.viewer.is_signed_in() {
                w.viewer.link(&"/")
            } else {
                w.viewer.link(&SignInPage {})
            }));
        }
        Offer::Expired | Offer::Withdrawn => {
            return show_invitation(&r, at, invitation, &FormView::new(w.viewer.lang, &[]));
        }
    }
    if !w.ask.ticked("einverstanden") {
        return show_invitation(
            &r,
            at,
            invitation,
            &marked(&r, "einverstanden", |t| t.invitation_consent_missing().to_owned()),
        );
    }
    if is_here(&r, invitation) {
        let aim = Aim::Invitation(invitation.id);
        return match actions::accept(w.tx, invitation.id, &actions::mail_key(&invitation.mail), w.viewer.lang)? {
            Ok(_) => Ok(Answer::to("/").with_note(T(w.viewer.lang).invitation_welcome())),
            Err(why) => refused(&r, why, Purpose::SignIn, &aim),
        };
    }
    let address = Address::new(&invitation.mail).map_err(kernel::Error::internal)?;
    let asking = Asking {
        address: &address,
        purpose: Purpose::SignIn,
        aim: Aim::Invitation(invitation.id),
        invited: Some(Id::new(invitation.person.raw())),
        browser: w.ask.field("fenster"),
        lang: w.viewer.lang,
        base: &w.site.outside().base_url,
    };
    asked(w, &asking)
}

/// Asks for a new link in the place of an invitation that ran out. The answer is the same whether one was sent.
pub fn renew(w: &Writing<'_>, at: NewLink) -> Result<Answer> {
    let r = w.reading();
    let t = T(w.viewer.lang);
    w.tx.silent("a renewal that is not due changes nothing");
    if let Behind::Invitation(invitation) = behind(&r, &at.token)? {
        actions::renew(w.tx, &invitation, &w.site.outside().base_url, w.viewer.lang)?;
    }
    Message::new("mail", t.invitation_renewed(), t.invitation_renewed_text())
        .link(t.to_start(), w.viewer.link(&"/"))
        .answer(&r, 200)
}
