//! `/sitze/{seat}/berichtigen`, `/stellen/{post}/berichtigen` and `/organisationen/{organisation}/berichtigen`: which part was
//! entered wrongly, and what is right. One part at a time, so that each can be taken back by itself.

use kernel::{Error, Id, Result};
use people::{Organisation, Post, Tenure};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::field_word;
use crate::{
    Corrected, CorrectedField, Names, Occupant, Right, Seat, Status,
    actions::{keeps_organisation, keeps_post},
    correct, letters,
    pages::{
        handover,
        keep::{Kept, Sheet, day, problems, who},
        shared, whom,
    },
    paths::{OrganisationCorrect, OrganisationPage, PostCorrect, SeatCorrect},
    store::occupancies::occupancies_of,
    words::T,
};

const NAME_MOST: usize = 120;

/// A part that can be put right.
struct Entry {
    key: String,
    word: String,
    of: Corrected,
    field: CorrectedField,
}

/// What the form is about.
struct About {
    crumbs: String,
    lead: String,
    back: String,
    entries: Vec<Entry>,
}

impl About {
    fn add(&mut self, t: T, of: Corrected, name: &str, fields: impl IntoIterator<Item = CorrectedField>) {
        let (kind, id) = of.stored();
        self.entries.extend(fields.into_iter().map(|field| Entry {
            key: format!("{kind}-{id}-{}", field.word()),
            word: format!("{name}: {}", field_word(t, field)),
            of,
            field,
        }));
    }

    fn has(&self, field: CorrectedField) -> bool {
        self.entries.iter().any(|e| e.field == field)
    }

    /// Who had posts from when to when.
    fn tenures(&mut self, r: &Reading<'_>, posts: &[Id<Post>]) -> Result<()> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        let mut all: Vec<Tenure> = people::list_tenures_of_posts(r.conn, posts)?;
        all.sort_by_key(|x| std::cmp::Reverse((x.term.from, x.id)));
        let names = Names::load_with_places(r.conn, &v.actor, all.iter().map(|x| x.person))?;
        for tenure in all {
            let who = names.anywhere(tenure.person).map_or_else(|| t.handover_somebody().to_owned(), |w| w.name.full());
            let name = format!("{who}, {}", i18n::term(v.lang, &tenure.term, v.today));
            let of = Corrected::Tenure(tenure.id);
            self.add(t, of, &name, [CorrectedField::From]);
            self.add(t, of, &name, (tenure.term.until <= v.today).then_some(CorrectedField::Until));
            self.add(t, of, &name, [CorrectedField::Person]);
        }
        Ok(())
    }

    /// Everybody who had the seat, and who had the posts that had it, as far as the reader keeps these.
    fn of_seat(r: &Reading<'_>, seat: Id<Seat>) -> Result<Self> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        let kept = Kept::load(r, seat)?;
        let mut about = Self { crumbs: kept.crumbs(r)?, lead: kept.place(r), back: kept.back(r), entries: Vec::new() };
        let mut rows = occupancies_of(r.conn, seat)?;
        rows.retain(|o| matches!(o.status, Status::Confirmed | Status::Suspended));
        rows.reverse();
        let names = who::named(r, &kept.body, &rows.iter().collect::<Vec<_>>())?;
        let mut posts: Vec<Id<Post>> = Vec::new();
        for (row, who) in rows.iter().zip(names) {
            let name = format!("{who}, {}", i18n::term(v.lang, &row.term, v.today));
            let of = Corrected::Occupancy(row.id);
            about.add(t, of, &name, [CorrectedField::From]);
            about.add(t, of, &name, (row.term.until <= v.today).then_some(CorrectedField::Until));
            match row.occupant {
                Occupant::Person { .. } => about.add(t, of, &name, [CorrectedField::Person]),
                Occupant::Post(post) if !posts.contains(&post) => posts.push(post),
                _ => {}
            }
        }
        posts.retain(|post| keeps_post(r.conn, &v.actor, *post, v.today).is_ok());
        about.tenures(r, &posts)?;
        Ok(about)
    }

    /// Everybody who had the post, and its title.
    fn of_post(r: &Reading<'_>, id: Id<Post>) -> Result<Self> {
        let (t, v) = (T(r.viewer.lang), r.viewer);
        let post = people::find_post(r.conn, id)?;
        keeps_post(r.conn, &v.actor, id, v.today)?;
        let mut about = Self {
            crumbs: handover::crumbs(r, &post)?,
            lead: letters::post_words(r.conn, &post)?,
            back: v.link(&OrganisationPage { organisation: post.organisation }),
            entries: Vec::new(),
        };
        about.tenures(r, &[id])?;
        if keeps_organisation(r.conn, &v.actor, post.organisation, v.today).is_ok() {
            about.add(t, Corrected::Post(id), &post.titles.neutral, [CorrectedField::Name]);
        }
        Ok(about)
    }

    fn of_organisation(r: &Reading<'_>, id: Id<Organisation>) -> Result<Self> {
        keeps_organisation(r.conn, &r.viewer.actor, id, r.viewer.today)?;
        let of = people::find_organisation(r.conn, id)?;
        let back = r.viewer.link(&OrganisationPage { organisation: id });
        let mut about = Self {
            crumbs: shared::crumbs(r, &[(&of.name, back.clone())]),
            lead: of.name.clone(),
            back,
            entries: Vec::new(),
        };
        about.add(T(r.viewer.lang), Corrected::Organisation(id), &of.name, [CorrectedField::Name]);
        Ok(about)
    }
}

/// What of a seat is to be put right.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn seat_form(r: &Reading<'_>, p: SeatCorrect) -> Result<Answer> {
    start(r, &About::of_seat(r, p.seat)?)
}

