//! `/organisationen/{organisation}/stelle`, `/stellen/{post}/bearbeiten` and `…/umbenennen`: a post with its territory, legal
//! basis and mailbox. For whoever may change its organisation.

use kernel::{Id, Result};
use people::{Engagement, NewPost, Organisation, Post, PostTitles};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{Sheet, day, is_current, problems, territory, territory_word},
    shared,
};
use crate::{
    actions::keeps_organisation,
    paths::{OrganisationPage, PostEdit, PostNew, PostRename},
    words::T,
};

const NAME_MOST: usize = 120;
const LINE_MOST: usize = 300;

const fn engagement_word(t: T, engagement: Engagement) -> &'static str {
    match engagement {
        Engagement::FullTime => t.post_full_time(),
        Engagement::Secondary => t.post_secondary(),
        Engagement::Honorary => t.post_honorary(),
    }
}

/// What can be done with a post, for whoever may change its organisation.
pub fn ways(r: &Reading<'_>, post: Id<Post>, may: bool) -> Vec<(&'static str, String)> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if !may {
        return Vec::new();
    }
    vec![(t.post_edit(), v.link(&PostEdit { post })), (t.post_rename(), v.link(&PostRename { post }))]
}

fn organisation(r: &Reading<'_>, id: Id<Organisation>) -> Result<Organisation> {
    keeps_organisation(r.conn, &r.viewer.actor, id, r.viewer.today)?;
    people::find_organisation(r.conn, id)
}

fn load(r: &Reading<'_>, id: Id<Post>) -> Result<(Post, Organisation)> {
    let post = people::find_post(r.conn, id)?;
    let of = organisation(r, post.organisation)?;
    Ok((post, of))
}

fn sheet(r: &Reading<'_>, of: &Organisation, title: &str, form: &FormView) -> Sheet {
    let there = r.viewer.link(&OrganisationPage { organisation: of.id });
    let sheet = Sheet {
        crumbs: shared::crumbs(r, &[(&of.name, there.clone())]),
        title: title.to_owned(),
        lead: of.name.clone(),
        back: there,
        ..Sheet::new(r.viewer.lang)
    };
    sheet.of(form)
}

fn done(w: &Writing<'_>, of: &Organisation, note: &str) -> Answer {
    Answer::to(w.viewer.link(&OrganisationPage { organisation: of.id })).with_note(note)
}

fn title_fields(t: T, form: &FormView) -> Vec<String> {
    vec![
        form.text("title", t.post_title()).hint(t.post_title_hint()).most(120).to_string(),
        form.text("title_female", t.post_title_female()).most(120).optional().to_string(),
        form.text("title_male", t.post_title_male()).most(120).optional().to_string(),
    ]
}

fn titles(fields: &mut Fields<'_>) -> PostTitles {
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    PostTitles {
        neutral: fields.needed("title", NAME_MOST, "Bitte schreiben Sie den Titel.", "Please write the title."),
        female: filled(fields.line("title_female", NAME_MOST)),
        male: filled(fields.line("title_male", NAME_MOST)),
    }
}

fn footing_fields(t: T, form: &FormView) -> Vec<String> {
    let ways = Engagement::ALL.iter().map(|e| (e.word().to_owned(), engagement_word(t, *e).to_owned())).collect();
    vec![
        form.text("territory", t.post_territory()).hint(t.post_territory_hint()).optional().to_string(),
        form.text("legal_basis", t.post_basis()).hint(t.post_basis_hint()).most(120).optional().to_string(),
        form.radios("engagement", t.post_engagement(), ways).to_string(),
        form.text("mail", t.post_mail()).hint(t.post_mail_hint()).kind("email").optional().to_string(),
        form.text("phone", t.orgpage_phone()).kind("tel").optional().to_string(),
    ]
}

fn footing(w: &Writing<'_>, fields: &mut Fields<'_>) -> Result<Option<people::PostEdit>> {
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let territory = territory(w, fields, "territory")?;
    let ways: Vec<(&str, Engagement)> = Engagement::ALL.iter().map(|e| (e.word(), *e)).collect();
    let legal_basis = filled(fields.line("legal_basis", NAME_MOST));
    let engagement = fields.choice("engagement", &ways);
    let (mail, phone) = (filled(fields.line("mail", LINE_MOST)), filled(fields.line("phone", LINE_MOST)));
    Ok(engagement.map(|engagement| people::PostEdit { territory, legal_basis, engagement, mail, phone }))
}

/// A new post.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn new_form(r: &Reading<'_>, p: PostNew) -> Result<Answer> {
    let of = organisation(r, p.organisation)?;
    let today = r.viewer.today.to_string();
    let values = [("engagement", Engagement::FullTime.word()), ("from", today.as_str())];
    new_page(r, &of, &FormView::new(r.viewer.lang, &values))
}

fn new_page(r: &Reading<'_>, of: &Organisation, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.post_new(), form);
    sheet.known = vec![t.post_new_text().to_owned()];
    sheet.fields = title_fields(t, form);
    sheet.fields.extend(footing_fields(t, form));
    sheet.fields.push(form.text("from", t.post_since()).kind("date").to_string());
    sheet.submit = t.post_new();
    sheet.answer(r, Page::new(t.post_new()).nav("networks"), form)
}

