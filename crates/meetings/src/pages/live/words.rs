//! The parts of the page of a sitting, in words.

use askama::Template;
use decisions::{
    Method, Vote, VoteKind, VoteState,
    paths::{BallotPage, ElectionNew, MotionNew, SittingNames, SittingNew, VotePage},
};
use kernel::{Error, Id, Moment, Result};
use networks::{Body, shell::Pill};
use web::{FormView, Reading};

use super::scene::{self, Listener, Scene};
use crate::{
    Capacity, Line, Meeting, Presence,
    actions::attendance::attendance_of,
    letters::time,
    pages::{
        agenda::papers,
        lines,
        minutes::view::{counts, last_words, presence_words},
    },
    paths::LivePage,
    words::T,
};

/// How many lines of the list of who is there stand on the page itself.
const LIST_MOST: usize = 60;
/// How long a vote in a sitting is open, unless whoever leads says otherwise: minutes.
const VOTE_MINUTES: i64 = 10;

/// What is on.
#[derive(Default)]
pub struct Now {
    /// Its heading.
    pub title: String,
    /// More about it.
    pub detail: Vec<String>,
    /// Its text.
    pub note: Vec<String>,
    /// Its papers, as far as the reader may have them: a list of links.
    pub papers: String,
}

/// Somebody on the list of speakers.
pub struct Speaker {
    /// Her place, 0 for whoever has the floor.
    pub place: usize,
    /// Her name.
    pub name: String,
    /// The number of her wish, for whoever leads.
    pub id: String,
    /// Whether it is the reader herself.
    pub own: bool,
}

/// A vote.
pub struct Shown {
    /// Its question.
    pub title: String,
    /// Its page, or the ballot paper.
    pub href: String,
    /// Why its result is what it is.
    pub detail: String,
    /// How it stands.
    pub pill: Pill,
    /// Whether the reader goes there to vote.
    pub casts: bool,
}

/// An item.
pub struct Step {
    /// Its number.
    pub id: String,
    /// `3. Arbeitsplan`.
    pub title: String,
    /// When it was on.
    pub detail: String,
    /// Whether it is on.
    pub on: bool,
}

/// Who is there.
#[derive(Default)]
pub struct There {
    /// Numbers in words.
    pub counts: Vec<(&'static str, i64)>,
    /// How many guests.
    pub guests: usize,
    /// Whether enough are there, in a word and a sentence.
    pub quorum: Option<(bool, String)>,
    /// When that changed.
    pub turns: Vec<(bool, String, String)>,
    /// Names and how they are there.
    pub list: Vec<(String, String)>,
    /// Seats two persons entered themselves for.
    pub contested: Vec<String>,
}

#[derive(Template)]
#[template(path = "live_parts.html")]
pub struct Parts {
    /// The words.
    pub t: T,
    /// What a reader who cannot see hears when something else is on.
    pub says: String,
    /// What is on.
    pub now: Now,
    /// Whether the reader leads, and the sitting is open.
    pub leads: bool,
    /// The number of the form.
    pub once: String,
    /// The run that is on, for forms.
    pub run: String,
    /// What comes next: number of the item and words.
    pub next: Option<(String, String)>,
    /// Whether there is a list of speakers.
    pub floor: bool,
    /// Who is on it.
    pub speakers: Vec<Speaker>,
    /// Who has the floor, for forms.
    pub speaks: String,
    /// Whether the reader may ask for the floor, and whether she has.
    pub hand: Option<bool>,
    /// Who could be put on the list by whoever leads.
    pub others: Vec<(String, String)>,
    /// Whether the body votes.
    pub formal: bool,
    /// Its votes.
    pub votes: Vec<Shown>,
    /// Where votes are begun and entered.
    pub ways: Vec<(&'static str, String)>,
    /// Who is there; `None` where only what hurries was asked for.
    pub there: Option<There>,
    /// The items.
    pub steps: Vec<Step>,
    /// How many of them the reader does not hear.
    pub hidden: usize,
    /// How she is there herself.
    pub own: String,
    /// Whether she is there now.
    pub here: bool,
    /// Whether she is on the list of who is there at all.
    pub listed: bool,
    /// Whether her entry is contested.
    pub contested: bool,
}

impl Parts {
    /// The parts of a sitting. `all`: with the list of who is there, which may be long.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of(r: &Reading<'_>, (m, body): (&Meeting, &Body), of: &Listener, scene: &Scene, all: bool) -> Result<Self> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        let list = if all || of.leads { Some(attendance_of(r.conn, m, body)?) } else { None };
        let lines = match &list {
            Some(list) => list.lines.clone(),
            None => scene::some_lines(r, (m, body), scene)?,
        };
        let leads = of.leads && scene.is_open();
        let floor = scene.formal && scene.heard_now(of).is_some();
        let here = |line: &&Line| line.is_there_at(v.now);
        // Whom whoever leads may put on the list of speakers.
        let could = |line: &&Line| leads && floor && here(line);
        let known = scene::names(r, body, &wanted(&lines, of, scene, all, &could))?;
        let name = |line: &Line| known.get(&line.key).cloned().unwrap_or_default();
        let mine = |line: &&Line| line.person.is_some() && line.person.map(Id::raw) == v.actor.person;
        let own: Vec<&Line> = lines.iter().filter(mine).collect();
        let (there, votes_there) = match &list {
            Some(list) if all => {
                let quorum = scene::quorate(r, (m, body), list)?;
                let numbers =
                    quorum.as_ref().map(|q| [q.votes.present, q.votes.remote, q.votes.proxies, q.votes.senders]);
                (Some(there(t, r, of, list, quorum, &name)), numbers)
            }
            _ => (None, None),
        };
        let speakers = speakers(t, scene, &lines, &own, &name, leads);
        let waits = |line: &&Line| !scene.speeches.iter().any(|one| one.line == line.key);
        let others = lines.iter().filter(could).filter(waits);
        let others = others.map(|line| (line.key.clone(), name(line))).collect();
        let hand = own.iter().any(here).then(|| own.iter().any(|line| !waits(line)));
        let (mut now, says) = now(t, r, m, of, scene);
        if let Some(item) = scene.heard_now(of) {
            now.papers = papers::of_one(r, (of.hearing, of.only), item)?;
        }
        Ok(Self {
            t,
            says,
            now,
            leads,
            once: FormView::new(v.lang, &[]).once(),
            run: scene.now.as_ref().map_or_else(String::new, |(_, _, run)| run.id.to_string()),
            next: scene.next.map(|(n, item)| (item.to_string(), t.live_next(n))),
            floor,
            speaks: scene.floor().0.map_or_else(String::new, |one| one.id.to_string()),
            speakers,
            hand: hand.filter(|_| floor),
            others,
            formal: scene.formal,
            votes: votes(r, body, scene)?,
            ways: if leads && scene.formal { ways(t, r, body, of, scene, votes_there) } else { Vec::new() },
            there,
            steps: steps(t, r, scene),
            hidden: scene.all - scene.items.len(),
            own: own_words(t, r, &own),
            here: own.iter().any(here),
            listed: !own.is_empty(),
            contested: own.iter().any(|line| line.contested),
        })
    }

