//! `/stellen/{post}/uebergabe`: the last day, what passes, ends and stays, and who comes.

use accounts::{Invite, Right};
use askama::Template;
use kernel::{Day, Error, Id, Problem, Reason, Result, Subject};
use people::{NewPerson, Person, Post, Tenure};
use rights::Kind;
use web::{Answer, Fields, FormView, Leaving, Page, Passing, Reading, Writing};

use super::{Preview, crumbs, is_keeper, name_or, running};
use crate::{
    NewHandover, Occupancy,
    actions::{Handing, hand_over, may_hand_over},
    letters,
    pages::keep::candidates,
    paths::{HandoverPage, OrganisationPage, PostHandover},
    store::{candidates::list_persons_named, occupancies::networks_of_post},
    words::T,
};

const NAME_MOST: usize = 120;

#[derive(Template)]
#[template(path = "handover.html")]
struct Shown {
    t: T,
    crumbs: String,
    summary: String,
    lead: String,
    tenure: String,
    last: String,
    sought: String,
    none_found: bool,
    choose: Vec<(String, String, bool)>,
    keeper: bool,
    no_day: bool,
    lists: Vec<(&'static str, &'static str, Vec<Passing>)>,
    form: Option<(String, Vec<String>)>,
    back: String,
}

/// What the page is about.
struct Ground {
    post: Post,
    words: String,
    tenure: Option<Tenure>,
    running: Vec<Tenure>,
    handing: Option<Handing>,
}

impl Ground {
    /// The post, if the reader may hand it over. `tenure` names whose appointment ends; the first otherwise.
    fn load(r: &Reading<'_>, id: Id<Post>, tenure: &str) -> Result<Self> {
        let post = people::find_post(r.conn, id)?;
        let mut running = running(r, id)?;
        let mut refused = None;
        running.retain(|t| match may_hand_over(r.conn, &r.viewer.actor, t) {
            Ok(_) => true,
            Err(fault) => {
                refused = Some(fault);
                false
            }
        });
        if running.is_empty() {
            // Whoever keeps it sees that it is vacant already; everybody else is refused as always.
            if let Some(fault) = refused {
                return Err(fault);
            }
            crate::actions::keeps_post(r.conn, &r.viewer.actor, id, r.viewer.today)?;
        }
        let chosen = running.iter().find(|t| t.id.to_string() == tenure).or(running.first()).cloned();
        let handing = chosen.as_ref().map(|t| may_hand_over(r.conn, &r.viewer.actor, t)).transpose()?;
        Ok(Self { words: letters::post_words(r.conn, &post)?, post, tenure: chosen, running, handing })
    }

    fn keeper(&self) -> bool {
        self.handing.is_some_and(is_keeper)
    }

    fn back(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&OrganisationPage { organisation: self.post.organisation })
    }
}

/// The form: first the day, then the preview with everything else.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: PostHandover) -> Result<Answer> {
    let ground = Ground::load(r, p.post, r.ask.query("tenure").unwrap_or_default())?;
    let asked = r.ask.query("bis");
    let last = asked.and_then(|text| text.parse::<Day>().ok()).filter(|d| !d.is_open());
    let (sought, no_day) = (r.ask.query("q").unwrap_or_default().trim().to_owned(), asked.is_some() && last.is_none());
    let values = [("successor", "niemand")];
    page(r, &ground, last, &sought, no_day, &FormView::new(r.viewer.lang, &values), true)
}

fn found(r: &Reading<'_>, sought: &str) -> Result<Vec<(Id<Person>, String)>> {
    let words = candidates::words(sought);
    let Some(piece) = words.iter().max_by_key(|w| w.chars().count()) else { return Ok(Vec::new()) };
    let ids = list_persons_named(r.conn, &r.viewer.actor, piece, r.viewer.today)?;
    let cards = crate::person_cards(r.conn, &r.viewer.actor, &ids, r.viewer.today)?;
    let named = cards.into_iter().filter(|c| {
        let name = i18n::fold(&c.who.name.full());
        words.iter().all(|w| name.contains(w))
    });
    let line = |c: &crate::PersonCard| {
        let of = c.posts.first().map(|p| format!(" ({})", p.organisation_name)).unwrap_or_default();
        format!("{}{of}", c.who.name.full())
    };
    Ok(named.map(|c| (c.who.id, line(&c))).collect())
}

