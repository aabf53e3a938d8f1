//! Positions of a year in every state: drafts, one members are asked about, one to be voted on, one that waits for signatures, some
//! that were published; one signed by three networks, two letters nobody answered, one success.

use db::Tx;
use kernel::{Day, Id, Level, Result};
use positions::{
    Addressee, AddresseeKind, Advice, Kind, Minority, NewAddressee, NewAmendment, NewDispatch, NewPosition, Outcome,
    Position, Reply, Sending, Signing, Slots, Sort, Way,
};

use crate::{brought::pdf, facts::at, world::World};

/// Name, in English, kind, mailbox.
const OFFICES: [(&str, &str, AddresseeKind, &str); 5] = [
    (
        "Bundesministerium für Familie, Senioren und Frauen",
        "Federal Ministry for Family, Senior Citizens and Women",
        AddresseeKind::Ministry,
        "poststelle@familie.bund.example.org",
    ),
    (
        "Ministerium für Gleichstellung NRW",
        "Ministry for Equality of North Rhine-Westphalia",
        AddresseeKind::Ministry,
        "poststelle@gleichstellung.nrw.example.org",
    ),
    ("Landtag Nordrhein-Westfalen", "Parliament of North Rhine-Westphalia", AddresseeKind::Parliament, ""),
    ("Deutscher Städtetag", "Association of German Cities", AddresseeKind::Association, "post@staedtetag.example.org"),
    ("Verkehrsverbund im Westen", "Transport Association West", AddresseeKind::Company, "kontakt@verkehr.example.org"),
];

const SHELTERS: &str = "Die Plätze in Frauenhäusern reichen nicht.\n\nWir fordern:\n- ein Bundesgesetz, das jeden Platz bezahlt,\n- mindestens einen Platz auf 7.500 Einwohnerinnen und Einwohner,\n- Zugang ohne Aufenthaltsfrage.\n\nDer Bund trägt einen festen Anteil der Kosten.\n\nDie Istanbul-Konvention verpflichtet dazu seit 2018.";
const BYLAW: &str = "Die Muster-Hauptsatzung schwächt die Gleichstellungsstellen.\n\nWir bitten, § 7 in der bisherigen Fassung zu belassen.\n\nOhne Rederecht im Rat fehlt den Kommunen die fachliche Stimme.";
const CHANGE: &str = "Der Strukturwandel im Rheinischen Revier schafft neue Stellen.\n\nWir fordern, die Hälfte der Fördermittel an Betriebe mit Plänen für gleiche Entlohnung zu binden.\n\nJeder Bewilligungsbescheid nennt, wie viele Frauen davon etwas haben.";
const SAFE: &str = "Abends bleiben viele Haltestellen leer und dunkel.\n\nWir schlagen vor, an allen Endpunkten Licht und Notruf einzurichten.\n\nBusse halten nach 20 Uhr auch zwischen den Haltestellen.";
const CARE: &str = "Wer Angehörige pflegt, kann selten abends in Gremien mitarbeiten.\n\nWir fordern Sitzungen, die um 18 Uhr enden.\n\nDie Kommune zahlt die Betreuung während der Sitzung.";

fn begun(
    tx: &Tx<'_>,
    w: &World,
    (network, body): (&str, &str),
    kind: Kind,
    (title, topic, text): (&str, &str, &str),
) -> Result<Id<Position>> {
    let topic = w.topics.iter().find(|(slug, _)| *slug == topic).map(|(_, id)| *id);
    let new = NewPosition { kind, title: title.to_owned(), topic, text: text.to_owned() };
    at(title, positions::begin(tx, &w.keeper(network)?, w.body(body)?, &new))
}

fn adopted(tx: &Tx<'_>, w: &World, network: &str, it: Id<Position>, day: &str, how: &str) -> Result<()> {
    at(how, positions::adopt(tx, &w.keeper(network)?, it, None, (Some(Day::literal(day)), how)))
}

fn published(tx: &Tx<'_>, w: &World, network: &str, it: Id<Position>) -> Result<()> {
    at("publish", positions::publish(tx, &w.keeper(network)?, it)).map(drop)
}