/// Enters it, vacant.
///
/// # Errors
/// As [`people::add_post`].
pub fn make(w: &Writing<'_>, p: PostNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = organisation(&r, p.organisation)?;
    let again = |problems| new_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let titles = titles(&mut fields);
    let footing = footing(w, &mut fields)?;
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let (Some(footing), Some(from), true) = (footing, from, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let new = NewPost {
        territory: footing.territory,
        legal_basis: footing.legal_basis,
        engagement: footing.engagement,
        mail: footing.mail,
        phone: footing.phone,
        ..NewPost::new(of.id, titles, from)
    };
    match people::add_post(w.tx, &w.viewer.actor, &new) {
        Ok(_) => Ok(done(w, &of, t.post_made())),
        Err(fault) => again(problems(fault, "title", &[])?),
    }
}

/// The fields as they are stored.
fn stored(r: &Reading<'_>, post: &Post) -> Result<FormView> {
    let territory = match post.territory {
        Some(id) => territory_word(r, id)?,
        None => String::new(),
    };
    let values = [
        ("territory", territory.as_str()),
        ("legal_basis", post.legal_basis.as_deref().unwrap_or_default()),
        ("engagement", post.engagement.word()),
        ("mail", post.mail.as_deref().unwrap_or_default()),
        ("phone", post.phone.as_deref().unwrap_or_default()),
    ];
    Ok(FormView::new(r.viewer.lang, &values))
}

/// Footing, territory and contact of a post.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn edit_form(r: &Reading<'_>, p: PostEdit) -> Result<Answer> {
    let (post, of) = load(r, p.post)?;
    edit_page(r, &post, &of, &stored(r, &post)?)
}

fn edit_page(r: &Reading<'_>, post: &Post, of: &Organisation, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.post_edit(), form);
    sheet.lead = format!("{}, {}", post.titles.neutral, of.name);
    sheet.hidden = vec![("version", post.version.to_string())];
    sheet.fields = footing_fields(t, form);
    sheet.submit = t.org_save();
    sheet.answer(r, Page::new(t.post_edit()).nav("networks"), form)
}

/// Saves it.
///
/// # Errors
/// As [`people::edit_post`].
pub fn edit(w: &Writing<'_>, p: PostEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (post, of) = load(&r, p.post)?;
    let again = |problems| edit_page(&r, &post, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken =
        || edit_page(&r, &post, &of, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &post)?));
    if !is_current(w, post.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let Some(footing) = footing(w, &mut fields)?.filter(|_| fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    match people::edit_post(w.tx, &w.viewer.actor, post.id, post.version, &footing) {
        Ok(()) => Ok(done(w, &of, t.edit_saved())),
        Err(fault) => again(problems(fault, "mail", &[])?),
    }
}

/// Another title from a day on.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn name_form(r: &Reading<'_>, p: PostRename) -> Result<Answer> {
    let (post, of) = load(r, p.post)?;
    let today = r.viewer.today.to_string();
    let mut values = named(&post).to_vec();
    values.push(("from", &today));
    name_page(r, &post, &of, &FormView::new(r.viewer.lang, &values))
}

/// The titles as they are stored.
fn named(post: &Post) -> [(&'static str, &str); 3] {
    [
        ("title", post.titles.neutral.as_str()),
        ("title_female", post.titles.female.as_deref().unwrap_or_default()),
        ("title_male", post.titles.male.as_deref().unwrap_or_default()),
    ]
}

fn name_page(r: &Reading<'_>, post: &Post, of: &Organisation, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, of, t.post_rename(), form);
    sheet.known = vec![t.bodies_rename_text().to_owned()];
    sheet.hidden = vec![("version", post.version.to_string())];
    sheet.fields = title_fields(t, form);
    sheet.fields.push(form.text("from", t.bodies_rename_from()).kind("date").to_string());
    sheet.submit = t.post_rename();
    sheet.answer(r, Page::new(t.post_rename()).nav("networks"), form)
}

/// Gives it.
///
/// # Errors
/// As [`people::rename_post`].
pub fn rename(w: &Writing<'_>, p: PostRename) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (post, of) = load(&r, p.post)?;
    let again = |problems| name_page(&r, &post, &of, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken = || {
        name_page(
            &r,
            &post,
            &of,
            &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&FormView::new(w.viewer.lang, &named(&post))),
        )
    };
    if !is_current(w, post.version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let titles = titles(&mut fields);
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    if from.is_some_and(|from| from > w.viewer.today) {
        fields.refuse("from", "Der Tag liegt noch in der Zukunft.", "This day still lies in the future.");
    }
    let Some(from) = from.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    match people::rename_post(w.tx, &w.viewer.actor, post.id, post.version, &titles, from) {
        Ok(()) => Ok(done(w, &of, t.bodies_renamed())),
        Err(fault) => again(problems(fault, "title", &[])?),
    }
}
