use super::*;

fn place(title: &str) -> Place {
    Place {
        title: title.into(),
        subtitle: "37 Sitze, 36 besetzt".into(),
        state: State::Ok,
        state_label: String::new(),
        seats: Vec::new(),
        href: None,
    }
}

fn seat(sender: usize, who: &str, state: State) -> Seat {
    Seat {
        sender,
        who: who.into(),
        sent_by: format!("entsandt von {sender}"),
        state,
        state_label: "in Worten".into(),
        note: "Bericht vom 5. Mai".into(),
        href: Some("/mandate/1".into()),
        note_href: Some("/rueckberichte/1".into()),
    }
}

fn link(from: usize, to: usize) -> Link {
    Link { from, to, label: "entsendet".into() }
}

/// A network sends into two bodies, one of which sends on, and both into the last.
fn ways() -> Ways {
    let mut places: Vec<Place> = ["RAG", "Ausschuss", "LAG", "BAG"].into_iter().map(place).collect();
    places[2].seats = vec![seat(0, "Anna Albers", State::Ok)];
    places[3].seats = vec![seat(2, "Dora Dahlke", State::Broken), seat(0, "", State::Vacant)];
    Ways {
        about: About {
            id: "ketten".into(),
            title: "Wer für wen spricht".into(),
            description: "Zwei Wege.".into(),
            table_caption: "Wer für wen spricht".into(),
            table_head: ["Gremium", "Wer", "Entsandt von", "Stand", "Bericht"].map(str::to_owned).to_vec(),
        },
        places,
        links: vec![link(0, 1), link(0, 2), link(2, 3), link(0, 3)],
    }
}

#[test]
fn a_seat_nobody_confirmed_has_a_sign_of_its_own_and_its_way_holds() {
    let mut ways = ways();
    ways.places[2].seats = vec![seat(0, "Anna Albers", State::Ok), seat(0, "Eva Ernst", State::Open)];
    let picture = draw(&ways);
    assert_eq!(picture.svg_wide.matches("class=\"sign yes\"").count(), 1);
    assert_eq!(picture.svg_wide.matches("class=\"sign\" d=").count(), 1);
    assert_eq!(picture.svg_wide.matches("class=\"box no\"").count(), 1, "the broken one alone");
    assert_eq!(ways.state(&link(0, 2)), State::Open);
    ways.places[2].seats.push(seat(0, "", State::Vacant));
    assert_eq!(ways.state(&link(0, 2)), State::Vacant, "the worst of its seats");
}

#[test]
fn each_body_is_drawn_once_and_each_seat_is_a_row_in_words_and_sign() {
    let picture = draw(&ways());
    assert_eq!((picture.marks(), picture.table.rows.len()), (5, 5), "RAG, Ausschuss, and three seats");
    let phone = picture.svg_phone.clone().unwrap_or_default();
    for drawing in [&picture.svg_wide, &phone] {
        for title in ["RAG", "Ausschuss", "LAG", "BAG"] {
            assert_eq!(drawing.matches(&format!(">{title}<")).count(), 1, "{title}");
        }
        assert_eq!(drawing.matches(">in Worten<").count(), 3);
        assert_eq!(drawing.matches(">Bericht vom 5. Mai<").count(), 3);
        assert_eq!(drawing.matches("class=\"sign").count(), 3);
        assert_eq!(drawing.matches("class=\"box no\"").count(), 1);
        assert_eq!(drawing.matches("class=\"box off\"").count(), 1);
        assert!(!drawing.contains("style=") && drawing.contains("role=\"img\"") && !drawing.contains("NaN"));
    }
    // The broken link is dotted, and so is the one to the vacant seat another way.
    assert!(picture.svg_wide.contains("class=\"e no\"") && picture.svg_wide.contains("class=\"e dash\""));
    // Where several send, each row says who.
    assert_eq!(picture.svg_wide.matches("entsandt von").count(), 2);
    assert_eq!(phone.matches("entsandt von").count(), 3);
    let row = &picture.table.rows[3].cells;
    assert_eq!((row[1].text.as_str(), row[2].text.as_str()), ("Dora Dahlke", "LAG"));
    assert_eq!(row[4].href.as_deref(), Some("/rueckberichte/1"));
}

#[test]
fn circles_and_links_to_nowhere_end() {
    let mut turned = ways();
    turned.links.extend([link(3, 0), link(3, 2), link(9, 1), link(1, 1)]);
    let picture = draw(&turned);
    assert_eq!(picture.marks(), 5);
    assert_eq!(picture.svg_phone.unwrap_or_default().matches(">BAG<").count(), 1);
    let empty = Ways { places: Vec::new(), links: vec![link(0, 1)], ..ways() };
    assert_eq!(draw(&empty).marks(), 0);
}

#[test]
fn no_box_stands_on_another_and_an_arrow_that_passes_has_room() {
    // Forty bodies in layers, everything to everything two layers on.
    let mut many = ways();
    many.places = (0..40).map(|n| place(&format!("Gremium Nummer {n} der Region"))).collect();
    many.links = (0..40)
        .flat_map(|from| (0..40).map(move |to| (from, to)))
        .filter(|(a, b)| a / 10 < b / 10)
        .map(|(a, b)| link(a, b))
        .collect();
    let svg = draw(&many).svg_wide;
    let number = |text: &str, name: &str| {
        let rest = text.split(&format!(" {name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    let boxes: Vec<[f64; 4]> =
        svg.split("<rect ").skip(1).map(|rect| ["x", "y", "width", "height"].map(|name| number(rect, name))).collect();
    assert_eq!(boxes.len(), 40);
    for (n, [x, y, w, h]) in boxes.iter().enumerate() {
        assert!(*x >= 0.0 && x + w <= 1040.5 && *y >= 0.0);
        for [x2, y2, w2, h2] in boxes.iter().skip(n + 1) {
            let apart = x + w <= *x2 || x2 + w2 <= *x || y + h <= *y2 || y2 + h2 <= *y;
            assert!(apart, "{x} {y} and {x2} {y2}");
        }
    }
}

#[test]
fn a_body_without_seats_says_how_it_stands_and_who_leads_to_it() {
    let mut plain = ways();
    plain.about.table_head.truncate(4);
    for place in &mut plain.places {
        place.seats.clear();
        place.state_label = "besetzt".into();
    }
    plain.places[3].state = State::Broken;
    let picture = draw(&plain);
    assert_eq!((picture.marks(), picture.table.rows.len()), (4, 4));
    assert_eq!(picture.svg_wide.matches(">besetzt<").count(), 4);
    assert_eq!(picture.svg_wide.matches("class=\"e no\"").count(), 2, "both ways to it are broken");
    let last = &picture.table.rows[3].cells;
    assert_eq!((last.len(), last[2].text.as_str()), (4, "LAG, RAG"));
}
