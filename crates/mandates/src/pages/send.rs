//! Sending somebody into a body.

use decisions::Resolution;
use kernel::{Error, Id, Problem, Result};
use networks::{
    Body, Mandate, Names, RosterSeat, Seat,
    shell::{self, seat_name},
};
use people::Person;
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::place::{body_crumbs, body_row, place_of};
use crate::{
    Detail, NewDelegation, actions,
    paths::{BodyMandates, MandateNew, MandatePage},
    words::T,
};

/// The most resolutions a form offers.
const RESOLUTIONS: usize = 40;

/// What the form needs to know.
struct Ground {
    body: Body,
    network: Option<Body>,
    /// The seats of the body one is sent to, with who sends.
    seats: Vec<(RosterSeat, Body)>,
    /// Who can be sent: those who sit in a body that sends.
    persons: Vec<(Id<Person>, String)>,
    resolutions: Vec<(Id<Resolution>, String)>,
}

impl Ground {
    /// For those who lead a body that sends there, or keep the membership of the one that receives.
    fn load(r: &Reading<'_>, id: Id<Body>) -> Result<Self> {
        let (v, t) = (r.viewer, T(r.viewer.lang));
        let (body, network) = place_of(r, id)?;
        let soon = networks::soon_after(v.today);
        let roster = networks::roster(r.conn, &v.actor, &body, v.today, soon)?.ok_or(Error::NotFound)?;
        let keeps = rights::allows(&v.actor, rights::Kind::Roster, rights::Action::Edit, &body.roster_scope());
        let sources: Vec<Id<Body>> = roster.seats.iter().filter_map(|s| s.source_body).collect();
        let senders = networks::list_bodies_by_id(r.conn, &v.actor, &sources)?;
        let leads = |b: &Body| keeps || rights::allows(&v.actor, rights::Kind::Body, rights::Action::Edit, &b.scope());
        let seats: Vec<(RosterSeat, Body)> = roster
            .seats
            .into_iter()
            .filter(|s| s.kind == networks::SeatKind::Delegated)
            .filter_map(|s| {
                let sender = senders.iter().find(|b| Some(b.id) == s.source_body && leads(b))?.clone();
                Some((s, sender))
            })
            .collect();
        if seats.is_empty() {
            return Err(Error::Denied(None));
        }
        let mut persons: Vec<(Id<Person>, String)> = Vec::new();
        let mut resolutions = Vec::new();
        let mut known: Vec<Id<Body>> = Vec::new();
        for (_, sender) in &seats {
            if known.contains(&sender.id) {
                continue;
            }
            known.push(sender.id);
            let found = networks::roster(r.conn, &v.actor, sender, v.today, soon)?.unwrap_or_default();
            for who in found.seats.iter().flat_map(|s| &s.sitters).filter_map(|s| s.who.as_ref()) {
                if !persons.iter().any(|(id, _)| *id == who.id) {
                    persons.push((who.id, who.name.full()));
                }
            }
            for it in decisions::list_resolutions(r.conn, &v.actor, sender.id)?.into_iter().take(RESOLUTIONS) {
                resolutions.push((it.id, t.resolution_words(&it.mark, &it.title)));
            }
        }
        persons.sort_by_cached_key(|(id, name)| (i18n::fold(name), *id));
        Ok(Self { body, network, seats, persons, resolutions })
    }
}

fn options<I: std::fmt::Display>(list: &[(I, String)]) -> Vec<(String, String)> {
    list.iter().map(|(id, word)| (id.to_string(), word.clone())).collect()
}

/// The fields about decision, line and reports, which a file has, too. `resolutions` are those one may choose of; without
/// `instructs` the line to follow is not among them.
pub fn file_fields(t: T, form: &FormView, resolutions: &[(Id<Resolution>, String)], instructs: bool) -> Vec<String> {
    let mut all = Vec::new();
    if !resolutions.is_empty() {
        let mut choices = vec![(String::new(), t.resolution_none().to_owned())];
        choices.extend(options(resolutions));
        all.push(form.select("resolution", t.field_resolution(), choices).to_string());
    }
    all.push(form.text("decision", t.field_decision()).hint(t.field_decision_hint()).optional().to_string());
    all.push(form.text("decision_day", t.field_decision_day()).kind("date").optional().to_string());
    if instructs {
        let both = Mandate::ALL.iter().map(|m| (m.word().to_owned(), super::mandate::mandate_word(t, *m).to_owned()));
        all.push(form.radios("mandate", t.fact_mandate(), both.collect()).to_string());
        let line = form.text("instruction", t.instruction_title()).hint(t.instruction_hint());
        all.push(line.lines(4).optional().to_string());
    }
    all.push(form.text("report_days", t.fact_report_days()).hint(t.report_days_hint()).kind("number").to_string());
    all
}

