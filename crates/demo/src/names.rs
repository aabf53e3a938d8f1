//! Made-up persons: always the same ones in the same order, no two alike, none of them real.

use people::{NewPerson, TitleForm};

use crate::facts;

/// Gives names one after the other.
pub struct Names {
    given: Vec<(TitleForm, &'static str)>,
    family: Vec<&'static str>,
    next: usize,
}

impl Names {
    /// From the lists of given and family names.
    pub fn new() -> Self {
        let mut given = Vec::new();
        for row in facts::rows(facts::GIVEN) {
            let form = TitleForm::from_word(facts::field(&row, 0)).unwrap_or(TitleForm::Neutral);
            given.extend(facts::field(&row, 1).split_whitespace().map(|name| (form, name)));
        }
        let family = facts::FAMILY.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
        Self { given, family, next: 0 }
    }

    /// The next person who is no man: what the law asks of a Gleichstellungsbeauftragte in North Rhine-Westphalia
    /// (§ 15 LGG NRW), and what one expects of those who speak for women's organisations.
    pub fn next_officer(&mut self) -> NewPerson {
        loop {
            let person = self.next();
            if person.title_form != TitleForm::Male {
                return person;
            }
        }
    }

    /// The next person.
    ///
    /// Both lists are walked in strides that share no factor with their lengths, and the lengths share none with
    /// each other: so the pairs repeat only after both are used up.
    pub fn next(&mut self) -> NewPerson {
        let n = self.next;
        self.next += 1;
        let pick = |stride: usize, length: usize| n.wrapping_mul(stride) % length.max(1);
        let (form, given) = self.given.get(pick(37, self.given.len())).copied().unwrap_or((TitleForm::Neutral, "Toni"));
        let family = self.family.get(pick(89, self.family.len())).copied().unwrap_or("Namenlos");
        let title = (n % 14 == 5).then(|| "Dr.".to_owned());
        NewPerson { given: given.to_owned(), family: family.to_owned(), title, title_form: form }
    }
}

/// A word of an address: small ASCII letters, digits and hyphens; what stands in brackets is left out.
pub fn plain(text: &str) -> String {
    let text = text.split('(').next().unwrap_or_default().trim().to_lowercase();
    let text = text.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
    let folded = i18n::fold(&text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join("-")
}

/// The official address of a person at a domain. Everything ends in the reserved `example.org` (RFC 2606).
pub fn address(person: &NewPerson, domain: &str) -> String {
    format!("{}.{}@{domain}", plain(&person.given), plain(&person.family))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_lists_give_thousands_of_different_persons() {
        let names = Names::new();
        assert_eq!(
            (names.given.len(), names.family.len()),
            (names.given.iter().collect::<HashSet<_>>().len(), names.family.iter().collect::<HashSet<_>>().len())
        );
        let (mut names, mut seen) = (Names::new(), HashSet::new());
        assert!((0..5_000).all(|_| {
            let person = names.next();
            seen.insert((person.given, person.family))
        }));
    }

    #[test]
    fn addresses_are_plain() {
        assert_eq!(plain("Stolberg (Rhld.)"), "stolberg");
        assert_eq!(plain("Fröndenberg/Ruhr"), "froendenberg-ruhr");
        assert_eq!(plain("Kreis Düren"), "kreis-dueren");
        assert_eq!(plain("Akçaybaş"), "akcaybas");
        let mut names = Names::new();
        for _ in 0..2_000 {
            assert!(people::rules::mail(&address(&names.next(), "aachen.example.org")).is_ok());
        }
    }
}
