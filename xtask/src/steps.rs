//! A run of named steps: heading, time, stop at the first failure, one last line.

use crate::Outcome;
use crate::chosen::Chosen;
use crate::place::Place;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// One step of a run.
pub struct Step {
    /// The word for `--only` and `--skip`.
    pub name: &'static str,
    /// What the heading says it does.
    pub title: &'static str,
    /// The work.
    pub run: fn(&Place) -> Outcome,
}

/// Runs the wanted steps in order until one fails. The last line printed is always `N passed, N failed`.
///
/// # Errors
/// An empty sentence when a step failed: all was said already, and the last line stays the last.
pub fn walk(place: &Place, steps: &[Step], chosen: &Chosen) -> Outcome {
    let wanted: Vec<&Step> = steps.iter().filter(|step| chosen.wants(step.name)).collect();
    let begun = Instant::now();
    let mut report = String::new();
    let mut passed = 0;
    let mut failure = None;
    for (number, step) in wanted.iter().enumerate() {
        println!("\n=== {}/{} {}: {} ===", number + 1, wanted.len(), step.name, step.title);
        let started = Instant::now();
        let outcome = (step.run)(place);
        let took = human(started.elapsed());
        match outcome {
            Ok(()) => {
                passed += 1;
                println!("--- {} passed in {took}", step.name);
                let _ = write!(report, "\n  passed  {:<9} {took:>9}", step.name);
            }
            Err(sentence) => {
                eprintln!("--- {} FAILED after {took}\n{sentence}", step.name);
                let _ = write!(report, "\n  FAILED  {:<9} {took:>9}", step.name);
                failure = Some(step.name);
                break;
            }
        }
    }
    for step in wanted.iter().skip(passed + usize::from(failure.is_some())) {
        let _ = write!(report, "\n  not run {:<9}", step.name);
    }
    println!("{report}\n  together          {:>9}", human(begun.elapsed()));
    if let Some(name) = failure {
        println!("Again only this: cargo xtask test --only {name}");
    }
    println!("{passed} passed, {} failed", usize::from(failure.is_some()));
    failure.map_or(Ok(()), |_| Err(String::new()))
}

/// A length of time as people say it: `0.4 s`, `12 s`, `3 min 07 s`.
fn human(time: Duration) -> String {
    match time.as_secs() {
        0..=9 => format!("{:.1} s", time.as_secs_f64()),
        10..=119 => format!("{} s", time.as_secs()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, human, walk};
    use crate::chosen::Chosen;
    use crate::place::Place;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn a_failing_step_stops_the_run() {
        static RUN: AtomicUsize = AtomicUsize::new(0);
        fn good(_: &Place) -> crate::Outcome {
            RUN.fetch_add(1, Ordering::Relaxed);
            Ok(())
        }
        fn bad(_: &Place) -> crate::Outcome {
            Err("no".to_owned())
        }
        let steps = [
            Step { name: "a", title: "", run: good },
            Step { name: "b", title: "", run: bad },
            Step { name: "c", title: "", run: good },
        ];
        let place = Place::find().unwrap();
        let all = Chosen::default();
        assert_eq!(walk(&place, &steps, &all), Err(String::new()));
        assert_eq!(RUN.load(Ordering::Relaxed), 1, "c must not run after b failed");
        let names = ["a", "b", "c"];
        let without = Chosen::read(&["--skip=b".to_owned()], &names).unwrap();
        assert!(walk(&place, &steps, &without).is_ok());
        assert_eq!(RUN.load(Ordering::Relaxed), 3);
    }

    #[test]
    fn times_read_well() {
        assert_eq!(human(Duration::from_millis(420)), "0.4 s");
        assert_eq!(human(Duration::from_secs(75)), "75 s");
        assert_eq!(human(Duration::from_secs(187)), "3 min 07 s");
    }
}
