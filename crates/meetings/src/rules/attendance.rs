//! What follows from who was there.

use std::collections::{BTreeSet, HashMap};

use decisions::{
    roll::{self, Here},
    rules::{RuleSet, quorum},
};
use kernel::{Id, Lang, Moment};
use networks::Voter;
use people::Person;

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

/// How many were there at any time, or at one moment, guests left out.
#[must_use]
pub fn counted(lines: &[Line], at: Option<Moment>) -> There {
    let of_body = lines.iter().filter(|line| line.capacity != Capacity::Guest);
    let ways: Vec<Presence> =
        of_body.filter_map(|line| at.map_or_else(|| Some(line.overall()), |at| line.how_at(at))).collect();
    let count =
        |wanted: &[Presence]| i64::try_from(ways.iter().filter(|way| wanted.contains(way)).count()).unwrap_or(i64::MAX);
    There {
        present: count(&[Presence::Present]),
        remote: count(&[Presence::Remote]),
        represented: count(&[Presence::Represented, Presence::Proxy]),
        excused: count(&[Presence::Excused]),
    }
}

/// The moments at which somebody came, went or changed how she was there, the beginning first.
#[must_use]
pub fn turns(meeting: &Meeting, lines: &[Line]) -> Vec<Moment> {
    let (begin, end) = (meeting.starts_at, meeting.ends_at());
    let spans = lines.iter().flat_map(|line| &line.earlier).flat_map(|span| [span.from, Some(span.until)]);
    let all = lines.iter().flat_map(|line| [line.from, line.until]).chain(spans).flatten();
    let inner = all.filter(|at| *at > begin && *at < end);
    inner.chain([begin]).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The units that have a vote, as the rules of the body make them, each with how it was there at a moment: `None` where
/// nobody was there for it.
#[must_use]
pub fn roll(rules: &RuleSet, voters: &[Voter], lines: &[Line], moment: Moment) -> Vec<(roll::Entry, Option<Presence>)> {
    let holders: HashMap<_, _> = voters.iter().map(|v| (v.seat, v.holder)).collect();
    // Once for all entries: an assembly has hundreds of both.
    let (mut of_seat, mut of_person) = (HashMap::<_, Vec<Presence>>::new(), HashMap::<_, Vec<Presence>>::new());
    for line in lines.iter().filter(|line| line.capacity != Capacity::Guest) {
        let Some(how) = line.how_at(moment) else { continue };
        line.seat.into_iter().for_each(|seat| of_seat.entry(seat).or_default().push(how));
        line.person.into_iter().for_each(|person| of_person.entry(person).or_default().push(how));
    }
    let there = |entry: &roll::Entry| {
        let through = entry.seats.iter().filter_map(|seat| of_seat.get(seat));
        let herself = entry.seats.iter().filter_map(|seat| of_person.get(&(*holders.get(seat)?)?));
        let ways: Vec<Presence> = through.chain(herself).flatten().copied().collect();
        let has = |wanted: &[Presence]| ways.iter().any(|way| wanted.contains(way));
        if has(&[Presence::Present, Presence::Represented]) {
            Some(Presence::Present)
        } else {
            [Presence::Remote, Presence::Proxy].into_iter().find(|how| has(&[*how]))
        }
    };
    roll::made(rules.votes.unit.value, voters)
        .into_iter()
        .map(|entry| {
            let how = there(&entry);
            (entry, how)
        })
        .collect()
}

/// The line of somebody of a unit for whom somebody else came or voted at a moment; `None` where one of them was there
/// herself. `holders`: those who fill its seats.
#[must_use]
pub fn acted_for<'a>(
    entry: &roll::Entry,
    holders: &[Id<Person>],
    lines: &'a [Line],
    moment: Moment,
) -> Option<&'a Line> {
    let of_unit = |line: &&Line| {
        let here = line.seat.is_some_and(|seat| entry.seats.contains(&seat));
        line.capacity != Capacity::Guest && (here || line.person.is_some_and(|person| holders.contains(&person)))
    };
    let found = lines.iter().filter(|line| line.acted_at(moment).is_some()).find(of_unit)?;
    let herself = |line: &Line| matches!(line.how_at(moment), Some(Presence::Present | Presence::Remote));
    (!lines.iter().filter(of_unit).any(herself)).then_some(found)
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
    let line = |(entry, how): &(roll::Entry, Option<Presence>)| {
        let here = how.map(|how| match how {
            Presence::Remote => Here::Remote,
            Presence::Proxy => Here::Proxy,
            _ => Here::Present,
        });
        roll::Line::of(entry, false, here)
    };
    let units: Vec<roll::Line> = roll(rules, voters, lines, moment).iter().map(line).collect();
    quorum::Attendance {
        duly_invited,
        second_summons: head.second_summons,
        doubted: head.doubted,
        ..roll::attendance(rules, voters, &units)
    }
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
