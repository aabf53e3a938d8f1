//! Tokens, codes and their hashes.

use kernel::{Error, Result};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The length of a secret as text: 256 bits in hexadecimal.
const LENGTH: usize = 64;

/// A new secret: 256 random bits as 64 hexadecimal digits.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn secret() -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(hex(&bytes))
}

/// A new secret for a link: 256 random bits as 64 letters from a to p. Without digits, no part of the link can be taken
/// for the code beside it, by readers or by programs that look for codes in letters.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn link() -> Result<String> {
    let letter = |c: char| c.to_digit(16).and_then(|n| char::from_u32(u32::from(b'a') + n)).unwrap_or('a');
    Ok(secret()?.chars().map(letter).collect())
}

/// A new code: six digits, each of the million as likely as any other.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn code() -> Result<String> {
    // The largest multiple of a million below 2^32; what lies above would make small codes likelier.
    const FAIR: u32 = 4_294_000_000;
    loop {
        let word = getrandom::u32().map_err(Error::internal)?;
        if word < FAIR {
            return Ok(format!("{:06}", word % 1_000_000));
        }
    }
}

/// A new code for emergencies: ten of 32 letters and digits that nobody mistakes for each other, 50 random bits, in two
/// groups.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn emergency() -> Result<String> {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bytes = [0_u8; 10];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    let text: String = bytes.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect();
    Ok(format!("{}-{}", &text[..5], &text[5..]))
}

/// So many random bytes.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

/// Whether a text has the form of a secret.
pub fn is_secret(text: &str) -> bool {
    text.len() == LENGTH && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The hash under which something is kept or looked up (SHA-256). `purpose` keeps hashes of different use apart; each
/// part is closed by its length, so that no two lists of parts read the same.
pub fn hash(purpose: &str, parts: &[&str]) -> String {
    let mut sum = Sha256::new();
    for part in std::iter::once(&purpose).chain(parts) {
        sum.update(part.as_bytes());
        sum.update(part.len().to_be_bytes());
    }
    hex(&sum.finalize())
}

/// Whether two hashes are the same, in a time that does not tell where they differ.
pub fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_and_never_the_same() {
        let all: std::collections::HashSet<String> = (0..1000).map(|_| secret().unwrap()).collect();
        assert_eq!(all.len(), 1000);
        assert!(all.iter().all(|s| is_secret(s)));
        let links: std::collections::HashSet<String> = (0..1000).map(|_| link().unwrap()).collect();
        assert_eq!(links.len(), 1000);
        assert!(links.iter().all(|l| l.len() == 64 && l.bytes().all(|b| (b'a'..=b'p').contains(&b))));
        assert!(('a'..='p').all(|letter| links.iter().any(|l| l.contains(letter))));
        assert!(!is_secret("") && !is_secret(&"A".repeat(64)) && !is_secret(&"0".repeat(63)));
    }

    #[test]
    fn codes_have_six_digits_and_spread_evenly() {
        let codes: Vec<String> = (0..5000).map(|_| code().unwrap()).collect();
        assert!(codes.iter().all(|c| c.len() == 6 && c.bytes().all(|b| b.is_ascii_digit())));
        for digit in '0'..='9' {
            let first = codes.iter().filter(|c| c.starts_with(digit)).count();
            assert!((350..650).contains(&first), "{first} of 5000 begin with {digit}");
        }
    }

    #[test]
    fn hashes_keep_purposes_and_parts_apart() {
        let all = [
            hash("a", &["b", "c"]),
            hash("a", &["bc"]),
            hash("a", &["", "bc"]),
            hash("ab", &["c"]),
            hash("x", &["b", "c"]),
        ];
        for (n, one) in all.iter().enumerate() {
            assert!(all.iter().skip(n + 1).all(|other| !same(one, other)));
        }
        assert!(same(&all[0], &hash("a", &["b", "c"])));
        assert!(!same("", &all[0]));
    }
}
