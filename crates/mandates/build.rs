//! The texts of this crate.

fn main() {
    i18n_build::generate();
}
