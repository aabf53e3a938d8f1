//! Going on with a request, and admission.

use db::Tx;
use kernel::{Actor, Day, Error, Id, Lang, Reason, Result, Subject, Voice};
use people::{
    NewOrganisation, NewPerson, NewPost, NewTenure, Organisation, OrganisationKind, Person, Post, PostTitles,
};
use rights::Kind;

use super::{
    decide::{begin_objections, counted, found, hand, not_now},
    decides, event, steward,
};
use crate::{
    Body, HandedOver, JoinRequest, JoinRule, JoinState, NewOccupancy, NewRepresentative, NewSeat, Occupant, Seat,
    SeatKind, Status, Vouching, letters,
    rules::{self, NextStep, Standing},
    store::{
        joining::{find_organisation_called, find_vacant_seat, requests, rule_of, vouches},
        occupancies,
    },
};

/// Goes on with a request as far as its body's rule leads at this moment. A second time changes nothing.
pub fn advance(tx: &Tx<'_>, id: Id<JoinRequest>, base: &str) -> Result<()> {
    let request = requests::find_request(tx, id)?;
    let (body, rule) = (requests::body_of(tx, &request)?, rule_of(tx, request.body)?);
    let supported = rules::is_supported(rule.vouching, request.functional, &counted(tx, &request)?);
    let standing = Standing {
        state: request.state,
        keeper: rule.vouching == Vouching::Keeper,
        supported,
        objected: !vouches::list_objections(tx, id)?.is_empty(),
        days: rule.objection_days,
        asked_members: request.asked_members,
        due: request.due_at,
    };
    match rules::next_step(&standing, tx.now()) {
        NextStep::Wait => Ok(()),
        NextStep::AskMembers => begin_objections(tx, &request, rule.objection_days, None, base),
        NextStep::Hand(why) => hand(tx, &request, &body, why, base),
        NextStep::Admit => {
            let from = tx.today();
            match plan(tx, &request, &rule, &body, from, false)? {
                Ok(plan) => carry_out(tx, &request, &rule, &body, &plan, from, None, base),
                Err(_) => hand(tx, &request, &body, HandedOver::Conflict, base),
            }
        }
    }
}

/// The setting that says where the installation is reached; the program writes it when it starts.
pub const ADDRESS: &str = "site.address";
/// The setting with the mailbox that takes letters (`antwort@example.org`), each under an address of its own behind a `+`;
/// empty where there is none.
pub const ANSWERS: &str = "meetings.answers";
/// The setting with the secret from which addresses for answers are made.
pub const ANSWERS_KEY: &str = "meetings.answers_key";

/// The worker's part: `payload` holds the request's number and where the installation is reached.
///
/// # Errors
/// When the database refuses.
pub fn settle_request(tx: &Tx<'_>, payload: &str) -> Result<()> {
    tx.silent("a request whose time is not over waits on");
    let (id, base) = payload.split_once(' ').unwrap_or((payload, ""));
    let Ok(id) = id.parse() else { return Err(Error::internal(format!("no request: {payload}"))) };
    // The installation may have moved since this was put down.
    let now = db::setting(tx, ADDRESS)?;
    match advance(tx, id, now.as_deref().unwrap_or(base)) {
        // Decided and deleted meanwhile.
        Err(Error::NotFound) => Ok(()),
        other => other,
    }
}

/// Admits whoever asked, from a day on.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`]; [`Error::Form`] on `from`; [`Error::Rule`] where it is not handed to the
/// keepers, or the seat cannot be made.
pub fn admit(tx: &Tx<'_>, by: &Actor, id: Id<JoinRequest>, from: Day, base: &str) -> Result<()> {
    let (request, body, _) = found(tx, by, id)?;
    decides(by, &body)?;
    if request.state != JoinState::Handed {
        return Err(not_now(&request));
    }
    if from < tx.today() || from > tx.today().plus_months(12) {
        return Err(Error::field(
            "from",
            Reason::new(
                "Bitte wählen Sie einen Tag in den nächsten zwölf Monaten.",
                "Please choose a day within twelve months.",
            ),
        ));
    }
    let rule = rule_of(tx, body.id)?;
    let plan = plan(tx, &request, &rule, &body, from, true)?.map_err(Error::Rule)?;
    carry_out(tx, &request, &rule, &body, &plan, from, by.person, base)
}

