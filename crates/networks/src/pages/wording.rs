//! The words of seats, offices, bodies and organisations in the language of the reader.

use std::collections::HashMap;

use kernel::{Id, Lang, Office, Voice};
use people::OrganisationKind;

use crate::{BodyKind, Capacity, Reach, Seat, SeatKind, store::overview::HeldSeat, words::T};

/// The word for an office.
#[must_use]
pub const fn office_word(t: T, office: Office) -> &'static str {
    match office {
        Office::Chair => t.office_chair(),
        Office::DeputyChair => t.office_deputy_chair(),
        Office::Speaker => t.office_speaker(),
        Office::Secretary => t.office_secretary(),
        Office::Treasurer => t.office_treasurer(),
        Office::Assessor => t.office_assessor(),
        Office::Secretariat => t.office_secretariat(),
        Office::NetworkAdmin => t.office_network_admin(),
        Office::Host => t.office_host(),
        Office::Rapporteur => t.office_rapporteur(),
    }
}

/// The word for what a seat lets its holder do.
#[must_use]
pub const fn voice_word(t: T, voice: Voice) -> &'static str {
    match voice {
        Voice::Voting => t.voice_voting(),
        Voice::Advisory => t.voice_advisory(),
        Voice::Observer => t.voice_observer(),
        Voice::Guest => t.voice_guest(),
        Voice::Office => t.voice_office(),
    }
}

/// To what a seat belongs. `of` names who sends or the territory, where the page knows it.
#[must_use]
pub fn seat_kind_word(t: T, kind: SeatKind, of: Option<&str>) -> String {
    match (kind, of) {
        (SeatKind::Delegated, Some(body)) => t.seat_delegated_by(body),
        (SeatKind::Territory, Some(territory)) => t.seat_territory_of(territory),
        (SeatKind::Post, _) => t.seat_post().to_owned(),
        (SeatKind::Organisation, _) => t.seat_organisation().to_owned(),
        (SeatKind::Territory, None) => t.seat_territory().to_owned(),
        (SeatKind::Elected, _) => t.seat_elected().to_owned(),
        (SeatKind::Delegated, None) => t.seat_delegated().to_owned(),
        (SeatKind::ExOfficio, _) => t.seat_ex_officio().to_owned(),
        (SeatKind::Personal, _) => t.seat_personal().to_owned(),
        (SeatKind::Guest, _) => t.seat_guest().to_owned(),
    }
}

/// What somebody is on a seat: the office, else the sort of member.
#[must_use]
pub const fn role_word(t: T, kind: SeatKind, voice: Voice, office: Option<Office>) -> &'static str {
    match (office, voice, kind) {
        (Some(office), _, _) => office_word(t, office),
        (None, Voice::Guest, _) => t.role_guest(),
        (None, Voice::Observer, _) => t.role_observer(),
        (None, Voice::Advisory, _) => t.role_advisory(),
        (None, _, SeatKind::Elected) => t.role_member_elected(),
        (None, _, SeatKind::Delegated) => t.role_member_delegated(),
        (None, _, SeatKind::ExOfficio) => t.role_member_ex_officio(),
        (None, _, _) => t.role_member(),
    }
}

