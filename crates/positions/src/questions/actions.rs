//! Verbs of election questions. One function is one step of a transaction and leaves one event.

use db::{OutMail, Tx};
use kernel::{Actor, Day, Error, Event, Id, Lang, Level, Reason, Result, Subject};
use networks::{Body, BodyKind};
use people::rules::Check;
use rights::{Action, Kind};

use super::{
    model::{NewQuestions, Party, Questionnaire, QuestionsState},
    store,
};
use crate::{
    Addressee, AddresseeKind, Way,
    actions::{needs, rule},
    rules::levels,
    store::addressees,
    words::T,
};

/// The most questions.
const QUESTIONS_MOST: usize = 40;
/// The most characters of a question.
const QUESTION_MOST: usize = 1_000;
/// The most characters of an answer.
pub const ANSWER_MOST: usize = 3_000;
/// The most parties.
const PARTIES_MOST: usize = 30;

fn event(verb: &'static str, of: &Questionnaire, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("questionnaire", of.id.raw())).by(by).within(of.scope())
}

/// Whether somebody leads them: keeps the records of their body or network.
#[must_use]
pub fn leads(by: &Actor, of: &Questionnaire) -> bool {
    rights::allows(by, Kind::Decision, Action::Edit, &of.scope())
}

fn led(tx: &Tx<'_>, by: &Actor, id: Id<Questionnaire>) -> Result<Questionnaire> {
    let found = store::find_questions(tx, by, id)?;
    if leads(by, &found) { Ok(found) } else { Err(Error::Denied(None)) }
}

fn checked(new: &NewQuestions) -> Result<NewQuestions> {
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    let questions: Vec<String> = new.questions.iter().map(|q| q.trim().to_owned()).filter(|q| !q.is_empty()).collect();
    check.that((1..=QUESTIONS_MOST).contains(&questions.len()), "questions", || {
        Reason::new("Bitte stellen Sie 1 bis 40 Fragen, je Zeile eine.", "Please ask 1 to 40 questions, one a line.")
    });
    check.that(questions.iter().all(|q| q.chars().count() <= QUESTION_MOST), "questions", || {
        Reason::new("Eine Frage hat höchstens 1.000 Zeichen.", "A question has at most 1,000 characters.")
    });
    check.that(new.due <= new.election, "due", || {
        Reason::new("Antworten brauchen Sie vor der Wahl.", "You need answers before the election.")
    });
    check.that((2000..=2200).contains(&new.election.year()), "election", || {
        Reason::new("Bitte prüfen Sie das Jahr.", "Please check the year.")
    });
    check.done()?;
    Ok(NewQuestions { title, questions, ..new.clone() })
}

/// Begins them in a body.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who keep the body's records; [`Error::Rule`] for a body that is dissolved or of
/// others; [`Error::Form`] on `title`, `questions`, `due`, `election`.
pub fn begin_questions(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewQuestions) -> Result<Id<Questionnaire>> {
    let body = networks::find_body(tx, by, body)?;
    if !tasks::rules::leads(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("Dieses Gremium fragt hier nicht.", "This body does not ask here.");
    }
    let new = checked(new)?;
    let id = tx.id();
    store::insert_questions(tx, id, &body, &new, by.person)?;
    store::save_texts(tx, id, &new.questions)?;
    tx.emit(event("questions.begun", &store::find_questions(tx, by, id)?, by.person));
    Ok(id)
}

/// Changes them while they are a draft.
///
/// # Errors
/// As [`begin_questions`]; [`Error::Stale`]; [`Error::Rule`] once they are agreed.
pub fn change_questions(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Questionnaire>,
    version: i64,
    new: &NewQuestions,
) -> Result<()> {
    let found = led(tx, by, id)?;
    if found.state != QuestionsState::Draft {
        return rule("Die Fragen sind abgestimmt und bleiben so.", "The questions are agreed and stay as they are.");
    }
    if found.version != version {
        return Err(Error::Stale);
    }
    let new = checked(new)?;
    store::save_questions(tx, &found, &new)?;
    store::save_texts(tx, id, &new.questions)?;
    tx.emit(event("questions.changed", &found, by.person));
    Ok(())
}

