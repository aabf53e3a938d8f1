//! The press as the server uses it: the built program as a child, limited, counted, and killed when nobody waits any more.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::{Duration, Instant},
};

use geflecht::press;

use super::house::{House, program};

#[path = "../../../../lib/pdf/tests/minutes/mod.rs"]
mod minutes;

fn typed(json: &[u8]) -> Output {
    let mut child = program().arg("paper").stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(json).unwrap();
    child.wait_with_output().unwrap()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
}

fn binary() -> PathBuf {
    env!("CARGO_BIN_EXE_geflecht").into()
}

/// A program that is no press: it leaves a file named after its process, then does what is said.
fn stranger(house: &House, does: &str) -> PathBuf {
    let path = house.file("fremd");
    let folder = house.file("da");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(&path, format!("#!/bin/sh\necho > {}/$$\n{does}\n", folder.display())).unwrap();
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    path
}

fn processes(house: &House) -> Vec<String> {
    let there = std::fs::read_dir(house.file("da")).unwrap();
    there.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn runs(process: &str) -> bool {
    let state = std::fs::read_to_string(Path::new("/proc").join(process).join("stat")).unwrap_or_default();
    !state.is_empty() && !state.contains(") Z ")
}

fn within(patience: Duration, holds: impl Fn() -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < patience {
        if holds() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    holds()
}

#[test]
fn a_paper_in_is_a_pdf_out_and_nothing_else_is() {
    let json = serde_json::to_vec(&minutes::minutes(2)).unwrap();
    let (first, second) = (typed(&json), typed(&json));
    assert!(first.status.success() && first.stdout.starts_with(b"%PDF-1.7"), "{first:?}");
    assert_eq!(first.stdout, second.stdout, "two processes set the same bytes");
    let long = (0..7000).fold(minutes::minutes(1), |paper, _| paper.text("x"));
    for wrong in [b"{".to_vec(), b"[]".to_vec(), b"[".repeat(100_000), serde_json::to_vec(&long).unwrap()] {
        let said = typed(&wrong);
        assert!(said.status.code() == Some(1) && said.stdout.is_empty(), "{:?}", said.status);
    }
    let help = program().arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("  paper"));
}

#[test]
fn the_process_limits_itself() {
    let mut child = program().arg("paper").stdin(Stdio::piped()).spawn().unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let has = |name: &str, value: &str| {
        let text = std::fs::read_to_string(&limits).unwrap_or_default();
        text.lines().any(|line| line.starts_with(name) && line.split_whitespace().any(|word| word == value))
    };
    let all = || has("Max address space", "805306368") && has("Max cpu time", "20") && has("Max core file size", "0");
    assert!(within(Duration::from_secs(10), all));
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn the_press_gives_what_the_program_sets() {
    let paper = minutes::minutes(70);
    let press = press::of(binary());
    let begun = Instant::now();
    let file = runtime().block_on(press.print(paper.clone())).unwrap();
    println!("{} bytes of some thirty pages in {:?}, the start of the process included", file.len(), begun.elapsed());
    assert_eq!(file, pdf::render(&paper).unwrap());
}

#[test]
fn a_press_that_fails_says_how_it_ended_and_not_what_it_said() {
    let house = House::new();
    let press = press::of(stranger(&house, "echo Zitrone >&2\necho Zitrone\nexit 3"));
    let told = runtime().block_on(press.print(minutes::minutes(1))).unwrap_err().to_string();
    assert!(told.contains("exit status: 3") && !told.contains("Zitrone"), "{told}");
    let press = press::of(stranger(&house, "cat > /dev/null\necho Zitrone"));
    let told = runtime().block_on(press.print(minutes::minutes(1))).unwrap_err().to_string();
    assert!(told.contains("no PDF") && !told.contains("Zitrone"), "{told}");
    let told = runtime().block_on(press::of(house.file("fehlt")).print(minutes::minutes(1))).unwrap_err().to_string();
    assert!(told.contains("cannot be started"), "{told}");
}

#[test]
fn two_are_set_at_once_and_one_nobody_waits_for_is_killed() {
    let house = House::new();
    let press = press::of(stranger(&house, "exec /bin/sleep 100"));
    let runtime = runtime();
    let waiting: Vec<_> = (0..4).map(|_| runtime.spawn(press.print(minutes::minutes(1)))).collect();
    assert!(within(Duration::from_secs(10), || processes(&house).len() == 2));
    std::thread::sleep(Duration::from_millis(300));
    let first = processes(&house);
    assert!(first.len() == 2 && first.iter().all(|process| runs(process)), "{first:?}");
    waiting.iter().for_each(tokio::task::JoinHandle::abort);
    assert!(within(Duration::from_secs(10), || !processes(&house).iter().any(|process| runs(process))));
}
