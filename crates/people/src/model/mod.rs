//! What people are made of: territories, organisations, persons, posts, tenures, absences.

mod persons;
mod places;
mod posts;
mod words;

pub use persons::{NewPerson, OwnData, Person, PersonName};
pub use places::{
    FormerName, NewOrganisation, NewTerritory, Organisation, OrganisationEdit, Territory, TerritoryEdit, name_on,
};
pub use posts::{Absence, NewAbsence, NewPost, NewTenure, Post, PostEdit, PostTitles, Tenure};
pub use words::{Engagement, Grain, Mode, OrganisationKind, TerritoryLevel, TitleForm};
