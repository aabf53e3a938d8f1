//! Whom positions go to, and P45: what somebody was asked, and answered.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::shell::{self, Pill};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    show::{lines_of, outcome_pill},
    words::{addressee_word, waiting_words, way_word},
};
use crate::{
    Addressee, AddresseeKind, NewAddressee, actions,
    paths::{AddresseeEdit, AddresseeList, AddresseeNew, AddresseePage, PositionList, PositionPage},
    rules::weeks_without_answer,
    store::{addressees, dispatches},
    words::T,
};

struct Line {
    title: String,
    href: String,
    detail: Vec<String>,
    pill: Option<Pill>,
    replies: Vec<(String, Vec<String>)>,
}

#[derive(Template)]
#[template(path = "addressees.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    lead: String,
    new: Option<(&'static str, String)>,
    facts: Vec<(&'static str, String, String)>,
    counts: Vec<(&'static str, usize)>,
    heading: &'static str,
    rows: Vec<Line>,
    empty: &'static str,
}

fn crumbs(r: &Reading<'_>, deeper: &[(&str, String)]) -> String {
    let t = T(r.viewer.lang);
    let mut steps = vec![(t.nav_positions(), r.viewer.link(&PositionList {}))];
    steps.extend(deeper.iter().cloned());
    web::crumbs(r.viewer.lang, &steps)
}

/// All of them.
///
/// # Errors
/// When the database cannot be read.
pub fn list(r: &Reading<'_>, _: AddresseeList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let line = |a: &Addressee| {
        let mut detail = vec![addressee_word(t, a.kind).to_owned()];
        if !a.term.is_open() {
            detail.push(t.addressee_until(i18n::day_medium(v.lang, a.term.until.previous())));
        }
        Line {
            title: a.name_in(v.lang).to_owned(),
            href: v.link(&AddresseePage { addressee: a.id }),
            detail,
            pill: None,
            replies: Vec::new(),
        }
    };
    let shown = Shown {
        t,
        crumbs: crumbs(r, &[]),
        title: t.addressees_title().to_owned(),
        lead: t.addressees_lead().to_owned(),
        new: actions::keeps(&v.actor).then(|| (t.addressee_new(), v.link(&AddresseeNew {}))),
        facts: Vec::new(),
        counts: Vec::new(),
        heading: t.addressees_title(),
        rows: addressees::list_addressees(r.conn)?.iter().map(line).collect(),
        empty: t.addressees_empty(),
    };
    r.page(Page::new(t.addressees_title()).nav("positions"), &shown)
}

/// One of them: every position that went there, what was answered, what came of it. What went to those before it stands
/// on their own pages, which this one names.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: AddresseePage) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let it = addressees::find_addressee(r.conn, p.addressee)?;
    let found = dispatches::list_to(r.conn, &v.actor, &[it.id])?;
    let ids: Vec<_> = found.iter().map(|(_, d)| d.id).collect();
    let replies = dispatches::list_replies(r.conn, &ids)?;
    let answered = |id| replies.iter().any(|reply| reply.dispatch == id);
    let line = |(position, d): &(crate::Position, crate::Dispatch)| {
        let mut detail = vec![position.mark.clone().unwrap_or_default()];
        if let (Some(day), Some(way)) = (d.sent, d.way) {
            detail.push(t.sent_on(i18n::day_medium(v.lang, day), way_word(t, way)));
        }
        detail.extend(weeks_without_answer(d, answered(d.id), v.today).map(|weeks| waiting_words(v.lang, weeks)));
        let own = replies.iter().filter(|reply| reply.dispatch == d.id);
        let words = |reply: &crate::Reply| {
            if reply.open { lines_of(&reply.text) } else { vec![t.reply_closed().to_owned()] }
        };
        Line {
            title: position.title.clone(),
            href: v.link(&PositionPage { position: position.id }),
            detail,
            pill: d.outcome.map(|outcome| outcome_pill(t, outcome)),
            replies: own.map(|reply| (t.reply_from(i18n::day_medium(v.lang, reply.day)), words(reply))).collect(),
        }
    };
    let open = found.iter().filter(|(_, d)| weeks_without_answer(d, answered(d.id), v.today).is_some()).count();
    let done = found
        .iter()
        .filter(|(_, d)| matches!(d.outcome, Some(crate::Outcome::Adopted | crate::Outcome::Partly)))
        .count();
    let with_reply = found.iter().filter(|(_, d)| answered(d.id)).count();
    let counts = vec![
        (t.count_sent(), found.len()),
        (t.count_answered(), with_reply),
        (t.count_waiting(), open),
        (t.count_done(), done),
    ];
    let shown = Shown {
        t,
        crumbs: crumbs(r, &[(t.addressees_title(), v.link(&AddresseeList {}))]),
        title: it.name_in(v.lang).to_owned(),
        lead: addressee_word(t, it.kind).to_owned(),
        new: actions::keeps(&v.actor).then(|| (t.addressee_edit(), v.link(&AddresseeEdit { addressee: it.id }))),
        facts: facts(r, t, &it)?,
        counts: if found.is_empty() { Vec::new() } else { counts },
        heading: t.addressee_got(),
        rows: found.iter().map(line).collect(),
        empty: t.addressee_nothing(),
    };
    r.page(Page::new(it.name_in(v.lang)).nav("positions"), &shown)
}

