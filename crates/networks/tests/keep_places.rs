//! Entering organisations, posts and territories in the browser, and changing them: who may, and what it says of other days.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

mod common;
mod house;

use db::args;
use house::{House, Seen, house, houses};

const ORGANISATION: [(&str, &str); 5] = [
    ("name", "Mädchentreff Alsdorf"),
    ("kind", "association"),
    ("territory", "Stadt Eschweiler"),
    ("from", "2001-01-01"),
    ("mail", "post@treff.example.org"),
];
const POST: [(&str, &str); 8] = [
    ("title", "Stabsstelle Gleichstellung"),
    ("title_female", "Beauftragte"),
    ("territory", "05334"),
    ("legal_basis", "§ 5 GO NRW"),
    ("engagement", "secondary"),
    ("mail", "stab@aachen.example.org"),
    ("phone", "0241 432-1"),
    ("from", "2020-01-01"),
];
const TERRITORY: [(&str, &str); 5] =
    [("name", "Würselen"), ("level", "municipality"), ("ags", "05334036"), ("parent", ""), ("from", "1972-01-01")];

fn with<'a>(all: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = all.iter().copied().filter(|(n, _)| !changes.iter().any(|(c, _)| c == n));
    kept.chain(changes.iter().copied()).collect()
}

fn version(page: &Seen) -> String {
    page.is(200).html.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn count(h: &House, table: &'static str) -> i64 {
    h.fresh.db.read_now(move |c| c.count(&format!("SELECT COUNT(*) FROM {table}"), args! {})).unwrap()
}

fn territory(h: &House, name: &'static str) -> i64 {
    let sql = "SELECT id FROM territory WHERE name = :n";
    h.fresh.db.read_now(move |c| c.one(sql, args! { n: name }, |r| r.get(0))).unwrap()
}

#[test]
fn keepers_enter_an_organisation_and_nobody_else_does() {
    let h = house();
    let there = "/organisationen/anlegen";
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), there).is(403);
        h.post(who, there, &ORGANISATION).is(403);
    }
    h.get(None, there).is(303);
    h.get(Some(h.w.kora), &format!("/gremien/{}/verwalten", h.w.rag)).says(&[there]);
    let once = h.get(Some(h.w.kora), there).is(200).says(&["Organisation anlegen"]).once();
    let before = count(&h, "organisation");
    let mut made = String::new();
    for _ in 0..2 {
        let sent = with(&ORGANISATION, &[("einmal", once.as_str())]);
        made = h.post(h.w.kora, there, &sent).is(303).location().to_owned();
    }
    assert_eq!(count(&h, "organisation"), before + 1, "sent twice, it acts once");
    h.get(Some(h.w.kora), &made).is(200).says(&["Mädchentreff Alsdorf", "Stadt Eschweiler", "post@treff.example.org"]);
    // An association that sits nowhere is nobody else's business.
    for who in [Some(h.w.dora), None] {
        h.get(who, &made).is(404);
    }
    for (field, value) in [
        ("name", ""),
        ("name", "Mädchentreff Alsdorf"),
        ("kind", "verein"),
        ("territory", "Nirgendwo"),
        ("from", ""),
        ("from", "gestern"),
        ("mail", "kein"),
        ("website", "javascript:alert(1)"),
    ] {
        let free = with(&ORGANISATION, &[("name", "Anderer Verein"), ("address", "Bleibt stehen")]);
        let sent = with(&free, &[(field, value)]);
        h.post(h.w.kora, there, &sent).is(422).says(&[&format!("href=\"#{field}\""), "Bleibt stehen"]);
    }
    assert_eq!(count(&h, "organisation"), before + 1);
}

#[test]
fn a_name_taken_by_what_one_may_not_know_of_gives_nothing_away() {
    let h = house();
    // Nora keeps a network of her own; the association of the sensitive network is none of hers, but keepers of registers
    // know all of them: she is told it is there already, as in every search of hers.
    let nora = h.w.nora;
    common::operate(&h.fresh, move |tx, _| common::network(tx, "Anderes Netz", nora, |_| ())).unwrap();
    let sent = with(&ORGANISATION, &[("name", "Regenbogenberatung")]);
    h.post(nora, "/organisationen/anlegen", &sent).is(422).says(&["gibt es schon"]);
    h.post(h.w.dora, "/organisationen/anlegen", &sent).is(403).hides(&["gibt es schon"]);
}

