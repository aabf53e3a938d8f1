//! All pictures on one sheet, to look at them: `cargo run -p pictures --example sheet > sheet.html`,
//! with the built style sheet as `assets/site.css` beside it.
use pictures::map::{Group, Map, Place, Presence, Words};
use pictures::network::{Edge, EdgeKind, Kind, Layer, Network, Node};
use pictures::terms::{Bar, BarKind, Day, End, Mini, TermRow, Terms};
use pictures::{About, Picture, boundaries, geo, hexmap, hue, network, terms, ways};

fn about(id: &str, title: &str, description: &str, head: &[&str]) -> About {
    About {
        id: id.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        table_caption: title.to_owned(),
        table_head: head.iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn node(key: &str, kind: Kind, title: &str, subtitle: &str) -> Node {
    Node {
        key: key.to_owned(),
        kind,
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        href: Some(format!("#{key}")),
    }
}

fn edge(from: &str, to: &str, kind: EdgeKind, label: &str, words: &str, back: &str) -> Edge {
    Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        kind,
        label: label.to_owned(),
        words: words.to_owned(),
        back: back.to_owned(),
    }
}

fn layer(heading: &str, link: &str, nodes: Vec<Node>) -> Layer {
    Layer {
        heading: heading.to_owned(),
        more: format!("und {} weitere", network::hidden(nodes.len())),
        nodes,
        link: link.to_owned(),
    }
}

fn region(id: &str, linked: bool) -> Network {
    let members = [
        ("sr", "StädteRegion Aachen", "8 Mitglieder"),
        ("ac", "Stadt Aachen", "1 Mitglied"),
        ("dn", "Kreis Düren", "12 Mitglieder"),
        ("eu", "Kreis Euskirchen", "9 Mitglieder"),
        ("hs", "Kreis Heinsberg", "7 Mitglieder"),
    ];
    let mut edges: Vec<Edge> =
        members.iter().map(|(key, ..)| edge(key, "rag", EdgeKind::Belongs, "", "gehört zu", "")).collect();
    edges.push(edge("rag", "gma", EdgeKind::Sends, "wählt alle 2 Jahre", "", "gewählt von"));
    for key in ["beirat", "kreis", "fach"] {
        edges.push(edge("gma", key, EdgeKind::Sends, "", "entsendet in", "Sitze aus"));
    }
    edges.push(edge("rag", "lag", EdgeKind::Cooperates, "", "arbeitet mit", ""));
    Network {
        about: about(
            id,
            "Aufbau des Netzwerks",
            "Fünf Gebiete mit zusammen 37 Mitgliedern bilden die Regionale AG. Sie wählt alle zwei Jahre den Ausschuss.",
            &["Wer", "Größe", "Verbindung"],
        ),
        layers: vec![
            layer(
                "Kommunen und Kreise",
                "bilden zusammen",
                members.iter().map(|(key, title, sub)| node(key, Kind::Member, title, sub)).collect(),
            ),
            layer(
                "Netzwerk",
                "wählt alle 2 Jahre",
                vec![node("rag", Kind::Network, "Regionale AG der Gleichstellungs\u{ad}beauftragten", "37 Mitglieder")],
            ),
            layer(
                "Ausschuss",
                "berät mit in",
                vec![node("gma", Kind::Body, "Gender-Main\u{ad}streaming-Ausschuss", "8 gewählte Mitglieder")],
            ),
            layer(
                "Berät mit in",
                "",
                vec![
                    node("beirat", Kind::Outside, "Regionaler Beirat Arbeitsmarkt", "beratend, 2 Sitze"),
                    node("kreis", Kind::Outside, "Lenkungskreis Strukturwandel", "beratend, 1 Sitz"),
                    node("fach", Kind::Outside, "Regionale Fachkräfte\u{ad}initiative", "beratend, 1 Sitz"),
                ],
            ),
        ],
        partners: vec![node("lag", Kind::Partner, "LAG NRW", "arbeitet mit")],
        partners_heading: "Die Regionale AG arbeitet zusammen mit:".to_owned(),
        more_partners: String::new(),
        edges,
        words: network::Words::default(),
        heads: false,
        linked,
    }
}

/// Seven committees, sixty organisations, seats that skip a layer.
fn association() -> Network {
    let members: Vec<Node> = (1..=60)
        .map(|i| node(&format!("o{i}"), Kind::Member, &format!("Mitglieds\u{ad}organisation {i}"), ""))
        .collect();
    let mut edges: Vec<Edge> =
        (1..=60).map(|i| edge(&format!("o{i}"), "v", EdgeKind::Belongs, "", "ist Mitglied in", "")).collect();
    let bodies = [
        "Vorstand",
        "Fachausschuss Arbeits\u{ad}markt und Wirtschaft",
        "Fachausschuss Gewaltschutz",
        "Fachausschuss Gesundheit",
        "Fachausschuss Bildung",
        "Fachausschuss Medien und Digitalisierung",
        "Fachausschuss Internationales",
    ];
    for (i, _) in bodies.iter().enumerate() {
        edges.push(edge("v", &format!("b{i}"), EdgeKind::Sends, "wählt", "", "gewählt von"));
    }
    edges.push(edge("b0", "x1", EdgeKind::Sends, "entsendet", "", "Sitz aus"));
    edges.push(edge("b2", "x2", EdgeKind::Sends, "entsendet", "", "Sitz aus"));
    edges.push(edge("v", "x3", EdgeKind::Sends, "", "entsendet", "Sitz aus"));
    edges.push(edge("v", "p1", EdgeKind::Cooperates, "", "arbeitet mit", ""));
    edges.push(edge("b1", "p2", EdgeKind::Cooperates, "", "arbeitet mit", ""));
    Network {
        about: about(
            "verein",
            "Aufbau des Vereins",
            "Sechzig Organisationen bilden den Verein; er wählt sieben Gremien.",
            &["Wer", "Größe", "Verbindung"],
        ),
        layers: vec![
            layer("Mitglieder", "bilden den Verein", members),
            layer(
                "Verein",
                "wählt",
                vec![node("v", Kind::Network, "Landesverein der Frauenorganisationen", "60 Organisationen")],
            ),
            layer(
                "Gremien",
                "entsenden",
                bodies
                    .iter()
                    .enumerate()
                    .map(|(i, title)| {
                        node(&format!("b{i}"), Kind::Body, title, if i == 0 { "7 Mitglieder" } else { "" })
                    })
                    .collect(),
            ),
            layer(
                "Sitze außerhalb",
                "",
                vec![
                    node("x1", Kind::Outside, "Rundfunkrat", "1 Sitz"),
                    node("x2", Kind::Outside, "Runder Tisch gegen Gewalt", "1 Sitz"),
                    node("x3", Kind::Outside, "Landes\u{ad}gleichstellungs\u{ad}beirat", "2 Sitze"),
                ],
            ),
        ],
        partners: vec![
            node("p1", Kind::Partner, "Bundesverband", "Austausch zweimal im Jahr"),
            node("p2", Kind::Partner, "Regionale AG der Gleichstellungsbeauftragten", "gemeinsame Anhörung"),
        ],
        partners_heading: "Arbeitet zusammen mit:".to_owned(),
        more_partners: String::new(),
        edges,
        words: network::Words::default(),
        heads: false,
        linked: false,
    }
}

fn delegation() -> ways::Ways {
    let place = |title: &str, subtitle: &str| ways::Place {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        state: ways::State::Ok,
        state_label: String::new(),
        seats: Vec::new(),
        href: Some("#".to_owned()),
    };
    let seat = |sender, who: &str, by: &str, state, label: &str| ways::Seat {
        sender,
        who: who.to_owned(),
        sent_by: format!("entsandt von {by}"),
        state,
        state_label: label.to_owned(),
        note: String::new(),
        href: Some("#".to_owned()),
        note_href: None,
    };
    let link = |from, to, label: &str| ways::Link { from, to, label: label.to_owned() };
    let mut places = vec![
        place("Regionale AG", "37 Gleichstellungs\u{ad}beauftragte"),
        place("Gender-Mainstreaming-Ausschuss", "8 Sitze, 8 besetzt"),
        place("LAG NRW", ""),
        place("BAG", ""),
        place("Regionaler Beirat Arbeitsmarkt", ""),
    ];
    for (at, seat) in [
        (2, seat(0, "Robin Demo", "Regionale AG", ways::State::Ok, "bis März 2028")),
        (3, seat(2, "Robin Demo", "LAG NRW", ways::State::Broken, "kein Sitz mehr im entsendenden Gremium")),
        (3, seat(0, "", "Regionale AG", ways::State::Vacant, "unbesetzt")),
        (4, seat(1, "Kim Beispiel", "Ausschuss", ways::State::Ok, "bis Mai 2028")),
    ] {
        if let Some(place) = places.get_mut(at) {
            place.seats.push(seat);
        }
    }
    ways::Ways {
        about: about(
            "wege",
            "Wer für wen spricht",
            "Von der Regionalen AG führen Wege in drei Gremien. Einer ist unterbrochen, ein Sitz ist unbesetzt.",
            &["Gremium", "Wer", "Entsandt von", "Stand"],
        ),
        places,
        links: vec![
            link(0, 1, "wählt"),
            link(0, 2, "entsendet"),
            link(2, 3, "entsendet"),
            link(0, 3, "entsendet"),
            link(1, 4, "entsendet"),
        ],
    }
}

fn timeline() -> Option<Terms> {
    let bar = |from: (i32, u8, u8),
               end: Option<(i32, u8, u8)>,
               kind,
               holder: &str,
               period: &str,
               state: &str|
     -> Option<Bar> {
        let end = match end {
            Some((y, m, d)) => End::On(Day::new(y, m, d)?),
            None => End::Open,
        };
        Some(Bar {
            from: Day::new(from.0, from.1, from.2)?,
            end,
            kind,
            holder: holder.to_owned(),
            period: period.to_owned(),
            state: state.to_owned(),
            href: None,
        })
    };
    let row = |label: &str, sublabel: &str, hue, bars| TermRow {
        label: label.to_owned(),
        sublabel: sublabel.to_owned(),
        hue,
        href: Some("#".to_owned()),
        bars,
    };
    Some(Terms {
        about: about("zeiten", "Amtszeiten", "Vier Sitze von 2018 bis 2029.", &["Sitz", "Wer", "Zeitraum", "Zustand"]),
        from_year: 2018,
        to_year: 2029,
        today: Day::new(2026, 11, 23)?,
        today_label: "heute".to_owned(),
        words: terms::Words {
            held: "im Amt".to_owned(),
            over: "beendet".to_owned(),
            vacant: "unbesetzt".to_owned(),
            open: "ohne festes Ende".to_owned(),
            ..terms::Words::default()
        },
        rows: vec![
            row(
                "Vorsitz",
                "Gender-Mainstreaming-Ausschuss",
                3,
                vec![
                    bar(
                        (2016, 3, 1),
                        Some((2020, 2, 29)),
                        BarKind::Held,
                        "Jo Muster",
                        "März 2016 bis Februar 2020",
                        "beendet",
                    )?,
                    bar(
                        (2020, 3, 1),
                        Some((2020, 10, 31)),
                        BarKind::Vacant,
                        "unbesetzt",
                        "März bis Oktober 2020",
                        "unbesetzt",
                    )?,
                    bar(
                        (2020, 11, 1),
                        Some((2024, 10, 31)),
                        BarKind::Held,
                        "Ayla Beispiel",
                        "November 2020 bis Oktober 2024",
                        "beendet",
                    )?,
                    bar(
                        (2024, 11, 1),
                        Some((2027, 2, 28)),
                        BarKind::Held,
                        "Mira Kowalski",
                        "November 2024 bis Februar 2027",
                        "gewählt, noch 3 Monate",
                    )?,
                ],
            ),
            row(
                "Sitz der Stelle, Kreis Düren",
                "LAG NRW",
                1,
                vec![bar(
                    (2019, 5, 1),
                    None,
                    BarKind::Held,
                    "Robin Demo",
                    "seit Mai 2019",
                    "unbefristet, geht auf Nachfolge über",
                )?],
            ),
            row(
                "Stellvertretung",
                "Sprecherinnenrat",
                5,
                vec![
                    bar((2022, 1, 1), Some((2025, 12, 31)), BarKind::Held, "Kim Test", "2022 bis 2025", "beendet")?,
                    bar((2025, 6, 1), None, BarKind::Acting, "Alex Probe", "seit Juni 2025", "kommissarisch")?,
                ],
            ),
            row(
                "Delegiertensitz 3",
                "BAG",
                4,
                vec![bar((2026, 5, 1), None, BarKind::Vacant, "unbesetzt", "seit Mai 2026", "unbesetzt")?],
            ),
        ],
    })
}

fn places(id: &str, prefixes: &[&str]) -> Map {
    let found: Vec<_> =
        geo::municipalities().iter().filter(|one| prefixes.iter().any(|p| one.ags.starts_with(p))).collect();
    let shorts = geo::short_labels(&found.iter().map(|one| one.name).collect::<Vec<_>>());
    let group = |ags: &str| prefixes.iter().position(|p| ags.starts_with(p)).unwrap_or(0);
    let name = |p: &str| geo::district(p).or_else(|| geo::region(p)).unwrap_or("?").to_owned();
    Map {
        about: about(id, "Karte der Kommunen", "Jede Fläche ist eine Kommune.", &["Kommune", "Gebiet", "Stand"]),
        groups: prefixes
            .iter()
            .enumerate()
            .map(|(i, p)| Group { name: name(p), hue: hue(i + 1), key: name(p) })
            .collect(),
        places: found
            .iter()
            .zip(shorts)
            .enumerate()
            .map(|(i, (one, short))| {
                let (presence, state) = match i % 11 {
                    3 => (Presence::Vacant, "nicht besetzt"),
                    7 => (Presence::Absent, "nicht im Netzwerk"),
                    _ => (Presence::Represented, "vertreten"),
                };
                Place {
                    ags: one.ags.to_owned(),
                    name: one.name.to_owned(),
                    short,
                    lon: one.lon,
                    lat: one.lat,
                    group: group(one.ags),
                    presence,
                    state: state.to_owned(),
                    href: None,
                }
            })
            .collect(),
    }
}

fn show(heading: &str, picture: &Picture) -> String {
    format!(
        "<section><h2>{heading}</h2>{}</section>",
        picture.figure(
            "Kräftig: Wahl und Entsendung. Dünn: Mitgliedschaft. Gestrichelt: Zusammenarbeit.",
            "Bild als Tabelle lesen"
        )
    )
}

fn main() {
    let words = Words { vacant: "Stelle nicht besetzt".to_owned(), absent: "nicht im Netzwerk".to_owned() };
    let mut body = show("Netzwerk", &network::draw(&region("netz", false)));
    body.push_str(&show("Verein", &network::draw(&association())));
    body.push_str(&show("Netzwerk mit Verweisen", &network::draw(&region("gross", true))));
    body.push_str(&show("Wege", &ways::draw(&delegation())));
    if let Some(one) = timeline() {
        body.push_str(&show("Amtszeiten", &terms::draw(&one)));
        if let (Some(axis_from), Some(axis_to)) = (Day::new(2018, 1, 1), Day::new(2029, 12, 31)) {
            body.push_str("<div class=\"panel\">");
            for (row, n) in one.rows.iter().zip([3, 1, 5, 4]) {
                if let Some(bar) = row.bars.last() {
                    let mini = terms::mini(&Mini {
                        from: bar.from,
                        end: bar.end,
                        kind: bar.kind,
                        axis_from,
                        axis_to,
                        today: one.today,
                        label: format!("Amtszeit {}", bar.period),
                    });
                    body.push_str(&format!(
                        "<div class=\"seat n{n}\"><h3>{}<span class=\"pill\">{}</span></h3>{mini}</div>",
                        row.label, bar.state
                    ));
                }
            }
            body.push_str("</div>");
        }
    }
    let small = ["05334", "05358", "05366", "05370"];
    let large = ["051", "053", "055", "057", "059"];
    body.push_str("<div class=\"two\">");
    for (at, prefixes) in [&small[..], &large[..]].into_iter().enumerate() {
        let map = places(&format!("waben{at}"), prefixes);
        let cells = hexmap::place(&map.places.iter().map(|p| (p.lon, p.lat)).collect::<Vec<_>>());
        body.push_str(&show("Waben", &hexmap::draw(&map, &cells, &words)));
        body.push_str(&show(
            "Grenzen",
            &boundaries::draw(&places(&format!("grenzen{at}"), prefixes), boundaries::CREDIT, &words),
        ));
    }
    body.push_str("</div>");
    println!(
        "<!doctype html><html lang=\"de\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Bilder</title><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><link rel=\"stylesheet\" href=\"assets/site.css\"></head><body class=\"pubpage\"><main><div class=\"w pub\"><h1>Bilder</h1>{body}</div></main></body></html>"
    );
}
