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

/// Without remarks and notes of programs; colours (an ICC profile in APP2, APP14) and the head (APP0) stay. What stands
/// behind the picture goes: there lie previews and second pictures with notes of their own.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let (found, rest) = picture::segments(bytes)?;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(b"\xff\xd8");
    let told = found.iter().find_map(|(marker, all)| (*marker == 0xe1).then(|| turned(all))?);
    let mut told = told.map(exif);
    for (marker, all) in found {
        if !tells(marker, all) {
            // Behind the head, where readers look for it.
            if marker != 0xe0
                && let Some(told) = told.take()
            {
                out.extend(told);
            }
            out.extend(all);
        }
    }
    out.extend(scans(rest));
    Some(out)
}

/// Whether a segment says something that is not needed to show the picture. APP2 holds colours, or where in the file further
/// pictures lie, which are not kept.
fn tells(marker: u8, all: &[u8]) -> bool {
    match marker {
        0xe2 => !all.get(4..).is_some_and(|held| held.starts_with(b"ICC_PROFILE\0")),
        _ => matches!(marker, 0xe1 | 0xe3..=0xed | 0xef | 0xfe),
    }
}

/// All scans of a picture with the tables between them, from the first start of scan to the first end of the image; a
/// progressive one has several. What cannot be read ends it there.
fn scans(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::with_capacity(bytes.len()), bytes);
    while let Some(at) = rest.windows(2).position(|two| two[0] == 0xff && !in_scan(two[1])) {
        let (data, from) = rest.split_at(at);
        out.extend(data);
        let marker = from[1];
        if marker == 0xd9 {
            out.extend(b"\xff\xd9");
            return out;
        }
        let length = from.get(2..4).map_or(0, |two| usize::from(u16::from_be_bytes([two[0], two[1]])));
        // Another picture, a marker that has no place here, or one that is not whole.
        let whole = from.get(..length + 2).filter(|_| length >= 2 && marker > 0xbf && !(0xd8..=0xd9).contains(&marker));
        let Some(all) = whole else { return out };
        if !tells(marker, all) {
            out.extend(all);
        }
        rest = &from[all.len()..];
    }
    out.extend(rest);
    out
}

/// What may follow a 0xff within the data of a scan (ISO/IEC 10918-1, B.1.1.2 and B.2.1): a stuffed zero, a restart, another
/// 0xff that fills.
const fn in_scan(next: u8) -> bool {
    matches!(next, 0x00 | 0xd0..=0xd7 | 0xff)
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
    fn nothing_behind_the_end_of_a_photograph_is_kept() {
        // A second picture with its own EXIF, as cameras append previews and gain maps, and bytes that look like an end.
        let second = JPEG;
        let baseline = [JPEG, second, b"GPS"].concat();
        let head = JPEG.windows(2).position(|two| two == b"\xff\xda").unwrap();
        let scan = b"\xff\xda\0\x04\0\0a\xff\0\xd9b\xff\xd0c\xff\xff\xd1d";
        let tables = b"\xff\xc4\0\x06\xff\xd9hu";
        let notes = b"\xff\xe1\0\x0eExif\0\0GPS 51\xff\xfe\0\x06Jo B";
        let progressive = [&JPEG[..head], &scan[..], tables, notes, b"\xff\xda\0\x04\0\0last\xff\xd9", second].concat();
        for (photo, end) in [(&baseline, &b"scan\xff\xd9"[..]), (&progressive, b"last\xff\xd9")] {
            assert_eq!(look(photo), Ok(Format::Jpeg));
            let kept = bare(Format::Jpeg, photo.clone());
            assert_eq!(look(&kept), Ok(Format::Jpeg));
            assert!(!holds(&kept, b"GPS") && !holds(&kept, b"Jo "), "{kept:?}");
            assert!(kept.ends_with(end), "the picture itself is whole: {kept:?}");
            assert_eq!(bare(Format::Jpeg, kept.clone()), kept, "a second time changes nothing");
        }
        let kept = bare(Format::Jpeg, progressive);
        assert!(holds(&kept, scan) && holds(&kept, tables));
        // A picture that breaks off stays as far as it goes; one without an end does not bring the next one along.
        let open = &JPEG[..JPEG.len() - 2];
        assert!(bare(Format::Jpeg, open.to_vec()).ends_with(b"scan"));
        assert!(bare(Format::Jpeg, [open, second].concat()).ends_with(b"scan"));
    }

    #[test]
    fn of_what_stands_beside_colours_only_colours_are_kept() {
        let photo = [&JPEG[..8], b"\xff\xe2\0\x10ICC_PROFILE\0\x01\x01", b"\xff\xe2\0\x08MPF\0II", &JPEG[8..]].concat();
        let kept = bare(Format::Jpeg, photo);
        assert!(holds(&kept, b"ICC_PROFILE") && !holds(&kept, b"MPF"));
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
