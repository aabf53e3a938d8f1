//! The words things are stored with.

use people::stored_words;

stored_words! {
    /// What sort of body it is. A network is its own assembly: being a member is holding a seat in it.
    pub enum BodyKind {
        /// Netzwerk, Arbeitskreis, Arbeitsgemeinschaft, Verein.
        Network = "network",
        /// Versammlung beside the network's own.
        Assembly = "assembly",
        /// Ausschuss.
        Committee = "committee",
        /// Projektgruppe.
        ProjectGroup = "project_group",
        /// Konferenz.
        Conference = "conference",
        /// Vorstand.
        Board = "board",
        /// Leitungsteam, Sprecherinnengremium.
        LeadTeam = "lead_team",
        /// A body of somebody else in which the network has a seat.
        Outside = "outside",
    }
}

stored_words! {
    /// How far a network reaches.
    pub enum Reach {
        /// A region.
        Region = "region",
        /// A Land.
        Land = "land",
        /// The whole country.
        Federal = "federal",
    }
}

stored_words! {
    /// How two bodies hang together; read from the first to the second.
    pub enum EdgeKind {
        /// Is an organ of.
        OrganOf = "organ_of",
        /// Elects.
        Elects = "elects",
        /// Sends delegates to.
        DelegatesTo = "delegates_to",
        /// Cooperates with.
        CooperatesWith = "cooperates_with",
        /// Is a member of.
        MemberOf = "member_of",
    }
}

stored_words! {
    /// To what a seat belongs.
    pub enum SeatKind {
        /// A post: whoever holds it sits here.
        Post = "post",
        /// An organisation, which names representatives.
        Organisation = "organisation",
        /// A territory, for which a post, an organisation or a person sits here.
        Territory = "territory",
        /// A person by election; never inherited.
        Elected = "elected",
        /// Whom another body sends.
        Delegated = "delegated",
        /// Whoever holds another office.
        ExOfficio = "ex_officio",
        /// A person as herself.
        Personal = "personal",
        /// A guest.
        Guest = "guest",
    }
}

stored_words! {
    /// What somebody must have to keep the seat.
    pub enum Eligibility {
        /// Nothing.
        None = "none",
        /// The post through which she came.
        Post = "post",
        /// Being with the organisation through which she came.
        Organisation = "organisation",
        /// Being of the territory.
        Territory = "territory",
        /// A seat in the body that sends or elects.
        Seat = "seat",
    }
}

stored_words! {
    /// Why somebody occupies a seat.
    pub enum Basis {
        /// By statute.
        Statute = "statute",
        /// Joined.
        Joined = "joined",
        /// Elected.
        Election = "election",
        /// By a resolution.
        Resolution = "resolution",
        /// Sent.
        Delegation = "delegation",
        /// Added by the body itself.
        CoOption = "co_option",
        /// Appointed.
        Appointment = "appointment",
    }
}

stored_words! {
    /// Whether a delegate must follow the sender's line.
    pub enum Mandate {
        /// Free.
        Free = "free",
        /// Bound.
        Bound = "bound",
    }
}

stored_words! {
    /// Where an occupancy stands. Only `confirmed` gives rights; see [`crate::rules::next_status`].
    pub enum Status {
        /// Asked to join.
        Invited = "invited",
        /// Put forward or elected, not yet accepted.
        Nominated = "nominated",
        /// Accepted, not yet confirmed.
        Accepted = "accepted",
        /// Sits.
        Confirmed = "confirmed",
        /// Paused.
        Suspended = "suspended",
        /// Declined.
        Refused = "refused",
    }
}

stored_words! {
    /// Why an occupancy ended.
    pub enum EndReason {
        /// The term was over.
        Term = "term",
        /// Resigned.
        Resignation = "resignation",
        /// Lost what made her eligible.
        Eligibility = "eligibility",
        /// Voted out.
        Removal = "removal",
        /// Called back by the sender.
        Recall = "recall",
        /// Left the network.
        Exit = "exit",
        /// Organisations or territories merged.
        Merger = "merger",
        /// Died.
        Death = "death",
        /// The seat or body was given up.
        Abolished = "abolished",
    }
}

stored_words! {
    /// A field a person may let others see.
    pub enum Field {
        /// Her name, outside the networks she shares with a reader.
        Name = "name",
        /// Her own official address.
        OfficeMail = "office_mail",
        /// Her own official telephone.
        OfficePhone = "office_phone",
        /// Her private address.
        PrivateMail = "private_mail",
        /// Her private telephone.
        PrivatePhone = "private_phone",
        /// Her pronouns.
        Pronouns = "pronouns",
        /// What she can be asked about.
        Topics = "topics",
    }
}

stored_words! {
    /// Whom she lets see it.
    pub enum Audience {
        /// Everyone.
        Public = "public",
        /// Members of any network here.
        AllNetworks = "all_networks",
        /// Members of one network, or those who sit in one body.
        Network = "network",
    }
}

stored_words! {
    /// Where a handover stands.
    pub enum HandoverState {
        /// Entered; its day has not come.
        Planned = "planned",
        /// Its day has come.
        Done = "done",
        /// Taken back before its day.
        Withdrawn = "withdrawn",
    }
}
