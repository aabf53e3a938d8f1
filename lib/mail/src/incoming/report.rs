//! How a letter of ours fared, as a mail server reports it (RFC 3464). Which letter it was about is said by the address the
//! report came to, not by the report.

/// What became of a letter for one recipient.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fate {
    /// Whether it will never arrive: a report of a delay is none of that.
    pub failed: bool,
    /// The three numbers that say why (RFC 3463), `5.1.1`; empty where there are none.
    pub status: String,
}

/// The most bytes of a report that are looked at.
const MOST: usize = 64 << 10;
/// The most recipients that are looked at: a letter of ours has one.
const RECIPIENTS: usize = 20;

/// Reads the part `message/delivery-status`. What is unreadable says nothing.
#[must_use]
pub fn read_report(part: &[u8]) -> Vec<Fate> {
    let text = String::from_utf8_lossy(part.get(..part.len().min(MOST)).unwrap_or_default()).replace("\r\n", "\n");
    let mut all = Vec::new();
    // The first group speaks of the letter, each other of one recipient (2.1).
    for group in text.split("\n\n") {
        let value = |name: &str| {
            group.lines().find_map(|line| {
                let (field, value) = line.split_once(':')?;
                field.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
            })
        };
        let Some(action) = value("Action") else { continue };
        let status = value("Status").unwrap_or_default();
        let status = status.split_whitespace().next().unwrap_or_default();
        all.push(Fate {
            failed: action.eq_ignore_ascii_case("failed"),
            status: if is_status(status) { status.to_owned() } else { String::new() },
        });
        if all.len() >= RECIPIENTS {
            break;
        }
    }
    all
}

/// `5.1.1`: a class and two numbers of at most three digits (RFC 3463 2).
fn is_status(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && matches!(parts[0], "2" | "4" | "5")
        && parts[1..].iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fate(failed: bool, status: &str) -> Fate {
        Fate { failed, status: status.to_owned() }
    }

    #[test]
    fn what_postfix_and_exchange_report() {
        let postfix = b"Reporting-MTA: dns; mx.example.org\r\nX-Postfix-Queue-ID: 4B1\r\n\r\nFinal-Recipient: rfc822; jo@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\nRemote-MTA: dns; mail.example.org\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n";
        assert_eq!(read_report(postfix), [fate(true, "5.1.1")]);
        let exchange = b"Reporting-MTA: dns;ex.example.org\n\nFinal-recipient: RFC822;jo@example.org\nAction: Failed\nStatus: 5.2.2 (full)\n\n";
        assert_eq!(read_report(exchange), [fate(true, "5.2.2")]);
        let delayed =
            b"Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; jo@example.org\nAction: delayed\nStatus: 4.4.1\n";
        assert_eq!(read_report(delayed), [fate(false, "4.4.1")]);
    }

    #[test]
    fn nonsense_says_nothing() {
        assert!(read_report(b"").is_empty() && read_report(b"\xff\xfe\n\nAction failed").is_empty());
        assert_eq!(read_report(b"Action: failed\nStatus: <script>"), [fate(true, "")]);
        assert_eq!(read_report(&b"Action: failed\n\n".repeat(10_000)).len(), RECIPIENTS);
    }
}
