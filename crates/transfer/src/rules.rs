//! What the columns of a table hold, guessed from headings and cells. Pure.

use formats::Line;
use web::{Column, Looks};

/// How far down headings are looked for: a title often stands above them.
const TOP: usize = 10;
/// How many rows are looked at where headings say nothing.
const SAMPLE: usize = 50;

/// What was guessed of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guess {
    /// Which line has the headings; `None` where there are none.
    pub headings: Option<usize>,
    /// The key of each column; empty where nothing was recognised.
    pub columns: Vec<String>,
}

/// Guesses. Each known column is given once, to the heading that fits best; addresses and names are found by their looks.
#[must_use]
pub fn guess(known: &[Column], lines: &[Line], width: usize) -> Guess {
    let mut headings = None;
    let mut best = 0;
    for (n, line) in lines.iter().take(TOP).enumerate() {
        let hits = line.cells.iter().filter(|cell| known.iter().any(|c| fits(c, cell) == 2)).count();
        let partly = line.cells.iter().filter(|cell| known.iter().any(|c| fits(c, cell) > 0)).count();
        let holds_mail = line.cells.iter().any(|cell| cell.contains('@'));
        // One word alone could be somebody's name, unless the table has no more than that.
        let enough =
            hits >= 2 || (hits == 1 && (partly >= 2 || line.cells.iter().filter(|c| !c.is_empty()).count() <= 2));
        if enough && !holds_mail && 2 * hits + partly > best {
            (headings, best) = (Some(n), 2 * hits + partly);
        }
    }
    let mut columns = vec![String::new(); width];
    if let Some(line) = headings.and_then(|n| lines.get(n)) {
        for sure in [2, 1] {
            for (n, cell) in line.cells.iter().enumerate() {
                let free = |c: &&Column| !columns.iter().any(|k| k == c.key);
                if columns[n].is_empty()
                    && let Some(column) = known.iter().filter(free).find(|c| fits(c, cell) >= sure)
                {
                    columns[n] = column.key.to_owned();
                }
            }
        }
    }
    let rows: Vec<&Line> = lines.iter().skip(headings.map_or(0, |n| n + 1)).take(SAMPLE).collect();
    for looks in [Looks::Mail, Looks::Name] {
        let Some(column) = known.iter().find(|c| c.looks == looks) else { continue };
        let named = |key: &str| columns.iter().any(|k| k == key);
        if named(column.key) || (looks == Looks::Name && (named("given") || named("family"))) {
            continue;
        }
        let share = |n: usize| {
            let filled: Vec<&str> =
                rows.iter().filter_map(|l| l.cells.get(n)).map(String::as_str).filter(|c| !c.is_empty()).collect();
            let like = filled.iter().filter(|cell| looks_like(looks, cell)).count();
            (!filled.is_empty() && like * 2 > filled.len()).then_some(like)
        };
        let found = (0..width).filter(|n| columns[*n].is_empty()).filter_map(|n| Some((share(n)?, n)));
        if let Some((_, n)) = found.max_by_key(|(like, n)| (*like, std::cmp::Reverse(*n))) {
            columns[n] = column.key.to_owned();
        }
    }
    Guess { headings, columns }
}

/// How well a heading fits a column: 2 the very word, 1 a part of it, 0 not at all.
fn fits(column: &Column, heading: &str) -> u8 {
    let heading = i18n::fold(heading).replace(['*', ':'], "");
    let heading = heading.trim().trim_end_matches("(in)").trim_end_matches("/in").trim();
    if heading.is_empty() || heading.len() > 60 {
        0
    } else if column.words.contains(&heading) {
        2
    } else {
        let parts: Vec<&str> =
            heading.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|p| !p.is_empty()).collect();
        u8::from(column.words.iter().any(|word| !word.contains(' ') && parts.contains(word)))
    }
}

fn looks_like(looks: Looks, cell: &str) -> bool {
    match looks {
        Looks::Mail => cell.contains('@') && cell.contains('.'),
        Looks::Name => {
            let words = cell.split([' ', ',']).filter(|w| !w.is_empty()).count();
            let first = cell.chars().next().is_some_and(char::is_uppercase);
            (2..=5).contains(&words) && first && !cell.chars().any(|c| c.is_numeric() || c == '@')
        }
        Looks::Anything => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn column(key: &'static str, words: &'static [&'static str], looks: Looks) -> Column {
        Column { key, label: |_| "", words, looks }
    }
    const KNOWN: &[Column] = &[
        column("name", &["name"], Looks::Name),
        column("given", &["vorname"], Looks::Anything),
        column("mail", &["e-mail", "mail"], Looks::Mail),
        column("organisation", &["kommune", "stadt"], Looks::Anything),
    ];

    fn guessed(text: &[&str]) -> (Option<usize>, Vec<String>) {
        let lines: Vec<Line> = text
            .iter()
            .enumerate()
            .map(|(n, l)| Line { number: n + 1, cells: l.split('|').map(str::to_owned).collect(), torn: false })
            .collect();
        let width = lines.iter().map(|l| l.cells.len()).max().unwrap_or(0);
        let found = guess(KNOWN, &lines, width);
        (found.headings, found.columns)
    }

    #[test]
    fn headings_are_found_below_a_title_and_by_a_part_of_them() {
        let (at, columns) = guessed(&[
            "Liste der RAG, Stand 2025",
            "Name|E-Mail (dienstlich)|Stadt / Kreis|Raum",
            "A B|a@x.example.org|Aachen|1",
        ]);
        assert_eq!((at, columns), (Some(1), ["name", "mail", "organisation", ""].map(str::to_owned).to_vec()));
        let (at, columns) = guessed(&["Vorname|Name|Kommune", "Anna|Albers|Aachen"]);
        assert_eq!((at, columns), (Some(0), ["given", "name", "organisation"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn without_headings_cells_say_what_they_are() {
        let (at, columns) =
            guessed(&["Aachen|Anna Albers|a@x.example.org", "Düren|Dora Dahlke|d@x.example.org", "Jülich||"]);
        assert_eq!((at, columns), (None, ["", "name", "mail"].map(str::to_owned).to_vec()));
        let (at, columns) = guessed(&["a@x.example.org", "b@x.example.org"]);
        assert_eq!((at, columns), (None, vec!["mail".to_owned()]));
        assert_eq!(guess(KNOWN, &[], 0), Guess { headings: None, columns: vec![] });
    }

    #[test]
    fn each_column_is_given_once() {
        let (_, columns) = guessed(&["Name|Name|Mail|E-Mail", "A B|C D|a@x.example.org|b@x.example.org"]);
        assert_eq!(columns, ["name", "", "mail", ""].map(str::to_owned).to_vec());
    }
}