fn facts(r: &Reading<'_>, t: T, it: &Addressee) -> Result<Vec<(&'static str, String, String)>> {
    let v = r.viewer;
    let mut all = Vec::new();
    if !it.term.is_open() {
        all.push((t.fact_until(), i18n::day_long(v.lang, it.term.until.previous()), String::new()));
    }
    for (label, others) in [
        (t.fact_after(), addressees::list_after(r.conn, it.id)?),
        (t.fact_before(), addressees::list_before(r.conn, it.id)?),
    ] {
        all.extend(
            others.iter().map(|a| (label, a.name_in(v.lang).to_owned(), v.link(&AddresseePage { addressee: a.id }))),
        );
    }
    if let Some(mail) = it.mail.as_ref().filter(|_| v.is_signed_in()) {
        all.push((t.field_mail(), mail.clone(), String::new()));
    }
    if !it.address.is_empty() {
        all.push((t.fact_address(), it.address.replace('\n', ", "), String::new()));
    }
    Ok(all)
}

fn kept(r: &Reading<'_>) -> Result<()> {
    if actions::keeps(&r.viewer.actor) { Ok(()) } else { Err(Error::Denied(None)) }
}

/// The form for a new one.
///
/// # Errors
/// [`Error::Denied`] but for those who keep some body's records.
pub fn new(r: &Reading<'_>, _: AddresseeNew) -> Result<Answer> {
    kept(r)?;
    new_page(r, &FormView::new(r.viewer.lang, &[("kind", "ministry"), ("from", &r.viewer.today.to_string())]))
}

fn new_page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let options = AddresseeKind::ALL.iter().map(|k| (k.word().to_owned(), addressee_word(t, *k).to_owned())).collect();
    let back = v.link(&AddresseeList {});
    let sheet = Sheet {
        crumbs: crumbs(r, &[(t.addressees_title(), back.clone())]),
        title: t.addressee_new().to_owned(),
        lead: t.addressees_lead().to_owned(),
        back,
        fields: vec![
            form.text("name", t.field_name()).to_string(),
            form.text("name_en", t.field_name_en()).optional().to_string(),
            form.select("kind", t.field_addressee_kind(), options).to_string(),
            form.text("mail", t.field_mail()).kind("email").optional().to_string(),
            form.text("address", t.fact_address()).lines(3).optional().to_string(),
            form.text("from", t.field_since()).kind("date").to_string(),
        ],
        submit: t.save(),
        ..Sheet::new(v.lang)
    };
    sheet.of(form).answer(r, Page::new(t.addressee_new()).nav("positions"), form)
}

