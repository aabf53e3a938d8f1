//! What each reader may see, in every read there is: sensitive, unlisted, consent, deputies, committee members who are
//! no members of the network. Each forbidden word is also looked for where it may be found, so no case passes empty.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod common;

use std::fmt::Write;

use common::{World, act, day, operate, read, try_read, world};
use db::Conn;
use kernel::{Actor, Error, Id, Result, Term};
use networks::{Audience, Field, Names, Place, soon_after};
use people::{OwnData, Person};
use testkit::{Fresh, both};

/// Everything this reader gets from every read, written out. Numbers of things show as `#123`.
fn everything(c: &Conn, a: &Actor, w: &World) -> Result<String> {
    let (today, soon) = (c.today(), soon_after(c.today()));
    let mut out = String::new();
    let mut put = |part: &str, value: &dyn std::fmt::Debug| writeln!(out, "{part}: {value:?}").unwrap();
    let networks = [w.rag, w.verband, w.kept, w.hidden];
    let bodies = [w.rag, w.verband, w.kept, w.hidden, w.gma, w.outside, w.open, w.kept_team];
    put("networks", &networks::list_networks(c, a, today)?);
    put("by id", &networks::list_bodies_by_id(c, a, &bodies)?);
    put("edges between", &networks::list_edges_between_networks(c, a, today)?);
    put("counts", &networks::counts(c, a, &bodies, today)?);
    put("vacancies", &networks::vacancies(c, a, &networks, today, soon)?);
    put("ends", &networks::ends_soon(c, a, &networks, today, soon)?);
    put("topics", &networks::list_topics_of(c, a, &bodies)?);
    put("former", &networks::former_names(c, a, &bodies)?);
    for network in networks {
        put("bodies", &networks::list_bodies(c, a, network, today)?);
        put("edges", &networks::list_edges(c, a, network, today)?);
        put("delegations", &networks::delegations(c, a, network, today, soon)?);
    }
    for body in bodies {
        put("chain", &networks::chain(c, a, body, today, soon)?);
        let Ok(found) = networks::find_body(c, a, body) else { continue };
        put("roster", &networks::roster(c, a, &found, today, soon)?);
        put("members", &networks::members(c, a, &found, today)?);
        put("organisations", &networks::organisations(c, a, &found, today)?);
        for organisation in [w.aachen, w.verein, w.bund] {
            put("represented", &networks::represented(c, a, &found, organisation, Term::since(day("1990-01-01")))?);
        }
    }
    for seat in
        [w.seat_aachen, w.elected, w.chair, w.delegate, w.seat_verein, w.born, w.seat_olga, w.seat_quinn, w.seat_uma]
    {
        put("seat", &networks::seat_page(c, a, seat, today, soon).ok());
    }
    let persons = [w.anna, w.vera, w.dora, w.kora, w.rosa, w.sina, w.olga, w.quinn, w.nora, w.uma];
    for person in persons {
        put("hats", &networks::hats(c, a, person, today)?);
        put("person", &networks::person_page(c, a, person, today).ok());
    }
    put("cards", &networks::person_cards(c, a, &persons, today)?);
    put("asked", &networks::asked(c, a)?);
    for organisation in [w.aachen, w.dueren, w.verein, w.bund] {
        put("organisation", &networks::organisation_page(c, a, organisation, today).ok());
    }
    put("organisations", &networks::visible_organisations(c, a, &[w.aachen, w.verein, w.bund], today)?);
    Ok(out)
}

fn seen_by(fresh: &Fresh, w: World, reader: Option<Id<Person>>) -> String {
    read(fresh, reader, move |c, a| everything(c, a, &w))
}

