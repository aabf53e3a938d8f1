//! What members ask and tell each other: threads in every network, a few with what came of them, a confidential one with its
//! released number, one that was forwarded, a circular, and the bundles of one Friday.

use db::{JobState, Tx};
use exchange::{NewCircular, NewSupport, NewThread, Side, SupportKind, Thread, ThreadKind, Way};
use kernel::{Actor, Day, Id, Level, Result};
use people::Person;
use web::{Incoming, Words};

use files::Upload;

use crate::{
    brought::text,
    facts::{at, missing},
    guarded::own,
    world::World,
};

struct Plan {
    network: &'static str,
    kind: ThreadKind,
    level: Level,
    confidential: bool,
    topic: &'static str,
    title: &'static str,
    words: &'static str,
    answers: &'static [&'static str],
    outcome: &'static str,
    /// What comes with it, and with the first answer: names and words.
    files: &'static [(&'static str, &'static str)],
    answered_with: &'static [(&'static str, &'static str)],
}

const NOTHING: Plan = Plan {
    network: "",
    kind: ThreadKind::Question,
    level: Level::Network,
    confidential: false,
    topic: "",
    title: "",
    words: "",
    answers: &[],
    outcome: "",
    files: &[],
    answered_with: &[],
};

const BEFORE: [Plan; 6] = [
    Plan {
        network: "ak-staedteregion",
        topic: "care",
        title: "Wer hat eine Satzung zur Notfallbetreuung?",
        answered_with: &[("Satzung.txt", "§ 1 Anspruch\nHöchstens fünf Tage im Jahr.\n")],
        words: "Unser Rat fragt nach **Notfallbetreuung** für Kinder von Beschäftigten.\n\n- Gibt es bei Ihnen eine Satzung?\n- Wer trägt die Kosten?",
        answers: &[
            "Wir haben seit 2024 eine Satzung. Die Kosten trägt die Stadt, höchstens fünf Tage im Jahr.",
            "Bei uns läuft es über eine Dienstvereinbarung. Das ging schneller.",
        ],
        outcome: "Zwei Städte haben eine Regelung, eine als Satzung und eine als Dienstvereinbarung. Der Entwurf der Satzung dient als Muster.",
        ..NOTHING
    },
    Plan {
        network: "rag-aachen",
        topic: "arbeit",
        title: "Zahlen zu Frauen in den Strukturwandelprojekten",
        files: &[("Bisherige Zahlen.txt", "Aachen: 12 von 40\nDüren: noch keine\n")],
        answered_with: &[("Zahlen Kreis Heinsberg.txt", "Heinsberg: 9 von 31\n")],
        words: "Für den Ausschuss suche ich Zahlen: Wie viele der geförderten Stellen sind mit Frauen besetzt?",
        answers: &[
            "Im Kreis Heinsberg liegen sie seit dem Sommer vor, ich schicke sie.",
            "Düren zählt erst ab Januar.",
        ],
        outcome: "Aus zwei von fünf Gebieten liegen Zahlen vor. Der Ausschuss fragt die übrigen an.",
        ..NOTHING
    },
    Plan {
        network: "lag-nrw",
        topic: "recht",
        title: "Beteiligung vor Personalentscheidungen: Wie lang ist Ihre Frist?",
        words: "Bei uns kommen die Vorlagen am Vortag. Wie haben Sie die Frist geregelt?",
        answers: &["Eine Woche, in der Geschäftsanweisung.", "Ebenfalls eine Woche, in Eilfällen drei Tage."],
        outcome: "Üblich ist eine Woche. Die Geschäftsstelle nimmt es in die Arbeitshilfe auf.",
        ..NOTHING
    },
    Plan {
        network: "diversity",
        topic: "diversity",
        title: "Wer hat Erfahrung mit anonymen Bewerbungen?",
        words: "Wir planen einen Versuch in drei Ämtern. Was hat bei Ihnen geholfen, was nicht?",
        answers: &[
            "Ein fester Fragebogen im Gespräch half mehr als das Schwärzen.",
            "Bei uns waren die Fristen das Problem.",
        ],
        ..NOTHING
    },
    Plan {
        network: "lsbtiq-nrw",
        title: "Sanitärräume im Neubau",
        files: &[("Fragen.txt", "Wer entscheidet bei Ihnen?\nWas kostete der Umbau?\n")],
        answered_with: &[("Leitfaden.txt", "Zuerst die Wege, dann die Schilder.\n")],
        words: "Der Hochbau plant neu. Welche Bauvorgaben und Beschlüsse gibt es schon?",
        answers: &["Wir haben einzelne Räume mit Vorraum für alle, der Beschluss ist von 2023."],
        outcome: "Einzelräume für alle gelten als beste Lösung. Eine Hilfe ohne Namen entsteht bis Januar.",
        ..NOTHING
    },
    Plan {
        network: "lsbtiq-nrw",
        confidential: true,
        topic: "gewaltschutz",
        title: "Angriff am Rand eines Umzugs",
        words: "Nach dem Umzug wurde eine Gruppe auf dem Heimweg angegriffen. Niemand wurde schwer verletzt. Die Anzeige läuft.",
        answers: &["Bei uns gab es Ähnliches. Ein fester Heimweg mit Begleitung half."],
        ..NOTHING
    },
];

