//! Asking a host over HTTP, within limits.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use reqwest::{
    Client, Response,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use tokio::{runtime::Runtime, time::timeout};

use crate::{Address, BYTES_MOST, Lookup, PATIENCE, Refused, is_public};

/// A connection to one host at addresses that were judged.
pub struct Net {
    client: Client,
    runtime: Turn,
}

/// Where asking happens. A look-up of the system cannot be broken off; it is not waited for.
struct Turn(Option<Runtime>);

impl Turn {
    fn new() -> Result<Self, Refused> {
        let made = tokio::runtime::Builder::new_current_thread().enable_all().build();
        made.map(|runtime| Self(Some(runtime))).map_err(|_| Refused::Unreachable)
    }
    fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, Refused> {
        self.0.as_ref().map(|runtime| runtime.block_on(work)).ok_or(Refused::Unreachable)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Answers for no name: the addresses are known before.
struct Nobody;

impl Resolve for Nobody {
    fn resolve(&self, _: Name) -> Resolving {
        Box::pin(async { Err::<Addrs, _>(io::Error::from(io::ErrorKind::NotFound).into()) })
    }
}

impl Net {
    /// Looks the host up and judges each of its addresses: one that may not be reached refuses them all.
    pub fn open(entry: &Address, lookup: &Lookup, local: bool) -> Result<Self, Refused> {
        let runtime = Turn::new()?;
        let addresses = match entry.number() {
            Some(ip) => vec![SocketAddr::new(ip, entry.port())],
            None => look_up(&runtime, entry, lookup)?,
        };
        if !local && addresses.iter().any(|a| !is_public(a.ip())) {
            return Err(Refused::Private);
        }
        let client = client(entry, &addresses, local)?;
        Ok(Self { client, runtime })
    }

    /// Asks once.
    pub fn get(&self, url: &Address) -> Result<Vec<u8>, Refused> {
        self.runtime.wait(async { timeout(PATIENCE, self.read(url)).await.unwrap_or(Err(Refused::Slow)) })?
    }

    async fn read(&self, url: &Address) -> Result<Vec<u8>, Refused> {
        let asked = self.client.get(url.0.clone()).header("accept", "application/json").send().await;
        let answer = asked.map_err(|fault| if fault.is_timeout() { Refused::Slow } else { Refused::Unreachable })?;
        match answer.status().as_u16() {
            200 => within(answer).await,
            300..=399 => Err(Refused::Redirect),
            other => Err(Refused::Status(other)),
        }
    }
}

/// The body, as long as it stays within what is held.
async fn within(mut answer: Response) -> Result<Vec<u8>, Refused> {
    // What is announced is not believed, but one that announces too much need not be read.
    if answer.content_length().is_some_and(|n| n > BYTES_MOST as u64) {
        return Err(Refused::Large);
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| Refused::Unreachable)? {
        if body.len() + chunk.len() > BYTES_MOST {
            return Err(Refused::Large);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn look_up(runtime: &Turn, entry: &Address, lookup: &Lookup) -> Result<Vec<SocketAddr>, Refused> {
    let (host, port, lookup) = (entry.host(), entry.port(), Arc::clone(lookup));
    let found = runtime.wait(async {
        let asking = tokio::task::spawn_blocking(move || lookup(&host, port));
        timeout(PATIENCE, asking).await
    })?;
    match found {
        Err(_) => Err(Refused::Slow),
        Ok(Ok(Ok(all))) if !all.is_empty() => Ok(all),
        Ok(_) => Err(Refused::Unknown),
    }
}

fn client(entry: &Address, addresses: &[SocketAddr], local: bool) -> Result<Client, Refused> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots: rustls::RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| Refused::Unreachable)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut builder = Client::builder()
        .tls_backend_preconfigured(tls)
        .no_proxy()
        .redirect(Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .https_only(!local)
        .http1_only()
        .pool_max_idle_per_host(1)
        .connect_timeout(PATIENCE)
        .timeout(PATIENCE + Duration::from_secs(1))
        .user_agent(concat!("Geflecht/", env!("CARGO_PKG_VERSION")))
        .dns_resolver(Nobody);
    if entry.number().is_none() {
        builder = builder.resolve_to_addrs(&entry.host(), addresses);
    }
    builder.build().map_err(|_| Refused::Unreachable)
}
