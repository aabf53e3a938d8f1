//! `/konto/sitze/neu` and `/konto/sitze/{seat}`: one seat elsewhere, for whom, and who may see it.

use kernel::{Day, Error, Id, Problem, Result, Term};
use people::Post;
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::kind_word;
use crate::{
    Audience, Elsewhere, ElsewhereKind, NewElsewhere,
    actions::{edit_elsewhere, find_own_elsewhere, forget_elsewhere, note_elsewhere, posts_held},
    letters::post_words,
    pages::{
        consent::own::{Circle, Own},
        keep::{Sheet, is_current, problems},
    },
    paths::{ElsewhereEdit, ElsewhereList, ElsewhereNew},
    words::T,
};

const NOTE_MOST: usize = 1000;
const LINE_MOST: usize = 120;

/// What the form offers.
struct Ground {
    seat: Option<Elsewhere>,
    posts: Vec<(Id<Post>, String)>,
    circles: Vec<Circle>,
}

impl Ground {
    fn load(r: &Reading<'_>, seat: Option<Elsewhere>) -> Result<Self> {
        let person = Id::new(r.viewer.actor.person.ok_or(Error::NotFound)?);
        let mut ids = posts_held(r.conn, person)?;
        ids.extend(seat.as_ref().and_then(|s| s.noted.post).filter(|post| !ids.contains(post)));
        let mut posts = Vec::new();
        if !ids.is_empty() {
            for post in people::list_posts(r.conn, &ids)? {
                posts.push((post.id, post_words(r.conn, &post)?));
            }
        }
        Ok(Self { seat, posts, circles: Own::load(r)?.circles })
    }

    fn values(&self, today: Day) -> Vec<(&'static str, String)> {
        let Some(seat) = &self.seat else {
            return vec![("kind", "council".to_owned()), ("from", today.to_string()), ("post", String::new())];
        };
        let noted = &seat.noted;
        let circle = self.circles.iter().find(|c| Some(c.audience) == noted.audience && c.body == noted.shown_in);
        let last = Some(noted.term.until).filter(|d| !d.is_open()).map(|d| d.previous().to_string());
        vec![
            ("version", seat.version.to_string()),
            ("body", noted.body.clone()),
            ("kind", noted.kind.word().to_owned()),
            ("role", noted.role.clone()),
            ("from", noted.term.from.to_string()),
            ("until", last.unwrap_or_default()),
            ("post", noted.post.map(|p| p.to_string()).unwrap_or_default()),
            ("passes", if noted.passes { "ja" } else { "" }.to_owned()),
            ("note", noted.note.clone()),
            ("audience", circle.map(|c| c.key.clone()).unwrap_or_default()),
        ]
    }
}

fn shown(r: &Reading<'_>, ground: &Ground) -> Result<Answer> {
    page(r, ground, &stored(r, ground))
}

/// The fields as they are stored, or as a new one begins.
fn stored(r: &Reading<'_>, ground: &Ground) -> FormView {
    let values = ground.values(r.viewer.today);
    let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
    FormView::new(r.viewer.lang, &values)
}

/// The form for a new one.
///
/// # Errors
/// When the database cannot be read.
pub fn new(r: &Reading<'_>, _: ElsewhereNew) -> Result<Answer> {
    shown(r, &Ground::load(r, None)?)
}

/// The form for one there is.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub fn edit(r: &Reading<'_>, p: ElsewhereEdit) -> Result<Answer> {
    let seat = find_own_elsewhere(r.conn, &r.viewer.actor, p.seat)?;
    shown(r, &Ground::load(r, Some(seat))?)
}

