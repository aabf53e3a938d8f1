//! `/organisationen/anlegen`: an organisation outside any list. For whoever keeps the membership of some network, and for
//! whoever runs the installation; it gives nobody a right.

use kernel::{Error, Id, Result};
use people::{NewOrganisation, Organisation, OrganisationKind};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{Sheet, day, problems, territory},
    shared::{self, organisation_word},
};
use crate::{
    paths::{NetworkList, OrganisationNew, OrganisationPage},
    reads::visible_organisations,
    words::T,
};

const NAME_MOST: usize = 120;
const LINE_MOST: usize = 300;
const TEXT_MOST: usize = 2000;

fn asked(r: &Reading<'_>) -> Result<()> {
    if people::keeps_register(&r.viewer.actor) { Ok(()) } else { Err(Error::Denied(None)) }
}

/// The organisation it is to be a part of, if one was named and may be seen.
fn parent(r: &Reading<'_>, named: &str) -> Result<Option<Organisation>> {
    let Ok(id) = named.parse::<Id<Organisation>>() else { return Ok(None) };
    let seen = visible_organisations(r.conn, &r.viewer.actor, &[id], r.viewer.today)?;
    Ok(seen.into_iter().next())
}

/// The form; `?teil=` names what it is to be a part of.
///
/// # Errors
/// [`Error::Denied`].
pub fn form(r: &Reading<'_>, _: OrganisationNew) -> Result<Answer> {
    asked(r)?;
    let part_of = parent(r, r.ask.query("teil").unwrap_or_default())?;
    let today = r.viewer.today.to_string();
    let kind = if part_of.is_some() { OrganisationKind::Unit } else { OrganisationKind::Association };
    page(r, part_of.as_ref(), &FormView::new(r.viewer.lang, &[("kind", kind.word()), ("from", &today)]))
}

fn page(r: &Reading<'_>, part_of: Option<&Organisation>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet::new(t.0).of(form);
    sheet.crumbs = shared::crumbs(r, &[]);
    sheet.title = t.org_new().to_owned();
    sheet.lead = part_of.map_or_else(|| t.org_new_lead().to_owned(), |p| t.org_new_part(&p.name));
    sheet.back = match part_of {
        Some(p) => r.viewer.link(&OrganisationPage { organisation: p.id }),
        None => r.viewer.link(&NetworkList {}),
    };
    sheet.hidden = part_of.map(|p| ("parent", p.id.to_string())).into_iter().collect();
    let kinds =
        OrganisationKind::ALL.iter().map(|k| (k.word().to_owned(), organisation_word(t, *k).to_owned())).collect();
    sheet.fields = vec![
        form.text("name", t.bodies_name()).most(120).to_string(),
        form.select("kind", t.org_kind(), kinds).to_string(),
        form.text("territory", t.org_territory()).hint(t.seats_territory_hint()).optional().to_string(),
        form.text("from", t.org_since()).hint(t.org_since_hint()).kind("date").to_string(),
        form.text("mail", t.orgpage_mail()).kind("email").optional().to_string(),
        form.text("phone", t.orgpage_phone()).kind("tel").optional().to_string(),
        form.text("address", t.orgpage_address()).lines(3).optional().to_string(),
        form.text("website", t.orgpage_web()).optional().to_string(),
        form.text("purpose", t.org_purpose()).lines(3).optional().to_string(),
    ];
    sheet.submit = t.org_new();
    sheet.answer(r, Page::new(t.org_new()).nav("networks"), form)
}

/// Enters it.
///
/// # Errors
/// As [`people::add_organisation`].
pub fn save(w: &Writing<'_>, _: OrganisationNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    asked(&r)?;
    let part_of = parent(&r, w.ask.field("parent"))?;
    let again = |problems| page(&r, part_of.as_ref(), &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let kinds: Vec<(&str, OrganisationKind)> = OrganisationKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let within = territory(w, &mut fields, "territory")?;
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    if is_known(&r, &name)? {
        fields.refuse("name", "Diese Organisation gibt es schon.", "This organisation is there already.");
    }
    let (mail, phone) = (filled(fields.line("mail", LINE_MOST)), filled(fields.line("phone", LINE_MOST)));
    let (address, website) = (filled(fields.text("address", TEXT_MOST)), filled(fields.line("website", LINE_MOST)));
    let purpose = filled(fields.text("purpose", TEXT_MOST));
    let (Some(kind), Some(from), true) = (kind, from, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let new = NewOrganisation {
        parent: part_of.as_ref().map(|p| p.id),
        territory: within,
        mail,
        phone,
        address,
        website,
        purpose,
        ..NewOrganisation::new(kind, name, from)
    };
    match people::add_organisation(w.tx, &w.viewer.actor, &new) {
        Ok(organisation) => Ok(Answer::to(w.viewer.link(&OrganisationPage { organisation })).with_note(t.org_made())),
        Err(fault) => again(problems(fault, "name", &[])?),
    }
}

/// Whether one of that name is there already, among those the reader may know of: others stay unknown.
fn is_known(r: &Reading<'_>, name: &str) -> Result<bool> {
    let key = i18n::fold(name);
    let mut called = people::list_organisations_called(r.conn, vec![key.clone()], vec![name.to_owned()])?;
    called.retain(|o| o.term.contains(r.viewer.today) && i18n::fold(&o.name) == key);
    let ids: Vec<Id<Organisation>> = called.iter().map(|o| o.id).collect();
    Ok(!visible_organisations(r.conn, &r.viewer.actor, &ids, r.viewer.today)?.is_empty())
}
