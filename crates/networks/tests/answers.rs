//! A refusal is an answer: none of them says who sits where to somebody who may not see it.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use common::{act, day, read, refusal, world};
use kernel::{Error, Office, Voice};
use networks::{Link, NewOccupancy, NewSeat, Occupant, SeatKind, Status, soon_after};
use testkit::both;

#[test]
fn nobody_learns_by_inviting_who_sits_in_a_sensitive_network() {
    both(|fresh| {
        let w = world(fresh);
        // Dora keeps the RAG and does not belong to the sensitive network, whose page everybody may see.
        let seat = act(fresh, w.kora, move |tx, by| {
            let office = NewSeat::office(Office::NetworkAdmin, SeatKind::Personal, day("2026-01-01"));
            let second = networks::add_seat(tx, by, w.rag, &office)?;
            networks::fill_seat(tx, by, &NewOccupancy::new(second, Occupant::person(w.dora), day("2026-01-01")))?;
            networks::add_seat(tx, by, w.rag, &NewSeat::delegated(w.kept, Voice::Advisory, day("2026-01-01")))
        });
        let seat = seat.unwrap();
        let invites = move |person| {
            move |tx: &db::Tx<'_>, by: &kernel::Actor| {
                let new = NewOccupancy::new(seat, Occupant::person(person), day("2026-11-23")).status(Status::Invited);
                networks::fill_seat(tx, by, &new)
            }
        };
        for person in [w.quinn, w.nora] {
            assert!(matches!(act(fresh, w.dora, invites(person)), Err(Error::NotFound)), "{person:?}");
        }
        // Whoever is of both gets the answer.
        assert!(refusal(act(fresh, w.kora, invites(w.nora))).contains("keinen Sitz im entsendenden Gremium"));
        act(fresh, w.kora, invites(w.quinn)).unwrap();
        act(fresh, w.kora, move |tx, by| {
            let held =
                tx.one("SELECT id FROM occupancy WHERE seat_id = :seat", db::args! { seat: seat }, |r| r.get(0))?;
            networks::accept(tx, by, held)?;
            networks::confirm(tx, by, held)
        })
        .unwrap();
        // Nor does the chain tell others whether she is still one of them.
        let link = |person| {
            read(fresh, person, move |c, a| {
                let chain = networks::chain(c, a, w.rag, c.today(), soon_after(c.today()))?;
                Ok(chain.into_iter().find(|d| d.seat.id == seat).and_then(|d| d.link))
            })
        };
        assert_eq!((link(Some(w.kora)), link(Some(w.dora)), link(None)), (Some(Link::Holds), None, None));
    });
}
