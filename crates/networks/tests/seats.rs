//! What happens to seats, on both databases: the cases the seat model was tried with.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use common::{act, day, operate, read, refusal, world};
use kernel::{Day, Error, Id, Level, Office};
use networks::{
    Capacity, Deputed, Eligibility, EndReason, Link, NewOccupancy, NewSeat, NewSubstitute, Occupant, RosterSeat,
    SeatKind, SeatState, Status, soon_after,
};
use people::{NewTenure, Person};
use testkit::{Fresh, both};

/// The seat as the admin sees it on a day.
fn seat_on(fresh: &Fresh, w: common::World, seat: Id<networks::Seat>, on: &str) -> RosterSeat {
    let on = day(on);
    read(fresh, Some(w.kora), move |c, a| Ok(networks::seat_page(c, a, seat, on, soon_after(on))?.now.unwrap()))
}

fn who(seat: &RosterSeat) -> Vec<(String, Capacity)> {
    seat.sitters.iter().map(|s| (s.who.as_ref().map_or("?".into(), |w| w.name.given.clone()), s.capacity)).collect()
}

fn pair(name: &str, capacity: Capacity) -> (String, Capacity) {
    (name.to_owned(), capacity)
}

const TODAY: &str = "2026-11-23";

#[test]
fn a_post_seat_passes_to_the_deputy_and_then_to_the_successor() {
    both(|fresh| {
        let w = world(fresh);
        let now = seat_on(fresh, w, w.seat_aachen, TODAY);
        assert_eq!(who(&now), [pair("Anna", Capacity::Holder), pair("Vera", Capacity::Deputy)]);
        assert_eq!((now.state, now.post.unwrap().title.as_str()), (SeatState::Filled, "Gleichstellungsbeauftragte"));
        operate(fresh, move |tx, by| people::end_tenure(tx, by, w.tenure_anna, day("2026-12-01"))).unwrap();
        let between = seat_on(fresh, w, w.seat_aachen, "2026-12-15");
        assert_eq!(who(&between), [pair("Vera", Capacity::Deputy)]);
        assert_eq!(
            (between.state, between.post.unwrap().title.as_str()),
            (SeatState::Vacant, "Gleichstellungsstelle"),
            "a deputy alone leaves it vacant"
        );
        operate(fresh, move |tx, by| {
            people::appoint(tx, by, &NewTenure::holder(w.post_aachen, w.nora, day("2027-01-01")))
        })
        .unwrap();
        let after = seat_on(fresh, w, w.seat_aachen, "2027-01-01");
        assert_eq!(after.first().unwrap().who.as_ref().unwrap().id, w.nora);
        assert_eq!(after.state, SeatState::Filled);
    });
}

#[test]
fn a_post_shared_by_two_fills_one_seat_and_one_person_may_hold_two_posts() {
    both(|fresh| {
        let w = world(fresh);
        operate(fresh, move |tx, by| {
            people::appoint(
                tx,
                by,
                &NewTenure {
                    share_percent: 50,
                    rank: 2,
                    ..NewTenure::holder(w.post_aachen, w.nora, day("2026-01-01"))
                },
            )?;
            people::appoint(tx, by, &NewTenure::holder(w.post_eschweiler, w.dora, day("2026-01-01")))
        })
        .unwrap();
        let shared = seat_on(fresh, w, w.seat_aachen, TODAY);
        assert_eq!(shared.sitters.iter().filter(|s| s.capacity == Capacity::Holder).count(), 2);
        let (counts, page) = read(fresh, Some(w.kora), move |c, a| {
            let rag = networks::find_body(c, a, w.rag)?;
            let roster = networks::roster(c, a, &rag, c.today(), soon_after(c.today()))?.unwrap();
            let counted = networks::counts(c, a, &[w.rag], c.today())?;
            assert_eq!(counted[&w.rag], roster.counts);
            Ok((roster.counts, networks::hats(c, a, w.dora, c.today())?))
        });
        assert_eq!((counts.seats, counts.filled, counts.vacant()), (3, 3, 0), "two in one post fill one seat");
        let hers: Vec<_> = page.iter().filter(|h| h.body.id == w.rag).map(|h| h.seat.id).collect();
        assert_eq!(hers, [w.seat_dueren, w.seat_eschweiler], "one person with two posts has two seats");
    });
}

