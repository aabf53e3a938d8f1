//! My account: language and colours, what I say about myself.

use askama::Template;
use kernel::{Error, Id, Lang, Result};
use people::{OwnData, Person, TitleForm};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::side;
use crate::{
    actions,
    model::Account,
    paths::{AccountPage, AddressPage, PersonForm, PostHandover, SignOut},
    store,
    texts::T,
};

#[derive(Template)]
#[template(path = "account.html")]
struct OwnPage<'a> {
    t: T,
    side: String,
    summary: String,
    name: String,
    mail: String,
    address: String,
    settings: &'a FormView,
    setting_fields: Vec<String>,
    setting_version: i64,
    setting_action: String,
    person: &'a FormView,
    person_fields: Vec<String>,
    person_version: i64,
    person_action: String,
    sign_out: String,
    /// What she holds, and where she hands it over.
    posts: Vec<(String, String)>,
}

/// One's own account and person.
fn mine(r: &Reading<'_>) -> Result<(Account, Person)> {
    let id: Id<Person> = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let account = store::account_of(r.conn, id)?.ok_or(Error::NotFound)?;
    Ok((account, people::find_person(r.conn, id)?))
}

/// The posts she holds today, each with the page on which she hands it over. A statement, two more where she holds one.
fn posts(r: &Reading<'_>, me: &Person) -> Result<Vec<(String, String)>> {
    let mut held = people::list_tenures_of_person(r.conn, me.id)?;
    held.retain(|tenure| tenure.mode != people::Mode::Deputy && tenure.term.contains(r.viewer.today));
    let ids: Vec<_> = held.iter().map(|tenure| tenure.post).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let posts = people::list_posts(r.conn, &ids)?;
    let of: Vec<_> = posts.iter().map(|post| post.organisation).collect();
    let organisations = people::list_organisations(r.conn, &of)?;
    let words = |post: &people::Post| {
        let of = organisations.iter().find(|o| o.id == post.organisation).map_or("", |o| o.name.as_str());
        let title = post.titles.in_form(me.title_form);
        (format!("{title}, {of}"), r.viewer.link(&PostHandover { post: post.id }))
    };
    Ok(posts.iter().map(words).collect())
}

pub fn show(r: &Reading<'_>, _: AccountPage) -> Result<Answer> {
    page(r, None, None)
}

fn languages(t: T) -> Vec<(String, String)> {
    vec![("de".to_owned(), t.lang_de().to_owned()), ("en".to_owned(), t.lang_en().to_owned())]
}

fn themes(t: T) -> Vec<(String, String)> {
    [("auto", t.theme_auto()), ("light", t.theme_light()), ("dark", t.theme_dark())]
        .map(|(word, text)| (word.to_owned(), text.to_owned()))
        .to_vec()
}

fn title_forms(t: T) -> Vec<(String, String)> {
    [("female", t.form_female()), ("male", t.form_male()), ("neutral", t.form_neutral())]
        .map(|(word, text)| (word.to_owned(), text.to_owned()))
        .to_vec()
}

/// The form about oneself as it is stored.
fn stored_person(lang: Lang, me: &Person) -> FormView {
    let own = OwnData::from(me);
    let values = [
        ("given", own.given.as_str()),
        ("family", &own.family),
        ("title", own.title.as_deref().unwrap_or_default()),
        ("title_form", own.title_form.word()),
        ("pronouns", own.pronouns.as_deref().unwrap_or_default()),
        ("private_mail", own.private_mail.as_deref().unwrap_or_default()),
        ("private_phone", own.private_phone.as_deref().unwrap_or_default()),
    ];
    FormView::new(lang, &values)
}

/// The settings as they are stored.
fn stored_settings(lang: Lang, account: &Account) -> FormView {
    FormView::new(lang, &[("sprache", account.lang.code()), ("farben", &account.theme)])
}