fn offices(w: &World, tx: &Tx<'_>) -> Result<Vec<Id<Addressee>>> {
    let by = w.keeper("bag")?;
    let add = |(name, name_en, kind, mail): &(&str, &str, AddresseeKind, &str)| {
        let new = NewAddressee {
            name: (*name).to_owned(),
            name_en: Some((*name_en).to_owned()),
            kind: *kind,
            mail: Some((*mail).to_owned()).filter(|m| !m.is_empty()),
            address: String::new(),
            from: Day::literal("2021-12-08"),
        };
        at(name, positions::add_addressee(tx, &by, &new))
    };
    OFFICES.iter().map(add).collect()
}

/// Sends a position on paper that day.
fn sent(
    tx: &Tx<'_>,
    w: &World,
    network: &str,
    it: Id<Position>,
    (to, weeks): (Id<Addressee>, i64),
) -> Result<Id<positions::Dispatch>> {
    let by = w.keeper(network)?;
    let new = NewDispatch {
        addressee: to,
        letter: "Sehr geehrte Damen und Herren,\n\nanbei erhalten Sie unseren Beschluss. Wir bitten Sie um eine Antwort.\n\nMit freundlichen Grüßen"
            .to_owned(),
        file_mark: String::new(),
        due: Some(tx.today().plus_days(42)),
        remind_weeks: weeks,
    };
    let letter = at("letter", positions::plan_letter(tx, &by, it, &new))?;
    at("send", positions::send_letter(tx, &by, letter, Sending { way: Way::Letter, day: tx.today() }, &w.base))?;
    Ok(letter)
}

fn signed(
    tx: &Tx<'_>,
    w: &World,
    network: &str,
    it: Id<Position>,
    (other, how): (&str, &str),
    named: bool,
) -> Result<Id<positions::Signature>> {
    let asked = at(other, positions::ask_signature(tx, &w.keeper(network)?, it, w.body(other)?, None))?;
    let day = Some(tx.today().plus_days(-2));
    let new = Signing { resolution: None, day, how: how.to_owned(), named };
    at(how, positions::sign(tx, &w.keeper(other)?, asked, &new))?;
    Ok(asked)
}

/// In summer: what was said so far this year.
pub fn summer(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let offices = offices(w, tx)?;
    w.offices.clone_from(&offices);
    // The federal group demands, and of three letters one is answered.
    let it =
        begun(tx, w, ("bag", "bag"), Kind::Resolution, ("Frauenhäuser bundesweit sichern", "gewaltschutz", SHELTERS))?;
    adopted(tx, w, "bag", it, "2026-06-18", "Bundeskonferenz, ohne Gegenstimme")?;
    let by = w.keeper("bag")?;
    let slots = Slots {
        summary_en: "We ask for a federal law that pays for every place in a shelter.".to_owned(),
        easy: "Frauen brauchen Schutz vor Gewalt.\nEs gibt zu wenige Plätze in Frauen-Häusern.\nDas soll sich ändern."
            .to_owned(),
        quote: "Schutz darf nicht vom Wohnort abhängen.".to_owned(),
        quote_by: "Bundessprecherinnen".to_owned(),
    };
    let version = positions::find_position(tx, &by, it)?.version;
    at("slots", positions::save_slots(tx, &by, it, version, (&slots, Some(Day::literal("2028-06-01")))))?;
    let opinion = Minority {
        who: "Drei Delegierte".to_owned(),
        text: "Der Anteil des Bundes sollte genau benannt sein.".to_owned(),
    };
    at("minority", positions::add_minority(tx, &by, it, &opinion))?;
    published(tx, w, "bag", it)?;
    for (office, weeks) in [(offices[0], 8), (offices[2], 0)] {
        sent(tx, w, "bag", it, (office, weeks))?;
    }
    let cities = sent(tx, w, "bag", it, (offices[3], 8))?;
    w.letters.push(cities);
    // The regional group's demand, signed by three other networks, one of which took it back.
    let it = begun(
        tx,
        w,
        ("rag-aachen", "rag-aachen"),
        Kind::Position,
        ("Strukturwandel braucht Gleichstellung", "arbeit", CHANGE),
    )?;
    adopted(tx, w, "rag-aachen", it, "2026-07-01", "Konferenz der Regionalen AG, einstimmig")?;
    for (other, how) in [
        ("lag-nrw", "Sprecherinnen, einstimmig"),
        ("frauennetzwerk", "Vorstand, 6 Ja, 1 Enthaltung"),
        ("ak-staedteregion", "Herbsttreffen, im Einvernehmen"),
    ] {
        signed(tx, w, "rag-aachen", it, (other, how), true)?;
    }
    published(tx, w, "rag-aachen", it)?;
    let late = signed(tx, w, "rag-aachen", it, ("diversity", "Jahrestagung"), true)?;
    at("withdraw", positions::withdraw_signature(tx, &w.keeper("diversity")?, late, ""))?;
    // The success.
    let letter = sent(tx, w, "rag-aachen", it, (offices[1], 8))?;
    w.letters.push(letter);
    // A statement that a newer one will replace.
    let it =
        begun(tx, w, ("lag-nrw", "lag-nrw"), Kind::Statement, ("Stellungnahme zur Muster-Hauptsatzung", "", BYLAW))?;
    adopted(tx, w, "lag-nrw", it, "2026-02-04", "Sprecherinnen im Umlauf")?;
    published(tx, w, "lag-nrw", it)?;
    w.demand = Some(it);
    Ok(())
}

