//! `/konto/freigaben`: for each field who may see it, what that means now, and one's own topics.

pub mod own;

use std::collections::BTreeSet;

use askama::Template;
use kernel::{Error, Id, Lang, Problem, Reason, Result};
use web::{Answer, FormView, Page, Reading, Writing};

use self::own::{Circle, Own, field_word, topic_name};
use super::elsewhere::role_of;
use crate::{
    Audience, Body, Consent, Elsewhere, Field, Topic,
    actions::hide_elsewhere,
    give_consent,
    paths::{ConsentPage, ElsewhereList, PersonPage},
    set_own_topics,
    store::elsewhere::list_elsewhere,
    withdraw_consent,
    words::T,
};

/// The name of the boxes with one's own topics.
const TOPICS: &str = "themen";
/// The name under which a button withdraws.
const WITHDRAW: &str = "zurueck";
/// What the numbers of seats elsewhere begin with there.
const SEAT: &str = "sitz-";
/// Withdraws everything.
const ALL: &str = "alles";

struct Seen {
    who: String,
    what: String,
}

struct Given {
    id: String,
    what: String,
}

#[derive(Template)]
#[template(path = "consent.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    once: String,
    own_page: String,
    elsewhere: String,
    seen: Vec<Seen>,
    sensitive: String,
    given: Vec<Given>,
    fields: Vec<String>,
    empty_fields: Vec<String>,
    open: bool,
    has_topics: bool,
    topics: String,
    all: &'static str,
}

/// The form.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: ConsentPage) -> Result<Answer> {
    let own = Own::load(r)?;
    let form = own.form(r.viewer.lang);
    page(r, &own, &form)
}

fn page(r: &Reading<'_>, own: &Own, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let given = own
        .consents
        .iter()
        .map(|c| Given { id: c.id.to_string(), what: t.consent_for(field_word(t, c.field), own.circle_word(t, c)) });
    let noted = shown_elsewhere(r, own)?;
    let given = given.chain(noted.iter().map(|(seat, consent)| Given {
        id: format!("{SEAT}{}", seat.id),
        what: t.consent_for(format!("{}, {}", role_of(t, seat), seat.noted.body), own.circle_word(t, consent)),
    }));
    let kept: Vec<&str> = own.circles.iter().filter(|c| c.sensitive).map(|c| c.label.as_str()).collect();
    let sensitive = match kept.len() {
        0 => String::new(),
        1 => t.consent_sensitive(kept.join("")),
        _ => t.consent_sensitive_several(i18n::list_and(lang, &kept)),
    };
    let options = own.all_topics.iter().map(|topic| (topic.id.to_string(), topic_name(lang, topic))).collect();
    // What nothing is entered for, and nothing released of, waits folded.
    let counts = |f: &Field| own.value(lang, *f).is_some() || own.consents.iter().any(|c| c.field == *f);
    let shown = |with: bool| Field::ALL.iter().filter(move |f| counts(f) == with);
    let page_of = Shown {
        t,
        crumbs: web::crumbs(lang, &[(t.consent_account(), r.viewer.link(&"/konto"))]),
        summary: form.summary(),
        once: form.once(),
        own_page: r.viewer.link(&PersonPage { person: own.person.id }),
        elsewhere: r.viewer.link(&ElsewhereList {}),
        seen: seen(own, lang),
        sensitive,
        given: given.collect(),
        fields: shown(true).map(|f| fieldset(own, form, lang, *f)).collect::<Result<_>>()?,
        empty_fields: shown(false).map(|f| fieldset(own, form, lang, *f)).collect::<Result<_>>()?,
        open: form.is_refused(),
        has_topics: !own.all_topics.is_empty(),
        topics: form
            .boxes(TOPICS, t.consent_own_topics(), options)
            .hint(t.consent_own_topics_hint())
            .render()
            .map_err(Error::internal)?,
        all: ALL,
    };
    let page = Page::new(t.consent_title()).nav("account");
    r.page(if form.is_refused() { page.refused() } else { page }, &page_of)
}

/// Her seats elsewhere that others may see, each with what that is as a consent.
fn shown_elsewhere(r: &Reading<'_>, own: &Own) -> Result<Vec<(Elsewhere, Consent)>> {
    let all = list_elsewhere(r.conn, own.person.id)?;
    let shown = |seat: Elsewhere| {
        let (audience, body) = (seat.noted.audience?, seat.noted.shown_in);
        let consent = Consent { id: Id::new(0), person: own.person.id, field: Field::Topics, audience, body };
        Some((seat, consent))
    };
    Ok(all.into_iter().filter_map(shown).collect())
}

/// How others see her now, networks with the same answer together.
fn seen(own: &Own, lang: Lang) -> Vec<Seen> {
    let t = T(lang);
    let mut networks: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    let mut rows = Vec::new();
    for circle in &own.circles {
        let words = own.seen_by(lang, circle);
        let who = match circle.audience {
            Audience::Public => t.consent_seen_public(),
            Audience::AllNetworks => t.consent_seen_all(),
            Audience::Network => {
                match networks.iter_mut().find(|(same, _)| *same == words) {
                    Some((_, labels)) => labels.push(&circle.label),
                    None => networks.push((words, vec![&circle.label])),
                }
                continue;
            }
        };
        rows.push((who.to_owned(), words));
    }
    rows.extend(
        networks.into_iter().map(|(words, labels)| (t.consent_seen_network(i18n::list_and(lang, &labels)), words)),
    );
    let what = |words: Vec<&str>| {
        if words.is_empty() { t.consent_seen_nothing().to_owned() } else { i18n::list_and(lang, &words) }
    };
    rows.into_iter().map(|(who, words)| Seen { who, what: what(words) }).collect()
}

