//! The account the server runs as, and a folder it can use.

use crate::Outcome;
use crate::shell::{ask, on_path};
use crate::tools::is_root;
use std::fs;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whom the server runs as. It refuses root, so root lends it another account.
pub struct Owner {
    lent: Option<(u32, u32)>,
}

impl Owner {
    /// The account to use: our own, else `postgres`, which Debian's package brings, else `nobody`.
    ///
    /// # Errors
    /// A sentence when we are root and cannot become anybody else.
    pub fn choose() -> Result<Owner, String> {
        if !is_root() {
            return Ok(Owner { lent: None });
        }
        let number = |what: &str, name: &str| ask(Command::new("id").args([what, name]))?.parse::<u32>().ok();
        let account = |name: &str| Some((number("-u", name)?, number("-g", name)?));
        match (account("postgres").or_else(|| account("nobody")), on_path(&["setpriv"])) {
            (Some(ids), Some(_)) => Ok(Owner { lent: Some(ids) }),
            (None, _) => {
                Err("PostgreSQL refuses to run as root, and there is no account postgres or nobody.".to_owned())
            }
            (_, None) => Err("PostgreSQL refuses to run as root. Please install util-linux (setpriv).".to_owned()),
        }
    }

    /// A command run by this account.
    pub fn command(&self, program: &Path) -> Command {
        match self.lent {
            None => Command::new(program),
            Some((user, group)) => {
                let mut command = Command::new("setpriv");
                command
                    .args([format!("--reuid={user}"), format!("--regid={group}")])
                    .arg("--clear-groups")
                    .arg(program);
                command
            }
        }
    }

    /// A new folder that this account owns and can reach. The checkout often lies where only root may look, so
    /// the folder does not lie there; its path is short, because a socket's may not pass 107 bytes.
    ///
    /// # Errors
    /// A sentence with every place that was tried.
    pub fn make_folder(&self) -> Result<PathBuf, String> {
        let mut reasons = Vec::new();
        let parents = [std::env::temp_dir(), PathBuf::from("/tmp"), PathBuf::from("/var/tmp")];
        for parent in memory().into_iter().chain(parents) {
            let template = parent.join("geflecht-postgres-XXXXXX");
            let Some(folder) = ask(Command::new("mktemp").arg("-d").arg(&template)).map(PathBuf::from) else {
                reasons.push(format!("{}: cannot be made", template.display()));
                continue;
            };
            match self.hand_over(&folder) {
                Ok(()) => return Ok(folder),
                Err(reason) => reasons.push(format!("{}: {reason}", folder.display())),
            }
            let _ = fs::remove_dir_all(&folder);
        }
        Err(format!("No folder for PostgreSQL:\n{}", reasons.join("\n")))
    }

    /// Gives the folder to the account and looks whether it gets there.
    fn hand_over(&self, folder: &Path) -> Outcome {
        if let Some((user, group)) = self.lent {
            chown(folder, Some(user), Some(group)).map_err(|e| e.to_string())?;
        }
        let writable =
            self.command(Path::new("test")).arg("-w").arg(folder).status().is_ok_and(|status| status.success());
        if writable { Ok(()) } else { Err("the server's account cannot write there".to_owned()) }
    }
}

/// How much room the folder in memory must have, in MiB: a few databases at a time, and the server's log.
const ROOM: u64 = 4096;

/// A folder in memory, where there is one with room. Each test makes and drops a database of a thousand files, and file systems on
/// disk take long to use the place of files that have just gone: that was half of the time of all tests.
fn memory() -> Option<PathBuf> {
    let folder = Path::new("/dev/shm");
    let free = ask(Command::new("df").args(["-m", "--output=avail"]).arg(folder));
    let meminfo = fs::read_to_string("/proc/meminfo").ok()?;
    let available = meminfo.lines().find_map(|line| line.strip_prefix("MemAvailable:"));
    let number = |text: &str| text.split_whitespace().find_map(|word| word.parse::<u64>().ok());
    let has_room = number(&free?)? >= ROOM && number(available?)? / 1024 >= 2 * ROOM;
    has_room.then(|| folder.to_path_buf())
}
