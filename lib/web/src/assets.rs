//! Style sheet, script, fonts and icons: inside the program, addressed by what they hold.

use std::sync::OnceLock;

use axum::body::Bytes;
use flate2::Compression;

/// The pages every installation must have, as the footer lists them.
pub const FOOT: [(&str, &str); 5] = [
    ("imprint", "/impressum"),
    ("privacy", "/datenschutz"),
    ("access", "/barrierefreiheit"),
    ("register", "/verzeichnis"),
    ("operator", "/betrieb"),
];

/// One file.
pub struct Asset {
    /// Its name, without the folder.
    pub name: &'static str,
    /// Media type.
    pub media: &'static str,
    /// What it holds.
    pub plain: &'static [u8],
    /// The same, gzipped, where that helps.
    pub gzip: Option<Bytes>,
}

fn all() -> &'static [Asset] {
    static ALL: OnceLock<Vec<Asset>> = OnceLock::new();
    ALL.get_or_init(|| {
        let text = |name, media, plain: &'static [u8]| Asset {
            name,
            media,
            plain,
            gzip: crate::kept::gzip(plain, Compression::best()).map(Bytes::from),
        };
        let font = |name, plain: &'static [u8]| Asset { name, media: "font/woff2", plain, gzip: None };
        vec![
            text("site.css", "text/css; charset=utf-8", include_bytes!(concat!(env!("OUT_DIR"), "/site.css"))),
            text(
                "geflecht.js",
                "text/javascript; charset=utf-8",
                include_bytes!(concat!(env!("OUT_DIR"), "/geflecht.js")),
            ),
            text("icons.svg", "image/svg+xml", include_bytes!("../assets/icons.svg")),
            text("favicon.svg", "image/svg+xml", include_bytes!("../assets/favicon.svg")),
            font("fira-regular.woff2", include_bytes!("../assets/vendor/fira/fira-regular.woff2")),
            font("fira-semibold.woff2", include_bytes!("../assets/vendor/fira/fira-semibold.woff2")),
        ]
    })
}

/// A file by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Asset> {
    all().iter().find(|a| a.name == name)
}

/// A number made from what all files hold, so that an address never changes what it means (FNV-1a, 64 bits).
#[must_use]
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut sum = 0xcbf2_9ce4_8422_2325_u64;
        for byte in all().iter().flat_map(|a| a.plain) {
            sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        format!("{sum:016x}")
    })
}

fn path(name: &str, held: &'static OnceLock<String>) -> &'static str {
    held.get_or_init(|| format!("/assets/{}/{name}", version()))
}

/// The style sheet's address.
#[must_use]
pub fn css_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    path("site.css", &PATH)
}
/// The script's address.
#[must_use]
pub fn js_path() -> &'static str {
    static PATH: OnceLock<String> = OnceLock::new();
    path("geflecht.js", &PATH)
}
/// The addresses of the fonts: of texts, and of headings.
#[must_use]
pub fn font_paths() -> [&'static str; 2] {
    static TEXT: OnceLock<String> = OnceLock::new();
    static HEADING: OnceLock<String> = OnceLock::new();
    [path("fira-regular.woff2", &TEXT), path("fira-semibold.woff2", &HEADING)]
}
