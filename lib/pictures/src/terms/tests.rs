use super::*;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day of the calendar")
}

fn bar(from: Day, end: End, kind: BarKind) -> Bar {
    Bar {
        from,
        end,
        kind,
        holder: "Mira Kowalski".into(),
        period: "von bis".into(),
        state: "gewählt".into(),
        href: Some("/p/1".into()),
    }
}

fn terms(bars: Vec<Bar>) -> Terms {
    Terms {
        about: About {
            id: "t".into(),
            title: "Amtszeiten".into(),
            description: "d".into(),
            table_caption: "c".into(),
            table_head: vec!["a".into(); 4],
        },
        from_year: 2022,
        to_year: 2029,
        today: day(2026, 11, 23),
        today_label: "heute".into(),
        words: Words {
            held: "im Amt".into(),
            over: "vorbei".into(),
            acting: "kommissarisch".into(),
            carries: "bis zur Neuwahl".into(),
            resting: "ruht".into(),
            vacant: "unbesetzt".into(),
            end: "Ende".into(),
            open: "ohne Ende".into(),
        },
        rows: vec![TermRow { label: "Vorsitz".into(), sublabel: "Konferenz".into(), hue: 3, href: None, bars }],
    }
}

#[test]
fn a_row_for_each_bar_that_is_drawn() {
    let bars = vec![
        bar(day(2020, 1, 1), End::On(day(2023, 5, 31)), BarKind::Held),
        bar(day(2023, 6, 1), End::On(day(2023, 8, 31)), BarKind::Vacant),
        bar(day(2023, 9, 1), End::Open, BarKind::Acting),
        bar(day(2010, 9, 1), End::On(day(2014, 1, 1)), BarKind::Held),
        bar(day(2031, 9, 1), End::Open, BarKind::Held),
    ];
    let picture = draw(&terms(bars));
    assert_eq!(picture.marks(), 3, "what lies outside the axis is left out of both");
    assert_eq!(picture.table.rows.len(), 3);
    assert_eq!(crate::svg::marks(picture.svg_phone.as_deref().unwrap_or_default()), 3);
    for class in ["run over", "run off", "run act", "n3"] {
        assert!(picture.svg_wide.contains(&format!("class=\"{class}\"")), "{class}");
    }
    assert!(
        picture.svg_wide.contains(">heute<")
            && picture.svg_wide.contains(">2022<")
            && picture.svg_wide.contains(">2029<")
    );
}

#[test]
fn flat_when_elected_to_a_day_arrow_when_open() {
    let flat = draw(&terms(vec![bar(day(2024, 3, 1), End::On(day(2028, 2, 29)), BarKind::Held)])).svg_wide;
    assert_eq!(flat.matches("class=\"fin\"").count(), 1);
    let open = draw(&terms(vec![bar(day(2024, 3, 1), End::Open, BarKind::Held)])).svg_wide;
    assert_eq!(open.matches("class=\"fin\"").count(), 0);
    assert!(open.contains("l13 13l-13 13"), "the tip of the arrow");
    let beyond = draw(&terms(vec![bar(day(2024, 3, 1), End::On(day(2034, 2, 1)), BarKind::Held)])).svg_wide;
    assert_eq!(beyond.matches("class=\"fin\"").count(), 0, "the end is not on the axis");
}

#[test]
fn bars_that_overlap_get_lines_of_their_own() {
    let a = bar(day(2024, 1, 1), End::On(day(2026, 12, 31)), BarKind::Held);
    let b = bar(day(2025, 1, 1), End::On(day(2025, 12, 31)), BarKind::Acting);
    let c = bar(day(2027, 1, 1), End::Open, BarKind::Held);
    let terms = terms(vec![]);
    let axis = Axis::new(&terms);
    assert_eq!(lanes(&axis, &[&a, &b, &c]), (vec![0, 1, 0], 2));
    assert_eq!(lanes(&axis, &[]), (vec![], 1));
}

#[test]
fn a_turned_or_huge_axis_still_draws() {
    let mut turned = terms(vec![bar(day(2024, 1, 1), End::Open, BarKind::Held)]);
    (turned.from_year, turned.to_year) = (2030, 2020);
    assert_eq!(draw(&turned).marks(), 1);
    (turned.from_year, turned.to_year) = (1900, i32::MAX);
    assert!(draw(&turned).svg_wide.len() < 20_000);
}

#[test]
fn the_small_bar_has_its_words_and_follows_the_day() {
    let mut one = Mini {
        from: day(2025, 1, 1),
        end: End::On(day(2026, 12, 31)),
        kind: BarKind::Held,
        axis_from: day(2023, 1, 1),
        axis_to: day(2028, 12, 31),
        today: day(2026, 1, 1),
        label: "Amtszeit 2025 bis \"2026\"".into(),
    };
    let svg = mini(&one);
    assert!(svg.contains("aria-label=\"Amtszeit 2025 bis &quot;2026&quot;\"") && svg.contains("class=\"run\""));
    assert!(svg.contains("class=\"now\" d=\"M160 1v20\""), "{svg}");
    one.today = day(2027, 6, 1);
    assert!(mini(&one).contains("class=\"run over\""));
    one.from = day(2035, 1, 1);
    assert!(!mini(&one).contains("class=\"run"));
}

#[test]
fn the_key_names_what_is_drawn_and_nothing_else() {
    let keys = |bars| draw(&terms(bars)).key.into_iter().map(|item| item.text).collect::<Vec<_>>();
    assert_eq!(
        keys(vec![
            bar(day(2022, 1, 1), End::On(day(2025, 12, 31)), BarKind::Held),
            bar(day(2026, 1, 1), End::Open, BarKind::Carries)
        ]),
        ["vorbei", "bis zur Neuwahl", "Ende", "ohne Ende"]
    );
    assert_eq!(keys(vec![bar(day(2024, 1, 1), End::On(day(2034, 1, 1)), BarKind::Held)]), ["im Amt"]);
    assert_eq!(keys(vec![]), [""; 0]);
}

#[test]
fn a_resting_mandate_is_hatched_on_both_screens() {
    let picture = draw(&terms(vec![bar(day(2024, 1, 1), End::On(day(2027, 12, 31)), BarKind::Resting)]));
    for svg in [&picture.svg_wide, picture.svg_phone.as_ref().unwrap()] {
        assert!(svg.contains("class=\"run rest\"") && svg.contains("class=\"hat\" d=\"M"), "{svg}");
    }
    let texts: Vec<&str> = picture.key.iter().map(|item| item.text.as_str()).collect();
    assert_eq!(texts, ["ruht", "Ende"]);
    let over = draw(&terms(vec![bar(day(2023, 1, 1), End::On(day(2024, 12, 31)), BarKind::Resting)])).svg_wide;
    assert!(!over.contains("class=\"hat\""), "what is over no longer rests");
}
