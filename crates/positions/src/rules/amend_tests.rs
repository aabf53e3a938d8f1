//! Amendments of a whole text.

use kernel::{Id, Moment};

use super::*;

fn paragraph(key: i64, text: &str) -> Paragraph {
    Paragraph { key, origin: None, text: text.to_owned() }
}

fn three() -> Vec<Paragraph> {
    vec![
        paragraph(1, "Die Kreise sparen an Frauenhäusern."),
        paragraph(2, "Wir fordern bis Ende 2027 mehr Plätze in jedem Kreis."),
        paragraph(3, "Das Land trägt die Kosten."),
    ]
}

fn wants(number: i64, paragraph: i64, new: &str) -> Merge {
    let all = three();
    let old = &all.iter().find(|p| p.key == paragraph).unwrap().text;
    Merge { number, paragraph: Some(paragraph), change: Change::Words(edits(old, new)), key: 0 }
}

fn texts(all: &[Paragraph]) -> Vec<&str> {
    all.iter().map(|p| p.text.as_str()).collect()
}

fn amendment(of: &Merge, sort: Sort) -> Amendment {
    Amendment {
        id: Id::new(of.number),
        position: Id::new(1),
        number: of.number,
        base: 1,
        paragraph: of.paragraph,
        sort,
        old: String::new(),
        new: String::new(),
        reason: String::new(),
        person: None,
        seat: None,
        capacity: String::new(),
        fit: FitState::Applies,
        carried: Some(of.change.clone()),
        advice: None,
        advised: String::new(),
        advised_carried: None,
        advice_note: String::new(),
        proposer: None,
        state: AmendmentState::Open,
        outcome: String::new(),
        merged_in: None,
        made_at: Moment::from_micros(0),
        version: 1,
    }
}

#[test]
fn two_amendments_of_one_sentence_come_in_together_unless_they_meet() {
    let year = wants(1, 2, "Wir fordern bis Ende 2028 mehr Plätze in jedem Kreis.");
    let place = wants(2, 2, "Wir fordern bis Ende 2027 mehr Plätze in jeder Gemeinde.");
    let other = wants(3, 2, "Wir fordern bis Ende 2030 mehr Plätze in jedem Kreis.");
    let merged = merge(&three(), &[other, place, year]);
    assert_eq!(merged.taken, [1, 2]);
    assert_eq!(merged.paragraphs[1].text, "Wir fordern bis Ende 2028 mehr Plätze in jeder Gemeinde.");
}

#[test]
fn an_amendment_whose_paragraph_was_struck_is_obsolete() {
    let strike = Merge { number: 1, paragraph: Some(2), change: Change::Strike, key: 0 };
    let merged = merge(&three(), &[strike]);
    assert_eq!(texts(&merged.paragraphs), ["Die Kreise sparen an Frauenhäusern.", "Das Land trägt die Kosten."]);
    let late = wants(2, 2, "Wir fordern mehr Plätze.");
    let told = |of: &Merge, sort| carried_over(&amendment(of, sort), Some(&of.change), &merged.steps).0;
    assert_eq!(told(&late, Sort::Words), FitState::Obsolete);
    let behind = Merge { number: 3, paragraph: Some(2), change: Change::Add("Neu.".into()), key: 9 };
    assert_eq!(told(&behind, Sort::Add), FitState::Obsolete);
    let other = wants(4, 3, "Das Land trägt alle Kosten.");
    assert_eq!(told(&other, Sort::Words), FitState::Applies);
}

#[test]
fn each_is_told_how_it_stands_to_a_text_written_anew() {
    let new = [
        "Die Kreise sparen an Frauenhäusern und Beratung.".to_owned(),
        "Ganz neu.".to_owned(),
        "Wir fordern bis Mitte 2027 mehr Plätze in jedem Kreis.".to_owned(),
    ];
    let mut next = 10;
    let text = rewritten(&three(), &new, || {
        next += 1;
        next
    });
    assert_eq!(text.iter().map(|p| p.key).collect::<Vec<_>>(), [1, 11, 2]);
    let steps = steps_between(&three(), &text);
    let told = |of: &Merge| carried_over(&amendment(of, Sort::Words), Some(&of.change), &steps).0;
    assert_eq!(told(&wants(1, 2, "Wir fordern bis Ende 2027 mehr Plätze in jeder Gemeinde.")), FitState::Applies);
    assert_eq!(told(&wants(2, 2, "Wir fordern bis Anfang 2027 mehr Plätze in jedem Kreis.")), FitState::Collides);
    assert_eq!(told(&wants(3, 2, "Wir fordern bis Mitte 2027 mehr Plätze in jedem Kreis.")), FitState::Obsolete);
    assert_eq!(told(&wants(4, 3, "Das Land trägt alle Kosten.")), FitState::Obsolete);
}

