//! What waits for her, derived from seats and dates, most urgent first: the one list that Start, the inbox and the number in the
//! head of her pages show.

use kernel::{Day, Moment};
use networks::{Body, Capacity, Handover, Hat, JoinTask, JoinWaiting, ProjectDue, SeatIn, SeatState, Status, Waiting};
use web::{Reading, Waiting as Entry};

use super::{
    asked,
    mine::{Mine, body_link, seat_link, short},
    seats::{end_of, hat_role, place, role},
};
use crate::{
    rules::{Urgency, by_body},
    texts::T,
};

/// One thing that waits.
pub struct Todo {
    pub urgency: Urgency,
    /// Class and name of the mark.
    pub mark: (&'static str, &'static str),
    pub title: String,
    pub href: String,
    pub hue: i64,
    pub place: String,
    /// When it is due or since when it waits; may be empty.
    pub due: String,
    pub action: &'static str,
    pub primary: bool,
    /// The first day concerned, for the order within one urgency.
    pub day: Day,
    /// Kind and number of the thing, as an inbox knows it.
    pub of: Option<(&'static str, i64)>,
    /// The network it comes from.
    pub network: Option<i64>,
    /// Whether she owes it to nobody: she may put it away for good.
    pub optional: bool,
    /// When it began to wait for her, where that is known: what she put away before then is here again.
    pub since: Option<Moment>,
}

/// Which thing of which network it is; the rest is still missing.
pub const fn about(of: Option<(&'static str, i64)>, network: Option<i64>) -> Todo {
    Todo {
        urgency: Urgency::Answer,
        mark: ("", ""),
        title: String::new(),
        href: String::new(),
        hue: 0,
        place: String::new(),
        due: String::new(),
        action: "",
        primary: false,
        day: Day::OPEN,
        of,
        network,
        optional: false,
        since: None,
    }
}

impl Todo {
    fn entry(self, mine: &Mine, today: Day) -> Entry {
        let mark = self.of.and_then(|(kind, id)| mine.marks.get(&(kind.to_owned(), id)));
        Entry {
            later: notices::put_off(mark, self.since, self.optional, today),
            of: self.of,
            mark: self.mark,
            title: self.title,
            href: self.href,
            hue: self.hue,
            network: self.network,
            place: self.place,
            due: self.due,
            action: self.action,
            primary: self.primary,
            optional: self.optional,
        }
    }
}

/// Everything that waits, most urgent first, what she put off among it.
pub fn list(r: &Reading<'_>, mine: &Mine) -> Vec<Entry> {
    let mut all: Vec<Todo> = mine.asked.iter().map(|h| offered(r, h)).collect();
    all.extend(mine.joining.iter().map(|j| joining(r, mine, j)));
    all.extend(mine.ahead.unanswered.iter().map(|n| invited(r, mine, n)));
    all.extend(mine.polls.iter().map(|p| polled(r, mine, p)));
    all.extend(mine.votes.iter().map(|vote| voting(r, mine, vote)));
    all.extend(mine.reports.iter().filter_map(|it| report(r, mine, it)));
    all.extend(mine.tasks.iter().filter(|d| !asked::told(mine, d)).map(|d| task(r, mine, d)));
    all.extend(asked::list(r, mine));
    all.extend(mine.care.unconfirmed.iter().map(|w| unconfirmed(r, mine, w)));
    all.extend(mine.care.left_standing.iter().map(|w| left_standing(r, mine, w)));
    all.extend(mine.checks.iter().map(|(body, count)| proposals(r, mine, body, *count)));
    all.extend(mine.projects.iter().map(|p| project(r, mine, p)));
    all.extend(mine.hats.iter().filter_map(|h| duty(r, h)));
    all.extend(mine.leaving.iter().map(|h| leaving(r, mine, h)));
    let told = |h: &&Hat| !mine.leaving.iter().any(|l| h.post.as_ref().is_some_and(|p| p.0 == l.post));
    all.extend(mine.hats.iter().filter(told).filter_map(|h| own(r, h)));
    // Her own seats are told once, in her own words.
    let hers: Vec<i64> = mine.hats.iter().map(|h| h.seat.id.raw()).collect();
    let ending: Vec<&SeatIn> = mine.ending.iter().filter(|s| !hers.contains(&s.seat.id.raw())).collect();
    all.extend(by_body(ending, |s| s.body.id.raw()).iter().filter_map(|g| kept(r, mine, g, Urgency::Ending)));
    all.extend(
        by_body(mine.vacant.iter().collect(), |s| s.body.id.raw())
            .iter()
            .filter_map(|g| kept(r, mine, g, Urgency::Vacant)),
    );
    all.sort_by_key(|t| (t.urgency.rank(), t.day));
    all.into_iter().map(|todo| todo.entry(mine, r.viewer.today)).collect()
}

/// Somebody put her forward or invited her, and her answer is missing.
fn offered(r: &Reading<'_>, hat: &Hat) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let role = hat_role(t, hat);
    Todo {
        urgency: Urgency::Answer,
        mark: ("", "mail"),
        title: if hat.status == Status::Invited { t.todo_invited(role) } else { t.todo_nominated(role) },
        href: v.link(&networks::paths::SeatAnswer { seat: hat.seat.id }),
        hue: hat.network.hue,
        place: place(v.lang, hat),
        due: t.todo_from(i18n::day_short(v.lang, hat.term.from, v.today)),
        action: t.action_answer(),
        primary: true,
        day: hat.term.from,
        ..about(None, Some(hat.network.id.raw()))
    }
}

/// Somebody asks to join or leaves, and she vouches, decides, may object, or looks at what stays open.
fn joining(r: &Reading<'_>, mine: &Mine, waiting: &JoinWaiting) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let request = |request| v.link(&networks::paths::JoinShow { request });
    let of = match waiting.task {
        JoinTask::Vouch(id) | JoinTask::Decide(id) | JoinTask::Object(id) => Some(("join_request", id.raw())),
        JoinTask::Review(_) => None,
    };
    let (urgency, icon, title, href, action) = match waiting.task {
        JoinTask::Vouch(id) => (Urgency::Answer, "people", t.todo_vouch(), request(id), t.action_answer()),
        JoinTask::Decide(id) => (Urgency::Confirm, "door", t.todo_join(), request(id), t.action_decide()),
        JoinTask::Object(id) => (Urgency::Own, "door", t.todo_object(), request(id), t.action_look()),
        JoinTask::Review(leaving) => {
            let href = v.link(&networks::paths::LeavingShow { leaving });
            (Urgency::Handover, "door", t.todo_review_leaving(), href, t.action_check())
        }
    };
    Todo {
        urgency,
        mark: (if urgency == Urgency::Own { "" } else { "i1" }, icon),
        title: title.to_owned(),
        href,
        hue: waiting.body.hue,
        place: place_of(r, mine, &waiting.body),
        due: waiting.last.map_or(String::new(), |day| t.todo_until(i18n::day_short(v.lang, day, v.today))),
        action,
        primary: urgency != Urgency::Own,
        day: waiting.last.unwrap_or(v.today),
        ..about(of, Some(waiting.body.network.raw()))
    }
}

/// She is invited to a meeting, and her answer is missing.
fn invited(r: &Reading<'_>, mine: &Mine, next: &meetings::Next) -> Todo {
    let (v, t, m) = (r.viewer, T(r.viewer.lang), &next.meeting);
    let day = m.answer_until.unwrap_or_else(|| m.day());
    Todo {
        urgency: Urgency::Answer,
        mark: ("i1", "calendar"),
        title: t.todo_meeting(&m.title),
        href: v.link(&meetings::paths::MeetingPage { meeting: m.id }),
        hue: next.body.as_ref().map_or(0, |b| b.hue),
        place: next.body.as_ref().map_or_else(String::new, |b| place_of(r, mine, b)),
        due: match m.answer_until {
            Some(until) if until >= v.today => t.todo_until(i18n::day_short(v.lang, until, v.today)),
            _ => t.todo_on(i18n::day_short(v.lang, m.day(), v.today)),
        },
        action: t.action_answer(),
        primary: true,
        day,
        ..about(Some(("meeting", m.id.raw())), next.body.as_ref().map(|b| b.network.raw()))
    }
}

/// A body she sits in looks for a day, and her answer is missing.
fn polled(r: &Reading<'_>, mine: &Mine, poll: &meetings::Poll) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let mark = mine.networks_of_hats().into_iter().find(|m| m.id == poll.network);
    Todo {
        urgency: Urgency::Answer,
        mark: ("i1", "calendar"),
        title: t.todo_poll(&poll.title),
        href: v.link(&meetings::paths::PollPage { poll: poll.id }),
        hue: mark.map_or(0, |m| m.hue),
        place: mark.map_or_else(String::new, |m| short(m, v.lang).to_owned()),
        due: if poll.answer_until >= v.today {
            t.todo_until(i18n::day_short(v.lang, poll.answer_until, v.today))
        } else {
            String::new()
        },
        action: t.action_answer(),
        primary: true,
        day: poll.answer_until,
        // Nobody owes an answer about days.
        optional: true,
        since: poll.sent_at,
        ..about(Some(("poll", poll.id.raw())), Some(poll.network.raw()))
    }
}

/// A vote is taken in which she has a voice, and hers is missing.
fn voting(r: &Reading<'_>, mine: &Mine, vote: &decisions::Vote) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let mark = mine.networks_of_hats().into_iter().find(|m| m.id == vote.network);
    let last = vote.last_day();
    Todo {
        urgency: Urgency::Answer,
        mark: ("i1", "vote"),
        title: if vote.kind == decisions::VoteKind::Election {
            t.todo_election(&vote.title)
        } else {
            t.todo_vote(&vote.title)
        },
        href: v.link(&decisions::paths::VotePage { vote: vote.id }),
        hue: mark.map_or(0, |m| m.hue),
        place: mark.map_or_else(String::new, |m| short(m, v.lang).to_owned()),
        due: last.map_or(String::new(), |day| t.todo_until(vote_ends(v, vote, day))),
        action: t.action_vote(),
        primary: true,
        day: last.unwrap_or(v.today),
        since: vote.opens_at,
        ..about(Some(("vote", vote.id.raw())), Some(vote.network.raw()))
    }
}

/// The last day of a vote; today, the time at which it ends.
fn vote_ends(v: &web::Viewer, vote: &decisions::Vote, last: Day) -> String {
    match vote.closes_at.filter(|end| last == v.today && end.day() == last) {
        Some(end) => i18n::time(v.lang, end.local().hour(), end.local().minute()),
        None => i18n::day_short(v.lang, last, v.today),
    }
}

/// She was sent to a sitting that is over, and her report is missing.
fn report(r: &Reading<'_>, mine: &Mine, it: &mandates::Due) -> Option<Todo> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let hat = mine.hats.iter().find(|h| h.seat.id == it.delegation.seat)?;
    let late = it.is_overdue(v.today);
    Some(Todo {
        urgency: Urgency::Due,
        mark: if late { ("w1", "clock") } else { ("", "pen") },
        title: t.todo_report(&it.session.title),
        href: v.link(&mandates::paths::ReportForm { mandate: it.delegation.id, session: it.session.id }),
        hue: hat.network.hue,
        place: place(v.lang, hat),
        due: if late {
            t.todo_late(v.today.days_since(it.due))
        } else {
            t.todo_until(i18n::day_short(v.lang, it.due, v.today))
        },
        action: t.action_report(),
        primary: late,
        day: it.due,
        since: Some(it.session.starts_at),
        ..about(Some(("outside_session", it.session.id.raw())), Some(hat.network.id.raw()))
    })
}

/// A task of hers, of a post she holds or of a body she leads is due.
fn task(r: &Reading<'_>, mine: &Mine, due: &tasks::Due) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let late = due.task.is_overdue(v.today);
    let day = due.task.due.unwrap_or(v.today);
    Todo {
        urgency: Urgency::Due,
        mark: if late { ("w1", "clock") } else { ("", "check") },
        title: t.todo_task(due.task.title_in(v.lang)),
        href: v.link(&tasks::paths::TaskPage { task: due.task.id }),
        hue: due.body.as_ref().map_or(0, |b| b.hue),
        place: due.body.as_ref().map_or_else(String::new, |b| place_of(r, mine, b)),
        due: if late {
            t.todo_late(v.today.days_since(day))
        } else {
            t.todo_until(i18n::day_short(v.lang, day, v.today))
        },
        action: t.action_look(),
        primary: late,
        day,
        ..about(Some(("task", due.task.id.raw())), Some(due.task.network.raw()))
    }
}

/// Somebody accepted, and she is the one who confirms.
fn unconfirmed(r: &Reading<'_>, mine: &Mine, waiting: &Waiting) -> Todo {
    let (v, t, body) = (r.viewer, T(r.viewer.lang), &waiting.body);
    let mark = mine.networks_of_hats().into_iter().find(|m| m.id == body.network);
    let link = if waiting.count == 1 { None } else { mark.and_then(|m| body_link(r, &m.slug, body)) };
    Todo {
        urgency: Urgency::Confirm,
        mark: ("o1", "check"),
        title: t.todo_confirm(waiting.count),
        href: link.unwrap_or_else(|| seat_link(r, waiting.seat)),
        hue: body.hue,
        place: place_of(r, mine, body),
        due: t.todo_from(i18n::day_short(v.lang, waiting.day, v.today)),
        action: t.action_check(),
        primary: true,
        day: waiting.day,
        ..about(None, Some(body.network.raw()))
    }
}

/// A tenure ended by the calendar, and the personal seats that came through it were not handed over. The entry goes by
/// itself once they are.
fn left_standing(r: &Reading<'_>, mine: &Mine, waiting: &Waiting) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    Todo {
        urgency: Urgency::Handover,
        mark: ("w1", "transfer"),
        title: t.todo_handover(waiting.count),
        href: seat_link(r, waiting.seat),
        hue: waiting.body.hue,
        place: place_of(r, mine, &waiting.body),
        due: i18n::since(v.lang, v.today, waiting.day),
        action: t.action_check(),
        primary: true,
        day: waiting.day,
        ..about(None, Some(waiting.body.network.raw()))
    }
}

/// What a data check brought waits for whoever keeps the network.
fn proposals(r: &Reading<'_>, mine: &Mine, body: &Body, count: i64) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    Todo {
        urgency: Urgency::Confirm,
        mark: ("i1", "check"),
        title: t.todo_proposals(count),
        href: v.link(&networks::paths::CheckKeep { body: body.id }),
        hue: body.hue,
        place: place_of(r, mine, body),
        due: String::new(),
        action: t.action_decide(),
        primary: true,
        day: v.today,
        ..about(None, Some(body.network.raw()))
    }
}

