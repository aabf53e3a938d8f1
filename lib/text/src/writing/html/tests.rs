use super::*;

/// Reads HTML that may hold allowed tags, properly closed, and words; says what else it holds.
fn fault(html: &str) -> Option<String> {
    let (mut open, mut rest): (Vec<&str>, &str) = (Vec::new(), html);
    while let Some(at) = rest.find(['<', '>', '"', '\'']) {
        if !rest[at..].starts_with('<') {
            return Some(format!("a bare sign in {rest}"));
        }
        let end = at + rest[at..].find('>')?;
        let inner = &rest[at + 1..end];
        let name: &str = inner.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !ALLOWED.contains(&name) {
            return Some(format!("the tag {name}"));
        }
        match (inner.strip_prefix('/'), inner.split_once(' ')) {
            (Some(name), None) if open.pop() != Some(name) => return Some(format!("{name} closes nothing")),
            (Some(_), _) => {}
            (None, None) if !matches!(name, "br" | "hr") => open.push(name),
            (None, None) => {}
            (None, Some((_, attributes))) => {
                let Some(href) = attributes
                    .strip_prefix("rel=\"noopener noreferrer nofollow\" href=\"")
                    .and_then(|rest| rest.strip_suffix('"'))
                else {
                    return Some(format!("the attributes {attributes}"));
                };
                let scheme = href.split(':').next().unwrap_or_default().to_ascii_lowercase();
                let plain = !href.contains(['"', '<', '>', '\'', ' ', '\n', '\t']);
                if name != "a" || !plain || !["http", "https", "mailto"].contains(&scheme.as_str()) {
                    return Some(format!("the address {href}"));
                }
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    (!open.is_empty()).then(|| format!("{open:?} is left open"))
}

/// What attackers type.
const VECTORS: [&str; 48] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"javascript:alert(1)\">",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<object data=\"data:text/html,<script>alert(1)</script>\">",
    "<embed src=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<form action=//evil.example><input type=submit>",
    "<input autofocus onfocus=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "</p></div></main><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java\\nscript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](https://evil.example\" onmouseover=\"alert(1))",
    "[x](<https://evil.example\" onmouseover=alert(1) x=\">)",
    "[x](https://evil.example 'onmouseover=alert(1)')",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.gif \"onerror=alert(1)\")",
    "<javascript:alert(1)>",
    "<https://evil.example/\"onmouseover=alert(1)>",
    "https://evil.example/\"onmouseover=alert(1)",
    "https://evil.example/'><script>alert(1)</script>",
    "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
    "`</code><script>alert(1)</script>`",
];

/// What they type it into.
const AROUND: [&str; 14] = [
    "§",
    "**§**",
    "> §",
    "- §\n- §",
    "1. §",
    "# §",
    "    §",
    "| § |\n|---|\n| § |",
    "a\n§\nb",
    "[§](https://example.org)",
    "![§](https://example.org)",
    "~~§~~ §",
    "<div>\n\n§\n\n</div>",
    "\u{202e}§\u{0}\u{200b}",
];

#[test]
fn nothing_that_acts_comes_through() {
    let mut tried = 0;
    for vector in VECTORS {
        for around in AROUND {
            let typed = around.replace('§', vector);
            let made = html(&typed);
            assert_eq!(fault(&made), None, "{typed}\nbecame\n{made}");
            tried += 1;
        }
    }
    assert!(tried >= 600, "{tried}");
}

#[test]
fn the_test_sees_what_must_not_be() {
    for bad in [
        "<script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "<a rel=\"noopener noreferrer nofollow\" href=\"javascript:x\">a</a>",
        "<p>a",
        "</p>",
        "a\"b",
        "<img>",
    ] {
        assert!(fault(bad).is_some(), "{bad}");
    }
    assert_eq!(fault("<p>a<br><strong>b</strong></p><hr>"), None);
}

#[test]
fn what_people_mean_is_shown() {
    for (typed, shown) in [
        ("Hallo *Welt*", "<p>Hallo <em>Welt</em></p>"),
        ("eins\nzwei\n\ndrei", "<p>eins<br>zwei</p><p>drei</p>"),
        ("# Titel", "<p><strong>Titel</strong></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1 < 2 & \"so\"", "<p>1 &lt; 2 &amp; &quot;so&quot;</p>"),
        (
            "Siehe https://example.org/a.",
            "<p>Siehe <a rel=\"noopener noreferrer nofollow\" href=\"https://example.org/a\">https://example.org/a</a>.</p>",
        ),
        (
            "[Seite](https://example.org/?a=1&b=2)",
            "<p><a rel=\"noopener noreferrer nofollow\" href=\"https://example.org/?a=1&amp;b=2\">Seite</a></p>",
        ),
        ("[Seite](/konto)", "<p>Seite</p>"),
        ("![Bild](https://example.org/a.png)", "<p>Bild</p>"),
        ("http:// und http://.", "<p>http:// und http://.</p>"),
        // An address that leads nowhere is words.
        ("<https:> [x](mailto:) <http://>", "<p>https: x http://</p>"),
    ] {
        assert_eq!(html(typed), shown, "{typed}");
    }
}

#[test]
fn what_lies_too_deep_is_flat_and_long_writings_end() {
    let made = html(&format!("{} tief", ">".repeat(5_000)));
    assert_eq!(fault(&made), None);
    assert_eq!(made.matches("<blockquote>").count(), DEEPEST);
    for odd in ["[".repeat(20_000), "*a_ ".repeat(5_000), "`".repeat(20_000), "<".repeat(20_000)] {
        assert_eq!(fault(&html(&odd)), None);
    }
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_harmless(typed in "([<>\"'&*_`~#>\\[\\]()!:/=\\- \n]|javascript:|https://|on|script|a|\\PC){0,60}") {
        let made = html(&typed);
        proptest::prop_assert_eq!(fault(&made), None, "{}\nbecame\n{}", typed, made);
    }
}
