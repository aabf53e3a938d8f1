//! What holds whoever acts: somebody always keeps a network, closed committees stay closed, ended bodies keep records.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use common::{act, day, operator, read, refusal, world};
use kernel::{Error, Office, Voice};
use networks::{Eligibility, EndReason, NewOccupancy, NewSeat, Occupant, SeatKind, soon_after};
use testkit::both;

#[test]
fn the_last_coordination_stays() {
    both(|fresh| {
        let w = world(fresh);
        let held = read(fresh, Some(w.kora), move |c, a| {
            let rag = networks::find_body(c, a, w.rag)?;
            let roster = networks::roster(c, a, &rag, c.today(), c.today())?.unwrap();
            let seat = roster.seats.into_iter().find(|s| s.office == Some(Office::NetworkAdmin)).unwrap();
            Ok((seat.id, seat.held.unwrap().occupancy))
        });
        let go = move |tx: &db::Tx<'_>, by: &kernel::Actor| {
            networks::end_occupancy(tx, by, held.1, day("2026-12-01"), EndReason::Resignation)
        };
        for done in [
            act(fresh, w.kora, go).map(drop),
            act(fresh, w.kora, move |tx, by| networks::suspend(tx, by, held.1)),
            act(fresh, w.kora, move |tx, by| networks::end_seat(tx, by, held.0, day("2026-12-01"))),
        ] {
            assert!(refusal(done).contains("letzte Koordination"));
        }
        act(fresh, w.kora, move |tx, by| {
            let second = networks::add_seat(
                tx,
                by,
                w.rag,
                &NewSeat::office(Office::NetworkAdmin, SeatKind::Personal, day("2026-01-01")),
            )?;
            networks::fill_seat(tx, by, &NewOccupancy::new(second, Occupant::person(w.dora), day("2026-01-01")))
        })
        .unwrap();
        act(fresh, w.kora, go).unwrap();
    });
}

#[test]
fn closed_committees_take_members_and_open_ones_anybody() {
    both(|fresh| {
        let w = world(fresh);
        let sit = move |body, person| {
            move |tx: &db::Tx<'_>, by: &kernel::Actor| {
                let seat = networks::add_seat(
                    tx,
                    by,
                    body,
                    &NewSeat::new(SeatKind::Personal, day("2020-01-01")).with_voice(Voice::Advisory),
                )?;
                networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::person(person), day("2026-01-01")))
            }
        };
        assert!(refusal(act(fresh, w.kora, sit(w.gma, w.nora))).contains("nur Mitgliedern"));
        act(fresh, w.kora, sit(w.gma, w.dora)).unwrap();
        act(fresh, w.kora, sit(w.open, w.nora)).unwrap();
        let nora = act(fresh, w.nora, |_, by| Ok(by.clone())).unwrap();
        assert!(
            nora.sits_in(w.open.raw()) && !nora.is_member_of(w.verband.raw()) && !nora.is_member(),
            "a seat in an organ gives no network right"
        );
        let seen = read(fresh, Some(w.nora), move |c, a| {
            let (open, verband) = (networks::find_body(c, a, w.open)?, networks::find_body(c, a, w.verband)?);
            let soon = soon_after(c.today());
            Ok((
                networks::roster(c, a, &open, c.today(), soon)?.is_some(),
                networks::roster(c, a, &verband, c.today(), soon)?.is_some(),
                networks::members(c, a, &verband, c.today())?.is_some(),
            ))
        });
        assert_eq!(seen, (true, false, false), "she sees her committee and never the association's members");
    });
}

#[test]
fn a_body_that_ended_gives_no_rights_and_keeps_its_records() {
    both(|fresh| {
        let w = world(fresh);
        assert!(matches!(
            act(fresh, w.anna, move |tx, by| networks::end_body(tx, by, w.gma, 1, day("2026-11-23"))),
            Err(Error::Denied(_))
        ));
        act(fresh, w.kora, move |tx, by| networks::end_body(tx, by, w.gma, 1, day("2026-11-23"))).unwrap();
        assert!(!act(fresh, w.anna, move |_, by| Ok(by.sits_in(w.gma.raw()))).unwrap());
        let (now, then) = read(fresh, None, move |c, a| {
            Ok((
                networks::list_bodies(c, a, w.rag, c.today())?.len(),
                networks::list_bodies(c, a, w.rag, day("2026-11-22"))?.len(),
            ))
        });
        assert_eq!((now, then), (1, 2));
        let late = act(fresh, w.kora, move |tx, by| {
            networks::add_seat(
                tx,
                by,
                w.gma,
                &NewSeat::elected(24, Eligibility::Post, day("2027-01-01")).with_voice(Voice::Voting),
            )
        });
        assert!(refusal(late).contains("gibt es das Gremium nicht"));
        assert!(operator().person.is_none());
    });
}
