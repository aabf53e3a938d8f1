//! The addresses of meetings.

use accounts::paths::Token;
use kernel::Id;
use networks::Body;

use crate::{Entry, Item, Meeting, MinutesObjection, Proposal};

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
    /// Proposing a topic.
    pub ProposalNew = "/termine/{meeting}/vorschlag" { meeting: Id<Meeting> }
    /// Deciding a proposal.
    pub ProposalPage = "/themenvorschlaege/{proposal}" { proposal: Id<Proposal> }
    /// Answering by the link of a letter, without signing in.
    pub LetterAnswer = "/einladung/{token}" { token: Token }
    /// Who is there.
    pub AttendancePage = "/termine/{meeting}/anwesenheit" { meeting: Id<Meeting> }
    /// P23: the minutes.
    pub MinutesPage = "/termine/{meeting}/protokoll" { meeting: Id<Meeting> }
    /// The minutes as a file.
    pub MinutesPaper = "/termine/{meeting}/protokoll/{format}" { meeting: Id<Meeting>, format: papers::Format }
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
    /// The meetings of a body.
    pub BodyMeetings = "/gremien/{body}/termine" { body: Id<Body> }
    /// Setting one down.
    pub MeetingNew = "/gremien/{body}/termine/neu" { body: Id<Body> }
}
