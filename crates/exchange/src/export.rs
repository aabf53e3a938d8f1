//! To whom a circular went, as a file: for those who lead its body, to reach by other means whom no mail reaches.

use formats::{Cell, Sheet};
use kernel::{Id, Result};
use networks::Names;
use web::{Export, Reading};

use crate::{
    Circular, actions,
    pages::{recipient_name, state_word},
    store::circulars,
    words::T,
};

/// What the registry gets.
pub const EXPORTS: &[Export] = &[Export { name: NAME, guard: |_| None, sheet }];

/// The list's part of an address.
pub const NAME: &str = "empfang";

fn sheet(r: &Reading<'_>, of: &str) -> Result<Sheet> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let asked = r.ask.query("rundschreiben").and_then(|id| id.parse::<Id<Circular>>().ok());
    let (circular, body) = actions::circulars::led(r.conn, &v.actor, asked.ok_or(kernel::Error::NotFound)?)?;
    if body.id.to_string() != of {
        return Err(kernel::Error::NotFound);
    }
    let mut all = circulars::list_recipients(r.conn, circular.id)?;
    // Who belongs to other networks stays with them.
    all.retain(|to| to.network == body.network);
    let names = Names::load(r.conn, &v.actor, all.iter().filter_map(|to| to.person))?;
    let posts: Vec<_> = all.iter().filter_map(|to| to.post).collect();
    let posts = if posts.is_empty() { Vec::new() } else { people::list_posts(r.conn, &posts)? };
    let mut rows: Vec<(String, Vec<Cell>)> = all
        .iter()
        .map(|to| {
            let name = recipient_name(r, (to.person, to.post), &names, &posts, &body);
            (i18n::fold_name(&name), vec![Cell::text(name.as_str()), Cell::text(state_word(t, to.state))])
        })
        .collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(Sheet {
        title: format!("{} {}", t.circulars_title(), body.short()),
        notes: if body.sensitive { vec![t.file_sensitive().to_owned()] } else { Vec::new() },
        columns: vec![t.column_name().to_owned(), t.column_state().to_owned()],
        rows: rows.into_iter().map(|(_, cells)| cells).collect(),
    })
}
