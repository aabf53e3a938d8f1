//! The texts of files.

fn main() {
    i18n_build::generate();
}
