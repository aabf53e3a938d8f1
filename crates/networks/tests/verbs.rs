//! Verbs refuse in order: not found, denied, rule; they leave events that hold no words; edits meet versions.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use common::{act, day, operate, read, refusal, world};
use kernel::{Actor, Day, Error, Id, Level, Office};
use networks::{
    Audience, BodyForm, BodyKind, Deputed, EdgeKind, EndReason, Field, NewBody, NewEdge, NewNetwork, NewOccupancy,
    NewRepresentative, NewSeat, Occupant, SeatKind, Status,
};
use people::NewTenure;
use testkit::both;

#[test]
fn only_the_operator_founds_a_network_and_can_do_nothing_more_in_it() {
    both(|fresh| {
        let w = world(fresh);
        let new = move || NewNetwork { slug: None, form: BodyForm::new("BAG"), from: day("1985-01-01"), admin: w.nora };
        assert!(matches!(
            act(fresh, w.kora, move |tx, by| networks::found_network(tx, by, &new())),
            Err(Error::Denied(_))
        ));
        let made = operate(fresh, move |tx, by| networks::found_network(tx, by, &new())).unwrap();
        let as_operator = operate(fresh, move |tx, by| {
            networks::add_body(
                tx,
                by,
                &NewBody::new(made.network, BodyKind::Board, BodyForm::new("Vorstand"), day("2000-01-01")),
            )
        });
        assert!(matches!(as_operator, Err(Error::NotFound)), "an operator is no reader");
        let seat = operate(fresh, move |tx, by| {
            networks::add_seat(tx, by, made.network, &NewSeat::new(SeatKind::Personal, day("2000-01-01")))
        });
        assert!(matches!(seat, Err(Error::NotFound)));
        act(fresh, w.nora, move |tx, by| {
            networks::add_body(
                tx,
                by,
                &NewBody::new(made.network, BodyKind::Board, BodyForm::new("Vorstand"), day("2000-01-01")),
            )
        })
        .unwrap();
        assert!(
            refusal(operate(fresh, move |tx, by| networks::found_network(tx, by, &new()))).contains("schon vergeben")
        );
        let unknown = operate(fresh, move |tx, by| {
            networks::found_network(tx, by, &NewNetwork { slug: Some("bag-2".into()), admin: Id::new(1), ..new() })
        });
        assert!(matches!(unknown, Err(Error::NotFound)));
        let bad = operate(fresh, move |tx, by| {
            networks::found_network(
                tx,
                by,
                &NewNetwork {
                    slug: Some("Ä b".into()),
                    form: BodyForm { unlisted: true, ..BodyForm::new(" \u{202e} ") },
                    ..new()
                },
            )
        });
        let Err(Error::Form(problems)) = bad else { panic!("refused as a form") };
        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["name", "unlisted", "slug"]);
    });
}

