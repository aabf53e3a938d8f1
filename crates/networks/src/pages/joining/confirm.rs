//! Proving the address: by the letter's code in the browser that asked, or by its link anywhere. Looking changes nothing;
//! one button confirms, and the same link takes the request back.

use kernel::{Actor, Error, Problem, Reason, Result};
use web::{Answer, Cookie, FormView, Page, Reading, Writing};

use crate::{
    Confirmed, JoinRequest, JoinState, Sent,
    actions::{Coded, Pending, confirm_by_code, find_by_token, find_pending, withdraw_request},
    confirm_request,
    pages::keep::{Sheet, problems},
    paths::{JoinConfirm, JoinSent, NetworkList},
    rules,
    store::{bodies, joining::rule_of},
    words::T,
};

/// The cookie that binds a letter's code to the browser that asked.
const COOKIE: &str = "j";

/// On to the page that asks for the code.
pub fn to_code(w: &Writing<'_>, sent: &Sent) -> Answer {
    let cookie = Cookie { name: COOKIE, value: sent.browser.clone(), seconds: Some(rules::CONFIRM_SECONDS) };
    Answer::to(w.viewer.link(&JoinSent {})).with_cookie(cookie)
}

/// Says that a letter is on its way, whoever it went to, and asks for its code where this browser asked.
///
/// # Errors
/// When a template fails.
pub fn sent(r: &Reading<'_>, _: JoinSent) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let pending = pending(r)?;
    match &pending {
        Some(Pending { standing: Confirmed::Done(_), left, .. }) if *left <= 0 => worn(r),
        Some(Pending { standing: Confirmed::Done(_), left, .. }) => {
            if *left == rules::CODE_TRIES {
                return ask(r, &FormView::new(r.viewer.lang, &[]));
            }
            let reason =
                Reason::new(T(kernel::Lang::De).join_code_wrong(*left), T(kernel::Lang::En).join_code_wrong(*left));
            let mut answer = ask(r, &FormView::kept(r.viewer.lang, r.ask, vec![Problem { field: "code", reason }]))?;
            // The wrong code was refused before; this page itself is in order.
            answer.status = 200;
            Ok(answer)
        }
        Some(Pending { standing, .. }) => told(r, standing),
        None => say(r, t.join_sent(), &[t.join_sent_text(), t.join_sent_hint()], 200),
    }
}

/// The request this browser asked with.
fn pending(r: &Reading<'_>) -> Result<Option<Pending>> {
    match r.ask.cookie(COOKIE).filter(|secret| accounts::secrets::is_secret(secret)) {
        Some(secret) => find_pending(r.conn, secret),
        None => Ok(None),
    }
}

fn ask(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        title: t.join_sent().to_owned(),
        known: vec![t.join_sent_code().to_owned(), t.join_sent_hint().to_owned()],
        fields: vec![form.text("code", t.join_code()).code().hint(t.join_code_hint()).most(10).to_string()],
        submit: t.join_confirm_go(),
        back: r.viewer.link(&NetworkList {}),
        ..Sheet::new(t.0)
    };
    sheet.of(form).answer(r, Page::new(t.join_sent()).nav("networks"), form)
}

fn worn(r: &Reading<'_>) -> Result<Answer> {
    let t = T(r.viewer.lang);
    say(r, t.join_code_worn(), &[t.join_code_worn_text()], 200)
}

/// Takes the code.
///
/// # Errors
/// When the database refuses.
pub fn enter(w: &Writing<'_>, _: JoinSent) -> Result<Answer> {
    let r = w.reading();
    let secret = w.ask.cookie(COOKIE).filter(|secret| accounts::secrets::is_secret(secret));
    let Some(secret) = secret else { return told(&r, &Confirmed::Gone) };
    let code: String = w.ask.field("code").chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        let reason = Reason::new(T(kernel::Lang::De).join_code_form(), T(kernel::Lang::En).join_code_form());
        return ask(&r, &FormView::kept(w.viewer.lang, w.ask, vec![Problem { field: "code", reason }]));
    }
    match confirm_by_code(w.tx, secret, &code, &w.site.outside().base_url)? {
        // Back to this page, which says from now on how it goes on, or how many tries are left.
        Coded::Known(Confirmed::Done(_)) | Coded::Wrong => Ok(Answer::to(w.viewer.link(&JoinSent {}))),
        Coded::Known(other) => told(&r, &other),
        Coded::Worn => worn(&r),
    }
}

fn say(r: &Reading<'_>, title: &str, texts: &[&str], status: u16) -> Result<Answer> {
    let sheet = Sheet {
        title: title.to_owned(),
        known: texts.iter().map(|s| (*s).to_owned()).collect(),
        back: r.viewer.link(&NetworkList {}),
        status,
        ..Sheet::new(r.viewer.lang)
    };
    sheet.answer(r, Page::new(title).nav("networks"), &FormView::new(r.viewer.lang, &[]))
}

