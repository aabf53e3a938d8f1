//! The colours of the style sheet keep their contrast in both themes (WCAG 2.2, 1.4.3 and 1.4.11).
//! Read from `lib/web/assets/css/10-tokens.css`, so that nobody can change a token without this test.
use std::collections::BTreeMap;

type Tokens = BTreeMap<String, [f64; 3]>;

/// Linear sRGB of `#rgb`, `#rrggbb` or `oklch(l% c h)`; anything else (shadows, transparency) is no colour for us.
fn colour(value: &str) -> Option<[f64; 3]> {
    let value = value.trim();
    if let Some(hex) = value.strip_prefix('#') {
        let digits: Vec<u32> = hex.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
        let parts: Vec<u32> = match digits.len() {
            3 => digits.iter().map(|d| d * 17).collect(),
            6 => digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
            _ => return None,
        };
        let linear = |v: u32| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        return Some([linear(parts[0]), linear(parts[1]), linear(parts[2])]);
    }
    let inner = value.strip_prefix("oklch(")?.strip_suffix(')')?;
    let parts: Vec<f64> =
        inner.split_whitespace().map(|p| p.trim_end_matches('%').parse().ok()).collect::<Option<_>>()?;
    let [lightness, chroma, hue] = parts[..] else { return None };
    let (l, a, b) = (lightness / 100.0, chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    // From Oklab to linear sRGB (CSS Color 4, 10.4), cut to the gamut.
    let x = (l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let y = (l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let z = (l - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    Some([
        (4.076_741_662_1 * x - 3.307_711_591_3 * y + 0.230_969_929_2 * z).clamp(0.0, 1.0),
        (-1.268_438_004_6 * x + 2.609_757_401_1 * y - 0.341_319_396_5 * z).clamp(0.0, 1.0),
        (-0.004_196_086_3 * x - 0.703_418_614_7 * y + 1.707_614_701 * z).clamp(0.0, 1.0),
    ])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |c: [f64; 3]| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The declarations of the first rule after `mark`, without comments.
fn block(css: &str, mark: &str) -> String {
    let rest = &css[css.find(mark).unwrap_or_else(|| panic!("no rule {mark}"))..];
    let inner = rest.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map_or("", |(inner, _)| inner);
    let parts = inner.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    parts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tokens(block: &str) -> Tokens {
    block
        .split(';')
        .filter_map(|line| line.split_once(':'))
        .filter_map(|(name, value)| Some((name.trim().trim_start_matches('-').to_owned(), colour(value)?)))
        .collect()
}

#[test]
fn text_and_marks_are_seen_in_both_themes() {
    let css = include_str!("../../web/assets/css/10-tokens.css");
    let dark = block(css, ":root:not([data-kern-theme=\"light\"])");
    assert_eq!(dark, block(css, "\n[data-kern-theme=\"dark\"]"), "the two dark blocks must say the same");
    let light = block(css, ":root,\n[data-kern-theme=\"light\"]");

    let grounds = ["g-bg", "g-surface", "g-sunk"];
    let mut text: Vec<(&str, &str)> = Vec::new();
    for ground in grounds {
        text.extend([
            ("g-ink", ground),
            ("g-mute", ground),
            ("g-act", ground),
            ("g-warm-ink", ground),
            ("g-ok-ink", ground),
        ]);
        text.push(("g-bad-ink", ground));
    }
    for (tint, ink) in
        [("g-warm", "g-warm-ink"), ("g-ok", "g-ok-ink"), ("g-info", "g-info-ink"), ("g-bad", "g-bad-ink")]
    {
        text.extend([(ink, tint), ("g-ink", tint)]);
    }
    text.extend([("g-onact", "g-act"), ("g-onact", "g-act-strong"), ("g-act", "g-act-soft"), ("g-mute", "g-act-soft")]);
    text.extend([("g-ink", "g-hero-a"), ("g-ink", "g-hero-b"), ("g-act", "g-hero-a"), ("g-act", "g-hero-b")]);
    let hues = ["n1", "n2", "n3", "n4", "n5", "n6"];
    text.extend(hues.map(|hue| ("g-surface", hue)));

    for (theme, tokens) in [("light", tokens(&light)), ("dark", tokens(&dark))] {
        let seen = |a: &str, b: &str| {
            let find = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("{theme} has no colour {name}"));
            contrast(find(a), find(b))
        };
        for (a, b) in &text {
            assert!(seen(a, b) >= 4.5, "{theme}: {a} on {b} has {:.2}", seen(a, b));
        }
        for ground in grounds {
            for mark in hues.iter().chain(&["g-edge", "g-mute"]) {
                assert!(seen(mark, ground) >= 3.0, "{theme}: {mark} on {ground} has {:.2}", seen(mark, ground));
            }
        }
    }
}

#[test]
fn the_measure_is_right() {
    let black_on_white = contrast([0.0; 3], [1.0; 3]);
    assert!((black_on_white - 21.0).abs() < 1e-9);
    // #767676 on white is the known edge of 4.5.
    let grey = colour("#767676").expect("a colour");
    assert!((contrast(grey, [1.0; 3]) - 4.54).abs() < 0.01);
    let white = colour("oklch(100% 0 0)").expect("a colour");
    assert!(white.iter().all(|part| (part - 1.0).abs() < 1e-6));
}