fn page(r: &Reading<'_>, ground: &Ground, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let title = if ground.seat.is_some() { t.elsewhere_edit() } else { t.elsewhere_new() };
    let kinds = ElsewhereKind::ALL.iter().map(|k| (k.word().to_owned(), kind_word(t, *k).to_owned())).collect();
    let whom = std::iter::once((String::new(), t.elsewhere_for_me().to_owned()))
        .chain(ground.posts.iter().map(|(id, words)| (id.to_string(), words.clone())))
        .collect();
    let seen = std::iter::once((String::new(), t.elsewhere_only_you().to_owned()))
        .chain(ground.circles.iter().map(|c| (c.key.clone(), c.label.clone())))
        .collect();
    let yes = |word: &str| vec![("ja".to_owned(), word.to_owned())];
    let mut sheet = Sheet {
        crumbs: web::crumbs(
            v.lang,
            &[(t.consent_account(), v.link(&"/konto")), (t.elsewhere_title(), v.link(&ElsewhereList {}))],
        ),
        title: title.to_owned(),
        lead: t.elsewhere_lead().to_owned(),
        back: v.link(&ElsewhereList {}),
        ..Sheet::new(t.0)
    }
    .of(form);
    let version = ground.seat.as_ref().map(|s| s.version.to_string()).unwrap_or_default();
    sheet.hidden = vec![("version", version)];
    sheet.fields = vec![
        form.text("body", t.elsewhere_body()).hint(t.elsewhere_body_hint()).most(120).to_string(),
        form.select("kind", t.elsewhere_kind(), kinds).to_string(),
        form.text("role", t.elsewhere_role()).hint(t.elsewhere_role_hint()).most(120).optional().to_string(),
        form.text("from", t.elsewhere_from()).kind("date").to_string(),
        form.text("until", t.elsewhere_until()).kind("date").optional().to_string(),
        form.radios("post", t.elsewhere_for_whom(), whom).to_string(),
    ];
    if !ground.posts.is_empty() {
        sheet.fields.push(
            form.boxes("passes", t.elsewhere_passes(), yes(t.elsewhere_passes_yes()))
                .hint(t.elsewhere_passes_hint())
                .to_string(),
        );
    }
    sheet.fields.push(
        form.text("note", t.elsewhere_note()).hint(t.elsewhere_note_hint()).lines(3).most(1000).optional().to_string(),
    );
    sheet
        .fields
        .push(form.select("audience", t.elsewhere_audience(), seen).hint(t.elsewhere_audience_hint()).to_string());
    if ground.seat.is_some() {
        sheet.fields.push(form.boxes("weg", t.elsewhere_forget(), yes(t.elsewhere_forget_yes())).to_string());
    }
    sheet.submit = t.edit_save();
    sheet.answer(r, Page::new(title).nav("account"), form)
}

fn typed(w: &Writing<'_>, ground: &Ground) -> Result<NewElsewhere, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let body = fields.needed("body", LINE_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let kinds: Vec<(&str, ElsewhereKind)> = ElsewhereKind::ALL.iter().map(|k| (k.word(), *k)).collect();
    let kind = fields.choice("kind", &kinds);
    let role = fields.line("role", LINE_MOST);
    let from =
        crate::pages::keep::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let until = fields.day("until").filter(|d| !d.is_open()).map_or(Day::OPEN, Day::next);
    let post = w.ask.field("post");
    let of = ground.posts.iter().find(|(id, _)| id.to_string() == post).map(|(id, _)| *id);
    if of.is_none() && !post.is_empty() {
        fields.refuse("post", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let key = w.ask.field("audience");
    let circle = ground.circles.iter().find(|c| c.key == key);
    if circle.is_none() && !key.is_empty() {
        fields.refuse("audience", "Bitte wählen Sie eine der Möglichkeiten.", "Please choose one of the options.");
    }
    let note = fields.text("note", NOTE_MOST);
    match (kind, from) {
        (Some(kind), Some(from)) if fields.problems.is_empty() => Ok(NewElsewhere {
            body,
            kind,
            role,
            term: Term { from, until },
            post: of,
            passes: w.ask.ticked("passes"),
            note,
            audience: circle.map(|c| c.audience),
            shown_in: circle.filter(|c| c.audience == Audience::Network).and_then(|c| c.body),
        }),
        _ => Err(fields.problems),
    }
}

/// Notes a new one.
///
/// # Errors
/// As [`note_elsewhere`].
pub fn save_new(w: &Writing<'_>, _: ElsewhereNew) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let ground = Ground::load(&r, None)?;
    let again = |problems| page(&r, &ground, &FormView::kept(w.viewer.lang, w.ask, problems));
    let new = match typed(w, &ground) {
        Ok(new) => new,
        Err(problems) => return again(problems),
    };
    match note_elsewhere(w.tx, &w.viewer.actor, &new) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&ElsewhereList {})).with_note(t.edit_saved())),
        Err(fault) => again(problems(fault, "body", &[])?),
    }
}

/// Changes one, or takes it away.
///
/// # Errors
/// As [`edit_elsewhere`] and [`forget_elsewhere`].
pub fn save(w: &Writing<'_>, p: ElsewhereEdit) -> Result<Answer> {
    let (r, t, by) = (w.reading(), T(w.viewer.lang), &w.viewer.actor);
    let seat = find_own_elsewhere(r.conn, by, p.seat)?;
    let ground = Ground::load(&r, Some(seat.clone()))?;
    let again = |problems| page(&r, &ground, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken =
        || page(&r, &ground, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&stored(&r, &ground)));
    let done = |note| Ok(Answer::to(w.viewer.link(&ElsewhereList {})).with_note(note));
    if w.ask.ticked("weg") {
        forget_elsewhere(w.tx, by, p.seat)?;
        return done(t.elsewhere_forgotten());
    }
    if !is_current(w, seat.version) {
        return overtaken();
    }
    let new = match typed(w, &ground) {
        Ok(new) => new,
        Err(problems) => return again(problems),
    };
    match edit_elsewhere(w.tx, by, p.seat, seat.version, &new) {
        Ok(()) => done(t.edit_saved()),
        Err(fault) => again(problems(fault, "body", &[])?),
    }
}