#[test]
fn a_vacant_post_is_a_vacancy_with_its_mailbox_and_since_when() {
    both(|fresh| {
        let w = world(fresh);
        operate(fresh, move |tx, by| people::end_tenure(tx, by, w.tenure_dora, day("2026-06-01"))).unwrap();
        let list = read(fresh, Some(w.kora), move |c, a| {
            networks::vacancies(c, a, &[w.rag], c.today(), soon_after(c.today()))
        });
        let found: Vec<_> = list
            .iter()
            .map(|v| (v.seat.id, v.vacant_since, v.seat.post.as_ref().and_then(|p| p.mail.clone())))
            .collect();
        assert_eq!(
            found,
            [
                (w.seat_dueren, Some(day("2026-06-01")), Some("gleichstellung@stadt-duren.example.org".to_owned())),
                (w.seat_eschweiler, None, Some("gleichstellung@stadt-eschweiler.example.org".to_owned())),
            ]
        );
    });
}

#[test]
fn an_elected_mandate_carries_over_or_ends_as_the_body_says() {
    both(|fresh| {
        let w = world(fresh);
        let held = seat_on(fresh, w, w.elected, TODAY).held.unwrap();
        assert_eq!(
            (held.term_end, held.term.until),
            (Some(day("2027-03-10")), Day::OPEN),
            "two years, and on until the next election"
        );
        let state = |on| seat_on(fresh, w, w.elected, on).state;
        assert_eq!(
            (state(TODAY), state("2027-03-09"), state("2027-03-10")),
            (SeatState::EndsSoon, SeatState::EndsSoon, SeatState::CarriesOver)
        );
        let version = read(fresh, Some(w.kora), move |c, a| Ok(networks::find_body(c, a, w.gma)?.version));
        act(fresh, w.kora, move |tx, by| {
            let gma = networks::find_body(tx, by, w.gma)?;
            networks::edit_body(
                tx,
                by,
                w.gma,
                version,
                &networks::BodyForm { carries_over: false, ..networks::BodyForm::of(&gma) },
            )
        })
        .unwrap();
        let now = seat_on(fresh, w, w.elected, TODAY);
        assert_eq!(now.held.unwrap().term.until, day("2027-03-10"), "the changed rule rewrites what runs");
        assert_eq!(state("2027-03-10"), SeatState::Vacant);
        act(fresh, w.kora, move |tx, by| {
            let gma = networks::find_body(tx, by, w.gma)?;
            networks::edit_body(
                tx,
                by,
                w.gma,
                gma.version,
                &networks::BodyForm { carries_over: true, ..networks::BodyForm::of(&gma) },
            )
        })
        .unwrap();
        assert_eq!(state("2027-03-10"), SeatState::CarriesOver, "and back");
    });
}

#[test]
fn whoever_is_elected_next_ends_the_carrying_over() {
    both(|fresh| {
        let w = world(fresh);
        act(fresh, w.kora, move |tx, by| {
            networks::fill_seat(
                tx,
                by,
                &NewOccupancy::new(w.elected, Occupant::person_by_post(w.dora, w.post_dueren), day("2027-06-01")),
            )
        })
        .unwrap();
        let (before, after) = (seat_on(fresh, w, w.elected, "2027-05-31"), seat_on(fresh, w, w.elected, "2027-06-01"));
        assert_eq!((who(&before), before.state), (vec![pair("Anna", Capacity::Own)], SeatState::CarriesOver));
        assert_eq!((who(&after), after.state), (vec![pair("Dora", Capacity::Own)], SeatState::Filled));
        let done = act(fresh, w.kora, move |tx, by| {
            networks::fill_seat(
                tx,
                by,
                &NewOccupancy::new(w.elected, Occupant::person_by_post(w.anna, w.post_aachen), day("2027-07-01")),
            )
        });
        assert!(refusal(done).contains("schon besetzt"));
    });
}

#[test]
fn who_leaves_the_post_that_made_her_eligible_breaks_the_chain_until_the_seat_is_ended() {
    both(|fresh| {
        let w = world(fresh);
        let chain = |on: &'static str| {
            read(fresh, Some(w.kora), move |c, a| networks::chain(c, a, w.outside, day(on), soon_after(day(on))))
        };
        let links = chain(TODAY);
        assert_eq!(
            links.iter().map(|l| (l.hop, l.sender.id, l.receiver.id, l.link)).collect::<Vec<_>>(),
            [(1, w.gma, w.outside, Some(Link::Holds))]
        );
        let dependent = act(fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, w.occupancy_elected, day("2026-12-01"), EndReason::Eligibility)
        })
        .unwrap();
        assert_eq!(
            dependent.iter().map(|d| (d.seat, d.why)).collect::<Vec<_>>(),
            [(w.delegate, networks::Depends::Sent)],
            "the admin is told what hangs on it"
        );
        assert_eq!(chain("2026-12-01")[0].link, Some(Link::Broken));
        act(fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, w.occupancy_delegate, day("2026-12-15"), EndReason::Recall)
        })
        .unwrap();
        assert_eq!(chain("2026-12-15")[0].link, Some(Link::Vacant));
    });
}