fn page(
    r: &Reading<'_>,
    ground: &Ground,
    last: Option<Day>,
    sought: &str,
    no_day: bool,
    form: &FormView,
    fresh: bool,
) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (mut lists, mut sent, mut none_found) = (Vec::new(), None, false);
    if let (Some(last), Some(tenure)) = (last, &ground.tenure) {
        let leaving = Leaving { post: ground.post.id.raw(), person: tenure.person.raw(), day: last.next() };
        let preview = Preview::load(r, &leaving)?;
        let found = if ground.keeper() { found(r, sought)? } else { Vec::new() };
        none_found = found.is_empty() && !sought.is_empty();
        sent = Some((form.once(), fields(r, ground, &preview, &found, form, fresh)));
        lists = vec![
            (t.handover_passes(), t.handover_passes_none(), preview.passes),
            (t.handover_ends(), t.handover_ends_none(), preview.ends),
            (t.handover_stays(), t.handover_stays_none(), preview.stays),
        ];
    }
    let mut choose = Vec::new();
    for tenure in ground.running.iter().filter(|_| ground.running.len() > 1) {
        let name = name_or(r, tenure.person, t.handover_somebody())?;
        choose.push((tenure.id.to_string(), name, Some(tenure.id) == ground.tenure.as_ref().map(|x| x.id)));
    }
    let shown = Shown {
        t,
        crumbs: crumbs(r, &ground.post)?,
        summary: form.summary(),
        lead: ground.words.clone(),
        tenure: ground.tenure.as_ref().map(|x| x.id.to_string()).unwrap_or_default(),
        last: last.map(|d| d.to_string()).unwrap_or_default(),
        sought: sought.to_owned(),
        none_found,
        choose,
        keeper: ground.keeper(),
        no_day,
        lists,
        form: sent,
        back: ground.back(r),
    };
    let page = Page::new(t.handover_title()).nav("networks");
    r.page(if form.is_refused() { page.refused() } else { page }, &shown)
}

fn fields(
    r: &Reading<'_>,
    ground: &Ground,
    preview: &Preview,
    found: &[(Id<Person>, String)],
    form: &FormView,
    fresh: bool,
) -> Vec<String> {
    let t = T(r.viewer.lang);
    let mut fields = Vec::new();
    let open: Vec<(String, String)> = preview
        .ends
        .iter()
        .filter_map(|p| Some((p.choice?.to_string(), format!("{}, {}", p.title, p.detail))))
        .collect();
    if !open.is_empty() {
        // What hangs on the post ends unless somebody says otherwise.
        let ticked: Vec<(&str, &str)> = open.iter().map(|(id, _)| ("ends", id.as_str())).collect();
        let own = FormView::new(r.viewer.lang, &ticked);
        let view = if fresh { &own } else { form };
        fields.push(view.boxes("ends", t.handover_ends_which(), open).hint(t.handover_ends_hint()).to_string());
    }
    if ground.keeper() {
        let mut who = vec![("niemand".to_owned(), t.handover_nobody().to_owned())];
        who.extend(found.iter().map(|(id, line)| (format!("person-{id}"), line.clone())));
        who.push(("neu".to_owned(), t.handover_new().to_owned()));
        fields.push(form.radios("successor", t.handover_who(), who).to_string());
        fields.push(form.text("given", t.handover_given()).hint(t.handover_new_hint()).most(120).to_string());
        fields.push(form.text("family", t.handover_family()).most(120).to_string());
        fields.push(
            form.text("mail", t.handover_mail()).kind("email").hint(t.handover_mail_hint()).optional().to_string(),
        );
    }
    fields
}

/// Who comes, as typed.
enum Successor {
    Nobody,
    Known(Id<Person>),
    New { person: NewPerson, mail: Option<String> },
}

fn successor(w: &Writing<'_>, ground: &Ground, found: &[(Id<Person>, String)]) -> Result<Successor, Vec<Problem>> {
    let chosen = w.ask.field("successor");
    if !ground.keeper() || chosen == "niemand" {
        return Ok(Successor::Nobody);
    }
    if chosen != "neu" {
        // Only who was found can be chosen: nobody is reached by trying numbers.
        let known = found.iter().find(|(id, _)| chosen == format!("person-{id}"));
        return known.map(|(id, _)| Successor::Known(*id)).ok_or_else(|| {
            let reason = Reason::new("Bitte wählen Sie, wer folgt.", "Please choose who succeeds.");
            vec![Problem { field: "successor", reason }]
        });
    }
    let mut fields = Fields::of(w.ask);
    let given = fields.needed("given", NAME_MOST, "Bitte schreiben Sie den Vornamen.", "Please write the given name.");
    let family =
        fields.needed("family", NAME_MOST, "Bitte schreiben Sie den Nachnamen.", "Please write the family name.");
    let mail = Some(w.ask.field("mail")).filter(|m| !m.is_empty()).map(people::rules::mail).transpose();
    match mail {
        Ok(mail) if fields.problems.is_empty() => Ok(Successor::New { person: NewPerson::new(given, family), mail }),
        Ok(_) => Err(fields.problems),
        Err(reason) => {
            fields.problems.push(Problem { field: "mail", reason });
            Err(fields.problems)
        }
    }
}