#[test]
fn who_may_not_see_gets_not_found_and_who_may_see_gets_denied() {
    both(|fresh| {
        let w = world(fresh);
        let add = move |body| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                networks::add_seat(tx, by, body, &NewSeat::new(SeatKind::Personal, day("2001-01-01"))).map(drop)
            }
        };
        assert!(matches!(act(fresh, w.dora, add(w.rag)), Err(Error::Denied(_))));
        assert!(matches!(act(fresh, w.dora, add(w.kept)), Err(Error::NotFound)), "the roster is not hers to know");
        assert!(matches!(act(fresh, w.dora, add(w.hidden)), Err(Error::NotFound)));
        assert!(matches!(act(fresh, w.dora, add(Id::new(7))), Err(Error::NotFound)));
        assert!(matches!(
            act(fresh, w.vera, move |tx, by| networks::fill_seat(
                tx,
                by,
                &NewOccupancy::new(w.seat_aachen, Occupant::Post(w.post_dueren), day("2026-01-01"))
            )),
            Err(Error::Denied(_))
        ));
        assert!(matches!(
            act(fresh, w.anna, move |tx, by| networks::end_occupancy(
                tx,
                by,
                w.occupancy_quinn,
                day("2026-12-01"),
                EndReason::Exit
            )),
            Err(Error::Denied(_))
        ));
        assert!(matches!(
            act(fresh, w.rosa, move |tx, by| networks::end_occupancy(
                tx,
                by,
                w.occupancy_quinn,
                day("2026-12-01"),
                EndReason::Exit
            )),
            Err(Error::NotFound)
        ));
        assert!(matches!(
            fresh.db.write_now(move |tx| networks::give_consent(
                tx,
                &Actor::public(),
                Field::Name,
                Audience::Public,
                None
            )),
            Err(Error::NotFound)
        ));
        assert!(matches!(
            act(fresh, w.dora, move |tx, by| networks::give_consent(
                tx,
                by,
                Field::Name,
                Audience::Network,
                Some(w.hidden)
            )),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn nobody_is_looked_up_by_number_through_a_seat() {
    both(|fresh| {
        let w = world(fresh);
        let sit = move |person, status| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                let seat = networks::add_seat(tx, by, w.verband, &NewSeat::new(SeatKind::Personal, day("2020-01-01")))?;
                networks::fill_seat(
                    tx,
                    by,
                    &NewOccupancy::new(seat, Occupant::person(person), day("2026-01-01")).status(status),
                )
            }
        };
        assert!(
            matches!(act(fresh, w.kora, sit(w.quinn, Status::Confirmed)), Err(Error::NotFound)),
            "she keeps that network, but may not see her name"
        );
        act(fresh, w.kora, sit(w.dora, Status::Confirmed)).unwrap();
        act(fresh, w.kora, sit(w.nora, Status::Confirmed)).unwrap();
        let asked = act(fresh, w.kora, sit(w.quinn, Status::Invited)).unwrap();
        assert!(!act(fresh, w.quinn, move |_, by| Ok(by.is_member_of(w.verband.raw()))).unwrap());
        act(fresh, w.quinn, move |tx, by| networks::refuse(tx, by, asked)).unwrap();
        assert!(refusal(act(fresh, w.quinn, move |tx, by| networks::accept(tx, by, asked))).contains("abgelehnt"));
        let rep = NewRepresentative {
            occupancy: w.occupancy_verein,
            who: Deputed::Person(w.quinn),
            rank: 3,
            from: day("2026-01-01"),
            until: Day::OPEN,
        };
        assert!(matches!(
            act(fresh, w.kora, move |tx, by| networks::name_representative(tx, by, &rep)),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn a_body_is_never_its_own_organ_on_any_day() {
    both(|fresh| {
        let w = world(fresh);
        let link = move |from, kind, to, since: &'static str, until: Day| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                networks::connect(tx, by, &NewEdge { until, ..NewEdge::new(from, kind, to, day(since)) })
            }
        };
        assert!(
            refusal(act(fresh, w.kora, link(w.rag, EdgeKind::OrganOf, w.gma, "2026-01-01", Day::OPEN)))
                .contains("sein eigenes Organ")
        );
        assert!(
            refusal(act(fresh, w.kora, link(w.rag, EdgeKind::CooperatesWith, w.rag, "2026-01-01", Day::OPEN)))
                .contains("mit sich selbst")
        );
        act(fresh, w.kora, link(w.rag, EdgeKind::Elects, w.gma, "2026-01-01", Day::OPEN)).unwrap();
        act(fresh, w.kora, link(w.gma, EdgeKind::OrganOf, w.verband, "2026-01-01", Day::OPEN)).unwrap();
        assert!(
            refusal(act(fresh, w.kora, link(w.gma, EdgeKind::OrganOf, w.verband, "2027-01-01", Day::OPEN)))
                .contains("gibt es schon")
        );
        assert!(
            refusal(act(fresh, w.kora, link(w.verband, EdgeKind::OrganOf, w.gma, "2020-01-01", Day::OPEN)))
                .contains("sein eigenes Organ"),
            "on a day they share"
        );
        act(fresh, w.kora, link(w.verband, EdgeKind::OrganOf, w.gma, "2020-01-01", day("2026-01-01"))).unwrap();
        act(fresh, w.kora, move |tx, by| networks::disconnect(tx, by, w.organ, day("2026-06-01"))).unwrap();
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::disconnect(tx, by, w.organ, day("2027-01-01"))))
                .contains("schon früher")
        );
        assert!(matches!(
            act(fresh, w.dora, link(w.rag, EdgeKind::CooperatesWith, w.verband, "2026-01-01", Day::OPEN)),
            Err(Error::Denied(_))
        ));
        let kinds = read(fresh, None, move |c, a| {
            Ok(networks::list_edges(c, a, w.rag, c.today())?.into_iter().map(|e| e.kind).collect::<Vec<_>>())
        });
        assert_eq!(kinds, [EdgeKind::Elects, EdgeKind::OrganOf], "several parents");
    });
}

#[test]
fn edits_meet_versions_and_names_are_kept() {
    both(|fresh| {
        let w = world(fresh);
        act(fresh, w.kora, move |tx, by| {
            networks::rename_body(tx, by, w.gma, 1, "Ausschuss für Gleichstellung", day("2020-01-01"))
        })
        .unwrap();
        assert!(matches!(
            act(fresh, w.kora, move |tx, by| networks::rename_body(tx, by, w.gma, 1, "Noch anders", day("2021-01-01"))),
            Err(Error::Stale)
        ));
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::rename_body(
                tx,
                by,
                w.gma,
                2,
                "Noch anders",
                day("2019-01-01")
            )))
            .contains("neuerer Name")
        );
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::rename_body(
                tx,
                by,
                w.gma,
                2,
                "Ausschuss für Gleichstellung",
                day("2021-01-01")
            )))
            .contains("heutige Name")
        );
        let names = read(fresh, None, move |c, a| {
            let (gma, former) = (networks::find_body(c, a, w.gma)?, networks::former_names(c, a, &[w.gma])?);
            Ok(["2019-12-31", "2020-01-01"]
                .map(|on| people::name_on(&gma.name, &former, w.gma.raw(), day(on)).to_owned()))
        });
        assert_eq!(names, ["Gender-Mainstreaming-Ausschuss", "Ausschuss für Gleichstellung"]);
        let edit = move |version: i64, change: fn(&mut BodyForm)| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                let mut form = BodyForm::of(&networks::find_body(tx, by, w.rag)?);
                change(&mut form);
                networks::edit_body(tx, by, w.rag, version, &form)
            }
        };
        act(fresh, w.kora, edit(1, |f| f.purpose = "Wir arbeiten zusammen.".into())).unwrap();
        assert!(matches!(act(fresh, w.kora, edit(1, |f| f.purpose = "x".into())), Err(Error::Stale)));
        // The chair changes texts, and not who sees them.
        act(fresh, w.anna, edit(2, |f| f.rhythm = Some("einmal im Jahr".into()))).unwrap();
        assert!(matches!(act(fresh, w.anna, edit(3, |f| f.roster_level = Level::Network)), Err(Error::Denied(_))));
        assert!(
            refusal(act(fresh, w.kora, edit(3, |f| (f.level, f.roster_level) = (Level::Network, Level::Network))))
                .contains("offener als das Netzwerk")
        );
        assert!(refusal(act(fresh, w.kora, edit(3, |f| f.unlisted = true))).contains("sensibel"));
        let closed = NewBody::new(w.kept, BodyKind::Committee, BodyForm::new("Offenes"), day("2020-01-01"));
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::add_body(tx, by, &closed)))
                .contains("Das Netzwerk ist sensibel")
        );
    });
}

