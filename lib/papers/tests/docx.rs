//! Word files, opened again: each part is XML, each style and list is there, and all text comes back.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test stops where something is wrong")]

use std::io::{Cursor, Read};

use kernel::{Day, Lang};
use papers::{Align, Block, Fact, Format, Item, List, Paper, Signature, Table, TooMuch, Words, docx};
use proptest::prelude::*;
use roxmltree::{Document, Node};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn words(text: &str) -> Words {
    text.into()
}

fn paper() -> Paper {
    Paper::new(Lang::De, "Übergabe der Stelle", "Frauennetzwerk StädteRegion Aachen e.V.", Day::literal("2026-11-24"))
        .about("Was übergeht und was endet")
        .numbered("B 2026/3")
        .heading(1, "Sitze")
        .text(words("Es gehen ").strong("drei Sitze").plain(" über,\nzwei ").emphasis("enden").plain("."))
        .with(Block::List(List {
            numbered: true,
            items: vec![
                Item {
                    words: words("Beirat"),
                    inner: Some(Box::new(List {
                        numbered: false,
                        items: vec![Item { words: words("beratend"), inner: None }],
                    })),
                },
                Item { words: words("Ausschuss"), inner: None },
            ],
        }))
        .heading(2, "Zugänge")
        .list(true, ["Postfach", "Laufwerk"])
        .list(false, ["Schlüssel"])
        .with(Block::Facts(vec![Fact::new("Ort", "Düren")]))
        .with(Block::Table(Table {
            caption: "Wer wo sitzt".into(),
            head: vec!["Gremium".into(), "Stimmen".into()],
            rows: vec![vec![words("Beirat"), words("2")], vec![words("Ausschuss")]],
            align: vec![Align::Start, Align::End],
        }))
        .with(Block::Note(words("Bitte prüfen Sie die Postfächer.")))
        .with(Block::PageBreak)
        .with(Block::Lines(vec!["Ayla Beispiel".into(), "Markt 1".into()]))
        .with(Block::Signatures(vec![Signature { name: "Jo Muster".into(), role: "Vorsitz".into() }]))
}

/// Every part of a file by its name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut part = zip.by_index(n).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

fn part(paper: &Paper, name: &str) -> String {
    parts(&docx(paper).unwrap()).into_iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{name}")).1
}

fn all<'a>(doc: &'a Document<'_>, tag: &'static str) -> Vec<Node<'a, 'a>> {
    doc.descendants().filter(|n| n.has_tag_name((W, tag))).collect()
}

fn value<'a>(node: &Node<'a, 'a>) -> &'a str {
    node.attribute((W, "val")).unwrap()
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|n| n.has_tag_name((W, "t"))).filter_map(|n| n.text()).collect()
}

#[test]
fn each_part_is_xml_and_is_listed_and_every_style_and_list_is_there() {
    let all_parts = parts(&docx(&paper()).unwrap());
    for (name, text) in &all_parts {
        Document::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert!(
            name.ends_with(".rels") || name.starts_with('[') || all_parts[0].1.contains(&format!("\"/{name}\"")),
            "{name}"
        );
    }
    let by_name = |name: &str| &all_parts.iter().find(|(n, _)| n == name).unwrap().1;
    let (styles, numbering) = (by_name("word/styles.xml"), by_name("word/numbering.xml"));
    for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
        let doc = Document::parse(by_name(name)).unwrap();
        for tag in ["pStyle", "rStyle", "tblStyle"] {
            for used in all(&doc, tag) {
                assert!(styles.contains(&format!("w:styleId=\"{}\"", value(&used))), "{}", value(&used));
            }
        }
        for used in all(&doc, "numId") {
            assert!(numbering.contains(&format!("<w:num w:numId=\"{}\">", value(&used))));
        }
    }
}

#[test]
fn headings_lists_and_tables_are_real_ones() {
    let document = part(&paper(), "word/document.xml");
    let doc = Document::parse(&document).unwrap();
    let styles: Vec<&str> = all(&doc, "pStyle").iter().map(value).collect();
    for wanted in ["Title", "Subtitle", "Heading1", "Heading2", "ListNumber", "ListBullet", "Caption", "Note", "Lines"]
    {
        assert!(styles.contains(&wanted), "{wanted}");
    }
    // Two lists that are counted, each from 1, and two that are not.
    let numbers: std::collections::BTreeSet<&str> = all(&doc, "numId").iter().map(value).collect();
    assert_eq!(numbers.len(), 4);
    let headers = all(&doc, "tblHeader");
    assert_eq!(headers.len(), 1);
    let row = headers[0].ancestors().find(|n| n.has_tag_name((W, "tr"))).unwrap();
    assert_eq!(text(row), "GremiumStimmen");
    let table = row.parent().unwrap();
    let widths: Vec<usize> = table
        .children()
        .filter(|n| n.has_tag_name((W, "tr")))
        .map(|r| r.children().filter(|n| n.has_tag_name((W, "tc"))).count())
        .collect();
    assert_eq!(widths, [2, 2, 2], "a short row is filled");
    assert!(all(&doc, "tblCaption").iter().any(|n| value(n) == "Wer wo sitzt"));
}