/// Whom and what an admission finds already.
struct Plan {
    person: Option<Id<Person>>,
    organisation: Option<Id<Organisation>>,
    post: Option<Id<Post>>,
    /// Whether she holds the post already.
    holds: bool,
}

/// Looks before anything is written, so that a refusal leaves nothing behind. `decided`: those who keep the membership
/// answer for it that she holds the post she names.
fn plan(
    tx: &Tx<'_>,
    request: &JoinRequest,
    rule: &JoinRule,
    body: &Body,
    from: Day,
    decided: bool,
) -> Result<Result<Plan, Reason>> {
    let person = accounts::person_at(tx, &request.mail, &NewPerson::new(&request.given, &request.family))?;
    let organisation = match request.organisation {
        Some(id) => Some(id),
        None if request.organisation_name.is_empty() => None,
        None => find_organisation_called(tx, &i18n::fold(&request.organisation_name), from)?,
    };
    let mut plan = Plan { person, organisation, post: None, holds: false };
    let no = |de: &str, en: &str| Ok(Err(Reason::new(de, en)));
    if !body.term.contains(from) {
        return no("An diesem Tag gibt es das Netzwerk nicht mehr.", "The network does not exist on that day.");
    }
    let belongs = |column: &str, id: i64| occupancies::is_member(tx, column, id, body.id, from);
    match rule.seat_kind {
        SeatKind::Organisation => {
            if let Some(id) = organisation
                && belongs("organisation_id", id.raw())?
            {
                return no("Die Organisation gehört schon dazu.", "The organisation belongs already.");
            }
        }
        SeatKind::Post => {
            let Some(organisation) = organisation else { return Ok(Ok(plan)) };
            let posts = people::list_posts_of_organisations(tx, &[organisation], from)?;
            let called = i18n::fold(&request.role);
            let same = |p: &&Post| Some(p.id) == request.post || (request.post.is_none() && is_called(p, &called));
            let Some(post) = posts.iter().find(same) else { return Ok(Ok(plan)) };
            plan.post = Some(post.id);
            if belongs("post_id", post.id.raw())? {
                return no("Die Stelle gehört schon dazu.", "The post belongs already.");
            }
            let mut held = people::list_tenures_of_posts(tx, &[post.id])?;
            held.retain(|t| t.mode == people::Mode::Holder && t.term.until > from);
            plan.holds = held.iter().any(|t| Some(t.person) == person);
            if !plan.holds && !held.is_empty() {
                return no(
                    "Die Stelle hat eine andere Person inne. Bitte tragen Sie zuerst die Nachfolge ein.",
                    "Somebody else holds the post. Please enter the successor first.",
                );
            }
            // With a post come its other seats, so its mailbox or the keepers answer for her; and where it keeps
            // another network, only that one does.
            let elsewhere = occupancies::networks_of_post(tx, post.id.raw(), from)?;
            let keeps = elsewhere.iter().any(|(n, keeps)| *keeps && *n != body.network);
            let proved = request.functional && request.post == Some(post.id);
            if !plan.holds && (keeps || !(proved || decided)) {
                return no(
                    "Ob die Person die Stelle innehat, muss zuerst geklärt werden.",
                    "Whether the person holds the post must be settled first.",
                );
            }
        }
        _ => {
            if let Some(id) = person
                && occupancies::sits_in(tx, id.raw(), body.id, from)?
            {
                return no("Die Person gehört schon dazu.", "The person belongs already.");
            }
        }
    }
    Ok(Ok(plan))
}

fn is_called(post: &Post, folded: &str) -> bool {
    let titles = &post.titles;
    let all = [Some(&titles.neutral), titles.female.as_ref(), titles.male.as_ref()];
    all.into_iter().flatten().any(|title| i18n::fold(title) == folded)
}

