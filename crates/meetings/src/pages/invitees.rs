//! `/termine/{meeting}/einladung`: to whom the invitation goes, whether it is in time, what was sent and answered.

use askama::Template;
use kernel::{Error, Id, Lang, Problem, Result};
use networks::{Body, Invitee, Names, Place as Where, shell};
use web::{Answer as Reply, Fields, FormView, Reading, Writing};

use super::{Place, answer_word, days::Beside};
use crate::{
    Answer, Capacity, Invitation, Letter, LetterKind, MeetingState, Openness, actions,
    actions::inviting::{preview, remind_silent, sample},
    paths::{InviteePage, MeetingEdit},
    rules::{Lack, lacks},
    store,
    words::T,
};

/// Up to so many names stand open; the rest folds.
const NAMES_OPEN: usize = 30;

/// Somebody letters would go to.
pub struct Named {
    /// Her name, and in which capacity.
    pub name: String,
    /// Whether no letter reaches her.
    pub lost: bool,
}

struct Row {
    name: String,
    as_what: &'static str,
    answer: String,
    proof: String,
}

#[derive(Template)]
#[template(path = "invitees.html")]
struct Shown {
    t: T,
    crumbs: String,
    lead: String,
    summary: String,
    once: String,
    leads: bool,
    /// Before: the verdict, whom it goes to, and the button.
    preview: Option<Before>,
    verdict: Option<(bool, String)>,
    rows: Vec<Row>,
    gone: Vec<Row>,
    counts: Vec<(&'static str, usize)>,
    guest: Vec<String>,
    silent: usize,
    back: String,
}

struct Before {
    latest: String,
    today: Option<bool>,
    /// What it lacks, and where that can be put right.
    warnings: Vec<String>,
    mend: Vec<(&'static str, String)>,
    /// The letter as a member gets it.
    subject: String,
    text: String,
    names: Vec<Named>,
    more: Vec<Named>,
    count: usize,
    lost: usize,
    frozen: bool,
    /// What else is on that day.
    beside: Vec<String>,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for those who meet.
pub fn show(r: &Reading<'_>, p: InviteePage) -> Result<Reply> {
    let place = inside(r, &p)?;
    page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn inside(r: &Reading<'_>, p: &InviteePage) -> Result<Place> {
    let place = Place::load(r, p.meeting)?;
    if place.stance.within() { Ok(place) } else { Err(Error::Denied(None)) }
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Reply> {
    let (t, v, m) = (T(r.viewer.lang), r.viewer, &place.meeting);
    let all = store::invitations::list_invitations(r.conn, m.id)?;
    let letters = if place.stance.leads { store::letters::list_letters(r.conn, m.id)? } else { Vec::new() };
    let names = Names::load(r.conn, &v.actor, all.iter().filter_map(|i| i.person))?;
    let row = |i: &Invitation| Row {
        name: name(r, place, &names, i),
        as_what: capacity_word(t, i.capacity),
        answer: answered(r, t, i),
        proof: if place.stance.leads { proof(r, t, i, &letters) } else { String::new() },
    };
    let mut rows: Vec<Row> = all.iter().filter(|i| i.stands()).map(row).collect();
    let mut gone: Vec<Row> = all.iter().filter(|i| !i.stands() && place.stance.leads).map(row).collect();
    rows.sort_by_cached_key(|row| i18n::fold_name(&row.name));
    gone.sort_by_cached_key(|row| i18n::fold_name(&row.name));
    let count = |answer| all.iter().filter(|i| i.stands() && i.answer == answer).count();
    let counts = [Answer::Yes, Answer::No, Answer::Substitute, Answer::None];
    let open = m.state == MeetingState::Invited && place.stance.leads && m.ends_at() > v.now;
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, true),
        lead: m.title.clone(),
        summary: form.summary(),
        once: form.once(),
        leads: open,
        preview: (m.state == MeetingState::Planned && place.stance.leads).then(|| before(r, place)).transpose()?,
        verdict: m.notice.as_ref().map(|notice| (notice.holds, notice.text(v.lang).to_owned())),
        counts: if rows.is_empty() { Vec::new() } else { counts.map(|a| (answer_word(t, a), count(a))).to_vec() },
        rows,
        gone,
        guest: if open { guest_fields(r, t, place, form)? } else { Vec::new() },
        silent: if open { all.iter().filter(|i| i.is_silent()).count() } else { 0 },
        back: place.page_link(r),
    };
    let page = place.page(r, t.invitees_title())?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// Whom it goes to now, and until when.
fn before(r: &Reading<'_>, place: &Place) -> Result<Before> {
    let (v, m) = (r.viewer, &place.meeting);
    let (t, found) = (T(v.lang), preview(r.conn, &place.body, m)?);
    let frozen = m.proposals_until.is_none_or(|until| until < v.today);
    let items = store::agenda::list_items(r.conn, m.id)?.len();
    let late = found.latest.as_ref().filter(|_| found.today.as_ref().is_some_and(|said| !said.holds));
    let lacks = lacks(m, items, late.and_then(|latest| latest.day), v.today);
    let base = &r.site.outside().base_url;
    let (subject, text) = sample(r.conn, (m, &place.body), frozen, v.lang, base)?;
    let persons: Vec<_> = found.invitees.iter().filter_map(|i| i.person).collect();
    let beside = Beside::of_invited(r, &place.body, &persons, &[m.day()], Some(m.id))?.of(t, m.day());
    let mut all = names_of(r, &place.body, &found.invitees)?;
    let count = all.len();
    let more = all.split_off(all.len().min(NAMES_OPEN));
    Ok(Before {
        latest: found.latest.as_ref().map_or_else(String::new, |latest| latest.verdict.text(v.lang).to_owned()),
        today: found.today.as_ref().map(|said| said.holds),
        warnings: lacks.iter().map(|lack| warning(t, v.lang, *lack)).collect(),
        mend: [
            (lacks.contains(&Lack::Agenda), (t.warn_agenda_open(), place.agenda_link(r))),
            (lacks.iter().any(|lack| *lack != Lack::Agenda), (t.warn_change(), v.link(&MeetingEdit { meeting: m.id }))),
        ]
        .into_iter()
        .filter_map(|(lacks, way)| lacks.then_some(way))
        .collect(),
        subject,
        text,
        lost: found.invitees.iter().filter(|i| i.address.is_none()).count(),
        names: all,
        more,
        count,
        frozen,
        beside,
    })
}

/// What an invitation lacks, in a sentence.
#[must_use]
pub fn warning(t: T, lang: Lang, lack: Lack) -> String {
    let day = |day| i18n::day_long(lang, day);
    match lack {
        Lack::Place => t.warn_place().to_owned(),
        Lack::AnswerDay => t.warn_answer().to_owned(),
        Lack::AnswerDayPast(last) => t.warn_answer_past(day(last)),
        Lack::Agenda => t.warn_agenda().to_owned(),
        Lack::Late(latest) => t.warn_late(day(latest)),
    }
}

/// The names of those an invitation, a question or minutes would go to now, in the order of the alphabet.
///
/// # Errors
/// When the database cannot be read.
pub fn names_of(r: &Reading<'_>, body: &Body, invitees: &[Invitee]) -> Result<Vec<Named>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let names = Names::load(r.conn, &v.actor, invitees.iter().filter_map(|i| i.person))?;
    let at = Where::from(body);
    let posts: Vec<_> = invitees.iter().filter_map(|i| i.post).collect();
    let posts = if posts.is_empty() { Vec::new() } else { people::list_posts(r.conn, &posts)? };
    let name = |i: &Invitee| match (i.person, i.post) {
        (Some(person), _) => {
            let who = names.in_place(person, &at);
            let name = shell::face(r, who.as_ref(), body.sensitive).name;
            if i.stands_in { format!("{name} ({})", t.capacity_stand_in()) } else { name }
        }
        (None, Some(post)) => {
            let title = posts.iter().find(|p| p.id == post).map_or("", |p| p.titles.neutral.as_str());
            format!("{title} ({})", t.capacity_mailbox())
        }
        (None, None) => t.capacity_mailbox().to_owned(),
    };
    let mut all: Vec<Named> = invitees.iter().map(|i| Named { name: name(i), lost: i.address.is_none() }).collect();
    all.sort_by_cached_key(|one| i18n::fold_name(&one.name));
    Ok(all)
}

fn name(r: &Reading<'_>, place: &Place, names: &Names<'_>, i: &Invitation) -> String {
    match i.person {
        Some(person) => {
            let who = names.in_place(person, &Where::from(&place.body));
            shell::face(r, who.as_ref(), place.body.sensitive).name
        }
        None if i.name.is_empty() => T(r.viewer.lang).capacity_mailbox().to_owned(),
        None => i.name.clone(),
    }
}

/// As what somebody is invited, in a word.
#[must_use]
pub fn capacity_word(t: T, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Member => t.capacity_member(),
        Capacity::StandIn => t.capacity_stand_in(),
        Capacity::Mailbox => t.capacity_mailbox(),
        Capacity::Substitute => t.capacity_substitute(),
        Capacity::Guest => t.capacity_guest(),
    }
}

fn answered(r: &Reading<'_>, t: T, i: &Invitation) -> String {
    let word = match i.answer {
        Answer::None if i.contested_at.is_some() => t.answered_contested(),
        answer => answer_word(t, answer),
    };
    match i.answered_at {
        Some(at) if i.late => t.answered_late(word, i18n::day_medium(r.viewer.lang, at.day())),
        _ => word.to_owned(),
    }
}

fn letter_word(t: T, kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Invitation => t.proof_invitation(),
        LetterKind::Agenda => t.proof_agenda(),
        LetterKind::Change => t.proof_change(),
        LetterKind::Cancellation => t.proof_cancellation(),
        LetterKind::Reminder => t.proof_reminder(),
        LetterKind::Question => t.proof_question(),
        LetterKind::Substitute => t.proof_substitute(),
    }
}

/// What was sent to somebody, when, and whether it left.
fn proof(r: &Reading<'_>, t: T, i: &Invitation, letters: &[Letter]) -> String {
    let (lang, today) = (r.viewer.lang, r.viewer.today);
    let own = letters.iter().filter(|letter| letter.invitation == i.id);
    let words: Vec<String> = own
        .map(|letter| {
            let what = letter_word(t, letter.kind);
            let when = i18n::moment_short(lang, letter.written_at, today);
            if letter.failed { t.proof_failed(what, when) } else { format!("{what} {when}") }
        })
        .collect();
    if words.is_empty() { t.proof_none().to_owned() } else { words.join(", ") }
}

fn guest_fields(r: &Reading<'_>, t: T, place: &Place, form: &FormView) -> Result<Vec<String>> {
    let items = store::agenda::list_items(r.conn, place.meeting.id)?;
    let open = items.iter().filter(|it| matches!(it.openness, Openness::Guests | Openness::Public));
    let mut options = vec![(String::new(), t.guest_all().to_owned())];
    options.extend(open.map(|it| (it.id.to_string(), it.title.clone())));
    Ok(vec![
        form.text("name", t.field_guest_name()).to_string(),
        form.text("mail", t.field_substitute_mail()).kind("email").to_string(),
        form.select("item", t.field_guest_item(), options).to_string(),
    ])
}

/// Sends, follows the seats, reminds, invites a guest.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn act(w: &Writing<'_>, p: InviteePage) -> Result<Reply> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.meeting)?;
    let (by, id, base) = (&w.viewer.actor, place.meeting.id, w.site.outside().base_url.as_str());
    let done = match w.ask.field("tat") {
        "einladen" => actions::inviting::invite(w.tx, by, id, base).map(|count| t.note_invited(count)),
        "abgleichen" => actions::inviting::follow(w.tx, by, id, base).map(|(came, left)| t.note_followed(came, left)),
        "erinnern" if place.meeting.state == MeetingState::Invited => {
            w.tx.silent("a letter brings a meeting to mind, and the meeting is as it was");
            remind_silent(w.tx, &place.meeting, &place.body, base, None).map(|count| t.note_reminded(count))
        }
        "gast" => {
            let mut fields = Fields::of(w.ask);
            let name = fields.line("name", 120);
            let mail = w.ask.field("mail").to_owned();
            let item = Some(w.ask.field("item")).filter(|text| !text.is_empty()).map(|text| text.parse::<Id<_>>());
            match item.transpose() {
                Ok(item) => actions::inviting::invite_guest(w.tx, by, id, (&name, &mail), item, base)
                    .map(|_| t.note_guest(&name)),
                Err(_) => Err(Error::NotFound),
            }
        }
        _ => Err(Error::Rule(kernel::Reason::new(
            "Bitte wählen Sie, was geschehen soll.",
            "Please choose what is to be done.",
        ))),
    };
    match done {
        Ok(note) => Ok(Reply::to(w.viewer.link(&InviteePage { meeting: id })).with_note(&note)),
        Err(fault) => {
            let found: Vec<Problem> = shell::problems(fault, "", &[])?;
            page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
