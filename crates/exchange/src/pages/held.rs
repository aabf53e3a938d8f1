//! `/brief/{token}`: a letter of which it is not known who wrote it, opened by the link of the letter that asks. Opening it
//! changes nothing; one button says that it is hers, another that it is not.

use askama::Template;
use kernel::{Error, Id, Result};
use networks::Names;
use people::Person;
use web::{Answer, FormView, Page, Reading, Writing};

use crate::{HeldLetter, Why, actions::held, paths::HeldPage, store::brought, words::T};

#[derive(Template)]
#[template(path = "held.html")]
struct Shown {
    t: T,
    summary: String,
    once: String,
    facts: Vec<(&'static str, String)>,
    why: &'static str,
    words: String,
    /// What can be said: the value, the words.
    choices: Vec<(String, String)>,
    /// Whether the address is hers from then on.
    alias: bool,
}

#[derive(Template)]
#[template(path = "held_done.html")]
struct Done {
    t: T,
    lead: &'static str,
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).held_gone().to_owned()))
}

/// The letter, with its buttons.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, p: HeldPage) -> Result<Answer> {
    match held::opened(r.conn, p.token.as_str())? {
        Some(letter) => page(r, &letter, &FormView::new(r.viewer.lang, &[])),
        None => gone(r),
    }
}

/// Why it waits, in a sentence.
#[must_use]
pub fn why_words(t: T, why: Why) -> &'static str {
    match why {
        Why::Unsigned => t.held_why_unsigned(),
        Why::Unknown => t.held_why_unknown(),
        Why::Shared => t.held_why_shared(),
    }
}

fn page(r: &Reading<'_>, letter: &HeldLetter, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let body = networks::body_for_program(r.conn, letter.body)?;
    let names: Vec<String> = brought::list_names(r.conn, &[letter.id])?.into_iter().map(|(_, name)| name).collect();
    let facts = vec![
        (t.held_from(), letter.address.clone()),
        (t.held_subject(), letter.subject.clone()),
        (t.held_where(), body.name_in(v.lang).to_owned()),
        (t.held_came(), i18n::moment_short(v.lang, letter.at, v.today)),
        (t.held_files(), i18n::list_and(v.lang, &names)),
    ];
    let shown = Shown {
        t,
        summary: form.summary(),
        once: form.once(),
        facts: facts.into_iter().filter(|(_, fact)| !fact.is_empty()).collect(),
        why: why_words(t, letter.why),
        words: text::html(&letter.words),
        choices: choices(r, letter)?,
        alias: letter.why == Why::Unknown,
    };
    let page = Page::new(t.held_title());
    r.page(if form.is_refused() { page.refused() } else { page }, &shown).map(Answer::secret)
}

/// One button for each who may say that it is hers. Their names are those they have in this mailbox anyway.
fn choices(r: &Reading<'_>, letter: &HeldLetter) -> Result<Vec<(String, String)>> {
    let t = T(r.viewer.lang);
    let persons = held::candidates(r.conn, letter)?;
    match persons[..] {
        [only] => {
            let word = if letter.why == Why::Unknown { t.held_act_mine() } else { t.held_act_wrote() };
            Ok(vec![(only.to_string(), word.to_owned())])
        }
        _ => {
            // Each of them sees her own name; whoever reads this mailbox knows the others.
            let mut made = Vec::new();
            for person in persons {
                let own = rights::load(r.conn, person.raw(), r.viewer.today, None)?;
                let names = Names::load(r.conn, &own, [person])?;
                let name = names.anywhere(person).map_or_else(String::new, |who| who.name.full());
                made.push((person.to_string(), t.held_act_wrote_as(name)));
            }
            Ok(made)
        }
    }
}

/// Takes the decision.
///
/// # Errors
/// When the database refuses.
pub fn act(w: &Writing<'_>, p: HeldPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(letter) = held::opened(w.tx, p.token.as_str())? else { return gone(&r) };
    let done = |lead| r.page(Page::new(t.held_done_title()), &Done { t, lead }).map(Answer::secret);
    if w.ask.field("person") == "nicht" {
        held::disclaim(w.tx, &letter)?;
        return done(t.held_note_dropped());
    }
    let person: Id<Person> = w.ask.field("person").parse().map_err(|()| Error::NotFound)?;
    match held::claim(w.tx, &letter, person) {
        Ok(()) => done(t.held_note_posted()),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => {
            let found = networks::shell::problems(fault, "", &[])?;
            page(&r, &letter, &FormView::kept(w.viewer.lang, w.ask, found))
        }
        Err(other) => Err(other),
    }
}