#[test]
fn events_name_things_by_number_within_their_scope() {
    both(|fresh| {
        let w = world(fresh);
        let before =
            fresh.db.read_now(|c| c.count("SELECT value FROM counter WHERE name = 'event'", db::args! {})).unwrap();
        act(fresh, w.kora, move |tx, by| {
            let seat = networks::add_seat(tx, by, w.kept, &NewSeat::new(SeatKind::Personal, day("2020-01-01")))?;
            networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::person(w.dora), day("2026-01-01")))
        })
        .unwrap();
        let events = fresh.db.read_now(move |c| db::entries_after(c, before, 10)).unwrap();
        assert_eq!(events.iter().map(|e| e.verb.as_str()).collect::<Vec<_>>(), ["seats.added", "seat.filled"]);
        let scopes = fresh
            .db
            .read_now(move |c| {
                c.all(
                    "SELECT network_id, body_id, level, actor_id FROM event WHERE seq > :before",
                    db::args! { before: before },
                    |r| Ok((r.get::<i64>(0)?, r.get::<i64>(1)?, r.get::<i64>(2)?, r.get::<i64>(3)?)),
                )
            })
            .unwrap();
        assert!(
            scopes.iter().all(|s| *s == (w.kept.raw(), w.kept.raw(), 2, w.kora.raw())),
            "level of the roster, not of the page"
        );
        let touched = fresh
            .db
            .read_now(move |c| {
                c.count(
                    "SELECT COUNT(*) FROM event_touch WHERE seq > :before AND kind = 'person' AND subject_id = :dora",
                    db::args! { before: before, dora: w.dora },
                )
            })
            .unwrap();
        assert_eq!(touched, 1);
    });
}

