//! Setting a series down, and changing it.

use kernel::{Error, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{any, nth_word, show::Place};
use crate::{
    NewSeries, Series, actions,
    pages::{
        body,
        meetings::form::{led, level_word},
        place::body_row,
    },
    paths::{SeriesEdit, SeriesList, SeriesNew, SeriesPage},
    rules::{Nth, Rule, levels},
    store::series,
    words::T,
};

/// The rhythms of the form: what it sends, and every how many months.
const MONTHS: [(&str, u8); 6] = [("m1", 1), ("m2", 2), ("m3", 3), ("m4", 4), ("m6", 6), ("m12", 12)];
/// The one that counts weeks.
const WEEKS: &str = "wochen";

/// The form for a new series.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn new(r: &Reading<'_>, p: SeriesNew) -> Result<Answer> {
    let (of, network) = led(r, p.body)?;
    let (first, level) = (r.viewer.today.to_string(), levels(&of)[0].number().to_string());
    let values = [
        ("rhythm", "m3"),
        ("nth", "2"),
        ("weekday", "1"),
        ("weeks", "2"),
        ("first_day", first.as_str()),
        ("hour", "10:00"),
        ("length", "120"),
        ("level", level.as_str()),
    ];
    new_page(r, &of, network.as_ref(), &FormView::new(r.viewer.lang, &values))
}

fn new_page(r: &Reading<'_>, of: &Body, network: Option<&Body>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        crumbs: body::crumbs(r, of, network, true)?,
        title: t.series_new_title().to_owned(),
        lead: of.name_in(r.viewer.lang).to_owned(),
        known: vec![t.series_new_text().to_owned()],
        back: r.viewer.link(&SeriesList { body: of.id }),
        fields: fields(r, of, form),
        submit: t.series_new_submit(),
        ..Sheet::new(r.viewer.lang)
    };
    let page = Page::new(format!("{}: {}", t.series_new_title(), of.name_in(r.viewer.lang))).nav("networks");
    sheet.of(form).answer(r, body_row(r, page, of, network)?, form)
}

fn fields(r: &Reading<'_>, of: &Body, form: &FormView) -> Vec<String> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut rhythms: Vec<(String, String)> = MONTHS
        .iter()
        .zip([
            t.series_rhythm_1(),
            t.series_rhythm_2(),
            t.series_rhythm_3(),
            t.series_rhythm_4(),
            t.series_rhythm_6(),
            t.series_rhythm_12(),
        ])
        .map(|((value, _), word)| ((*value).to_owned(), word.to_owned()))
        .collect();
    rhythms.push((WEEKS.to_owned(), t.series_rhythm_weeks().to_owned()));
    let mut nths: Vec<(String, String)> =
        (1..=4).map(|n| (n.to_string(), nth_word(t, Nth::Count(n)).to_owned())).collect();
    nths.push(("last".to_owned(), nth_word(t, Nth::Last).to_owned()));
    let weekdays = (0..7).map(|n| (n.to_string(), i18n::weekday(lang, any(n)).to_owned())).collect();
    let mut all = vec![
        form.text("title", t.field_title()).hint(t.field_title_hint()).to_string(),
        form.radios("rhythm", t.series_field_rhythm(), rhythms).to_string(),
        form.select("nth", t.series_field_nth(), nths).hint(t.series_field_nth_hint()).to_string(),
        form.select("weekday", t.series_field_weekday(), weekdays).to_string(),
        form.text("weeks", t.series_field_weeks())
            .hint(t.series_field_weeks_hint())
            .kind("number")
            .optional()
            .to_string(),
        form.text("first_day", t.series_field_first()).kind("date").to_string(),
        form.text("hour", t.field_hour()).kind("time").to_string(),
        form.text("length", t.field_length()).hint(t.field_length_hint()).kind("number").to_string(),
        form.text("hosts", t.series_field_hosts()).hint(t.series_field_hosts_hint()).lines(5).optional().to_string(),
        form.text("agenda", t.series_field_agenda()).hint(t.series_field_agenda_hint()).lines(6).optional().to_string(),
        form.text("online", t.field_online()).kind("url").optional().to_string(),
    ];
    let options = levels(of);
    if options.len() > 1 {
        let options = options.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
        all.push(form.radios("level", t.field_level(), options).to_string());
    }
    all.push(form.text("note", t.field_note()).lines(4).optional().to_string());
    all
}

/// What the fields of the form hold of a series.
fn values(it: &Series, hosts: &[crate::Host]) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("title", it.title.clone()),
        ("first_day", it.first_day.to_string()),
        ("hour", format!("{:02}:{:02}", it.minute / 60, it.minute % 60)),
        ("length", it.minutes.to_string()),
        ("online", it.online.clone()),
        ("agenda", it.agenda.clone()),
        ("note", it.note.clone()),
        ("level", it.meeting_level.number().to_string()),
        ("hosts", hosts.iter().map(host_line).collect::<Vec<_>>().join("\n")),
    ];
    match it.rule {
        Rule::Weeks(every) => all.extend([("rhythm", WEEKS.to_owned()), ("weeks", every.to_string())]),
        Rule::Months { every, nth, weekday } => {
            let rhythm = MONTHS.iter().find(|(_, n)| *n == every).map_or("m1", |(value, _)| value);
            let nth = match nth {
                Nth::Count(n) => n.to_string(),
                Nth::Last => "last".to_owned(),
            };
            all.extend([("rhythm", rhythm.to_owned()), ("nth", nth), ("weekday", weekday.to_string())]);
        }
    }
    all
}

