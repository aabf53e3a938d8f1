//! Places under a balance.
