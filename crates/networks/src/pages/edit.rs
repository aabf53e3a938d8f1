//! `/gremien/{body}/bearbeiten`: what a network or body says of itself. Who saves over somebody else's change sees
//! both versions.

use std::collections::BTreeSet;

use askama::Template;
use kernel::{Error, Id, Lang, Problem, Result};
use people::Organisation;
use rights::{Action, Kind};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    keep::{candidates::organisations_named, is_current},
    shared::{self, Tab},
};
use crate::{
    Body, BodyForm, BodyKind, Topic, edit_body,
    paths::BodyEdit,
    set_topics,
    store::{bodies, topics},
    visible_organisations,
    words::T,
};

/// How many organisations are named where several could be meant.
const NAMED: usize = 5;
/// The most characters of a purpose, and of the rhythm.
const PURPOSE_MOST: usize = 2000;
const LINE_MOST: usize = 200;

/// What the page is about.
struct Subject {
    body: Body,
    network: Body,
    all_topics: Vec<Topic>,
    topics: BTreeSet<Id<Topic>>,
    /// Whether she may also change who can sit there: that is for those who keep the membership.
    keeps: bool,
    /// What a body of others belongs to, by name; empty where she may not see it, or where it belongs to nothing.
    organisation: String,
}

impl Subject {
    /// The body, if the reader may change it.
    fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let body = bodies::find_body(r.conn, actor, id)?;
        rights::require(actor, Kind::Body, Action::Edit, &body.scope())?;
        let network = if body.is_network() { body.clone() } else { bodies::find_body(r.conn, actor, body.network)? };
        let topics = topics::list_topics_of(r.conn, actor, &[id])?.into_iter().map(|(_, t)| t.id).collect();
        let keeps = rights::allows(actor, Kind::Roster, Action::Edit, &body.roster_scope());
        let of: Vec<Id<Organisation>> = body.organisation.into_iter().collect();
        let found = visible_organisations(r.conn, actor, &of, r.viewer.today)?;
        let organisation = found.into_iter().next().map(|o| o.name).unwrap_or_default();
        Ok(Self { body, network, all_topics: topics::list_topics(r.conn)?, topics, keeps, organisation })
    }

    fn form(&self, lang: Lang) -> FormView {
        let topics = self.topics.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut values = vec![
            ("purpose", self.body.purpose.as_str()),
            ("purpose_en", self.body.purpose_en.as_deref().unwrap_or_default()),
            ("mail", self.body.mail.as_deref().unwrap_or_default()),
            ("rhythm", self.body.rhythm.as_deref().unwrap_or_default()),
        ];
        values.push(("organisation", &self.organisation));
        values.push(("topics", ""));
        values.extend(topics.iter().map(|t| ("topics", t.as_str())));
        values.push(("open_to_non_members", if self.body.open_to_non_members { "ja" } else { "" }));
        values.push(("join_page", if self.body.join_page { "ja" } else { "" }));
        FormView::new(lang, &values)
    }

    fn is_outside(&self) -> bool {
        self.body.kind == BodyKind::Outside
    }

    fn link(&self, r: &Reading<'_>) -> Result<String> {
        shared::body_link(r, &self.network.slug, &self.body)
    }
}

#[derive(Template)]
#[template(path = "edit.html")]
struct Shown<'a> {
    t: T,
    crumbs: String,
    title: String,
    form: &'a FormView,
    version: i64,
    offers_join: bool,
    keeps: bool,
    outside: bool,
    topics: Vec<(String, String)>,
    back: String,
}

impl Shown<'_> {
    fn yes(&self, word: &str) -> Vec<(String, String)> {
        vec![("ja".to_owned(), word.to_owned())]
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: BodyEdit) -> Result<Answer> {
    let subject = Subject::load(r, p.body)?;
    let form = subject.form(r.viewer.lang);
    page(r, &subject, &form)
}

fn page(r: &Reading<'_>, subject: &Subject, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let (body, network) = (&subject.body, &subject.network);
    let title = t.edit_title(body.name_in(lang));
    let mut steps = vec![(network.short(), shared::network_link(r, network)?)];
    if !body.is_network() {
        steps.push((body.name_in(lang), subject.link(r)?));
    }
    let shown = Shown {
        t,
        crumbs: shared::crumbs(r, &steps),
        title: t.edit_title(shared::soft(body.name_in(lang))),
        form,
        version: body.version,
        offers_join: !body.unlisted,
        keeps: subject.keeps,
        outside: subject.is_outside(),
        topics: subject.all_topics.iter().map(|topic| (topic.id.to_string(), topic_name(lang, topic))).collect(),
        back: subject.link(r)?,
    };
    let tab = if body.is_network() { Tab::Overview } else { Tab::Bodies };
    let page = Page::new(title).nav("networks").sub(shared::sub(r, network, tab)?);
    r.page(page.answering(form), &shown)
}

fn topic_name(lang: Lang, topic: &Topic) -> String {
    if lang == Lang::En { topic.name_en.clone() } else { topic.name.clone() }
}