#[test]
fn language_title_number_and_day_are_written_into_the_file() {
    assert!(part(&paper(), "word/styles.xml").contains("<w:lang w:val=\"de-DE\""));
    let english = Paper { lang: Lang::En, ..paper() };
    assert!(part(&english, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    let core = part(&paper(), "docProps/core.xml");
    for wanted in [
        "<dc:title>Übergabe der Stelle<",
        "<dc:language>de-DE<",
        ">2026-11-24T12:00:00Z<",
        "<dc:creator>Frauennetzwerk",
    ] {
        assert!(core.contains(wanted), "{wanted} in {core}");
    }
    assert!(part(&paper(), "word/header1.xml").contains("B 2026/3"));
    assert!(part(&paper(), "word/footer1.xml").contains("NUMPAGES"));
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    assert_eq!(docx(&paper()).unwrap(), docx(&paper()).unwrap());
    let name = paper().file_name(Format::Docx);
    assert_eq!(name, "Übergabe-der-Stelle-B-2026-3-2026-11-24.docx");
    assert_eq!(
        Paper::new(Lang::De, "../…", "", Day::literal("2026-11-24")).file_name(Format::Pdf),
        "Dokument-2026-11-24.pdf"
    );
}

#[test]
fn what_is_too_much_is_refused_with_a_sentence() {
    let table = |columns| {
        Block::Table(Table { caption: String::new(), head: vec!["x".into(); columns], rows: vec![], align: vec![] })
    };
    let nested = |depth: usize| {
        (1..depth).fold(List { numbered: false, items: vec![Item { words: words("x"), inner: None }] }, |inner, _| {
            List { numbered: false, items: vec![Item { words: words("x"), inner: Some(Box::new(inner)) }] }
        })
    };
    assert_eq!(docx(&paper().with(table(13))), Err(TooMuch::Wide));
    assert!(docx(&paper().with(table(12))).is_ok());
    assert_eq!(docx(&paper().with(Block::List(nested(4)))), Err(TooMuch::Deep));
    assert!(docx(&paper().with(Block::List(nested(3)))).is_ok());
    assert_eq!(docx(&paper().text("x".repeat(papers::CHARACTERS + 1))), Err(TooMuch::Long));
    let rows = vec![vec![words("x")]; papers::BLOCKS + 1];
    assert_eq!(
        docx(&paper().with(Block::Table(Table { caption: String::new(), head: vec![], rows, align: vec![] }))),
        Err(TooMuch::Long)
    );
    assert!(TooMuch::Long.reason().de.starts_with("Dieses Dokument"));
}

#[test]
fn a_paper_survives_being_handed_over_as_json() {
    let paper = paper();
    let json = serde_json::to_string(&paper).unwrap();
    assert_eq!(serde_json::from_str::<Paper>(&json).unwrap(), paper);
    assert!(serde_json::from_str::<Paper>(&json.replace("2026-11-24", "2026-02-30")).is_err());
}

proptest! {
    #[test]
    fn any_text_comes_back_as_it_was_but_for_what_no_file_may_hold(typed in "\\PC{0,60}", more in any::<String>()) {
        let paper = Paper::new(Lang::De, more.as_str(), more.as_str(), Day::literal("2026-11-24"))
            .text(words(&typed)).heading(1, more.as_str());
        let document = part(&paper, "word/document.xml");
        let doc = Document::parse(&document).unwrap();
        let texts: Vec<String> = all(&doc, "p").into_iter().map(text).collect();
        let wanted: String = typed.trim().chars().filter(|c| !i18n::is_bidi_control(*c)).collect();
        let known = typed.chars().all(|c| !c.is_control() && !matches!(c as u32, 0xfeff | 0xfff9..=0xfffb | 0xfdd0..=0xfdef | 0xe_0000..=0xe_0fff | 0x2028 | 0x2029) && c as u32 & 0xfffe != 0xfffe);
        prop_assert!(!known || wanted.trim().is_empty() || texts.iter().any(|t| t == wanted.trim()), "{:?} in {:?}", wanted, texts);
    }
}
