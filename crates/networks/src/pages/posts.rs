//! `/stellen/{post}/besetzen` and `/stellen/{post}/beenden`: who is appointed to a post or deputises for it, and until when.
//! For whoever keeps a network in which the post sits. A holder leaves by handing over.

use kernel::{Day, Error, Id, Problem, Result};
use people::{Mode, NewTenure, Post, Tenure};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{
    handover::{crumbs, name_or},
    keep::{Sheet, day, problems},
    whom,
};
use crate::{
    actions::keeps_post,
    appoint, end_tenure, letters,
    paths::{OrganisationPage, PostCorrect, PostEnd, PostFill},
    words::T,
};

const MODES: [(&str, Mode); 3] = [("holder", Mode::Holder), ("acting", Mode::Acting), ("deputy", Mode::Deputy)];

const fn mode_word(t: T, mode: Mode) -> &'static str {
    match mode {
        Mode::Holder => t.post_holder(),
        Mode::Acting => t.post_acting(),
        Mode::Deputy => t.post_deputy(),
    }
}

/// The post, if the reader keeps it.
fn load(r: &Reading<'_>, id: Id<Post>) -> Result<Post> {
    let post = people::find_post(r.conn, id)?;
    keeps_post(r.conn, &r.viewer.actor, id, r.viewer.today)?;
    Ok(post)
}

fn sheet(r: &Reading<'_>, post: &Post, title: &str) -> Result<Sheet> {
    Ok(Sheet {
        crumbs: crumbs(r, post)?,
        title: title.to_owned(),
        lead: letters::post_words(r.conn, post)?,
        back: r.viewer.link(&OrganisationPage { organisation: post.organisation }),
        ..Sheet::new(r.viewer.lang)
    })
}

/// The form that appoints: a search above, the fields below.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn fill_form(r: &Reading<'_>, p: PostFill) -> Result<Answer> {
    let post = load(r, p.post)?;
    let today = r.viewer.today.to_string();
    let sought = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let found = whom::find(r, &sought)?;
    let begun = whom::begun(&sought, &found, false);
    let mut values = vec![("mode", "holder"), ("from", today.as_str()), ("share", "100")];
    values.extend(begun.iter().map(|(name, value)| (*name, value.as_str())));
    fill_page(r, &post, &sought, &found, &FormView::new(r.viewer.lang, &values))
}

fn fill_page(r: &Reading<'_>, post: &Post, typed: &str, found: &whom::Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, post, t.post_fill())?.of(form);
    for tenure in running(r, post)? {
        let name = name_or(r, tenure.person, t.handover_somebody())?;
        let term = i18n::term(r.viewer.lang, &tenure.term, r.viewer.today);
        sheet.known.push(format!("{name}, {}, {term}", mode_word(t, tenure.mode)));
    }
    sheet.seek(typed, t.post_seek_hint(), found.is_empty())?;
    sheet.hidden.push(("q", typed.to_owned()));
    let modes = MODES.iter().map(|(key, mode)| ((*key).to_owned(), mode_word(t, *mode).to_owned())).collect();
    sheet.fields = whom::fields(r, form, found, None);
    sheet.fields.push(form.radios("mode", t.post_how(), modes).to_string());
    sheet.fields.push(form.text("from", t.keep_from()).kind("date").to_string());
    sheet.fields.push(form.text("share", t.post_share()).hint(t.post_share_hint()).optional().to_string());
    sheet.submit = t.post_fill();
    sheet.answer(r, Page::new(t.post_fill()).nav("networks"), form)
}

