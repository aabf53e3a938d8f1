//! Worlds to measure in, the load that measures, and the floor to compare with.

mod actor;
mod ballot;
mod bundles;
mod floor;
mod live;
mod load;
mod outbox;
mod search;
mod world;

use std::{path::PathBuf, process::ExitCode, time::Duration};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match parts[..] {
        ["world", file, scale] => scale.parse().map_err(|_| "a scale is a number".to_owned()).and_then(|scale| world::generate(&PathBuf::from(file), scale)),
        ["floor", file, bytes] => bytes.parse().map_err(|_| "bytes are a number".to_owned()).and_then(|bytes| floor::serve(&PathBuf::from(file), bytes)),
        ["fsync", folder, seconds] => seconds.parse().map_err(|_| "seconds are a number".to_owned()).and_then(|s| floor::fsync(&PathBuf::from(folder), Duration::from_secs(s))),
        ["ballot", geflecht, folder, voters] => ballot::run(geflecht, folder, voters),
        ["live", geflecht, folder, listeners, seconds] => live::run(geflecht, folder, listeners, seconds),
        ["outbox", geflecht, folder, letters, incoming] => outbox::run(geflecht, folder, letters, incoming),
        ["actor", file, person] => person.parse().map_err(|_| "a person is a number".to_owned()).and_then(|person| actor::load(&PathBuf::from(file), person)),
        ["search", file, documents] => documents.parse().map_err(|_| "documents are a number".to_owned()).and_then(|n| search::run(&PathBuf::from(file), n)),
        ["bundles", file, members] => members.parse().map_err(|_| "members are a number".to_owned()).and_then(|n| bundles::run(&PathBuf::from(file), n)),
        ["count", address, pid, requests, path, cookie] => load::count(address, pid, requests, path, cookie),
        ["load", address, pid, seconds, path, cookie] => load::run(address, pid, seconds, path, cookie),
        ["write", address, pid, seconds, cookie, rate] => load::write(address, pid, seconds, cookie, rate),
        _ => Err("bench world FILE SCALE | floor FILE BYTES | fsync FOLDER SECONDS | actor FILE PERSON | search FILE DOCUMENTS | bundles FILE MEMBERS | ballot GEFLECHT FOLDER VOTERS | live GEFLECHT FOLDER LISTENERS SECONDS | outbox GEFLECHT FOLDER LETTERS INCOMING | count ADDRESS PID REQUESTS PATH COOKIE | load ADDRESS PID SECONDS PATH COOKIE | write ADDRESS PID SECONDS COOKIE RATE".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}
