//! P34: the pack for a sitting, on one page that prints: what matters on its agenda, the line to follow, what colleagues give
//! along, what else applies to its topics, what was raised, and the last report. It is one page without anything to load later, so that it can
//! be read without a net once it is open.

use kernel::{Error, Result};
use networks::shell::{self, Pill};
use papers::{Fact, Format, Paper};
use web::{Answer, FormView, Reading, Wanted, Writing};

use super::{
    body::list_raised,
    part_word,
    place::{Place, Sitting},
    session::item_row,
    view::{Block, Line, Section, View, lines, plain},
};
use crate::{
    Item, Note, Part, Report, ReportState, Session, actions,
    paths::{Briefing, BriefingPaper, RaisedNew, ReportForm, ReportPage, SessionPage},
    rules::notes_open,
    store::{raised, reports, sessions},
    words::T,
};

/// The section with the button of whoever cannot come.
const AWAY: &str = "verhindert";
/// The most things from elsewhere a pack holds: it is to fit on two pages.
const RELEVANT: usize = 12;

/// The page.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] but for the delegation's own.
pub fn show(r: &Reading<'_>, p: Briefing) -> Result<Answer> {
    page(r, &p, &FormView::new(r.viewer.lang, &[]))
}

fn page(r: &Reading<'_>, p: &Briefing, form: &FormView) -> Result<Answer> {
    let (place, session) = inner(r, p)?;
    let mut view = built(r, &place, &session, form)?;
    let file = |format| r.viewer.link(&BriefingPaper { mandate: p.mandate, session: p.session, format });
    let t = T(r.viewer.lang);
    let ways = vec![(t.letter_pdf().to_owned(), file(Format::Pdf)), (t.letter_word().to_owned(), file(Format::Docx))];
    view.section("datei", t.briefing_file(), Block::Ways(ways));
    let made = place.page(r, t.briefing_page());
    view.answer(r, if form.is_refused() { made.refused() } else { made })
}

/// The delegation and the sitting, for those who read what is the delegation's own.
fn inner(r: &Reading<'_>, p: &Briefing) -> Result<(Place, Session)> {
    let place = Place::load(r, p.mandate)?;
    let session = place.session(r, p.session)?;
    if place.stance.inner { Ok((place, session)) } else { Err(Error::Denied(None)) }
}

/// The same as a file, to be read without a net or taken along on paper.
///
/// # Errors
/// As [`show`].
pub fn paper(r: &Reading<'_>, p: BriefingPaper) -> Result<Answer> {
    let (place, session) = inner(r, &Briefing { mandate: p.mandate, session: p.session })?;
    let view = built(r, &place, &session, &FormView::new(r.viewer.lang, &[]))?;
    let author = place.sender_name(r);
    let mut paper = Paper::new(r.viewer.lang, view.title, author, r.viewer.today).about(view.lead);
    for (_, _, note) in view.notes {
        paper = paper.with(papers::Block::Note(note.into()));
    }
    for section in view.sections.into_iter().filter(|section| section.id != AWAY) {
        paper = paper.heading(1, section.title);
        for block in section.blocks {
            paper = on_paper(paper, block);
        }
    }
    Ok(Answer::paper(paper, p.format))
}

/// A part of the page on paper: what is to be typed or clicked stays away.
fn on_paper(paper: Paper, block: Block) -> Paper {
    let row = |line: Line| {
        let more: Vec<String> = line.details.into_iter().filter(|d| !d.is_empty()).collect();
        if more.is_empty() { line.title } else { format!("{} ({})", line.title, more.join(", ")) }
    };
    match block {
        Block::Text(all) => all.into_iter().fold(paper, Paper::text),
        Block::Empty(title, _) => paper.text(title),
        Block::Facts(all) | Block::FoldFacts(_, all) => {
            let facts = all.into_iter().map(|(name, value, _)| Fact::new(name, value)).collect();
            paper.with(papers::Block::Facts(facts))
        }
        Block::Rows(all) | Block::Fold(_, all) => paper.list(false, all.into_iter().map(row)),
        Block::Html(_) | Block::Ways(_) | Block::Form(..) => paper,
    }
}

