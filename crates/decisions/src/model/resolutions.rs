//! The register of resolutions: a number that never changes, the text as decided, why it holds, how long.

use kernel::{Day, Id, Lang, Level, Moment, Reason, Scope};
use networks::Body;
use people::Person;

use crate::Vote;

/// Something a body decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolution {
    /// Its number in the database, and its permanent address.
    pub id: Id<Self>,
    /// The network of its body.
    pub network: Id<Body>,
    /// The body that decided.
    pub body: Id<Body>,
    /// How far it may be seen: as the vote.
    pub level: Level,
    /// The year it is counted in.
    pub year: i64,
    /// Its place in the count of that year; from [`LATER`] on for those entered later.
    pub number: i64,
    /// Its number as it is written: `2026/007`.
    pub mark: String,
    /// The vote it came from.
    pub vote: Option<Id<Vote>>,
    /// What it is about.
    pub title: String,
    /// The words as decided.
    pub text: String,
    /// The day of the decision.
    pub day: Day,
    /// Why it holds, in German.
    pub verdict_de: String,
    /// The same in English.
    pub verdict_en: String,
    /// First day in force.
    pub in_force: Day,
    /// First day no longer in force.
    pub repealed: Option<Day>,
    /// The newer one that replaces it from that day on.
    pub superseded_by: Option<Id<Self>>,
    /// Whether it was decided before this register was kept here, and entered later.
    pub entered_later: bool,
    /// Where an older one was taken from.
    pub source: Option<String>,
    /// Who entered an older one.
    pub by: Option<Id<Person>>,
    /// When it was entered.
    pub made_at: Moment,
}

/// Where counting begins for those entered later: they keep the number they had, and take none that is given here.
pub const LATER: i64 = 1_000_001;

/// How a resolution stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// Not in force yet.
    Ahead,
    /// In force.
    InForce,
    /// Replaced by a newer one.
    Superseded,
    /// No longer in force, without another in its place.
    Repealed,
}

impl Resolution {
    /// Where it belongs and how far it may be seen.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.body.raw())
    }
    /// Why it holds.
    #[must_use]
    pub fn verdict(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.verdict_de,
            Lang::En => &self.verdict_en,
        }
    }
    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, day: Day) -> Standing {
        match self.repealed {
            Some(end) if end <= day && self.superseded_by.is_some() => Standing::Superseded,
            Some(end) if end <= day => Standing::Repealed,
            _ if day < self.in_force => Standing::Ahead,
            _ => Standing::InForce,
        }
    }
}

/// What a motion's closing hands over when it is adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Adopted {
    /// The day of the decision.
    pub day: Day,
    /// First day in force.
    pub in_force: Day,
    /// Why it holds, in both languages.
    pub verdict: Reason,
}

/// A resolution of earlier years, entered with the number it had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OldResolution {
    /// Its number as it was written then.
    pub mark: String,
    /// What it is about.
    pub title: String,
    /// The words as decided.
    pub text: String,
    /// The day of the decision.
    pub day: Day,
    /// First day in force.
    pub in_force: Day,
    /// How far it may be seen.
    pub level: Level,
    /// Where it was taken from.
    pub source: Option<String>,
    /// The paper it stands on.
    pub scan: Option<Scan>,
}

/// A picture or document of the paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scan {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub media: ScanMedia,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The largest scan, in bytes: 5 MB.
pub const SCAN_MOST: usize = 5 << 20;

/// What a scan may be.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScanMedia {
    /// PDF (ISO 32000).
    Pdf,
    /// PNG (ISO/IEC 15948).
    Png,
    /// JPEG (ISO/IEC 10918).
    Jpeg,
}

impl ScanMedia {
    const ALL: [Self; 3] = [Self::Pdf, Self::Png, Self::Jpeg];

    /// What its bytes say it is; whatever the sender calls it.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match files::look(bytes) {
            Ok(files::Format::Pdf) => Some(Self::Pdf),
            Ok(files::Format::Png) => Some(Self::Png),
            Ok(files::Format::Jpeg) => Some(Self::Jpeg),
            _ => None,
        }
    }
    /// From the stored media type.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.word() == word)
    }
    /// Its media type.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }
    /// How names of such files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_what_a_scan_is() {
        assert_eq!(ScanMedia::of(b"%PDF-1.7\n...\n%%EOF"), Some(ScanMedia::Pdf));
        for bad in [
            &b""[..],
            b"<html>",
            b" %PDF-",
            b"%PDF-1.7\nMZ",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0",
            b"GIF89a",
            b"PK\x03\x04",
            b"Text",
        ] {
            assert_eq!(ScanMedia::of(bad), None, "{bad:?}");
        }
        for media in ScanMedia::ALL {
            assert_eq!(ScanMedia::from_word(media.word()), Some(media));
        }
    }
}