#[test]
fn seats_are_numbered_and_refuse_who_does_not_fit() {
    both(|fresh| {
        let w = world(fresh);
        let seats = act(fresh, w.kora, move |tx, by| {
            let new = NewSeat::new(SeatKind::Post, day("2000-01-01"));
            networks::add_seats(tx, by, w.rag, &[new.clone(), NewSeat { number: Some(50), ..new.clone() }, new])
        })
        .unwrap();
        let numbers = read(fresh, Some(w.kora), move |c, a| {
            seats.iter().map(|s| Ok(networks::find_seat(c, a, *s)?.0.number)).collect::<kernel::Result<Vec<_>>>()
        });
        assert_eq!(numbers, [6, 50, 51]);
        let again = act(fresh, w.kora, move |tx, by| {
            networks::add_seat(
                tx,
                by,
                w.rag,
                &NewSeat { number: Some(50), ..NewSeat::new(SeatKind::Post, day("2000-01-01")) },
            )
        });
        assert!(refusal(again).contains("schon ein anderer Sitz"));
        let fill = move |seat, occupant, from: &'static str| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                networks::fill_seat(tx, by, &NewOccupancy::new(seat, occupant, day(from)))
            }
        };
        assert!(
            refusal(act(fresh, w.kora, fill(w.seat_aachen, Occupant::person(w.nora), "2026-01-01")))
                .contains("gehört einer Stelle")
        );
        assert!(
            refusal(act(fresh, w.kora, fill(w.seat_aachen, Occupant::Post(w.post_dueren), "2026-01-01")))
                .contains("schon besetzt")
        );
        assert!(
            refusal(act(fresh, w.kora, fill(w.elected, Occupant::person_by_post(w.dora, w.post_aachen), "2027-06-01")))
                .contains("nicht inne")
        );
        assert!(
            refusal(act(fresh, w.kora, fill(w.delegate, Occupant::person(w.dora), "2027-06-01")))
                .contains("keinen Sitz im entsendenden")
        );
        assert!(
            refusal(act(fresh, w.kora, move |tx, by| networks::fill_seat(
                tx,
                by,
                &NewOccupancy::new(w.elected, Occupant::person_by_post(w.dora, w.post_dueren), day("2028-01-01"))
                    .term_end(day("2027-01-01"))
            )))
            .contains("vor dem ersten Tag")
        );
        let second = act(fresh, w.kora, move |tx, by| {
            networks::name_representative(
                tx,
                by,
                &NewRepresentative {
                    occupancy: w.occupancy_verein,
                    who: Deputed::Person(w.nora),
                    rank: 1,
                    from: day("2026-01-01"),
                    until: Day::OPEN,
                },
            )
        });
        assert!(refusal(second).contains("schon benannt"));
        let of_a_post = act(fresh, w.kora, move |tx, by| {
            networks::name_representative(
                tx,
                by,
                &NewRepresentative {
                    occupancy: w.occupancy_aachen,
                    who: Deputed::Person(w.nora),
                    rank: 1,
                    from: day("2026-01-01"),
                    until: Day::OPEN,
                },
            )
        });
        assert!(refusal(of_a_post).contains("Organisation"));
        act(fresh, w.kora, move |tx, by| networks::end_seat(tx, by, w.seat_olga, day("2026-12-01"))).unwrap();
        assert!(read(fresh, Some(w.kora), move |c, a| Ok(networks::seat_page(
            c,
            a,
            w.seat_olga,
            day("2026-12-01"),
            day("2027-01-01")
        )?
        .now
        .is_none())));
    });
}

