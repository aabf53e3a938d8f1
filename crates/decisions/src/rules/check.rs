//! Which values are possible, and which contradict each other.
use super::RuleSet;
use kernel::Reason;
pub(super) fn too_long() -> Reason {
    unimplemented!()
}
pub(super) fn unreadable(_: &serde_json::Error) -> Reason {
    unimplemented!()
}
pub(super) fn unknown_parameter(_: &str) -> Reason {
    unimplemented!()
}
pub(super) fn check(_: &RuleSet) -> Result<(), Reason> {
    unimplemented!()
}
