//! N7.5 in the world of the nine networks: what ends under a topic stands in the weekly letter of who follows it, and only there.

use db::args;
use geflecht::site;

use super::{body, coordinator, number, today, word};
use crate::world::both;

/// A topic that nobody in the world follows yet.
const UNFOLLOWED: &str =
    "SELECT MIN(id) FROM topic WHERE NOT EXISTS (SELECT 1 FROM notice_topic n WHERE n.topic_id = topic.id)";

#[test]
fn n7_5_a_resolution_repealed_under_a_topic_is_told_once_a_week_to_who_follows_it() {
    both(|world| {
        let rag = body(world, "rag-aachen");
        let keeper = coordinator(world, "rag-aachen").person.unwrap();
        let mail = |person: i64| word(world, "SELECT mail FROM account WHERE person_id = :p", args! { p: person });
        let members = |order: &str| {
            let sql = format!(
                "SELECT {order}(v.person_id) FROM sits v JOIN account a ON a.person_id = v.person_id \
                 WHERE v.body_id = :rag AND v.from_day <= :day AND v.until_day > :day AND v.person_id <> :keeper"
            );
            number(world, &sql, args! { rag: rag, day: today(), keeper: keeper })
        };
        let (reader, other) = (members("MIN"), members("MAX"));
        let resolution = number(
            world,
            "SELECT MIN(id) FROM resolution WHERE body_id = :rag AND level = 2 AND repealed_from IS NULL AND superseded_by_id IS NULL",
            args! { rag: rag },
        );
        let title = word(world, "SELECT title FROM resolution WHERE id = :id", args! { id: resolution });
        let topic = number(world, UNFOLLOWED, args! {}).to_string();

        let settings = "/konto/nachrichten";
        world.signed_in(reader).post(settings, &[("rhythm", "auto"), ("topics", &topic)]).is(303);
        // A topic counts from the moment on at which somebody follows it.
        world.clock.set(today().at(13, 0));
        let mut keeps = world.signed_in(keeper);
        let seen = word(
            world,
            "SELECT COALESCE((SELECT CAST(MIN(topic_id) AS TEXT) FROM resolution_topic WHERE resolution_id = :id), '')",
            args! { id: resolution },
        );
        keeps.post(&format!("/beschluesse/{resolution}/themen"), &[("seen", &seen), ("topics", &topic)]).is(303);
        keeps.post(&format!("/beschluesse/{resolution}/aufheben"), &[("from", "2026-11-23")]).is(303);

        let told = |person: i64, subject: &str| {
            let to = mail(person);
            let mails = world.mails().into_iter();
            mails
                .filter(|(address, about, text)| *address == to && about.contains(subject) && text.contains(&title))
                .count()
        };
        let before = (told(reader, ""), told(other, ""));
        let bundle = site::NIGHTLY.iter().find(|night| night.name == "notices.bundle").unwrap();
        for day in 24..=30 {
            world.clock.set(kernel::Day::literal(&format!("2026-11-{day}")).at(7, 0));
            (bundle.run)(world.site.db()).unwrap();
            // Not before Monday, and in no other letter of hers.
            assert_eq!(told(reader, ""), before.0 + usize::from(day == 30), "2026-11-{day}");
        }
        assert_eq!(told(reader, "Neues zu Ihren Themen"), 1);
        // Whoever follows no topic reads of it in her bundle.
        assert_eq!((told(other, "Neues zu Ihren Themen"), told(other, "") > before.1), (0, true));
        // And it comes to nobody who may not read the resolution.
        let strangers = world
            .mails()
            .into_iter()
            .filter(|(_, about, text)| about.contains("Neues zu Ihren Themen") && text.contains(&title));
        assert_eq!(strangers.map(|(to, ..)| to).collect::<Vec<_>>(), [mail(reader)]);
    });
}
