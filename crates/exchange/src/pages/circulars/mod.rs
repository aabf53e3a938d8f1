//! Pages of circulars: the list, writing one, and one with its preview, recall and how it fared.

pub mod form;
pub mod list;
pub mod show;

use kernel::Result;
use networks::{Body, Names, Place as Where, shell};
use people::Post;
use web::Reading;

use crate::{CircularState, RecipientState, words::T};

/// How a circular stands, in words.
#[must_use]
pub fn circular_word(t: T, state: CircularState) -> &'static str {
    match state {
        CircularState::Draft => t.circular_draft(),
        CircularState::Confirming => t.circular_confirming(),
        CircularState::Waiting => t.circular_waiting(),
        CircularState::Sent => t.circular_sent(),
        CircularState::Recalled => t.circular_recalled(),
    }
}

/// How it fared with somebody, in words.
#[must_use]
pub fn state_word(t: T, state: RecipientState) -> &'static str {
    match state {
        RecipientState::Written => t.recipient_written(),
        RecipientState::Left => t.recipient_left(),
        RecipientState::Failed => t.recipient_failed(),
        RecipientState::NoAddress => t.recipient_no_address(),
        RecipientState::Declined => t.recipient_declined(),
    }
}

/// Somebody on the list of recipients: by name, or the vacant post whose mailbox it is.
#[must_use]
pub fn recipient_name(
    r: &Reading<'_>,
    (person, post): (Option<kernel::Id<people::Person>>, Option<kernel::Id<Post>>),
    names: &Names<'_>,
    posts: &[Post],
    home: &Body,
) -> String {
    let t = T(r.viewer.lang);
    match (person, post) {
        (Some(person), _) => {
            let who = names.in_place(person, &Where::from(home));
            shell::face(r, who.as_ref(), home.sensitive).name
        }
        (None, Some(post)) => {
            let title = posts.iter().find(|p| p.id == post).map_or("", |p| p.titles.neutral.as_str());
            t.recipient_mailbox(title)
        }
        (None, None) => t.recipient_mailbox_plain().to_owned(),
    }
}

/// The posts among some recipients.
///
/// # Errors
/// When the database cannot be read.
pub fn posts_of(r: &Reading<'_>, ids: Vec<kernel::Id<Post>>) -> Result<Vec<Post>> {
    if ids.is_empty() { Ok(Vec::new()) } else { people::list_posts(r.conn, &ids) }
}
