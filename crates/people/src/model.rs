//! What people are made of: territories, organisations, persons, posts, tenures, absences.

use kernel::{Day, Id, Term};

use crate::stored_words;

stored_words! {
    /// The tier a territory belongs to.
    pub enum TerritoryLevel {
        /// Bund.
        Federal = "federal",
        /// Land.
        Land = "land",
        /// Regierungsbezirk, or a region without official key.
        Region = "region",
        /// Kreis, StädteRegion.
        District = "district",
        /// Stadt, Gemeinde.
        Municipality = "municipality",
    }
}

stored_words! {
    /// What sort of organisation it is.
    pub enum OrganisationKind {
        /// Stadt, Gemeinde.
        Municipality = "municipality",
        /// Kreis, StädteRegion, Landschaftsverband.
        District = "district",
        /// A Land as administration.
        Land = "land",
        /// The federation as administration.
        Federal = "federal",
        /// Ministerium.
        Ministry = "ministry",
        /// Verein, Verband, Initiative, Kirche.
        Association = "association",
        /// Betrieb, Kammer.
        Company = "company",
        /// A unit within another organisation, such as a Gleichstellungsstelle.
        Unit = "unit",
        /// Anything else.
        Other = "other",
    }
}

impl OrganisationKind {
    /// Whether it is part of public administration, whose existence is no secret.
    #[must_use]
    pub const fn is_public_body(self) -> bool {
        matches!(self, Self::Municipality | Self::District | Self::Land | Self::Federal | Self::Ministry)
    }
}

stored_words! {
    /// How a post is exercised (§ 5 GO NRW, § 15 LGG NRW).
    pub enum Engagement {
        /// Hauptamtlich.
        FullTime = "full_time",
        /// Nebenamtlich.
        Secondary = "secondary",
        /// Ehrenamtlich.
        Honorary = "honorary",
    }
}

stored_words! {
    /// In which way a person is with a post.
    pub enum Mode {
        /// Holds it.
        Holder = "holder",
        /// Holds it provisionally.
        Acting = "acting",
        /// Deputises for whoever holds it.
        Deputy = "deputy",
    }
}

stored_words! {
    /// How exact a stored day is: „Vorsitz seit 2023" is stored as 1 January 2023 with [`Grain::Year`].
    pub enum Grain {
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// To the year.
        Year = "year",
    }
}

stored_words! {
    /// The form of a title its holder chose for herself.
    pub enum TitleForm {
        /// Beauftragte.
        Female = "female",
        /// Beauftragter.
        Male = "male",
        /// The post's own, neutral title.
        Neutral = "neutral",
    }
}

/// A territory, with its official key (Amtlicher Gemeindeschlüssel) where it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Territory {
    /// Its number.
    pub id: Id<Self>,
    /// The official key: Land 2, Regierungsbezirk 3, Kreis 5, Gemeinde 8 digits.
    pub ags: Option<String>,
    /// Its tier.
    pub level: TerritoryLevel,
    /// Its name.
    pub name: String,
    /// What it lies in.
    pub parent: Option<Id<Self>>,
    /// How long it has existed.
    pub term: Term,
}

/// What is asked for a new territory.
#[derive(Clone, Debug)]
pub struct NewTerritory {
    /// The official key. Its first digits find the parent when `parent` is not given.
    pub ags: Option<String>,
    /// Its tier.
    pub level: TerritoryLevel,
    /// Its name.
    pub name: String,
    /// What it lies in.
    pub parent: Option<Id<Territory>>,
    /// Since when it has existed.
    pub from: Day,
}

/// An organisation: what holds posts, sends representatives and belongs to networks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    /// Its number.
    pub id: Id<Self>,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// Today's name.
    pub name: String,
    /// The organisation it is a part of.
    pub parent: Option<Id<Self>>,
    /// Its territory.
    pub territory: Option<Id<Territory>>,
    /// What it was merged into.
    pub merged_into: Option<Id<Self>>,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone of the office.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Its own pages.
    pub website: Option<String>,
    /// What it is for, in a sentence or two.
    pub purpose: Option<String>,
    /// Counts changes; a save names the one it read.
    pub version: i64,
    /// How long it has existed.
    pub term: Term,
}

/// What is asked for a new organisation.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// What sort it is.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// The organisation it is a part of.
    pub parent: Option<Id<Organisation>>,
    /// Its territory.
    pub territory: Option<Id<Territory>>,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone of the office.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Its own pages.
    pub website: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// Since when it has existed.
    pub from: Day,
}

impl NewOrganisation {
    /// An organisation of that kind and name since a day, everything else left open.
    pub fn new(kind: OrganisationKind, name: impl Into<String>, from: Day) -> Self {
        Self { kind, name: name.into(), parent: None, territory: None, mail: None, phone: None, address: None, website: None, purpose: None, from }
    }
}

/// What can be changed of an organisation; its name changes by renaming.
#[derive(Clone, Debug, Default)]
pub struct OrganisationEdit {
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone of the office.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Its own pages.
    pub website: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
}

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

/// The title of a post: the neutral form and what a holder may choose instead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PostTitles {
    /// `Gleichstellungsbeauftragung`, or whatever the town calls it; always there.
    pub neutral: String,
    /// `Gleichstellungsbeauftragte`.
    pub female: Option<String>,
    /// `Gleichstellungsbeauftragter`.
    pub male: Option<String>,
}

