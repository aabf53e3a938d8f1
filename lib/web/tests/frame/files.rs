//! Forms with files: read before any transaction, by whoever may come, within limits; and nowhere else.

use http::Request;

use crate::house::{House, READS};

fn form(bytes: usize) -> String {
    format!(
        "--x\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n{}\r\n--x--\r\n",
        "y".repeat(bytes)
    )
}

fn request(person: Option<i64>, media: &str) -> http::request::Builder {
    let request = Request::post("/datei").header("content-type", media).header("sec-fetch-site", "same-origin");
    match person {
        Some(person) => request.header("cookie", format!("g-s=t{person}")),
        None => request,
    }
}

const MEDIA: &str = "multipart/form-data; boundary=x";

#[tokio::test]
async fn a_file_is_read_for_whoever_may_come_and_not_touched_for_anybody_else() {
    for house in House::both() {
        let reads = || READS.load(std::sync::atomic::Ordering::SeqCst);
        let before = reads();
        let away = house.ask(request(None, MEDIA), form(10)).await;
        assert_eq!((away.status, reads()), (303, before), "nobody's file is read");
        assert!(away.headers["location"].to_str().unwrap().starts_with("/anmelden?weiter="));
        let there = house.ask(request(Some(2), MEDIA), form(10)).await;
        assert_eq!((there.status, reads()), (303, before + 1));
        assert_eq!(there.headers["location"], "/zeilen/10");
        // Without a file the form acts as any other.
        let plain = house.ask(request(Some(2), "application/x-www-form-urlencoded"), "wert=1").await;
        assert_eq!(plain.headers["location"], "/zeilen/0");
        for (body, media, status) in [
            (form(300 << 10), MEDIA, 413),
            (form(10), "multipart/form-data", 415),
            (form(10), "multipart/form-data; boundary=z", 422),
            (form(10).replace("--x--", "--x"), MEDIA, 422),
            ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n--x--".to_owned(), MEDIA, 422),
        ] {
            let reply = house.ask(request(Some(2), media), body).await;
            assert_eq!(reply.status, status, "{media}");
        }
        let foreign = Request::post("/datei").header("content-type", MEDIA).header("sec-fetch-site", "cross-site");
        assert_eq!(house.ask(foreign, form(10)).await.status, 403);
        assert_eq!(reads(), before + 1);
    }
}
