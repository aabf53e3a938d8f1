//! What a happening does to each kind of seat. Defaults, with what a seat's own rules override.

use kernel::Reason;

use crate::{Eligibility, SeatKind};

/// What happens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Happening {
    /// The person leaves the post she holds.
    LeavesPost,
    /// Whoever sits there is away for long.
    LongAbsence,
    /// She resigns.
    Resignation,
    /// The post is vacant.
    PostVacant,
    /// The organisation or territory leaves the network.
    MemberLeaves,
    /// Organisations or territories merge or change their names.
    Merger,
    /// The term is over and nobody was elected.
    TermEnds,
    /// The body votes somebody out.
    Removal,
}

impl Happening {
    /// Every happening, as in the table.
    pub const ALL: [Self; 8] = [
        Self::LeavesPost,
        Self::LongAbsence,
        Self::Resignation,
        Self::PostVacant,
        Self::MemberLeaves,
        Self::Merger,
        Self::TermEnds,
        Self::Removal,
    ];
}

/// The rules of one seat that override the defaults.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeatRules {
    /// What its holder must have to keep it.
    pub eligibility: Eligibility,
    /// Whether who is elected stays until the next election.
    pub carries_over: bool,
    /// Whether somebody stands in: a substitute, for an organisation a second contact.
    pub has_substitute: bool,
    /// Whether an ordered list of those who move up is there.
    pub has_list: bool,
    /// Whether the seat is there because a territory belongs to the network.
    pub by_territory: bool,
}

impl Default for SeatRules {
    /// A seat for whom nobody must have anything, in a body where terms carry over, without substitutes or list.
    fn default() -> Self {
        Self {
            eligibility: Eligibility::None,
            carries_over: true,
            has_substitute: false,
            has_list: false,
            by_territory: false,
        }
    }
}

/// Who acts meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Meanwhile {
    /// The deputy of the post.
    Deputy,
    /// The substitute.
    Substitute,
    /// The organisation's second contact.
    SecondContact,
    /// The deputy of the office the seat follows.
    SourceDeputy,
    /// Nobody.
    Nobody,
}

/// How the seat is filled next.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Next {
    /// The next on the list moves up.
    MoveUp,
    /// A by-election for the rest of the term.
    ByElection,
    /// The sender names somebody else; the receiver is told.
    SenderNominates,
    /// Nobody: what the seat rested on is gone. Open tasks are listed.
    Nobody,
    /// Somebody else is asked; the seat waits.
    Open,
}

/// Who decides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Decider {
    /// The body by its majority rule, on an agenda item of its own.
    Body,
    /// The sender.
    Sender,
    /// The network in an exclusion procedure with a hearing.
    Exclusion,
}

/// What the happening does to the seat.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// Passes to the deputy, then to the successor.
    Passes,
    /// Everything stays as it is.
    Stays,
    /// She stays until the next election.
    CarriesOver,
    /// The mandate is paused; somebody acts or nobody does.
    StoodIn(Meanwhile),
    /// The mandate ends.
    Ends(Next),
    /// The organisation keeps the seat and names somebody else.
    NamesAnew,
    /// The seat is empty and counted as the rules say.
    Empty,
    /// The seat is empty and the sender is told.
    SenderTold,
    /// Goes where the source office goes.
    Follows,
    /// The receiving body has to confirm.
    ReceiverConfirms,
    /// Seats become one by a decision, votes from its day.
    MergesByDecision,
    /// Somebody decides.
    Decides(Decider),
    /// Cannot happen to this seat.
    NotPossible,
    /// Says nothing about this seat.
    NotApplicable,
}

