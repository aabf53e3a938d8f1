//! Codes of an app: TOTP (RFC 6238) with SHA-1, six digits and steps of 30 seconds, which every app can. No input or output.

use kernel::Moment;
use ring::hmac;

use crate::secrets;

/// How long one code is shown, in seconds (RFC 6238 5.2).
pub const STEP: i64 = 30;
/// The length of a secret in bytes: that of the hash (RFC 4226 4, R6).
pub const BYTES: usize = 20;

/// The letters of RFC 4648 6.
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The step a moment lies in.
pub fn step(now: Moment) -> i64 {
    now.micros().div_euclid(STEP * 1_000_000)
}

/// The code of a step (RFC 4226 5.3).
pub fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let at = usize::from(bytes.last().copied().unwrap_or_default() & 0x0f);
    let word = bytes.iter().skip(at).take(4).fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
    format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
}

/// The step whose code was typed: the current one or its neighbours, since clocks differ (RFC 6238 5.2), and later than
/// `last`, since a code counts once.
pub fn matching(secret: &[u8], typed: &str, now: Moment, last: i64) -> Option<i64> {
    let now = step(now);
    (now - 1..=now + 1).filter(|step| secrets::same(&code(secret, *step), typed)).find(|step| *step > last)
}

/// A secret as people and apps write it (RFC 4648 6, without padding).
pub fn written(secret: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0);
    for byte in secret {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

fn letter(bits: u32) -> char {
    char::from(LETTERS[(bits & 31) as usize])
}

/// A secret of the right length from what [`written`] wrote; `None` for anything else.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for byte in text.bytes() {
        let value = LETTERS.iter().position(|l| *l == byte).and_then(|n| u32::try_from(n).ok())?;
        held = (held << 5 | value) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    (bytes.len() == BYTES && written(&bytes) == text).then_some(bytes)
}

/// In groups of four, to be read and typed.
pub fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What the picture says to the app (the Key URI Format that apps agree on).
pub fn address(site: &str, mail: &str, secret: &str) -> String {
    let part = |text: &str| {
        text.bytes().fold(String::new(), |mut out, byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                out.push(char::from(byte));
            } else {
                out.push_str(&format!("%{byte:02X}"));
            }
            out
        })
    };
    // A colon would end the name of the site.
    let site = part(&site.replace(':', " "));
    format!("otpauth://totp/{site}:{}?secret={secret}&issuer={site}&algorithm=SHA1&digits=6&period={STEP}", part(mail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1; the last six of eight digits.
        let secret = b"12345678901234567890";
        for (second, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(secret, step(Moment::from_micros(second * 1_000_000))), expected, "{second}");
        }
    }

    #[test]
    fn a_code_counts_once_and_a_step_around_its_time() {
        let secret = b"12345678901234567890";
        let now = Moment::from_micros(1_000_000_000_000_000);
        let here = step(now);
        for (of, last, found) in [
            (here, 0, Some(here)),
            (here - 1, 0, Some(here - 1)),
            (here + 1, 0, Some(here + 1)),
            (here - 2, 0, None),
            (here + 2, 0, None),
            (here, here, None),
            (here - 1, here, None),
            (here + 1, here, Some(here + 1)),
        ] {
            assert_eq!(matching(secret, &code(secret, of), now, last), found, "{}", of - here);
        }
        assert_eq!(matching(secret, "", now, 0), None);
    }

    #[test]
    fn a_secret_reads_back_as_it_was_written() {
        // RFC 4648 10.
        for (plain, text) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(written(plain.as_bytes()), text);
        }
        let secret: Vec<u8> = (0..20).map(|n| n * 13).collect();
        assert_eq!(read(&written(&secret)), Some(secret.clone()));
        assert_eq!(grouped(&written(&secret)).split(' ').count(), 8);
        for bad in ["", "MZXW6YTBOI", &written(&secret).to_lowercase(), &format!("{}A", written(&secret))] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_address_for_the_app_escapes_what_could_end_a_part() {
        let text = address("Netz: Aachen & Düren", "mira@example.org", "ABC");
        assert_eq!(
            text,
            "otpauth://totp/Netz%20%20Aachen%20%26%20D%C3%BCren:mira%40example.org?secret=ABC&issuer=Netz%20%20Aachen%20%26%20D%C3%BCren&algorithm=SHA1&digits=6&period=30"
        );
    }
}
