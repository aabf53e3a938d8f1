//! Photographs tell more than they show: where they were taken, on whose device, when. That goes before they are kept; how
//! they are to be turned stays.

use crate::{Format, picture};

/// The file without what nobody sees in it. Documents stay as they are: what they carry along belongs to them.
#[must_use]
pub fn bare(format: Format, bytes: Vec<u8>) -> Vec<u8> {
    match format {
        Format::Jpeg => jpeg(&bytes).unwrap_or(bytes),
        Format::Png => png(&bytes),
        _ => bytes,
    }
}

/// Without remarks and notes of programs; colours (APP2, APP14) and the head (APP0) stay.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let (found, rest) = picture::segments(bytes)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"\xff\xd8");
    let told = found.iter().find_map(|(marker, all)| (*marker == 0xe1).then(|| turned(all))?);
    let mut told = told.map(exif);
    for (marker, all) in found {
        if !matches!(marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe) {
            // Behind the head, where readers look for it.
            if marker != 0xe0
                && let Some(told) = told.take()
            {
                out.extend(told);
            }
            out.extend(all);
        }
    }
    out.extend(rest);
    Some(out)
}

/// How the picture is to be turned (EXIF 2.3, 4.6.4 A: tag 0x0112), 2 to 8; `None` where it stands upright.
fn turned(segment: &[u8]) -> Option<u8> {
    let tiff = segment.get(4..)?.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II*\0");
    if !little && !tiff.starts_with(b"MM\0*") {
        return None;
    }
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let list = usize::try_from(if little { u32::from_le_bytes(long) } else { u32::from_be_bytes(long) }).ok()?;
    // A segment has less than 64 KiB, so no place in it is further away.
    let list = (list < tiff.len()).then_some(list)?;
    let at = (0..usize::from(short(list)?)).map(|n| list + 2 + n * 12).find(|at| short(*at) == Some(0x0112))?;
    u8::try_from(short(at + 8)?).ok().filter(|way| (2..=8).contains(way))
}

/// A segment that says how to turn the picture, and nothing else.
fn exif(way: u8) -> Vec<u8> {
    let mut out = b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    out.extend([way, 0, 0, 0, 0, 0, 0]);
    out
}

/// Without texts, times and EXIF (ISO/IEC 15948, 11.3.4 and following).
fn png(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.get(..8).unwrap_or_default().to_vec();
    for (name, all) in picture::chunks(bytes).flatten() {
        if !matches!(name, b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" | b"eXIf") {
            out.extend(all);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        look,
        picture::tests::{JPEG, png as drawn},
    };

    fn holds(bytes: &[u8], piece: &[u8]) -> bool {
        bytes.windows(piece.len()).any(|w| w == piece)
    }

    #[test]
    fn where_a_photograph_was_taken_is_not_kept() {
        let kept = bare(Format::Jpeg, JPEG.to_vec());
        assert_eq!(look(&kept), Ok(Format::Jpeg));
        assert!(!holds(&kept, b"GPS") && !holds(&kept, b"Jo M") && holds(&kept, b"scan\xff\xd9"));
        let kept = bare(Format::Png, drawn(3, 4));
        assert_eq!(look(&kept), Ok(Format::Png));
        assert!(!holds(&kept, b"Muster") && holds(&kept, b"IDATdata"));
    }

    #[test]
    fn a_photograph_stays_turned_as_it_was() {
        for (order, way) in [
            (&b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x01\0\0\0\0\0\0\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0GPS"[..], 6),
            (b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0GPS", 3),
        ] {
            let held = [b"Exif\0\0", order].concat();
            let length = u16::try_from(held.len() + 2).unwrap().to_be_bytes();
            let segment = [b"\xff\xe1", &length[..], &held].concat();
            assert_eq!(turned(&segment), Some(way));
            let photo = [&JPEG[..8], &segment, &JPEG[8..]].concat();
            let kept = bare(Format::Jpeg, photo);
            assert!(!holds(&kept, b"GPS"));
            let (found, _) = picture::segments(&kept).unwrap();
            let told: Vec<_> = found.iter().filter(|(marker, _)| *marker == 0xe1).collect();
            assert_eq!((told.len(), turned(told[0].1)), (1, Some(way)));
            assert_eq!(bare(Format::Jpeg, kept.clone()), kept, "a second time changes nothing");
        }
    }
}
