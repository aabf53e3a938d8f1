//! What is to be done in the networks these weeks: some of it overdue, some of it done.

use db::Tx;
use kernel::{Day, Id, Level, Result};
use tasks::{NewTask, Owner, Task};

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

/// Who is to do something, by the keys of the world.
enum Who {
    /// Those who lead the body.
    Lead,
    /// Whoever holds a town's post.
    Post(&'static str),
    /// The first of those who sit in the body.
    First,
}

/// Network, body, who, what, until when.
type Row = (&'static str, &'static str, Who, &'static str, &'static str);

const FIRST: [Row; 8] = [
    (
        "rag-aachen",
        "rag-aachen",
        Who::Post("05334002"),
        "Zahlen zur Beschäftigung von Frauen zusammenstellen",
        "2026-11-20",
    ),
    ("rag-aachen", "rag-aachen", Who::Post("05366"), "Tagungsraum für die Regionalkonferenz anfragen", "2026-12-04"),
    ("rag-aachen", "gma", Who::Lead, "Entwurf der Stellungnahme zum Strukturwandel abstimmen", "2026-12-11"),
    (
        "frauennetzwerk",
        "vorstand",
        Who::Lead,
        "Vereinsregister: Änderung im Vorstand anmelden (§ 67 BGB)",
        "2026-11-18",
    ),
    ("lag-nrw", "lag-nrw", Who::Post("05334002"), "Workshop zur Istanbul-Konvention vorbereiten", "2026-12-01"),
    ("lsbtiq-nrw", "lsbtiq-nrw", Who::Lead, "Handreichung zu sanitären Anlagen gegenlesen", "2026-11-27"),
    ("ak-staedteregion", "ak-staedteregion", Who::Lead, "Protokoll der Herbstsitzung verschicken", "2026-11-13"),
    ("rag-aachen", "rag-aachen", Who::Post("05334002"), "Anmeldungen zur Fortbildung weitergeben", "2026-11-19"),
];
/// How many of these, the last ones, are done.
const DONE: usize = 2;

const LATER: [Row; 6] = [
    ("rag-aachen", "rag-aachen", Who::Lead, "Einladung zur Regionalkonferenz verschicken", "2026-11-27"),
    ("rag-aachen", "gma", Who::First, "Bericht aus dem Lenkungskreis schreiben", "2026-12-07"),
    ("frauennetzwerk", "vorstand", Who::Lead, "Rückmeldungen zum Wegweiser Gewaltschutz sammeln", "2026-11-30"),
    ("lag-nrw", "sprecherinnen", Who::Lead, "Ort der Mitgliederversammlung 2027 festlegen", "2027-01-15"),
    ("ak-staedteregion", "ak-staedteregion", Who::Lead, "Themen für das nächste Treffen sammeln", "-"),
    ("rueckhalt", "rueckhalt", Who::Lead, "Liste der Notrufnummern erneuern", "2026-11-30"),
];

/// Three weeks ago.
pub fn given(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    FIRST.iter().try_for_each(|row| give(w, tx, row).map(drop))
}

/// Since then some is done, and more has come.
pub fn later(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let mira = w.person(tx, "mira")?;
    for (network, _, who, title, _) in &FIRST[FIRST.len() - DONE..] {
        let by = if matches!(who, Who::Post("05334002")) { own(tx, mira)? } else { w.keeper(network)? };
        let body = networks::find_body(tx, &w.keeper(network)?, w.body(network)?)?;
        let open = tasks::open_tasks(tx, &w.keeper(network)?, &body)?;
        let task = open.iter().find(|t| t.title == *title).ok_or_else(|| missing("task", title))?;
        at(title, tasks::done(tx, &by, task.id))?;
    }
    LATER.iter().try_for_each(|row| give(w, tx, row).map(drop))
}

fn give(w: &World, tx: &Tx<'_>, (network, body, who, title, due): &Row) -> Result<Id<Task>> {
    let id = w.body(body)?;
    let owner = match who {
        Who::Lead => Owner::Body(id),
        Who::Post(key) => Owner::Post(w.post(key)?.id),
        Who::First => {
            Owner::Person(w.sitting_in(body).first().copied().ok_or_else(|| missing("somebody who sits in", body))?)
        }
    };
    let new = NewTask {
        due: due.parse::<Day>().ok(),
        level: if network == body { Level::Body } else { Level::Network },
        ..NewTask::new(id, *title).to(owner)
    };
    at(title, tasks::give_task(tx, &w.keeper(network)?, &new, &w.base))
}
