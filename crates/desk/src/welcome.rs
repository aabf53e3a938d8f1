//! P02: the start page for the public. Which networks work here, how they hang together, where to join.

use std::collections::HashMap;

use askama::Template;
use kernel::{Id, Lang, Result};
use networks::{Body, Edge, EdgeKind, Reach};
use pictures::{About, network as net};
use rights::{Action, Kind};
use web::{Answer, Page, Reading};

use crate::{rules::beginning, start::short_link, texts::T};

/// Letters of a network's purpose on its card.
const PURPOSE_MOST: usize = 160;

struct Card {
    name: String,
    href: String,
    hue: i64,
    reach: &'static str,
    purpose: String,
    size: String,
    note: String,
}

struct Open {
    name: String,
    href: String,
    hue: i64,
    network: String,
    purpose: String,
    rhythm: String,
}

#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomeView {
    t: T,
    networks: Vec<Card>,
    count: usize,
    picture: String,
    open: Vec<Open>,
    joinable: Vec<Card>,
    list: String,
    sign_in: String,
    operator: String,
}

pub fn show(r: &Reading<'_>) -> Result<Answer> {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    let (conn, actor, today) = (r.conn, &v.actor, v.today);
    let all = networks::list_networks(conn, actor, today)?;
    let ids: Vec<Id<Body>> = all
        .iter()
        .filter(|n| rights::allows(actor, Kind::Roster, Action::Read, &n.roster_scope()))
        .map(|n| n.id)
        .collect();
    let members: Members = networks::count_members(conn, actor, &ids, today)?.into_iter().collect();
    let edges = networks::list_edges_between_networks(conn, actor, today)?;
    let open = networks::open_bodies(conn, actor, today)?;
    let by_id: HashMap<Id<Body>, &Body> = all.iter().map(|n| (n.id, n)).collect();
    // From the region to the federation, as people meet them.
    let mut near = all.iter().collect::<Vec<_>>();
    near.sort_by_key(|n| n.reach);
    let view = WelcomeView {
        t,
        count: all.len(),
        picture: picture(t, v.lang, &all, &members, &edges),
        open: open.iter().filter_map(|b| opened(r, b, by_id.get(&b.network)?)).collect(),
        joinable: all.iter().filter(|n| n.join_page).map(|n| card(r, n, members.get(&n.id).copied())).collect(),
        networks: near.into_iter().map(|n| card(r, n, members.get(&n.id).copied())).collect(),
        list: v.link(&networks::paths::NetworkList {}),
        sign_in: v.link(&"/anmelden"),
        operator: v.link(&"/betrieb"),
    };
    r.page(Page::new(t.welcome_title()).nav("start").indexed(t.welcome_description()), &view)
}

/// How many members networks have, as far as the reader may know: the same number their own pages say.
type Members = HashMap<Id<Body>, i64>;

fn card(r: &Reading<'_>, network: &Body, members: Option<i64>) -> Card {
    let (v, t) = (r.viewer, T(r.viewer.lang));
    Card {
        name: network.name_in(v.lang).to_owned(),
        href: short_link(r, &network.slug, network).unwrap_or_default(),
        hue: network.hue,
        reach: networks::reach_in(v.lang, network.reach),
        purpose: beginning(network.purpose_in(v.lang), PURPOSE_MOST),
        size: members.map_or_else(String::new, |n| t.welcome_members(n)),
        note: network.rhythm.clone().unwrap_or_default(),
    }
}

fn opened(r: &Reading<'_>, body: &Body, network: &Body) -> Option<Open> {
    let v = r.viewer;
    Some(Open {
        name: body.name_in(v.lang).to_owned(),
        href: short_link(r, &network.slug, body)?,
        hue: network.hue,
        network: network.short().to_owned(),
        purpose: beginning(body.purpose_in(v.lang), PURPOSE_MOST),
        rhythm: body.rhythm.clone().unwrap_or_default(),
    })
}

/// The picture of all networks in layers from region to federation; empty while there is nothing to connect.
fn picture(t: T, lang: Lang, all: &[Body], members: &Members, edges: &[Edge]) -> String {
    if edges.is_empty() {
        return String::new();
    }
    let node = |n: &&Body| net::Node {
        key: n.id.to_string(),
        kind: net::Kind::Network,
        title: n.short().to_owned(),
        subtitle: members.get(&n.id).map_or_else(|| t.picture_network().to_owned(), |n| t.welcome_members(*n)),
        href: None,
    };
    let layers: Vec<net::Layer> = [Reach::Region, Reach::Land, Reach::Federal]
        .into_iter()
        .map(|reach| {
            let nodes: Vec<net::Node> = all.iter().filter(|n| n.reach == reach).map(|n| node(&n)).collect();
            net::Layer {
                heading: networks::reach_in(lang, reach).to_owned(),
                more: t.picture_more(net::hidden(nodes.len())),
                nodes,
                link: String::new(),
            }
        })
        .filter(|layer| !layer.nodes.is_empty())
        .collect();
    let drawn = edges.iter().map(|e| {
        let label = match lang {
            Lang::De => e.label.as_deref(),
            Lang::En => e.label_en.as_deref().or(e.label.as_deref()),
        };
        let (kind, words, back) = match e.kind {
            EdgeKind::OrganOf | EdgeKind::MemberOf => (net::EdgeKind::Belongs, t.edge_belongs(), t.edge_belongs_back()),
            EdgeKind::Elects | EdgeKind::DelegatesTo => (net::EdgeKind::Sends, t.edge_sends(), t.edge_sends_back()),
            EdgeKind::CooperatesWith => (net::EdgeKind::Cooperates, t.edge_cooperates(), t.edge_cooperates()),
        };
        let words = label.unwrap_or(words).to_owned();
        net::Edge {
            from: e.from.to_string(),
            to: e.to.to_string(),
            kind,
            label: String::new(),
            words,
            back: back.to_owned(),
        }
    });
    let drawing = net::Network {
        about: About {
            id: "alle-netzwerke".to_owned(),
            title: t.picture_title().to_owned(),
            description: t.picture_description(all.len(), edges.len()),
            table_caption: t.picture_title().to_owned(),
            table_head: vec![t.picture_who().to_owned(), t.picture_size().to_owned(), t.picture_link().to_owned()],
        },
        layers,
        partners: Vec::new(),
        partners_heading: String::new(),
        more_partners: String::new(),
        edges: drawn.collect(),
        words: net::Words {
            sends: t.picture_sends().to_owned(),
            belongs: t.picture_belongs().to_owned(),
            cooperates: t.picture_cooperates().to_owned(),
        },
        heads: true,
        linked: false,
    };
    net::draw(&drawing).figure("", t.picture_table())
}