/// In autumn: answers come, and new texts are on their way.
pub fn autumn(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let replies = [
        (
            "bag",
            "Der Städtetag unterstützt die Forderung gegenüber dem Bund.",
            Outcome::Partly,
            "Präsidium, Beschluss vom September 2026",
        ),
        (
            "rag-aachen",
            "Die Förderrichtlinie nennt ab 2027 gleiche Entlohnung als Bedingung.",
            Outcome::Adopted,
            "Förderrichtlinie, Nummer 4.2",
        ),
    ];
    for (letter, (network, text, outcome, evidence)) in w.letters.clone().into_iter().zip(replies) {
        let by = w.keeper(network)?;
        let day = tx.today().plus_days(-5);
        let reply = Reply { file_mark: "III B 4".to_owned(), ..Reply::new(letter, day, text) };
        let letter_of = pdf("Antwort.pdf", &[text])?;
        at("reply", positions::file_reply_with(tx, &by, &reply, &[letter_of]))?;
        at("judge", positions::judge(tx, &by, letter, 2, (outcome, evidence)))?;
    }
    let by = w.keeper("lag-nrw")?;
    let it = begun(
        tx,
        w,
        ("lag-nrw", "lag-nrw"),
        Kind::Statement,
        ("Stellungnahme zur Muster-Hauptsatzung, zweite Anhörung", "", BYLAW),
    )?;
    adopted(tx, w, "lag-nrw", it, "2026-10-08", "Sprecherinnen im Umlauf")?;
    published(tx, w, "lag-nrw", it)?;
    if let Some(older) = w.demand {
        at("supersede", positions::supersede(tx, &by, older, it, tx.today()))?;
    }
    // A sensitive network says what it wants; another signs without being named.
    let it = begun(
        tx,
        w,
        ("lsbtiq-nrw", "lsbtiq-nrw"),
        Kind::Letter,
        (
            "Sicherheit bei CSD-Veranstaltungen",
            "gewaltschutz",
            "Wir bitten die Kommunen um ein Konzept für sichere Wege.\n\nPolizei und Verwaltung sprechen vorher mit den Veranstaltenden.",
        ),
    )?;
    adopted(tx, w, "lsbtiq-nrw", it, "2026-09-30", "Austauschtreffen")?;
    published(tx, w, "lsbtiq-nrw", it)?;
    signed(tx, w, "lsbtiq-nrw", it, ("lgbtqia-gleichstellung", "Runde im Herbst"), false)?;
    // One waits for signatures, one was given up, one is a matter of a round nobody knows of.
    let it =
        begun(tx, w, ("frauennetzwerk", "frauennetzwerk"), Kind::Proposal, ("Sicher unterwegs am Abend", "", SAFE))?;
    adopted(tx, w, "frauennetzwerk", it, "2026-10-10", "Mitgliederversammlung, mit großer Mehrheit")?;
    let by = w.keeper("frauennetzwerk")?;
    at("plan", positions::plan_publication(tx, &by, it, Level::Public, 2))?;
    signed(tx, w, "frauennetzwerk", it, ("ak-staedteregion", "im Einvernehmen"), true)?;
    w.demand = Some(it);
    let it = begun(
        tx,
        w,
        ("staedtetag-nrw", "staedtetag-nrw"),
        Kind::Criticism,
        ("Kritik an der Frist der Verbändeanhörung", "", "Zehn Werktage reichen nicht.\n\nWir bitten um vier Wochen."),
    )?;
    at("drop", positions::drop_position(tx, &w.keeper("staedtetag-nrw")?, it, "Die Frist wurde verlängert."))?;
    begun(
        tx,
        w,
        ("rueckhalt", "rueckhalt"),
        Kind::Position,
        ("Schutz für Bedrohte im Amt", "", "Wer bedroht wird, braucht sofort Hilfe."),
    )?;
    Ok(())
}

