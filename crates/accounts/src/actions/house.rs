//! The installation: first set-up, its name and imprint, its accounts, its daily cleaning.

use db::{Conn, Tx};
use kernel::{Actor, Day, Error, Event, Id, Lang, Level, Result, Scope, Subject};
use mail::Address;
use people::{NewPerson, Person};
use rights::{Action, Kind};

use super::{both, sign_in};
use crate::{
    letters,
    model::Proof,
    paths::{SetUpPage, Token},
    secrets, store,
};

/// Where the hash of the set-up code is kept.
const SET_UP: &str = "setup.code";
/// Whether the operator said that the test letter came.
const TESTED: &str = "mail.tested";
/// The installation as a thing of the log; there is one.
const HOUSE: Subject = Subject::new("house", 1);

fn may_operate(by: &Actor) -> Result<()> {
    rights::require(by, Kind::House, Action::Operate, &Scope::house(Level::Public))
}

/// Makes a new set-up code while nobody runs the installation, and gives the path of the page it opens,
/// `/einrichtung/…`. A code made before is dead from then on.
///
/// # Errors
/// When the database refuses.
pub fn prepare_set_up(tx: &Tx<'_>) -> Result<Option<String>> {
    tx.silent("the set-up code is made anew with each start");
    if store::count_operators(tx)? > 0 {
        return Ok(None);
    }
    let code = secrets::secret()?;
    tx.set(SET_UP, &secrets::hash("set-up", &[&code]))?;
    let Ok(code) = code.parse::<Token>();
    Ok(Some(SetUpPage { code }.to_string()))
}

/// Whether that code sets this installation up now.
///
/// # Errors
/// When the database cannot be read.
pub fn valid_set_up(conn: &Conn, code: &str) -> Result<bool> {
    let hash = db::setting(conn, SET_UP)?.unwrap_or_default();
    Ok(secrets::same(&hash, &secrets::hash("set-up", &[code])) && store::count_operators(conn)? == 0)
}

/// What the set-up page asks for.
#[derive(Clone, Debug)]
pub struct NewHouse {
    /// The name of the installation.
    pub name: String,
    /// Whether a public body offers it (§ 12a BGG, § 10a BGG NRW).
    pub public_body: bool,
    /// Who runs it.
    pub operator: NewPerson,
    /// Her address.
    pub mail: Address,
    /// Her language.
    pub lang: Lang,
}

/// Sets the installation up with a valid code: its operator with account and session, its name, a test letter. The
/// code dies. Gives the session's token, the same again when the form was sent twice, `None` for a dead code.
///
/// # Errors
/// [`Error::Form`] on `given`, `family`.
pub fn set_up(tx: &Tx<'_>, code: &str, browser: &str, agent: &str, new: &NewHouse) -> Result<Option<String>> {
    let token = secrets::hash("set-up session", &[code, browser]);
    if secrets::is_secret(browser) && store::find_session_by_token(tx, &secrets::hash("session", &[&token]))?.is_some()
    {
        return Ok(Some(token));
    }
    if !valid_set_up(tx, code)? {
        return Ok(None);
    }
    let token = if secrets::is_secret(browser) { token } else { secrets::secret()? };
    let by = Actor { operator: true, ..Actor::default() };
    let person = people::add_person(tx, &by, &new.operator)?;
    open_account(tx, &by, &NewAccount { person, mail: new.mail.as_str(), lang: new.lang })?;
    make_operator(tx, &by, person, tx.today())?;
    let name = format!("{} {}", new.operator.given, new.operator.family);
    let mail = new.mail.key();
    let body = if new.public_body { "yes" } else { "no" };
    for (key, value) in [
        ("site.name", new.name.as_str()),
        ("site.public_body", body),
        ("operator.name", &name),
        ("operator.mail", &mail),
        (SET_UP, ""),
    ] {
        tx.set(key, value)?;
    }
    tx.emit(Event::new("house.set_up", HOUSE).by(Some(person.raw())));
    // Whoever has the console of the machine founds her house in one go; later she proves herself like anybody else.
    sign_in::new_session(tx, &token, person, agent, Proof::SetUp)?;
    post_letter(tx, person, &mail, new.lang)?;
    Ok(Some(token))
}

fn post_letter(tx: &Tx<'_>, person: Id<Person>, mail: &str, lang: Lang) -> Result<()> {
    let letter = letters::test(lang, &super::site_name(tx)?);
    tx.post(&db::OutMail { to: mail.to_owned(), person: Some(person.raw()), ..letter }).map(drop)
}

