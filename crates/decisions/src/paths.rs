//! The addresses of rules, votes, elections and resolutions.

use kernel::Id;
use networks::Body;

use crate::Vote;

web::paths! {
    /// What a body decides: what runs, what was decided, its rules.
    pub Decisions = "/gremien/{body}/entscheidungen" { body: Id<Body> }
    /// P40: the rules of a body, in force on a day.
    pub RulesPage = "/gremien/{body}/regeln" { body: Id<Body> }
    /// Giving a body rules, or other ones from a day on.
    pub RulesNew = "/gremien/{body}/regeln/aendern" { body: Id<Body> }
    /// P41: the register of resolutions of a body.
    pub Register = "/gremien/{body}/beschluesse" { body: Id<Body> }
    /// Preparing a vote on a matter.
    pub MotionNew = "/gremien/{body}/abstimmen" { body: Id<Body> }
    /// Entering a vote taken in a sitting.
    pub SittingNew = "/gremien/{body}/abgestimmt" { body: Id<Body> }
    /// P35: a vote or an election.
    pub VotePage = "/wahlen/{vote}" { vote: Id<Vote> }
    /// Its ballot paper, for who may vote.
    pub BallotPage = "/wahlen/{vote}/stimmzettel" { vote: Id<Vote> }
    /// How secret it is, honestly.
    pub SecrecyPage = "/wahlen/{vote}/wie-geheim" { vote: Id<Vote> }
    /// What is filed of it: the protocol, as a file.
    pub ProtocolPaper = "/wahlen/{vote}/niederschrift/{format}" { vote: Id<Vote>, format: papers::Format }
    /// Leading a vote: what can be done with it now.
    pub VoteLead = "/wahlen/{vote}/leiten" { vote: Id<Vote> }
    /// Giving and taking back a proxy.
    pub ProxyPage = "/wahlen/{vote}/vollmacht" { vote: Id<Vote> }
    /// Preparing an election.
    pub ElectionNew = "/gremien/{body}/waehlen" { body: Id<Body> }
    /// Who stands: putting forward, answering, accepting.
    pub CandidatesPage = "/wahlen/{vote}/kandidaturen" { vote: Id<Vote> }
    /// What the election board does.
    pub BoardPage = "/wahlen/{vote}/wahlvorstand" { vote: Id<Vote> }
}
