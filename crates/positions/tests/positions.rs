//! Positions through the router.

#[test]
fn nothing() {}