#[test]
fn a_part_of_an_organisation_says_so() {
    let h = house();
    let there = format!("/organisationen/anlegen?teil={}", h.w.aachen);
    h.get(Some(h.w.kora), &there).is(200).says(&["Teil von Stadt Aachen"]);
    let aachen = h.w.aachen.to_string();
    let sent = with(&ORGANISATION, &[("name", "Fachbereich Vielfalt"), ("kind", "unit"), ("parent", aachen.as_str())]);
    let made = h.post(h.w.kora, "/organisationen/anlegen", &sent).is(303).location().to_owned();
    h.get(Some(h.w.kora), &made).says(&["Teil von", "Stadt Aachen"]);
    h.get(Some(h.w.kora), "/organisationen/anlegen?teil=4711").is(200).hides(&["Teil von"]);
}

#[test]
fn a_post_is_entered_with_territory_basis_and_mailbox_and_filled_with_a_share() {
    let h = house();
    let there = format!("/organisationen/{}/stelle", h.w.aachen);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &POST).is(403);
    }
    h.get(None, &there).is(303);
    h.get(Some(h.w.kora), &there.replace(&h.w.aachen.to_string(), "4711")).is(404);
    let town = format!("/organisationen/{}", h.w.aachen);
    h.get(Some(h.w.kora), &town).says(&[&there]);
    h.get(Some(h.w.anna), &town).hides(&[&there]);
    for (field, value) in [
        ("title", ""),
        ("territory", "Nirgendwo"),
        ("engagement", "ganz"),
        ("mail", "kein"),
        ("phone", "ruf an"),
        ("from", ""),
        ("from", "1900-01-01"),
    ] {
        let sent = with(&POST, &[(field, value)]);
        h.post(h.w.kora, &there, &sent).is(422).says(&[&format!("href=\"#{field}\""), "Beauftragte"]);
    }
    h.post(h.w.kora, &there, &POST).is(303);
    h.get(Some(h.w.kora), &town).says(&["Stabsstelle Gleichstellung", "§ 5 GO NRW", "stab@aachen.example.org"]);
    let sql = "SELECT p.id, t.ags FROM post p JOIN territory t ON t.id = p.territory_id WHERE p.title = 'Stabsstelle Gleichstellung'";
    let read = |c: &db::Conn| c.one(sql, args! {}, |r| Ok((r.get::<i64>(0)?, r.get::<String>(1)?)));
    let (post, ags) = h.fresh.db.read_now(read).unwrap();
    assert_eq!(ags, "05334");
    // It has a seat, so who keeps the network fills it: half of it.
    let rag = h.w.rag;
    common::act(&h.fresh, h.w.kora, move |tx, by| {
        let seat = networks::NewSeat::new(networks::SeatKind::Post, common::day("2020-01-01"));
        common::seated(tx, by, rag, &seat, networks::Occupant::Post(kernel::Id::new(post)), "2020-01-01")
    })
    .unwrap();
    let fill = format!("/stellen/{post}/besetzen");
    let nora = [("q", ""), ("whom", "neu"), ("given", "Kim"), ("family", "Neumann"), ("mode", "holder")];
    let half = with(&nora, &[("from", "2026-11-23"), ("share", "50")]);
    for wrong in ["0", "101", "halb"] {
        h.post(h.w.kora, &fill, &with(&half, &[("share", wrong)])).is(422).says(&["href=\"#share\""]);
    }
    h.post(h.w.kora, &fill, &half).is(303);
    let share = move |c: &db::Conn| c.count("SELECT share_percent FROM tenure WHERE post_id = :p", args! { p: post });
    assert_eq!(h.fresh.db.read_now(share).unwrap(), 50);
}

