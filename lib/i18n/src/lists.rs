//! Lists in a sentence: „A, B und C“.

use kernel::Lang;

use crate::words::T;

/// `A, B und C`; empty for an empty list.
#[must_use]
pub fn list_and<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    list(items, |most, last| T(lang).list_and(most, last))
}

/// `A, B oder C`; empty for an empty list.
#[must_use]
pub fn list_or<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    list(items, |most, last| T(lang).list_or(most, last))
}

fn list<S: AsRef<str>>(items: &[S], join: impl Fn(&str, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            join(&most.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_in_both_languages() {
        let items = ["Aachen", "Düren", "Heinsberg"];
        for (count, de, en) in [
            (0, "", ""),
            (1, "Aachen", "Aachen"),
            (2, "Aachen und Düren", "Aachen and Düren"),
            (3, "Aachen, Düren und Heinsberg", "Aachen, Düren and Heinsberg"),
        ] {
            assert_eq!(list_and(Lang::De, &items[..count]), de);
            assert_eq!(list_and(Lang::En, &items[..count]), en);
        }
        assert_eq!(list_or(Lang::De, &items), "Aachen, Düren oder Heinsberg");
        assert_eq!(list_or(Lang::En, &items[..2]), "Aachen or Düren");
    }
}
