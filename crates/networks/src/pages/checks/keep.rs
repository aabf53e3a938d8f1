//! `/gremien/{body}/datenpruefung`: for those who keep a network: begin a round, see who answered, remind, decide.

use std::collections::HashMap;

use askama::Template;
use kernel::{Error, Id, Result};
use people::{Organisation, Person, Post, Tenure};
use web::{Answer, FormView, Reading, Writing};

use super::{answer::said, kind_word};
use crate::{
    Change, ChangeKind, CheckLink, DataCheck, Names, Place,
    actions::{decide_change, remind_of_check, set_yearly_check, start_check},
    pages::{keep::body::KeptBody, shared},
    paths::{CheckKeep, PostFill},
    rules::{check_last, still_runs},
    store::checks as store,
    words::T,
};

struct Proposal {
    id: String,
    title: String,
    who: String,
    was: Option<String>,
    value: String,
    href: Option<String>,
    by_hand: bool,
    /// Whoever reads the old address is asked, too.
    asked: bool,
}

struct Asked {
    name: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "check_keep.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    problem: String,
    once: String,
    state: Vec<String>,
    runs: bool,
    yearly: bool,
    proposals: Vec<Proposal>,
    open: Vec<Asked>,
    answered: Vec<Asked>,
    back: String,
}

fn kept(r: &Reading<'_>, p: &CheckKeep) -> Result<KeptBody> {
    let kept = KeptBody::load(r, p.body)?;
    if kept.body.is_network() { Ok(kept) } else { Err(Error::NotFound) }
}

/// The page.
///
/// # Errors
/// [`Error::NotFound`] where it is no network; [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: CheckKeep) -> Result<Answer> {
    page(r, &kept(r, &p)?, String::new())
}

fn page(r: &Reading<'_>, kept: &KeptBody, problem: String) -> Result<Answer> {
    let (t, lang, body) = (T(r.viewer.lang), r.viewer.lang, &kept.body);
    let check = store::latest_check(r.conn, body.id)?;
    let links = check.as_ref().map(|c| store::list_links(r.conn, c.id)).transpose()?.unwrap_or_default();
    let changes = store::list_changes(r.conn, body.id)?;
    let persons = links.iter().map(|l| l.person).chain(changes.iter().map(|c| c.person));
    let names = Names::load(r.conn, &r.viewer.actor, persons)?;
    let place = Place::from(body);
    let name = |person: Id<Person>| shared::face(r, names.in_place(person, &place).as_ref(), body.sensitive).name;
    let runs = check.as_ref().is_some_and(|c| still_runs(r.viewer.now, Some(c.due)));
    let (answered, mut open): (Vec<&CheckLink>, Vec<&CheckLink>) = links.iter().partition(|l| l.answered.is_some());
    open.sort_by_cached_key(|l| (l.sent, names.order(l.person)));
    let refused = !problem.is_empty();
    let form = FormView::new(lang, &[]);
    let sheet = kept.sheet(r, t.check_keep())?;
    let shown = Shown {
        t,
        crumbs: sheet.crumbs,
        name: sheet.lead,
        problem,
        once: form.once(),
        state: state(r, check.as_ref(), answered.len(), links.len(), runs),
        runs,
        yearly: store::yearly_base(r.conn, body.id)?.is_some(),
        proposals: proposals(r, &changes, &name)?,
        open: open
            .iter()
            .map(|l| Asked {
                name: name(l.person),
                detail: match (l.sent, l.reminded) {
                    (false, _) => t.check_no_address().to_owned(),
                    (true, Some(at)) => t.check_reminded(i18n::day_medium(lang, at.day())),
                    (true, None) => String::new(),
                },
            })
            .collect(),
        answered: answered
            .iter()
            .map(|l| Asked {
                name: name(l.person),
                detail: l.answered.map_or(String::new(), |at| {
                    let day = i18n::day_medium(lang, at.day());
                    if l.changed { t.check_changed_on(day) } else { t.check_confirmed_on(day) }
                }),
            })
            .collect(),
        back: kept.manage(r),
    };
    let page = kept.page(r, t.check_keep())?;
    r.page(if refused { page.refused() } else { page }, &shown)
}

fn state(r: &Reading<'_>, check: Option<&DataCheck>, answered: usize, all: usize, runs: bool) -> Vec<String> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let Some(check) = check else { return vec![t.check_never().to_owned(), t.check_explained().to_owned()] };
    let (begun, last) = (i18n::day_long(lang, check.created.day()), i18n::day_long(lang, check_last(check.due)));
    let mut said = vec![if runs { t.check_runs(begun, last) } else { t.check_ran(begun, last) }];
    said.push(if all == 0 { t.check_writing().to_owned() } else { t.check_count(answered, all) });
    said
}

