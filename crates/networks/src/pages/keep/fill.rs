//! `/sitze/{seat}/besetzen`: first a name is looked for, then one of those found is seated from a day on.

use kernel::{Day, Error, Problem, Result};
use people::Grain;
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{
    Kept,
    candidates::{self, Candidate},
    manage, problems, who,
};
use crate::{
    Basis, NewOccupancy, Occupant, SeatKind, Status,
    actions::tell_asked,
    fill_seat,
    paths::SeatFill,
    rules::{fits, usual_basis},
    words::T,
};

const GRAINS: [(&str, Grain); 3] = [("day", Grain::Day), ("month", Grain::Month), ("year", Grain::Year)];
const STATUSES: [(&str, Status); 3] =
    [("confirmed", Status::Confirmed), ("nominated", Status::Nominated), ("invited", Status::Invited)];

const fn basis_word(t: T, basis: Basis) -> &'static str {
    match basis {
        Basis::Statute => t.basis_statute(),
        Basis::Joined => t.basis_joined(),
        Basis::Election => t.basis_election(),
        Basis::Resolution => t.basis_resolution(),
        Basis::Delegation => t.basis_delegation(),
        Basis::CoOption => t.basis_co_option(),
        Basis::Appointment => t.basis_appointment(),
    }
}

/// Whether a person can sit there, who answers for herself.
fn for_persons(kept: &Kept) -> bool {
    fits(kept.seat.kind, &crate::Occupant::person(kernel::Id::new(1))).is_ok()
}

/// Whether whoever sits there is elected or sent for a time.
const fn has_term(kept: &Kept) -> bool {
    kept.seat.term_months.is_some()
        || matches!(kept.seat.kind, SeatKind::Elected | SeatKind::Delegated | SeatKind::Guest)
}

/// The search, and the form once somebody was found.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: SeatFill) -> Result<Answer> {
    let kept = Kept::load(r, p.seat)?;
    let typed = r.ask.query("q").unwrap_or_default().trim().to_owned();
    let found = candidates::find(r, &kept.seat, &candidates::words(&typed))?;
    let today = r.viewer.today.to_string();
    let usual = usual_basis(kept.seat.kind).word();
    let form =
        FormView::new(r.viewer.lang, &[("from", &today), ("grain", "day"), ("basis", usual), ("status", "confirmed")]);
    page(r, &kept, &typed, &found, &form)
}

fn page(r: &Reading<'_>, kept: &Kept, typed: &str, found: &[Candidate], form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut sheet = kept.sheet(r, t.keep_fill())?.of(form);
    let now = manage::open(r, kept)?;
    let names = who::named(r, &kept.body, &now.iter().collect::<Vec<_>>())?;
    sheet.known.extend(now.iter().zip(names).map(|(o, name)| {
        format!("{name}, {}, {}", manage::status_word(t, o.status), i18n::term(lang, &o.term, r.viewer.today))
    }));
    let hint = match kept.seat.kind {
        SeatKind::Post => t.keep_seek_post(),
        SeatKind::Organisation => t.keep_seek_organisation(),
        SeatKind::Elected | SeatKind::Personal => t.keep_seek_person(),
        SeatKind::ExOfficio => t.keep_seek_office(),
        SeatKind::Territory | SeatKind::Delegated | SeatKind::Guest => t.keep_seek_any(),
    };
    sheet.seek(typed, hint, found.is_empty())?;
    if !found.is_empty() || form.is_refused() {
        let words = |list: &[(&str, &str)]| list.iter().map(|(k, w)| ((*k).to_owned(), (*w).to_owned())).collect();
        let basis = Basis::ALL.iter().map(|b| (b.word().to_owned(), basis_word(t, *b).to_owned())).collect();
        let grain = [("day", t.keep_grain_day()), ("month", t.keep_grain_month()), ("year", t.keep_grain_year())];
        let status = [
            ("confirmed", t.keep_fill_confirmed()),
            ("nominated", t.keep_fill_nominated()),
            ("invited", t.keep_fill_invited()),
        ];
        let options = found.iter().map(|c| (c.key.clone(), c.word.clone())).collect();
        sheet.hidden.push(("q", typed.to_owned()));
        sheet.fields = vec![
            form.radios("occupant", t.keep_who(), options).to_string(),
            form.text("from", t.keep_from()).kind("date").to_string(),
            form.select("grain", t.keep_grain(), words(&grain)).hint(t.keep_grain_hint()).to_string(),
            form.select("basis", t.keep_basis(), basis).to_string(),
        ];
        if has_term(kept) {
            let hint =
                if kept.seat.term_months.is_some() { t.keep_term_end_reckoned() } else { t.keep_term_end_open() };
            sheet.fields.push(form.text("term_end", t.keep_term_end()).hint(hint).kind("date").optional().to_string());
        }
        if for_persons(kept) {
            sheet.fields.push(form.radios("status", t.keep_fill_status(), words(&status)).to_string());
        }
        sheet.submit = t.keep_fill();
    }
    let page = kept.page(r, t.keep_fill())?;
    sheet.answer(r, page, form)
}