#[test]
fn who_belongs_to_a_sensitive_network_never_leaves_it() {
    both(|fresh| {
        let w = world(fresh);
        let (quinn, seat, team) = ("Quast".to_owned(), format!("{:?}", w.seat_quinn), "Regenbogenberatung".to_owned());
        for reader in [None, Some(w.nora), Some(w.dora), Some(w.rosa), Some(w.olga), Some(w.uma)] {
            let seen = seen_by(fresh, w, reader);
            for word in [&quinn, &seat, &team, &format!("{:?}", w.quinn), &format!("{:?}", w.bund)] {
                assert!(!seen.contains(word.as_str()), "{reader:?} reads {word}");
            }
            assert!(
                seen.contains("Kommunales LSBTIQ-Netzwerk") && seen.contains("Orga-Team"),
                "that it exists is public"
            );
            let counts =
                read(fresh, reader, move |c, a| networks::counts(c, a, &[w.kept, w.kept_team, w.rag], c.today()));
            assert!(
                !counts.contains_key(&w.kept) && !counts.contains_key(&w.kept_team) && counts.contains_key(&w.rag),
                "counts stay inside, too"
            );
        }
        let inside = seen_by(fresh, w, Some(w.quinn));
        for word in [&quinn, &seat, &team] {
            assert!(inside.contains(word.as_str()), "{word} is somewhere");
        }
    });
}

