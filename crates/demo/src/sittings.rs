//! Meetings: two that are over, some to which invitations have left and answers came, some that are only set down.

use db::Tx;
use kernel::{Day, Id, Level, Result};
use meetings::{Answer, Meeting, NewItem, NewMeeting, NewOther, Openness, OtherKind, Sent, Way};

use files::Upload;

use crate::{
    brought::{pdf, text, word},
    facts::at,
    world::World,
};

/// One item: title, minutes, who reports, for whom.
type Row = (&'static str, i64, &'static str, Openness);

struct Plan {
    network: &'static str,
    body: &'static str,
    title: &'static str,
    day: &'static str,
    hour: i8,
    minutes: i64,
    place: &'static str,
    online: &'static str,
    level: Level,
    answer_until: &'static str,
    proposals_until: &'static str,
    note: &'static str,
    items: &'static [Row],
}

const NOTHING: Plan = Plan {
    network: "rag-aachen",
    body: "rag-aachen",
    title: "",
    day: "",
    hour: 10,
    minutes: 150,
    place: "",
    online: "",
    level: Level::Network,
    answer_until: "",
    proposals_until: "",
    note: "",
    items: &[],
};

const AUTUMN: [Plan; 2] = [
    Plan {
        title: "Treffen der Regionalen AG",
        day: "2026-09-16",
        place: "Kreishaus Düren, Raum 130",
        items: &[
            ("Begrüßung und Runde", 20, "", Openness::Internal),
            ("Strukturwandel: Stand der Förderung", 60, "Sprecherin des Ausschusses", Openness::Internal),
            ("Berichte aus LAG und BAG", 40, "", Openness::Internal),
            ("Verschiedenes", 30, "", Openness::Internal),
        ],
        ..NOTHING
    },
    Plan {
        network: "ak-staedteregion",
        body: "ak-staedteregion",
        title: "Herbsttreffen",
        day: "2026-10-07",
        place: "Rathaus Würselen, Ratssaal",
        items: &[
            ("Begrüßung durch den Bürgermeister", 15, "", Openness::Guests),
            ("Verhütungsmittelfonds: Zahlen des Jahres", 45, "", Openness::Internal),
            ("Gemeinsame Fortbildung im Frühjahr", 30, "", Openness::Internal),
        ],
        ..NOTHING
    },
];

const AHEAD: [Plan; 4] = [
    Plan {
        network: "ak-staedteregion",
        body: "ak-staedteregion",
        title: "Wintertreffen",
        day: "2026-12-09",
        minutes: 180,
        place: "Rathaus Eschweiler, Raum 3, Aufzug im Hof",
        online: "https://treffen.example.org/ak",
        answer_until: "2026-12-02",
        proposals_until: "2026-11-30",
        note: "Die Stadt Eschweiler lädt danach zu einem Imbiss ein.",
        items: &[
            ("Begrüßung und Neuigkeiten", 20, "", Openness::Internal),
            ("Rückblick auf die Aktion zum 25. November", 40, "", Openness::Internal),
        ],
        ..NOTHING
    },
    Plan {
        title: "Jahreskonferenz",
        day: "2027-01-20",
        hour: 9,
        minutes: 240,
        place: "Haus der StädteRegion Aachen, Mediensaal",
        online: "https://treffen.example.org/rag",
        answer_until: "2027-01-08",
        items: &[
            ("Begrüßung", 15, "", Openness::Public),
            ("Vortrag: Fachkräfte in der Region", 60, "", Openness::Guests),
            ("Bericht aus dem Gender-Mainstreaming-Ausschuss", 45, "", Openness::Internal),
            ("Personelles", 20, "", Openness::Closed),
            ("Berichte aus LAG und BAG", 40, "", Openness::Internal),
            ("Arbeitsplan 2027", 45, "", Openness::Internal),
        ],
        ..NOTHING
    },
    Plan {
        network: "lag-nrw",
        body: "sprecherinnen",
        title: "Sprecherinnenrunde",
        day: "2026-12-10",
        hour: 14,
        minutes: 120,
        online: "https://treffen.example.org/lag",
        answer_until: "2026-12-04",
        items: &[
            ("Stellungnahme zum Gesetzentwurf", 60, "", Openness::Internal),
            ("Vorbereitung der Mitgliederversammlung", 45, "", Openness::Internal),
        ],
        ..NOTHING
    },
    Plan {
        network: "lsbtiq-nrw",
        body: "lsbtiq-nrw",
        title: "Austausch im Dezember",
        day: "2026-12-15",
        hour: 13,
        minutes: 120,
        online: "https://treffen.example.org/austausch",
        items: &[("Vorfälle bei CSD-Veranstaltungen", 60, "", Openness::Internal)],
        ..NOTHING
    },
];

