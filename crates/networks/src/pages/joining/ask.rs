//! P48, `/netzwerke/{network}/beitreten` and the same for an open body: who reads the request, what is asked, how long it
//! is kept; for a sensitive network also who runs the installation and could read it.

use askama::Template;
use kernel::{Error, Problem, Result};
use people::{Organisation, OrganisationKind};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{seat_word, vouching_word, way};
use crate::{
    Asked, Body, JoinRule, NewJoinRequest, SeatKind, Vouching,
    actions::takes_requests,
    ask_to_join,
    pages::{
        keep::problems,
        shared::{self, Tab, organisation_word},
    },
    paths::{BodyJoin, JoinPage},
    reads::visible_organisations,
    store::{bodies::find_body_of, candidates::list_organisations_named, joining::rule_of},
    words::T,
};

const NAME_MOST: usize = 200;
const STATEMENT_MOST: usize = 2000;
const KINDS: [OrganisationKind; 6] = [
    OrganisationKind::Municipality,
    OrganisationKind::District,
    OrganisationKind::Land,
    OrganisationKind::Association,
    OrganisationKind::Company,
    OrganisationKind::Other,
];

/// What one asks to join.
struct Place {
    body: Body,
    network: Body,
    rule: JoinRule,
}

impl Place {
    fn of_network(r: &Reading<'_>, p: &JoinPage) -> Result<Self> {
        let network = shared::network(r, &p.network)?;
        Self::made(r, network.clone(), network)
    }

    fn of_body(r: &Reading<'_>, p: &BodyJoin) -> Result<Self> {
        let network = shared::network(r, &p.network)?;
        let body = find_body_of(r.conn, &r.viewer.actor, network.id, p.body.as_str())?;
        // Bodies of a sensitive network are known only to who may see who sits there.
        if body.is_network() || (body.sensitive && !shared::sees_roster(r, &body)) {
            return Err(Error::NotFound);
        }
        Self::made(r, body, network)
    }

    fn made(r: &Reading<'_>, body: Body, network: Body) -> Result<Self> {
        if !takes_requests(&body, body.is_network()) || !body.term.contains(r.viewer.today) {
            return Err(Error::NotFound);
        }
        let rule = rule_of(r.conn, body.id)?;
        Ok(Self { body, network, rule })
    }

    fn names_members(&self) -> bool {
        matches!(self.rule.vouching, Vouching::TwoMembers | Vouching::Either)
    }
}

