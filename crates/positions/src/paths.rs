//! The addresses of positions.

use accounts::paths::Token;
use files::Attachment;
use kernel::Id;
use networks::Body;
use papers::Format;
use web::Slug;

use crate::{
    Addressee, Amendment, Dispatch, Position, Reply, Signature,
    book::Book,
    hearing::Hearing,
    questions::{Party, Questionnaire},
};

web::paths! {
    /// P31: the register.
    pub PositionList = "/positionen" {}
    /// P32: a position, for ever.
    pub PositionPage = "/positionen/{position}" { position: Id<Position> }
    /// The same as a file.
    pub PositionFile = "/positionen/{position}/datei/{format}" { position: Id<Position>, format: Format }
    /// Sort, title, topic.
    pub PositionFacts = "/positionen/{position}/angaben" { position: Id<Position> }
    /// Its text as a whole.
    pub PositionText = "/positionen/{position}/text" { position: Id<Position> }
    /// One paragraph of it.
    pub ParagraphEdit = "/positionen/{position}/absaetze/{paragraph}" { position: Id<Position>, paragraph: i64 }
    /// Remarking something to a paragraph.
    pub ParagraphComment = "/positionen/{position}/absaetze/{paragraph}/anmerken" { position: Id<Position>, paragraph: i64 }
    /// P33: asking for a change of a paragraph.
    pub AmendmentNew = "/positionen/{position}/absaetze/{paragraph}/aendern" { position: Id<Position>, paragraph: i64 }
    /// All amendments, and those that need a vote.
    pub AmendmentList = "/positionen/{position}/aenderungen" { position: Id<Position> }
    /// One of them.
    pub AmendmentPage = "/aenderungsantraege/{amendment}" { amendment: Id<Amendment> }
    /// An earlier text, compared with the one before.
    pub VersionPage = "/positionen/{position}/fassungen/{number}" { position: Id<Position>, number: i64 }
    /// Asking for input.
    pub PositionInput = "/positionen/{position}/rueckmeldung" { position: Id<Position> }
    /// Remarking by the link of a letter, without signing in.
    pub LetterInput = "/rueckmeldung/{token}" { token: Token }
    /// Bodies that move it together.
    pub PositionMovers = "/positionen/{position}/antragstellende" { position: Id<Position> }
    /// Adopting it, or not.
    pub PositionDecision = "/positionen/{position}/beschluss" { position: Id<Position> }
    /// What those say who did not agree.
    pub PositionMinority = "/positionen/{position}/sondervotum" { position: Id<Position> }
    /// Who is asked to sign.
    pub PositionSigners = "/positionen/{position}/mitzeichnung" { position: Id<Position> }
    /// Signing for a network.
    pub SignaturePage = "/mitzeichnungen/{signature}" { signature: Id<Signature> }
    /// Associations, persons and posts that sign.
    pub PositionOutside = "/positionen/{position}/mitzeichnung/weitere" { position: Id<Position> }
    /// Signing for oneself.
    pub SelfSign = "/positionen/{position}/unterzeichnen" { position: Id<Position> }
    /// Signing for an association, by the link of a letter.
    pub SignerLetter = "/mitunterzeichnen/{token}" { token: Token }
    /// What it brought about somewhere.
    pub PositionEffects = "/positionen/{position}/wirkung" { position: Id<Position> }
    /// Publishing it.
    pub PositionPublish = "/positionen/{position}/veroeffentlichen" { position: Id<Position> }
    /// What stands beside its text.
    pub PositionSlots = "/positionen/{position}/beiwerk" { position: Id<Position> }
    /// How long it holds.
    pub PositionEnd = "/positionen/{position}/geltung" { position: Id<Position> }
    /// To whom it goes.
    pub PositionLetters = "/positionen/{position}/versand" { position: Id<Position> }
    /// A letter: sending, answer, reminder, outcome.
    pub DispatchPage = "/positionsbriefe/{dispatch}" { dispatch: Id<Dispatch> }
    /// The letter as a file.
    pub DispatchFile = "/positionsbriefe/{dispatch}/brief/{format}" { dispatch: Id<Dispatch>, format: Format }
    /// What came back, as a file.
    pub AnswerFile = "/positionsantworten/{answer}/dateien/{file}" { answer: Id<Reply>, file: Id<Attachment> }
    /// The positions of a body, drafts among them.
    pub BodyPositions = "/gremien/{body}/positionen" { body: Id<Body> }
    /// Beginning one.
    pub PositionNew = "/gremien/{body}/positionen/neu" { body: Id<Body> }
    /// What a network published, for feed readers (RFC 4287).
    pub PositionFeed = "/netzwerke/{network}/positionen/atom" { network: Slug }
    /// Whom positions go to.
    pub AddresseeList = "/adressaten" {}
    /// A new one.
    pub AddresseeNew = "/adressaten/neu" {}
    /// P45: what somebody was asked, and answered.
    pub AddresseePage = "/adressat/{addressee}" { addressee: Id<Addressee> }
    /// How it is reached, and what came after it.
    pub AddresseeEdit = "/adressat/{addressee}/aendern" { addressee: Id<Addressee> }
    /// What one's networks are asked.
    pub HearingList = "/anhoerungen" {}
    /// P46: a hearing.
    pub HearingPage = "/anhoerungen/{hearing}" { hearing: Id<Hearing> }
    /// Entering one that came in.
    pub HearingNew = "/gremien/{body}/anhoerungen/neu" { body: Id<Body> }
    /// What was entered.
    pub HearingEdit = "/anhoerungen/{hearing}/aendern" { hearing: Id<Hearing> }
    /// Asking for contributions.
    pub HearingAsk = "/anhoerungen/{hearing}/bitten" { hearing: Id<Hearing> }
    /// Contributing for one's office.
    pub HearingInput = "/anhoerungen/{hearing}/beitrag" { hearing: Id<Hearing> }
    /// Contributing for a network that was asked.
    pub HearingVoice = "/anhoerungen/{hearing}/beitrag/{body}" { hearing: Id<Hearing>, body: Id<Body> }
    /// Contributing by the link of a letter, without signing in.
    pub HearingLetter = "/anhoerung/{token}" { token: Token }
    /// Sending the reply.
    pub HearingSend = "/anhoerungen/{hearing}/versand" { hearing: Id<Hearing> }
    /// Another round.
    pub HearingRound = "/anhoerungen/{hearing}/runde" { hearing: Id<Hearing> }
    /// Not replying.
    pub HearingDecline = "/anhoerungen/{hearing}/absage" { hearing: Id<Hearing> }
    /// Questions to parties before elections.
    pub QuestionsList = "/wahlpruefsteine" {}
    /// P47: questions and answers.
    pub QuestionsPage = "/wahlpruefsteine/{questions}" { questions: Id<Questionnaire> }
    /// The same as a file.
    pub QuestionsFile = "/wahlpruefsteine/{questions}/datei/{format}" { questions: Id<Questionnaire>, format: Format }
    /// Beginning some.
    pub QuestionsNew = "/gremien/{body}/wahlpruefsteine/neu" { body: Id<Body> }
    /// Writing them.
    pub QuestionsEdit = "/wahlpruefsteine/{questions}/aendern" { questions: Id<Questionnaire> }
    /// What a party answered.
    pub PartyAnswers = "/wahlpruefsteine/antworten/{party}" { party: Id<Party> }
    /// The motion books of one's networks.
    pub BookList = "/antragsbuecher" {}
    /// The motions of a conference.
    pub BookPage = "/antragsbuecher/{book}" { book: Id<Book> }
    /// The same as a file.
    pub BookFile = "/antragsbuecher/{book}/datei/{format}" { book: Id<Book>, format: Format }
    /// Beginning one.
    pub BookNew = "/gremien/{body}/antragsbuecher/neu" { body: Id<Body> }
    /// Which motions are in it, and publishing it.
    pub BookEdit = "/antragsbuecher/{book}/aendern" { book: Id<Book> }
}
