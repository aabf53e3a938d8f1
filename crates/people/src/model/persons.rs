//! Persons.

use kernel::Id;

use super::TitleForm;

/// A person. Official contact hangs on tenures and posts; what stands here is private.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Her number.
    pub id: Id<Self>,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Academic title.
    pub title: Option<String>,
    /// Pronouns, as she writes them.
    pub pronouns: Option<String>,
    /// The form in which titles of her posts are shown.
    pub title_form: TitleForm,
    /// Private address.
    pub private_mail: Option<String>,
    /// Private telephone.
    pub private_phone: Option<String>,
    /// Counts changes.
    pub version: i64,
    /// Whether her data were erased; then only records of office remain.
    pub erased: bool,
}

/// The name of a person as far as it may be shown; see `networks::names`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonName {
    /// Academic title.
    pub title: Option<String>,
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
}

impl PersonName {
    /// `Dr. Maria Muster`.
    #[must_use]
    pub fn full(&self) -> String {
        let title = self.title.as_deref().map(|t| format!("{t} ")).unwrap_or_default();
        format!("{title}{} {}", self.given, self.family)
    }
    /// `Muster, Dr. Maria`, for lists in order of the alphabet.
    #[must_use]
    pub fn listed(&self) -> String {
        let title = self.title.as_deref().map(|t| format!("{t} ")).unwrap_or_default();
        format!("{}, {title}{}", self.family, self.given)
    }
}

impl Person {
    /// Her name.
    #[must_use]
    pub fn name(&self) -> PersonName {
        PersonName { title: self.title.clone(), given: self.given.clone(), family: self.family.clone() }
    }
}

/// What is asked for a new person.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Academic title.
    pub title: Option<String>,
    /// The form in which titles of her posts are shown.
    pub title_form: TitleForm,
}

impl NewPerson {
    /// A person by name alone.
    pub fn new(given: impl Into<String>, family: impl Into<String>) -> Self {
        Self { given: given.into(), family: family.into(), title: None, title_form: TitleForm::Neutral }
    }
}

/// What a person says about herself.
#[derive(Clone, Debug)]
pub struct OwnData {
    /// Given name.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Academic title.
    pub title: Option<String>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// The form in which titles of her posts are shown.
    pub title_form: TitleForm,
    /// Private address.
    pub private_mail: Option<String>,
    /// Private telephone.
    pub private_phone: Option<String>,
}

impl From<&Person> for OwnData {
    fn from(person: &Person) -> Self {
        Self {
            given: person.given.clone(),
            family: person.family.clone(),
            title: person.title.clone(),
            pronouns: person.pronouns.clone(),
            title_form: person.title_form,
            private_mail: person.private_mail.clone(),
            private_phone: person.private_phone.clone(),
        }
    }
}
