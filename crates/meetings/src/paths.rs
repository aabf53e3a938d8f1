//! The addresses of meetings.

use std::{fmt, str::FromStr};

use accounts::paths::Token;
use files::Attachment;
use kernel::Id;
use networks::Body;
use web::Slug;

use crate::{Entry, Item, Meeting, MinutesObjection, Other, Poll, Proposal, Series};

/// The file of a person's calendar: its secret, and `.ics`, by which programs know what it is.
#[derive(Clone, PartialEq, Eq)]
pub struct FeedFile(String);

impl FeedFile {
    /// The file of a secret.
    #[must_use]
    pub const fn new(token: String) -> Self {
        Self(token)
    }
    /// The secret.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.0
    }
}
impl FromStr for FeedFile {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        text.strip_suffix(".ics").map(|token| Self(token.to_owned())).ok_or(())
    }
}
impl fmt::Display for FeedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().filter(char::is_ascii_alphanumeric).try_for_each(|c| write!(f, "{c}"))?;
        f.write_str(".ics")
    }
}
impl fmt::Debug for FeedFile {
    /// Without the secret: debugging output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FeedFile(…)")
    }
}

web::paths! {
    /// P19: meetings by month.
    pub MeetingList = "/termine" {}
    /// P20: a meeting.
    pub MeetingPage = "/termine/{meeting}" { meeting: Id<Meeting> }
    /// Changing or moving it.
    pub MeetingEdit = "/termine/{meeting}/aendern" { meeting: Id<Meeting> }
    /// Calling it off.
    pub MeetingCancel = "/termine/{meeting}/absagen" { meeting: Id<Meeting> }
    /// Splitting it in two.
    pub MeetingSplit = "/termine/{meeting}/teilen" { meeting: Id<Meeting> }
    /// Who is invited: preview, sending, proof.
    pub InviteePage = "/termine/{meeting}/einladung" { meeting: Id<Meeting> }
    /// Answering as who is signed in.
    pub MeetingAnswer = "/termine/{meeting}/antwort" { meeting: Id<Meeting> }
    /// P22: the agenda.
    pub AgendaPage = "/termine/{meeting}/tagesordnung" { meeting: Id<Meeting> }
    /// A new item.
    pub ItemNew = "/termine/{meeting}/tagesordnung/neu" { meeting: Id<Meeting> }
    /// Changing an item.
    pub ItemEdit = "/tagesordnungspunkte/{item}" { item: Id<Item> }
    /// The papers of an item.
    pub ItemPapers = "/tagesordnungspunkte/{item}/unterlagen" { item: Id<Item> }
    /// One of them.
    pub ItemPaper = "/tagesordnungspunkte/{item}/unterlagen/{paper}" { item: Id<Item>, paper: Id<Attachment> }
    /// The agenda as a file.
    pub AgendaPaper = "/termine/{meeting}/tagesordnung/{format}" { meeting: Id<Meeting>, format: papers::Format }
    /// Proposing a topic.
    pub ProposalNew = "/termine/{meeting}/vorschlag" { meeting: Id<Meeting> }
    /// Deciding a proposal.
    pub ProposalPage = "/themenvorschlaege/{proposal}" { proposal: Id<Proposal> }
    /// Answering by the link of a letter, without signing in.
    pub LetterAnswer = "/einladung/{token}" { token: Token }
    /// The papers by the link of a letter, without signing in.
    pub LetterPapers = "/einladung/{token}/unterlagen" { token: Token }
    /// One of them.
    pub LetterPaper = "/einladung/{token}/unterlagen/{paper}" { token: Token, paper: Id<Attachment> }
    /// Who is there.
    pub AttendancePage = "/termine/{meeting}/anwesenheit" { meeting: Id<Meeting> }
    /// When one of them came, went and came back.
    pub AttendanceTimes = "/termine/{meeting}/anwesenheit/{line}" { meeting: Id<Meeting>, line: Slug }
    /// The authorisation of whoever came for one of them.
    pub AuthorisationPage = "/termine/{meeting}/anwesenheit/{line}/vollmacht" { meeting: Id<Meeting>, line: Slug }
    /// One file of it.
    pub AuthorisationFile = "/termine/{meeting}/anwesenheit/{line}/vollmacht/{authorisation}" { meeting: Id<Meeting>, line: Slug, authorisation: Id<Attachment> }
    /// All minutes of a body.
    pub BodyMinutes = "/gremien/{body}/protokolle" { body: Id<Body> }
    /// P15: a sitting while it runs.
    pub LivePage = "/termine/{meeting}/live" { meeting: Id<Meeting> }
    /// What its open page listens to.
    pub LiveStream = "/termine/{meeting}/live/strom" { meeting: Id<Meeting> }
    /// Who has a vote in a sitting, and who is there for it.
    pub VotingList = "/termine/{meeting}/stimmliste" { meeting: Id<Meeting> }
    /// Entering oneself by the number shown in the room.
    pub DeskPage = "/dabei" {}
    /// A sitting by the link of a letter, without signing in.
    pub LiveLetter = "/sitzung/{token}" { token: Token }
    /// What the open page of a link listens to.
    pub LiveLetterStream = "/sitzung/{token}/strom" { token: Token }
    /// P23: the minutes.
    pub MinutesPage = "/termine/{meeting}/protokoll" { meeting: Id<Meeting> }
    /// The minutes as a file.
    pub MinutesPaper = "/termine/{meeting}/protokoll/{format}" { meeting: Id<Meeting>, format: papers::Format }
    /// What is shown before the minutes are sent round.
    pub MinutesSend = "/termine/{meeting}/protokollversand" { meeting: Id<Meeting> }
    /// Who led the meeting, and who keeps the minutes.
    pub MinutesPersons = "/termine/{meeting}/protokollangaben" { meeting: Id<Meeting> }
    /// A new entry.
    pub EntryNew = "/termine/{meeting}/protokollpunkt" { meeting: Id<Meeting> }
    /// Writing an entry.
    pub EntryEdit = "/protokollpunkte/{entry}" { entry: Id<Entry> }
    /// Noting what is to be done.
    pub EntryTodo = "/protokollpunkte/{entry}/aufgabe" { entry: Id<Entry> }
    /// Objecting to a paragraph.
    pub ObjectionNew = "/protokollpunkte/{entry}/einwand" { entry: Id<Entry> }
    /// Deciding an objection.
    pub ObjectionPage = "/protokolleinwaende/{objection}" { objection: Id<MinutesObjection> }
    /// Reading and objecting by the link of a letter, without signing in.
    pub MinutesLink = "/protokoll/{token}" { token: Token }
    /// The same as a file.
    pub MinutesLinkPaper = "/protokoll/{token}/{format}" { token: Token, format: papers::Format }
    /// Subscribing to one's own meetings.
    pub CalendarPage = "/kalender" {}
    /// What a calendar program fetches of a person: the secret and `.ics`.
    pub PersonFeed = "/kalender/{file}" { file: FeedFile }
    /// What it fetches of a network.
    pub NetworkFeed = "/netzwerke/{network}/termine.ics" { network: Slug }
    /// P21: a date poll.
    pub PollPage = "/terminabstimmungen/{poll}" { poll: Id<Poll> }
    /// Changing a draft.
    pub PollEdit = "/terminabstimmungen/{poll}/aendern" { poll: Id<Poll> }
    /// What is shown before those who said nothing are reminded.
    pub PollRemind = "/terminabstimmungen/{poll}/erinnern" { poll: Id<Poll> }
    /// What is shown before it is given up.
    pub PollDrop = "/terminabstimmungen/{poll}/aufgeben" { poll: Id<Poll> }
    /// Answering by the link of a letter, without signing in.
    pub PollLetter = "/terminabstimmung/{token}" { token: Token }
    /// Setting a date poll down.
    pub PollNew = "/gremien/{body}/terminabstimmung/neu" { body: Id<Body> }
    /// Days of others, as a network keeps them.
    pub OtherList = "/gremien/{body}/andere-termine" { body: Id<Body> }
    /// Writing one down.
    pub OtherNew = "/gremien/{body}/andere-termine/neu" { body: Id<Body> }
    /// Changing one, or taking it away.
    pub OtherEdit = "/andere-termine/{other}" { other: Id<Other> }
    /// A series of meetings.
    pub SeriesPage = "/terminreihen/{series}" { series: Id<Series> }
    /// Changing it.
    pub SeriesEdit = "/terminreihen/{series}/aendern" { series: Id<Series> }
    /// The series of a body.
    pub SeriesList = "/gremien/{body}/terminreihen" { body: Id<Body> }
    /// Setting one down.
    pub SeriesNew = "/gremien/{body}/terminreihen/neu" { body: Id<Body> }
    /// The first meeting of a network: an old distribution list, a date, sent.
    pub FirstMeeting = "/gremien/{body}/erstes-treffen" { body: Id<Body> }
    /// The meetings of a body.
    pub BodyMeetings = "/gremien/{body}/termine" { body: Id<Body> }
    /// Setting one down.
    pub MeetingNew = "/gremien/{body}/termine/neu" { body: Id<Body> }
}