/// The page with both forms; a form that was sent stands there as it was sent.
fn page(r: &Reading<'_>, settings: Option<FormView>, person: Option<FormView>) -> Result<Answer> {
    let (account, me) = mine(r)?;
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let settings = settings.unwrap_or_else(|| stored_settings(lang, &account));
    let person = person.unwrap_or_else(|| stored_person(lang, &me));
    let setting_fields = vec![
        settings.radios("sprache", t.lang(), languages(t)).to_string(),
        settings.radios("farben", t.theme(), themes(t)).to_string(),
    ];
    let field = |name: &'static str, label: &'static str| person.text(name, label).most(120);
    let person_fields = vec![
        field("given", t.given()).autocomplete("given-name").to_string(),
        field("family", t.family()).autocomplete("family-name").to_string(),
        field("title", t.person_title()).optional().autocomplete("honorific-prefix").to_string(),
        person.radios("title_form", t.form(), title_forms(t)).hint(t.form_hint()).to_string(),
        field("pronouns", t.pronouns()).optional().to_string(),
        field("private_mail", t.private_mail()).kind("email").optional().hint(t.private_hint()).to_string(),
        field("private_phone", t.private_phone())
            .kind("tel")
            .autocomplete("tel")
            .optional()
            .hint(t.private_hint())
            .to_string(),
    ];
    let shown = OwnPage {
        t,
        side: side(r.viewer, "profile"),
        summary: format!("{}{}", settings.summary(), person.summary()),
        name: me.name().full(),
        mail: account.mail,
        address: AddressPage {}.to_string(),
        setting_fields,
        setting_version: account.version,
        setting_action: AccountPage {}.to_string(),
        person_fields,
        person_version: me.version,
        person_action: PersonForm {}.to_string(),
        sign_out: SignOut {}.to_string(),
        posts: posts(r, &me)?,
        settings: &settings,
        person: &person,
    };
    let page = Page::new(t.account()).nav("account").answering(&settings);
    r.page(page.answering(&person), &shown)
}

pub fn save(w: &Writing<'_>, _: AccountPage) -> Result<Answer> {
    let r = w.reading();
    let (account, _) = mine(&r)?;
    let mut fields = Fields::of(w.ask);
    let lang = fields.choice("sprache", &[("de", Lang::De), ("en", Lang::En)]);
    let theme = fields.choice("farben", &[("auto", "auto"), ("light", "light"), ("dark", "dark")]);
    let (Some(lang), Some(theme)) = (lang, theme) else {
        return page(&r, Some(FormView::kept(w.viewer.lang, w.ask, fields.problems)), None);
    };
    match actions::save_own(w.tx, &w.viewer.actor, account.person, version(w), lang, theme) {
        Ok(()) => Ok(Answer::to(AccountPage {}.to_string()).with_note(T(lang).saved())),
        Err(Error::Stale) => {
            let now = stored_settings(w.viewer.lang, &account);
            page(&r, Some(FormView::kept(w.viewer.lang, w.ask, vec![]).overtaken(&now)), None)
        }
        Err(cause) => Err(cause),
    }
}

/// The version the form was made from; nonsense is an old one.
fn version(w: &Writing<'_>) -> i64 {
    w.ask.field("version").parse().unwrap_or(0)
}

pub fn save_person(w: &Writing<'_>, _: PersonForm) -> Result<Answer> {
    let r = w.reading();
    let (_, me) = mine(&r)?;
    let kept = |problems| Some(FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let Some(title_form) =
        fields.choice("title_form", &TitleForm::ALL.iter().map(|f| (f.word(), *f)).collect::<Vec<_>>())
    else {
        return page(&r, None, kept(fields.problems));
    };
    let text = |name: &str| Some(w.ask.field(name).to_owned()).filter(|text| !text.is_empty());
    let own = OwnData {
        given: w.ask.field("given").to_owned(),
        family: w.ask.field("family").to_owned(),
        title: text("title"),
        pronouns: text("pronouns"),
        title_form,
        private_mail: text("private_mail"),
        private_phone: text("private_phone"),
    };
    match people::edit_person(w.tx, &w.viewer.actor, me.id, version(w), &own) {
        Ok(()) => Ok(Answer::to(AccountPage {}.to_string()).with_note(T(w.viewer.lang).saved())),
        Err(Error::Form(problems)) => page(&r, None, kept(problems)),
        Err(Error::Stale) => {
            let now = stored_person(w.viewer.lang, &me);
            page(&r, None, Some(FormView::kept(w.viewer.lang, w.ask, vec![]).overtaken(&now)))
        }
        Err(cause) => Err(cause),
    }
}

/// What stays with a person who leaves a post, whoever looks: her account and what she let others see.
///
/// # Errors
/// None; the registry's form.
pub fn stays(_: &db::Conn, viewer: &web::Viewer, _: &web::Leaving) -> Result<Vec<web::Passing>> {
    let t = T(viewer.lang);
    let row = |title: &str, detail: &str| web::Passing {
        becomes: web::Becomes::Stays,
        title: title.to_owned(),
        detail: detail.to_owned(),
        url: None,
        quiet: false,
        number: None,
        decides: false,
    };
    Ok(vec![row(t.stays_account(), t.stays_account_text()), row(t.stays_own(), t.stays_own_text())])
}
