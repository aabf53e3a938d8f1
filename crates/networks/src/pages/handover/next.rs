//! `/uebergaben/{handover}/nachfolge`: who comes, where the handover was entered before that was known.

use kernel::{Error, Id, Problem, Result};
use people::Post;
use web::{Answer, FormView, Page, Reading, Sheet, Writing};

use super::{crumbs, is_keeper};
use crate::{
    Handover, HandoverState,
    actions::{may_hand_over, name_successor},
    letters,
    pages::whom,
    paths::{HandoverNext, HandoverPage},
    store::handovers::find_handover,
    words::T,
};

/// Whether this reader may still name somebody: of a handover to come that names nobody, for whoever keeps the post.
pub fn is_open(r: &Reading<'_>, row: &Handover) -> Result<bool> {
    if row.state != HandoverState::Planned || row.day <= r.viewer.today || row.successor.is_some() {
        return Ok(false);
    }
    let tenure = people::find_tenure(r.conn, row.tenure)?;
    Ok(may_hand_over(r.conn, &r.viewer.actor, &tenure).is_ok_and(is_keeper))
}

/// The handover and its post, for whoever may name somebody.
fn ground(r: &Reading<'_>, id: Id<Handover>) -> Result<(Handover, Post)> {
    let row = find_handover(r.conn, id)?;
    if !is_open(r, &row)? {
        return Err(Error::NotFound);
    }
    let post = people::find_post(r.conn, row.post)?;
    Ok((row, post))
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`] for everybody else, and once somebody is named.
pub fn form(r: &Reading<'_>, p: HandoverNext) -> Result<Answer> {
    let sought = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let found = whom::find(r, &sought)?;
    let values = whom::begun(&sought, &found, false);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page(r, p.handover, &sought, &found, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, id: Id<Handover>, sought: &str, found: &whom::Found, form: &FormView) -> Result<Answer> {
    let (t, (row, post)) = (T(r.viewer.lang), ground(r, id)?);
    let mut sheet = Sheet {
        crumbs: crumbs(r, &post)?,
        title: t.handover_next().to_owned(),
        lead: t.handover_next_lead(letters::post_words(r.conn, &post)?, i18n::day_long(r.viewer.lang, row.day)),
        hidden: vec![("q", sought.to_owned())],
        fields: whom::fields(r, form, found, None),
        submit: t.handover_next_go(),
        back: r.viewer.link(&HandoverPage { handover: id }),
        ..Sheet::new(r.viewer.lang)
    };
    sheet.seek(sought, t.handover_seek_hint(), found.is_empty())?;
    sheet.of(form).answer(r, Page::new(t.handover_next()).nav("networks"), form)
}

/// Names her, and writes to her.
///
/// # Errors
/// As [`name_successor`] and [`accounts::invite`].
pub fn save(w: &Writing<'_>, p: HandoverNext) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (row, post) = ground(&r, p.handover)?;
    let sought = w.ask.field("q").to_owned();
    let found = whom::find(&r, &sought)?;
    let again =
        |problems: Vec<Problem>| page(&r, p.handover, &sought, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let (person, mail) = match whom::typed(w, &found, false) {
        Ok(who) => whom::entered(w, who)?,
        Err(problems) => return again(problems),
    };
    let Some(person) = person else { return Err(Error::internal("nobody was chosen where somebody must be")) };
    match name_successor(w.tx, &w.viewer.actor, p.handover, person) {
        Ok(()) => {
            let path = HandoverPage { handover: p.handover };
            let link = w.site.absolute(&path);
            whom::write_to(w, &post, person, mail, row.day, &link)?;
            if let Some(to) = crate::actions::reached(w.tx, row.leaver)? {
                let (words, first) = (letters::post_words(w.tx, &post)?, i18n::day_long(to.lang, row.day));
                let link = to.account.then_some(link.as_str());
                let letter = letters::to_leaver_named(to.lang, to.mail, &words, &first, link);
                w.tx.post(&db::OutMail { person: Some(row.leaver.raw()), ..letter })?;
            }
            Ok(Answer::to(w.viewer.link(&path)).with_note(t.handover_next_saved()))
        }
        Err(Error::Form(problems)) => again(
            problems
                .into_iter()
                .map(|p| if p.field == "successor" { Problem { field: "whom", ..p } } else { p })
                .collect(),
        ),
        Err(other) => Err(other),
    }
}
