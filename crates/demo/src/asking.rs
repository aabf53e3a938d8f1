//! What networks ask of newcomers, and somebody who asks just now.

use db::Tx;
use kernel::{Error, Lang, Result};
use networks::{Asked, Confirmed, JoinRule, JoinTask, NewJoinRequest, SeatKind, Vouching};

use crate::{
    facts::{at, missing},
    guarded::own,
    world::World,
};

/// Each network asks in its own way.
pub fn rules(w: &World, tx: &Tx<'_>) -> Result<()> {
    let post = JoinRule { seat_kind: SeatKind::Post, ..JoinRule::default() };
    let organisation = JoinRule { seat_kind: SeatKind::Organisation, ..JoinRule::default() };
    let person = JoinRule { vouching: Vouching::Either, objection_days: 14, ..JoinRule::default() };
    let asks = |rule: &JoinRule, question: &str| JoinRule { question: Some(question.to_owned()), ..rule.clone() };
    for (network, rule) in [
        ("ak-staedteregion", JoinRule { vouching: Vouching::Mailbox, ..post.clone() }),
        ("rag-aachen", JoinRule { vouching: Vouching::Mailbox, objection_days: 14, ..post.clone() }),
        ("lag-nrw", JoinRule { vouching: Vouching::Mailbox, ..post }),
        ("frauennetzwerk", JoinRule { notice_months: 3, year_end: true, ..organisation.clone() }),
        (
            "diversity",
            JoinRule { objection_days: 14, ..asks(&organisation, "Was tun Sie für Vielfalt? Gern mit einem Link.") },
        ),
        ("lsbtiq-nrw", asks(&person, "Welchen Auftrag haben Sie in Ihrer Verwaltung?")),
        ("lgbtqia-gleichstellung", JoinRule { vouching: Vouching::TwoMembers, objection_days: 7, ..person }),
    ] {
        at(network, networks::save_join_rule(tx, &w.keeper(network)?, w.body(network)?, &rule))?;
    }
    Ok(())
}

/// Somebody asks to join; one of the two members she names has vouched for her.
pub fn news(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let (network, base) = (w.body("lgbtqia-gleichstellung")?, w.base.clone());
    let mira = w.person(tx, "mira")?;
    let officer = people::find_post(tx, w.post("05314000")?.id)?;
    let holder = w.holder("05314000", tx.today())?;
    let mail = |of: Option<String>| of.ok_or_else(|| missing("address", "of a member"));
    let name = w.names.next();
    let new = NewJoinRequest {
        mail: crate::names::address(&name, "stadt-bremerhaven.example.org"),
        given: name.given,
        family: name.family,
        organisation: None,
        organisation_name: "Stadt Bremerhaven".to_owned(),
        organisation_kind: None,
        role: "Fachstelle für queeres Leben".to_owned(),
        statement: "Ich baue die Fachstelle gerade auf und suche den Austausch mit anderen Städten.".to_owned(),
        vouchers: vec![mail(officer.mail)?, mail(w.mails.get(&mira).cloned())?],
        lang: Lang::De,
    };
    let Asked::Sent(sent) = at("asking", networks::ask_to_join(tx, &kernel::Actor::public(), network, &new, &base))?
    else {
        return Err(Error::internal("the first request is one too many"));
    };
    if at("asking", networks::confirm_request(tx, &sent.link, &base))? != Confirmed::Done(network) {
        return Err(Error::internal("a new request is confirmed at once"));
    }
    let waits = networks::joining_for(tx, &own(tx, holder)?)?;
    let Some(JoinTask::Vouch(request)) = waits.first().map(|w| w.task) else {
        return Err(missing("request", "to vouch for"));
    };
    at("vouching", networks::vouch(tx, &own(tx, holder)?, request, true, &base))
}
