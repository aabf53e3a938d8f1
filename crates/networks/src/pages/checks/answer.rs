//! `/datenpruefung/{token}` and, signed in, `/datenpruefungen/{link}`: what is kept about a person and her posts, to confirm or
//! correct. Looking changes nothing.

use askama::Template;
use kernel::{Error, Problem, Result};
use people::{Organisation, Post, Tenure};
use web::{Answer, Fields, FormView, Page, Reading, Site, Writing};

use super::kind_word;
use crate::{
    ChangeKind, Names, NewChange, OwnContact,
    actions::{By, Checked, answer_found, checked_value, find_checked, find_own_check},
    paths::{CheckAnswer, CheckOwn},
    rules::check_last,
    words::T,
};

/// The most posts and the most organisations one answer is asked about.
const MOST: usize = 4;
const MAIL: [&str; MOST] = ["mail1", "mail2", "mail3", "mail4"];
const PHONE: [&str; MOST] = ["telefon1", "telefon2", "telefon3", "telefon4"];
const SHARE: [&str; MOST] = ["umfang1", "umfang2", "umfang3", "umfang4"];
const BOX: [&str; MOST] = ["postfach1", "postfach2", "postfach3", "postfach4"];
const BOX_PHONE: [&str; MOST] = ["amtstelefon1", "amtstelefon2", "amtstelefon3", "amtstelefon4"];
const DEPUTY: [&str; MOST] = ["vertretung1", "vertretung2", "vertretung3", "vertretung4"];
const LEFT: [&str; MOST] = ["weg1", "weg2", "weg3", "weg4"];
const NEXT: [&str; MOST] = ["nachfolge1", "nachfolge2", "nachfolge3", "nachfolge4"];
const ADDRESS: [&str; MOST] = ["anschrift1", "anschrift2", "anschrift3", "anschrift4"];
const ORG_MAIL: [&str; MOST] = ["orgmail1", "orgmail2", "orgmail3", "orgmail4"];
const ORG_PHONE: [&str; MOST] = ["orgtelefon1", "orgtelefon2", "orgtelefon3", "orgtelefon4"];
const TEXT_MOST: usize = 400;

/// A heading with what is kept below it.
struct Block {
    title: String,
    facts: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct Shown<'a> {
    t: T,
    lead: String,
    answered: Option<String>,
    valid: String,
    blocks: Vec<Block>,
    waiting: Vec<String>,
    form: &'a FormView,
    fields: Vec<String>,
}

/// The names of those who deputise on a post, as far as its holder may see them.
fn deputies(r: &Reading<'_>, found: &Checked, post: &Post) -> Result<String> {
    let her = rights::load(r.conn, found.person.id.raw(), r.viewer.today, None)?;
    let names = Names::load_with_places(r.conn, &her, found.deputies.iter().map(|(_, person)| *person))?;
    let of_post = found.deputies.iter().filter(|(of, _)| *of == post.id);
    Ok(of_post.filter_map(|(_, person)| names.anywhere(*person)).map(|w| w.name.full()).collect::<Vec<_>>().join(", "))
}

/// What the form begins with: every field with what is kept.
fn kept(r: &Reading<'_>, found: &Checked) -> Result<Vec<(&'static str, String)>> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut all = vec![
        ("given", found.person.given.clone()),
        ("family", found.person.family.clone()),
        ("hinweis", String::new()),
    ];
    for (n, (post, tenure)) in found.posts.iter().take(MOST).enumerate() {
        all.extend([
            (MAIL[n], text(&tenure.mail)),
            (PHONE[n], text(&tenure.phone)),
            (SHARE[n], tenure.share_percent.to_string()),
            (BOX[n], text(&post.mail)),
            (BOX_PHONE[n], text(&post.phone)),
            (DEPUTY[n], deputies(r, found, post)?),
            (LEFT[n], String::new()),
            (NEXT[n], String::new()),
        ]);
    }
    for (n, organisation) in found.organisations.iter().take(MOST).enumerate() {
        all.extend([
            (ADDRESS[n], text(&organisation.address)),
            (ORG_MAIL[n], text(&organisation.mail)),
            (ORG_PHONE[n], text(&organisation.phone)),
        ]);
    }
    Ok(all)
}

