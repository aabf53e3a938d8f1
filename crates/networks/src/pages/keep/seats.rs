//! `/gremien/{body}/sitze` makes seats, several alike at once; `/sitze/{seat}/aufloesen` gives one up with a day.

use kernel::{Error, Office, Problem, Result, Voice};

use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Kept, body::KeptBody, day, manage, problems, territory, who};
use crate::{
    Body, Eligibility, NewSeat, SeatKind, add_seats, end_seat,
    pages::shared::{office_word, seat_kind_word, voice_word},
    paths::{SeatEnd, SeatsNew},
    store::bodies::list_bodies,
    words::T,
};

/// The most seats made at once.
const MOST: i64 = 50;
const NAME_MOST: usize = 200;
const VOICES: [Voice; 5] = [Voice::Voting, Voice::Advisory, Voice::Observer, Voice::Office, Voice::Guest];

const fn eligible_word(t: T, eligibility: Eligibility) -> &'static str {
    match eligibility {
        Eligibility::None => t.seats_eligible_none(),
        Eligibility::Post => t.seatpage_eligible_post(),
        Eligibility::Organisation => t.seatpage_eligible_organisation(),
        Eligibility::Territory => t.seatpage_eligible_territory(),
        Eligibility::Seat => t.seatpage_eligible_seat(),
    }
}

/// The bodies that could send: those of the network but this one.
fn senders(r: &Reading<'_>, kept: &KeptBody) -> Result<Vec<Body>> {
    let mut all = list_bodies(r.conn, &r.viewer.actor, kept.network.id, r.viewer.today)?;
    if !all.iter().any(|b| b.id == kept.network.id) {
        all.insert(0, kept.network.clone());
    }
    all.retain(|b| b.id != kept.body.id);
    Ok(all)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: SeatsNew) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    let today = r.viewer.today.to_string();
    let values = [("count", "1"), ("kind", "post"), ("voice", "voting"), ("eligibility", "none"), ("from", &today)];
    page(r, &kept, &senders(r, &kept)?, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, kept: &KeptBody, senders: &[Body], form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let pair = |key: &str, word: &str| (key.to_owned(), word.to_owned());
    let none = || vec![pair("", t.seats_none())];
    let kinds = SeatKind::ALL.iter().map(|k| (k.word().to_owned(), seat_kind_word(t, *k, None))).collect();
    let voices = VOICES.iter().map(|v| pair(v.word(), voice_word(t, *v))).collect();
    let offices = none().into_iter().chain(Office::ALL.iter().map(|o| pair(o.word(), office_word(t, *o)))).collect();
    let bodies = senders.iter().map(|b| (b.id.to_string(), b.name_in(lang).to_owned()));
    let eligible = Eligibility::ALL.iter().map(|e| pair(e.word(), eligible_word(t, *e))).collect();
    let mut sheet = kept.sheet(r, t.manage_seats())?.of(form);
    sheet.fields = vec![
        form.text("count", t.seats_count()).hint(t.seats_count_hint()).kind("number").to_string(),
        form.select("kind", t.seats_kind(), kinds).to_string(),
        form.select("voice", t.seatpage_voice(), voices).to_string(),
        form.select("office", t.seatpage_office(), offices).to_string(),
        form.text("label", t.seats_label()).hint(t.seats_label_hint()).optional().to_string(),
        form.select("source_body", t.seats_source(), none().into_iter().chain(bodies).collect())
            .hint(t.seats_source_hint())
            .to_string(),
        form.text("source_territory", t.seatpage_territory()).hint(t.seats_territory_hint()).optional().to_string(),
        form.select("eligibility", t.seatpage_eligible(), eligible).to_string(),
        form.text("term_months", t.seats_term()).hint(t.seats_term_hint()).kind("number").optional().to_string(),
        form.text("from", t.seats_from()).kind("date").to_string(),
    ];
    sheet.submit = t.manage_seats();
    sheet.answer(r, kept.page(r, t.manage_seats())?, form)
}

/// A whole number within bounds; a sentence beside the field otherwise.
fn number(w: &Writing<'_>, fields: &mut Fields<'_>, field: &'static str, most: i64) -> Option<i64> {
    let found = w.ask.field(field).parse::<i64>().ok().filter(|n| (1..=most).contains(n));
    if found.is_none() {
        fields.refuse(
            field,
            format!("Bitte schreiben Sie eine Zahl von 1 bis {most}."),
            format!("Please write a number from 1 to {most}."),
        );
    }
    found
}

