//! Files as members bring them: Word files, PDFs and texts that open and say something.

use files::Upload;
use kernel::{Error, Lang, Result};
use papers::Paper;

/// A Word file of a title and paragraphs.
pub fn word(name: &str, title: &str, author: &str, paragraphs: &[&str]) -> Result<Upload> {
    let day = kernel::Day::literal(crate::TODAY);
    let paper = paragraphs.iter().fold(Paper::new(Lang::De, title, author, day), |paper, text| paper.text(*text));
    taken(name, &papers::docx(&paper).map_err(|why| Error::internal(why.to_string()))?)
}

/// A text.
pub fn text(name: &str, words: &str) -> Result<Upload> {
    taken(name, words.as_bytes())
}

/// A PDF of one page with some lines in the letters of ISO 8859-1 (ISO 32000-1, 7.5).
pub fn pdf(name: &str, lines: &[&str]) -> Result<Upload> {
    let latin = |c: char| u8::try_from(u32::from(c)).unwrap_or(b'?');
    let mut page = b"BT /F 12 Tf 60 780 Td 18 TL".to_vec();
    for line in lines {
        page.extend(b" (");
        for c in line.chars() {
            if matches!(c, '(' | ')' | '\\') {
                page.push(b'\\');
            }
            page.push(latin(c));
        }
        page.extend(b") Tj T*");
    }
    page.extend(b" ET");
    let objects: [Vec<u8>; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_vec(),
        [format!("<</Length {}>>stream\n", page.len()).as_bytes(), &page, b"\nendstream"].concat(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (n, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", out.len());
        out.extend(format!("{n} 0 obj").as_bytes());
        out.extend(object);
        out.extend(b"endobj\n");
    }
    let at = out.len();
    out.extend(format!("xref\n0 6\n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").as_bytes());
    taken(name, &out)
}

fn taken(name: &str, bytes: &[u8]) -> Result<Upload> {
    Upload::of(name, bytes).map_err(|why| Error::internal(format!("{name}: {why:?}")))
}
