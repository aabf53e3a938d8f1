//! Temporary.
use db::args;
#[test]
fn look() {
    let fresh = testkit::sqlite();
    let t = std::time::Instant::now();
    demo::build(&fresh.db).unwrap();
    eprintln!("built in {:?}", t.elapsed());
    fresh.db.read_now(|c| {
        for table in ["territory","organisation","person","post","tenure","body","seat","occupancy","representative","substitute","consent","edge","event","event_touch","account"] {
            eprintln!("{table} {}", c.count(&format!("SELECT COUNT(*) FROM {table}"), args!{})?);
        }
        for r in c.all("SELECT given || ' ' || family || ' ' || coalesce(title,'') FROM person ORDER BY id LIMIT 60 OFFSET 300", args!{}, |r| r.get::<String>(0))? { eprint!("{r}; "); }
        eprintln!();
        for r in c.all("SELECT b.slug || ' | ' || s.number || ' ' || s.kind || '/' || s.voice || ' ' || coalesce(s.office,'') || ' | ' || coalesce(p.given || ' ' || p.family, '-') || ' ' || coalesce(o.status,'') || ' ' || coalesce(o.from_day,'') || ' ' || coalesce(o.term_end_day,'') || ' ' || coalesce(o.until_day,'') FROM seat s JOIN body b ON b.id = s.body_id LEFT JOIN occupancy o ON o.seat_id = s.id AND o.from_day <= '2026-11-23' AND o.until_day > '2026-11-23' LEFT JOIN person p ON p.id = o.person_id WHERE b.kind <> 'network' AND b.slug NOT LIKE 'regionalgruppe%' ORDER BY b.id, s.number", args!{}, |r| r.get::<String>(0))? { eprintln!("{r}"); }
        Ok(())
    }).unwrap();
}
