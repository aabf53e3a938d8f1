//! The addresses of notices.

use accounts::paths::Token;

web::paths! {
    /// How much one wants to hear of each network, and on which days.
    pub LevelsPage = "/konto/nachrichten" {}
    /// Ending letters of a kind by the link of one of them (RFC 8058), without signing in.
    pub StopPage = "/abbestellen/{token}" { token: Token }
}
