//! What those who keep a network are told of, and nobody else.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use common::{day, operate, read, world};
use kernel::Id;
use people::Person;
use testkit::both;

#[test]
fn seats_left_standing_are_told_to_whoever_keeps_the_membership_only() {
    both(|fresh| {
        let w = world(fresh);
        let told = |who: Option<Id<Person>>| {
            read(fresh, who, move |c, a| {
                let before = c.statements();
                let care = networks::care(c, a, &[w.rag, w.verband, w.kept, w.hidden], c.today())?;
                assert!(c.statements() - before <= 2);
                Ok(care.left_standing.into_iter().map(|l| (l.body.id, l.seat, l.count, l.day)).collect::<Vec<_>>())
            })
        };
        let all = || read(fresh, None, |c, _| networks::list_without_handover(c, c.today()));
        assert_eq!((told(Some(w.kora)), all()), (vec![], vec![]));
        // Ended by the calendar: nobody handed over.
        operate(fresh, move |tx, op| people::end_tenure(tx, op, w.tenure_anna, day("2026-11-01"))).unwrap();
        // She was elected into the committee, chairs the network and is sent into an outside body.
        let since = day("2026-11-01");
        let mut expected =
            vec![(w.gma, w.elected, 1, since), (w.rag, w.chair, 1, since), (w.outside, w.delegate, 1, since)];
        expected.sort();
        assert_eq!(told(Some(w.kora)), expected);
        let mut seats = vec![w.elected, w.chair, w.delegate];
        seats.sort();
        assert_eq!(all(), seats);
        for who in [None, Some(w.anna), Some(w.dora), Some(w.nora), Some(w.uma)] {
            assert_eq!(told(who), [], "{who:?}");
        }
        // Nothing is stored: the day before it was not so.
        let before = read(fresh, None, |c, _| networks::list_without_handover(c, day("2026-10-31")));
        assert_eq!(before, []);
    });
}

#[test]
fn open_bodies_are_told_as_far_as_the_reader_sees_them() {
    both(|fresh| {
        let w = world(fresh);
        let open = |who: Option<Id<Person>>| {
            read(fresh, who, |c, a| {
                Ok(networks::open_bodies(c, a, c.today())?.into_iter().map(|b| b.id).collect::<Vec<_>>())
            })
        };
        assert!(open(Some(w.kora)).contains(&w.open));
        let public = open(None);
        assert!(public.iter().all(|b| *b == w.open), "{public:?}");
    });
}
