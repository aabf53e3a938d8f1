//! How a person proves who she is: invitation, sign-in by link and code, devices, step-up, the account page.
//!
//! There are no passwords. A mail brings a link and a six-digit code; both work only in the browser that asked,
//! because it holds a cookie whose hash stands beside the request. Reading a link changes nothing, so a scanner that
//! opens it spends nothing. Tokens are 256 random bits and are kept as hashes. An address that nobody has an account
//! for is answered like any other, and never stored.

mod actions;
mod device;
mod hooks;
mod letters;
mod model;
mod own;
mod pages;
pub mod paths;
mod rules;
pub mod secrets;
mod store;
mod totp;
pub mod webauthn;

mod texts {
    i18n::texts!();
}

pub use actions::{
    Invite, Invited, NewAccount, Right, invitation_sample, invite, invite_by_operator, make_operator, open_account,
    open_session, person_at, persons_at, prepare_set_up, reset_by_operator, withdraw,
};
pub use hooks::hooks;
pub use model::{Account, Factors, Invitation, Passkey, Session};
pub use pages::{require_fresh, require_fresh_in, require_fresh_to, side, sign_out, slice};
pub use rules::local_path;
pub use store::{
    Reach, account_of, factors_of, invitations_about, list_accounts_of, list_addresses, list_persons_at, list_reached,
};
