//! `/positionen/{position}/datei/{format}`: a position as PDF/UA or Word. Drafts come as Word for those who read them.

use kernel::Result;
use papers::{Block, Fact, Item, List, Paper};
use web::{Answer, Reading};

use super::{
    Place,
    show::lines_of,
    words::{kind_word, parts, state_word},
};
use crate::{
    SignatureState,
    paths::PositionFile,
    store::{positions, signatures, versions},
    words::T,
};

/// The file.
///
/// # Errors
/// [`kernel::Error::NotFound`].
pub fn show(r: &Reading<'_>, p: PositionFile) -> Result<Answer> {
    let place = Place::load(r, p.position)?;
    Ok(Answer::paper(paper(r, &place)?, p.format))
}

fn paper(r: &Reading<'_>, place: &Place) -> Result<Paper> {
    let (t, lang, it) = (T(r.viewer.lang), r.viewer.lang, &place.position);
    let day = it.published_at.map(|at| at.day()).or(it.adopted).unwrap_or_else(|| it.made_at.day());
    let author = place.network.as_ref().map_or_else(String::new, |n| n.name_in(lang).to_owned());
    let mut paper = Paper::new(lang, it.title.as_str(), author, day)
        .about(kind_word(t, it.kind))
        .numbered(it.mark.clone().unwrap_or_default());
    if !it.state.is_published() {
        paper = paper.with(Block::Note(t.paper_draft(state_word(t, it.state), it.text).into()));
    }
    for (n, one) in versions::list_paragraphs(r.conn, it.id, it.text)?.into_iter().enumerate() {
        for (k, (listed, lines)) in parts(&one.text).into_iter().enumerate() {
            let number = if k == 0 { format!("({}) ", n + 1) } else { String::new() };
            paper = if listed {
                if k == 0 {
                    paper = paper.text(number.trim());
                }
                let items = lines.into_iter().map(|line| Item { words: line.into(), inner: None }).collect();
                paper.with(Block::List(List { numbered: false, items }))
            } else {
                paper.text(format!("{number}{}", lines.join("\n")))
            };
        }
    }
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: String| facts.push(Fact { name: name.to_owned(), value: value.into() });
    fact(t.fact_body(), place.of(r));
    if let Some(adopted) = it.adopted {
        let day = i18n::day_long(lang, adopted);
        fact(t.fact_adopted(), if it.adopted_how.is_empty() { day } else { format!("{day}, {}", it.adopted_how) });
    }
    if let Some(at) = it.published_at {
        fact(t.fact_published(), i18n::day_long(lang, at.day()));
        fact(t.fact_address(), r.site.absolute(&crate::paths::PositionPage { position: it.id }));
    }
    paper = paper.heading(1, t.facts_title()).with(Block::Facts(facts));
    paper = signers(r, place, paper)?;
    for one in positions::list_minorities(r.conn, it.id)? {
        paper = paper.heading(1, format!("{}: {}", t.minority_title(), one.who));
        for line in lines_of(&one.text) {
            paper = paper.text(line);
        }
    }
    if !it.slots.summary_en.is_empty() {
        paper = paper.heading(1, t.slot_summary()).text(it.slots.summary_en.as_str());
    }
    Ok(paper)
}

/// The networks that signed, as far as outsiders may read their names: a file goes anywhere.
fn signers(r: &Reading<'_>, place: &Place, paper: Paper) -> Result<Paper> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let all = signatures::list_signatures(r.conn, place.position.id)?;
    let (named, others): (Vec<_>, Vec<_>) =
        all.iter().filter(|s| s.state == SignatureState::Signed).partition(|s| s.named);
    let gone: Vec<_> = all.iter().filter(|s| s.state == SignatureState::Withdrawn && s.named).collect();
    let more = crate::store::signers::list_signers(r.conn, place.position.id)?;
    let more: Vec<_> = more.iter().filter(|s| s.state == crate::SignerState::Signed).collect();
    let hidden = more.iter().filter(|s| !s.named).count();
    if named.is_empty() && others.is_empty() && more.is_empty() && gone.is_empty() {
        return Ok(paper);
    }
    let day = |day: Option<kernel::Day>| day.map(|d| i18n::day_medium(lang, d)).unwrap_or_default();
    let mut lines: Vec<String> = named.iter().map(|s| format!("{}, {}", s.name_in(lang), day(s.decided))).collect();
    // Whoever took it back stays with both days.
    lines.extend(
        gone.iter()
            .map(|s| format!("{}, {}", s.name_in(lang), t.signature_withdrawn(day(s.decided), day(s.withdrawn)))),
    );
    lines.extend(more.iter().filter(|s| s.named).map(|s| format!("{}, {}", s.name, day(s.signed))));
    if hidden > 0 {
        lines.push(t.signed_hidden(hidden));
    }
    if !others.is_empty() {
        lines.push(t.signed_unnamed(i64::try_from(others.len()).unwrap_or(i64::MAX)));
    }
    Ok(paper.heading(1, t.signed_title()).list(false, lines))
}
