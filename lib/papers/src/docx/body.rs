//! `word/document.xml`: what the paper says.

use crate::escaped;
use crate::{Align, Block, Fact, List, Paper, Signature, Style, Table, Words};

/// The text of the document, and which lists it uses.
pub struct Body {
    /// `word/document.xml`.
    pub document: String,
    /// For each list, whether it is counted; their numbers begin at 1.
    pub lists: Vec<bool>,
}

/// The width between the margins, in twentieths of a point: A4 less 25 mm on either side.
const WIDTH: usize = 9_070;

/// Writes it.
pub fn write(paper: &Paper) -> Body {
    let mut writer = Writer { out: String::with_capacity(64 << 10), lists: Vec::new() };
    writer.title(paper);
    paper.blocks.iter().for_each(|block| writer.block(block));
    let document = format!(
        "{}<w:document xmlns:w=\"{}\" xmlns:r=\"{}\"><w:body>{}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1701\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
        super::parts::HEAD,
        super::parts::MAIN,
        super::parts::LINKS,
        writer.out
    );
    Body { document, lists: writer.lists }
}

struct Writer {
    out: String,
    lists: Vec<bool>,
}

impl Writer {
    fn title(&mut self, paper: &Paper) {
        self.paragraph("Title", "", &paper.title.as_str().into());
        if !paper.subject.is_empty() {
            self.paragraph("Subtitle", "", &paper.subject.as_str().into());
        }
        self.paragraph("Date", "", &i18n::day_medium(paper.lang, paper.day).into());
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.paragraph(&format!("Heading{level}"), "", &text.as_str().into()),
            Block::Text(words) => self.paragraph("", "", words),
            Block::Note(words) => self.paragraph("Note", "", words),
            Block::Lines(lines) => {
                let words = lines.join("\n");
                self.paragraph("Lines", "", &words.into());
            }
            Block::List(list) => self.list(list, 0),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Signatures(places) => self.signatures(places),
            Block::PageBreak => self.out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }

    /// A paragraph of a style; `more` is what else its properties say.
    fn paragraph(&mut self, style: &str, more: &str, words: &Words) {
        self.out.push_str("<w:p>");
        if !style.is_empty() || !more.is_empty() {
            let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
            self.out.push_str(&format!("<w:pPr>{style}{more}</w:pPr>"));
        }
        for (n, line) in words.lines().iter().enumerate() {
            if n > 0 {
                self.out.push_str("<w:r><w:br/></w:r>");
            }
            for (style, text) in line {
                let style = match style {
                    Style::Plain => "",
                    Style::Strong => "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>",
                    Style::Emphasis => "<w:rPr><w:rStyle w:val=\"Emphasis\"/></w:rPr>",
                };
                self.out.push_str(&format!("<w:r>{style}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text)));
            }
        }
        self.out.push_str("</w:p>");
    }

    fn list(&mut self, list: &List, depth: usize) {
        self.lists.push(list.numbered);
        let number = self.lists.len();
        let style = if list.numbered { "ListNumber" } else { "ListBullet" };
        for item in &list.items {
            let place = format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{number}\"/></w:numPr>");
            self.paragraph(style, &place, &item.words);
            if let Some(inner) = &item.inner {
                self.list(inner, depth + 1);
            }
        }
    }

    fn open_table(&mut self, style: &str, look: &str, caption: &str, widths: &[usize]) {
        let caption =
            if caption.is_empty() { String::new() } else { format!("<w:tblCaption w:val=\"{}\"/>", escaped(caption)) };
        self.out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook {look}/>{caption}</w:tblPr><w:tblGrid>"
        ));
        widths.iter().for_each(|width| self.out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>")));
        self.out.push_str("</w:tblGrid>");
    }

    fn cell(&mut self, width: usize, style: &str, align: Align, words: &Words) {
        self.out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        let side = match align {
            Align::Start => "",
            Align::Center => "<w:jc w:val=\"center\"/>",
            Align::End => "<w:jc w:val=\"right\"/>",
        };
        self.paragraph(style, side, words);
        self.out.push_str("</w:tc>");
    }

    fn facts(&mut self, facts: &[Fact]) {
        let widths = [WIDTH / 4, WIDTH - WIDTH / 4];
        self.open_table("Facts", FIRST_COLUMN, "", &widths);
        for fact in facts {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            self.cell(widths[0], "FactName", Align::Start, &fact.name.as_str().into());
            self.cell(widths[1], "TableText", Align::Start, &fact.value);
            self.out.push_str("</w:tr>");
        }
        self.close_table();
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.paragraph("Caption", "<w:keepNext/>", &table.caption.as_str().into());
        }
        let widths = widths(table);
        self.open_table("PaperTable", FIRST_ROW, &table.caption, &widths);
        // `tblHeader` shows the row again on each page and tells readers that these are headings.
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for ((name, width), align) in table.head.iter().zip(&widths).zip(&table.align) {
            self.cell(*width, "TableHeading", *align, &name.as_str().into());
        }
        self.out.push_str("</w:tr>");
        for row in &table.rows {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for ((words, width), align) in row.iter().zip(&widths).zip(&table.align) {
                self.cell(*width, "TableText", *align, words);
            }
            self.out.push_str("</w:tr>");
        }
        self.close_table();
    }

    fn signatures(&mut self, places: &[Signature]) {
        for pair in places.chunks(2) {
            let half = WIDTH / 2;
            self.open_table("Signatures", NOTHING, "", &[half, half]);
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for n in 0..2 {
                let words = pair.get(n).map_or_else(Words::default, |place| {
                    let both = [&place.name, &place.role].map(String::as_str);
                    let both: Vec<_> = both.into_iter().filter(|text| !text.is_empty()).collect();
                    format!("____________________________\n{}", both.join("\n")).into()
                });
                self.cell(half, "Signature", Align::Start, &words);
            }
            self.out.push_str("</w:tr>");
            self.close_table();
        }
    }

    /// Ends a table. Word wants a paragraph between two of them and after the last one.
    fn close_table(&mut self) {
        self.out.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
    }
}

const FIRST_ROW: &str = "w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"";
const FIRST_COLUMN: &str = "w:val=\"0080\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"";
const NOTHING: &str = "w:val=\"0000\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"";

/// How wide each column is.
fn widths(table: &Table) -> Vec<usize> {
    let weights = table.weights();
    let all: usize = weights.iter().sum();
    weights.iter().map(|weight| WIDTH * weight / all.max(1)).collect()
}
