//! The letters of tasks. A sensitive network is named in none of them, nor its task.

use db::OutMail;
use kernel::{Day, Lang};
use web::Mail;

use crate::{Task, paths::TaskPage, store::Home, words::T};

/// Why a letter is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Somebody has a new task.
    Given,
    /// Its day is near.
    Soon,
    /// Its day is over.
    Over,
}

/// A letter to whoever has the task; `base` is where the house is reached, if that is known, and `form` the path by which it is done,
/// where that is another page than the task's.
pub fn letter(
    lang: Lang,
    task: &Task,
    home: &Home,
    why: Why,
    (base, form): (Option<&str>, Option<&str>),
    today: Day,
) -> OutMail {
    let t = T(lang);
    let subject = match why {
        Why::Given => t.letter_given_subject(),
        Why::Soon => t.letter_soon_subject(),
        Why::Over => t.letter_over_subject(),
    };
    let what = if home.sensitive {
        match why {
            Why::Given => t.letter_given_quiet(),
            Why::Soon => t.letter_soon_quiet(),
            Why::Over => t.letter_over_quiet(),
        }
        .to_owned()
    } else {
        let name = home.name_in(lang);
        let title = task.title_in(lang);
        match (why, task.due) {
            (Why::Given, None) => t.letter_given(name, title),
            (Why::Given, Some(due)) => t.letter_given_due(name, title, i18n::day_medium(lang, due)),
            (Why::Soon, due) => t.letter_soon(i18n::day_medium(lang, due.unwrap_or(today)), name, title),
            (Why::Over, due) => t.letter_over(i18n::day_medium(lang, due.unwrap_or(today)), name, title),
        }
    };
    // The page is for who is signed in, in the language she chose.
    let page = || TaskPage { task: task.id }.to_string();
    let text = match base {
        Some(base) => t.letter_with_link(what, format!("{base}{}", form.map_or_else(page, str::to_owned))),
        None => t.letter_without_link(what),
    };
    let network = (!home.sensitive).then_some(home.network_short.as_str());
    Mail::new(lang, subject).from(network).says(text).because(t.letter_why()).out("task")
}
