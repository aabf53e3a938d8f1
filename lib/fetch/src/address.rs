//! Addresses that may be asked, and the networks behind them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use reqwest::Url;

use crate::Refused;

/// The most characters of an address.
const LONGEST: usize = 1_000;

/// An address of the net.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address(pub(crate) Url);

impl Address {
    /// Reads one. `local`: also without TLS and on any port, as servers on this machine have it.
    ///
    /// # Errors
    /// [`Refused::Address`].
    pub fn parse(text: &str, local: bool) -> Result<Self, Refused> {
        let mut url = Url::parse(text.trim()).map_err(|_| Refused::Address)?;
        let scheme = url.scheme() == "https" || (local && url.scheme() == "http");
        let plain = url.username().is_empty() && url.password().is_none();
        let port = local || url.port().is_none();
        if !scheme || !plain || !port || url.host().is_none() || text.len() > LONGEST || url.as_str().len() > LONGEST {
            return Err(Refused::Address);
        }
        url.set_fragment(None);
        Ok(Self(url))
    }

    /// As it is written down.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether both are asked at the same host in the same way.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        let place = |a: &Self| (a.0.scheme().to_owned(), a.host(), a.port());
        place(self) == place(other)
    }

    /// The host, as it is looked up.
    #[must_use]
    pub fn host(&self) -> String {
        self.0.host_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// The number in the host's place, if one is written there: no name is looked up for it.
    pub(crate) fn number(&self) -> Option<IpAddr> {
        let host = self.host();
        host.trim_start_matches('[').trim_end_matches(']').parse().ok()
    }
}

/// Whether an address belongs to the public net. Everything with a purpose of its own does not (RFC 6890): this machine,
/// private networks, the one of the link, shared and reserved ones, groups. An IPv6 address that carries one of IPv4 counts
/// as that; of IPv6 only what is given out for everybody counts (RFC 4291 2.4).
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(v4) => is_public_4(v4),
        IpAddr::V6(v6) => is_public_6(v6),
    }
}

const fn is_public_4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

fn is_public_6(ip: Ipv6Addr) -> bool {
    if let Some(v4) = ip.to_ipv4_mapped() {
        return is_public_4(v4);
    }
    let s = ip.segments();
    // Addresses that carry one of IPv4 (RFC 6052, RFC 3056) or go through a relay (RFC 4380), and those for examples.
    let carries = matches!(s, [0x0064, 0xff9b, ..] | [0x2002, ..] | [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x3fff, ..]);
    (s[0] & 0xe000) == 0x2000 && !carries
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_public_is_known_in_every_spelling() {
        for no in [
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "203.0.113.7",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "fec0::1",
            "3fff::1",
        ] {
            assert!(!is_public(no.parse().unwrap()), "{no}");
        }
        for yes in ["93.184.216.34", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "::ffff:93.184.216.34", "2003::1"] {
            assert!(is_public(yes.parse().unwrap()), "{yes}");
        }
    }

    #[test]
    fn only_plain_addresses_are_asked() {
        for no in [
            "",
            "ris.example.org",
            "http://ris.example.org/",
            "ftp://ris.example.org/",
            "file:///etc/passwd",
            "https://",
            "https://anna:geheim@ris.example.org/",
            "https://anna@ris.example.org/",
            "https://ris.example.org:8443/",
            "javascript:alert(1)",
        ] {
            assert_eq!(Address::parse(no, false), Err(Refused::Address), "{no}");
        }
        let one = Address::parse(" https://RIS.example.org:443/oparl#oben ", false).unwrap();
        assert_eq!(one.as_str(), "https://ris.example.org/oparl");
        assert!(one.is_beside(&Address::parse("https://ris.example.org/x?seite=2", false).unwrap()));
        for other in ["https://example.org/", "https://ris.example.org.evil.example.org/"] {
            assert!(!one.is_beside(&Address::parse(other, false).unwrap()), "{other}");
        }
        assert!(Address::parse(&format!("https://ris.example.org/{}", "a".repeat(2_000)), false).is_err());
    }

    #[test]
    fn numbers_are_numbers_however_they_are_written() {
        for text in [
            "https://127.0.0.1/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://017700000001/",
            "https://[::ffff:127.0.0.1]/",
        ] {
            let number = Address::parse(text, false).unwrap().number();
            assert!(number.is_some_and(|ip| !is_public(ip)), "{text}: {number:?}");
        }
        assert_eq!(Address::parse("https://ris.example.org/", false).unwrap().number(), None);
    }

    proptest! {
        #[test]
        fn a_mapped_address_counts_as_the_one_it_carries(bits: u32) {
            let v4 = Ipv4Addr::from(bits);
            prop_assert_eq!(is_public(IpAddr::V4(v4)), is_public(IpAddr::V6(v4.to_ipv6_mapped())));
        }
        #[test]
        fn no_address_panics_and_none_is_read_with_a_password(text in "\\PC{0,80}") {
            if let Ok(it) = Address::parse(&text, false) {
                prop_assert!(it.as_str().starts_with("https://") && !it.host().is_empty());
            }
        }
    }
}