fn built(r: &Reading<'_>, place: &Place, session: &Session, form: &FormView) -> Result<View> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let items = sessions::list_items(r.conn, session.id)?;
    let mut view = View::new(v.lang, t.briefing_title(&session.title)).of(form);
    view.crumbs = place.crumbs(r, true);
    view.lead = place.receiver.name_in(v.lang).to_owned();
    view.pills.push(Pill::new("", "lock", t.level_delegation()));
    if session.called_off {
        view.notes.push(("w1", "warning", t.called_off_note().to_owned()));
    }
    let report = reports::find_report_of(r.conn, &v.actor, session.id, place.it.seat)?;
    view.acts = acts(r, place, session, report.as_ref());
    if report.as_ref().is_some_and(|it| it.away_at.is_some()) {
        view.notes.push(("i1", "person", t.away_note().to_owned()));
    }
    view.section("angaben", t.about_title(), Block::Facts(facts(r, place, session)?));
    view.sections.push(agenda(r, session, &items));
    view.section("auftrag", t.instruction_title(), Block::Text(lines(&place.it.detail.instruction)));
    view.sections.push(notes(r, place, session, form)?);
    view.section("dazu", t.relevant_title(), Block::Rows(applies(r, place, &items)?));
    let open = raised::list_into(r.conn, &v.actor, place.it.receiver)?.into_iter().filter(|it| !it.state.is_final());
    view.section("eingebracht", t.raised_open_title(), Block::Rows(list_raised(r, &open.collect::<Vec<_>>())?));
    if let Some(section) = last(r, place, session)? {
        view.sections.push(section);
    }
    if place.stance.sits
        && !session.called_off
        && session.starts_at > v.now
        && report.is_none_or(|it| it.away_at.is_none())
    {
        let buttons = vec![("tat", "verhindert".to_owned(), t.away_submit().to_owned(), false)];
        view.sections.push(
            Section::new(AWAY, t.away_title(), Block::Text(vec![t.away_text().to_owned()]))
                .with(Block::Form(Vec::new(), buttons)),
        );
    }
    Ok(view)
}

fn acts(r: &Reading<'_>, place: &Place, session: &Session, report: Option<&Report>) -> Vec<(String, String)> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut acts = Vec::new();
    if let Some(filed) = report.filter(|it| it.state == ReportState::Filed) {
        acts.push((t.report_read().to_owned(), v.link(&ReportPage { report: filed.id })));
    } else if place.stance.acts && session.starts_at <= v.now && !session.called_off {
        let form = ReportForm { mandate: place.it.id, session: session.id };
        acts.push((t.act_report().to_owned(), v.link(&form)));
    }
    acts.push((t.agenda_mark().to_owned(), v.link(&SessionPage { session: session.id })));
    if place.stance.acts {
        acts.push((t.raise_title().to_owned(), v.link(&RaisedNew { mandate: place.it.id })));
    }
    acts
}

fn facts(r: &Reading<'_>, place: &Place, session: &Session) -> Result<Vec<super::view::Fact>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let sitting = Sitting::load(r, &[place.it.seat], &[])?;
    let mut facts = vec![plain(t.fact_when(), i18n::moment_long(v.lang, session.starts_at))];
    if !session.place.is_empty() {
        facts.push(plain(t.fact_where(), session.place.clone()));
    }
    facts.push(plain(t.fact_who(), sitting.words(t, place.it.seat)));
    facts.extend(sitting.stand_ins(t, place.it.seat).map(|names| plain(t.fact_stand_in(), names)));
    facts.push(plain(t.fact_sender(), place.sender_name(r)));
    Ok(facts)
}

/// What matters, and the rest folded away.
fn agenda(r: &Reading<'_>, session: &Session, items: &[Item]) -> Section {
    let t = T(r.viewer.lang);
    if items.is_empty() {
        return Section::new("tagesordnung", t.agenda_title(), Block::Empty(t.agenda_empty(), t.agenda_empty_text()));
    }
    let (matters, rest): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|it| it.relevant);
    let rows = |all: Vec<&Item>| all.into_iter().map(|it| item_row(t, it)).collect::<Vec<Line>>();
    let href = r.viewer.link(&SessionPage { session: session.id });
    let first = if matters.is_empty() {
        Block::Rows(vec![Line { title: t.nothing_marked().to_owned(), href, ..Line::default() }])
    } else {
        Block::Rows(rows(matters))
    };
    let section = Section::new("tagesordnung", t.agenda_title(), first);
    if rest.is_empty() { section } else { section.with(Block::Fold(t.agenda_rest(rest.len()), rows(rest))) }
}

/// What colleagues give along, and the form for it until the day before.
fn notes(r: &Reading<'_>, place: &Place, session: &Session, form: &FormView) -> Result<Section> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let all = sessions::list_notes(r.conn, &v.actor, session.id, place.it.seat)?;
    let persons: Vec<_> = all.iter().filter_map(|n| n.person).collect();
    let names = Sitting::load(r, &[], &persons)?;
    let open = !session.called_off && notes_open(session.day(), v.today);
    let row = |note: &Note| {
        let own = note.person.is_some() && note.person.map(kernel::Id::raw) == v.actor.person;
        let who = note.person.and_then(|p| names.name(p)).unwrap_or_else(|| t.somebody().to_owned());
        Line {
            title: note.text.clone(),
            details: vec![who, i18n::day_medium(v.lang, note.made_at.day())],
            button: (own && open).then(|| (t.note_drop().to_owned(), note.id.to_string())),
            ..Line::default()
        }
    };
    let mut section = Section::new(
        "mitgegeben",
        t.notes_title(),
        if all.is_empty() {
            Block::Text(vec![if open { t.notes_empty() } else { t.notes_none() }.to_owned()])
        } else {
            Block::Rows(all.iter().map(row).collect())
        },
    );
    if open {
        let until = i18n::day_long(v.lang, session.day().previous());
        let hint = t.notes_hint(until);
        let field = form.text("text", t.notes_field()).hint(&hint).lines(3).to_string();
        let buttons = vec![("tat", "mitgeben".to_owned(), t.notes_submit().to_owned(), true)];
        section = section.with(Block::Form(vec![field], buttons));
    }
    Ok(section)
}

