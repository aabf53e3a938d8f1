//! Files of letters: there is nobody who could choose another one, so that what can be taken is taken, and of the rest it is
//! known why it stayed outside.

use i18n::is_bidi_control;

use crate::{FILES_MOST, Unwanted, Upload};

/// What a letter brought.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Came {
    /// What is taken, each once.
    pub taken: Vec<Upload>,
    /// What stayed outside: what it is called, and why.
    pub left: Vec<(String, Unwanted)>,
}

/// Looks at the files of a letter, before any transaction begins: names and bytes; without bytes it is a letter within the letter.
#[must_use]
pub fn came(files: &[(String, Option<Vec<u8>>)]) -> Came {
    let mut all = Came::default();
    for (name, bytes) in files {
        let looked = match bytes {
            Some(bytes) => Upload::of(name, bytes),
            None => Err(Unwanted::Unknown),
        };
        match looked {
            Ok(upload) if all.taken.iter().any(|known| known.hash == upload.hash) => {}
            Ok(_) if all.taken.len() == FILES_MOST => all.left.push((shown(name), Unwanted::TooMany)),
            Ok(upload) => all.taken.push(upload),
            Err(why) => all.left.push((shown(name), why)),
        }
    }
    all
}

/// The name of what is not taken: one short line.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control() && !is_bidi_control(*c)).take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_taken_is_and_for_the_rest_it_is_known_why_not() {
        let file = |name: &str, bytes: &[u8]| (name.to_owned(), Some(bytes.to_vec()));
        let found = came(&[
            file("Plan.txt", b"Ziel"),
            file("noch einmal.txt", b"Ziel"),
            file("rechnung\u{202e}fdp.exe", b"MZ"),
            ("Erlass.eml".to_owned(), None),
            file("leer.pdf", b""),
        ]);
        assert_eq!(found.taken.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["Plan.txt"]);
        let left: Vec<(&str, Unwanted)> = found.left.iter().map(|(name, why)| (name.as_str(), *why)).collect();
        assert_eq!(
            left,
            [("rechnungfdp.exe", Unwanted::Program), ("Erlass.eml", Unwanted::Unknown), ("leer.pdf", Unwanted::Empty)]
        );
        let many: Vec<_> = (0..25).map(|n| file(&format!("{n}.txt"), format!("{n}").as_bytes())).collect();
        let found = came(&many);
        assert_eq!((found.taken.len(), found.left.len()), (FILES_MOST, 5));
        assert!(found.left.iter().all(|(_, why)| *why == Unwanted::TooMany));
    }
}