/// The network agreed on them: from now on they stay as they are.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it had; [`Error::Form`] on `day`, `how`.
pub fn agree(tx: &Tx<'_>, by: &Actor, id: Id<Questionnaire>, day: Option<Day>, how: &str) -> Result<()> {
    let found = led(tx, by, id)?;
    if found.state != QuestionsState::Draft {
        return rule("Die Fragen sind schon abgestimmt.", "The questions are agreed already.");
    }
    let mut check = Check::new();
    let how = check.name("how", how);
    check.that(day.is_some_and(|day| day <= tx.today()), "day", || {
        Reason::new("Bitte nennen Sie den Tag des Beschlusses.", "Please give the day of the decision.")
    });
    check.done()?;
    store::save_agreed(tx, &found, day.unwrap_or_else(|| tx.today()), &how)?;
    tx.emit(event("questions.agreed", &found, by.person));
    Ok(())
}

/// A party is to be asked.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `party`.
pub fn add_party(tx: &Tx<'_>, by: &Actor, id: Id<Questionnaire>, party: Id<Addressee>) -> Result<Id<Party>> {
    let found = led(tx, by, id)?;
    let to = addressees::find_addressee(tx, party)?;
    let all = store::list_parties(tx, id)?;
    let known = all.iter().any(|p| p.addressee == party) || all.len() >= PARTIES_MOST;
    if known || to.kind != AddresseeKind::Party || !to.term.contains(tx.today()) {
        return Err(needs("party", "Bitte wählen Sie eine Partei.", "Please choose a party."));
    }
    let made = store::insert_party(tx, id, &to)?;
    tx.emit(event("questions.party", &found, by.person));
    Ok(made)
}

fn party(tx: &Tx<'_>, by: &Actor, id: Id<Party>) -> Result<(Party, Questionnaire)> {
    let party = store::find_party(tx, id)?;
    let found = led(tx, by, party.questions)?;
    Ok((party, found))
}

/// A party is not asked after all.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it was asked already.
pub fn drop_party(tx: &Tx<'_>, by: &Actor, id: Id<Party>) -> Result<()> {
    let (one, found) = party(tx, by, id)?;
    if one.sent.is_some() {
        return rule("Diese Partei ist schon gefragt.", "This party was asked already.");
    }
    store::delete_party(tx, id)?;
    tx.emit(event("questions.party_dropped", &found, by.person));
    Ok(())
}

/// The questions go to every party that was not asked yet: by mail where a mailbox is known, otherwise on paper, today. What went
/// where and when stays as proof. Gives how many went by mail and how many are to be printed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before they are agreed, or without a party.
pub fn send_questions(tx: &Tx<'_>, by: &Actor, id: Id<Questionnaire>) -> Result<(usize, usize)> {
    let found = led(tx, by, id)?;
    if found.state == QuestionsState::Draft {
        return rule("Erst stimmt das Netzwerk die Fragen ab.", "The network agrees on the questions first.");
    }
    let waiting: Vec<Party> = store::list_parties(tx, id)?.into_iter().filter(|p| p.sent.is_none()).collect();
    if waiting.is_empty() {
        return rule("Es gibt keine Partei, die noch zu fragen ist.", "There is no party left to be asked.");
    }
    let network = networks::body_for_program(tx, found.network)?;
    let questions = store::list_questions(tx, id)?;
    let all = addressees::list_addressees(tx)?;
    let (mut mailed, mut printed) = (0, 0);
    for one in &waiting {
        let to = all.iter().find(|a| a.id == one.addressee);
        match to.and_then(|a| a.mail.as_ref()).filter(|_| !network.unlisted) {
            Some(address) => {
                let mail = tx.post(&letter(&found, &network, &questions, address))?;
                store::save_sent(tx, one.id, (Way::Mail, tx.today(), by.person), (address, Some(mail.raw())))?;
                mailed += 1;
            }
            None => {
                let address = to.map(|a| a.address.clone()).unwrap_or_default();
                store::save_sent(tx, one.id, (Way::Letter, tx.today(), by.person), (&address, None))?;
                printed += 1;
            }
        }
    }
    tx.emit(event("questions.sent", &found, by.person));
    Ok((mailed, printed))
}