#[test]
fn an_ex_officio_seat_follows_its_source_and_is_empty_with_it() {
    both(|fresh| {
        let w = world(fresh);
        let born = |on| seat_on(fresh, w, w.born, on);
        assert_eq!(
            (who(&born(TODAY)), born(TODAY).held.unwrap().via_seat),
            (vec![pair("Anna", Capacity::Own)], Some(w.chair))
        );
        let hers = read(fresh, Some(w.anna), move |c, a| networks::hats(c, a, w.anna, c.today()));
        assert!(hers.iter().any(|h| h.seat.id == w.born), "it is one of her hats");
        let dependent = act(fresh, w.kora, move |tx, by| {
            let held =
                networks::seat_page(tx, by, w.chair, tx.today(), tx.today())?.now.unwrap().held.unwrap().occupancy;
            networks::end_occupancy(tx, by, held, day("2027-01-01"), EndReason::Resignation)
        })
        .unwrap();
        assert_eq!(dependent[0].seat, w.born);
        assert_eq!((born("2027-01-01").state, born("2027-01-01").sitters.len()), (SeatState::Vacant, 0));
        act(fresh, w.kora, move |tx, by| {
            networks::fill_seat(tx, by, &NewOccupancy::new(w.chair, Occupant::person(w.dora), day("2027-02-01")))
        })
        .unwrap();
        assert_eq!(who(&born("2027-02-01")), [pair("Dora", Capacity::Own)]);
    });
}

#[test]
fn an_ex_officio_seat_hangs_on_no_other() {
    both(|fresh| {
        let w = world(fresh);
        let on = move |source, seat| {
            move |tx: &db::Tx<'_>, by: &kernel::Actor| {
                networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::Seat(source), day("2024-01-01")))
            }
        };
        let second = act(fresh, w.kora, move |tx, by| {
            networks::add_seat(tx, by, w.verband, &NewSeat::new(SeatKind::ExOfficio, day("2000-01-01")))
        })
        .unwrap();
        assert!(refusal(act(fresh, w.kora, on(w.born, second))).contains("geborenen Sitz"), "two hops");
        assert!(refusal(act(fresh, w.kora, on(second, second))).contains("sich selbst"));
        let third = act(fresh, w.kora, move |tx, by| {
            let third = networks::add_seat(
                tx,
                by,
                w.verband,
                &NewSeat::office(Office::Speaker, SeatKind::ExOfficio, day("2000-01-01")),
            )?;
            networks::fill_seat(tx, by, &NewOccupancy::new(second, Occupant::Seat(third), day("2024-01-01")))?;
            Ok(third)
        })
        .unwrap();
        assert!(
            refusal(act(fresh, w.kora, on(w.chair, third))).contains("geborenen Sitz"),
            "what others hang on does not hang itself"
        );
    });
}

#[test]
fn an_organisation_keeps_its_seat_through_its_second_contact_and_leaves_at_a_date() {
    both(|fresh| {
        let w = world(fresh);
        assert_eq!(
            who(&seat_on(fresh, w, w.seat_verein, TODAY)),
            [pair("Rosa", Capacity::Representative), pair("Sina", Capacity::Representative)]
        );
        act(fresh, w.rosa, move |tx, by| networks::leave(tx, by, w.occupancy_verein, day("2027-01-01"))).unwrap();
        assert_eq!(seat_on(fresh, w, w.seat_verein, "2026-12-31").state, SeatState::EndsSoon);
        assert_eq!(seat_on(fresh, w, w.seat_verein, "2027-01-01").state, SeatState::Vacant);
        assert!(
            matches!(
                act(fresh, w.sina, move |tx, by| networks::leave(tx, by, w.occupancy_verein, day("2026-12-01"))),
                Err(Error::NotFound)
            ),
            "the second contact does not"
        );
        let history = read(fresh, Some(w.kora), move |c, a| {
            Ok(networks::seat_page(c, a, w.seat_verein, c.today(), c.today())?.history)
        });
        assert_eq!(history[0].end_reason, Some(EndReason::Exit));
    });
}