#[test]
fn what_is_recommended_holds_without_a_vote_once_all_it_concerns_agree() {
    let of = |advice, proposer| Amendment { advice, proposer, ..amendment(&wants(1, 3, "Neu."), Sort::Words) };
    let body = Id::new(7);
    let says = |answer| vec![Consent { amendment: Id::new(1), body, answer }];
    let (yes, no) = (Some(Said::Yes), Some(Said::No));
    for (advice, proposer, movers, consents, expected) in [
        (None, None, vec![], vec![], Standing::Unadvised),
        (Some(Advice::Vote), yes, vec![], vec![], Standing::Vote),
        (Some(Advice::Adopt), None, vec![], vec![], Standing::Agreed),
        (Some(Advice::Adopt), None, vec![body], vec![], Standing::Waiting),
        (Some(Advice::Adopt), None, vec![body], says(Said::Yes), Standing::Agreed),
        (Some(Advice::Adopt), None, vec![body], says(Said::No), Standing::Vote),
        (Some(Advice::Changed), None, vec![], vec![], Standing::Waiting),
        (Some(Advice::Changed), yes, vec![], vec![], Standing::Agreed),
        (Some(Advice::Changed), yes, vec![body], vec![], Standing::Waiting),
        (Some(Advice::Changed), no, vec![body], says(Said::Yes), Standing::Vote),
        (Some(Advice::Reject), None, vec![body], vec![], Standing::Waiting),
        (Some(Advice::Reject), yes, vec![body], vec![], Standing::Agreed),
        (Some(Advice::Reject), no, vec![], vec![], Standing::Vote),
    ] {
        let found = standing(&of(advice, proposer), &consents, &movers);
        assert_eq!(found, expected, "{advice:?} {proposer:?} {consents:?}");
        assert_eq!(needs_vote(found), found != Standing::Agreed);
    }
    let gone = Amendment { fit: FitState::Obsolete, ..of(None, None) };
    assert!(!needs_vote(standing(&gone, &[], &[])));
}

#[test]
fn three_hundred_amendments_of_a_thousand_lines_are_checked_in_a_moment() {
    let text: Vec<Paragraph> = (0..1000)
        .map(|n| {
            paragraph(n, &format!("Zeile {n}: Wir fordern bis Ende 2027 mehr Plätze in jedem Kreis und jeder Stadt."))
        })
        .collect();
    let all: Vec<Merge> = (0..300)
        .map(|n| {
            let old = &text[usize::try_from(n * 3).unwrap()].text;
            let new = old.replace("2027", "2028");
            Merge { number: n + 1, paragraph: Some(n * 3), change: Change::Words(edits(old, &new)), key: 0 }
        })
        .collect();
    let merged = merge(&text, &all[..150]);
    assert_eq!(merged.taken.len(), 150);
    let fits = all.iter().map(|m| carried_over(&amendment(m, Sort::Words), Some(&m.change), &merged.steps).0);
    assert_eq!(fits.filter(|fit| *fit == FitState::Applies).count(), 150);
}

/// One amendment of the three paragraphs: other words, a paragraph that goes, a new one.
fn wish(number: i64, (sort, at, word): (u8, i64, u8)) -> Merge {
    let text = three();
    let old = &text[usize::try_from(at).unwrap()].text;
    let words: Vec<&str> = old.split(' ').collect();
    let place = usize::from(word) % words.len();
    let change = match sort {
        0 => Change::Strike,
        1 | 2 => Change::Add(format!("Neu {number}.")),
        _ => {
            let mut new: Vec<&str> = words.clone();
            if sort == 3 {
                new[place] = "anders";
            } else {
                new.insert(place, "mehr");
            }
            Change::Words(edits(old, &new.join(" ")))
        }
    };
    // Before all, or behind one that stands.
    let paragraph = if sort == 1 && word == 0 { None } else { Some(at + 1) };
    Merge { number, paragraph, change, key: 100 + number }
}

/// Accepts one after the other in that order; gives the text and which came in.
fn accepted(order: &[Merge]) -> (Vec<String>, Vec<i64>) {
    let (mut text, mut open, mut taken) = (three(), order.to_vec(), Vec::new());
    while !open.is_empty() {
        let merged = merge(&text, &[open.remove(0)]);
        taken.extend(&merged.taken);
        text = merged.paragraphs;
        open = open
            .into_iter()
            .filter_map(|one| {
                let sort = match one.change {
                    Change::Words(_) => Sort::Words,
                    Change::Strike => Sort::Strike,
                    Change::Add(_) => Sort::Add,
                };
                let (fit, change) = carried_over(&amendment(&one, sort), Some(&one.change), &merged.steps);
                change.filter(|_| fit == FitState::Applies).map(|change| Merge { change, ..one })
            })
            .collect();
    }
    (text.into_iter().map(|p| p.text).collect(), taken)
}

proptest::proptest! {
    /// Words, struck and new paragraphs of a whole text: whatever comes in by one order and by another makes the same text.
    #[test]
    fn a_text_is_the_same_whichever_valid_order_its_amendments_are_accepted_in(
        wishes in proptest::collection::vec((0..6_u8, 0..3_i64, 0..9_u8), 2..8),
        turn in proptest::collection::vec(proptest::prelude::any::<u16>(), 8),
    ) {
        let all: Vec<Merge> = (1..).zip(wishes).map(|(number, of)| wish(number, of)).collect();
        let (first, taken) = accepted(&all);
        let mut again: Vec<Merge> = all.into_iter().filter(|one| taken.contains(&one.number)).collect();
        again.sort_by_key(|one| turn[usize::try_from(one.number - 1).unwrap()]);
        let (second, held) = accepted(&again);
        // An order in which one of them no longer applies is no valid one.
        if held.len() == taken.len() {
            proptest::prop_assert_eq!(first, second);
        }
    }
}
