//! The addresses of rules, votes, elections and resolutions.

use kernel::Id;
use networks::Body;
use web::Slug;

use crate::{Resolution, RuleVersion, Vote};

web::paths! {
    /// What a body decides: what runs, what was decided, its rules.
    pub Decisions = "/gremien/{body}/entscheidungen" { body: Id<Body> }
    /// P40: the rules of a body, in force on a day.
    pub RulesPage = "/gremien/{body}/regeln" { body: Id<Body> }
    /// Giving a body rules, or other ones from a day on.
    pub RulesNew = "/gremien/{body}/regeln/aendern" { body: Id<Body> }
    /// Changing one of its parameters from a day on.
    pub RuleChange = "/gremien/{body}/regeln/aendern/{key}" { body: Id<Body>, key: String }
    /// Two versions side by side.
    pub RulesCompare = "/gremien/{body}/regeln/vergleichen" { body: Id<Body> }
    /// Taking back a version that does not hold yet.
    pub RulesBack = "/gremien/{body}/regeln/{version}/zuruecknehmen" { body: Id<Body>, version: Id<RuleVersion> }
    /// P41: the register of resolutions of a body.
    pub Register = "/gremien/{body}/beschluesse" { body: Id<Body> }
    /// Entering a resolution of earlier years.
    pub RegisterOld = "/gremien/{body}/beschluesse/nachtragen" { body: Id<Body> }
    /// The register as a file; `transfer` answers there.
    pub RegisterFile = "/gremien/{body}/ausgeben/{list}/{form}" { body: Id<Body>, list: Slug, form: Slug }
    /// P41: one resolution, for ever at this address.
    pub ResolutionPage = "/beschluesse/{resolution}" { resolution: Id<Resolution> }
    /// The paper it stands on.
    pub ResolutionScan = "/beschluesse/{resolution}/abbild" { resolution: Id<Resolution> }
    /// A newer one takes its place.
    pub ResolutionReplace = "/beschluesse/{resolution}/ersetzen" { resolution: Id<Resolution> }
    /// It is repealed.
    pub ResolutionRepeal = "/beschluesse/{resolution}/aufheben" { resolution: Id<Resolution> }
    /// What it is about.
    pub ResolutionTopics = "/beschluesse/{resolution}/themen" { resolution: Id<Resolution> }
    /// Taking back a wrong entry of today.
    pub ResolutionWithdraw = "/beschluesse/{resolution}/zuruecknehmen" { resolution: Id<Resolution> }
    /// Preparing a vote on a matter.
    pub MotionNew = "/gremien/{body}/abstimmen" { body: Id<Body> }
    /// Entering a vote taken in a sitting.
    pub SittingNew = "/gremien/{body}/abgestimmt" { body: Id<Body> }
    /// Entering a vote by name taken in a sitting.
    pub SittingNames = "/gremien/{body}/abgestimmt/namentlich" { body: Id<Body> }
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
