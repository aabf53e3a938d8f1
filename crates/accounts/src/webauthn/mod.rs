//! Whether what a passkey sent is right: Web Authentication Level 3, sections 7.1 (registering) and 7.2 (signing in).
//! No input or output. What a device says of its maker is not asked for and not read: any device one owns will do.

mod cbor;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature;
use sha2::{Digest, Sha256};

use cbor::Item;

/// The longest number of a passkey in bytes (7.1, step 25).
const LONGEST_ID: usize = 1023;

/// Bytes as text without padding (RFC 4648 5).
pub fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes from text; `None` when it is none.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Where passkeys of this installation are good.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The host, to which browsers bind each passkey.
    pub host: String,
    /// Scheme, host and port, as browsers write them.
    pub origin: String,
}

impl Place {
    /// From the address the installation is reached at; `None` where browsers allow no passkey: under an IP address, and
    /// without TLS under any name but `localhost` (W3C Secure Contexts 3.1).
    pub fn of(base_url: &str) -> Option<Self> {
        let (scheme, rest) = base_url.split_once("://")?;
        let authority = rest.split('/').next()?;
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let authority = authority.strip_suffix(usual).unwrap_or(authority);
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host).to_ascii_lowercase();
        let local = host == "localhost" || host.ends_with(".localhost");
        // Names of the internet end in letters; what ends in a digit or a bracket is an IP address (WHATWG URL 3.5).
        let named = host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()));
        let secure = scheme == "https" || (scheme == "http" && local);
        (named && secure).then(|| Self { origin: format!("{scheme}://{}", authority.to_ascii_lowercase()), host })
    }
}

/// What a ceremony is for; browsers write it into what they sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ceremony {
    /// A new passkey.
    Create,
    /// A proof with one.
    Get,
}

/// The challenge the browser says it answered; `None` unless ceremony and origin are right and no other site's frame is
/// around the page.
pub fn challenge(client: &[u8], ceremony: Ceremony, place: &Place) -> Option<String> {
    let said: serde_json::Value = serde_json::from_slice(client).ok()?;
    let text = |key: &str| said.get(key).and_then(serde_json::Value::as_str);
    let kind = match ceremony {
        Ceremony::Create => "webauthn.create",
        Ceremony::Get => "webauthn.get",
    };
    let framed = said.get("crossOrigin").is_some_and(|v| v.as_bool() != Some(false));
    let right = text("type") == Some(kind) && text("origin") == Some(&place.origin) && !framed;
    let bytes = decoded(text("challenge").filter(|_| right)?)?;
    String::from_utf8(bytes).ok()
}

/// What a device says of itself, as far as it matters (6.1).
#[derive(Debug)]
struct Said<'a> {
    uses: i64,
    /// Number and key of a new passkey.
    made: Option<(&'a [u8], &'a [u8])>,
}

/// Reads the device's data; `None` unless they are for this host and the person was there and proved it by PIN or
/// finger.
fn said<'a>(data: &'a [u8], place: &Place) -> Option<Said<'a>> {
    const PRESENT: u8 = 1;
    const VERIFIED: u8 = 1 << 2;
    const MAY_BE_COPIED: u8 = 1 << 3;
    const IS_COPIED: u8 = 1 << 4;
    const HAS_KEY: u8 = 1 << 6;
    let (host, rest) = data.split_at_checked(32)?;
    let (flags, rest) = rest.split_first()?;
    let (uses, rest) = rest.split_at_checked(4)?;
    let is = |flag: u8| flags & flag != 0;
    let right = host == Sha256::digest(place.host.as_bytes()).as_slice()
        && is(PRESENT)
        && is(VERIFIED)
        && (is(MAY_BE_COPIED) || !is(IS_COPIED));
    if !right {
        return None;
    }
    let made = if is(HAS_KEY) {
        // The maker's number of the model: not asked for.
        let (_, rest) = rest.split_at_checked(16)?;
        let (length, rest) = rest.split_at_checked(2)?;
        let length = length.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
        let (id, key) = rest.split_at_checked(length)?;
        Some((id, key))
    } else {
        None
    };
    let uses = uses.iter().fold(0, |number, byte| number << 8 | i64::from(*byte));
    Some(Said { uses, made })
}

/// A new passkey, as it is to be kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    /// Its number, as text.
    pub credential: String,
    /// Its public key in COSE, as text.
    pub public_key: String,
    /// How often it was used.
    pub uses: i64,
}

/// The passkey in the answer to a registration whose challenge was checked before; `None` when anything is wrong.
pub fn made(attestation: &[u8], place: &Place) -> Option<Made> {
    let (object, after) = cbor::read(attestation)?;
    let said = said(object.at("authData")?.bytes()?, place)?;
    let (id, key) = said.made.filter(|_| after.is_empty())?;
    let (item, extensions) = cbor::read(key)?;
    key_of(&item)?;
    let right = (1..=LONGEST_ID).contains(&id.len());
    let exact = key.get(..key.len() - extensions.len())?;
    right.then(|| Made { credential: encoded(id), public_key: encoded(exact), uses: said.uses })
}

