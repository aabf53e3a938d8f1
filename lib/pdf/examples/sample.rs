//! Writes sample minutes: `cargo run -p pdf --example sample -- ITEMS > minutes.pdf`; `docx` or `json` as second word for those.

use std::io::Write;

#[path = "../tests/minutes/mod.rs"]
mod minutes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let items = words.next().and_then(|word| word.parse().ok()).unwrap_or(3);
    let paper = minutes::minutes(items);
    let bytes = match words.next().as_deref() {
        Some("docx") => papers::docx(&paper)?,
        Some("json") => serde_json::to_vec(&paper)?,
        _ => pdf::render(&paper)?,
    };
    std::io::stdout().write_all(&bytes)?;
    Ok(())
}