fn host_line(host: &crate::Host) -> String {
    if host.place.is_empty() { host.name.clone() } else { format!("{}; {}", host.name, host.place) }
}

fn typed(w: &Writing<'_>, of: &Body) -> std::result::Result<NewSeries, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 120, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let rule = rule(&mut fields, w);
    let first = fields.day("first_day");
    if first.is_none() && fields.problems.iter().all(|p| p.field != "first_day") {
        fields.refuse("first_day", "Bitte nennen Sie den Tag.", "Please give the day.");
    }
    let at = fields.time("hour");
    let length = w.ask.field("length").parse::<i64>().ok();
    if length.is_none() {
        fields.refuse("length", "Bitte nennen Sie die Dauer in Minuten.", "Please give the length in minutes.");
    }
    let hosts = fields.text("hosts", 6000);
    let hosts = hosts.lines().map(str::trim).filter(|line| !line.is_empty());
    let hosts = hosts
        .map(|line| line.split_once(';').map_or((line, ""), |(name, place)| (name.trim(), place.trim())))
        .map(|(name, place)| (name.to_owned(), place.to_owned()))
        .collect();
    let agenda = fields.text("agenda", 6000);
    let online = fields.line("online", 300);
    let note = fields.text("note", 4000);
    let options = levels(of);
    let level = match options.as_slice() {
        [only] => Some(*only),
        _ => options.iter().copied().find(|l| l.number().to_string() == w.ask.field("level")),
    };
    if level.is_none() {
        fields.refuse("level", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let (Some(rule), Some(first_day), Some((h, min)), Some(minutes), Some(level), []) =
        (rule, first, at, length, level, &fields.problems[..])
    else {
        return Err(fields.problems);
    };
    let minute = i64::from(h) * 60 + i64::from(min);
    Ok(NewSeries { title, note, rule, first_day, minute, minutes, online, level, agenda, hosts })
}

/// The rule the form describes; what stores understand is all it can say.
fn rule(fields: &mut Fields<'_>, w: &Writing<'_>) -> Option<Rule> {
    let rhythm = w.ask.field("rhythm");
    let text = match MONTHS.iter().find(|(value, _)| *value == rhythm) {
        Some((_, every)) => format!("months {every} {} {}", w.ask.field("nth"), w.ask.field("weekday")),
        None if rhythm == WEEKS => format!("weeks {}", w.ask.field("weeks").trim()),
        None => {
            fields.refuse("rhythm", "Bitte wählen Sie, wie oft.", "Please choose how often.");
            return None;
        }
    };
    let found = text.parse().ok();
    if found.is_none() && rhythm == WEEKS {
        fields.refuse("weeks", "Bitte nennen Sie eine Zahl von 1 bis 52.", "Please give a number from 1 to 52.");
    } else if found.is_none() {
        fields.refuse("nth", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    found
}

/// Sets the series down.
///
/// # Errors
/// As [`actions::series::plan_series`].
pub fn plan(w: &Writing<'_>, p: SeriesNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (of, network) = led(&r, p.body)?;
    let again = |found| new_page(&r, &of, network.as_ref(), &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w, &of) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::series::plan_series(w.tx, &w.viewer.actor, of.id, &new) {
        Ok(series) => Ok(Answer::to(w.viewer.link(&SeriesPage { series })).with_note(t.series_note_planned())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// The form for changing a series.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who convene.
pub fn edit(r: &Reading<'_>, p: SeriesEdit) -> Result<Answer> {
    let place = Place::led(r, p.series)?;
    edit_page(r, &place, &stored(r, &place)?)
}

/// The fields as they are stored.
fn stored(r: &Reading<'_>, place: &Place) -> Result<FormView> {
    let values = values(&place.series, &series::list_hosts(r.conn, place.series.id, false)?);
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Ok(FormView::new(r.viewer.lang, &values))
}

fn edit_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = Sheet {
        crumbs: place.crumbs(r)?,
        title: t.series_edit_title().to_owned(),
        lead: place.series.title.clone(),
        back: r.viewer.link(&SeriesPage { series: place.series.id }),
        ..Sheet::new(r.viewer.lang)
    };
    if place.series.ended_at.is_some() {
        sheet.known = vec![t.series_is_ended().to_owned()];
    } else {
        sheet.hidden = vec![("version", place.series.version.to_string())];
        sheet.known = vec![t.series_edit_text().to_owned()];
        sheet.fields = fields(r, &place.body, form);
        sheet.submit = t.edit_submit();
    }
    sheet.of(form).answer(r, place.page(r)?, form)
}

/// Changes the series.
///
/// # Errors
/// As [`actions::series::change_series`].
pub fn change(w: &Writing<'_>, p: SeriesEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.series)?;
    let again = |found| edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let overtaken =
        || edit_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &place)?));
    if w.ask.field("version").parse() != Ok(place.series.version) {
        return overtaken();
    }
    let new = match typed(w, &place.body) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match actions::series::change_series(w.tx, &w.viewer.actor, p.series, place.series.version, &new) {
        Ok(()) => {
            let there = w.viewer.link(&SeriesPage { series: p.series });
            Ok(Answer::to(there).with_note(t.series_note_changed()))
        }
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}
