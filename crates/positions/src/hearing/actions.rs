//! Verbs of hearings. One function is one step of a transaction and leaves one event.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Event, Id, Level, Reason, Result, Subject};
use networks::{Body, BodyKind};
use people::{Person, rules::Check};
use tasks::{NewTask, Owner, Source};

use super::{
    letters,
    model::{AskState, Hearing, HearingState, NewHearing, Reply},
    rules::{self, RELEASES},
    store::{self, Whose},
};
use crate::{
    Addressee, NewDispatch, NewPosition, Position, Sending, State,
    actions::{self, capacity, needs, rule},
    store::{addressees, dispatches, positions, versions},
};

/// The most points of a hearing.
const POINTS_MOST: usize = 60;
/// The most characters of a point.
const POINT_MOST: usize = 500;
/// The most characters of a title: a statement about it has one more word.
const TITLE_MOST: usize = 100;
/// The most characters of one contribution to one point.
pub const WORDS_MOST: usize = 2_000;
/// The most networks that are asked.
const NETWORKS_MOST: usize = 30;

fn event(verb: &'static str, of: &Hearing, by: Option<i64>) -> Event {
    Event::new(verb, Subject::new("hearing", of.id.raw())).by(by).within(of.scope())
}

fn led(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>) -> Result<Hearing> {
    let found = store::find_hearing(tx, by, id)?;
    if rules::leads(by, &found) { Ok(found) } else { Err(Error::Denied(None)) }
}

fn open(of: &Hearing) -> Result<()> {
    if of.state == HearingState::Open {
        return Ok(());
    }
    rule("Über diese Anhörung ist schon entschieden.", "This hearing is decided already.")
}

/// A task about a hearing, once for its cause.
fn task(
    tx: &Tx<'_>,
    (body, owner): (Id<Body>, Owner),
    of: &Hearing,
    (de, en, due): (&str, &str, Day),
    cause: &str,
) -> Result<()> {
    let cut = |text: String| text.chars().take(tasks::rules::TITLE_MOST).collect::<String>();
    let mut new = NewTask::new(body, cut(format!("{de}: {}", of.title))).to(owner);
    new.title_en = Some(cut(format!("{en}: {}", of.title)));
    new.due = Some(due).filter(|day| *day >= tx.today());
    new.source = Some(Source::new(Subject::new("hearing", of.id.raw()), of.title.clone(), of.title.clone()));
    match tasks::make(tx, &new, cause, None) {
        Ok(_) | Err(Error::Rule(_)) => Ok(()),
        Err(other) => Err(other),
    }
}

fn cause(of: &Hearing, step: &str) -> String {
    format!("hearing {} {step}", of.id)
}

