//! Where a request comes from, as far as limits need to tell one sender from another. Addresses are looked at and never
//! kept: what is counted stands under a keyed hash, in memory, with another key each day.

use std::{
    collections::HashMap,
    fmt,
    hash::{BuildHasher, RandomState},
    net::{IpAddr, Ipv6Addr, SocketAddr},
    str::FromStr,
    sync::{Mutex, PoisonError},
};

use http::HeaderMap;
use kernel::{Day, Moment};

/// The address a connection came from; the server puts it beside each request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// The web servers in front whose word about the sender counts: addresses and networks.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Proxies(Vec<(IpAddr, u8)>);

impl Proxies {
    /// Whether an address is one of them.
    #[must_use]
    pub fn trusts(&self, ip: IpAddr) -> bool {
        self.0.iter().any(|(net, length)| match (net, ip) {
            (IpAddr::V4(net), IpAddr::V4(ip)) => shared(u32::from(*net).into(), u32::from(ip).into(), 32, *length),
            (IpAddr::V6(net), IpAddr::V6(ip)) => shared(u128::from(*net), u128::from(ip), 128, *length),
            _ => false,
        })
    }
}

/// Whether two numbers of `width` bits begin with the same `length` bits.
fn shared(one: u128, other: u128, width: u32, length: u8) -> bool {
    (one ^ other).checked_shr(width.saturating_sub(u32::from(length))).unwrap_or(0) == 0
}

impl FromStr for Proxies {
    type Err = String;
    /// Reads `127.0.0.1, ::1, 10.0.0.0/8`.
    fn from_str(text: &str) -> Result<Self, String> {
        let read = |part: &str| {
            let (ip, length) = part.split_once('/').unwrap_or((part, ""));
            let ip: IpAddr = ip.parse().ok()?;
            let most = if ip.is_ipv4() { 32 } else { 128 };
            let length = if part.contains('/') { length.parse().ok().filter(|n| *n <= most)? } else { most };
            Some((ip, length))
        };
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| read(part).ok_or_else(|| part.to_owned())).collect::<Result<Vec<_>, _>>().map(Self)
    }
}

/// Who sends, as far as a limit can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The request came over no connection: from the program itself, or a test.
    Within,
    /// Through a web server in front that is not set as one, or that did not say for whom: all of these are one sender.
    Unclear,
    /// An IPv4 address, or the first 64 bits of an IPv6 address, which is what one connection gets (RFC 6177).
    Net(IpAddr),
}

impl fmt::Debug for Origin {
    /// Without the address: debugging output ends up in logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Within => "Within",
            Self::Unclear => "Unclear",
            Self::Net(_) => "Net(…)",
        })
    }
}

/// What web servers in front write down for whom they ask; the last entry is theirs, those before it anybody's.
const FORWARDED: &str = "x-forwarded-for";

impl Origin {
    /// The sender of a request. Only what a trusted server in front added counts, read from its end: whatever stands
    /// before may have been made up by the sender.
    pub(crate) fn of(proxies: &Proxies, peer: Option<Peer>, headers: &HeaderMap) -> Self {
        let Some(Peer(peer)) = peer else { return Self::Within };
        let peer = peer.to_canonical();
        if !proxies.trusts(peer) {
            let through = [FORWARDED, "forwarded", "x-real-ip", "via"].iter().any(|name| headers.contains_key(*name));
            return if through || peer.is_loopback() { Self::Unclear } else { Self::Net(net(peer)) };
        }
        let said: Option<Vec<&str>> = headers.get_all(FORWARDED).iter().map(|v| v.to_str().ok()).collect();
        for entry in said.iter().flatten().flat_map(|v| v.split(',')).rev() {
            match address(entry.trim()) {
                Some(ip) if proxies.trusts(ip) => {}
                Some(ip) => return Self::Net(net(ip)),
                None => return Self::Unclear,
            }
        }
        Self::Unclear
    }
}

/// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).unwrap_or(text);
    let ip = bare.parse().or_else(|_| text.parse::<SocketAddr>().map(|at| at.ip()));
    ip.ok().map(|ip: IpAddr| ip.to_canonical())
}

fn net(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
    }
}

