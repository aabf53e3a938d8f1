//! The forms of those who lead a hearing: entering it, changing it, asking for contributions, sending, another round, not replying.

use kernel::{Day, Error, Id, Level, Problem, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Sheet, Writing};

use super::Place;
use crate::{
    Addressee, Way,
    hearing::{
        self,
        model::{Hearing, HearingState, NewHearing, Reply},
        rules, store,
    },
    pages::{
        frame::{begins, filled, home_for},
        level_word, topics, way_word,
    },
    paths::{
        HearingAsk, HearingDecline, HearingEdit, HearingNew, HearingPage, HearingRound, HearingSend, PositionPage,
    },
    store::addressees,
    words::T,
};

/// Who can draft, nobody first.
fn drafters(r: &Reading<'_>, body: &Body) -> Result<Vec<(String, String)>> {
    let mut all = vec![(String::new(), T(r.viewer.lang).drafter_none().to_owned())];
    let known = hearing::drafters(r.conn, &r.viewer.actor, body)?;
    all.extend(known.into_iter().map(|(id, name)| (id.to_string(), name)));
    Ok(all)
}

/// Whom a hearing can come from on a day.
fn offices(r: &Reading<'_>, kept: Option<Id<Addressee>>) -> Result<Vec<(String, String)>> {
    let v = r.viewer;
    let all = addressees::list_addressees(r.conn)?;
    let there = all.iter().filter(|a| a.term.contains(v.today) || Some(a.id) == kept);
    Ok(there.map(|a| (a.id.to_string(), a.name_in(v.lang).to_owned())).collect())
}

fn fields(r: &Reading<'_>, form: &FormView, body: &Body, was: Option<&Hearing>) -> Result<Vec<String>> {
    let t = T(r.viewer.lang);
    let mut all = vec![
        form.select("addressee", t.hearing_office(), offices(r, was.map(|h| h.addressee))?)
            .hint(t.hearing_office_hint())
            .to_string(),
        form.text("title", t.hearing_title_field()).hint(t.hearing_title_hint()).to_string(),
        form.text("about", t.hearing_about()).lines(5).optional().to_string(),
        form.text("file_mark", t.field_file_mark()).optional().to_string(),
        form.text("received", t.hearing_received()).kind("date").to_string(),
        form.text("due", t.hearing_due()).kind("date").to_string(),
        form.select("topic", t.field_topic(), topics(r, t)?).to_string(),
        form.select("drafter", t.hearing_drafter(), drafters(r, body)?).to_string(),
    ];
    if was.is_none_or(|h| h.asked_until.is_none()) {
        all.push(form.text("points", t.hearing_points()).hint(t.hearing_points_hint()).lines(8).to_string());
    }
    Ok(all)
}

/// What the fields say.
fn typed(w: &Writing<'_>) -> std::result::Result<NewHearing, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let title = fields.needed("title", 100, "Bitte geben Sie einen Titel an.", "Please give a title.");
    let about = fields.text("about", 4_000);
    let file_mark = fields.line("file_mark", 120);
    let received = shell::day(&mut fields, "received", "Bitte nennen Sie den Tag.", "Please give the day.");
    let due = shell::day(&mut fields, "due", "Bitte nennen Sie den Tag.", "Please give the day.");
    let points = fields.text("points", 18_000);
    let addressee = number(&mut fields, w, "addressee", ("Bitte wählen Sie, wer fragt.", "Please choose who asks."));
    let topic = number(&mut fields, w, "topic", ("Bitte wählen Sie ein Thema.", "Please choose a topic."));
    let drafter = number(&mut fields, w, "drafter", ("Bitte wählen Sie eine Person.", "Please choose a person."));
    if addressee.is_none() && fields.problems.iter().all(|p| p.field != "addressee") {
        fields.refuse("addressee", "Bitte wählen Sie, wer fragt.", "Please choose who asks.");
    }
    match (addressee, received, due, &fields.problems[..]) {
        (Some(addressee), Some(received), Some(due), []) => Ok(NewHearing {
            addressee: Id::new(addressee),
            title,
            about,
            file_mark,
            topic: topic.map(Id::new),
            received,
            due,
            drafter: drafter.map(Id::new),
            points: points.lines().map(str::to_owned).collect(),
        }),
        _ => Err(fields.problems),
    }
}