#[test]
fn details_and_title_of_a_post_change_and_a_stale_form_shows_both_versions() {
    let h = house();
    let (edit, rename) =
        (format!("/stellen/{}/bearbeiten", h.w.post_aachen), format!("/stellen/{}/umbenennen", h.w.post_aachen));
    for path in [&edit, &rename] {
        for who in [h.w.anna, h.w.dora, h.w.nora] {
            h.get(Some(who), path).is(403);
            h.post(who, path, &[("version", "1")]).is(403);
        }
        h.get(None, path).is(303);
        h.get(Some(h.w.kora), &path.replace(&h.w.post_aachen.to_string(), "4711")).is(404);
    }
    let town = format!("/organisationen/{}", h.w.aachen);
    h.get(Some(h.w.kora), &town).says(&[&edit, &rename]);
    let old = version(&h.get(Some(h.w.kora), &edit));
    let sent = with(&POST, &[("version", old.as_str()), ("territory", "")]);
    h.post(h.w.kora, &edit, &sent).is(303);
    h.get(Some(h.w.kora), &town).says(&["stab@aachen.example.org", "§ 5 GO NRW"]);
    let late = with(&sent, &[("mail", "anders@aachen.example.org"), ("engagement", "honorary")]);
    h.post(h.w.kora, &edit, &late).is(409).says(&[
        "inzwischen geändert",
        "stab@aachen.example.org",
        "anders@aachen.example.org",
        "nebenamtlich",
    ]);
    let now = version(&h.get(Some(h.w.kora), &rename));
    let new = [("version", now.as_str()), ("title", "Büro für Chancengleichheit"), ("from", "2026-11-01")];
    for (field, value) in [("title", ""), ("from", ""), ("from", "2027-01-01"), ("from", "1980-01-01")] {
        h.post(h.w.kora, &rename, &with(&new, &[(field, value)])).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.kora, &rename, &new).is(303);
    h.post(h.w.kora, &rename, &new).is(409);
    let seat = format!("/sitze/{}", h.w.seat_aachen);
    h.get(Some(h.w.kora), &seat).says(&["Büro für Chancengleichheit"]);
    h.get(Some(h.w.kora), &format!("{seat}?stand=2026-10-31"))
        .says(&["Gleichstellungsstelle"])
        .hides(&["id=\"wer\">Büro"]);
}

