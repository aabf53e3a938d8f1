//! A council information system without a server: the pages the demo reads sittings from. Nothing leaves the machine.

use fetch::Reach;

const AT: &str = "https://ris.example.org/oparl/v1.1";

const PAGES: &[(&str, &str)] = &[
    ("/system", include_str!("../data/oparl/system.json")),
    ("/body", include_str!("../data/oparl/bodies.json")),
    ("/body/1", include_str!("../data/oparl/body.json")),
    ("/body/1/organization", include_str!("../data/oparl/organizations.json")),
    ("/organization/7", include_str!("../data/oparl/organization-7.json")),
    ("/organization/8", include_str!("../data/oparl/organization-8.json")),
    ("/organization/9", include_str!("../data/oparl/organization-9.json")),
    ("/organization/7/meeting", include_str!("../data/oparl/meetings-7-1.json")),
    ("/organization/7/meeting?page=2", include_str!("../data/oparl/meetings-7-2.json")),
    ("/organization/8/meeting", include_str!("../data/oparl/meetings-8.json")),
    ("/organization/9/meeting", include_str!("../data/oparl/meetings-9.json")),
];

/// How far the demo reaches: to its own pages.
#[must_use]
pub fn reach() -> Reach {
    Reach::pages(|url| {
        let path = url.strip_prefix(AT)?;
        PAGES.iter().find(|(known, _)| *known == path).map(|(_, page)| page.as_bytes().to_vec())
    })
}

/// The address of a body there.
#[must_use]
pub fn organization(number: u8) -> String {
    format!("{AT}/organization/{number}")
}