/// How many senders are told apart at once; beyond that the newest count as one.
const MOST: usize = 50_000;
/// How much more all unclear senders together may than one that is known.
const TOGETHER: u32 = 4;
const HOUR: i64 = 3600;

/// What anonymous forms were sent from where within the last hour. Each process counts for itself: with several nodes a
/// sender may as often as there are nodes, and a restart forgets.
#[derive(Default)]
pub(crate) struct Counts(Mutex<Book>);

struct Book {
    day: Day,
    key: RandomState,
    /// When the hour of a sender at a form began, and how often since.
    sent: HashMap<u64, (Moment, u32)>,
}

impl Default for Book {
    fn default() -> Self {
        Self { day: Day::FIRST, key: RandomState::new(), sent: HashMap::new() }
    }
}

impl Book {
    /// The number of a sender at a form, and how often it may.
    fn entry(&mut self, form: &str, origin: Origin, most: u32, now: Moment) -> Option<(u64, u32)> {
        if now.day() != self.day {
            *self = Self { day: now.day(), ..Self::default() };
        }
        let of = |from: Option<IpAddr>| self.key.hash_one((form, from));
        let unclear = (of(None), most.saturating_mul(TOGETHER));
        match origin {
            Origin::Within => None,
            Origin::Unclear => Some(unclear),
            Origin::Net(ip) => {
                let key = of(Some(ip));
                if self.sent.len() >= MOST && !self.sent.contains_key(&key) {
                    self.sent.retain(|_, (since, _)| now.seconds_since(*since) < HOUR);
                    if self.sent.len() >= MOST {
                        return Some(unclear);
                    }
                }
                Some((key, most))
            }
        }
    }
}

