//! The addresses of mandates.

use files::Attachment;
use kernel::Id;
use networks::{Body, Occupancy};
use papers::Format;
use people::Person;
use web::Slug;

use crate::{Contact, Raised, Report, Session};

web::paths! {
    /// P08: my mandates.
    pub MandateList = "/mandate" {}
    /// Who a network or body sends; P42 for a body of others.
    pub BodyMandates = "/gremien/{body}/mandate" { body: Id<Body> }
    /// Sending somebody.
    pub MandateNew = "/gremien/{body}/mandate/entsenden" { body: Id<Body> }
    /// A contact in a body of others.
    pub ContactNew = "/gremien/{body}/mandate/kontakt" { body: Id<Body> }
    /// Changing it.
    pub ContactEdit = "/mandatskontakte/{contact}" { contact: Id<Contact> }
    /// Entering a sitting.
    pub SessionNew = "/gremien/{body}/mandate/sitzung" { body: Id<Body> }
    /// A sitting and its agenda.
    pub SessionPage = "/aussensitzungen/{session}" { session: Id<Session> }
    /// Its agenda, out of a file.
    pub SessionAgenda = "/aussensitzungen/{session}/tagesordnung" { session: Id<Session> }
    /// Changing, moving or calling it off.
    pub SessionEdit = "/aussensitzungen/{session}/aendern" { session: Id<Session> }
    /// What a body raised, as a file.
    pub RaisedFile = "/gremien/{body}/ausgeben/{list}/{form}" { body: Id<Body>, list: Slug, form: Slug }
    /// Sittings out of a council information system.
    pub OparlPage = "/gremien/{body}/mandate/ratsinformation" { body: Id<Body> }
    /// Who speaks for whom through one person, on any day.
    pub PersonChains = "/mandate/personen/{person}" { person: Id<Person> }
    /// A delegation: what is on file, what is next.
    pub MandatePage = "/mandate/{mandate}" { mandate: Id<Occupancy> }
    /// Putting on file what it rests on and what it is bound to.
    pub MandateFile = "/mandate/{mandate}/akte" { mandate: Id<Occupancy> }
    /// The receiver's word.
    pub MandateConfirm = "/mandate/{mandate}/bestaetigen" { mandate: Id<Occupancy> }
    /// Its end.
    pub MandateEnd = "/mandate/{mandate}/beenden" { mandate: Id<Occupancy> }
    /// Letting it rest, or go on.
    pub MandateRest = "/mandate/{mandate}/ruhen" { mandate: Id<Occupancy> }
    /// Who stands in.
    pub MandateSubstitute = "/mandate/{mandate}/vertretung" { mandate: Id<Occupancy> }
    /// Its letter to the receiver, to print or to write on.
    pub MandatePaper = "/mandate/{mandate}/brief/{format}" { mandate: Id<Occupancy>, format: Format }
    /// P34: the pack for a sitting.
    pub Briefing = "/mandate/{mandate}/sitzungen/{session}" { mandate: Id<Occupancy>, session: Id<Session> }
    /// The same as a file.
    pub BriefingPaper = "/mandate/{mandate}/sitzungen/{session}/datei/{format}" { mandate: Id<Occupancy>, session: Id<Session>, format: Format }
    /// The report on a sitting.
    pub ReportForm = "/mandate/{mandate}/sitzungen/{session}/bericht" { mandate: Id<Occupancy>, session: Id<Session> }
    /// A report that was handed in, as far as the reader may see it.
    pub ReportPage = "/rueckberichte/{report}" { report: Id<Report> }
    /// Putting it right.
    pub ReportCorrect = "/rueckberichte/{report}/berichtigen" { report: Id<Report> }
    /// The files of a report.
    pub ReportFiles = "/rueckberichte/{report}/dateien" { report: Id<Report> }
    /// One of them.
    pub ReportFile = "/rueckberichte/{report}/dateien/{file}" { report: Id<Report>, file: Id<Attachment> }
    /// The parts of a report everybody may read.
    pub PublicReport = "/oeffentliche-berichte/{report}" { report: Id<Report> }
    /// The public reports of a network, or about a body of others.
    pub PublicReports = "/gremien/{body}/oeffentliche-berichte" { body: Id<Body> }
    /// The same of a network, for feed readers (RFC 4287).
    pub ReportFeed = "/netzwerke/{network}/oeffentliche-berichte/atom" { network: Slug }
    /// Entering what was raised.
    pub RaisedNew = "/mandate/{mandate}/eingebracht" { mandate: Id<Occupancy> }
    /// P43: what was raised, and what became of it.
    pub RaisedPage = "/eingebracht/{raised}" { raised: Id<Raised> }
}