#[derive(Template)]
#[template(path = "join.html")]
struct Shown {
    t: T,
    crumbs: String,
    title: String,
    purpose: String,
    facts: Vec<(&'static str, String)>,
    sensitive: Option<Vec<String>>,
    belongs: bool,
    seek: Option<(String, bool)>,
    summary: String,
    once: String,
    fields: Vec<String>,
    back: String,
}

/// The form for a network.
///
/// # Errors
/// [`Error::NotFound`] where there is no such network for the reader, or it takes no requests.
pub fn form(r: &Reading<'_>, p: JoinPage) -> Result<Answer> {
    page(r, &Place::of_network(r, &p)?, &FormView::new(r.viewer.lang, &[]))
}

/// The form for an open body.
///
/// # Errors
/// As [`form`].
pub fn body_form(r: &Reading<'_>, p: BodyJoin) -> Result<Answer> {
    page(r, &Place::of_body(r, &p)?, &FormView::new(r.viewer.lang, &[]))
}

/// Public organisations whose names hold every word that was looked for.
fn found(r: &Reading<'_>, typed: &str) -> Result<Vec<Organisation>> {
    let words = crate::pages::keep::candidates::words(typed);
    let Some(piece) = words.iter().max_by_key(|w| w.chars().count()) else { return Ok(Vec::new()) };
    let ids: Vec<_> = list_organisations_named(r.conn, piece, r.viewer.today)?.into_iter().map(|(id, _)| id).collect();
    let mut all = visible_organisations(r.conn, &r.viewer.actor, &ids, r.viewer.today)?;
    all.retain(|o| {
        let name = i18n::fold(&o.name);
        words.iter().all(|w| name.contains(w))
    });
    Ok(all)
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let name = place.body.name_in(lang);
    let typed = r.ask.query("q").unwrap_or_default();
    let known = found(r, if typed.is_empty() { form.value("gesucht") } else { typed })?;
    let belongs = r.viewer.actor.sits_in(place.body.id.raw());
    let title = if place.body.is_network() { t.join_title_network(name) } else { t.join_title_body(name) };
    let shown = Shown {
        t,
        crumbs: way(r, &place.body, &place.network)?,
        title: if place.body.is_network() {
            t.join_title_network(shared::soft(name))
        } else {
            t.join_title_body(shared::soft(name))
        },
        purpose: place.body.purpose_in(lang).to_owned(),
        facts: facts(t, place),
        sensitive: if place.body.sensitive { Some(plainly(r)?) } else { None },
        belongs,
        seek: Some((typed.to_owned(), !typed.is_empty() && known.is_empty())),
        summary: form.summary(),
        once: form.once(),
        fields: if belongs { Vec::new() } else { fields(t, place, form, &known) },
        back: shared::body_link(r, &place.network.slug, &place.body)?,
    };
    let tab = if place.body.is_network() { Tab::Overview } else { Tab::Bodies };
    let page = Page::new(title).nav("networks").sub(shared::sub(r, &place.network, tab)?);
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// How it goes on, who reads it, how long it is kept.
fn facts(t: T, place: &Place) -> Vec<(&'static str, String)> {
    let rule = &place.rule;
    let mut reads = vec![t.join_reads_keepers()];
    reads.extend(place.names_members().then(|| t.join_reads_vouchers()));
    reads.extend((rule.objection_days > 0).then(|| t.join_reads_members()));
    let mut next = vec![t.join_next_mail().to_owned(), vouching_word(t, rule.vouching).to_owned()];
    if rule.objection_days > 0 {
        next.push(t.join_next_objection(rule.objection_days));
    }
    let seat = if place.body.is_network() { seat_word(t, rule.seat_kind) } else { t.join_seat_body() };
    vec![
        (t.join_fact_reads(), reads.join(" ")),
        (t.join_fact_next(), next.join(" ")),
        (t.join_fact_seat(), seat.to_owned()),
        (t.join_fact_kept(), t.join_kept().to_owned()),
    ]
}

/// What somebody must know before she writes to a sensitive network: who runs the house, and what that means.
fn plainly(r: &Reading<'_>) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let operator = db::setting(r.conn, "operator.name")?.filter(|name| !name.trim().is_empty());
    Ok(vec![
        operator.map_or_else(|| t.join_plain_operator_unknown().to_owned(), |name| t.join_plain_operator(name)),
        t.join_plain_server().to_owned(),
        t.join_plain_mail().to_owned(),
        t.join_plain_names().to_owned(),
    ])
}

fn fields(t: T, place: &Place, form: &FormView, known: &[Organisation]) -> Vec<String> {
    let rule = &place.rule;
    let personal = rule.seat_kind == SeatKind::Personal;
    let mut all = vec![
        form.text("given", t.join_given()).autocomplete("given-name").most(120).to_string(),
        form.text("family", t.join_family()).autocomplete("family-name").most(120).to_string(),
        form.text("mail", t.join_mail()).hint(t.join_mail_hint()).kind("email").autocomplete("email").to_string(),
    ];
    if !known.is_empty() {
        let options = std::iter::once((String::new(), t.join_known_none().to_owned()))
            .chain(known.iter().map(|o| (o.id.to_string(), o.name.clone())))
            .collect();
        all.push(form.select("known", t.join_known(), options).to_string());
    }
    // Beside a choice it is needed where none was made.
    let hint = if known.is_empty() { t.join_organisation_hint() } else { t.join_organisation_else() };
    let organisation = form.text("organisation", t.join_organisation()).hint(hint).most(200);
    all.push(if personal { organisation.optional() } else { organisation }.to_string());
    if !personal {
        let kinds = KINDS.iter().map(|k| (k.word().to_owned(), organisation_word(t, *k).to_owned()));
        let kinds = std::iter::once((String::new(), t.join_kind_none().to_owned())).chain(kinds).collect();
        all.push(form.select("organisation_kind", t.join_kind(), kinds).to_string());
    }
    let role = form.text("role", t.join_role()).hint(t.join_role_hint()).most(200);
    all.push(if rule.seat_kind == SeatKind::Post { role } else { role.optional() }.to_string());
    let label = rule.question.as_deref().unwrap_or(t.join_statement());
    let statement = form.text("statement", label).hint(t.join_statement_hint()).lines(5).most(2000);
    all.push(if rule.statement { statement } else { statement.optional() }.to_string());
    if place.names_members() {
        for (field, label) in [("voucher1", t.join_voucher_one()), ("voucher2", t.join_voucher_two())] {
            let one = form.text(field, label).hint(t.join_voucher_hint()).kind("email");
            all.push(if rule.vouching == Vouching::Either { one.optional() } else { one }.to_string());
        }
    }
    all
}

/// Writes a request to a network down.
///
/// # Errors
/// As [`ask_to_join`].
pub fn save(w: &Writing<'_>, p: JoinPage) -> Result<Answer> {
    let r = w.reading();
    kept(w, &r, &Place::of_network(&r, &p)?)
}

/// The same to an open body.
///
/// # Errors
/// As [`ask_to_join`].
pub fn body_save(w: &Writing<'_>, p: BodyJoin) -> Result<Answer> {
    let r = w.reading();
    kept(w, &r, &Place::of_body(&r, &p)?)
}

fn kept(w: &Writing<'_>, r: &Reading<'_>, place: &Place) -> Result<Answer> {
    let again = |problems: Vec<Problem>| page(r, place, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let kind = w.ask.field("organisation_kind");
    // Only what the search would show can be picked.
    let picked = w.ask.field("known").parse().ok();
    let organisation = match picked {
        Some(id) => visible_organisations(r.conn, &w.viewer.actor, &[id], w.viewer.today)?.first().map(|o| o.id),
        None => None,
    };
    let new = NewJoinRequest {
        given: fields.line("given", NAME_MOST),
        family: fields.line("family", NAME_MOST),
        mail: fields.line("mail", NAME_MOST),
        organisation,
        organisation_name: fields.line("organisation", NAME_MOST),
        organisation_kind: KINDS.into_iter().find(|k| k.word() == kind),
        role: fields.line("role", NAME_MOST),
        statement: fields.text("statement", STATEMENT_MOST),
        vouchers: vec![fields.line("voucher1", NAME_MOST), fields.line("voucher2", NAME_MOST)],
        lang: w.viewer.lang,
    };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match ask_to_join(w.tx, &w.viewer.actor, place.body.id, &new, &w.site.outside().base_url) {
        Ok(Asked::Sent(sent)) => Ok(super::confirm::to_code(w, &sent)),
        Ok(Asked::TooMany(at)) => web::too_many(r, at),
        Err(fault) => again(problems(fault, "mail", &[])?),
    }
}
