//! A meeting with where it belongs, for one reader.

use kernel::{Error, Id, Result};
use networks::{
    Body, find_body, list_bodies_by_id,
    shell::{self, Pill, Tab},
};
use web::{Page, Reading, Sheet};

use super::hidden;
use crate::{
    Meeting, MeetingState,
    paths::{AgendaPage, BodyMeetings, MeetingList, MeetingPage},
    reads::{Stance, stance},
    store,
    words::T,
};

/// A meeting the reader may see.
pub struct Place {
    /// The meeting.
    pub meeting: Meeting,
    /// The body that meets.
    pub body: Body,
    /// Its network, where the reader may see its page.
    pub network: Option<Body>,
    /// What she is to the meeting.
    pub stance: Stance,
}

impl Place {
    /// The meeting of an address, if the reader may see it and its body.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn load(r: &Reading<'_>, id: Id<Meeting>) -> Result<Self> {
        let actor = &r.viewer.actor;
        let meeting = store::meetings::find_meeting(r.conn, actor, id)?;
        if hidden(actor, &meeting) {
            return Err(Error::NotFound);
        }
        let body = find_body(r.conn, actor, meeting.body)?;
        let network = if body.is_network() {
            Some(body.clone())
        } else {
            list_bodies_by_id(r.conn, actor, &[meeting.network])?.into_iter().next()
        };
        let stance = stance(r.conn, actor, &meeting)?;
        Ok(Self { meeting, body, network, stance })
    }

    /// The same for whoever convenes it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn led(r: &Reading<'_>, id: Id<Meeting>) -> Result<Self> {
        let place = Self::load(r, id)?;
        if place.stance.leads { Ok(place) } else { Err(Error::Denied(None)) }
    }

    /// The page of the meeting.
    #[must_use]
    pub fn page_link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&MeetingPage { meeting: self.meeting.id })
    }

    /// Its agenda.
    #[must_use]
    pub fn agenda_link(&self, r: &Reading<'_>) -> String {
        r.viewer.link(&AgendaPage { meeting: self.meeting.id })
    }

    /// The way here; `deeper`: below the page of the meeting itself.
    #[must_use]
    pub fn crumbs(&self, r: &Reading<'_>, deeper: bool) -> String {
        let t = T(r.viewer.lang);
        let mut steps = vec![
            (t.nav_meetings(), r.viewer.link(&MeetingList {})),
            (self.body.name_in(r.viewer.lang), r.viewer.link(&BodyMeetings { body: self.body.id })),
        ];
        if deeper {
            steps.push((self.meeting.title.as_str(), self.page_link(r)));
        }
        web::crumbs(r.viewer.lang, &steps)
    }

    /// A page about it.
    ///
    /// # Errors
    /// When a slug is none.
    pub fn page(&self, r: &Reading<'_>, title: &str) -> Result<Page> {
        let name = &self.meeting.title;
        let title = if title.is_empty() { name.clone() } else { format!("{title}: {name}") };
        let page = Page::new(title).nav("meetings");
        body_row(r, page, &self.body, self.network.as_ref())
    }

    /// A form about it, its fields still missing.
    #[must_use]
    pub fn sheet(&self, r: &Reading<'_>, title: &str) -> Sheet {
        Sheet {
            crumbs: self.crumbs(r, true),
            title: title.to_owned(),
            lead: self.meeting.title.clone(),
            back: self.page_link(r),
            ..Sheet::new(r.viewer.lang)
        }
    }
}

/// A page of a body, with the second row of its network where the reader may see that.
///
/// # Errors
/// When a slug is none.
pub fn body_row(r: &Reading<'_>, page: Page, body: &Body, network: Option<&Body>) -> Result<Page> {
    let Some(network) = network else { return Ok(page) };
    let tab = if body.is_network() { Tab::View("meetings") } else { Tab::Bodies };
    Ok(page.sub(shell::sub(r, network, tab)?))
}

/// How a meeting stands, where that is not plain.
#[must_use]
pub fn state_pill(t: T, meeting: &Meeting) -> Option<Pill> {
    let pill = |class, icon, word: &str| Some(Pill::new(class, icon, word));
    match meeting.state {
        MeetingState::Planned => pill("", "clock", t.state_planned()),
        MeetingState::Invited => None,
        MeetingState::Running => pill("i1", "clock", t.state_running()),
        MeetingState::Ended => pill("", "check", t.state_ended()),
        MeetingState::Cancelled => pill("w1", "cross", t.state_cancelled()),
    }
}
