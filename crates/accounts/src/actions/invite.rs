//! Inviting a person, taking it back, accepting.

use db::{Conn, Tx};
use kernel::{Actor, Error, Event, Id, Lang, Level, Reason, Result, Scope, Subject};
use mail::Address;
use people::{NewPerson, Person};
use rights::{Action, Kind};

use super::{
    both,
    sign_in::{Refusal, mail_key, token_hash},
    site_name,
};
use crate::{
    letters,
    model::Invitation,
    rules::{self, Offer},
    secrets, store,
};

/// What the right to invite is asked for: the caller's slice knows the thing, this one asks.
#[derive(Clone, Copy, Debug)]
pub struct Right {
    /// The kind of thing.
    pub kind: Kind,
    /// Its scope.
    pub scope: Scope,
}

impl Right {
    /// An invitation to the installation itself: the operator's.
    #[must_use]
    pub const fn house() -> Self {
        Self { kind: Kind::House, scope: Scope::house(Level::Public) }
    }
    fn require(self, by: &Actor) -> Result<()> {
        rights::require(by, self.kind, Action::Invite, &self.scope)
    }
}

/// Whom to invite.
#[derive(Clone, Debug)]
pub struct Invite {
    /// The person; she is entered already.
    pub person: Id<Person>,
    /// Her address. A person who has an account is written to at her own, whatever stands here: else whoever may
    /// invite could take an account over.
    pub mail: String,
    /// What she is invited to; `None` for the installation itself.
    pub about: Option<Subject>,
    /// The same in words for the letter. Leave it away where the thing's name must not stand in a mail.
    pub about_words: Option<Reason>,
}

/// An invitation that was sent.
#[derive(Clone, Debug)]
pub struct Invited {
    /// Its number.
    pub id: Id<Invitation>,
    /// Who is invited.
    pub person: Id<Person>,
    /// The link of the letter.
    pub link: String,
}

/// Invites a person: writes the invitation down and posts the letter. Open invitations of the same person to the same
/// thing are replaced.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Denied`] without the right to invite, [`Error::NotFound`] for an unknown person,
/// [`Error::Form`] on `mail`.
pub fn invite(tx: &Tx<'_>, by: &Actor, right: &Right, base: &str, invite: &Invite) -> Result<Invited> {
    right.require(by)?;
    let person = people::find_person(tx, invite.person)?;
    if person.erased {
        return Err(Error::NotFound);
    }
    let address = Address::new(&invite.mail).map_err(|_| Error::field("mail", both(|t| t.bad_address())))?;
    let account = store::account_of(tx, invite.person)?;
    let mail = account.as_ref().map_or_else(|| address.key(), |a| a.mail.clone());
    let about = invite.about.map(|s| (s.kind.to_owned(), s.id));
    for open in store::list_invitations_of(tx, invite.person)?
        .iter()
        .filter(|i| i.about == about && rules::offer(i, tx.now()) == Offer::Open)
    {
        store::save_withdrawn(tx, open.id)?;
    }
    let new = Invitation {
        id: tx.id(),
        person: invite.person,
        mail,
        invited_by: by.person.map(Id::new),
        about,
        created_at: tx.now(),
        expires_at: tx.now().plus_seconds(rules::INVITATION),
        accepted_at: None,
        withdrawn_at: None,
    };
    let lang = account.map_or(Lang::De, |a| a.lang);
    let invited = send(tx, &new, lang, base, invite.about_words.as_ref().map(|w| w.text(lang)))?;
    tx.emit(event("invitation.sent", &new, by.person));
    Ok(invited)
}

fn send(tx: &Tx<'_>, new: &Invitation, lang: Lang, base: &str, about: Option<&str>) -> Result<Invited> {
    let token = secrets::link()?;
    store::insert_invitation(tx, new, &token_hash(&token))?;
    let link = letters::link(base, lang, &token);
    let inviter = inviter(tx, new)?;
    let letter = letters::invitation(lang, &site_name(tx)?, inviter.as_deref(), about, &link);
    tx.post(&db::OutMail { to: new.mail.clone(), person: Some(new.person.raw()), ..letter })?;
    Ok(Invited { id: new.id, person: new.person, link })
}

