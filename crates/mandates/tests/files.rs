//! Files of a report are for the delegation, whatever of the report rises.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is wrong")]

#[path = "../../networks/tests/common/mod.rs"]
mod common;
#[path = "../../networks/tests/house/mod.rs"]
mod house;
mod support;

use support::all;

#[test]
fn n2_5_files_of_a_report_never_rise() {
    for s in all() {
        let w = s.w;
        let id = s.delegated(&[]);
        s.substitute(id, w.anna).is(303);
        let session = s.sitting("2026-12-07", "Strukturprogramm");
        s.at("2026-12-07", 20);
        s.daily("mandates.reports", "2026-12-08");
        let filed = [("version", "1"), ("subject", "Strukturprogramm"), ("weiter_subject", "ja")];
        s.reports(id, session, "abgeben", &filed).is(303);
        let report = format!("/rueckberichte/{}", s.report());
        // Files are for the delegation alone, whatever rises; only she brings them and takes them away.
        let files = format!("{report}/dateien");
        s.upload(w.dora, &files, &[], &[("x.pdf", "MZ")]).is(422).says(&["ist ein Programm"]);
        s.upload(w.dora, &files, &[], &[("Niederschrift.txt", "Punkt 2 vertagt")]).is(303);
        let number = s.count("SELECT MAX(id) FROM attachment").to_string();
        let file = format!("{files}/{number}");
        s.get(Some(w.dora), &report).says(&["Niederschrift.txt", "Entfernen", "type=\"file\""]);
        s.get(Some(w.anna), &file).is(200).says(&["Punkt 2 vertagt"]);
        s.get(Some(w.kora), &report).hides(&["Niederschrift.txt"]);
        for stranger in [w.kora, w.vera, w.nora, w.olga, w.quinn] {
            s.get(Some(stranger), &file).is(404);
            s.upload(stranger, &files, &[], &[("y.txt", "y")]).is(404);
        }
        s.post(w.dora, &files, &[("tat", "entfernen"), ("nummer", &number)]).is(303);
        s.get(Some(w.anna), &file).is(404);
        // The rest of the report has risen as ever.
        s.get(Some(w.kora), &report).is(200).says(&["Strukturprogramm"]).hides(&["Niederschrift", "dateien"]);
    }
}