impl Counts {
    /// The moment from which on this sender may send this form again, where it did so too often.
    pub(crate) fn full(&self, form: &str, origin: Origin, most: u32, now: Moment) -> Option<Moment> {
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, most) = book.entry(form, origin, most, now)?;
        let (since, times) = *book.sent.get(&key)?;
        (now.seconds_since(since) < HOUR && times >= most).then(|| since.plus_seconds(HOUR))
    }
    /// Counts a form that was taken.
    pub(crate) fn note(&self, form: &str, origin: Origin, most: u32, now: Moment) {
        let mut book = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((key, _)) = book.entry(form, origin, most, now) else { return };
        let held = book.sent.entry(key).or_insert((now, 0));
        if now.seconds_since(held.0) >= HOUR {
            *held = (now, 0);
        }
        held.1 = held.1.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn of(proxies: &str, peer: &str, said: &[&str]) -> Origin {
        let mut headers = HeaderMap::new();
        for value in said {
            headers.append(FORWARDED, value.parse().unwrap());
        }
        Origin::of(&proxies.parse().unwrap(), Some(Peer(ip(peer))), &headers)
    }

    #[test]
    fn only_a_trusted_server_in_front_is_believed_and_only_its_own_entry() {
        let client = Origin::Net(ip("203.0.113.7"));
        for (proxies, peer, said, origin) in [
            ("", "203.0.113.7", &[][..], client),
            ("", "::ffff:203.0.113.7", &[], client),
            // A header anybody can write makes nobody somebody else.
            ("", "203.0.113.7", &["198.51.100.1"], Origin::Unclear),
            ("", "127.0.0.1", &["198.51.100.1"], Origin::Unclear),
            ("", "127.0.0.1", &[], Origin::Unclear),
            ("127.0.0.1", "127.0.0.1", &["203.0.113.7"], client),
            ("127.0.0.1, ::1", "::1", &["203.0.113.7:4711"], client),
            ("127.0.0.1", "127.0.0.1", &["198.51.100.1, 203.0.113.7"], client),
            ("127.0.0.1", "127.0.0.1", &["198.51.100.1", "203.0.113.7"], client),
            ("127.0.0.1,10.0.0.0/8", "127.0.0.1", &["203.0.113.7, 10.3.4.5"], client),
            ("10.0.0.0/8", "127.0.0.1", &["203.0.113.7"], Origin::Unclear),
            ("127.0.0.1", "127.0.0.1", &["203.0.113.7, unknown"], Origin::Unclear),
            ("127.0.0.1", "127.0.0.1", &[], Origin::Unclear),
            ("127.0.0.1", "127.0.0.1", &["127.0.0.1"], Origin::Unclear),
        ] {
            assert_eq!(of(proxies, peer, said), origin, "{proxies} {peer} {said:?}");
        }
        assert_eq!(Origin::of(&Proxies::default(), None, &HeaderMap::new()), Origin::Within);
    }

    #[test]
    fn an_ipv6_connection_is_one_sender_with_all_its_addresses() {
        let one = of("", "2001:db8:1:2::a", &[]);
        assert_eq!(one, of("", "2001:db8:1:2:ffff::b", &[]));
        assert_eq!(one, of("::1", "::1", &["[2001:db8:1:2::c]:443"]));
        assert_ne!(one, of("", "2001:db8:1:3::a", &[]));
        assert_eq!(format!("{one:?}"), "Net(…)");
    }

    #[test]
    fn networks_of_servers_are_read_and_nonsense_is_named() {
        let proxies: Proxies = " 127.0.0.1, 10.0.0.0/8 ,2001:db8::/32, 0.0.0.0/0".parse().unwrap();
        assert!(
            proxies.trusts(ip("10.255.0.1")) && proxies.trusts(ip("2001:db8:ffff::1")) && proxies.trusts(ip("8.8.8.8"))
        );
        assert!(!proxies.trusts(ip("2001:db9::1")));
        assert!(!"10.0.0.0/8".parse::<Proxies>().unwrap().trusts(ip("11.0.0.1")));
        for wrong in ["localhost", "10.0.0.0/33", "10.0.0.0/", "::/129", "127.0.0.1;::1"] {
            assert_eq!(wrong.parse::<Proxies>(), Err(wrong.to_owned()));
        }
        assert_eq!("".parse(), Ok(Proxies::default()));
    }

    #[test]
    fn a_sender_is_stopped_for_the_rest_of_its_hour_and_another_is_not() {
        let (counts, begin) = (Counts::default(), Day::literal("2026-11-23").at(12, 0));
        let (one, other) = (Origin::Net(ip("203.0.113.7")), Origin::Net(ip("203.0.113.8")));
        for n in 0..3 {
            assert_eq!(counts.full("/f", one, 3, begin.plus_seconds(n)), None);
            counts.note("/f", one, 3, begin.plus_seconds(n));
        }
        assert_eq!(counts.full("/f", one, 3, begin.plus_seconds(9)), Some(begin.plus_seconds(HOUR)));
        assert_eq!(counts.full("/f", other, 3, begin.plus_seconds(9)), None);
        assert_eq!(counts.full("/g", one, 3, begin.plus_seconds(9)), None, "each form counts for itself");
        assert_eq!(counts.full("/f", one, 3, begin.plus_seconds(HOUR)), None);
        counts.note("/f", one, 3, begin.plus_seconds(HOUR));
        assert_eq!(counts.full("/f", one, 3, begin.plus_seconds(HOUR)), None, "a new hour begins with one");
        for _ in 0..12 {
            assert_eq!(counts.full("/f", Origin::Unclear, 3, begin), None);
            counts.note("/f", Origin::Unclear, 3, begin);
        }
        assert!(counts.full("/f", Origin::Unclear, 3, begin).is_some());
        counts.note("/f", Origin::Within, 0, begin);
        assert_eq!(counts.full("/f", Origin::Within, 0, begin), None);
    }

    #[test]
    fn as_many_senders_as_anybody_likes_take_no_more_room() {
        let (counts, now) = (Counts::default(), Day::literal("2026-11-23").at(12, 0));
        for n in 0..60_000_u32 {
            counts.note("/f", Origin::Net(std::net::Ipv4Addr::from(n).into()), 1, now);
        }
        assert!(counts.0.lock().unwrap().sent.len() <= MOST + 1);
        let late = now.plus_seconds(HOUR);
        counts.note("/f", Origin::Net(ip("203.0.113.7")), 1, late);
        assert_eq!(counts.0.lock().unwrap().sent.len(), 1, "what is over makes room");
        let next = now.plus_seconds(24 * HOUR);
        counts.note("/f", Origin::Net(ip("203.0.113.7")), 1, next);
        assert_eq!(counts.0.lock().unwrap().day, next.day());
    }
}
