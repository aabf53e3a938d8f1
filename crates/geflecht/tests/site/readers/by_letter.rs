//! Statements about letters, what they brought and who is told, that read for nobody in particular: file, function, why.

const BROUGHT: &str = "crates/exchange/src/store/brought.rs";
const CIRCULARS: &str = "crates/exchange/src/store/circulars.rs";
const DECISIONS_TOLD: &str = "crates/decisions/src/store/told.rs";
const POSITIONS_WAITING: &str = "crates/positions/src/store/waiting.rs";
const POSITIONS_TOLD: &str = "crates/positions/src/store/told.rs";
const MANDATES_TOLD: &str = "crates/mandates/src/store/told.rs";
const MEETING_LETTERS: &str = "crates/meetings/src/store/letters.rs";
const MEETINGS_TOLD: &str = "crates/meetings/src/store/told.rs";
const REQUESTS: &str = "crates/networks/src/store/joining/requests.rs";
const STANDING: &str = "crates/exchange/src/store/standing.rs";
const STANDING_IN: &str = "crates/notices/src/store/standing_in.rs";
const TOLD: &str = "crates/exchange/src/store/told.rs";

/// They may.
pub const BY_LETTER: &[(&str, &str, &str)] = &[
    (BROUGHT, "count_bytes", "a number for the inbox"),
    (BROUGHT, "load", "what a letter brought, for the verb that takes it away"),
    (BROUGHT, "list_names", "its pages found the letters before, for whoever may say whose they are"),
    (BROUGHT, "list_left", "its page found the thread under the reader's condition before"),
    (CIRCULARS, "list_of_mails", "for an event without words"),
    (CIRCULARS, "list_left", "what is told; rights are asked for each reader"),
    (CIRCULARS, "list_some", "what is told; rights are asked for each reader, and for her card whether she leads"),
    (CIRCULARS, "list_reached", "what is told; rights are asked for each reader"),
    (CIRCULARS, "list_got", "the statement asks for her own number and her networks"),
    (MEETING_LETTERS, "list_meetings", "numbers of meetings, for an event without words"),
    (MEETINGS_TOLD, "list_polls", "what is told; rights are asked for each reader"),
    (MEETINGS_TOLD, "list_polled", "what is told to those who are asked themselves"),
    (REQUESTS, "list_told", "what is told; her card says what she may do with each"),
    (REQUESTS, "list_named", "what is told to those who are named themselves"),
    (STANDING, "list_mentioned", "letters; each reader's rights are asked before hers"),
    (STANDING_IN, "list_naming", "for whom somebody is told; nobody reads it"),
    (STANDING_IN, "list_seats_of", "for whom somebody is told; nobody reads it"),
    (STANDING_IN, "list_away_from", "for whom somebody is told; nobody reads it"),
    (TOLD, "list_mentions", "letters; rights are asked for each reader"),
    (MEETINGS_TOLD, "list_meetings", "what is told; rights are asked for each reader"),
    (MEETINGS_TOLD, "list_asked", "what is told; rights are asked for each reader"),
    (MEETINGS_TOLD, "list_minutes", "what is told; rights are asked for each reader"),
    (MEETINGS_TOLD, "list_open_items", "passages found the meetings under the reader's condition before"),
    (POSITIONS_WAITING, "list_to_sign", "what networks are asked, for those who lead them"),
    (DECISIONS_TOLD, "list_topics", "what is told; rights are asked for each reader"),
    (DECISIONS_TOLD, "list_votes", "what is told; rights are asked for each reader"),
    (DECISIONS_TOLD, "list_resolutions", "what is told; rights are asked for each reader"),
    (POSITIONS_TOLD, "list_positions", "what is told; rights are asked for each reader"),
    (POSITIONS_TOLD, "list_asked", "what is told; rights are asked for each reader"),
    (POSITIONS_TOLD, "list_texts", "passages found the positions under the reader's condition before"),
    (MANDATES_TOLD, "list_briefed", "what is told; rights are asked for each reader"),
    (MANDATES_TOLD, "list_seats", "what is told; rights are asked for each reader"),
    (MANDATES_TOLD, "list_risen", "what is told; rights are asked for each reader"),
    (MANDATES_TOLD, "list_items", "passages found the sittings under the reader's condition before"),
];
