//! The key of the network picture: each stroke that is drawn, in words.
use super::{EdgeKind, Network};
use crate::KeyItem;
use std::collections::BTreeSet;

/// What each stroke means. An empty word leaves its entry out.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Thick: "Wahl und Entsendung".
    pub sends: String,
    /// Thin: "Zugehörigkeit".
    pub belongs: String,
    /// Dashed: "Zusammenarbeit".
    pub cooperates: String,
}

/// One entry for each stroke that occurs.
pub(super) fn key(network: &Network) -> Vec<KeyItem> {
    let boxes: BTreeSet<&str> = network
        .layers
        .iter()
        .flat_map(|layer| &layer.nodes)
        .chain(&network.partners)
        .map(|node| node.key.as_str())
        .collect();
    let drawn = |kind| {
        network.edges.iter().any(|e| e.kind == kind && boxes.contains(e.from.as_str()) && boxes.contains(e.to.as_str()))
    };
    let words = &network.words;
    let head = |class: &str| format!("<path class=\"{class}\" d=\"M34 10l-10-5v10z\"/>");
    [
        (EdgeKind::Sends, "e d", head("hd"), &words.sends),
        (EdgeKind::Belongs, "e", if network.heads { head("hm") } else { String::new() }, &words.belongs),
        (EdgeKind::Cooperates, "e dash", head("hm"), &words.cooperates),
    ]
    .into_iter()
    .filter(|(kind, _, _, text)| !text.is_empty() && drawn(*kind))
    .map(|(_, class, head, text)| {
        let end = if head.is_empty() { 34 } else { 26 };
        KeyItem {
            svg: format!(
                "<svg class=\"pic sw\" width=\"34\" height=\"20\" viewBox=\"0 0 34 20\" aria-hidden=\"true\"><path class=\"{class}\" d=\"M0 10H{end}\"/>{head}</svg>"
            ),
            text: text.clone(),
        }
    })
    .collect()
}
