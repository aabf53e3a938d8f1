//! That reads agree with each other, cost the same for few and for many, and use their indexes.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use std::collections::BTreeSet;

use common::{day, operate, read, world};
use kernel::Day;
use networks::{NewOccupancy, NewSeat, Occupant, SeatKind, SeatState, soon_after};
use people::{NewOrganisation, NewPerson, NewPost, NewTenure, OrganisationKind, PostTitles};
use testkit::{Fresh, both};

/// A network of so many posts with holders, some vacant, and so many organisations.
fn grow(fresh: &Fresh, w: common::World, towns: usize) {
    operate(fresh, move |tx, op| {
        let by = rights::load(tx, w.kora.raw(), tx.today(), None)?;
        for n in 0..towns {
            let town = people::add_organisation(
                tx,
                op,
                &NewOrganisation::new(OrganisationKind::Municipality, format!("Ort {n}"), day("1972-01-01")),
            )?;
            let post = people::add_post(
                tx,
                op,
                &NewPost::new(town, PostTitles::new("Gleichstellungsstelle", None, None), day("1990-01-01")),
            )?;
            if n % 7 != 0 {
                let person = people::add_person(tx, op, &NewPerson::new("Eva", format!("Beispiel {n}")))?;
                people::appoint(
                    tx,
                    op,
                    &NewTenure::holder(post, person, day("2019-01-01")).until(if n % 5 == 0 {
                        day("2027-02-01")
                    } else {
                        Day::OPEN
                    }),
                )?;
            }
            let seat = networks::add_seat(tx, &by, w.rag, &NewSeat::new(SeatKind::Post, day("1990-01-01")))?;
            networks::fill_seat(tx, &by, &NewOccupancy::new(seat, Occupant::Post(post), day("2000-01-01")))?;
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_number_of_statements_does_not_grow_with_the_list() {
    both(|fresh| {
        let w = world(fresh);
        let cost = move || {
            read(fresh, Some(w.kora), move |c, a| {
                let (today, soon) = (c.today(), soon_after(c.today()));
                let rag = networks::find_body(c, a, w.rag)?;
                let mut last = c.statements();
                let mut costs = Vec::new();
                let mut note = |name: &'static str| {
                    costs.push((name, c.statements() - last));
                    last = c.statements();
                };
                networks::roster(c, a, &rag, today, soon)?;
                note("roster");
                networks::members(c, a, &rag, today)?;
                note("members");
                networks::organisations(c, a, &rag, today)?;
                note("organisations");
                networks::vacancies(c, a, &[w.rag, w.verband], today, soon)?;
                note("vacancies");
                networks::ends_soon(c, a, &[w.rag], today, soon)?;
                note("ends_soon");
                networks::delegations(c, a, w.rag, today, soon)?;
                note("delegations");
                networks::chain(c, a, w.outside, today, soon)?;
                note("chain");
                networks::counts(c, a, &[w.rag, w.gma], today)?;
                note("counts");
                networks::hats(c, a, w.anna, today)?;
                note("hats");
                networks::person_page(c, a, w.anna, today)?;
                note("person");
                networks::organisation_page(c, a, w.aachen, today)?;
                note("organisation");
                networks::seat_page(c, a, w.seat_aachen, today, soon)?;
                note("seat");
                Ok(costs)
            })
        };
        let few = cost();
        grow(fresh, w, 60);
        assert_eq!(few, cost());
        let pinned = [
            ("roster", 3),
            ("members", 2),
            ("organisations", 2),
            ("vacancies", 3),
            ("ends_soon", 4),
            ("delegations", 4),
            ("chain", 4),
            ("counts", 1),
            ("hats", 3),
            ("person", 8),
            ("organisation", 11),
            ("seat", 6),
        ];
        assert_eq!(few.len(), pinned.len());
        for ((name, cost), (_, most)) in few.iter().zip(pinned) {
            assert!(*cost <= most, "{name} takes {cost} statements, {most} were meant");
        }
    });
}

#[test]
fn lists_across_bodies_agree_with_the_rosters_on_every_day() {
    both(|fresh| {
        let w = world(fresh);
        grow(fresh, w, 30);
        operate(fresh, move |tx, by| {
            people::end_tenure(tx, by, w.tenure_dora, day("2026-12-01"))?;
            people::end_tenure(tx, by, w.tenure_anna, day("2027-01-15"))
        })
        .unwrap();
        for on in ["1991-01-01", "2016-01-01", "2026-11-23", "2026-12-01", "2027-02-01", "2027-06-01"] {
            let on = day(on);
            let (listed, rosters, counts, counted) = read(fresh, Some(w.kora), move |c, a| {
                let soon = soon_after(on);
                let networks = [w.rag, w.verband, w.kept, w.hidden];
                let vacant =
                    networks::vacancies(c, a, &networks, on, soon)?.into_iter().map(|v| (v.seat.id, v.seat.state));
                let ending =
                    networks::ends_soon(c, a, &networks, on, soon)?.into_iter().map(|v| (v.seat.id, v.seat.state));
                let listed: BTreeSet<_> =
                    vacant.chain(ending.filter(|(_, state)| *state != SeatState::Vacant)).collect();
                let mut bodies = networks::list_networks(c, a, on)?;
                for network in networks {
                    bodies.extend(networks::list_bodies(c, a, network, on)?);
                }
                let (mut states, mut counts) = (BTreeSet::new(), Vec::new());
                for body in &bodies {
                    let roster = networks::roster(c, a, body, on, soon)?.unwrap();
                    states
                        .extend(roster.seats.iter().filter(|s| s.state != SeatState::Filled).map(|s| (s.id, s.state)));
                    counts.push((body.id, roster.counts));
                }
                let ids: Vec<_> = bodies.iter().map(|b| b.id).collect();
                let counted = networks::counts(c, a, &ids, on)?;
                Ok((listed, states, counts, counted))
            });
            assert_eq!(listed, rosters, "{on}");
            for (body, roster) in counts {
                assert_eq!(counted.get(&body).copied().unwrap_or_default(), roster, "{on}");
            }
        }
    });
}

#[test]
fn members_stand_by_name_and_organisations_by_theirs() {
    both(|fresh| {
        let w = world(fresh);
        grow(fresh, w, 12);
        let (names, towns, public) = read(fresh, Some(w.dora), move |c, a| {
            let rag = networks::find_body(c, a, w.rag)?;
            let members = networks::members(c, a, &rag, c.today())?.unwrap();
            let names: Vec<_> =
                members.iter().filter_map(|m| m.first()?.who.as_ref().map(|w| w.name.family.clone())).collect();
            let towns: Vec<_> = networks::organisations(c, a, &rag, c.today())?
                .unwrap()
                .into_iter()
                .map(|o| o.organisation.name)
                .collect();
            let public = networks::members(c, &kernel::Actor::public(), &rag, c.today())?.unwrap();
            Ok((names, towns, public))
        });
        let mut sorted = names.clone();
        sorted.sort();
        assert_eq!((names.len(), &names), (12, &sorted));
        // Towns stand with their proper name, nothing under S.
        assert_eq!(towns[..5], ["Stadt Aachen", "Stadt Düren", "Stadt Eschweiler", "Ort 0", "Ort 1"]);
        assert_eq!(towns.len(), 15);
        assert!(public.iter().all(|m| m.sitters.iter().all(|s| s.who.is_none())));
        assert_eq!(public[0].organisation.as_ref().unwrap().name, "Stadt Aachen", "without names by organisation");
    });
}
