//! The words of dates and spans, and a small set of texts that the tests read.
fn main() {
    i18n_build::generate();
    i18n_build::generate_from("tests/texts", "test_texts.rs");
}