fn organisation_of(found: &Checked, post: &Post) -> String {
    found.organisations.iter().find(|o| o.id == post.organisation).map(|o| o.name.clone()).unwrap_or_default()
}

fn post_name(found: &Checked, post: &Post) -> String {
    format!("{}, {}", post.titles.in_form(found.person.title_form), organisation_of(found, post))
}

/// What the link opens.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: CheckAnswer) -> Result<Answer> {
    begin(r, find_checked(r.conn, p.token.as_str())?, by_link(r.site))
}

/// The same for whoever was asked.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn show_own(r: &Reading<'_>, p: CheckOwn) -> Result<Answer> {
    begin(r, find_own_check(r.conn, &r.viewer.actor, p.link)?, By::Herself)
}

fn by_link(site: &Site) -> By<'_> {
    By::Link(site.outside().base_url.as_str())
}

fn begin(r: &Reading<'_>, found: Option<Checked>, by: By<'_>) -> Result<Answer> {
    let Some(found) = found else {
        return web::gone(r, Some(T(r.viewer.lang).check_gone().to_owned()));
    };
    let kept = kept(r, &found)?;
    let values: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page(r, &found, &FormView::new(r.viewer.lang, &values), by)
}

fn page(r: &Reading<'_>, found: &Checked, form: &FormView, by: By<'_>) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    // Colleagues may read the same mailbox: a sensitive network is named here no more than in the letter.
    let name = found.person.name().full();
    let lead = if found.body.sensitive { name } else { t.check_lead(name, found.body.name_in(lang)) };
    let nothing = found.posts.is_empty() && found.organisations.is_empty();
    let shown = Shown {
        t,
        lead,
        answered: found.link.answered.map(|at| i18n::day_long(lang, at.day())),
        valid: t.check_valid(i18n::day_long(lang, check_last(found.check.due))),
        blocks: blocks(r, found)?,
        waiting: found
            .waiting
            .iter()
            .map(|c| {
                let value = said(r, c.day, &c.value);
                let value = if c.kind == ChangeKind::OwnMail { t.check_unconfirmed(value) } else { value };
                format!("{}: {value}", kind_word(t, c.kind))
            })
            .collect(),
        form,
        fields: if nothing { Vec::new() } else { fields(t, found, form, by) },
    };
    let page = Page::new(t.check_title());
    // Whoever holds the link may read it, and nothing on the way may keep it.
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Answer::secret)
}

/// A proposed value in words.
pub fn said(r: &Reading<'_>, day: Option<kernel::Day>, value: &str) -> String {
    let t = T(r.viewer.lang);
    match day {
        Some(day) => i18n::day_long(r.viewer.lang, day),
        None if value.is_empty() => t.check_empty().to_owned(),
        None => value.replace('\n', ", "),
    }
}

fn blocks(r: &Reading<'_>, found: &Checked) -> Result<Vec<Block>> {
    let t = T(r.viewer.lang);
    let text = |value: &Option<String>| match value.as_deref() {
        None | Some("") => t.check_empty().to_owned(),
        Some(text) => text.replace('\n', ", "),
    };
    let mut all = Vec::new();
    for (post, tenure) in &found.posts {
        let deputies = Some(deputies(r, found, post)?).filter(|names| !names.is_empty());
        all.push(Block {
            title: post_name(found, post),
            facts: vec![
                (t.check_own_mail(), text(&tenure.mail)),
                (t.check_own_phone(), text(&tenure.phone)),
                (t.check_share(), t.check_percent(tenure.share_percent)),
                (t.check_post_mail(), text(&post.mail)),
                (t.check_post_phone(), text(&post.phone)),
                (t.check_deputy(), text(&deputies)),
            ],
        });
    }
    for organisation in &found.organisations {
        all.push(Block {
            title: organisation.name.clone(),
            facts: vec![
                (t.check_address(), text(&organisation.address)),
                (t.check_organisation_mail(), text(&organisation.mail)),
                (t.check_organisation_phone(), text(&organisation.phone)),
            ],
        });
    }
    Ok(all)
}