    /// As HTML.
    ///
    /// # Errors
    /// When the template fails.
    pub fn html(&self) -> Result<String> {
        self.render().map_err(Error::internal)
    }
}

/// The lines whose names are needed.
fn wanted(lines: &[Line], of: &Listener, scene: &Scene, all: bool, could: &impl Fn(&&Line) -> bool) -> Vec<Line> {
    let on = |line: &Line| scene.speeches.iter().any(|one| one.line == line.key);
    let shown = all && of.within() && lines.len() <= LIST_MOST;
    let picked = |line: &&Line| shown || on(line) || (of.leads && line.contested) || could(line);
    lines.iter().filter(picked).cloned().collect()
}

fn there(
    t: T,
    r: &Reading<'_>,
    of: &Listener,
    list: &crate::Attendance,
    quorum: Option<scene::Quorate>,
    name: &impl Fn(&Line) -> String,
) -> There {
    let lang = r.viewer.lang;
    let (numbers, guests) = scene::present_now(list, r.viewer.now);
    let shown = of.within() && list.lines.len() <= LIST_MOST;
    let noted = |line: &&Line| line.presence != Presence::Absent;
    let row = |line: &Line| {
        let name = if line.capacity == Capacity::Guest { t.att_guest_named(name(line)) } else { name(line) };
        (name, presence_words(t, lang, line))
    };
    let turns = quorum.iter().flat_map(|q| &q.turns);
    There {
        counts: counts(t, numbers),
        guests,
        turns: turns.map(|(at, said)| (said.holds, time(lang, *at), said.text(lang).to_owned())).collect(),
        quorum: quorum.as_ref().map(|q| (q.now.holds, q.now.text(lang).to_owned())),
        list: if shown { list.lines.iter().filter(noted).map(row).collect() } else { Vec::new() },
        contested: if of.leads {
            list.lines.iter().filter(|line| line.contested).map(|line| t.att_contested(name(line))).collect()
        } else {
            Vec::new()
        },
    }
}

fn speakers(
    t: T,
    scene: &Scene,
    lines: &[Line],
    own: &[&Line],
    name: &impl Fn(&Line) -> String,
    leads: bool,
) -> Vec<Speaker> {
    let (speaks, waiting) = scene.floor();
    let one = |(place, speech): (usize, &crate::Speech)| {
        let line = lines.iter().find(|line| line.key == speech.line);
        Speaker {
            place,
            name: line.map_or_else(|| t.att_former().to_owned(), name),
            id: if leads { speech.id.to_string() } else { String::new() },
            own: own.iter().any(|line| line.key == speech.line),
        }
    };
    speaks.into_iter().map(|speech| (0, speech)).chain((1..).zip(waiting)).map(one).collect()
}

/// What is on, and how that is said aloud.
#[must_use]
pub fn now(t: T, r: &Reading<'_>, m: &Meeting, of: &Listener, scene: &Scene) -> (Now, String) {
    let lang = r.viewer.lang;
    let plain = |title: &str| (Now { title: title.to_owned(), ..Now::default() }, title.to_owned());
    match (&scene.sitting, &scene.now) {
        (Some(sitting), _) if !sitting.is_open() => plain(t.live_over()),
        (None, _) => {
            let (mut now, says) = plain(t.live_not_yet());
            now.detail.push(crate::letters::when(lang, m));
            (now, says)
        }
        (Some(_), None) if scene.runs.is_empty() => plain(t.live_before()),
        (Some(_), None) => plain(t.live_break()),
        (Some(_), Some((n, item, _))) if !of.hears(item) => plain(&t.live_closed(*n)),
        (Some(_), Some((n, item, run))) => {
            let title = format!("{n}. {}", item.title);
            let mut detail = vec![t.live_since(time(lang, run.from))];
            if item.minutes > 0 {
                detail.push(t.live_planned(item.minutes));
            }
            if !item.rapporteur.is_empty() {
                detail.push(item.rapporteur.clone());
            }
            let says = t.live_says(&title);
            (Now { title, detail, note: lines(&item.note), papers: String::new() }, says)
        }
    }
}

fn steps(t: T, r: &Reading<'_>, scene: &Scene) -> Vec<Step> {
    let lang = r.viewer.lang;
    let step = |(n, item): &(usize, crate::Item)| {
        let of: Vec<_> = scene.runs.iter().filter(|run| run.item == item.id).collect();
        let words = |run: &&crate::Run| match run.until {
            // Called and passed over within a minute.
            Some(until) if time(lang, until) == time(lang, run.from) => time(lang, until),
            Some(until) => t.from_to(time(lang, run.from), time(lang, until)),
            None => t.live_since(time(lang, run.from)),
        };
        Step {
            id: item.id.to_string(),
            title: format!("{n}. {}", item.title),
            detail: of.iter().map(words).collect::<Vec<_>>().join(", "),
            on: of.iter().any(|run| run.until.is_none()),
        }
    };
    scene.items.iter().map(step).collect()
}

fn votes(r: &Reading<'_>, body: &Body, scene: &Scene) -> Result<Vec<Shown>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let here = scene.sitting.as_ref().map_or_else(String::new, |it| v.link(&LivePage { meeting: it.meeting }));
    let shown = |vote: Vote| {
        let casts = vote.is_open_at(v.now) && vote.method.is_cast_here() && v.signed.is_some();
        let link = |vote: &Vote| v.link(&VotePage { vote: vote.id });
        // The ballot paper leads back here.
        let ballot = |vote: &Vote| format!("{}?von={here}", v.link(&BallotPage { vote: vote.id }));
        let pill = match (vote.state, vote.holds) {
            (VoteState::Open, _) => Pill::new("w1", "vote", decisions::state_line(v, &vote)),
            (VoteState::Decided, Some(true)) => Pill::new("o1", "check", decisions::state_line(v, &vote)),
            _ => Pill::new("", "clock", decisions::state_line(v, &vote)),
        };
        let decided = vote.state == VoteState::Decided;
        let turnout = vote.state == VoteState::Open && vote.method != Method::Sitting;
        Shown {
            href: if casts { ballot(&vote) } else { link(&vote) },
            detail: match vote.verdict(v.lang).filter(|_| decided && vote.kind == VoteKind::Motion) {
                Some(words) => words.to_owned(),
                None if turnout => t.live_turnout(vote.turnout),
                None => String::new(),
            },
            title: vote.title.clone(),
            pill,
            casts,
        }
    };
    Ok(scene::votes(r, body, scene)?.into_iter().map(shown).collect())
}

/// Where votes are begun and entered, with what the page knows: the question, and who is there.
fn ways(
    t: T,
    r: &Reading<'_>,
    body: &Body,
    of: &Listener,
    scene: &Scene,
    there: Option<[u64; 4]>,
) -> Vec<(&'static str, String)> {
    let v = r.viewer;
    let title = scene.heard_now(of).map_or("", |item| item.title.as_str());
    let asked = escaped(title);
    let [present, remote, proxies, senders] = there.unwrap_or_default();
    vec![
        (t.live_vote(), format!("{}?frage={asked}&minuten={VOTE_MINUTES}", v.link(&MotionNew { body: body.id }))),
        (
            t.live_hands(),
            format!(
                "{}?frage={asked}&da={present}&fern={remote}&vollmachten={proxies}&stellen={senders}",
                v.link(&SittingNew { body: body.id })
            ),
        ),
        (t.live_by_name(), format!("{}?frage={asked}", v.link(&SittingNames { body: body.id }))),
        (t.live_elect(), v.link(&ElectionNew { body: body.id })),
    ]
}

/// A text as part of an address (RFC 3986 2.1).
fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// How somebody is there, by her own lines.
#[must_use]
pub fn own_words(t: T, r: &Reading<'_>, own: &[&Line]) -> String {
    let now: Moment = r.viewer.now;
    let gone = |line: &&&Line| line.presence.is_there() && line.until.is_some_and(|until| until <= now);
    match own.iter().find(|line| line.is_there_at(now)).or_else(|| own.iter().find(gone)) {
        Some(line) => t.live_own(last_words(t, r.viewer.lang, line)),
        None => String::new(),
    }
}
