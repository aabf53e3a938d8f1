//! A person who is chosen: found by a piece of her name, or entered anew and invited.

use accounts::{Invite, Right};
use kernel::{Day, Error, Id, Lang, Problem, Reason, Result, Subject};
use people::{NewPerson, Person, Post};
use rights::{Action, Kind};
use web::{Fields, FormView, Reading, Writing};

use super::keep::candidates;
use crate::{
    PersonCard, letters,
    store::{bodies, candidates::list_persons_named, occupancies::networks_of_post},
    words::T,
};

const NAME_MOST: usize = 120;

/// Those who were found, with the line that is shown.
pub type Found = Vec<(Id<Person>, String)>;

/// Persons called like that whom the reader may see. Six statements; none without a name.
///
/// # Errors
/// When the database cannot be read.
pub fn find(r: &Reading<'_>, sought: &str) -> Result<Found> {
    let words = candidates::words(sought);
    let Some(piece) = words.iter().max_by_key(|w| w.chars().count()) else { return Ok(Vec::new()) };
    let ids = list_persons_named(r.conn, &r.viewer.actor, piece, r.viewer.today)?;
    let cards = crate::person_cards(r.conn, &r.viewer.actor, &ids, r.viewer.today)?;
    let named = cards.into_iter().filter(|c| {
        let name = i18n::fold(&c.who.name.full());
        words.iter().all(|w| name.contains(w))
    });
    let line = |c: &PersonCard| {
        let of = c.posts.first().map(|p| format!(" ({})", p.organisation_name)).unwrap_or_default();
        format!("{}{of}", c.who.name.full())
    };
    Ok(named.map(|c| (c.who.id, line(&c))).collect())
}

/// The fields: nobody yet (where that may be), those found, or a new person with name and address.
#[must_use]
pub fn fields(r: &Reading<'_>, form: &FormView, found: &Found, nobody: Option<&str>) -> Vec<String> {
    let t = T(r.viewer.lang);
    let mut who: Vec<(String, String)> = nobody.iter().map(|word| ("niemand".to_owned(), (*word).to_owned())).collect();
    who.extend(found.iter().map(|(id, line)| (format!("person-{id}"), line.clone())));
    who.push(("neu".to_owned(), t.whom_new().to_owned()));
    vec![
        form.radios("whom", t.whom_label(), who).to_string(),
        form.text("given", t.whom_given()).hint(t.whom_new_hint()).most(120).to_string(),
        form.text("family", t.whom_family()).most(120).to_string(),
        form.text("mail", t.whom_mail()).kind("email").hint(t.whom_mail_hint()).optional().to_string(),
    ]
}

/// What the fields hold at first: where a name was sought and not found, a new person of that name; else nobody yet where that may
/// be, and a new person where nobody else can be chosen.
#[must_use]
pub fn begun(sought: &str, found: &Found, nobody: bool) -> Vec<(&'static str, String)> {
    let (given, family) = sought.rsplit_once(' ').unwrap_or(("", sought));
    match (found.is_empty(), sought.is_empty(), nobody) {
        (true, false, _) => {
            vec![("whom", "neu".to_owned()), ("given", given.trim().to_owned()), ("family", family.to_owned())]
        }
        (_, _, true) => vec![("whom", "niemand".to_owned())],
        (true, true, false) => vec![("whom", "neu".to_owned())],
        (false, _, false) => Vec::new(),
    }
}

/// Who was chosen.
#[derive(Clone, Debug)]
pub enum Whom {
    /// Nobody yet.
    Nobody,
    /// One of those found.
    Known(Id<Person>),
    /// Somebody who is not entered yet, with her address where it is known.
    New(NewPerson, Option<String>),
}