/// A project group she leads or keeps comes to its end, or is past it, and has no report.
fn project(r: &Reading<'_>, mine: &Mine, due: &ProjectDue) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let late = due.last < v.today;
    Todo {
        urgency: if late { Urgency::Handover } else { Urgency::Own },
        mark: ("w1", "clock"),
        title: if late { t.todo_project_late() } else { t.todo_project() }.to_owned(),
        href: v.link(&networks::paths::ProjectClose { body: due.body.id }),
        hue: due.body.hue,
        place: place_of(r, mine, &due.body),
        due: if late { i18n::since(v.lang, v.today, due.last.next()) } else { i18n::left(v.lang, v.today, due.last) },
        action: t.action_look(),
        primary: late,
        day: due.last,
        ..about(None, Some(due.body.network.raw()))
    }
}

/// She is a substitute, and whoever she stands in for is away: the actor sits there today as more than substitute.
fn duty(r: &Reading<'_>, hat: &Hat) -> Option<Todo> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let acts = v.actor.sits.iter().any(|s| s.seat == hat.seat.id.raw() && !s.substitute);
    (hat.capacity == Capacity::Substitute && acts).then(|| Todo {
        urgency: Urgency::Duty,
        mark: ("i1", "transfer"),
        title: t.todo_duty(role(t, hat.seat.kind, hat.seat.voice, hat.seat.office, hat.seat.label.as_deref())),
        href: seat_link(r, hat.seat.id),
        hue: hat.network.hue,
        place: place(v.lang, hat),
        due: String::new(),
        action: t.action_look(),
        primary: false,
        day: hat.term.from,
        ..about(None, Some(hat.network.id.raw()))
    })
}