#[test]
fn within_a_sensitive_network_a_name_is_shown_by_consent_for_it_alone() {
    both(|fresh| {
        let w = world(fresh);
        let name = move |reader: Id<Person>| seen_by(fresh, w, Some(reader)).contains("Quast");
        assert!(
            name(w.quinn) && !name(w.anna) && !name(w.kora),
            "her own always, nobody else without consent, not even the coordination"
        );
        act(fresh, w.quinn, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::AllNetworks, None)).unwrap();
        let in_roster = move |reader: Id<Person>| {
            read(fresh, Some(reader), move |c, a| {
                let kept = networks::find_body(c, a, w.kept)?;
                let roster = networks::roster(c, a, &kept, c.today(), soon_after(c.today()))?.unwrap();
                let seat = roster.seats.into_iter().find(|s| s.id == w.seat_quinn).unwrap();
                assert_eq!((seat.state, seat.sitters.len()), (networks::SeatState::Filled, 1), "filled, whoever reads");
                Ok(seat.sitters[0].who.is_some())
            })
        };
        assert!(!in_roster(w.anna), "consent elsewhere says nothing here");
        let consent = act(fresh, w.quinn, move |tx, by| {
            networks::give_consent(tx, by, Field::Name, Audience::Network, Some(w.kept))
        })
        .unwrap();
        assert!(in_roster(w.anna) && in_roster(w.kora));
        operate(fresh, move |tx, by| {
            people::appoint(tx, by, &people::NewTenure::holder(w.post_eschweiler, w.quinn, day("2022-01-01")))
        })
        .unwrap();
        let works = move |reader: Id<Person>| {
            let (page, cards) = read(fresh, Some(reader), move |c, a| {
                Ok((
                    networks::person_page(c, a, w.quinn, c.today())?,
                    networks::person_cards(c, a, &[w.quinn], c.today())?,
                ))
            });
            assert_eq!(page.posts.len(), cards[0].posts.len());
            page.posts.len()
        };
        assert_eq!((works(w.anna), works(w.quinn)), (1, 1), "the post has a seat in a network Anna shares");
        act(fresh, w.quinn, move |tx, by| {
            let all =
                networks::own_consents(tx, by)?.into_iter().find(|c| c.audience == Audience::AllNetworks).unwrap();
            networks::withdraw_consent(tx, by, all.id)
        })
        .unwrap();
        let rag = act(fresh, w.kora, move |tx, by| {
            networks::end_occupancy(
                tx,
                by,
                networks::seat_page(tx, by, w.seat_eschweiler, tx.today(), tx.today())?
                    .now
                    .unwrap()
                    .held
                    .unwrap()
                    .occupancy,
                day("2026-11-23"),
                networks::EndReason::Exit,
            )
        });
        rag.unwrap();
        assert_eq!(
            (works(w.anna), works(w.quinn)),
            (0, 1),
            "consent within a sensitive network shows the name and not where she works"
        );
        act(fresh, w.quinn, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::AllNetworks, None)).unwrap();
        act(fresh, w.quinn, move |tx, by| networks::withdraw_consent(tx, by, consent)).unwrap();
        assert!(!in_roster(w.anna), "the next page is without");
        let bare = try_read(fresh, Some(w.dora), move |c, a| networks::person_page(c, a, w.quinn, c.today())).unwrap();
        assert_eq!(
            (bare.hats.len(), bare.posts.len()),
            (0, 1),
            "found by her consent to all networks, and nothing of where she sits"
        );
        assert!(matches!(
            try_read(fresh, None, move |c, a| networks::person_page(c, a, w.quinn, c.today())),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn an_unlisted_network_is_not_there_for_others() {
    both(|fresh| {
        let w = world(fresh);
        let words =
            [format!("{:?}", w.hidden), "Runder Tisch".to_owned(), "Ullrich".to_owned(), format!("{:?}", w.seat_uma)];
        for reader in [None, Some(w.nora), Some(w.dora), Some(w.quinn), Some(w.olga)] {
            let seen = seen_by(fresh, w, reader);
            for word in &words {
                assert!(!seen.contains(word.as_str()), "{reader:?} reads {word}");
            }
        }
        assert!(words.iter().all(|word| seen_by(fresh, w, Some(w.uma)).contains(word.as_str())));
        let by_slug =
            |reader| try_read(fresh, reader, |c, a| networks::find_network(c, a, "runder-tisch-schutz").map(|b| b.id));
        assert!(matches!(by_slug(Some(w.dora)), Err(Error::NotFound)) && by_slug(Some(w.uma)).is_ok());
        let edge = act(fresh, w.kora, move |tx, by| {
            networks::connect(
                tx,
                by,
                &networks::NewEdge::new(w.rag, networks::EdgeKind::CooperatesWith, w.hidden, day("2020-01-01")),
            )
        })
        .unwrap();
        let edges = |reader| {
            read(fresh, reader, move |c, a| networks::list_edges(c, a, w.rag, c.today())).iter().any(|e| e.id == edge)
        };
        assert!(!edges(None) && !edges(Some(w.dora)) && edges(Some(w.kora)), "an edge needs both ends");
    });
}

#[test]
fn a_roster_of_members_only_is_closed_to_others_and_its_page_is_not() {
    both(|fresh| {
        let w = world(fresh);
        for reader in [None, Some(w.nora), Some(w.dora), Some(w.quinn), Some(w.olga)] {
            let seen = seen_by(fresh, w, reader);
            assert!(seen.contains("Frauennetzwerk"));
            for word in ["Roth", "Simons", "Frauen helfen", &format!("{:?}", w.seat_verein), &format!("{:?}", w.born)] {
                assert!(!seen.contains(word), "{reader:?} reads {word}");
            }
        }
        let inside = seen_by(fresh, w, Some(w.rosa));
        assert!(
            ["Roth", "Simons", "Frauen helfen", "Fachausschuss Digitalisierung", "Offer"]
                .iter()
                .all(|word| inside.contains(word))
        );
        let committee = seen_by(fresh, w, Some(w.olga));
        assert!(committee.contains("Offer"), "the committee's member sees the committee");
    });
}

#[test]
fn names_in_a_public_roster_need_consent_and_the_seat_shows_its_post() {
    both(|fresh| {
        let w = world(fresh);
        let aachen = move |reader: Option<Id<Person>>| {
            read(fresh, reader, move |c, a| {
                let roster =
                    networks::roster(c, a, &networks::find_body(c, a, w.rag)?, c.today(), soon_after(c.today()))?
                        .unwrap();
                let gma = networks::roster(c, a, &networks::find_body(c, a, w.gma)?, c.today(), soon_after(c.today()))?
                    .unwrap();
                Ok((
                    roster.seats.into_iter().find(|s| s.id == w.seat_aachen).unwrap(),
                    gma.seats.into_iter().next().unwrap(),
                ))
            })
        };
        let (seat, elected) = aachen(None);
        assert!(seat.sitters[0].who.is_none() && seat.sitters[0].mail.is_none());
        let (post, organisation) = (seat.post.unwrap(), seat.organisation.unwrap());
        assert_eq!(
            (post.title.as_str(), organisation.name.as_str(), organisation.ags.as_deref()),
            ("Gleichstellungsstelle", "Stadt Aachen", Some("05334002"))
        );
        assert_eq!(
            post.mail.as_deref(),
            Some("gleichstellung@stadt-aachen.example.org"),
            "the functional mailbox is for everybody"
        );
        assert_eq!(
            (elected.state, elected.post, elected.organisation),
            (networks::SeatState::EndsSoon, None, None),
            "a personal seat says filled and no more"
        );
        assert!(!seen_by(fresh, w, None).contains("Albers"));

        let (seat, elected) = aachen(Some(w.dora));
        assert_eq!(seat.sitters[0].who.as_ref().unwrap().name.full(), "Anna Albers");
        assert_eq!(
            (seat.post.unwrap().title.as_str(), elected.post.unwrap().title.as_str()),
            ("Gleichstellungsbeauftragte", "Gleichstellungsbeauftragte")
        );
        assert_eq!(seat.sitters[0].mail, None, "her own address is hers to give");

        act(fresh, w.anna, |tx, by| {
            networks::give_consent(tx, by, Field::Name, Audience::Public, None)?;
            networks::give_consent(tx, by, Field::OfficeMail, Audience::AllNetworks, None)
        })
        .unwrap();
        let (seat, elected) = aachen(None);
        assert_eq!((seat.sitters[0].who.as_ref().unwrap().id, seat.sitters[0].mail.as_ref()), (w.anna, None));
        assert!(elected.post.is_some());
        assert_eq!(aachen(Some(w.quinn)).0.sitters[0].mail.as_deref(), Some("anna.albers@aachen.example.org"));
        let page = read(fresh, None, move |c, a| networks::person_page(c, a, w.anna, c.today()));
        assert!(
            page.hats.iter().all(|h| h.network.id == w.rag) && !page.hats.is_empty(),
            "of her networks the public rosters only"
        );
        let own = read(fresh, Some(w.anna), move |c, a| networks::person_page(c, a, w.anna, c.today()));
        assert!(
            own.hats.iter().any(|h| h.network.id == w.kept) && own.hats.iter().any(|h| h.network.id == w.verband),
            "herself everything"
        );
        assert_eq!(own.consents.len(), 2);
        let fellow = read(fresh, Some(w.quinn), move |c, a| networks::person_page(c, a, w.anna, c.today()));
        assert!(
            fellow.hats.iter().all(|h| h.network.id != w.kept),
            "sharing the sensitive network shows nothing without consent for it"
        );
        assert!(fellow.consents.is_empty());
    });
}

#[test]
fn private_data_and_topics_go_by_field() {
    both(|fresh| {
        let w = world(fresh);
        let topic = operate(fresh, |tx, by| networks::add_topic(tx, by, "bauen", "Bauen", "Building")).unwrap();
        act(fresh, w.anna, move |tx, by| {
            let person = people::find_person(tx, w.anna)?;
            let own = OwnData {
                pronouns: Some("sie/ihr".into()),
                private_mail: Some("anna@privat.example.org".into()),
                private_phone: Some("0170 1234567".into()),
                ..OwnData::from(&person)
            };
            people::edit_person(tx, by, w.anna, person.version, &own)?;
            networks::set_own_topics(tx, by, &[topic])?;
            networks::give_consent(tx, by, Field::PrivateMail, Audience::Network, Some(w.rag))?;
            networks::give_consent(tx, by, Field::Topics, Audience::AllNetworks, None)?;
            networks::give_consent(tx, by, Field::Name, Audience::Public, None)
        })
        .unwrap();
        let page = |reader| read(fresh, reader, move |c, a| networks::person_page(c, a, w.anna, c.today()));
        let (public, fellow, other) = (page(None), page(Some(w.dora)), page(Some(w.quinn)));
        assert_eq!((public.contact.private_mail, public.contact.pronouns, public.topics.len()), (None, None, 0));
        assert_eq!(
            (fellow.contact.private_mail.as_deref(), fellow.contact.private_phone, fellow.topics.len()),
            (Some("anna@privat.example.org"), None, 1)
        );
        assert_eq!((other.contact.private_mail, other.topics.len()), (None, 1));
        let own = page(Some(w.anna)).contact;
        assert_eq!((own.private_phone.as_deref(), own.pronouns.as_deref()), (Some("0170 1234567"), Some("sie/ihr")));
    });
}

#[test]
fn deputies_read_where_the_body_lets_them() {
    both(|fresh| {
        let w = world(fresh);
        let reads = move || {
            act(fresh, w.vera, move |tx, by| {
                Ok((by.is_member_of(w.rag.raw()), networks::hats(tx, by, w.vera, tx.today())?.len()))
            })
            .unwrap()
        };
        assert_eq!(reads(), (true, 1));
        act(fresh, w.kora, move |tx, by| {
            let rag = networks::find_body(tx, by, w.rag)?;
            networks::edit_body(
                tx,
                by,
                w.rag,
                rag.version,
                &networks::BodyForm { deputy_reads: false, ..networks::BodyForm::of(&rag) },
            )
        })
        .unwrap();
        assert_eq!(reads(), (false, 1), "her seat is still hers to see");
        operate(fresh, move |tx, by| {
            people::note_absence(
                tx,
                by,
                &people::NewAbsence { person: w.anna, tenure: None, from: day("2026-11-01"), until: day("2027-01-01") },
            )
        })
        .unwrap();
        assert_eq!(reads(), (true, 1), "while the holder is away she acts for the post");
    });
}

#[test]
fn an_organisation_shows_all_it_sits_in_and_nothing_sensitive() {
    both(|fresh| {
        let w = world(fresh);
        let roles = |reader, id| try_read(fresh, reader, move |c, a| networks::organisation_page(c, a, id, c.today()));
        let public = roles(None, w.aachen).unwrap();
        assert_eq!(
            public.roles.iter().map(|r| r.seat.id).collect::<Vec<_>>(),
            [w.seat_aachen],
            "personal seats only where the name may be shown"
        );
        assert_eq!(
            (public.posts.len(), public.posts[0].vacant, public.posts[0].people[0].who.is_none()),
            (1, false, true)
        );
        act(fresh, w.anna, |tx, by| networks::give_consent(tx, by, Field::Name, Audience::Public, None)).unwrap();
        let named = roles(None, w.aachen).unwrap();
        let mut seats: Vec<_> = named.roles.iter().map(|r| (r.network.id, r.body.id, r.seat.id)).collect();
        assert_eq!(seats.remove(0).1, w.rag, "the network before its bodies");
        seats.sort_unstable();
        let mut hers = [(w.rag, w.rag, w.chair), (w.rag, w.gma, w.elected), (w.rag, w.outside, w.delegate)];
        hers.sort_unstable();
        assert_eq!(seats, hers);
        assert_eq!(named.posts[0].post.title, "Gleichstellungsbeauftragte");
        assert!(
            matches!(roles(None, w.verein), Err(Error::NotFound)),
            "an association known through a closed roster only"
        );
        assert!(matches!(roles(Some(w.dora), w.bund), Err(Error::NotFound)));
        assert_eq!(roles(Some(w.rosa), w.verein).unwrap().roles.len(), 1);
        assert_eq!(roles(Some(w.quinn), w.bund).unwrap().roles[0].network.id, w.kept);
        let list = |reader| {
            read(fresh, reader, move |c, a| {
                Ok(networks::visible_organisations(c, a, &[w.aachen, w.verein, w.bund], c.today())?
                    .iter()
                    .map(|o| o.id)
                    .collect::<Vec<_>>())
            })
        };
        assert_eq!(list(None), [w.aachen]);
        assert_eq!(list(Some(w.quinn)), [w.aachen, w.bund], "Stadt Aachen stands with A");
    });
}

#[test]
fn erased_persons_have_no_name_and_their_seats_stay() {
    both(|fresh| {
        let w = world(fresh);
        fresh
            .db
            .write_now(move |tx| {
                tx.silent("a test");
                tx.exec("UPDATE person SET erased_at = 1 WHERE id = :id", db::args! { id: w.anna })
            })
            .unwrap();
        let seen = read(fresh, Some(w.dora), move |c, a| {
            let names = Names::load_with_places(c, a, [w.anna])?;
            let rag = networks::find_body(c, a, w.rag)?;
            let roster = networks::roster(c, a, &rag, c.today(), soon_after(c.today()))?.unwrap();
            Ok((
                names.in_place(w.anna, &Place::from(&rag)).is_some(),
                names.anywhere(w.anna).is_some(),
                roster.counts.filled,
            ))
        });
        assert_eq!(seen, (false, false, 2));
    });
}
