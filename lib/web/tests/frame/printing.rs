//! Papers as files: made outside of any snapshot, with the right headers, kept for the public only, and never in the way of
//! other pages.

use std::{
    io::Read,
    sync::{Mutex, mpsc},
    time::Duration,
};

use kernel::Error;
use tokio::time::timeout;
use web::Press;

use crate::{
    house::{House, gate, shut},
    reply::{get, post},
};

/// A press that fails or waits when the title says so.
pub fn press() -> Press {
    Press::new(|paper| {
        Box::pin(async move {
            if paper.title == "kaputt" {
                return Err(Error::internal("the press stood still"));
            }
            if paper.title == "weg" {
                let _kept = Waits(WATCHER.lock().unwrap().take());
                return std::future::pending().await;
            }
            let title = paper.title.clone();
            tokio::task::spawn_blocking(move || gate(&title)).await.map_err(Error::internal)?;
            Ok(format!("%PDF-1.7 {}", paper.title).into_bytes())
        })
    })
}

/// Hears when the press begins with the paper that never ends, and when nobody waits for it any more.
static WATCHER: Mutex<Option<mpsc::Sender<()>>> = Mutex::new(None);

struct Waits(Option<mpsc::Sender<()>>);

impl Drop for Waits {
    fn drop(&mut self) {
        self.0.iter().for_each(|watcher| watcher.send(()).unwrap());
    }
}

/// A signal for the moment in which the press lets the paper that never ends go.
pub fn watch() -> mpsc::Receiver<()> {
    let (watcher, gone) = mpsc::channel();
    *WATCHER.lock().unwrap() = Some(watcher);
    gone
}

/// Whether the press has begun with it.
pub fn has_begun() -> bool {
    WATCHER.lock().unwrap().is_none()
}

#[tokio::test]
async fn a_paper_arrives_as_pdf_and_as_word_file_to_be_saved_under_its_name() {
    for house in House::both() {
        let pdf = house.ask(get("/eigene-briefe/gruss/pdf").header("cookie", "g-s=t2"), "").await;
        assert_eq!((pdf.status, pdf.body.as_slice()), (200, b"%PDF-1.7 gruss".as_slice()));
        for (name, value) in [
            ("content-type", "application/pdf"),
            (
                "content-disposition",
                "attachment; filename=\"gruss-2026-11-24.pdf\"; filename*=UTF-8''gruss-2026-11-24.pdf",
            ),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(pdf.header(name), value);
        }
        let word = house.ask(get("/eigene-briefe/gruss/docx").header("cookie", "g-s=t2"), "").await;
        assert!(word.header("content-type").contains("wordprocessingml.document"), "{}", word.header("content-type"));
        assert!(word.header("content-disposition").contains("gruss-2026-11-24.docx"));
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(word.body)).unwrap();
        let mut text = String::new();
        zip.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains("Geheimes Wort: Zitrone"));
        assert_eq!(house.ask(get("/eigene-briefe/gruss/odt").header("cookie", "g-s=t2"), "").await.status, 404);
        assert_eq!(house.ask(get("/eigene-briefe/gruss/pdf"), "").await.status, 303, "whoever may not come gets none");
    }
}

#[tokio::test]
async fn the_publics_file_is_made_once_and_that_of_a_person_each_time() {
    let house = House::here();
    let first = house.ask(get("/briefe/einmal/pdf"), "").await;
    assert_eq!((first.status, first.header("cache-control")), (200, "no-cache"));
    // Whoever pressed again would wait at the gate.
    let (seen, _go) = shut("einmal");
    let again = timeout(Duration::from_secs(10), house.ask(get("/briefe/einmal/pdf"), "")).await.unwrap();
    assert_eq!((again.status, &again.body), (200, &first.body));
    assert!(seen.try_recv().is_err());
    assert_eq!(again.header("content-disposition"), first.header("content-disposition"));
    for _ in 0..2 {
        let (seen, go) = shut("zweimal");
        go.send(()).unwrap();
        let own = house.ask(get("/eigene-briefe/zweimal/pdf").header("cookie", "g-s=t2"), "").await;
        assert!(own.status == 200 && seen.try_recv().is_ok(), "a person's file was kept");
    }
}

#[tokio::test]
async fn a_press_that_fails_is_told_on_a_page_without_a_word_of_the_paper() {
    let house = House::here();
    let told = house.ask(get("/eigene-briefe/kaputt/pdf").header("cookie", "g-s=t2"), "").await;
    assert_eq!((told.status, told.header("retry-after")), (503, "60"));
    assert!(told.header("content-disposition").is_empty() && told.header("content-type").starts_with("text/html"));
    let text = told.text();
    assert!(
        text.contains("Die Datei konnte nicht erstellt werden.")
            && !text.contains("Zitrone")
            && !text.contains("stood still")
    );
    let english = house.ask(get("/en/briefe/kaputt/pdf"), "").await;
    assert!(english.text().contains("The file could not be made."));
    // What failed is not kept.
    assert_eq!(house.ask(get("/briefe/kaputt/pdf"), "").await.status, 503);
    for format in ["pdf", "docx"] {
        let long = house.ask(get(&format!("/briefe/zu-lang/{format}")), "").await;
        assert_eq!(long.status, 422);
        assert!(long.text().contains("zu lang für eine Datei"));
    }
}

#[tokio::test]
async fn a_form_may_answer_with_a_paper_once_its_transaction_is_done() {
    let house = House::here();
    let (seen, go) = shut("neu");
    let waiting = {
        let router = house.router.clone();
        let request = post("/briefe/schreiben").header("cookie", "g-s=t2").body(axum::body::Body::empty()).unwrap();
        tokio::spawn(tower::ServiceExt::oneshot(router, request))
    };
    tokio::task::spawn_blocking(move || seen.recv_timeout(Duration::from_secs(10)).unwrap()).await.unwrap();
    // Saved, though the file is not made yet.
    assert_eq!(house.ask(get("/zeilen/letter"), "").await.own(), "written");
    go.send(()).unwrap();
    let answer = waiting.await.unwrap().unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
}

#[tokio::test]
async fn the_house_answers_and_writes_while_files_are_made() {
    let house = House::here();
    let mut gates = Vec::new();
    let mut waiting = Vec::new();
    // More than there are readers of the database.
    for n in 0..6 {
        let name = format!("langsam-{n}");
        gates.push(shut(&name));
        let request =
            get(&format!("/eigene-briefe/{name}/pdf")).header("cookie", "g-s=t2").body(axum::body::Body::empty());
        waiting.push(tokio::spawn(tower::ServiceExt::oneshot(house.router.clone(), request.unwrap())));
    }
    let gates = tokio::task::spawn_blocking(move || {
        gates.iter().for_each(|(seen, _)| seen.recv_timeout(Duration::from_secs(10)).unwrap());
        gates
    });
    let gates = gates.await.unwrap();
    let others = async {
        assert_eq!(house.ask(get("/zeilen/a?x=1"), "").await.status, 200);
        assert_eq!(house.ask(post("/zeilen/a/setzen").header("cookie", "g-s=t2"), "wert=neu").await.status, 303);
        assert_eq!(house.ask(get("/zeilen/a"), "").await.own(), "neu");
    };
    timeout(Duration::from_secs(10), others).await.expect("the house stood still");
    gates.iter().for_each(|(_, go)| go.send(()).unwrap());
    for answer in waiting {
        assert_eq!(answer.await.unwrap().unwrap().status(), 200);
    }
}