/// What was typed, whole.
struct Typed {
    chosen: usize,
    from: Day,
    grain: Grain,
    basis: Basis,
    term_end: Option<Day>,
    status: Status,
}

fn typed(w: &Writing<'_>, kept: &Kept, found: &[Candidate]) -> Result<Typed, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let chosen = found.iter().position(|c| c.key == w.ask.field("occupant"));
    if chosen.is_none() {
        let (de, en) = ("Bitte suchen Sie und wählen Sie dann aus.", "Please search, and then choose.");
        fields.refuse("occupant", de, en);
    }
    let from = fields.day("from");
    if from.is_none() && !fields.problems.iter().any(|p| p.field == "from") {
        fields.refuse("from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    }
    let grain = fields.choice("grain", &GRAINS);
    let bases: Vec<(&str, Basis)> = Basis::ALL.iter().map(|b| (b.word(), *b)).collect();
    let basis = fields.choice("basis", &bases);
    let term_end = if has_term(kept) { fields.day("term_end").map(Day::next) } else { None };
    let status = if for_persons(kept) { fields.choice("status", &STATUSES) } else { Some(Status::Confirmed) };
    match (chosen, from, grain, basis, status) {
        (Some(chosen), Some(from), Some(grain), Some(basis), Some(status)) if fields.problems.is_empty() => {
            Ok(Typed { chosen, from, grain, basis, term_end, status })
        }
        _ => Err(fields.problems),
    }
}

/// Seats whoever was chosen.
///
/// # Errors
/// As [`fill_seat`].
pub fn save(w: &Writing<'_>, p: SeatFill) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = Kept::load(&r, p.seat)?;
    let sought = w.ask.field("q");
    // Only who was found can be chosen: nobody is reached by trying numbers.
    let found = candidates::find(&r, &kept.seat, &candidates::words(sought))?;
    let again = |problems| page(&r, &kept, sought, &found, &FormView::kept(w.viewer.lang, w.ask, problems));
    let typed = match typed(w, &kept, &found) {
        Ok(typed) => typed,
        Err(problems) => return again(problems),
    };
    let Some(chosen) = found.get(typed.chosen) else { return Err(Error::NotFound) };
    let mut new = NewOccupancy::new(kept.seat.id, chosen.occupant, typed.from)
        .status(typed.status)
        .basis(typed.basis)
        .grain(typed.grain);
    new.term_end = typed.term_end;
    match fill_seat(w.tx, &w.viewer.actor, &new) {
        Ok(id) => {
            if let Occupant::Person { id: person, .. } = chosen.occupant
                && typed.status != Status::Confirmed
            {
                tell_asked(w.tx, id, person, &w.site.outside().base_url)?;
            }
            let note = if typed.status == Status::Confirmed { t.keep_filled() } else { t.keep_asked() };
            Ok(Answer::to(kept.back(&r)).with_note(note))
        }
        Err(fault) => again(problems(fault, "occupant", &[("until", "from")])?),
    }
}