/// The name of who invites; `None` for the installation itself.
pub fn inviter(conn: &Conn, invitation: &Invitation) -> Result<Option<String>> {
    match invitation.invited_by {
        Some(by) => Ok(Some(people::find_person(conn, by)?.name().full())),
        None => Ok(None),
    }
}

/// Subject and text of the letter the actor's invitation would be, in German as it goes to whoever has no account, with
/// dots in the place of the link's secret.
///
/// # Errors
/// When the database cannot be read.
pub fn invitation_sample(conn: &Conn, by: &Actor, base: &str, about: Option<&Reason>) -> Result<(String, String)> {
    let inviter = match by.person {
        Some(person) => Some(people::find_person(conn, Id::new(person))?.name().full()),
        None => None,
    };
    let link = format!("{}…", letters::link(base, Lang::De, ""));
    let about = about.map(|words| words.text(Lang::De));
    let letter = letters::invitation(Lang::De, &site_name(conn)?, inviter.as_deref(), about, &link);
    Ok((letter.subject, letter.text))
}

/// What an event about an invitation says. The kinds are those things that others invite to.
fn event(verb: &'static str, invitation: &Invitation, by: Option<i64>) -> Event {
    const KINDS: &[&str] = &["body", "network", "seat", "occupancy", "post", "organisation"];
    let event = Event::new(verb, Subject::new("invitation", invitation.id.raw()))
        .by(by)
        .touching(Subject::new("person", invitation.person.raw()));
    let about = invitation
        .about
        .as_ref()
        .and_then(|(kind, id)| KINDS.iter().find(|k| *k == kind).map(|k| Subject::new(k, *id)));
    match about {
        Some(about) => event.touching(about),
        None => event,
    }
}

/// Invites a person to the installation from its command line, where whoever can reach it runs it. A person of that
/// name and address who has not accepted yet gets a new letter instead of a second entry.
///
/// # Errors
/// [`Error::Form`] on `given`, `family`, `mail`; [`Error::Rule`] when she has an account already.
pub fn invite_by_operator(tx: &Tx<'_>, base: &str, new: &NewPerson, mail: &str) -> Result<Invited> {
    invite_new(tx, &Actor { operator: true, ..Actor::default() }, base, new, mail)
}

/// Enters a person and invites her to the installation.
///
/// # Errors
/// As [`invite_by_operator`]; [`Error::Denied`] but for the operator.
pub fn invite_new(tx: &Tx<'_>, by: &Actor, base: &str, new: &NewPerson, mail: &str) -> Result<Invited> {
    Right::house().require(by)?;
    let address = Address::new(mail).map_err(|_| Error::field("mail", both(|t| t.bad_address())))?.key();
    let name = format!("{} {}", new.given.trim(), new.family.trim());
    if store::list_accounts_at(tx, &address)?.iter().any(|(_, n)| *n == name) {
        return Err(Error::rule(both(|t| t.invite_has_account())));
    }
    let waiting = store::list_house_invitations(tx, 1000)?
        .into_iter()
        .find(|(i, n)| *n == name && i.mail == address && i.accepted_at.is_none());
    let person = match waiting {
        Some((waiting, _)) => waiting.person,
        None => people::add_person(tx, by, new)?,
    };
    invite(tx, by, &Right::house(), base, &Invite { person, mail: address, about: None, about_words: None })
}

/// The person with an account of that name at that address, if there is one.
///
/// # Errors
/// When the database cannot be read.
pub fn person_at(conn: &Conn, mail: &str, name: &NewPerson) -> Result<Option<Id<Person>>> {
    let Ok(address) = Address::new(mail) else { return Ok(None) };
    let full = format!("{} {}", name.given.trim(), name.family.trim());
    let all = store::list_accounts_at(conn, &address.key())?;
    Ok(all.into_iter().find(|(_, n)| *n == full).map(|(account, _)| account.person))
}

