//! Words for what is stored.

use kernel::{Lang, Level};
use networks::shell::Pill;

use crate::{
    AddresseeKind, Advice, AmendmentState, FitState, Kind, Outcome, Sort, State, Way, rules::Standing, words::T,
};

/// What sort of text it is.
#[must_use]
pub fn kind_word(t: T, kind: Kind) -> &'static str {
    match kind {
        Kind::Position => t.kind_position(),
        Kind::Statement => t.kind_statement(),
        Kind::Resolution => t.kind_resolution(),
        Kind::Motion => t.kind_motion(),
        Kind::Letter => t.kind_letter(),
        Kind::Proposal => t.kind_proposal(),
        Kind::Criticism => t.kind_criticism(),
    }
}

/// Every sort, for a form.
#[must_use]
pub fn kinds(t: T) -> Vec<(String, String)> {
    Kind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect()
}

/// How far it has come.
#[must_use]
pub fn state_word(t: T, state: State) -> &'static str {
    match state {
        State::Draft => t.state_draft(),
        State::Input => t.state_input(),
        State::Vote => t.state_vote(),
        State::Adopted => t.state_adopted(),
        State::Published => t.state_published(),
        State::Sent => t.state_sent(),
        State::Answered => t.state_answered(),
        State::Closed => t.state_closed(),
        State::Dropped => t.state_dropped(),
    }
}

/// The same as a pill.
#[must_use]
pub fn state_pill(t: T, state: State) -> Pill {
    let (class, icon) = match state {
        State::Draft => ("", "pen"),
        State::Input => ("i1", "clock"),
        State::Vote => ("i1", "vote"),
        State::Adopted => ("o1", "check"),
        State::Published => ("o1", "signature"),
        State::Sent => ("i1", "mail"),
        State::Answered => ("o1", "inbox"),
        State::Closed => ("o1", "check"),
        State::Dropped => ("w1", "cross"),
    };
    Pill::new(class, icon, state_word(t, state))
}

/// Who sees it.
#[must_use]
pub fn level_word(t: T, level: Level) -> &'static str {
    match level {
        Level::Public => t.level_public(),
        Level::AllNetworks => t.level_all(),
        Level::Network => t.level_network(),
        _ => t.level_body(),
    }
}

/// What is to be done with a paragraph.
#[must_use]
pub fn sort_word(t: T, sort: Sort) -> &'static str {
    match sort {
        Sort::Words => t.sort_words(),
        Sort::Strike => t.sort_strike(),
        Sort::Add => t.sort_add(),
    }
}

/// How an amendment stands to the latest text.
#[must_use]
pub fn fit_pill(t: T, fit: FitState) -> Pill {
    match fit {
        FitState::Applies => Pill::new("o1", "check", t.fit_applies()),
        FitState::Collides => Pill::new("w1", "warning", t.fit_collides()),
        FitState::Obsolete => Pill::new("", "cross", t.fit_obsolete()),
    }
}

/// What is recommended.
#[must_use]
pub fn advice_word(t: T, advice: Advice) -> &'static str {
    match advice {
        Advice::Adopt => t.advice_adopt(),
        Advice::Changed => t.advice_changed(),
        Advice::Reject => t.advice_reject(),
        Advice::Vote => t.advice_vote(),
    }
}

/// What became of an amendment.
#[must_use]
pub fn amendment_state(t: T, state: AmendmentState) -> &'static str {
    match state {
        AmendmentState::Open => t.amendment_open(),
        AmendmentState::Accepted => t.amendment_accepted(),
        AmendmentState::Rejected => t.amendment_rejected(),
        AmendmentState::Withdrawn => t.amendment_withdrawn(),
    }
}

/// How it stands before the decision.
#[must_use]
pub fn standing_word(t: T, standing: Standing) -> &'static str {
    match standing {
        Standing::Settled => t.standing_settled(),
        Standing::Obsolete => t.fit_obsolete(),
        Standing::Collides => t.fit_collides(),
        Standing::Unadvised => t.standing_unadvised(),
        Standing::Waiting => t.standing_waiting(),
        Standing::Agreed => t.standing_agreed(),
        Standing::Vote => t.standing_vote(),
    }
}

