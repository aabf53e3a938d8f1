//! `/gremien/{body}/beteiligte`: who carries a project group, with which share of the cost.

use kernel::{Error, Lang, Problem, Result};
use people::Organisation;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Group, money, sum_words, typed};
use crate::{
    NewPartner, Partner, PartnerName, Share,
    pages::keep::{candidates, is_current, problems},
    paths::ProjectPartners,
    reads::project_page,
    rules::{self, PARTNERS_MOST},
    save_partners,
    words::T,
};

/// The names of the fields for shares: problems are told at fields known beforehand.
const SHARES: [&str; PARTNERS_MOST] = [
    "anteil1", "anteil2", "anteil3", "anteil4", "anteil5", "anteil6", "anteil7", "anteil8", "anteil9", "anteil10",
    "anteil11", "anteil12", "anteil13", "anteil14", "anteil15", "anteil16", "anteil17", "anteil18", "anteil19",
    "anteil20", "anteil21", "anteil22", "anteil23", "anteil24",
];
const NAME_MOST: usize = 120;

/// The form.
///
/// # Errors
/// [`Error::NotFound`] where it is no project group; [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: ProjectPartners) -> Result<Answer> {
    let group = Group::load(r, p.body)?;
    let partners = project_page(r.conn, &r.viewer.actor, &group.body, r.viewer.today)?.partners;
    let sought = r.ask.query("q").unwrap_or_default().to_owned();
    page(r, &group, &partners, &sought, &stored(r.viewer.lang, &partners))
}

/// The shares as they are stored.
fn stored(lang: Lang, partners: &[(Partner, String)]) -> FormView {
    let shares: Vec<String> =
        partners.iter().map(|(p, _)| p.share.map(|s| typed(lang, s)).unwrap_or_default()).collect();
    let values: Vec<(&str, &str)> = SHARES.into_iter().zip(shares.iter().map(String::as_str)).collect();
    FormView::new(lang, &values)
}

fn found(r: &Reading<'_>, sought: &str) -> Result<Vec<Organisation>> {
    candidates::organisations_named(r, &candidates::words(sought))
}

fn page(
    r: &Reading<'_>,
    group: &Group,
    partners: &[(Partner, String)],
    sought: &str,
    form: &FormView,
) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let known = found(r, sought)?;
    let mut sheet = group.sheet(r, t.project_partners_edit())?.of(form);
    sheet.seek(sought, t.project_seek_hint(), known.is_empty())?;
    sheet.hidden = vec![("version", group.project.version.to_string()), ("gesucht", sought.to_owned())];
    if let Some(total) = group.project.total {
        sheet.known.push(t.project_total_is(money(lang, total)));
    }
    let shares: Vec<Share> = partners.iter().filter_map(|(p, _)| p.share).collect();
    let words = rules::sum(&shares, group.project.total).map_or_else(|_| String::new(), |s| sum_words(t, lang, &s));
    if !words.is_empty() {
        sheet.known.push(words);
    }
    for ((_, name), field) in partners.iter().zip(SHARES) {
        let label = t.project_share_of(name);
        sheet.fields.push(form.text(field, &label).hint(t.project_share_hint()).most(30).optional().to_string());
    }
    if !partners.is_empty() {
        let gone = partners.iter().map(|(p, name)| (p.id.to_string(), name.clone())).collect();
        sheet.fields.push(form.boxes("weg", t.project_partner_gone(), gone).to_string());
    }
    if !known.is_empty() {
        let options = std::iter::once((String::new(), t.project_partner_none().to_owned()))
            .chain(known.iter().map(|o| (o.id.to_string(), o.name.clone())))
            .collect();
        sheet.fields.push(form.select("known", t.project_partner_known(), options).to_string());
    }
    sheet.fields.push(
        form.text("name", t.project_partner_name())
            .hint(t.project_partner_name_hint())
            .most(120)
            .optional()
            .to_string(),
    );
    sheet
        .fields
        .push(form.text("anteil", t.project_share_new()).hint(t.project_share_hint()).most(30).optional().to_string());
    sheet.submit = t.edit_save();
    sheet.answer(r, group.page(r, t.project_partners_edit())?, form)
}

/// A share, if one was typed.
fn share(w: &Writing<'_>, fields: &mut Fields<'_>, field: &'static str) -> Option<Share> {
    let text = w.ask.field(field);
    if text.is_empty() {
        return None;
    }
    rules::share(text).map_err(|reason| fields.problems.push(Problem { field, reason })).ok()
}

/// Saves all of them.
///
/// # Errors
/// As [`save_partners`].
pub fn save(w: &Writing<'_>, p: ProjectPartners) -> Result<Answer> {
    let (r, t, lang) = (w.reading(), T(w.viewer.lang), w.viewer.lang);
    let group = Group::load(&r, p.body)?;
    let partners = project_page(r.conn, &r.viewer.actor, &group.body, r.viewer.today)?.partners;
    let sought = w.ask.field("gesucht").to_owned();
    let again = |problems: Vec<Problem>| page(&r, &group, &partners, &sought, &FormView::kept(lang, w.ask, problems));
    let overtaken = || {
        page(
            &r,
            &group,
            &partners,
            &sought,
            &FormView::kept(lang, w.ask, Vec::new()).overtaken(&stored(lang, &partners)),
        )
    };
    let version = group.project.version;
    if !is_current(w, version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let mut all = Vec::new();
    for ((partner, _), field) in partners.iter().zip(SHARES) {
        let number = partner.id.to_string();
        if !w.ask.every("weg").any(|id| id == number) {
            all.push(NewPartner { name: partner.name.clone(), share: share(w, &mut fields, field) });
        }
    }
    let name = fields.line("name", NAME_MOST);
    let new_share = share(w, &mut fields, "anteil");
    let picked = w.ask.field("known");
    // Only what the search shows can be picked.
    let known =
        if picked.is_empty() { None } else { found(&r, &sought)?.into_iter().find(|o| o.id.to_string() == picked) };
    if known.is_none() && !picked.is_empty() {
        fields.refuse("known", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    match (known, name.is_empty()) {
        (Some(_), false) => fields.refuse(
            "name",
            "Bitte wählen Sie eine Organisation oder schreiben Sie einen Namen, nicht beides.",
            "Please choose an organisation or write a name, not both.",
        ),
        (Some(o), true) => all.push(NewPartner { name: PartnerName::Organisation(o.id), share: new_share }),
        (None, false) => all.push(NewPartner { name: PartnerName::Outside(name), share: new_share }),
        (None, true) if new_share.is_some() => {
            fields.refuse("name", "Bitte sagen Sie, wessen Anteil das ist.", "Please say whose share this is.")
        }
        (None, true) => {}
    }
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match save_partners(w.tx, &w.viewer.actor, p.body, version, &all) {
        Ok(sum) => {
            let note = format!("{} {}", t.edit_saved(), sum_words(t, lang, &sum));
            Ok(Answer::to(w.viewer.link(&p)).with_note(note.trim()))
        }
        Err(Error::Stale) => overtaken(),
        Err(fault) => {
            let at = if partners.is_empty() { "anteil" } else { "anteil1" };
            again(problems(fault, at, &[])?)
        }
    }
}
