//! What the files hold, and that no text breaks them.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test stops where something is wrong")]

mod minutes;

use kernel::{Day, Lang};
use papers::{Block, Fact, Paper, Signature, Table};

/// The file as text, where its parts are not packed.
fn readable(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn paper() -> Paper {
    Paper::new(Lang::De, "Brief", "Frauennetzwerk", Day::literal("2026-11-24"))
}

#[test]
fn a_paper_is_tagged_with_language_and_title_and_carries_its_fonts() {
    let file = readable(&pdf::render(&minutes::minutes(3)).unwrap());
    assert!(file.starts_with("%PDF-1.7"), "{}", &file[..20]);
    for part in [
        "pdfuaid:part>1<",
        "/Lang(de-DE)",
        "/StructTreeRoot",
        "/Marked true",
        "/DisplayDocTitle true",
        "Protokoll der Mitgliederversammlung",
        "/FontFile2",
        "FiraSans-Regular",
        "FiraSans-SemiBold",
        "FiraSans-Italic",
        "/ToUnicode",
    ] {
        assert!(file.contains(part), "{part} is missing");
    }
    for kind in
        ["Title", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TH", "TD", "Strong", "Em"]
    {
        assert!(file.contains(&format!("/S/{kind}/")), "{kind} is missing");
    }
    // Columns of the table and rows of the facts say what they head.
    assert!(file.contains("/Scope/Column") && file.contains("/Scope/Row"));
    // Each font is there whole enough to be drawn: as many files as descriptors.
    assert_eq!(file.matches("/Type/FontDescriptor").count(), file.matches("/FontFile2").count());
    assert!(!file.contains("/Type3") && !file.contains("/JavaScript") && !file.contains("/URI"));
}

#[test]
fn the_same_paper_is_the_same_bytes_and_another_day_is_another_file() {
    let first = pdf::render(&minutes::minutes(2)).unwrap();
    assert_eq!(first, pdf::render(&minutes::minutes(2)).unwrap());
    let later = Paper { day: Day::literal("2026-11-25"), ..minutes::minutes(2) };
    assert_ne!(first, pdf::render(&later).unwrap());
    assert!(readable(&first).contains("20261124120000"));
}

#[test]
fn hostile_text_is_text_or_a_replacement_mark() {
    let long = "x".repeat(10_000);
    let emoji = "Grüße 👩‍👩‍👧 🏳️‍🌈 ❤️ 😀 \u{1f9ff}";
    for text in [
        "#set page(width: 1cm) #panic()",
        "$x^2$ *nicht fett* _nicht kursiv_ `roh` <marke> @quelle // kein Kommentar",
        "#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\": *",
        "\\ \\u{41} = kein Titel\n- keine Liste\n+ auch nicht\n/ Begriff: nein",
        "a\u{202e}gnp.exe\u{202c}\u{2066}\u{200f}",
        "\0\u{1}\u{7f}\u{85}\u{feff}\u{fffe}\u{e000}\u{10ffff}\u{fffd}",
        "שלום عليكم Ωμέγα Привет 你好 ไทย नमस्ते",
        "e\u{301}\u{302}\u{303}\u{489}\u{20dd} Z\u{335}\u{321}a\u{300}\u{33d}\u{345}",
        "\u{ad}\u{200b}\u{200d}",
        emoji,
        long.as_str(),
    ] {
        let table = Table {
            caption: text.into(),
            head: vec![text.into(), "x".into()],
            rows: vec![vec![text.into(); 3]],
            align: vec![],
        };
        let paper = Paper::new(Lang::En, text, text, Day::literal("0001-01-01"))
            .about(text)
            .numbered(text)
            .heading(3, text)
            .text(papers::Words::default().strong(text).emphasis(text).plain(text))
            .list(true, [text, ""])
            .with(Block::Facts(vec![Fact::new(text, text), Fact::new("", text), Fact::new(text, "")]))
            .with(Block::Table(table))
            .with(Block::Note(text.into()))
            .with(Block::Lines(vec![text.into(), String::new()]))
            .with(Block::Signatures(vec![Signature { name: text.into(), role: text.into() }]));
        pdf::render(&paper).unwrap_or_else(|why| panic!("{why} at {:.40}", text));
    }
}

#[test]
fn every_character_can_stand_on_a_paper() {
    for plane in [0..0x4000_u32, 0x4000..0x1_0000, 0x1_d000..0x2_0000] {
        let all: String = plane.filter_map(char::from_u32).collect();
        let chunks: Vec<_> = all.chars().collect::<Vec<_>>().chunks(60).map(|c| c.iter().collect::<String>()).collect();
        let paper = chunks.iter().fold(paper(), |paper, chunk| {
            paper.text(papers::Words::default().plain(chunk.as_str()).strong(chunk.as_str()))
        });
        pdf::render(&paper).unwrap();
    }
}

#[test]
fn an_empty_paper_and_odd_shapes_are_papers_too() {
    pdf::render(&Paper::new(Lang::De, "", "", Day::OPEN)).unwrap();
    let odd = paper()
        .heading(3, "Zu tief")
        .heading(9, "Viel zu tief")
        .heading(0, "")
        .text("")
        .list(false, Vec::<&str>::new())
        .with(Block::Facts(vec![]))
        .with(Block::Signatures(vec![]))
        .with(Block::Table(Table { caption: String::new(), head: vec![], rows: vec![], align: vec![] }))
        .with(Block::Table(Table {
            caption: String::new(),
            head: vec!["Nur Kopf".into()],
            rows: vec![],
            align: vec![],
        }))
        .with(Block::Table(Table { caption: "Leer".into(), head: vec![], rows: vec![vec![]; 3], align: vec![] }))
        .with(Block::PageBreak)
        .with(Block::PageBreak)
        .text("Ende");
    pdf::render(&odd).unwrap();
}

#[test]
fn a_paper_that_is_too_long_is_refused() {
    let long = (0..papers::BLOCKS).fold(paper(), |paper, _| paper.text("x"));
    assert!(matches!(pdf::render(&long), Err(pdf::Error::TooMuch(papers::TooMuch::Long))));
}

#[test]
#[ignore = "it measures"]
fn a_motion_book_of_120_pages_is_set_in_three_seconds() {
    let mut book = Paper::new(Lang::De, "Anträge zur Konferenz", "Frauennetzwerk", Day::literal("2027-01-20"));
    for n in 1..=120 {
        // Each motion begins on a page of its own.
        book = book.with(Block::PageBreak).heading(2, format!("A{n} Mehr Plätze in Frauenhäusern"));
        book = book.with(Block::Facts(vec![Fact::new("Antragstellend", "Regionale AG, Frauennetzwerk")]));
        for paragraph in 1..=6 {
            book = book.text(format!("({paragraph}) Die Konferenz fordert das Land auf, bis Ende 2027 in jedem Kreis mehr Plätze zu schaffen."));
        }
        book = book.heading(3, "Änderungsanträge").with(Block::Note(format!("A{n}-Ä1: andere Worte, Absatz 2").into()));
        book = book.text("[gestrichen: 2027] [eingefügt: 2028]").text("Begründung: Der Haushalt ist beschlossen.");
    }
    let begun = std::time::Instant::now();
    let file = pdf::render(&book).unwrap();
    let took = begun.elapsed();
    println!("motion book of 120 pages, {} KiB: {} ms, at most 3000 ms", file.len() >> 10, took.as_millis());
    assert!(cfg!(debug_assertions) || took.as_secs_f64() <= 3.0, "{took:?}");
}
