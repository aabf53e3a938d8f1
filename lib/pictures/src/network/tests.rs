use super::*;
use crate::svg;

fn node(key: &str, kind: Kind) -> Node {
    Node {
        key: key.into(),
        kind,
        title: format!("Name {key}"),
        subtitle: "8 Mitglieder".into(),
        href: Some(format!("/{key}")),
    }
}

fn edge(from: &str, to: &str, kind: EdgeKind, label: &str) -> Edge {
    Edge { from: from.into(), to: to.into(), kind, label: label.into(), words: String::new(), back: "Sitze aus".into() }
}

fn layer(nodes: Vec<Node>) -> Layer {
    Layer { heading: "Kopf".into(), nodes, more: "und weitere".into(), link: "bilden".into() }
}

fn sample(members: usize) -> Network {
    let mut edges: Vec<Edge> = (0..members).map(|i| edge(&format!("m{i}"), "n", EdgeKind::Belongs, "")).collect();
    edges.push(edge("n", "b", EdgeKind::Sends, "wählt alle 2 Jahre"));
    edges.push(edge("b", "o", EdgeKind::Sends, "entsendet"));
    edges.push(edge("n", "o", EdgeKind::Sends, "entsendet"));
    edges.push(edge("n", "p", EdgeKind::Cooperates, "arbeitet mit"));
    edges.push(edge("n", "nobody", EdgeKind::Sends, "verschwindet"));
    Network {
        about: crate::About {
            id: "netz".into(),
            title: "Aufbau <b>".into(),
            description: "Wer & was".into(),
            table_caption: "Aufbau".into(),
            table_head: vec!["Wer".into(), "Größe".into(), "Verbindung".into()],
        },
        layers: vec![
            layer((0..members).map(|i| node(&format!("m{i}"), Kind::Member)).collect()),
            layer(vec![node("n", Kind::Network)]),
            layer(vec![node("b", Kind::Body)]),
            layer(vec![node("o", Kind::Outside)]),
        ],
        partners: vec![node("p", Kind::Partner)],
        partners_heading: "Arbeitet mit".into(),
        more_partners: "und weitere".into(),
        edges,
        words: Words { sends: "Wahl".into(), belongs: "gehört zu".into(), cooperates: "arbeitet mit".into() },
        heads: false,
        linked: false,
    }
}

#[test]
fn a_row_for_each_mark_also_when_collapsed() {
    for members in [0, 1, 5, 12, 13, 40] {
        let picture = draw(&sample(members));
        assert_eq!(picture.marks(), members + 4, "{members} members");
        assert_eq!(picture.table.rows.len(), members + 4);
        assert_eq!(svg::marks(picture.svg_phone.as_deref().unwrap_or_default()), members + 4);
    }
    let picture = draw(&sample(40));
    assert_eq!(hidden(40), 29);
    assert!(picture.svg_wide.contains("data-mark=\"29\"") && picture.svg_wide.contains("und weitere"));
    assert!(!picture.svg_wide.contains("Name m11<"));
    assert_eq!(picture.table.rows[20].cells[0].text, "Name m20");
}

#[test]
fn arrows_by_kind_and_words_in_the_table() {
    let picture = draw(&sample(3));
    assert_eq!(picture.svg_wide.matches("class=\"e\"").count(), 3);
    assert_eq!(picture.svg_wide.matches("class=\"e d\"").count(), 3);
    assert_eq!(picture.svg_wide.matches("class=\"e dash\"").count(), 1);
    assert!(picture.svg_wide.contains(">wählt alle</text>") && picture.svg_wide.contains(">2 Jahre</text>"));
    assert!(!picture.svg_wide.contains("verschwindet"));
    let network = &picture.table.rows[3].cells;
    assert_eq!(
        network[2].text,
        "wählt alle 2 Jahre: Name b; entsendet: Name o; arbeitet mit: Name p; Sitze aus: Name m0, Name m1, Name m2"
    );
    assert_eq!(picture.table.rows[5].cells[2].text, "Sitze aus: Name b, Name n");
}

