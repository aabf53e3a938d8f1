//! `/stellen/{post}/uebergabe`: the last day, what passes, ends and stays, and who comes.

use askama::Template;
use kernel::{Day, Error, Id, Problem, Reason, Result};
use people::{Post, Tenure};
use web::{Answer, Fields, FormView, Leaving, Page, Passing, Reading, Writing};

use super::{Preview, crumbs, is_keeper, name_or, running};
use crate::{
    NewHandover, Occupancy,
    actions::{Handing, hand_over, may_hand_over},
    letters,
    pages::whom::{self, Found, Whom},
    paths::{HandoverNext, HandoverPage, OrganisationPage, PostHandover},
    store::{handovers::list_keepers_of, occupancies::networks_of_post},
    words::T,
};

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
    let last = asked.and_then(|text| r.ask.day(text).ok()).filter(|d| !d.is_open());
    let (sought, no_day) = (r.ask.query("q").unwrap_or_default().trim().to_owned(), asked.is_some() && last.is_none());
    let found = if ground.keeper() { whom::find(r, &sought)? } else { Vec::new() };
    let values = whom::begun(&sought, &found, true);
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = FormView::new(r.viewer.lang, &values);
    page(r, &ground, last, (&sought, &found), no_day, &form, true)
}

fn page(
    r: &Reading<'_>,
    ground: &Ground,
    last: Option<Day>,
    (sought, found): (&str, &Found),
    no_day: bool,
    form: &FormView,
    fresh: bool,
) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let (mut lists, mut sent, mut none_found) = (Vec::new(), None, false);
    if let (Some(last), Some(tenure)) = (last, &ground.tenure) {
        let leaving = Leaving { post: ground.post.id.raw(), person: tenure.person.raw(), day: last.next() };
        let preview = Preview::load(r, &leaving)?;
        none_found = found.is_empty() && !sought.is_empty();
        sent = Some((form.once(), fields(r, ground, &preview, found, form, fresh)));
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
    found: &Found,
    form: &FormView,
    fresh: bool,
) -> Vec<String> {
    let t = T(r.viewer.lang);
    let mut fields = Vec::new();
    let open: Vec<(String, String)> = preview
        .ends
        .iter()
        .filter(|p| p.decides)
        .filter_map(|p| Some((p.number?.to_string(), format!("{}, {}", p.title, p.detail))))
        .collect();
    if !open.is_empty() {
        // What hangs on the post ends unless somebody says otherwise.
        let ticked: Vec<(&str, &str)> = open.iter().map(|(id, _)| ("ends", id.as_str())).collect();
        let own = FormView::new(r.viewer.lang, &ticked);
        let view = if fresh { &own } else { form };
        fields.push(view.boxes("ends", t.handover_ends_which(), open).hint(t.handover_ends_hint()).to_string());
    }
    if ground.keeper() {
        fields.extend(whom::fields(r, form, found, Some(t.handover_nobody())));
    }
    fields
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
    let found = if ground.keeper() { whom::find(&r, &sought)? } else { Vec::new() };
    let again = |problems: Vec<Problem>| {
        let form = FormView::kept(w.viewer.lang, w.ask, problems);
        page(&r, &ground, last, (&sought, &found), last.is_none(), &form, false)
    };
    let (Some(last), Some(tenure)) = (last, &ground.tenure) else {
        let reason = Reason::new("Bitte nennen Sie den letzten Tag.", "Please give the last day.");
        return again(vec![Problem { field: "bis", reason }]);
    };
    let who = match ground.keeper().then(|| whom::typed(w, &found, true)).transpose() {
        Ok(who) => who.unwrap_or(Whom::Nobody),
        Err(problems) => return again(problems),
    };
    match enter(w, &ground, tenure, last.next(), who) {
        Ok(path) => Ok(Answer::to(w.viewer.link(&path)).with_note(t.handover_saved())),
        Err(Error::Form(problems)) => again(
            problems
                .into_iter()
                .map(|p| match p.field {
                    "until" | "from" => Problem { field: "bis", ..p },
                    "successor" => Problem { field: "whom", ..p },
                    _ => p,
                })
                .collect(),
        ),
        Err(Error::Rule(reason)) => again(vec![Problem { field: "bis", reason }]),
        Err(other) => Err(other),
    }
}

fn enter(w: &Writing<'_>, ground: &Ground, tenure: &Tenure, day: Day, who: Whom) -> Result<HandoverPage> {
    let (tx, by) = (w.tx, &w.viewer.actor);
    let (person, mail) = whom::entered(w, who)?;
    let ends = w.ask.every("ends").filter_map(|id| id.parse::<Id<Occupancy>>().ok()).collect();
    let handover = hand_over(tx, by, &NewHandover { tenure: tenure.id, day, successor: person, ends })?;
    let path = HandoverPage { handover };
    let link = w.site.absolute(&path);
    // Also where she entered it herself: the page promises a mail with the day.
    if let Some(to) = crate::actions::reached(tx, tenure.person)? {
        let last = i18n::day_long(to.lang, day.previous());
        let letter = if to.account {
            letters::to_leaver(to.lang, to.mail, &ground.words, &last, &link)
        } else {
            letters::to_leaver_by_mail(to.lang, to.mail, &ground.words, &last)
        };
        tx.post(&db::OutMail { person: Some(tenure.person.raw()), ..letter })?;
    }
    match person {
        Some(person) => whom::write_to(w, &ground.post, person, mail, day, &link)?,
        None => ask_who_comes(w, ground, day, &w.site.absolute(&HandoverNext { handover }))?,
    }
    Ok(path)
}

/// Asks those who keep a network in which the post sits to say who comes; not whoever entered it, who knows that.
fn ask_who_comes(w: &Writing<'_>, ground: &Ground, day: Day, link: &str) -> Result<()> {
    let networks: Vec<_> =
        networks_of_post(w.tx, ground.post.id.raw(), w.viewer.today)?.into_iter().map(|(id, _)| id).collect();
    let mut keepers = list_keepers_of(w.tx, &networks, w.viewer.today)?;
    let leaver = ground.tenure.as_ref().map(|tenure| tenure.person);
    keepers.retain(|keeper| Some(keeper.raw()) != w.viewer.actor.person && Some(*keeper) != leaver);
    for to in accounts::list_addresses(w.tx, &keepers)?.into_iter().filter(|to| to.account && !to.locked) {
        let first = i18n::day_long(to.lang, day);
        let letter = letters::asks_for_successor(to.lang, to.mail, &ground.words, &first, link);
        w.tx.post(&db::OutMail { person: Some(to.person.raw()), ..letter })?;
    }
    Ok(())
}
