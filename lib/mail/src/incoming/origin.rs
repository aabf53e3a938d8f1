//! Whether a letter really comes from the domain it names: said by the mail server in front, and by nobody else (RFC 8601).

/// Whether the mail server of that name found a valid signature (DKIM, RFC 6376) of the sender's own domain.
///
/// `heads` are the values of all `Authentication-Results`, from the top. Only those of that server count, and of these the
/// topmost: it was put there last. Where it gives DMARC's word alone, whose filter writes a head of its own, the one right
/// below speaks. What stands further down came with the letter as far as anybody can tell, and proves nothing.
pub(super) fn is_signed(heads: &[String], server: &str, domain: &str) -> bool {
    let ours = |head: &String| {
        let head = without_comments(head);
        let (name, results) = head.split_once(';')?;
        // A version may stand behind the name (2.2).
        let name = name.split_whitespace().next()?;
        name.trim_end_matches('.').eq_ignore_ascii_case(server).then(|| results.to_owned())
    };
    let mut from_ours = heads.iter().map(ours).skip_while(Option::is_none);
    let spoken = match from_ours.next().flatten() {
        Some(results) if is_dmarc_alone(&results) => from_ours.next().flatten(),
        topmost => topmost,
    };
    spoken.is_some_and(|results| results.split(';').any(|result| passes(result, domain)))
}

/// Whether a head says what DMARC (RFC 7489) found, and nothing else.
fn is_dmarc_alone(results: &str) -> bool {
    let mut said = results.split(';').map(str::trim).filter(|result| !result.is_empty()).peekable();
    let dmarc = |result: &str| result.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("dmarc="));
    said.peek().is_some() && said.all(dmarc)
}

/// `dkim=pass header.d=example.org`, for that domain or one above it (relaxed alignment, RFC 7489 3.1.1).
fn passes(result: &str, domain: &str) -> bool {
    let mut words = result.split_whitespace();
    if !words.next().is_some_and(|word| word.eq_ignore_ascii_case("dkim=pass")) {
        return false;
    }
    words.any(|word| {
        let Some((name, value)) = word.split_once('=') else { return false };
        let value = value.trim_matches('"').trim_end_matches('.').to_ascii_lowercase();
        name.eq_ignore_ascii_case("header.d") && is_above(&value, &domain.to_ascii_lowercase())
    })
}

/// The domain itself, or one it lies in; never a top-level domain.
fn is_above(signed: &str, domain: &str) -> bool {
    signed == domain || signed.contains('.') && domain.strip_suffix(signed).is_some_and(|rest| rest.ends_with('.'))
}

/// Comments in brackets say nothing (RFC 5322 3.2.2), and could hide a `;`.
fn without_comments(text: &str) -> String {
    let (mut out, mut depth, mut quoted) = (String::with_capacity(text.len()), 0_usize, false);
    for c in text.chars() {
        match c {
            '"' if depth == 0 => {
                quoted = !quoted;
                out.push(c);
            }
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => depth -= 1,
            // A quoted text is one word, whatever stands in it.
            ';' | ' ' if quoted => out.push('_'),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(heads: &[&str]) -> bool {
        let heads: Vec<String> = heads.iter().map(|&head| head.to_owned()).collect();
        is_signed(&heads, "mx.example.org", "stadt.example.org")
    }

    #[test]
    fn only_our_own_server_says_who_signed() {
        assert!(signed(&[
            "mx.example.org; dkim=pass (2048-bit key) header.d=stadt.example.org header.i=@stadt.example.org"
        ]));
        assert!(signed(&["MX.example.org 1; spf=pass smtp.mailfrom=x; dkim=pass header.d=example.org"]));
        // DMARC's word stands in a head of its own.
        assert!(signed(&[
            "mx.example.org; dmarc=pass header.from=stadt.example.org",
            "mx.example.org; dkim=pass header.d=example.org"
        ]));
        for heads in [
            &["evil.example.net; dkim=pass header.d=stadt.example.org"][..],
            &["mx.example.org; dkim=fail header.d=stadt.example.org"],
            &["mx.example.org; dkim=none", "mx.example.org; dkim=pass header.d=stadt.example.org"],
            // What stands below a head of our own server may have come with the letter.
            &["mx.example.org; spf=pass smtp.mailfrom=x", "mx.example.org; dkim=pass header.d=stadt.example.org"],
            &["mx.example.org; none", "mx.example.org; dkim=pass header.d=stadt.example.org"],
            &["mx.example.org;", "mx.example.org; dkim=pass header.d=stadt.example.org"],
            &[
                "mx.example.org; dmarc=fail header.from=stadt.example.org",
                "mx.example.org; dkim=none",
                "mx.example.org; dkim=pass header.d=stadt.example.org",
            ],
            &[
                "mx.example.org; dmarc=fail header.from=stadt.example.org",
                "other.example.org; dkim=none",
                "mx.example.org; dkim=pass header.d=stadt.example.org",
            ],
            &["mx.example.org; dkim=pass header.d=evil.example.net"],
            &["mx.example.org; dkim=pass header.d=org"],
            &["mx.example.org; dkim=pass header.d=dt.example.org"],
            &["mx.example.org; spf=pass smtp.mailfrom=stadt.example.org"],
            &["mx.example.org; dkim=fail reason=\"; dkim=pass header.d=stadt.example.org\""],
            &["mx.example.org; dkim=none (; dkim=pass header.d=stadt.example.org)"],
            &["mx.example.org.evil.example.net; dkim=pass header.d=stadt.example.org"],
            &["", ";", "mx.example.org"],
            &[],
        ] {
            assert!(!signed(heads), "{heads:?}");
        }
    }
}
