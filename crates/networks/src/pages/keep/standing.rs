//! `/sitze/{seat}/vertretung`: who speaks for the organisation that has the seat, or who stands in for whoever sits there;
//! `…/vertretung/beenden` ends one of them.

use kernel::{Day, Error, Id, Problem, Result};
use people::Person;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Kept, day, manage, problems};
use crate::{
    Deputed, NewRepresentative, NewSubstitute, Occupancy, Occupant, Representative, SeatKind, Substitute,
    end_representative, end_substitute, name_representative, name_substitute,
    pages::{handover::name_or, whom},
    paths::{SeatKeep, SeatStanding, SeatStandingEnd},
    store::occupancies::{representatives_of, substitutes_of},
    words::T,
};

/// Somebody who speaks for an organisation, or stands in.
enum Standing {
    Speaks(Representative),
    StandsIn(Substitute),
}

impl Standing {
    fn key(&self) -> String {
        match self {
            Self::Speaks(r) => format!("kontakt-{}", r.id),
            Self::StandsIn(s) => format!("vertretung-{}", s.id),
        }
    }
    const fn who(&self) -> Deputed {
        match self {
            Self::Speaks(r) => r.who,
            Self::StandsIn(s) => s.who,
        }
    }
}

/// The seat with the organisation's occupancy, if one has it.
struct Ground {
    kept: Kept,
    organisation: Option<Occupancy>,
    standing: Vec<Standing>,
}

impl Ground {
    fn load(r: &Reading<'_>, seat: Id<crate::Seat>) -> Result<Self> {
        let kept = Kept::load(r, seat)?;
        let now = manage::open(r, &kept)?;
        let organisation = now.into_iter().find(|o| matches!(o.occupant, Occupant::Organisation(_)));
        let today = r.viewer.today;
        let mut standing = Vec::new();
        if let Some(held) = &organisation {
            let all = representatives_of(r.conn, held.id)?;
            standing.extend(all.into_iter().filter(|x| x.term.until > today).map(Standing::Speaks));
        }
        let all = substitutes_of(r.conn, seat)?;
        standing.extend(all.into_iter().filter(|x| x.term.until > today).map(Standing::StandsIn));
        Ok(Self { kept, organisation, standing })
    }

