//! P09: all networks, one's own first; as a list or as a picture.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Result};
use pictures::{
    About,
    network::{Edge, EdgeKind as Arrow, Kind as Box, Layer, Network, Node, draw, hidden},
};
use web::{Answer, Page, Reading};

use super::{
    drawing::strokes,
    shared::{network_link, office_word, reach_word, sees_roster, soft},
    world::rename,
};
use crate::{
    Body, EdgeKind, Reach, may_found,
    paths::{NetworkList, NetworkNew, TerritoryList},
    store::{bodies::list_networks, edges::list_edges_between_networks, overview::count_members},
    words::T,
};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    t: T,
    groups: Vec<Group>,
    views: Vec<(&'static str, String, bool)>,
    found: Option<String>,
    territories: Option<String>,
    picture: Option<String>,
}

struct Group {
    id: &'static str,
    heading: &'static str,
    cards: Vec<Card>,
}

struct Card {
    hue: i64,
    head: String,
    name: String,
    href: String,
    purpose: String,
    role: Option<String>,
    meta: String,
}

/// Shows every network the reader may see.
///
/// # Errors
/// When the database cannot be read.
pub fn show(r: &Reading<'_>, _: NetworkList) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut networks = list_networks(r.conn, &v.actor, v.stand)?;
    if v.is_past() {
        rename(r, networks.iter_mut().collect())?;
    }
    networks.sort_by_key(|n| n.reach);
    let as_picture = r.ask.query("ansicht") == Some("bild") && networks.len() > 1;
    let plain = v.link_then(&NetworkList {});
    let sign = if plain.contains('?') { '&' } else { '?' };
    let views = match networks.len() {
        0 | 1 => Vec::new(),
        _ => vec![
            (t.networks_as_list(), plain.clone(), !as_picture),
            (t.networks_as_picture(), format!("{plain}{sign}ansicht=bild"), as_picture),
        ],
    };
    let (mut groups, mut picture) = (Vec::new(), None);
    if as_picture {
        picture = Some(draw_all(r, &networks)?);
    } else {
        let ids: Vec<Id<Body>> = networks.iter().map(|n| n.id).collect();
        let counts: HashMap<Id<Body>, i64> = if ids.is_empty() {
            HashMap::new()
        } else {
            count_members(r.conn, &v.actor, &ids, v.stand)?.into_iter().collect()
        };
        groups = grouped(r, &networks, &counts)?;
    }
    let page = Page::new(t.networks_title()).nav("networks").indexed(t.networks_description()).dated();
    let found = may_found(&v.actor).then(|| v.link(&NetworkNew {}));
    let territories = people::keeps_territories(&v.actor).then(|| v.link(&TerritoryList {}));
    r.page(page, &ListPage { t, groups, views, found, territories, picture })
}

fn grouped(r: &Reading<'_>, networks: &[Body], counts: &HashMap<Id<Body>, i64>) -> Result<Vec<Group>> {
    let t = T(r.viewer.lang);
    let mine = |n: &Body| r.viewer.actor.sits.iter().any(|s| s.network == n.id.raw());
    let card = |n: &&Body| -> Result<Card> {
        let meta = if sees_roster(r, n) {
            t.members(counts.get(&n.id).copied().unwrap_or(0))
        } else {
            t.networks_members_hidden().to_owned()
        };
        Ok(Card {
            hue: n.hue,
            head: if mine(n) {
                reach_word(t, n.reach).to_owned()
            } else {
                n.short_name.clone().unwrap_or_else(|| reach_word(t, n.reach).to_owned())
            },
            name: soft(n.name_in(r.viewer.lang)),
            href: network_link(r, n)?,
            purpose: n.purpose_in(r.viewer.lang).to_owned(),
            role: role(r, n),
            meta,
        })
    };
    let mut groups = vec![("meine", t.networks_mine(), networks.iter().filter(|n| mine(n)).collect::<Vec<_>>())];
    for reach in Reach::ALL {
        groups.push((
            reach.word(),
            reach_word(t, *reach),
            networks.iter().filter(|n| n.reach == *reach && !mine(n)).collect(),
        ));
    }
    groups.retain(|(_, _, all)| !all.is_empty());
    groups
        .into_iter()
        .map(|(id, heading, all)| Ok(Group { id, heading, cards: all.iter().map(card).collect::<Result<_>>()? }))
        .collect()
}

/// What the reader is in a network, in words.
pub fn role(r: &Reading<'_>, network: &Body) -> Option<String> {
    let (t, id) = (T(r.viewer.lang), network.id.raw());
    let here: Vec<_> = r.viewer.actor.sits.iter().filter(|s| s.network == id).collect();
    if here.is_empty() {
        return None;
    }
    let offices = here.iter().filter(|s| s.body == id).filter_map(|s| s.office).map(|o| office_word(t, o));
    let mut words: Vec<&str> = offices.collect();
    words.dedup();
    if words.is_empty() {
        words.push(if r.viewer.actor.is_member_of(id) { t.role_member() } else { t.in_a_body() });
    }
    Some(i18n::list_and(r.viewer.lang, &words))
}

/// All networks by reach and what connects them.
fn draw_all(r: &Reading<'_>, networks: &[Body]) -> Result<String> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let edges = list_edges_between_networks(r.conn, &r.viewer.actor, r.viewer.stand)?;
    let drawn = |id: Id<Body>| networks.iter().any(|n| n.id == id);
    let edges = edges.iter().filter(|e| drawn(e.from) && drawn(e.to)).map(|e| {
        let (kind, words) = match e.kind {
            EdgeKind::CooperatesWith => (Arrow::Cooperates, t.edge_cooperates()),
            EdgeKind::MemberOf => (Arrow::Belongs, t.edge_member_of()),
            EdgeKind::OrganOf => (Arrow::Belongs, t.edge_organ_of()),
            EdgeKind::Elects => (Arrow::Sends, t.edge_elects()),
            EdgeKind::DelegatesTo => (Arrow::Sends, t.edge_sends()),
        };
        Edge {
            from: e.from.to_string(),
            to: e.to.to_string(),
            kind,
            label: String::new(),
            words: words.to_owned(),
            back: String::new(),
        }
    });
    let node = |n: &Body| -> Result<Node> {
        Ok(Node {
            key: n.id.to_string(),
            kind: Box::Body,
            title: soft(n.name_in(lang)),
            subtitle: reach_word(t, n.reach).to_owned(),
            href: Some(network_link(r, n)?),
        })
    };
    let mut layers = Vec::new();
    for reach in Reach::ALL {
        let nodes = networks.iter().filter(|n| n.reach == *reach).map(node).collect::<Result<Vec<Node>>>()?;
        layers.push(Layer {
            heading: reach_word(t, *reach).to_owned(),
            more: t.and_more(hidden(nodes.len())),
            nodes,
            link: String::new(),
        });
    }
    let about = About {
        id: "alle".to_owned(),
        title: t.networks_title().to_owned(),
        description: t.networks_says(networks.len()),
        table_caption: t.networks_title().to_owned(),
        table_head: vec![t.picture_who().to_owned(), t.picture_size().to_owned(), t.picture_links().to_owned()],
    };
    let all = Network {
        about,
        layers,
        partners: Vec::new(),
        partners_heading: String::new(),
        more_partners: String::new(),
        edges: edges.collect(),
        words: strokes(t, true),
        heads: true,
        linked: true,
    };
    Ok(draw(&all).figure("", t.picture_as_table()))
}
