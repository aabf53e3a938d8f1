//! The yearly data check: what a link opens without sign-in, and what keepers see and decide.

pub mod address;
pub mod answer;
pub mod keep;

use crate::{ChangeKind, words::T};

/// What a proposal is about.
const fn kind_word(t: T, kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Given => t.check_given(),
        ChangeKind::Family => t.check_family(),
        ChangeKind::OwnMail => t.check_own_mail(),
        ChangeKind::Share => t.check_share(),
        ChangeKind::PostMail => t.check_post_mail(),
        ChangeKind::PostPhone => t.check_post_phone(),
        ChangeKind::Address => t.check_address(),
        ChangeKind::OrganisationMail => t.check_organisation_mail(),
        ChangeKind::OrganisationPhone => t.check_organisation_phone(),
        ChangeKind::Deputy => t.check_deputy(),
        ChangeKind::Left => t.check_left(),
        ChangeKind::Successor => t.check_successor(),
        ChangeKind::Note => t.check_note(),
    }
}