/// Enters the handover, invites the successor and writes to whoever leaves.
///
/// # Errors
/// As [`hand_over`] and [`accounts::invite`].
pub fn save(w: &Writing<'_>, p: PostHandover) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let ground = Ground::load(&r, p.post, w.ask.field("tenure"))?;
    let sought = w.ask.field("q").to_owned();
    let mut fields = Fields::of(w.ask);
    let last = fields.day("bis").filter(|d| !d.is_open());
    let found = if ground.keeper() { found(&r, &sought)? } else { Vec::new() };
    let again = |problems: Vec<Problem>| {
        let form = FormView::kept(w.viewer.lang, w.ask, problems);
        page(&r, &ground, last, &sought, last.is_none(), &form, false)
    };
    let (Some(last), Some(tenure)) = (last, &ground.tenure) else {
        let reason = Reason::new("Bitte nennen Sie den letzten Tag.", "Please give the last day.");
        return again(vec![Problem { field: "bis", reason }]);
    };
    let who = match successor(w, &ground, &found) {
        Ok(who) => who,
        Err(problems) => return again(problems),
    };
    match enter(w, &ground, tenure, last.next(), who) {
        Ok(path) => Ok(Answer::to(w.viewer.link(&path)).with_note(t.handover_saved())),
        Err(Error::Form(problems)) => again(
            problems
                .into_iter()
                .map(|p| if matches!(p.field, "until" | "from") { Problem { field: "bis", ..p } } else { p })
                .collect(),
        ),
        Err(Error::Rule(reason)) => again(vec![Problem { field: "bis", reason }]),
        Err(other) => Err(other),
    }
}

fn enter(w: &Writing<'_>, ground: &Ground, tenure: &Tenure, day: Day, who: Successor) -> Result<HandoverPage> {
    let (tx, by) = (w.tx, &w.viewer.actor);
    let (person, mail) = match who {
        Successor::Nobody => (None, None),
        Successor::Known(id) => (Some(id), None),
        Successor::New { person, mail } => {
            let there = mail.as_ref().map(|m| accounts::person_at(tx, m, &person)).transpose()?.flatten();
            let id = match there {
                Some(id) => id,
                None => people::add_person(tx, by, &person)?,
            };
            (Some(id), mail)
        }
    };
    let ends = w.ask.every("ends").filter_map(|id| id.parse::<Id<Occupancy>>().ok()).collect();
    let handover = hand_over(tx, by, &NewHandover { tenure: tenure.id, day, successor: person, ends })?;
    let path = HandoverPage { handover };
    let link = w.site.absolute(&path);
    if let Some(account) = accounts::account_of(tx, tenure.person)?
        && by.person != Some(tenure.person.raw())
    {
        let last = i18n::day_long(account.lang, day.previous());
        let letter = letters::to_leaver(account.lang, account.mail, &ground.words, &last, &link);
        tx.post(&db::OutMail { person: Some(tenure.person.raw()), ..letter })?;
    }
    if let Some(person) = person {
        write_to_successor(w, ground, person, mail, day, &link)?;
    }
    Ok(path)
}

/// Who has an account gets a letter, who has none and an address an invitation.
fn write_to_successor(
    w: &Writing<'_>,
    ground: &Ground,
    person: Id<Person>,
    mail: Option<String>,
    day: Day,
    link: &str,
) -> Result<()> {
    let (tx, by) = (w.tx, &w.viewer.actor);
    if let Some(account) = accounts::account_of(tx, person)? {
        let first = i18n::day_long(account.lang, day);
        let letter = letters::to_successor(account.lang, account.mail, &ground.words, &first, link);
        return tx.post(&db::OutMail { person: Some(person.raw()), ..letter }).map(drop);
    }
    let Some(mail) = mail else { return Ok(()) };
    // The right to invite is asked for one of the networks the post sits in and the actor keeps.
    for (network, _) in networks_of_post(tx, ground.post.id.raw(), w.viewer.today)? {
        let scope = match crate::store::bodies::find_body(tx, by, network) {
            Ok(body) => body.scope(),
            Err(Error::NotFound) => continue,
            Err(other) => return Err(other),
        };
        if rights::allows(by, Kind::Body, rights::Action::Invite, &scope) {
            let right = Right { kind: Kind::Body, scope };
            let invite = Invite {
                person,
                mail,
                about: Some(Subject::new("post", ground.post.id.raw())),
                about_words: Some(Reason::new(ground.words.clone(), ground.words.clone())),
            };
            return accounts::invite(tx, by, &right, &w.site.outside().base_url, &invite).map(drop);
        }
    }
    Err(Error::Denied(None))
}