/// These weeks: members are asked, amendments are in, and the regional group is asked to sign.
pub fn november(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    if let Some(it) = w.demand {
        let by = w.keeper("frauennetzwerk")?;
        at("ask", positions::ask_signature(tx, &by, it, w.body("rag-aachen")?, Some(Day::literal("2026-12-18"))))?;
    }
    let by = w.keeper("ak-staedteregion")?;
    let it = begun(
        tx,
        w,
        ("ak-staedteregion", "ak-staedteregion"),
        Kind::Motion,
        ("Gremien und Sorgearbeit vereinbaren", "care", CARE),
    )?;
    at("input", positions::open_input(tx, &by, it, (Day::literal("2026-12-10"), true), &w.base))?;
    let keys: Vec<i64> = {
        let text = positions::find_position(tx, &by, it)?.text;
        positions::list_paragraphs(tx, it, text)?.into_iter().map(|p| p.key).collect()
    };
    let asks = [
        ("05334020", 1, "Wir fordern Sitzungen, die um 17 Uhr enden.", "Kitas schließen um 17 Uhr."),
        ("05334032", 1, "Wir fordern Sitzungen und Ausschüsse, die um 18 Uhr enden.", "Auch Ausschüsse tagen abends."),
        ("05334012", 2, "Die Kommune zahlt die Betreuung während der Sitzung und der Wege.", ""),
    ];
    let mut made = Vec::new();
    for (post, paragraph, new, reason) in asks {
        let Ok(person) = w.holder(post, tx.today()) else { continue };
        let asking = crate::guarded::own(tx, person)?;
        let seat = asking
            .sits
            .iter()
            .find(|s| s.network == by.sits[0].network || s.body == w.bodies["ak-staedteregion"].raw());
        let new = NewAmendment {
            paragraph: keys.get(paragraph).copied(),
            sort: Sort::Words,
            new: new.to_owned(),
            reason: reason.to_owned(),
            seat: seat.map(|s| Id::new(s.seat)),
        };
        made.push(at(reason, positions::propose(tx, &asking, it, &new))?);
    }
    if let Some(first) = made.first() {
        at("advise", positions::advise(tx, &by, *first, Advice::Vote, ("", "Das soll die Runde entscheiden.")))?;
    }
    // The committee's own draft is nobody else's matter yet.
    let person = w.sitting_in("gma").into_iter().next();
    if let Some(person) = person {
        let new = NewPosition {
            kind: Kind::Position,
            title: "Fachkräfte gewinnen, Frauen halten".to_owned(),
            topic: None,
            text: "Betriebe suchen Fachkräfte.\n\nWir fordern Teilzeit auch in Leitung.".to_owned(),
        };
        at("draft", positions::begin(tx, &crate::guarded::own(tx, person)?, w.body("gma")?, &new))?;
    }
    // One is to be voted on next.
    let it = begun(
        tx,
        w,
        ("bag", "bag"),
        Kind::Motion,
        (
            "Equal Pay in kommunalen Betrieben",
            "arbeit",
            "Kommunale Betriebe prüfen ihre Entgelte.\n\nDas Ergebnis wird veröffentlicht.",
        ),
    )?;
    let by = w.keeper("bag")?;
    at("input", positions::open_input(tx, &by, it, (Day::literal("2026-11-20"), false), &w.base))?;
    at("close", positions::close_input(tx, &by, it))
}
