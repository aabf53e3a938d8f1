//! Words for ways, grades, matters and states.

use kernel::{Level, Moment};
use web::Viewer;

use crate::{
    Choice, Grade, Matter, Method, Vote, VoteKind, VoteState,
    letters::end_words,
    rules::{self, Consent, RuleSet},
    words::T,
};

/// Where it stands, in a word.
pub const fn state_word(t: T, state: VoteState) -> &'static str {
    match state {
        VoteState::Draft => t.state_draft(),
        VoteState::Announced => t.state_announced(),
        VoteState::Open => t.state_open(),
        VoteState::Closed => t.state_closed(),
        VoteState::Decided => t.state_decided(),
        VoteState::Void => t.state_void(),
    }
}

/// Where it stands, with its time, for lists.
pub fn state_line(viewer: &Viewer, vote: &Vote) -> String {
    let (t, lang) = (T(viewer.lang), viewer.lang);
    let at = |moment: Option<Moment>| moment.map_or_else(String::new, |at| i18n::moment_long(lang, at));
    match vote.state {
        VoteState::Announced => t.line_announced(at(vote.opens_at)),
        VoteState::Open => t.line_open(vote.closes_at.map_or_else(String::new, |at| end_words(lang, at))),
        VoteState::Decided => {
            let day = vote.sitting.or_else(|| vote.decided_at.map(Moment::day));
            let day = day.map_or_else(String::new, |day| i18n::day_medium(lang, day));
            match (vote.kind, vote.holds) {
                (VoteKind::Election, _) => t.line_elected(day),
                (_, Some(true)) => t.line_adopted(day),
                _ => t.line_rejected(day),
            }
        }
        state => state_word(t, state).to_owned(),
    }
}

/// The way back to it.
pub const fn back_word(t: T, vote: &Vote) -> &'static str {
    match vote.kind {
        VoteKind::Election => t.election_back(),
        VoteKind::Motion => t.ballot_back(),
    }
}

/// The sign of a state: class and icon of a pill.
pub const fn state_sign(vote: &Vote) -> (&'static str, &'static str) {
    match (vote.state, vote.holds) {
        (VoteState::Open, _) => ("i1", "clock"),
        (VoteState::Decided, Some(true)) => ("o1", "check"),
        (VoteState::Decided, _) => ("", "check"),
        (VoteState::Void, _) => ("w1", "warning"),
        _ => ("", "clock"),
    }
}

/// On which way.
pub const fn method_word(t: T, method: Method, silence: bool) -> &'static str {
    match method {
        Method::Online => t.method_online(),
        Method::Circular if silence => t.method_silence(),
        Method::Circular => t.method_circular(),
        Method::Sitting => t.method_sitting(),
        Method::Postal => t.method_postal(),
        Method::Mixed => t.method_mixed(),
    }
}

/// Who can know.
pub const fn grade_word(t: T, grade: Grade) -> &'static str {
    match grade {
        Grade::Hands => t.grade_hands(),
        Grade::Open => t.grade_open(),
        Grade::Covert => t.grade_covert(),
        Grade::Paper => t.grade_paper(),
    }
}

/// What it is about.
pub const fn matter_word(t: T, matter: Matter) -> &'static str {
    match matter {
        Matter::Ordinary => t.matter_ordinary(),
        Matter::RuleChange => t.matter_rules(),
        Matter::PurposeChange => t.matter_purpose(),
        Matter::Removal => t.matter_removal(),
        Matter::Dissolution => t.matter_dissolution(),
        Matter::Election => t.matter_election(),
    }
}

/// How far it is seen.
pub const fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.level_public(),
        Level::AllNetworks => t.level_all(),
        Level::Network => t.level_network(),
        _ => t.level_body(),
    }
}

/// A choice on a motion.
pub const fn choice_word(t: T, choice: &Choice) -> &'static str {
    match choice {
        Choice::Yes => t.choice_yes(),
        Choice::No => t.choice_no(),
        Choice::Abstain => t.choice_abstain(),
        Choice::Blank => t.choice_blank(),
        Choice::Invalid | Choice::Chosen(_) => t.choice_invalid(),
    }
}

/// Whether silence is consent under these rules.
pub fn is_silence(vote: &Vote, rules: &RuleSet) -> bool {
    vote.method == Method::Circular && rules.circular.consent.value == Consent::Silence
}

/// The rules that decide this vote, each with its clause: who votes, what is needed, when it is secret.
pub fn rules_in_words(t: T, vote: &Vote, rules: &RuleSet) -> Vec<(String, String, String)> {
    let matter = match vote.matter {
        Matter::Ordinary => "votes.ordinary",
        Matter::RuleChange => "votes.rule_change",
        Matter::PurposeChange => "votes.purpose_change",
        Matter::Removal => "votes.removal",
        Matter::Dissolution => "votes.dissolution",
        Matter::Election => "elections.first",
    };
    let keys: Vec<&str> = match (vote.method, vote.kind) {
        (Method::Circular, _) => vec!["votes.unit", "circular.consent", "circular.stops"],
        (_, VoteKind::Election) => vec![
            "votes.unit",
            matter,
            "elections.runoff",
            "elections.tie",
            "elections.secret",
            "elections.absent",
            "elections.challenge",
        ],
        _ => vec!["votes.unit", matter, "quorum.need", "votes.secret"],
    };
    keys.into_iter().filter_map(|key| rule_in_words(t, rules, key)).collect()
}

/// One parameter: what it is called, what holds, where that stands.
pub fn rule_in_words(t: T, rules: &RuleSet, key: &str) -> Option<(String, String, String)> {
    let mut all = rules::describe(rules, t.0).into_iter().flat_map(|s| s.parameters);
    all.find(|p| p.key == key).map(|p| (p.name, p.value, p.clause.number))
}