/// What goes to a party.
fn letter(of: &Questionnaire, network: &Body, questions: &[(i64, String)], to: &str) -> OutMail {
    let t = T(Lang::De);
    let list: Vec<String> = questions.iter().map(|(n, text)| format!("{n}. {text}")).collect();
    OutMail {
        to: to.to_owned(),
        subject: t.questions_subject(network.short(), &of.title),
        text: t.questions_letter(
            network.name_in(Lang::De),
            i18n::day_long(Lang::De, of.election),
            i18n::day_long(Lang::De, of.due),
            list.join("\n\n"),
        ),
        lang: Lang::De,
        purpose: "position",
        ..OutMail::default()
    }
}

/// Enters what a party answered, question by question; what is left empty is shown as not answered.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before it was asked; [`Error::Form`] on `day`, `answer1`.
pub fn file_answers(tx: &Tx<'_>, by: &Actor, id: Id<Party>, (day, answers): (Day, &[(i64, String)])) -> Result<()> {
    let (one, found) = party(tx, by, id)?;
    let Some(sent) = one.sent else {
        return rule("Diese Partei ist noch nicht gefragt.", "This party was not asked yet.");
    };
    let questions = store::list_questions(tx, found.id)?;
    let mut check = Check::new();
    check.that(day >= sent && day <= tx.today(), "day", || {
        Reason::new(
            "Die Antwort kam nach den Fragen und vor morgen.",
            "The answer came after the questions and before tomorrow.",
        )
    });
    let mut kept = Vec::new();
    for (number, text) in answers {
        let text = check.text("answer1", Some(text)).unwrap_or_default();
        check.that(text.chars().count() <= ANSWER_MOST, "answer1", || {
            Reason::new(
                "Bitte kürzen Sie auf höchstens 3.000 Zeichen je Frage.",
                "Please shorten this to at most 3,000 characters a question.",
            )
        });
        if !text.is_empty() && questions.iter().any(|(known, _)| known == number) {
            kept.push((*number, text));
        }
    }
    check.done()?;
    let day = Some(day).filter(|_| !kept.is_empty());
    store::save_answers(tx, id, (day, by.person), &kept)?;
    tx.emit(event("questions.answered", &found, by.person));
    Ok(())
}

/// Everybody reads questions and answers from now on, as far as the network itself is seen. Answers that come later are added.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before they are agreed and sent; [`Error::Form`] on `level`.
pub fn publish_questions(tx: &Tx<'_>, by: &Actor, id: Id<Questionnaire>, level: Level) -> Result<()> {
    let found = led(tx, by, id)?;
    let sent = store::list_parties(tx, id)?.iter().any(|p| p.sent.is_some());
    if found.state != QuestionsState::Agreed || !sent {
        return rule("Erst gehen die Fragen an die Parteien.", "The questions go to the parties first.");
    }
    let network = networks::body_for_program(tx, found.network)?;
    if !levels(&network).contains(&level) {
        return Err(needs(
            "level",
            "So weit ist das Netzwerk selbst nicht sichtbar.",
            "The network itself cannot be seen that widely.",
        ));
    }
    store::save_published(tx, &found, level)?;
    tx.emit(event("questions.published", &store::find_questions(tx, by, id)?, by.person));
    Ok(())
}

/// What the outbox knows of letters to parties is kept with them before it forgets.
///
/// # Errors
/// When the database refuses.
pub fn daily_proof(tx: &Tx<'_>) -> Result<()> {
    let waiting = store::list_waiting(tx)?;
    for state in db::mail_states(tx, &waiting)? {
        if state.left_at.is_some() || state.failed {
            store::save_left(tx, state.id, state.left_at)?;
        }
    }
    Ok(())
}
