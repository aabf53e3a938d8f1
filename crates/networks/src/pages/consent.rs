//! `/konto/freigaben`: for each field who may see it, what that means now, and one's own topics.

use std::collections::BTreeSet;

use askama::Template;
use kernel::{Error, Id, Lang, Problem, Reason, Result};
use people::{Mode, Person};
use web::{Answer, FormView, Page, Reading, Writing};

use crate::{
    Audience, Body, Consent, Field, Topic, give_consent,
    paths::{ConsentPage, PersonPage},
    set_own_topics,
    store::{bodies::list_bodies_by_id, consents::list_consents, topics},
    withdraw_consent,
    words::T,
};

/// The name of the boxes with one's own topics.
const TOPICS: &str = "themen";
/// The name under which a button withdraws.
const WITHDRAW: &str = "zurueck";
/// Withdraws everything.
const ALL: &str = "alles";

/// Some people something can be released to.
struct Circle {
    audience: Audience,
    body: Option<Id<Body>>,
    /// What boxes carry as value.
    key: String,
    label: String,
    sensitive: bool,
}

impl Circle {
    fn is(&self, consent: &Consent) -> bool {
        self.audience == consent.audience && self.body == consent.body
    }
}

/// Everything the page is made of.
struct Own {
    person: Person,
    office_mail: Option<String>,
    office_phone: Option<String>,
    consents: Vec<Consent>,
    circles: Vec<Circle>,
    all_topics: Vec<Topic>,
    topics: BTreeSet<Id<Topic>>,
}

impl Own {
    fn load(r: &Reading<'_>) -> Result<Self> {
        let (v, conn) = (r.viewer, r.conn);
        let me: Id<Person> = v.actor.person.map(Id::new).ok_or(Error::NotFound)?;
        let networks = v.actor.networks();
        let covered: BTreeSet<i64> = v.actor.sits.iter().filter(|s| networks.contains(&s.network)).map(|s| s.body).collect();
        // Bodies of networks she is no member of are circles of their own.
        let beside = v.actor.bodies().into_iter().filter(|b| !covered.contains(b));
        let ids: Vec<Id<Body>> = networks.iter().copied().chain(beside).map(Id::new).collect();
        let mut circles = circles_of_all(T(v.lang));
        for body in list_bodies_by_id(conn, &v.actor, &ids)? {
            circles.push(Circle { audience: Audience::Network, body: Some(body.id), key: body.id.to_string(), label: body.name_in(v.lang).to_owned(), sensitive: body.sensitive });
        }
        let held = people::list_tenures_of_person(conn, me)?;
        let now = || held.iter().filter(|h| h.term.contains(v.today) && h.mode != Mode::Deputy);
        let (office_mail, office_phone) = (now().find_map(|h| h.mail.clone()), now().find_map(|h| h.phone.clone()));
        let topics = topics::list_topics_of_persons(conn, &[me])?.into_iter().map(|(_, t)| t.id).collect();
        Ok(Self { person: people::find_person(conn, me)?, office_mail, office_phone, consents: list_consents(conn, me)?, circles, all_topics: topics::list_topics(conn)?, topics })
    }

    /// What would be seen: the value behind a field, if there is one.
    fn value(&self, lang: Lang, field: Field) -> Option<String> {
        let topics = || self.all_topics.iter().filter(|t| self.topics.contains(&t.id)).map(|t| topic_name(lang, t)).collect::<Vec<_>>();
        match field {
            Field::Name => Some(self.person.name().full()),
            Field::OfficeMail => self.office_mail.clone(),
            Field::OfficePhone => self.office_phone.clone(),
            Field::PrivateMail => self.person.private_mail.clone(),
            Field::PrivatePhone => self.person.private_phone.clone(),
            Field::Pronouns => self.person.pronouns.clone(),
            Field::Topics => Some(i18n::list_and(lang, &topics())).filter(|t| !t.is_empty()),
        }
    }

    /// Where a field can be released. In a network that is not sensitive, members see the name anyway.
    fn offered(&self, field: Field) -> impl Iterator<Item = &Circle> {
        self.circles.iter().filter(move |c| field != Field::Name || c.audience != Audience::Network || c.sensitive)
    }

