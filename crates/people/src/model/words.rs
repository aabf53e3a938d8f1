//! The words things are stored with.

use crate::stored_words;

stored_words! {
    /// The tier a territory belongs to.
    pub enum TerritoryLevel {
        /// Bund.
        Federal = "federal",
        /// Land.
        Land = "land",
        /// Regierungsbezirk, or a region without official key.
        Region = "region",
        /// Kreis, StädteRegion.
        District = "district",
        /// Stadt, Gemeinde.
        Municipality = "municipality",
    }
}

stored_words! {
    /// What sort of organisation it is.
    pub enum OrganisationKind {
        /// Stadt, Gemeinde.
        Municipality = "municipality",
        /// Kreis, StädteRegion, Landschaftsverband.
        District = "district",
        /// A Land as administration.
        Land = "land",
        /// The federation as administration.
        Federal = "federal",
        /// Ministerium.
        Ministry = "ministry",
        /// Verein, Verband, Initiative, Kirche.
        Association = "association",
        /// Betrieb, Kammer.
        Company = "company",
        /// A unit within another organisation, such as a Gleichstellungsstelle.
        Unit = "unit",
        /// Anything else.
        Other = "other",
    }
}

impl OrganisationKind {
    /// Whether it is part of public administration, whose existence is no secret.
    #[must_use]
    pub const fn is_public_body(self) -> bool {
        matches!(self, Self::Municipality | Self::District | Self::Land | Self::Federal | Self::Ministry)
    }
}

stored_words! {
    /// How a post is exercised (§ 5 GO NRW, § 15 LGG NRW).
    pub enum Engagement {
        /// Hauptamtlich.
        FullTime = "full_time",
        /// Nebenamtlich.
        Secondary = "secondary",
        /// Ehrenamtlich.
        Honorary = "honorary",
    }
}

stored_words! {
    /// In which way a person is with a post.
    pub enum Mode {
        /// Holds it.
        Holder = "holder",
        /// Holds it provisionally.
        Acting = "acting",
        /// Deputises for whoever holds it.
        Deputy = "deputy",
    }
}

stored_words! {
    /// How exact a stored day is: „Vorsitz seit 2023" is stored as 1 January 2023 with [`Grain::Year`].
    pub enum Grain {
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// To the year.
        Year = "year",
    }
}

stored_words! {
    /// The form of a title its holder chose for herself.
    pub enum TitleForm {
        /// Beauftragte.
        Female = "female",
        /// Beauftragter.
        Male = "male",
        /// The post's own, neutral title.
        Neutral = "neutral",
    }
}