/// Whatever else applies to what matters, asked of all slices: resolutions, positions, tasks. The topics are those of the
/// vocabulary the items speak of; where they speak of none, those of the body that sits.
fn applies(r: &Reading<'_>, place: &Place, items: &[Item]) -> Result<Vec<Line>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let matters: Vec<&Item> = items.iter().filter(|it| it.relevant).collect();
    if matters.is_empty() {
        return Ok(Vec::new());
    }
    let topics = topics(r, place, &matters)?;
    let mut bodies = vec![place.it.sender.raw(), place.it.network.raw()];
    bodies.dedup();
    let wanted = Wanted {
        bodies,
        topics: topics.iter().map(|topic| topic.id.raw()).collect(),
        topic_names: topics.iter().map(|topic| topic.name.clone()).collect(),
        texts: matters.iter().map(|it| it.title.clone()).collect(),
    };
    let mut rows = Vec::new();
    for ask in r.site.slices().iter().filter_map(|slice| slice.relevant) {
        for card in ask(r, &wanted)? {
            let kind = r.site.kinds().find(|kind| kind.name == card.kind).map(|kind| (kind.label)(v.lang).to_owned());
            let item = matters.iter().find(|it| web::matching(&it.title, &card.title)).map(|it| t.about_item(it.place));
            rows.push(Line {
                title: card.title,
                href: card.url,
                details: [kind, Some(card.detail), item].into_iter().flatten().filter(|d| !d.is_empty()).collect(),
                ..Line::default()
            });
        }
    }
    rows.truncate(RELEVANT);
    Ok(rows)
}

fn topics(r: &Reading<'_>, place: &Place, matters: &[&Item]) -> Result<Vec<networks::Topic>> {
    let mut spoken = networks::list_topics(r.conn)?;
    spoken.retain(|topic| matters.iter().any(|it| web::speaks_of(&it.title, &topic.name)));
    if !spoken.is_empty() {
        return Ok(spoken);
    }
    let of = networks::list_topics_of(r.conn, &r.viewer.actor, &[place.it.receiver])?;
    Ok(of.into_iter().map(|(_, topic)| topic).collect())
}

/// The last report of this seat.
fn last(r: &Reading<'_>, place: &Place, session: &Session) -> Result<Option<Section>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let found = reports::find_last(r.conn, &v.actor, place.it.seat, session.starts_at)?;
    Ok(found.map(|(report, of)| {
        let parts = Part::ALL.iter().filter(|part| !report.text.part(**part).is_empty());
        let mut facts: Vec<_> = parts.map(|part| plain(part_word(t, *part), report.text.part(*part))).collect();
        if !report.text.confidential.is_empty() {
            facts.push(plain(t.part_confidential(), report.text.confidential.clone()));
        }
        Section::new("bericht", t.last_report(i18n::day_medium(v.lang, of.day())), Block::Facts(facts))
    }))
}

/// Gives something along, takes it back, or says that she cannot come.
///
/// # Errors
/// As [`actions::give_along`], [`actions::drop_note`] and [`actions::away`].
pub fn act(w: &Writing<'_>, p: Briefing) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (by, base) = (&w.viewer.actor, &w.site.outside().base_url);
    let here = w.viewer.link(&Briefing { mandate: p.mandate, session: p.session });
    if let Ok(note) = w.ask.field("zeile").parse() {
        Place::load(&r, p.mandate)?;
        return match actions::drop_note(w.tx, by, note) {
            Ok(()) => Ok(Answer::to(here).with_note(t.note_dropped())),
            Err(fault) => page(&r, &p, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "text", &[])?)),
        };
    }
    let (done, note) = if w.ask.field("tat") == "verhindert" {
        (actions::away(w.tx, by, p.mandate, p.session, base), t.note_away())
    } else {
        let text = w.ask.field("text");
        (actions::give_along(w.tx, by, p.mandate, p.session, text).map(drop), t.note_given())
    };
    match done {
        Ok(()) => Ok(Answer::to(here).with_note(note)),
        Err(fault) => page(&r, &p, &FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "text", &[])?)),
    }
}