const LATELY: [Plan; 6] = [
    Plan {
        network: "frauennetzwerk",
        kind: ThreadKind::Request,
        topic: "gewaltschutz",
        title: "Helfende gesucht für die Aktion am 25. November",
        words: "Wir brauchen noch sechs Personen für den Stand am Elisenbrunnen, von 16 bis 19 Uhr.",
        answers: &["Wir kommen zu zweit."],
        ..NOTHING
    },
    Plan {
        network: "bag",
        kind: ThreadKind::Information,
        level: Level::AllNetworks,
        topic: "arbeit",
        title: "Neue Studie zur Entgeltlücke in Kommunen",
        words: "Die Studie vergleicht 40 Verwaltungen. Wichtig ist vor allem der Teil zu **Teilzeit**: https://studie.example.org/entgelt",
        ..NOTHING
    },
    Plan {
        network: "staedtetag-nrw",
        title: "Wer ist im Sozialausschuss beim Thema Schutzwohnungen dabei?",
        words: "Ich bereite den Punkt vor und nehme Hinweise aus den Städten gern mit.",
        answers: &["Bitte die Finanzierung der Zweitwohnungen ansprechen."],
        ..NOTHING
    },
    Plan {
        network: "lgbtqia-gleichstellung",
        title: "Wo berühren sich unsere Aufgaben, wo nicht?",
        words: "Für das Gespräch mit der BAG sammle ich Beispiele aus dem Alltag.",
        answers: &["Beratung bei Belästigung ist bei uns eine gemeinsame Aufgabe."],
        ..NOTHING
    },
    Plan {
        network: "rueckhalt",
        title: "Treffpunkt im Januar",
        words: "Der Raum vom letzten Mal ist belegt. Wer hat einen anderen?",
        ..NOTHING
    },
    Plan {
        network: "ak-staedteregion",
        topic: "digitale-gewalt",
        title: "Vortrag zu digitaler Gewalt: Wen können Sie empfehlen?",
        words: "Für das Wintertreffen suchen wir jemanden, der eine Stunde verständlich spricht.",
        ..NOTHING
    },
];

/// Members of a network who write beside its coordination: those with a seat that speaks, in the order of the seats.
fn voices(w: &World, tx: &Tx<'_>, network: &str) -> Result<Vec<Actor>> {
    let body = networks::body_for_program(tx, w.body(network)?)?;
    let all = networks::invitees(tx, &body, tx.today())?;
    let persons: Vec<Id<Person>> = all.iter().filter(|i| !i.stands_in).filter_map(|i| i.person).take(6).collect();
    persons.into_iter().map(|person| own(tx, person)).collect()
}

fn texts(all: &[(&str, &str)]) -> Result<Vec<Upload>> {
    all.iter().map(|(name, words)| text(name, words)).collect()
}

