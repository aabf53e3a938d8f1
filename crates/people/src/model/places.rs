//! Territories and organisations, and what things were called before.

use kernel::{Day, Id, Term};

use super::{OrganisationKind, TerritoryLevel};

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
    /// Counts changes; a save names the one it read.
    pub version: i64,
    /// What it became a part of.
    pub merged_into: Option<Id<Self>>,
}

/// What can be changed of a territory: everything that is asked for a new one, and its end. A name that was right until a day
/// changes by renaming.
#[derive(Clone, Debug)]
pub struct TerritoryEdit {
    /// What is asked for a new one.
    pub form: NewTerritory,
    /// First day after; [`Day::OPEN`] while it exists.
    pub until: Day,
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
        Self {
            kind,
            name: name.into(),
            parent: None,
            territory: None,
            mail: None,
            phone: None,
            address: None,
            website: None,
            purpose: None,
            from,
        }
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
