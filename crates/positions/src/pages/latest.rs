//! What a network demanded last, on its own page: the latest positions in force, with the way to all of them.

use kernel::{Id, Result};
use web::{Card, Reading, Shown};

use super::words::{kind_word, state_word};
use crate::{
    Position,
    paths::{PositionList, PositionPage},
    store::register::{Wanted, list_published},
    words::T,
};

/// How many the page shows.
const FEW: i64 = 4;

/// Given to the house. One statement.
///
/// # Errors
/// When the database cannot be read.
pub fn shown(r: &Reading<'_>, body: i64) -> Result<Option<Shown>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let wanted = Wanted { network: Some(Id::new(body)), in_force: Some(v.today), ..Wanted::default() };
    let all = list_published(r.conn, &v.actor, &wanted, (0, FEW))?;
    let card = |p: &Position| {
        let day = p.published_at.map(|at| i18n::day_medium(v.lang, at.day()));
        let words =
            [p.mark.clone(), Some(kind_word(t, p.kind).to_owned()), day, Some(state_word(t, p.state).to_owned())];
        Card {
            id: p.id.raw(),
            kind: "position",
            title: p.title.clone(),
            detail: words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            url: v.link(&PositionPage { position: p.id }),
            icon: "signature",
            hue: 0,
        }
    };
    let cards: Vec<Card> = all.iter().map(card).collect();
    let href = format!("{}?netzwerk={body}", v.link(&PositionList {}));
    Ok((!cards.is_empty()).then(|| Shown {
        key: "positionen",
        title: t.latest_title().to_owned(),
        cards,
        more: Some((t.latest_all().to_owned(), href)),
    }))
}
