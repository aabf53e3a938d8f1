//! Lists go out: to whom, with what, and without a formula.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use formats::{Table, read_table};
use http::Request;
use http_body_util::BodyExt;
use kernel::Id;
use people::Person;
use support::{all, pasted, take};
use tower::ServiceExt;

fn file(h: &house::House, person: Id<Person>, path: &str) -> (u16, http::HeaderMap, Vec<u8>) {
    let request = Request::get(path)
        .header(http::header::COOKIE, format!("g-s={person}"))
        .body(axum::body::Body::empty())
        .unwrap();
    let router = web::router(&h.site).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async move {
        let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
        (parts.status.as_u16(), parts.headers, body.collect().await.unwrap().to_bytes().to_vec())
    })
}

fn words(table: &Table) -> String {
    table.lines.iter().map(|l| l.cells.join("|")).collect::<Vec<_>>().join("\n")
}

#[test]
fn t1_every_list_goes_out_as_excel_and_csv_with_what_its_reader_may_see() {
    let h = &all()[0];
    let (kora, dora) = (h.w.kora, h.w.dora);
    for form in ["xlsx", "csv"] {
        let (status, headers, bytes) = file(h, kora, &format!("/netzwerke/regionale-ag/ausgeben/personen/{form}"));
        assert_eq!(status, 200);
        let name = headers[http::header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(name.contains(&format!("personen-2026-11-23.{form}")), "{name}");
        let text = words(&read_table(&bytes).unwrap());
        assert!(text.contains("Anna|Albers|") && text.contains("Stadt Aachen") && !text.contains('\u{ad}'), "{text}");
        // Her official address is hers to release.
        assert!(!text.contains("anna.albers@aachen.example.org"), "{text}");
        let (_, _, bytes) = file(h, dora, &format!("/netzwerke/regionale-ag/ausgeben/mitglieder/{form}"));
        let text = words(&read_table(&bytes).unwrap());
        assert!(text.contains("Stadt Düren") && text.contains("unbesetzt"), "{text}");
        let (_, _, bytes) = file(h, dora, &format!("/netzwerke/regionale-ag/ausgeben/gremien/{form}"));
        assert!(words(&read_table(&bytes).unwrap()).contains("Gender-Mainstreaming-Ausschuss"));
        let (_, _, bytes) = file(h, dora, &format!("/gremien/{}/ausgeben/{form}", h.w.gma));
        let text = words(&read_table(&bytes).unwrap());
        assert!(text.contains("Anna Albers") && text.contains("10.03.2025") || text.contains("2025-03-10"), "{text}");
    }
    h.get(Some(kora), "/netzwerke/regionale-ag/personen").says(&["Als Excel", "Als CSV"]);
    h.get(Some(dora), "/netzwerke/regionale-ag/personen").hides(&["Als Excel"]);
    h.get(Some(dora), "/netzwerke/regionale-ag/mitglieder").says(&["Als Excel"]);
    h.get(None, "/netzwerke/regionale-ag/mitglieder").is(200).hides(&["Als Excel"]);
}

#[test]
fn t1_persons_and_sensitive_networks_go_out_by_keepers_only_and_the_file_says_so() {
    let h = &all()[0];
    let w = &h.w;
    for (who, path, status) in [
        (w.dora, "/netzwerke/regionale-ag/ausgeben/personen/csv".to_owned(), 403),
        (w.anna, "/netzwerke/kommunales-lsbtiq-netzwerk/ausgeben/mitglieder/csv".to_owned(), 403),
        (w.anna, "/netzwerke/kommunales-lsbtiq-netzwerk/ausgeben/gremien/csv".to_owned(), 403),
        (w.anna, format!("/gremien/{}/ausgeben/csv", w.kept), 403),
        (w.dora, "/netzwerke/kommunales-lsbtiq-netzwerk/ausgeben/mitglieder/csv".to_owned(), 404),
        (w.dora, "/netzwerke/runder-tisch-schutz/ausgeben/mitglieder/csv".to_owned(), 404),
        (w.kora, "/netzwerke/regionale-ag/ausgeben/unsinn/csv".to_owned(), 404),
        (w.kora, "/netzwerke/regionale-ag/ausgeben/personen/exe".to_owned(), 404),
    ] {
        let (found, _, bytes) = file(h, who, &path);
        assert_eq!(found, status, "{path}");
        assert!(!String::from_utf8_lossy(&bytes).contains("Quast"), "{path}");
    }
    let (_, _, bytes) = file(h, w.kora, "/netzwerke/kommunales-lsbtiq-netzwerk/ausgeben/mitglieder/csv");
    assert!(String::from_utf8_lossy(&bytes).starts_with("\u{feff}\"Vertraulich."));
    h.get(Some(w.anna), "/netzwerke/kommunales-lsbtiq-netzwerk/mitglieder").hides(&["Als Excel"]);
}

#[test]
fn t1_what_somebody_typed_is_no_formula_in_our_files() {
    let h = &all()[0];
    let check = pasted(h, "regionale-ag", "stellen", "Name\tKommune\tAmt\n=cmd Sum\tGemeinde Auen\t+1 Stelle\n");
    take(h, &check).is(200);
    let (_, _, csv) = file(h, h.w.kora, "/netzwerke/regionale-ag/ausgeben/personen/csv");
    let text = String::from_utf8(csv).unwrap();
    for cell in text.trim_start_matches('\u{feff}').lines().flat_map(|l| l.split(';')) {
        assert!(!formats::is_formula_like(cell.trim_matches('"')), "{cell}");
    }
    assert!(text.contains("'=cmd"), "{text}");
}
