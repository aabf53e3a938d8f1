//! Mandates: what is on file of those the committee sends, sittings that are over and ahead, a report, one that is overdue,
//! what was raised; and the way from the RAG over the LAG to the BAG, which broke in September.

use ::mandates::{
    Delegation, Detail, NewContact, NewRaised, NewSession, NewStep, Outcome, Part, ReportState, ReportText, Session,
    Step,
};
use db::Tx;
use kernel::{Day, Id, Office, Result, Voice};
use networks::{Mandate, NewOccupancy, NewSeat, Occupant};

use crate::{
    facts::{at, missing},
    guarded::own,
    ris,
    world::World,
};

const BOARD: &str = "beirat-arbeitsmarkt";
/// The office of whoever chairs the committee, and is sent into the board.
const CHAIR: &str = "05358";

/// Who is sent into a body and sits there through that post.
fn sent(w: &World, tx: &Tx<'_>, body: &str, post: &str) -> Result<Delegation> {
    let person = w.holder(post, tx.today())?;
    let all = ::mandates::list_into(tx, w.body(body)?, tx.today())?;
    all.into_iter().find(|it| it.person == Some(person)).ok_or_else(|| missing("delegate", body))
}

/// In summer: files of the delegations, contacts, and the way to the BAG.
pub fn files(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let chair = own(tx, w.holder(CHAIR, tx.today())?)?;
    for (body, post, instruction, confirmed) in [
        (BOARD, CHAIR, "Für Kriterien der Gleichstellung in jedem Programm eintreten.", "2026-05-12"),
        (BOARD, "05366044", "", "2026-05-12"),
        ("fachkraefte", "05334016", "", ""),
        ("lenkungskreis", "05358024", "", "2024-05-06"),
    ] {
        let it = sent(w, tx, body, post)?;
        let mandate = if instruction.is_empty() { Mandate::Free } else { Mandate::Bound };
        let detail = Detail {
            decision: "Sitzung des Gender-Mainstreaming-Ausschusses".to_owned(),
            decision_day: Some(Day::literal("2024-03-14")),
            instruction: instruction.to_owned(),
            report_days: Detail::REPORT_DAYS,
            ..Detail::default()
        };
        at(body, ::mandates::put_on_file(tx, &chair, it.id, it.detail.version, mandate, &detail))?;
        if let Ok(day) = confirmed.parse() {
            at(body, ::mandates::confirm(tx, &chair, it.id, day, "Geschäftsstelle", &w.base))?;
        }
    }
    let contact = NewContact {
        name: "Geschäftsstelle des Beirats".to_owned(),
        role: "Sitzungen und Unterlagen".to_owned(),
        mail: Some("geschaeftsstelle@beirat.example.org".to_owned()),
        phone: None,
    };
    at(BOARD, ::mandates::add_contact(tx, &chair, w.body(BOARD)?, &contact))?;
    way_to_the_federation(w, tx)
}

/// The RAG sends into the LAG; the LAG sends somebody into the BAG who has left her post since.
fn way_to_the_federation(w: &World, tx: &Tx<'_>) -> Result<()> {
    let from = Day::literal("2025-03-01");
    let office = |key: &str| Ok::<_, kernel::Error>(Occupant::person_by_post(w.holder(key, from)?, w.post(key)?.id));
    // In the LAG she reports: those who are sent there do not count as its members.
    for (network, sender, key, voice) in
        [("lag-nrw", "rag-aachen", "05370", Voice::Office), ("bag", "lag-nrw", "05366016", Voice::Advisory)]
    {
        let new = NewSeat {
            label: Some("Verbindung".to_owned()),
            office: (voice == Voice::Office).then_some(Office::Rapporteur),
            ..NewSeat::delegated(w.body(sender)?, voice, Day::literal("2020-01-01"))
        };
        let seat = w.seat(tx, network, network, new)?;
        // Whoever is in the BAG was sent as herself: she lost her seat in the LAG with her post, and nobody noticed.
        let whom = if network == "bag" { Occupant::person(w.holder(key, from)?) } else { office(key)? };
        let term = NewOccupancy::new(seat, whom, from).term_end(Day::literal("2028-03-01"));
        w.fill(tx, network, &term)?;
    }
    Ok(())
}

fn sitting(
    w: &World,
    tx: &Tx<'_>,
    body: &str,
    post: &str,
    title: &str,
    day: &str,
    agenda: &str,
) -> Result<Id<Session>> {
    let by = own(tx, w.holder(post, tx.today())?)?;
    let new = NewSession {
        title: title.to_owned(),
        starts_at: Day::literal(day).at(14, 0),
        place: "Kreishaus Düren, Raum 130".to_owned(),
        agenda: agenda.to_owned(),
    };
    at(title, ::mandates::note_session(tx, &by, w.body(body)?, &new))
}

