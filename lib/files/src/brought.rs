//! Files in forms: looked at before any transaction begins.

use std::sync::Arc;

use kernel::{Problem, Reason};
use sha2::{Digest, Sha256};
use web::{Ask, Made, Part};

use crate::{FILE_MOST, FILES_MOST, Unwanted, Upload, bare::bare, clean, look};

/// The field of every form with files.
pub const FIELD: &str = "datei";
/// The longest body: two files of the largest size, or more that are smaller, and what stands around them.
pub const LIMIT: usize = 2 * FILE_MOST + (256 << 10);

/// What a form brought: the files, or the sentence why one is not taken.
pub type Brought = Result<Vec<Upload>, Reason>;

/// Looks at the files of a form; given to [`web::Routes::post_file`].
pub fn ready(parts: &[Part]) -> Made {
    Arc::new(read(parts))
}

fn read(parts: &[Part]) -> Brought {
    let files: Vec<(&str, &[u8])> = parts
        .iter()
        .filter(|part| part.name == FIELD)
        .filter_map(|part| Some((part.file.as_deref()?, part.bytes.as_slice())))
        .filter(|(name, bytes)| !name.is_empty() || !bytes.is_empty())
        .collect();
    if files.len() > FILES_MOST {
        return Err(too_many());
    }
    files.iter().map(|(name, bytes)| Upload::of(name, bytes).map_err(|why| told(name, why, files.len()))).collect()
}

/// With several files the sentence says which.
fn told(name: &str, why: Unwanted, of: usize) -> Reason {
    let reason = why.reason();
    if of < 2 {
        return reason;
    }
    let name: String = name.chars().filter(|c| !c.is_control() && !web::is_bidi_control(*c)).take(60).collect();
    Reason::new(format!("{name}: {}", reason.de), format!("{name}: {}", reason.en))
}

/// The sentence for more files than a thing may have.
pub fn too_many() -> Reason {
    Reason::new(
        format!("Mehr als {FILES_MOST} Dateien passen hier nicht hin."),
        format!("No more than {FILES_MOST} files fit here."),
    )
}

impl Upload {
    /// A file by its bytes.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Unwanted> {
        let format = look(bytes)?;
        let bytes = bare(format, bytes.to_vec());
        let hash = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        Ok(Self { name: clean(name, format), format, hash, bytes })
    }
}

/// The files of a form, as its handler sees them; none where the form had no field for them.
///
/// # Errors
/// The problem at the field.
pub fn brought(ask: &Ask) -> Result<Vec<Upload>, Problem> {
    let made = ask.made::<Brought>().cloned().unwrap_or_else(|| Ok(Vec::new()));
    made.map_err(|reason| Problem { field: FIELD, reason })
}

/// The problem of a form that brought no file where one was meant to come.
#[must_use]
pub fn nothing() -> Problem {
    Problem { field: FIELD, reason: Reason::new("Bitte wählen Sie eine Datei.", "Please choose a file.") }
}

/// A refused form comes back without its files: browsers do not send them twice by themselves. Says so where there were some.
pub fn choose_again(ask: &Ask, problems: &mut Vec<Problem>) {
    let had = matches!(ask.made::<Brought>(), Some(Ok(files)) if !files.is_empty());
    if had && !problems.iter().any(|p| p.field == FIELD) {
        problems.push(Problem {
            field: FIELD,
            reason: Reason::new("Bitte wählen Sie die Datei noch einmal aus.", "Please choose the file again."),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, file: Option<&str>, bytes: &[u8]) -> Part {
        Part { name: name.to_owned(), file: file.map(str::to_owned), bytes: bytes.to_vec() }
    }

    #[test]
    fn files_of_a_form_are_named_hashed_and_looked_at() {
        let found = read(&[
            part("text", None, b"x"),
            part(FIELD, Some(""), b""),
            part(FIELD, Some("plan.exe"), b"%PDF-1.7\n%%EOF"),
            part("other", Some("a.txt"), b"a"),
            part(FIELD, Some("b.txt"), b"abc"),
        ])
        .unwrap();
        assert_eq!((found[0].name.as_str(), found[0].format), ("plan.pdf", crate::Format::Pdf));
        // FIPS 180-2, B.1.
        assert_eq!(found[1].hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(found.len(), 2);
        let refused = read(&[part(FIELD, Some("a.txt"), b"a"), part(FIELD, Some("b.pdf"), b"MZ")]).unwrap_err();
        assert!(refused.de.starts_with("b.pdf: Diese Datei ist ein Programm"), "{refused:?}");
        assert!(read(&[part(FIELD, Some("b.pdf"), b"MZ")]).unwrap_err().de.starts_with("Diese Datei ist ein Programm"));
        assert!(read(&vec![part(FIELD, Some("a.txt"), b"a"); FILES_MOST + 1]).is_err());
        assert!(read(&[part(FIELD, Some("leer.pdf"), b"")]).unwrap_err().de.contains("nichts"));
    }
}
