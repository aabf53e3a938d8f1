//! A paper as values for the template.

use kernel::Lang;
use papers::{Align, Block, Fact, Item, List, Paper, Signature, Style, Table, Words};
use serde_json::{Value, json};

use crate::fonts::{Letters, drawable};

/// From how many letters on a word may break anywhere; words shorter than that are hyphenated or fit.
const LONG: usize = 40;
/// After how many letters a longer one may break.
const STEP: usize = 12;

/// Year, month and day of a day.
pub fn numbers(day: kernel::Day) -> (i32, u8, u8) {
    let date = day.date();
    let small = |n: i8| u8::try_from(n).unwrap_or(1);
    (date.year().into(), small(date.month()), small(date.day()))
}

/// Everything the template asks for.
pub fn values(paper: &Paper, letters: Letters) -> Value {
    let write = Write { letters };
    let (page, of) = papers::page_words(paper.lang);
    json!({
        "lang": paper.lang.code(),
        "region": match paper.lang { Lang::De => "DE", Lang::En => "GB" },
        "title": write.plain(&paper.title),
        "subject": write.plain(&paper.subject),
        "author": write.plain(&paper.author),
        "number": write.plain(&paper.number),
        "day": i18n::day_medium(paper.lang, paper.day),
        "page": page,
        "of": of,
        "blocks": paper.blocks.iter().map(|block| write.block(block)).collect::<Vec<_>>(),
    })
}

struct Write {
    letters: Letters,
}

impl Write {
    fn plain(&self, text: &str) -> String {
        drawable(text, self.letters)
    }
    /// Text in pieces between which a line may break.
    fn pieces(&self, text: &str) -> Value {
        pieces(&self.plain(text)).into()
    }
    fn words(&self, words: &Words) -> Value {
        let mut runs = Vec::new();
        for (n, line) in words.lines().iter().enumerate() {
            if n > 0 {
                runs.push(json!({ "style": "break", "text": [] }));
            }
            for (style, text) in line {
                let style = match style {
                    Style::Plain => "plain",
                    Style::Strong => "strong",
                    Style::Emphasis => "emphasis",
                };
                runs.push(json!({ "style": style, "text": self.pieces(text) }));
            }
        }
        runs.into()
    }
    fn list(&self, list: &List) -> Value {
        let item = |item: &Item| {
            let inner = item.inner.as_deref().map(|inner| self.list(inner));
            json!({ "words": self.words(&item.words), "inner": inner })
        };
        json!({ "kind": "list", "numbered": list.numbered, "items": list.items.iter().map(item).collect::<Vec<_>>() })
    }
    fn facts(&self, facts: &[Fact]) -> Value {
        let fact = |fact: &Fact| json!({ "name": self.pieces(&fact.name), "value": self.words(&fact.value) });
        json!({ "kind": "facts", "facts": facts.iter().map(fact).collect::<Vec<_>>() })
    }
    fn table(&self, table: &Table) -> Value {
        let side = |align: &Align| match align {
            Align::Start => "start",
            Align::Center => "center",
            Align::End => "end",
        };
        let row = |row: &Vec<Words>| row.iter().map(|cell| self.words(cell)).collect::<Vec<_>>();
        json!({
            "kind": "table",
            "caption": self.pieces(&table.caption),
            "head": table.head.iter().map(|name| self.pieces(name)).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
            "align": table.align.iter().map(side).collect::<Vec<_>>(),
            "widths": table.weights(),
        })
    }
    fn block(&self, block: &Block) -> Value {
        match block {
            Block::Heading { level, text } => json!({ "kind": "heading", "level": level, "text": self.pieces(text) }),
            Block::Text(words) => json!({ "kind": "text", "words": self.words(words) }),
            Block::Note(words) => json!({ "kind": "note", "words": self.words(words) }),
            Block::Lines(lines) => json!({ "kind": "lines", "words": self.words(&lines.join("\n").into()) }),
            Block::List(list) => self.list(list),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Signatures(places) => {
                let place =
                    |place: &Signature| json!({ "name": self.pieces(&place.name), "role": self.pieces(&place.role) });
                json!({ "kind": "signatures", "places": places.iter().map(place).collect::<Vec<_>>() })
            }
            Block::PageBreak => json!({ "kind": "page_break" }),
        }
    }
}

/// Parts text where a line may break though typst sees no place for it: within what is very long, and after the marks of
/// addresses. Nothing is put in between, so whoever copies an address copies the address.
fn pieces(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let cut = |piece: &str, found: &mut Vec<String>, ends: bool| {
        if let Some(last) = found.last_mut() {
            last.push_str(piece);
        }
        if ends {
            found.push(String::new());
        }
    };
    for word in text.split_inclusive(' ') {
        let length = word.chars().count();
        let is_address = length > STEP && word.contains(['@', '/', '_']);
        if length <= LONG && !is_address {
            cut(word, &mut found, false);
            continue;
        }
        let mut since = 0;
        for c in word.chars() {
            since += 1;
            let ends = if is_address { since >= 3 && matches!(c, '@' | '.' | '/' | '_' | '-') } else { false };
            let ends = ends || (length > LONG && since >= STEP);
            cut(c.encode_utf8(&mut [0; 4]), &mut found, ends);
            if ends {
                since = 0;
            }
        }
    }
    found.retain(|piece| !piece.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn pieces_are_the_text_and_no_more() {
        let long = "x".repeat(10_000);
        for text in ["", "Grüße an alle", "gleichstellung@stadt.example.org", long.as_str(), "a  b "] {
            assert_eq!(pieces(text).concat(), text);
        }
        assert_eq!(pieces("Gleichstellungsbeauftragte der Stadt"), ["Gleichstellungsbeauftragte der Stadt"]);
        assert_eq!(pieces("an frau@stadt.example.org"), ["an frau@", "stadt.", "example.", "org"]);
        assert!(pieces(&long).iter().all(|piece| piece.len() <= super::STEP));
    }
}