/// She gives a post up, and some things are still hers to do.
fn leaving(r: &Reading<'_>, mine: &Mine, handover: &Handover) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let through = mine.hats.iter().find(|h| h.post.as_ref().is_some_and(|p| p.0 == handover.post));
    let names = through.iter().flat_map(|h| h.post.iter().map(|p| &p.1).chain(h.organisation.iter().map(|o| &o.1)));
    Todo {
        urgency: Urgency::Handover,
        mark: ("w1", "transfer"),
        title: t.todo_leaving().to_owned(),
        href: v.link(&networks::paths::HandoverPage { handover: handover.id }),
        hue: through.map_or(1, |h| h.network.hue),
        place: names.cloned().collect::<Vec<_>>().join(", "),
        due: i18n::left(v.lang, v.today, handover.day.previous()),
        action: t.action_look(),
        primary: true,
        day: handover.day,
        ..about(None, through.map(|h| h.network.id.raw()))
    }
}

/// A seat of her own ends within months, or went on beyond its term.
fn own(r: &Reading<'_>, hat: &Hat) -> Option<Todo> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    if matches!(hat.capacity, Capacity::Substitute | Capacity::Deputy) {
        return None;
    }
    let end = end_of(&hat.term, hat.term_end)?;
    let role = hat_role(t, hat);
    let (title, due) = match hat.state {
        SeatState::EndsSoon => (t.todo_own_ends(role), i18n::left(v.lang, v.today, end.previous())),
        SeatState::CarriesOver => (t.todo_own_over(role), i18n::since(v.lang, v.today, end)),
        _ => return None,
    };
    Some(Todo {
        urgency: Urgency::Own,
        mark: ("w1", "clock"),
        title,
        href: seat_link(r, hat.seat.id),
        hue: hat.network.hue,
        place: place(v.lang, hat),
        due,
        action: t.action_look(),
        primary: false,
        day: end,
        ..about(None, Some(hat.network.id.raw()))
    })
}

