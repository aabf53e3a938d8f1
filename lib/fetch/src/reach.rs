//! How far the program may reach, and one visit at a host.

use std::{io, net::SocketAddr, sync::Arc};

use crate::{Address, Refused, net::Net};

/// How a name becomes addresses.
pub type Lookup = Arc<dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync>;

/// What stands at an address, where nothing is asked: the pages of the demo.
pub type Page = fn(&str) -> Option<Vec<u8>>;

#[derive(Clone)]
enum Way {
    Net { lookup: Lookup, local: bool },
    Pages(Page),
}

/// How far the program may reach.
#[derive(Clone)]
pub struct Reach(Way);

impl std::fmt::Debug for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match &self.0 {
            Way::Net { local: false, .. } => "Reach(public)",
            Way::Net { .. } => "Reach(local)",
            Way::Pages(_) => "Reach(pages)",
        })
    }
}

fn system() -> Lookup {
    Arc::new(|host, port| std::net::ToSocketAddrs::to_socket_addrs(&(host, port)).map(Iterator::collect))
}

impl Reach {
    /// The public net and nothing else.
    #[must_use]
    pub fn public() -> Self {
        Self::public_with(system())
    }
    /// The same with another way to look names up.
    #[must_use]
    pub fn public_with(lookup: Lookup) -> Self {
        Self(Way::Net { lookup, local: false })
    }
    /// This machine and private networks too, without TLS: for tests and for whoever builds this program.
    #[must_use]
    pub fn local() -> Self {
        Self(Way::Net { lookup: system(), local: true })
    }
    /// Nothing but what a function knows.
    #[must_use]
    pub const fn pages(page: Page) -> Self {
        Self(Way::Pages(page))
    }

    /// Begins a visit: the host's addresses are looked up and judged once, and hold until its end. Blocks; not to be called
    /// by asynchronous work.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn visit(&self, entry: &str) -> Result<Visit, Refused> {
        match &self.0 {
            Way::Net { lookup, local } => {
                let entry = Address::parse(entry, *local)?;
                let net = Net::open(&entry, lookup, *local)?;
                Ok(Visit { entry, local: *local, ask: Ask::Net(net) })
            }
            Way::Pages(page) => {
                Ok(Visit { entry: Address::parse(entry, false)?, local: false, ask: Ask::Pages(*page) })
            }
        }
    }
}

enum Ask {
    Net(Net),
    Pages(Page),
}

/// A visit at one host.
pub struct Visit {
    entry: Address,
    local: bool,
    ask: Ask,
}

impl Visit {
    /// What stands at an address of the same host. Blocks.
    ///
    /// # Errors
    /// [`Refused::Elsewhere`] for another host; else as it went.
    pub fn get(&self, url: &str) -> Result<Vec<u8>, Refused> {
        let url = Address::parse(url, self.local).map_err(|_| Refused::Elsewhere)?;
        if !url.is_beside(&self.entry) {
            return Err(Refused::Elsewhere);
        }
        match &self.ask {
            Ask::Net(net) => net.get(&url),
            Ask::Pages(page) => page(url.as_str()).ok_or(Refused::Unreachable),
        }
    }
}
