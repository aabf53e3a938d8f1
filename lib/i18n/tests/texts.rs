//! The generated texts, compiled and run: what is written in `tests/texts/` is what comes out.

include!(concat!(env!("OUT_DIR"), "/test_texts.rs"));

const DE: T = T(i18n::Lang::De);
const EN: T = T(i18n::Lang::En);

#[test]
fn constants() {
    const FIXED: &str = DE.plain();
    assert_eq!((FIXED, EN.plain()), ("Mitglieder", "Members"));
    assert_eq!(
        (DE.attributed(), DE.attributed_hint(), EN.attributed_hint()),
        ("Suchen", "Name oder Ort", "Name or place")
    );
    assert_eq!(EN.attributed(), "Search");
    assert_eq!(DE.braces(), "{Klammer} und § 1 „Wort“");
    assert_eq!(EN.braces(), "{brace} and § 1 \"word\"");
    assert_eq!(EN.lines(), "First line\n  indented\nsecond line");
}

#[test]
fn terms_and_references_are_worked_out() {
    assert_eq!(DE.term_case(), "Die Rechte der Stelle bleiben, die Stelle auch");
    assert_eq!((DE.by_gender(), EN.by_gender()), ("Das Geflecht", "Geflecht"));
    assert_eq!(DE.quoted(), "Wort: Mitglieder, Name oder Ort");
    assert_eq!(EN.repeated("Mira"), "Good morning, Mira! Good morning, Mira");
}

#[test]
fn plurals_and_numbers() {
    for (n, de, en) in [
        (0, "Niemand in Köln", "Nobody in Köln"),
        (1, "Eine Person in Köln", "One person in Köln"),
        (2, "2 Personen in Köln", "2 persons in Köln"),
        (12_345, "12.345 Personen in Köln", "12,345 persons in Köln"),
    ] {
        assert_eq!((DE.persons(n, "Köln"), EN.persons(n, "Köln")), (de.to_owned(), en.to_owned()));
    }
    assert_eq!(DE.turnout(1, 1), "Eine Stimme von einer");
    assert_eq!(DE.turnout(31_u32, 37_usize), "31 Stimmen von 37");
    assert_eq!(EN.turnout(1, 1_000_i64), "One vote of 1,000");
    assert_eq!(DE.year(2026, 1_234), "Im Jahr 2026 waren es 1.234");
    assert_eq!(EN.year(2026_u16, 1_234), "In 2026 there were 1,234");
}

#[test]
fn references_are_as_good_as_values() {
    // Templates hand everything in by reference.
    let years: Vec<String> = [2025_u16, 2026].iter().map(|year| EN.year(year, year)).collect();
    assert_eq!(years, ["In 2025 there were 2,025", "In 2026 there were 2,026"]);
    let towns: Vec<String> =
        ["Jülich"].iter().zip(&["male".to_owned()]).map(|(town, form)| DE.officer(form, town)).collect();
    assert_eq!(towns, ["Beauftragter für Jülich, male"]);
}

#[test]
fn words_choose_and_unknown_ones_take_the_last() {
    for (form, expected) in [
        ("female", "Beauftragte für Jülich, female"),
        ("male", "Beauftragter für Jülich, male"),
        ("other", "Beauftragte Person für Jülich, other"),
    ] {
        assert_eq!(DE.officer(form, "Jülich"), expected);
        assert_eq!(EN.officer(form, String::from("Jülich")), format!("Officer of Jülich, {form}"));
    }
}

#[test]
fn choices_inside_choices() {
    assert_eq!(
        [DE.nested(0, "yes"), DE.nested(2, "yes"), DE.nested(2, "no")],
        ["Keine", "2 offene Sitze", "2 geschlossene Sitze"]
    );
    assert_eq!([EN.nested(1, "yes"), EN.nested(1, "no")], ["1 seats, open", "1 seats, closed"]);
}

#[test]
fn what_is_handed_in_is_never_read_as_a_text() {
    assert_eq!(DE.greeting("{ $name } { -brand }"), "Guten Morgen, { $name } { -brand }");
    assert_eq!(EN.greeting(7), "Good morning, 7");
}