fn checked(tx: &Tx<'_>, body: &Body, new: &NewHearing) -> Result<(NewHearing, Addressee)> {
    let to = addressees::find_addressee(tx, new.addressee)?;
    let mut check = Check::new();
    let title = check.name("title", &new.title);
    check.that(title.chars().count() <= TITLE_MOST, "title", || {
        Reason::new("Bitte kürzen Sie auf höchstens 100 Zeichen.", "Please shorten this to at most 100 characters.")
    });
    let about = check.text("about", Some(&new.about)).unwrap_or_default();
    let file_mark = check.name_or_none("file_mark", Some(&new.file_mark)).unwrap_or_default();
    check.that(to.term.contains(new.received), "addressee", || {
        Reason::new("Diese Stelle gibt es nicht mehr.", "This office exists no longer.")
    });
    let early = Day::literal("2000-01-01");
    check.that(new.received <= tx.today() && new.received >= early, "received", || {
        Reason::new("Bitte nennen Sie den Tag des Eingangs.", "Please give the day it came.")
    });
    check.that(new.due >= new.received && new.due <= new.received.plus_months(24), "due", || {
        Reason::new("Die Frist endet nach dem Eingang, in höchstens zwei Jahren.", "The deadline is after the day it came, within two years.")
    });
    if let Some(topic) = new.topic {
        let known = networks::list_topics(tx)?.iter().any(|t| t.id == topic);
        check.that(known, "topic", || Reason::new("Bitte wählen Sie ein Thema.", "Please choose a topic."));
    }
    if let Some(drafter) = new.drafter {
        let sits = rights::load(tx, drafter.raw(), tx.today(), None)?.sits_in(body.id.raw());
        check.that(sits, "drafter", || {
            Reason::new("Diese Person sitzt nicht in dem Gremium.", "This person does not sit in the body.")
        });
    }
    let points: Vec<String> = new.points.iter().map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect();
    check.that((1..=POINTS_MOST).contains(&points.len()), "points", || {
        Reason::new("Bitte nennen Sie 1 bis 60 Punkte, je Zeile einen.", "Please give 1 to 60 points, one a line.")
    });
    check.that(points.iter().all(|p| p.chars().count() <= POINT_MOST), "points", || {
        Reason::new("Ein Punkt hat höchstens 500 Zeichen.", "A point has at most 500 characters.")
    });
    check.done()?;
    Ok((NewHearing { title, about, file_mark, points, ..new.clone() }, to))
}

/// Enters a hearing that came in. Its days are counted back and become tasks.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who keep the body's records; [`Error::Rule`] for a body that is dissolved or of
/// others; [`Error::Form`] on `addressee`, `title`, `about`, `file_mark`, `received`, `due`, `topic`, `drafter`, `points`.
pub fn receive(tx: &Tx<'_>, by: &Actor, body: Id<Body>, new: &NewHearing) -> Result<Id<Hearing>> {
    enter(tx, by, body, new, (1, None))
}

fn enter(
    tx: &Tx<'_>,
    by: &Actor,
    body: Id<Body>,
    new: &NewHearing,
    (round, earlier): (i64, Option<Id<Hearing>>),
) -> Result<Id<Hearing>> {
    let body = networks::find_body(tx, by, body)?;
    if !rules::receives(by, &body) {
        return Err(Error::Denied(None));
    }
    if body.kind == BodyKind::Outside || body.term.until <= tx.today() {
        return rule("Dieses Gremium antwortet hier nicht.", "This body does not reply here.");
    }
    let (new, office) = checked(tx, &body, new)?;
    let id = tx.id();
    store::insert_hearing(tx, id, &body, (&new, &office.name), (round, earlier, by.person))?;
    store::save_points(tx, id, &new.points)?;
    let made = store::find_hearing(tx, by, id)?;
    plan_tasks(tx, &made)?;
    tx.emit(event("hearing.received", &made, by.person));
    Ok(id)
}

/// The days of the plan as tasks: of whoever drafts, and of those who lead.
fn plan_tasks(tx: &Tx<'_>, of: &Hearing) -> Result<()> {
    let plan = rules::plan(of.received, of.due);
    let drafter = of.drafter.map_or(Owner::Body(of.body), Owner::Person);
    task(tx, (of.body, drafter), of, ("Entwurf schreiben", "Write the draft", plan.draft), &cause(of, "draft"))?;
    let lead = (of.body, Owner::Body(of.body));
    task(tx, lead, of, ("Zu zweit freigeben", "Release, two of you", plan.release), &cause(of, "release"))?;
    task(tx, lead, of, ("Stellungnahme abschicken", "Send the statement", plan.send), &cause(of, "send"))
}

