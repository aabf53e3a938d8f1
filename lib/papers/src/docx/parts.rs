//! The parts of the file beside the text.

use kernel::Lang;

use crate::escaped;
use crate::{Paper, page_words};

/// How each part begins.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of the text.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of links from one part to another.
pub const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What each part is.
pub const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    "</Types>",
);

/// Where the file begins.
pub const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>",
);

/// What the text uses.
pub const DOCUMENT_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>",
    "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>",
    "<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>",
    "</Relationships>",
);

/// Which program made it.
pub const APP: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Geflecht</Application></Properties>",
);

const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    }
}

/// Title, subject, author, language and day.
pub fn core(paper: &Paper) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><dc:identifier>{}</dc:identifier><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T12:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T12:00:00Z</dcterms:modified></cp:coreProperties>",
        escaped(&paper.title),
        escaped(&paper.subject),
        escaped(&paper.author),
        escaped(&paper.number),
        tag(paper.lang),
        day = paper.day,
    )
}

/// The styles, under the names Word knows, so that each program shows them in its own language.
pub fn styles(lang: Lang) -> String {
    format!("{HEAD}{}", include_str!("styles.xml").replace("{lang}", tag(lang)))
}

/// The language, and that nothing is to be laid out as in older programs.
pub fn settings(lang: Lang) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:autoHyphenation w:val=\"true\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{}\"/></w:settings>",
        tag(lang)
    )
}

/// Each list with a number of its own, so that each counts from 1.
pub fn numbering(lists: &[bool]) -> String {
    let levels = |mark: &dyn Fn(usize) -> (&'static str, String)| {
        (0..crate::DEPTH).fold(String::new(), |all, depth| {
            let (form, text) = mark(depth);
            let left = 397 * (depth + 1);
            format!(
                "{all}<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"{text}\"/>\
                 <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"397\"/></w:pPr></w:lvl>"
            )
        })
    };
    let bullets = levels(&|depth| ("bullet", ["•", "–", "•"][depth.min(2)].to_owned()));
    let counted = levels(&|depth| ("decimal", format!("%{}.", depth + 1)));
    let mut text = format!(
        "{HEAD}<w:numbering xmlns:w=\"{MAIN}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{bullets}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{counted}</w:abstractNum>"
    );
    for (number, is_counted) in (1..).zip(lists) {
        let (kind, restarts) = if *is_counted {
            let again = |depth: usize| {
                format!("<w:lvlOverride w:ilvl=\"{depth}\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
            };
            (1, (0..crate::DEPTH).map(again).collect())
        } else {
            (0, String::new())
        };
        text.push_str(&format!("<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{kind}\"/>{restarts}</w:num>"));
    }
    text.push_str("</w:numbering>");
    text
}

/// At the top of each page: who issues it, and its number.
pub fn header(paper: &Paper) -> String {
    format!(
        "{HEAD}<w:hdr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p></w:hdr>",
        run(&paper.author),
        run(&paper.number)
    )
}

/// At the bottom: which page of how many.
pub fn footer(paper: &Paper) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let (page, of) = page_words(paper.lang);
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        run(&paper.title),
        run(&format!("{page} ")),
        field("PAGE"),
        run(&format!(" {of} ")),
        field("NUMPAGES")
    )
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}
