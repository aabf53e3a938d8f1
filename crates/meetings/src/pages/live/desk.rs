//! `/dabei`: entering oneself by the number shown in the room, for whoever is signed in.

use kernel::{Error, Problem, Reason, Result};
use networks::shell;
use web::{Answer as Reply, FormView, Page, Reading, Sheet, Writing};

use super::act::presence;
use crate::{
    Presence, actions,
    pages::minutes::view::presence_word,
    paths::{DeskPage, LivePage, MeetingList},
    rules::live::digits,
    store::live,
    words::T,
};

/// The form.
///
/// # Errors
/// When the template fails.
pub fn show(r: &Reading<'_>, _: DeskPage) -> Result<Reply> {
    page(r, &FormView::new(r.viewer.lang, &[("wie", Presence::Present.word())]))
}

fn page(r: &Reading<'_>, form: &FormView) -> Result<Reply> {
    let t = T(r.viewer.lang);
    let ways = [Presence::Present, Presence::Remote];
    let options = ways.map(|how| (how.word().to_owned(), presence_word(t, how).to_owned())).to_vec();
    let meetings = r.viewer.link(&MeetingList {});
    let sheet = Sheet {
        crumbs: web::crumbs(r.viewer.lang, &[(t.nav_meetings(), meetings.clone())]),
        title: t.live_enter().to_owned(),
        lead: t.live_desk_text().to_owned(),
        fields: vec![
            form.text("number", t.live_number()).hint(t.live_number_hint()).code().to_string(),
            form.radios("wie", t.live_how(), options).to_string(),
        ],
        submit: t.live_desk_submit(),
        back: meetings,
        ..Sheet::new(r.viewer.lang)
    };
    sheet.of(form).answer(r, Page::new(t.live_enter()).nav("meetings"), form)
}

/// Enters her where that number is shown. A number nobody shows and one of a sitting that is not hers are the same to her.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, _: DeskPage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let again = |found: Vec<Problem>| page(&r, &FormView::kept(w.viewer.lang, w.ask, found));
    let at = |field, de: &str, en: &str| vec![Problem { field, reason: Reason::new(de, en) }];
    let typed = w.ask.field("number");
    let Some(how) = presence(w.ask.field("wie")) else {
        return again(at("wie", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options."));
    };
    let wrong = || {
        at(
            "number",
            "Diese Nummer stimmt nicht, oder Sie stehen in dieser Sitzung nicht auf der Liste.",
            "This number is wrong, or you are not on the list of this sitting.",
        )
    };
    let Some(found) = live::find_by_number(w.tx, &digits(typed))? else { return again(wrong()) };
    match actions::live::check_in(w.tx, &w.viewer.actor, found.meeting, Some((how, typed))) {
        Ok(()) => Ok(Reply::to(w.viewer.link(&LivePage { meeting: found.meeting })).with_note(t.live_note_there())),
        Err(Error::NotFound | Error::Denied(_)) => again(wrong()),
        Err(fault) => again(shell::problems(fault, "number", &[])?),
    }
}