/// What was typed: one seat, and how many of it.
fn typed(w: &Writing<'_>, senders: &[Body]) -> Result<Result<(NewSeat, i64), Vec<Problem>>> {
    let mut fields = Fields::of(w.ask);
    let count = number(w, &mut fields, "count", MOST);
    let kinds: Vec<(&str, SeatKind)> = SeatKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let voice = fields.choice("voice", &VOICES.map(|v| (v.word(), v)));
    let offices: Vec<(&str, Option<Office>)> =
        Office::ALL.iter().map(|o| (o.word(), Some(*o))).chain([("", None)]).collect();
    let office = fields.choice("office", &offices).flatten();
    let label = Some(fields.line("label", NAME_MOST)).filter(|l| !l.is_empty());
    if label.is_some() && count.is_some_and(|n| n > 1) {
        let (de, en) = ("Mehrere Sitze heißen nicht gleich.", "Several seats are not called the same.");
        fields.refuse("label", de, en);
    }
    let sender = w.ask.field("source_body");
    let source_body = senders.iter().find(|b| b.id.to_string() == sender).map(|b| b.id);
    if source_body.is_none() && !sender.is_empty() {
        fields.refuse("source_body", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let source_territory = territory(w, &mut fields, "source_territory")?;
    let all: Vec<(&str, Eligibility)> = Eligibility::ALL.iter().map(|e| (e.word(), *e)).collect();
    let eligibility = fields.choice("eligibility", &all);
    let term_months =
        if w.ask.field("term_months").is_empty() { None } else { number(w, &mut fields, "term_months", 240) };
    let from = day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    Ok(match (count, kind, voice, eligibility, from) {
        (Some(count), Some(kind), Some(voice), Some(eligibility), Some(from)) if fields.problems.is_empty() => {
            let plain = NewSeat::new(kind, from).with_voice(voice);
            Ok((NewSeat { label, office, source_body, source_territory, eligibility, term_months, ..plain }, count))
        }
        _ => Err(fields.problems),
    })
}

/// Makes them.
///
/// # Errors
/// As [`add_seats`].
pub fn save(w: &Writing<'_>, p: SeatsNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = KeptBody::load(&r, p.body)?;
    let senders = senders(&r, &kept)?;
    let again = |problems| page(&r, &kept, &senders, &FormView::kept(w.viewer.lang, w.ask, problems));
    let (seat, count) = match typed(w, &senders)? {
        Ok(typed) => typed,
        Err(problems) => return again(problems),
    };
    let all = vec![seat; usize::try_from(count).unwrap_or(1)];
    match add_seats(w.tx, &w.viewer.actor, kept.body.id, &all) {
        Ok(made) => Ok(Answer::to(kept.manage(&r)).with_note(&t.seats_made(made.len()))),
        Err(fault) => again(problems(fault, "kind", &[("until", "from"), ("votes", "voice")])?),
    }
}

/// The form that gives a seat up.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn end_form(r: &Reading<'_>, p: SeatEnd) -> Result<Answer> {
    let kept = Kept::load(r, p.seat)?;
    end_page(r, &kept, &FormView::new(r.viewer.lang, &[]))
}

fn end_page(r: &Reading<'_>, kept: &Kept, form: &FormView) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut sheet = kept.sheet(r, t.seats_end())?.of(form);
    let now = manage::open(r, kept)?;
    let names = who::named(r, &kept.body, &now.iter().collect::<Vec<_>>())?;
    sheet.known = now
        .iter()
        .zip(names)
        .map(|(o, name)| format!("{name}, {}", i18n::term(lang, &o.term, r.viewer.today)))
        .collect();
    sheet.known.push(t.seats_end_text().to_owned());
    sheet.fields = vec![form.text("until", t.keep_last_day()).hint(t.seats_end_hint()).kind("date").to_string()];
    sheet.submit = t.seats_end();
    sheet.answer(r, kept.page(r, t.seats_end())?, form)
}

/// Gives it up.
///
/// # Errors
/// As [`end_seat`].
pub fn end(w: &Writing<'_>, p: SeatEnd) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = Kept::load(&r, p.seat)?;
    let again = |problems| end_page(&r, &kept, &FormView::kept(w.viewer.lang, w.ask, problems));
    let mut fields = Fields::of(w.ask);
    let last = fields.day("until").filter(|day| !day.is_open());
    let Some(last) = last else {
        if fields.problems.is_empty() {
            fields.refuse("until", "Bitte nennen Sie den letzten Tag.", "Please give the last day.");
        }
        return again(fields.problems);
    };
    match end_seat(w.tx, &w.viewer.actor, kept.seat.id, last.next()) {
        Ok(()) => Ok(Answer::to(kept.back(&r)).with_note(t.seats_ended())),
        Err(fault @ (Error::Form(_) | Error::Rule(_))) => again(problems(fault, "until", &[])?),
        Err(other) => Err(other),
    }
}
