//! Pictures: whether they are whole, and how large they say they are. Nothing is decoded.

use crate::Unwanted;

/// The longest side, in points.
const SIDE: u32 = 20_000;
/// The most points altogether.
const POINTS: u64 = 120_000_000;

fn fits(wide: u32, high: u32) -> Result<(), Unwanted> {
    if wide == 0 || high == 0 {
        return Err(Unwanted::Broken);
    }
    if wide > SIDE || high > SIDE || u64::from(wide) * u64::from(high) > POINTS {
        return Err(Unwanted::Inflates);
    }
    Ok(())
}

/// The parts of a PNG (ISO/IEC 15948, 5.3): name and all bytes from length to sum.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = Option<(&[u8], &[u8])>> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let part = (|| {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
            let all = rest.get(..usize::try_from(length).ok()?.checked_add(12)?)?;
            Some((&all[4..8], all))
        })();
        rest = part.map_or(&[], |(_, all)| &rest[all.len()..]);
        Some(part)
    })
}

/// Whether it is a whole PNG.
pub fn png(bytes: &[u8]) -> Result<(), Unwanted> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(Unwanted::Broken);
    }
    let (mut first, mut last) = (None, None);
    for chunk in chunks(bytes) {
        let (name, all) = chunk.ok_or(Unwanted::Broken)?;
        if last == Some(&b"IEND"[..]) {
            return Err(Unwanted::Broken);
        }
        first = first.or(Some((name, all)));
        last = Some(name);
    }
    let (name, head) = first.ok_or(Unwanted::Broken)?;
    if name != b"IHDR" || head.len() != 25 || last != Some(&b"IEND"[..]) {
        return Err(Unwanted::Broken);
    }
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    fits(number(8), number(12))
}

/// A segment of a JPEG: its marker and all its bytes.
pub type Segment<'a> = (u8, &'a [u8]);

/// The segments of a JPEG before its picture data (ISO/IEC 10918-1, B.1.1): then the rest.
pub fn segments(bytes: &[u8]) -> Option<(Vec<Segment<'_>>, &[u8])> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut found = Vec::new();
    loop {
        let marker = *rest.get(1)?;
        if rest[0] != 0xff {
            return None;
        }
        match marker {
            // A filling byte.
            0xff => rest = &rest[1..],
            0xda => return Some((found, rest)),
            // Without a length, or the end before any picture.
            0x00 | 0x01 | 0xd0..=0xd9 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*rest.get(2)?, *rest.get(3)?]));
                let all = rest.get(..length.checked_add(2)?).filter(|_| length >= 2)?;
                found.push((marker, all));
                rest = &rest[all.len()..];
            }
        }
    }
}

/// Whether it is a JPEG, as far as its head says.
pub fn jpeg(bytes: &[u8]) -> Result<(), Unwanted> {
    let (found, _) = segments(bytes).ok_or(Unwanted::Broken)?;
    // Start of frame: all of them but tables, arithmetic coding and what is reserved.
    let frame = |marker: u8| (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
    let (_, frame) = found.iter().find(|(marker, _)| frame(*marker)).ok_or(Unwanted::Broken)?;
    let number = |at: usize| Some(u32::from(u16::from_be_bytes([*frame.get(at)?, *frame.get(at + 1)?])));
    match (number(7), number(5)) {
        (Some(wide), Some(high)) => fits(wide, high),
        _ => Err(Unwanted::Broken),
    }
}

#[cfg(test)]
pub mod tests {
    /// A head with where it was taken, a frame of one point, a scan.
    pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04JF\xff\xe1\0\x0eExif\0\0GPS 50\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xfe\0\x06Jo M\xff\xda\0\x04\0\0scan\xff\xd9";

    /// A picture of that size that shows nothing.
    pub fn png(wide: u32, high: u32) -> Vec<u8> {
        let chunk = |name: &[u8], held: &[u8]| {
            [&u32::try_from(held.len()).unwrap().to_be_bytes()[..], name, held, b"sum "].concat()
        };
        let head = [&wide.to_be_bytes()[..], &high.to_be_bytes(), b"\x08\0\0\0\0"].concat();
        [
            &b"\x89PNG\r\n\x1a\n"[..],
            &chunk(b"IHDR", &head),
            &chunk(b"tEXt", b"Author\0Jo Muster"),
            &chunk(b"IDAT", b"data"),
            &chunk(b"IEND", b""),
        ]
        .concat()
    }
}