/// How something was sent.
#[must_use]
pub fn way_word(t: T, way: Way) -> &'static str {
    match way {
        Way::Mail => t.way_mail(),
        Way::Letter => t.way_letter(),
        Way::Handed => t.way_handed(),
    }
}

/// What came of it.
#[must_use]
pub fn outcome_word(t: T, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Adopted => t.outcome_adopted(),
        Outcome::Partly => t.outcome_partly(),
        Outcome::Rejected => t.outcome_rejected(),
        Outcome::None => t.outcome_none(),
        Outcome::Unknown => t.outcome_unknown(),
    }
}

/// What sort of addressee it is.
#[must_use]
pub fn addressee_word(t: T, kind: AddresseeKind) -> &'static str {
    match kind {
        AddresseeKind::Ministry => t.addressee_ministry(),
        AddresseeKind::Parliament => t.addressee_parliament(),
        AddresseeKind::Authority => t.addressee_authority(),
        AddresseeKind::Party => t.addressee_party(),
        AddresseeKind::Association => t.addressee_association(),
        AddresseeKind::Company => t.addressee_company(),
        AddresseeKind::Other => t.addressee_other(),
    }
}

/// For how long nobody has answered, as a sentence.
#[must_use]
pub fn waiting_words(lang: Lang, weeks: i64) -> String {
    let t = T(lang);
    if weeks < 1 { t.waiting_fresh().to_owned() } else { t.waiting_weeks(weeks) }
}

/// A paragraph as parts to read: text, or the lines of a list.
#[must_use]
pub fn parts(text: &str) -> Vec<(bool, Vec<String>)> {
    let mut all: Vec<(bool, Vec<String>)> = Vec::new();
    for line in text.lines() {
        let (listed, line) = match line.strip_prefix("– ") {
            Some(rest) => (true, rest.to_owned()),
            None => (false, line.to_owned()),
        };
        match all.last_mut() {
            Some((was, lines)) if *was == listed => lines.push(line),
            _ => all.push((listed, vec![line])),
        }
    }
    all
}

/// Two texts beside each other, word by word: what stayed, `+` what is new, `-` what is struck.
#[must_use]
pub fn marked(old: &str, new: &str) -> Vec<(char, String)> {
    let mark = |piece: text::Piece| {
        let sign = match piece.sort {
            text::Sort::Same => '=',
            text::Sort::Inserted => '+',
            text::Sort::Struck => '-',
        };
        (sign, piece.text)
    };
    text::compare(old, new).into_iter().map(mark).collect()
}

/// So many words of what stayed are kept beside what changed.
const AROUND: usize = 6;

/// The same with what stayed cut to the words around what changed.
#[must_use]
pub fn shortened(pieces: Vec<(char, String)>) -> Vec<(char, String)> {
    let last = pieces.len().saturating_sub(1);
    let cut = |(n, (sign, words)): (usize, (char, String))| {
        if sign != '=' {
            return (sign, words);
        }
        let all: Vec<&str> = words.split_inclusive(char::is_whitespace).collect();
        let (head, tail) = (if n == 0 { 0 } else { AROUND }, if n == last { 0 } else { AROUND });
        if all.len() <= head + tail + 2 || last == 0 {
            return (sign, words);
        }
        (sign, format!("{}… {}", all[..head].concat(), all[all.len() - tail..].concat()))
    };
    pieces.into_iter().enumerate().map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stayed_is_cut_to_the_words_around_what_changed() {
        let old = "Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.";
        let seen = |new: &str| {
            shortened(marked(old, new)).into_iter().map(|(sign, words)| format!("{sign}{words}")).collect::<Vec<_>>()
        };
        assert_eq!(
            seen(&old.replace("elf", "elfeinhalb")),
            ["=… fünf sechs sieben acht neun zehn ", "-elf", "+elfeinhalb", "= zwölf."]
        );
        assert_eq!(seen(&old.replace("Eins ", "")), ["-Eins ", "=zwei drei vier fünf sechs sieben … "]);
        assert_eq!(seen(old), [format!("={old}")]);
    }
}