/// Runs on the day of the world.
const COMMITTEE: Plan = Plan {
    body: "gma",
    title: "Ausschusssitzung im November",
    day: "2026-11-23",
    hour: 12,
    minutes: 120,
    place: "Haus der StädteRegion Aachen, Raum E 72",
    online: "https://treffen.example.org/gma",
    note: "Wer von unterwegs kommt, schaltet sich zu.",
    items: &[
        ("Begrüßung", 10, "", Openness::Internal),
        ("Kriterien zur Gleichstellung im Strukturwandel", 50, "Sprecherin des Ausschusses", Openness::Internal),
        ("Personelles", 20, "", Openness::Closed),
        ("Termine 2027", 20, "", Openness::Internal),
    ],
    ..NOTHING
};

const LATER: [Plan; 3] = [
    Plan {
        network: "lag-nrw",
        body: "lag-nrw",
        title: "Mitgliederversammlung",
        day: "2027-03-18",
        minutes: 360,
        place: "Rathaus Bielefeld",
        ..NOTHING
    },
    Plan { body: "gma", title: "Ausschusssitzung", day: "2027-02-03", place: "Kreishaus Heinsberg", ..NOTHING },
    Plan { network: "rueckhalt", body: "rueckhalt", title: "Runde im Januar", day: "2027-01-12", ..NOTHING },
];

/// What lies at an item.
fn papers(title: &str) -> Result<Vec<Upload>> {
    Ok(match title {
        "Arbeitsplan 2027" => vec![
            word(
                "Arbeitsplan 2027, Entwurf.docx",
                "Arbeitsplan 2027",
                "Regionale AG",
                &["Schwerpunkte: Fachkräfte, Schutzwohnungen, digitale Gewalt.", "Vier Treffen, zwei davon hybrid."],
            )?,
            text("Termine.txt", "20. Januar: Jahreskonferenz\n14. April: Treffen in Heinsberg\n")?,
        ],
        "Vortrag: Fachkräfte in der Region" => vec![pdf(
            "Fachkräfte in der Region.pdf",
            &["Fachkräfte in der Region", "", "Teilzeit ist für viele kein Wunsch, sondern Folge fehlender Betreuung."],
        )?],
        "Kriterien zur Gleichstellung im Strukturwandel" => vec![pdf(
            "Kriterien, Entwurf.pdf",
            &["Kriterien zur Gleichstellung", "", "1. Wer entscheidet?", "2. Wem kommt die Förderung zugute?"],
        )?],
        "Personelles" => vec![text("Vorschlag.txt", "Vorschlag für die Nachfolge im Ausschuss\n")?],
        "Vorfälle bei CSD-Veranstaltungen" => {
            vec![text("Fragen an die Runde.txt", "Was ist bei Ihnen geschehen?\nWas hat geholfen?\n")?]
        }
        _ => Vec::new(),
    })
}

/// Sets a meeting down with its agenda.
fn planned(w: &World, tx: &Tx<'_>, plan: &Plan) -> Result<Id<Meeting>> {
    let by = w.keeper(plan.network)?;
    let new = NewMeeting {
        minutes: plan.minutes,
        place: plan.place.to_owned(),
        online: plan.online.to_owned(),
        level: plan.level,
        answer_until: plan.answer_until.parse().ok(),
        proposals_until: plan.proposals_until.parse().ok(),
        note: plan.note.to_owned(),
        ..NewMeeting::new(plan.title, Day::literal(plan.day).at(plan.hour, 0))
    };
    let id = at(plan.title, meetings::plan_meeting(tx, &by, w.body(plan.body)?, &new))?;
    for (title, minutes, rapporteur, openness) in plan.items {
        let item =
            NewItem { rapporteur: (*rapporteur).to_owned(), openness: *openness, ..NewItem::new(*title, *minutes) };
        let made = at(title, meetings::add_item(tx, &by, id, &item))?;
        for upload in papers(title)? {
            at(title, meetings::add_papers(tx, &by, made, &[upload]))?;
        }
    }
    Ok(id)
}

fn invited(w: &World, tx: &Tx<'_>, plan: &Plan) -> Result<Id<Meeting>> {
    let id = planned(w, tx, plan)?;
    at(plan.title, meetings::invite(tx, &w.keeper(plan.network)?, id, &w.base))?;
    Ok(id)
}