/// What was typed.
struct Typed {
    form: BodyForm,
    topics: BTreeSet<Id<Topic>>,
}

/// The organisation of that name; what stands there already stays.
fn organisation(w: &Writing<'_>, subject: &Subject, fields: &mut Fields<'_>) -> Result<Option<Id<Organisation>>> {
    let name = fields.line("organisation", LINE_MOST);
    // One she may not see is not hers to take away.
    if !subject.is_outside() || name == subject.organisation {
        return Ok(subject.body.organisation);
    }
    if name.is_empty() {
        return Ok(None);
    }
    let words: Vec<String> = i18n::fold(&name).split_whitespace().map(str::to_owned).collect();
    let mut found = organisations_named(&w.reading(), &words)?;
    if let Some(at) = found.iter().position(|o| i18n::fold(&o.name) == i18n::fold(&name)) {
        found = vec![found.swap_remove(at)];
    }
    match &found[..] {
        [one] => return Ok(Some(one.id)),
        [] => fields.refuse(
            "organisation",
            "Eine Organisation dieses Namens gibt es hier nicht.",
            "There is no organisation of that name here.",
        ),
        more => {
            let names = more.iter().take(NAMED).map(|o| o.name.as_str()).collect::<Vec<_>>().join(", ");
            fields.refuse(
                "organisation",
                format!("Bitte schreiben Sie den ganzen Namen. Gemeint sein kann: {names}."),
                format!("Please write the whole name. It can be: {names}."),
            );
        }
    }
    Ok(None)
}

fn typed(w: &Writing<'_>, subject: &Subject) -> Result<Result<Typed, Vec<Problem>>> {
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let organisation = organisation(w, subject, &mut fields)?;
    let form = BodyForm {
        organisation,
        purpose: fields.text("purpose", PURPOSE_MOST),
        purpose_en: filled(fields.text("purpose_en", PURPOSE_MOST)),
        mail: filled(fields.line("mail", LINE_MOST)),
        rhythm: filled(fields.line("rhythm", LINE_MOST)),
        open_to_non_members: if subject.keeps {
            w.ask.ticked("open_to_non_members")
        } else {
            subject.body.open_to_non_members
        },
        join_page: w.ask.ticked("join_page") && !subject.body.unlisted,
        ..BodyForm::of(&subject.body)
    };
    let mut topics = BTreeSet::new();
    for key in w.ask.every("topics") {
        match subject.all_topics.iter().find(|t| t.id.to_string() == key) {
            Some(topic) => drop(topics.insert(topic.id)),
            None => fields.refuse(
                "topics",
                "Dieses Thema gibt es nicht. Bitte wählen Sie neu.",
                "There is no such topic. Please choose again.",
            ),
        }
    }
    Ok(if fields.problems.is_empty() { Ok(Typed { form, topics }) } else { Err(fields.problems) })
}

/// Saves.
///
/// # Errors
/// As the verbs.
pub fn save(w: &Writing<'_>, p: BodyEdit) -> Result<Answer> {
    let (r, lang) = (w.reading(), w.viewer.lang);
    let subject = Subject::load(&r, p.body)?;
    let kept = |problems| FormView::kept(lang, w.ask, problems);
    if !is_current(w, subject.body.version) {
        return page(&r, &subject, &kept(Vec::new()).overtaken(&subject.form(lang)));
    }
    let typed = match typed(w, &subject)? {
        Ok(typed) => typed,
        Err(problems) => return page(&r, &subject, &kept(problems)),
    };
    match apply(w, &subject, &typed) {
        Ok(()) => Ok(Answer::to(subject.link(&r)?).with_note(T(lang).edit_saved())),
        Err(Error::Form(problems)) => page(&r, &subject, &kept(problems)),
        Err(Error::Rule(reason)) => page(&r, &subject, &kept(vec![Problem { field: "", reason }])),
        Err(other) => Err(other),
    }
}

fn apply(w: &Writing<'_>, subject: &Subject, typed: &Typed) -> Result<()> {
    let (by, id) = (&w.viewer.actor, subject.body.id);
    let new_words = differs(&typed.form, &subject.body);
    if new_words {
        edit_body(w.tx, by, id, subject.body.version, &typed.form)?;
    }
    if typed.topics != subject.topics {
        let topics: Vec<Id<Topic>> = typed.topics.iter().copied().collect();
        set_topics(w.tx, by, id, &topics)?;
    } else if !new_words {
        w.tx.silent("the form asked for nothing new");
    }
    Ok(())
}

fn differs(form: &BodyForm, body: &Body) -> bool {
    let words = (&form.purpose, &form.purpose_en, &form.mail, &form.rhythm)
        != (&body.purpose, &body.purpose_en, &body.mail, &body.rhythm);
    words
        || (form.open_to_non_members, form.join_page, form.organisation)
            != (body.open_to_non_members, body.join_page, body.organisation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_the_same_words_asks_for_nothing_new() {
        let body = crate::store::tests_body();
        let form = BodyForm { purpose: "Neu".into(), ..BodyForm::of(&body) };
        assert!(differs(&form, &body) && !differs(&BodyForm::of(&body), &body));
    }
}
