//! Where things lie: the checkout and the folder of built programs.

use std::path::{Path, PathBuf};

/// The folders the commands work in.
pub struct Place {
    /// The root of the checkout, where the virtual manifest stands.
    pub root: PathBuf,
    /// The browser journeys.
    pub e2e: PathBuf,
    /// Where cargo puts the programs of the profile this program was built in, so that `CARGO_TARGET_DIR`
    /// and every cargo setting about it are respected without being read a second time.
    pub built: PathBuf,
}

impl Place {
    /// Finds the checkout this program belongs to.
    ///
    /// # Errors
    /// A sentence when the checkout was moved away since this program was built.
    pub fn find() -> Result<Place, String> {
        // cargo sets the variable when it runs us; the constant serves a binary started by hand.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .parent()
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or_else(|| format!("No checkout at {}: start me with `cargo xtask`.", here.display()))?
            .to_path_buf();
        let own = std::env::current_exe().map_err(|e| format!("Where this program lies is unknown: {e}"))?;
        let built = own.parent().map(Path::to_path_buf).ok_or("This program lies in no folder.")?;
        Ok(Place { e2e: root.join("e2e"), root, built })
    }

    /// The product's program as cargo builds it beside this one.
    pub fn geflecht(&self) -> PathBuf {
        self.built.join(format!("geflecht{}", std::env::consts::EXE_SUFFIX))
    }
}