/// Adds it.
///
/// # Errors
/// As [`actions::add_addressee`].
pub fn add(w: &Writing<'_>, _: AddresseeNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    kept(&r)?;
    let again = |found| new_page(&r, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let choices: Vec<(&str, AddresseeKind)> = AddresseeKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &choices);
    let name = fields.needed("name", 120, "Bitte nennen Sie den Namen.", "Please give the name.");
    let name_en = Some(fields.line("name_en", 120)).filter(|n| !n.is_empty());
    let address = fields.text("address", 500);
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den Tag.", "Please give the day.");
    let mail = Some(w.ask.field("mail").to_owned()).filter(|m| !m.is_empty());
    let (Some(kind), Some(from), true) = (kind, from, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    match actions::add_addressee(w.tx, &w.viewer.actor, &NewAddressee { name, name_en, kind, mail, address, from }) {
        Ok(addressee) => Ok(Answer::to(w.viewer.link(&AddresseePage { addressee })).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "name", &[])?),
    }
}

fn found(r: &Reading<'_>, id: Id<Addressee>) -> Result<Addressee> {
    let it = addressees::find_addressee(r.conn, id)?;
    kept(r)?;
    Ok(it)
}

/// The form for changing how it is reached, and for what came after it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: AddresseeEdit) -> Result<Answer> {
    let it = found(r, p.addressee)?;
    let mail = it.mail.clone().unwrap_or_default();
    let values = [("mail", mail.as_str()), ("address", it.address.as_str()), ("tat", "kontakt")];
    edit_page(r, &it, &FormView::new(r.viewer.lang, &values), false)
}

fn edit_page(r: &Reading<'_>, it: &Addressee, form: &FormView, stale: bool) -> Result<Answer> {
    let now = [("mail", it.mail.as_deref().unwrap_or_default()), ("address", it.address.as_str())];
    let form = &form.beside(stale, &FormView::new(r.viewer.lang, &now));
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let back = v.link(&AddresseePage { addressee: it.id });
    let mut sheet = Sheet {
        crumbs: crumbs(r, &[(t.addressees_title(), v.link(&AddresseeList {})), (it.name_in(v.lang), back.clone())]),
        title: t.addressee_edit().to_owned(),
        lead: it.name_in(v.lang).to_owned(),
        back,
        hidden: vec![("version", it.version.to_string())],
        submit: t.save(),
        ..Sheet::new(v.lang)
    };
    if it.term.is_open() {
        let options = vec![
            ("kontakt".to_owned(), t.act_contact().to_owned()),
            ("nachfolge".to_owned(), t.act_succeed().to_owned()),
        ];
        sheet.fields = vec![
            form.radios("tat", t.field_act(), options).to_string(),
            form.text("mail", t.field_mail()).kind("email").optional().to_string(),
            form.text("address", t.fact_address()).lines(3).optional().to_string(),
            form.text("day", t.field_succeed_day()).kind("date").optional().to_string(),
            form.text("names", t.field_succeed()).hint(t.field_succeed_hint()).lines(3).optional().to_string(),
        ];
    } else {
        sheet.hidden.push(("tat", "kontakt".to_owned()));
        sheet.fields = vec![
            form.text("mail", t.field_mail()).kind("email").optional().to_string(),
            form.text("address", t.fact_address()).lines(3).optional().to_string(),
        ];
    }
    sheet.of(form).answer(r, Page::new(t.addressee_edit()).nav("positions"), form)
}

/// Changes it.
///
/// # Errors
/// As [`actions::change_addressee`] and [`actions::succeed`].
pub fn change(w: &Writing<'_>, p: AddresseeEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let it = found(&r, p.addressee)?;
    let again = |found, stale| edit_page(&r, &it, &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let by = &w.viewer.actor;
    let mut fields = Fields::of(w.ask);
    let address = fields.text("address", 500);
    let done = if w.ask.field("tat") == "nachfolge" {
        let names = fields.text("names", 1_300);
        let names: Vec<String> = names.lines().map(str::trim).filter(|n| !n.is_empty()).map(str::to_owned).collect();
        let day = shell::day(&mut fields, "day", "Bitte nennen Sie den Tag.", "Please give the day.");
        let Some(day) = day.filter(|_| fields.problems.is_empty()) else { return again(fields.problems, false) };
        actions::succeed(w.tx, by, p.addressee, (day, &names)).map(drop)
    } else {
        let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
        if !fields.problems.is_empty() {
            return again(fields.problems, false);
        }
        actions::change_addressee(w.tx, by, p.addressee, version, (w.ask.field("mail"), &address))
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&AddresseePage { addressee: p.addressee })).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "names", &[])?, false),
    }
}
