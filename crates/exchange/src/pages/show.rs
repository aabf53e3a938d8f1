//! P28: a thread with its answers, what helped, what came of it; and the form for one's own answer.

use askama::Template;
use kernel::{Error, Id, Problem, Result};
use networks::shell::{self, Pill};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    kind_word, level_word,
    mailroom::takes_letters,
    place::{Place, topic_name},
    voices::Voices,
};
use crate::{
    Chose, Left, Reply, Way, actions,
    actions::files::{REPLY, THREAD},
    letters::is,
    paths::{
        ReplyEditing, ReplyFile, ReplyFiles, ReplyHide, ThreadEarlier, ThreadEditing, ThreadFile, ThreadFiles,
        ThreadForward, ThreadHide, ThreadOutcome, ThreadPage,
    },
    rules::may_forward,
    store,
    words::T,
};

/// One contribution.
pub struct Post {
    pub id: i64,
    pub author: String,
    /// As what she wrote it.
    pub capacity: String,
    pub href: Option<String>,
    pub when: String,
    pub edited: String,
    /// HTML made by `text::html`.
    pub words: String,
    /// HTML of its files.
    pub files: String,
    /// What of its letter stayed outside, in sentences.
    pub left: Vec<String>,
    pub hidden: String,
    pub helped: bool,
    pub by_mail: bool,
    /// Mark as helpful or not: value and word.
    pub help: Option<(&'static str, &'static str)>,
    pub edit: Option<String>,
    pub hide: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "thread.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    title: String,
    pills: Vec<Pill>,
    facts: Vec<(&'static str, String)>,
    first: Post,
    ways: Vec<String>,
    outcome: Option<(String, String)>,
    owed: Option<String>,
    replies: Vec<Post>,
    once: String,
    /// The fields of one's own answer; empty for those who only read.
    fields: Vec<String>,
    follows: Vec<(&'static str, &'static str, bool)>,
    acts: Vec<(&'static str, String)>,
    show_again: bool,
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: ThreadPage) -> Result<Answer> {
    let place = Place::load(r, p.thread)?;
    page(r, &place, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v, thread) = (T(r.viewer.lang), r.viewer, &place.thread);
    let replies = store::replies::list_replies(r.conn, thread.id)?;
    let asked = store::standing::list_asked(r.conn, &[thread.id])?;
    let mut persons: Vec<_> = replies.iter().filter_map(|y| y.author).chain(thread.author).collect();
    persons.extend(asked.iter().map(|(_, person, _)| *person));
    persons.extend(place.forwards.iter().filter_map(|f| f.by));
    persons.extend(thread.outcome.as_ref().and_then(|o| o.by));
    let at = place.names_at();
    let voices = Voices::of(r, &persons, &at)?;
    let name = |person| voices.face(r, person, &at).name;
    let stood = match v.actor.person {
        Some(person) => store::standing::list_own(r.conn, Id::new(person), &[thread.id])?,
        None => Vec::new(),
    };
    let chose = stood.first().and_then(|s| s.chose);
    let when = |at| i18n::moment_short(v.lang, at, v.today);
    let edited = |at: Option<kernel::Moment>| at.map_or_else(String::new, |at| t.edited_at(when(at)));
    let face = voices.author(r, thread, &at);
    let open = thread.hidden.is_none();
    let mine = ::files::list(r.conn, THREAD, &[thread.id.raw()])?;
    let outside = store::brought::list_left(r.conn, thread.id)?;
    let left = |of: Option<Id<Reply>>, own| left_lines(r, &outside, of, own);
    let ids: Vec<i64> = replies.iter().map(|y| y.id.raw()).collect();
    let theirs = ::files::list(r.conn, REPLY, &ids)?;
    // Whose name a reader does not see, of her he does not learn as what she writes either.
    let as_what = |person: Option<Id<people::Person>>, words: &str| match person {
        Some(person) if voices.names(person, &at) && !words.is_empty() => t.capacity(words),
        _ => String::new(),
    };
    let first = Post {
        id: thread.id.raw(),
        author: face.name,
        capacity: as_what(thread.author, &thread.capacity),
        href: face.href,
        when: when(thread.made_at),
        edited: edited(thread.edited_at),
        words: text::html(&thread.words),
        files: {
            let away = v.link(&ThreadFiles { thread: thread.id });
            let seen: &[_] = if open || place.own || place.leads { &mine } else { &[] };
            let link = |file| v.link(&ThreadFile { thread: thread.id, file });
            ::files::rows(v.lang, seen, link, (place.own || place.leads).then_some(away.as_str()))
        },
        left: if open || place.own || place.leads { left(None, place.own) } else { Vec::new() },
        hidden: thread.hidden.as_ref().map_or_else(String::new, |h| t.hidden_thread(&h.reason)),
        helped: false,
        by_mail: false,
        help: None,
        edit: None,
        hide: None,
    };
    let post = |y: &Reply| {
        let face = voices.face(r, y.author, &at);
        let own = is(y.author, v.actor.person);
        let sees = y.hidden.is_none() || own || place.leads;
        Post {
            id: y.id.raw(),
            author: face.name,
            capacity: as_what(y.author, &y.capacity),
            href: face.href,
            when: when(y.made_at),
            edited: edited(y.edited_at.filter(|_| sees)),
            words: if sees { text::html(&y.words) } else { String::new() },
            files: if sees {
                let away = v.link(&ReplyFiles { reply: y.id });
                let of: Vec<_> = theirs.iter().filter(|file| file.on == y.id.raw()).cloned().collect();
                let link = |file| v.link(&ReplyFile { reply: y.id, file });
                ::files::rows(v.lang, &of, link, (own || place.leads).then_some(away.as_str()))
            } else {
                String::new()
            },
            left: if sees { left(Some(y.id), own) } else { Vec::new() },
            hidden: y.hidden.as_ref().map_or_else(String::new, |h| t.hidden_reply(&h.reason)),
            helped: y.helped_at.is_some(),
            by_mail: y.way == Way::Link,
            help: (place.own && !own && open && y.hidden.is_none()).then(|| match y.helped_at {
                None => ("hilft", t.act_helped()),
                Some(_) => ("hilft-nicht", t.act_helped_not()),
            }),
            edit: (own && open && y.hidden.is_none()).then(|| v.link(&ReplyEditing { reply: y.id })),
            hide: place.leads.then(|| {
                let word = if y.hidden.is_some() { t.act_show_again() } else { t.act_hide() };
                (word, v.link(&ReplyHide { reply: y.id }))
            }),
        }
    };
    let ways = place
        .forwards
        .iter()
        .filter_map(|f| {
            // A network she may not know of is not named.
            let there = place.bodies.get(&f.network)?;
            let line = t.way(there.name_in(v.lang), name(f.by), when(f.at));
            Some(if f.note.is_empty() { line } else { format!("{line} „{}“", f.note) })
        })
        .collect();
    let shown = Shown {
        t,
        crumbs: place.crumbs(r, false),
        summary: form.summary(),
        title: shell::soft(&thread.title),
        pills: pills(t, place),
        facts: facts(r, t, place, asked.iter().map(|(_, person, _)| name(Some(*person))).collect())?,
        first,
        ways,
        outcome: thread.outcome.as_ref().map(|o| (text::html(&o.words), t.outcome_by(name(o.by), when(o.at)))),
        owed: (thread.wants_outcome() && thread.replies > 0 && place.own)
            .then(|| v.link(&ThreadOutcome { thread: thread.id })),
        replies: replies.iter().map(post).collect(),
        once: form.once(),
        fields: if place.speaks { answer_fields(r, place, form)? } else { Vec::new() },
        follows: vec![
            ("verfolgen", t.act_follow(), chose == Some(Chose::Follow)),
            ("stumm", t.act_mute(), chose == Some(Chose::Mute)),
            ("normal", t.act_neither(), chose.is_none()),
        ],
        acts: acts(r, t, place),
        show_again: place.leads && !open,
    };
    let page = place.page(r, "")?;
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// What of a letter stayed outside: for all what it is called, for whoever wrote it why.
pub fn left_lines(r: &Reading<'_>, all: &[(Option<Id<Reply>>, Left)], of: Option<Id<Reply>>, own: bool) -> Vec<String> {
    let t = T(r.viewer.lang);
    let hers = || all.iter().filter(|(reply, _)| *reply == of).map(|(_, left)| left);
    let mut lines: Vec<String> = if own {
        hers().filter_map(|left| Some(t.left_file_why(&left.name, left.why?.reason().text(r.viewer.lang)))).collect()
    } else {
        let names: Vec<&str> = hers().filter(|left| left.why.is_some()).map(|left| left.name.as_str()).collect();
        (!names.is_empty()).then(|| t.left_files(i18n::list_and(r.viewer.lang, &names))).into_iter().collect()
    };
    lines.extend(hers().any(|left| left.why.is_none()).then(|| t.left_cut().to_owned()));
    lines
}

/// The fields of an answer.
pub fn reply_fields(t: T, form: &FormView, confidential: bool) -> Vec<String> {
    let hint = if confidential { t.field_words_confidential() } else { t.field_words_hint() };
    let mut fields = vec![form.text("words", t.field_reply()).lines(6).pasted().hint(hint).to_string()];
    if confidential {
        fields.push(checked_field(t, form));
    }
    fields
}

/// The same with files, and as what she writes, for an answer that is new.
fn answer_fields(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let mut fields = reply_fields(t, form, place.thread.confidential);
    fields.insert(1, ::files::input(t.0, form, t.field_files(), true));
    let home = networks::body_for_program(r.conn, place.thread.body)?;
    fields.extend(seat_field(r, form, &home)?);
    Ok(fields)
}

/// The choice as what she writes, where there is one.
///
/// # Errors
/// When the database cannot be read.
pub fn seat_field(r: &Reading<'_>, form: &FormView, home: &networks::Body) -> Result<Option<String>> {
    let t = T(r.viewer.lang);
    let all = actions::hats::hats(r.conn, &r.viewer.actor, home)?;
    let options: Vec<(String, String)> = all.into_iter().map(|(seat, words)| (seat.to_string(), words)).collect();
    Ok((!options.is_empty()).then(|| form.select("seat", t.field_seat(), options).to_string()))
}

/// The box by which whoever writes says that she has looked for names.
pub fn checked_field(t: T, form: &FormView) -> String {
    form.boxes("checked", t.field_checked(), vec![("ja".to_owned(), t.field_checked_yes().to_owned())]).to_string()
}

fn pills(t: T, place: &Place) -> Vec<Pill> {
    let thread = &place.thread;
    let mut pills = vec![Pill::new("i1", "people", kind_word(t, thread.kind))];
    if thread.confidential {
        pills.push(Pill::new("w1", "lock", t.pill_confidential()));
    }
    if thread.outcome.is_some() {
        pills.push(Pill::new("o1", "check", t.pill_outcome()));
    }
    if thread.hidden.is_some() {
        pills.push(Pill::new("e1", "eye", t.pill_hidden()));
    }
    pills
}

fn facts(r: &Reading<'_>, t: T, place: &Place, asked: Vec<String>) -> Result<Vec<(&'static str, String)>> {
    let (v, thread) = (r.viewer, &place.thread);
    let home = place.body().map_or_else(|| t.home_elsewhere().to_owned(), |b| b.name_in(v.lang).to_owned());
    let mut facts = vec![(t.fact_body(), home), (t.fact_level(), level_word(t, thread.level).to_owned())];
    if let Some(id) = thread.topic
        && let Some(topic) = networks::list_topics(r.conn)?.iter().find(|x| x.id == id)
    {
        facts.push((t.field_topic(), topic_name(r, topic)));
    }
    facts.extend(thread.answer_until.map(|day| (t.field_until(), i18n::day_long(v.lang, day))));
    if !asked.is_empty() {
        facts.push((t.fact_asked(), i18n::list_and(v.lang, &asked)));
    }
    let letters = place.speaks && !thread.confidential;
    if let Some(person) = v.actor.person.filter(|_| letters)
        && place.body().is_some_and(|body| takes_letters(body, place.bodies.get(&thread.network)))
        && let Some(answers) = notices::Answers::load(r.conn)?
    {
        facts.push((t.fact_mail(), answers.address(&answers.tag(thread.id.raw(), Id::new(person)))));
    }
    Ok(facts)
}

fn acts(r: &Reading<'_>, t: T, place: &Place) -> Vec<(&'static str, String)> {
    let (v, id) = (r.viewer, place.thread.id);
    let mut acts = Vec::new();
    let open = place.thread.hidden.is_none();
    if open && (place.own || place.leads) {
        let word = if place.thread.outcome.is_some() { t.act_outcome_change() } else { t.act_outcome() };
        acts.push((word, v.link(&ThreadOutcome { thread: id })));
        acts.push((if place.own { t.act_edit() } else { t.act_sort() }, v.link(&ThreadEditing { thread: id })));
    }
    let sensitive = place.body().is_none_or(|b| b.sensitive);
    if open
        && !sensitive
        && place.body().is_some_and(|home| may_forward(&v.actor, &place.thread, home).is_ok())
        && v.actor.networks().len() > 1
    {
        acts.push((t.act_forward(), v.link(&ThreadForward { thread: id })));
    }
    if place.thread.edited_at.is_some() || place.thread.replies > 0 {
        acts.push((t.earlier_title(), v.link(&ThreadEarlier { thread: id })));
    }
    if open && place.leads {
        acts.push((t.act_hide(), v.link(&ThreadHide { thread: id })));
    }
    acts
}

/// Takes an answer, a mark, or what she chose.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn act(w: &Writing<'_>, p: ThreadPage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let by = &w.viewer.actor;
    let there = w.viewer.link(&p);
    let reply = || w.ask.field("antwort").parse::<Id<Reply>>().map_err(|()| Error::NotFound);
    let choose = |chose, note: &str| {
        actions::choose(w.tx, by, p.thread, chose).map(|()| Answer::to(there.clone()).with_note(note))
    };
    match w.ask.field("tat") {
        "verfolgen" => return choose(Some(Chose::Follow), t.note_follows()),
        "stumm" => return choose(Some(Chose::Mute), t.note_muted()),
        "normal" => return choose(None, t.note_neither()),
        "gelesen" => {
            actions::mark_read(w.tx, by, &[p.thread.raw()])?;
            return Ok(Answer::to(there).with_note(t.note_read()));
        }
        "zeigen" => {
            actions::show_thread(w.tx, by, p.thread)?;
            return Ok(Answer::to(there).with_note(t.note_shown()));
        }
        "hilft" | "hilft-nicht" => {
            actions::mark_helped(w.tx, by, reply()?, w.ask.field("tat") == "hilft")?;
            return Ok(Answer::to(there).with_note(t.note_helped()));
        }
        _ => {}
    }
    let place = Place::load(&r, p.thread)?;
    let mut fields = Fields::of(w.ask);
    let words = fields.text("words", crate::rules::WORDS_MOST);
    let mut problems = fields.problems;
    let files = ::files::brought(w.ask).unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    let again = |mut found: Vec<Problem>| {
        ::files::choose_again(w.ask, &mut found);
        page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
    };
    if !problems.is_empty() {
        return again(problems);
    }
    let with = (files.as_slice(), super::form::chosen(w.ask.field("seat"))?);
    match actions::reply_with(w.tx, by, p.thread, (&words, Way::Page), w.ask.ticked("checked"), with) {
        Ok(_) => Ok(Answer::to(there).with_note(t.note_replied())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(shell::problems(fault, "words", &[])?),
        Err(other) => Err(other),
    }
}
