//! The addresses of this slice.

use std::{convert::Infallible, fmt, str::FromStr};

use kernel::Id;

use crate::{Invitation, Passkey, Session};

/// What a link carries. Any text is read: a link that a mail program cut short gets a page that says what to do.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The text of the link.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl FromStr for Token {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}
impl fmt::Display for Token {
    /// Only what may stand in an address; a made-up token never leads elsewhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().filter(char::is_ascii_alphanumeric).try_for_each(|c| write!(f, "{c}"))
    }
}
impl fmt::Debug for Token {
    /// Without the secret: debugging output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

web::paths! {
    /// Asks for the address.
    pub SignInPage = "/anmelden" {}
    /// Asks for the code.
    pub CodePage = "/anmelden/code" {}
    /// Asks which of several persons behind one address it is.
    pub ChoosePage = "/anmelden/person" {}
    /// Asks for a fresh proof before something that matters.
    pub StepUpPage = "/bestaetigen" {}
    /// Asks for a device or an app of one's own, after a mailbox others read too.
    pub OwnFactorPage = "/anmelden/nachweis" {}
    /// A challenge for signing in with a remembered device.
    pub SignInChallenge = "/anmelden/geraet/aufgabe" {}
    /// Signs in with a remembered device.
    pub SignInPasskey = "/anmelden/geraet" {}
    /// Asks for a proof with a device or an app of one's own.
    pub StrongPage = "/bestaetigen/stark" {}
    /// Takes the code of an app or of the list for emergencies.
    pub StepUpApp = "/bestaetigen/code" {}
    /// A challenge for a proof with a remembered device.
    pub StepUpChallenge = "/bestaetigen/geraet/aufgabe" {}
    /// Takes the proof with a remembered device.
    pub StepUpPasskey = "/bestaetigen/geraet" {}
    /// What a mail's link opens: a sign-in or an invitation.
    pub LinkPage = "/t/{token}" { token: Token }
    /// Asks for a new link in the place of an invitation that ran out.
    pub NewLink = "/t/{token}/neu" { token: Token }
    /// One's own profile.
    pub AccountPage = "/konto" {}
    /// Another mail address.
    pub AddressPage = "/konto/adresse" {}
    /// Takes the code that went to it.
    pub AddressCode = "/konto/adresse/code" {}
    /// What the link in that letter opens.
    pub AddressLink = "/konto/adresse/link/{token}" { token: Token }
    /// Undoes it, from the old address.
    pub AddressUndo = "/adresse/{token}" { token: Token }
    /// What one says about oneself.
    pub PersonForm = "/konto/person" {}
    /// One's own devices.
    pub DevicesPage = "/konto/geraete" {}
    /// Signs out everywhere else.
    pub EndOthers = "/konto/geraete/andere" {}
    /// Signs out one device.
    pub EndDevice = "/konto/geraete/{session}/beenden" { session: Id<Session> }
    /// Remembers this device.
    pub RememberPage = "/konto/geraete/merken" {}
    /// A challenge for remembering this device.
    pub RememberChallenge = "/konto/geraete/merken/aufgabe" {}
    /// Calls a remembered device by another name.
    pub RenamePasskey = "/konto/geraete/gemerkt/{passkey}" { passkey: Id<Passkey> }
    /// Forgets a remembered device.
    pub ForgetPasskey = "/konto/geraete/gemerkt/{passkey}/vergessen" { passkey: Id<Passkey> }
    /// Sets an app for codes up.
    pub AppPage = "/konto/app" {}
    /// Does without the app.
    pub RemoveApp = "/konto/app/entfernen" {}
    /// Makes a new list for emergencies.
    pub NewCodes = "/konto/notfallcodes" {}
    /// Has everything about oneself erased.
    pub ErasePage = "/konto/loeschen" {}
    /// Signs out here.
    pub SignOut = "/konto/ausloggen" {}
    /// What is stored about oneself.
    pub OwnDataPage = "/konto/daten" {}
    /// All of it, to read.
    pub OwnDataAll = "/konto/daten/alles" {}
    /// The same as a file.
    pub OwnDataFile = "/konto/daten.json" {}
    /// Which fields others see: the page belongs to `networks`, the side list links it.
    pub ConsentPage = "/konto/freigaben" {}
    /// Handing a post over: the page belongs to `networks`, whoever holds one finds it on her profile.
    pub PostHandover = "/stellen/{post}/uebergabe" { post: Id<people::Post> }
    /// Which mails come: the page belongs to `notices`, the side list links it.
    pub NoticesPage = "/konto/nachrichten" {}
    /// When one is away: the page belongs to `notices`, too.
    pub AbsencePage = "/konto/abwesenheit" {}
    /// The other addresses one writes from: the page belongs to `exchange`.
    pub AddressesPage = "/konto/absendeadressen" {}
    /// Says that the installation has nobody yet.
    pub SetUpWaits = "/einrichtung" {}
    /// Sets the installation up.
    pub SetUpPage = "/einrichtung/{code}" { code: Token }
    /// Name, imprint and contacts of the installation.
    pub SettingsPage = "/einstellungen" {}
    /// Whether mail leaves the house.
    pub MailTestPage = "/einstellungen/mailtest" {}
    /// Invitations to the installation.
    pub InvitationsPage = "/einstellungen/einladungen" {}
    /// Takes an invitation back.
    pub WithdrawInvitation = "/einstellungen/einladungen/{invitation}/zurueckziehen" { invitation: Id<Invitation> }
}
