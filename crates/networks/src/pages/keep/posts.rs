//! `/gremien/{body}/uebergaben`: the posts that sit in a network, each with the way to hand it over, for those who keep it.

use askama::Template;
use kernel::Result;
use web::{Answer, Reading};

use super::body::KeptBody;
use crate::{
    SeatKind,
    pages::shared,
    paths::{BodyPosts, PostHandover},
    reads::{roster, soon_after},
    words::T,
};

struct Row {
    title: String,
    href: String,
    details: String,
}

#[derive(Template)]
#[template(path = "keep_posts.html")]
struct Shown {
    t: T,
    crumbs: String,
    name: String,
    rows: Vec<Row>,
    back: String,
}

/// The page.
///
/// # Errors
/// [`kernel::Error::NotFound`], [`kernel::Error::Denied`].
pub fn show(r: &Reading<'_>, p: BodyPosts) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let kept = KeptBody::load(r, p.body)?;
    let mut seats = roster(r.conn, &v.actor, &kept.body, v.today, soon_after(v.today))?.unwrap_or_default().seats;
    seats.retain(|seat| seat.kind == SeatKind::Post && seat.post.is_some());
    let of = |seat: &crate::RosterSeat| seat.organisation.as_ref().map_or_else(String::new, |it| it.name.clone());
    seats.sort_by_cached_key(|seat| (i18n::fold_name(&of(seat)), seat.number));
    // Two seats of one post are one post.
    let mut known = Vec::new();
    seats.retain(|seat| {
        let post = seat.post.as_ref().map(|post| post.id);
        let new = !known.contains(&post);
        known.push(post);
        new
    });
    let row = |seat: &crate::RosterSeat| {
        let post = seat.post.as_ref()?;
        let who = seat.first().map(|s| shared::face(r, s.who.as_ref(), kept.body.sensitive).name);
        let of = Some(of(seat)).filter(|name| !name.is_empty());
        Some(Row {
            title: of.clone().unwrap_or_else(|| post.title.clone()),
            href: v.link(&PostHandover { post: post.id }),
            details: [of.map(|_| post.title.clone()), who].into_iter().flatten().collect::<Vec<_>>().join(", "),
        })
    };
    let shown = Shown {
        t,
        crumbs: kept.crumbs(r)?,
        name: kept.body.name_in(v.lang).to_owned(),
        rows: seats.iter().filter_map(row).collect(),
        back: kept.manage(r),
    };
    r.page(kept.page(r, t.handover_title())?, &shown)
}
