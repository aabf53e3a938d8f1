//! `/gremien/{body}/verbinden` says how a body hangs together with another from a day on, `…/trennen` until when.

use kernel::{Id, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{body::KeptBody, day, problems};
use crate::{
    Body, Edge, EdgeKind, NewEdge, connect, disconnect,
    paths::{BodyConnect, BodyDisconnect},
    store::{
        bodies::{list_bodies, list_bodies_by_id, list_networks},
        edges::list_edges,
    },
    words::T,
};

const fn kind_word(t: T, kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::OrganOf => t.edge_organ_of(),
        EdgeKind::Elects => t.edge_elects(),
        EdgeKind::DelegatesTo => t.edge_sends(),
        EdgeKind::CooperatesWith => t.edge_cooperates(),
        EdgeKind::MemberOf => t.edge_member_of(),
    }
}

/// What it can be connected with: the bodies of its network, then other networks she knows of.
fn others(r: &Reading<'_>, kept: &KeptBody) -> Result<Vec<Body>> {
    let (actor, today) = (&r.viewer.actor, r.viewer.today);
    let mut all = vec![kept.network.clone()];
    all.extend(list_bodies(r.conn, actor, kept.network.id, today)?.into_iter().filter(|b| b.id != kept.network.id));
    all.extend(list_networks(r.conn, actor, today)?.into_iter().filter(|b| b.id != kept.network.id));
    all.retain(|b| b.id != kept.body.id);
    Ok(all)
}

/// The form that connects.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn form(r: &Reading<'_>, p: BodyConnect) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    let today = r.viewer.today.to_string();
    page(r, &kept, &others(r, &kept)?, &FormView::new(r.viewer.lang, &[("since", &today)]))
}

fn page(r: &Reading<'_>, kept: &KeptBody, others: &[Body], form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let kinds = EdgeKind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect();
    let bodies = others.iter().map(|b| (b.id.to_string(), b.name_in(r.viewer.lang).to_owned())).collect();
    let mut sheet = kept.sheet(r, t.edges_connect())?.of(form);
    sheet.fields = vec![
        form.select("kind", t.edges_kind(), kinds).to_string(),
        form.select("to", t.edges_to(), bodies).to_string(),
        form.text("since", t.edges_since()).kind("date").to_string(),
        form.text("until", t.keep_last_day()).kind("date").optional().to_string(),
    ];
    sheet.submit = t.edges_connect();
    sheet.answer(r, kept.page(r, t.edges_connect())?, form)
}

/// What was typed.
fn typed(w: &Writing<'_>, kept: &KeptBody, others: &[Body]) -> Result<NewEdge, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let kinds: Vec<(&str, EdgeKind)> = EdgeKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let to = others.iter().find(|b| b.id.to_string() == w.ask.field("to")).map(|b| b.id);
    if to.is_none() {
        fields.refuse("to", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let since = day(&mut fields, "since", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let last = fields.day("until");
    match (kind, to, since) {
        (Some(kind), Some(to), Some(since)) if fields.problems.is_empty() => {
            let edge = NewEdge::new(kept.body.id, kind, to, since);
            Ok(NewEdge { until: last.map_or(edge.until, kernel::Day::next), ..edge })
        }
        _ => Err(fields.problems),
    }
}

/// Connects.
///
/// # Errors
/// As [`connect`].
pub fn save(w: &Writing<'_>, p: BodyConnect) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = KeptBody::load(&r, p.body)?;
    let others = others(&r, &kept)?;
    let again = |problems| page(&r, &kept, &others, &FormView::kept(w.viewer.lang, w.ask, problems));
    let new = match typed(w, &kept, &others) {
        Ok(new) => new,
        Err(problems) => return again(problems),
    };
    match connect(w.tx, &w.viewer.actor, &new) {
        Ok(_) => Ok(Answer::to(kept.manage(&r)).with_note(t.edges_connected())),
        Err(fault) => again(problems(fault, "to", &[])?),
    }
}

/// The connections that begin at this body, with words.
fn own(r: &Reading<'_>, kept: &KeptBody) -> Result<Vec<(Edge, String)>> {
    let (t, lang, actor) = (T(r.viewer.lang), r.viewer.lang, &r.viewer.actor);
    let mut edges = list_edges(r.conn, actor, kept.network.id, r.viewer.today)?;
    edges.retain(|e| e.from == kept.body.id);
    let ids: Vec<Id<Body>> = edges.iter().map(|e| e.to).collect();
    let bodies = if ids.is_empty() { Vec::new() } else { list_bodies_by_id(r.conn, actor, &ids)? };
    let word = |e: &Edge| {
        let name = bodies.iter().find(|b| b.id == e.to).map_or("", |b| b.name_in(lang));
        format!("{} {name}, {}", kind_word(t, e.kind), i18n::term(lang, &e.term, r.viewer.today))
    };
    Ok(edges.into_iter().map(|e| (e.clone(), word(&e))).collect())
}

/// The form that ends a connection.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: BodyDisconnect) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    end_page(r, &kept, &own(r, &kept)?, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, kept: &KeptBody, own: &[(Edge, String)], form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = kept.sheet(r, t.edges_end())?.of(form);
    if own.is_empty() {
        sheet.known = vec![t.edges_none().to_owned()];
    } else {
        let options = own.iter().map(|(e, word)| (e.id.to_string(), word.clone())).collect();
        sheet.fields = vec![
            form.radios("edge", t.edges_which(), options).to_string(),
            form.text("until", t.keep_last_day()).kind("date").to_string(),
        ];
        sheet.submit = t.edges_end();
    }
    sheet.answer(r, kept.page(r, t.edges_end())?, form)
}

/// Ends one.
///
/// # Errors
/// As [`disconnect`].
pub fn end(w: &Writing<'_>, p: BodyDisconnect) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = KeptBody::load(&r, p.body)?;
    let own = own(&r, &kept)?;
    let again = |problems| end_page(&r, &kept, &own, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let edge = own.iter().map(|(e, _)| e.id).find(|id| id.to_string() == w.ask.field("edge"));
    if edge.is_none() {
        fields.refuse("edge", "Bitte wählen Sie eine Verbindung.", "Please choose a connection.");
    }
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    let (Some(edge), Some(last)) = (edge, last) else { return again(fields.problems) };
    match disconnect(w.tx, &w.viewer.actor, edge, last.next()) {
        Ok(()) => Ok(Answer::to(kept.manage(&r)).with_note(t.edges_ended())),
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