#[test]
fn substitutes_stand_beside_and_never_raise_the_count() {
    both(|fresh| {
        let w = world(fresh);
        let before = read(fresh, Some(w.kora), move |c, a| networks::counts(c, a, &[w.outside, w.gma], c.today()));
        act(fresh, w.kora, move |tx, by| {
            let new = |body, seat, who, moves_up| NewSubstitute {
                body,
                seat,
                who,
                rank: 1,
                moves_up,
                from: day("2025-01-01"),
                until: Day::OPEN,
            };
            networks::name_substitute(tx, by, &new(w.outside, Some(w.delegate), Deputed::Post(w.post_dueren), false))?;
            networks::name_substitute(tx, by, &new(w.gma, None, Deputed::Person(w.dora), false))?;
            networks::name_substitute(tx, by, &new(w.gma, Some(w.elected), Deputed::Person(w.dora), true))
        })
        .unwrap();
        let after = read(fresh, Some(w.kora), move |c, a| networks::counts(c, a, &[w.outside, w.gma], c.today()));
        assert_eq!(before, after);
        let (out, gma) = read(fresh, Some(w.kora), move |c, a| {
            let soon = soon_after(c.today());
            let roster =
                |id| networks::roster(c, a, &networks::find_body(c, a, id)?, c.today(), soon).map(Option::unwrap);
            Ok((roster(w.outside)?, roster(w.gma)?))
        });
        assert_eq!(
            out.seats[0].substitutes.iter().map(|s| s.who.as_ref().unwrap().id).collect::<Vec<_>>(),
            [w.dora],
            "named by post: whoever holds it"
        );
        assert_eq!((gma.pool.len(), gma.moving_up.len(), gma.seats[0].substitutes.len()), (1, 1, 0));
        act(fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, w.occupancy_delegate, day("2026-11-24"), EndReason::Resignation)
        })
        .unwrap();
        let vacant = seat_on(fresh, w, w.delegate, "2026-11-24");
        assert_eq!(
            (vacant.state, vacant.substitutes.len()),
            (SeatState::Vacant, 1),
            "a substitute alone does not fill it"
        );
    });
}

#[test]
fn long_absence_is_told_to_the_body_alone_and_changes_no_count() {
    both(|fresh| {
        let w = world(fresh);
        operate(fresh, move |tx, by| {
            people::note_absence(
                tx,
                by,
                &people::NewAbsence { person: w.anna, tenure: None, from: day("2026-11-01"), until: day("2027-03-01") },
            )
        })
        .unwrap();
        let absent = |reader: Option<Id<Person>>| {
            read(fresh, reader, move |c, a| {
                let rag = networks::find_body(c, a, w.rag)?;
                let roster = networks::roster(c, a, &rag, c.today(), soon_after(c.today()))?.unwrap();
                Ok(roster.seats.iter().find(|s| s.id == w.seat_aachen).unwrap().sitters[0].absent)
            })
        };
        assert!(absent(Some(w.dora)) && absent(Some(w.kora)) && !absent(Some(w.rosa)) && !absent(None));
        assert_eq!(seat_on(fresh, w, w.seat_aachen, TODAY).state, SeatState::Filled);
    });
}

#[test]
fn a_suspended_mandate_gives_no_rights_and_shows_as_such() {
    both(|fresh| {
        let w = world(fresh);
        let reads = || act(fresh, w.quinn, move |_, by| Ok(by.is_member_of(w.kept.raw()))).unwrap();
        assert!(reads());
        act(fresh, w.kora, move |tx, by| networks::suspend(tx, by, w.occupancy_quinn)).unwrap();
        assert!(!reads());
        assert_eq!(seat_on(fresh, w, w.seat_quinn, TODAY).state, SeatState::Suspended);
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::suspend(tx, by, w.occupancy_quinn))).contains("ruht")
        );
        act(fresh, w.kora, move |tx, by| networks::resume(tx, by, w.occupancy_quinn)).unwrap();
        assert!(reads());
    });
}