/// What was chosen and typed.
///
/// # Errors
/// With what is wrong.
pub fn typed(w: &Writing<'_>, found: &Found, nobody: bool) -> Result<Whom, Vec<Problem>> {
    let chosen = w.ask.field("whom");
    // Whoever types a name means that person, whatever stands above it.
    let named = ["given", "family", "mail"].iter().any(|field| !w.ask.field(field).trim().is_empty());
    if nobody && chosen == "niemand" && !named {
        return Ok(Whom::Nobody);
    }
    if chosen != "neu" && !(nobody && chosen == "niemand") {
        // Only who was found can be chosen: nobody is reached by trying numbers.
        let known = found.iter().find(|(id, _)| chosen == format!("person-{id}"));
        return known.map(|(id, _)| Whom::Known(*id)).ok_or_else(|| {
            let reason = Reason::new("Bitte wählen Sie eine Person.", "Please choose a person.");
            vec![Problem { field: "whom", reason }]
        });
    }
    let mut fields = Fields::of(w.ask);
    let given = fields.needed("given", NAME_MOST, "Bitte schreiben Sie den Vornamen.", "Please write the given name.");
    let family =
        fields.needed("family", NAME_MOST, "Bitte schreiben Sie den Nachnamen.", "Please write the family name.");
    match Some(w.ask.field("mail")).filter(|m| !m.is_empty()).map(people::rules::mail).transpose() {
        Ok(mail) if fields.problems.is_empty() => Ok(Whom::New(NewPerson::new(given, family), mail)),
        Ok(_) => Err(fields.problems),
        Err(reason) => {
            fields.problems.push(Problem { field: "mail", reason });
            Err(fields.problems)
        }
    }
}

/// The person, entered where she is new; and the address an invitation goes to.
///
/// # Errors
/// As [`people::add_person`].
pub fn entered(w: &Writing<'_>, whom: Whom) -> Result<(Option<Id<Person>>, Option<String>)> {
    match whom {
        Whom::Nobody => Ok((None, None)),
        Whom::Known(id) => Ok((Some(id), None)),
        Whom::New(person, mail) => {
            let there = mail.as_ref().map(|m| accounts::person_at(w.tx, m, &person)).transpose()?.flatten();
            let id = match there {
                Some(id) => id,
                None => people::add_person(w.tx, &w.viewer.actor, &person)?,
            };
            Ok((Some(id), mail))
        }
    }
}

/// Tells her that she comes to a post: by letter with a link who has an account, by invitation who has none and an address.
///
/// # Errors
/// [`Error::Denied`] where the writer may invite to none of the networks the post sits in.
pub fn write_to(
    w: &Writing<'_>,
    post: &Post,
    person: Id<Person>,
    mail: Option<String>,
    first: Day,
    link: &str,
) -> Result<()> {
    let (tx, by) = (w.tx, &w.viewer.actor);
    let words = letters::post_words(tx, post)?;
    if let Some(account) = accounts::account_of(tx, person)? {
        let day = i18n::day_long(account.lang, first);
        let letter = letters::to_successor(account.lang, account.mail, &words, &day, link);
        return tx.post(&db::OutMail { person: Some(person.raw()), ..letter }).map(drop);
    }
    let Some(mail) = mail else { return Ok(()) };
    // The right to invite is asked for one of the networks the post sits in and the writer keeps.
    for (network, _) in networks_of_post(tx, post.id.raw(), w.viewer.today)? {
        let scope = match bodies::find_body(tx, by, network) {
            Ok(body) => body.scope(),
            Err(Error::NotFound) => continue,
            Err(other) => return Err(other),
        };
        if rights::allows(by, Kind::Body, Action::Invite, &scope) {
            let right = Right { kind: Kind::Body, scope };
            let about = Some(Subject::new("post", post.id.raw()));
            let about_words =
                Reason::new(letters::invited_to(Lang::De, &words, first), letters::invited_to(Lang::En, &words, first));
            let invite = Invite { person, mail, about, about_words: Some(about_words) };
            return accounts::invite(tx, by, &right, &w.site.outside().base_url, &invite).map(drop);
        }
    }
    Err(Error::Denied(None))
}
