//! When a code counts, how long things last, and where one may be sent afterwards. No input or output.

use kernel::{Lang, Moment};

use crate::model::{Invitation, Request};

/// A link and its code: 10 minutes, the most that ASVS 5.0.0 6.5.5 allows, in seconds.
pub const CODE_SECONDS: i64 = 600;
/// Wrong codes one request takes.
pub const TRIES: i64 = 5;
/// Wrong codes one address takes in an hour.
pub const TRIES_PER_HOUR: i64 = 20;
/// Letters one address gets in an hour because somebody asked for a code.
pub const LETTERS_PER_HOUR: i64 = 20;
/// Letters one address gets in an hour because one origin asked for a code there: so that nobody alone uses up what the
/// address has.
pub const LETTERS_OF_ORIGIN: u32 = 5;
/// Wrong codes of one address that one origin may type in an hour, for the same reason.
pub const TRIES_OF_ORIGIN: u32 = 10;
/// How often a person may ask for another address in an hour.
pub const ADDRESSES_PER_HOUR: i64 = 5;
/// How long a new address may be proved, in seconds: an hour, since strange mailboxes are slow.
pub const ADDRESS_SECONDS: i64 = HOUR;
/// How long a change of address can be undone from the old one, in seconds: 72 hours.
pub const UNDO_SECONDS: i64 = 72 * HOUR;
/// An hour in seconds.
pub const HOUR: i64 = 3600;
/// A session that is not used ends after 30 days, in seconds.
pub const IDLE: i64 = 30 * 86_400;
/// A session ends after 90 days at the latest, in seconds.
pub const LONGEST: i64 = 90 * 86_400;
/// An invitation can be accepted for 14 days, in seconds.
pub const INVITATION: i64 = 14 * 86_400;
/// Renewed invitations one person gets in a day.
pub const RENEWALS_PER_DAY: i64 = 3;

/// Where a request for a code stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// The code or the link may be used.
    Open,
    /// Ten minutes are over.
    Expired,
    /// Five wrong codes.
    Worn,
    /// Proved; the person is still to be chosen.
    Proved,
    /// Used.
    Spent,
}

/// Where a request stands at a moment.
pub fn stand(request: &Request, now: Moment) -> Stand {
    match request.used_at {
        Some(_) if now < request.expires_at => Stand::Proved,
        Some(_) => Stand::Spent,
        None if now >= request.expires_at => Stand::Expired,
        None if request.tries >= TRIES => Stand::Worn,
        None => Stand::Open,
    }
}

/// From when on something may happen again that may happen `most` times within so many seconds; `None` when it may now.
/// `past` says when it happened how often within this time, oldest first.
pub fn again_at(past: &[(Moment, i64)], most: i64, within: i64) -> Option<Moment> {
    let mut left: i64 = past.iter().map(|(_, times)| times).sum();
    if left < most {
        return None;
    }
    let full = past.iter().find(|(_, times)| {
        left -= times;
        left < most
    });
    full.map(|(at, _)| at.plus_seconds(within))
}

/// From when on another code of an app or from the list is looked at, after wrong ones within the hour, oldest first:
/// five in ten minutes as with codes by mail, twenty in an hour.
pub fn next_try(wrong: &[(Moment, i64)], now: Moment) -> Option<Moment> {
    let lately: Vec<_> = wrong.iter().copied().filter(|(at, _)| now.seconds_since(*at) < CODE_SECONDS).collect();
    again_at(&lately, TRIES, CODE_SECONDS).max(again_at(wrong, TRIES_PER_HOUR, HOUR))
}

/// A code from the list for emergencies as people type it: ten letters and digits, whatever stands between, with the
/// letters that look like digits read as those (Crockford's Base 32); `None` when it is none.
pub fn emergency_code(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}'))
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let good = |b: u8| b.is_ascii_digit() || (b.is_ascii_lowercase() && b != b'u');
    (plain.len() == 10 && plain.bytes().all(good)).then_some(plain)
}

/// Where an invitation stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offer {
    /// It can be accepted.
    Open,
    /// Its time is over.
    Expired,
    /// It was taken back.
    Withdrawn,
    /// It was accepted.
    Accepted,
}

/// Where an invitation stands at a moment.
pub fn offer(invitation: &Invitation, now: Moment) -> Offer {
    match invitation {
        i if i.accepted_at.is_some() => Offer::Accepted,
        i if i.withdrawn_at.is_some() => Offer::Withdrawn,
        i if now >= i.expires_at => Offer::Expired,
        _ => Offer::Open,
    }
}

/// When a session ends that began at `created` and is used now.
pub fn session_end(created: Moment, now: Moment) -> Moment {
    now.plus_seconds(IDLE).min(created.plus_seconds(LONGEST))
}

