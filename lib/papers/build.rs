//! The words on papers.
fn main() {
    i18n_build::generate();
}