/// Changes what was entered. Points stay once somebody was asked.
///
/// # Errors
/// As [`receive`]; [`Error::Stale`]; [`Error::Rule`] when it is decided.
pub fn change_hearing(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, version: i64, new: &NewHearing) -> Result<()> {
    let found = led(tx, by, id)?;
    open(&found)?;
    if found.version != version {
        return Err(Error::Stale);
    }
    let body = networks::find_body(tx, by, found.body)?;
    let mut wanted = new.clone();
    if found.asked_until.is_some() {
        wanted.points = store::list_points(tx, id)?.into_iter().map(|(_, text)| text).collect();
    }
    let (wanted, office) = checked(tx, &body, &wanted)?;
    store::save_hearing(tx, &found, &wanted, &office.name)?;
    store::save_points(tx, id, &wanted.points)?;
    if let (Some(position), Some(drafter)) = (found.position, wanted.drafter.filter(|d| Some(*d) != found.drafter)) {
        positions::save_writer(tx, position, drafter)?;
    }
    tx.emit(event("hearing.changed", &found, by.person));
    Ok(())
}

/// Asks for contributions until a day: the members of the network, by letter with a link, and another network, which decides
/// for itself whether and how it is named. Gives how many letters left.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is decided; [`Error::Form`] on `until`, `network`.
pub fn ask(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    (until, members, network): (Day, bool, Option<Id<Body>>),
    base: &str,
) -> Result<usize> {
    let found = led(tx, by, id)?;
    open(&found)?;
    if until < tx.today() || until > found.due {
        return Err(needs(
            "until",
            "Bitte nennen Sie einen Tag bis zur Frist.",
            "Please give a day up to the deadline.",
        ));
    }
    if !members && network.is_none() {
        return Err(needs("network", "Bitte wählen Sie, wen Sie bitten.", "Please choose whom to ask."));
    }
    store::save_asked(tx, &found, members || found.members_asked, until)?;
    let now = store::find_hearing(tx, by, id)?;
    if let Some(network) = network {
        ask_network(tx, by, &now, network)?;
    }
    let mut told = 0;
    if members && !found.members_asked {
        let home = networks::body_for_program(tx, found.network)?;
        for invitee in networks::invitees(tx, &home, tx.today())?.iter().filter(|i| i.person.is_some()) {
            // Of a sensitive network nothing is read by a link alone.
            let token = if home.sensitive { None } else { Some(accounts::secrets::link()?) };
            let Some(letter) = letters::asked(&now, (&home, invitee), until, (base, token.as_deref())) else { continue };
            tx.post(&letter)?;
            told += 1;
            if let (Some(token), Some(person)) = (&token, invitee.person) {
                store::insert_letter(tx, id, (person, invitee.seat), &hash(token))?;
            }
        }
    }
    tx.emit(event("hearing.asked", &now, by.person));
    Ok(told)
}

fn ask_network(tx: &Tx<'_>, by: &Actor, of: &Hearing, network: Id<Body>) -> Result<()> {
    let network = networks::find_body(tx, by, network)?;
    let all = store::list_networks(tx, of.id)?;
    let known = all.iter().any(|a| a.network == network.id) || all.len() >= NETWORKS_MOST;
    if known || !network.is_network() || network.id == of.network || network.term.until <= tx.today() {
        return Err(needs("network", "Dieses Netzwerk können Sie nicht fragen.", "You cannot ask this network."));
    }
    store::insert_network(tx, of.id, network.id, by.person)?;
    let until = of.asked_until.unwrap_or(of.due);
    let cause = format!("hearing {} network {}", of.id, network.id);
    task(tx, (network.id, Owner::Body(network.id)), of, ("Beitrag zur Anhörung", "Contribute to the hearing", until), &cause)
}

/// How a link's secret is known here.
fn hash(token: &str) -> String {
    accounts::secrets::hash("hearing letter", &[token])
}