/// The language all of these have; `None` where they differ or nobody is there.
pub fn common_lang(mut all: impl Iterator<Item = Lang>) -> Option<Lang> {
    let first = all.next()?;
    all.all(|lang| lang == first).then_some(first)
}

/// The six digits of a code as people type it, with blanks or hyphens between; `None` when it is no code.
pub fn code(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{a0}' | '\u{202f}')).collect();
    (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// A path of this house with its query, or `None`.
///
/// The text is parsed piece by piece: every segment of the path is decoded, and nothing that a browser could read as
/// another host, another scheme or another directory passes (backslashes, empty first segments, dots, controls).
pub fn local_path(text: &str) -> Option<String> {
    let plain = text.len() <= 500
        && text.bytes().all(|b| {
            (0x21..=0x7e).contains(&b)
                && !matches!(b, b'\\' | b'#' | b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}')
        });
    if !plain {
        return None;
    }
    let (path, query) = text.split_once('?').map_or((text, None), |(p, q)| (p, Some(q)));
    let segments: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    let last = segments.len() - 1;
    for (n, segment) in segments.iter().enumerate() {
        let decoded = decoded(segment)?;
        let hidden = decoded
            .chars()
            .any(|c| c.is_control() || matches!(c, '/' | '\\' | '%' | ':' | '@') || web::is_bidi_control(c));
        let empty = decoded.is_empty() && !(n == last && last == 0);
        if hidden || empty || decoded.trim_matches('.').is_empty() && !decoded.is_empty() {
            return None;
        }
    }
    let readable = query.is_none_or(|q| decoded(q).is_some_and(|d| !d.chars().any(char::is_control)));
    readable.then(|| text.to_owned())
}

/// Percent-decoded; `None` when that is broken or no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            let exact = digits.bytes().all(|b| b.is_ascii_hexdigit());
            bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| exact)?);
            rest = tail.get(2..)?;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use kernel::{Day, Id};

    use super::*;
    use crate::model::{Aim, Purpose};

    #[test]
    fn only_pages_of_this_house_are_a_way_on() {
        for good in [
            "/",
            "/konto",
            "/netzwerke/rag-aachen/gremien/gma",
            "/suche?q=M%C3%BCnster&art=person",
            "/netzwerke?stand=2019-06-30",
            "/menschen/~x",
            "/a/b%20c",
            "/suche?q=a//b",
            "/suche?q=http://x",
        ] {
            assert_eq!(local_path(good).as_deref(), Some(good));
        }
        for bad in [
            "",
            "konto",
            "//evil.example",
            "///evil.example",
            "////evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "\\\\evil.example",
            "/\\/evil.example",
            "/%2fevil.example",
            "/%2f%2fevil.example",
            "/%2F/evil.example",
            "/%5cevil.example",
            "/%5Cevil.example",
            "/%5c%5cevil.example",
            "https://evil.example",
            "http:evil.example",
            "HTTPS://evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "javascript:alert(1)",
            "/javascript:alert(1)",
            "data:text/html,x",
            "/\tevil.example",
            "/\n/evil.example",
            "/\r\n/evil.example",
            "\t//evil.example",
            " //evil.example",
            "/ /evil.example",
            "/%09/evil.example",
            "/%0a/evil.example",
            "/%0d%0aSet-Cookie:x=1",
            "/%00",
            "/.",
            "/..",
            "/./x",
            "/../x",
            "/x/../y",
            "/x/..",
            "/%2e%2e/x",
            "/%2e%2e//evil.example",
            "/.%2e/x",
            "/.//evil.example",
            "/x//y",
            "//",
            "/x/",
            "/@evil.example",
            "/%40evil.example",
            "/user:pw@evil.example",
            "/%e2%80%ae",
            "/\u{202e}x",
            "/ä",
            "/x#//evil",
            "/%",
            "/%1",
            "/%zz",
            "/%c3%28",
            "/%+1",
            "/%25%32%66evil.example",
            "/x?%0d%0aLocation:x",
            "/x?%zz",
            "/\"><script>",
            "/{x}",
            "/x|y",
            "/;/../x",
            "?x",
            "#x",
            "@evil.example",
            "/////",
            "/.evil/..",
            "http://localhost:8080/",
            "//localhost:8080/konto",
        ] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(500))), None);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["482913", "482 913", " 482-913 ", "4 8 2 9 1 3", "482\u{a0}913"] {
            assert_eq!(code(typed).as_deref(), Some("482913"), "{typed:?}");
        }
        for typed in ["", "48291", "4829131", "48291a", "４８２９１３", "482.913", "+82913", "482913\n1"] {
            assert_eq!(code(typed), None, "{typed:?}");
        }
    }

    fn request(tries: i64, expires: Moment, used: Option<Moment>) -> Request {
        let text = String::new;
        Request {
            id: Id::new(1),
            purpose: Purpose::SignIn,
            mail_key: text(),
            token_hash: text(),
            code_hash: text(),
            browser_hash: text(),
            whom: None,
            aim: Aim::Page("/".into()),
            tries,
            expires_at: expires,
            used_at: used,
        }
    }

    #[test]
    fn a_request_ends_by_time_by_tries_and_by_use() {
        let now = Day::literal("2026-11-23").at(12, 0);
        let (later, before) = (now.plus_seconds(1), now.plus_seconds(-1));
        for (tries, expires, used, expected) in [
            (0, later, None, Stand::Open),
            (4, later, None, Stand::Open),
            (5, later, None, Stand::Worn),
            (0, now, None, Stand::Expired),
            (5, before, None, Stand::Expired),
            (0, later, Some(now), Stand::Proved),
            (0, now, Some(now), Stand::Spent),
            (0, before, Some(before), Stand::Spent),
        ] {
            assert_eq!(stand(&request(tries, expires, used), now), expected, "{tries} {expires:?} {used:?}");
        }
    }

    #[test]
    fn one_may_try_again_once_enough_of_the_hour_has_passed() {
        let at = |minute: i8| Day::literal("2026-11-23").at(12, minute);
        for (past, most, again) in [
            (&[][..], 3, None),
            (&[(at(0), 1), (at(5), 1)], 3, None),
            (&[(at(0), 1), (at(5), 1), (at(9), 1)], 3, Some(at(0))),
            (&[(at(0), 1), (at(5), 1), (at(9), 1), (at(11), 1)], 3, Some(at(5))),
            (&[(at(0), 0), (at(5), 5), (at(9), 5)], 10, Some(at(5))),
            (&[(at(0), 5), (at(5), 5), (at(9), 5)], 10, Some(at(5))),
        ] {
            assert_eq!(again_at(past, most, HOUR), again.map(|at| at.plus_seconds(HOUR)), "{past:?}");
        }
    }

    #[test]
    fn five_wrong_codes_of_an_app_wait_ten_minutes_and_twenty_an_hour() {
        let at = |minute: i8| Day::literal("2026-11-23").at(12, minute);
        let wrong = |minutes: &[i8]| minutes.iter().map(|m| (at(*m), 1)).collect::<Vec<_>>();
        assert_eq!(next_try(&wrong(&[0, 1, 2, 3]), at(4)), None);
        assert_eq!(next_try(&wrong(&[0, 1, 2, 3, 4]), at(4)), Some(at(10)));
        assert_eq!(next_try(&wrong(&[0, 1, 2, 3, 4]), at(10)), None);
        let many: Vec<i8> = (0..20).map(|n| n * 2).collect();
        assert_eq!(next_try(&wrong(&many), at(55)), Some(at(60 - 1).plus_seconds(60)));
    }

    #[test]
    fn a_code_for_emergencies_is_read_as_people_type_it() {
        for typed in ["abcde-01234", "ABCDE 01234", "abcdeoi234", "abcdeol234"] {
            assert_eq!(emergency_code(typed).as_deref(), Some("abcde01234"), "{typed}");
        }
        for typed in ["", "abcde-0123", "abcde-012345", "abcdu-01234", "abcde_1234", "äbcde01234"] {
            assert_eq!(emergency_code(typed), None, "{typed}");
        }
    }

    #[test]
    fn several_persons_have_a_language_in_common_or_none() {
        for (all, common) in [
            (&[][..], None),
            (&[Lang::En], Some(Lang::En)),
            (&[Lang::En, Lang::En], Some(Lang::En)),
            (&[Lang::De, Lang::En], None),
        ] {
            assert_eq!(common_lang(all.iter().copied()), common, "{all:?}");
        }
    }

    #[test]
    fn a_session_ends_after_30_idle_days_and_after_90_at_the_latest() {
        let begin = Day::literal("2026-01-01").at(12, 0);
        let day = |n: i64| begin.plus_seconds(n * 86_400);
        assert_eq!(session_end(begin, begin), day(30));
        assert_eq!(session_end(begin, day(29)), day(59));
        assert_eq!(session_end(begin, day(80)), day(90));
    }

    #[test]
    fn what_happens_after_the_proof_is_read_as_it_was_stored() {
        for aim in [Aim::Page("/konto".into()), Aim::Invitation(Id::new(42))] {
            assert_eq!(Aim::read(&aim.stored()), aim);
        }
        assert_eq!(Aim::read("invitation/x"), Aim::Page("/".into()));
        assert_eq!(Aim::read("https://evil.example"), Aim::Page("/".into()));
    }
}