/// The number a choice sends; `None` where nothing was chosen.
fn number(fields: &mut Fields<'_>, w: &Writing<'_>, field: &'static str, (de, en): (&str, &str)) -> Option<i64> {
    let text = w.ask.field(field);
    if text.is_empty() {
        return None;
    }
    let found = text.parse().ok();
    if found.is_none() {
        fields.refuse(field, de, en);
    }
    found
}

/// The form for a new one.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn new(r: &Reading<'_>, p: HearingNew) -> Result<Answer> {
    let (body, network) = home_for(r, p.body, rules::receives)?;
    let (today, due) = (r.viewer.today.to_string(), r.viewer.today.plus_days(21).to_string());
    let form = FormView::new(r.viewer.lang, &[("received", &today), ("due", &due)]);
    new_page(r, (&body, network.as_ref()), &form)
}

fn new_page(r: &Reading<'_>, home: (&Body, Option<&Body>), form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let sheet = Sheet {
        title: t.hearing_new().to_owned(),
        known: vec![t.hearing_new_text().to_owned()],
        fields: fields(r, form, home.0, None)?,
        submit: t.hearing_enter(),
        ..Sheet::new(r.viewer.lang)
    };
    begins::<Hearing>(r, home, form, sheet)
}

/// Enters it.
///
/// # Errors
/// As [`hearing::receive`].
pub fn receive(w: &Writing<'_>, p: HearingNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (body, network) = home_for(&r, p.body, rules::receives)?;
    let again = |found| new_page(&r, (&body, network.as_ref()), &FormView::kept(w.viewer.lang, w.ask, found));
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found),
    };
    match hearing::receive(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(hearing) => Ok(Answer::to(w.viewer.link(&HearingPage { hearing })).with_note(t.note_hearing_entered())),
        Err(fault) => again(shell::problems(fault, "title", &[])?),
    }
}

/// What is stored, by field.
fn stored(r: &Reading<'_>, it: &Hearing) -> Result<Vec<(&'static str, String)>> {
    let points: Vec<String> = store::list_points(r.conn, it.id)?.into_iter().map(|(_, text)| text).collect();
    let id = |id: Option<i64>| id.map(|id| id.to_string()).unwrap_or_default();
    Ok(vec![
        ("addressee", it.addressee.to_string()),
        ("title", it.title.clone()),
        ("about", it.about.clone()),
        ("file_mark", it.file_mark.clone()),
        ("received", it.received.to_string()),
        ("due", it.due.to_string()),
        ("topic", id(it.topic.map(Id::raw))),
        ("drafter", id(it.drafter.map(Id::raw))),
        ("points", points.join("\n")),
    ])
}

fn edited(r: &Reading<'_>, id: Id<Hearing>) -> Result<(Place, Body)> {
    let place = Place::led(r, id)?;
    let body = place.body.clone().ok_or(Error::NotFound)?;
    Ok((place, body))
}

/// The form for changing it.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn edit(r: &Reading<'_>, p: HearingEdit) -> Result<Answer> {
    let (place, body) = edited(r, p.hearing)?;
    let form = filled(r, &stored(r, &place.it)?);
    edit_page(r, (&place, &body), &form, false)
}

fn edit_page(r: &Reading<'_>, (place, body): (&Place, &Body), form: &FormView, stale: bool) -> Result<Answer> {
    let form = &form.beside(stale, &filled(r, &stored(r, &place.it)?));
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.hearing_edit());
    sheet.hidden = vec![("version", place.it.version.to_string())];
    if place.it.state == HearingState::Open {
        sheet.fields = fields(r, form, body, Some(&place.it))?;
        sheet.submit = t.save();
    }
    sheet.of(form).answer(r, place.page(r, t.hearing_edit())?, form)
}

/// Changes it.
///
/// # Errors
/// As [`hearing::change_hearing`].
pub fn change(w: &Writing<'_>, p: HearingEdit) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let (place, body) = edited(&r, p.hearing)?;
    let again = |found, stale| edit_page(&r, (&place, &body), &FormView::kept(w.viewer.lang, w.ask, found), stale);
    let Ok(version) = w.ask.field("version").parse() else { return again(Vec::new(), true) };
    let new = match typed(w) {
        Ok(new) => new,
        Err(found) => return again(found, false),
    };
    match hearing::change_hearing(w.tx, &w.viewer.actor, p.hearing, version, &new) {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(Error::Stale) => again(Vec::new(), true),
        Err(fault) => again(shell::problems(fault, "title", &[])?, false),
    }
}