    /// What those of a circle see, as words of the fields that have a value; nothing without the name.
    fn seen_by(&self, lang: Lang, circle: &Circle) -> Vec<&'static str> {
        let reaches = |c: &Consent| match circle.audience {
            Audience::Public => c.audience == Audience::Public,
            Audience::AllNetworks => c.audience != Audience::Network,
            Audience::Network => c.audience != Audience::Network || c.body == circle.body,
        };
        let released = |field: Field| self.consents.iter().any(|c| c.field == field && reaches(c));
        let named = match circle.audience {
            // Consent elsewhere says nothing in a sensitive network: only consent for that very one counts.
            Audience::Network if circle.sensitive => self.consents.iter().any(|c| c.field == Field::Name && circle.is(c)),
            Audience::Network => true,
            _ => released(Field::Name),
        };
        let seen = |field: &Field| if *field == Field::Name { named } else { released(*field) };
        let fields = if named { Field::ALL } else { &[] };
        fields.iter().filter(|f| seen(f) && self.value(lang, **f).is_some()).map(|f| field_word(T(lang), *f)).collect()
    }

    fn circle_word(&self, t: T, consent: &Consent) -> String {
        self.circles.iter().find(|c| c.is(consent)).map_or_else(|| t.consent_former().to_owned(), |c| c.label.clone())
    }

    /// The values of the form as things stand.
    fn form(&self, lang: Lang) -> FormView {
        let mut values: Vec<(&str, String)> = Vec::new();
        for consent in &self.consents {
            values.extend(self.circles.iter().filter(|c| c.is(consent)).map(|c| (consent.field.word(), c.key.clone())));
        }
        values.extend(self.topics.iter().map(|t| (TOPICS, t.to_string())));
        let pairs: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        FormView::new(lang, &pairs)
    }
}

fn circles_of_all(t: T) -> Vec<Circle> {
    let circle = |audience, key: &str, label: &str| Circle { audience, body: None, key: key.to_owned(), label: label.to_owned(), sensitive: false };
    vec![circle(Audience::Public, "oeffentlich", t.consent_option_public()), circle(Audience::AllNetworks, "alle", t.consent_option_all())]
}

fn topic_name(lang: Lang, topic: &Topic) -> String {
    if lang == Lang::En { topic.name_en.clone() } else { topic.name.clone() }
}

