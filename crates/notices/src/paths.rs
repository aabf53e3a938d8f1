//! The addresses of notices.

use accounts::paths::Token;

web::paths! {
    /// What waits for somebody from all her networks.
    pub InboxPage = "/eingang" {}
    /// How much one wants to hear of each network, and on which days.
    pub LevelsPage = "/konto/nachrichten" {}
    /// When one is away, and who is told in one's place.
    pub AbsencePage = "/konto/abwesenheit" {}
    /// Ending letters of a kind by the link of one of them (RFC 8058), without signing in.
    pub StopPage = "/abbestellen/{token}" { token: Token }
}