/// What a happening does to a seat of that kind with those rules.
#[must_use]
pub fn what_happens(happening: Happening, kind: SeatKind, rules: &SeatRules) -> Outcome {
    use Happening as H;
    match happening {
        H::LeavesPost => leaves_post(kind, rules),
        H::LongAbsence => long_absence(kind, rules),
        H::Resignation => resignation(kind, rules),
        H::PostVacant => match kind {
            SeatKind::Post | SeatKind::ExOfficio | SeatKind::Territory => Outcome::Empty,
            SeatKind::Delegated => Outcome::SenderTold,
            SeatKind::Elected | SeatKind::Organisation | SeatKind::Personal | SeatKind::Guest => Outcome::NotApplicable,
        },
        H::MemberLeaves => member_leaves(kind, rules),
        H::Merger => match kind {
            SeatKind::Post | SeatKind::Elected | SeatKind::Delegated | SeatKind::Personal | SeatKind::Guest => {
                Outcome::Stays
            }
            SeatKind::Organisation | SeatKind::Territory => Outcome::MergesByDecision,
            SeatKind::ExOfficio => Outcome::Follows,
        },
        H::TermEnds => match kind {
            SeatKind::Elected if rules.carries_over => Outcome::CarriesOver,
            SeatKind::Elected => Outcome::Empty,
            SeatKind::Delegated => Outcome::ReceiverConfirms,
            SeatKind::Guest => Outcome::Ends(Next::Open),
            SeatKind::Post
            | SeatKind::Organisation
            | SeatKind::ExOfficio
            | SeatKind::Territory
            | SeatKind::Personal => Outcome::Stays,
        },
        H::Removal => match kind {
            SeatKind::Post | SeatKind::ExOfficio => Outcome::NotPossible,
            SeatKind::Elected | SeatKind::Guest => Outcome::Decides(Decider::Body),
            SeatKind::Delegated => Outcome::Decides(Decider::Sender),
            SeatKind::Organisation | SeatKind::Territory | SeatKind::Personal => Outcome::Decides(Decider::Exclusion),
        },
    }
}

fn leaves_post(kind: SeatKind, rules: &SeatRules) -> Outcome {
    let by_post = rules.eligibility == Eligibility::Post;
    match kind {
        SeatKind::Post => Outcome::Passes,
        SeatKind::Elected if by_post => Outcome::Ends(refilled(rules)),
        // The post carried the sender's seat as well, so with it goes what made her a delegate.
        SeatKind::Delegated if by_post || rules.eligibility == Eligibility::Seat => {
            Outcome::Ends(Next::SenderNominates)
        }
        SeatKind::Personal | SeatKind::Guest if by_post => Outcome::Ends(Next::Open),
        SeatKind::Elected | SeatKind::Delegated | SeatKind::Personal | SeatKind::Guest => Outcome::Stays,
        SeatKind::Organisation | SeatKind::Territory => Outcome::NamesAnew,
        SeatKind::ExOfficio => Outcome::Follows,
    }
}

const fn long_absence(kind: SeatKind, rules: &SeatRules) -> Outcome {
    Outcome::StoodIn(match kind {
        SeatKind::Post => Meanwhile::Deputy,
        SeatKind::Elected | SeatKind::Delegated | SeatKind::Personal => or_nobody_of(rules, Meanwhile::Substitute),
        SeatKind::Organisation | SeatKind::Territory => or_nobody_of(rules, Meanwhile::SecondContact),
        SeatKind::ExOfficio => Meanwhile::SourceDeputy,
        SeatKind::Guest => Meanwhile::Nobody,
    })
}

fn resignation(kind: SeatKind, rules: &SeatRules) -> Outcome {
    match kind {
        SeatKind::Post | SeatKind::ExOfficio => Outcome::NotPossible,
        SeatKind::Elected => Outcome::Ends(refilled(rules)),
        SeatKind::Delegated => Outcome::Ends(Next::SenderNominates),
        SeatKind::Organisation | SeatKind::Territory => Outcome::NamesAnew,
        SeatKind::Personal | SeatKind::Guest => Outcome::Ends(Next::Nobody),
    }
}

fn member_leaves(kind: SeatKind, rules: &SeatRules) -> Outcome {
    let was_basis = matches!(rules.eligibility, Eligibility::Organisation | Eligibility::Territory);
    match kind {
        SeatKind::Post if rules.by_territory => Outcome::Ends(Next::Nobody),
        SeatKind::Post => Outcome::NotApplicable,
        SeatKind::Elected if was_basis => Outcome::Ends(refilled(rules)),
        SeatKind::Personal | SeatKind::Guest if was_basis => Outcome::Ends(Next::Nobody),
        SeatKind::Elected | SeatKind::Personal | SeatKind::Guest => Outcome::Stays,
        SeatKind::Delegated => Outcome::Ends(Next::SenderNominates),
        SeatKind::Organisation | SeatKind::Territory | SeatKind::ExOfficio => Outcome::Ends(Next::Nobody),
    }
}

const fn or_nobody_of(rules: &SeatRules, who: Meanwhile) -> Meanwhile {
    if rules.has_substitute { who } else { Meanwhile::Nobody }
}