fn fields(t: T, found: &Checked, form: &FormView, by: By<'_>) -> Vec<String> {
    let mail_hint = if by == By::Herself { t.check_at_once() } else { t.check_mail_waits() };
    let mut all = vec![
        form.text("given", t.check_given()).most(120).to_string(),
        form.text("family", t.check_family()).most(120).to_string(),
    ];
    let of = |label: &str, name: &str| t.check_of(label, name);
    for (n, (post, _)) in found.posts.iter().take(MOST).enumerate() {
        let name = post_name(found, post);
        let line = |field: &'static str, label: &str, kind: &'static str| {
            form.text(field, &of(label, &name)).kind(kind).optional().to_string()
        };
        all.push(
            form.text(MAIL[n], &of(t.check_own_mail(), &name)).hint(mail_hint).kind("email").optional().to_string(),
        );
        all.push(
            form.text(PHONE[n], &of(t.check_own_phone(), &name))
                .hint(t.check_at_once())
                .kind("tel")
                .optional()
                .to_string(),
        );
        all.push(form.text(SHARE[n], &of(t.check_share(), &name)).hint(t.check_share_hint()).most(5).to_string());
        all.push(line(BOX[n], t.check_post_mail(), "email"));
        all.push(line(BOX_PHONE[n], t.check_post_phone(), "tel"));
        all.push(line(DEPUTY[n], t.check_deputy(), "text"));
        all.push(
            form.text(LEFT[n], &of(t.check_left(), &name))
                .hint(t.check_left_hint())
                .kind("date")
                .optional()
                .to_string(),
        );
        all.push(
            form.text(NEXT[n], &of(t.check_successor(), &name)).hint(t.check_successor_hint()).optional().to_string(),
        );
    }
    for (n, organisation) in found.organisations.iter().take(MOST).enumerate() {
        let name = &organisation.name;
        all.push(form.text(ADDRESS[n], &of(t.check_address(), name)).lines(3).optional().to_string());
        all.push(form.text(ORG_MAIL[n], &of(t.check_organisation_mail(), name)).kind("email").optional().to_string());
        all.push(form.text(ORG_PHONE[n], &of(t.check_organisation_phone(), name)).kind("tel").optional().to_string());
    }
    all.push(form.text("hinweis", t.check_note()).hint(t.check_note_hint()).lines(3).most(400).optional().to_string());
    all
}

/// Reads what was corrected.
struct Corrections<'a> {
    w: &'a Writing<'a>,
    fields: Fields<'a>,
    kept: Vec<(&'static str, String)>,
    changes: Vec<NewChange>,
}

