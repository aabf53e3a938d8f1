//! The verbs of this slice.

mod address;
mod erase;
mod factors;
mod house;
mod invite;
mod own;
mod passkeys;
mod sign_in;

pub use address::{
    AddressAsked, AddressChanged, address_of_link, ask_address, change_address, open_address, undo_address,
    undoable_address,
};
pub use erase::{erase_access, erase_self};
pub use factors::{Checked, Typed, check, new_codes, remove_app, reset_by_operator, set_up_app};
pub use house::{
    House, NewAccount, NewHouse, cleanup, confirm_test_letter, house_of, make_operator, open_account, post_test_letter,
    prepare_set_up, save_house, set_up, valid_set_up,
};
pub use invite::{
    Invite, Invited, Right, accept, invitation_sample, invite, invite_by_operator, invite_new, inviter, person_at,
    persons_at, renew, withdraw,
};
pub use own::{end_others, end_session, save_own};
pub use passkeys::{
    CHALLENGE, Sent, challenge, forget_passkey, registering, remember, rename_passkey, sign_in_with, step_up_with,
};
pub use sign_in::{
    Asked, Asking, Proved, Refusal, ask, browser_hash, candidates, choose, choose_with_own, mail_key, open,
    open_session, prove, prove_again, session_cookie, token_hash, try_code,
};

use kernel::{Lang, Reason};

use crate::texts::T;

/// A sentence in both languages.
pub fn both<S: Into<String>>(text: impl Fn(T) -> S) -> Reason {
    Reason::new(text(T(Lang::De)), text(T(Lang::En)))
}

/// The name of the installation.
pub fn site_name(conn: &db::Conn) -> kernel::Result<String> {
    Ok(db::setting(conn, "site.name")?.unwrap_or_else(|| "Geflecht".to_owned()))
}
