//! `/beitritte/{request}`: who asks to join. Whoever is named as knowing her vouches, members object, the keepers decide.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use people::Person;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{network_of, organisation, state_word, way};
use crate::{
    Body, JoinRequest, JoinState, Names, Place, Stance, actions, admit, ask_members, object,
    pages::{
        keep::problems,
        shared::{self, Tab},
    },
    paths::{JoinList, JoinShow},
    refuse_request,
    store::{
        bodies,
        joining::{requests, rule_of, vouches},
    },
    vouch,
    words::T,
};

/// The name of the field that says what a form is for.
const DEED: &str = "tat";

struct Found {
    request: JoinRequest,
    body: Body,
    network: Body,
    stance: Stance,
}

/// The request, if the reader may know of it.
fn load(r: &Reading<'_>, id: Id<JoinRequest>) -> Result<Found> {
    let request = requests::find_request(r.conn, id)?;
    // Whoever is somebody to the request may see its body.
    let body = bodies::find_body(r.conn, &r.viewer.actor, request.body)?;
    let stance = actions::stance(r.conn, &r.viewer.actor, &request, &body)?.ok_or(Error::NotFound)?;
    let network = network_of(r, &body)?;
    Ok(Found { request, body, network, stance })
}

/// One form of the page.
pub struct Deed {
    pub id: &'static str,
    pub title: &'static str,
    pub text: String,
    pub fields: Vec<String>,
    pub buttons: Vec<(&'static str, &'static str, bool)>,
}

