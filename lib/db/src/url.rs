//! Which database, from one text: `sqlite:PATH` or `postgres://…`.

use std::{fmt, path::PathBuf, str::FromStr};

/// A database's address. Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub enum Url {
    /// The file of the embedded database.
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    Postgres(Server),
}

/// A PostgreSQL server and how its identity is proven.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// The address without the parameters this program reads itself.
    pub config: String,
    /// What protects the way there.
    pub tls: Tls,
}

/// How the way to PostgreSQL is protected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tls {
    /// Not at all: the server is on this machine, or `sslmode=disable` was written.
    Off,
    /// Encrypted, and the server's certificate is checked against the public authorities or this file.
    Verified(Option<PathBuf>),
}

impl FromStr for Url {
    type Err = String;

    /// Reads an address.
    ///
    /// # Errors
    /// A sentence that says what to write instead. A server elsewhere needs verified TLS unless
    /// `sslmode=disable` is written: a password in clear text over a network is never a default.
    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return if path.is_empty() {
                Err("sqlite: needs a path, for instance sqlite:geflecht.db".into())
            } else {
                Ok(Self::Sqlite(path.into()))
            };
        }
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err("a database is sqlite:PATH or postgres://USER@HOST/NAME".into());
        }
        let (base, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut mode, mut root, mut kept) = (None, None, Vec::new());
        for pair in query.split('&').filter(|p| !p.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode", value)) => mode = Some(value),
                Some(("sslrootcert", value)) => root = Some(PathBuf::from(value)),
                _ => kept.push(pair),
            }
        }
        let local = is_local(base, &kept);
        let tls = match mode {
            Some("disable") => Tls::Off,
            Some("verify-full" | "verify-ca") => Tls::Verified(root),
            None if local => Tls::Off,
            None => Tls::Verified(root),
            Some(other) => {
                return Err(format!(
                    "sslmode={other} does not check who answers; write verify-full, or disable to send everything in clear text"
                ));
            }
        };
        let config = if kept.is_empty() { base.to_owned() } else { format!("{base}?{}", kept.join("&")) };
        Ok(Self::Postgres(Server { config, tls }))
    }
}

fn is_local(base: &str, parameters: &[&str]) -> bool {
    let after = base.split_once("://").map_or("", |(_, rest)| rest);
    let authority = after.split('/').next().unwrap_or_default();
    let hosts = authority.rsplit_once('@').map_or(authority, |(_, h)| h);
    let named = parameters.iter().filter_map(|p| p.strip_prefix("host=").or_else(|| p.strip_prefix("hostaddr=")));
    let hosts: Vec<&str> = hosts.split(',').chain(named.flat_map(|h| h.split(','))).collect();
    hosts.iter().all(|host| {
        let bare = if host.starts_with('[') {
            host.split(']').next().unwrap_or(host).trim_start_matches('[')
        } else {
            host.split(':').next().unwrap_or(host)
        };
        bare.is_empty()
            || bare == "localhost"
            || bare == "::1"
            || bare.starts_with("127.")
            || bare.starts_with("%2F")
            || bare.starts_with("%2f")
            || bare.starts_with('/')
    })
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(server) => {
                let (scheme, rest) = server.config.split_once("://").unwrap_or(("postgres", ""));
                let rest = rest.split('?').next().unwrap_or_default();
                write!(f, "{scheme}://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host))
            }
        }
    }
}
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tls(text: &str) -> Result<Tls, String> {
        match text.parse()? {
            Url::Postgres(server) => Ok(server.tls),
            Url::Sqlite(_) => Err("sqlite".into()),
        }
    }

    #[test]
    fn a_server_elsewhere_needs_verified_tls_unless_it_is_written_off() {
        for local in [
            "postgres://u@localhost/g",
            "postgres://u:p@127.0.0.1:5433/g",
            "postgres://u@[::1]:5432/g",
            "postgres:///g?host=/run/postgresql",
            "postgres://u@%2Frun%2Fpostgresql/g",
        ] {
            assert_eq!(tls(local), Ok(Tls::Off), "{local}");
        }
        assert_eq!(tls("postgres://u@db.example.org/g"), Ok(Tls::Verified(None)));
        assert_eq!(
            tls("postgres://u@db.example.org/g?sslmode=verify-full&sslrootcert=/etc/ca.pem"),
            Ok(Tls::Verified(Some("/etc/ca.pem".into())))
        );
        assert_eq!(tls("postgres://u@db.example.org/g?sslmode=disable"), Ok(Tls::Off));
        for weak in ["prefer", "require", "allow"] {
            assert!(tls(&format!("postgres://u@db.example.org/g?sslmode={weak}")).is_err(), "{weak}");
        }
        assert_eq!(tls("postgres://u@localhost,db.example.org/g"), Ok(Tls::Verified(None)));
        assert_eq!(tls("postgres://localhost.example.org/g"), Ok(Tls::Verified(None)));
    }

    #[test]
    fn the_password_is_never_shown() {
        let url: Url = "postgres://u:geheim@localhost/g?password=geheim".parse().unwrap();
        assert_eq!(format!("{url} {url:?}"), "postgres://localhost/g postgres://localhost/g");
        assert!("mysql://x".parse::<Url>().is_err() && "sqlite:".parse::<Url>().is_err());
    }
}
