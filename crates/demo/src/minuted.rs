//! What was kept of meetings: approved minutes of several networks, some sent round with an objection, a draft.

use db::Tx;
use kernel::{Day, Id, Level, Result};
use meetings::{Capacity, Entry, Meeting, Minutes, NewEntry, NewItem, NewMeeting, Presence, Seen, SheetHead, Span};
use tasks::Owner;

use crate::{
    brought,
    facts::{at, missing},
    guarded::own,
    world::World,
};

/// One item: title, minutes, what was said, what came of it.
type Row = (&'static str, i64, &'static str, &'static str);

/// A meeting of spring or summer, entered with its minutes, and when the body met next.
struct Former {
    network: &'static str,
    body: &'static str,
    title: &'static str,
    day: &'static str,
    place: &'static str,
    rows: &'static [Row],
    /// To be done by those who lead: at which item, what, until when.
    todo: Option<(usize, &'static str, &'static str)>,
    /// The meeting that approved: its title and day.
    next: (&'static str, &'static str),
}

const FORMER: [Former; 4] = [
    Former {
        network: "rag-aachen",
        body: "rag-aachen",
        title: "Frühjahrstreffen der Regionalen AG",
        day: "2026-03-11",
        place: "Haus der StädteRegion Aachen, Raum E 72",
        rows: &[
            ("Begrüßung und Runde", 20, "31 Beauftragte nehmen teil. Zwei Kolleginnen stellen sich vor.", ""),
            (
                "Fachkräfte in der Region",
                60,
                "Die Kompetenzzentren berichten über Wiedereinstieg und Teilzeit.\n\nGewünscht werden:\n\n- Zahlen je Kommune\n- ein gemeinsamer Termin mit der Arbeitsagentur\n- Beispiele für Ausbildung in Teilzeit",
                "Die Regionale AG lädt die Arbeitsagentur zur Jahreskonferenz ein.",
            ),
            ("Berichte aus LAG und BAG", 40, "Die Delegierten berichten. Fragen gab es zum Hauptsatzungsmuster.", ""),
        ],
        todo: None,
        next: ("Treffen der Regionalen AG", "2026-09-16"),
    },
    Former {
        network: "ak-staedteregion",
        body: "ak-staedteregion",
        title: "Sommertreffen",
        day: "2026-06-17",
        place: "Rathaus Baesweiler",
        rows: &[
            ("Neues aus den Kommunen", 45, "Reihum wird berichtet.", ""),
            (
                "Verhütungsmittelfonds",
                45,
                "Der Fonds ist bis Oktober gesichert.",
                "Die Zahlen kommen beim Herbsttreffen auf den Tisch.",
            ),
        ],
        todo: None,
        next: ("Herbsttreffen", "2026-10-07"),
    },
    Former {
        network: "frauennetzwerk",
        body: "vorstand",
        title: "Vorstandssitzung im Juni",
        day: "2026-06-10",
        place: "Geschäftsstelle",
        rows: &[
            ("Haushalt", 30, "Die Kassenlage wird vorgestellt.", "Der Vorstand nimmt den Bericht zur Kenntnis."),
            ("Bildungswoche", 45, "Zwölf Häuser haben zugesagt.", "Die Ausschreibung beginnt im Januar."),
        ],
        todo: Some((1, "Ausschreibung der Bildungswoche entwerfen", "2026-12-11")),
        next: ("Vorstandssitzung im September", "2026-09-23"),
    },
    Former {
        network: "lag-nrw",
        body: "sprecherinnen",
        title: "Sprecherinnenrunde im Mai",
        day: "2026-05-20",
        place: "Landtag Nordrhein-Westfalen",
        rows: &[(
            "Gespräch mit dem Ministerium",
            90,
            "Besprochen wurden Stellenanteile und Vertretung.",
            "Das Gespräch wird im Herbst fortgesetzt.",
        )],
        todo: None,
        next: ("Sprecherinnenrunde im September", "2026-09-09"),
    },
];

/// In summer: what was kept of spring goes out.
pub fn former(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for plan in &FORMER {
        let by = w.keeper(plan.network)?;
        let body = w.body(plan.body)?;
        let new = NewMeeting {
            minutes: 150,
            place: plan.place.to_owned(),
            level: Level::Network,
            ..NewMeeting::new(plan.title, Day::literal(plan.day).at(10, 0))
        };
        let meeting = at(plan.title, meetings::plan_meeting(tx, &by, body, &new))?;
        for (title, minutes, ..) in plan.rows {
            at(title, meetings::add_item(tx, &by, meeting, &NewItem::new(*title, *minutes)))?;
        }
        at(plan.title, meetings::end(tx, &by, meeting))?;
        present(w, tx, plan.network, meeting)?;
        let (minutes, entries) = written(w, tx, plan.network, meeting, plan.rows)?;
        if let Some((row, title, due)) = plan.todo {
            let entry = entries.get(row).ok_or_else(|| missing("item", title))?;
            let new = (title, Owner::Body(body), due.parse::<Day>().ok());
            at(title, meetings::add_todo(tx, &by, entry.id, new))?;
        }
        at(plan.title, meetings::circulate(tx, &by, minutes, &w.base))?;
        if on(w, tx, plan.network, plan.body, plan.next.1)?.is_none() {
            let next = NewMeeting {
                level: Level::Network,
                ..NewMeeting::new(plan.next.0, Day::literal(plan.next.1).at(10, 0))
            };
            at(plan.next.0, meetings::plan_meeting(tx, &by, body, &next))?;
        }
    }
    Ok(())
}

/// The meeting of a body on a day.
fn on(w: &World, tx: &Tx<'_>, network: &str, body: &str, day: &str) -> Result<Option<Id<Meeting>>> {
    let span = (Day::literal(day).at(0, 0), Day::literal(day).next().at(0, 0));
    let found = meetings::list_of_bodies(tx, &w.keeper(network)?, &[w.body(body)?], span, 1)?;
    Ok(found.first().map(|m| m.id))
}

/// In this network a colleague came for one of them, with an authorisation.
const REPRESENTED: (&str, &str) = ("rag-aachen", "Birte Lohmann");

/// Two of three were there, one of them from elsewhere now and then; who is noted nowhere was excused.
fn present(w: &World, tx: &Tx<'_>, network: &str, id: Id<Meeting>) -> Result<()> {
    let by = w.keeper(network)?;
    let meeting = meetings::find_meeting(tx, &by, id)?;
    let body = networks::find_body(tx, &by, meeting.body)?;
    let list = meetings::attendance_of(tx, &meeting, &body)?;
    let lines = list.lines.iter().filter(|line| line.capacity != Capacity::Mailbox).enumerate();
    // One of them had to leave for a while.
    let (left, back) = (meeting.starts_at.plus_seconds(50 * 60), meeting.starts_at.plus_seconds(80 * 60));
    let sent = |n: usize| network == REPRESENTED.0 && n == 5;
    let seen: Vec<Seen> = lines
        .map(|(n, line)| Seen {
            key: line.key.clone(),
            presence: match n % 6 {
                _ if sent(n) => Presence::Represented,
                2 => Presence::Excused,
                4 => Presence::Remote,
                5 => Presence::Absent,
                _ => Presence::Present,
            },
            by_name: if sent(n) { REPRESENTED.1.to_owned() } else { String::new() },
            from: (n == 3).then_some(back),
            until: None,
            earlier: (n == 3)
                .then(|| vec![Span { presence: Presence::Present, by_name: String::new(), from: None, until: left }]),
        })
        .collect();
    at("attendance", meetings::keep_attendance(tx, &by, id, &SheetHead::default(), &seen, None))?;
    for one in seen.iter().filter(|one| one.presence == Presence::Represented) {
        let lines = ["Vollmacht", &format!("{} nimmt für unsere Stelle teil.", one.by_name)];
        let file = brought::pdf("Vollmacht.pdf", &lines)?;
        at("authorisation", meetings::add_authorisation(tx, &by, id, &one.key, &[file]))?;
    }
    Ok(())
}

/// The draft with what was said.
fn written(
    w: &World,
    tx: &Tx<'_>,
    network: &str,
    meeting: Id<Meeting>,
    rows: &[Row],
) -> Result<(Id<Minutes>, Vec<Entry>)> {
    let by = w.keeper(network)?;
    let minutes = at("minutes", meetings::begin_minutes(tx, &by, meeting))?.minutes;
    let entries = meetings::list_entries(tx, minutes)?;
    for entry in &entries {
        let Some((_, _, text, result)) = rows.iter().find(|(title, ..)| *title == entry.title) else { continue };
        let new = NewEntry { text: (*text).to_owned(), result: (*result).to_owned(), ..NewEntry::from(entry) };
        at(&entry.title, meetings::change_entry(tx, &by, entry.id, entry.version, &new))?;
    }
    Ok((minutes, entries))
}

const AUTUMN: &[Row] = &[
    (
        "Strukturwandel: Stand der Förderung",
        60,
        "Die Sprecherin berichtet aus dem Lenkungskreis.\n\nDas Land fördert 14 Vorhaben.\n\nOffen sind:\n\n1. die Kriterien zur Gleichstellung\n2. die Besetzung des Beirats",
        "Der Ausschuss legt bis Dezember Kriterien vor.",
    ),
    ("Berichte aus LAG und BAG", 40, "Die LAG bereitet ihre Mitgliederversammlung vor.", ""),
];

/// In November: earlier minutes were approved, those of September go out, those of October are being written.
pub fn autumn(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for plan in &FORMER {
        let by = w.keeper(plan.network)?;
        let (Some(was), Some(next)) =
            (on(w, tx, plan.network, plan.body, plan.day)?, on(w, tx, plan.network, plan.body, plan.next.1)?)
        else {
            return Err(missing("meeting", plan.title));
        };
        let minutes = meetings::find_minutes_of(tx, was)?.ok_or_else(|| missing("minutes", plan.title))?;
        at(plan.title, meetings::approve(tx, &by, minutes.id, next))?;
    }
    let by = w.keeper("rag-aachen")?;
    let september = on(w, tx, "rag-aachen", "rag-aachen", "2026-09-16")?.ok_or_else(|| missing("meeting", "rag"))?;
    at(
        "attendance",
        meetings::keep_attendance(tx, &by, september, &SheetHead::default(), &[], Some("Dr. Ute Vortrag")),
    )?;
    let (minutes, entries) = written(w, tx, "rag-aachen", september, AUTUMN)?;
    let entry = entries.iter().find(|e| e.title.starts_with("Strukturwandel")).ok_or_else(|| missing("item", "rag"))?;
    let owner = Owner::Post(w.post("05358008")?.id);
    let due = Some(Day::literal("2026-12-14"));
    at("task", meetings::add_todo(tx, &by, entry.id, ("Kriterien zur Gleichstellung zusammentragen", owner, due)))?;
    at("minutes", meetings::circulate(tx, &by, minutes, &w.base))?;
    let october = on(w, tx, "ak-staedteregion", "ak-staedteregion", "2026-10-07")?;
    let october = october.ok_or_else(|| missing("meeting", "ak"))?;
    let rows = &[("Gemeinsame Fortbildung im Frühjahr", 30, "Drei Kommunen kaufen die Fortbildung zusammen.", "")];
    written(w, tx, "ak-staedteregion", october, rows).map(drop)
}

/// A colleague objects to what was sent.
pub fn objected(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let september = on(w, tx, "rag-aachen", "rag-aachen", "2026-09-16")?.ok_or_else(|| missing("meeting", "rag"))?;
    let minutes = meetings::find_minutes_of(tx, september)?.ok_or_else(|| missing("minutes", "rag"))?;
    let entries = meetings::list_entries(tx, minutes.id)?;
    let entry = entries.iter().find(|e| e.title.starts_with("Strukturwandel")).ok_or_else(|| missing("item", "rag"))?;
    let by = own(tx, w.holder("05334016", tx.today())?)?;
    at(
        "objection",
        meetings::object(tx, &by, minutes.id, (entry.id, 2, "Es sind 15 Vorhaben, Herzogenrath ist dazugekommen.")),
    )
    .map(drop)
}