/// Posts the test letter again. As long as none has come, the operator may correct her address with it.
///
/// # Errors
/// [`Error::Denied`] but for the operator.
pub fn post_test_letter(tx: &Tx<'_>, by: &Actor, address: &Address) -> Result<()> {
    may_operate(by)?;
    let person = by.person.map(Id::<Person>::new).ok_or(Error::NotFound)?;
    let account = store::account_of(tx, person)?.ok_or(Error::NotFound)?;
    tx.silent("a test letter changes nothing");
    let mut mail = account.mail.clone();
    if mail != address.key() && db::setting(tx, TESTED)?.is_none() {
        mail = address.key();
        store::save_account_mail(tx, person, &mail)?;
        if db::setting(tx, "operator.mail")?.as_deref() == Some(account.mail.as_str()) {
            tx.set("operator.mail", &mail)?;
        }
        tx.emit(Event::new("account.edited", Subject::new("account", person.raw())).by(by.person));
    }
    post_letter(tx, person, &mail, account.lang)
}

/// Notes that the test letter came.
///
/// # Errors
/// [`Error::Denied`] but for the operator.
pub fn confirm_test_letter(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    may_operate(by)?;
    tx.set(TESTED, "yes")?;
    tx.emit(Event::new("house.mail_tested", HOUSE).by(by.person));
    Ok(())
}

/// What the operator says of the installation; each is a setting.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct House(pub [String; 8]);

impl House {
    /// The settings, in the order of the form.
    pub const KEYS: [&'static str; 8] = [
        "site.name",
        "site.public_body",
        "operator.name",
        "operator.address",
        "operator.mail",
        "operator.phone",
        "privacy.contact",
        "access.contact",
    ];
    /// The fields of the form, in the same order.
    pub const FIELDS: [&'static str; 8] =
        ["name", "stelle", "betrieb", "anschrift", "mail", "telefon", "datenschutz", "zugang"];

    /// A number that changes with any of the values: what a form read, a save compares.
    #[must_use]
    pub fn edition(&self) -> String {
        let parts: Vec<&str> = self.0.iter().map(String::as_str).collect();
        secrets::hash("house", &parts)
    }
}

/// What the installation says of itself now.
///
/// # Errors
/// When the database cannot be read.
pub fn house_of(conn: &Conn) -> Result<House> {
    let mut all = db::settings(conn)?;
    Ok(House(House::KEYS.map(|key| all.remove(key).unwrap_or_default())))
}

/// Changes what the installation says of itself.
///
/// # Errors
/// [`Error::Denied`] but for the operator, [`Error::Stale`] when it was changed since `edition`.
pub fn save_house(tx: &Tx<'_>, by: &Actor, edition: &str, house: &House) -> Result<()> {
    rights::require(by, Kind::House, Action::Edit, &Scope::house(Level::Public))?;
    if house_of(tx)?.edition() != edition {
        return Err(Error::Stale);
    }
    for (key, value) in House::KEYS.iter().zip(&house.0) {
        tx.set(key, value)?;
    }
    tx.emit(Event::new("house.edited", HOUSE).by(by.person).within(Scope::house(Level::Public)));
    Ok(())
}

/// Whom to open an account for, without an invitation.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// The person; she is entered already.
    pub person: Id<Person>,
    /// Her address; several persons may share one.
    pub mail: &'a str,
    /// Her language.
    pub lang: Lang,
}

/// Opens an account without an invitation: for the first operator and for imports that have proved the address.
///
/// # Errors
/// [`Error::Denied`] but for the operator, [`Error::NotFound`] for an unknown person, [`Error::Form`] on `mail`,
/// [`Error::Rule`] when there is an account.
pub fn open_account(tx: &Tx<'_>, by: &Actor, new: &NewAccount<'_>) -> Result<()> {
    may_operate(by)?;
    people::find_person(tx, new.person)?;
    let address = Address::new(new.mail).map_err(|_| Error::field("mail", both(|t| t.bad_address())))?;
    if !store::insert_account(tx, new.person, &address.key(), new.lang)? {
        return Err(Error::rule(both(|t| t.invite_has_account())));
    }
    tx.emit(Event::new("account.opened", Subject::new("account", new.person.raw())).by(by.person));
    Ok(())
}

/// Lets a person run the installation from a day on.
///
/// # Errors
/// [`Error::Denied`] but for the operator, [`Error::NotFound`] for an unknown person.
pub fn make_operator(tx: &Tx<'_>, by: &Actor, person: Id<Person>, from: Day) -> Result<()> {
    may_operate(by)?;
    people::find_person(tx, person)?;
    store::insert_operator(tx, person, from)?;
    tx.emit(Event::new("operator.named", HOUSE).by(by.person).touching(Subject::new("person", person.raw())));
    Ok(())
}

/// Deletes every day what has done its work.
///
/// # Errors
/// When the database refuses.
pub fn cleanup(tx: &Tx<'_>, _day: &str) -> Result<()> {
    tx.silent("what has done its work goes by the calendar");
    store::delete_old(tx)
}