impl PostTitles {
    /// A title with the forms a holder may choose.
    pub fn new(neutral: impl Into<String>, female: Option<&str>, male: Option<&str>) -> Self {
        Self { neutral: neutral.into(), female: female.map(str::to_owned), male: male.map(str::to_owned) }
    }
    /// The title in the form a holder chose; the neutral one where that form is not given.
    #[must_use]
    pub fn in_form(&self, form: TitleForm) -> &str {
        let chosen = match form {
            TitleForm::Female => self.female.as_deref(),
            TitleForm::Male => self.male.as_deref(),
            TitleForm::Neutral => None,
        };
        chosen.unwrap_or(&self.neutral)
    }
}

/// A post: exists while it is vacant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    /// Its number.
    pub id: Id<Self>,
    /// The organisation it belongs to.
    pub organisation: Id<Organisation>,
    /// The territory it is responsible for, where that differs from the organisation's.
    pub territory: Option<Id<Territory>>,
    /// Its title.
    pub titles: PostTitles,
    /// The statute it rests on, `§ 5 GO NRW`.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Counts changes.
    pub version: i64,
    /// How long it has existed.
    pub term: Term,
}

/// What is asked for a new post.
#[derive(Clone, Debug)]
pub struct NewPost {
    /// The organisation it belongs to.
    pub organisation: Id<Organisation>,
    /// The territory it is responsible for, where that differs from the organisation's.
    pub territory: Option<Id<Territory>>,
    /// Its title.
    pub titles: PostTitles,
    /// The statute it rests on.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Since when it has existed.
    pub from: Day,
}

impl NewPost {
    /// A full-time post of that title since a day, everything else left open.
    #[must_use]
    pub const fn new(organisation: Id<Organisation>, titles: PostTitles, from: Day) -> Self {
        Self { organisation, territory: None, titles, legal_basis: None, engagement: Engagement::FullTime, mail: None, phone: None, from }
    }
}

/// What can be changed of a post; its title changes by renaming.
#[derive(Clone, Debug)]
pub struct PostEdit {
    /// The statute it rests on.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// Who is with a post from when to when. Several at once make a shared post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tenure {
    /// Its number.
    pub id: Id<Self>,
    /// The post.
    pub post: Id<Post>,
    /// The person.
    pub person: Id<Person>,
    /// In which way.
    pub mode: Mode,
    /// Order among several of the same mode, from 1.
    pub rank: i64,
    /// Share of a full post, 1 to 100.
    pub share_percent: i64,
    /// Her own official address.
    pub mail: Option<String>,
    /// Her own official telephone.
    pub phone: Option<String>,
    /// File reference of the appointment.
    pub file_reference: Option<String>,
    /// How exact the days are.
    pub grain: Grain,
    /// From when to when.
    pub term: Term,
}

/// What is asked for an appointment.
#[derive(Clone, Debug)]
pub struct NewTenure {
    /// The post.
    pub post: Id<Post>,
    /// The person.
    pub person: Id<Person>,
    /// In which way.
    pub mode: Mode,
    /// Order among several of the same mode, from 1.
    pub rank: i64,
    /// Share of a full post, 1 to 100.
    pub share_percent: i64,
    /// Her own official address.
    pub mail: Option<String>,
    /// Her own official telephone.
    pub phone: Option<String>,
    /// File reference of the appointment.
    pub file_reference: Option<String>,
    /// How exact the days are.
    pub grain: Grain,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl NewTenure {
    /// The person holds the whole post from a day on.
    #[must_use]
    pub const fn holder(post: Id<Post>, person: Id<Person>, from: Day) -> Self {
        Self { post, person, mode: Mode::Holder, rank: 1, share_percent: 100, mail: None, phone: None, file_reference: None, grain: Grain::Day, from, until: Day::OPEN }
    }
    /// The person deputises from a day on.
    #[must_use]
    pub fn deputy(post: Id<Post>, person: Id<Person>, from: Day) -> Self {
        Self { mode: Mode::Deputy, ..Self::holder(post, person, from) }
    }
    /// Until the given day, which no longer belongs to it.
    #[must_use]
    pub fn until(mut self, until: Day) -> Self {
        self.until = until;
        self
    }
}

/// When somebody is away and must be stood in for. Has no reason: a reason would be health data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Absence {
    /// Its number.
    pub id: Id<Self>,
    /// Who is away.
    pub person: Id<Person>,
    /// Only from this tenure; from everything when empty.
    pub tenure: Option<Id<Tenure>>,
    /// From when to when.
    pub term: Term,
}

/// What is asked for an absence.
#[derive(Clone, Debug)]
pub struct NewAbsence {
    /// Who is away.
    pub person: Id<Person>,
    /// Only from this tenure; from everything when empty.
    pub tenure: Option<Id<Tenure>>,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when not known.
    pub until: Day,
}

/// What something was called before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormerName {
    /// The thing's number.
    pub of: i64,
    /// The name.
    pub name: String,
    /// From when to when it had that name.
    pub term: Term,
}

/// The name something had on a day, for views of an earlier day.
#[must_use]
pub fn name_on<'a>(current: &'a str, former: &'a [FormerName], of: i64, day: Day) -> &'a str {
    former.iter().find(|f| f.of == of && f.term.contains(day)).map_or(current, |f| f.name.as_str())
}
