//! What others ask of her: input on drafts, signatures of networks she leads, answers of those who stand or are elected, answers to questions, a look at her own data.

use networks::NetworkMark;
use web::Reading;

use super::{
    mine::{Mine, short},
    todo::{Todo, about},
};
use crate::{rules::Urgency, texts::T};

/// All of it.
pub fn list(r: &Reading<'_>, mine: &Mine) -> Vec<Todo> {
    let mut all: Vec<Todo> = mine.positions.iter().map(|p| position(r, mine, p)).collect();
    all.extend(mine.candidacies.iter().map(|(vote, elected)| candidacy(r, mine, vote, *elected)));
    all.extend(mine.questions.iter().map(|q| question(r, mine, q)));
    all.extend(mine.own_checks.iter().map(|(link, check)| own_check(r, mine, (link, check))));
    all
}

/// Whether a task says the same as one of these: those who lead a network get one with the request to sign.
pub fn told(mine: &Mine, due: &tasks::Due) -> bool {
    let Some(source) = &due.task.source else { return false };
    let says = |p: &positions::Needed| match source.kind.as_str() {
        "position_signature" => p.signature.is_some_and(|signature| signature.raw() == source.id),
        // As such tasks were left before they led to the form.
        "position" => p.signature.is_some() && p.position.raw() == source.id,
        _ => false,
    };
    mine.positions.iter().any(says)
}

/// The network of that number among hers: hue and what it is called.
fn place(r: &Reading<'_>, mine: &Mine, network: i64) -> (i64, String) {
    let mark: Option<&NetworkMark> = mine.networks_of_hats().into_iter().find(|m| m.id.raw() == network);
    mark.map_or((0, String::new()), |m| (m.hue, short(m, r.viewer.lang).to_owned()))
}

/// A draft on which members are asked, or a position her network is asked to sign.
fn position(r: &Reading<'_>, mine: &Mine, needed: &positions::Needed) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (hue, place) = place(r, mine, needed.network.raw());
    // Each network of hers that is asked to sign is asked for itself.
    let (title, href, of) = match needed.signature {
        Some(signature) => {
            let href = v.link(&positions::paths::SignaturePage { signature });
            (t.todo_sign(&needed.title), href, (positions::SIGNATURE, signature.raw()))
        }
        None => {
            let href = v.link(&positions::paths::PositionPage { position: needed.position });
            (t.todo_input(&needed.title), href, ("position", needed.position.raw()))
        }
    };
    Todo {
        urgency: Urgency::Answer,
        mark: ("", "pen"),
        title,
        href,
        hue,
        place,
        due: needed.until.map_or(String::new(), |day| t.todo_until(i18n::day_short(v.lang, day, v.today))),
        action: t.action_answer(),
        primary: needed.signature.is_some(),
        day: needed.until.unwrap_or(v.today),
        optional: needed.signature.is_none(),
        since: needed.since,
        ..about(Some(of), Some(needed.network.raw()))
    }
}

/// Somebody put her forward for an election and asks whether she stands; or she is elected and is asked whether she accepts.
fn candidacy(r: &Reading<'_>, mine: &Mine, vote: &decisions::Vote, elected: bool) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (hue, place) = place(r, mine, vote.network.raw());
    let end = if elected { vote.accept_until } else { vote.nominations_until.or(vote.opens_at) };
    // The last moment may be midnight.
    let last = end.map(|at| at.plus_seconds(-1).day()).filter(|day| *day >= v.today);
    Todo {
        mark: ("i1", "vote"),
        title: if elected { t.todo_accept(&vote.title) } else { t.todo_stand(&vote.title) },
        href: v.link(&decisions::paths::CandidatesPage { vote: vote.id }),
        hue,
        place,
        due: last.map_or(String::new(), |day| t.todo_until(i18n::day_short(v.lang, day, v.today))),
        action: t.action_answer(),
        primary: true,
        day: last.unwrap_or(v.today),
        ..about(None, Some(vote.network.raw()))
    }
}

/// A question she is asked in person.
fn question(r: &Reading<'_>, mine: &Mine, thread: &exchange::Thread) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (hue, place) = place(r, mine, thread.network.raw());
    Todo {
        mark: ("i1", "people"),
        title: t.todo_question(&thread.title),
        href: v.link(&exchange::paths::ThreadPage { thread: thread.id }),
        hue,
        place,
        due: match thread.answer_until {
            Some(day) if day >= v.today => t.todo_until(i18n::day_short(v.lang, day, v.today)),
            _ => i18n::relative(v.lang, v.today, thread.made_at.day()),
        },
        action: t.action_answer(),
        primary: true,
        day: thread.answer_until.unwrap_or(v.today),
        optional: true,
        since: Some(thread.made_at),
        ..about(Some(("thread", thread.id.raw())), Some(thread.network.raw()))
    }
}

/// A network asks whether what is kept of her is right.
fn own_check(r: &Reading<'_>, mine: &Mine, (link, check): (&networks::CheckLink, &networks::DataCheck)) -> Todo {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (hue, place) = place(r, mine, check.body.raw());
    // The last moment may be midnight.
    let last = check.due.plus_seconds(-1).day();
    Todo {
        mark: ("", "check"),
        title: t.todo_own_check().to_owned(),
        href: v.link(&networks::paths::CheckOwn { link: link.id }),
        hue,
        place,
        due: t.todo_until(i18n::day_short(v.lang, last, v.today)),
        action: t.action_check(),
        primary: false,
        day: last,
        optional: true,
        ..about(Some(("data_check_link", link.id.raw())), Some(check.body.raw()))
    }
}
