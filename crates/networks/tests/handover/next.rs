//! Who comes is named late, by a name that is typed, and whoever was told is told when nothing comes of it.

use super::*;

#[test]
fn a_handover_that_is_taken_back_is_told_to_who_was_told_of_it() {
    let h = house();
    account(&h, h.w.anna, "anna.albers@example.org");
    let page = entered(&h);
    let told = h.letters("anna.albers@example.org").len();
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
    let letters = h.letters("anna.albers@example.org");
    assert_eq!(letters.len(), told + 1);
    assert!(letters.iter().any(|l| l.1.contains("wurde zurückgenommen")), "{letters:?}");
}

#[test]
fn a_name_that_is_typed_is_the_successor_even_where_nobody_is_chosen() {
    let h = house();
    // Whoever was sought and not found stands in the fields already.
    h.get(Some(h.w.kora), &format!("{}?bis={LAST}&q=Kim+Neumann", path(&h))).says(&[
        "Niemand gefunden",
        "value=\"Kim\"",
        "value=\"Neumann\"",
        "value=\"neu\" checked",
    ]);
    let page = h.post(h.w.kora, &path(&h), &with(&[("whom", "niemand")])).is(303).location().to_owned();
    h.get(Some(h.w.kora), &page).says(&["Kim Neumann"]).hides(&["noch nicht benannt"]);
}

#[test]
fn n1_6_a_successor_is_named_after_the_handover_was_entered() {
    let h = house();
    let page = h.post(h.w.kora, &path(&h), &with(NOBODY)).is(303).location().to_owned();
    let next = format!("{page}/nachfolge");
    h.get(Some(h.w.kora), &page).says(&["noch nicht benannt", &next]);
    // Whoever leaves sees the handover and names nobody; others do not know of it.
    h.get(Some(h.w.anna), &page).is(200).hides(&[&next]);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &next).is(404);
        h.post(who, &next, &NEW).is(404);
    }
    h.post(h.w.kora, &next, &with(&[("given", "")])).is(422).says(&["Bitte schreiben Sie den Vornamen.", "Neumann"]);
    h.post(h.w.kora, &next, &[("whom", &format!("person-{}", h.w.dora))])
        .is(422)
        .says(&["Bitte wählen Sie eine Person."]);
    h.post(h.w.kora, &next, &NEW).is(303);
    let invited = h.letters("kim.neumann@example.org");
    assert_eq!(invited.len(), 1, "{invited:?}");
    h.get(Some(h.w.kora), &page).says(&["Kim Neumann"]).hides(&["noch nicht benannt", &next]);
    h.get(Some(h.w.kora), &next).is(404);
    let kim = kim(&h);
    h.get(Some(kim), "/netzwerke/regionale-ag/personen").is(403);
    to_midnight(&h, "2027-01-01", 0);
    work(&h);
    h.get(Some(kim), "/netzwerke/regionale-ag/personen").is(200);
    h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_aachen)).says(&["Kim Neumann"]);
}

#[test]
fn whoever_leaves_no_longer_speaks_for_the_organisation() {
    let h = house();
    let (aachen, anna, verband) = (h.w.aachen, h.w.anna, h.w.verband);
    let seat = common::act(&h.fresh, h.w.kora, move |tx, by| {
        let new = networks::NewSeat::new(networks::SeatKind::Organisation, day("2000-01-01"));
        let (seat, held) =
            common::seated(tx, by, verband, &new, networks::Occupant::Organisation(aachen), "2020-01-01")?;
        let voice = networks::NewRepresentative {
            occupancy: held,
            who: networks::Deputed::Person(anna),
            rank: 1,
            from: day("2020-01-01"),
            until: kernel::Day::OPEN,
        };
        networks::name_representative(tx, by, &voice)?;
        Ok(seat)
    })
    .unwrap();
    let before = facts(&h);
    h.get(Some(h.w.kora), &format!("{}?bis={LAST}", path(&h))).says(&["spricht dort für die Organisation"]);
    let page = entered(&h);
    let shows = |h: &House| {
        let page = h.get(Some(h.w.kora), &format!("/sitze/{seat}"));
        page.main().split("id=\"wer\"").nth(1).unwrap().split("</section>").next().unwrap().contains("Anna Albers")
    };
    assert!(shows(&h));
    to_midnight(&h, "2027-01-01", 0);
    assert!(!shows(&h));
    to_midnight(&h, "2026-11-24", 0);
    h.post(h.w.kora, &format!("{page}/zuruecknehmen"), &[]).is(303);
    assert_eq!(facts(&h), before);
}

