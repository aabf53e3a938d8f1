//! Handing letters to a mail server (RFC 5321), as a rule the operator's own relay.

use std::{error::Error as _, fmt, net::IpAddr, str::FromStr, time::Duration};

use lettre::{
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{Certificate, SmtpConnection, Tls, TlsParameters},
        extension::ClientId,
    },
};

use crate::{Failure, Rendered, SendError, letter::lettre_address};

/// How the connection is protected.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Security {
    /// Starts in the open and switches to TLS before anything is said; refused when the server cannot (RFC 3207).
    #[default]
    StartTls,
    /// TLS from the first byte (RFC 8314 3.3).
    Tls,
    /// None; only to a server on the same machine.
    None,
}

impl Security {
    /// The usual port: 587, 465 and 25.
    #[must_use]
    pub const fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

impl FromStr for Security {
    type Err = SettingsError;

    /// `starttls`, `tls` or `none`.
    fn from_str(text: &str) -> Result<Self, SettingsError> {
        match text {
            "starttls" => Ok(Self::StartTls),
            "tls" => Ok(Self::Tls),
            "none" => Ok(Self::None),
            _ => Err(SettingsError::Security),
        }
    }
}

/// How to reach the mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// Its name or number.
    pub host: String,
    /// Its port; the usual one of [`Security`] if not given.
    pub port: Option<u16>,
    /// The protection.
    pub security: Security,
    /// Who signs in, with the password; both or neither.
    pub user: Option<String>,
    /// The password.
    pub password: Option<String>,
    /// How long each step may take.
    pub timeout: Duration,
    /// The name this machine gives itself (`EHLO`); the host name if not given.
    pub hello: Option<String>,
    /// Certificates to trust besides the public ones, as PEM: that of the administration's own authority.
    pub extra_roots: Option<Vec<u8>>,
}

impl SmtpSettings {
    /// A server by name with STARTTLS on port 587, without sign-in, 30 seconds per step.
    #[must_use]
    pub fn new(host: impl Into<String>) -> Self {
        let (host, timeout) = (host.into(), Duration::from_secs(30));
        Self {
            host,
            port: None,
            security: Security::StartTls,
            user: None,
            password: None,
            timeout,
            hello: None,
            extra_roots: None,
        }
    }
}

impl fmt::Debug for SmtpSettings {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let port = self.port.unwrap_or_else(|| self.security.port());
        write!(f, "SmtpSettings({}:{port}, {:?}, sign-in: {})", self.host, self.security, self.user.is_some())
    }
}

/// What is wrong with the settings.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SettingsError {
    /// The host is neither a name nor a number.
    #[error("the mail server's host must be a name such as mail.example.org, or an IP address")]
    Host,
    /// Letters and passwords would cross the network in the open.
    #[error("mail without encryption is allowed only to this machine (localhost), not to {0}; use starttls or tls")]
    Open(String),
    /// Not one of the three words.
    #[error("the mail server's security is one of starttls, tls, none")]
    Security,
    /// Only one of user and password is set.
    #[error("set both user and password of the mail server, or neither")]
    SignIn,
    /// No time at all, or more than ten minutes.
    #[error("the mail server's timeout is between 1 and 600 seconds")]
    Timeout,
    /// The name for `EHLO` is no host name.
    #[error("the name this machine gives itself must be a host name such as netz.example.org")]
    Hello,
    /// The certificates cannot be read.
    #[error("the extra certificates for the mail server cannot be read: {0}")]
    Certificates(String),
    /// TLS cannot be set up for this host.
    #[error("TLS to the mail server cannot be set up: {0}")]
    Tls(String),
}

/// A mail server. Each letter has a connection of its own.
#[derive(Clone, Debug)]
pub struct Smtp {
    host: String,
    port: u16,
    timeout: Duration,
    tls: Tls,
    credentials: Option<Credentials>,
    hello: ClientId,
}