/// Everybody who signs in with an address.
///
/// # Errors
/// When the database cannot be read.
pub fn persons_at(conn: &Conn, mail: &str) -> Result<Vec<Id<Person>>> {
    let Ok(address) = Address::new(mail) else { return Ok(Vec::new()) };
    Ok(store::list_accounts_at(conn, &address.key())?.into_iter().map(|(account, _)| account.person).collect())
}

/// Takes an invitation back; its link opens a page that says so.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Denied`] without the right to invite, [`Error::Rule`] when it was accepted.
pub fn withdraw(tx: &Tx<'_>, by: &Actor, right: &Right, id: Id<Invitation>) -> Result<()> {
    right.require(by)?;
    let invitation = store::find_invitation(tx, id)?.ok_or(Error::NotFound)?;
    match rules::offer(&invitation, tx.now()) {
        Offer::Accepted => return Err(Error::rule(both(|t| t.invite_accepted_already()))),
        Offer::Withdrawn => return Ok(()),
        Offer::Open | Offer::Expired => store::save_withdrawn(tx, id)?,
    }
    tx.emit(event("invitation.withdrawn", &invitation, by.person));
    Ok(())
}

/// Sends a new letter in the place of an invitation that ran out, to the same address. `Ok(None)` when it cannot be
/// renewed: still open, taken back, accepted, or asked for too often in a day.
///
/// # Errors
/// When the database refuses.
pub fn renew(tx: &Tx<'_>, old: &Invitation, base: &str, lang: Lang) -> Result<Option<Invited>> {
    let many = store::count_invitations(tx, old.person, tx.now().plus_seconds(-86_400))? >= rules::RENEWALS_PER_DAY;
    if rules::offer(old, tx.now()) != Offer::Expired || many {
        return Ok(None);
    }
    // The old one is closed, so that its link cannot be renewed a second time.
    store::save_withdrawn(tx, old.id)?;
    let new = Invitation {
        id: tx.id(),
        created_at: tx.now(),
        expires_at: tx.now().plus_seconds(rules::INVITATION),
        ..old.clone()
    };
    let lang = store::account_of(tx, old.person)?.map_or(lang, |a| a.lang);
    let invited = send(tx, &new, lang, base, None)?;
    tx.emit(event("invitation.renewed", &new, None));
    Ok(Some(invited))
}

/// Whether an invitation may be accepted with a proof of that address.
pub fn is_meant(invitation: &Invitation, key: &str) -> bool {
    secrets::same(&mail_key(&invitation.mail), key)
}

/// Accepts after the proof of the invited address: opens the account if there is none. A second time changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn accept(tx: &Tx<'_>, id: Id<Invitation>, key: &str, lang: Lang) -> Result<Result<Id<Person>, Refusal>> {
    let Some(invitation) = store::find_invitation(tx, id)?.filter(|i| is_meant(i, key)) else {
        return Ok(Err(Refusal::Withdrawn));
    };
    let offer = rules::offer(&invitation, tx.now());
    if matches!(offer, Offer::Withdrawn | Offer::Expired) || people::find_person(tx, invitation.person)?.erased {
        return Ok(Err(Refusal::Withdrawn));
    }
    if offer == Offer::Open {
        store::insert_account(tx, invitation.person, &invitation.mail, lang)?;
    }
    let account = store::account_of(tx, invitation.person)?;
    match account {
        None => return Ok(Err(Refusal::Withdrawn)),
        Some(account) if account.locked => return Ok(Err(Refusal::Locked)),
        // She got an account at another address meanwhile: this mailbox does not open that one.
        Some(account) if mail_key(&account.mail) != key => return Ok(Err(Refusal::OtherAddress)),
        Some(_) => {}
    }
    if offer == Offer::Open {
        store::save_accepted(tx, id)?;
        tx.emit(event("invitation.accepted", &invitation, Some(invitation.person.raw())));
    }
    Ok(Ok(invitation.person))
}
