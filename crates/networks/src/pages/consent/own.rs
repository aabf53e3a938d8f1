//! What a person has released to whom, and what that means now.

use std::collections::BTreeSet;

use kernel::{Error, Id, Lang, Result};
use people::{Mode, Person};
use web::{FormView, Reading};

use super::TOPICS;
use crate::{
    Audience, Body, Consent, Field, Topic,
    store::{bodies::list_bodies_by_id, consents::list_consents, topics},
    words::T,
};

/// Some people something can be released to.
pub struct Circle {
    pub audience: Audience,
    pub body: Option<Id<Body>>,
    /// What boxes carry as value.
    pub key: String,
    pub label: String,
    pub sensitive: bool,
}

impl Circle {
    pub fn is(&self, consent: &Consent) -> bool {
        self.audience == consent.audience && self.body == consent.body
    }
}

/// Everything the page is made of.
pub struct Own {
    pub person: Person,
    pub office_mail: Option<String>,
    pub office_phone: Option<String>,
    pub consents: Vec<Consent>,
    pub circles: Vec<Circle>,
    pub all_topics: Vec<Topic>,
    pub topics: BTreeSet<Id<Topic>>,
}

impl Own {
    pub fn load(r: &Reading<'_>) -> Result<Self> {
        let (v, conn) = (r.viewer, r.conn);
        let me: Id<Person> = v.actor.person.map(Id::new).ok_or(Error::NotFound)?;
        let networks = v.actor.networks();
        let covered: BTreeSet<i64> =
            v.actor.sits.iter().filter(|s| networks.contains(&s.network)).map(|s| s.body).collect();
        // Bodies of networks she is no member of are circles of their own.
        let beside = v.actor.bodies().into_iter().filter(|b| !covered.contains(b));
        let ids: Vec<Id<Body>> = networks.iter().copied().chain(beside).map(Id::new).collect();
        let mut circles = circles_of_all(T(v.lang));
        for body in list_bodies_by_id(conn, &v.actor, &ids)? {
            circles.push(Circle {
                audience: Audience::Network,
                body: Some(body.id),
                key: body.id.to_string(),
                label: body.short().to_owned(),
                sensitive: body.sensitive,
            });
        }
        let held = people::list_tenures_of_person(conn, me)?;
        let now = || held.iter().filter(|h| h.term.contains(v.today) && h.mode != Mode::Deputy);
        let (office_mail, office_phone) = (now().find_map(|h| h.mail.clone()), now().find_map(|h| h.phone.clone()));
        let topics = topics::list_topics_of_persons(conn, &[me])?.into_iter().map(|(_, t)| t.id).collect();
        Ok(Self {
            person: people::find_person(conn, me)?,
            office_mail,
            office_phone,
            consents: list_consents(conn, me)?,
            circles,
            all_topics: topics::list_topics(conn)?,
            topics,
        })
    }

    /// What would be seen: the value behind a field, if there is one.
    pub fn value(&self, lang: Lang, field: Field) -> Option<String> {
        let topics = || {
            self.all_topics
                .iter()
                .filter(|t| self.topics.contains(&t.id))
                .map(|t| topic_name(lang, t))
                .collect::<Vec<_>>()
        };
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
    pub fn offered(&self, field: Field) -> impl Iterator<Item = &Circle> {
        self.circles.iter().filter(move |c| field != Field::Name || c.audience != Audience::Network || c.sensitive)
    }

    /// What those of a circle see, as words of the fields that have a value; nothing without the name.
    pub fn seen_by(&self, lang: Lang, circle: &Circle) -> Vec<&'static str> {
        let reaches = |c: &Consent| match circle.audience {
            Audience::Public => c.audience == Audience::Public,
            Audience::AllNetworks => c.audience != Audience::Network,
            Audience::Network => c.audience != Audience::Network || c.body == circle.body,
        };
        let released = |field: Field| self.consents.iter().any(|c| c.field == field && reaches(c));
        let named = match circle.audience {
            // Consent elsewhere says nothing in a sensitive network: only consent for that very one counts.
            Audience::Network if circle.sensitive => {
                self.consents.iter().any(|c| c.field == Field::Name && circle.is(c))
            }
            Audience::Network => true,
            _ => released(Field::Name),
        };
        let seen = |field: &Field| if *field == Field::Name { named } else { released(*field) };
        let fields = if named { Field::ALL } else { &[] };
        fields.iter().filter(|f| seen(f) && self.value(lang, **f).is_some()).map(|f| field_word(T(lang), *f)).collect()
    }

    pub fn circle_word(&self, t: T, consent: &Consent) -> String {
        self.circles.iter().find(|c| c.is(consent)).map_or_else(|| t.consent_former().to_owned(), |c| c.label.clone())
    }

    /// The values of the form as things stand.
    pub fn form(&self, lang: Lang) -> FormView {
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
    let circle = |audience, key: &str, label: &str| Circle {
        audience,
        body: None,
        key: key.to_owned(),
        label: label.to_owned(),
        sensitive: false,
    };
    vec![
        circle(Audience::Public, "oeffentlich", t.consent_option_public()),
        circle(Audience::AllNetworks, "alle", t.consent_option_all()),
    ]
}

pub fn topic_name(lang: Lang, topic: &Topic) -> String {
    if lang == Lang::En { topic.name_en.clone() } else { topic.name.clone() }
}

pub const fn field_word(t: T, field: Field) -> &'static str {
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

#[cfg(test)]
mod tests {
    use people::TitleForm;

    use super::*;

    fn own(consents: &[(Field, Audience, Option<i64>)]) -> Own {
        let person = Person {
            id: Id::new(7),
            given: "Ayla".into(),
            family: "Beispiel".into(),
            title: None,
            pronouns: None,
            title_form: TitleForm::Neutral,
            private_mail: Some("ayla@example.org".into()),
            private_phone: None,
            version: 1,
            erased: false,
        };
        let mut circles = circles_of_all(T(Lang::De));
        for (id, sensitive) in [(10, false), (20, true)] {
            circles.push(Circle {
                audience: Audience::Network,
                body: Some(Id::new(id)),
                key: id.to_string(),
                label: id.to_string(),
                sensitive,
            });
        }
        let consents = consents.iter().enumerate().map(|(n, (field, audience, body))| Consent {
            id: Id::new(i64::try_from(n).unwrap() + 1),
            person: person.id,
            field: *field,
            audience: *audience,
            body: body.map(Id::new),
        });
        Own {
            consents: consents.collect(),
            person,
            office_mail: None,
            office_phone: None,
            circles,
            all_topics: vec![],
            topics: BTreeSet::new(),
        }
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
        assert_eq!(
            seen(&own(&[(Field::PrivatePhone, Audience::Network, Some(10))])),
            [0, 0, 1, 0],
            "there is no number to see"
        );
    }
}
