//! Pictures the server draws: inline SVG from plain structs.
//!
//! The crate knows no language, no clock and no database. Every word comes in translated and unescaped, and leaves
//! escaped. Colours are classes of the style sheet (`lib/web/assets/css/70-pictures.css`), never attributes or inline
//! style, so a picture follows the theme and passes a strict content policy. The same input gives the same bytes.
//!
//! Each picture carries the same things as a table, one row for each mark: who cannot see it loses nothing.
//! In the drawing a mark says how many things it stands for by `data-mark`.

pub mod boundaries;
pub mod geo;
pub mod hexmap;
pub mod map;
pub mod network;
mod svg;
pub mod terms;
pub mod ways;

use std::fmt::Write as _;
use svg::{add_esc, esc};

/// What every picture has to be told about itself.
#[derive(Clone, Debug)]
pub struct About {
    /// Prefix of all ids inside the picture; unique on the page. Anything but ASCII letters, digits and `-` becomes `-`.
    pub id: String,
    /// Short name, read by screen readers first.
    pub title: String,
    /// Two or three sentences that say what is to be seen, not how it looks.
    pub description: String,
    /// Caption of the table.
    pub table_caption: String,
    /// Column heads of the table; how many each picture wants stands at its `draw`.
    pub table_head: Vec<String>,
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The drawing for wide screens and paper; the only one if `svg_phone` is `None`.
    pub svg_wide: String,
    /// The drawing for narrow screens; the style sheet shows one of the two.
    pub svg_phone: Option<String>,
    /// As given in [`About`].
    pub title: String,
    /// As given in [`About`].
    pub description: String,
    /// Colours and strokes in words.
    pub key: Vec<KeyItem>,
    /// Source note the licence of the data asks for; must be shown with the picture.
    pub credit: Option<String>,
    /// The same in words.
    pub table: Table,
}

/// One entry of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyItem {
    /// A small drawing, hidden from screen readers.
    pub svg: String,
    /// What it means.
    pub text: String,
}

/// The picture as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// As given in [`About`].
    pub caption: String,
    /// As given in [`About`].
    pub head: Vec<String>,
    /// One row for each mark of the drawing.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first cell names the thing.
    pub cells: Vec<Cell>,
}

/// One cell: plain text, and where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Unescaped text.
    pub text: String,
    /// Unescaped address, if the text is a link.
    pub href: Option<String>,
}

impl Cell {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }
    pub(crate) fn link(text: impl Into<String>, href: Option<&String>) -> Self {
        Self { text: text.into(), href: href.cloned() }
    }
}

/// The hue class of the n-th thing (counted from 0): 1 to 6, then again from 1.
#[must_use]
pub fn hue(n: usize) -> u8 {
    // The remainder is below six, so it always fits.
    u8::try_from(n % 6).unwrap_or(0) + 1
}

impl Picture {
    /// How many things the wide drawing stands for; equals the number of table rows.
    #[must_use]
    pub fn marks(&self) -> usize {
        svg::marks(&self.svg_wide)
    }

    /// The whole `<figure>`: drawings, key, `caption` (what strokes mean, may be empty), source note and the fold with
    /// the table, whose handle says `read_as_table`.
    #[must_use]
    pub fn figure(&self, caption: &str, read_as_table: &str) -> String {
        let phone = self.svg_phone.as_ref().map_or(0, String::len);
        let rows: usize = self.table.rows.iter().map(Row::length).sum();
        let mut out = String::with_capacity(self.svg_wide.len() + phone + rows + 1_000);
        out.push_str("<figure class=\"panel gap\">");
        out.push_str(&self.svg_wide);
        if let Some(phone) = &self.svg_phone {
            out.push_str(phone);
        }
        if !self.key.is_empty() {
            out.push_str("<ul class=\"key\">");
            for item in &self.key {
                out.push_str(&format!("<li>{}{}</li>", item.svg, esc(&item.text)));
            }
            out.push_str("</ul>");
        }
        if !caption.is_empty() || self.credit.is_some() {
            out.push_str("<figcaption>");
            out.push_str(&esc(caption));
            if let Some(credit) = &self.credit {
                out.push_str(&format!("<span class=\"credit\">{}</span>", esc(credit)));
            }
            out.push_str("</figcaption>");
        }
        let _ = write!(out, "<details><summary>{}</summary>", esc(read_as_table));
        self.table.write(&mut out);
        out.push_str("</details></figure>");
        out
    }
}

impl Row {
    /// About how long it is as HTML.
    fn length(&self) -> usize {
        self.cells.iter().map(|cell| cell.text.len() + cell.href.as_ref().map_or(0, String::len) + 60).sum()
    }
}

impl Table {
    /// The table as HTML; on the phone the style sheet turns rows into labelled lists.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// The same behind what is there.
    fn write(&self, out: &mut String) {
        out.push_str("<table class=\"stackable\"><caption class=\"sr\">");
        add_esc(out, &self.caption);
        out.push_str("</caption><thead><tr>");
        let heads: Vec<String> = self.head.iter().map(|head| esc(head)).collect();
        for head in &heads {
            let _ = write!(out, "<th scope=\"col\">{head}</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &self.rows {
            out.push_str("<tr>");
            for (column, cell) in row.cells.iter().enumerate() {
                let end = match (column, heads.get(column)) {
                    (0, _) => {
                        out.push_str("<th scope=\"row\">");
                        "</th>"
                    }
                    (_, Some(head)) => {
                        out.push_str("<td data-label=\"");
                        out.push_str(head);
                        out.push_str("\">");
                        "</td>"
                    }
                    (_, None) => {
                        out.push_str("<td>");
                        "</td>"
                    }
                };
                match &cell.href {
                    Some(href) => {
                        out.push_str("<a href=\"");
                        add_esc(out, href);
                        out.push_str("\">");
                        add_esc(out, &cell.text);
                        out.push_str("</a>");
                    }
                    None => add_esc(out, &cell.text),
                }
                out.push_str(end);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table>");
    }
}
