//! `/gremien/{body}/aussenansicht`: what others see of a network or body, worked out from the rights themselves, for those who keep
//! it; with the page as whoever is signed out sees it.

use askama::Template;
use kernel::{Actor, Result, Scope, Sitting, Voice};
use web::{Answer, Reading};

use super::body::KeptBody;
use crate::{
    Body,
    pages::shared,
    paths::{BodySight, BodyVisibility},
    store::bodies,
    words::T,
};

/// Who looks: the public, members of other networks, members of this one.
struct Lookers([Actor; 3]);

impl Lookers {
    fn of(network: &Body) -> Self {
        // Numbers of the house begin at 1: nobody sits here, and no network is this one.
        let member = |network: i64| Actor {
            person: Some(0),
            sits: vec![Sitting {
                seat: 0,
                body: network,
                network,
                voice: Voice::Voting,
                office: None,
                substitute: false,
            }],
            ..Actor::default()
        };
        Self([Actor::public(), member(0), member(network.id.raw())])
    }

    fn see(&self, scope: &Scope) -> [bool; 3] {
        self.0.each_ref().map(|actor| rights::sees(actor, scope))
    }
}

/// A thing and what each sees of it, in words.
struct Row {
    what: String,
    href: String,
    seen: [&'static str; 3],
}

#[derive(Template)]
#[template(path = "sight.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    notes: Vec<&'static str>,
    /// Part of the address, heading, first column, rows.
    tables: Vec<(&'static str, &'static str, &'static str, Vec<Row>)>,
    /// The page as whoever is signed out sees it; none where nobody does.
    outside: Option<String>,
    change: String,
    back: String,
}

const fn yes(t: T, seen: bool) -> &'static str {
    if seen { t.sight_yes() } else { t.sight_no() }
}

/// What each sees of the names on the seats: members one another, others only those who agreed; where it is sensitive only
/// those who agreed, and nobody outside.
fn names(t: T, body: &Body, seats: [bool; 3]) -> [&'static str; 3] {
    let [public, others, members] = seats;
    let agreed = |seen: bool| if seen { t.sight_agreed() } else { t.sight_no() };
    [agreed(public), agreed(others), if body.sensitive { agreed(members) } else { yes(t, members) }]
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: BodySight) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let kept = KeptBody::load(r, p.body)?;
    let (body, who) = (&kept.body, Lookers::of(&kept.network));
    let (page, seats) = (who.see(&body.scope()), who.see(&body.roster_scope()));
    let row = |what: &str, seen: [&'static str; 3]| Row { what: what.to_owned(), href: String::new(), seen };
    let mut rows = vec![
        row(t.sight_page(), page.map(|seen| yes(t, seen))),
        row(t.sight_seats(), seats.map(|seen| yes(t, seen))),
        row(t.sight_names(), names(t, body, seats)),
    ];
    if body.join_page {
        rows.push(row(t.sight_join(), page.map(|seen| yes(t, seen))));
    }
    let all =
        if body.is_network() { bodies::list_bodies(r.conn, &v.actor, kept.network.id, v.today)? } else { Vec::new() };
    let others = all.iter().filter(|b| b.id != body.id).map(|b| {
        let (page, seats) = (who.see(&b.scope()), who.see(&b.roster_scope()));
        let seen = std::array::from_fn(|n| match (page[n], seats[n]) {
            (true, true) => t.sight_body_all(),
            (true, false) => t.sight_body_page(),
            (false, _) => t.sight_no(),
        });
        Ok(Row { what: b.name_in(v.lang).to_owned(), href: shared::body_link(r, &kept.network.slug, b)?, seen })
    });
    let mut tables = vec![("wer", t.sight_who(), t.sight_what(), rows)];
    let others = others.collect::<Result<Vec<_>>>()?;
    if !others.is_empty() {
        tables.push(("gremien", t.bodies_title(), t.sight_body(), others));
    }
    let mut notes = vec![t.sight_each()];
    if body.unlisted {
        notes.insert(0, t.sight_unlisted());
    } else if body.sensitive {
        notes.insert(0, t.sight_sensitive());
    }
    let link = shared::body_link(r, &kept.network.slug, body)?;
    let shown = Shown {
        t,
        crumbs: kept.crumbs(r)?,
        name: body.name_in(v.lang).to_owned(),
        notes,
        tables,
        outside: page[0].then(|| format!("{link}?{}={}", web::AS, web::EVERYBODY)),
        change: v.link(&BodyVisibility { body: body.id }),
        back: kept.manage(r),
    };
    r.page(kept.page(r, t.sight_title())?, &shown)
}
