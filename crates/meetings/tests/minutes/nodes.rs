//! Several nodes on one database: whoever has a sitting open at one hears what is done at another, and all show the same.

use std::{
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use http::{Request, header};
use http_body_util::BodyExt;
use kernel::Id;
use people::Person;
use tower::ServiceExt;

use crate::{
    count,
    house::House,
    live::{calls, enters, formal, live, minute, on, opens, press},
    meeting,
    support::{all, slices},
};

/// A tenth of a second is how often a node looks; the rest is room for a loaded machine.
const SOON: Duration = Duration::from_secs(2);
/// What comes often is gathered for three seconds.
const CALMLY: Duration = Duration::from_secs(6);

/// What somebody's open page is told at that node, piece by piece.
fn listens(h: &House, who: Id<Person>, path: &str) -> Receiver<String> {
    let request = Request::get(path)
        .header(header::COOKIE, format!("g-s={who}"))
        .header(header::ACCEPT, "text/event-stream")
        .body(axum::body::Body::empty())
        .unwrap();
    let (router, (out, told)) = (web::router(&h.site).unwrap(), channel());
    // Its own thread, since it stays open; it ends with the first word nobody takes any more.
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let mut body = router.oneshot(request).await.unwrap().into_body();
            while let Some(Ok(frame)) = body.frame().await {
                let text = String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap();
                if out.send(text).is_err() {
                    return;
                }
            }
        });
    });
    told
}

/// That word comes in time; what came with it.
#[track_caller]
fn hears(told: &Receiver<String>, word: &str, within: Duration) -> String {
    let (begun, mut text) = (Instant::now(), String::new());
    while !text.contains(word) {
        let left = within.checked_sub(begun.elapsed()).unwrap_or_default();
        match told.recv_timeout(left) {
            Ok(more) => text.push_str(&more),
            Err(_) => panic!("„{word}“ did not come within {within:?}, but: {text}"),
        }
    }
    text
}

/// What a node shows her of the sitting, without the numbers that let forms act once.
fn shows(node: &House, who: Id<Person>, at: &str) -> String {
    let page = node.get(Some(who), &format!("{at}?teil=alles"));
    let html = page.is(200).html.clone();
    let forms = html.split("name=\"einmal\" value=\"").enumerate();
    forms.map(|(n, part)| if n == 0 { part } else { part.split_once('"').unwrap().1 }).collect()
}

#[test]
fn several_nodes_agree_in_the_live_view_of_a_sitting() {
    for h in all() {
        let (w, other) = (h.w, h.node(&slices()));
        formal(&h, w.rag);
        let meeting = meeting(&h);
        let at = live(meeting);
        minute(&h, 10, 0);
        let number = opens(&h, meeting);
        // One listens at each node, and a third at the other one too.
        let ears = [
            listens(&h, w.anna, &format!("{at}/strom")),
            listens(&other, w.dora, &format!("{at}/strom")),
            listens(&other, w.kora, &format!("{at}/strom")),
        ];
        let all_hear = |word, within| ears.iter().for_each(|ear| drop(hears(ear, word, within)));
        all_hear("retry:", SOON);
        let agree = || {
            for who in [w.anna, w.dora, w.kora, w.vera] {
                assert_eq!(shows(&h, who, &at), shows(&other, who, &at), "both nodes show {who} the same");
            }
        };
        // What is called at one node is heard at both, and the other way round.
        calls(&h, meeting, "Begrüßung");
        all_hear("data: jetzt", SOON);
        other.get(Some(w.dora), &at).says(&["1. Begrüßung"]);
        agree();
        minute(&h, 10, 10);
        calls(&other, meeting, "Arbeitsplan");
        all_hear("data: jetzt", SOON);
        h.get(Some(w.anna), &at).says(&["4. Arbeitsplan"]);
        agree();
        // Whoever leads at a node that has not heard yet does not overrun the other one.
        let run = on(&h);
        press(&other, w.kora, meeting, "pause", &[("laeuft", &run)]).is(303);
        press(&h, w.kora, meeting, "pause", &[("laeuft", &run)]).is(409);
        all_hear("data: jetzt", SOON);
        // One comes at each node: the number of the room, the quorum and who is there are those of the house.
        enters(&h, w.anna, meeting, &number, "present").is(303);
        h.get(Some(w.kora), &at).says(&["nicht beschlussfähig"]);
        enters(&other, w.dora, meeting, &number, "remote").is(303);
        all_hear("data: alles", CALMLY);
        for node in [&h, &other] {
            node.get(Some(w.kora), &at).says(&[
                "<dt>im Raum</dt><dd>1</dd>",
                "<dt>zugeschaltet</dt><dd>1</dd>",
                "i-check\"/></svg>beschlussfähig",
            ]);
        }
        agree();
        assert_eq!(count(&h, "SELECT COUNT(*) FROM attendance WHERE checked > 0"), 2);
        // A page that lost its node goes on at the other one, and hears that it missed something.
        let seen = count(&h, "SELECT MAX(seq) FROM event");
        calls(&h, meeting, "Arbeitsplan");
        let back = listens(&other, w.anna, &format!("{at}/strom?seit={seen}"));
        hears(&back, "data: alles", SOON);
        // It ends for all of them.
        press(&other, w.kora, meeting, "beenden", &[]).is(303);
        all_hear("data: jetzt", SOON);
        h.get(Some(w.anna), &at).says(&["Die Sitzung ist beendet."]);
        agree();
    }
}