/// Appoints, and tells whoever comes.
///
/// # Errors
/// As [`appoint`] and [`accounts::invite`].
pub fn fill(w: &Writing<'_>, p: PostFill) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let post = load(&r, p.post)?;
    let sought = w.ask.field("q");
    let found = whom::find(&r, sought)?;
    let again = |problems| fill_page(&r, &post, sought, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let mode = fields.choice("mode", &MODES);
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let share = match fields.line("share", 3).as_str() {
        "" => 100,
        typed => typed.parse::<i64>().ok().filter(|n| (1..=100).contains(n)).unwrap_or_else(|| {
            let (de, en) = ("Bitte schreiben Sie eine Zahl von 1 bis 100.", "Please write a number from 1 to 100.");
            fields.refuse("share", de, en);
            100
        }),
    };
    let mut wrong: Vec<Problem> = fields.problems;
    let who = whom::typed(w, &found, false).map_err(|more| wrong.splice(0..0, more).count()).ok();
    let (Some(mode), Some(from), Some(who), true) = (mode, from, who, wrong.is_empty()) else { return again(wrong) };
    match filled(w, &post, (mode, share), from, who) {
        Ok(()) => {
            Ok(Answer::to(w.viewer.link(&OrganisationPage { organisation: post.organisation }))
                .with_note(t.post_filled()))
        }
        Err(fault) => again(problems(fault, "whom", &[("until", "from")])?),
    }
}

fn filled(w: &Writing<'_>, post: &Post, (mode, share): (Mode, i64), from: Day, who: whom::Whom) -> Result<()> {
    let (person, mail) = whom::entered(w, who)?;
    let person = person.ok_or(Error::NotFound)?;
    appoint(
        w.tx,
        &w.viewer.actor,
        &NewTenure { mode, share_percent: share, ..NewTenure::holder(post.id, person, from) },
    )?;
    let link = w.site.absolute(&OrganisationPage { organisation: post.organisation });
    if mode == Mode::Deputy { Ok(()) } else { whom::write_to(w, post, person, mail, from, &link) }
}

/// Everybody with the post now or later.
fn running(r: &Reading<'_>, post: &Post) -> Result<Vec<Tenure>> {
    let mut all = people::list_tenures_of_post(r.conn, post.id)?;
    all.retain(|t| t.term.until > r.viewer.today);
    all.sort_by_key(|t| (t.mode == Mode::Deputy, t.term.from, t.rank));
    Ok(all)
}

/// Those whose end is entered here: who deputises or acts. A holder hands over.
fn endable(r: &Reading<'_>, post: &Post) -> Result<Vec<Tenure>> {
    let mut all = running(r, post)?;
    all.retain(|t| t.mode != Mode::Holder);
    Ok(all)
}

/// What whoever keeps a post can do with it besides handing it over.
///
/// # Errors
/// When the database cannot be read.
pub fn ways(r: &Reading<'_>, id: Id<Post>) -> Result<Vec<(&'static str, String)>> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    if v.actor.person.is_none() || v.is_past() {
        return Ok(Vec::new());
    }
    let post = match load(r, id) {
        Ok(post) => post,
        Err(Error::Denied(_)) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let mut ways = vec![(t.post_fill(), v.link(&PostFill { post: id }))];
    if !endable(r, &post)?.is_empty() {
        ways.push((t.post_end(), v.link(&PostEnd { post: id })));
    }
    ways.push((t.correction_title(), v.link(&PostCorrect { post: id })));
    Ok(ways)
}

/// The form that ends a deputy's or an acting appointment.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: PostEnd) -> Result<Answer> {
    let post = load(r, p.post)?;
    end_page(r, &post, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, post: &Post, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = sheet(r, post, t.post_end())?.of(form);
    let mut options = Vec::new();
    for tenure in endable(r, post)? {
        let name = name_or(r, tenure.person, t.handover_somebody())?;
        options.push((tenure.id.to_string(), format!("{name}, {}", mode_word(t, tenure.mode))));
    }
    if options.is_empty() {
        sheet.known.push(t.post_end_nobody().to_owned());
    } else {
        sheet.fields = vec![
            form.radios("tenure", t.post_end_whose(), options).to_string(),
            form.text("until", t.keep_last_day()).hint(t.post_end_hint()).kind("date").to_string(),
        ];
        sheet.submit = t.post_end();
    }
    sheet.answer(r, Page::new(t.post_end()).nav("networks"), form)
}

/// Ends it.
///
/// # Errors
/// As [`end_tenure`].
pub fn end(w: &Writing<'_>, p: PostEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let post = load(&r, p.post)?;
    let again = |problems| end_page(&r, &post, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let meant = w.ask.field("tenure");
    let tenure = endable(&r, &post)?.into_iter().find(|t| t.id.to_string() == meant);
    if tenure.is_none() {
        fields.refuse("tenure", "Bitte wählen Sie eine Person.", "Please choose a person.");
    }
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    let (Some(tenure), Some(last)) = (tenure, last) else { return again(fields.problems) };
    match end_tenure(w.tx, &w.viewer.actor, tenure.id, last.next()) {
        Ok(()) => {
            Ok(Answer::to(w.viewer.link(&OrganisationPage { organisation: post.organisation }))
                .with_note(t.post_ended()))
        }
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