#[test]
fn escaped_named_and_without_style() {
    let mut sample = sample(2);
    sample.layers[1].nodes[0].title = "<script>\"&".into();
    for linked in [false, true] {
        sample.linked = linked;
        let picture = draw(&sample);
        for drawing in [Some(&picture.svg_wide), picture.svg_phone.as_ref()].into_iter().flatten() {
            assert!(drawing.contains("<title id=\"netz-") && drawing.contains("Aufbau &lt;b&gt;</title>"));
            assert!(!drawing.contains("<script") && !drawing.contains("style="));
            assert_eq!(drawing.contains("role=\"img\""), !linked);
            assert_eq!(drawing.matches("<a ").count(), if linked { 6 } else { 0 });
        }
        assert!(picture.figure("", "Tabelle").contains("<a href=\"/m0\">Name m0</a>"));
    }
}

#[test]
fn boxes_of_a_layer_do_not_overlap_and_stay_inside() {
    for members in [1, 7, 40] {
        let sample = sample(members);
        let plan = layout::layout(&sample);
        for spots in plan.layers.iter().chain(std::iter::once(&plan.partners)) {
            for pair in spots.windows(2) {
                assert!(pair[0].y + pair[0].h < pair[1].y);
            }
            for spot in spots {
                assert!(
                    spot.x >= 0.0
                        && spot.right() <= layout::WIDTH
                        && spot.y >= layout::TOP
                        && spot.y + spot.h <= plan.height
                );
            }
        }
    }
}

#[test]
fn later_layers_follow_their_senders() {
    let mut sample = sample(2);
    sample.layers[2] = layer(vec![node("b", Kind::Body), node("c", Kind::Body)]);
    sample.layers[3] = layer(vec![node("o", Kind::Outside), node("q", Kind::Outside)]);
    sample.edges = vec![edge("b", "q", EdgeKind::Sends, ""), edge("c", "o", EdgeKind::Sends, "")];
    let svg = draw(&sample).svg_wide;
    assert!(svg.find("Name q") < svg.find("Name o"), "the arrows would cross");
    assert_eq!(svg, draw(&sample).svg_wide);
}

#[test]
fn arrows_backwards_inside_a_layer_and_to_itself() {
    let mut sample = sample(2);
    sample.layers[2] = layer(vec![node("b", Kind::Body), node("c", Kind::Body)]);
    sample.edges = vec![
        edge("o", "n", EdgeKind::Sends, "wählt"),
        edge("b", "c", EdgeKind::Sends, ""),
        edge("b", "b", EdgeKind::Sends, ""),
    ];
    let svg = draw(&sample).svg_wide;
    assert_eq!(svg.matches("class=\"e d\"").count(), 2);
    assert!(!svg.contains("NaN") && !svg.contains("inf"));
}

#[test]
fn the_key_names_only_strokes_that_are_drawn() {
    let keys = |n: &Network| draw(n).key.into_iter().map(|item| item.text).collect::<Vec<_>>();
    let mut sample = sample(2);
    assert_eq!(keys(&sample), ["Wahl", "gehört zu", "arbeitet mit"]);
    sample.edges.retain(|e| e.kind == EdgeKind::Cooperates || e.to == "nobody");
    assert_eq!(keys(&sample), ["arbeitet mit"], "an arrow to nobody is not drawn");
}

#[test]
fn among_networks_each_line_has_its_own_head() {
    let mut sample = sample(2);
    sample.heads = true;
    sample.partners.clear();
    sample.edges = vec![
        edge("m0", "n", EdgeKind::Belongs, ""),
        edge("m1", "n", EdgeKind::Cooperates, ""),
        edge("n", "b", EdgeKind::Belongs, ""),
        edge("m0", "m1", EdgeKind::Belongs, ""),
    ];
    let svg = draw(&sample).svg_wide;
    let heads: Vec<&str> =
        svg.split("class=\"hm\" d=\"M").skip(1).filter_map(|rest| rest.split(['l', 'z']).next()).collect();
    assert_eq!(heads.len(), 4, "{svg}");
    assert_eq!(
        heads.iter().collect::<std::collections::BTreeSet<_>>().len(),
        4,
        "no two heads on one point: {heads:?}"
    );
}
