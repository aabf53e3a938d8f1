//! How many statements each page of meetings takes, for whoever convenes and for a member: pinned, so that nobody adds one per
//! row; and a running sitting takes no more with many on its list than with few.

use db::args;
use kernel::Id;

use crate::{
    stories::{body, coordinator, id, number, word},
    world::{World, both},
};

/// Page, statements for whoever convenes and for a member (0 where the page is not hers).
type Pinned = (&'static str, u32, u32);

const PINNED: &[Pinned] = &[
    ("/termine", 10, 9),
    ("/termine/{meeting}", 15, 18),
    ("/termine/{meeting}/tagesordnung", 15, 17),
    ("/termine/{meeting}/einladung", 15, 16),
    // Before it leaves: rules, days of others, the letter.
    ("/termine/{planned}/einladung", 25, 15),
    // On which lines a file hangs, whoever they are represented by now.
    ("/termine/{minuted}/anwesenheit", 27, 0),
    ("/termine/{minuted}/protokoll", 40, 40),
    ("/terminabstimmungen/{poll}", 0, 17),
    ("/kalender", 7, 6),
    ("/gremien/{body}/termine", 12, 11),
    ("/gremien/{body}/protokolle", 14, 13),
    ("/gremien/{body}/terminreihen", 10, 9),
];

/// While it runs: the page, what hurries, all of it.
const RUNNING: &[Pinned] = &[
    ("/termine/{meeting}/live", 29, 31),
    ("/termine/{meeting}/live?teil=jetzt", 21, 19),
    ("/termine/{meeting}/live?teil=alles", 25, 27),
    ("/termine/{meeting}/stimmliste", 22, 24),
];

fn named(world: &World, pattern: &str) -> String {
    let of = |sql: &str| number(world, sql, args! {}).to_string();
    const RAG: &str = "JOIN body b ON b.id = m.body_id WHERE b.slug = 'rag-aachen'";
    let meeting =
        || of(&format!("SELECT m.id FROM meeting m {RAG} AND m.state = 'invited' ORDER BY m.starts_at LIMIT 1"));
    let minuted = || {
        of(&format!(
            "SELECT m.id FROM minutes p JOIN meeting m ON m.id = p.meeting_id {RAG} AND p.state = 'circulated' ORDER BY m.starts_at LIMIT 1"
        ))
    };
    let planned = || of("SELECT MAX(m.id) FROM meeting m");
    let poll =
        || of("SELECT p.id FROM poll p JOIN body b ON b.id = p.body_id WHERE p.state = 'open' ORDER BY p.id LIMIT 1");
    let body = || of("SELECT id FROM body WHERE slug = 'rag-aachen'");
    let mut path = pattern.to_owned();
    let all: [(&str, &dyn Fn() -> String); 5] = [
        ("{meeting}", &meeting),
        ("{planned}", &planned),
        ("{minuted}", &minuted),
        ("{poll}", &poll),
        ("{body}", &body),
    ];
    for (name, find) in all {
        if path.contains(name) {
            path = path.replace(name, &find());
        }
    }
    path
}

fn counted(world: &World, who: &str, path: &str) -> u32 {
    let mut person = world.person(who);
    // The number in the head of her pages is derived once a minute, by whichever page comes first.
    person.get("/").is(200);
    let page = person.get(path);
    if page.status == 200 { page.statements() } else { 0 }
}

#[test]
fn the_statements_of_each_page_of_meetings_are_pinned() {
    both(|world| {
        let (by, body) = (coordinator(world, "rag-aachen"), id(body(world, "rag-aachen")));
        let begins = kernel::Day::literal("2027-06-16").at(10, 0);
        let new = meetings::NewMeeting {
            level: kernel::Level::Network,
            ..meetings::NewMeeting::new("Sommertreffen", begins)
        };
        world.site.db().write_now(move |tx| meetings::plan_meeting(tx, &by, body, &new)).unwrap();
        let mut found = Vec::new();
        for (pattern, ..) in PINNED {
            let path = named(world, pattern);
            found.push((*pattern, counted(world, "rag", &path), counted(world, "mira", &path)));
        }
        assert_eq!(found, PINNED, "statements per page on {world:?}");
    });
}

#[test]
fn a_running_sitting_takes_as_many_statements_with_all_there_as_with_three() {
    both(|world| {
        let meeting = named(world, "{meeting}");
        let starts = number(
            world,
            "SELECT starts_at FROM meeting WHERE id = :id",
            args! { id: meeting.parse::<i64>().unwrap() },
        );
        world.clock.set(kernel::Moment::from_micros(starts));
        let live = format!("/termine/{meeting}/live");
        let mut lead = world.person("rag");
        assert_eq!(lead.post(&live, &[("tat", "oeffnen")]).status, 303);
        let item = number(
            world,
            "SELECT id FROM agenda_item WHERE meeting_id = :m ORDER BY place LIMIT 1",
            args! { m: meeting.parse::<i64>().unwrap() },
        );
        assert_eq!(lead.post(&live, &[("tat", "aufrufen"), ("punkt", &item.to_string()), ("laeuft", "")]).status, 303);
        let pages = |world: &World| -> Vec<(&'static str, u32, u32)> {
            RUNNING
                .iter()
                .map(|(pattern, ..)| {
                    let path = pattern.replace("{meeting}", &meeting);
                    (*pattern, counted(world, "rag", &path), counted(world, "mira", &path))
                })
                .collect()
        };
        let id: i64 = meeting.parse().unwrap();
        let room = word(world, "SELECT number FROM live_sitting WHERE meeting_id = :m", args! { m: id });
        let invited = "SELECT i.person_id FROM meeting_invitation i WHERE i.meeting_id = :m AND i.person_id IS NOT NULL AND i.ended_at IS NULL ORDER BY i.id";
        let invited: Vec<i64> =
            world.site.db().read_now(move |c| c.all(invited, args! { m: id }, |r| r.get(0))).unwrap();
        let come = |who: &[i64]| {
            for person in who {
                let (by, room) = (crate::stories::actor_on(world, *person), room.clone());
                let came = move |tx: &db::Tx<'_>| {
                    meetings::check_in(tx, &by, Id::new(id), Some((meetings::Presence::Present, &room)))
                };
                // Deputies whose holder came are not on the list.
                let _ = world.site.db().write_now(came);
            }
        };
        come(&invited[..3]);
        assert_eq!(pages(world), RUNNING, "with three there, on {world:?}");
        come(&invited[3..]);
        let there =
            number(world, "SELECT COUNT(*) FROM attendance WHERE meeting_id = :m AND checked > 0", args! { m: id });
        assert!(there > 20, "{there}");
        assert_eq!(pages(world), RUNNING, "with {there} there, on {world:?}");
    });
}