#[derive(Template)]
#[template(path = "request.html")]
pub struct Shown {
    pub t: T,
    pub crumbs: String,
    pub summary: String,
    pub once: String,
    pub name: String,
    pub lead: String,
    pub state: String,
    pub facts: Vec<(&'static str, String)>,
    pub question: String,
    pub statement: Vec<String>,
    pub vouches: Vec<(String, &'static str)>,
    pub objections: Vec<(String, String)>,
    pub deeds: Vec<Deed>,
    pub back: String,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] for whoever is nobody to it.
pub fn show(r: &Reading<'_>, p: JoinShow) -> Result<Answer> {
    let found = load(r, p.request)?;
    page(r, &found, &FormView::new(r.viewer.lang, &[("from", &r.viewer.today.to_string())]))
}

fn page(r: &Reading<'_>, found: &Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (request, body, stance) = (&found.request, &found.body, &found.stance);
    let name = request.name();
    let organisation = organisation(r, request)?;
    let mut facts = vec![(t.join_fact_organisation(), organisation), (t.join_fact_role(), request.role.clone())];
    if stance.decides {
        let mailbox = if request.functional { t.join_mailbox_known() } else { t.join_mailbox_unknown() };
        facts.push((t.join_fact_mail(), format!("{}. {mailbox}", request.mail)));
    }
    facts.retain(|(_, text)| !text.is_empty());
    let (vouched, objections) = if stance.decides { who_said(r, request, body)? } else { (Vec::new(), Vec::new()) };
    let back = if stance.decides || stance.may_object {
        r.viewer.link(&JoinList { body: body.id })
    } else {
        shared::body_link(r, &found.network.slug, body)?
    };
    let shown = Shown {
        t,
        crumbs: way(r, body, &found.network)?,
        summary: form.summary(),
        once: form.once(),
        lead: t.join_show_lead(body.name_in(r.viewer.lang)),
        state: state_word(r, request),
        facts,
        question: rule_of(r.conn, body.id)?.question.unwrap_or_else(|| t.join_statement().to_owned()),
        statement: request.statement.split('\n').map(str::to_owned).filter(|l| !l.trim().is_empty()).collect(),
        vouches: vouched,
        objections,
        deeds: deeds(r, request, stance, form)?,
        back,
        name: name.clone(),
    };
    let tab = if stance.decides { Tab::Manage } else { Tab::Overview };
    let page = Page::new(t.join_show_title(name)).nav("networks").sub(shared::sub(r, &found.network, tab)?);
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// What those who decide read beside the request: who vouches, and what speaks against it.
type Said = (Vec<(String, &'static str)>, Vec<(String, String)>);

fn who_said(r: &Reading<'_>, request: &JoinRequest, body: &Body) -> Result<Said> {
    let t = T(r.viewer.lang);
    let asked = vouches::list_vouches(r.conn, request.id)?;
    let against = vouches::list_objections(r.conn, request.id)?;
    let persons: Vec<Id<Person>> = asked.iter().map(|v| v.person).chain(against.iter().map(|o| o.person)).collect();
    let names = Names::load(r.conn, &r.viewer.actor, persons)?;
    let place = Place::from(body);
    let name = |id| shared::face(r, names.in_place(id, &place).as_ref(), body.sensitive).name;
    let counts = actions::counted(r.conn, request)?;
    let word = |v: &crate::Vouch| match v.answer {
        Some(true) if counts.iter().any(|(_, p)| *p == v.person.raw()) => t.join_vouch_yes(),
        Some(true) => t.join_vouch_void(),
        Some(false) => t.join_vouch_no(),
        None => t.join_vouch_open(),
    };
    Ok((
        asked.iter().map(|v| (name(v.person), word(v))).collect(),
        against.iter().map(|o| (name(o.person), o.reason.clone())).collect(),
    ))
}

/// What somebody may do with a request.
///
/// # Errors
/// When the database cannot be read.
pub fn deeds(r: &Reading<'_>, request: &JoinRequest, stance: &Stance, form: &FormView) -> Result<Vec<Deed>> {
    let t = T(r.viewer.lang);
    let mut all = Vec::new();
    if let Some(answer) = stance.asked {
        let text = match answer {
            None => t.join_vouch_text(request.name()),
            Some(true) => t.join_vouched_yes().to_owned(),
            Some(false) => t.join_vouched_no().to_owned(),
        };
        all.push(Deed {
            id: "buergen",
            title: t.join_vouch_title(),
            text,
            fields: Vec::new(),
            buttons: vec![("buergen", t.join_vouch_go(), true), ("unbekannt", t.join_vouch_not(), false)],
        });
    }
    if stance.may_object {
        all.push(Deed {
            id: "einwand",
            title: t.join_object_title(),
            text: t.join_object_text().to_owned(),
            fields: vec![form.text("reason", t.join_object_reason()).lines(4).most(2000).to_string()],
            buttons: vec![("einwand", t.join_object_go(), false)],
        });
    }
    if stance.decides && request.state == JoinState::Handed {
        let days = rule_of(r.conn, request.body)?.objection_days;
        if days > 0 && !request.asked_members {
            all.push(Deed {
                id: "fragen",
                title: t.join_ask_title(),
                text: t.join_ask_text(days),
                fields: Vec::new(),
                buttons: vec![("fragen", t.join_ask_go(), true)],
            });
        }
        all.push(Deed {
            id: "aufnehmen",
            title: t.join_admit_title(),
            text: t.join_admit_text().to_owned(),
            fields: vec![form.text("from", t.join_admit_from()).kind("date").to_string()],
            buttons: vec![("aufnehmen", t.join_admit_go(), days == 0 || request.asked_members)],
        });
    }
    if stance.decides && matches!(request.state, JoinState::Handed | JoinState::Waiting) {
        all.push(Deed {
            id: "ablehnen",
            title: t.join_refuse_title(),
            text: t.join_refuse_text().to_owned(),
            fields: vec![form.text("answer", t.join_refuse_answer()).lines(2).most(500).optional().to_string()],
            buttons: vec![("ablehnen", t.join_refuse_go(), false)],
        });
    }
    Ok(all)
}

/// Does what the pressed button says.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: JoinShow) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (tx, by, id, base) = (w.tx, &w.viewer.actor, p.request, w.site.outside().base_url.as_str());
    let deed = w.ask.field(DEED);
    // A second too late there is nothing to see for her any more, but a sentence says why.
    if deed == "einwand" {
        let reason = Fields::of(w.ask).text("reason", 2000);
        return match object(tx, by, id, &reason) {
            Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.join_objected())),
            Err(fault @ Error::Form(_)) => refused(w, &r, id, problems(fault, "reason", &[])?),
            Err(other) => Err(other),
        };
    }
    let found = load(&r, id)?;
    let mut fields = Fields::of(w.ask);
    let (done, note) = match deed {
        "buergen" => (vouch(tx, by, id, true, base), t.join_vouched_yes()),
        "unbekannt" => (vouch(tx, by, id, false, base), t.join_vouched_no()),
        "fragen" => (ask_members(tx, by, id, base), t.join_asked()),
        "aufnehmen" => match fields.day("from").filter(|day| !day.is_open()) {
            Some(from) => (admit(tx, by, id, from, base), t.join_admitted()),
            None => {
                fields.refuse("from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
                (Err(Error::Form(fields.problems)), "")
            }
        },
        "ablehnen" => {
            let answer = fields.text("answer", 500);
            let done = if fields.problems.is_empty() {
                refuse_request(tx, by, id, &answer)
            } else {
                Err(Error::Form(fields.problems))
            };
            (done, t.join_refused())
        }
        _ => return refused(w, &r, id, Vec::new()),
    };
    match done {
        Ok(()) if found.stance.decides => {
            Ok(Answer::to(w.viewer.link(&JoinList { body: found.body.id })).with_note(note))
        }
        // Whoever vouched may see the request only as long as it waits.
        Ok(()) => Ok(Answer::to(w.viewer.link(&"/")).with_note(note)),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            let at = if deed == "aufnehmen" { "from" } else { "" };
            page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems(fault, at, &[])?))
        }
        Err(other) => Err(other),
    }
}

fn refused(w: &Writing<'_>, r: &Reading<'_>, id: Id<JoinRequest>, problems: Vec<Problem>) -> Result<Answer> {
    let found = load(r, id)?;
    let problems = if problems.is_empty() { crate::pages::keep::problems(undecided(), "", &[])? } else { problems };
    page(r, &found, &FormView::kept(w.viewer.lang, w.ask, problems))
}

/// No button was pressed that means anything.
pub fn undecided() -> Error {
    Error::rule(kernel::Reason::new("Bitte wählen Sie, was geschehen soll.", "Please choose what is to be done."))
}
