//! Turns `texts/de.ftl` and `texts/en.ftl` of a crate into one Rust method per text, when the crate is built.
//!
//! The files are written in Fluent (<https://projectfluent.org/fluent/guide/>). References, terms, plural forms and
//! choices are worked out here, so that a running program holds only constants and small functions: no text can be
//! missing, nothing is parsed at run time, and rustc's own `dead_code` warning names the texts nobody uses.
//!
//! A crate with texts has a `build.rs` of two lines and calls `i18n::texts!()` once:
//! ```ignore
//! fn main() {
//!     i18n_build::generate();
//! }
//! ```
//! A text with two variables and more names them in a comment above the German text, in the order its method takes them:
//! ```ftl
//! # $name, $day
//! seat-taken = Seit { $day } sitzt { $name } hier.
//! ```
//! A mistake stops the build and names file and line: a key or a variable that only one language has, an empty
//! text, wrong syntax, a text left untranslated, and in German a word from the list in `words.rs` or sentences that
//! are too long.

mod check;
mod language;
mod model;
mod resolve;
mod source;
mod words;
mod write;

pub use source::{Fault, Source};

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Generates the texts of the crate that is being built: `texts/` becomes `OUT_DIR/texts.rs` with a crate-private
/// type `T`. Mistakes are reported to cargo as errors and stop the build.
pub fn generate() {
    run("texts", "texts.rs");
}

/// Like [`generate`], from another folder of the crate into another file below `OUT_DIR`.
pub fn generate_from(folder: &str, file: &str) {
    run(folder, file);
}

/// The Rust source for texts in two languages, or everything that is wrong with them.
///
/// # Errors
/// All faults found, in the order of the files.
pub fn build(german: &[Source], english: &[Source]) -> Result<String, Vec<Fault>> {
    let (de, mut faults) = resolve::read(german);
    let (en, more) = resolve::read(english);
    faults.extend(more);
    let texts = check::pair(&de, &en, &mut faults);
    language::german(german, &mut faults);
    language::visible(&de, &mut faults);
    language::visible(&en, &mut faults);
    language::translated(&texts, &mut faults);
    if faults.is_empty() { Ok(write::rust(&texts)) } else { Err(source::sorted(faults)) }
}

#[allow(clippy::disallowed_methods, reason = "a build script gets its folders from cargo by environment")]
fn run(folder: &str, file: &str) {
    println!("cargo::rerun-if-changed={folder}");
    let (Ok(home), Ok(out)) = (std::env::var("CARGO_MANIFEST_DIR"), std::env::var("OUT_DIR")) else {
        println!("cargo::error=i18n_build works only inside a build script");
        return;
    };
    let home = PathBuf::from(home);
    let outcome = sources(&home, folder, "de")
        .and_then(|de| Ok((de, sources(&home, folder, "en")?)))
        .map_err(|fault| vec![fault])
        .and_then(|(de, en)| build(&de, &en));
    match outcome {
        Ok(code) => {
            if let Err(error) = fs::write(Path::new(&out).join(file), code) {
                println!("cargo::error=cannot write {file}: {error}");
            }
        }
        Err(faults) => faults.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
}

/// `texts/de.ftl`, and the files of `texts/de/` once one file has grown too long.
fn sources(home: &Path, folder: &str, language: &str) -> Result<Vec<Source>, Fault> {
    let single = format!("{folder}/{language}.ftl");
    let mut names: Vec<String> = Vec::new();
    if home.join(&single).exists() {
        names.push(single.clone());
    }
    if let Ok(entries) = fs::read_dir(home.join(folder).join(language)) {
        let more = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        names.extend(more.filter(|name| name.ends_with(".ftl")).map(|name| format!("{folder}/{language}/{name}")));
    }
    names.sort();
    if names.is_empty() {
        return Err(Fault::new(&single, 1, "this file is missing; every crate with texts has both languages"));
    }
    let read = |name: String| {
        let text = fs::read_to_string(home.join(&name)).map_err(|error| Fault::new(&name, 1, error))?;
        Ok(Source::new(name, &text))
    };
    names.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests;
