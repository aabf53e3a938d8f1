//! What follows from who was there.

use std::collections::{BTreeSet, HashMap};

use decisions::{
    roll,
    rules::{RuleSet, quorum},
};
use kernel::{Lang, Moment};
use networks::Voter;

use crate::{Answer, Capacity, Invitation, Line, Meeting, Presence, SheetHead, There, Verdict};

/// How somebody is there who answered so, before anybody looked.
#[must_use]
pub fn expected(meeting: &Meeting, invitation: &Invitation) -> Presence {
    match invitation.answer {
        Answer::Yes if meeting.place.is_empty() && !meeting.online.is_empty() => Presence::Remote,
        Answer::Yes => Presence::Present,
        Answer::No => Presence::Excused,
        Answer::Substitute => Presence::Represented,
        Answer::None => Presence::Absent,
    }
}

/// How many were there at any time, guests left out.
#[must_use]
pub fn counted(lines: &[Line]) -> There {
    let of_body = |line: &&Line| line.capacity != Capacity::Guest;
    let count = |wanted: &[Presence]| {
        i64::try_from(lines.iter().filter(of_body).filter(|line| wanted.contains(&line.presence)).count())
            .unwrap_or(i64::MAX)
    };
    There {
        present: count(&[Presence::Present]),
        remote: count(&[Presence::Remote]),
        represented: count(&[Presence::Represented, Presence::Proxy]),
        excused: count(&[Presence::Excused]),
    }
}

/// The moments at which somebody came or went, the beginning first.
#[must_use]
pub fn turns(meeting: &Meeting, lines: &[Line]) -> Vec<Moment> {
    let (begin, end) = (meeting.starts_at, meeting.ends_at());
    let inner = lines.iter().flat_map(|line| [line.from, line.until]).flatten().filter(|at| *at > begin && *at < end);
    inner.chain([begin]).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Who was there at a moment, in votes, as the rules of the body count them.
#[must_use]
pub fn at(
    rules: &RuleSet,
    voters: &[Voter],
    lines: &[Line],
    (head, duly_invited): (&SheetHead, bool),
    moment: Moment,
) -> quorum::Attendance {
    let held = voters.iter().filter(|v| v.held).count() as u64;
    let mut there = quorum::Attendance {
        voting_seats: voters.len() as u64,
        occupied_seats: held,
        duly_invited,
        second_summons: head.second_summons,
        doubted: head.doubted,
        ..quorum::Attendance::default()
    };
    let by_seat: HashMap<_, _> = voters.iter().map(|v| (v.seat, v)).collect();
    let mut senders = BTreeSet::new();
    let entries = roll::made(rules.votes.unit.value, voters);
    there.members = entries.len() as u64;
    for entry in &entries {
        let of_entry: Vec<&Voter> = entry.seats.iter().filter_map(|seat| by_seat.get(seat).copied()).collect();
        let hers = |line: &&Line| {
            line.capacity != Capacity::Guest
                && (line.seat.is_some_and(|seat| entry.seats.contains(&seat))
                    || line.person.is_some_and(|p| of_entry.iter().any(|v| v.holder == Some(p))))
        };
        let votes = entry.votes.unsigned_abs();
        let lines: Vec<&Line> = lines.iter().filter(hers).filter(|line| line.spans(moment)).collect();
        let has = |wanted: &[Presence]| lines.iter().any(|line| wanted.contains(&line.presence));
        if has(&[Presence::Present, Presence::Represented]) {
            there.present += votes;
        } else if has(&[Presence::Remote]) {
            there.remote += votes;
        } else if has(&[Presence::Proxy]) {
            there.proxies += votes;
        } else {
            continue;
        }
        senders.extend(of_entry.iter().filter_map(|v| v.organisation));
    }
    there.senders = senders.len() as u64;
    there
}

/// Whether enough were there: at the beginning, and at each moment at which that changed.
#[must_use]
pub fn quorate(
    rules: &RuleSet,
    voters: &[Voter],
    meeting: &Meeting,
    lines: &[Line],
    head: &SheetHead,
) -> Vec<(Moment, Verdict)> {
    let duly = meeting.notice.as_ref().is_none_or(|notice| notice.holds);
    let mut said: Vec<(Moment, Verdict)> = Vec::new();
    for moment in turns(meeting, lines) {
        let verdict = quorum::judge(&rules.quorum, &rules.bars, &at(rules, voters, lines, (head, duly), moment));
        if said.last().is_none_or(|(_, last)| last.holds != verdict.holds) {
            said.push((moment, Verdict { holds: verdict.holds, de: verdict.de, en: verdict.en }));
        }
    }
    said
}

/// The same as one sentence for the minutes: holds when enough were there all the time.
#[must_use]
pub fn in_one(said: &[(Moment, Verdict)]) -> Option<Verdict> {
    let (_, first) = said.first()?;
    if said.len() == 1 {
        return Some(first.clone());
    }
    let lines = |lang: Lang| {
        let line =
            |(at, verdict): &(Moment, Verdict)| format!("{}: {}", crate::letters::time(lang, *at), verdict.text(lang));
        said.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let holds = said.iter().all(|(_, verdict)| verdict.holds);
    Some(Verdict { holds, de: lines(Lang::De), en: lines(Lang::En) })
}