/// Whoever holds the link of a letter: what she is asked about, as herself today; `None` once it is over, or does not concern her
/// any more.
///
/// # Errors
/// When the database cannot be read.
pub fn by_letter(conn: &Conn, token: &str) -> Result<Option<(Hearing, Actor)>> {
    let Some((id, person)) = store::find_letter(conn, &hash(token))? else { return Ok(None) };
    let actor = rights::load(conn, person.raw(), conn.today(), None)?;
    match store::find_hearing(conn, &actor, id) {
        Ok(found) if rules::contributes(&actor, &found, conn.today()) => Ok(Some((found, actor))),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn said(tx: &Tx<'_>, of: &Hearing, words: &[(i64, String)]) -> Result<Vec<(i64, String)>> {
    let points = store::list_points(tx, of.id)?;
    let mut kept = Vec::new();
    let mut check = Check::new();
    for (number, text) in words {
        let text = check.text("point1", Some(text)).unwrap_or_default();
        check.that(text.chars().count() <= WORDS_MOST, "point1", || {
            Reason::new("Bitte kürzen Sie auf höchstens 2.000 Zeichen je Punkt.", "Please shorten this to at most 2,000 characters a point.")
        });
        if !text.is_empty() && points.iter().any(|(known, _)| known == number) {
            kept.push((*number, text));
        }
    }
    check.that(!kept.is_empty(), "point1", || {
        Reason::new("Bitte schreiben Sie zu mindestens einem Punkt etwas.", "Please write something about at least one point.")
    });
    check.done()?;
    Ok(kept)
}

/// A member contributes for her office, point by point, named or not as she chooses. What she said before is replaced.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for members who are asked, in time; [`Error::Form`] on `point1`.
pub fn contribute(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, words: &[(i64, String)], named: bool) -> Result<()> {
    let found = store::find_hearing(tx, by, id)?;
    let person = match by.person {
        Some(person) if rules::contributes(by, &found, tx.today()) => Id::<Person>::new(person),
        _ => return Err(Error::Denied(None)),
    };
    let words = said(tx, &found, words)?;
    let hats = networks::hats(tx, by, person, tx.today())?;
    let hat = hats.iter().find(|hat| hat.body.id == found.network);
    let capacity = hat.map(capacity::words).unwrap_or_default();
    store::save_voice(tx, id, Whose::Person(person), (&capacity, named), &words)?;
    tx.emit(event("hearing.contributed", &found, by.person));
    Ok(())
}

/// What another network was asked, for those who lead it.
fn asked(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, network: Id<Body>) -> Result<(Hearing, Body)> {
    let found = store::find_hearing(tx, by, id)?;
    let network = networks::find_body(tx, by, network)?;
    if !store::list_networks(tx, id)?.iter().any(|a| a.network == network.id) {
        return Err(Error::NotFound);
    }
    if !tasks::rules::leads(by, &network) || !by.is_member_of(network.id.raw()) {
        return Err(Error::Denied(None));
    }
    if !found.takes(tx.today()) {
        return rule("Die Zeit für Beiträge ist vorbei.", "The time for contributions is over.");
    }
    Ok((found, network))
}

/// A network that was asked contributes, named or not as it chooses.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead it; [`Error::Rule`] when the time is over; [`Error::Form`] on `point1`.
pub fn contribute_for(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    network: Id<Body>,
    (words, named): (&[(i64, String)], bool),
) -> Result<()> {
    let (found, network) = asked(tx, by, id, network)?;
    let words = said(tx, &found, words)?;
    // Nobody outside may learn that an unlisted network exists.
    let named = named && !network.unlisted;
    store::save_voice(tx, id, Whose::Network(network.id), (&network.name, named), &words)?;
    store::save_network(tx, id, network.id, AskState::Answered)?;
    tasks::settle(tx, &format!("hearing {id} network {}", network.id), by.person)?;
    tx.emit(event("hearing.contributed", &found, by.person));
    Ok(())
}

/// A network that was asked does not contribute.
///
/// # Errors
/// As [`contribute_for`].
pub fn decline_for(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, network: Id<Body>) -> Result<()> {
    let (found, network) = asked(tx, by, id, network)?;
    store::save_network(tx, id, network.id, AskState::Declined)?;
    tasks::settle(tx, &format!("hearing {id} network {}", network.id), by.person)?;
    tx.emit(event("hearing.passed", &found, by.person));
    Ok(())
}

/// Merges what was contributed into the draft of one statement, which is then worked on as every position is. In a later round the
/// text of the round before stands first.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who lead and whoever drafts; [`Error::Rule`] when there is one.
pub fn draft_reply(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>) -> Result<Id<Position>> {
    let found = store::find_hearing(tx, by, id)?;
    if !rules::works(by, &found) {
        return Err(Error::Denied(None));
    }
    open(&found)?;
    if found.position.is_some() {
        return rule("Den Entwurf gibt es schon.", "There is a draft already.");
    }
    let text = rules::merged(&text_before(tx, by, &found)?, &store::list_points(tx, id)?, &store::list_voices(tx, id)?);
    let round = if found.round > 1 { format!(" ({}. Runde)", found.round) } else { String::new() };
    let new = NewPosition {
        kind: crate::Kind::Statement,
        title: format!("Stellungnahme: {}{round}", found.title).chars().take(120).collect(),
        topic: found.topic,
        text,
    };
    let made = actions::begin(tx, by, found.body, &new)?;
    if let Some(drafter) = found.drafter {
        positions::save_writer(tx, made, drafter)?;
    }
    store::save_reply(tx, id, made)?;
    tx.emit(event("hearing.drafted", &found, by.person));
    Ok(made)
}

/// The paragraphs of the reply of the round before.
fn text_before(tx: &Tx<'_>, by: &Actor, of: &Hearing) -> Result<Vec<String>> {
    let Some(earlier) = of.earlier else { return Ok(Vec::new()) };
    let Some(position) = store::find_hearing(tx, by, earlier)?.position else { return Ok(Vec::new()) };
    let found = positions::find_position(tx, by, position)?;
    Ok(versions::list_paragraphs(tx, position, found.text)?.into_iter().map(|p| p.text).collect())
}

/// Somebody who speaks for the network releases the reply as it stands. With the second person it is adopted; whoever writes it
/// anew before needs both again. Says whether it is released now.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for chair and speakers; [`Error::Rule`] without a draft, when she released it
/// already, or while amendments are open.
pub fn release(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>) -> Result<bool> {
    let found = store::find_hearing(tx, by, id)?;
    let person = match by.person {
        Some(person) if rules::releases(by, &found) => person,
        _ => return Err(Error::Denied(None)),
    };
    open(&found)?;
    let Some(position) = found.position else {
        return rule("Es gibt noch keinen Entwurf.", "There is no draft yet.");
    };
    let position = positions::find_position(tx, by, position)?;
    let all = store::list_releases(tx, id)?;
    // Released is one text: every writing anew asks for both again.
    let here = |who: &Option<Id<Person>>| who.map(Id::raw) == Some(person);
    if all.iter().any(|(text, who, _)| *text == position.version && here(who)) {
        return rule(
            "Sie haben diesen Text schon freigegeben. Es fehlt eine zweite Person.",
            "You have released this text already. A second person is missing.",
        );
    }
    store::insert_release(tx, id, position.version, person)?;
    let both = all.iter().filter(|(text, _, _)| *text == position.version).count() + 1 >= RELEASES;
    if both {
        let how = "Freigegeben durch zwei Personen, die für das Netzwerk sprechen";
        actions::adopt(tx, by, position.id, None, (Some(tx.today()), how))?;
        // From now on the network reads it, and its office can send it.
        let adopted = positions::find_any_position(tx, position.id)?;
        positions::save_state(tx, &adopted, State::Adopted, Level::Network, None)?;
        store::save_state(tx, &found, HearingState::Released, "")?;
        store::delete_letters(tx, id)?;
        for step in ["draft", "release"] {
            tasks::settle(tx, &cause(&found, step), by.person)?;
        }
    }
    tx.emit(event("hearing.released", &found, by.person));
    Ok(both)
}

/// The reply goes out, by mail at once or on paper: it gets its number, and where and when it went stays as proof. The statement of
/// the round before gives way to it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before two persons released it; [`Error::Form`] on `level`, `day`, `letter`.
pub fn send_reply(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, reply: &Reply, base: &str) -> Result<Id<Position>> {
    let found = led(tx, by, id)?;
    let position = match (found.state, found.position) {
        (HearingState::Released, Some(position)) => position,
        _ => return rule("Erst geben zwei Personen die Antwort frei.", "Two persons release the reply first."),
    };
    let state = positions::find_position(tx, by, position)?;
    if !state.state.is_published() {
        actions::plan_publication(tx, by, position, reply.level, state.signers_least)?;
        actions::publish(tx, by, position)?;
    }
    let new = NewDispatch {
        addressee: found.addressee,
        letter: reply.letter.clone(),
        file_mark: found.file_mark.clone(),
        due: None,
        remind_weeks: 0,
    };
    let known = dispatches::list_dispatches(tx, position)?.into_iter().find(|d| d.addressee == found.addressee);
    let letter = match known {
        Some(known) => known.id,
        None => actions::plan_letter(tx, by, position, &new)?,
    };
    actions::send_letter(tx, by, letter, Sending { way: reply.way, day: reply.day }, base)?;
    store::save_state(tx, &found, HearingState::Sent, "")?;
    tasks::settle(tx, &cause(&found, "send"), by.person)?;
    if let Some(before) = found.earlier {
        if let Some(older) = store::find_hearing(tx, by, before)?.position {
            let older = positions::find_position(tx, by, older)?;
            if older.state.is_published() && older.ended.is_none() && older.state != State::Dropped {
                actions::supersede(tx, by, older.id, position, tx.today())?;
            }
        }
    }
    tx.emit(event("hearing.sent", &found, by.person));
    Ok(position)
}

/// The network does not reply.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] when it is sent; [`Error::Form`] on `reason`.
pub fn decline_hearing(tx: &Tx<'_>, by: &Actor, id: Id<Hearing>, reason: &str) -> Result<()> {
    let found = led(tx, by, id)?;
    open(&found)?;
    let mut check = Check::new();
    let reason = check.text("reason", Some(reason)).unwrap_or_default();
    check.that(!reason.is_empty(), "reason", || {
        Reason::new("Bitte nennen Sie den Grund.", "Please give the reason.")
    });
    check.done()?;
    store::save_state(tx, &found, HearingState::Declined, &reason)?;
    store::delete_letters(tx, id)?;
    for step in ["draft", "release", "send"] {
        tasks::settle(tx, &cause(&found, step), by.person)?;
    }
    tx.emit(event("hearing.declined", &found, by.person));
    Ok(())
}

/// The hearing is repeated: a new round with its own day, whose reply begins with what was said before. An office that was
/// split in the meantime has to be chosen anew.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Rule`] before the reply was sent; [`Error::Form`] as [`receive`].
pub fn second_round(
    tx: &Tx<'_>,
    by: &Actor,
    id: Id<Hearing>,
    (addressee, file_mark): (Id<Addressee>, &str),
    (received, due): (Day, Day),
) -> Result<Id<Hearing>> {
    let found = led(tx, by, id)?;
    if found.state != HearingState::Sent {
        return rule("Erst geht die Antwort der ersten Runde hinaus.", "The reply of the first round goes out first.");
    }
    let new = NewHearing {
        addressee,
        title: found.title.clone(),
        about: found.about.clone(),
        file_mark: file_mark.to_owned(),
        topic: found.topic,
        received,
        due,
        drafter: found.drafter,
        points: store::list_points(tx, id)?.into_iter().map(|(_, text)| text).collect(),
    };
    enter(tx, by, found.body, &new, (found.round + 1, Some(id)))
}