/// A body's name with its network's, where it is not the network itself; networks as they are called in little room.
pub fn place_of(r: &Reading<'_>, mine: &Mine, body: &Body) -> String {
    let lang = r.viewer.lang;
    match mine.networks_of_hats().into_iter().find(|m| m.id == body.network) {
        Some(mark) if body.is_network() => short(mark, lang).to_owned(),
        Some(mark) => format!("{}, {}", body.name_in(lang), short(mark, lang)),
        None => body.name_in(lang).to_owned(),
    }
}

/// Seats of one body in her care: one is named and linked, several are counted and lead to the body.
fn kept(r: &Reading<'_>, mine: &Mine, group: &[&SeatIn], urgency: Urgency) -> Option<Todo> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let first = group.first()?;
    let body = &first.body;
    let mark = mine.networks_of_hats().into_iter().find(|m| m.id == body.network);
    let vacant = urgency == Urgency::Vacant;
    let days = group.iter().filter_map(|s| {
        if vacant { s.vacant_since } else { end_of(&s.seat.held.as_ref()?.term, s.seat.held.as_ref()?.term_end) }
    });
    let day = days.min();
    let seat = &first.seat;
    let one = || role(t, seat.kind, seat.voice, seat.office, seat.label.as_deref());
    let title = match (vacant, group.len()) {
        (true, 1) => t.todo_vacant_one(one()),
        (true, n) => t.todo_vacant(n),
        (false, 1) => t.todo_ending_one(one()),
        (false, n) => t.todo_ending(n),
    };
    let due = match (vacant, day) {
        (_, None) => String::new(),
        (true, Some(day)) if group.len() == 1 => i18n::since(v.lang, v.today, day),
        (true, Some(day)) => t.todo_longest(i18n::since(v.lang, v.today, day)),
        (false, Some(day)) if day <= v.today => t.todo_over().to_owned(),
        (false, Some(day)) => t.todo_first(i18n::day_short(v.lang, day.previous(), v.today)),
    };
    let href =
        if group.len() == 1 { Some(seat_link(r, seat.id)) } else { mark.and_then(|m| body_link(r, &m.slug, body)) };
    Some(Todo {
        urgency,
        mark: if vacant { ("", "seat") } else { ("w1", "vote") },
        title,
        href: href.unwrap_or_else(|| seat_link(r, seat.id)),
        hue: body.hue,
        place: place_of(r, mine, body),
        due,
        action: t.action_look(),
        primary: false,
        day: day.unwrap_or(v.today),
        ..about(None, Some(body.network.raw()))
    })
}