/// Begins a thread and has it answered.
fn thread(w: &World, tx: &Tx<'_>, plan: &Plan) -> Result<Id<Thread>> {
    let voices = voices(w, tx, plan.network)?;
    let asks = voices.first().ok_or_else(|| missing("member", plan.network))?;
    let body = w.body(plan.network)?;
    let topic = networks::list_topics(tx)?.into_iter().find(|t| t.slug == plan.topic).map(|t| t.id);
    let new = NewThread {
        files: texts(plan.files)?,
        kind: plan.kind,
        level: plan.level,
        confidential: plan.confidential,
        topic,
        checked: true,
        ..NewThread::new(body, plan.title, plan.words)
    };
    let id = at(plan.title, exchange::write_thread(tx, asks, &new))?;
    for (n, (answer, by)) in plan.answers.iter().zip(voices.iter().skip(1).cycle()).enumerate() {
        let with = if n == 0 { texts(plan.answered_with)? } else { Vec::new() };
        at(plan.title, exchange::reply_with(tx, by, id, (answer, Way::Page), true, (&with, None)))?;
    }
    if !plan.outcome.is_empty() {
        at(plan.title, exchange::note_outcome(tx, asks, id, plan.outcome, true))?;
    }
    Ok(id)
}

/// Threads of the autumn, most of them with what came of them.
pub fn autumn(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    BEFORE.iter().try_for_each(|plan| thread(w, tx, plan).map(drop))?;
    let (by, body) = (w.keeper("lsbtiq-nrw")?, w.body("lsbtiq-nrw")?);
    let year = (Day::literal("2026-01-01"), Day::literal("2027-01-01"));
    at("released count", exchange::release_count(tx, &by, body, None, year, Level::Public)).map(drop)
}

/// Threads of these days; the study of the BAG is brought on to two networks by whoever is in them.
pub fn lately(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    for plan in &LATELY {
        let id = thread(w, tx, plan)?;
        if plan.level == Level::AllNetworks {
            for to in ["lag-nrw", "rag-aachen"] {
                let by = w.keeper(to)?;
                at(to, exchange::forward(tx, &by, id, w.body(to)?, "Der Teil zur Teilzeit betrifft uns alle."))?;
            }
        }
    }
    letters(w, tx)
}

/// Two letters that came in: one of a member, signed by her administration, began a thread; whose the other one is nobody knows.
fn letters(w: &World, tx: &Tx<'_>) -> Result<()> {
    let take = exchange::slice().inbox.ok_or_else(|| missing("inbox", "exchange"))?;
    let persons: Vec<Id<Person>> =
        voices(w, tx, "ak-staedteregion")?.iter().filter_map(|a| a.person).map(Id::new).collect();
    // One who has her address alone: a shared mailbox would be asked.
    let mut known = None;
    for one in networks::reach_persons(tx, &persons)? {
        if known.is_none() && networks::persons_at(tx, &one.address)?.len() == 1 {
            known = Some(one.address);
        }
    }
    let from = known.ok_or_else(|| missing("address", "ak-staedteregion"))?;
    let letter = |from: String, subject: &str, own: &str| Words {
        from,
        signed: true,
        subject: subject.to_owned(),
        own: own.to_owned(),
        whole: own.to_owned(),
        ..Words::default()
    };
    let member = letter(
        from,
        "Wer plant etwas zum 8. März?",
        "Guten Morgen,\n\nwir suchen noch eine Rednerin. Wer hat eine Idee?\n\nHerzliche Grüße",
    );
    let stranger = letter(
        "vertretung@anderswo.example.org".to_owned(),
        "Vertretung ab Januar",
        "Ich vertrete die Kollegin in Monschau und möchte mitlesen.",
    );
    let tag = format!("an-{}", w.body("ak-staedteregion")?);
    for words in [&member, &stranger] {
        let incoming = Incoming { tag: &tag, words: Some(words), ..Incoming::default() };
        at(&words.subject, take(tx, &incoming).map(drop))?;
    }
    Ok(())
}