const fn refilled(rules: &SeatRules) -> Next {
    if rules.has_list { Next::MoveUp } else { Next::ByElection }
}

impl Outcome {
    /// Whether whoever sits there sits there no longer.
    #[must_use]
    pub const fn ends(self) -> bool {
        matches!(self, Self::Ends(_))
    }

    /// What to tell whoever asks.
    #[must_use]
    pub fn sentence(self) -> Reason {
        let (de, en) = match self {
            Self::Passes => (
                "Der Sitz geht an die Stellvertretung, dann an die Nachfolge.",
                "The seat passes to the deputy, then to the successor.",
            ),
            Self::Stays => ("Am Sitz ändert sich nichts.", "Nothing changes about the seat."),
            Self::CarriesOver => {
                ("Die Person bleibt bis zur Neuwahl im Amt.", "The person stays in office until the next election.")
            }
            Self::StoodIn(Meanwhile::Deputy) => {
                ("Die Stellvertretung der Stelle handelt.", "The deputy of the post acts.")
            }
            Self::StoodIn(Meanwhile::Substitute) => {
                ("Das Mandat ruht, die Ersatzperson handelt.", "The mandate is paused; the substitute acts.")
            }
            Self::StoodIn(Meanwhile::SecondContact) => {
                ("Die zweite Kontaktperson der Organisation handelt.", "The organisation's second contact acts.")
            }
            Self::StoodIn(Meanwhile::SourceDeputy) => {
                ("Die Stellvertretung des Ursprungsamts handelt.", "The deputy of the source office acts.")
            }
            Self::StoodIn(Meanwhile::Nobody) => {
                ("Das Mandat ruht. Es gibt keine Vertretung.", "The mandate is paused. Nobody stands in.")
            }
            Self::Ends(Next::MoveUp) => (
                "Das Mandat endet. Die nächste Person der Liste rückt nach.",
                "The mandate ends. The next on the list moves up.",
            ),
            Self::Ends(Next::ByElection) => (
                "Das Mandat endet. Für den Rest der Amtszeit wird nachgewählt.",
                "The mandate ends. A by-election fills the rest of the term.",
            ),
            Self::Ends(Next::SenderNominates) => (
                "Das Mandat endet. Das entsendende Gremium benennt neu.",
                "The mandate ends. The sending body names somebody else.",
            ),
            Self::Ends(Next::Nobody) => {
                ("Der Sitz endet. Offene Aufgaben werden aufgelistet.", "The seat ends. Open tasks are listed.")
            }
            Self::Ends(Next::Open) => ("Der Sitz wird frei.", "The seat falls vacant."),
            Self::NamesAnew => (
                "Die Organisation behält den Sitz und benennt neu.",
                "The organisation keeps the seat and names somebody else.",
            ),
            Self::Empty => ("Der Sitz ist unbesetzt.", "The seat is vacant."),
            Self::SenderTold => (
                "Der Sitz ist unbesetzt. Das entsendende Gremium erfährt davon.",
                "The seat is vacant. The sending body is told.",
            ),
            Self::Follows => ("Der Sitz folgt dem Ursprungsamt.", "The seat follows the source office."),
            Self::ReceiverConfirms => {
                ("Das aufnehmende Gremium muss bestätigen.", "The receiving body has to confirm.")
            }
            Self::MergesByDecision => {
                ("Die Sitze werden durch Beschluss zusammengelegt.", "The seats are merged by a decision.")
            }
            Self::Decides(Decider::Body) => (
                "Das Gremium entscheidet unter einem eigenen Tagesordnungspunkt.",
                "The body decides under an agenda item of its own.",
            ),
            Self::Decides(Decider::Sender) => ("Das entsendende Gremium entscheidet.", "The sending body decides."),
            Self::Decides(Decider::Exclusion) => (
                "Nur ein Ausschlussverfahren mit Anhörung beendet den Sitz.",
                "Only an exclusion procedure with a hearing ends the seat.",
            ),
            Self::NotPossible => (
                "Das geht bei diesem Sitz nicht: Er folgt der Stelle oder dem Ursprungsamt.",
                "This seat follows its post or source office, so this cannot be done here.",
            ),
            Self::NotApplicable => ("Das betrifft diesen Sitz nicht.", "This does not concern the seat."),
        };
        Reason::new(de, en)
    }
}

#[cfg(test)]
#[path = "happenings_tests.rs"]
mod tests;