#[test]
fn whoever_runs_the_installation_enters_territories_and_nobody_else_sees_the_pages() {
    let h = house();
    h.operates(h.w.nora);
    let düren = territory(&h, "Stadt Düren");
    let pages = [
        "/gebiete".to_owned(),
        "/gebiete/anlegen".to_owned(),
        format!("/gebiete/{düren}/bearbeiten"),
        format!("/gebiete/{düren}/umbenennen"),
        format!("/gebiete/{düren}/aufloesen"),
    ];
    for path in &pages {
        for who in [h.w.kora, h.w.anna, h.w.dora] {
            h.get(Some(who), path).is(403);
        }
        h.get(None, path).is(303);
        h.get(Some(h.w.nora), path).is(200);
    }
    for path in &pages[1..] {
        h.post(h.w.kora, path, &with(&TERRITORY, &[("version", "1")])).is(403);
    }
    h.get(Some(h.w.nora), "/gebiete/4711/bearbeiten").is(404);
    h.get(Some(h.w.nora), "/netzwerke").says(&["href=\"/gebiete\""]);
    h.get(Some(h.w.kora), "/netzwerke").hides(&["href=\"/gebiete\""]);
    h.get(Some(h.w.nora), "/gebiete?q=05358").says(&["Stadt Düren", "Kreis Düren"]).hides(&["Eschweiler"]);
    h.get(Some(h.w.nora), "/gebiete?q=esch").says(&["Stadt Eschweiler"]).hides(&["Düren"]);
    for (field, value) in [
        ("name", ""),
        ("level", "dorf"),
        ("ags", "123"),
        ("ags", "05358008"),
        ("parent", "Nirgendwo"),
        ("parent", "Stadt Düren"),
        ("from", ""),
    ] {
        let sent = with(&TERRITORY, &[(field, value)]);
        h.post(h.w.nora, "/gebiete/anlegen", &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.nora, "/gebiete/anlegen", &TERRITORY).is(303);
    h.get(Some(h.w.nora), "/gebiete?q=würs".replace('ü', "%C3%BC").as_str()).says(&[
        "Würselen",
        "Schlüssel 05334036",
        "in StädteRegion Aachen",
    ]);
}

#[test]
fn territories_are_put_right_renamed_and_merged_and_earlier_days_keep_their_names() {
    for h in houses(&[networks::slice()]) {
        put_right_and_merged(&h);
    }
}

fn put_right_and_merged(h: &House) {
    h.operates(h.w.nora);
    let düren = territory(h, "Stadt Düren");
    let at = |what: &str| format!("/gebiete/{düren}/{what}");
    let form = h.get(Some(h.w.nora), &at("bearbeiten"));
    form.is(200).says(&["value=\"05358008\"", "Kreis Düren"]);
    let old = version(&form);
    let right = [
        ("version", old.as_str()),
        ("name", "Stadt Düren"),
        ("level", "municipality"),
        ("ags", "05358012"),
        ("parent", "Kreis Düren"),
        ("from", "1972-01-01"),
        ("until", ""),
    ];
    for (field, value) in [("until", "1971-01-01"), ("parent", "Stadt Düren"), ("ags", "05334002")] {
        let sent = with(&right, &[(field, value)]);
        h.post(h.w.nora, &at("bearbeiten"), &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.nora, &at("bearbeiten"), &right).is(303);
    let late = with(&right, &[("ags", "05358016")]);
    h.post(h.w.nora, &at("bearbeiten"), &late).is(409).says(&["inzwischen geändert", "05358012", "05358016"]);

    let now = version(&h.get(Some(h.w.nora), &at("umbenennen")));
    let named = [("version", now.as_str()), ("name", "Düren an der Rur"), ("from", "2026-11-01")];
    for (field, value) in [("name", "Stadt Düren"), ("from", "2027-01-01"), ("from", "1900-01-01")] {
        let sent = with(&named, &[(field, value)]);
        h.post(h.w.nora, &at("umbenennen"), &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.nora, &at("umbenennen"), &named).is(303);
    let town = format!("/organisationen/{}", h.w.dueren);
    h.get(None, &town).says(&["Düren an der Rur"]);
    h.get(None, &format!("{town}?stand=2026-10-31")).hides(&["Düren an der Rur"]);

    let now = version(&h.get(Some(h.w.nora), &at("aufloesen")));
    let gone = [("version", now.as_str()), ("until", "2026-10-31"), ("into", "05334012")];
    for (field, value) in [("until", ""), ("until", "1960-01-01"), ("into", "Nirgendwo"), ("into", "Düren an der Rur")]
    {
        let sent = with(&gone, &[(field, value)]);
        h.post(h.w.nora, &at("aufloesen"), &sent).is(422).says(&[&format!("href=\"#{field}\"")]);
    }
    h.post(h.w.nora, &at("aufloesen"), &gone).is(303);
    h.get(Some(h.w.nora), "/gebiete?q=rur").says(&["aufgegangen in Stadt Eschweiler"]);
    // A territory that is divided names all its parts, none twice, and each is there on the day after.
    let kreis = territory(h, "Kreis Düren");
    let end = format!("/gebiete/{kreis}/aufloesen");
    let now = version(&h.get(Some(h.w.nora), &end));
    let into =
        |lines: &'static str| [("version", now.clone()), ("until", "2026-10-31".into()), ("into", lines.to_owned())];
    let send = |lines| {
        let fields = into(lines);
        h.post(h.w.nora, &end, &fields.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>())
    };
    for wrong in ["05334012\n05334012", "05334012\nNirgendwo", "05334012\nDüren an der Rur"] {
        send(wrong).is(422).says(&["href=\"#into\"", "05334012"]);
    }
    send("05334012\nStädteRegion Aachen").is(303);
    h.get(Some(h.w.nora), "/gebiete?q=05358").says(&["geteilt in StädteRegion Aachen und Stadt Eschweiler"]);
    // Nobody is unseated by a merger of territories.
    h.get(Some(h.w.dora), "/netzwerke/regionale-ag/personen").is(200);
}

#[test]
fn who_sat_there_before_the_new_name_is_told_under_the_old_one() {
    let h = house();
    let (tenure, post, nora, town) = (h.w.tenure_dora, h.w.post_dueren, h.w.nora, h.w.dueren);
    common::act(&h.fresh, h.w.kora, move |tx, by| {
        networks::end_tenure(tx, by, tenure, common::day("2026-06-01"))?;
        networks::appoint(tx, by, &people::NewTenure::holder(post, nora, common::day("2026-06-01")))?;
        let there = people::find_organisation(tx, town)?;
        people::rename_organisation(tx, by, town, there.version, "Rurstadt Düren", common::day("2026-09-01"))
    })
    .unwrap();
    let page = h.get(Some(h.w.kora), &format!("/sitze/{}", h.w.seat_dueren));
    let chain = page.main().split("id=\"wersass\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    let of = |name: &str| chain.split(name).nth(1).unwrap().split("</li>").next().unwrap().to_owned();
    assert!(of("Nora Neu").contains("Rurstadt Düren"), "{chain}");
    assert!(of("Dora Dahlke").contains("Stadt Düren") && !of("Dora Dahlke").contains("Rurstadt"), "{chain}");
}

#[test]
fn a_divided_town_passes_its_post_and_seats_on_and_what_was_stays_under_its_name() {
    for h in houses(&[networks::slice()]) {
        divided(&h);
    }
}

fn divided(h: &House) {
    let there = format!("/organisationen/{}/teilen", h.w.dueren);
    for who in [h.w.anna, h.w.dora, h.w.nora] {
        h.get(Some(who), &there).is(403);
        h.post(who, &there, &[("version", "1")]).is(403);
    }
    h.get(None, &there).is(303);
    h.get(Some(h.w.kora), &there.replace(&h.w.dueren.to_string(), "4711")).is(404);
    // The town holds a seat itself beside its post's.
    let (town, verband) = (h.w.dueren, h.w.verband);
    let (seat, held) = common::act(&h.fresh, h.w.kora, move |tx, by| {
        let new = networks::NewSeat::new(networks::SeatKind::Organisation, common::day("2000-01-01"));
        common::seated(tx, by, verband, &new, networks::Occupant::Organisation(town), "2020-01-01")
    })
    .unwrap();
    let form = h.get(Some(h.w.kora), &format!("{there}?q=eschweiler,aachen"));
    let (old, post, sits) = (version(&form), format!("post-{}", h.w.post_dueren), format!("sitz-{held}"));
    form.says(&["Stadt Eschweiler", "Stadt Aachen", &format!("name=\"{post}\""), &format!("name=\"{sits}\"")]);
    let (aachen, eschweiler) = (h.w.aachen.to_string(), h.w.eschweiler.to_string());
    let sent = [
        ("version", old.as_str()),
        ("q", "eschweiler,aachen"),
        ("until", "2026-10-31"),
        (post.as_str(), eschweiler.as_str()),
        (sits.as_str(), aachen.as_str()),
    ];
    for (field, value, at) in [
        ("until", "", "until"),
        ("until", "2026-11-23", "until"),
        ("until", "1960-01-01", "q"),
        (sits.as_str(), "4711", "q"),
        ("q", "aachen", "q"),
    ] {
        h.post(h.w.kora, &there, &with(&sent, &[(field, value)])).is(422).says(&[&format!("href=\"#{at}\"")]);
    }
    h.post(h.w.kora, &there, &sent).is(303);
    h.post(h.w.kora, &there, &sent).is(409);
    // Whoever holds the post keeps it, with its seat and her rights; the post belongs to another town now, and not then.
    h.get(Some(h.w.dora), "/netzwerke/regionale-ag/personen").is(200);
    let of_post = format!("/sitze/{}", h.w.seat_dueren);
    let owner = |path: &str| {
        let page = h.get(Some(h.w.kora), path);
        page.is(200).main().split("id=\"wer\"").nth(1).unwrap().split("</header>").next().unwrap().to_owned()
    };
    assert!(owner(&of_post).contains("Stadt Eschweiler"), "{}", owner(&of_post));
    assert!(owner(&format!("{of_post}?stand=2026-10-31")).contains("Stadt Düren"));
    let posts = |path: String| {
        let page = h.get(Some(h.w.kora), &path);
        page.is(200).main().split("id=\"stellen\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    assert!(posts(format!("/organisationen/{}", h.w.eschweiler)).contains("Dora Dahlke"));
    assert!(!posts(format!("/organisationen/{}", h.w.dueren)).contains("Dora Dahlke"));
    assert!(posts(format!("/organisationen/{}?stand=2026-10-31", h.w.dueren)).contains("Dora Dahlke"));
    assert!(!posts(format!("/organisationen/{}?stand=2026-10-31", h.w.eschweiler)).contains("Dora Dahlke"));
    // Its own seat went to the other part, and remembers whose it was.
    let own = format!("/sitze/{seat}");
    h.get(Some(h.w.kora), &own).says(&["Stadt Aachen"]);
    h.get(Some(h.w.kora), &format!("{own}?stand=2026-10-31")).says(&["Stadt Düren"]);
    h.get(Some(h.w.kora), &format!("/organisationen/{}?stand=2026-10-31", h.w.dueren))
        .says(&["Regionale AG", "Frauennetzwerk"]);
}
