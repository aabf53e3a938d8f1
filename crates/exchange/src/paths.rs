//! The addresses of exchange.

use accounts::paths::Token;
use files::Attachment;
use kernel::Id;
use networks::Body;
use web::Slug;

use crate::{Circular, Relay, Reply, Support, Thread};

web::paths! {
    /// P27: what is written in all her networks.
    pub ThreadList = "/austausch" {}
    /// P28: a thread.
    pub ThreadPage = "/austausch/{thread}" { thread: Id<Thread> }
    /// Changing its words, topic or place.
    pub ThreadEditing = "/austausch/{thread}/aendern" { thread: Id<Thread> }
    /// What stood there before.
    pub ThreadEarlier = "/austausch/{thread}/verlauf" { thread: Id<Thread> }
    /// What came of it.
    pub ThreadOutcome = "/austausch/{thread}/ergebnis" { thread: Id<Thread> }
    /// Bringing it to another network.
    pub ThreadForward = "/austausch/{thread}/weiterleiten" { thread: Id<Thread> }
    /// Taking it out of sight.
    pub ThreadHide = "/austausch/{thread}/ausblenden" { thread: Id<Thread> }
    /// The files of a thread.
    pub ThreadFiles = "/austausch/{thread}/dateien" { thread: Id<Thread> }
    /// One of them.
    pub ThreadFile = "/austausch/{thread}/dateien/{file}" { thread: Id<Thread>, file: Id<Attachment> }
    /// The files of an answer.
    pub ReplyFiles = "/antworten/{reply}/dateien" { reply: Id<Reply> }
    /// One of them.
    pub ReplyFile = "/antworten/{reply}/dateien/{file}" { reply: Id<Reply>, file: Id<Attachment> }
    /// Changing one's answer.
    pub ReplyEditing = "/antworten/{reply}" { reply: Id<Reply> }
    /// Taking an answer out of sight.
    pub ReplyHide = "/antworten/{reply}/ausblenden" { reply: Id<Reply> }
    /// Reading and answering by the link of a letter, without signing in.
    pub LetterThread = "/nachricht/{token}/{thread}" { token: Token, thread: Id<Thread> }
    /// A file of it, by the same link.
    pub LetterFile = "/nachricht/{token}/{thread}/dateien/{file}" { token: Token, thread: Id<Thread>, file: Id<Attachment> }
    /// A letter of which it is not known who wrote it, by the link of the letter that asks.
    pub HeldPage = "/brief/{token}" { token: Token }
    /// The other addresses one writes from.
    pub AliasList = "/konto/absendeadressen" {}
    /// Letters that wait, and members whom letters do not reach: for those who lead.
    pub Mailroom = "/gremien/{body}/briefe" { body: Id<Body> }
    /// What is written in a network or body.
    pub BodyThreads = "/gremien/{body}/austausch" { body: Id<Body> }
    /// Writing something new.
    pub ThreadNew = "/gremien/{body}/austausch/neu" { body: Id<Body> }
    /// Releasing how many confidential threads there were.
    pub CountRelease = "/gremien/{body}/austausch/zahl" { body: Id<Body> }
    /// Asking without a name.
    pub RelayNew = "/gremien/{body}/austausch/anonym" { body: Id<Body> }
    /// Questions without a name, for those who lead.
    pub RelayList = "/gremien/{body}/austausch/anonyme-fragen" { body: Id<Body> }
    /// Passing one on, or not.
    pub RelayPage = "/anonyme-fragen/{relay}" { relay: Id<Relay> }
    /// P44: support with measures.
    pub SupportList = "/gremien/{body}/unterstuetzung" { body: Id<Body> }
    /// Asking for it, or offering it.
    pub SupportNew = "/gremien/{body}/unterstuetzung/neu" { body: Id<Body> }
    /// One request or offer.
    pub SupportPage = "/unterstuetzung/{support}" { support: Id<Support> }
    /// P30: the circulars of a network or body.
    pub CircularList = "/gremien/{body}/rundschreiben" { body: Id<Body> }
    /// Writing one.
    pub CircularNew = "/gremien/{body}/rundschreiben/neu" { body: Id<Body> }
    /// One: preview, recall, how it fared.
    pub CircularPage = "/rundschreiben/{circular}" { circular: Id<Circular> }
    /// The recipients of one as a file; `transfer` answers there.
    pub CircularFile = "/gremien/{body}/ausgeben/{list}/{form}" { body: Id<Body>, list: Slug, form: Slug }
}
