//! Who may vote, that they did, and what was voted.

use kernel::{Day, Id, Moment, Reason};
use networks::{Body, Seat};
use people::{Organisation, Person, Post, stored_words};

use super::Vote;

/// One unit on the roll of a vote, frozen when it opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entitlement {
    /// Its number.
    pub id: Id<Self>,
    /// The vote.
    pub vote: Id<Vote>,
    /// Its place on the roll, from 1.
    pub number: i64,
    /// The post that votes.
    pub post: Option<Id<Post>>,
    /// The organisation that votes.
    pub organisation: Option<Id<Organisation>>,
    /// The person who votes as herself.
    pub person: Option<Id<Person>>,
    /// Its votes.
    pub votes: i64,
    /// Why it is entitled.
    pub reason: Reason,
    /// Why it may not vote on this matter; `None` when it may.
    pub barred: Option<String>,
    /// How many of its people voted.
    pub casts: i64,
}

stored_words! {
    /// On which way somebody voted.
    pub enum Way {
        /// For a unit of her own.
        Own = "own",
        /// For somebody who gave her a proxy.
        Proxy = "proxy",
        /// An envelope arrived.
        Post = "post",
    }
}

/// That somebody voted, never how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// For which unit.
    pub entitlement: Id<Entitlement>,
    /// Who; `None` for an envelope.
    pub person: Option<Id<Person>>,
    /// On which way.
    pub way: Way,
    /// When; `None` where votes are covert.
    pub at: Option<Moment>,
    /// What she can show that her vote is in.
    pub receipt: String,
}

/// What a voter keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// Eight letters and digits in two groups; says that a vote is in, not which.
    pub code: String,
    /// Whether it was in before.
    pub before: bool,
}

/// What somebody votes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Choice {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Abstention.
    Abstain,
    /// Nothing chosen.
    Blank,
    /// Invalid on purpose.
    Invalid,
    /// Numbers on the ballot, in ascending order.
    Chosen(Vec<u32>),
}

impl Choice {
    /// As it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Yes => "yes".to_owned(),
            Self::No => "no".to_owned(),
            Self::Abstain => "abstain".to_owned(),
            Self::Blank => "blank".to_owned(),
            Self::Invalid => "invalid".to_owned(),
            Self::Chosen(numbers) => numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(" "),
        }
    }
    /// From what is stored, or sent by a form. Numbers come out in ascending order.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Some(match text {
            "yes" => Self::Yes,
            "no" => Self::No,
            "abstain" => Self::Abstain,
            "blank" => Self::Blank,
            "invalid" => Self::Invalid,
            numbers if numbers.len() <= 2_000 => {
                let read = numbers.split(' ').map(|n| n.parse().ok().filter(|n| *n > 0));
                let mut numbers = read.collect::<Option<Vec<u32>>>()?;
                numbers.sort_unstable();
                Self::Chosen(numbers)
            }
            _ => return None,
        })
    }
}

/// What was voted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ballot {
    /// The choice.
    pub choice: Choice,
    /// Its votes.
    pub votes: i64,
    /// For which unit; only where votes are open.
    pub entitlement: Option<Id<Entitlement>>,
    /// By whom; only where votes are open.
    pub person: Option<Id<Person>>,
}

/// Somebody on the election board.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BoardMember {
    /// Who.
    pub person: Id<Person>,
    /// When she released it.
    pub released_at: Option<Moment>,
    /// When she signed that it closes.
    pub closed_at: Option<Moment>,
    /// When she signed the count.
    pub counted_at: Option<Moment>,
    /// When she signed the sum from paper.
    pub paper_at: Option<Moment>,
}

/// Leave to vote for somebody who is away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proxy {
    /// Its number.
    pub id: Id<Self>,
    /// The body.
    pub body: Id<Body>,
    /// The seat it is for.
    pub seat: Id<Seat>,
    /// Who gave it.
    pub giver: Id<Person>,
    /// Who holds it.
    pub holder: Id<Person>,
    /// The vote it is for, if it is for one that is not in a sitting.
    pub vote: Option<Id<Vote>>,
    /// The sitting it is for.
    pub sitting: Option<Day>,
    /// Whether it names the adjourned sitting too.
    pub names_adjourned: bool,
    /// When it was given.
    pub given_at: Moment,
    /// When it was taken back.
    pub revoked_at: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_reads_back_what_it_writes_and_nothing_else() {
        for choice in
            [Choice::Yes, Choice::No, Choice::Abstain, Choice::Blank, Choice::Invalid, Choice::Chosen(vec![1, 4, 12])]
        {
            assert_eq!(Choice::read(&choice.text()), Some(choice));
        }
        assert_eq!(Choice::read("4 1"), Some(Choice::Chosen(vec![1, 4])));
        for bad in ["", "0", "ja", "1 x", "1  2", "-1", "4294967296", " 1"] {
            assert_eq!(Choice::read(bad), None, "{bad:?}");
        }
        assert_eq!(Choice::read(&"1 ".repeat(3_000)), None);
    }
}