/// Puts it right.
///
/// # Errors
/// As [`correct`].
pub fn seat_save(w: &Writing<'_>, p: SeatCorrect) -> Result<Answer> {
    save(w, &About::of_seat(&w.reading(), p.seat)?)
}

/// What of a post is to be put right.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn post_form(r: &Reading<'_>, p: PostCorrect) -> Result<Answer> {
    start(r, &About::of_post(r, p.post)?)
}

/// Puts it right.
///
/// # Errors
/// As [`correct`].
pub fn post_save(w: &Writing<'_>, p: PostCorrect) -> Result<Answer> {
    save(w, &About::of_post(&w.reading(), p.post)?)
}

/// What an organisation is really called.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn organisation_form(r: &Reading<'_>, p: OrganisationCorrect) -> Result<Answer> {
    start(r, &About::of_organisation(r, p.organisation)?)
}

/// Puts it right.
///
/// # Errors
/// As [`correct`].
pub fn organisation_save(w: &Writing<'_>, p: OrganisationCorrect) -> Result<Answer> {
    save(w, &About::of_organisation(&w.reading(), p.organisation)?)
}

fn start(r: &Reading<'_>, about: &About) -> Result<Answer> {
    let sought = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let found = whom::find(r, &sought)?;
    let only = about.entries.first().filter(|_| about.entries.len() == 1).map_or("", |e| e.key.as_str());
    page(r, about, &sought, &found, &FormView::new(r.viewer.lang, &[("what", only)]))
}

fn page(r: &Reading<'_>, about: &About, typed: &str, found: &whom::Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet::new(t.0).of(form);
    (sheet.crumbs, sheet.lead, sheet.back) = (about.crumbs.clone(), about.lead.clone(), about.back.clone());
    sheet.title = t.correction_title().to_owned();
    sheet.known = vec![t.correction_text().to_owned()];
    if about.entries.is_empty() {
        sheet.known.push(t.correction_nothing().to_owned());
        return sheet.answer(r, Page::new(t.correction_title()).nav("networks"), form);
    }
    if about.has(CorrectedField::Person) {
        sheet.seek(typed, t.correction_seek(), found.is_empty())?;
        sheet.hidden.push(("q", typed.to_owned()));
    }
    let mut parts: Vec<(String, String)> = about.entries.iter().map(|e| (e.key.clone(), e.word.clone())).collect();
    if parts.len() > 1 {
        // Nothing is meant before somebody says so.
        parts.insert(0, (String::new(), t.correction_choose().to_owned()));
    }
    sheet.fields.push(form.select("what", t.correction_what(), parts).to_string());
    if about.has(CorrectedField::From) {
        let day = form.text("day", t.correction_day()).hint(t.correction_day_hint()).kind("date").optional();
        sheet.fields.push(day.to_string());
    }
    if !found.is_empty() {
        let who = found.iter().map(|(id, line)| (format!("person-{id}"), line.clone())).collect();
        sheet.fields.push(form.radios("whom", t.correction_whom(), who).to_string());
    }
    if about.has(CorrectedField::Name) {
        sheet.fields.push(form.text("name", t.correction_name_right()).most(120).optional().to_string());
    }
    sheet.submit = t.correction_title();
    sheet.answer(r, Page::new(t.correction_title()).nav("networks"), form)
}

/// What was said to be right of that part.
fn right(w: &Writing<'_>, fields: &mut Fields<'_>, field: CorrectedField, found: &whom::Found) -> Option<Right> {
    match field {
        CorrectedField::From => {
            let (de, en) = ("Bitte nennen Sie den richtigen ersten Tag.", "Please give the right first day.");
            day(fields, "day", de, en).map(Right::From)
        }
        CorrectedField::Until => {
            let (de, en) = ("Bitte nennen Sie den richtigen letzten Tag.", "Please give the right last day.");
            day(fields, "day", de, en).map(|last| Right::Until(last.next()))
        }
        CorrectedField::Person => {
            let chosen = w.ask.field("whom");
            let known = found.iter().find(|(id, _)| chosen == format!("person-{id}")).map(|(id, _)| *id);
            if known.is_none() {
                let at = if found.is_empty() { "what" } else { "whom" };
                let (de, en) =
                    ("Bitte suchen und wählen Sie die richtige Person.", "Please search and choose the right person.");
                fields.refuse(at, de, en);
            }
            known.map(Right::Person)
        }
        CorrectedField::Name => {
            let (de, en) = ("Bitte schreiben Sie den richtigen Namen.", "Please write the right name.");
            Some(Right::Name(fields.needed("name", NAME_MOST, de, en)))
        }
    }
}

fn save(w: &Writing<'_>, about: &About) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let sought = w.ask.field("q");
    let found = whom::find(&r, sought)?;
    let again = |problems| page(&r, about, sought, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let meant = w.ask.field("what");
    let entry = about.entries.iter().find(|e| e.key == meant);
    let right = match entry {
        Some(entry) => right(w, &mut fields, entry.field, &found),
        None => {
            fields.refuse("what", "Bitte wählen Sie, was nicht stimmt.", "Please choose what is wrong.");
            None
        }
    };
    let (Some(entry), Some(right), true) = (entry, right, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let whom = if found.is_empty() { "what" } else { "whom" };
    match correct(w.tx, &w.viewer.actor, entry.of, &right) {
        Ok(_) => Ok(Answer::to(about.back.clone()).with_note(t.correction_saved())),
        Err(Error::NotFound) => Err(Error::NotFound),
        Err(fault) => again(problems(fault, "what", &[("person", whom)])?),
    }
}