const fn field_word(t: T, field: Field) -> &'static str {
    match field {
        Field::Name => t.consent_field_name(),
        Field::OfficeMail => t.consent_field_office_mail(),
        Field::OfficePhone => t.consent_field_office_phone(),
        Field::PrivateMail => t.consent_field_private_mail(),
        Field::PrivatePhone => t.consent_field_private_phone(),
        Field::Pronouns => t.consent_field_pronouns(),
        Field::Topics => t.consent_field_topics(),
    }
}

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
    me: String,
    own_page: String,
    seen: Vec<Seen>,
    sensitive: String,
    given: Vec<Given>,
    fields: Vec<String>,
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
    let who = |c: &Circle| match c.audience {
        Audience::Public => t.consent_seen_public().to_owned(),
        Audience::AllNetworks => t.consent_seen_all().to_owned(),
        Audience::Network => t.consent_seen_network(&c.label),
    };
    let what = |words: Vec<&str>| if words.is_empty() { t.consent_seen_nothing().to_owned() } else { i18n::list_and(lang, &words) };
    let given = own.consents.iter().map(|c| Given { id: c.id.to_string(), what: t.consent_for(field_word(t, c.field), own.circle_word(t, c)) });
    let kept: Vec<&str> = own.circles.iter().filter(|c| c.sensitive).map(|c| c.label.as_str()).collect();
    let sensitive = match kept.len() {
        0 => String::new(),
        1 => t.consent_sensitive(kept.join("")),
        _ => t.consent_sensitive_several(i18n::list_and(lang, &kept)),
    };
    let options = own.all_topics.iter().map(|topic| (topic.id.to_string(), topic_name(lang, topic))).collect();
    let shown = Shown {
        t,
        crumbs: web::crumbs(lang, &[(t.consent_account(), r.viewer.link(&"/konto"))]),
        summary: form.summary(),
        once: form.once(),
        me: own.person.name().full(),
        own_page: r.viewer.link(&PersonPage { person: own.person.id }),
        seen: own.circles.iter().map(|c| Seen { who: who(c), what: what(own.seen_by(lang, c)) }).collect(),
        sensitive,
        given: given.collect(),
        fields: Field::ALL.iter().map(|f| fieldset(own, form, lang, *f)).collect::<Result<_>>()?,
        topics: form.boxes(TOPICS, t.consent_own_topics(), options).hint(t.consent_own_topics_hint()).render().map_err(Error::internal)?,
        all: ALL,
    };
    let page = Page::new(t.consent_title()).nav("account");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
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
    let hint = if field == Field::Name { format!("{value} {}", t.consent_hint_name()) } else { value };
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
    let chosen: Vec<Id<Consent>> = own.consents.iter().filter(|c| pressed == ALL || pressed == c.id.to_string()).map(|c| c.id).collect();
    for id in &chosen {
        withdraw_consent(w.tx, &w.viewer.actor, *id)?;
    }
    if chosen.is_empty() {
        // Withdrawn in another window already.
        w.tx.silent("nothing was there to withdraw");
    }
    Ok(!chosen.is_empty())
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
                None => refuse(field.word(), "Sie können nur für Netzwerke freigeben, denen Sie angehören. Bitte wählen Sie neu.", "You can release this only to networks you belong to. Please choose again."),
            }
        }
    }
    for key in w.ask.every(TOPICS) {
        match own.all_topics.iter().find(|t| t.id.to_string() == key) {
            Some(topic) => drop(found.topics.insert(topic.id)),
            None => refuse(TOPICS, "Dieses Thema gibt es nicht. Bitte wählen Sie neu.", "There is no such topic. Please choose again."),
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

#[cfg(test)]
mod tests {
    use people::TitleForm;

    use super::*;

    fn own(consents: &[(Field, Audience, Option<i64>)]) -> Own {
        let person = Person {
            id: Id::new(7), given: "Ayla".into(), family: "Beispiel".into(), title: None, pronouns: None, title_form: TitleForm::Neutral,
            private_mail: Some("ayla@example.org".into()), private_phone: None, version: 1, erased: false,
        };
        let mut circles = circles_of_all(T(Lang::De));
        for (id, sensitive) in [(10, false), (20, true)] {
            circles.push(Circle { audience: Audience::Network, body: Some(Id::new(id)), key: id.to_string(), label: id.to_string(), sensitive });
        }
        let consents = consents.iter().enumerate().map(|(n, (field, audience, body))| Consent {
            id: Id::new(i64::try_from(n).unwrap() + 1), person: person.id, field: *field, audience: *audience, body: body.map(Id::new),
        });
        Own { consents: consents.collect(), person, office_mail: None, office_phone: None, circles, all_topics: vec![], topics: BTreeSet::new() }
    }

    fn seen(own: &Own) -> Vec<usize> {
        own.circles.iter().map(|c| own.seen_by(Lang::De, c).len()).collect()
    }

    #[test]
    fn without_consent_only_fellow_members_of_open_networks_see_the_name() {
        assert_eq!(seen(&own(&[])), [0, 0, 1, 0]);
    }

    #[test]
    fn public_consent_reaches_everybody_but_the_sensitive_network() {
        assert_eq!(seen(&own(&[(Field::Name, Audience::Public, None)])), [1, 1, 1, 0]);
        assert_eq!(seen(&own(&[(Field::Name, Audience::Network, Some(20))])), [0, 0, 1, 1]);
    }

    #[test]
    fn contact_without_a_name_is_seen_by_nobody() {
        assert_eq!(seen(&own(&[(Field::PrivateMail, Audience::Public, None)])), [0, 0, 2, 0]);
        assert_eq!(seen(&own(&[(Field::PrivatePhone, Audience::Network, Some(10))])), [0, 0, 1, 0], "there is no number to see");
    }
}
