//! The addresses of the demo: what this is, who one can be, and the post that never leaves the house.

use std::sync::OnceLock;

use askama::Template;
use kernel::{Error, Result};
use mail::{Trap, Trapped};
use networks::shell::{Links, paged};
use web::{Answer, Audience, Page, Reading, Routes, Slice, Writing};

use crate::{
    facts::{self, field, rows},
    persons,
    texts::T,
};

web::paths! {
    /// What the demo is and who one can be.
    pub Entrance = "/demo" {}
    /// The letters that were caught.
    pub Letters = "/demo/post" {}
    /// Becoming one of the personas.
    pub SignIn = "/demo/anmelden" {}
}

/// How many letters the trap keeps: what a morning of looking around brings, and more.
const KEPT: usize = 2_000;
/// How many of them a page shows.
const ROWS: usize = 100;

/// The trap all letters of a demo go to, one for the whole process.
pub fn trap() -> &'static Trap {
    static TRAP: OnceLock<Trap> = OnceLock::new();
    TRAP.get_or_init(|| Trap::new(KEPT))
}

/// The addresses that exist only in the demo.
#[must_use]
pub fn slice() -> Slice {
    Slice::new("demo", routes)
}

fn routes() -> Routes {
    Routes::new()
        .get_fresh(Audience::Public, entrance)
        .get_fresh(Audience::Public, letters)
        .post(Audience::Public, sign_in)
}

struct Persona {
    slug: &'static str,
    name: &'static str,
    words: &'static str,
    why: &'static str,
    here: bool,
}

#[derive(Template)]
#[template(path = "entrance.html")]
struct EntranceView {
    t: T,
    personas: Vec<Persona>,
    /// Hue, address, name, short name.
    networks: Vec<(&'static str, String, &'static str, &'static str)>,
    letters: String,
    sign_in: String,
    count: usize,
}

fn entrance(r: &Reading<'_>, _: Entrance) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let english = r.viewer.lang == kernel::Lang::En;
    let me = r.viewer.actor.person;
    let mut list = Vec::new();
    for (slug, words) in persons::personas() {
        let (name, words) = words.split_once(": ").unwrap_or((words, ""));
        let here = me.is_some() && persons::persona(r.conn, slug)?.map(kernel::Id::raw) == me;
        list.push(Persona { slug, name, words: if english { "" } else { words }, why: why(t, slug), here });
    }
    let open = rows(facts::NETWORKS).filter(|row| !field(row, 6).contains("unlisted"));
    let networks = open
        .filter_map(|row| {
            let page = networks::paths::NetworkPage { network: field(&row, 0).parse().ok()? };
            Some((field(&row, 1), r.viewer.link(&page), field(&row, if english { 9 } else { 8 }), field(&row, 7)))
        })
        .collect();
    let view = EntranceView {
        t,
        personas: list,
        networks,
        letters: r.viewer.link(&Letters {}),
        sign_in: SignIn {}.to_string(),
        count: trap().list().len(),
    };
    r.page(Page::new(t.entrance_title()), &view)
}

fn why(t: T, slug: &str) -> &'static str {
    match slug {
        "mira" => t.why_mira(),
        "lag" => t.why_lag(),
        "rag" => t.why_rag(),
        "ak" => t.why_ak(),
        "gast" => t.why_gast(),
        "verein" => t.why_verein(),
        "stellvertretung" => t.why_stellvertretung(),
        "neu" => t.why_neu(),
        "ehemals" => t.why_ehemals(),
        "lsbtiq" => t.why_lsbtiq(),
        "verborgen" => t.why_verborgen(),
        _ => t.why_betrieb(),
    }
}

struct Caught {
    number: u64,
    lang: &'static str,
    subject: String,
    to: String,
    at: String,
    from: String,
    /// As her mail program shows it: the body of the HTML part, which is made by this house alone.
    shown: String,
    text: String,
    links: Vec<String>,
    /// What a calendar is told: in a word, and the file.
    calendar: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "letters.html")]
struct LettersView {
    t: T,
    letters: Vec<Caught>,
    pages: Links,
    kept: usize,
    entrance: String,
}

fn letters(r: &Reading<'_>, _: Letters) -> Result<Answer> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let shown = |one: &Trapped| Caught {
        number: one.number,
        lang: one.letter.lang.code(),
        subject: one.letter.subject.to_string(),
        to: one.letter.to.to_string(),
        at: i18n::moment_long(lang, one.at),
        from: one.letter.from_name.as_ref().map_or_else(String::new, |name| t.letters_from(name.as_str())),
        shown: one.letter.html.as_deref().and_then(body_of).unwrap_or_default().to_owned(),
        text: one.letter.text.clone(),
        links: one.links().into_iter().map(str::to_owned).collect(),
        calendar: one.letter.calendar.as_ref().map(|part| {
            let word = if part.method() == "CANCEL" { t.letters_calendar_cancel() } else { t.letters_calendar() };
            (word, part.text().to_owned())
        }),
    };
    let all = trap().list();
    let (span, pages) = paged(r, &r.viewer.link(&Letters {}), all.len(), ROWS);
    let view = LettersView {
        t,
        letters: all.iter().rev().skip(span.start).take(span.len()).map(shown).collect(),
        pages,
        kept: KEPT,
        entrance: r.viewer.link(&Entrance {}),
    };
    r.page(Page::new(t.letters_title()), &view)
}

/// What stands in the body of an HTML part.
fn body_of(html: &str) -> Option<&str> {
    html.split_once("<body>")?.1.split_once("</body>").map(|(body, _)| body)
}

/// Who chooses this is signed out.
const NOBODY: &str = "niemand";

/// Opens a session as one of the personas, without any proof: this is why the route exists only in the demo, and
/// refuses in any database that is not one.
fn sign_in(w: &Writing<'_>, _: SignIn) -> Result<Answer> {
    if !crate::is_demo(w.tx)? {
        return Err(Error::NotFound);
    }
    let slug = w.ask.field("person");
    if slug == NOBODY {
        // Nobody: the public pages.
        return if w.viewer.is_signed_in() {
            accounts::sign_out(w, accounts::paths::SignOut {})
        } else {
            Ok(Answer::to("/"))
        };
    }
    let known = persons::personas().iter().any(|(known, _)| *known == slug);
    let person = if known { persons::persona(w.tx, slug)? } else { None };
    let person = person.ok_or_else(|| {
        Error::field(
            "person",
            kernel::Reason::new(
                "Diese Person gibt es in der Demo nicht. Bitte wählen Sie eine aus der Liste.",
                "The demo has no such person. Please choose one from the list.",
            ),
        )
    })?;
    let cookie = accounts::open_session(w.tx, person, &w.ask.agent)?;
    Ok(Answer::to("/").with_cookie(cookie))
}

impl Persona {
    fn initials(&self) -> String {
        let words = self.name.split(',').next().unwrap_or_default().split(' ').filter(|w| !w.ends_with('.'));
        words.filter_map(|w| w.chars().next()).take(2).collect()
    }
}
