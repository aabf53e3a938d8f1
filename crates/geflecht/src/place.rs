//! The data directory: made for its owner alone, used by one server at a time, marked when it holds the demo.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use crate::Outcome;

/// The file that marks a directory as the demo's.
const DEMO: &str = "demo";
/// What it says once the world stands.
const FINISHED: &str = "Its world is complete.";

/// A data directory.
#[derive(Clone, Debug)]
pub struct Place(PathBuf);

impl Place {
    /// Names a directory; nothing is made yet.
    #[must_use]
    pub fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    /// Makes the directory, readable for its owner alone, unless it is there.
    ///
    /// # Errors
    /// A sentence when it cannot be made.
    pub fn make(&self) -> Outcome {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        let there = fs::metadata(&self.0);
        match &there {
            Ok(it) if !it.is_dir() => return Err(format!("{} is not a directory.", self.0.display())),
            Ok(it) if it.permissions().mode() & 0o077 != 0 => {
                tracing::warn!("others on this machine may look into {}; chmod 700 closes it", self.0.display())
            }
            _ => {}
        }
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.0);
        made.map_err(|e| format!("The data directory {} cannot be made: {e}", self.0.display()))
    }

    /// Holds the directory for this process until the file is dropped.
    ///
    /// # Errors
    /// A sentence when another process holds it.
    pub fn hold(&self) -> Outcome<File> {
        let path = self.0.join("lock");
        let lock = private(File::options().create(true).read(true).append(true), &path)?;
        lock.try_lock().map_err(|_| format!("{} is in use by another process.", self.0.display()))?;
        Ok(lock)
    }

    /// The control socket of the server that runs here.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.0.join("control.sock")
    }

    /// Whether this is the demo's directory.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.0.join(DEMO).exists()
    }

    /// Whether a database lies here already.
    #[must_use]
    pub fn has_database(&self) -> bool {
        fs::metadata(self.0.join("geflecht.db")).is_ok_and(|it| it.len() > 0)
    }

    /// Whether the demo's world was written to its end here.
    #[must_use]
    pub fn is_finished_demo(&self) -> bool {
        fs::read_to_string(self.0.join(DEMO)).is_ok_and(|text| text.contains(FINISHED))
    }

    /// Marks the directory as the demo's, before its world is written and again once it stands.
    ///
    /// # Errors
    /// A sentence when the mark cannot be written.
    pub fn mark_as_demo(&self, finished: bool) -> Outcome {
        let path = self.0.join(DEMO);
        let state = if finished { FINISHED } else { "Its world is still being written." };
        let text = format!(
            "This directory holds the demo of Geflecht: invented persons, and anybody on this machine may sign in as any of them.\n{state}\n"
        );
        let mut file = private(File::options().create(true).write(true).truncate(true), &path)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|e| format!("{}: {e}", path.display()))
    }

    /// Takes away the demo's database when its world was never finished.
    ///
    /// # Errors
    /// A sentence when a file cannot be removed.
    pub fn clear_demo(&self) -> Outcome {
        for name in ["geflecht.db", "geflecht.db-wal", "geflecht.db-shm"] {
            match fs::remove_file(self.0.join(name)) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                    return Err(format!("{}: {e}", self.0.join(name).display()));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.display().fmt(f)
    }
}

/// Opens a file that only its owner may read.
///
/// # Errors
/// A sentence with the file's name.
pub fn private(options: &mut fs::OpenOptions, path: &Path) -> Outcome<File> {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600).open(path).map_err(|e| format!("{}: {e}", path.display()))
}
