//! Minutes of an invented meeting, with everything a paper can hold.

use kernel::{Day, Lang};
use papers::{Align, Block, Fact, Item, List, Paper, Signature, Table, Words};

fn words(text: &str) -> Words {
    text.into()
}

/// The minutes; `items` decides how long they are.
pub fn minutes(items: usize) -> Paper {
    let mut paper = Paper::new(
        Lang::De,
        "Protokoll der Mitgliederversammlung",
        "Regionale Arbeitsgemeinschaft der Gleichstellungsbeauftragten",
        Day::literal("2026-11-24"),
    )
    .about("Herbstsitzung im Kreishaus Düren")
    .numbered("P 2026/4")
    .with(Block::Facts(vec![
        Fact::new("Ort", "Kreishaus Düren, Raum 216"),
        Fact::new("Zeit", "9.30 bis 12.45 Uhr"),
        Fact::new("Vorsitz", words("Ayla Beispiel").plain(", in Vertretung ").emphasis("Jo Muster")),
        Fact::new("Kontakt", "geschaeftsstelle.der.regionalen.arbeitsgemeinschaft@rag-aachen.example.org"),
    ]))
    .heading(1, "Anwesenheit")
    .with(Block::Table(attendance()))
    .with(Block::Note(
        words("Beschlussfähig: ")
            .strong("ja")
            .plain(". Von 37 Stimmen sind 29 da, nötig sind 19 (§ 6 Abs. 2 der Geschäftsordnung)."),
    ));
    for n in 1..=items {
        paper = paper
            .heading(1, format!("TOP {n}: Strukturwandel geschlechtergerecht fördern"))
            .text(words("Die Sprecherin führt ein. ").strong("Der Antrag liegt allen vor.").plain(
                " Im Strukturwandel entstehen Arbeitsplätze, von denen Frauen bisher wenig haben; das \
                 Gleichstellungsbeauftragtennetzwerk fordert deshalb verbindliche Vergabekriterien. Gefördert wird nur, wer Entgelt \
                 nach Tarif zahlt und Teilzeitausbildung anbietet.",
            ))
            .heading(2, "Aussprache")
            .with(Block::List(List {
                numbered: false,
                items: vec![
                    Item { words: words("Die Kammern nennen keine Zahlen nach Geschlecht."), inner: None },
                    Item {
                        words: words("Offen ist, wer prüft:"),
                        inner: Some(Box::new(List {
                            numbered: true,
                            items: ["die Bezirksregierung,", "der Kreis oder", "eine gemeinsame Stelle."]
                                .map(|text| Item { words: text.into(), inner: None })
                                .into(),
                        })),
                    },
                ],
            }))
            .heading(2, "Beschluss")
            .text(words("Angenommen mit 24 Ja, 3 Nein, 2 Enthaltungen. ").emphasis("Die Mehrheit der abgegebenen Stimmen genügt."))
            .list(true, ["Der Vorstand schreibt an das Ministerium.", "Die Antwort kommt auf die nächste Tagesordnung."]);
    }
    paper
        .heading(1, "Unterschriften")
        .with(Block::Lines(vec!["Für die Richtigkeit".into(), "Düren, 24. November 2026".into()]))
        .with(Block::Signatures(vec![
            Signature { name: "Ayla Beispiel".into(), role: "Vorsitz".into() },
            Signature { name: "Mira Kowalski".into(), role: "Protokoll".into() },
        ]))
}

fn attendance() -> Table {
    let places = ["Stadt Aachen", "Kreis Düren", "Kreis Euskirchen", "Kreis Heinsberg", "StädteRegion Aachen"];
    let row = |(n, place): (usize, &&str)| {
        vec![words(place), words(&(n * 3 + 4).to_string()), words(if n == 2 { "nein" } else { "ja" })]
    };
    Table {
        caption: "Wer da war".into(),
        head: vec!["Kommune".into(), "Stimmen".into(), "Vertreten".into()],
        rows: places.iter().enumerate().map(row).collect(),
        align: vec![Align::Start, Align::End, Align::Center],
    }
}
