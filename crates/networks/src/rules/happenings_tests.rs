//! Every cell of the table: eight happenings, five kinds of seat, and what a seat's rules override.

use super::*;

macro_rules! cells {
    ($($name:ident: $happening:ident, $kind:ident, $rules:expr => $outcome:expr;)+) => {
        $(#[test] fn $name() {
            assert_eq!(what_happens(Happening::$happening, SeatKind::$kind, &$rules), $outcome);
        })+
        const TRIED: &[(Happening, SeatKind)] = &[$((Happening::$happening, SeatKind::$kind)),+];
    };
}

cells! {
    leaving_the_post_a_post_seat_passes_on: LeavesPost, Post, SeatRules::default() => Outcome::Passes;
    leaving_the_post_an_elected_mandate_stays_where_nothing_is_asked: LeavesPost, Elected, SeatRules::default() => Outcome::Stays;
    leaving_the_post_an_elected_mandate_ends_where_the_post_made_her_eligible: LeavesPost, Elected, SeatRules { eligibility: Eligibility::Post, ..SeatRules::default() } => Outcome::Ends(Next::ByElection);
    leaving_the_post_an_elected_mandate_ends_and_the_list_moves_up: LeavesPost, Elected, SeatRules { eligibility: Eligibility::Post, has_list: true, ..SeatRules::default() } => Outcome::Ends(Next::MoveUp);
    leaving_the_post_a_delegated_seat_ends_with_the_senders_eligibility: LeavesPost, Delegated, SeatRules { eligibility: Eligibility::Seat, ..SeatRules::default() } => Outcome::Ends(Next::SenderNominates);
    leaving_the_post_a_delegated_seat_ends_where_the_post_is_asked: LeavesPost, Delegated, SeatRules { eligibility: Eligibility::Post, has_substitute: true, ..SeatRules::default() } => Outcome::Ends(Next::SenderNominates);
    leaving_the_post_a_delegated_seat_stays_where_nothing_is_asked: LeavesPost, Delegated, SeatRules::default() => Outcome::Stays;
    leaving_the_post_an_organisation_seat_is_named_anew: LeavesPost, Organisation, SeatRules::default() => Outcome::NamesAnew;
    leaving_the_post_an_ex_officio_seat_follows_its_source: LeavesPost, ExOfficio, SeatRules::default() => Outcome::Follows;
    long_absence_of_a_post_seat_the_deputy_acts: LongAbsence, Post, SeatRules::default() => Outcome::StoodIn(Meanwhile::Deputy);
    long_absence_pauses_an_elected_mandate_without_substitute: LongAbsence, Elected, SeatRules::default() => Outcome::StoodIn(Meanwhile::Nobody);
    long_absence_of_an_elected_mandate_the_substitute_acts: LongAbsence, Elected, SeatRules { has_substitute: true, ..SeatRules::default() } => Outcome::StoodIn(Meanwhile::Substitute);
    long_absence_of_a_delegate_the_substitute_acts: LongAbsence, Delegated, SeatRules { has_substitute: true, ..SeatRules::default() } => Outcome::StoodIn(Meanwhile::Substitute);
    long_absence_of_a_delegate_without_substitute_nobody_acts: LongAbsence, Delegated, SeatRules::default() => Outcome::StoodIn(Meanwhile::Nobody);
    long_absence_of_a_representative_the_second_contact_acts: LongAbsence, Organisation, SeatRules { has_substitute: true, ..SeatRules::default() } => Outcome::StoodIn(Meanwhile::SecondContact);
    long_absence_of_a_representative_without_second_contact_nobody_acts: LongAbsence, Organisation, SeatRules::default() => Outcome::StoodIn(Meanwhile::Nobody);
    long_absence_ex_officio_the_deputy_of_the_source_acts: LongAbsence, ExOfficio, SeatRules::default() => Outcome::StoodIn(Meanwhile::SourceDeputy);
    nobody_resigns_from_a_post_seat_without_leaving_the_post: Resignation, Post, SeatRules::default() => Outcome::NotPossible;
    resignation_from_an_elected_mandate_calls_for_a_by_election: Resignation, Elected, SeatRules::default() => Outcome::Ends(Next::ByElection);
    resignation_from_an_elected_mandate_the_list_moves_up: Resignation, Elected, SeatRules { has_list: true, ..SeatRules::default() } => Outcome::Ends(Next::MoveUp);
    resignation_of_a_delegate_the_sender_nominates: Resignation, Delegated, SeatRules::default() => Outcome::Ends(Next::SenderNominates);
    resignation_of_a_representative_the_organisation_names_anew: Resignation, Organisation, SeatRules::default() => Outcome::NamesAnew;
    nobody_resigns_from_an_ex_officio_seat_alone: Resignation, ExOfficio, SeatRules::default() => Outcome::NotPossible;
    a_vacant_post_leaves_its_seat_empty: PostVacant, Post, SeatRules::default() => Outcome::Empty;
    a_vacant_post_says_nothing_about_an_elected_mandate: PostVacant, Elected, SeatRules { eligibility: Eligibility::Post, ..SeatRules::default() } => Outcome::NotApplicable;
    a_vacant_post_with_a_delegated_seat_the_sender_is_told: PostVacant, Delegated, SeatRules::default() => Outcome::SenderTold;
    a_vacant_post_says_nothing_about_an_organisation_seat: PostVacant, Organisation, SeatRules::default() => Outcome::NotApplicable;
    a_vacant_source_leaves_the_ex_officio_seat_empty: PostVacant, ExOfficio, SeatRules::default() => Outcome::Empty;
    a_leaving_organisation_says_nothing_about_a_post_seat: MemberLeaves, Post, SeatRules::default() => Outcome::NotApplicable;
    a_leaving_territory_ends_its_post_seat: MemberLeaves, Post, SeatRules { by_territory: true, ..SeatRules::default() } => Outcome::Ends(Next::Nobody);
    a_leaving_organisation_leaves_an_elected_mandate_where_it_was_not_the_basis: MemberLeaves, Elected, SeatRules::default() => Outcome::Stays;
    a_leaving_organisation_ends_an_elected_mandate_it_was_the_basis_of: MemberLeaves, Elected, SeatRules { eligibility: Eligibility::Organisation, ..SeatRules::default() } => Outcome::Ends(Next::ByElection);
    a_leaving_territory_ends_an_elected_mandate_and_the_list_moves_up: MemberLeaves, Elected, SeatRules { eligibility: Eligibility::Territory, has_list: true, ..SeatRules::default() } => Outcome::Ends(Next::MoveUp);
    a_leaving_member_ends_a_delegated_seat: MemberLeaves, Delegated, SeatRules::default() => Outcome::Ends(Next::SenderNominates);
    a_leaving_organisation_ends_its_own_seat: MemberLeaves, Organisation, SeatRules::default() => Outcome::Ends(Next::Nobody);
    a_leaving_member_ends_an_ex_officio_seat: MemberLeaves, ExOfficio, SeatRules::default() => Outcome::Ends(Next::Nobody);
    a_merger_leaves_a_post_seat_its_identity: Merger, Post, SeatRules::default() => Outcome::Stays;
    a_merger_leaves_an_elected_mandate: Merger, Elected, SeatRules::default() => Outcome::Stays;
    a_merger_leaves_a_delegated_seat: Merger, Delegated, SeatRules::default() => Outcome::Stays;
    a_merger_joins_organisation_seats_by_decision: Merger, Organisation, SeatRules::default() => Outcome::MergesByDecision;
    a_merger_an_ex_officio_seat_follows: Merger, ExOfficio, SeatRules::default() => Outcome::Follows;
    a_term_without_election_a_post_seat_goes_on: TermEnds, Post, SeatRules::default() => Outcome::Stays;
    a_term_without_election_an_elected_mandate_carries_over_where_the_rules_say_so: TermEnds, Elected, SeatRules::default() => Outcome::CarriesOver;
    a_term_without_election_an_elected_mandate_is_vacant_elsewhere: TermEnds, Elected, SeatRules { carries_over: false, ..SeatRules::default() } => Outcome::Empty;
    a_term_without_election_the_receiver_confirms_the_delegate: TermEnds, Delegated, SeatRules::default() => Outcome::ReceiverConfirms;
    a_term_without_election_an_organisation_seat_goes_on: TermEnds, Organisation, SeatRules { carries_over: false, ..SeatRules::default() } => Outcome::Stays;
    a_term_without_election_an_ex_officio_seat_goes_on: TermEnds, ExOfficio, SeatRules::default() => Outcome::Stays;
    a_network_does_not_vote_anybody_out_of_a_post_seat: Removal, Post, SeatRules::default() => Outcome::NotPossible;
    removal_from_an_elected_mandate_is_the_bodys_own_item: Removal, Elected, SeatRules::default() => Outcome::Decides(Decider::Body);
    removal_of_a_delegate_is_the_senders_decision: Removal, Delegated, SeatRules::default() => Outcome::Decides(Decider::Sender);
    removal_of_an_organisation_needs_a_hearing: Removal, Organisation, SeatRules::default() => Outcome::Decides(Decider::Exclusion);
    removal_from_an_ex_officio_seat_goes_through_the_source_only: Removal, ExOfficio, SeatRules::default() => Outcome::NotPossible;
    leaving_the_post_a_territory_names_anew: LeavesPost, Territory, SeatRules::default() => Outcome::NamesAnew;
    leaving_the_post_a_personal_seat_stays: LeavesPost, Personal, SeatRules::default() => Outcome::Stays;
    leaving_the_post_a_personal_seat_ends_where_the_post_is_asked: LeavesPost, Personal, SeatRules { eligibility: Eligibility::Post, ..SeatRules::default() } => Outcome::Ends(Next::Open);
    resignation_ends_a_personal_seat: Resignation, Personal, SeatRules::default() => Outcome::Ends(Next::Nobody);
    a_term_ends_a_guest_seat: TermEnds, Guest, SeatRules::default() => Outcome::Ends(Next::Open);
}

#[test]
fn no_cell_of_the_table_is_missing() {
    let kinds = [SeatKind::Post, SeatKind::Elected, SeatKind::Delegated, SeatKind::Organisation, SeatKind::ExOfficio];
    for (happening, kind) in Happening::ALL.into_iter().flat_map(|h| kinds.map(|k| (h, k))) {
        assert!(TRIED.contains(&(happening, kind)), "{happening:?} x {kind:?}");
    }
}

#[test]
fn every_outcome_has_a_sentence_in_both_languages() {
    for happening in Happening::ALL {
        for kind in SeatKind::ALL {
            let said = what_happens(happening, *kind, &SeatRules::default()).sentence();
            assert!(said.de.ends_with('.') && said.en.ends_with('.') && said.de != said.en);
        }
    }
}
