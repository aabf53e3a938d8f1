//! `/gremien/{body}/bearbeiten`: what a network or body says of itself. Who saves over somebody else's change sees
//! both versions side by side.

use std::collections::BTreeSet;

use askama::Template;
use kernel::{Error, Id, Lang, Problem, Result};
use rights::{Action, Kind};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::shared::{self, Tab};
use crate::{
    Body, BodyForm, Topic, edit_body,
    paths::BodyEdit,
    set_topics,
    store::{bodies, topics},
    words::T,
};

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
        Ok(Self { body, network, all_topics: topics::list_topics(r.conn)?, topics, keeps })
    }

    fn form(&self, lang: Lang) -> FormView {
        let (version, topics) =
            (self.body.version.to_string(), self.topics.iter().map(ToString::to_string).collect::<Vec<_>>());
        let mut values = vec![
            ("version", version.as_str()),
            ("purpose", self.body.purpose.as_str()),
            ("purpose_en", self.body.purpose_en.as_deref().unwrap_or_default()),
            ("mail", self.body.mail.as_deref().unwrap_or_default()),
            ("rhythm", self.body.rhythm.as_deref().unwrap_or_default()),
        ];
        values.extend(topics.iter().map(|t| ("topics", t.as_str())));
        values.extend(self.body.open_to_non_members.then_some(("open_to_non_members", "ja")));
        values.extend(self.body.join_page.then_some(("join_page", "ja")));
        FormView::new(lang, &values)
    }

    fn link(&self, r: &Reading<'_>) -> Result<String> {
        shared::body_link(r, &self.network.slug, &self.body)
    }
}

/// One line of the two versions side by side.
struct Difference {
    label: &'static str,
    yours: String,
    theirs: String,
    differs: bool,
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
    topics: Vec<(String, String)>,
    versus: Vec<Difference>,
    back: String,
    again: String,
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
    page(r, &subject, &form, Vec::new())
}

fn page(r: &Reading<'_>, subject: &Subject, form: &FormView, versus: Vec<Difference>) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let stale = !versus.is_empty();
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
        topics: subject.all_topics.iter().map(|topic| (topic.id.to_string(), topic_name(lang, topic))).collect(),
        versus,
        back: subject.link(r)?,
        again: r.viewer.link(&BodyEdit { body: body.id }),
    };
    let tab = if body.is_network() { Tab::Overview } else { Tab::Bodies };
    let page = Page::new(title).nav("networks").sub(shared::sub(r, network, tab)?);
    r.page(
        match (stale, form.is_refused()) {
            (true, _) => page.status(409),
            (false, true) => page.refused(),
            (false, false) => page,
        },
        &shown,
    )
}

fn topic_name(lang: Lang, topic: &Topic) -> String {
    if lang == Lang::En { topic.name_en.clone() } else { topic.name.clone() }
}

/// What was typed.
struct Typed {
    version: i64,
    form: BodyForm,
    topics: BTreeSet<Id<Topic>>,
}

fn typed(w: &Writing<'_>, subject: &Subject) -> Result<Typed, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let form = BodyForm {
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
    // A version nobody ever read is the same as an old one: both are shown side by side.
    let version = w.ask.field("version").parse().unwrap_or(-1);
    if fields.problems.is_empty() { Ok(Typed { version, form, topics }) } else { Err(fields.problems) }
}

/// Saves.
///
/// # Errors
/// As the verbs.
pub fn save(w: &Writing<'_>, p: BodyEdit) -> Result<Answer> {
    let (r, lang) = (w.reading(), w.viewer.lang);
    let subject = Subject::load(&r, p.body)?;
    let kept = |problems| FormView::kept(lang, w.ask, problems);
    let typed = match typed(w, &subject) {
        Ok(typed) => typed,
        Err(problems) => return page(&r, &subject, &kept(problems), Vec::new()),
    };
    if typed.version != subject.body.version {
        return page(&r, &subject, &kept(Vec::new()), differences(T(lang), lang, &subject, &typed));
    }
    match apply(w, &subject, &typed) {
        Ok(()) => Ok(Answer::to(subject.link(&r)?).with_note(T(lang).edit_saved())),
        Err(Error::Form(problems)) => page(&r, &subject, &kept(problems), Vec::new()),
        Err(Error::Rule(reason)) => page(&r, &subject, &kept(vec![Problem { field: "", reason }]), Vec::new()),
        Err(other) => Err(other),
    }
}

fn apply(w: &Writing<'_>, subject: &Subject, typed: &Typed) -> Result<()> {
    let (by, id) = (&w.viewer.actor, subject.body.id);
    let new_words = differs(&typed.form, &subject.body);
    if new_words {
        edit_body(w.tx, by, id, typed.version, &typed.form)?;
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
    (&form.purpose, &form.purpose_en, &form.mail, &form.rhythm, form.open_to_non_members, form.join_page)
        != (&body.purpose, &body.purpose_en, &body.mail, &body.rhythm, body.open_to_non_members, body.join_page)
}

fn differences(t: T, lang: Lang, subject: &Subject, typed: &Typed) -> Vec<Difference> {
    let (form, body) = (&typed.form, &subject.body);
    let or_nothing = |text: &str| if text.is_empty() { t.edit_empty().to_owned() } else { text.to_owned() };
    let text = |label, yours: &str, theirs: &str| Difference {
        label,
        yours: or_nothing(yours),
        theirs: or_nothing(theirs),
        differs: yours != theirs,
    };
    let yes = |label, yours: bool, theirs: bool| {
        let word = |b| if b { t.edit_yes() } else { t.edit_no() }.to_owned();
        Difference { label, yours: word(yours), theirs: word(theirs), differs: yours != theirs }
    };
    let names = |ids: &BTreeSet<Id<Topic>>| {
        i18n::list_and(
            lang,
            &subject.all_topics.iter().filter(|x| ids.contains(&x.id)).map(|x| topic_name(lang, x)).collect::<Vec<_>>(),
        )
    };
    let option = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        text(t.edit_purpose(), &form.purpose, &body.purpose),
        text(t.edit_purpose_en(), &option(&form.purpose_en), &option(&body.purpose_en)),
        text(t.edit_mail(), &option(&form.mail), &option(&body.mail)),
        text(t.edit_rhythm(), &option(&form.rhythm), &option(&body.rhythm)),
        text(t.edit_topics(), &names(&typed.topics), &names(&subject.topics)),
        yes(t.edit_open(), form.open_to_non_members, body.open_to_non_members),
        yes(t.edit_join(), form.join_page, body.join_page),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_side_by_side_mark_what_differs() {
        let body = crate::store::tests_body();
        let topics = BTreeSet::new();
        let form = BodyForm { purpose: "Neu".into(), ..BodyForm::of(&body) };
        assert!(differs(&form, &body) && !differs(&BodyForm::of(&body), &body));
        let subject = Subject { network: body.clone(), body, all_topics: vec![], topics: topics.clone(), keeps: true };
        let rows = differences(T(Lang::De), Lang::De, &subject, &Typed { version: 1, form, topics });
        let marked: Vec<&str> = rows.iter().filter(|r| r.differs).map(|r| r.label).collect();
        assert_eq!(marked, ["Aufgabe"]);
        assert_eq!(rows[0].theirs, "nichts eingetragen");
    }
}
