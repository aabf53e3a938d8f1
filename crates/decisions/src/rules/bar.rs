//! Who may not vote on a matter of her own (§ 34 BGB).

use serde::{Deserialize, Serialize};

use super::Rule;

/// Who may not vote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// Whether nobody votes on a deal or a lawsuit between the body and herself. In associations always (§§ 34, 40 BGB).
    pub own_matter: Rule<bool>,
    /// Whether the bar also holds for a matter of the office or organisation she speaks for.
    pub own_organisation: Rule<bool>,
    /// Whether a barred vote leaves the base of quorum and majority.
    pub out_of_base: Rule<bool>,
}
