//! What a browser calls itself, in words its owner recognises.

use kernel::Lang;

use crate::texts::T;

/// Browsers by the mark they leave, the more special first: most call themselves by several names.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
];

/// Systems by their mark, the more special first.
const SYSTEMS: &[(&str, &str)] = &[
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
    ("X11", "Linux"),
];

/// What is kept of a browser's name: `Firefox/Linux`. Nothing of it identifies a device.
pub fn of(agent: &str) -> String {
    let find = |marks: &[(&str, &'static str)]| {
        marks.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, name)| *name)
    };
    format!("{}/{}", find(BROWSERS), find(SYSTEMS))
}

/// The kept form in words: „Firefox unter Linux“.
pub fn words(kept: &str, lang: Lang) -> String {
    let t = T(lang);
    match kept.split_once('/') {
        Some(("", "")) | None => t.device_unknown().to_owned(),
        Some(("", system)) => t.device_system(system),
        Some((browser, "")) => browser.to_owned(),
        Some((browser, system)) => t.device(browser, system),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_browsers_are_called_by_their_names() {
        for (agent, german, english) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox unter Linux",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Edge unter Windows",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari unter iPhone",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                "Samsung Internet unter Android",
                "Samsung Internet on Android",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                "Chrome unter macOS",
                "Chrome on macOS",
            ),
            ("curl/8.14.1", "Unbekanntes Gerät", "Unknown device"),
            ("", "Unbekanntes Gerät", "Unknown device"),
            ("<script>alert(1)</script> Linux", "Browser unter Linux", "Browser on Linux"),
        ] {
            let kept = of(agent);
            assert_eq!(
                (words(&kept, Lang::De).as_str(), words(&kept, Lang::En).as_str()),
                (german, english),
                "{agent}"
            );
        }
    }
}
