//! Which steps of a run are wanted: `--only a,b` and `--skip a,b`.

/// The wish of the person who started the run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    only: Option<Vec<String>>,
    skip: Vec<String>,
}

impl Chosen {
    /// Reads the words after the command.
    ///
    /// # Errors
    /// A sentence for an unknown option, a missing list or a step that is not among `known`: a misspelt name must
    /// not make a run pass that checked nothing.
    pub fn read(words: &[String], known: &[&str]) -> Result<Chosen, String> {
        let mut chosen = Chosen::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let (option, list) = match word.split_once('=') {
                Some((option, list)) => (option, Some(list.to_owned())),
                None => (word.as_str(), None),
            };
            if !["--only", "--skip"].contains(&option) {
                return Err(format!("Unknown option `{word}`. Known: --only STEP,… and --skip STEP,…"));
            }
            let list = list.or_else(|| words.next().cloned()).unwrap_or_default();
            let names: Vec<String> = list.split(',').map(|name| name.trim().to_owned()).collect();
            if let Some(stranger) = names.iter().find(|name| !known.contains(&name.as_str())) {
                return Err(format!("`{option}` names no step `{stranger}`. Steps: {}", known.join(", ")));
            }
            match option {
                "--only" => chosen.only.get_or_insert_default().extend(names),
                _ => chosen.skip.extend(names),
            }
        }
        if known.iter().any(|name| chosen.wants(name)) {
            Ok(chosen)
        } else {
            Err("Nothing is left to run: every step is skipped.".to_owned())
        }
    }

    /// Whether this step is to be run.
    pub fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| only.iter().any(|one| one == name))
            && !self.skip.iter().any(|one| one == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Chosen;

    const KNOWN: &[&str] = &["fmt", "clippy", "test"];

    fn read(line: &str) -> Result<Vec<&'static str>, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let chosen = Chosen::read(&words, KNOWN)?;
        Ok(KNOWN.iter().copied().filter(|name| chosen.wants(name)).collect())
    }

    #[test]
    fn without_a_wish_every_step_runs() {
        assert_eq!(read("").unwrap(), KNOWN);
    }

    #[test]
    fn lists_choose_and_leave_out() {
        assert_eq!(read("--only fmt,clippy").unwrap(), ["fmt", "clippy"]);
        assert_eq!(read("--only=fmt --only=test").unwrap(), ["fmt", "test"]);
        assert_eq!(read("--skip test").unwrap(), ["fmt", "clippy"]);
        assert_eq!(read("--only fmt,test --skip fmt").unwrap(), ["test"]);
    }

    #[test]
    fn what_would_check_nothing_is_refused() {
        assert!(read("--only ftm").unwrap_err().contains("no step `ftm`"));
        assert!(read("--only").unwrap_err().contains("no step ``"));
        assert!(read("--quick").unwrap_err().contains("Unknown option `--quick`"));
        assert!(read("--skip fmt,clippy,test").unwrap_err().contains("Nothing is left"));
    }
}
