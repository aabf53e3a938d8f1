//! As much of CBOR as passkeys need (RFC 8949): whole numbers, bytes, text, lists, maps. Of known length only, eight deep
//! at most; whatever else comes is refused.

/// What was read. Borrowed: nothing is copied before it is known to be right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item<'a> {
    /// A whole number.
    Number(i64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text.
    Text(&'a str),
    /// Pairs, in the order they came.
    Map(Vec<(Item<'a>, Item<'a>)>),
    /// A list.
    List(Vec<Item<'a>>),
    /// True, false, null.
    Simple,
}

impl<'a> Item<'a> {
    /// The value of a text key.
    pub fn at(&self, key: &str) -> Option<&Item<'a>> {
        self.get(&Item::Text(key))
    }
    /// The value of a number key.
    pub fn under(&self, key: i64) -> Option<&Item<'a>> {
        self.get(&Item::Number(key))
    }
    fn get(&self, key: &Item<'_>) -> Option<&Item<'a>> {
        match self {
            Item::Map(pairs) => pairs.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }
    /// The bytes it is.
    pub fn bytes(&self) -> Option<&'a [u8]> {
        match self {
            Item::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
    /// The number it is.
    pub fn number(&self) -> Option<i64> {
        match self {
            Item::Number(number) => Some(*number),
            _ => None,
        }
    }
}

/// Deeper than any key or statement is.
const DEPTH: u8 = 8;

/// Reads one item and gives what follows it; `None` when it is cut short or of a kind not read here.
pub fn read(bytes: &[u8]) -> Option<(Item<'_>, &[u8])> {
    item(bytes, DEPTH)
}

fn item(bytes: &[u8], depth: u8) -> Option<(Item<'_>, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (kind, short) = (first >> 5, first & 0x1f);
    if kind == 7 {
        return matches!(short, 20..=22).then_some((Item::Simple, rest));
    }
    let (length, rest) = argument(short, rest)?;
    let size = usize::try_from(length).ok()?;
    match kind {
        0 => Some((Item::Number(i64::try_from(length).ok()?), rest)),
        1 => Some((Item::Number(-1 - i64::try_from(length).ok()?), rest)),
        2 => rest.split_at_checked(size).map(|(found, rest)| (Item::Bytes(found), rest)),
        3 => {
            let (found, rest) = rest.split_at_checked(size)?;
            Some((Item::Text(std::str::from_utf8(found).ok()?), rest))
        }
        4 | 5 => items(rest, size, kind == 5, depth.checked_sub(1)?),
        _ => None,
    }
}

/// The number behind the first byte (RFC 8949 3).
fn argument(short: u8, rest: &[u8]) -> Option<(u64, &[u8])> {
    let wide = match short {
        0..=23 => return Some((u64::from(short), rest)),
        24..=27 => 1_usize << (short - 24),
        _ => return None,
    };
    let (digits, rest) = rest.split_at_checked(wide)?;
    Some((digits.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), rest))
}

fn items(mut rest: &[u8], count: usize, pairs: bool, depth: u8) -> Option<(Item<'_>, &[u8])> {
    // Each takes a byte at least: a made-up count asks for no memory.
    if count > rest.len() {
        return None;
    }
    let (mut list, mut map) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let (first, after) = item(rest, depth)?;
        rest = after;
        if !pairs {
            list.push(first);
            continue;
        }
        let (second, after) = item(rest, depth)?;
        rest = after;
        // One key twice could be read in two ways (RFC 8949 5.6).
        if map.iter().any(|(known, _)| *known == first) {
            return None;
        }
        map.push((first, second));
    }
    Some((if pairs { Item::Map(map) } else { Item::List(list) }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passkeys_send_is_read() {
        let bytes = [0xa3, 0x01, 0x02, 0x20, 0x42, 7, 8, 0x61, b'x', 0x82, 0xf5, 0x19, 0x01, 0x00, 99];
        let (item, rest) = read(&bytes).unwrap();
        assert_eq!(rest, [99]);
        assert_eq!(item.under(1).and_then(Item::number), Some(2));
        assert_eq!(item.under(-1).and_then(Item::bytes), Some(&[7, 8][..]));
        assert_eq!(item.at("x"), Some(&Item::List(vec![Item::Simple, Item::Number(256)])));
        assert_eq!(item.at("y"), None);
    }

    #[test]
    fn what_is_cut_short_endless_too_deep_or_of_another_kind_is_refused() {
        for bad in [
            &[][..],
            &[0x42, 1],
            &[0x18],
            &[0x5f, 0x41, 1, 0xff],
            &[0x62, 0xff, 0xfe],
            &[0xc0, 1],
            &[0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
            &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0xa2, 1, 1, 1, 2],
            &[0x81; 20],
            &[0x1b, 0xff, 0, 0, 0, 0, 0, 0, 0],
        ] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }
}