impl Corrections<'_> {
    /// What was typed into a field that was sent, and whether it differs from what is kept.
    fn typed(&mut self, field: &'static str) -> Option<(String, bool)> {
        self.w.ask.every(field).next()?;
        let text = self.fields.text(field, TEXT_MOST);
        let was = self.kept.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value.as_str());
        let differs = text.trim() != was.replace("\r\n", "\n").trim();
        Some((text, differs))
    }

    fn propose(&mut self, field: &'static str, change: NewChange) {
        let Some((text, true)) = self.typed(field) else { return };
        match checked_value(change.kind, field, &text) {
            Ok(value) => self.changes.push(NewChange { value, ..change }),
            Err(Error::Form(problems)) => self.fields.problems.extend(problems),
            Err(_) => {}
        }
    }

    fn of_post(&mut self, n: usize, post: &Post, tenure: &Tenure) -> Option<OwnContact> {
        let about = |kind| NewChange { tenure: Some(tenure.id), post: Some(post.id), ..NewChange::new(kind, "") };
        self.propose(SHARE[n], about(ChangeKind::Share));
        self.propose(BOX[n], about(ChangeKind::PostMail));
        self.propose(BOX_PHONE[n], about(ChangeKind::PostPhone));
        self.propose(DEPUTY[n], about(ChangeKind::Deputy));
        if let Some(day) = self.fields.day(LEFT[n]).filter(|d| !d.is_open()) {
            self.changes.push(NewChange { day: Some(day), ..about(ChangeKind::Left) });
        }
        self.propose(NEXT[n], about(ChangeKind::Successor));
        let (mail, phone) = (self.typed(MAIL[n]), self.typed(PHONE[n]));
        let value = |typed: Option<(String, bool)>, was: &Option<String>| match typed {
            Some((text, _)) => Some(text).filter(|t| !t.trim().is_empty()),
            None => was.clone(),
        };
        let contact =
            OwnContact { tenure: tenure.id, mail: value(mail, &tenure.mail), phone: value(phone, &tenure.phone) };
        for (field, text, rule) in [
            (MAIL[n], &contact.mail, people::rules::mail as fn(&str) -> Result<String, kernel::Reason>),
            (PHONE[n], &contact.phone, people::rules::phone),
        ] {
            if let Some(Err(reason)) = text.as_deref().map(rule) {
                self.fields.problems.push(Problem { field, reason });
            }
        }
        (contact.mail != tenure.mail || contact.phone != tenure.phone).then_some(contact)
    }

    fn of_organisation(&mut self, n: usize, organisation: &Organisation) {
        let about = |kind| NewChange { organisation: Some(organisation.id), ..NewChange::new(kind, "") };
        self.propose(ADDRESS[n], about(ChangeKind::Address));
        self.propose(ORG_MAIL[n], about(ChangeKind::OrganisationMail));
        self.propose(ORG_PHONE[n], about(ChangeKind::OrganisationPhone));
    }
}

/// Confirms or corrects.
///
/// # Errors
/// As [`answer_found`].
pub fn save(w: &Writing<'_>, p: CheckAnswer) -> Result<Answer> {
    let found = find_checked(w.tx, p.token.as_str())?;
    take(w, found, &w.viewer.link(&p), by_link(w.site))
}

/// The same for whoever was asked.
///
/// # Errors
/// As [`show_own`] and [`answer_found`].
pub fn save_own(w: &Writing<'_>, p: CheckOwn) -> Result<Answer> {
    let found = find_own_check(w.tx, &w.viewer.actor, p.link)?;
    take(w, found, &w.viewer.link(&p), By::Herself)
}

fn take(w: &Writing<'_>, found: Option<Checked>, here: &str, by: By<'_>) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(found) = found else {
        return web::gone(&r, Some(t.check_gone().to_owned()));
    };
    let back = || Answer::to(here.to_owned());
    if w.ask.field("tat") == "stimmt" {
        answer_found(w.tx, &found, &[], &[], by)?;
        return Ok(back().with_note(t.check_thanks()));
    }
    let mut read = Corrections { w, fields: Fields::of(w.ask), kept: kept(&r, &found)?, changes: Vec::new() };
    read.propose("given", NewChange::new(ChangeKind::Given, ""));
    read.propose("family", NewChange::new(ChangeKind::Family, ""));
    let mut own = Vec::new();
    for (n, (post, tenure)) in found.posts.iter().take(MOST).enumerate() {
        own.extend(read.of_post(n, post, tenure));
    }
    for (n, organisation) in found.organisations.iter().take(MOST).enumerate() {
        read.of_organisation(n, organisation);
    }
    read.propose("hinweis", NewChange::new(ChangeKind::Note, ""));
    if read.fields.problems.is_empty() && own.is_empty() && read.changes.is_empty() {
        read.fields.refuse(
            "",
            "Sie haben nichts geändert. Stimmt alles, drücken Sie bitte „Alles stimmt“.",
            "You changed nothing. If all is right, please press “All is right”.",
        );
    }
    let Corrections { fields, changes, .. } = read;
    if !fields.problems.is_empty() {
        return page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, fields.problems), by);
    }
    match answer_found(w.tx, &found, &own, &changes, by) {
        Ok(()) => Ok(back().with_note(t.check_thanks_changed())),
        Err(Error::Form(problems)) => page(&r, &found, &FormView::kept(w.viewer.lang, w.ask, problems), by),
        Err(other) => Err(other),
    }
}