/// The form for asking.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn ask(r: &Reading<'_>, p: HearingAsk) -> Result<Answer> {
    let place = Place::led(r, p.hearing)?;
    let plan = rules::plan(place.it.received, place.it.due).input.max(r.viewer.today);
    let until = place.it.asked_until.unwrap_or(plan).to_string();
    ask_page(r, &place, &FormView::new(r.viewer.lang, &[("until", &until), ("members", "ja")]))
}

fn ask_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &place.it);
    let mut sheet = place.sheet(r, t.hearing_ask());
    if it.state == HearingState::Open {
        let known = store::list_networks(r.conn, it.id)?;
        let mut all = networks::list_networks(r.conn, &v.actor, v.today)?;
        all.retain(|n| n.id != it.network && !known.iter().any(|a| a.network == n.id));
        all.sort_by_cached_key(|n| i18n::fold(n.name_in(v.lang)));
        let mut options = vec![(String::new(), t.ask_no_network().to_owned())];
        options.extend(all.iter().map(|n| (n.id.to_string(), n.name_in(v.lang).to_owned())));
        let members = vec![("ja".to_owned(), t.ask_members_yes().to_owned())];
        sheet.known = vec![t.hearing_ask_text().to_owned()];
        sheet.fields = vec![
            form.text("until", t.hearing_asked_until()).kind("date").to_string(),
            form.boxes("members", t.ask_members(), members).to_string(),
            form.select("network", t.ask_network(), options).to_string(),
        ];
        sheet.submit = t.hearing_ask_submit();
    }
    sheet.of(form).answer(r, place.page(r, t.hearing_ask())?, form)
}

/// Asks.
///
/// # Errors
/// As [`hearing::ask`].
pub fn asks(w: &Writing<'_>, p: HearingAsk) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.hearing)?;
    let again = |found| ask_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let until = shell::day(&mut fields, "until", "Bitte nennen Sie den Tag.", "Please give the day.");
    let network =
        number(&mut fields, w, "network", ("Bitte wählen Sie ein Netzwerk.", "Please choose a network.")).map(Id::new);
    let Some(until) = until.filter(|_| fields.problems.is_empty()) else { return again(fields.problems) };
    let (base, members) = (&w.site.outside().base_url, w.ask.ticked("members"));
    match hearing::ask(w.tx, &w.viewer.actor, p.hearing, (until, members, network), base) {
        Ok(count) => Ok(Answer::to(place.link(&r)).with_note(&t.note_hearing_asked(count))),
        Err(fault) => again(shell::problems(fault, "until", &[])?),
    }
}

/// The form for sending the reply.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn send(r: &Reading<'_>, p: HearingSend) -> Result<Answer> {
    let place = Place::led(r, p.hearing)?;
    let t = T(kernel::Lang::De);
    let to = addressees::find_addressee(r.conn, place.it.addressee)?;
    let letter = t.reply_letter_begun(&place.it.title);
    let possible = place.network.as_ref().map(crate::rules::levels).unwrap_or_default();
    let level = possible.first().copied().unwrap_or(Level::Network).number().to_string();
    let (way, today) = (if to.mail.is_some() { "mail" } else { "letter" }, r.viewer.today.to_string());
    let values = [("letter", letter.as_str()), ("level", level.as_str()), ("way", way), ("day", today.as_str())];
    send_page(r, &place, &FormView::new(r.viewer.lang, &values))
}

fn send_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.hearing_send());
    if place.it.state == HearingState::Released {
        let possible = place.network.as_ref().map(crate::rules::levels).unwrap_or_default();
        let levels = possible.iter().map(|l| (l.number().to_string(), level_word(t, *l).to_owned())).collect();
        let ways = Way::ALL.iter().map(|w| (w.word().to_owned(), way_word(t, *w).to_owned())).collect();
        sheet.known = vec![t.hearing_send_text(&place.it.office)];
        sheet.fields = vec![
            form.text("letter", t.field_letter()).lines(8).to_string(),
            form.radios("level", t.field_level(), levels).to_string(),
            form.radios("way", t.field_way(), ways).to_string(),
            form.text("day", t.field_sent_day()).hint(t.field_sent_day_hint()).kind("date").optional().to_string(),
        ];
        sheet.submit = t.hearing_send_submit();
    } else {
        sheet.known = vec![t.hearing_send_early().to_owned()];
    }
    sheet.of(form).answer(r, place.page(r, t.hearing_send())?, form)
}