/// Half of those invited answer; Mira has not yet, unless `with_mira`.
fn answered(w: &World, tx: &Tx<'_>, id: Id<Meeting>, with_mira: bool) -> Result<()> {
    let mira = w.cast.get("mira").copied();
    for (n, it) in meetings::list_invitations(tx, id)?.iter().enumerate() {
        let hers = it.person.is_some() && it.person == mira;
        let answer = match n % 6 {
            _ if hers && !with_mira => continue,
            _ if hers => Answer::Yes,
            0 | 1 | 3 => Answer::Yes,
            2 => Answer::No,
            _ => continue,
        };
        at("answer", meetings::answer(tx, it.id, (answer, Way::Link), Sent::default(), &w.base))?;
    }
    Ok(())
}

/// In summer: the meetings of the autumn are set down, invited to and answered.
pub fn autumn(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for plan in &AUTUMN {
        let id = invited(w, tx, plan)?;
        answered(w, tx, id, true)?;
    }
    Ok(())
}

/// They are over, and those of the winter are prepared.
pub fn winter(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for plan in &AUTUMN {
        let by = w.keeper(plan.network)?;
        let body = w.body(plan.body)?;
        let span = (Day::literal(plan.day).at(0, 0), Day::literal(plan.day).next().at(0, 0));
        for meeting in meetings::list_of_bodies(tx, &by, &[body], span, 5)? {
            at(plan.title, meetings::end(tx, &by, meeting.id))?;
        }
    }
    for plan in &AHEAD {
        let id = invited(w, tx, plan)?;
        answered(w, tx, id, plan.title == "Jahreskonferenz")?;
        // Somebody from outside comes for one item, and gets its papers by link and code.
        if plan.title == "Jahreskonferenz" {
            let items = meetings::list_items(tx, id)?;
            let item = items.iter().find(|it| it.openness == Openness::Guests).map(|it| it.id);
            let guest = ("Wiebke Sandmann", "referat@arbeit.example.org");
            at("guest", meetings::invite_guest(tx, &w.keeper(plan.network)?, id, guest, item, &w.base))?;
        }
    }
    noted(w, tx)?;
    LATER.iter().try_for_each(|plan| planned(w, tx, plan).map(drop))
}

/// Days of others, as members wrote them down.
fn noted(w: &World, tx: &Tx<'_>) -> Result<()> {
    for (network, kind, title, town, from, last, note) in [
        ("ak-staedteregion", OtherKind::Council, "Ratswoche", "Stadt Aachen", "2026-12-07", "2026-12-11", ""),
        ("ak-staedteregion", OtherKind::Council, "Haushaltsberatungen", "StädteRegion", "2027-01-18", "2027-01-22", ""),
        ("rag-aachen", OtherKind::Other, "Landesfrauenrat, Fachtag", "Düsseldorf", "2027-02-11", "2027-02-11", ""),
        (
            "lsbtiq-nrw",
            OtherKind::Csd,
            "CSD Aachen",
            "Aachen",
            "2027-06-12",
            "2027-06-13",
            "Rückweg zum Bahnhof nur in Gruppen. Die Polizei hat eine Ansprechstelle zugesagt.",
        ),
        ("lsbtiq-nrw", OtherKind::Csd, "ColognePride", "Köln", "2027-07-02", "2027-07-04", ""),
    ] {
        let new = NewOther {
            town: town.to_owned(),
            note: note.to_owned(),
            last: Day::literal(last),
            ..NewOther::new(kind, title, Day::literal(from))
        };
        at(title, meetings::note_other(tx, &w.keeper(network)?, w.body(network)?, &new))?;
    }
    Ok(())
}

/// The committee is invited to its sitting, as long before as its rules want.
pub fn committee(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let id = invited(w, tx, &COMMITTEE)?;
    answered(w, tx, id, false)
}

/// Topics that colleagues ask for.
pub fn topics(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let plan = &AHEAD[0];
    let (by, body) = (w.keeper(plan.network)?, w.body(plan.body)?);
    let span = (Day::literal(plan.day).at(0, 0), Day::literal(plan.day).next().at(0, 0));
    let asking = w.holder("05334020", tx.today())?;
    let asking = crate::guarded::own(tx, asking)?;
    for meeting in meetings::list_of_bodies(tx, &by, &[body], span, 1)? {
        let new = ("Satzung zur Notfallbetreuung", "Wer hat schon eine?", 20);
        at("topic", meetings::propose(tx, &asking, meeting.id, new))?;
    }
    Ok(())
}