#[expect(clippy::too_many_arguments, reason = "one step of two verbs, with everything they found")]
fn carry_out(
    tx: &Tx<'_>,
    request: &JoinRequest,
    rule: &JoinRule,
    body: &Body,
    plan: &Plan,
    from: Day,
    by: Option<i64>,
    base: &str,
) -> Result<()> {
    let acting = steward(body, by);
    let person = match plan.person {
        Some(person) => person,
        None => people::add_person(tx, &acting, &NewPerson::new(&request.given, &request.family))?,
    };
    let seat = match find_vacant_seat(tx, body.id, rule.seat_kind, from)? {
        Some(seat) => seat,
        None => {
            let new = NewSeat::new(rule.seat_kind, from);
            // In an open body newcomers advise: who votes there is elected or sent.
            let new = if body.is_network() { new } else { new.with_voice(Voice::Advisory) };
            super::super::add_seat(tx, &acting, body.id, &new)?
        }
    };
    match rule.seat_kind {
        SeatKind::Organisation => {
            let organisation = organisation_of(tx, &acting, request, plan, from)?;
            let new = NewOccupancy::new(seat, Occupant::Organisation(organisation), from);
            let occupancy = super::super::fill_seat(tx, &acting, &new)?;
            let who = crate::Deputed::Person(person);
            let contact = NewRepresentative { occupancy, who, rank: 1, from, until: Day::OPEN };
            super::super::standing::speak(tx, &acting, &new_seat(tx, &acting, seat)?, body, &contact)?;
        }
        SeatKind::Post => {
            let post = match plan.post {
                Some(post) => post,
                None => {
                    let organisation = organisation_of(tx, &acting, request, plan, from)?;
                    let titles = PostTitles::new(&request.role, None, None);
                    people::add_post(tx, &acting, &NewPost::new(organisation, titles, from))?
                }
            };
            super::super::fill_seat(tx, &acting, &NewOccupancy::new(seat, Occupant::Post(post), from))?;
            if !plan.holds {
                people::record_tenure(tx, &acting, &NewTenure::holder(post, person, from))?;
            }
        }
        _ => {
            let occupant = match plan.organisation {
                Some(organisation) => Occupant::person_by_organisation(person, organisation),
                None => Occupant::person(person),
            };
            // She asked herself, so she is invited and answers, as anybody whose name the body need not know.
            let new = NewOccupancy::new(seat, occupant, from).status(Status::Invited);
            let id = super::super::fill_seat(tx, &acting, &new)?;
            let herself = Actor { person: Some(person.raw()), ..Actor::default() };
            super::super::accept(tx, &herself, id)?;
            super::super::confirm(tx, &acting, id)?;
        }
    }
    welcome(tx, &acting, request, body, person, from, base)?;
    requests::save_decision(tx, request, Some((person, from)), tx.now().max(from.at(0, 0)))?;
    tx.emit(event("join.admitted", request.id, by));
    Ok(())
}

fn new_seat(tx: &Tx<'_>, acting: &Actor, id: Id<Seat>) -> Result<Seat> {
    crate::store::seats::find_seat(tx, acting, id).map(|(seat, _)| seat)
}

fn organisation_of(
    tx: &Tx<'_>,
    acting: &Actor,
    request: &JoinRequest,
    plan: &Plan,
    from: Day,
) -> Result<Id<Organisation>> {
    match plan.organisation {
        Some(id) => Ok(id),
        None => {
            let kind = request.organisation_kind.unwrap_or(OrganisationKind::Association);
            people::add_organisation(tx, acting, &NewOrganisation::new(kind, &request.organisation_name, from))
        }
    }
}

/// The letter that says yes, and the invitation to an account for whoever has none.
fn welcome(
    tx: &Tx<'_>,
    acting: &Actor,
    request: &JoinRequest,
    body: &Body,
    person: Id<Person>,
    from: Day,
    base: &str,
) -> Result<()> {
    let account = accounts::account_of(tx, person)?;
    let lang = account.as_ref().map_or(request.lang, |a| a.lang);
    let letter = letters::admitted(lang, body, from, account.is_some(), base);
    tx.post(&db::OutMail { to: request.mail.clone(), person: Some(person.raw()), ..letter })?;
    if account.is_none() {
        let named = (!body.sensitive).then(|| Reason::new(body.name_in(Lang::De), body.name_in(Lang::En)));
        // What the link opens shows the card of a body, and colleagues may read the same mailbox: of a sensitive network
        // there is none.
        let kind = if body.sensitive { "network" } else { "body" };
        let invite = accounts::Invite {
            person,
            mail: request.mail.clone(),
            about: Some(Subject::new(kind, body.id.raw())),
            about_words: named,
        };
        let right = accounts::Right { kind: Kind::Body, scope: body.scope() };
        accounts::invite(tx, acting, &right, base, &invite)?;
    }
    Ok(())
}
