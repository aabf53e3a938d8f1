//! When a position may be public, and how far.

use kernel::{Level, Reason};
use networks::Body;

use crate::{Position, Signature, SignatureState, State};

/// How far a position of a network's body may be published, the widest first: never further than the network itself, in whose name it
/// speaks. Who belongs to a sensitive network stays inside, what it demands need not.
#[must_use]
pub fn levels(network: &Body) -> Vec<Level> {
    let least = if network.unlisted { Level::Network } else { network.level.min(Level::Network) };
    [Level::Public, Level::AllNetworks, Level::Network].into_iter().filter(|level| *level >= least).collect()
}

/// How many networks have signed and not taken it back.
#[must_use]
pub fn signed(signatures: &[Signature]) -> usize {
    signatures.iter().filter(|s| s.state == SignatureState::Signed).count()
}

/// Whether it can be published now.
///
/// # Errors
/// The sentence that says why not.
pub fn may_publish(position: &Position, signatures: &[Signature]) -> Result<(), Reason> {
    if position.state.is_published() {
        return Err(Reason::new("Diese Position ist schon veröffentlicht.", "This position is published already."));
    }
    if position.state != State::Adopted {
        return Err(Reason::new(
            "Veröffentlicht wird nur, was beschlossen ist.",
            "Only what was adopted can be published.",
        ));
    }
    let (have, least) = (signed(signatures), position.signers_least);
    if i64::try_from(have).is_ok_and(|have| have < least) {
        return Err(Reason::new(
            format!("Es haben erst {have} von {least} Netzwerken unterzeichnet."),
            format!("Only {have} of {least} networks have signed so far."),
        ));
    }
    Ok(())
}
