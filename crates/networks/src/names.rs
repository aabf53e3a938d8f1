//! Whose name and contact may be shown to whom, decided for a whole list at once.
//!
//! Every read of this crate gives names through here, and other slices do so as well: load once for all persons of a
//! page, then ask for each place. A name that may not be shown comes back as nothing, together with the number of the
//! person, which would let readers follow her from list to list.

use std::collections::{HashMap, HashSet};

use db::Conn;
use kernel::{Actor, Id, Result};
use people::{Person, PersonName, TitleForm};

use crate::{
    Consent, Field,
    rules::{Place, may_see_field, may_see_name_anywhere, may_see_name_in},
    store::consents::{list_persons_with_consents, list_places},
};

/// A person whose name the reader may see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    /// Her number, for links.
    pub id: Id<Person>,
    /// Her name.
    pub name: PersonName,
    /// The form in which titles of her posts are shown.
    pub form: TitleForm,
}

/// What the reader may see of a person's voluntary data.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contact {
    /// Her pronouns.
    pub pronouns: Option<String>,
    /// Her private address.
    pub private_mail: Option<String>,
    /// Her private telephone.
    pub private_phone: Option<String>,
    /// Whether her topics may be shown.
    pub topics: bool,
}

struct Known {
    who: Who,
    order: usize,
    pronouns: Option<String>,
    private_mail: Option<String>,
    private_phone: Option<String>,
    consents: Vec<Consent>,
    places: Vec<Place>,
}

/// The names and consents of some persons, for one reader.
pub struct Names<'a> {
    actor: &'a Actor,
    known: HashMap<Id<Person>, Known>,
}

impl<'a> Names<'a> {
    /// Loads what [`Names::in_place`] and the fields need: one statement, none without persons.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(conn: &Conn, actor: &'a Actor, persons: impl IntoIterator<Item = Id<Person>>) -> Result<Self> {
        let ids = distinct(persons);
        let mut known: HashMap<Id<Person>, Known> = HashMap::with_capacity(ids.len());
        if ids.is_empty() {
            return Ok(Self { actor, known });
        }
        for (order, row) in list_persons_with_consents(conn, &ids)?.into_iter().enumerate() {
            let entry = known.entry(row.id).or_insert_with(|| Known {
                who: Who { id: row.id, name: row.name, form: row.form },
                order,
                pronouns: row.pronouns,
                private_mail: row.private_mail,
                private_phone: row.private_phone,
                consents: Vec::new(),
                places: Vec::new(),
            });
            entry.consents.extend(row.consent);
        }
        Ok(Self { actor, known })
    }

    /// Loads what [`Names::anywhere`] needs as well: at most one statement more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load_with_places(
        conn: &Conn,
        actor: &'a Actor,
        persons: impl IntoIterator<Item = Id<Person>>,
    ) -> Result<Self> {
        let ids = distinct(persons);
        let mut names = Self::load(conn, actor, ids.iter().copied())?;
        // Whose name she sees without any place needs none.
        let hidden: Vec<Id<Person>> = ids.into_iter().filter(|id| !names.openly(*id)).collect();
        if !hidden.is_empty() && !actor.sits.is_empty() {
            for (person, place) in list_places(conn, actor, &hidden, conn.today())? {
                if let Some(known) = names.known.get_mut(&person) {
                    known.places.push(place);
                }
            }
        }
        Ok(names)
    }

    /// The person where she is listed in that place, if the reader may see her name there.
    #[must_use]
    pub fn in_place(&self, person: Id<Person>, place: &Place) -> Option<Who> {
        let known = self.known.get(&person)?;
        may_see_name_in(self.actor, person, place, &known.consents).then(|| known.who.clone())
    }

    /// Whether [`Names::in_place`] gives the person.
    #[must_use]
    pub fn is_shown_in(&self, person: Id<Person>, place: &Place) -> bool {
        self.known.get(&person).is_some_and(|known| may_see_name_in(self.actor, person, place, &known.consents))
    }

    /// The person where no list shows her, if the reader may see her name at all. Needs
    /// [`Names::load_with_places`].
    #[must_use]
    pub fn anywhere(&self, person: Id<Person>) -> Option<Who> {
        let known = self.known.get(&person)?;
        may_see_name_anywhere(self.actor, person, &known.places, &known.consents).then(|| known.who.clone())
    }

    /// Whether the reader may see the name without belonging to a sensitive network: only then is she told where the
    /// person works. Consent within a sensitive network shows a name there and nothing else. Needs
    /// [`Names::load_with_places`].
    #[must_use]
    pub fn openly(&self, person: Id<Person>) -> bool {
        let Some(known) = self.known.get(&person) else { return false };
        let open: Vec<Place> = known.places.iter().filter(|p| !p.sensitive).copied().collect();
        may_see_name_anywhere(self.actor, person, &open, &known.consents)
    }

    /// The person where it is said that she belongs to a place: in a sensitive one as its list shows her, elsewhere also as she
    /// is known anywhere. That somebody belongs to a sensitive place is told by nothing else. Needs
    /// [`Names::load_with_places`].
    #[must_use]
    pub fn belonging(&self, person: Id<Person>, place: &Place) -> Option<Who> {
        self.in_place(person, place).or_else(|| if place.sensitive { None } else { self.anywhere(person) })
    }

    /// The person's place in the order of names among those loaded, for lists that show her name.
    #[must_use]
    pub fn order(&self, person: Id<Person>) -> usize {
        self.known.get(&person).map_or(usize::MAX, |k| k.order)
    }

    /// The form of titles the person chose: for a page that shows her name.
    #[must_use]
    pub fn form(&self, person: Id<Person>) -> Option<TitleForm> {
        self.known.get(&person).map(|k| k.who.form)
    }

    /// A value of that field, if the reader may see it.
    #[must_use]
    pub fn field(&self, person: Id<Person>, field: Field, value: Option<&str>) -> Option<String> {
        let known = self.known.get(&person)?;
        value.filter(|_| may_see_field(self.actor, person, field, &known.consents)).map(str::to_owned)
    }

    /// Everything voluntary the reader may see.
    #[must_use]
    pub fn contact(&self, person: Id<Person>) -> Contact {
        let Some(known) = self.known.get(&person) else { return Contact::default() };
        Contact {
            pronouns: self.field(person, Field::Pronouns, known.pronouns.as_deref()),
            private_mail: self.field(person, Field::PrivateMail, known.private_mail.as_deref()),
            private_phone: self.field(person, Field::PrivatePhone, known.private_phone.as_deref()),
            topics: may_see_field(self.actor, person, Field::Topics, &known.consents),
        }
    }
}

fn distinct(persons: impl IntoIterator<Item = Id<Person>>) -> Vec<Id<Person>> {
    let unique: HashSet<Id<Person>> = persons.into_iter().collect();
    let mut ids: Vec<Id<Person>> = unique.into_iter().collect();
    ids.sort_unstable();
    ids
}
