//! Organisations, territories, persons, posts, and who holds a post from when to when.
//!
//! A post exists while it is vacant; who holds it on a day is read from its tenures and never copied. Whether a
//! reader may see a person's name is decided in `networks`, which knows who shares a network with whom: the reads
//! here are for slices that have asked already.

mod actions;
mod intake;
mod model;
mod retention;
pub mod rules;
mod store;
mod words;

pub use actions::record_post_move;
pub use actions::{
    add_organisation, add_person, add_post, add_territories, add_territory, appoint, edit_organisation, edit_person,
    edit_post, end_organisation, end_tenure, keeps_register, note_absence, record_name, record_tenure,
    record_tenure_contact, record_tenure_end, record_tenure_goes_on, record_tenure_share, record_whole_name,
    rename_organisation, rename_post, withdraw_absence, withdraw_tenure,
};
pub use actions::{
    edit_territory, end_territory, keeps_territories, record_organisation_correction, record_post_correction,
    record_tenure_correction, rename_territory,
};
pub use intake::{is_changed, record_tenure_mail, remove};
pub use model::TerritoryEdit;
pub use model::{
    Absence, Engagement, FormerName, Grain, Mode, NewAbsence, NewOrganisation, NewPerson, NewPost, NewTenure,
    NewTerritory, Organisation, OrganisationEdit, OrganisationKind, OwnData, Person, PersonName, Post, PostEdit,
    PostTitles, Tenure, Territory, TerritoryLevel, TitleForm, name_on,
};
pub use retention::{erase_self, forget_past, forget_person};
pub use store::{
    find_organisation, find_person, find_post, find_tenure, find_territory, former_names_of_organisations,
    former_names_of_posts, list_absences, list_organisations, list_organisations_called, list_organisations_in,
    list_persons, list_posts, list_posts_of_organisation, list_posts_of_organisations, list_tenures_of_person,
    list_tenures_of_persons, list_tenures_of_post, list_tenures_of_posts, list_territories, list_territories_called,
    territory_by_ags,
};
pub use store::{former_names_of_territories, parts_of_territories};