fn fieldset(own: &Own, form: &FormView, lang: Lang, field: Field) -> Result<String> {
    let t = T(lang);
    let word = |c: &Circle| match (c.audience, c.sensitive) {
        (Audience::Network, true) => t.consent_option_sensitive(&c.label),
        (Audience::Network, false) => t.consent_option_network(&c.label),
        _ => c.label.clone(),
    };
    let options = own.offered(field).map(|c| (c.key.clone(), word(c))).collect();
    let value = own.value(lang, field).map_or_else(|| t.consent_value_none().to_owned(), |v| t.consent_value(v));
    let hint = match field {
        Field::Name => t.consent_hint_name().to_owned(),
        Field::OfficeMail | Field::OfficePhone => format!("{value} {}", t.consent_hint_office()),
        _ => value,
    };
    form.boxes(field.word(), field_word(t, field), options).hint(&hint).render().map_err(Error::internal)
}

/// Saves what differs, or withdraws at the press of one button.
///
/// # Errors
/// As the verbs.
pub fn save(w: &Writing<'_>, _: ConsentPage) -> Result<Answer> {
    let (t, r) = (T(w.viewer.lang), w.reading());
    let own = Own::load(&r)?;
    let back = w.viewer.link(&ConsentPage {});
    let pressed = w.ask.field(WITHDRAW);
    if !pressed.is_empty() {
        let note = if withdraw(w, &own, pressed)? { t.consent_withdrawn() } else { t.consent_unchanged() };
        return Ok(Answer::to(back).with_note(note));
    }
    match wanted(w, &own) {
        Ok(wanted) => {
            let changed = apply(w, &own, &wanted)?;
            Ok(Answer::to(back).with_note(if changed { t.consent_saved() } else { t.consent_unchanged() }))
        }
        Err(problems) => page(&r, &own, &FormView::kept(w.viewer.lang, w.ask, problems)),
    }
}

/// Withdraws one consent, or all; tells whether there was any.
fn withdraw(w: &Writing<'_>, own: &Own, pressed: &str) -> Result<bool> {
    let chosen: Vec<Id<Consent>> =
        own.consents.iter().filter(|c| pressed == ALL || pressed == c.id.to_string()).map(|c| c.id).collect();
    for id in &chosen {
        withdraw_consent(w.tx, &w.viewer.actor, *id)?;
    }
    let seats = shown_elsewhere(&w.reading(), own)?;
    let hidden = |seat: &Elsewhere| pressed == ALL || pressed == format!("{SEAT}{}", seat.id);
    let seats: Vec<Id<Elsewhere>> = seats.iter().map(|(seat, _)| seat).filter(|s| hidden(s)).map(|s| s.id).collect();
    for id in &seats {
        hide_elsewhere(w.tx, &w.viewer.actor, *id)?;
    }
    if chosen.is_empty() && seats.is_empty() {
        // Withdrawn in another window already.
        w.tx.silent("nothing was there to withdraw");
    }
    Ok(!chosen.is_empty() || !seats.is_empty())
}

/// What the form asks for.
struct Wanted {
    consents: Vec<(Field, Audience, Option<Id<Body>>)>,
    topics: BTreeSet<Id<Topic>>,
}

fn wanted(w: &Writing<'_>, own: &Own) -> Result<Wanted, Vec<Problem>> {
    let mut found = Wanted { consents: Vec::new(), topics: BTreeSet::new() };
    let mut problems = Vec::new();
    let mut refuse = |field, de: &str, en: &str| {
        if !problems.iter().any(|p: &Problem| p.field == field) {
            problems.push(Problem { field, reason: Reason::new(de, en) });
        }
    };
    for field in Field::ALL {
        for key in w.ask.every(field.word()) {
            match own.offered(*field).find(|c| c.key == key) {
                Some(circle) => found.consents.push((*field, circle.audience, circle.body)),
                None => refuse(
                    field.word(),
                    "Sie können nur für Netzwerke freigeben, denen Sie angehören. Bitte wählen Sie neu.",
                    "You can release this only to networks you belong to. Please choose again.",
                ),
            }
        }
    }
    for key in w.ask.every(TOPICS) {
        match own.all_topics.iter().find(|t| t.id.to_string() == key) {
            Some(topic) => drop(found.topics.insert(topic.id)),
            None => refuse(
                TOPICS,
                "Dieses Thema gibt es nicht. Bitte wählen Sie neu.",
                "There is no such topic. Please choose again.",
            ),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// Gives and withdraws what differs; tells whether anything did. Consent for circles the form does not show stays.
fn apply(w: &Writing<'_>, own: &Own, wanted: &Wanted) -> Result<bool> {
    let by = &w.viewer.actor;
    let mut changed = false;
    for (field, audience, body) in &wanted.consents {
        if !own.consents.iter().any(|c| (c.field, c.audience, c.body) == (*field, *audience, *body)) {
            give_consent(w.tx, by, *field, *audience, *body)?;
            changed = true;
        }
    }
    for consent in &own.consents {
        let shown = own.offered(consent.field).any(|c| c.is(consent));
        if shown && !wanted.consents.contains(&(consent.field, consent.audience, consent.body)) {
            withdraw_consent(w.tx, by, consent.id)?;
            changed = true;
        }
    }
    if wanted.topics != own.topics {
        let topics: Vec<Id<Topic>> = wanted.topics.iter().copied().collect();
        set_own_topics(w.tx, by, &topics)?;
        changed = true;
    }
    if !changed {
        w.tx.silent("the form asked for nothing new");
    }
    Ok(changed)
}
