//! What became of a position: who signed, to whom it went, what came back; and how its text came about.

use kernel::Result;
use networks::shell::Pill;
use web::Reading;

use super::{Line, lines_of};
use crate::{
    Dispatch, Reply, Signature, SignatureState,
    pages::{
        Place, answer_files,
        words::{outcome_word, waiting_words, way_word},
    },
    paths::{AddresseePage, DispatchPage, SignaturePage, VersionPage},
    rules::weeks_without_answer,
    store::{dispatches, effects, versions},
    words::T,
};

/// An addressee as the page shows it.
pub struct To {
    pub name: String,
    pub href: String,
    pub manage: String,
    pub sent: String,
    pub pill: Option<Pill>,
    pub waiting: String,
    pub replies: Vec<(String, Vec<String>, String)>,
    pub evidence: Vec<String>,
    pub reminded: String,
}

/// Those who signed or were asked to, as far as this reader is told.
#[derive(Default)]
pub struct Signers {
    /// Those who signed, also who took that back.
    pub signed: Vec<Line>,
    /// Those who have not: asked, or not willing.
    pub asked: Vec<Line>,
    /// How many more signed without being named.
    pub unnamed: i64,
}

/// Those who signed as far as this reader is told, and how many more there are.
pub fn signers(r: &Reading<'_>, t: T, place: &Place, all: &[Signature]) -> Result<Signers> {
    let v = r.viewer;
    let own = |s: &Signature| v.actor.is_member_of(s.network.raw());
    let ids: Vec<_> = all.iter().map(|s| s.network).collect();
    let known =
        if ids.is_empty() || !place.inside { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    let open = |s: &Signature| known.iter().any(|n| n.id == s.network && !n.sensitive);
    let led = tasks::rules::led(&v.actor);
    let mut found = Signers::default();
    for one in all {
        // Those who lead know whom they asked, but for a network nobody may know of.
        let shown = one.named || own(one) || place.leads && known.iter().any(|n| n.id == one.network);
        let signed = matches!(one.state, SignatureState::Signed | SignatureState::Withdrawn);
        if !signed && !place.inside && !own(one) {
            continue;
        }
        if !shown {
            found.unnamed += i64::from(one.state == SignatureState::Signed);
            continue;
        }
        let day = |day: Option<kernel::Day>| day.map(|d| i18n::day_medium(v.lang, d)).unwrap_or_default();
        let (word, class) = match one.state {
            SignatureState::Asked => (
                one.until.map_or_else(
                    || t.signature_asked().to_owned(),
                    |d| t.signature_asked_until(i18n::day_medium(v.lang, d)),
                ),
                "",
            ),
            SignatureState::Signed if one.late => (t.signature_late(day(one.decided)), "o1"),
            SignatureState::Signed => (t.signature_signed(day(one.decided)), "o1"),
            SignatureState::Declined => (t.signature_declined().to_owned(), ""),
            SignatureState::Withdrawn => (t.signature_withdrawn(day(one.decided), day(one.withdrawn)), "w1"),
        };
        // Who decided in a sensitive network is read there alone; elsewhere it is the network's proof.
        let detail = if own(one) || open(one) { one.how.clone() } else { String::new() };
        let list = if signed { &mut found.signed } else { &mut found.asked };
        list.push(Line {
            title: one.name_in(v.lang).to_owned(),
            href: if led.contains(&one.network) { v.link(&SignaturePage { signature: one.id }) } else { String::new() },
            detail,
            pills: vec![Pill::new(class, "signature", word)],
        });
    }
    Ok(found)
}

/// What it brought about somewhere: what is shown to everybody, and to members of its network all that was told.
pub fn effects(r: &Reading<'_>, place: &Place) -> Result<Vec<(String, Vec<String>)>> {
    if !place.position.state.is_published() {
        return Ok(Vec::new());
    }
    let all = effects::list_effects(r.conn, place.position.id)?;
    let line =
        |e: crate::Effect| (format!("{}, {}", e.place, i18n::day_medium(r.viewer.lang, e.day)), lines_of(&e.text));
    Ok(all.into_iter().filter(|e| e.open || place.inside).map(line).collect())
}

/// To whom it went, and what came back.
pub fn letters(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<To>> {
    let v = r.viewer;
    let all = dispatches::list_dispatches(r.conn, place.position.id)?;
    let seen: Vec<Dispatch> = all.into_iter().filter(|d| d.sent.is_some() || place.leads).collect();
    let ids: Vec<_> = seen.iter().map(|d| d.id).collect();
    let (replies, reminders) = (dispatches::list_replies(r.conn, &ids)?, dispatches::list_reminders(r.conn, &ids)?);
    let readable: Vec<Reply> = replies.iter().filter(|reply| reply.open || place.inside).cloned().collect();
    let brought = answer_files::of(r, &readable)?;
    let one = |d: &Dispatch| {
        let own: Vec<&Reply> = replies.iter().filter(|reply| reply.dispatch == d.id).collect();
        let weeks = weeks_without_answer(d, !own.is_empty(), v.today);
        let times = reminders.iter().filter(|m| m.dispatch == d.id).count();
        let sent = match (d.sent, d.way) {
            (Some(day), Some(way)) => t.sent_on(i18n::day_medium(v.lang, day), way_word(t, way)),
            _ => t.sent_planned().to_owned(),
        };
        let words = |reply: &Reply| {
            if reply.open || place.inside { lines_of(&reply.text) } else { vec![t.reply_closed().to_owned()] }
        };
        To {
            name: d.name.clone(),
            href: v.link(&AddresseePage { addressee: d.addressee }),
            manage: if place.leads { v.link(&DispatchPage { dispatch: d.id }) } else { String::new() },
            sent,
            pill: d.outcome.map(|outcome| outcome_pill(t, outcome)),
            waiting: weeks.map(|weeks| waiting_words(v.lang, weeks)).unwrap_or_default(),
            reminded: if times > 0 { t.reminded_times(times) } else { String::new() },
            replies: own
                .iter()
                .map(|reply| {
                    let files = answer_files::links(r, &brought, reply);
                    (t.reply_from(i18n::day_medium(v.lang, reply.day)), words(reply), files)
                })
                .collect(),
            evidence: lines_of(&d.evidence),
        }
    };
    Ok(seen.iter().map(one).collect())
}

/// What came of it, as a pill.
pub fn outcome_pill(t: T, outcome: crate::Outcome) -> Pill {
    let (class, icon) = match outcome {
        crate::Outcome::Adopted => ("o1", "check"),
        crate::Outcome::Partly => ("i1", "check"),
        crate::Outcome::Rejected => ("w1", "cross"),
        crate::Outcome::None => ("w1", "clock"),
        crate::Outcome::Unknown => ("", "info"),
    };
    Pill::new(class, icon, outcome_word(t, outcome))
}

/// Its texts, the latest first.
pub fn history(r: &Reading<'_>, t: T, place: &Place) -> Result<Vec<Line>> {
    let v = r.viewer;
    let line = |one: crate::Version| Line {
        title: t.version_number(one.number),
        href: v.link(&VersionPage { position: place.position.id, number: one.number }),
        detail: [i18n::day_medium(v.lang, one.made_at.day()), one.note]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
        pills: Vec::new(),
    };
    Ok(versions::list_versions(r.conn, place.position.id)?.into_iter().map(line).collect())
}