fn proposals(r: &Reading<'_>, changes: &[Change], name: &dyn Fn(Id<Person>) -> String) -> Result<Vec<Proposal>> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let t = T(r.viewer.lang);
    let posts: Vec<Id<Post>> = changes.iter().filter_map(|c| c.post).collect();
    let posts: HashMap<Id<Post>, Post> = if posts.is_empty() {
        HashMap::new()
    } else {
        people::list_posts(r.conn, &posts)?.into_iter().map(|p| (p.id, p)).collect()
    };
    let organisations: Vec<Id<Organisation>> =
        changes.iter().filter_map(|c| c.organisation).chain(posts.values().map(|p| p.organisation)).collect();
    let organisations: HashMap<Id<Organisation>, Organisation> = if organisations.is_empty() {
        HashMap::new()
    } else {
        people::list_organisations(r.conn, &organisations)?.into_iter().map(|o| (o.id, o)).collect()
    };
    let persons: Vec<Id<Person>> = changes.iter().map(|c| c.person).collect();
    let tenures = people::list_tenures_of_persons(r.conn, &persons, r.viewer.today)?;
    let made = |c: &Change| {
        let post = c.post.and_then(|id| posts.get(&id));
        let organisation = c.organisation.or(post.map(|p| p.organisation)).and_then(|id| organisations.get(&id));
        let tenure = c.tenure.and_then(|id| tenures.iter().find(|x| x.id == id));
        let of = match (post, organisation) {
            (Some(p), Some(o)) => format!("{}, {}", p.titles.neutral, o.name),
            (None, Some(o)) => o.name.clone(),
            _ => String::new(),
        };
        let who = [name(c.person), of].into_iter().filter(|x| !x.is_empty()).collect::<Vec<_>>().join(" · ");
        Proposal {
            id: c.id.to_string(),
            title: kind_word(t, c.kind).to_owned(),
            who,
            was: was(c, post, organisation, tenure).map(|text| said(r, None, &text)),
            value: said(r, c.day, &c.value),
            href: c
                .post
                .filter(|_| matches!(c.kind, ChangeKind::Deputy | ChangeKind::Successor))
                .map(|post| r.viewer.link(&PostFill { post })),
            by_hand: matches!(c.kind, ChangeKind::Deputy | ChangeKind::Successor | ChangeKind::Note),
            asked: c.kind == ChangeKind::OwnMail,
        }
    };
    Ok(changes.iter().map(made).collect())
}

/// What stands there now.
fn was(
    change: &Change,
    post: Option<&Post>,
    organisation: Option<&Organisation>,
    tenure: Option<&Tenure>,
) -> Option<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match change.kind {
        ChangeKind::OwnMail => tenure.map(|x| text(&x.mail)),
        ChangeKind::Share => tenure.map(|x| x.share_percent.to_string()),
        ChangeKind::PostMail => post.map(|p| text(&p.mail)),
        ChangeKind::PostPhone => post.map(|p| text(&p.phone)),
        ChangeKind::Address => organisation.map(|o| text(&o.address)),
        ChangeKind::OrganisationMail => organisation.map(|o| text(&o.mail)),
        ChangeKind::OrganisationPhone => organisation.map(|o| text(&o.phone)),
        _ => None,
    }
}

/// Does what was pressed.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: CheckKeep) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let kept = kept(&r, &p)?;
    let base = w.site.outside().base_url.as_str();
    let deed = w.ask.field("tat");
    let decided = |prefix: &str| deed.strip_prefix(prefix).and_then(|id| id.parse::<Id<Change>>().ok());
    let (done, note) = match (deed, decided("ja-"), decided("nein-")) {
        ("beginnen", ..) => (start_check(w.tx, by, p.body, base).map(drop), t.check_started()),
        ("erinnern", ..) => (remind_of_check(w.tx, by, p.body, base), t.check_reminding()),
        ("jaehrlich", ..) => (set_yearly_check(w.tx, by, p.body, Some(base)), t.check_yearly_on()),
        ("einmal", ..) => (set_yearly_check(w.tx, by, p.body, None), t.check_yearly_off()),
        (_, Some(id), _) => (decide_change(w.tx, by, p.body, id, true), t.check_accepted()),
        (_, _, Some(id)) => (decide_change(w.tx, by, p.body, id, false), t.check_rejected()),
        _ => return page(&r, &kept, t.check_choose().to_owned()),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(note)),
        Err(Error::Rule(reason)) => page(&r, &kept, reason.text(w.viewer.lang).to_owned()),
        Err(Error::Form(problems)) => {
            let said: Vec<&str> = problems.iter().map(|p| p.reason.text(w.viewer.lang)).collect();
            page(&r, &kept, said.join(" "))
        }
        Err(other) => Err(other),
    }
}