/// A proof with a passkey, as the browser sent it.
pub struct Proof<'a> {
    /// What the browser signed with: its data about the ceremony.
    pub client: &'a [u8],
    /// The device's data.
    pub device: &'a [u8],
    /// The signature over both.
    pub signature: &'a [u8],
}

/// How often the passkey was used by now, when the proof is right; its challenge was checked before. A count that does not
/// grow means that the key was copied against its maker's will (6.1.1).
pub fn proved(proof: &Proof<'_>, public_key: &str, uses: i64, place: &Place) -> Option<i64> {
    let said = said(proof.device, place)?;
    let key = decoded(public_key)?;
    let (item, _) = cbor::read(&key)?;
    let signed = [proof.device, &Sha256::digest(proof.client)].concat();
    key_of(&item)?.verify(&signed, proof.signature)?;
    let grew = said.uses > uses || (said.uses == 0 && uses == 0);
    grew.then_some(said.uses)
}

/// A public key (RFC 9053 7).
enum Key<'a> {
    /// ES256: a point of P-256.
    Point(Vec<u8>),
    /// RS256: modulus and exponent.
    Numbers(&'a [u8], &'a [u8]),
    /// EdDSA: a point of Ed25519.
    Edwards(&'a [u8]),
}

/// The numbers of the algorithms that are read, best first: EdDSA, ES256, RS256.
pub const ALGORITHMS: [i64; 3] = [-8, -7, -257];

fn key_of<'a>(item: &Item<'a>) -> Option<Key<'a>> {
    let number = |key| item.under(key).and_then(Item::number);
    let bytes = |key| item.under(key).and_then(Item::bytes);
    match (number(1)?, number(3)?) {
        (2, -7) if number(-1) == Some(1) => {
            let (x, y) = (bytes(-2)?, bytes(-3)?);
            (x.len() == 32 && y.len() == 32).then(|| Key::Point([&[4], x, y].concat()))
        }
        (3, -257) => Some(Key::Numbers(bytes(-1)?, bytes(-2)?)),
        (1, -8) if number(-1) == Some(6) => bytes(-2).filter(|x| x.len() == 32).map(Key::Edwards),
        _ => None,
    }
}

impl Key<'_> {
    fn verify(&self, signed: &[u8], by: &[u8]) -> Option<()> {
        let whole = |algorithm: &'static dyn signature::VerificationAlgorithm, key: &[u8]| {
            signature::UnparsedPublicKey::new(algorithm, key).verify(signed, by).ok()
        };
        match self {
            Self::Point(point) => whole(&signature::ECDSA_P256_SHA256_ASN1, point),
            Self::Edwards(point) => whole(&signature::ED25519, point),
            Self::Numbers(n, e) => signature::RsaPublicKeyComponents { n, e }
                .verify(&signature::RSA_PKCS1_2048_8192_SHA256, signed, by)
                .ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_good_under_names_with_tls_and_under_localhost() {
        for (base, host, origin) in [
            ("https://netz.example.org", "netz.example.org", "https://netz.example.org"),
            ("https://Netz.Example.org:8443", "netz.example.org", "https://netz.example.org:8443"),
            ("https://netz.example.org:443", "netz.example.org", "https://netz.example.org"),
            ("http://localhost:8080", "localhost", "http://localhost:8080"),
        ] {
            assert_eq!(Place::of(base), Some(Place { host: host.into(), origin: origin.into() }));
        }
        for base in [
            "http://127.0.0.1:8080",
            "https://192.0.2.7",
            "https://[2001:db8::1]:8443",
            "https://[::1]",
            "http://netz.example.org",
            "https://2130706433",
            "localhost",
            "",
        ] {
            assert_eq!(Place::of(base), None, "{base}");
        }
    }

    fn client(kind: &str, origin: &str, more: &str) -> Vec<u8> {
        format!("{{\"type\":\"{kind}\",\"challenge\":\"{}\",\"origin\":\"{origin}\"{more}}}", encoded(b"abc"))
            .into_bytes()
    }

    #[test]
    fn only_our_own_page_in_the_right_ceremony_answers_a_challenge() {
        let place = Place::of("http://localhost:8080").unwrap();
        let read = |kind: &str, origin: &str, more: &str| challenge(&client(kind, origin, more), Ceremony::Get, &place);
        let here = "http://localhost:8080";
        assert_eq!(read("webauthn.get", here, "").as_deref(), Some("abc"));
        assert_eq!(read("webauthn.get", here, ",\"crossOrigin\":false,\"other\":1").as_deref(), Some("abc"));
        for (kind, origin, more) in [
            ("webauthn.create", here, ""),
            ("webauthn.get", "http://localhost:8081", ""),
            ("webauthn.get", "http://localhost", ""),
            ("webauthn.get", "https://localhost:8080", ""),
            ("webauthn.get", "http://localhost:8080.evil.example", ""),
            ("webauthn.get", here, ",\"crossOrigin\":true"),
        ] {
            assert_eq!(read(kind, origin, more), None, "{kind} {origin} {more}");
        }
        assert_eq!(challenge(b"{}", Ceremony::Get, &place), None);
        assert_eq!(challenge(b"\xff", Ceremony::Get, &place), None);
    }
}
