//! A paper as a Word file (ISO/IEC 29500-1): real headings, lists and tables, so that whoever writes on it finds them in the
//! menus of her program, and whoever hears it read aloud finds her way.

mod body;
mod parts;

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{Paper, TooMuch};

/// The file. The same paper is always the same bytes.
///
/// # Errors
/// What is too much for one file.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, TooMuch> {
    let paper = paper.tidied()?;
    let body = body::write(&paper);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(&paper)),
        ("docProps/app.xml", parts::APP.to_owned()),
        ("word/document.xml", body.document),
        ("word/_rels/document.xml.rels", parts::DOCUMENT_RELATIONS.to_owned()),
        ("word/styles.xml", parts::styles(paper.lang)),
        ("word/numbering.xml", parts::numbering(&body.lists)),
        ("word/settings.xml", parts::settings(paper.lang)),
        ("word/header1.xml", parts::header(&paper)),
        ("word/footer1.xml", parts::footer(&paper)),
    ];
    // Into memory, with names of our own and far below the sizes of the format: this cannot fail.
    packed(&files).map_err(|_| TooMuch::Long)
}

fn packed(files: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // The first day the format knows, instead of now.
        .last_modified_time(DateTime::default());
    for (name, text) in files {
        zip.start_file(*name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