/// What stands in them.
pub fn typed_file(w: &Writing<'_>, fields: &mut Fields<'_>) -> (Detail, Mandate) {
    let mandate = Mandate::from_word(w.ask.field("mandate")).unwrap_or(Mandate::Free);
    let days = w.ask.field("report_days").parse().unwrap_or_else(|_| {
        fields.refuse("report_days", "Bitte nennen Sie 1 bis 90 Tage.", "Please give 1 to 90 days.");
        Detail::REPORT_DAYS
    });
    let detail = Detail {
        resolution: w.ask.field("resolution").parse().ok(),
        decision: fields.line("decision", 300),
        decision_day: fields.day("decision_day"),
        instruction: fields.text("instruction", 4000),
        report_days: days,
        ..Detail::default()
    };
    (detail, mandate)
}

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: MandateNew) -> Result<Answer> {
    let ground = Ground::load(r, p.body)?;
    let seat = ground.seats.first().map(|(s, _)| s.id.to_string()).unwrap_or_default();
    let today = r.viewer.today.to_string();
    let values = [("seat", seat.as_str()), ("from", today.as_str()), ("mandate", "free"), ("report_days", "10")];
    page(r, &ground, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, ground: &Ground, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let seats = ground.seats.iter().map(|(s, sender)| {
        let name = seat_name(v.lang, s.number, s.label.as_deref(), s.office);
        (s.id.to_string(), t.seat_option(name, sender.name_in(v.lang)))
    });
    let mut sheet = Sheet {
        crumbs: body_crumbs(r, &ground.body, ground.network.as_ref(), true)?,
        title: t.send_title().to_owned(),
        lead: ground.body.name_in(v.lang).to_owned(),
        back: v.link(&BodyMandates { body: ground.body.id }),
        known: vec![t.send_known().to_owned()],
        fields: vec![
            form.radios("seat", t.field_seat(), seats.collect()).to_string(),
            form.select("person", t.fact_who(), options(&ground.persons)).hint(t.person_hint()).to_string(),
            form.text("from", t.field_from()).kind("date").to_string(),
            form.text("until", t.field_until()).hint(t.field_until_hint()).kind("date").optional().to_string(),
        ],
        submit: t.send_submit(),
        ..Sheet::new(v.lang)
    };
    sheet.fields.extend(file_fields(t, form, &ground.resolutions, true));
    let page = Page::new(format!("{}: {}", t.send_title(), ground.body.name_in(v.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, &ground.body, ground.network.as_ref())?, form)
}

fn typed(w: &Writing<'_>, ground: &Ground) -> std::result::Result<NewDelegation, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let seat: Option<Id<Seat>> = w.ask.field("seat").parse().ok();
    let seat = seat.filter(|id| ground.seats.iter().any(|(s, _)| s.id == *id));
    if seat.is_none() {
        fields.refuse("seat", "Bitte wählen Sie den Sitz.", "Please choose the seat.");
    }
    // Only who was offered can be chosen: nobody is reached by trying numbers.
    let person: Option<Id<Person>> = w.ask.field("person").parse().ok();
    let person = person.filter(|id| ground.persons.iter().any(|(known, _)| known == id));
    if person.is_none() {
        fields.refuse("person", "Bitte wählen Sie, wen Sie entsenden.", "Please choose whom you send.");
    }
    let from = shell::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let term_end = fields.day("until").map(kernel::Day::next);
    let (detail, mandate) = typed_file(w, &mut fields);
    match (seat, person, from, &fields.problems[..]) {
        (Some(seat), Some(person), Some(from), []) => {
            Ok(NewDelegation { seat, sender: None, person, from, term_end, mandate, detail })
        }
        _ => Err(fields.problems),
    }
}

/// Sends her.
///
/// # Errors
/// As [`actions::nominate`].
pub fn save(w: &Writing<'_>, p: MandateNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let ground = Ground::load(&r, p.body)?;
    let again = |found| page(&r, &ground, &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w, &ground) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::nominate(w.tx, &w.viewer.actor, &new, &w.site.outside().base_url) {
        Ok(id) => Ok(Answer::to(w.viewer.link(&MandatePage { mandate: id })).with_note(t.note_sent())),
        Err(fault) => again(shell::problems(fault, "person", &[("term_end", "until")])?),
    }
}

/// The name of somebody for a letter.
pub fn full_name(r: &Reading<'_>, person: Id<Person>) -> Result<Option<String>> {
    let names = Names::load_with_places(r.conn, &r.viewer.actor, [person])?;
    Ok(names.anywhere(person).map(|who| who.name.full()))
}
