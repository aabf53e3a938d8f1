//! How motions are numbered. Pure.

/// The numbers of motions by their topics, in the order of the book: a letter for each topic, in the order of the alphabet, motions
/// without one last; within a topic they are counted in the order in which they were handed in. Gives the places of the motions
/// with their numbers: `A1`, `A2`, `B1`.
#[must_use]
pub fn labels(topics: &[Option<String>]) -> Vec<(usize, String)> {
    let mut order: Vec<usize> = (0..topics.len()).collect();
    let key = |place: &usize| topics.get(*place).and_then(|t| t.as_ref()).map(|t| i18n::fold(t));
    order.sort_by_key(|place| (key(place).is_none(), key(place), *place));
    let (mut all, mut group, mut number, mut last) = (Vec::new(), 0_usize, 0_usize, None);
    for place in order {
        let own = key(&place);
        if last.as_ref() != Some(&own) {
            group += usize::from(last.is_some());
            number = 0;
            last = Some(own);
        }
        number += 1;
        all.push((place, format!("{}{number}", letters(group))));
    }
    all
}

/// A, B, … Z, AA, AB, …
fn letters(mut group: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(group % 26).map_or('Z', |n| char::from(b'A' + n));
        name.insert(0, letter);
        if group < 26 {
            return name;
        }
        group = group / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn motions_are_numbered_by_topic_in_the_order_they_came() {
        let topics = [Some("Gewaltschutz"), None, Some("Arbeit"), Some("Gewaltschutz"), Some("arbeit")];
        let topics: Vec<Option<String>> = topics.into_iter().map(|t| t.map(str::to_owned)).collect();
        let found: Vec<(usize, String)> = labels(&topics);
        let found: Vec<(usize, &str)> = found.iter().map(|(n, l)| (*n, l.as_str())).collect();
        assert_eq!(found, [(2, "A1"), (4, "A2"), (0, "B1"), (3, "B2"), (1, "C1")]);
        assert!(labels(&[]).is_empty());
        assert_eq!(
            (letters(25), letters(26), letters(27), letters(52)),
            ("Z".into(), "AA".into(), "AB".into(), "BA".into())
        );
    }
}
