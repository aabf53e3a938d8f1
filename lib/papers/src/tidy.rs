//! A paper as it is written: without characters no reader sees, without empty parts, with headings that skip no level.

use crate::{Block, List, Paper, Style, Table, TooMuch, Words};

/// Text without what no file may hold or what disguises it: controls, marks that reorder text, tags, non-characters.
/// Lines are parted by `\n`, whatever they were parted by.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        c if c.is_control() || i18n::is_bidi_control(c) || is_unseen(c) => None,
        c => Some(c),
    });
    kept.collect()
}

/// Marks within text that are none for readers: a byte order mark, interlinear notes, tags (Unicode 23.8, 23.9),
/// and what Unicode promises never to be a character (23.7).
const fn is_unseen(c: char) -> bool {
    let code = c as u32;
    matches!(code, 0xfeff | 0xfff9..=0xfffb | 0xfdd0..=0xfdef | 0xe_0000..=0xe_0fff) || code & 0xfffe == 0xfffe
}

/// Marks that only change what stands beside them: variation selectors, joiners, soft hyphens and blanks of no width
/// (Unicode, default ignorable). Alone they are nothing to read.
#[must_use]
pub const fn is_silent(c: char) -> bool {
    matches!(c as u32, 0xad | 0x34f | 0x180b..=0x180f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfff0..=0xfffb)
        || c as u32 >= 0xe_0000 && (c as u32) < 0xf_0000
}

/// Whether there is nothing to read in it.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_silent(c) || is_unseen(c))
}

fn line(text: &str) -> String {
    clean(text).split('\n').map(str::trim).filter(|part| !is_blank(part)).collect::<Vec<_>>().join(" ")
}

/// Words without empty runs, and without blanks at the ends that would move the text.
fn words(words: &Words) -> Words {
    let mut found: Vec<crate::Run> = Vec::with_capacity(words.0.len());
    for run in &words.0 {
        let text = clean(&run.text);
        match found.last_mut() {
            _ if text.is_empty() => {}
            // Stress on nothing but blanks is none.
            Some(last) if last.style == run.style || text.trim().is_empty() => last.text.push_str(&text),
            _ => found.push(crate::Run { style: run.style, text }),
        }
    }
    if let Some(first) = found.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = found.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    found.retain(|run| !run.text.is_empty());
    Words(found)
}

fn list(from: &List) -> Option<List> {
    let items: Vec<_> = from
        .items
        .iter()
        .map(|item| crate::Item {
            words: words(&item.words),
            inner: item.inner.as_deref().and_then(list).map(Box::new),
        })
        .filter(|item| !item.words.is_empty() || item.inner.is_some())
        .collect();
    (!items.is_empty()).then_some(List { numbered: from.numbered, items })
}

fn table(from: &Table) -> Option<Table> {
    let width = from.rows.iter().map(Vec::len).chain([from.head.len()]).max().unwrap_or(0);
    let filled = |row: &Vec<Words>| {
        let mut cells: Vec<Words> = row.iter().map(words).collect();
        cells.resize(width, Words::default());
        cells
    };
    let mut head: Vec<String> = from.head.iter().map(|name| line(name)).collect();
    head.resize(width, String::new());
    let mut align = from.align.clone();
    align.resize(width, crate::Align::Start);
    (width > 0).then(|| Table {
        caption: line(&from.caption),
        head,
        rows: from.rows.iter().map(filled).collect(),
        align,
    })
}

fn block(from: &Block, level: &mut u8) -> Option<Block> {
    match from {
        Block::Heading { level: wanted, text } => {
            let text = line(text);
            (!text.is_empty()).then(|| {
                *level = (*wanted).clamp(1, (*level + 1).min(3));
                Block::Heading { level: *level, text }
            })
        }
        Block::Text(from) => Some(words(from)).filter(|words| !words.is_empty()).map(Block::Text),
        Block::Note(from) => Some(words(from)).filter(|words| !words.is_empty()).map(Block::Note),
        Block::Lines(lines) => {
            let lines: Vec<_> = lines.iter().map(|text| line(text)).filter(|text| !text.is_empty()).collect();
            (!lines.is_empty()).then_some(Block::Lines(lines))
        }
        Block::List(from) => list(from).map(Block::List),
        Block::Facts(facts) => {
            let facts: Vec<_> = facts
                .iter()
                .map(|fact| crate::Fact { name: line(&fact.name), value: words(&fact.value) })
                .filter(|fact| !fact.name.is_empty() || !fact.value.is_empty())
                .collect();
            (!facts.is_empty()).then_some(Block::Facts(facts))
        }
        Block::Table(from) => table(from).map(Block::Table),
        Block::Signatures(places) => {
            let places: Vec<_> = places
                .iter()
                .map(|place| crate::Signature { name: line(&place.name), role: line(&place.role) })
                .collect();
            (!places.is_empty()).then_some(Block::Signatures(places))
        }
        Block::PageBreak => Some(Block::PageBreak),
    }
}

impl Paper {
    /// The same paper as it is written into a file, within the limits.
    ///
    /// # Errors
    /// What is too much.
    pub fn tidied(&self) -> Result<Self, TooMuch> {
        self.check()?;
        let mut level = 0;
        let mut title = line(&self.title);
        if title.is_empty() {
            // A file without a title is none that can be read aloud (ISO 14289-1, 7.1).
            title = self.file_name(crate::Format::Pdf).trim_end_matches(".pdf").to_owned();
        }
        Ok(Self {
            lang: self.lang,
            title,
            subject: line(&self.subject),
            author: line(&self.author),
            number: line(&self.number),
            day: self.day,
            blocks: self.blocks.iter().filter_map(|from| block(from, &mut level)).collect(),
        })
    }
}

impl Words {
    /// The lines of the words, each with its runs.
    #[must_use]
    pub fn lines(&self) -> Vec<Vec<(Style, &str)>> {
        let mut lines = vec![Vec::new()];
        for run in &self.0 {
            for (n, part) in run.text.split('\n').enumerate() {
                if n > 0 {
                    lines.push(Vec::new());
                }
                if let Some(last) = lines.last_mut().filter(|_| !part.is_empty()) {
                    last.push((run.style, part));
                }
            }
        }
        lines
    }
}
