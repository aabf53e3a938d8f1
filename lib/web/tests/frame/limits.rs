//! How often anonymous forms may be sent from one place.

use web::Peer;

use crate::{
    house::House,
    reply::{Reply, post},
};

async fn letter(house: &House, peer: &str, said: &[(&str, &str)]) -> Reply {
    let mut request = post("/brief").extension(Peer(peer.parse().unwrap()));
    for (name, value) in said {
        request = request.header(*name, *value);
    }
    house.ask(request, "").await
}

#[tokio::test]
async fn one_sender_is_stopped_with_a_sentence_and_another_is_not() {
    let house = House::there();
    for _ in 0..3 {
        assert_eq!(letter(&house, "203.0.113.7", &[]).await.status, 303);
    }
    let stopped = letter(&house, "203.0.113.7", &[]).await;
    assert_eq!((stopped.status, stopped.header("retry-after")), (429, "3600"));
    assert!(stopped.text().contains("Von Ihrem Anschluss kam dieses Formular in der letzten Stunde sehr oft."));
    assert_eq!(letter(&house, "203.0.113.8", &[]).await.status, 303);
    // Whoever is signed in is somebody, and no anonymous sender.
    let signed = post("/brief").extension(Peer("203.0.113.7".parse().unwrap())).header("cookie", "__Host-g-s=t1");
    assert_eq!(house.ask(signed, "").await.status, 303);
    // Other forms go on, and after the hour this one does.
    let other = post("/still").extension(Peer("203.0.113.7".parse().unwrap()));
    assert_eq!(house.ask(other, "").await.status, 303);
    house.clock.advance(3_599);
    let stopped = letter(&house, "203.0.113.7", &[]).await;
    assert_eq!((stopped.status, stopped.header("retry-after")), (429, "1"));
    house.clock.advance(1);
    assert_eq!(letter(&house, "203.0.113.7", &[]).await.status, 303);
    assert_eq!(house.count("letter").await, 6, "what was stopped wrote nothing");
}

#[tokio::test]
async fn a_header_anybody_can_write_makes_nobody_somebody_else() {
    let house = House::there();
    // Through a server in front that is not set as one, all are one sender, who may four times as often.
    for n in 0..12 {
        let said = format!("198.51.100.{n}");
        assert_eq!(letter(&house, "203.0.113.7", &[("x-forwarded-for", &said)]).await.status, 303);
    }
    assert_eq!(letter(&house, "203.0.113.9", &[("x-forwarded-for", "198.51.100.99")]).await.status, 429);
    assert_eq!(letter(&house, "127.0.0.1", &[]).await.status, 429);
    assert_eq!(letter(&house, "203.0.113.9", &[]).await.status, 303);
}

#[tokio::test]
async fn a_server_in_front_that_is_set_as_one_says_who_asks() {
    let house = House::behind("10.0.0.0/8");
    for _ in 0..3 {
        assert_eq!(letter(&house, "10.1.2.3", &[("x-forwarded-for", "203.0.113.7")]).await.status, 303);
    }
    let made_up = [("x-forwarded-for", "198.51.100.1, 203.0.113.7")];
    assert_eq!(letter(&house, "10.1.2.3", &made_up).await.status, 429, "only the last entry counts");
    assert_eq!(letter(&house, "10.1.2.3", &[("x-forwarded-for", "2001:db8::7")]).await.status, 303);
    // What is refused is not counted.
    for _ in 0..20 {
        let refused = post("/formular").extension(Peer("203.0.113.7".parse().unwrap()));
        assert_eq!(house.ask(refused, "wert=").await.status, 422);
    }
}
