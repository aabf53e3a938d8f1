//! The texts of the shell, and one style sheet joined from KERN and our own layer.
#![allow(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]

use std::{env, fs, path::Path};

fn main() {
    i18n_build::generate();
    println!("cargo::rerun-if-changed=assets");
    let own: Vec<_> = {
        let mut files: Vec<_> = fs::read_dir("assets/css")
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.extension().is_some_and(|e| e == "css"))
            .collect();
        files.sort();
        files
    };
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut css = format!(
        "@layer kern,app;@layer kern{{{}}}@layer app{{",
        squeezed(&read(Path::new("assets/vendor/kern/kern.css")))
    );
    for file in own {
        css.push_str(&tight(&squeezed(&read(&file))));
    }
    css.push('}');
    let out = env::var("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("site.css"), css).unwrap_or_else(|e| panic!("site.css: {e}"));
    // The script goes without its comments, which stand on lines of their own, and without the blanks that begin lines.
    let script = read(Path::new("assets/geflecht.js"));
    assert!(
        script.lines().all(|line| line.matches('`').count() % 2 == 0),
        "geflecht.js: a text over several lines would lose blanks"
    );
    let script: Vec<_> = script.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("//")).collect();
    fs::write(Path::new(&out).join("geflecht.js"), script.join("\n")).unwrap_or_else(|e| panic!("geflecht.js: {e}"));
}

/// Without comments and the blanks at the beginning of lines.
fn squeezed(css: &str) -> String {
    let mut text = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        text.push_str(&rest[..start]);
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        // Notices of licence begin with an exclamation mark and stay.
        if rest[start..].starts_with("/*!") {
            text.push_str(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Without the blanks that mean nothing: beside these signs, but not within quotation marks.
fn tight(css: &str) -> String {
    const BESIDE: [(&str, &str); 7] =
        [(" {", "{"), ("{ ", "{"), (" }", "}"), ("; ", ";"), (";}", "}"), (": ", ":"), (", ", ",")];
    let outside = |part: &str| BESIDE.iter().fold(part.to_owned(), |css, (from, to)| css.replace(from, to));
    let parts = css.split('"').enumerate().map(|(n, part)| if n % 2 == 0 { outside(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("\"")
}