    fn title(&self, t: T) -> &'static str {
        if self.organisation.is_some() { t.standing_contact() } else { t.standing_substitute() }
    }

    /// Who it is and as what, in words.
    fn line(&self, r: &Reading<'_>, one: &Standing) -> Result<String> {
        let t = T(r.viewer.lang);
        let name = match one.who() {
            Deputed::Person(id) => name_or(r, id, t.handover_somebody())?,
            Deputed::Post(id) => crate::letters::post_words(r.conn, &people::find_post(r.conn, id)?)?,
        };
        let (what, term) = match one {
            Standing::Speaks(x) if x.rank == 1 => (t.standing_first(), x.term),
            Standing::Speaks(x) => (t.standing_second(), x.term),
            Standing::StandsIn(x) if x.moves_up => (t.standing_moves_up(), x.term),
            Standing::StandsIn(x) => (t.standing_stands_in(), x.term),
        };
        Ok(format!("{name}, {what}, {}", i18n::term(r.viewer.lang, &term, r.viewer.today)))
    }
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: SeatStanding) -> Result<Answer> {
    let ground = Ground::load(r, p.seat)?;
    let (today, sought) = (r.viewer.today.to_string(), r.ask.query("q").unwrap_or_default().trim().to_owned());
    let found = whom::find(r, &sought)?;
    let begun = whom::begun(&sought, &found, false);
    let mut values = vec![("rank", "1"), ("from", today.as_str())];
    values.extend(begun.iter().map(|(name, value)| (*name, value.as_str())));
    page(r, &ground, &sought, &found, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, ground: &Ground, typed: &str, found: &whom::Found, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = ground.kept.sheet(r, ground.title(t))?.of(form);
    sheet.known = ground.standing.iter().map(|one| ground.line(r, one)).collect::<Result<_>>()?;
    sheet.seek(typed, t.post_seek_hint(), found.is_empty())?;
    sheet.hidden.push(("q", typed.to_owned()));
    sheet.fields = whom::fields(r, form, found, None);
    let words = |list: &[(&str, &str)]| list.iter().map(|(k, w)| ((*k).to_owned(), (*w).to_owned())).collect();
    if ground.organisation.is_some() {
        let ranks = words(&[("1", t.standing_first()), ("2", t.standing_second())]);
        sheet.fields.push(form.radios("rank", t.standing_as(), ranks).to_string());
    } else {
        sheet.fields.push(form.text("rank", t.standing_rank()).hint(t.standing_rank_hint()).kind("number").to_string());
        if ground.kept.seat.kind == SeatKind::Elected {
            let moves = words(&[("ja", t.standing_moves_up_option())]);
            sheet.fields.push(form.boxes("moves_up", t.standing_list(), moves).to_string());
        }
    }
    sheet.fields.push(form.text("from", t.keep_from()).kind("date").to_string());
    sheet.submit = ground.title(t);
    let page = ground.kept.page(r, ground.title(t))?;
    sheet.answer(r, page, form)
}

/// Names her.
///
/// # Errors
/// As [`name_representative`] and [`name_substitute`].
pub fn save(w: &Writing<'_>, p: SeatStanding) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let ground = Ground::load(&r, p.seat)?;
    let sought = w.ask.field("q");
    let found = whom::find(&r, sought)?;
    let again = |problems| page(&r, &ground, sought, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let rank = w.ask.field("rank").parse::<i64>().ok();
    if rank.is_none() {
        fields.refuse("rank", "Bitte schreiben Sie eine Zahl von 1 bis 99.", "Please write a number from 1 to 99.");
    }
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let mut wrong: Vec<Problem> = fields.problems;
    let who = whom::typed(w, &found, false).map_err(|more| wrong.splice(0..0, more).count()).ok();
    let (Some(rank), Some(from), Some(who), true) = (rank, from, who, wrong.is_empty()) else { return again(wrong) };
    let named = whom::entered(w, who).and_then(|(person, _)| {
        let person: Id<Person> = person.ok_or(Error::NotFound)?;
        name(w, &ground, Deputed::Person(person), rank, from)
    });
    match named {
        Ok(()) => Ok(Answer::to(w.viewer.link(&SeatKeep { seat: p.seat })).with_note(t.standing_saved())),
        Err(fault) => again(problems(fault, "whom", &[("until", "from")])?),
    }
}

fn name(w: &Writing<'_>, ground: &Ground, who: Deputed, rank: i64, from: Day) -> Result<()> {
    let (tx, by) = (w.tx, &w.viewer.actor);
    match &ground.organisation {
        Some(held) => {
            let new = NewRepresentative { occupancy: held.id, who, rank, from, until: Day::OPEN };
            name_representative(tx, by, &new).map(drop)
        }
        None => {
            let (body, seat) = (ground.kept.body.id, Some(ground.kept.seat.id));
            let moves_up = w.ask.ticked("moves_up");
            let new = NewSubstitute { body, seat, who, rank, moves_up, from, until: Day::OPEN };
            name_substitute(tx, by, &new).map(drop)
        }
    }
}

/// The form that ends one of them.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: SeatStandingEnd) -> Result<Answer> {
    let ground = Ground::load(r, p.seat)?;
    end_page(r, &ground, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, ground: &Ground, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = ground.kept.sheet(r, t.post_end())?.of(form);
    if ground.standing.is_empty() {
        sheet.known.push(t.standing_nobody().to_owned());
    } else {
        let lines = ground.standing.iter().map(|one| Ok((one.key(), ground.line(r, one)?)));
        sheet.fields = vec![
            form.radios("standing", t.post_end_whose(), lines.collect::<Result<_>>()?).to_string(),
            form.text("until", t.keep_last_day()).hint(t.post_end_hint()).kind("date").to_string(),
        ];
        sheet.submit = t.post_end();
    }
    let page = ground.kept.page(r, t.post_end())?;
    sheet.answer(r, page, form)
}

/// Ends it.
///
/// # Errors
/// As [`end_representative`] and [`end_substitute`].
pub fn end(w: &Writing<'_>, p: SeatStandingEnd) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let ground = Ground::load(&r, p.seat)?;
    let again = |problems| end_page(&r, &ground, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let meant = w.ask.field("standing");
    let one = ground.standing.iter().find(|one| one.key() == meant);
    if one.is_none() {
        fields.refuse("standing", "Bitte wählen Sie eine Person.", "Please choose a person.");
    }
    let last = day(&mut fields, "until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
    let (Some(one), Some(last)) = (one, last) else { return again(fields.problems) };
    let done = match one {
        Standing::Speaks(x) => end_representative(w.tx, by, x.id, last.next()),
        Standing::StandsIn(x) => end_substitute(w.tx, by, x.id, last.next()),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&SeatKeep { seat: p.seat })).with_note(t.post_ended())),
        Err(fault) => again(problems(fault, "until", &[])?),
    }
}