impl Smtp {
    /// Checks the settings.
    ///
    /// # Errors
    /// [`SettingsError`] says which one is wrong.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SettingsError> {
        let host = settings.host.as_str();
        if !is_host(host) {
            return Err(SettingsError::Host);
        }
        if settings.timeout < Duration::from_secs(1) || settings.timeout > Duration::from_secs(600) {
            return Err(SettingsError::Timeout);
        }
        let tls = match settings.security {
            Security::StartTls => Tls::Required(tls(settings)?),
            Security::Tls => Tls::Wrapper(tls(settings)?),
            Security::None if is_this_machine(host) => Tls::None,
            Security::None => return Err(SettingsError::Open(host.to_owned())),
        };
        let credentials = match (&settings.user, &settings.password) {
            (Some(user), Some(password)) => Some(Credentials::new(user.clone(), password.clone())),
            (None, None) => None,
            _ => return Err(SettingsError::SignIn),
        };
        let hello = match &settings.hello {
            None => ClientId::default(),
            Some(name) if is_host(name) && name.parse::<IpAddr>().is_err() => ClientId::Domain(name.clone()),
            Some(_) => return Err(SettingsError::Hello),
        };
        let port = settings.port.unwrap_or_else(|| settings.security.port());
        Ok(Self { host: host.to_owned(), port, timeout: settings.timeout, tls, credentials, hello })
    }

    pub(crate) fn send(&self, letter: &Rendered) -> Result<(), SendError> {
        let envelope = Envelope::new(Some(lettre_address(&letter.from)?), vec![lettre_address(&letter.to)?]);
        let envelope = envelope.map_err(|error| SendError::new(Failure::Permanent, &error.to_string()))?;
        let mut connection = self.connect().map_err(|error| before_the_letter(&error))?;
        let sent = connection.send(&envelope, &letter.bytes);
        connection.abort();
        sent.map(|_| ()).map_err(|error| about_the_letter(&error))
    }

    /// Connected, protected and signed in.
    fn connect(&self) -> Result<SmtpConnection, Error> {
        let wrapper = if let Tls::Wrapper(tls) = &self.tls { Some(tls) } else { None };
        let server = (self.host.as_str(), self.port);
        let mut connection = SmtpConnection::connect(server, Some(self.timeout), &self.hello, wrapper, None)?;
        if let Tls::Required(tls) = &self.tls {
            connection.starttls(tls, &self.hello)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(connection)
    }
}

/// No letter was named yet, so no letter is to blame: every one is worth trying again. A server that says a firm no,
/// or cannot do what the settings ask for, needs the operator; one that is away or busy does not.
fn before_the_letter(error: &Error) -> SendError {
    let settings = error.is_permanent() || error.is_tls() || error.is_client() || is_distrust(error);
    told(error, Failure::Temporary, settings)
}

/// A firm no is final, unless it asks for a sign-in or for encryption (530, 534, 535, 538: RFC 4954 6, RFC 5248 2.4).
fn about_the_letter(error: &Error) -> SendError {
    let settings = matches!(error.status().map(u16::from), Some(530 | 534 | 535 | 538));
    let failure = if error.is_permanent() && !settings { Failure::Permanent } else { Failure::Temporary };
    told(error, failure, settings)
}

/// A certificate that proves nothing, or no TLS at all, comes up as data that cannot be read.
fn is_distrust(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(inner) = source {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            return io.kind() == std::io::ErrorKind::InvalidData;
        }
        source = inner.source();
    }
    false
}

fn told(error: &Error, failure: Failure, settings: bool) -> SendError {
    SendError { code: error.status().map(u16::from), settings, ..SendError::new(failure, &error.to_string()) }
}

fn tls(settings: &SmtpSettings) -> Result<TlsParameters, SettingsError> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.extra_roots {
        if !pem.windows(17).any(|it| it == b"BEGIN CERTIFICATE") {
            return Err(SettingsError::Certificates("there is none in the file".to_owned()));
        }
        let certificate = Certificate::from_pem(pem).map_err(|error| SettingsError::Certificates(error.to_string()))?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build().map_err(|error| SettingsError::Tls(error.to_string()))
}

fn is_host(host: &str) -> bool {
    let label = |label: &str| {
        let inner = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    host.parse::<IpAddr>().is_ok() || (host.len() <= 253 && host.split('.').all(label))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
