//! The addresses of networks, bodies, seats, persons and organisations.

use accounts::paths::Token;
use kernel::Id;
use web::Slug;

use crate::{Body, CheckLink, JoinRequest, Leaving, Seat};

pub use accounts::paths::PostHandover;

web::paths! {
    /// P09: all networks.
    pub NetworkList = "/netzwerke" {}
    /// Founding a network.
    pub NetworkNew = "/netzwerke/gruenden" {}
    /// P10: a network, for its members and for the public.
    pub NetworkPage = "/netzwerke/{network}" { network: Slug }
    /// P11: the picture of a network.
    pub PicturePage = "/netzwerke/{network}/bild" { network: Slug }
    /// All bodies of a network.
    pub BodyList = "/netzwerke/{network}/gremien" { network: Slug }
    /// P12: a body.
    pub BodyPage = "/netzwerke/{network}/gremien/{body}" { network: Slug, body: Slug }
    /// Changing what a network or body says of itself.
    pub BodyEdit = "/gremien/{body}/bearbeiten" { body: Id<Body> }
    /// P13: the persons of a network.
    pub PersonList = "/netzwerke/{network}/personen" { network: Slug }
    /// P17: the organisations and municipalities of a network, with the map.
    pub MemberList = "/netzwerke/{network}/mitglieder" { network: Slug }
    /// P14: a person.
    pub PersonPage = "/personen/{person}" { person: Id<people::Person> }
    /// Putting right what a person is called.
    pub PersonNameEdit = "/personen/{person}/name" { person: Id<people::Person> }
    /// P16: a seat and everybody who held it.
    pub SeatPage = "/sitze/{seat}" { seat: Id<Seat> }
    /// Keeping a network or body: its seats and what can be done.
    pub BodyKeep = "/gremien/{body}/verwalten" { body: Id<Body> }
    /// Making a body in a network.
    pub BodyNew = "/gremien/{body}/anlegen" { body: Id<Body> }
    /// Another name from a day on.
    pub BodyRename = "/gremien/{body}/umbenennen" { body: Id<Body> }
    /// Ending a network or body.
    pub BodyEnd = "/gremien/{body}/aufloesen" { body: Id<Body> }
    /// Who sees it, and how it works.
    pub BodyVisibility = "/gremien/{body}/sichtbarkeit" { body: Id<Body> }
    /// What others see of it.
    pub BodySight = "/gremien/{body}/aussenansicht" { body: Id<Body> }
    /// The posts on its seats, to hand one over.
    pub BodyPosts = "/gremien/{body}/uebergaben" { body: Id<Body> }
    /// Connecting a body with another.
    pub BodyConnect = "/gremien/{body}/verbinden" { body: Id<Body> }
    /// Ending a connection.
    pub BodyDisconnect = "/gremien/{body}/trennen" { body: Id<Body> }
    /// Making seats.
    pub SeatsNew = "/gremien/{body}/sitze" { body: Id<Body> }
    /// Giving up a seat.
    pub SeatEnd = "/sitze/{seat}/aufloesen" { seat: Id<Seat> }
    /// Keeping a seat: what runs, what waits, the next steps.
    pub SeatKeep = "/sitze/{seat}/verwalten" { seat: Id<Seat> }
    /// Seating somebody.
    pub SeatFill = "/sitze/{seat}/besetzen" { seat: Id<Seat> }
    /// Ending an occupancy.
    pub SeatVacate = "/sitze/{seat}/beenden" { seat: Id<Seat> }
    /// Naming who speaks for the organisation of a seat, or who stands in.
    pub SeatStanding = "/sitze/{seat}/vertretung" { seat: Id<Seat> }
    /// Ending one of them.
    pub SeatStandingEnd = "/sitze/{seat}/vertretung/beenden" { seat: Id<Seat> }
    /// Yes or no of whoever was asked to sit there.
    pub SeatAnswer = "/sitze/{seat}/antwort" { seat: Id<Seat> }
    /// Entering an organisation.
    pub OrganisationNew = "/organisationen/anlegen" {}
    /// Entering a post of an organisation.
    pub PostNew = "/organisationen/{organisation}/stelle" { organisation: Id<people::Organisation> }
    /// Contact, footing and territory of a post.
    pub PostEdit = "/stellen/{post}/bearbeiten" { post: Id<people::Post> }
    /// Another title from a day on.
    pub PostRename = "/stellen/{post}/umbenennen" { post: Id<people::Post> }
    /// Territories, for whoever enters them.
    pub TerritoryList = "/gebiete" {}
    /// Entering a territory.
    pub TerritoryNew = "/gebiete/anlegen" {}
    /// Changing what it is.
    pub TerritoryEdit = "/gebiete/{territory}/bearbeiten" { territory: Id<people::Territory> }
    /// Another name from a day on.
    pub TerritoryRename = "/gebiete/{territory}/umbenennen" { territory: Id<people::Territory> }
    /// Its end, or what it becomes a part of.
    pub TerritoryEnd = "/gebiete/{territory}/aufloesen" { territory: Id<people::Territory> }
    /// Contact and purpose of an organisation.
    pub OrganisationEdit = "/organisationen/{organisation}/bearbeiten" { organisation: Id<people::Organisation> }
    /// Where its posts and seats go when it is divided or merged.
    pub OrganisationDivide = "/organisationen/{organisation}/teilen" { organisation: Id<people::Organisation> }
    /// What it is really called.
    pub OrganisationCorrect = "/organisationen/{organisation}/berichtigen" { organisation: Id<people::Organisation> }
    /// Who really had a post, from when to when, and what it is called.
    pub PostCorrect = "/stellen/{post}/berichtigen" { post: Id<people::Post> }
    /// Who really had a seat, from when to when.
    pub SeatCorrect = "/sitze/{seat}/berichtigen" { seat: Id<Seat> }
    /// Taking a correction back.
    pub CorrectionUndo = "/berichtigungen/{correction}/zuruecknehmen" { correction: Id<crate::Correction> }
    /// Another name from a day on.
    pub OrganisationRename = "/organisationen/{organisation}/umbenennen" { organisation: Id<people::Organisation> }
    /// Its end, or what it merges into.
    pub OrganisationEnd = "/organisationen/{organisation}/aufloesen" { organisation: Id<people::Organisation> }
    /// Appointing somebody to a post.
    pub PostFill = "/stellen/{post}/besetzen" { post: Id<people::Post> }
    /// Ending a deputy's or an acting appointment.
    pub PostEnd = "/stellen/{post}/beenden" { post: Id<people::Post> }
    /// A handover: what is entered, and what is still to be done.
    pub HandoverPage = "/uebergaben/{handover}" { handover: Id<crate::Handover> }
    /// Taking it back before its day.
    pub HandoverBack = "/uebergaben/{handover}/zuruecknehmen" { handover: Id<crate::Handover> }
    /// Naming who comes, where the handover was entered without.
    pub HandoverNext = "/uebergaben/{handover}/nachfolge" { handover: Id<crate::Handover> }
    /// Its letter as text.
    pub HandoverLetter = "/uebergaben/{handover}/brief" { handover: Id<crate::Handover> }
    /// The same as a file, to print or to write on.
    pub HandoverPaper = "/uebergaben/{handover}/brief/{format}" { handover: Id<crate::Handover>, format: papers::Format }
    /// P48: asking to join a network.
    pub JoinPage = "/netzwerke/{network}/beitreten" { network: Slug }
    /// The same for a body that is open to non-members.
    pub BodyJoin = "/netzwerke/{network}/gremien/{body}/beitreten" { network: Slug, body: Slug }
    /// A letter is on its way.
    pub JoinSent = "/beitritt/gesendet" {}
    /// What the letter's link opens.
    pub JoinConfirm = "/beitritt/{token}" { token: Token }
    /// Requests to join, and who leaves.
    pub JoinList = "/gremien/{body}/beitritte" { body: Id<Body> }
    /// What a body asks of newcomers.
    pub JoinRules = "/gremien/{body}/beitritt" { body: Id<Body> }
    /// One request: for those who decide, vouch or may object.
    pub JoinShow = "/beitritte/{request}" { request: Id<JoinRequest> }
    /// A member's answer to a request, by the link of her letter.
    pub JoinAnswer = "/antwort/{token}" { token: Token }
    /// Whether she wants a seat, by the link of her letter.
    pub SeatQuestion = "/sitzfrage/{token}" { token: Token }
    /// Leaving a network.
    pub SeatLeave = "/sitze/{seat}/verlassen" { seat: Id<Seat> }
    /// What somebody who leaves leaves open.
    pub LeavingShow = "/austritte/{leaving}" { leaving: Id<Leaving> }
    /// What the link of a data check opens.
    pub CheckAnswer = "/datenpruefung/{token}" { token: Token }
    /// The same for whoever is signed in and was asked.
    pub CheckOwn = "/datenpruefungen/{link}" { link: Id<CheckLink> }
    /// What the letter to an old address opens: whether another one is hers.
    pub CheckAddress = "/datenpruefung/adresse/{token}" { token: Token }
    /// The data checks of a network.
    pub CheckKeep = "/gremien/{body}/datenpruefung" { body: Id<Body> }
    /// What a project group is charged with, until when, and what it costs.
    pub ProjectEdit = "/gremien/{body}/projekt" { body: Id<Body> }
    /// Who carries a project group.
    pub ProjectPartners = "/gremien/{body}/beteiligte" { body: Id<Body> }
    /// The report of a project group, and its end.
    pub ProjectClose = "/gremien/{body}/abschluss" { body: Id<Body> }
    /// P39: an organisation with all its networks, seats and roles.
    pub OrganisationPage = "/organisationen/{organisation}" { organisation: Id<people::Organisation> }
    /// The same without menu, for showing it on another site.
    pub OrganisationEmbed = "/organisationen/{organisation}/einbetten" { organisation: Id<people::Organisation> }
    /// A list of a network as a file; `transfer` answers there.
    pub NetworkFile = "/netzwerke/{network}/ausgeben/{list}/{form}" { network: Slug, list: Slug, form: Slug }
    /// The seats of a body as a file; `transfer` answers there.
    pub BodyFile = "/gremien/{body}/ausgeben/{form}" { body: Id<Body>, form: Slug }
    /// Taking members in from a list; `transfer` answers there.
    pub MembersIntake = "/netzwerke/{network}/einlesen" { network: Slug }
    /// My seats in bodies that are not on this installation.
    pub ElsewhereList = "/konto/sitze" {}
    /// Noting one.
    pub ElsewhereNew = "/konto/sitze/neu" {}
    /// Changing one.
    pub ElsewhereEdit = "/konto/sitze/{seat}" { seat: Id<crate::Elsewhere> }
    /// What of me may be seen by whom.
    pub ConsentPage = "/konto/freigaben" {}
}