#[test]
fn nobody_elected_sits_before_she_accepted_and_only_confirmed_counts() {
    both(|fresh| {
        let w = world(fresh);
        let held = act(fresh, w.kora, move |tx, by| {
            let seat = networks::add_seat(tx, by, w.gma, &NewSeat::elected(24, Eligibility::Post, day("2000-01-01")))?;
            networks::fill_seat(
                tx,
                by,
                &NewOccupancy::new(seat, Occupant::person_by_post(w.dora, w.post_dueren), day("2026-11-01"))
                    .status(Status::Nominated),
            )
        })
        .unwrap();
        let sits = || act(fresh, w.dora, move |_, by| Ok(by.sits_in(w.gma.raw()))).unwrap();
        assert!(refusal(act(fresh, w.kora, move |tx, by| networks::confirm(tx, by, held))).contains("annehmen"));
        let waits = read(fresh, Some(w.dora), networks::asked);
        assert_eq!(waits.iter().map(|h| (h.body.id, h.status)).collect::<Vec<_>>(), [(w.gma, Status::Nominated)]);
        assert!(
            matches!(act(fresh, w.rosa, move |tx, by| networks::accept(tx, by, held)), Err(Error::Denied(_))),
            "nobody accepts for her"
        );
        act(fresh, w.dora, move |tx, by| networks::accept(tx, by, held)).unwrap();
        assert!(!sits());
        act(fresh, w.kora, move |tx, by| networks::confirm(tx, by, held)).unwrap();
        assert!(sits());
    });
}

#[test]
fn nobody_resigns_from_a_post_seat_and_nobody_is_voted_out_of_one() {
    both(|fresh| {
        let w = world(fresh);
        assert!(
            refusal(act(fresh, w.anna, move |tx, by| networks::leave(tx, by, w.occupancy_aachen, day("2027-01-01"))))
                .contains("folgt der Stelle")
        );
        for reason in [EndReason::Resignation, EndReason::Removal, EndReason::Recall] {
            assert!(
                !refusal(act(fresh, w.kora, move |tx, by| networks::end_occupancy(
                    tx,
                    by,
                    w.occupancy_aachen,
                    day("2027-01-01"),
                    reason
                )))
                .is_empty()
            );
        }
        act(fresh, w.kora, move |tx, by| {
            networks::end_occupancy(tx, by, w.occupancy_aachen, day("2027-01-01"), EndReason::Exit)
        })
        .unwrap();
        let yesterday =
            act(fresh, w.quinn, move |tx, by| networks::leave(tx, by, w.occupancy_quinn, day("2026-11-22")));
        assert!(refusal(yesterday).contains("heute oder einen späteren Tag"));
        act(fresh, w.quinn, move |tx, by| networks::leave(tx, by, w.occupancy_quinn, day("2026-11-23"))).unwrap();
        assert!(
            !act(fresh, w.quinn, move |_, by| Ok(by.is_member_of(w.kept.raw()))).unwrap(),
            "rights end the same second"
        );
    });
}

#[test]
fn views_of_an_earlier_day_move_facts_and_not_rights() {
    both(|fresh| {
        let w = world(fresh);
        operate(fresh, move |tx, by| {
            let tenure = NewTenure::holder(w.post_aachen, w.olga, day("2000-01-01")).until(day("2018-05-01"));
            people::appoint(tx, by, &tenure)
        })
        .unwrap();
        let then = seat_on(fresh, w, w.seat_aachen, "2010-06-30");
        assert_eq!(who(&then), [pair("Olga", Capacity::Holder)]);
        let term = kernel::Term::new(day("2018-01-01"), day("2019-12-31")).unwrap();
        let periods = read(fresh, Some(w.dora), move |c, a| {
            networks::represented(c, a, &networks::find_body(c, a, w.rag)?, w.aachen, term)
        });
        let said: Vec<_> = periods
            .iter()
            .filter(|p| p.seat == w.seat_aachen)
            .map(|p| (p.who.as_ref().unwrap().name.given.clone(), p.sat.from, p.sat.until))
            .collect();
        assert_eq!(
            said,
            [
                ("Olga".to_owned(), day("2000-01-01"), day("2018-05-01")),
                ("Anna".to_owned(), day("2018-05-01"), Day::OPEN)
            ]
        );
        let then = read(fresh, Some(w.olga), move |c, a| {
            let verband = networks::find_body(c, a, w.verband)?;
            networks::members(c, a, &verband, day("2010-06-30"))
        });
        assert_eq!(then, None, "who she was then opens nothing today");
        let early = read(fresh, None, move |c, a| networks::list_bodies(c, a, w.rag, day("1999-12-31")));
        assert!(early.is_empty(), "the committee did not exist");
        assert_eq!(Level::Public, read(fresh, None, move |c, a| Ok(networks::find_body(c, a, w.rag)?.level)));
    });
}