/// The button, or why there is none.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: JoinConfirm) -> Result<Answer> {
    match find_by_token(r.conn, p.token.as_str())? {
        Some((request, Confirmed::Done(_))) => button(r, &request),
        Some((request, Confirmed::Before(_))) => standing(r, &request, &FormView::new(r.viewer.lang, &[])),
        Some((_, other)) => told(r, &other),
        None => told(r, &Confirmed::Gone),
    }
}

/// The name of its body where that may be told. Colleagues may read the same mailbox: a sensitive network is named here no
/// more than in the letter.
fn lead(r: &Reading<'_>, request: &JoinRequest) -> String {
    let public = bodies::find_body(r.conn, &Actor::public(), request.body).ok().filter(|body| !body.sensitive);
    public.map_or(String::new(), |body| body.name_in(r.viewer.lang).to_owned())
}

fn button(r: &Reading<'_>, request: &JoinRequest) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let form = FormView::new(r.viewer.lang, &[]);
    let sheet = Sheet {
        title: t.join_confirm().to_owned(),
        lead: lead(r, request),
        known: vec![t.join_confirm_text(request.name()), t.join_confirm_not().to_owned()],
        submit: t.join_confirm_go(),
        back: r.viewer.link(&NetworkList {}),
        ..Sheet::new(t.0)
    };
    sheet.of(&form).answer(r, Page::new(t.join_confirm()).nav("networks"), &form)
}

/// How it goes on, and the button that takes the request back.
fn standing(r: &Reading<'_>, request: &JoinRequest, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    if matches!(request.state, JoinState::Admitted | JoinState::Refused) {
        return say(r, t.join_decided(), &[t.join_decided_text()], 200);
    }
    let sheet = Sheet {
        title: t.join_done().to_owned(),
        lead: lead(r, request),
        known: vec![next(r, request.body)?, t.join_done_mail().to_owned(), t.join_withdraw_text().to_owned()],
        hidden: vec![("tat", "zurueckziehen".to_owned())],
        submit: t.join_withdraw_go(),
        back: r.viewer.link(&NetworkList {}),
        // It has arrived: nothing is called off by going.
        back_word: t.join_done_back(),
        ..Sheet::new(t.0)
    };
    sheet.of(form).answer(r, Page::new(t.join_done()).nav("networks"), form)
}

fn next(r: &Reading<'_>, body: kernel::Id<crate::Body>) -> Result<String> {
    let (t, days) = (T(r.viewer.lang), rule_of(r.conn, body)?.objection_days);
    Ok(if days > 0 { t.join_done_objection(days) } else { t.join_done_next().to_owned() })
}

/// What became of it.
fn told(r: &Reading<'_>, what: &Confirmed) -> Result<Answer> {
    let t = T(r.viewer.lang);
    match what {
        Confirmed::Done(body) | Confirmed::Before(body) => {
            say(r, t.join_done(), &[&next(r, *body)?, t.join_done_mail()], 200)
        }
        Confirmed::Runs(_) => say(r, t.join_runs(), &[t.join_runs_text()], 200),
        Confirmed::Gone => say(r, t.join_gone(), &[t.join_gone_text()], 410),
    }
}

/// Confirms, or takes the request back.
///
/// # Errors
/// When the database refuses.
pub fn save(w: &Writing<'_>, p: JoinConfirm) -> Result<Answer> {
    let r = w.reading();
    if w.ask.field("tat") == "zurueckziehen" {
        return match withdraw_request(w.tx, p.token.as_str()) {
            Ok(true) => {
                let note = T(w.viewer.lang).join_withdrawn();
                Ok(Answer::to(w.viewer.link(&NetworkList {})).with_note(note))
            }
            Ok(false) => told(&r, &Confirmed::Gone),
            Err(fault @ Error::Rule(_)) => match find_by_token(r.conn, p.token.as_str())? {
                Some((request, _)) => {
                    standing(&r, &request, &FormView::kept(w.viewer.lang, w.ask, problems(fault, "", &[])?))
                }
                None => told(&r, &Confirmed::Gone),
            },
            Err(fault) => Err(fault),
        };
    }
    match confirm_request(w.tx, p.token.as_str(), &w.site.outside().base_url)? {
        // Back to the same address, which says from now on how it goes on.
        Confirmed::Done(_) => Ok(Answer::to(w.viewer.link(&p))),
        Confirmed::Before(_) => show(&r, p),
        other => told(&r, &other),
    }
}
