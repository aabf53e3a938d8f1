//! Verbs of people, on both databases.
#![allow(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use db::Tx;
use kernel::{Actor, Day, Error, Id, Office, Result, Sitting, Voice};
use people::{
    Mode, NewAbsence, NewOrganisation, NewPerson, NewPost, NewTenure, NewTerritory, Organisation, OrganisationEdit,
    OrganisationKind, OwnData, Person, Post, PostTitles, TerritoryLevel, TitleForm,
};
use testkit::{Fresh, both};

fn day(text: &str) -> Day {
    Day::literal(text)
}

fn operator() -> Actor {
    Actor { operator: true, ..Actor::default() }
}

fn herself(person: Id<Person>) -> Actor {
    Actor { person: Some(person.raw()), ..Actor::default() }
}

fn keeper() -> Actor {
    let seat = Sitting {
        seat: 1,
        body: 2,
        network: 2,
        voice: Voice::Office,
        office: Some(Office::NetworkAdmin),
        substitute: false,
    };
    Actor { person: Some(3), sits: vec![seat], ..Actor::default() }
}

fn write<T: Send + 'static>(fresh: &Fresh, f: impl FnOnce(&Tx<'_>) -> Result<T> + Send + 'static) -> Result<T> {
    fresh.db.write_now(f)
}

fn fields<T: std::fmt::Debug>(done: Result<T>) -> Vec<&'static str> {
    match done {
        Err(Error::Form(problems)) => problems.into_iter().map(|p| p.field).collect(),
        other => panic!("not a form: {other:?}"),
    }
}

/// A town, its post and a person.
fn town(fresh: &Fresh) -> (Id<Organisation>, Id<Post>, Id<Person>) {
    write(fresh, |tx| {
        let op = operator();
        let town = people::add_organisation(
            tx,
            &op,
            &NewOrganisation::new(OrganisationKind::Municipality, "Stadt Jülich", day("1972-01-01")),
        )?;
        let post = people::add_post(
            tx,
            &op,
            &NewPost::new(
                town,
                PostTitles::new("Gleichstellungsstelle", Some("Gleichstellungsbeauftragte"), None),
                day("1990-01-01"),
            ),
        )?;
        Ok((town, post, people::add_person(tx, &op, &NewPerson::new("Anna", "Ähring"))?))
    })
    .unwrap()
}

#[test]
fn territories_find_what_they_lie_in_by_their_key() {
    both(|fresh| {
        let new = |ags: Option<&str>, level, name: &str| NewTerritory {
            ags: ags.map(str::to_owned),
            level,
            name: name.into(),
            parent: None,
            from: day("1972-01-01"),
        };
        let list = [
            new(Some("05358024"), TerritoryLevel::Municipality, "Jülich"),
            new(Some("05358"), TerritoryLevel::District, "Kreis Düren"),
            new(Some("05"), TerritoryLevel::Land, "Nordrhein-Westfalen"),
            new(None, TerritoryLevel::Region, "Region Aachen"),
        ];
        let ids = write(fresh, move |tx| people::add_territories(tx, &operator(), &list)).unwrap();
        let parents = fresh
            .db
            .read_now({
                let ids = ids.clone();
                move |c| ids.iter().map(|id| Ok(people::find_territory(c, *id)?.parent)).collect::<Result<Vec<_>>>()
            })
            .unwrap();
        assert_eq!(parents, [Some(ids[1]), Some(ids[2]), None, None]);
        let again = write(fresh, move |tx| {
            people::add_territory(
                tx,
                &operator(),
                &NewTerritory {
                    ags: Some("05358".into()),
                    level: TerritoryLevel::District,
                    name: "Düren".into(),
                    parent: None,
                    from: day("1980-01-01"),
                },
            )
        });
        assert_eq!(fields(again), ["ags"]);
        let denied = write(fresh, move |tx| {
            people::add_territory(
                tx,
                &keeper(),
                &NewTerritory {
                    ags: None,
                    level: TerritoryLevel::Region,
                    name: "Eifel".into(),
                    parent: None,
                    from: day("1980-01-01"),
                },
            )
        });
        assert!(matches!(denied, Err(Error::Denied(_))));
    });
}