#[test]
fn every_seat_of_whoever_leaves_stands_in_one_list_before_and_after() {
    let h = house();
    let (aachen, anna, post) = (h.w.aachen, h.w.anna, h.w.post_aachen);
    let (verband, rag, verein) = (h.w.verband, h.w.rag, h.w.verein);
    let seats = common::act(&h.fresh, h.w.kora, move |tx, by| {
        let organisation = networks::NewSeat::new(networks::SeatKind::Organisation, day("2000-01-01"));
        let voice = |body, of, who| {
            let (seat, held) =
                common::seated(tx, by, body, &organisation, networks::Occupant::Organisation(of), "2020-01-01")?;
            let voice = networks::NewRepresentative {
                occupancy: held,
                who,
                rank: 1,
                from: day("2020-01-01"),
                until: kernel::Day::OPEN,
            };
            networks::name_representative(tx, by, &voice)?;
            Ok::<_, kernel::Error>(seat)
        };
        // Speaks whoever holds the post; she herself for her office; she herself for somebody else.
        let passes = voice(verband, verein, networks::Deputed::Post(post))?;
        let ends = voice(verband, aachen, networks::Deputed::Person(anna))?;
        let stays = voice(rag, verein, networks::Deputed::Person(anna))?;
        Ok([passes, ends, stays])
    })
    .unwrap();
    let lists = |html: &str| {
        let from = |head: &str| html.find(head).unwrap_or_else(|| panic!("{head} is missing in {html}"));
        let heads =
            ["Das geht auf die Nachfolge über", "Das hängt an der Stelle", "Das bleibt bei der Person"].map(from);
        let of = |seat: Id<networks::Seat>| {
            let link = format!("/sitze/{seat}\"");
            assert_eq!(html.matches(&link).count(), 1, "{seat} stands once in {html}");
            let at = html.find(&link).unwrap();
            heads.iter().filter(|head| **head < at).count()
        };
        seats.map(of)
    };
    let preview = h.get(Some(h.w.anna), &format!("{}?bis={LAST}", path(&h)));
    assert_eq!(lists(preview.is(200).main()), [1, 2, 3]);
    let page = entered(&h);
    assert_eq!(lists(h.get(Some(h.w.anna), &page).main()), [1, 2, 3]);
    to_midnight(&h, "2027-01-01", 0);
    work(&h);
    assert_eq!(lists(h.get(Some(h.w.kora), &page).main()), [1, 2, 3]);
}

#[test]
fn both_are_told_the_day_and_who_keeps_a_network_is_asked_who_comes() {
    let h = house();
    account(&h, h.w.anna, "anna.albers@example.org");
    account(&h, h.w.kora, "kora.krings@example.org");
    // She enters it herself: a mail with the day, and the coordination is asked.
    h.get(Some(h.w.anna), "/konto").is(200).says(&["Stelle übergeben", &path(&h)]);
    let page = h.post(h.w.anna, &path(&h), &[("bis", LAST)]).is(303).location().to_owned();
    let told = h.letters("anna.albers@example.org");
    assert!(told.len() == 1 && told[0].1.contains("31. Dezember 2026"), "{told:?}");
    let asked = h.letters("kora.krings@example.org");
    assert!(asked.len() == 1 && asked[0].1.contains(&format!("{page}/nachfolge")), "{asked:?}");
    assert!(asked[0].1.contains("1. Januar 2027"), "{asked:?}");
    // Who comes is named: both learn the first day.
    h.post(h.w.kora, &format!("{page}/nachfolge"), &NEW).is(303);
    let told = h.letters("anna.albers@example.org");
    assert!(told.len() == 2 && told[1].1.contains("1. Januar 2027"), "{told:?}");
    let comes = h.letters("kim.neumann@example.org");
    assert!(comes.len() == 1 && comes[0].1.contains("ab 1. Januar 2027"), "{comes:?}");
    h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_aachen)).says(&["Wer hier saß und wer folgt"]);
    h.letters_have_their_shape(&["handover"]);
}
