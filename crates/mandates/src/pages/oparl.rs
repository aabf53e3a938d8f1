//! Sittings out of a council information system: the address, how far reading is, what would come, and taking it.

use fetch::Refused;
use kernel::{Error, Id, Result};
use networks::{Body, shell, shell::Pill};
use web::{Answer, FormView, Page, Reading, Writing};

use super::{
    place::{body_crumbs, body_row, edited},
    view::{Block, Line, Section, View, plain},
};
use crate::{
    OparlSource, OparlTrouble, Session, SourceState, actions,
    actions::oparl::{Coming, coming},
    oparl::{Fate, MeetingRead},
    paths::{BodyMandates, OparlPage, SessionPage},
    store::oparl as store,
    words::T,
};

/// How many sittings are shown of what would come.
const SHOWN: usize = 60;

/// The page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who enter the sittings of that body.
pub fn show(r: &Reading<'_>, p: OparlPage) -> Result<Answer> {
    page(r, p.body, None)
}

fn page(r: &Reading<'_>, id: Id<Body>, sent: Option<&FormView>) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let (body, network) = edited(r, id)?;
    let side = actions::oparl::side(r.conn, &v.actor, id)?;
    let source = store::find_source(r.conn, id, side)?;
    let mut view = View::new(v.lang, t.oparl_title());
    view.crumbs = body_crumbs(r, &body, network.as_ref(), true)?;
    view.lead = body.name_in(v.lang).to_owned();
    if let Some(source) = &source {
        stands(r, &mut view, source)?;
    }
    let url = source.as_ref().map_or("", |s| s.url.as_str());
    let fresh = FormView::new(v.lang, &[("url", url)]);
    let form = sent.unwrap_or(&fresh);
    if source.as_ref().is_none_or(|s| s.state != SourceState::Reading) {
        view.sections.push(address(t, form, source.is_some()));
    }
    view = view.of(form);
    view.back = Some((t.oparl_back(), v.link(&BodyMandates { body: id })));
    let made = Page::new(format!("{}: {}", t.oparl_title(), body.name_in(v.lang))).nav("networks");
    let made = body_row(r, made, &body, network.as_ref())?;
    view.answer(r, if form.is_refused() { made.refused() } else { made })
}

fn address(t: T, form: &FormView, again: bool) -> Section {
    let field = form.text("url", t.oparl_url()).hint(t.oparl_url_hint()).kind("url").to_string();
    let word = if again { t.oparl_again() } else { t.oparl_read() };
    let buttons = vec![("tat", "lesen".to_owned(), word.to_owned(), !again)];
    Section::new("adresse", t.oparl_address(), Block::Form(vec![field], buttons))
}

/// How far it is, in words, and what can be done.
fn stands(r: &Reading<'_>, view: &mut View, source: &OparlSource) -> Result<()> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    match source.state {
        SourceState::Reading => {
            let read = store::list_pages(r.conn, source.id)?.iter().filter(|(_, _, done)| *done).count();
            view.notes.push(("i1", "clock", t.oparl_reading(read)));
            view.acts.push((t.oparl_look().to_owned(), v.link(&OparlPage { body: source.receiver })));
        }
        SourceState::Failed => {
            let why = source.trouble.as_ref().map_or_else(|| t.trouble_oparl().to_owned(), |why| words(t, why));
            view.notes.push(("w1", "warning", t.oparl_failed(why)));
        }
        SourceState::Choose => view.sections.push(choices(r, source)?),
        SourceState::Ready => preview(r, view, source)?,
        SourceState::Taken => {
            let at = source.taken_at.map_or_else(String::new, |at| i18n::moment_long(v.lang, at));
            view.notes.push(("o1", "check", t.oparl_taken(at)));
        }
    }
    Ok(())
}

/// Why reading stopped, in a sentence.
fn words(t: T, why: &OparlTrouble) -> String {
    match why {
        OparlTrouble::Refused(Refused::Address) => t.trouble_address().to_owned(),
        OparlTrouble::Refused(Refused::Private) => t.trouble_private().to_owned(),
        OparlTrouble::Refused(Refused::Unknown) => t.trouble_unknown().to_owned(),
        OparlTrouble::Refused(Refused::Unreachable) => t.trouble_unreachable().to_owned(),
        OparlTrouble::Refused(Refused::Slow) => t.trouble_slow().to_owned(),
        OparlTrouble::Refused(Refused::Large) => t.trouble_large().to_owned(),
        OparlTrouble::Refused(Refused::Redirect) => t.trouble_redirect().to_owned(),
        OparlTrouble::Refused(Refused::Elsewhere) => t.trouble_elsewhere().to_owned(),
        OparlTrouble::Refused(Refused::Status(code)) => t.trouble_status(code.to_string()),
        OparlTrouble::NotJson => t.trouble_json().to_owned(),
        OparlTrouble::NotOparl => t.trouble_oparl().to_owned(),
        OparlTrouble::Field(name) => t.trouble_field(name),
        OparlTrouble::TooMany => t.trouble_many().to_owned(),
        OparlTrouble::TooManyPages => t.trouble_pages().to_owned(),
        OparlTrouble::Cycle => t.trouble_cycle().to_owned(),
    }
}