/// Sends it.
///
/// # Errors
/// As [`hearing::send_reply`].
pub fn sends(w: &Writing<'_>, p: HearingSend) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.hearing)?;
    let again = |found| send_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let letter = fields.text("letter", 4_000);
    let levels: Vec<(String, Level)> =
        [Level::Public, Level::AllNetworks, Level::Network].map(|l| (l.number().to_string(), l)).into();
    let levels: Vec<(&str, Level)> = levels.iter().map(|(key, l)| (key.as_str(), *l)).collect();
    let level = fields.choice("level", &levels);
    let ways: Vec<(&str, Way)> = Way::ALL.iter().map(|w| (w.word(), *w)).collect();
    let way = fields.choice("way", &ways);
    let day = fields.day("day").unwrap_or(w.viewer.today);
    let (Some(level), Some(way), true) = (level, way, fields.problems.is_empty()) else {
        return again(fields.problems);
    };
    let base = w.site.outside().base_url.as_str();
    match hearing::send_reply(w.tx, &w.viewer.actor, p.hearing, &Reply { level, way, day, letter }, base) {
        Ok(position) => Ok(Answer::to(w.viewer.link(&PositionPage { position })).with_note(t.note_hearing_sent())),
        Err(fault) => again(shell::problems(fault, "way", &[])?),
    }
}

/// The form for another round.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn round(r: &Reading<'_>, p: HearingRound) -> Result<Answer> {
    let place = Place::led(r, p.hearing)?;
    let (today, due) = (r.viewer.today.to_string(), r.viewer.today.plus_days(21).to_string());
    let addressee = place.it.addressee.to_string();
    let values = [("addressee", addressee.as_str()), ("received", today.as_str()), ("due", due.as_str())];
    round_page(r, &place, &FormView::new(r.viewer.lang, &values))
}

fn round_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.hearing_again());
    sheet.known = vec![t.hearing_again_text().to_owned()];
    sheet.fields = vec![
        form.select("addressee", t.hearing_office(), offices(r, None)?).to_string(),
        form.text("file_mark", t.field_file_mark()).optional().to_string(),
        form.text("received", t.hearing_received()).kind("date").to_string(),
        form.text("due", t.hearing_due()).kind("date").to_string(),
    ];
    sheet.submit = t.hearing_enter();
    sheet.of(form).answer(r, place.page(r, t.hearing_again())?, form)
}

/// Begins it.
///
/// # Errors
/// As [`hearing::second_round`].
pub fn begins_round(w: &Writing<'_>, p: HearingRound) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.hearing)?;
    let again = |found| round_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let file_mark = fields.line("file_mark", 120);
    let addressee = number(&mut fields, w, "addressee", ("Bitte wählen Sie, wer fragt.", "Please choose who asks."));
    let day = |fields: &mut Fields<'_>, field| -> Option<Day> {
        shell::day(fields, field, "Bitte nennen Sie den Tag.", "Please give the day.")
    };
    let (received, due) = (day(&mut fields, "received"), day(&mut fields, "due"));
    let (Some(received), Some(due), Some(addressee), true) = (received, due, addressee, fields.problems.is_empty())
    else {
        return again(fields.problems);
    };
    let of = (Id::new(addressee), file_mark.as_str());
    match hearing::second_round(w.tx, &w.viewer.actor, p.hearing, of, (received, due)) {
        Ok(hearing) => Ok(Answer::to(w.viewer.link(&HearingPage { hearing })).with_note(t.note_hearing_entered())),
        Err(fault) => again(shell::problems(fault, "due", &[])?),
    }
}

/// The form for not replying.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn decline(r: &Reading<'_>, p: HearingDecline) -> Result<Answer> {
    decline_page(r, &Place::led(r, p.hearing)?, &FormView::new(r.viewer.lang, &[]))
}

fn decline_page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut sheet = place.sheet(r, t.hearing_decline());
    sheet.fields = vec![form.text("reason", t.field_reason()).lines(3).to_string()];
    sheet.submit = t.hearing_decline();
    sheet.of(form).answer(r, place.page(r, t.hearing_decline())?, form)
}

/// Declines.
///
/// # Errors
/// As [`hearing::decline_hearing`].
pub fn declines(w: &Writing<'_>, p: HearingDecline) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.hearing)?;
    let mut fields = Fields::of(w.ask);
    let reason = fields.text("reason", 1_000);
    let done = match fields.done() {
        Ok(()) => hearing::decline_hearing(w.tx, &w.viewer.actor, p.hearing, &reason),
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(Answer::to(place.link(&r)).with_note(t.note_saved())),
        Err(fault) => {
            let found = shell::problems(fault, "reason", &[])?;
            decline_page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}
