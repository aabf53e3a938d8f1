//! What a device and its browser send: registrations, and proofs that nobody could have signed.
#![no_main]

use accounts::webauthn::{Ceremony, Place, Proof, challenge, decoded, encoded, made, proved};
use libfuzzer_sys::fuzz_target;

/// A point of P-256 in COSE, of a key that nobody keeps.
const KEY: &str = "pQECAyYgASFYIGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWIlggT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

fuzz_target!(|bytes: &[u8]| {
    let Some(place) = Place::of("https://netz.example.org") else { return };
    if let Some(made) = made(bytes, &place) {
        assert!(decoded(&made.credential).is_some_and(|id| (1..=1023).contains(&id.len())));
        assert!(decoded(&made.public_key).is_some_and(|key| encoded(&key) == made.public_key));
        // Its own bytes are no signature.
        let proof = Proof { client: bytes, device: bytes, signature: bytes };
        assert_eq!(proved(&proof, &made.public_key, made.uses, &place), None);
    }
    for ceremony in [Ceremony::Create, Ceremony::Get] {
        if let Some(text) = challenge(bytes, ceremony, &place) {
            assert!(String::from_utf8_lossy(bytes).contains("netz.example.org"), "{text}");
        }
    }
    let third = bytes.len() / 3;
    let (client, rest) = bytes.split_at(third);
    let (device, signature) = rest.split_at(third);
    assert_eq!(proved(&Proof { client, device, signature }, KEY, 0, &place), None);
    if let Ok(key) = std::str::from_utf8(client) {
        let _ = proved(&Proof { client, device, signature }, key, 0, &place);
    }
});