/// The same where it stands alone, as a title or after a colon. Nothing beside it says to what the seat belongs, so a seat of a
/// post is told.
#[must_use]
pub fn role_alone(lang: Lang, kind: SeatKind, voice: Voice, office: Option<Office>) -> String {
    let t = T(lang);
    let word = match (office, voice, kind) {
        (None, Voice::Voting | Voice::Office, SeatKind::Post) => t.role_member_post(),
        _ => role_word(t, kind, voice, office),
    };
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a seat is called on a page: its label, its office, else its number.
#[must_use]
pub fn seat_title(t: T, number: i64, label: Option<&str>, office: Option<Office>) -> String {
    match (label, office) {
        (Some(label), _) => label.to_owned(),
        (None, Some(office)) => office_word(t, office).to_owned(),
        (None, None) => t.seat_number(number),
    }
}

/// What the seats of one body are called: as [`seat_title`] says, with the number where several are called the same.
#[must_use]
pub fn seat_titles(t: T, seats: &[&HeldSeat]) -> HashMap<Id<Seat>, String> {
    let named: Vec<(Id<Seat>, i64, String)> =
        seats.iter().map(|s| (s.id, s.number, seat_title(t, s.number, s.label.as_deref(), s.office))).collect();
    let alike = |title: &str| named.iter().filter(|(_, _, other)| other == title).count() > 1;
    named
        .iter()
        .map(|(id, number, title)| {
            (*id, if alike(title) { format!("{title}, {}", t.seat_number(*number)) } else { title.clone() })
        })
        .collect()
}

/// In which way somebody sits, where that is more than sitting.
#[must_use]
pub const fn capacity_word(t: T, capacity: Capacity) -> Option<&'static str> {
    match capacity {
        Capacity::Acting => Some(t.capacity_acting()),
        Capacity::Deputy => Some(t.capacity_deputy()),
        Capacity::Representative => Some(t.capacity_representative()),
        Capacity::Substitute => Some(t.capacity_substitute()),
        _ => None,
    }
}

/// The word for a kind of body.
#[must_use]
pub const fn body_kind_word(t: T, kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Network => t.kind_network(),
        BodyKind::Assembly => t.kind_assembly(),
        BodyKind::Committee => t.kind_committee(),
        BodyKind::ProjectGroup => t.kind_project_group(),
        BodyKind::Conference => t.kind_conference(),
        BodyKind::Board => t.kind_board(),
        BodyKind::LeadTeam => t.kind_lead_team(),
        BodyKind::Outside => t.kind_outside(),
    }
}

/// The word for how far a network reaches.
#[must_use]
pub const fn reach_word(t: T, reach: Reach) -> &'static str {
    match reach {
        Reach::Region => t.reach_region(),
        Reach::Land => t.reach_land(),
        Reach::Federal => t.reach_federal(),
    }
}

/// In which way somebody sits, where that is more than sitting, for pages of others.
#[must_use]
pub const fn capacity_in(lang: Lang, capacity: Capacity) -> Option<&'static str> {
    capacity_word(T(lang), capacity)
}

/// How far a network reaches, for pages of others.
#[must_use]
pub const fn reach_in(lang: Lang, reach: Reach) -> &'static str {
    reach_word(T(lang), reach)
}

/// The word for a kind of organisation.
#[must_use]
pub const fn organisation_word(t: T, kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Municipality => t.organisation_municipality(),
        OrganisationKind::District => t.organisation_district(),
        OrganisationKind::Land => t.organisation_land(),
        OrganisationKind::Federal => t.organisation_federal(),
        OrganisationKind::Ministry => t.organisation_ministry(),
        OrganisationKind::Association => t.organisation_association(),
        OrganisationKind::Company => t.organisation_company(),
        OrganisationKind::Unit => t.organisation_unit(),
        OrganisationKind::Other => t.organisation_other(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_that_stands_alone_says_the_same_as_in_a_list_and_names_the_post() {
        let post = |lang| role_alone(lang, SeatKind::Post, Voice::Voting, None);
        assert_eq!(
            (post(Lang::De).as_str(), post(Lang::En).as_str()),
            ("Mitglied durch die Stelle", "Member through the post")
        );
        for (kind, voice, office, words) in [
            (SeatKind::Post, Voice::Voting, Some(Office::Chair), "Vorsitz"),
            (SeatKind::Post, Voice::Advisory, None, "Beratendes Mitglied"),
            (SeatKind::Delegated, Voice::Observer, None, "Beobachtendes Mitglied"),
            (SeatKind::Elected, Voice::Voting, None, "Gewähltes Mitglied"),
            (SeatKind::Organisation, Voice::Voting, None, "Mitglied"),
        ] {
            let alone = role_alone(Lang::De, kind, voice, office);
            assert_eq!(alone, words);
            assert_eq!(alone.to_lowercase(), role_word(T(Lang::De), kind, voice, office).to_lowercase());
        }
    }
}