fn choices(r: &Reading<'_>, source: &OparlSource) -> Result<Section> {
    let t = T(r.viewer.lang);
    let all = store::list_choices(r.conn, source.id)?;
    let options = all.into_iter().map(|(place, it)| (place.to_string(), it.name)).collect();
    let form = FormView::new(r.viewer.lang, &[]);
    let field = form.select("gremium", t.oparl_choose(), options).to_string();
    let buttons = vec![("tat", "waehlen".to_owned(), t.oparl_choose_submit().to_owned(), true)];
    Ok(Section::new("wahl", t.oparl_choose_title(), Block::Form(vec![field], buttons)))
}

/// What would come, before anything does.
fn preview(r: &Reading<'_>, view: &mut View, source: &OparlSource) -> Result<()> {
    let t = T(r.viewer.lang);
    let Coming { mut read, gone } = coming(r.conn, source)?;
    read.sort_by_key(|(it, becomes, _)| (*becomes, it.starts_at));
    let count = |wanted: Fate| read.iter().filter(|(_, becomes, _)| *becomes == wanted).count();
    let off = count(Fate::Off) + gone.len();
    let facts = vec![
        plain(t.oparl_objects(), source.objects.to_string()),
        plain(t.fate_new(), count(Fate::New).to_string()),
        plain(t.fate_changed(), count(Fate::Changed).to_string()),
        plain(t.fate_off(), off.to_string()),
        plain(t.fate_same(), count(Fate::Same).to_string()),
        plain(t.fate_left(), count(Fate::Left).to_string()),
    ];
    let mut section = Section::new("vorschau", t.oparl_preview(), Block::Facts(facts));
    let mut rows: Vec<Line> = read
        .iter()
        .filter(|(_, becomes, _)| matches!(becomes, Fate::New | Fate::Changed | Fate::Off))
        .map(|(it, becomes, known)| row(r, it, *becomes, known.as_ref()))
        .collect();
    rows.extend(gone.iter().map(|session| gone_row(r, session)));
    let more = rows.len().saturating_sub(SHOWN);
    rows.truncate(SHOWN);
    if rows.is_empty() {
        section = section.with(Block::Empty(t.oparl_nothing(), t.oparl_nothing_text()));
    } else {
        section = section.with(Block::Rows(rows));
        if more > 0 {
            section = section.with(Block::Text(vec![t.oparl_more(more)]));
        }
        let version = format!("<input type=\"hidden\" name=\"version\" value=\"{}\">", source.version);
        let buttons = vec![("tat", "uebernehmen".to_owned(), t.oparl_take().to_owned(), true)];
        section = section.with(Block::Form(vec![version], buttons));
    }
    view.sections.push(section);
    Ok(())
}

fn pill(t: T, becomes: Fate) -> Pill {
    match becomes {
        Fate::New => Pill::new("o1", "check", t.fate_new()),
        Fate::Changed => Pill::new("i1", "clock", t.fate_changed()),
        Fate::Off => Pill::new("w1", "cross", t.fate_off()),
        Fate::Same | Fate::Left => Pill::new("", "check", t.fate_same()),
    }
}

fn row(r: &Reading<'_>, it: &MeetingRead, becomes: Fate, known: Option<&Session>) -> Line {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let at = it.starts_at.map(|at| i18n::moment_long(v.lang, at));
    let before = known.filter(|s| it.starts_at.is_some_and(|at| at != s.starts_at));
    let before = before.map(|s| t.oparl_before(i18n::moment_long(v.lang, s.starts_at)));
    let items = (!it.items.is_empty()).then(|| t.oparl_items(it.items.len()));
    Line {
        title: if it.title.is_empty() { t.session_word().to_owned() } else { it.title.clone() },
        href: known.map_or_else(String::new, |s| v.link(&SessionPage { session: s.id })),
        details: [at, before, Some(it.place.clone()).filter(|p| !p.is_empty()), items].into_iter().flatten().collect(),
        pills: vec![pill(t, becomes)],
        ..Line::default()
    }
}

fn gone_row(r: &Reading<'_>, session: &Session) -> Line {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    Line {
        title: session.title.clone(),
        href: v.link(&SessionPage { session: session.id }),
        details: vec![i18n::moment_long(v.lang, session.starts_at), t.oparl_gone().to_owned()],
        pills: vec![pill(t, Fate::Off)],
        ..Line::default()
    }
}

/// Has the sittings read, chooses a body, or takes what was read.
///
/// # Errors
/// As [`actions::read_sittings`], [`actions::choose_source`] and [`actions::take_sittings`].
pub fn act(w: &Writing<'_>, p: OparlPage) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let here = w.viewer.link(&OparlPage { body: p.body });
    let done = match w.ask.field("tat") {
        "uebernehmen" => {
            let version = w.ask.field("version").parse().unwrap_or(-1);
            actions::take_sittings(w.tx, by, p.body, version, &w.site.outside().base_url).map(|n| t.oparl_took(n))
        }
        "waehlen" => {
            let place = w.ask.field("gremium").parse().unwrap_or(-1);
            actions::choose_source(w.tx, by, p.body, place).map(|()| t.oparl_asked().to_owned())
        }
        _ => actions::read_sittings(w.tx, by, p.body, w.ask.field("url")).map(|_| t.oparl_asked().to_owned()),
    };
    match done {
        Ok(note) => Ok(Answer::to(here).with_note(&note)),
        Err(Error::Stale) => Ok(Answer::to(here).with_note(t.oparl_stale())),
        Err(fault) => {
            let form = FormView::kept(w.viewer.lang, w.ask, shell::problems(fault, "url", &[])?);
            page(&r, p.body, Some(&form))
        }
    }
}
