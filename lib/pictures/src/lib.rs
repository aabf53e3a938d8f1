//! Born with the work that needs it.