#[test]
fn a_coordination_appoints_where_its_network_is_concerned() {
    both(|fresh| {
        let w = world(fresh);
        let appoint = move |post, person| {
            move |tx: &db::Tx<'_>, by: &Actor| {
                networks::appoint(tx, by, &NewTenure::holder(post, person, day("2026-12-01")))
            }
        };
        assert!(matches!(act(fresh, w.anna, appoint(w.post_eschweiler, w.nora)), Err(Error::Denied(_))));
        assert!(
            matches!(act(fresh, w.kora, appoint(w.post_eschweiler, w.quinn)), Err(Error::NotFound)),
            "not whom she may not see"
        );
        assert!(refusal(act(fresh, w.kora, appoint(w.post_eschweiler, w.kora))).contains("eigene Bestellung"));
        act(fresh, w.kora, appoint(w.post_eschweiler, w.nora)).unwrap();
        // Another network's coordination hangs on the post of Düren.
        let other = operate(fresh, move |tx, by| {
            Ok(networks::found_network(
                tx,
                by,
                &NewNetwork { slug: None, form: BodyForm::new("LAG"), from: day("1990-01-01"), admin: w.olga },
            )?
            .network)
        })
        .unwrap();
        act(fresh, w.olga, move |tx, by| {
            let seat = networks::add_seat(
                tx,
                by,
                other,
                &NewSeat::office(Office::Secretariat, SeatKind::Post, day("1990-01-01")),
            )?;
            networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::Post(w.post_dueren), day("1995-01-01")))
        })
        .unwrap();
        let Err(Error::Denied(Some(reason))) = act(fresh, w.kora, appoint(w.post_dueren, w.rosa)) else {
            panic!("denied with a sentence")
        };
        assert!(reason.de.contains("Koordination eines anderen Netzwerks"));
        assert!(matches!(
            act(fresh, w.kora, move |tx, by| networks::end_tenure(tx, by, w.tenure_dora, day("2026-12-01"))),
            Err(Error::Denied(_))
        ));
        act(fresh, w.kora, move |tx, by| networks::end_tenure(tx, by, w.tenure_anna, day("2026-12-01"))).unwrap();
    });
}

#[test]
fn topics_and_consent_are_chosen_once() {
    both(|fresh| {
        let w = world(fresh);
        assert!(matches!(
            act(fresh, w.kora, |tx, by| networks::add_topic(tx, by, "bauen", "Bauen", "Building")),
            Err(Error::Denied(_))
        ));
        let topic = operate(fresh, |tx, by| networks::add_topic(tx, by, "bauen", "Bauen", "Building")).unwrap();
        assert!(
            refusal(operate(fresh, |tx, by| networks::add_topic(tx, by, "bauen", "Bau", "Build")))
                .contains("gibt es schon")
        );
        act(fresh, w.kora, move |tx, by| networks::set_topics(tx, by, w.gma, &[topic, topic])).unwrap();
        assert!(matches!(
            act(fresh, w.kora, move |tx, by| networks::set_topics(tx, by, w.gma, &[topic, Id::new(5)])),
            Err(Error::NotFound)
        ));
        assert_eq!(read(fresh, None, move |c, a| networks::list_topics_of(c, a, &[w.gma])).len(), 1);
        let give = |tx: &db::Tx<'_>, by: &Actor| networks::give_consent(tx, by, Field::Name, Audience::Public, None);
        let (first, second) = (act(fresh, w.anna, give).unwrap(), act(fresh, w.anna, give).unwrap());
        assert_eq!(first, second);
        assert!(
            refusal(act(fresh, w.anna, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Network, None)))
                .contains("welches Netzwerk")
        );
        assert!(
            matches!(act(fresh, w.dora, move |tx, by| networks::withdraw_consent(tx, by, first)), Err(Error::NotFound)),
            "hers alone"
        );
        act(fresh, w.anna, move |tx, by| networks::withdraw_consent(tx, by, first)).unwrap();
        assert!(matches!(
            act(fresh, w.anna, move |tx, by| networks::withdraw_consent(tx, by, first)),
            Err(Error::NotFound)
        ));
    });
}