/// Two administrations agree on a visit; one offer waits.
pub fn support(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let voices = voices(w, tx, "diversity")?;
    let [asks, visits, ..] = &voices[..] else { return Err(missing("member", "diversity")) };
    let body = w.body("diversity")?;
    let plan = |side, kind, title: &str, words: &str| NewSupport {
        body,
        side,
        kind,
        title: title.to_owned(),
        words: words.to_owned(),
    };
    let visit = plan(
        Side::Ask,
        SupportKind::Visit,
        "Einen Tag bei einer Vielfaltsstelle mitlaufen",
        "Wir bauen unsere Stelle gerade auf und möchten einen Arbeitstag sehen.",
    );
    let id = at("visit", exchange::begin(tx, asks, &visit))?;
    let days = (Day::literal("2026-12-08"), Day::literal("2026-12-08"));
    at("visit", exchange::answer(tx, visits, id, days, &w.base))?;
    at("visit", exchange::agree(tx, asks, id, true, &w.base))?;
    let offer = plan(
        Side::Offer,
        SupportKind::Review,
        "Blick auf Ihre Vielfaltsstrategie",
        "Wir lesen gern mit, eine Woche genügt.",
    );
    at("offer", exchange::begin(tx, visits, &offer)).map(drop)
}

/// A circular of the working circle is written and released.
pub fn circular(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let (by, body) = (w.keeper("ak-staedteregion")?, w.body("ak-staedteregion")?);
    let words = "Das Wintertreffen ist am 9. Dezember in Eschweiler.\n\n- Themen bitte bis 30. November vorschlagen\n- Der Aufzug ist im Hof";
    let id = at("circular", exchange::draft(tx, &by, &NewCircular::new(body, "Vor dem Wintertreffen", words)))?;
    at("circular", exchange::release(tx, &by, id)).map(drop)
}

/// It leaves, and on the same Friday those who can be tried out get their bundles.
pub fn friday(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    tx.set(networks::ADDRESS, &w.base)?;
    // What waits for its hour by now, as the worker does it.
    let jobs = exchange::slice().jobs;
    while let Some(job) = tx.claim_job()? {
        let run = jobs.iter().find(|known| known.name == job.kind).ok_or_else(|| missing("job", &job.kind))?.run;
        at("circular", run(tx, &job.payload))?;
        tx.settle_job(job.id, JobState::Done)?;
    }
    // From here on letters name an address for answers.
    tx.set(networks::ANSWERS, "antwort@example.org")?;
    if db::setting(tx, networks::ANSWERS_KEY)?.is_none() {
        tx.set(networks::ANSWERS_KEY, &accounts::secrets::secret()?)?;
    }
    let persons: Vec<Id<Person>> =
        ["mira", "rag", "ak", "lag", "verein"].iter().filter_map(|key| w.cast.get(key).copied()).collect();
    at("bundles", notices::bundle_for(tx, &told(), &persons)).map(drop)
}

/// Everybody who has something to tell.
fn told() -> Vec<web::AskTold> {
    let slices = [
        tasks::slice(),
        decisions::slice(),
        meetings::slice(),
        positions::slice(),
        exchange::slice(),
        mandates::slice(),
        networks::slice(),
    ];
    slices.iter().filter_map(|slice| slice.told).collect()
}

/// The coordination of the working circle follows three topics.
pub fn follows(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let Some(person) = w.cast.get("ak").copied() else { return Ok(()) };
    let hers = ["arbeit", "digitale-gewalt", "gewaltschutz"];
    let topics: Vec<_> = w.topics.iter().filter(|(slug, _)| hers.contains(slug)).map(|(_, id)| *id).collect();
    let by = crate::guarded::own(tx, person)?;
    at("topics", notices::follow_topics(tx, &by, &topics))
}

/// On Monday morning her weekly letter comes.
pub fn monday(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let persons: Vec<Id<Person>> = w.cast.get("ak").copied().into_iter().collect();
    at("topics", notices::topics_for(tx, &told(), &persons)).map(drop)
}
