//! The addresses of meetings.

use accounts::paths::Token;
use kernel::Id;
use networks::Body;

use crate::{Item, Meeting, Proposal};

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
    /// The meetings of a body.
    pub BodyMeetings = "/gremien/{body}/termine" { body: Id<Body> }
    /// Setting one down.
    pub MeetingNew = "/gremien/{body}/termine/neu" { body: Id<Body> }
}
