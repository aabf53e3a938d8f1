//! What kind of value each parameter has, as a form asks for it.

/// What a form asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Yes or no.
    Flag,
    /// A number from 0.
    Number,
    /// A number, or nothing for no limit.
    Most,
    /// A line.
    Text,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Any of these words.
    Several(&'static [&'static str]),
    /// One of these words, or a word with a share, a need or a number.
    Mixed(&'static [&'static str], &'static [(&'static str, With)]),
    /// A length of time.
    Period,
    /// A shorter period and who may order it.
    Shortened,
    /// At least, or more than, a share.
    Need,
    /// A share, or nothing.
    Share,
    /// A majority; `true` where there may be none.
    Majority(bool),
    /// What elects in a round; `true` where there may be no such round.
    Hurdle(bool),
    /// How places are spread over territories.
    Balance,
}

/// What a word of [`Shape::Mixed`] brings with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum With {
    /// A share.
    Share,
    /// At least, or more than, a share.
    Need,
    /// A number.
    Number,
}

const TRIGGER: Shape = Shape::Mixed(&["never", "one", "majority", "persons", "always"], &[("share", With::Share)]);
const BALLOTS: &[&str] = &["single", "combined", "list"];
const WHO: &[&str] = &["nobody", "chair", "board", "secretariat", "host", "assembly"];

/// Who may shorten a period.
pub const SHORTENERS: &[&str] = WHO;
/// What a majority is taken of.
pub const BASES: &[&str] = &["cast", "valid", "present", "entitled", "members"];
/// What an election's share is taken of.
pub const OF: &[&str] = &["valid", "ballots", "present", "entitled"];

/// The shape of a parameter; `None` where there is none of that key.
#[must_use]
pub fn shape(key: &str) -> Option<Shape> {
    Some(match key {
        "notice.period"
        | "notice.motions"
        | "circular.period"
        | "elections.nominations"
        | "elections.acceptance"
        | "elections.term"
        | "elections.challenge"
        | "minutes.objections" => Shape::Period,
        "notice.shortened" => Shape::Shortened,
        "notice.convener" => Shape::Words(WHO),
        "notice.channel" => Shape::Words(&["any", "text", "letter", "portal"]),
        "notice.counts_from" => Shape::Words(&["dispatch", "receipt"]),
        "notice.urgency" => Shape::Majority(true),
        "notice.minority" => Shape::Share,
        "quorum.base" => Shape::Words(&["none", "voting_seats", "occupied_seats", "members"]),
        "quorum.need" => Shape::Need,
        "quorum.least" | "quorum.senders" | "circular.reminder" => Shape::Number,
        "votes.unit" => Shape::Words(&["person", "post", "office", "organisation", "weight"]),
        "votes.casting" => Shape::Words(&["first", "together"]),
        "votes.ordinary" | "votes.rule_change" | "votes.purpose_change" | "votes.removal" | "votes.dissolution" => {
            Shape::Majority(false)
        }
        "votes.secret" | "elections.secret" => TRIGGER,
        "proxies.form" => Shape::Words(&["text", "written"]),
        "proxies.holders" => Shape::Words(&["voting", "same_unit", "either"]),
        "proxies.cap" | "elections.most_terms" => Shape::Most,
        "circular.consent" => {
            Shape::Mixed(&["never", "all", "silence"], &[("entitled", With::Need), ("cast", With::Need)])
        }
        "circular.stops" => Shape::Mixed(&["nobody", "one"], &[("share", With::Share)]),
        "elections.ballot" => Shape::Words(BALLOTS),
        "elections.also" => Shape::Several(BALLOTS),
        "elections.crosses" => Shape::Mixed(&["as_places"], &[("exactly", With::Number)]),
        "elections.first" => Shape::Hurdle(false),
        "elections.second" | "elections.third" => Shape::Hurdle(true),
        "elections.runoff" => Shape::Words(&["one_more", "twice", "everyone"]),
        "elections.tie" => Shape::Words(&["lot", "repeat"]),
        "elections.eligible" => Shape::Words(&["anybody", "voting", "post", "organisation", "territory"]),
        "elections.balance" => Shape::Balance,
        "elections.stagger" => Shape::Mixed(&["together", "own"], &[("groups", With::Number)]),
        "elections.by_election" => Shape::Words(&["never", "rest", "full"]),
        "resolutions.pattern" => Shape::Text,
        "formal"
        | "notice.whole_days"
        | "quorum.proxies"
        | "quorum.remote"
        | "quorum.vacant"
        | "quorum.duly_invited"
        | "quorum.presumed"
        | "quorum.second_summons"
        | "votes.several"
        | "proxies.allowed"
        | "proxies.one_sitting"
        | "bars.own_matter"
        | "bars.own_organisation"
        | "bars.out_of_base"
        | "elections.all_crosses"
        | "elections.no_counts"
        | "elections.from_floor"
        | "elections.absent"
        | "elections.carry_over"
        | "elections.move_up"
        | "resolutions.yearly"
        | "minutes.by_clock" => Shape::Flag,
        _ => return None,
    })
}