#[test]
fn the_register_is_kept_by_the_operator_and_the_coordinations() {
    both(|fresh| {
        let add = |by: Actor| write(fresh, move |tx| people::add_person(tx, &by, &NewPerson::new("Eva", "Beispiel")));
        assert!(add(operator()).is_ok() && add(keeper()).is_ok());
        assert!(
            matches!(add(herself(Id::new(3))), Err(Error::Denied(_)))
                && matches!(add(Actor::public()), Err(Error::Denied(_)))
        );
        let bad = NewOrganisation {
            mail: Some("x".into()),
            website: Some("javascript:x".into()),
            phone: Some("?".into()),
            ..NewOrganisation::new(OrganisationKind::Association, "a\u{202e}b", day("2000-01-01"))
        };
        assert_eq!(
            fields(write(fresh, move |tx| people::add_organisation(tx, &keeper(), &bad))),
            ["name", "mail", "phone", "website"]
        );
        let orphan = NewOrganisation {
            parent: Some(Id::new(1)),
            ..NewOrganisation::new(OrganisationKind::Unit, "Amt", day("2000-01-01"))
        };
        assert!(matches!(
            write(fresh, move |tx| people::add_organisation(tx, &keeper(), &orphan)),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn an_appointment_is_the_operators_and_a_post_may_be_shared() {
    both(|fresh| {
        let (_, post, anna) = town(fresh);
        let hers = NewTenure::holder(post, anna, day("2020-01-01"));
        let try_as = |by: Actor, new: NewTenure| write(fresh, move |tx| people::appoint(tx, &by, &new));
        assert!(
            matches!(try_as(keeper(), hers.clone()), Err(Error::Denied(_))),
            "an appointment gives rights elsewhere"
        );
        let tenure = try_as(operator(), hers.clone()).unwrap();
        let twice = try_as(operator(), NewTenure::holder(post, anna, day("2021-01-01")));
        assert!(matches!(twice, Err(Error::Rule(reason)) if reason.de.contains("schon eingetragen")));
        let second =
            write(fresh, |tx| people::add_person(tx, &operator(), &NewPerson::new("Berta", "Beispiel"))).unwrap();
        try_as(operator(), NewTenure { share_percent: 50, ..NewTenure::holder(post, second, day("2021-01-01")) })
            .unwrap();
        assert_eq!(
            fields(try_as(
                operator(),
                NewTenure {
                    share_percent: 0,
                    rank: 0,
                    mail: Some("x".into()),
                    ..NewTenure::holder(post, second, day("2022-01-01")).until(day("2022-01-01"))
                }
            )),
            ["share_percent", "rank", "mail", "until"]
        );
        assert!(matches!(
            try_as(operator(), NewTenure::deputy(post, Id::new(1), day("2021-01-01"))),
            Err(Error::NotFound)
        ));
        write(fresh, move |tx| people::end_tenure(tx, &operator(), tenure, day("2025-01-01"))).unwrap();
        assert_eq!(
            fields(write(fresh, move |tx| people::end_tenure(tx, &operator(), tenure, day("2026-01-01")))),
            ["until"]
        );
        let list = fresh.db.read_now(move |c| people::list_tenures_of_post(c, post)).unwrap();
        assert_eq!(
            list.iter().map(|t| (t.person, t.mode, t.term.until)).collect::<Vec<_>>(),
            [(second, Mode::Holder, Day::OPEN), (anna, Mode::Holder, day("2025-01-01"))]
        );
        try_as(operator(), NewTenure::holder(post, anna, day("2026-01-01"))).unwrap();
    });
}

#[test]
fn a_person_changes_her_own_data_and_nobody_else_does() {
    both(|fresh| {
        let (_, _, anna) = town(fresh);
        let edit = |by: Actor, version, change: fn(&mut OwnData)| {
            write(fresh, move |tx| {
                let mut own = OwnData::from(&people::find_person(tx, anna)?);
                change(&mut own);
                people::edit_person(tx, &by, anna, version, &own)
            })
        };
        edit(herself(anna), 1, |o| {
            (o.family, o.pronouns, o.title_form) = ("Ähring-Öz".into(), Some("sie/ihr".into()), TitleForm::Female)
        })
        .unwrap();
        assert!(matches!(edit(herself(anna), 1, |_| ()), Err(Error::Stale)));
        assert!(
            matches!(edit(operator(), 2, |_| ()), Err(Error::NotFound))
                && matches!(edit(keeper(), 2, |_| ()), Err(Error::NotFound))
        );
        assert_eq!(
            fields(edit(herself(anna), 2, |o| (o.given, o.private_mail) = (" ".into(), Some("a b@example.org".into())))),
            ["given", "private_mail"]
        );
        write(fresh, move |tx| people::record_whole_name(tx, &operator(), anna, 2, &NewPerson::new("Anna", "Aehring")))
            .unwrap();
        let person = fresh.db.read_now(move |c| people::find_person(c, anna)).unwrap();
        assert_eq!(
            (person.name().listed().as_str(), person.pronouns.as_deref(), person.version),
            ("Aehring, Anna", Some("sie/ihr"), 3)
        );
        let sorted = fresh
            .db
            .read_now(move |c| {
                c.one("SELECT sort_name FROM person WHERE id = :id", db::args! { id: anna }, |r| r.get::<String>(0))
            })
            .unwrap();
        assert_eq!(sorted, "aehring anna");
    });
}

#[test]
fn names_of_organisations_and_posts_have_dates() {
    both(|fresh| {
        let (town, post, _) = town(fresh);
        write(fresh, move |tx| {
            people::rename_organisation(tx, &operator(), town, 1, "Jülich", day("2000-01-01"))?;
            people::rename_organisation(tx, &operator(), town, 2, "Forschungsstadt Jülich", day("2020-01-01"))?;
            people::rename_post(
                tx,
                &operator(),
                post,
                1,
                &PostTitles::new("Stabsstelle Gleichstellung", None, None),
                day("2010-01-01"),
            )
        })
        .unwrap();
        assert!(matches!(
            write(fresh, move |tx| people::rename_organisation(tx, &operator(), town, 2, "Anders", day("2021-01-01"))),
            Err(Error::Stale)
        ));
        assert_eq!(
            fields(write(fresh, move |tx| people::rename_organisation(
                tx,
                &operator(),
                town,
                3,
                "Anders",
                day("2019-01-01")
            ))),
            ["from"]
        );
        let (now, former, posts) = fresh
            .db
            .read_now(move |c| {
                Ok((
                    people::find_organisation(c, town)?.name,
                    people::former_names_of_organisations(c, &[town])?,
                    people::former_names_of_posts(c, &[post])?,
                ))
            })
            .unwrap();
        let named = |on: &str| people::name_on(&now, &former, town.raw(), day(on)).to_owned();
        assert_eq!(
            [named("1999-12-31"), named("2000-01-01"), named("2026-01-01")],
            ["Stadt Jülich", "Jülich", "Forschungsstadt Jülich"]
        );
        assert_eq!(posts.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["Gleichstellungsstelle"]);
        let edit = OrganisationEdit { mail: Some("Rathaus@JUELICH.example.org".into()), ..OrganisationEdit::default() };
        write(fresh, move |tx| people::edit_organisation(tx, &keeper(), town, 3, &edit)).unwrap();
        assert_eq!(
            fresh.db.read_now(move |c| people::find_organisation(c, town)).unwrap().mail.as_deref(),
            Some("Rathaus@juelich.example.org")
        );
    });
}

#[test]
fn absences_are_noted_by_oneself_and_taken_back() {
    both(|fresh| {
        let (_, _, anna) = town(fresh);
        let new = NewAbsence { person: anna, tenure: None, from: day("2026-12-01"), until: day("2027-02-01") };
        let note = |by: Actor, new: NewAbsence| write(fresh, move |tx| people::note_absence(tx, &by, &new));
        let noted = note(herself(anna), new.clone()).unwrap();
        note(operator(), new.clone()).unwrap();
        assert!(matches!(note(keeper(), new.clone()), Err(Error::NotFound)));
        assert!(matches!(
            note(herself(anna), NewAbsence { tenure: Some(Id::new(9)), ..new.clone() }),
            Err(Error::NotFound)
        ));
        assert_eq!(fields(note(herself(anna), NewAbsence { until: new.from, ..new })), ["until"]);
        assert!(matches!(write(fresh, move |tx| people::withdraw_absence(tx, &keeper(), noted)), Err(Error::NotFound)));
        write(fresh, move |tx| people::withdraw_absence(tx, &herself(anna), noted)).unwrap();
        assert_eq!(fresh.db.read_now(move |c| people::list_absences(c, anna)).unwrap().len(), 1);
    });
}
