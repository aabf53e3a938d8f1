//! `/uebergaben/{handover}`: what is entered for the day, what whoever leaves still does, and the letter to print.

use askama::Template;
use kernel::{Error, Id, Result};
use papers::{Format, Paper};
use people::Post;
use web::{Answer, FormView, Leaving, Page, Passing, Reading, Writing};

use super::{Preview, crumbs, next};
use crate::{
    Handover, HandoverState,
    actions::{may_hand_over, take_back_handover},
    letters,
    pages::shared::Pill,
    paths::{HandoverBack, HandoverLetter, HandoverNext, HandoverPage, HandoverPaper, OrganisationPage, PostHandover},
    store::handovers,
    words::T,
};

/// Something she does before she goes.
struct Task {
    word: String,
    why: &'static str,
    href: String,
    pill: Pill,
}

#[derive(Template)]
#[template(path = "handover_shown.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    lead: String,
    pill: Pill,
    facts: Vec<(&'static str, String)>,
    tasks: Vec<Task>,
    lists: Vec<(&'static str, &'static str, Vec<Passing>)>,
    /// The letter in each form: word and address.
    letters: Vec<(&'static str, String)>,
    back_action: Option<(String, String)>,
    /// Where somebody is named who comes.
    next: Option<String>,
    back: String,
}

/// A handover and what it is about.
struct Ground {
    row: Handover,
    post: Post,
    words: String,
    leaver: bool,
    may: bool,
}

impl Ground {
    /// The handover, for whoever leaves, whoever comes, and whoever may enter one; nobody else knows of it.
    fn load(r: &Reading<'_>, id: Id<Handover>) -> Result<Self> {
        let row = handovers::find_handover(r.conn, id)?;
        let tenure = people::find_tenure(r.conn, row.tenure)?;
        let (actor, me) = (&r.viewer.actor, r.viewer.actor.person);
        let may = may_hand_over(r.conn, actor, &tenure).is_ok();
        let leaver = me == Some(row.leaver.raw());
        let comes = me.is_some() && me == row.successor.map(Id::raw);
        if !(may || leaver || comes) || row.state == HandoverState::Withdrawn {
            return Err(Error::NotFound);
        }
        let post = people::find_post(r.conn, row.post)?;
        Ok(Self { words: letters::post_words(r.conn, &post)?, row, post, leaver, may })
    }

    fn leaving(&self) -> Leaving {
        Leaving { post: self.row.post.raw(), person: self.row.leaver.raw(), day: self.row.day }
    }

    /// The lists as they were decided: what does not end with it, stays.
    fn preview(&self, r: &Reading<'_>) -> Result<Preview> {
        self.decided(r, Preview::load(r, &self.leaving())?)
    }

    fn decided(&self, r: &Reading<'_>, mut all: Preview) -> Result<Preview> {
        let ended: Vec<i64> = handovers::ends_of(r.conn, self.row.id)?.iter().map(|(id, _)| id.raw()).collect();
        let (ends, goes_on): (Vec<_>, Vec<_>) =
            all.ends.into_iter().partition(|p| p.number.is_none_or(|id| ended.contains(&id)));
        all.ends = ends;
        all.stays.extend(goes_on);
        Ok(all)
    }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`].
pub fn show(r: &Reading<'_>, p: HandoverPage) -> Result<Answer> {
    page(r, p.handover, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, id: Id<Handover>, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let ground = Ground::load(r, id)?;
    let (row, preview) = (&ground.row, ground.preview(r)?);
    let planned = row.state == HandoverState::Planned && row.day > v.today;
    let successor = match row.successor {
        Some(id) => name(r, id)?,
        None => t.handover_nobody().to_owned(),
    };
    let facts = vec![
        (t.handover_leaver(), name(r, row.leaver)?),
        (t.handover_last(), i18n::day_long(v.lang, row.day.previous())),
        (t.handover_comes(), successor),
        (t.handover_first(), i18n::day_long(v.lang, row.day)),
    ];
    let shown = Shown {
        t,
        crumbs: crumbs(r, &ground.post)?,
        summary: form.summary(),
        lead: ground.words.clone(),
        pill: if planned {
            Pill::new("ends", "clock", t.handover_planned())
        } else {
            Pill::new("o1", "check", t.handover_done())
        },
        facts,
        tasks: if ground.leaver { tasks(r, &ground)? } else { Vec::new() },
        lists: vec![
            (t.handover_passes(), t.handover_passes_none(), preview.passes),
            (t.handover_ends(), t.handover_ends_none(), preview.ends),
            (t.handover_stays(), t.handover_stays_none(), preview.stays),
        ],
        letters: vec![
            (t.handover_letter_pdf(), v.link(&HandoverPaper { handover: id, format: Format::Pdf })),
            (t.handover_letter_word(), v.link(&HandoverPaper { handover: id, format: Format::Docx })),
            (t.handover_letter(), v.link(&HandoverLetter { handover: id })),
        ],
        back_action: (planned && ground.may).then(|| (v.link(&HandoverBack { handover: id }), form.once())),
        next: next::is_open(r, row)?.then(|| v.link(&HandoverNext { handover: id })),
        back: v.link(&OrganisationPage { organisation: ground.post.organisation }),
    };
    let page = Page::new(format!("{}: {}", t.handover_page(), ground.words)).nav("networks");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

/// The name of one of the two. Whoever sees the handover at all has to know between whom it is.
fn name(r: &Reading<'_>, person: Id<people::Person>) -> Result<String> {
    Ok(people::find_person(r.conn, person)?.name().full())
}

/// What whoever leaves does before she goes, each derived from how things stand.
fn tasks(r: &Reading<'_>, ground: &Ground) -> Result<Vec<Task>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let task = |word: String, why, href, done: bool| Task {
        word,
        why,
        href,
        pill: if done { Pill::new("o1", "check", t.first_done()) } else { Pill::new("w1", "clock", t.first_open()) },
    };
    let of = people::find_organisation(r.conn, ground.post.organisation)?;
    // An address of the office stays with the office, and with it whoever only signs in through it.
    let domain = |mail: &str| mail.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase());
    let offices: Vec<String> = [&ground.post.mail, &of.mail].into_iter().flatten().filter_map(|m| domain(m)).collect();
    let leaver = ground.row.leaver;
    let at_office = accounts::account_of(r.conn, leaver)?
        .and_then(|a| domain(&a.mail))
        .is_some_and(|own| offices.iter().any(|office| own == *office || own.ends_with(&format!(".{office}"))));
    let own_way = !at_office || accounts::factors_of(r.conn, leaver)?.any();
    let asked = crate::asked(r.conn, &v.actor)?;
    Ok(vec![
        task(
            t.handover_task_mail().to_owned(),
            t.handover_task_mail_why(),
            v.link(&accounts::paths::DevicesPage {}),
            own_way,
        ),
        task(
            t.handover_task_answers(asked.len()),
            t.handover_task_answers_why(),
            asked.first().map_or_else(|| v.link(&"/"), |h| v.link(&crate::paths::SeatAnswer { seat: h.seat.id })),
            asked.is_empty(),
        ),
        task(
            t.handover_task_next().to_owned(),
            t.handover_task_next_why(),
            v.link(&PostHandover { post: ground.post.id }),
            ground.row.successor.is_some(),
        ),
    ])
}

/// What the letter says, in whichever form it goes out.
struct Said {
    /// Who goes and who comes.
    opening: Vec<String>,
    /// Sentences with what passes and what ends; those with nothing are left out.
    lists: Vec<(&'static str, Vec<String>)>,
    /// How the post is reached.
    closing: Option<String>,
}

fn said(r: &Reading<'_>, ground: &Ground) -> Result<Said> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let seats = super::passing(r.conn, v, &ground.leaving())?;
    let others = ground.preview(r)?.passes.into_iter().filter(|it| !seats.contains(it));
    // When each is due is a matter of the day somebody looks.
    let others = others.filter(|it| !it.quiet).map(|it| it.title).collect::<Vec<_>>();
    let preview = ground.decided(r, Preview::of(seats))?;
    let row = &ground.row;
    let (last, first) = (i18n::day_long(v.lang, row.day.previous()), i18n::day_long(v.lang, row.day));
    let leaver = name(r, row.leaver)?;
    let next = match row.successor {
        Some(id) => t.handover_paper_comes(name(r, id)?, first),
        None => t.handover_paper_nobody(first),
    };
    let lines = |all: &[Passing]| {
        all.iter().filter(|p| !p.quiet).map(|p| format!("{}, {}", p.title, p.detail)).collect::<Vec<_>>()
    };
    let mut lists = vec![
        (t.handover_paper_passes(), lines(&preview.passes)),
        (t.handover_paper_tasks(), others),
        (t.handover_paper_ends(), lines(&preview.ends)),
    ];
    lists.retain(|(_, lines)| !lines.is_empty());
    Ok(Said {
        opening: vec![t.handover_paper_leaves(leaver, &ground.words, last), next],
        lists,
        closing: ground.post.mail.as_ref().map(|mail| t.handover_paper_mail(mail.as_str())),
    })
}

/// The letter as text, to send by mail.
///
/// # Errors
/// [`Error::NotFound`].
pub fn letter(r: &Reading<'_>, p: HandoverLetter) -> Result<Answer> {
    let said = said(r, &Ground::load(r, p.handover)?)?;
    let mut parts = said.opening;
    parts.extend(said.lists.iter().map(|(heading, lines)| format!("{heading}\n- {}", lines.join("\n- "))));
    parts.extend(said.closing);
    let mut answer = Answer::data("text/plain; charset=utf-8", format!("{}\n", parts.join("\n\n")).into_bytes());
    answer.download = Some(T(r.viewer.lang).handover_paper_file().to_owned());
    Ok(answer)
}

/// The letter as a file, to print or to write on.
///
/// # Errors
/// [`Error::NotFound`].
pub fn paper(r: &Reading<'_>, p: HandoverPaper) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let ground = Ground::load(r, p.handover)?;
    let said = said(r, &ground)?;
    let of = people::find_organisation(r.conn, ground.post.organisation)?;
    let mut paper = Paper::new(v.lang, t.handover_page(), of.name, v.today).about(ground.words.as_str());
    for sentence in said.opening {
        paper = paper.text(sentence);
    }
    for (heading, lines) in said.lists {
        paper = paper.text(heading).list(false, lines);
    }
    if let Some(sentence) = said.closing {
        paper = paper.text(sentence);
    }
    Ok(Answer::paper(paper, p.format))
}

/// Takes it back before its day.
///
/// # Errors
/// As [`take_back_handover`].
pub fn take_back(w: &Writing<'_>, p: HandoverBack) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let ground = Ground::load(&r, p.handover)?;
    match take_back_handover(w.tx, &w.viewer.actor, p.handover) {
        Ok(()) => {
            // Both were told of it, so both are told that it is off.
            for person in ground.row.successor.into_iter().chain([ground.row.leaver]) {
                let told = crate::actions::reached(w.tx, person)?;
                if let Some(to) = told.filter(|_| w.viewer.actor.person != Some(person.raw())) {
                    let letter = letters::handover_off(to.lang, to.mail, &ground.words);
                    w.tx.post(&db::OutMail { person: Some(person.raw()), ..letter })?;
                }
            }
            Ok(Answer::to(w.viewer.link(&OrganisationPage { organisation: ground.post.organisation }))
                .with_note(t.handover_taken_back()))
        }
        Err(Error::Rule(reason)) => {
            let problems = vec![kernel::Problem { field: "", reason }];
            page(&r, p.handover, &FormView::kept(w.viewer.lang, w.ask, problems))
        }
        Err(other) => Err(other),
    }
}