/// In October: the sittings of the autumn are entered.
pub fn autumn(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    sitting(
        w,
        tx,
        BOARD,
        CHAIR,
        "3. Sitzung 2026",
        "2026-11-05",
        "1. Begrüßung\n2. Ausbildung im Strukturwandel\n3. Zahlen zur Teilzeit\n4. Verschiedenes",
    )?;
    let next = sitting(
        w,
        tx,
        BOARD,
        CHAIR,
        "4. Sitzung 2026",
        "2026-12-03",
        "1. Begrüßung\n2. Förderung der Kompetenzzentren\n3. Arbeit und Ausbildung: Programm für Fachkräfte 2027\n4. Anträge\n5. Verschiedenes",
    )?;
    sitting(w, tx, "lenkungskreis", "05358024", "Dezembersitzung", "2026-12-10", "Leitbild\nHaushalt")?;
    sitting(
        w,
        tx,
        "sozialausschuss",
        "05334002",
        "Wintersitzung",
        "2026-12-08",
        "1. Finanzierung der Frauenhäuser\n2. Kinderbetreuung in Randzeiten\n3. Wohnungslosenhilfe",
    )?;
    let chair = own(tx, w.holder(CHAIR, tx.today())?)?;
    let source = at("source", ::mandates::read_sittings(tx, &chair, w.body("fachkraefte")?, &ris::organization(7)))?;
    w.sources.push(source);
    let items = at("agenda", ::mandates::list_items(tx, next))?;
    let matters: Vec<_> = items.iter().filter(|it| (2..=3).contains(&it.place)).map(|it| it.id).collect();
    at("marks", ::mandates::mark(tx, &chair, next, &matters))?;
    let it = sent(w, tx, BOARD, CHAIR)?;
    let colleague = own(tx, w.holder("05366", tx.today())?)?;
    let note = "Bitte nach den Mitteln für die Kompetenzzentren ab 2027 fragen.";
    at("note", ::mandates::give_along(tx, &colleague, it.id, next, note)).map(drop)
}

/// What was read of the alliance is taken; what another body's server has waits to be looked at.
fn sources(w: &mut World, tx: &Tx<'_>, chair: &kernel::Actor) -> Result<()> {
    let done = ::mandates::take_sittings(tx, chair, w.body("fachkraefte")?, 1, &w.base);
    if at("sittings", done)? == 0 {
        return Err(missing("sittings", "fachkraefte"));
    }
    let circle = w.body("lenkungskreis")?;
    w.sources.push(at("source", ::mandates::read_sittings(tx, chair, circle, &ris::organization(8)))?);
    Ok(())
}

/// In November: one of the two reported, the other has not; and what was raised has moved on.
pub fn november(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let chair = own(tx, w.holder(CHAIR, tx.today())?)?;
    sources(w, tx, &chair)?;
    let it = sent(w, tx, BOARD, CHAIR)?;
    at("reports", ::mandates::daily::reports(tx, &tx.today().to_string()))?;
    let span = (Day::literal("2026-11-01").at(0, 0), tx.now());
    let past = at("sittings", ::mandates::list_sessions(tx, &chair, &[it.receiver], span))?;
    let session = past.first().ok_or_else(|| missing("sitting", BOARD))?.id;
    let text = ReportText {
        subject: "Ausbildung im Strukturwandel, Zahlen zur Teilzeit".to_owned(),
        decided: "Der Beirat empfiehlt, Ausbildung in Teilzeit zu fördern.".to_owned(),
        contributed: "Wir haben Kriterien der Gleichstellung vorgeschlagen.".to_owned(),
        effects: "Bis März brauchen wir Zahlen aus allen Kreisen.".to_owned(),
        confidential: "Zwei Mitglieder zögern noch. Vor der nächsten Sitzung anrufen.".to_owned(),
        passes: vec![Part::Subject, Part::Decided],
        opens: vec![Part::Decided],
    };
    let state = ReportState::Filed;
    let report = at("report", ::mandates::save_report(tx, &chair, (it.id, session), 1, &text, state, &w.base))?;
    let minutes = crate::brought::pdf("Niederschrift des Beirats.pdf", &["Niederschrift der 3. Sitzung 2026"])?;
    at("report", ::mandates::add_files(tx, &chair, report, &[minutes]))?;
    let raise = |title: &str, text: &str, next: Option<&str>| NewRaised {
        title: title.to_owned(),
        text: text.to_owned(),
        session: Some(session),
        level: kernel::Level::Network,
        day: Day::literal("2026-11-05"),
        next: next.map(Day::literal),
    };
    let step = |state, note: &str, evidence: &str, next: Option<&str>| NewStep {
        step: Step { state, day: Day::literal("2026-11-09"), note: note.to_owned(), evidence: evidence.to_owned() },
        next: next.map(Day::literal),
    };
    let criteria = raise(
        "Kriterien der Gleichstellung im Strukturprogramm",
        "Förderung nur, wenn ein Vorhaben sagt, was es für Frauen und Männer bewirkt.",
        Some("2026-12-03"),
    );
    let first = at("raised", ::mandates::raise(tx, &chair, it.id, &criteria))?;
    let moved = step(Outcome::Referred, "An die Geschäftsstelle zur Prüfung", "", Some("2026-12-03"));
    at("step", ::mandates::step_on(tx, &chair, first, 1, &moved, &w.base))?;
    let part_time = raise("Ausbildung in Teilzeit", "Plätze in Teilzeit gleich fördern.", None);
    let second = at("raised", ::mandates::raise(tx, &chair, it.id, &part_time))?;
    let done =
        step(Outcome::Adopted, "Einstimmig empfohlen", "https://beirat.example.org/niederschriften/2026-3", None);
    at("step", ::mandates::step_on(tx, &chair, second, 1, &done, &w.base))?;
    // Somebody of the committee follows what she gave along.
    let colleague = own(tx, w.holder("05366", tx.today())?)?;
    at("follow", ::mandates::follow(tx, &colleague, first))
}
